# Sourced by run.sh: samples of commands in files, and figures of them. The samples of a row are $results/SIZE/ROW, a
# line each: microseconds, microseconds of processor time, kilobytes at the peak, and how many times the floor that was
# run just before it, so that what else the machine did weighs on both alike.
: "${results:?a folder}" "${tools:?the folder of the programs}" "${rounds:?a number}"
slow=20000000  # microseconds, beyond which two samples must do

# take SIZE ROW FLOOR COMMAND...: adds a sample; FLOOR is what mentor_floor reads, in words, or - for none.
take() {
  local size=$1 row=$2 file=$results/$1/$2 folders floor_row="" sample times=-
  [ "$3" = - ] || read -ra folders <<<"$3"
  shift 3
  mkdir -p "$results/$size"
  [ -e "$file" ] || printf '%s\n' "$row" >>"$results/$size.rows"
  if [ -e "$file" ] && [ "$(wc -l <"$file")" -ge 2 ] && ! within "$(sort -n "$file" | sed -n '1s/ .*//p')" "$slow"; then
    return
  fi
  if [ -n "${folders[*]:-}" ]; then
    floor_row="floor: $(floor_name "${folders[@]:1}")"
    take "$size" "$floor_row" - "$tools/mentor_floor" "${folders[@]}"
  fi
  sample=$("$tools/mentor_measure" "$@" 2>"$results/errors") || {
    printf 'status %s: %s\n' "$?" "$*" >&2
    head -n 20 "$results/errors" >&2
    return 1
  }
  if [ -n "$floor_row" ]; then
    times=$(ratio "${sample%% *}" "$(tail -n 1 "$results/$size/$floor_row" | cut -d' ' -f1)")
  fi
  printf '%s %s\n' "$sample" "$times" >>"$file"
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
  cut -d' ' -f"$3" "$results/$1/$2" | sort -n | awk '
    { value[NR] = $1 }
    END {
      middle = int((NR + 1) / 2)
      print value[1] == "-" || NR % 2 ? value[middle] : (value[middle] + value[middle + 1]) / 2
    }'
}

# A figure as a person reads it; - becomes a dash.
as_milliseconds() { shown "$1" 1000 10; }
as_megabytes() { shown "$1" 1024 10; }
as_ratio() { shown "$1" 1 100; }
# shown NUMBER UNIT LIMIT: in the unit; with decimals when below the limit.
shown() {
  awk -v number="$1" -v unit="$2" -v limit="$3" 'BEGIN {
    if (number == "-") print "–"
    else if (number / unit >= limit) printf "%.0f", number / unit
    else printf (limit > 10 ? "%.2f" : "%.1f"), number / unit
  }'
}

# ratio A B: as a number, - where either is none.
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { if (a == "-" || b == "-") print "-"; else printf "%.4f", a / b }'; }

# within A B: whether the number A is at most B.
within() { awk -v a="$1" -v b="$2" 'BEGIN { exit !(a != "-" && a + 0 <= b + 0) }'; }

# rows SIZE: the floors, then the others in the order in which they were first measured.
rows() { grep '^floor' "$results/$1.rows"; grep -v '^floor' "$results/$1.rows"; }

# table SIZE: a line each.
table() {
  local row
  printf '| command | median ms | processor ms | × floor | peak MB | runs |\n|---|--:|--:|--:|--:|--:|\n'
  while read -r row; do
    printf '| %s | %s | %s | %s | %s | %s |\n' "$row" \
      "$(as_milliseconds "$(median "$1" "$row" 1)")" "$(as_milliseconds "$(median "$1" "$row" 2)")" \
      "$(as_ratio "$(median "$1" "$row" 4)")" "$(as_megabytes "$(median "$1" "$row" 3)")" \
      "$(wc -l <"$results/$1/$row")"
  done < <(rows "$1")
}
