#!/usr/bin/env bash
# No quadratic step anywhere: counts the instructions of every command on made-up programs of 1, 2 and 4 times the size,
# and fails where the step from 2 to 4 is more than 2.2 times the step from 1 to 2. A linear command makes steps of 2.0,
# one of n log n of 2.17 at this size, a quadratic one of 4; starting up is in none of them. log-activity by ids must
# not grow (with --id of its own it looks through the activities for that id).
#
# The same of programs full of errors: one that breaks all rules. What is found must not grow by more than the records that
# are wrong.
#   MENTOR_TEST_LONG=1   programs of three times the size, and for every rule one that breaks it alone
. "$(dirname "${BASH_SOURCE[0]}")/counting.sh"
most_step=220      # hundredths
most_constant=110  # hundredths: one that grows less from 1 to 4 times the size is constant

: "${BREAK:?mentor_break}"

# add_newcomers DIR: two people who are in a pair, with the papers and the training that are asked for. None breaks a rule.
add_newcomers() {
  printf 'id: newmentor\nname: Новосёлов Прохор Назарович\ncategory: pupil\nroles: [mentor]\nborn: 2010-02-17\n' \
    >"$1/participants/newmentor.yaml"
  printf 'id: newmentee\nname: Новосёлова Инна Назаровна\ncategory: pupil\nroles: [mentee]\nborn: 2014-03-09\n' \
    >"$1/participants/newmentee.yaml"
  printf 'id: newpair\nform: pupil-pupil\nmentor: newmentor\nmentee: newmentee\nfrom: 2026-11-01\nuntil: 2026-11-20\n' \
    >"$1/pairs/newpair.yaml"
  for newcomer in newmentor newmentee; do
    printf 'id: consent-of-%s\ntype: processing-consent\npeople: [%s]\non: 2026-10-20\nby: representative\n' \
      "$newcomer" "$newcomer" >"$1/documents/consent-of-$newcomer.yaml"
  done
  printf 'id: newtraining\ntype: mentor-school\npeople: [newmentor]\non: 2026-10-20\n' >"$1/trainings/newtraining.yaml"
}

[ -n "${MENTOR_TEST_LONG:-}" ] && scale=10 || scale=3  # tenths
for times in 1 2 4; do
  "$GENERATE" "program$times" even --scale "$((scale * times / 10)).$((scale * times % 10))" >/dev/null
  add_newcomers "program$times"
done

# grows PROGRAM MOST NAME ARGUMENT...: counts the command on each size of the program; constant for MOST means that it may
# not grow at all. What it prints on the largest is left in out.
grows() {
  local program=$1 most=$2 name=$3 times counts=() step
  shift 3
  for times in 1 2 4; do
    counts+=("$(count cachegrind "$@" -C "$program$times")") || { fail "$name did not run"; return; }
  done
  if [ $((counts[2] * 100)) -le $((counts[0] * most_constant)) ]; then
    step=constant
  elif [ "${counts[1]}" -le "${counts[0]}" ]; then
    step=uneven
  else
    step=$(((counts[2] - counts[1]) * 100 / (counts[1] - counts[0])))
  fi
  printf '%-34s %12s %12s %12s   %s\n' "$name" "${counts[@]}" "$(sed 's/^\([0-9]*\)\([0-9][0-9]\)$/\1.\2/' <<<"$step")"
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

# add_chain DIR LENGTH: that many pairs of the two newcomers, of a day each, of which each goes on with the one before it.
add_chain() {
  local number from former=
  for ((number = 0; number < $2; ++number)); do
    printf -v from '%04d-%02d-%02d' $((1990 + number / 336)) $((number / 28 % 12 + 1)) $((number % 28 + 1))
    printf 'id: link%d\nform: pupil-pupil\nmentor: newmentor\nmentee: newmentee\nfrom: %s\nuntil: %s\nreason: extended\n%s' \
      "$number" "$from" "$from" "$former" >"$1/pairs/link$number.yaml"
    former="continues: link$number"$'\n'
  done
}

grows program "$most_step" "check" check
for times in 1 2 4; do
  mkdir -p "chain$times"/{participants,pairs,documents,trainings}
  cp "program1/program.yaml" "chain$times"
  add_newcomers "chain$times"
  add_chain "chain$times" $((300 * times))
done
statuses="0|1" grows chain "$most_step" "check of one long chain" check  # nobody is of the right age for so long
printf 'model:\n  norms: {silent-days: 21, mentees-per-mentor: 2}\n' >what-if.yaml
grows program "$most_step" "check --model" check --model "$PWD/what-if.yaml"
grows program "$most_step" "report summary" report summary
grows program "$most_step" "report participants" report participants
grows program "$most_step" "report pairs" report pairs
grows program "$most_step" "report activities" report activities
grows program "$most_step" "report resources" report resources
grows program "$most_step" "report monitoring" report monitoring
grows program "$most_step" "report indicators" report indicators
grows program "$most_step" "report sheets" report sheets
grows program "$most_step" "report attention" report attention
grows program "$most_step" "report documents" report documents
grows program "$most_step" "report plans" report plans
grows program "$most_step" "report workload" report workload
grows program "$most_step" "report roadmap" report roadmap
grows program "$most_step" "report practices" report practices
grows program "$most_step" "report trainings" report trainings
grows program "$most_step" "report relay" report relay
grows program "$most_step" "list participants" list participants --role mentee --unit 6Б
grows program "$most_step" "list pairs" list pairs --form pupil-pupil --open
grows program "$most_step" "list activities" list activities --type project --period 2026-11
grows program "$most_step" "show" show newmentor
grows program "$most_step" "add-participant" add-participant --id another --name "Приходько Инна Назаровна" --role mentee \
  --category pupil --born 2014-03-09
grows program "$most_step" "pair" pair --id secondpair --form pupil-pupil --mentor newmentor --mentee newmentee
grows program "$most_step" "edit" edit newmentor unit=10Б
grows program "$most_step" "leave" leave newmentor --dry-run
grows program "$most_step" "leave of one without a pair" leave another --reason moved
grows program "$most_step" "forget" forget another --dry-run
grows program constant "log-activity" log-activity secondpair --type project --hours 1.5 --note "Разбор темы проекта"

# Of what is cheap to look at there is more, so that it would weigh.
broken=150
many=1000
statuses="0|1|3|4"  # findings, a name of many, records that cannot be read
for rule in ${MENTOR_TEST_LONG:+$("$BREAK" --rules)}; do
  each=$broken
  case $rule in activity-* | duplicate-id | duplicate-person) each=$many ;; esac
  for times in 1 2 4; do
    "$BREAK" "$rule$times" "$rule" $((each * times)) || fail "no program breaks $rule"
  done
  grows "$rule" "$most_step" "check, $rule broken" check
  found=$(grep -cF "[$rule]" out || true)
  least=$((each * 4))
  if [ "$found" -lt "$least" ] || [ "$found" -gt $((least * 2)) ]; then
    fail "$least records break $rule, and $found findings tell of it"
  fi
done

few=20  # each text is parsed several times
for times in 1 2 4; do
  "$BREAK" "few$times" file-name $((few * times))
done
grows few "$most_step" "check --fix, file-name broken" check --fix --dry-run

all=12
for times in 1 2 4; do
  "$BREAK" "all$times" all $((all * times))
  add_newcomers "all$times"
  ./mentor edit newmentor unit=9А -C "all$times" 2>err || fail "a sound record of a broken program was not edited"
done
grows all "$most_step" "check, all broken" check
grows all "$most_step" "check newmentor, all broken" check newmentor
grows all "$most_step" "undo, all broken" undo --dry-run
grows all "$most_step" "report summary, all broken" report summary
grows all "$most_step" "report participants, all broken" report participants
grows all "$most_step" "report pairs, all broken" report pairs
grows all "$most_step" "show, all broken" show newmentor
grows all "$most_step" "show a name of many" show Иванов
grows all "$most_step" "show a pair of names of many" show Иванов/Иванов
grows all "$most_step" "edit, all broken" edit newmentor unit=10Б --dry-run
grows all "$most_step" "pair, all broken" pair --id secondpair --form pupil-pupil --mentor newmentor --mentee newmentee \
  --from 2026-11-21 --dry-run
grows all "$most_step" "remove, all broken" remove newpair --dry-run
grows all "$most_step" "migrate, all broken" migrate --dry-run
grows all constant "log-activity, all broken" log-activity newpair --type project --on 2026-11-05
finish
