#!/usr/bin/env bash
# The manual names every command, option, field, key and rule, in both languages, and its pages are sound.
. "$(dirname "$0")/common.sh"

plain() { sed 's/\\-/-/g; s/\\&//g' "$1"; }
for folder in man man/ru; do
  for page in mentor.1 mentor-records.5 mentor-rules.7; do
    plain "$SOURCE/$folder/$page" >"$page" || fail "no $folder/$page"
    if command -v mandoc >/dev/null; then
      mandoc -T lint -W warning "$SOURCE/$folder/$page" >lint || fail "$folder/$page: $(head -n 5 lint)"
    fi
  done
  for command in $("$MENTOR" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z-]*\) .*/\1/p'); do
    expect_in mentor.1 "$command"
    for option in $("$MENTOR" "$command" --help | grep -oE '^ +(-[a-zA-Z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+'); do
      expect_in mentor.1 "$option"
    done
  done
  for format in text markdown csv json sarif github; do expect_in mentor.1 "$format"; done
  for rule in $(sed -n 's/.*\.name = "\([a-z-]*\)".*/\1/p' "$SOURCE/src/core/rules.cpp"); do
    expect_in mentor-rules.7 "$rule"
  done
  for field in $(grep -oE 'field<&[A-Za-z:]+(, [A-Za-z<>]+)?>\("[a-z]+"' "$SOURCE/src/core/fields.cpp" | sed 's/.*"\(.*\)"/\1/'); do
    expect_in mentor-records.5 "$field"
  done
  for key in $(sed -n '/_keys = {/,/;/p' "$SOURCE/src/storage/settings_reader.cpp" | grep -oE '"[a-z-]+"' | tr -d '"' | sort -u); do
    expect_in mentor-records.5 "$key"
  done
done
finish
