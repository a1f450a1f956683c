#!/usr/bin/env bash
# Two people work on two clones, and git merges: nothing that either did is lost or fused, a conflict is only where both
# changed the same file, and check names each file with a conflict. Random histories, always the same for one seed.
#   MENTOR_TEST_HISTORIES=N  how many: 24, under the sanitizers 4, with MENTOR_TEST_LONG=1 2000
#   MENTOR_TEST_SEED=N       other ones; history H of seed S is history 1 of seed S + H - 1
. "$(dirname "$0")/common.sh"
many_processes
[ -z "${SANITIZE:-}" ] && histories=24 || histories=4
[ -z "${MENTOR_TEST_LONG:-}" ] || histories=2000
histories=${MENTOR_TEST_HISTORIES:-$histories}
seed=${MENTOR_TEST_SEED:-2026}
workers=$(nproc)
export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_SYSTEM=/dev/null GIT_AUTHOR_NAME=Test GIT_AUTHOR_EMAIL=test@example.org
export GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL

mentor() { "$MENTOR" "$@" >said 2>&1 || fail "$where: mentor $*: status $?: $(cat said)"; }

# make_base: in a new repository, with `said` outside of what git sees.
make_base() {
  local number where=base types=(project class-hour volunteering)
  mentor init .
  echo said >.git-info-exclude
  git init -q && mv .git-info-exclude .git/info/exclude
  git config core.hooksPath /dev/null && git config gc.auto 0
  for number in 1 2 3; do
    mentor add-participant --id "m$number" --name "Громов Иван $number" --role mentor --category pupil --born 2009 --joined 2025-09-01
    mentor add-participant --id "e$number" --name "Лескова Анна $number" --role mentee --category pupil --born 2013 --joined 2025-09-01
  done
  for number in 1 2 3 4; do
    mentor pair --id "p$number" --form pupil-pupil --mentor "m$((number % 2 + 1))" --mentee "e$(((number + 1) / 2))" --from 2025-09-15
  done
  for number in {1..12}; do  # of the pairs 1 to 3: the pair 4 and the people 3 are named by nobody
    mentor log-activity "p$((number % 3 + 1))" --id "a$number" --type "${types[number % 3]}" --on "2026-10-$((number + 10))" --hours 1
  done
  git add -A && git commit -qm base && git tag base
}

# pick WORDS...: one of them, in $picked. (Not printed: a subshell would have random numbers of its own.)
pick() { picked=${!#} && [ $# = 1 ] || { local at=$((RANDOM % $#)) && shift "$at" && picked=$1; }; }

# edit FILE FIELD VALUE: the value then stands there.
edit() {
  local id=${1#*/}
  mentor edit "${id%.yaml}" "$2=$3"
  grep -q "^$2: .*$3" "$1" || fail "$where: edit of $1: no $2: $3"
}

# change TAG: one random change of the clone. The tag makes its words unlike all others.
change() {
  local unreferenced file
  case $((RANDOM % kinds)) in
    0) mentor add-participant --id "new-$1" --name "Новикова Яна $1" --role mentee --category pupil --born 2014 --joined 2026-10-01 ;;
    1)
      pick pairs/*.yaml
      file=${picked#pairs/}
      pick project class-hour volunteering
      mentor log-activity "${file%.yaml}" --id "new-$1" --type "$picked" --on "2026-11-$((RANDOM % 9 + 10))" --note "тема $1"
      ;;
    2)  # any field of any record
      pick {participants,pairs,activities}/*.yaml
      file=$picked
      case "$file" in
        participants/*) pick "name Лескова Яна $1" "unit класс $1" "joined 2025-09-0$((RANDOM % 9 + 1))" ;;
        pairs/*) pick "until 2027-05-$((RANDOM % 20 + 10))" "from 2025-09-$((RANDOM % 5 + 10))" ;;
        activities/*) pick "note тема $1" "hours $((RANDOM % 9 + 2))" "on 2026-10-$((RANDOM % 20 + 10))" ;;
      esac
      edit "$file" "${picked%% *}" "${picked#* }"
      ;;
    3 | 4)  # a field of a record that the other side is likely to change, too
      pick "participants/e1.yaml unit класс $1" "participants/e1.yaml name Лескова Яна $1" "pairs/p1.yaml until 2027-05-$((RANDOM % 20 + 10))"
      set -- $picked
      edit "$1" "$2" "${*:3}"
      ;;
    5)
      unreferenced=()
      for file in {participants,pairs,activities}/*.yaml; do
        grep -qwE "(mentor: |mentee: |\[)$(basename "$file" .yaml)" pairs/* activities/* || unreferenced+=("$file")
      done
      pick "${unreferenced[@]}"
      file=${picked#*/}
      mentor remove "${file%.yaml}"
      [ ! -e "$picked" ] || fail "$where: $picked is still there"
      ;;
    6)  # an activity is logged anew in place of one that the other side may edit: git may take that for a renamed file
      pick activities/*.yaml
      set -- "$1" "$picked" "$(sed -n 's/^pairs: \[\([^],]*\).*/\1/p' "$picked")" "$(sed -n 's/^type: //p' "$picked")"
      file=${2#*/}
      mentor remove "${file%.yaml}"
      mentor log-activity "$3" --id "new-$1" --type "$4" --on "2026-11-$((RANDOM % 9 + 10))" --hours 1
      ;;
  esac
}

# expected_files: for each path what the merge should hold of it, from the three trees alone: `PATH HASH` for one that
# at most one side has changed, `PATH -` for one that should be gone, `PATH both` for one that both have changed.
expected_files() {
  { git ls-tree -r base | sed 's/^/base /'; git ls-tree -r A | sed 's/^/A /'; git ls-tree -r B | sed 's/^/B /'; } | awk '
    { hash[$1, $5] = $4; paths[$5] }
    END {
      for (path in paths) {
        base = hash["base", path]; a = hash["A", path]; b = hash["B", path]
        expected = a == b ? a : a == base ? b : b == base ? a : "both"
        print path, expected == "" ? "-" : expected
      }
    }' | sort
}

# dangling: `FILE dangling-reference` for each record that names one that is not there.
dangling() {
  local file other
  awk '/^ment(or|ee): / { print FILENAME, "participants/" $2 ".yaml" }
       /^pairs: / { gsub(/[][,]/, " "); for (i = 2; i <= NF; i++) print FILENAME, "pairs/" $i ".yaml" }' \
    pairs/*.yaml activities/*.yaml | while read -r file other; do
    [ -e "$other" ] || echo "$file dangling-reference"
  done | sort -u
}

# found: `FILE RULE` for each finding of check.
found() { sed -nE 's/^([^:]+):.* \[([a-z-]+)\]$/\1 \2/p' said | sort -u; }

# judge CONFLICTS: holds what the merge has left, a list of files in conflict among it, against what should be there.
judge() {
  local path expected merged status=0 side marked
  while read -r path expected; do
    if grep -qxF "$path" <<<"$1"; then
      [ "$expected" = both ] || fail "$where: a conflict in $path, which only one side has changed"
      continue
    fi
    merged=$(awk -v path="$path" '$4 == path { print $2 }' tree)
    if [ "$expected" != both ]; then
      [ "${merged:--}" = "$expected" ] || fail "$where: $path is not what the side that changed it made of it: $(head -c 300 "$path" 2>&1)"
      continue
    fi
    for side in A B; do  # every line that a side has added is there, and none that it has removed
      git diff -U0 base "$side" -- "$path" | sed -n '/^+++/d; s/^+//p' | while read -r line; do
        grep -qxF -- "$line" "$path" 2>/dev/null || echo "$line"
      done >lost
      [ ! -s lost ] || fail "$where: in $path there is not what $side wrote: $(cat lost)"
    done
    [ "$(grep -c '^id:' "$path" 2>/dev/null)" = 1 ] || fail "$where: $path has not one id"
  done <expected
  cut -d ' ' -f 1 expected | LC_ALL=C sort >known
  cut -f 2 tree | LC_ALL=C sort -u | comm -23 - known >unknown
  [ ! -s unknown ] || fail "$where: files that no side had: $(cat unknown)"

  "$MENTOR" check >said 2>&1 || status=$?
  marked=$(grep -lE '^(<<<<<<<|=======|>>>>>>>)' {participants,pairs,activities}/*.yaml || true)
  if [ -n "$marked" ]; then
    [ "$status" = 4 ] || fail "$where: check of conflict markers ends with $status"
    [ "$(found | sed -n 's/ conflict-marker$//p')" = "$(sort -u <<<"$marked")" ] || fail "$where: check does not name $marked: $(cat said)"
  else
    [ "$(found)" = "$(dangling)" ] || fail "$where: check finds other things than “$(dangling)”: $(cat said)"
    [ "$status" = 1 ] || [ -z "$(dangling)" ] || fail "$where: check of dangling references ends with $status"
    [ "$status" = 0 ] || [ -n "$(dangling)" ] || fail "$where: check ends with $status: $(cat said)"
  fi
}

# history NUMBER: works on both sides, merges, judges. Every other one is merged by git as it comes. In the rest a record is
# replaced by one much like it, too, which git takes for a renamed file unless it is told not to (mentor-records(5)).
history() {
  local where="history $1 of seed $seed" side number changes conflicts= kinds=6 merge_options=
  [ $(($1 / workers % 2)) = 0 ] || { kinds=7 merge_options="-X find-renames=100%"; }
  RANDOM=$((seed + $1 - 1))
  for side in A B; do
    git checkout -q -f -B "$side" base
    rm -rf .mentor  # a clone of its own has one of its own
    changes=$((RANDOM % 4 + 1))
    for ((number = 1; number <= changes; number++)); do
      change "${side,}$number"
    done
    git add -A && git commit -q --allow-empty -m "$side"
  done
  git checkout -q A
  if git merge -q $merge_options -m merge B >merge.out 2>&1; then
    echo merged >>outcomes
  else
    conflicts=$(git diff --name-only --diff-filter=U)
    [ -n "$conflicts" ] || fail "$where: git does not merge: $(cat merge.out)"
    echo conflict >>outcomes
  fi
  git ls-files -s >tree
  expected_files >expected
  judge "$conflicts"
  git reset -q --hard
}

# work NUMBER: every so many-eth history, in a repository of its own.
work() {
  local number
  mkdir "$1" && cd "$1"
  make_base
  printf '%s\n' said merge.out outcomes tree expected lost known unknown >.git/info/exclude
  touch outcomes
  for ((number = $1; number <= histories; number += workers)); do
    history "$number"
  done
  exit "$failed"
}

processes=()
for number in $(seq "$workers"); do
  work "$number" &
  processes+=($!)
done
for number in "${processes[@]}"; do
  wait "$number" || failed=1
done
merged=$(cat */outcomes | grep -c merged || true)
echo "seed $seed: $merged merged, $((histories - merged)) with conflicts"
[ "$merged" -gt 0 ] && [ "$merged" -lt "$histories" ] || [ "$histories" -lt 20 ] || fail "the histories are all of one kind"
[ "$(cat */outcomes | wc -l)" = "$histories" ] || fail "not every history came to its end"
finish
