# shellcheck shell=bash disable=SC2154
# QP7, QP5: a month of PEOPLE claims from its prepared lines to its banks' results: drafted, approved, sealed and handed over, against the bare
# INSERT ... SELECT of the same payments into a partition with their key; and the settlement of as many results as there are transfers, against COPY of
# the same file into a bare table with the same key. Every round takes another month, as life does.

database=bench_payments
createdb "$database"
export PGDATABASE=$database
sqitch --quiet deploy --no-verify "db:pg:$database"
sql -c 'SET ROLE welfare_owner' -f demo/places.sql
sql -v people="$PEOPLE" -f bench/population.sql
months=$((RUNS + 1))
sql -v months="$months" > /dev/null <<'SQL'
SELECT reference.confirm_law(year, programme, 'bench') FROM reference.programme CROSS JOIN generate_series(2570, 2571) AS year;
INSERT INTO reference.government_holiday SELECT make_date(year, 12, 31), 'bench', 'bench' FROM generate_series(2026, 2028) AS year;
INSERT INTO reference.bank_holiday SELECT make_date(year, 12, 31), 'bench', 'bench' FROM generate_series(2026, 2028) AS year;
CREATE SCHEMA floor;
-- the first month whose payments nobody has taken further
CREATE TABLE floor.turn AS SELECT DATE '2026-10-01' AS month;
VACUUM (ANALYZE);
SQL

acting="SET search_path = pg_catalog, welfare; SET welfare.duty = 'administrator'; SET welfare.nation = on; SET welfare.principal = 'bench';"
pay_and_settle() {
  local month next partition number
  month=$(sql -At -c 'SELECT month FROM floor.turn')
  next=$(sql -At -c "SELECT (DATE '$month' + interval '1 month')::date")
  partition=$(sql -At -c "SELECT to_char(DATE '$month', '\"instruction_\"YYYY_MM')")
  sql -c "ALTER DATABASE $database SET welfare.business_date = '$month'"
  sql -At -c "SELECT * FROM payment.prepare('$month')" > /dev/null
  sample drafted "$acting" "SELECT * FROM payment.draft_payrolls('$month');"
  sql -At -c "$acting SET welfare.principal = 'reviewer'; SELECT payment.review_on_paper('$month', 'bench')" > /dev/null
  sample approved "$acting SET welfare.principal = 'approver';" "SELECT payment.approve_on_paper('$month', 'bench');"
  sample sealed "$acting SET welfare.principal = 'sealer';" "SELECT * FROM payment.seal_disbursement('$month');"
  number=$(sql -At -c 'SELECT max(disbursement_number) FROM payment.disbursement')
  sample sent "$acting SET welfare.principal = 'sender';" \
    "SELECT payment.send_disbursement($number, (SELECT encode(digest, 'hex') FROM payment.disbursement WHERE disbursement_number = $number));"
  sample bare_insert "DROP TABLE IF EXISTS floor.payment; CREATE TABLE floor.payment (LIKE payment.instruction INCLUDING ALL);" \
    "INSERT INTO floor.payment SELECT * FROM payment.$partition;"

  sql -At -c "COPY (SELECT reference, 'credited', NULL, amount, '$month' FROM payment.$partition WHERE bank_code IS NOT NULL ORDER BY reference) TO STDOUT (FORMAT csv)" > "$place/results.csv"
  results=$(wc -l < "$place/results.csv")
  sample bare_copy "DROP TABLE IF EXISTS floor.result; CREATE TABLE floor.result (reference bigint PRIMARY KEY, outcome text, reason_code text, amount numeric(12,2), booked_on date);" \
    "\\copy floor.result FROM '$place/results.csv' (FORMAT csv)"
  sql -c "CREATE TABLE floor.told AS SELECT row_number() OVER () AS line_number, result.* FROM floor.result"
  sql -At -c "\\copy (SELECT line_number, reference, outcome, reason_code, amount, booked_on FROM floor.told) TO '$place/staged.csv' (FORMAT csv)"
  sample settled "$acting SET welfare.principal = 'bank'; SELECT payment.begin_results('bench.csv', 'bench') AS number \\gset
CREATE TEMPORARY TABLE named AS SELECT :number AS number;
ALTER TABLE payment.result_row ALTER delivery_number SET DEFAULT :number;" \
    "\\copy payment.result_row (line_number, reference, outcome, reason_code, amount, booked_on) FROM '$place/staged.csv' (FORMAT csv)
SELECT * FROM payment.finish_results((SELECT number FROM named));"
  sql -c 'ALTER TABLE payment.result_row ALTER delivery_number DROP DEFAULT' -c 'DROP TABLE floor.told' -c "UPDATE floor.turn SET month = '$next'"
}
rounds pay_and_settle

# What is fast must be right.
wrong=$(sql -At -c "$acting SELECT string_agg(name, ' ') FROM payment.check_invariants() WHERE NOT ok AND name NOT IN ('audit_chain')")
[ -z "$wrong" ] || { echo "no longer true: $wrong" >&2; exit 1; }
credited=$(sql -At -c 'SELECT count(*) FROM payment.credit')
[ "$credited" -ge "$results" ] || { echo "$credited payments arrived of $results" >&2; exit 1; }
paste -d+ "$samples/drafted" "$samples/approved" "$samples/sealed" "$samples/sent" | bc > "$samples/whole_way"
row "QP5 $(commas "$PEOPLE") claims drafted, approved, sealed, handed over / INSERT ... SELECT of their payments" whole_way bare_insert ms "-"
row "QP7 settlement of $(commas "$results") bank results / COPY of the file into a bare table with the key" settled bare_copy ms "<= 2.5"
export PGDATABASE=postgres
dropdb "$database"
