#!/usr/bin/env bash
# Many write at once, and meanwhile somebody reads: no record and no edit is lost, and no reader sees one by halves.
#   MENTOR_TEST_WRITERS=N   processes at once: 64, under the sanitizers 8
#   MENTOR_TEST_RECORDS=N   records that each logs, and edits that each makes: 20, under the sanitizers 5
#   MENTOR_TEST_LONG=1      100 records each
. "$(dirname "$0")/common.sh"
many_processes
[ -z "${SANITIZE:-}" ] && usual_writers=64 usual_records=20 || usual_writers=8 usual_records=5
[ -z "${MENTOR_TEST_LONG:-}" ] || usual_records=100
writers=${MENTOR_TEST_WRITERS:-$usual_writers}
records=${MENTOR_TEST_RECORDS:-$usual_records}

# new_program FOLDER: nine mentors, nine mentees, and a pair of each with each: pair-1-1 to pair-9-9.
new_program() {
  "$MENTOR" init "$1" -q
  echo "  norms: {mentors-per-mentee: 9, mentees-per-mentor: 9}" >>"$1/program.yaml"
  mkdir "$1/participants" "$1/pairs"
  local a b
  for a in {1..9}; do
    printf '%s\n' "id: mentor-$a" "name: Громов Иван $a" "category: pupil" "roles: [mentor]" "born: 2009" \
      >"$1/participants/mentor-$a.yaml"
    printf '%s\n' "id: mentee-$a" "name: Семёнова Анна $a" "category: pupil" "roles: [mentee]" "born: 2013" \
      >"$1/participants/mentee-$a.yaml"
    for b in {1..9}; do
      printf '%s\n' "id: pair-$a-$b" "form: pupil-pupil" "mentor: mentor-$a" "mentee: mentee-$b" "from: 2025-09-15" \
        >"$1/pairs/pair-$a-$b.yaml"
    done
  done
  "$MENTOR" check -C "$1" --strict || fail "the program of the test is not sound"
}

# read_on: reads again and again until the file `stop` is there. Every row is whole, and where all only $grows, nothing
# once seen goes away.
grows=yes
read_on() {
  local before=0 now times=0
  while [ ! -e stop ]; do
    "$MENTOR" check -q >read.out 2>&1 || fail "check while others write: status $?: $(head -c 300 read.out)"
    "$MENTOR" list activities --format csv >read.csv 2>read.out || fail "list while others write: $? $(cat read.out)"
    [ ! -s read.out ] || fail "a reader is told: $(head -c 300 read.out)"
    awk -F, 'NR == 1 { columns = NF } NF != columns || !/\r$/ { print; bad = 1 } END { exit bad }' read.csv >torn ||
      fail "a reader sees torn rows: $(head -n 3 torn)"
    now=$(awk -F, 'NR > 1 { sum += 1 + split($2, pairs, " ") } END { print sum + 0 }' read.csv)  # activities and their pairs
    [ "$now" -ge "$before" ] || [ -z "$grows" ] || fail "a reader sees $now activities and pairs in them after $before"
    before=$now times=$((times + 1))
    sleep 0.5  # leaves the processors to the writers
  done
  [ "$times" -ge 1 ] || fail "never read"
  echo "read $times times meanwhile"
  exit "$failed"
}

# at_once NUMBER FUNCTION: calls it with 1, 2... in so many processes at once, and reads meanwhile.
at_once() {
  local processes=() reader number
  read_on &
  reader=$!
  for number in $(seq "$1"); do
    "$2" "$number" &
    processes+=($!)
  done
  for number in "${processes[@]}"; do
    wait "$number" || fail "a writer ended with $?"
  done
  touch stop
  wait "$reader" || failed=1
  rm stop
  expect_status 0 "$MENTOR" check --strict
  [ -z "$(leftovers .)" ] || fail "left behind in .mentor: $(leftovers .)"
}

# expect_all_records: each writer's are there, and are what was logged.
expect_all_records() {
  local number=$((writers * records))
  [ "$(ls activities | wc -l)" = "$number" ] || fail "$(ls activities | wc -l) files of $number"
  [ "$("$MENTOR" list activities --fields id,note --format csv | grep -cE $'^(w[0-9]+-[0-9]+),note of \\1\r$')" = "$number" ] ||
    fail "not every one of the $number records is as it was logged"
}

log_for_several_pairs() { log "$1" "pair-$(($1 % 9 + 1))-5"; }
log_for_one_pair() { log "$1" pair-3-4; }
log() {
  local number
  for number in $(seq "$records"); do
    "$MENTOR" log-activity "$2" --type project --id "w$1-$number" --note "note of w$1-$number" --lock-timeout 600 >/dev/null
  done
}

# log_all KIND: several_pairs or one_pair.
log_all() {
  new_program "$1"
  cd "$1"
  at_once "$writers" "log_for_$1"
  expect_all_records
  echo "$writers writers, $records records each, of ${1/_/ }"
  exit "$failed"
}

# edit_shared NUMBER: takes a pair of its own out of the one activity and puts it back, again and again. That a change of
# its own was lost it would be told by the next: what is not there cannot be taken out.
edit_shared() {
  local pair="pair-$((($1 - 1) / 9 + 1))-$((($1 - 1) % 9 + 1))" number
  for ((number = 0; number < records; number += 2)); do
    "$MENTOR" edit shared "pairs-=$pair" --lock-timeout 600 >/dev/null
    "$MENTOR" edit shared "pairs+=$pair" --lock-timeout 600 >/dev/null
  done
}
edit_all() {
  local edits=$((writers * ((records + 1) / 2) * 2)) last
  new_program edits
  cd edits
  "$MENTOR" log-activity $(ls pairs | sed 's/.yaml//') --id shared --type project >/dev/null
  last=$(ls .mentor/log | tail -n 1)
  grows=
  at_once "$writers" edit_shared
  [ "$(sed -n 's/^pairs: \[\(.*\)\]$/\1/p' activities/shared.yaml | tr -d ' ' | tr , '\n' | sort)" = "$(ls pairs | sed 's/.yaml//' | sort)" ] ||
    fail "an edit is lost, or one was done twice: $(cat activities/shared.yaml)"
  # An edit that finds nothing to do is none, and has no entry.
  [ "$(ls .mentor/log | tail -n 1)" = "$(printf %06d $((10#$last + edits)))" ] ||
    fail "not $edits edits in the log after $last: $(ls .mentor/log | tail -n 1)"
  echo "$writers writers, $((edits / writers)) edits each, of one record"
  exit "$failed"
}

log_all several_pairs &
several=$!
log_all one_pair &
one=$!
wait "$several" || failed=1
wait "$one" || failed=1
edit_all &
wait $! || failed=1
finish
