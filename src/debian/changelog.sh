#!/bin/sh
# Writes the changelog of the Debian package from CHANGELOG.md, which it reads from standard input.
#   changelog.sh VERSION "NAME <ADDRESS>"
# What is unreleased stands under VERSION, with the day of SOURCE_DATE_EPOCH, or today.
set -eu
exec awk -v version="$1" -v maintainer="$2" -v today="@${SOURCE_DATE_EPOCH:-$(date +%s)}" '
  # As mail writes a date.
  function written(day, command, text) {
    command = "LC_ALL=C date -u -R -d " day
    command | getline text
    close(command)
    return text
  }
  # Lintian wants lines of at most 80 characters.
  function end_item(words, count, number, line) {
    count = split(item, words, " ")
    line = "    -"
    for (number = 1; number <= count; ++number) {
      if (length(line words[number]) >= 80) { print line; line = "     " }
      line = line " " words[number]
    }
    if (count > 0) print line
    item = ""
  }
  function end_entry() {
    end_item()
    if (day != "") printf "\n -- %s  %s\n\n", maintainer, written(day)
    day = ""
  }
  /^## \[/ {
    end_entry()
    heading = version
    next_day = today
    if ($2 != "[Unreleased]") { heading = substr($2, 2, length($2) - 2); next_day = $NF }
    next
  }
  /^### / {
    end_item()
    # Only now, so that a version of which nothing is told has no entry.
    if (heading != "") print "mentor (" heading ") unstable; urgency=medium"
    if (heading != "") day = next_day
    heading = ""
    print "\n  * " substr($0, 5) ":"
    next
  }
  /^- / { end_item(); item = substr($0, 3); next }
  /^  / { item = item " " $0; next }
  END { end_entry() }'
