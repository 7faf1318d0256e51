# Imports: what is recorded, what a second run does, where refused rows go, and failures that record nothing.

imports() { ask 'SELECT count(*) FROM registry.import'; }
persons() { ask 'SELECT count(*) FROM registry.person'; }

# The golden case; a second run adds nothing
people golden > golden.csv
before=$(persons)
run import persons golden.csv
is "$status" 0 "all rows taken: status 0"
is "$(tr -s ' ' <<< "$out" | paste -sd '|')" "Rows read 5|Persons added 5|Claims added 5|Unchanged 0|Refused 0" "the summary"
is "$err" "" "nothing on standard error, which is no terminal"
is "$(persons)" $((before + 5)) "five persons are on record"
absent golden.rejected.csv "nothing refused: no file of refused rows"
is "$(ask 'SELECT file_name, principal FROM registry.import ORDER BY import_id DESC LIMIT 1')" "golden.csv|client_admin" "the import knows its file and user"
run import persons golden.csv
is "$status" 0 "a second run: status 0"
is "$(tr -s ' ' <<< "$out" | paste -sd '|')" "Rows read 5|Persons added 0|Claims added 0|Unchanged 5|Refused 0" "a second run adds nothing"
is "$(persons)" $((before + 5)) "and five they stay"
run import persons golden.csv --language th
is "$(tr -s ' ' <<< "$out" | head -n 1)" "อ่าน (แถว) 5" "the summary in Thai"

# JSON
run import persons --json golden.csv
is "$(python3 -c 'import json,sys; value = json.load(sys.stdin); value.pop("imports"); print(value)' <<< "$out")" \
   "{'file': 'golden.csv', 'rows': 5, 'persons_added': 0, 'claims_added': 0, 'unchanged': 5, 'refused': 0, 'rejected_file': None}" "--json: one JSON object"
cp golden.csv 'we"ird \name.csv'
sed -i '2s/^./x/' 'we"ird \name.csv'
run import persons --json 'we"ird \name.csv'
is "$status $(python3 -c 'import json,sys; value = json.load(sys.stdin); print(value["file"], value["refused"], value["rejected_file"])' <<< "$out")" \
   '3 we"ird \name.csv 1 we"ird \name.rejected.csv' "--json quotes any file name"
run import persons --quiet golden.csv
is "$status $out$err" "0 " "--quiet says nothing"
run import persons --quiet --json golden.csv
ok "--quiet --json still answers" test -n "$out"

# Refused rows
manual=$(people golden | sed '2s/^[0-9]*/4444444444444/')
echo "$manual" > manual.csv
run import persons manual.csv
is "$status" 3 "the manual's placeholder ID is refused: status 3"
is "$(head -n 1 manual.rejected.csv)" "line,reason,$(head -n 1 manual.csv)" "refused rows: line, reason, and the file's columns"
is "$(wc -l < manual.rejected.csv) $(tail -n 1 manual.rejected.csv | cut -d, -f1)" "2 2" "one refused row, of line 2"
is "$(tail -n 1 manual.rejected.csv | grep -c -F "$(sed -n 2p manual.csv)")" 1 "with its fields as they came"
like "$(tail -n 1 manual.rejected.csv)" '^2,".*thai_id.*4444444444444' "and a reason that names column and value"
like "$out" 'Refused rows, with their reasons: manual.rejected.csv' "the summary says where they are"
ls ./*.rejected.csv.* >/dev/null 2>&1
is "$?" 2 "no temporary file is left"
people golden > manual.csv
run import persons manual.csv
absent manual.rejected.csv "when nothing is refused any more, the old file of refused rows goes"
chmod 640 manual.csv; sed -i '2s/^./x/' manual.csv
run import persons manual.csv
is "$(stat -c %a manual.rejected.csv)" 640 "refused rows are as widely readable as their file"
mkdir -p elsewhere
run import persons manual.csv --rejected elsewhere/refused.txt
ok "--rejected puts them elsewhere" grep -q '^2,' elsewhere/refused.txt
cp golden.csv NO_SUFFIX
sed -i '2s/^./x/' NO_SUFFIX
run import persons NO_SUFFIX
ok "a name without .csv has .rejected.csv added" test -s NO_SUFFIX.rejected.csv
cp NO_SUFFIX upper.CSV
run import persons upper.CSV
ok ".CSV is .csv" test -s upper.rejected.csv

# What must not be written over
count=$(imports)
echo "my diary" > diary.txt
run import persons manual.csv --rejected diary.txt
is "$status $(cat diary.txt)" "1 my diary" "a file that holds something else is not written over"
cp manual.csv same.csv
run import persons same.csv --rejected same.csv
is "$status $(cmp same.csv manual.csv && echo same)" "1 same" "nor the imported file"
run import persons manual.csv --rejected /dev/null
is "$status $(test -c /dev/null && echo device)" "1 device" "nor a device"
run import persons manual.csv --rejected /nonexistent/refused.csv
is "$status" 1 "nor is a folder made"
is "$(imports)" "$count" "none of these imports began"

# Standard input and pipes
run import persons - < golden.csv
is "$status" 1 "standard input needs a place for refused rows"
like "$err" '"-" has no place for its refused rows' "and says so"
out=$(PGUSER=client_admin "$welfare" --language en import persons - --rejected piped.csv < <(cat manual.csv)); status=$?
is "$status $(cut -d, -f1 piped.csv | tail -n 1)" "3 2" "a pipe is imported"
cmp -s <(tail -n 1 piped.csv) <(tail -n 1 manual.rejected.csv)
is "$?" 0 "and its refused rows are those of the file"
is "$(stat -c %a piped.csv)" 600 "readable by their owner only"
run import persons - --rejected piped.csv < golden.csv
is "$status" 0 "so is a file as standard input"
absent piped.csv "whose earlier refused rows are removed too"

# Who may
as=client_officer run import persons golden.csv
is "$status" 0 "an officer imports for the own authority"
sed 's/5730102/5730103/; 2s/^[0-9]*/'"$(people id 7)"'/' golden.csv | head -n 2 > other.csv
as=client_officer run import persons other.csv
is "$status" 3 "but not for another"
like "$(cat other.rejected.csv)" '5730103 is outside your scope' "and is told so"
count=$(imports)
as=client_stranger run import persons golden.csv
is "$status" 1 "who is not signed in imports nothing: status 1"
like "$err" 'error: nobody is signed in' "the database's message"
like "$err" 'HINT: Sign in first' "its hint"
like "$err" 'error: nothing was recorded' "and what that means"
as=client_stranger run import persons golden.csv --language th
like "$err" 'ยังไม่ได้เข้าสู่ระบบ' "in Thai for who reads Thai"
is "$(imports)" "$count" "nothing was recorded"

# Connections
run import persons golden.csv --host /nonexistent
is "$status" 1 "no server: status 1"
like "$err" 'HINT: Say where the database is' "and what to do"
run import persons golden.csv --dbname "postgresql:///$database?user=client_officer"
is "$status $(ask 'SELECT principal FROM registry.import ORDER BY import_id DESC LIMIT 1')" "0 client_officer" "--dbname takes a URI"
run import persons golden.csv -d "dbname=$database user=client_officer application_name=me"
is "$status" 0 "and a connection string"
run import persons golden.csv -U client_admin -d "$database" -h "$PGHOST" -p "$PGPORT" -w
is "$status" 0 "psql's options"

# A COMMIT that fails
ask "CREATE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql AS \$\$BEGIN RAISE EXCEPTION 'not today' USING DETAIL = 'the detail', HINT = 'the hint'; END\$\$;
     CREATE CONSTRAINT TRIGGER fail AFTER INSERT ON registry.import DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION public.fail()"
cp manual.csv commit.csv
run import persons commit.csv
is "$status" 1 "a COMMIT that fails: status 1"
is "$(paste -sd '|' <<< "$err")" "welfare: error: not today|DETAIL: the detail|HINT: the hint|welfare: error: nothing was recorded" "with message, detail and hint"
is "$(ls commit*)" commit.csv "and no file of refused rows"
ask "CREATE OR REPLACE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS \$\$BEGIN PERFORM pg_terminate_backend(pg_backend_pid()), pg_sleep(5); RETURN NULL; END\$\$"
run import persons commit.csv
is "$status" 1 "a connection that ends at the COMMIT: status 1"
like "$err" 'it is not known whether it was' "says what is not known"
like "$err" 'HINT: Import the file again: what is on record is not added twice' "and what to do"
ask 'DROP FUNCTION public.fail() CASCADE' 2>/dev/null

# Characters that COPY's format gives a meaning
{ people header; people row 10051 | sed 's/สมชาย,ทองดี/\\N,"back\\\\sl\tash\\."/'; } > escapes.csv
run import persons escapes.csv
is "$status $(ask "SELECT first_name, last_name FROM registry.person WHERE thai_id = '$(people id 10051)'")" '0 \N|back\\sl ash\.' "backslashes and tabs are text"
