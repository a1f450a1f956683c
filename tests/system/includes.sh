#!/usr/bin/env bash
# Each file includes the usual headers that it needs, though the compiler reads them once for all files.
. "$(dirname "$0")/common.sh"
/usr/bin/python3 "$SOURCE/tests/system/includes.py" "$SOURCE" >told 2>&1 || fail "$(cat told)"
# It does notice.
mkdir -p poor/src/core poor/include
cp "$SOURCE/CMakeLists.txt" poor
printf '#include <string>\nstd::vector<std::string> words();\n' >poor/src/core/words.hpp
/usr/bin/python3 "$SOURCE/tests/system/includes.py" poor >told 2>&1 && fail "a missing <vector> is not noticed"
grep -q 'words.hpp: uses what <vector> has' told || fail "a missing <vector> is told as: $(cat told)"
finish
