#!/usr/bin/env bash
# Two people work on two clones, and git merges: nothing that either did is lost or fused, a conflict is only where both
# changed the same file, and check names each file with a conflict. Random histories, always the same for one seed.
# In as many more a school year is packed on either side or on both: no record is lost, and none is counted twice in
# silence. A removal may be lost there; how many are, is told.
#   MENTOR_TEST_HISTORIES=N  how many: 24, under the sanitizers 4, with MENTOR_TEST_LONG=1 2000, of packed years 1000
#   MENTOR_TEST_SEED=N       other ones; history H of seed S is history 1 of seed S + H - 1
. "$(dirname "$0")/clones.sh"
many_processes
[ -z "${SANITIZE:-}" ] && histories=24 || histories=4
packed_histories=$histories
[ -z "${MENTOR_TEST_LONG:-}" ] || { histories=2000 packed_histories=1000; }
packed_histories=${MENTOR_TEST_HISTORIES:-$packed_histories}
histories=${MENTOR_TEST_HISTORIES:-$histories}
seed=${MENTOR_TEST_SEED:-2026}
packed_year=activities/2025-2026.yaml

# make_base: in a new repository.
make_base() {
  local number where=base types=(project class-hour volunteering)
  mentor init .
  sed -i "s/^      mentee: \[pupil\]/&\n      norms: {pair-months: 0-24}/" program.yaml  # its pairs last for longer
  echo "  norms: {mentors-per-mentee: 9, most-hours: 24}" >>program.yaml  # chance goes that far
  new_repository outcomes packed_outcomes new merged repeated ids survived doubles 'records.*' 'stage.*'
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

# dangling: `FILE dangling-reference` for each record that names one that is not there.
dangling() {
  local file other
  awk '/^ment(or|ee): / { print FILENAME, "participants/" $2 ".yaml" }
       /^pairs: / { gsub(/[][,]/, " "); for (i = 2; i <= NF; i++) print FILENAME, "pairs/" $i ".yaml" }' \
    pairs/*.yaml activities/*.yaml | while read -r file other; do
    [ -e "$other" ] || echo "$file dangling-reference"
  done | sort -u
}

# found: `FILE RULE` for each finding of check, but of meetings that chance makes alike.
found() { sed -nE '/\[activity-repeated\]$/d; s/^([^:]+):.* \[([a-z-]+)\]$/\1 \2/p' said | sort -u; }

# judge: holds what the merge has left, with the files in conflict, against what should be there.
judge() {
  local status=0 marked
  judge_files base
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
  local where="history $1 of seed $seed" side number changes kinds=6 merge_options=
  [ $(($1 / workers % 2)) = 0 ] || { kinds=7 merge_options="-X find-renames=100%"; }
  RANDOM=$((seed + $1 - 1))
  for side in A B; do
    begin_side "$side" base
    changes=$((RANDOM % 4 + 1))
    for ((number = 1; number <= changes; number++)); do
      change "${side,}$number"
    done
    end_side "$side"
  done
  merge_sides $merge_options && echo merged >>outcomes || echo conflict >>outcomes
  judge
  git reset -q --hard
}

# make_bases_with_a_past: activities of a year that is over, `single` and `packed`.
make_bases_with_a_past() {
  local number where=base types=(project class-hour volunteering)
  git checkout -q -f base
  for number in {1..8}; do
    mentor log-activity "p$((number % 3 + 1))" --id "old$number" --type "${types[number % 3]}" --on "2026-03-$((number + 10))" --hours 1
  done
  git add -A && git commit -qm single && git tag single
  mentor close-year 2025-2026 --force
  git add -A && git commit -qm packed && git tag packed
}

# records: `ID FILE LINES` for each activity in the working tree: the lines of its document with | between them.
records() {
  awk '
    function tell() { if (id != "") print id, file, text; id = text = "" }
    FNR == 1 { tell(); file = FILENAME }
    /^---/ { tell(); next }
    /^id: / { if (id != "") { print "FUSED", file, id "+" $2 }; id = $2 }
    { text = text $0 "|" }
    END { tell() }
  ' activities/*.yaml | sort
}

# lines_of RECORDS: `ID LINE` for each line of each of them.
lines_of() {
  awk '{ id = $1; sub(/^[^ ]+ [^ ]+ /, ""); count = split($0, lines, "|"); for (i = 1; i < count; ++i) print id, lines[i] }' "$1" | sort -u
}

# change_past TAG: one random change of the year that is over.
change_past() {
  pick $(grep -hoE '^id: (old|late)[^ ]*' activities/*.yaml | sed 's/^id: //')
  case $((RANDOM % 6)) in
    0 | 1) mentor log-activity "p$((RANDOM % 3 + 1))" --id "late-$1" --type project --on "2026-03-$((RANDOM % 20 + 10))" --note "тема $1" ;;
    2) mentor edit "$picked" "note=тема $1" ;;
    3) mentor edit "$picked" "hours=$((RANDOM % 9 + 2))" ;;
    4) mentor edit "$picked" "on=2026-04-$((RANDOM % 20 + 10))" ;;
    5) mentor remove "$picked" ;;
  esac
}

# documents STAGE: the documents of the packed year in that stage of a conflict, each on one line.
documents() {
  { git show ":$1:$packed_year" 2>/dev/null || true; } | awk '/^---/ { if (text != "") print text; text = ""; next } { text = text $0 "|" } END { if (text != "") print text }' | LC_ALL=C sort
}

# keep_both: ends a conflict in the packed year as mentor says: what either side has written stays, parted by ---. What both
# have left as it was stays, and what only one has removed goes, as it does where git finds no conflict.
keep_both() {
  documents 1 >stage.1 && documents 2 >stage.2 && documents 3 >stage.3
  { LC_ALL=C comm -12 stage.2 stage.3; LC_ALL=C comm -23 stage.2 stage.1; LC_ALL=C comm -23 stage.3 stage.1; } | sort -u |
    sed 's/^/---\n/; s/|/\n/g' | sed '/^$/d' >"$packed_year"
}

# judge_past: holds the merged records against those of the three trees.
judge_past() {
  local id file side repeated counted status=0
  records >merged
  grep -q '^FUSED' merged && fail "$where: fused: $(grep '^FUSED' merged)"
  for side in A B; do
    awk 'NR == FNR { base[$1] = $0; next } !($1 in base) { print $1 }' records.base "records.$side" | sort -u >new
    while read -r id; do
      grep -q "^$id " merged || fail "$where: $id, which $side has made, is lost"
    done <new
    # every line that a side has written stands in some copy of its record
    comm -23 <(lines_of "records.$side") <(lines_of records.base) | comm -23 - <(lines_of merged) >lost
    [ ! -s lost ] || fail "$where: what $side wrote is lost: $(cat lost)"
  done
  while read -r id file; do  # what neither has removed is there
    if grep -q "^$id " records.A && grep -q "^$id " records.B; then
      grep -q "^$id " merged || fail "$where: $id is lost"
    elif grep -q "^$id " merged; then
      echo "$id" >>survived
    fi
  done <records.base
  cut -d ' ' -f 1 merged | sort | uniq -d >repeated
  cut -d ' ' -f 1 merged | sort -u >ids
  repeated=$(wc -l <repeated)
  counted=$("$MENTOR" list activities --format csv --fields id -q 2>said | tail -n +2 | tr -d '\r' | sort)
  [ "$counted" = "$(cat ids)" ] || fail "$where: counted are $counted, and there are $(cat ids)"
  if [ "$repeated" = 0 ]; then
    [ ! -s said ] || fail "$where: a list of sound records says: $(cat said)"
  else
    grep -q "In several places, each counted once: $repeated record" said || fail "$where: $repeated repeated records are not told: $(cat said)"
  fi
  "$MENTOR" check >said 2>&1 || status=$?
  [ "$(grep -c '\[duplicate-id\]$' said)" = $(($(wc -l <merged) - $(wc -l <ids))) ] || fail "$where: check tells of other repeats than $(cat repeated): $(cat said)"
  [ "$(grep -cvE '\[(duplicate-id|activity-repeated)\]$|^In all' said)" = 0 ] || fail "$where: check finds: $(cat said)"
  cat repeated >>doubles
  while read -r id; do
    decide "$id"
  done <repeated
}

# decide ID: of a record in several places those are named, none is touched by guess, and one goes when it is named.
decide() {
  local before after place status=0
  before=$(git status --porcelain | sort; cat activities/*.yaml | cksum)
  "$MENTOR" remove "$1" >said 2>&1 || status=$?
  [ "$status" = 3 ] || fail "$where: remove of $1, which stands in several places, ends with $status: $(cat said)"
  while read -r place; do
    grep -q "^  $place:" said || fail "$where: remove of $1 does not name $place: $(cat said)"
  done < <(grep "^$1 " merged | cut -d ' ' -f 2)
  place=$(sed -n 's/^  \([^ ]*\).*/\1/p' said | tail -n 1)
  [ "$before" = "$(git status --porcelain | sort; cat activities/*.yaml | cksum)" ] || fail "$where: a refused remove of $1 has changed something"
  mentor edit "$1" hours=12 --file "$place"
  mentor undo
  mentor remove "$1" --file "$place"
  [ "$(records | grep -c "^$1 ")" = $(($(grep -c "^$1 " merged) - 1)) ] || fail "$where: remove of $1 in $place leaves: $(records | grep "^$1 ")"
  mentor undo
  [ "$before" = "$(git status --porcelain | sort; cat activities/*.yaml | cksum)" ] || fail "$where: undo has not brought $1 in $place back"
}

# packed_history NUMBER: works on both sides, of which one or both pack the year, or have it packed; merges, decides, judges.
packed_history() {
  local where="packed history $1 of seed $seed" side number changes packs base=single
  RANDOM=$((seed + $1 - 1))
  [ $((RANDOM % 3)) != 0 ] || base=packed
  packs=$((RANDOM % 3 + 1))  # 1: A, 2: B, 3: both
  git checkout -q -f "$base"
  records >records.base
  for side in A B; do
    begin_side "$side" "$base"
    changes=$((RANDOM % 5 + 1))
    when=$((RANDOM % changes + 1))
    for ((number = 1; number <= changes; number++)); do
      change_past "${side,}$number"
      if [ "$number" = "$when" ]; then
        case "$side$packs" in
          A1 | A3 | B2 | B3) mentor close-year 2025-2026 --force ;;
        esac
      fi
    done
    records >"records.$side"
    end_side "$side"
  done
  if merge_sides -X find-renames=100%; then
    echo merged >>packed_outcomes
  else
    echo conflict >>packed_outcomes
    if grep -q '^<<<<<<<' "$packed_year" 2>/dev/null; then
      expect_status 4 "$MENTOR" check
      expect_in out "keep both versions as whole records, parted by a line ---"
      keep_both
    fi
    git add -A
  fi
  rm -rf .mentor
  judge_past
  git reset -q --hard
}

# work NUMBER: every so many-eth history, in a repository of its own.
work() {
  local number
  make_base
  touch outcomes packed_outcomes survived doubles
  for ((number = $1; number <= histories; number += workers)); do
    history "$number"
  done
  make_bases_with_a_past
  for ((number = $1; number <= packed_histories; number += workers)); do
    packed_history "$number"
  done
}

by_all_workers work
merged=$(cat */outcomes | grep -c merged || true)
echo "seed $seed: $merged merged, $((histories - merged)) with conflicts"
packed_merged=$(cat */packed_outcomes | grep -c merged || true)
echo "seed $seed: of $packed_histories with packed years $packed_merged merged, $((packed_histories - packed_merged)) with conflicts;" \
  "$(cat */doubles | wc -l) records in several places, all told; $(cat */survived | wc -l) removals that the record survived"
[ "$(cat */packed_outcomes | wc -l)" = "$packed_histories" ] || fail "not every history with packed years came to its end"
[ "$merged" -gt 0 ] && [ "$merged" -lt "$histories" ] || [ "$histories" -lt 20 ] || fail "the histories are all of one kind"
[ "$(cat */outcomes | wc -l)" = "$histories" ] || fail "not every history came to its end"
finish
