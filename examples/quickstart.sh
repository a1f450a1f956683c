#!/bin/sh
# From a fresh clone to a working program: installs what is missing, builds a release, then does the main job on a new
# program in a temporary folder, each command shown before what it prints, and prints the summary of the example.
set -eu
cd "$(dirname "$0")/.."
.ci/packages.sh build
log=$(mktemp)
if ! cmake --workflow --preset release >"$log" 2>&1; then
  tail -n 30 "$log" >&2
  echo "It does not build; all that was said is in $log" >&2
  exit 1
fi
rm -f "$log"
source=$(pwd)
PATH="$source/build/release/src:$PATH"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
unset MENTOR_DIR || true

# show COMMAND...: the command as one would type it, then what it prints.
show() {
  printf '\n$'
  for word in "$@"; do
    case $word in
      *[\ \"\$\;\|]*) printf ' "%s"' "$word" ;;
      *) printf ' %s' "$word" ;;
    esac
  done
  printf '\n'
  "$@"
}

export LC_MESSAGES="${LC_ALL:-${LC_MESSAGES:-${LANG:-ru_RU.UTF-8}}}"
case $LC_MESSAGES in C | C.* | POSIX) LC_MESSAGES=ru_RU.UTF-8 ;; esac
unset LC_ALL
show export MENTOR_TODAY=2026-11-23
show mentor init наставничество --organization "Гимназия № 7" --curator "Орлова Мария Петровна"
show cd наставничество
show mentor add-participant --name "Громов Иван Сергеевич" --role наставник --category обучающийся --born 2010-02-17 --unit 10А --joined 2026-09-14
show mentor add-participant --name "Семёнова Анна Игоревна" --role наставляемый --category обучающийся --born 2014-03-09 --unit 6Б --joined 2026-09-14
show mentor add-participant --name "Белова Ольга Ильинична" --role наставник --category педагог --unit "МО математики" --joined 2026-09-14
show mentor add-participant --name "Лебедев Пётр Андреевич" --role наставляемый --category "молодой специалист" --unit "МО математики" --joined 2026-09-14
show mentor pair --form "ученик – ученик" --mentor громов --mentee семенова --from 2026-10-05 --until 2027-05-31
show mentor pair --form "учитель – учитель" --mentor Белова --mentee Лебедев --from 2026-10-05
show mentor log-activity Семёнова --type "проектная деятельность" --on 05.11.2026 --hours 1,5 --note "Разбор темы проекта"
show mentor log-activity Белова/Лебедев --type консультации --on 12.11.2026 --hours 1
show mentor check
show mentor report pairs
show mentor report summary -C "$source/examples/gymnasium" --period 2025-2026 --today 2026-05-31
printf '\nThe program is %s/build/release/src/mentor; README.md says how to install it\n' "$source"
