#!/bin/sh
# Installs what is missing, builds, and runs every test: as it is, and under AddressSanitizer and UBSan.
#   tests/run.sh           both
#   tests/run.sh dev       one preset: dev, sanitize
#   tests/run.sh tidy      clang-tidy over every file of src (installs clang-tidy-14)
set -eu
# The poorest locale there is: what must not depend on it shows that it does not.
export LC_ALL=C
cd "$(dirname "$0")/.."
presets=${*:-dev sanitize}

.ci/packages.sh tests
case " $presets " in *" tidy "*) .ci/packages.sh tidy ;; esac
passed=0
failed=0
for preset in $presets; do
  echo "== $preset"
  log=$(mktemp)
  # Built from nothing, several files at once take half the time; clang-tidy goes by files.
  unity=ON
  [ "$preset" = tidy ] && unity=OFF
  if ! { cmake --preset "$preset" "-DCMAKE_UNITY_BUILD=$unity" -DCMAKE_UNITY_BUILD_BATCH_SIZE=12 && cmake --build --preset "$preset"; } >"$log" 2>&1; then
    grep -E 'error|warning|FAILED' "$log" | head -n 40 >&2
    echo "The preset $preset does not build; all that was said is in $log" >&2
    exit 1
  fi
  rm -f "$log"
  [ "$preset" = tidy ] && continue
  report="build/$preset/junit.xml"
  rm -f "$report"
  ctest --preset "$preset" --parallel "$(nproc)" --output-junit junit.xml --progress || true
  [ -s "$report" ] || { echo "ctest ended without a report of the preset $preset" >&2; exit 1; }
  count() { sed -n "s/.*[[:space:]]$1=\"\([0-9]*\)\".*/\1/p" "$report" | head -n 1; }
  all=$(count tests)
  bad=$(count failures)
  passed=$((passed + all - bad))
  failed=$((failed + bad))
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
