#!/usr/bin/env bash
# The manual names every command, option and key, in both languages, and its pages are sound. Of fields and rules
# manual_test.cpp asks the tables.
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
    # The command's own section, where its options must stand, each as a word of its own.
    sed -n "/^\.SS mentor $command\( .*\)*\$/,/^\.S[SH]/p" mentor.1 >section
    [ -s section ] || fail "$folder/mentor.1 has no section “mentor $command”"
    for option in $("$MENTOR" "$command" --help | sed -n '/^Options:/,/^$/p' | grep -oE '^ +(-[a-zA-Z], )?--[a-z-]+' | grep -oE -- '--[a-z-]+'); do
      # The filters of lists and reports have a section of their own.
      case $command in report | list) sed -n '/^\.SS .*report.*list/,/^\.S[SH]/p' mentor.1 | tail -n +2 >>section ;; esac
      grep -qE -- "fB$option([^a-z-]|\$)" section || fail "$folder/mentor.1, mentor $command: no $option"
    done
  done
  for option in $("$MENTOR" init --help | grep -oE -- '--[a-z-]+' | sort -u); do
    grep -qE -- "fB$option([^a-z-]|\$)" mentor.1 || fail "$folder/mentor.1: no $option"
  done
  for command in report check; do
    # As the help lists them, which goes by the tables.
    formats=$("$MENTOR" $command --help | tr -s ' \n' '  ' | grep -oE -- '--format FORMAT [a-z, ]+' | sed 's/.*FORMAT//; s/,//g')
    [ "$(wc -w <<<"$formats")" -gt 3 ] || fail "the help of $command lists no formats: $formats"
    for format in $formats; do expect_in mentor.1 "fB$format"; done
  done
  reports=$("$MENTOR" report --help | sed -n '/^Reports:/,/^$/s/^  \([a-z-]*\) .*/\1/p')
  [ "$(wc -w <<<"$reports")" -gt 3 ] || fail "the help of report lists no reports: $reports"
  for report in $reports; do expect_in mentor.1 "fB$report"; done
  for key in $(sed -n '/_keys = {/,/;/p' "$SOURCE/src/storage/yaml/settings_reader.cpp" | grep -oE '"[a-z-]+"' | tr -d '"' | sort -u); do
    grep -qF "\\fB$key\\fR" mentor-records.5 || fail "$folder/mentor-records.5: no entry $key"
  done
done
finish
