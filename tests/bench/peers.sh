# Sourced by run.sh: the same 100,000 activities of a district in six other programs, each of which sums the hours by
# type and month in its own way. First all must give the same sums as mentor and as the generator; then they are
# measured. Each has one file of what it likes best, and mentor its thousands of files, participants and pairs included.
peers=(ledger hledger recutils Taskwarrior beancount SQLite)
district=$scratch/peers/district
activities=$scratch/peers/activities.tsv  # id, date, type, hours, pairs, note
data=$scratch/peers
export BEANCOUNT_DISABLE_LOAD_CACHE=1 TASKRC=$data/taskrc

# as_posts HEAD ACCOUNT QUOTE: the activities as transactions, HEAD after the date, ACCOUNT before the type. With a
# quote, which beancount wants around the note, the type begins with a capital, which it wants too.
as_posts() {
  awk -F '\t' -v head="$1" -v account="$2" -v quote="$3" '{
    kind = quote == "" ? $3 : toupper(substr($3, 1, 1)) substr($3, 2)
    printf "%s %s%s%s%s\n  %s:%s  %s HOUR\n  Income:Done\n\n", $2, head, quote, $6, quote, account, kind, $4
  }' "$activities"
}

export_all() {
  as_posts "" Work "" >"$data/journal"
  {
    cut -f 3 "$activities" | sort -u | sed 's/^\(.\)\(.*\)/2000-01-01 open Expenses:\u\1\2/'
    echo "2000-01-01 open Income:Done"
    as_posts "* " Expenses '"'
  } >"$data/beancount"
  {
    printf '%%rec: Activity\n\n'
    awk -F '\t' '{ printf "on: %s\nmonth: %s\ntype: %s\nhours: %s\nnote: %s\n\n", $2, substr($2, 1, 7), $3, $4, $6 }' \
      "$activities"
  } >"$data/recutils"
  printf 'data.location=%s\nuda.type.type=string\nuda.hours.type=numeric\n' "$data" >"$TASKRC"
  : >"$data/pending.data"
  awk -F '\t' '
    function seconds(year, month, day) {  # since 1970, at noon
      if (month < 3) { year--; month += 12 }
      days = 365 * year + int(year / 4) - int(year / 100) + int(year / 400) + int((153 * (month - 3) + 2) / 5) + day
      return (days - 719469) * 86400 + 43200
    }
    {
      split($2, date, "-")
      end = sprintf("%d", seconds(date[1] + 0, date[2] + 0, date[3] + 0))
      printf "[description:\"%s\" end:\"%s\" entry:\"%s\" hours:\"%s\" ", $6, end, end, $4
      printf "status:\"completed\" type:\"%s\" uuid:\"%08x-0000-4000-8000-000000000000\"]\n", $3, NR
    }' "$activities" >"$data/completed.data"
  sqlite3 "$data/sqlite" \
    "create table activity(id text primary key, day text, type text, hours real, pairs text, note text)" \
    ".mode tabs" ".import '$activities' activity"
}

# The command of each, as words of a shell, since some need two programs.
declare -A summing=(
  [ledger]="ledger -f '$data/journal' register ^Work --monthly \
    --format '%(account)\\t%(format_date(date, \"%Y-%m\"))\\t%(quantity(amount))\\n'"
  [hledger]="hledger -f '$data/journal' balance Work --monthly --layout=tidy -O csv"
  [recutils]="recsel '$data/recutils' -t Activity -G type,month -p 'type,month,Sum(hours)'"
  [Taskwarrior]="task rc.gc=off rc.verbose=nothing export |
    jq -r 'group_by([.type, .end[0:6]])[] | [.[0].type, .[0].end[0:6], (map(.hours) | add)] | @tsv'"
  [beancount]="bean-query -f csv '$data/beancount' \"SELECT account, year, month, sum(number)
    WHERE account ~ 'Expenses' GROUP BY account, year, month\""
  [SQLite]="sqlite3 -tabs '$data/sqlite' 'select type, substr(day, 1, 7), sum(hours) from activity group by 1, 2'"
)

# What each prints, as lines of type, month and hours.
in_columns() {
  case $1 in
    ledger) sed 's/^Work://' ;;
    hledger) sed -e 1d -e 's/"//g' -e 's/^Work://' | awk -F , -v OFS='\t' '{ print $1, $2, $6 }' ;;
    recutils) awk '/^type/ { type = $2 } /^month/ { month = $2 } /^Sum/ { print type "\t" month "\t" $2 }' ;;
    Taskwarrior) sed 's/\t\(....\)\(..\)\t/\t\1-\2\t/' ;;
    beancount)
      sed -e 1d -e 's/ //g' -e 's/^Expenses:\(.\)/\l\1/' |
        awk -F , '{ printf "%s\t%d-%02d\t%s\n", $1, $2, $3, $4 }'
      ;;
    SQLite) cat ;;
    mentor) jq -r '.sections["hours-by-type-and-month"][] | .type as $type | to_entries[]
      | select(.key | test("^[0-9]{4}-[0-9]{2}$")) | [$type, .key, .value] | @tsv' ;;
    generator) awk -F '\t' '{ sum[$3 "\t" substr($2, 1, 7)] += $4 } END { for (key in sum) print key "\t" sum[key] }' ;;
  esac
}

# sums NAME: the output of a program on standard input, so that equal sums are equal bytes.
sums() { in_columns "$1" | awk -F '\t' '$3 != 0 { printf "%s\t%s\t%.2f\n", $1, $2, $3 }' | sort; }

compare_sums() {
  local peer
  sums generator <"$activities" >"$data/sums"
  "$mentor" report summary -C "$district" --format json | sums mentor | cmp - "$data/sums" ||
    { echo "mentor gives other sums than the generator" >&2; return 1; }
  for peer in "${peers[@]}"; do
    LC_ALL=C.UTF-8 bash -c "${summing[$peer]}" | sums "$peer" | cmp - "$data/sums" ||
      { echo "$peer gives other sums than mentor" >&2; return 1; }
  done
  printf 'All give the same %s sums, %s hours together, as mentor and the generator.\n\n' \
    "$(wc -l <"$data/sums")" "$(awk -F '\t' '{ all += $3 } END { printf "%.2f", all }' "$data/sums")"
}

print_peers() {
  local ours peer theirs times target verdict
  ours=$(median peers "mentor report summary" 1)
  printf '\n| peer | median ms | × mentor | target | |\n|---|--:|--:|--:|---|\n'
  for peer in "${peers[@]}"; do
    theirs=$(median peers "$peer" 1)
    times=$(ratio "$theirs" "$ours")
    case $peer in
      SQLite) target="" verdict="for scale" ;;
      ledger) target=20 ;;
      *) target=50 ;;
    esac
    if [ -n "$target" ]; then
      verdict=missed
      ! within "$target" "$times" || verdict=met
    fi
    printf '| %s | %s | %s | %s | %s |\n' "$peer" "$(as_milliseconds "$theirs")" "$(as_ratio "$times")" \
      "${target:+≥ $target}" "$verdict"
  done
}

printf '\n### Peers\n\nThe sum of hours by type and month of the same 100,000 activities. '
mkdir "$data"
"$tools/mentor_generate" "$district" district --plain yes --table "$activities" >/dev/null
export_all
compare_sums
cp -r "$district" "$district-packed"
"$mentor" close-year 2026-2027 -C "$district-packed" --today 2027-09-01 --quiet
for number in $(seq "$rounds"); do
  take peers "mentor report summary" "$district" "$mentor" report summary -C "$district" --format json
  floor_note=", all years packed" take peers "mentor report summary, all years packed" "$district-packed" \
    "$mentor" report summary -C "$district-packed" --format json
  for peer in "${peers[@]}"; do
    LC_ALL=C.UTF-8 take peers "$peer" - bash -c "${summing[$peer]}"
  done
done
table peers
print_peers
