#!/usr/bin/env bash
# Every sentence in both languages: a key in the code stands in both catalogs, and no catalog holds one that nothing
# says. A literal key stands in a call of `say` or `key`, which is how it is found.
. "$(dirname "$0")/common.sh"

# The lines are joined, since clang-format may break one after the bracket.
find "$SOURCE/src" "$SOURCE/include" -name '*.?pp' -exec cat {} + | tr '\n' ' ' | grep -aoE '\b(say|key)\( *"[^"]+"' |
  sed 's/.*"\(.*\)"/\1/' | sort -u >in-code
[ "$(wc -l <in-code)" -gt 200 ] || fail "too few keys were found in the code"
for language in en ru; do
  catalog="$SOURCE/src/language/catalogs/$language.po"
  msgfmt --check --check-accelerators -o /dev/null "$catalog" || fail "msgfmt refuses $language.po"
  msgattrib --translated --no-obsolete --no-fuzzy "$catalog" | sed -n 's/^msgid "\(..*\)"$/\1/p' | sort -u >"$language"
  comm -23 in-code "$language" >missing
  comm -13 in-code "$language" >unused
  [ ! -s missing ] || fail "not in $language.po: $(tr '\n' ' ' <missing)"
  [ ! -s unused ] || fail "nothing says what $language.po holds: $(tr '\n' ' ' <unused)"
done
finish
