#!/usr/bin/env bash
# On a file system that is really full every command that writes says so (status 5) and changes nothing; once there is
# room again it succeeds. Needs the right to mount, its own or that of a namespace of users; without it, it says so.
if [ -z "${FULL_DISK:-}" ]; then
  FULL_DISK=$(mktemp -d)
  export FULL_DISK
  trap 'rmdir "$FULL_DISK"' EXIT
  for namespace in "unshare -m" "unshare -Urm"; do
    if $namespace mount -t tmpfs -o size=1m full "$FULL_DISK" 2>/dev/null; then
      $namespace sh -c 'mount -t tmpfs -o size=1m full "$FULL_DISK" && exec bash "$0"' "$0"
      exit
    fi
  done
  echo "SKIPPED: a full disk: nothing can be mounted here"
  exit 0
fi
. "$(dirname "$0")/writing_commands.sh"
jobs_at_once=1  # they share the disk

# fill_and_write STATE WORDS...: on a disk that has no block left.
fill_and_write() {
  begin "$@" || return 0
  shift
  local disk=$FULL_DISK/program status
  cp -r state "$disk"
  dd if=/dev/zero of="$FULL_DISK/ballast" bs=4k 2>/dev/null && fail "the disk never becomes full"
  status=0
  faulty "$disk" -- "$@" >out 2>err || status=$?
  [ "$status" = 5 ] || fail "$row: status $status on a full disk: $(cat err)"
  grep -q '^mentor: .*space' err || fail "$row: it does not say that the disk is full: $(cat err)"
  look "$disk"
  [ "$seen" = "$old" ] || fail "$row: the program changed on a full disk"
  [ -z "$(leftovers "$disk")" ] || fail "$row: left behind in .mentor: $(leftovers "$disk")"
  check "$disk"
  [ "$checked" = "$old_status" ] || fail "$row: on the full disk check says: $(cat check.out)"

  rm "$FULL_DISK/ballast"
  faulty "$disk" -- "$@" >out 2>err || fail "$row: with room again, status $?: $(cat err)"
  look "$disk"
  [ "$seen" = "$new" ] || fail "$row: with room again it leaves something else"
  rm -r "$disk"
  echo "$row: refused on a full disk"
}

each_row fill_and_write
finish
