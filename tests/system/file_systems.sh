#!/usr/bin/env bash
# Every command that writes does so, or says why not, on file systems that can do less: without exchanging two files (ntfs-3g),
# without hard links (exFAT on a USB stick), with one link a name but no wait for folders. And a hand edit that is saved in
# the middle of a command is never overwritten, however little the file system can do.
on_disk=yes
. "$(dirname "$0")/writing_commands.sh"

record=participants/anna.yaml

# is_kept LINE: whether what somebody saved is still there: in the record, or in a file that `check` has kept and named.
is_kept() {
  grep -qs "^$1\$" "run/$record" || { grep -qs "^$1\$" run/.mentor/kept-* && grep -q "kept-" check.out; }
}

# edit_while_edited NUMBER VARIABLE=VALUE...: the record is saved by hand before that call of an edit of it.
edit_while_edited() {
  local number=$1
  shift
  rm -rf run && mkdir run && (cd run && state_program)
  status=0
  faulty run FAULT_EDIT_AT="$number" FAULT_FILE="$PWD/run/$record" "$@" -- edit anna unit=7А >out 2>err || status=$?
}

# edited_in_between VARIABLE=VALUE...: before each call in turn. Either the edit is refused, or it was done before.
edited_in_between() {
  local number status lost=0 calls
  rm -rf run && mkdir run && (cd run && state_program)
  rm -f calls
  faulty run FAULT_TRACE=../calls "$@" -- edit anna unit=7А >out 2>err || fail "undisturbed, the edit ends with $?: $(cat err)"
  calls=$(wc -l <calls)
  for number in $(seq 1 "$every" "$calls"); do
    edit_while_edited "$number" "$@"
    check run
    is_kept "# by hand" || lost=$((lost + 1))
    [ "$status" = 0 ] || [ "$status" = 5 ] || fail "$*, edited before call $number: status $status: $(cat err)"
    [ "$status" = 0 ] || ! grep -q 7А "run/$record" || fail "$*, edited before call $number: refused, and yet written"
  done
  echo "${*:-with all that a file system can}: edited before $(((calls + every - 1) / every)) of $calls calls, lost $lost times"
  [ "$lost" -le "$most_lost" ] || fail "$*: $lost hand edits were overwritten"
}
most_lost=0 edited_in_between
# Where files cannot be exchanged, one moment is left: between the last look and the renaming.
most_lost=1 edited_in_between FAULT_PLAIN=no-flags
most_lost=1 edited_in_between FAULT_PLAIN=no-links

# edited_twice: before two calls one after the other. The second edit may be of what mentor has just written.
edited_twice() {
  local number calls twice=0
  calls=$(wc -l <calls)
  for number in $(seq 1 "$every" "$calls"); do
    rm -f made
    edit_while_edited "$number" FAULT_EDIT_AGAIN=$((number + 1)) FAULT_TRACE=../made
    [ "$(wc -l <made)" -gt "$number" ] || continue # the first edit was found, and the command ended
    twice=$((twice + 1))
    check run
    is_kept "# by hand" || fail "edited before the calls $number and $((number + 1)): the first edit is lost: $(cat err)"
    is_kept "# by hand again" || fail "edited before the calls $number and $((number + 1)): the second edit is lost: $(cat err)"
  done
  echo "edited twice: $twice times"
  [ "$twice" -gt 0 ] || fail "no call was made after an edit by hand"
}
edited_twice

# edited_and_then ACTION: and then a later call kills the edit, or fails.
edited_and_then() {
  local first second status pairs=0 calls
  calls=$(wc -l <calls)
  for first in $(seq 1 "$every" "$calls"); do
    for second in $(seq $((first + 1)) "$step" "$calls"); do
      pairs=$((pairs + 1))
      edit_while_edited "$first" FAULT_AT="$second" FAULT_ACTION="$1"
      check run
      is_kept "# by hand" || fail "edited before call $first and $1 at call $second: what was saved is lost: $(cat err)"
    done
  done
  echo "edited and then $1: $pairs times"
}
[ -n "${MENTOR_TEST_LONG:-}" ] && step=1 || step=$((2 * every))
edited_and_then kill
edited_and_then EIO

# writes_everything NAME FOLDER: each row of writing_commands.sh does there what it does here.
writes_everything() {
  local name=$1 place=$2
  try_row() {
    row=$1
    local state=$2 status=0
    shift 2
    rm -rf here "$place/run" && mkdir here "$place/run"
    # Under the library of fault.cpp, without a fault: so random ids are the same here and there.
    (cd here && "state_$state" && LD_PRELOAD="$MENTOR_FAULT" "$MENTOR" "$@") >here.out 2>&1 || fail "$row: $(cat here.out)"
    (cd "$place/run" && "state_$state" && LD_PRELOAD="$MENTOR_FAULT" "$MENTOR" "$@") >there.out 2>&1 || status=$?
    look here && expected=$seen
    look "$place/run" && seen=${seen//"$place/run"/here}
    [ "$status" = 0 ] || fail "$name, $row: status $status: $(cat there.out)"
    [ "$seen" = "$expected" ] || fail "$name, $row: something else is there: $(diff <(echo "$expected") <(echo "$seen") | head -n 5)"
    [ -z "$(leftovers "$place/run")" ] || fail "$name, $row: left in .mentor: $(leftovers "$place/run")"
  }
  row() { try_row "$@"; }
  writing_commands
  echo "$name: every command writes"
}

# on_image NAME MAKE MOUNT: the same on a file system of its own, in a file. Skipped where this machine cannot mount it.
on_image() {
  local name=$1 make=$2 mount=$3 loop
  command -v "${make%% *}" >/dev/null && command -v "${mount%% *}" >/dev/null || { echo "$name: skipped, its tools are not here"; return; }
  mkdir -p "mnt-$name"
  truncate -s 64M "$name.img"
  if loop=$(losetup -f --show "$name.img" 2>/dev/null) && $make "$loop" >make.out 2>&1 && $mount "$loop" "mnt-$name" >mount.out 2>&1; then
    writes_everything "$name" "$PWD/mnt-$name"
    umount "mnt-$name"
  else
    echo "$name: skipped, this machine does not mount it"
  fi
  [ -z "$loop" ] || losetup -d "$loop"
}
export PATH=$PATH:/usr/sbin:/sbin
if [ -z "${SANITIZE:-}" ]; then
  [ ! -d /dev/shm ] || { shm=$(mktemp -d -p /dev/shm) && writes_everything tmpfs "$shm" && rm -rf "$shm"; }
  if [ "$(id -u)" = 0 ]; then
    mkdir lower upper work merged
    if mount -t overlay overlay -o "lowerdir=$PWD/lower,upperdir=$PWD/upper,workdir=$PWD/work" merged 2>/dev/null; then
      writes_everything overlay "$PWD/merged" && umount merged
    fi
    on_image ntfs "mkntfs -F -q" mount.ntfs-3g
    on_image exfat mkfs.exfat mount.exfat-fuse
    on_image vfat mkfs.vfat "mount -t vfat"
  fi
fi
finish
