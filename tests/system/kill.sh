#!/usr/bin/env bash
# Whenever a command that writes is killed, all of it has been done or nothing: the next command is not stopped by what
# it left, and finds the old program or the new one. After one that writes, nothing is left in .mentor.
#   MENTOR_TEST_JOBS=N   how many rows at once (usually as many as there are processors)
#   MENTOR_TEST_LONG=1   before every call under the sanitizers too
. "$(dirname "$0")/writing_commands.sh"

# kill_everywhere STATE WORDS...: kills the command before each of its calls in turn; before one more it ends by itself.
kill_everywhere() {
  begin "$@" || return 0
  local number status where gone points=0
  shift
  for number in $(chosen_calls); do
    status=0
    again
    faulty run FAULT_AT="$number" FAULT_ACTION=kill -- "$@" >out 2>err || status=$?
    name_call "$number"
    where="$row, killed before $call"
    [ "$status" = 137 ] || fail "$where: it is not, but ends with $status: $(cat err)"
    points=$((points + 1))
    rm -f run/.mentor-new-*  # what a report was being written to; it is nobody's

    check run
    look run
    if [ "$seen" = "$old" ]; then
      [ "$checked" = "$old_status" ] || fail "$where: check ends with $checked, as before the command with $old_status"
    elif [ "$seen" = "$new" ]; then
      [ "$checked" = "$new_status" ] || fail "$where: check ends with $checked, after the command with $new_status"
    else
      fail "$where: neither the old program nor the new one: $(difference)"
    fi
    gone=$(forgotten_texts)
    [ -z "$gone" ] || [ "$seen" != "$new" ] || ! grep -rqE "$gone" run ||
      fail "$where: forgotten, and yet in $(grep -rlE "$gone" run | tr '\n' ' ')"
    [[ "$(leftovers run)" =~ \.(todo|back)' ' ]] && fail "$where: after check there still is $(leftovers run)"

    write_once_more run "$@" || fail "$where: nothing can be written any more: $(cat more.out)"
    [ -z "$(leftovers run)" ] || fail "$where: left behind in .mentor: $(leftovers run)"
  done
  again
  faulty run FAULT_AT="$((calls + 1))" FAULT_ACTION=kill -- "$@" >out 2>err || fail "$row: not killed, it ends with $?: $(cat err)"
  look run
  [ "$seen" = "$new" ] || fail "$row: not killed, it leaves something else"
  echo "$row: killed at $points points"
  echo "$points" >points
}

each_row kill_everywhere
echo "killed at $(($(cat */points | paste -sd+))) points in all"
finish
