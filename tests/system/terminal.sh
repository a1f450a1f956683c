#!/usr/bin/env bash
# A person at a terminal: what was understood is said, lists fit the screen, long answers come page by page.
. "$(dirname "$0")/common.sh"

cp -r "$SOURCE/examples/gymnasium" program && cd program
export MENTOR_TODAY=2026-05-31 TERM=xterm NO_COLOR=1
unset PAGER MENTOR_PAGER LESS

# on_terminal COLUMNS COMMAND...: runs it at a terminal of that width; what is seen goes to the file `seen`.
on_terminal() {
  local columns=$1
  shift
  COLUMNS_OF_TERMINAL=$columns COMMAND=$* script -qec 'stty cols $COLUMNS_OF_TERMINAL rows 40; eval "$COMMAND"' /dev/null \
    </dev/null | tr -d '\r' >../seen
}
# The width of the widest line that is seen.
widest() { LC_ALL=C.UTF-8 wc -L <../seen; }

# What was understood is said at a terminal and with -v, never with -q; standard output has the id alone.
on_terminal 80 '"$MENTOR" log-activity 083070k9nz --type project --hours 1 --on 2026-05-05 --lang ru >../out'
expect_in ../seen "Записано: 5 мая, Громов П. А. / Семёнова А. И., проектная деятельность, 1 ч."
expect_in ../seen "Отменить: mentor отменить"
[ "$(wc -w <../out)" = 1 ] || fail "standard output has more than the id: $(cat ../out)"
on_terminal 80 '"$MENTOR" undo -q --lang ru'
[ ! -s ../seen ] || fail "undo -q says: $(cat ../seen)"
on_terminal 80 '"$MENTOR" log-activity 083070k9nz --type project --on 2026-05-06 -q >../out'
[ ! -s ../seen ] || fail "-q says: $(cat ../seen)"
expect_status 0 "$MENTOR" undo
"$MENTOR" log-activity 083070k9nz --type project --on 2026-05-06 >../out 2>../err
[ ! -s ../err ] || fail "without a terminal something is said: $(cat ../err)"
"$MENTOR" edit 083070k9nz until=2026-06-20 -v --lang ru 2>../err
expect_in ../err "Изменено: Громов П. А. / Семёнова А. И. – окончание: 20 июня 2026 г. Отменить: mentor отменить"
# Which value was corrected is told in one sentence.
"$MENTOR" edit Громов unit=11А -v --lang ru 2>../err
[ "$(cat ../err)" = "Громов Пётр Алексеевич. Класс, МО: исправлено на 11А (было 10А). Отменить: mentor отменить" ] ||
  fail "a new class is told so: $(cat ../err)"
"$MENTOR" undo -q
"$MENTOR" edit 083070k9nz until=2026-06-21 -vq 2>../err
[ ! -s ../err ] || fail "-v and -q say: $(cat ../err)"

# Messages and findings are broken at words, not by the terminal; without a terminal a message is one line.
on_terminal 80 '"$MENTOR" log-activity 083070k9nz ч --lang ru -n || true'
[ "$(wc -l <../seen)" -gt 3 ] || fail "a long message is not wrapped: $(cat ../seen)"
[ "$(widest)" -le 80 ] || fail "a message at 80 columns: a line has $(widest)"
on_terminal 80 '"$MENTOR" check -C "$SOURCE/examples/broken" --lang ru --no-pager || true'
[ "$(sed '/[^ ]\{70\}/d; /^    mentor /d' ../seen | LC_ALL=C.UTF-8 wc -L)" -le 80 ] || fail "findings at 80 columns have $(widest)"
# A command that a finding tells to type has a line of its own at a terminal, and is in the sentence elsewhere.
on_terminal 60 '"$MENTOR" check -C "$SOURCE/examples/broken" --lang ru --no-pager || true'
grep -qx '    mentor добавить обучение "школа наставников" sound-mentor дата=ДАТА' ../seen || fail "a command of a finding has no line of its own: $(head -n 40 ../seen)"
grep -qx '    mentor изменить sound-mentor сколько=4' ../seen || fail "a command of a finding is broken: $(head -n 40 ../seen)"
"$MENTOR" check -C "$SOURCE/examples/broken" --lang ru >../err 2>/dev/null && fail "nothing is found in broken"
expect_in ../err 'готов вести больше: mentor изменить sound-mentor сколько=4 '
"$MENTOR" log-activity 083070k9nz ч --lang ru -n 2>../err && fail "it was understood"
[ "$(wc -l <../err)" -le 3 ] || fail "a message without a terminal is wrapped: $(cat ../err)"

# Each record has one line at 80 columns, whatever its names.
for kind in participants pairs activities; do
  on_terminal 80 '"$MENTOR" list '$kind' --no-pager'
  records=$("$MENTOR" list $kind --format csv --fields id | wc -l)
  [ "$(wc -l <../seen)" = $((records + 1)) ] || [ "$(wc -l <../seen)" = $((records + 2)) ] ||
    fail "$((records - 1)) $kind fill $(wc -l <../seen) lines"
  [ "$(widest)" -le 80 ] || fail "$kind at 80 columns: a line has $(widest)"
  on_terminal 400 '"$MENTOR" list '$kind' --no-pager'
  grep -q '…' ../seen && fail "$kind at 400 columns are cut: $(grep -m 1 '…' ../seen)"
  on_terminal 20 '"$MENTOR" list '$kind' --no-pager'
  [ "$(wc -l <../seen)" -gt "$records" ] || fail "$kind at 20 columns: $(head -n 3 ../seen)"
done
# So has each in a report: what does not fit is named, not shown as blocks of a line for each field.
for report in pairs participants workload plans roadmap practices trainings; do
  on_terminal 80 '"$MENTOR" report '$report' --lang ru --no-pager'
  [ "$(widest)" -le 80 ] || fail "report $report at 80 columns: a line has $(widest)"
  grep -q '^Наставляемый  *[А-Я]' ../seen && fail "report $report at 80 columns has blocks: $(cat ../seen)"
  expect_in ../seen "Ещё столбцы: "
  on_terminal 80 '"$MENTOR" report '$report' --lang ru --wide --no-pager'
  grep -q 'Ещё столбцы' ../seen && fail "report $report --wide leaves columns out"
done
# The page of a person has a line for each record too, with short names.
on_terminal 80 '"$MENTOR" show 0j8z3td8s0 --lang ru --no-pager'
[ "$(widest)" -le 80 ] || fail "a person at 80 columns: a line has $(widest)"
expect_in ../seen "Щеглова / Журавлёв"
expect_in ../seen "Ещё столбцы: Код; Форма. Показать всё: --широко."
on_terminal 80 '"$MENTOR" show 0j8z3td8s0 --lang ru --no-pager --wide'
expect_in ../seen "Щеглова Дарья Ильинична / Журавлёв Кирилл Андреевич"
grep -q 'Ещё столбцы' ../seen && fail "show --wide leaves columns out"
# A command to be copied stands on one line, in the words that people type.
on_terminal 80 '"$MENTOR" report attention --lang ru --no-pager'
expect_in ../seen "    mentor добавить контакт Берёзкина"
grep -q 'mentor [а-я]*$' ../seen && fail "a command is broken: $(grep 'mentor [а-я]*$' ../seen)"
# Who writes the first record that a demand begins with is told what is asked from then on, and of how many.
cp -r "$SOURCE/examples/gymnasium" ../first && cd ../first && rm -r documents
on_terminal 300 '"$MENTOR" add document processing-consent Громов --lang ru'
expect_in ../seen "С этой записи программа следит за документом «согласие на обработку персональных данных»"
on_terminal 300 '"$MENTOR" add document processing-consent Семёнова --lang ru'
grep -q 'С этой записи' ../seen && fail "the second consent begins nothing: $(cat ../seen)"
cd ../program
# Nothing is cut where there is no terminal, and a line has 100 columns.
"$MENTOR" list pairs >../seen
grep -q '…' ../seen && fail "a list is cut where there is no terminal"
[ "$(widest)" -le 100 ] || fail "a list without a terminal: a line has $(widest)"
"$MENTOR" report participants -o ../seen  # a table whose words are too long for 100 columns keeps its lines
[ "$(widest)" -le 100 ] || fail "a report in a file: a line has $(widest)"
"$MENTOR" list pairs --wide >../seen
[ "$(widest)" -gt 100 ] || fail "--wide is not wide: $(head -n 1 ../seen)"

# A long answer goes through the pager, a short one and one that is not for a terminal do not wait for anybody.
export MENTOR_PAGER='sed s/^/page:/'
on_terminal 80 '"$MENTOR" list pairs'
grep -q '^page:' ../seen || fail "no pager at a terminal: $(head -n 2 ../seen)"
for without in '"$MENTOR" list pairs --no-pager' '"$MENTOR" list pairs | cat' 'TERM=dumb "$MENTOR" list pairs' \
  'MENTOR_PAGER= "$MENTOR" list pairs' 'MENTOR_PAGER=cat "$MENTOR" list pairs' '"$MENTOR" list pairs -o ../file'; do
  on_terminal 80 "$without"
  grep -q '^page:' ../seen && fail "a pager where none is wanted: $without"
done
unset MENTOR_PAGER
PAGER='sed s/^/other:/' on_terminal 80 '"$MENTOR" check; echo status $?'
grep -q '^other:\|^status' ../seen || fail "PAGER is not heard: $(head -n 2 ../seen)"
# The pager that nobody named says how to leave it, in the language of messages; one that was named is left alone.
mkdir ../bin
printf '#!/bin/sh\ncat >/dev/null; echo "LESS is $LESS"\n' >../bin/less
chmod +x ../bin/less
PATH="$PWD/../bin:$PATH" on_terminal 80 '"$MENTOR" list pairs --lang ru'
expect_in ../seen "LESS is FRXPsq - vyhod"
PATH="$PWD/../bin:$PATH" on_terminal 80 '"$MENTOR" list pairs --lang en'
expect_in ../seen "LESS is FRXPsq to quit"
PATH="$PWD/../bin:$PATH" PAGER=less on_terminal 80 '"$MENTOR" list pairs --lang ru'
expect_in ../seen "LESS is FRX"
grep -q 'выход' ../seen && fail "a named pager got our prompt"
rm -r ../bin
# A file that was there is said to be replaced, to whoever sits there.
on_terminal 80 '"$MENTOR" list pairs -o ../former --lang ru; "$MENTOR" list pairs -o ../former --lang ru'
expect_in ../seen "Прежний файл ../former заменён"
[ "$(grep -c 'заменён' ../seen)" = 1 ] || fail "a new file is said to replace one: $(cat ../seen)"
# What was written to a folder is said in one line; whoever writes a table for programs is told once how to get one for
# Excel. A cron job is told neither.
on_terminal 200 '"$MENTOR" report pairs participants --excel -o ../reports/ --lang ru; ls ../reports'
expect_in ../seen "Записано в ../reports/: пары.csv, участники.csv"
grep -q 'для программ' ../seen && fail "a table for Excel is called one for programs: $(cat ../seen)"
on_terminal 200 '"$MENTOR" report pairs participants -o ../reports/ --format csv --lang ru'
expect_in ../seen "Записано в ../reports/: pairs.csv, participants.csv"
[ "$(grep -c 'для программ; таблицу для Excel даёт --эксель' ../seen)" = 1 ] || fail "it is said so: $(cat ../seen)"
for command in 'list pairs' 'list forms' 'report pairs'; do
  on_terminal 200 '"$MENTOR" '"$command"' -o ../table.csv --lang ru'
  expect_in ../seen "для программ"
  "$MENTOR" $command -o ../table.csv --lang ru 2>../err
  [ ! -s ../err ] || fail "without a terminal $command says: $(cat ../err)"
done
if command -v less >/dev/null; then
  on_terminal 80 '"$MENTOR" list pairs --idle 1 --form teacher-teacher; echo status $?'
  expect_in ../seen "status 0"
fi

# A pager that is missing is told, and the answer comes without it; one that dies is told; one that has enough is not.
MENTOR_PAGER=no-such-program on_terminal 80 '"$MENTOR" list pairs --lang ru; echo status $?'
expect_in ../seen "no-such-program не запускается"
expect_in ../seen "Наставляемый"
expect_in ../seen "status 0"
# Where the shell cannot run it, or does not understand the command, the whole answer comes without it, a long one too.
for pager in 'no-such-program | cat >/dev/null; exit 127' 'exit 126;' 'sleep 0.2; exit 127'; do
  MENTOR_PAGER=$pager on_terminal 80 '"$MENTOR" list activities --fields all --lang ru; echo status $?'
  expect_in ../seen "не запустилась"
  expect_in ../seen "status 0"
  "$MENTOR" list activities --fields all --lang ru >../whole
  [ "$(wc -l <../seen)" -gt "$(wc -l <../whole)" ] || fail "the answer is lost with the pager $pager: $(cat ../seen)"
done
MENTOR_PAGER='less |' on_terminal 80 '"$MENTOR" list activities --fields all --lang ru; echo status $?'
expect_in ../seen "less | не запускается"
expect_in ../seen "status 0"
[ "$(wc -l <../seen)" -gt "$(wc -l <../whole)" ] || fail "the answer is lost with half a command: $(cat ../seen)"
# A command of the shell that has shown the answer may end with any status but those two.
MENTOR_PAGER='cat; exit 2;' on_terminal 80 '"$MENTOR" list pairs --lang ru; echo status $?'
expect_in ../seen "status 0"
[ "$(grep -c 'Наставляемый' ../seen)" = 1 ] || fail "an answer is shown twice: $(cat ../seen)"
# Where it took nothing of the answer, whatever its status, the whole answer comes without it; where it took a part and
# broke off, nobody knows what was seen.
for pager in 'exit 3;' 'exit 0;' false 'kill -9 $$' 'sleep 0.2; exit 3'; do
  for list in pairs 'activities --fields all'; do
    MENTOR_PAGER=$pager on_terminal 80 '"$MENTOR" list '"$list"' --lang ru; echo status $?'
    expect_in ../seen "ничего не прочла"
    expect_in ../seen "status 0"
    [ "$(wc -l <../seen)" -gt "$("$MENTOR" list ${list%% *} --ids | wc -l)" ] ||
      fail "the answer is lost with the pager $pager: $(cat ../seen)"
  done
done
MENTOR_PAGER='head -c 1 >/dev/null; kill -9 $$' on_terminal 80 '"$MENTOR" list activities --lang ru; echo status $?'
expect_in ../seen "--без-листания"
expect_in ../seen "status 5"
MENTOR_PAGER='head -n 1' on_terminal 80 '"$MENTOR" list activities --fields all --lang ru; echo status $?'
expect_in ../seen "status 0"
[ "$(wc -l <../seen)" = 2 ] || fail "a pager that has enough: $(cat ../seen)"
# An interrupt is for the pager alone.
MENTOR_PAGER='kill -INT $PPID; cat >/dev/null; echo read' on_terminal 80 '"$MENTOR" list activities; echo status $?'
expect_in ../seen "status 0"

# Where the locale says nothing, as in cron, messages are in the program's language.
for locale in "" LC_ALL=C LC_ALL=POSIX LANG=C.UTF-8; do
  env -i $locale "$MENTOR" show никто 2>../err || true
  expect_in ../err "записи с таким именем"
  env -i $locale "$MENTOR" shw 2>../err || true
  expect_in ../err "нет такой команды"
  (cd / && env -i $locale "$MENTOR" -C "$scratch/program" shw 2>"$scratch/err") || true
  expect_in ../err "нет такой команды"
  (cd / && env -i $locale "$MENTOR" shw 2>"$scratch/err") || true
  expect_in ../err "no such command"
done
env -i LANG=en_US.UTF-8 "$MENTOR" show никто 2>../err || true
expect_in ../err "no record has the name or id"
env -i "$MENTOR" list pairs --format xls --lang en 2>../err || true
expect_in ../err "xls"
finish
