#!/usr/bin/env bash
# The pages that were made are sound roff, and "mentor help" shows the same words as mandoc.
. "$(dirname "$0")/common.sh"

pages="$BUILD/pages/man"
for language in en ru; do
  folder=$pages
  [ "$language" = en ] || folder=$pages/ru
  for page in "$folder"/man?/*; do
    name=$(basename "$page")
    mandoc -T lint -W warning "$page" >lint || fail "$language/$name: $(head -n 5 lint)"
    # The head and the foot of mandoc's page are its own; lines of ours may end at other words, also at hyphens.
    mandoc -T utf8 -O width=1000 "$page" | LC_ALL=C.UTF-8 sed -e '1d;$d' -e 's/.\x08//g' | tr -s '[:space:]' '\n' | sed '/^$/d' >expected
    "$MENTOR" --lang "$language" help "${name%.*}" | tr -s '[:space:]' '\n' | sed '/^$/d' >shown
    cmp -s expected shown || fail "$language, help ${name%.*}: $(diff expected shown | head -n 6)"
  done
done
[ -s "$pages/man1/mentor-edit.1" ] && [ -s "$pages/ru/man7/mentor-rules.7" ] || fail "pages are missing in $pages"

# Every line fits the terminal, but for examples and words that are longer.
for topic in mentor records rules; do
  "$MENTOR" --lang ru help "$topic" | LC_ALL=C.UTF-8 grep -E '^.{81,}' | grep -vE '^ {8}' >wide || true
  [ ! -s wide ] || fail "help $topic: $(head -n 3 wide)"
done

"$MENTOR" help mentee-age >shown
expect_in shown mentee-age
[ "$(wc -l <shown)" -lt 40 ] || fail "help of one rule shows more than its entry"
expect_status 2 "$MENTOR" --lang en help mentee-aeg
expect_in err 'Did you mean mentee-age?'
expect_status 2 "$MENTOR" --lang en help ''
finish
