#!/usr/bin/env bash
# Counts the instructions of `mentor check` on the made-up school and holds them against instructions.txt: more than a
# tenth above fails, and more than a tenth below is told, so that the figure is lowered. MENTOR_ACCEPT=1 writes it anew.
. "$(dirname "${BASH_SOURCE[0]}")/counting.sh"
: "${COMPILER:?which one, as it stands in the file}"
kept_file=$SOURCE/tests/bench/instructions.txt

"$GENERATE" school school >/dev/null
counted=$(count callgrind check -C school)
[ ! -s out ] || fail "check of the made-up school says: $(head -c 300 out)"
if [ -n "${MENTOR_ACCEPT:-}" ]; then
  {
    echo "# What instructions.sh holds its count against: the compiler, and the instructions of mentor check on school."
    echo "$COMPILER $counted"
  } >"$kept_file"
fi
kept=$(sed -n "s/^$COMPILER //p" "$kept_file")
if [ -z "$kept" ]; then
  echo "no figure is kept for $COMPILER; here it is $counted"
  exit "$skipped"
fi
echo "$counted instructions, $kept are kept: $((counted * 100 / kept)) %"
if [ $((counted * 10)) -gt $((kept * 11)) ]; then
  fail "more than a tenth above. If that is worth it, say so and run: MENTOR_ACCEPT=1 ctest -R instructions"
elif [ $((counted * 10)) -lt $((kept * 9)) ]; then
  echo "More than a tenth below: keep the new figure with MENTOR_ACCEPT=1 ctest -R instructions"
fi
finish
