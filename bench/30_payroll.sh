# shellcheck shell=bash disable=SC2154
# QP4, QP5: one month's payroll, everything included: the law of the month frozen, eligibility, age, amounts, the
# way of payment and the facts frozen, the partition, its key, its totals. The floor loads the same finished rows by the
# fastest way that PostgreSQL offers; then the bare INSERT … SELECT of them into a partition that has its key.
# Everything at PEOPLE and at twice PEOPLE.

month=2026-10-01
next_month=2026-11-01
partition=line_2026_10

# Makes a database with that many claims, a month paid, and its lines kept in the order of their key.
# Parameters: database; claims.
make_people() {
  local PGDATABASE=$1
  export PGDATABASE
  note "  $(commas "$2") claims"
  createdb "$PGDATABASE"
  sqitch --quiet deploy --no-verify "db:pg:$PGDATABASE"
  sql -v people="$2" -f bench/population.sql
  sql -c "ALTER DATABASE $PGDATABASE SET welfare.business_date = '$month'"
  # what an administrator does once a year
  sql -At -c "SELECT reference.confirm_law(welfare.fiscal_year('$month'), programme, 'bench') FROM reference.programme" > /dev/null
  sql -At -c "SELECT * FROM payment.prepare('$month')" > "$place/totals.$PGDATABASE"
  sql <<SQL
CREATE SCHEMA floor;
CREATE TABLE floor.finished AS SELECT * FROM payment.line WHERE month = '$month' ORDER BY thai_id, programme;
CREATE TABLE floor.line (LIKE payment.line INCLUDING ALL) PARTITION BY RANGE (month);
VACUUM ANALYZE floor.finished;
SQL
}

# Undoes a month, whatever guards it.
undo="SET session_replication_role = replica;
ALTER TABLE payment.line DETACH PARTITION payment.$partition;
DROP TABLE payment.$partition;
DELETE FROM payment.payroll WHERE month = '$month';
DELETE FROM payment.tariff WHERE month = '$month';
DELETE FROM payment.law WHERE month = '$month';
RESET session_replication_role;"

prepare_month() { sample "prepare_$1" "$undo" "SELECT * FROM payment.prepare('$month');"; }

not_null=$(printf 'ALTER %s SET NOT NULL, ' facts authority_code tariff_id way_of_payment budget_type \
  district_code province_code claim_number age pending_removal allowance top_up other_payers)
floor_month() {
  sample "floor_$1" "DROP TABLE IF EXISTS floor.$partition;" "CREATE TABLE floor.$partition AS SELECT * FROM floor.finished;
ALTER TABLE floor.$partition ADD CONSTRAINT ${partition}_pkey PRIMARY KEY (thai_id, programme, month), $not_null
  ADD CONSTRAINT ${partition}_month CHECK (month >= '$month' AND month < '$next_month');
ALTER TABLE floor.line ATTACH PARTITION floor.$partition FOR VALUES FROM ('$month') TO ('$next_month');"
}
insert_month() {
  sample "insert_$1" "DROP TABLE IF EXISTS floor.$partition;
CREATE TABLE floor.$partition PARTITION OF floor.line FOR VALUES FROM ('$month') TO ('$next_month');" \
    "INSERT INTO floor.$partition SELECT * FROM floor.finished;"
}

# Answers the most memory, in bytes, that the server's processes for us took of their own while SQL ran: private memory
# and what parallel workers share, without the server's common cache. Parameters: SQL.
peak_memory() {
  local postmaster most=0 now worker
  postmaster=$(head -n 1 "$(sql -At -c 'SHOW data_directory')/postmaster.pid")
  sql -c "$1" > "$place/out" &
  worker=$!
  while kill -0 "$worker" 2> /dev/null; do
    now=$(memory_of "$postmaster")
    [ "$now" -le "$most" ] || most=$now
    sleep 0.02
  done
  wait "$worker"
  printf '%s\n' "$most"
}
# Parameters: process of the server.
memory_of() {
  local children
  children=$(cat "/proc/$1/task/$1/children" 2> /dev/null) || children=
  {
    # shellcheck disable=SC2086
    for child in $children; do cat "/proc/$child/status" "/proc/$child/maps" 2> /dev/null || true; done
  } | awk '
    /^RssAnon:/ { sum += $2 * 1024 }
    $6 ~ "^/dev/shm/PostgreSQL" && !seen[$6]++ { shared = shared " " $6 }
    END {
      if (shared != "") {
        command = "stat -c \"%b %B\" " shared " 2> /dev/null"
        while ((command | getline block) > 0) { split(block, part, " "); sum += part[1] * part[2] }
      }
      printf "%.0f\n", sum
    }'
}

double=$((PEOPLE * 2))
make_people bench_people "$PEOPLE"
make_people bench_double "$double"

pay_all() {
  export PGDATABASE=bench_people
  floor_month once
  prepare_month once
  insert_month once
  export PGDATABASE=bench_double
  floor_month double
  prepare_month double
  insert_month double
}
rounds pay_all

# What is fast must be right: the same rows as the floor's, and the same totals as at first.
for database in bench_people bench_double; do
  export PGDATABASE=$database
  differing=$(sql -At -c 'SET search_path = pg_catalog, welfare' \
    -c "SELECT count(*) FROM floor.finished FULL JOIN payment.line USING (thai_id, programme, month)
                           WHERE month = '$month' AND finished IS DISTINCT FROM line")
  lines=$(sql -At -c "SELECT sum(lines) FROM payment.payroll WHERE month = '$month'")
  [ "$differing" = 0 ] || { echo "$differing payment lines differ from the first run's" >&2; exit 1; }
  [ "$lines" = "$(awk -F'|' '{ sum += $2 } END { print sum }' "$place/totals.$database")" ] || { echo "the totals differ from the first run's" >&2; exit 1; }
  note "  $database: $(commas "$lines") lines"
  sql -c "$undo"
  sample_value "memory_$database" "$(peak_memory "SELECT * FROM payment.prepare('$month')")"
done

for size in once double; do
  many=$(commas "$([ "$size" = once ] && echo "$PEOPLE" || echo "$double")")
  row "QP4 payroll of $many claims / CTAS, key, attach of its rows" "prepare_$size" "floor_$size" ms "<= 1.25"
  row "QP4 payroll of $many claims / INSERT ... SELECT of its rows" "prepare_$size" "insert_$size" ms "-"
done
row "QP5 payroll of $(commas "$double") claims / of $(commas "$PEOPLE")" prepare_double prepare_once ms "<= 2.1"
row "QP5 peak memory at $(commas "$double") claims / at $(commas "$PEOPLE")" memory_bench_double memory_bench_people bytes "<= 1.1"
export PGDATABASE=postgres
dropdb bench_people
dropdb bench_double
