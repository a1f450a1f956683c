#!/usr/bin/env bash
# Whatever call of the system fails, a command that writes either goes on and succeeds, or says why (status 5) and leaves
# the program as it was, at once and for good. One that is interrupted goes on. So it is, too, when a call that changes
# does its work and is reported as failed, and when a call fails that only reads.
#   MENTOR_TEST_JOBS=N   how many rows at once (usually as many as there are processors)
#   MENTOR_TEST_LONG=1   every error at every call, under the sanitizers too; usually they take turns, in less than half
#                        of the time
. "$(dirname "$0")/writing_commands.sh"

refusals=(EIO ENOSPC EACCES EDQUOT)
all_errors=("${refusals[@]}" EINTR)
refusals_to_read=(EMFILE EIO ENFILE ESTALE EACCES ENOMEM)
# These need the whole program. The others work on one record, and another that cannot be read is a finding to them.
need_everything=" check migrate close-year undo redo log forget "

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
  IFS= read -r -d '' said <err || true
  look run
  if [ "$status" = 0 ]; then
    [ "$seen" = "$new" ] || says_what_is_missing "$@" || fail "$where: status 0, but not the new program: $(difference)"
  elif may_end_with "$status" "$@"; then
    [[ "$said" == *mentor* || "$said" == *": error: "* ]] || fail "$where: status $status without a sentence: $said"
    if [[ "$said" == *"will put it right by itself"* ]]; then
      check run
      look run
      [ "$seen" = "$old" ] || [ "$seen" = "$new" ] || fail "$where: unfinished, and check does not finish it: $(difference)"
      return
    fi
    [ "$seen" = "$old" ] || fail "$where: status $status, but not the old program: $(difference)"
    local before=$seen
    check run
    look run
    [ "$seen" = "$before" ] || fail "$where: status $status, but then check changes the program: $(difference)"
    [ "$checked" = "$old_status" ] || fail "$where: status $status, and check ends with $checked, not $old_status"
  else
    fail "$where: status $status: $(head -c 300 err)"
  fi
}

# says_what_is_missing VARIABLE=VALUE... -- COMMAND WORDS...: a report of what could be read, which says that it is no more.
says_what_is_missing() {
  [[ " $* " == *" FAULT_READS=1 "*" -- report "* && "$seen" == *"Не прочитано записей"* ]]
}

# may_end_with STATUS VARIABLE=VALUE... -- COMMAND WORDS...: whether a command that met the fault may refuse like that.
may_end_with() {
  local status=$1 reads=
  shift
  while [ "$1" != -- ]; do
    [ "$1" != FAULT_READS=1 ] || reads=yes
    shift
  done
  if [ "$status" = 5 ]; then
    [ "$error" != EINTR ]
  else
    [ -n "$reads" ] && [[ "$need_everything" != *" $2 "* ]] && [[ "$status" =~ ^[134]$ ]]
  fi
}

# fail_everywhere STATE WORDS...: lets each call of the command fail in turn, in each way.
fail_everywhere() {
  begin "$@" || return 0
  shift
  made=0
  fail_changing "$@"
  lose_answers "$@"
  fail_reading "$@"
  echo "$row: $made faults"
  echo "$made" >points
}

# fail_changing WORDS...: each call that changes the file system is not made and fails.
fail_changing() {
  local error number where
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
}

# lose_answers WORDS...: each of them is made, and yet reported as failed. What is left behind goes with the next change.
lose_answers() {
  local error=EIO number
  for number in $(chosen_calls); do
    name_call "$number"
    made=$((made + 1))
    try "EIO reported after $call" FAULT_AT="$number" FAULT_ACTION=EIO FAULT_LOST=1 -- "$@"
    write_once_more run "$@" || fail "$row, after $call was reported as failed, nothing can be written: $(cat more.out)"
    [ -z "$(leftovers run)" ] || fail "$row, after $call was reported as failed: left in .mentor: $(leftovers run)"
  done
}

# fail_reading WORDS...: each call that reads files or folders fails.
fail_reading() {
  local error number turn step=1
  again
  faulty run FAULT_READS=1 FAULT_TRACE=../reads -- "$@" >out 2>err || fail "$row: undisturbed, it ends with $?: $(cat err)"
  mapfile -t -O 1 names_of_calls <reads
  [ "${#names_of_calls[@]}" -gt 0 ] || fail "$row: no call that reads was counted"
  [ -n "${MENTOR_TEST_LONG:-}" ] || step=$((3 * every))
  for number in $(seq $((1 + row_number % step)) "$step" "${#names_of_calls[@]}"); do
    name_call "$number"
    turn=$((number / step + row_number))
    local errors=("${refusals_to_read[turn % 6]}")
    [ -z "${MENTOR_TEST_LONG:-}" ] || errors=("${refusals_to_read[@]}")
    for error in "${errors[@]}"; do
      made=$((made + 1))
      try "$error at reading $call" FAULT_READS=1 FAULT_AT="$number" FAULT_ACTION="$error" -- "$@"
    done
  done
}

each_row fail_everywhere
echo "$(($(cat */points | paste -sd+))) faults in all"

# `mentor log` writes nothing: it prints all of the log, or says why it does not.
row=log
mkdir log
(cd log && mkdir run && cd run && state_logged) >log.out 2>&1 || fail "the program of log cannot be made: $(cat log.out)"
(cd log/run && mentor log --format csv) >log/expected
(cd log && faulty run FAULT_READS=1 FAULT_TRACE=../reads -- log --format csv) >/dev/null
for number in $(seq "$(wc -l <log/reads)"); do
  for error in "${refusals_to_read[@]:number % 6:1}"; do
    status=0
    (cd log && faulty run FAULT_READS=1 FAULT_AT="$number" FAULT_ACTION="$error" -- log --format csv) >log/out 2>log/err || status=$?
    case "$status" in
      0) cut -d, -f1-4 log/out | cmp -s - <(cut -d, -f1-4 log/expected) || fail "log, $error at reading call $number: status 0, but not the whole log" ;;
      5) [ -s log/err ] || fail "log, $error at reading call $number: status 5 without a sentence" ;;
      *) fail "log, $error at reading call $number: status $status: $(cat log/err)" ;;
    esac
  done
done
finish
