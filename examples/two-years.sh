#!/bin/sh
# Two school years of a program in a temporary folder, by commands alone: people leave and come back, grow up, take
# another name and another class. After every step of the second year, the reports of the first one must be the same to
# the byte. Prints each command; ends with 1 when a report has changed.
#   ./examples/two-years.sh              with the mentor that is found in PATH
#   MENTOR=path ./examples/two-years.sh  with that one
set -eu
. "$(dirname "$0")/typed.sh"

# reports YEAR DAY FOLDER: every report of the year, as it is printed on that day.
reports() {
  mkdir -p "$3"
  for report in summary participants pairs activities; do
    for format in text csv json; do
      "$mentor" report "$report" --period "$1" --today "$2" --format "$format" >"$3/$report.$format" 2>&1
    done
  done
}

# step COMMAND...: a command of a later year, which leaves the reports of the years before as they were.
step() {
  do_ "$@"
  for year in "$folder"/kept/*; do
    reports "$(basename "$year")" "$(cat "$year/day")" "$folder/now"
    for report in "$year"/*.*; do
      cmp -s "$report" "$folder/now/$(basename "$report")" && continue
      echo "the report $(basename "$report") of $(basename "$year") has changed:" >&2
      diff "$report" "$folder/now/$(basename "$report")" >&2 || true
      exit 1
    done
  done
}

# keep YEAR DAY: from now on the reports of that year, as of that day, must not change.
keep() {
  reports "$1" "$2" "$folder/kept/$1"
  echo "$2" >"$folder/kept/$1/day"
  printf '\n# The reports of %s are kept.\n' "$1"
}

on 2025-09-10
do_ init program --lang ru --organization "Гимназия № 7" --curator "Орлова Мария Петровна"
cd program
do_ add-participant --name "Громов Иван Сергеевич" --role mentor --category pupil --born 2008-02-17 --unit 11А
do_ add-participant --name "Семёнова Анна Игоревна" --role mentee --category pupil --born 2014-03-09 --unit 5Б
do_ add-participant --name "Лескова Вера Олеговна" --role mentee --category pupil --born 2011-10-20 --unit 7А
do_ add-participant --name "Котов Юрий Ильич" --role mentee --category pupil --born 2013-07-01 --unit 6А
do_ add-participant --name "Фомина Дарья Романовна" --role mentor --category pupil --born 2010-04-02 --unit 9Б
do_ add-participant --name "Белова Ольга Ильинична" --role mentor --category teacher --unit "МО математики"
do_ add-participant --name "Лебедев Пётр Андреевич" --role mentee --category young-specialist --unit "МО математики"
do_ pair --form pupil-pupil --mentor Громов --mentee Семёнова --from 2025-10-01 --until 2026-05-29
do_ pair --form pupil-pupil --mentor Фомина --mentee Лескова --from 2025-10-01 --until 2026-05-29
do_ pair --form pupil-pupil --mentor Фомина --mentee Котов --from 2025-10-06
do_ pair --form teacher-teacher --mentor Белова --mentee Лебедев --from 2025-10-01 --until 2026-05-29
on 2025-11-14
do_ log-activity Громов/Семёнова --type project --hours 1,5 --note "Выбрали тему"
do_ log-activity Фомина/Лескова --type olympiad-preparation --hours 1
do_ log-activity Фомина/Котов --type project --hours 0:45
do_ log-activity Белова/Лебедев --type consultation --hours 1
on 2026-01-16
do_ leave Котов --reason moved
on 2026-03-20
do_ log-activity Громов/Семёнова --type project --hours 2 --note "Защита"
do_ log-activity Белова/Лебедев --type lesson-visit --hours 1
on 2026-08-31
do_ check --strict
keep 2025-2026 2026-08-31

# Everybody goes up a class; Громов has finished school.
step open-year 2026-2027
on 2026-09-07
# Another surname, another class.
step edit Белова "name=Соколова Ольга Ильинична"
step edit Семёнова unit=6В --from 2026-09-07
step edit Фомина unit=10А --from 2026-09-01
on 2026-10-20
# A mentee of last year is 15 today, and becomes a mentor.
step edit Лескова roles+=mentor
step add-participant --name "Зуева Софья Павловна" --role mentee --category pupil --born 2015-05-21 --unit 5А --joined 2026-09-14
step pair --form pupil-pupil --mentor Лескова --mentee Зуева --until 2027-05-28
step pair --form pupil-pupil --mentor Фомина --mentee Семёнова --from 2026-10-05
# A young specialist of last year is a teacher now, and a mentor.
step edit Лебедев category=teacher roles+=mentor
step add-participant --name "Орехова Нина Львовна" --role mentee --category young-specialist --unit "МО математики"
step pair --form teacher-teacher --mentor Лебедев --mentee Орехова --until 2027-05-28
on 2026-12-11
step log-activity Лескова/Зуева --type project --hours "90 мин"
step log-activity Лебедев/Орехова --type consultation --hours 1
step log-activity Фомина/Семёнова --type class-hour --hours 0:40
step leave Семёнова --reason health
on 2027-02-01
step edit Семёнова left= reason=
step pair --form pupil-pupil --mentor Фомина --mentee Семёнова --until 2027-05-28
step leave Соколова --reason dismissed
step undo
on 2027-05-31
step check --strict
step report summary --period 2026-2027
keep 2026-2027 2027-05-31

on 2027-09-01
step open-year 2027-2028
step close-year 2025-2026 --force
step edit Лескова "name=Лескова-Мирная Вера Олеговна"
step check --strict
printf '\n# Every report of both years is as it was.\n'
