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
head -n 1 ../excel.csv | grep -q 'id;name;' || fail "no semicolons"
[ "$(grep -c $'\r$' ../plain.csv)" = "$(wc -l <../plain.csv)" ] || fail "lines without CR LF"
finish
