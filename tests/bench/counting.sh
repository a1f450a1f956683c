# Sourced by the tests that count instructions instead of time, which on a shared machine is noise. Ends as skipped
# where valgrind is missing or does not run.
: "${GENERATE:?mentor_generate}"
. "$SOURCE/tests/system/common.sh"
skipped=77
valgrind --quiet --tool=none true >/dev/null 2>&1 || {
  echo "valgrind is missing or does not run here"
  exit "$skipped"
}

# Without what debuggers need, which valgrind would read every time.
strip -o "$scratch/mentor" "$MENTOR"

# count TOOL ARGUMENT...: the instructions of mentor with these arguments, by callgrind or cachegrind, which is quicker.
# The environment is always the same, since its size and the locale weigh too. It must end with 0 or, if that is set, with
# one of $statuses, a pattern.
count() {
  local tool=$1 options=() status=0
  shift
  [ "$tool" != cachegrind ] || options=(--cache-sim=no)
  env -i LC_ALL=C PATH=/usr/bin:/bin MENTOR_TODAY=2026-11-24 \
    valgrind --tool="$tool" "--$tool-out-file=/dev/null" --log-file=count "${options[@]}" ./mentor "$@" >out 2>err || status=$?
  if ! [[ $status =~ ^(${statuses:-0})$ ]]; then
    echo "mentor $* ended with $status: $(head -c 300 err)" >&2
    return 1
  fi
  sed -n 's/.*I *refs: *//p' count | tr -d ,
}
