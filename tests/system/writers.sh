#!/usr/bin/env bash
# Many write at once, and meanwhile somebody reads: no record and no edit is lost, and no reader sees a change by halves.
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

# read_on: reads again and again until the file `stop` is there: the records of $listed with $members. Every row is whole;
# where all only $grows, nothing once seen goes away; and of records that come $together none is there without the others.
listed=activities members=pairs grows=yes together=1
read_on() {
  local before=0 now times=0
  while [ ! -e stop ]; do
    "$MENTOR" check -q >read.out 2>&1 || fail "check while others write: status $?: $(head -c 300 read.out)"
    "$MENTOR" list "$listed" --fields "id,$members" --format csv >read.csv 2>read.out || fail "list while others write: $? $(cat read.out)"
    [ ! -s read.out ] || fail "a reader is told: $(head -c 300 read.out)"
    awk -F, 'NR == 1 { columns = NF } NF != columns || !/\r$/ { print; bad = 1 } END { exit bad }' read.csv >torn ||
      fail "a reader sees torn rows: $(head -n 3 torn)"
    now=$(awk -F, 'NR > 1 { sum += 1 + split($2, members, " ") } END { print sum + 0 }' read.csv)  # records and their members
    [ "$now" -ge "$before" ] || [ -z "$grows" ] || fail "a reader sees $now $listed and $members in them after $before"
    [ $((($(wc -l <read.csv) - 1) % together)) = 0 ] || fail "a reader sees $(wc -l <read.csv) lines of $listed, which come $together at once"
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

# write_of_all_kinds NUMBER: a fourth each opens the school year, goes on with the one pair that all of them want, and goes on
# with a pair of its own; all of them add papers, three in one change.
write_of_all_kinds() {
  local own="pair-$((($1 - 1) / 9 + 1))-$((($1 - 1) % 9 + 1))" number status=0
  local -A words=(
    [0]="open-year 2027-2028 --today 2027-08-25"
    [1]="pair --continues pair-9-9 --id again-$1"
    [2]="pair --continues $own --id after-$own"
  )
  # shellcheck disable=SC2086
  [ $(($1 % 4)) = 3 ] || "$MENTOR" ${words[$(($1 % 4))]} --lock-timeout 600 >"said-$1" 2>&1 || status=$?
  [ "$status" = 0 ] || { [ $(($1 % 4)) = 1 ] && [ "$status" = 1 ] && grep -q '\[pair-continues\]$' "said-$1"; } ||
    fail "writer $1: status $status: $(cat "said-$1")"
  for ((number = 0; number < papers; number++)); do
    "$MENTOR" add document distribution-consent mentor-1 mentee-2 mentee-3 note="w$1-$number" --lock-timeout 600 >>"ids-$1"
  done
  exit "$failed"
}
all_kinds() {
  local kind number paper papers=$((records / 5)) file own last expected
  listed=documents members=people together=3
  new_program all_kinds
  cd all_kinds
  for kind in mentor:10А mentee:6А; do
    for file in participants/"${kind%:*}"-*.yaml; do
      printf '%s\n' "unit: ${kind#*:}" "joined: 2025-09-01" >>"$file"
    done
  done
  sed -i 's/^from: .*/from: 2026-09-15/' pairs/*.yaml
  last=$(ls .mentor/log | tail -n 1)
  at_once "$writers" write_of_all_kinds

  [ "$(ls documents | wc -l)" = $((3 * papers * writers)) ] || fail "$(ls documents | wc -l) papers of $((3 * papers * writers))"
  [ "$(cat ids-* | sort -u)" = "$(ls documents | sed 's/.yaml//' | sort)" ] || fail "other papers than those of which the ids were printed"
  for number in $(seq "$writers"); do
    for ((paper = 0; paper < papers; paper++)); do printf '3 note: w%s-%s\n' "$number" "$paper"; done
  done | sort >expected
  cat documents/* | grep '^note: ' | sort | uniq -c | sed 's/^ *//' | sort | diff expected - >difference || fail "papers are lost: $(head -n 5 difference)"

  [ "$(grep -l '10А → 11А: 9 people' said-* | wc -l)" = 1 ] || fail "the classes were moved by other than one: $(grep -l 11А said-*)"
  [ "$(grep -l 'It is so already' said-* | wc -l)" = $((writers / 4 - 1)) ] || fail "not all others say that the year is open already"
  [ "$(ls steps | wc -l)" = 29 ] || fail "$(ls steps | wc -l) steps of the road map"
  [ "$(grep -lxE 'unit: \{2025-09-01: (10|6)А, 2027-09-01: (11|7)А\}' participants/* | wc -l)" = 18 ] || fail "classes: $(grep -h ^unit participants/* | sort | uniq -c)"

  [ "$(ls pairs/again-* | wc -l)" = 1 ] || fail "one pair was continued by $(ls pairs/again-*)"
  for ((number = 2; number <= writers; number += 4)); do
    own="pair-$(((number - 1) / 9 + 1))-$(((number - 1) % 9 + 1))"
    grep -qx "continues: $own" "pairs/after-$own.yaml" && grep -qx "reason: extended" "pairs/$own.yaml" || fail "$own does not go on"
  done
  expected=$((1 + 1 + writers / 4 + papers * writers))
  [ "$(ls .mentor/log | tail -n 1)" = "$(printf %06d $((10#$last + expected)))" ] || fail "not $expected changes in the log after $last: $(ls .mentor/log | tail -n 1)"
  echo "$writers writers, $papers times three papers each; $((writers / 4)) that open the year, continue one pair, continue pairs of their own"
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
all_kinds &
wait $! || failed=1
finish
