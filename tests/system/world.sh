#!/usr/bin/env bash
# The world may be poor: no locale, no home, no terminal, a folder that cannot be written, one that is not there.
. "$(dirname "$0")/common.sh"

env -i LC_ALL=C "$MENTOR" init program >/dev/null 2>&1 || fail "init without any environment"
cd program
anna=$("$MENTOR" add-participant --name "Семёнова Анна" --role mentee --category pupil --born 2014)
ivan=$("$MENTOR" add-participant --name "Громов Иван" --role наставник --category обучающийся --born 2010-01-02)
pair=$("$MENTOR" pair --form "Ученик – ученик" --mentor громов --mentee семенова)
"$MENTOR" log-activity "$pair" --type "проектная деятельность" --hours 1,5 >/dev/null
expect_status 0 "$MENTOR" check
[ ! -s out ] && [ ! -s err ] || fail "check of a sound program is not silent: $(cat out err)"

# The same under no locale, a Russian one that is not installed, and no home.
for locale in C POSIX ru_RU.UTF-8 xx_XX; do
  LC_ALL=$locale HOME= "$MENTOR" report summary >"../report-$locale" || fail "report under $locale"
  cmp -s ../report-C "../report-$locale" || fail "the report under $locale differs"
done
expect_in ../report-C "Участники по ролям"

# Messages follow the locale, also one that is not installed.
LC_ALL=ru_RU.UTF-8 "$MENTOR" show никто 2>err || true
expect_in err "записи с таким именем или кодом нет"
LC_ALL=C LANG=en_US.UTF-8 "$MENTOR" show никто 2>err || true
expect_in err "записи с таким именем или кодом нет"
LC_ALL=en_US.UTF-8 LANG=ru_RU.UTF-8 "$MENTOR" show никто 2>err || true
expect_in err "no record has the name or id"

# Where nothing can be written, reading works the same, and writing says why.
somebody=()
if [ "$(id -u)" = 0 ]; then
  somebody=(setpriv --reuid=65534 --regid=65534 --clear-groups --)
  chmod a+rx "$scratch"
fi
chmod -R a+rX,a-w . && chmod a-w .
expect_status 0 "${somebody[@]}" "$MENTOR" check
expect_status 0 "${somebody[@]}" "$MENTOR" report summary
expect_status 5 "${somebody[@]}" "$MENTOR" log-activity "$pair" --type project
expect_in err "permission denied"
chmod -R u+w .

# A change that a killed command left there is not seen, and stops nobody.
last=$(ls .mentor/log | tail -n 1)
expected=$("$MENTOR" list activities --format csv | wc -l)
mv ".mentor/log/$last" ".mentor/log/$last.todo"
chmod -R a-w .
"${somebody[@]}" "$MENTOR" list activities --format csv >out 2>err || fail "a list where a change waits: $(cat err)"
[ "$(wc -l <out)" = $((expected - 1)) ] || fail "a change that is not complete is seen: $(cat out)"
chmod -R u+w .
expect_status 0 "$MENTOR" check
[ -e ".mentor/log/$last" ] || fail "the change was not finished: $(ls .mentor/log)"

# One record that may not be read does not stop the others.
if [ "${#somebody[@]}" != 0 ]; then
  chmod 600 "pairs/$pair.yaml"
  expect_status 4 "${somebody[@]}" "$MENTOR" check
  expect_in out "pairs/$pair.yaml: error: there is no permission"
  expect_status 0 "${somebody[@]}" "$MENTOR" show "$anna"
  chmod 644 "pairs/$pair.yaml"
fi

# Nor is a program that may not be entered one that is not there.
if [ "${#somebody[@]}" != 0 ]; then
  chmod 700 .
  expect_status 5 "${somebody[@]}" "$MENTOR" check
  expect_in err "permission denied"
  expect_status 5 "${somebody[@]}" "$MENTOR" check -C "$PWD"
  expect_in err "permission denied"
  chmod 755 .
fi

# Memory that is not there is told like anything else that the system refuses.
if [ -z "${SANITIZE:-}" ]; then  # a sanitizer needs more of it than there is
  truncate -s 300M activities/2024-2025.yaml
  (ulimit -v 200000 && "$MENTOR" check) >out 2>err && fail "check of more than fits into memory succeeds"
  expect_in err "mentor: there is not enough memory"
  rm activities/2024-2025.yaml

  # Whatever is in the way, a long answer is given or refused.
  seq 100000 | awk -v pair="$pair" '{ printf "---\nid: r%07d\npairs: [%s]\ntype: project\non: 2023-10-05\n", $1, pair }' \
    >activities/2023-2024.yaml
  tried=0
  for limit in $(seq 50000 25000 400000); do
    (ulimit -v "$limit" && exec "$MENTOR" --version) >/dev/null 2>&1 || continue  # the program itself has no room
    tried=$((tried + 1))
    status=0
    (ulimit -v "$limit" && exec "$MENTOR" list activities --format json) >/dev/null 2>err || status=$?
    [ "$status" = 0 ] || [ "$status" = 5 ] || fail "status $status with $limit kilobytes of memory: $(cat err)"
  done
  [ "$tried" -ge 10 ] || fail "with only $tried limits does the program begin"
  rm activities/2023-2024.yaml

  # Nor is anybody left without a word where there is no memory for the usual sentence.
  "$MENTOR" init tiny -q
  with_memory() { (ulimit -v "$1" && exec "$MENTOR" check -C tiny) >/dev/null 2>err; }  # kilobytes
  too_little=10000 enough=1000000
  while [ $((enough - too_little)) -gt 10 ]; do
    half=$(((enough + too_little) / 2))
    with_memory "$half" && enough=$half || too_little=$half
  done
  for less in $(seq 0 10 250); do
    status=0
    with_memory $((too_little - less)) || status=$?
    [ "$status" = 0 ] && continue  # how much is needed varies a little
    [ "$status" = 5 ] || fail "with $((too_little - less)) kilobytes of memory the status is $status: $(cat err)"
    cat err >>words
  done
  expect_in words "mentor: не хватает памяти (there is not enough memory)"
  others=$(grep -cvxF -e "mentor: there is not enough memory" \
    -e "mentor: не хватает памяти (there is not enough memory)" words || true)
  [ "$others" = 0 ] || fail "$others other sentences where there is no memory: $(sort -u words)"
  rm -r tiny
fi

# What is there but is no file is not taken for a year that has not been packed.
printf 'id: old\npairs: [%s]\ntype: project\non: 2023-10-05\n' "$pair" >activities/old.yaml
for odd in "ln -s nowhere" "mkfifo" "mkdir"; do
  $odd activities/2023-2024.yaml
  expect_status 4 "$MENTOR" close-year 2023-2024 --dry-run
  expect_status 4 "$MENTOR" close-year 2023-2024
  expect_in err "nothing has been done"
  rm -r activities/2023-2024.yaml
done
rm activities/old.yaml

# A folder of records that is none is told as such, whatever of it was wanted.
mv pairs ../pairs && ln -s ../pairs pairs
for wanted in "check" "log-activity $pair --type project" "log-activity $pair --type project --id other"; do
  expect_status 5 "$MENTOR" $wanted
  expect_in err "cannot open the folder pairs: "
done
rm pairs && mv ../pairs pairs

# Standard input that cannot be read is not empty.
for wanted in "check -" "log-activity - --type project" "log-activity $pair --type project --note -"; do
  expect_status 5 "$MENTOR" $wanted <.
  expect_in err "cannot read -: "
  expect_status 5 "$MENTOR" $wanted <&-
done

# Nor is it read without end, and lines may end as on Windows.
for wanted in "check -" "log-activity - --type project" "log-activity $pair --type project --note -"; do
  expect_status 5 sh -c "head -c 100000000 /dev/zero | \"\$MENTOR\" $wanted"
  expect_in err "cannot read -: the file is too large"
done
printf 'The subject\r\nand more\r\n\r\n' | "$MENTOR" log-activity "$pair" --type project --id windows --note - >/dev/null
expect_in activities/windows.yaml 'note: "The subject\nand more"'
printf 'Old\r' | "$MENTOR" log-activity "$pair" --type project --id carriage --note - >/dev/null
expect_in activities/carriage.yaml 'note: Old'
printf '%s\r\n' "$pair" | "$MENTOR" log-activity - --type project --id pairs-windows >/dev/null
expect_status 0 "$MENTOR" remove windows
expect_status 0 "$MENTOR" remove carriage
expect_status 0 "$MENTOR" remove pairs-windows

# What git keeps is anybody's: no report waits for a pipe, or reads what has no end.
mkdir -p .git/refs/heads
for odd in "mkfifo" "ln -s /dev/zero"; do
  $odd .git/HEAD
  expect_status 0 timeout 20 "$MENTOR" report summary
  expect_status 0 timeout 15 "$MENTOR" check
  rm .git/HEAD && echo "ref: refs/heads/main" >.git/HEAD
  $odd .git/refs/heads/main && $odd .git/packed-refs && $odd .git/commondir
  expect_status 0 timeout 20 "$MENTOR" report summary
  rm -r .git/HEAD .git/refs/heads/main .git/packed-refs .git/commondir
done
rm -r .git
for odd in "mkfifo" "ln -s /dev/zero"; do
  $odd .git
  expect_status 0 timeout 20 "$MENTOR" report summary
  rm .git
done

# Nor does any command wait where a file or a folder of the program is expected.
mkfifo ../odd
expect_status 2 timeout 20 "$MENTOR" check -C ../odd
expect_status 5 timeout 20 "$MENTOR" init ../odd
mkdir ../odd-program && mkfifo ../odd-program/program.yaml
expect_status 4 timeout 20 "$MENTOR" check -C ../odd-program
expect_status 1 timeout 20 "$MENTOR" init ../odd-program

# A file that may not become so large is refused, and nothing of it stays.
before=$(find . | sort)
for wanted in "log-activity $pair --type project" "list pairs -o list.txt"; do
  said=$( (ulimit -f 0 && exec "$MENTOR" $wanted) 2>&1) && status=0 || status=$?
  [ "$status" = 5 ] || fail "status $status where files may have no bytes: $wanted ($said)"
  [[ "$said" = *"too large"* ]] || fail "where files may have no bytes, $wanted says: $said"
done
[ "$(find . | sort)" = "$before" ] || fail "left behind where files may have no bytes: $(find . | sort | diff <(echo "$before") -)"

# A lock that another process holds is waited for, and no longer than was said. Readers do not wait.
exec 9>.mentor/lock
flock 9
expect_status 5 "$MENTOR" log-activity "$pair" --type project --lock-timeout 0
expect_in err "--lock-timeout"
expect_status 0 "$MENTOR" check
( sleep 0.5 ) 9>&9 &   # holds it for a while, then lets it go
exec 9>&-
expect_status 0 "$MENTOR" log-activity "$pair" --type project --lock-timeout 20
wait

# Many writers at once: every record is there, and each is sound.
for number in $(seq 16); do
  "$MENTOR" log-activity "$pair" --type project --lock-timeout 60 --id "many-$number" >/dev/null &
done
wait
[ "$(ls activities/many-*.yaml | wc -l)" = 16 ] || fail "$(ls activities/many-* | wc -l) of 16 records written at once"
expect_status 0 "$MENTOR" check
[ "$(ls -A .mentor | tr "\n" " ")" = ".gitignore lock log " ] || fail "left behind: $(ls -A .mentor)"

# No folder at all, and one without a program.
cd ..
expect_status 2 "$MENTOR" check
expect_in err "mentor init"
expect_status 2 "$MENTOR" check -C nowhere
MENTOR_DIR=program expect_status 0 "$MENTOR" check
mkdir -p program/participants/deeper.yaml && cd program/pairs
expect_status 4 "$MENTOR" check
rmdir ../participants/deeper.yaml

# A symbolic link is not followed out of the program, nor is a pipe waited for.
cd ..
echo 'id: outside' >../outside.yaml
ln -s ../../outside.yaml participants/outside.yaml
mkfifo participants/pipe.yaml
expect_status 4 timeout 20 "$MENTOR" check
expect_in out "participants/outside.yaml: error"
expect_in out "participants/pipe.yaml: error"
rm participants/outside.yaml participants/pipe.yaml
finish
