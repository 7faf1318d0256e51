# shellcheck shell=bash disable=SC2154
# QP6: the liveness sweep of PEOPLE claims against four events for every hundred of them, nine in ten of which are about somebody on
# record, against the bare hash join that counts the same matches. What a round finds is undone before the next.

database=bench_sweep
createdb "$database"
export PGDATABASE=$database
sqitch --quiet deploy --no-verify "db:pg:$database"
sql -c 'SET ROLE welfare_owner' -f demo/places.sql
sql -v people="$PEOPLE" -f bench/population.sql
events=$((PEOPLE / 25 > 0 ? PEOPLE / 25 : 1))
sql -v events="$events" > /dev/null <<'SQL'
SET search_path = pg_catalog, welfare, pg_temp;
SET welfare.business_date = '2026-10-01';
INSERT INTO civil.delivery (delivery_number, principal, source, file_name, finished_at, row_count, events_added, unchanged, refused) OVERRIDING SYSTEM VALUE
VALUES (1, 'bench', 'bench', 'bench.csv', clock_timestamp(), :events, :events, 0, 0);
INSERT INTO civil.event (thai_id, birth_date, delivery_number, happened_on, registered_on, reported_on, received_on, line_number, kind, first_name, last_name, event_reference, raw)
SELECT person.thai_id, person.birth_date, 1, '2026-09-15', '2026-09-16', '2026-09-16', '2026-10-01', number, 'death', person.first_name, person.last_name, number::text, '{}'
  FROM (SELECT *, row_number() OVER (ORDER BY thai_id_hash(thai_id)) AS number FROM registry.person) AS person
 WHERE number <= :events * 9 / 10;
INSERT INTO civil.event (thai_id, birth_date, delivery_number, happened_on, registered_on, reported_on, received_on, line_number, kind, first_name, last_name, event_reference, raw)
SELECT (twelve || thai_id_check_digit(twelve))::thai_id, '1950-01-01', 1, '2026-09-15', '2026-09-16', '2026-09-16', '2026-10-01', number, 'death', 'ทดสอบ', 'ทดสอบ', number::text, '{}'
  FROM (SELECT number, '80001' || lpad(number::text, 7, '0') AS twelve FROM generate_series(:events * 9 / 10 + 1, :events) AS number) AS stranger
 WHERE number <= 9999999
ON CONFLICT DO NOTHING;
SQL
sql -c "ALTER DATABASE $database SET welfare.business_date = '2026-10-01'" -c 'VACUUM (ANALYZE)'

joined="SELECT count(*) FROM registry.claim JOIN civil.event USING (thai_id) WHERE claim.state IN ('live', 'suspended', 'awaiting');"
sweep_all() {
  # whatever guards it: nothing of an earlier round stays
  sql -c 'SET session_replication_role = replica' -c 'TRUNCATE civil.finding, civil.sweep_run' -c 'UPDATE civil.delivery SET swept_at = NULL' -c 'VACUUM civil.delivery'
  sample sweep '' 'SELECT * FROM civil.sweep();'
  sample bare_join 'SET search_path = pg_catalog, welfare; SET enable_nestloop = off; SET enable_mergejoin = off;' "$joined"
}
rounds sweep_all
found=$(sql -At -c 'SELECT count(*) FROM civil.finding')
matches=$(sql -At -c 'SET search_path = pg_catalog, welfare' -c "$joined")
[ "$found" = "$matches" ] && [ "$found" -gt $((events / 2)) ] || { echo "the sweep found $found, the join $matches" >&2; exit 1; }
row "QP6 sweep of $(commas "$PEOPLE") claims against $(commas "$events") events / hash join that counts the $(commas "$matches") matches" sweep bare_join ms "<= 2"
export PGDATABASE=postgres
dropdb "$database"
