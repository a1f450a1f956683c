# Sourced by kill.sh, faults.sh and full_disk.sh: every command that writes, what it begins with, and how one of its
# calls of the system is made to go wrong (fault.cpp says what counts as one).
. "$(dirname "$0")/common.sh"
: "${MENTOR_FAULT:?the library of fault.cpp}"
jobs_at_once=${MENTOR_TEST_JOBS:-$(nproc)}
many_processes
[ -z "${SANITIZE:-}" ] || [ -n "${MENTOR_TEST_LONG:-}" ] && every=1 || every=8  # only every eighth call goes wrong

# A row a command:   row NAME STATE WORDS...
# `also` is a row of a command that changes files in a way which another row has already: with MENTOR_TEST_LONG=1 alone.
# A script defines `row`; STATE is one of the functions state_* below. New ids are the same whenever a command is run: they
# are given, follow from what is in the files, or are made of the numbers of fault.cpp.
writing_commands() {
  row init nothing init . --organization "Гимназия № 7"
  row add-participant program add-participant --id new --name "Новикова Яна" --role mentee --category pupil --born 2014
  also pair program pair --id new --form pupil-pupil --mentor ivan --mentee vera
  also log-activity program log-activity first second --type project --hours 1,5 --id new
  row add-documents program add document distribution-consent ivan anna vera on=2026-10-01
  row pair-continues program pair --continues first --mentor oleg --id new
  also end program end first second --reason completed --result "Проект защищён"
  also leave program leave oleg --reason moved --on 2026-10-01
  row open-year classes open-year 2026-2027
  row log-activity-in-clone clone log-activity first --type project --id new
  row edit program edit anna unit=7А joined=2025-09-02
  also edit-list program edit one pairs+=second hours= note="Разбор темы"
  also edit-program program edit program organization="Лицей № 2" phone=1
  row edit-packed closed edit two hours=2 note="Разбор темы"
  row forget leaver forget ivan
  row forget-packed closed_leaver forget ivan
  row remove program remove three
  row remove-packed closed remove two
  row check-fix untidy check --fix
  row close-year-private private close-year 2025-2026
  row close-year program close-year 2025-2026
  row migrate schema_0 migrate
  row undo logged undo
  also undo-earlier logged undo 11
  row undo-close-year closed undo
  row redo undone redo
  row redo-close-year reopened redo
  row report program report summary --format markdown -o report.md
  row report-again reported report summary --format markdown --period 2025-2026 -o report.md
}

also() { [ -z "${MENTOR_TEST_LONG:-}" ] || row "$@"; }

# What a row begins with: each makes its program in the current folder.
state_nothing() { :; }
state_program() { cp -r "$scratch/program/." .; }
make_program() {
  mentor init .
  mentor add-participant --id ivan --name "Громов Иван" --role mentor --category pupil --born 2009-04-12 --joined 2025-09-01
  mentor add-participant --id oleg --name "Белов Олег" --role mentor --category pupil --born 2009-06-01 --joined 2025-09-01
  mentor add-participant --id anna --name "Семёнова Анна" --role mentee --category pupil --born 2013-03-09 --joined 2025-09-01
  mentor add-participant --id vera --name "Лескова Вера" --role mentee --category pupil --born 2013-05-20 --joined 2025-09-01
  mentor pair --id first --form pupil-pupil --mentor ivan --mentee anna --from 2025-09-15
  mentor pair --id second --form pupil-pupil --mentor oleg --mentee vera --from 2025-09-15
  mentor log-activity first --id one --type project --on 2025-10-01 --hours 1
  mentor log-activity second --id two --type class-hour --on 2025-12-10
  mentor log-activity first second --id three --type volunteering --on 2026-05-20
  mentor log-activity first --id four --type project --on 2026-10-05
}
# Two classes, one of which leaves school and ends a pair, and last year's road map.
state_classes() {
  state_program
  mentor edit anna unit=6А
  mentor edit oleg unit=11Б
  mentor add step "Приказ о кураторе" --id order part=preparation due=2025-09-10 done=2025-09-08
  mentor add step "Сформировать базу наставляемых" --id base part=mentee-base due=2025-09-30
}
# As git makes it elsewhere: nothing private, and no folder for a kind without records.
state_clone() {
  state_program
  rm -r .mentor activities
}
# What `check --fix` mends: CRLF line ends, a byte-order mark, a file that is not named by its record.
state_untidy() {
  state_program
  sed -i 's/$/\r/' participants/anna.yaml
  sed -i $'1s/^/\xef\xbb\xbf/' participants/ivan.yaml
  mv activities/one.yaml activities/misnamed.yaml
}
state_schema_0() { cp -r "$SOURCE/examples/schema-0/." .; }
state_logged() { state_program && mentor log-activity first --id new --type project; }
state_undone() { state_logged && mentor undo; }
state_closed() { state_program && mentor close-year 2025-2026; }
state_reported() { state_program && mentor report summary -o report.md; }
# Records that nobody but their owner may read.
state_private() { state_program && chmod 600 activities/*.yaml; }
# Somebody who left, with a contact of his own; the contacts of a year in one file.
state_leaver() {
  state_program
  mentor edit ivan phone="+7 900 000-11-22" representative="Громова Зоя, +7 900 000-11-33"
  mentor add contact ivan on=2025-11-05 note="Иван просит перенести встречи" --id own
  mentor add contact ivan anna on=2025-11-06 note="Расписание" --id both
  mentor leave ivan --on 2026-11-01
}
# forgotten_texts: a pattern of what no file may have, .mentor included, once the command of $row has been done.
forgotten_texts() { [[ "$row" != forget* ]] || echo 'Громов|просит|000-11'; }
state_closed_leaver() { state_leaver && mentor close-year 2025-2026; }
state_reopened() { state_closed && mentor undo; }

# A process that spins is stopped, and not with the status of one that is killed: seconds of the processor, then SIGXCPU.
mentor() { (ulimit -S -t 60 && exec "$MENTOR" "$@"); }

mkdir "$scratch/program"
(cd "$scratch/program" && make_program) >program.out 2>&1 || { fail "the program of the test cannot be made: $(cat program.out)"; finish; }

# faulty FOLDER [VARIABLE=VALUE...] -- WORDS...: mentor in that folder with the library in it, whose variables these are.
# That of AddressSanitizer must come first.
case "${SANITIZE:-}" in
  *address*) preload="$("$CXX" -print-file-name=libasan.so) $MENTOR_FAULT" ;;
  *) preload=$MENTOR_FAULT ;;
esac
faulty() {
  local folder=$1 variables=()
  shift
  while [ "$1" != -- ]; do
    variables+=("$1")
    shift
  done
  shift
  (cd "$folder" && ulimit -S -t 60 && export "${variables[@]}" LD_PRELOAD="$preload" && exec "$MENTOR" "$@")
}

# Thousands of times each: so these set variables and start no process that they can do without (env, timeout), of which a
# test of minutes would become one of hours on a busy machine.

# look FOLDER: what git would see there: in $seen each file with its text, which holds no NUL, and whether it is open to its
# owner alone. Empty folders do not count.
look() {
  local file text
  shopt -s dotglob nullglob
  seen=
  local private_files=
  [ "$state_has_private_files" = no ] || private_files=$(find "$1" -type f -perm 600 -printf "%p/\n")
  for file in "$1"/* "$1"/*/*; do
    [[ "$file/" != "$1"/.mentor/* ]] && [ ! -d "$file" ] || continue
    text="(no file)"
    [ ! -f "$file" ] || IFS= read -r -d '' text <"$file" || true
    seen+="== ${file#"$1"/}"$'\n'"$text"$'\n'
    [[ "$private_files" != *"$file/"* ]] || seen+="private"$'\n'
  done
  shopt -u dotglob nullglob
}

# check FOLDER: sets `checked`, the exit status of the next command, which only reads and must not be stopped by what is
# there.
check() {
  checked=0
  mentor check -q -C "$1" >check.out 2>&1 || checked=$?
}

# write_once_more FOLDER WORDS...: a command that writes succeeds there. Where nothing can be added, that is WORDS.
write_once_more() {
  local folder=$1
  shift
  (cd "$folder" && {
    mentor add-participant --id after --name "Поздняя Ева" --role mentee --category pupil --born 2014 || mentor "$@"
  }) >more.out 2>&1
}

state_has_private_files=no

# begin STATE WORDS...: in a folder of the row's own, makes `state`, notes what the command should make of it, and
# which calls it makes. Sets old, old_status, new, new_status, calls (their number).
begin() {
  local state=$1
  shift
  [ "$state" != private ] || state_has_private_files=yes
  mkdir state
  (cd state && "state_$state") >state.out 2>&1 || { fail "$row: its state cannot be made: $(cat state.out)"; return 1; }
  again
  look run && old=$seen
  check run && old_status=$checked
  faulty run FAULT_TRACE=../calls -- "$@" >out 2>err || { fail "$row: undisturbed, it ends with $?: $(cat err)"; return 1; }
  look run && new=$seen
  check run && new_status=$checked
  mapfile -t -O 1 names_of_calls <calls && calls=${#names_of_calls[@]}
  [ "$calls" -gt 0 ] || { fail "$row: no call was counted"; return 1; }
  [ "$old" != "$new" ] || { fail "$row: undisturbed, it changes nothing"; return 1; }
}

# again: a fresh copy of the state in `run`.
again() { rm -rf run && cp -r state run; }

# chosen_calls: the numbers of those that go wrong. Each row begins with another one, since the calls of a row come in the
# same order as those of the next.
chosen_calls() { seq $((1 + row_number % every)) "$every" "$calls"; }

# name_call N: sets `call`, how the Nth call is told.
name_call() { call="call $1 (${names_of_calls[$1]-none})"; }

# difference: what was seen last that is not in the new program, and what is missing of that.
difference() { diff <(echo "$new") <(echo "$seen") | grep '^[<>]' | head -n 5 | tr '\n' ' '; }

# each_row FUNCTION: calls it for each row as `FUNCTION STATE WORDS...`, with the name in $row and in a folder of its own,
# several at once. It prints what it has to say, and calls `fail`.
each_row() {
  local test=$1 names=()
  row() {
    row=$1
    shift
    while [ "$(jobs -rp | wc -l)" -ge "$jobs_at_once" ]; do sleep 0.05; done
    names+=("$row")
    row_number=${#names[@]}
    mkdir "$row"
    # By a file, not by `wait PID`: thousands of processes later another may have had that number, and bash forgets the status.
    (cd "$row" && "$test" "$@" && [ "$failed" = 0 ] && touch passed) &
  }
  writing_commands
  wait
  for row in "${names[@]}"; do
    [ -e "$row/passed" ] || fail "the row $row"
  done
}
