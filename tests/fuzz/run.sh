#!/bin/bash
# Fuzzes with libFuzzer under both sanitizers: installs what is missing, builds the preset `fuzz`, runs the targets one
# after another and prints a table of it as Markdown.
#   tests/fuzz/run.sh                             every target, 100000 executions
#   tests/fuzz/run.sh 5000000                     every target, as many
#   tests/fuzz/run.sh 5000000 csv record_reader   these targets
#   MENTOR_ACCEPT=1 tests/fuzz/run.sh …           then adds to the corpus in the tree the few inputs found that reach
#                                                 code which it does not
# An input that breaks its property stops it; a fix begins by putting that input into tests/fuzz/corpus/<target>.
# What is found meanwhile stays in build/fuzz/found, so that the next run begins where this one ended.
set -euo pipefail
cd "$(dirname "$0")/../.."
executions=${1:-100000}
[ $# = 0 ] || shift
targets=${*:-$(ls tests/fuzz/corpus)}

.ci/packages.sh fuzz
log=build/fuzz.log
mkdir -p build
if ! { cmake --preset fuzz && cmake --build --preset fuzz; } >"$log" 2>&1; then
  tail -n 40 "$log" >&2
  exit 1
fi
build/fuzz/tests/fuzz/mentor_yaml_suite tests/fuzz/yaml-test-suite.json

# Half of the time goes into the stacks of all allocations and into memory kept from reuse. What is found is run again.
export ASAN_OPTIONS=malloc_context_size=0:quarantine_size_mb=1

figure() { sed -n "s/^stat::$1: *//p" "$log"; }
table=""
for target in $targets; do
  fuzzer=build/fuzz/tests/fuzz/mentor_fuzz_$target
  kept=tests/fuzz/corpus/$target
  found=build/fuzz/found/$target
  mkdir -p "$found"
  dictionary=tests/fuzz/$target.dict
  case $target in canonical_reader | record_reader | settings_reader | document_edit) dictionary=tests/fuzz/yaml.dict ;; esac
  options=(-max_len=1024 -timeout=10 -rss_limit_mb=4096)
  [ -f "$dictionary" ] && options+=("-dict=$dictionary")
  log=build/fuzz/$target.log
  echo "$target: $log"
  if ! "$fuzzer" "${options[@]}" -runs="$executions" -print_final_stats=1 -artifact_prefix="build/fuzz/$target-" \
    "$found" "$kept" >"$log" 2>&1; then
    grep -E 'BROKEN|ERROR|runtime error|Test unit written' -A 1 "$log" >&2
    exit 1
  fi
  if [ -n "${MENTOR_ACCEPT:-}" ]; then
    "$fuzzer" -set_cover_merge=1 -use_counters=0 -max_len=1024 "$kept" "$found" >>"$log" 2>&1
  fi
  corpus=$(find "$found" "$kept" -type f | wc -l)
  table+="| $target | $(figure number_of_executed_units) | $(figure average_exec_per_sec) | $corpus |"$'\n'
done
printf '\n| target | executions | a second | corpus |\n|---|--:|--:|--:|\n%s' "$table"
