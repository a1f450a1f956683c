#!/usr/bin/env bash
# The two school years of the example: a report of a past one stays as it was, and the example would notice if not.
. "$(dirname "$0")/common.sh"
many_processes
export TMPDIR=$scratch

"$SOURCE/examples/two-years.sh" >told 2>&1 || fail "the example ends with $?: $(tail -n 20 told)"
expect_in told "Every report of both years is as it was."

# A mentor that rewrites what stood last year.
cat >forgetful <<'END'
#!/bin/sh
case "$*" in "edit Белова name="*) set -- "$@" --correct ;; esac
exec "$REAL_MENTOR" "$@"
END
chmod +x forgetful
REAL_MENTOR=$MENTOR MENTOR="$scratch/forgetful" expect_status 1 "$SOURCE/examples/two-years.sh"
expect_in err "has changed"
finish
