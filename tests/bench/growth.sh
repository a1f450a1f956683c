#!/usr/bin/env bash
# No quadratic step anywhere: counts the instructions of every command on made-up programs of 1, 2 and 4 times the size,
# and fails where the step from 2 to 4 is more than 2.2 times the step from 1 to 2. A linear command makes steps of 2.0,
# one of n log n of 2.15 at this size, a quadratic one of 4; starting up is in none of them. log-activity by ids must
# not grow (with --id of its own it looks through the activities for that id).
. "$(dirname "${BASH_SOURCE[0]}")/counting.sh"
most_step=220      # hundredths
most_constant=110  # hundredths: one that grows less from 1 to 4 times the size is constant

for times in 1 2 4; do
  "$GENERATE" "program$times" even --scale "$times" >/dev/null
  printf 'id: newmentor\nname: Новосёлов Прохор Назарович\ncategory: pupil\nroles: [mentor]\nborn: 2010-02-17\n' \
    >"program$times/participants/newmentor.yaml"
  printf 'id: newmentee\nname: Новосёлова Инна Назаровна\ncategory: pupil\nroles: [mentee]\nborn: 2014-03-09\n' \
    >"program$times/participants/newmentee.yaml"
  printf 'id: newpair\nform: pupil-pupil\nmentor: newmentor\nmentee: newmentee\nfrom: 2026-11-01\nuntil: 2026-11-20\n' \
    >"program$times/pairs/newpair.yaml"
done

# grows MOST NAME ARGUMENT...: counts the command on each program; constant for MOST means that it may not grow at all.
grows() {
  local most=$1 name=$2 times counts=() step
  shift 2
  for times in 1 2 4; do
    counts+=("$(count cachegrind "$@" -C "program$times")") || { fail "$name did not run"; return; }
  done
  if [ $((counts[2] * 100)) -le $((counts[0] * most_constant)) ]; then
    step=constant
  elif [ "${counts[1]}" -le "${counts[0]}" ]; then
    step=uneven
  else
    step=$(((counts[2] - counts[1]) * 100 / (counts[1] - counts[0])))
  fi
  printf '%-20s %12s %12s %12s   %s\n' "$name" "${counts[@]}" "$(sed 's/^\([0-9]*\)\([0-9][0-9]\)$/\1.\2/' <<<"$step")"
  case $step in
    constant) ;;
    uneven) fail "$name does less on a larger program: ${counts[*]}" ;;
    *)
      if [ "$most" = constant ]; then
        fail "$name grows with the program: ${counts[*]}"
      elif [ "$step" -gt "$most" ]; then
        fail "$name grows by more than n log n: ${counts[*]}"
      fi
      ;;
  esac
}

grows "$most_step" "check" check
grows "$most_step" "report summary" report summary
grows "$most_step" "report participants" report participants
grows "$most_step" "report pairs" report pairs
grows "$most_step" "report activities" report activities
grows "$most_step" "list participants" list participants --role mentee --unit 6Б
grows "$most_step" "list pairs" list pairs --form pupil-pupil --open
grows "$most_step" "list activities" list activities --type project --period 2026-11
grows "$most_step" "show" show newmentor
grows "$most_step" "add-participant" add-participant --id another --name "Приходько Инна Назаровна" --role mentee \
  --category pupil --born 2014-03-09
grows "$most_step" "pair" pair --id secondpair --form pupil-pupil --mentor newmentor --mentee newmentee
grows "$most_step" "edit" edit newmentor unit=10Б
grows constant "log-activity" log-activity secondpair --type project --hours 1.5 --note "Разбор темы проекта"
finish
