#!/usr/bin/env bash
# main -> cli -> storage, render, language -> core: each layer includes only those below it, and a library is known in
# one place.
. "$(dirname "$0")/common.sh"

# includes LAYER: the folders of ours that the layer includes.
includes() { grep -rhoE '^#include "[a-z]+/' "$SOURCE/src/$1" | sed 's/.*"//; s,/,,' | sort -u | tr '\n' ' '; }

[ "$(includes core)" = "mentor " ] || fail "core includes $(includes core)"
[ "$(includes language)" = "mentor " ] || fail "language includes $(includes language)"
[ "$(includes storage)" = "mentor storage " ] || fail "storage includes $(includes storage)"
[ "$(includes render)" = "language mentor " ] || fail "render includes $(includes render)"
[ "$(includes cli)" = "cli language mentor render storage " ] || fail "cli includes $(includes cli)"

# Storage is parted into rooms, and a room includes those below it.
below=""
for room in disk yaml change upkeep; do
  for used in $(grep -rhoE '^#include "storage/[a-z]+/' "$SOURCE/src/storage/$room" | sed 's,.*storage/,,; s,/,,' | sort -u); do
    case " $below " in *" $used "*) ;; *) fail "storage/$room includes storage/$used" ;; esac
  done
  below="$below $room"
done
[ "$(find "$SOURCE/src/storage" -maxdepth 1 -type f | wc -l)" = 0 ] || fail "a file of storage is in no room"

# only PATTERN FOLDER: the pattern stands in includes of that folder alone.
only() {
  local elsewhere
  elsewhere=$(grep -rlE "^#include <$1" "$SOURCE/src" "$SOURCE/include" | grep -v "$SOURCE/src/$2" || true)
  [ -z "$elsewhere" ] || fail "<$1 outside $2: $elsewhere"
}
only yaml-cpp storage
only CLI/ cli
only unicode/ language
only nlohmann/ '\(render\|cli/manual\)/'
[ "$(grep -rlE '^#include <CLI/' "$SOURCE/src" | wc -l)" = 1 ] || fail "CLI11 is included in more than one file"

# A wrong include does not even compile: a layer does not see the headers above it.
flags=$(sed -n '/-o [^"]*mentor_core.dir\//{s/.*"command": "\(.*\) -o .*/\1/p;q}' "$BUILD/compile_commands.json")
[ -n "$flags" ] || fail "no compile command of the core was found"
echo '#include "storage/yaml/yaml.hpp"' >wrong.cpp
$flags -fsyntax-only wrong.cpp 2>/dev/null && fail "the core can include storage"
echo '#include "mentor/date.hpp"' >right.cpp
$flags -fsyntax-only right.cpp || fail "the core cannot include itself"
finish
