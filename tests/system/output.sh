#!/usr/bin/env bash
# Where the answer goes matters: a full disk is told, a closed pipe is quiet, nothing is written by halves.
. "$(dirname "$0")/common.sh"

cp -r "$SOURCE/examples/gymnasium" program && cd program
export MENTOR_TODAY=2026-05-31

expect_status 5 sh -c '"$MENTOR" report summary >/dev/full'
expect_in err "no space"
expect_status 5 sh -c '"$MENTOR" --help >/dev/full'
# The reader is gone before the first byte is written.
{ sleep 0.2; "$MENTOR" report summary 2>../err; echo $? >../status; } | true
[ "$(cat ../status)" = 0 ] || fail "a closed pipe is status $(cat ../status)"
[ ! -s ../err ] || fail "a closed pipe is not quiet: $(cat ../err)"
expect_status 5 sh -c '"$MENTOR" check >&-'
expect_in err "cannot write the output: it is closed"
# What was written before the answer could not be said is there, and that is said: it must not be done twice.
expect_status 5 sh -c '"$MENTOR" add-participant --id once --name "Новикова Яна" --role mentor --category teacher >/dev/full'
[ -e participants/once.yaml ] || fail "a record is gone because its id could not be said"
expect_in err "the change itself was made; see mentor log"
expect_status 5 sh -c '"$MENTOR" remove once --dry-run >/dev/full'
grep -q "was made" err && fail "a dry run is said to have made a change: $(cat err)"
expect_status 0 "$MENTOR" remove once
expect_status 0 sh -c '"$MENTOR" list pairs --person nobody >&-; [ $? = 3 ]'

# A table may come from a pipe that can be read once, and is refused where nobody writes to it.
printf 'name,roles,category,born,joined\nЗимин Пётр,наставник,обучающийся,01.02.2010,01.09.2025\n' >../people.csv
expect_status 0 bash -c '"$MENTOR" add participant -n --file <(cat ../people.csv)'
expect_in out "Зимин Пётр"
mkfifo ../pipe
expect_status 5 "$MENTOR" add participant -n --file ../pipe --lang ru
expect_in err "не удалось прочитать ../pipe: в него никто ничего не записал"
# A writer may come late, and take its time.
(sleep 1; exec 3>../pipe; sleep 2; cat ../people.csv >&3) &
expect_status 0 "$MENTOR" add participant -n --file ../pipe
expect_in out "Зимин Пётр"
wait $!
rm ../pipe

# Reports into files: whole, with the right names, and nothing else beside them.
expect_status 0 "$MENTOR" report summary pairs --format markdown -o ../reports/
[ "$(ls -A ../reports)" = "$(printf 'pairs.md\nsummary.md')" ] || fail "wrong files: $(ls -A ../reports)"
expect_status 0 "$MENTOR" report pairs -o ../one.txt
cmp -s ../one.txt <("$MENTOR" report pairs) || fail "a report in a file differs from the one that is printed"
expect_status 0 "$MENTOR" report pairs -o /dev/null
expect_status 5 "$MENTOR" report pairs -o ../no/such/folder/report.txt
expect_status 5 "$MENTOR" report pairs -o /dev/full

# A link stays a link, and a file keeps its mode.
echo old >../target && chmod 640 ../target && ln -s target ../link
expect_status 0 "$MENTOR" report pairs -o ../link
[ -L ../link ] && cmp -s ../one.txt ../target || fail "a report did not go where the link leads"
[ "$(stat -c %a ../target)" = 640 ] || fail "the mode of the file became $(stat -c %a ../target)"

# A link is followed also where it leads to nothing yet, over other links, and back into the folder it stands in.
mkdir ../links && ln -s links/second ../first && ln -s made ../links/second
expect_status 0 "$MENTOR" report pairs -o ../first
[ -L ../first ] && [ -L ../links/second ] && cmp -s ../one.txt ../links/made || fail "a link to nothing was not followed"
ln -s circle ../circle
expect_status 5 "$MENTOR" report pairs -o ../circle
expect_status 5 "$MENTOR" report pairs -o ../one.txt/
cmp -s ../one.txt <("$MENTOR" report pairs) || fail "a file was written over where a folder was named"

# A regular file is one in any folder: it is replaced, and whoever has it open keeps what was there.
shared=$(mktemp -p /dev/shm mentor-test-XXXXXX)
trap 'chmod -R u+w "$scratch" 2>/dev/null; rm -rf "$scratch" "$shared"' EXIT
seq 400 >"$shared"
exec 8<"$shared"
expect_status 0 "$MENTOR" report pairs -o "$shared"
cmp -s ../one.txt "$shared" || fail "a file below /dev holds something else than the report"
[ "$(wc -l <&8)" = 400 ] || fail "a file below /dev was written over in its place"
exec 8<&-
rm "$shared"

# An open file is written to where it stands, by whatever name: what is there stays, what follows comes behind.
ln -s /dev/stdout ../to-output
for name in /dev/stdout /dev/fd/1 /proc/self/fd/1 /proc/thread-self/fd/1 ../to-output; do
  echo before >../all
  { "$MENTOR" report pairs -o "$name" && echo after; } >>../all
  cmp -s ../all <(echo before && cat ../one.txt && echo after) || fail "-o $name >> gives: $(head -n 3 ../all)"
  { echo before && "$MENTOR" report pairs -o "$name" && echo after; } >../all
  cmp -s ../all <(echo before && cat ../one.txt && echo after) || fail "-o $name > gives: $(head -n 3 ../all)"
  "$MENTOR" report pairs -o "$name" | cmp -s ../one.txt || fail "-o $name does not reach a pipe"
  expect_status 5 sh -c '"$MENTOR" report pairs -o "$0" >/dev/full' "$name"
done
"$MENTOR" report pairs -o /dev/stderr 2>../all && cmp -s ../one.txt ../all || fail "-o /dev/stderr gives: $(head -n 3 ../all)"
"$MENTOR" report pairs -o /dev/fd/7 7>../all && cmp -s ../one.txt ../all || fail "-o /dev/fd/7 gives: $(head -n 3 ../all)"
"$MENTOR" report pairs -o >(cat >../all; echo >../read) && until [ -s ../read ]; do sleep 0.1; done
cmp -s ../one.txt ../all || fail "-o >(cat) gives: $(head -n 3 ../all)"
# Also the open file of another process, or one that has lost its name.
echo before >../all
sleep 60 >>../all &
expect_status 0 "$MENTOR" report pairs -o /proc/$!/fd/1
kill $!
cmp -s ../all <(echo before && cat ../one.txt) || fail "the open file of another process holds: $(head -n 3 ../all)"
{ rm ../all && "$MENTOR" report pairs -o /dev/fd/7; } 7>../all || fail "a file without a name cannot be written to"
[ ! -e ../all ] || fail "a file that was removed is there again"
expect_status 5 sh -c '"$MENTOR" report pairs -o /dev/stdout >&-'
expect_in err "it is closed"
expect_status 5 "$MENTOR" report pairs -o /dev/fd/9
expect_status 0 sh -c '"$MENTOR" report pairs -o /dev/stdout | true'

# A pipe is waited for a moment, not for ever.
mkfifo ../pipe
expect_status 5 timeout 20 "$MENTOR" report pairs -o ../pipe
expect_in err "nobody reads"
cat ../pipe >../all &
expect_status 0 timeout 20 "$MENTOR" report pairs -o ../pipe
wait $!
cmp -s ../one.txt ../all || fail "a pipe carried: $(head -n 3 ../all)"
[ -p ../pipe ] || fail "a pipe was replaced"

# A list of more rows than a buffer and a pipe hold: in its middle the reader may have had enough, or the disk be full.
cp -r "$SOURCE/examples/gymnasium" ../long && cd ../long
seq -f '%05.0f' 6000 | sed 's/.*/---\nid: many&\npairs: [083070k9nz]\ntype: project\non: 2025-10-15\nhours: 1/' \
  >activities/2025-2026.yaml
for format in text markdown csv json; do
  "$MENTOR" list activities --format $format >../whole
  [ "$(wc -c <../whole)" -gt 300000 ] || fail "$format: the list is too short for this test"
  expect_status 0 "$MENTOR" list activities --format $format -o ../copy
  cmp -s ../whole ../copy || fail "$format: a long list in a file differs from the one that is printed"
  { "$MENTOR" list activities --format $format 2>../err; echo $? >../status; } | head -n 3 >../seen
  [ "$(cat ../status)" = 0 ] || fail "$format: a pipe that is closed in the middle is status $(cat ../status)"
  [ ! -s ../err ] || fail "$format: a pipe that is closed in the middle is not quiet: $(cat ../err)"
  cmp -s ../seen <(head -n 3 ../whole) || fail "$format: the reader got something else: $(cat ../seen)"
  expect_status 5 bash -c 'ulimit -f 100 && "$MENTOR" list activities --format "$0" >../part' $format
  expect_in err "cannot write the output"
  cmp -s ../part <(head -c 102400 ../whole) || fail "$format: what was written until the disk was full is something else"
  echo old >../copy
  expect_status 5 bash -c 'ulimit -f 100 && "$MENTOR" list activities --format "$0" -o ../copy' $format
  expect_in err "../copy"
  [ "$(cat ../copy)" = old ] || fail "$format: a list was written over a file by halves"
  [ -z "$(find .. -maxdepth 1 -name '.mentor-new*')" ] || fail "$format: a list that was not finished is left behind"
done
cd ../program

# No report is written over what it is made of, by whatever name.
git init -q . 2>/dev/null || mkdir .git
touch .gitignore .gitattributes
all_of_it() { find . ! -name out ! -name err | sort; find . -type f ! -name out ! -name err -exec cksum {} + | sort; }
before=$(all_of_it)
ln -s program/program.yaml ../to-settings && ln -s program/pairs/new.yaml ../to-nothing && ln -s program ../alias
for own in program.yaml .gitignore .gitattributes .git/HEAD .git/new pairs/new.yaml ./pairs/../program.yaml \
  ../to-settings ../to-nothing ../alias/program.yaml /proc/self/cwd/program.yaml .mentor/lock .mentor/report .git pairs/ \
  participants/new/ .git/reports/; do
  expect_status 2 "$MENTOR" report pairs -o "$own"
done
expect_status 2 "$MENTOR" list pairs -o .gitignore
expect_in err "no report is written over it"
expect_status 2 sh -c '"$MENTOR" report pairs -o /dev/stdout >>program.yaml'
[ "$(all_of_it)" = "$before" ] || fail "a report changed the program"
mkdir -p ../repository/.git && cp -r . ../repository/school && rm -rf ../repository/school/.git
expect_status 2 "$MENTOR" report pairs -C ../repository/school -o ../repository/.git/HEAD
rm -rf .git .gitignore .gitattributes
for other in pairs.txt program.yaml.txt .gitignored; do
  expect_status 0 "$MENTOR" report pairs -o "$other"
  rm "$other"
done

# The same data give the same bytes.
"$MENTOR" report summary --format json >../a && "$MENTOR" report summary --format json >../b
cmp -s ../a ../b || fail "two reports of the same data differ"

# A colour only on a terminal that knows colours, or when asked for.
export TERM=xterm
on_terminal() { script -qec '"$MENTOR" report pairs' /dev/null </dev/null >../seen; }
bold=$'\e[1m'
"$MENTOR" report pairs >../seen
grep -qF "$bold" ../seen && fail "escape bytes in a pipe"
"$MENTOR" report pairs --color always >../seen
grep -qF "$bold" ../seen || fail "no colour when asked for"
on_terminal
grep -qF "$bold" ../seen || fail "no colour on a terminal"
NO_COLOR=1 on_terminal
grep -qF "$bold" ../seen && fail "NO_COLOR is not heard"
TERM=dumb on_terminal
grep -qF $'\e' ../seen && fail "escape bytes on a terminal that knows none"
TERM= on_terminal
grep -qF $'\e' ../seen && fail "escape bytes on a terminal that is not known"

# CSV for machines and for Excel.
"$MENTOR" list participants --format csv >../plain.csv
"$MENTOR" list participants --format csv --excel >../excel.csv
[ "$(head -c 3 ../excel.csv | od -An -tx1 | tr -d ' ')" = efbbbf ] || fail "no byte-order mark"
head -n 1 ../excel.csv | grep -q 'ФИО;Категория;' || fail "no semicolons, or no headings for people"
[ "$(grep -c $'\r$' ../plain.csv)" = "$(wc -l <../plain.csv)" ] || fail "lines without CR LF"

# Of several reports none replaces its file if another cannot.
mkdir -p ../reports/activities.csv
echo old >../reports/pairs.csv
expect_status 5 "$MENTOR" report pairs activities --format csv -o ../reports/
[ "$(cat ../reports/pairs.csv)" = old ] || fail "one report was written before another was refused"
rmdir ../reports/activities.csv
expect_status 0 "$MENTOR" report pairs activities --format csv -o ../reports/
[ -s ../reports/activities.csv ] || fail "the reports are not written"
finish
