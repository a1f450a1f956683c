#!/usr/bin/env bash
# Whatever call of the system fails, a command that writes either goes on and succeeds, or says why (status 5) and leaves
# the program as it was, at once and for good. One that is interrupted goes on.
#   MENTOR_TEST_JOBS=N   how many rows at once (usually as many as there are processors)
#   MENTOR_TEST_LONG=1   every error at every call, under the sanitizers too; usually they take turns, in less than half
#                        of the time
. "$(dirname "$0")/writing_commands.sh"

refusals=(EIO ENOSPC EACCES EDQUOT)
all_errors=("${refusals[@]}" EINTR)

# errors_at NUMBER: which errors that call of the row gives in turn. ENOSPC also comes from every call on. Each row
# begins with another one.
errors_at() {
  local turn=$(($1 + row_number))
  if [ -n "${MENTOR_TEST_LONG:-}" ]; then
    echo "${refusals[*]} EINTR"
  elif [ -n "${SANITIZE:-}" ]; then
    echo "${all_errors[turn / every % 5]}"
  else
    echo "${refusals[turn % 4]} EINTR"
  fi
}

# try WHERE VARIABLE=VALUE... -- WORDS...: runs it with that fault, $error, and judges what is there then.
try() {
  local where="$row, $1" status=0 said=
  shift
  again
  faulty run "$@" >out 2>err || status=$?
  look run
  if [ "$status" = 0 ]; then
    [ "$seen" = "$new" ] || fail "$where: status 0, but not the new program: $(difference)"
  elif [ "$status" = 5 ] && [ "$error" != EINTR ]; then
    read -r said <err || true
    [[ "$said" = "mentor: "* ]] || fail "$where: status 5 without a sentence: $said"
    [ "$seen" = "$old" ] || fail "$where: status 5, but not the old program: $(difference)"
    local before=$seen
    check run
    look run
    [ "$seen" = "$before" ] || fail "$where: status 5, but then check changes the program: $(difference)"
    [ "$checked" = "$old_status" ] || fail "$where: status 5, and check ends with $checked, not $old_status"
  else
    fail "$where: status $status: $(head -c 300 err)"
  fi
}

# fail_everywhere STATE WORDS...: lets each call of the command fail in turn, in each way.
fail_everywhere() {
  begin "$@" || return 0
  shift
  local error number where made=0
  for number in $(chosen_calls); do
    name_call "$number"
    for error in $(errors_at "$number"); do
      made=$((made + 1))
      where="$error at $call"
      try "$where" FAULT_AT="$number" FAULT_ACTION="$error" -- "$@"
      # What cannot be removed because removing fails is removed by the next command that writes.
      case "$where" in
        *unlink* | *remove*) write_once_more run "$@" || fail "$row, $where: then nothing can be written: $(cat more.out)" ;;
      esac
      [ -z "$(leftovers run)" ] || fail "$row, $where: left behind in .mentor: $(leftovers run)"
    done
    error=ENOSPC where="ENOSPC from $call on" made=$((made + 1))
    try "$where" FAULT_FROM="$number" FAULT_ACTION=ENOSPC -- "$@"
    [ -z "$(leftovers run)" ] || fail "$row, $where: left behind in .mentor: $(leftovers run)"
  done
  echo "$row: $made faults at $(chosen_calls | wc -l) calls"
  echo "$made" >points
}

each_row fail_everywhere
echo "$(($(cat */points | paste -sd+))) faults in all"
finish
