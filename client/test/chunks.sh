# --chunk: each chunk is recorded for good, and after an interruption the same command goes on.

imports() { ask 'SELECT count(*) FROM registry.import'; }
counts() { tr -s ' ' <<< "$out" | grep -v 'reasons' | sed 's/.* //' | paste -sd ' '; }
waits() {
  for _ in $(seq 100); do
    [ -n "$(ask "$1")" ] && return
    sleep 0.1
  done
  return 1
}

# Totals, line numbers, refused rows of several chunks
{
  people range 962001 962007 962002
  people row 962008 title=
  people row 962009 "first_name=สอง
บรรทัด"
  people row 962010 postcode=x
} > chunks.csv
before=$(imports)
run import persons chunks.csv --chunk 3
is "$status $(counts)" "3 10 7 7 0 3" "ten rows in chunks of three: totals of all chunks"
is "$(($(imports) - before))" 4 "each chunk is an import of its own"
is "$(sed 1d chunks.rejected.csv | grep -oE '^[0-9]+' | paste -sd ' ')" "3 9 12" "refused rows of several chunks in one file, with the lines of the file"
is "$(tail -n 1 chunks.rejected.csv | grep -c -F "$(tail -n 1 chunks.csv)")" 1 "and the fields as they came"
run import persons chunks.csv --chunk=10 --json
is "$status $(python3 -c 'import json,sys; value = json.load(sys.stdin); print(len(value["imports"]), value["rows"], value["unchanged"], value["refused"], value["rejected_file"])' <<< "$out")" \
   "3 1 10 7 3 chunks.rejected.csv" "--json: totals, and the numbers of the imports; as many rows as a chunk holds are one chunk"
run import persons chunks.csv --chunk 1 --json
is "$status $(python3 -c 'import json,sys; value = json.load(sys.stdin); print(len(value["imports"]), value["rows"], value["unchanged"], value["refused"])' <<< "$out")" "3 10 10 7 3" "a row a chunk"
run import persons chunks.csv --chunk 999999999
is "$status $(counts)" "3 10 0 0 7 3" "a chunk larger than the file"
people header > chunk_header.csv
run import persons chunk_header.csv --chunk 5
is "$status $(counts)" "0 0 0 0 0 0" "a file without rows"
for wrong in 0 -1 x 1.5 '' 1000000000 ' 5'; do
  run import persons chunks.csv --chunk "$wrong"
  is "$status" 2 "--chunk '$wrong' is refused: status 2"
done
like "$err" 'HINT: Give a whole number from 1 to 999999999' "with what to give"
run check --chunk 5
is "$status" 2 "--chunk belongs to imports"

# A boundary inside a person's two programmes, and inside the same claim given twice
disability='{thai_nationality, in_house_register, physical_disability}'
{ people header; people row 962021; people row 962022; people row 962022 programme=disability "facts=$disability"; people row 962023; } > boundary.csv
run import persons boundary.csv --chunk 2
is "$status $(counts)" "0 4 3 4 0 0" "a boundary inside a person's two programmes: one person, two claims"
{ people header; people row 962031; people row 962032; people row 962032 programme=disability "facts=$disability" last_name=อื่น; } > boundary.csv
run import persons boundary.csv --chunk 2
like "$status $(tail -n 1 boundary.rejected.csv)" "^3 4,.*differ from those on record: last_name" "described differently in two chunks: the second is refused, with the field"

# Killed after the first chunk, and resumed
people range 962101 962140 962105 962118 962131 > killed.csv
wrong=3
# The second chunk's session waits here; the first is recorded by then.
ask "CREATE FUNCTION public.hold() RETURNS trigger LANGUAGE plpgsql AS \$\$BEGIN IF NEW.line_number = 12 THEN PERFORM pg_advisory_lock(62); END IF; RETURN NEW; END\$\$;
     CREATE TRIGGER hold BEFORE INSERT ON registry.import_row FOR EACH ROW EXECUTE FUNCTION public.hold()"
session="SELECT 1 FROM pg_stat_activity WHERE application_name = 'welfare'"
stopped() { # how it is stopped; sets status
  mkfifo gate
  PGUSER=$superuser psql -X -q < gate > /dev/null & holder=$!
  exec 8> gate
  echo 'SELECT pg_advisory_lock(62);' >&8
  waits "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND objid = 62 AND granted"
  PGUSER=client_admin "$welfare" --language "${2:-en}" import persons killed.csv --chunk 10 > killed.out 2> killed.err 8>&- & started=$!
  ok "$1: the second chunk is on its way" waits "$session AND wait_event = 'advisory'"
  case $1 in
    kill) kill -9 $started ;;
    interrupt) kill -INT $started ;;
    connection) ask "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'welfare'" > /dev/null ;;
  esac
  wait $started 2> /dev/null
  status=$?
  exec 8>&-
  wait $holder
  rm gate
  waits "SELECT 1 WHERE NOT EXISTS ($session)"
}
recorded() { ask "SELECT count(*) FROM registry.claim WHERE thai_id BETWEEN '$(people id 962101)' AND '$(people id 962140)'"; }
stopped kill
is "$status $(recorded)" "137 9" "kill -9 after the first chunk: the first is on record, nothing of the second"
absent killed.rejected.csv "and no file of refused rows is left"
is "$(ls killed.*)" "$(printf '%s\n' killed.csv killed.err killed.out)" "nor a temporary one"
stopped interrupt
is "$status" 130 "Ctrl-C in a chunk ends the client by that signal"
like "$(cat killed.err)" 'error: cancelled' "says so"
like "$(cat killed.err)" 'stopped after line 11: 10 rows are done \(0 claims added, 1 refused\), those after them are not' "up to which line rows are done"
like "$(cat killed.err)" 'HINT: Give the same command again' "and how it goes on"
stopped connection th
is "$status" 1 "a connection that is lost: status 1"
like "$(cat killed.err)" 'การนำเข้าหยุดหลังบรรทัดที่ 11: เสร็จแล้ว 10 แถว' "says in Thai what is done"
ask 'DROP FUNCTION public.hold() CASCADE' 2> /dev/null
first=$(recorded)
run import persons killed.csv --chunk 10
is "$status $(counts)" "3 40 $((40 - wrong - first)) $((40 - wrong - first)) $first $wrong" "the same command again: what is on record is unchanged, the rest is added"
is "$(recorded) $(($(wc -l < killed.rejected.csv) - 1))" "$((40 - wrong)) $wrong" "everything is on record, and every refused row is listed"

# A file that changes between two chunks
people range 962201 962220 > edited.csv
ask "CREATE FUNCTION public.hold() RETURNS trigger LANGUAGE plpgsql AS \$\$BEGIN IF NEW.line_number = 12 THEN PERFORM pg_sleep(2); END IF; RETURN NEW; END\$\$;
     CREATE TRIGGER hold BEFORE INSERT ON registry.import_row FOR EACH ROW EXECUTE FUNCTION public.hold()"
PGUSER=client_admin "$welfare" --language en import persons edited.csv --chunk 10 > edited.out 2> edited.err & started=$!
waits "$session AND wait_event = 'PgSleep'"
echo >> edited.csv
wait $started
is "$?" 1 "a file that changes between two chunks: status 1"
like "$(paste -sd '|' edited.err)" '"edited.csv" changed while it was imported\|welfare: error: the import stopped after line 11: 10 rows are done' "said, with what is done"
ask 'DROP FUNCTION public.hold() CASCADE' 2> /dev/null
