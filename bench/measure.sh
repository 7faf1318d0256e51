# shellcheck shell=bash disable=SC2154
# Measuring and reporting, for the benchmarks; read by bench/run.
# A series is a file of numbers in $samples, one per round. All series of one comparison grow in turn, one
# number per round, so that noise on the machine hits ours and the other alike.

# psql, quiet, stopping at the first error.
export PGOPTIONS='-c client_min_messages=warning'
sql() { psql -X -q -v ON_ERROR_STOP=1 "$@"; }

# Says on a terminal what is being done.
note() { if [ -t 2 ]; then printf '  %s  %s\n' "$(date +%H:%M:%S)" "$*" >&2; fi; }

# Measures SQL in milliseconds, as its client sees it, and adds the number to a series.
# Parameters: series; SQL before it, in the same session, not measured; SQL that is measured.
sample() {
  local elapsed
  elapsed=$(printf '%s\nCHECKPOINT;\n\\timing on\n%s\n' "$2" "$3" | sql -At | awk '/^Time: / { sum += $2 } END { print sum + 0 }')
  printf '%s\n' "$elapsed" >> "$samples/$1"
}

# Measures a command in milliseconds and adds the number to a series. Parameters: series; command.
sample_command() {
  local series=$1 start=${EPOCHREALTIME/./}
  shift
  "$@"
  printf '%s\n' "$(((${EPOCHREALTIME/./} - start) / 1000))" >> "$samples/$series"
}

# Adds a number that is known already to a series.
sample_value() { printf '%s\n' "$2" >> "$samples/$1"; }

# Runs a function RUNS times, once more before that without keeping what it measures: the first round finds
# caches cold. One call is one round.
rounds() {
  local round
  note "  round 0, not counted"
  mkdir -p "$samples/uncounted"
  samples=$samples/uncounted "$1"
  for round in $(seq "$RUNS"); do
    note "  round $round"
    "$1"
  done
}

# Answers the median of a series.
median() {
  sort -g "$samples/$1" | awk '{ value[NR] = $1 } END { print NR % 2 ? value[(NR + 1) / 2] : (value[NR / 2] + value[NR / 2 + 1]) / 2 }'
}

# Turns milliseconds into nanoseconds per row, without the least that a floor (the scan, say) took: noise only
# adds to it. Parameters: series; new series; rows; series of the floor.
per_row() {
  awk -v rows="$3" -v floor="$(sort -g "$samples/$4" | head -n 1)" '{ print ($1 - floor) * 1000000 / rows }' \
    "$samples/$1" > "$samples/$2"
}

# Writes a line of the table. Parameters: name; series of ours; series of the other; unit (ms, ns, bytes); target.
# A target is "<= R" (ours takes at most R times the other), ">= Nx" (ours is at least N times faster) or "-".
row() {
  local name=$1 ours=$2 other=$3 unit=$4 target=$5
  paste "$samples/$ours" "$samples/$other" | awk '{ print ($2 > 0 ? $1 / $2 : 0) }' > "$samples/ratio"
  # Times as fast, when that is what the target says.
  if [ "${target#>=}" != "$target" ]; then
    awk '{ print ($1 > 0 ? 1 / $1 : 0) }' "$samples/ratio" > "$samples/times" && mv "$samples/times" "$samples/ratio"
  fi
  printf '%s\t%s\t%s\t%s\t%s\t%s\n' "$name" "$(describe "$ours" "$unit")" "$(describe "$other" "$unit")" \
    "$(describe ratio "$(case $target in '>='*) echo 'x faster' ;; esac)")" "$target" "$(verdict "$target")" >> "$rows"
}

# Writes a line of the table for what was not measured; why follows the table. Parameters: name; target; why.
row_without() {
  printf '%s\tnot measured\t-\t-\t%s\tskipped\n' "$1" "$2" >> "$rows"
  printf 'Not measured: %s: %s\n' "$1" "$3" >> "$rows.why"
}

# Answers a series in words: median (minimum-maximum). Parameters: series; unit.
describe() {
  sort -g "$samples/$1" | awk -v median="$(median "$1")" -v unit="$2" '
    function form(number) { return number >= 100 ? "%.0f" : number >= 10 ? "%.1f" : "%.2f" }
    NR == 1 { least = $1 }
    { most = $1 }
    END {
      scale = 1
      if (unit == "bytes") { unit = " MB"; scale = 1000000 }
      else if (unit == "ms" && median >= 1000) { unit = " s"; scale = 1000 }
      else if (unit == "ns" && median >= 10000) { unit = " us"; scale = 1000 }
      else if (unit == "ms" || unit == "ns") unit = " " unit
      digits = form(median / scale)
      text = sprintf(digits "%s", median / scale, unit)
      if (least != most) text = text sprintf(" (" digits "-" digits ")", least / scale, most / scale)
      print text
    }'
}

# Answers whether the ratio just worked out keeps a target. Parameters: target.
verdict() {
  awk -v ratio="$(median ratio)" -v target="$1" 'BEGIN {
    limit = target
    gsub(/[^0-9.]/, "", limit)
    if (target == "-") print "-"
    else if (target ~ /^>=/) print (ratio >= limit + 0 ? "yes" : "no")
    # As it is shown: with two decimals.
    else print (sprintf("%.2f", ratio) + 0 <= limit + 0 ? "yes" : "no")
  }'
}

# A number with commas. Parameters: whole number.
commas() { printf '%s' "$1" | awk '{ while ($0 ~ /[0-9][0-9][0-9][0-9]/) $0 = gensub_commas($0); print }
  function gensub_commas(text) { match(text, /[0-9][0-9][0-9][0-9](,|$)/); return substr(text, 1, RSTART) "," substr(text, RSTART + 1) }'; }

# Prints the table, its columns aligned.
print_table() {
  { printf 'name\tours\tpeer or floor\tratio\ttarget\tmet\n'; cat "$rows"; } |
    awk -F'\t' '
      { for (column = 1; column <= 6; column++) {
          cell[NR, column] = $column
          if (length($column) > width[column]) width[column] = length($column) } }
      function line(row,   column, text) {
        text = "|"
        for (column = 1; column <= 6; column++) text = text sprintf(" %-" width[column] "s |", cell[row, column])
        return text
      }
      END {
        print line(1)
        text = "|"
        for (column = 1; column <= 6; column++) { dashes = ""; while (length(dashes) < width[column]) dashes = dashes "-"; text = text " " dashes " |" }
        print text
        for (row = 2; row <= NR; row++) print line(row)
      }'
}
