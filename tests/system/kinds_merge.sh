#!/usr/bin/env bash
# Two people work on two clones by mentor's commands, and git merges. What belongs to a pair is a record of its own, and
# what all classes or road maps become follows from the year: so there is no conflict but where two change lines that stand
# side by side, and check names each file with one. Where the work of both together is wrong though git merges it, check
# finds it by the rule that is named here. Nothing that either wrote is lost. Random programs, always the same for one seed.
#   MENTOR_TEST_PROGRAMS=N  how many: 20, under the sanitizers 2, with MENTOR_TEST_LONG=1 200
#   MENTOR_TEST_SEED=N      other ones; program P of seed S is program 1 of seed S + P - 1
. "$(dirname "$0")/clones.sh"
many_processes
[ -z "${SANITIZE:-}" ] && programs=20 || programs=2
[ -z "${MENTOR_TEST_LONG:-}" ] || programs=200
programs=${MENTOR_TEST_PROGRAMS:-$programs}
seed=${MENTOR_TEST_SEED:-2026}

# make_base: people with classes, some with a telephone; pairs, some with steps; and people whom nobody has paired yet. The
# mentor `last` has one place left.
make_base() {
  local number more letters=(А Б В) models=(leader-passive peers achiever-underachiever)
  mentors=$((RANDOM % 3 + 4)) mentees=$((RANDOM % 3 + 7)) pairs=$((RANDOM % 3 + 2))
  rm -rf program && mkdir program && cd program
  mentor init .
  new_repository
  for ((number = 1; number <= mentors; number++)); do
    more=("--unit" "$((RANDOM % 2 + 9))${letters[RANDOM % 3]}")
    [ "$number" != 1 ] || more[1]="11А"
    [ $((RANDOM % 2)) = 0 ] || more+=(--phone "+7 900 000-00-0$number")
    mentor add-participant --id "m$number" --name "Громов Иван $number" --role mentor --category pupil --born "2009-0$number-12" --joined 2026-09-01 "${more[@]}"
  done
  for ((number = 1; number <= mentees; number++)); do
    more=(--born "$((RANDOM % 3 + 2013))")
    [ $((RANDOM % 2)) = 0 ] || more+=(--phone "+7 900 000-01-0$number")
    [ $((RANDOM % 2)) = 0 ] || more+=(--request "Запрос $RANDOM")
    mentor add-participant --id "e$number" --name "Лескова Анна $number" --role mentee --category pupil --unit "$((RANDOM % 3 + 5))${letters[RANDOM % 3]}" --joined 2026-09-01 "${more[@]}"
  done
  for ((number = 1; number <= pairs; number++)); do
    more=()
    [ $((RANDOM % 2)) = 0 ] || more+=(--until 2027-05-31)
    [ $((RANDOM % 2)) = 0 ] || more+=(--role-model "${models[RANDOM % 3]}")
    [ $((RANDOM % 2)) = 0 ] || more+=(--goal "Цель $RANDOM")
    mentor pair --id "p$number" --form pupil-pupil --mentor "m$(((number - 1) % (mentors - 2) + 1))" --mentee "e$number" --from "2026-09-$((RANDOM % 20 + 10))" "${more[@]}"
    [ $((RANDOM % 2)) = 0 ] || mentor add step "Задание $RANDOM" --id "s$number" pairs="p$number" part=development due="2027-0$((RANDOM % 5 + 1))-20"
  done
  mentor edit "m$mentors" capacity=1
  commit_base
}
commit_base() { git add -A && git commit -qm base && git tag -f base >base.out 2>&1 && rm base.out; }

# What the sides do. Each function is called with A and with B; what both shall be about was chosen before in `choose`.
choose() {
  pick $(seq "$pairs")
  pair="p$picked" chosen=$picked
  spare="e$((pairs + 1))" other_spare="e$((pairs + 2))"  # whom nobody has
  free="m$((mentors - 1))" last="m$mentors"              # who has nobody
  day="2026-10-$((RANDOM % 15 + 10))"
  five=(e1 e2 e3 e4 e5)
  parts=(difficulties development)
}
add_step() { mentor add step "Задание $1 $RANDOM" --id "new-$1" pairs="$pair" part="${parts[RANDOM % 2]}" due="2027-0$((RANDOM % 5 + 1))-1$((RANDOM % 9))"; }
open_classes() { mentor open-year 2027-2028 --no-roadmap --today "2027-0$1"; }

steps_and_step() { [ "$1" = B ] && add_step b || { add_step a1 && add_step a2; }; }
step_and_end() { [ "$1" = A ] && add_step a || mentor end "$pair" --reason no-time --side mentor --rematch mentee --on "$day"; }
pause_and_end() { [ "$1" = A ] && mentor pause "$pair" --id new-a --from 2026-10-05 || mentor end "$pair" --reason no-time --on "$day"; }
contacts_and_end() {
  [ "$1" = A ] && mentor add contact "e$chosen" --id new-a on="$day" via=call note="Мешает расписание" ||
    mentor end "$pair" --reason moved --result "Проект начат" --on 2026-11-20
}
classes_and_classes() { [ "$1" = A ] && open_classes 6-15 || open_classes 8-30; }
roadmap_and_roadmap() { [ "$1" = A ] && mentor open-year 2026-2027 --today 2026-08-28 || mentor open-year 2026-2027 --today 2026-09-03; }
roadmap_and_roadmap_begun() {
  mentor open-year 2026-2027
  [ "$1" = A ] || mentor done "приказ о внедрении" --result "приказ № $RANDOM"
}
classes_and_phones() { [ "$1" = A ] && open_classes 8-30 || mentor edit "${five[@]}" phone="+7 900 000-02-0$((RANDOM % 9))"; }
classes_and_phone_of_who_leaves() { [ "$1" = A ] && open_classes 8-30 || mentor edit m1 phone="+7 900 000-03-0$((RANDOM % 9))"; }
classes_and_births() { [ "$1" = A ] && open_classes 8-30 || mentor edit "${five[@]}" born="2014-05-$((RANDOM % 20 + 10))"; }
last_place() { [ "$1" = A ] && give "$last" "$spare" || give "$last" "$other_spare"; }
two_mentors() { [ "$1" = A ] && give "$free" "$spare" || give "$last" "$spare"; }
give() { mentor pair "$1/$2" --form pupil-pupil --id "new-${side,}" --from "$day"; }
paused_twice() { mentor pause "$pair" --id "new-${1,}" --from "2026-11-0$((RANDOM % 9 + 1))" --until "2026-11-$((RANDOM % 9 + 10))"; }
pause_after_end() { [ "$1" = A ] && mentor end "$pair" --reason no-time --on "$day" || mentor pause "$pair" --id new-b --from 2026-11-09; }
continued_twice() { [ "$1" = A ] && go_on "$free" || go_on "$last"; }
go_on() { mentor pair --continues "$pair" --mentor "$1" --id "new-${side,}" --from 2026-11-16; }

# What the merge brings, a row a meeting of two: its function, how many files are in conflict, the rules by which check then
# finds what is wrong, and the day of that check.
meetings=(
  "steps_and_step       0 - 2026-11-23"
  "step_and_end         0 - 2026-11-23"
  "pause_and_end        0 - 2026-11-23"
  "contacts_and_end     0 - 2026-11-23"
  "classes_and_classes  0 - 2027-09-10"
  "roadmap_and_roadmap  0 - 2026-11-23"
  "classes_and_phones   0 - 2027-09-10"
  "classes_and_births   5 conflict-marker 2027-09-10"
  "classes_and_phone_of_who_leaves  1 conflict-marker 2027-09-10"
  "roadmap_and_roadmap_begun  1 conflict-marker 2026-11-23"
  "last_place           0 mentor-load 2026-11-23"
  "two_mentors          0 second-mentor 2026-11-23"
  "paused_twice         0 pause-dates 2026-11-23"
  "pause_after_end      0 pause-dates 2026-11-23"
  "continued_twice      0 pair-continues,second-mentor 2026-11-23"
)

# meet FUNCTION CONFLICTS RULES DAY: both sides work, git merges, and what comes of it is judged.
meet() {
  local where="$1 in program $program of seed $seed" side count status=0 found
  choose
  for side in A B; do
    begin_side "$side" base
    "$1" "$side"
    end_side "$side"
    ! git diff --quiet base "$side" || fail "$where: $side has done nothing: $(cat said)"
  done
  merge_sides && echo "$1 merged" >>../outcomes || echo "$1 conflict" >>../outcomes
  judge_files base
  count=$(grep -c . conflicts || true)
  [ "$count" = "$2" ] || fail "$where: $count files in conflict, not $2: $(tr '\n' ' ' <conflicts)"
  [[ "$1" != roadmap_and_* ]] || [ "$(ls steps | wc -l)" = $(($(git ls-tree --name-only base steps/ | wc -l) + 29)) ] ||
    fail "$where: the road map was not laid once: $(ls steps | wc -l) steps"
  "$MENTOR" check --today "$4" >said 2>&1 || status=$?
  found=$(sed -nE 's/.*\[([a-z-]+)\]$/\1/p' said | sort -u | paste -sd,)
  [ "${found:--}" = "$3" ] || fail "$where: check finds not $3, but ${found:-nothing}: $(cat said)"
  [ "$2" = 0 ] || [ "$status" = 4 ] || fail "$where: check of conflict markers ends with $status"
  [ "$2" = 0 ] || [ "$(sed -n 's/^\([^:]*\):.*\[conflict-marker\]$/\1/p' said | sort -u)" = "$(sort conflicts)" ] ||
    fail "$where: check names other files than $(cat conflicts): $(cat said)"
  git reset -q --hard
}

# work NUMBER: every so many-eth program.
work() {
  local program where meeting
  for ((program = $1; program <= programs; program += workers)); do
    where="program $program of seed $seed"
    RANDOM=$((seed + program - 1))
    make_base
    expect_status 0 "$MENTOR" check --strict
    for meeting in "${meetings[@]}"; do
      meet $meeting
    done
    cd ..
  done
}

by_all_workers work
for meeting in "${meetings[@]}"; do
  set -- $meeting
  conflicts=$(cat */outcomes | grep -cx "$1 conflict" || true) merged=$(cat */outcomes | grep -cx "$1 merged" || true)
  echo "$1: $merged merged, $conflicts with conflicts"
  [ $((merged + conflicts)) = "$programs" ] || fail "not every program came to the end of $1"
done
finish
