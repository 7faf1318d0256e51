# shellcheck shell=bash disable=SC2154
# QP13: what the audit trail costs. The same table twice, one of them tracked by audit.track: an edit of one row by a
# function that does what edits do, rows added by one statement, and rows changed by one statement.

people=$((PEOPLE / 10 > 0 ? PEOPLE / 10 : 1))
edits=5000
[ "$edits" -le "$people" ] || edits=$people
database=bench_audit
createdb "$database"
export PGDATABASE=$database
sqitch --quiet deploy --no-verify "db:pg:$database"
sql -c 'SET ROLE welfare_owner' -f demo/places.sql
sql -v people="$people" -f bench/audit.sql > /dev/null

# Parameters: table; series of rows added, of rows changed, of edits.
audit_table() {
  sql -c "TRUNCATE bench.$1, bench.history" -c 'SET session_replication_role = replica' -c 'TRUNCATE audit.entry'
  sample "$2" '' "INSERT INTO bench.$1 SELECT * FROM bench.source;"
  sample "$4" "SELECT bench.edit_$1(1, 2);" "SELECT bench.edit_$1(1, $edits);"
  sample "$3" '' "UPDATE bench.$1 SET marital_status = 'widowed', recorded_at = now();"
}
audit_all() {
  audit_table tracked added_tracked changed_tracked edited_tracked
  audit_table untracked added_untracked changed_untracked edited_untracked
}
rounds audit_all
[ "$(sql -At -c "SELECT count(*) FROM audit.entry WHERE relation = 'bench.tracked'")" = 0 ] || { echo "the untracked table was tracked" >&2; exit 1; }

row "QP13 edit of a person in a function, $(commas "$edits") times: tracked / untracked" edited_tracked edited_untracked ms "<= 1.3"
for what in added changed; do
  : > "$samples/nothing"
  for _ in $(seq "$RUNS"); do sample_value nothing 0; done
  per_row "${what}_tracked" "${what}_tracked_row" "$people" nothing
  per_row "${what}_untracked" "${what}_untracked_row" "$people" nothing
  row "audit, $(commas "$people") rows $what by one statement, per row: tracked / untracked" "${what}_tracked_row" "${what}_untracked_row" ns "-"
done
day=$(sql -At -c "SET session_replication_role = replica" -c "SET welfare.nation = on" -c "INSERT INTO audit.entry (recorded_at, action, relation, thai_id, key, before, after)
  SELECT '2026-01-10 12:00+07', 'update', 'bench.tracked', thai_id, jsonb_build_object('thai_id', thai_id), '{\"marital_status\": \"married\"}', '{\"marital_status\": \"widowed\"}' FROM bench.source" -c "SELECT count(*) FROM bench.source")
seal_all() { sample seal_day 'BEGIN;' "SELECT * FROM audit.digest_of('2026-01-10');"; sample scan_day '' "SELECT count(entry::text) FROM audit.entry WHERE recorded_at < '2026-01-11';"; }
rounds seal_all
row "audit, digest of a day of $(commas "$day") entries / their text alone" seal_day scan_day ms "-"
export PGDATABASE=postgres
dropdb "$database"
