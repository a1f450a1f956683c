# Sourced by run.sh and peers.sh: samples of commands in files, and figures of them. The samples of a row are
# $results/SIZE/ROW, a line each: microseconds, microseconds of processor time, kilobytes at the peak, and how many times
# the floor that was run just before it, so that what else the machine did weighs on both alike.
: "${results:?a folder}" "${tools:?the folder of the programs}" "${rounds:?a number}"
slow=20000000 # microseconds, beyond which two samples must do

# take SIZE ROW FLOOR COMMAND...: adds a sample; FLOOR is what mentor_floor reads, in words, or - for none.
take() {
  local size=$1 row=$2 floor=$3 file=$results/$1/$2 sample ratio=-
  shift 3
  mkdir -p "$results/$size"
  [ -e "$file" ] || printf '%s\n' "$row" >>"$results/$size.rows"
  if [ -e "$file" ] && [ "$(wc -l <"$file")" -ge 2 ] && [ "$(cut -d' ' -f1 "$file" | sort -n | head -n 1)" -gt "$slow" ]; then
    return
  fi
  if [ "$floor" != - ]; then
    local folders
    read -ra folders <<<"$floor"
    take "$size" "floor: $(floor_name "${folders[@]:1}")" - "$tools/mentor_floor" "${folders[@]}"
  fi
  if ! sample=$("$tools/mentor_measure" "$@" 2>"$results/errors"); then
    printf 'failed: %s\n' "$*" >&2
    head -n 20 "$results/errors" >&2
    return 1
  fi
  if [ "$floor" != - ]; then
    local before
    before=$(tail -n 1 "$results/$size/floor: $(floor_name "${folders[@]:1}")")
    ratio=$(awk -v a="${sample%% *}" -v b="${before%% *}" 'BEGIN { printf "%.3f", a / b }')
  fi
  printf '%s %s\n' "$sample" "$ratio" >>"$file"
}

# floor_name [FOLDER...]: what the floor of these folders is called in a table, with $floor_note behind it.
floor_note=""
floor_name() {
  local names=${*:-every file}
  [ $# = 0 ] || names=${names// /, }
  echo "$names$floor_note"
}

# median SIZE ROW COLUMN: of its samples, as they stand; - where there is none.
median() {
  [ -s "$results/$1/$2" ] || { echo -; return; }
  cut -d' ' -f"$3" "$results/$1/$2" | sort -n |
    awk '{ value[NR] = $1 } END { print value[1] == "-" ? "-" : NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2 }'
}

# as_milliseconds, as_megabytes, as_ratio: a figure as a person reads it; - stays.
as_milliseconds() { awk -v n="$1" 'BEGIN { if (n == "-") print "–"; else printf n < 10000 ? "%.1f" : "%.0f", n / 1000 }'; }
as_megabytes() { awk -v n="$1" 'BEGIN { if (n == "-") print "–"; else printf n < 10240 ? "%.1f" : "%.0f", n / 1024 }'; }
as_ratio() { awk -v n="$1" 'BEGIN { if (n == "-") print "–"; else printf n < 100 ? "%.2f" : "%.0f", n }'; }

# ratio A B: as a number, - where either is none.
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (a == "-" || b == "-" || b == 0) print "-"; else printf "%.4f", a / b }'; }

# within A B: whether the number A is at most B.
within() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a != "-" && a <= b) }'; }

# table SIZE: the floors, then the other rows in the order in which they were first measured.
table() {
  local row
  printf '| command | median ms | processor ms | × floor | peak MB | runs |\n|---|--:|--:|--:|--:|--:|\n'
  while read -r row; do
    printf '| %s | %s | %s | %s | %s | %s |\n' "$row" "$(as_milliseconds "$(median "$1" "$row" 1)")" \
      "$(as_milliseconds "$(median "$1" "$row" 2)")" "$(as_ratio "$(median "$1" "$row" 4)")" \
      "$(as_megabytes "$(median "$1" "$row" 3)")" "$(wc -l <"$results/$1/$row")"
  done < <(grep '^floor' "$results/$1.rows"; grep -v '^floor' "$results/$1.rows")
}
