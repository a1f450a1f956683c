# What the example years share: a temporary folder, and commands that are shown as one would type them. Source it.
set -eu
mentor=$(command -v "${MENTOR:-mentor}") || { echo "mentor is not found; build it first: cmake --workflow --preset release" >&2; exit 1; }
case $mentor in /*) ;; *) mentor=$(pwd)/$mentor ;; esac
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
unset MENTOR_DIR MENTOR_TODAY || true
export LC_MESSAGES="${LC_ALL:-${LC_MESSAGES:-${LANG:-ru_RU.UTF-8}}}"
case $LC_MESSAGES in C | C.* | POSIX) LC_MESSAGES=ru_RU.UTF-8 ;; esac
unset LC_ALL

# on DAY: the next commands are typed on this day.
on() {
  printf '\n# %s\n' "$1"
  export MENTOR_TODAY="$1"
}

# do_ COMMAND...: the command as one would type it, then what it prints.
do_() {
  printf '$ mentor'
  for word in "$@"; do
    case $word in
      *[\ \"]*) printf ' "%s"' "$word" ;;
      *) printf ' %s' "$word" ;;
    esac
  done
  printf '\n'
  "$mentor" "$@" 2>&1
}
