#!/usr/bin/env bash
# Whenever the power is lost while a command writes, or after it, all of it has been done or nothing, whatever of it the
# file system had put on the disk (disks.hpp says what it may have): the next command finds the old program or the new
# one, and what a command had left when it ended stays: done, or refused. So it is, too, where a command is killed first
# and the power is lost while the next one recovers, where a call fails, and where somebody edits a file afterwards.
#   MENTOR_TEST_JOBS=N   how many rows at once (usually as many as there are processors)
#   MENTOR_TEST_LONG=1   more losses at each moment, every poorer file system, kills and errors in every row, and all
#                        moments under the sanitizers
. "$(dirname "$0")/writing_commands.sh"
: "${MENTOR_RECORDER:?the library of recorder.cpp}" "${MENTOR_POWER_LOSS:?the program of power_loss.cpp}"
preload+=" $MENTOR_RECORDER"

# record VARIABLE=VALUE... -- WORDS...: the command in `run`; its calls are noted in `recording`, behind those there.
record() { faulty run RECORD_TO="$PWD/recording" RECORD_BELOW="$PWD/run" "$@" >out 2>err; }

# lose_power NAME OPTIONS... -- WORDS...: judges what is in `recording`, made in `run`.
lose_power() {
  local name=$1
  shift
  "$MENTOR_POWER_LOSS" --row "$name" --calls recording --state state --new run --every "$every" --first "$row_number" \
    --program "$program" --tidy "$private_names" --end "$end" --gone "$(forgotten_texts)" ${MENTOR_TEST_LONG:+--thorough yes} "$@" >>told || fail "$name"
}

# after_a_kill WHERE WORDS...: the command is killed at each call and given again, which recovers first; then the power is lost.
after_a_kill() {
  local where=$1 number from former=
  shift
  for number in $(chosen_calls); do
    again
    rm -f recording && touch recording
    record FAULT_AT="$number" FAULT_ACTION=kill -- "$@" || true
    from=$(stat -c %s recording)
    [ "$from" != "$former" ] || continue  # the call before did nothing
    former=$from
    record -- "$@" || true  # refused, where the recovery has done it
    name_call "$number"
    lose_power "$row$where, killed before $call and given again" --from "$from" --old new -- "$@"
  done
}

# after_an_error WORDS...: a call of the command fails, and the power is lost while it takes back what it did, or after that.
after_an_error() {
  local number
  for number in $(chosen_calls); do
    again
    rm -f recording && touch recording
    record FAULT_AT="$number" FAULT_ACTION=EIO -- "$@" || true
    name_call "$number"
    lose_power "$row, EIO at $call" --old new -- "$@"
  done
}

# edited_afterwards FILE WORDS...: when the command has ended, somebody edits one of its files and waits for the disk.
edited_afterwards() {
  local file=$1
  shift
  again
  rm -f recording
  record -- "$@"
  RECORD_TO=$PWD/recording RECORD_BELOW=$PWD/run LD_PRELOAD=$preload \
    dd of="run/$file" oflag=append conv=notrunc,fsync status=none <<<"# by hand"
  lose_power "$row, edited by hand afterwards" --from "$(stat -c %s recording)" -- "$@"
}

# in_a_new_folder: `init` makes one, and others on the way to it.
in_a_new_folder() {
  local program=schools/seventh words=(init schools/seventh)
  again
  rm -f recording
  record -- "${words[@]}"
  lose_power "$row, in a new folder" -- "${words[@]}"
  rm -rf new && mv run new
  after_a_kill ", in a new folder" "${words[@]}"
}

# sum_up: what was tried, a line a kind, from those a call.
sum_up() {
  sed -E 's/ (before|at) call [0-9]+ \([a-z0-9]+\)//' told | awk -F ': ' '
    !($1 in losses) { order[++kinds] = $1 }
    { split($2, number, /[^0-9]+/); losses[$1] += number[1]; moments[$1] += number[2]; disks[$1] += number[3]; broken[$1] += number[4] }
    END {
      for (kind = 1; kind <= kinds; ++kind) {
        name = order[kind]
        printf "%s: %d losses of power at %d moments, %d different disks, %d broken\n",
          name, losses[name], moments[name], disks[name], broken[name]
      }
    }'
}

# poorer_file_systems: what each of them cannot do, a word each; usually the rows take turns with one.
poorer_file_systems() {
  local poorer=(exchange,noreplace,link exchange,noreplace exchange)
  if [ -n "${MENTOR_TEST_LONG:-}" ]; then
    echo "${poorer[@]}"
  else
    echo "${poorer[row_number % 3]}"
  fi
}

# lose_it_everywhere STATE WORDS...: of the command as it is, on poorer file systems, and in rows where more can go wrong
# after a kill, after an error and with an edit by hand.
lose_it_everywhere() {
  local program= without end=new
  [[ "$row" != report* ]] || end=either  # only its bytes are waited for: a report that is lost can be written again
  begin "$@" || return 0
  shift
  for without in $(poorer_file_systems) ""; do
    again
    rm -f recording
    record RECORD_WITHOUT="$without" -- "$@" || { fail "$row, without $without: it ends with $?: $(cat err)"; continue; }
    lose_power "$row${without:+, without $without}" -- "$@"
  done
  rm -rf new && mv run new
  case "${MENTOR_TEST_LONG:-}$row" in
    1* | edit | remove | check-fix | close-year | log-activity-in-clone) after_a_kill "" "$@" ;;
  esac
  case "${MENTOR_TEST_LONG:-}$row" in
    1* | edit | remove | close-year) after_an_error "$@" ;;
  esac
  case "$row" in
    edit | check-fix) edited_afterwards participants/anna.yaml "$@" ;;
    close-year) edited_afterwards activities/2025-2026.yaml "$@" ;;
    init) in_a_new_folder ;;
  esac
  sum_up | tee summary
}

each_row lose_it_everywhere
cat */summary | sed 's/^[^:]*:/in all:/' >told
sum_up
finish
