#!/usr/bin/env bash
# The school year of the example: what it prints, commands and reports, is as it was when somebody last read it. The ids
# and the time of a change are another each time, so they are left out.
. "$(dirname "$0")/common.sh"
many_processes
export TMPDIR=$scratch

for language in ru en; do
  LC_ALL=ru_RU.UTF-8 "$SOURCE/examples/year.sh" "$language" >told 2>&1 || fail "the example ends with $?: $(tail -n 20 told)"
  sed -E 's/\b[0-9a-hjkmnp-tv-z]{10}\b/ID/g; s/ от [0-9.-]+ [0-9:]+ / /' told >"$language.txt"
  expected="$SOURCE/tests/golden/year.$language.txt"
  [ -n "${MENTOR_ACCEPT:-}" ] && cp "$language.txt" "$expected"
  diff "$expected" "$language.txt" >difference || fail "the year in $language is another: $(head -n 20 difference)"
done
finish
