# Sourced by every test of this folder: a temporary folder, and ways to say what is wrong.
set -euo pipefail
: "${MENTOR:?the binary}" "${SOURCE:?the source tree}"
# Messages are in English, whatever the program's language. Only mentor looks for this locale: it need not be there.
unset LC_ALL LANG LANGUAGE || true
export LC_CTYPE=C LC_COLLATE=C MENTOR_TODAY=2026-11-23
{ export LC_MESSAGES=en_US.UTF-8; } 2>/dev/null  # bash says that it is not there
unset MENTOR_DIR NO_COLOR || true
export PAGER=cat
scratch=$(mktemp -d)
trap 'chmod -R u+w "$scratch" 2>/dev/null; rm -rf "$scratch"' EXIT
cd "$scratch"
failed=0

# fail TEXT: notes that something is wrong, and goes on.
fail() {
  echo "FAILED: $*" >&2
  failed=1
}

# expect_status STATUS COMMAND...: runs it quietly and holds its exit status against the one expected.
expect_status() {
  local expected=$1 status=0
  shift
  "$@" >out 2>err || status=$?
  [ "$status" = "$expected" ] || fail "status $status, not $expected: $* ($(head -c 300 err))"
}

# expect_in FILE TEXT: the file must hold the text.
expect_in() { grep -qF -- "$2" "$1" || fail "no “$2” in $1: $(head -c 300 "$1")"; }

# What may stay in .mentor.
private_names='^(\.gitignore|lock|log|log/[0-9]+(\.void)?)$'

# leftovers FOLDER: what is in .mentor beside its own .gitignore, the lock and the changes that can be undone.
leftovers() (
  shopt -s dotglob nullglob
  for file in "$1"/.mentor/* "$1"/.mentor/log/*; do
    name=${file#"$1"/.mentor/}
    [[ "$name" =~ $private_names ]] || printf '%s ' "$name"
  done
)

# many_processes: for a test that starts thousands. Under the sanitizers a process takes ten times as long, and half of that
# goes into looking for leaks, which the other tests do. Half of the time of the others is waiting for the disk, so they
# work in memory where it has room; with `on_disk=yes` before, or MENTOR_TEST_LONG=1, on the disk.
many_processes() {
  local room
  export ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}detect_leaks=0
  room=$(df --output=avail -k /dev/shm 2>/dev/null | tail -n 1)
  if [ -z "${on_disk:-}${MENTOR_TEST_LONG:-}" ] && [ "${room:-0}" -gt 1000000 ]; then
    rmdir "$scratch"
    scratch=$(mktemp -d -p /dev/shm mentor-test-XXXXXX)
    cd "$scratch"
  fi
}

finish() { exit "$failed"; }
