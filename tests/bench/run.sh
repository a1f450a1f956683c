#!/bin/bash
# Measures mentor on made-up programs against the floor, which is to open and read every file once, and prints tables as
# Markdown: medians, how many times the floor, peak memory, growth, and the targets with what was met and missed.
#   tests/bench/run.sh                         all three sizes
#   tests/bench/run.sh school|district|region  one
#   tests/bench/run.sh … --peers               and ledger, hledger, recutils, Taskwarrior, beancount, SQLite on district
#   ROUNDS=9 tests/bench/run.sh …              every command so many times instead of 5 (a quick one three times as
#                                              often, one that takes over 20 s only twice)
# Installs what is missing and builds the preset bench. The data, up to 4 GB, goes to a folder in TMPDIR that is
# removed at the end. The figures mean something on a machine that does nothing else.
set -euo pipefail
cd "$(dirname "$0")/../.."
rounds=${ROUNDS:-5}
measured=()  # the sizes
peers=""
for word in "$@"; do
  case $word in
    school | district | region) measured+=("$word") ;;
    all) measured+=(school district region) ;;
    --peers) peers=yes ;;
    *) sed -n '2,/^set/s/^# \{0,1\}//p' "$0" >&2; exit 2 ;;
  esac
done
[ "${#measured[@]}" != 0 ] || measured=(school district region)

.ci/packages.sh bench >&2
[ -z "$peers" ] || .ci/packages.sh peers >&2
log=build/bench.log
mkdir -p build
if ! { cmake --preset bench && cmake --build --preset bench; } >"$log" 2>&1; then
  tail -n 40 "$log" >&2
  exit 1
fi

export LC_ALL=C MENTOR_TODAY=2026-11-24
unset MENTOR_DIR NO_COLOR || true
mentor=$PWD/build/bench/src/mentor
tools=$PWD/build/bench/tests/bench
scripts=$PWD/tests/bench
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
results=$scratch/results
mkdir "$results"
. "$scripts/measuring.sh"

# open_pair DIR: the id of a pair of pupils that has no end.
open_pair() { grep -L -m 1 -r -e '^until' -e teacher "$1/pairs" | sort | sed -n '1s,.*/\(.*\)\.yaml,\1,p'; }

# add_consent DIR PERSON: signed by a representative, since the newcomers are minors.
add_consent() {
  printf 'id: consent-%s\ntype: processing-consent\npeople: [%s]\non: 2026-11-20\nby: representative\n' "$2" "$2" \
    >"$1/documents/consent-$2.yaml"
}

# add_newcomers DIR: a mentor, and a mentee for each time that pair is measured; none of them is in a pair.
add_newcomers() {
  printf 'id: newmentor\nname: Новосёлов Прохор Назарович\ncategory: pupil\nroles: [mentor]\nborn: 2010-02-17\n' \
    >"$1/participants/newmentor.yaml"
  printf 'id: newtraining\ntype: mentor-school\npeople: [newmentor]\non: 2026-11-20\n' >"$1/trainings/newtraining.yaml"
  add_consent "$1" newmentor
  for number in $(seq "$rounds"); do
    printf 'id: newcomer%s\nname: Новосёлова Инна Назаровна %s\ncategory: pupil\nroles: [mentee]\nborn: 2014-03-09\n' \
      "$number" "$number" >"$1/participants/newcomer$number.yaml"
    add_consent "$1" "newcomer$number"
  done
}

# The folders through which pair looks: who the people are, whether they are free, have their papers and were trained.
gates=(participants pairs documents trainings)

# one_round SIZE DIR NUMBER: a sample of every command. Those that write add a record or change one each time.
one_round() {
  local size=$1 in=$2 number=$3 again report
  for again in 1 2 3; do
    take "$size" "--version" - "$mentor" --version
    take "$size" "--help" - "$mentor" --help
    take "$size" "log-activity by id" - "$mentor" log-activity "$pair" -C "$in" --type project --hours 1.5 \
      --note "Занятие $number.$again"
  done
  take "$size" "check" "$in" "$mentor" check -C "$in"
  take "$size" "report summary" "$in" "$mentor" report summary -C "$in"
  take "$size" "report participants" "$in" "$mentor" report participants -C "$in"
  take "$size" "report pairs" "$in" "$mentor" report pairs -C "$in"
  take "$size" "report activities --period this-month" "$in" "$mentor" report activities -C "$in" --period this-month
  for report in attention documents plans workload roadmap; do
    take "$size" "report $report" "$in" "$mentor" report "$report" -C "$in"
  done
  take "$size" "list participants --unit 6Б" "$in" "$mentor" list participants -C "$in" --unit 6Б
  take "$size" "list pairs --form pupil-pupil --open" "$in" "$mentor" list pairs -C "$in" --form pupil-pupil --open
  take "$size" "list activities --type project --period 2026-11" "$in" \
    "$mentor" list activities -C "$in" --type project --period 2026-11
  take "$size" "list activities" "$in" "$mentor" list activities -C "$in"
  take "$size" "list activities --format json" "$in" "$mentor" list activities -C "$in" --format json
  take "$size" "show a person by id" "$in" "$mentor" show newmentor -C "$in"
  take "$size" "edit a person by id" "$in" "$mentor" edit newmentor -C "$in" "unit=1$((number % 2))Б"
  take "$size" "add-participant" "$in participants" "$mentor" add-participant -C "$in" \
    --name "Приходько Инна $number" --role mentee --category pupil --born 2014-03-09 --unit 6Б
  take "$size" "pair by ids" "$in $(printf '%s ' "${gates[@]}")" "$mentor" pair -C "$in" --form pupil-pupil \
    --mentor newmentor --mentee "newcomer$number"
  take "$size" "yaml-cpp alone" "$in" "$tools/mentor_yaml_cpp_alone" "$in"
}

# edit_by_hand DIR: a loose activity in flow style with comments, and a comment in the first record of a packed year.
edit_by_hand() {
  local loose packed
  loose=$(find "$1/activities" -name '??????????.yaml' | sort | sed -n 1p)
  {
    echo "# by hand"
    sed -e 's/^note: \(.*\)/note: "\1"/' -e 's/$/,/' -e '1s/^/{ /' "$loose"
    echo "}  # in flow style"
  } >"$scratch/edited"
  mv "$scratch/edited" "$loose"
  packed=$(find "$1/activities" -name '????-????.yaml' | sort | sed -n 1p)
  [ -z "$packed" ] || sed -i '0,/^hours:.*/s//&  # by hand/' "$packed"
}

measure_size() {
  local size=$1 in=$scratch/$1 number
  printf '\n### %s\n\n' "$size"
  "$tools/mentor_generate" "$in" "$size" | sed 's/^[^:]*: //'
  add_newcomers "$in"
  pair=$(open_pair "$in")
  for number in 1 2; do  # so that the cache is warm
    "$tools/mentor_floor" "$in" >/dev/null
  done
  for number in $(seq "$rounds"); do
    one_round "$size" "$in" "$number"
  done
  echo
  table "$size"
  edit_by_hand "$in"
  if "$mentor" check -C "$in" >"$scratch/findings" && [ ! -s "$scratch/findings" ]; then
    printf '\n`check` after an edit by hand, with comments and in flow style: the same findings, none.\n'
  else
    printf '\n`check` after an edit by hand: MISSED, it should find nothing:\n\n'
    head -n 5 "$scratch/findings"
  fi
  rm -rf "$in"
}

# print_row WORD...: a row of a table; header_rule NUMBER: the line under its head, the first column left.
print_row() { printf '|'; printf ' %s |' "$@"; echo; }
header_rule() { printf '|---|'; printf -- '--:|%.0s' $(seq "$1"); echo; }

print_growth() {
  local row size first=${measured[0]} last=${measured[-1]} cells
  [ "$first" != "$last" ] || return 0
  printf '\n### Growth\n\n'
  print_row command "${measured[@]/%/, ms}" "$last ÷ $first"
  header_rule $((${#measured[@]} + 1))
  while read -r row; do
    cells=()
    for size in "${measured[@]}"; do
      cells+=("$(as_milliseconds "$(median "$size" "$row" 1)")")
    done
    print_row "$row" "${cells[@]}" "$(as_ratio "$(ratio "$(median "$last" "$row" 1)" "$(median "$first" "$row" 1)")")"
  done < <(rows "$last")
}

# target NAME FIGURE LIMIT UNIT: a row of the table of targets.
target() {
  local verdict=missed
  [ "$2" != - ] || return 0
  ! within "$2" "$3" || verdict=met
  printf '| %s | ≤ %s%s | %s%s | %s |\n' "$1" "$3" "$4" "$(as_ratio "$2")" "$4" "$verdict"
}

# worst COLUMN SIZE ROW...: the greatest of the medians.
worst() {
  local column=$1 size=$2 row
  shift 2
  for row in "$@"; do median "$size" "$row" "$column"; done | sort -g | tail -n 1
}

print_targets() {
  local size last=${measured[-1]} number
  local reading=("check" "report summary" "report participants" "report pairs" "report activities --period this-month"
    "report attention" "report documents" "report plans" "report workload" "report roadmap"
    "list participants --unit 6Б" "list pairs --form pupil-pupil --open"
    "list activities --type project --period 2026-11")
  printf '\n### Targets\n\n| what | target | here | |\n|---|--:|--:|---|\n'
  target "--version and --help" "$(ratio "$(worst 1 "$last" --version --help)" 1000)" 10 " ms"
  for size in "${measured[@]}"; do
    for number in "${!reading[@]}"; do
      [ "$size" != school ] || break  # for the two others the design sets it
      target "${reading[number]}, $size" "$(median "$size" "${reading[number]}" 4)" 1.5 " × floor"
    done
    target "add-participant, $size" "$(median "$size" add-participant 4)" 1.5 " × floor of participants"
    target "pair, $size" "$(median "$size" "pair by ids" 4)" 1.5 " × floor of what it looks through"
  done
  target "log-activity by id" "$(ratio "$(worst 1 "$last" "log-activity by id")" 1000)" 15 " ms"
  target "log-activity, region ÷ school" \
    "$(ratio "$(median region "log-activity by id" 1)" "$(median school "log-activity by id" 1)")" 1.2 ""
  target "memory on region" "$(ratio "$(worst 3 region "${reading[@]}" "show a person by id" "edit a person by id" \
    "list activities" "list activities --format json" add-participant "pair by ids" "log-activity by id")" 1024)" 300 " MB"
}

printf 'Measured on %s processors with %s GB of memory, %s, load %s at the beginning; %s rounds.\n' "$(nproc)" \
  "$(awk '/^MemTotal/ { printf "%.0f", $2 / 1048576 }' /proc/meminfo)" \
  "$(. /etc/os-release; echo "$PRETTY_NAME")" "$(cut -d' ' -f1 /proc/loadavg)" "$rounds"
for size in "${measured[@]}"; do
  measure_size "$size"
done
print_growth
print_targets
if [ -n "$peers" ]; then
  . "$scripts/peers.sh"
fi
