#!/usr/bin/env bash
# QR2: a dump restored into an empty cluster is equal row for row and object for object, fires no trigger on the
# way, and DROP EXTENSION is refused by what depends on it.
cd "$(dirname "$0")/.." || exit 1
. test/tap.sh

database=welfare_dump
dropdb --if-exists "$database" 2>/dev/null
test/deploy "$database" || exit 1
export PGDATABASE=$database
query() { psql -X -q -At -v ON_ERROR_STOP=1 "$@"; }

# People of every programme, an import with refusals, four months across the changes of law, a compiled year.
query -c 'SET ROLE welfare_owner' -f demo/places.sql
query -v today=2026-10-01 -f demo/roles.sql
query -v people=3000 -f demo/population.sql > "$WELFARE_TEST_PLACE/dump.csv"
PGUSER=demo_admin client/welfare import persons --quiet demo/golden_2553.csv >/dev/null || exit 1
PGUSER=demo_admin client/welfare import persons --quiet "$WELFARE_TEST_PLACE/dump.csv" >/dev/null
for month in 2009-10-01 2010-09-01 2022-05-01 2026-09-01; do PGUSER=demo_admin query -c "SELECT payment.prepare('$month')" >/dev/null; done
PGUSER=demo_admin query -c 'SELECT report.compile(2553)' -c 'SELECT report.compile(2569)' >/dev/null

# Tasks that have begun, and a run.
query -c 'SELECT job.begin_tasks()' >/dev/null
PGUSER=welfare_job query -c "CALL job.run_task('law_watch')" || exit 1

# Sealed days in the audit trail; only a superuser without triggers makes entries of past days.
query <<'SQL'
SET session_replication_role = replica;
INSERT INTO audit.entry (recorded_at, principal, action, relation, after)
SELECT now() - number * interval '1 hour', 'somchai', 'insert', 'reference.rate', jsonb_build_object('number', number, 'name', 'กขค "x"') FROM generate_series(30, 99) AS number;
RESET session_replication_role;
SQL
query -c "SELECT * FROM audit.seal_days()" > /dev/null
# A user with an office, who has signed in.
query -c "SELECT identity.add_user('{\"user_name\": \"5730102\", \"duty\": \"local_authority\", \"authority_code\": 5730102, \"thai_id\": \"1000000001005\", \"birth_date\": \"00/00/2520\",
  \"first_name\": \"ก\", \"last_name\": \"ข\", \"email\": \"a@example.go.th\", \"agency_postcode\": \"73000\"}')" \
  -c "SELECT identity.assign_office('5730102', 'delegate', '2026-01-01', NULL, 'ที่ 1/2569')" -c "SELECT identity.login('5730102', 'x'), identity.request_reset('5730102', 'x', 'x')" >/dev/null

# A trigger on every table that writes down that it fired: restoring must not wake it.
query <<'SQL'
CREATE TABLE public.tripwire (fired_at timestamptz DEFAULT clock_timestamp(), relation text);
GRANT INSERT ON public.tripwire TO PUBLIC;
CREATE FUNCTION public.trip() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN INSERT INTO public.tripwire (relation) VALUES (TG_RELID::regclass::text); RETURN coalesce(NEW, OLD); END $$;
DO $$
DECLARE relation regclass;
BEGIN
  FOR relation IN SELECT oid FROM pg_class WHERE relkind IN ('r', 'p') AND NOT relispartition
                     AND relnamespace::regnamespace::text IN ('reference', 'identity', 'audit', 'registry', 'civil', 'payment', 'report', 'portal', 'job')
  LOOP
    EXECUTE format('CREATE TRIGGER tripwire BEFORE INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW EXECUTE FUNCTION public.trip()', relation);
  END LOOP;
END $$;
SQL

# Every row of every table, and every sequence, as one digest each.
digests() {
  psql -X -q -At -v ON_ERROR_STOP=1 -d "$1" <<'SQL'
SET timezone = 'UTC';
SELECT format('SELECT %L, count(*), md5(string_agg(md5(t::text), '''' ORDER BY md5(t::text))) FROM %s AS t', oid::regclass, oid::regclass)
  FROM pg_class WHERE relkind = 'r' AND (relnamespace::regnamespace::text IN ('reference', 'identity', 'audit', 'registry', 'civil', 'payment', 'report', 'portal', 'job') OR oid = 'public.tripwire'::regclass)
 ORDER BY oid::regclass::text
\gexec
SELECT format('SELECT %L, last_value, is_called FROM %s', oid::regclass, oid::regclass) FROM pg_class WHERE relkind = 'S' AND relnamespace::regnamespace::text IN ('reference', 'identity', 'audit', 'registry', 'job')
 ORDER BY oid::regclass::text
\gexec
SQL
}
schema_of() { pg_dump -s -N sqitch "$1" | grep -vE '^\\(un)?restrict '; }

rows_before=$(digests "$database")
schema_before=$(schema_of "$database")
like "$rows_before" '^payment.line_2026_09\|[0-9]{4}' "there is a month to lose"
is "$(query -c 'SELECT count(*) FROM public.tripwire')" 0 "no trigger has fired before the dump"

pg_dumpall -g > "$WELFARE_TEST_PLACE/globals.sql"
pg_dump -Fc -f "$WELFARE_TEST_PLACE/dump.custom" "$database"
pg_dump -Fp -C -f "$WELFARE_TEST_PLACE/dump.sql" "$database"
rm -rf "$WELFARE_TEST_PLACE/dump.directory"
pg_dump -Fd -j 2 -f "$WELFARE_TEST_PLACE/dump.directory" "$database"

place=$WELFARE_TEST_PLACE/cluster-restore
tools/cluster prepare "$place" && tools/cluster start "$place" || exit 1
source_host=$PGHOST source_port=$PGPORT
# shellcheck disable=SC1091
. "$place/env"
trap 'tools/cluster remove "$place"' EXIT
# the empty cluster has the superuser already
psql -X -q -d postgres -f <(grep -vE '^(CREATE|ALTER) ROLE postgres' "$WELFARE_TEST_PLACE/globals.sql") >/dev/null 2>"$WELFARE_TEST_PLACE/globals.log"
is "$(grep ERROR "$WELFARE_TEST_PLACE/globals.log")" "" "roles and their privileges restore without an error"

# -C: a database's own privileges (nobody makes temporary tables) are part of the dump only with it.
for form in plain custom directory; do
  case $form in
    plain) psql -X -q -v ON_ERROR_STOP=1 -d postgres -f "$WELFARE_TEST_PLACE/dump.sql" ;;
    custom) pg_restore -C --exit-on-error -d postgres "$WELFARE_TEST_PLACE/dump.custom" ;;
    directory) pg_restore -C --exit-on-error -j 2 -d postgres "$WELFARE_TEST_PLACE/dump.directory" ;;
  esac > "$WELFARE_TEST_PLACE/restore.log" 2>&1
  is "$? $(grep -c ERROR "$WELFARE_TEST_PLACE/restore.log")" "0 0" "$form: restores without an error"
  psql -X -q -d postgres -c "ALTER DATABASE $database RENAME TO $form"
  is "$(digests "$form")" "$rows_before" "$form: every row of every table is equal, and no trigger fired"
  is "$(schema_of "$form")" "$schema_before" "$form: objects, grants and policies are equal"
  is "$(psql -X -q -At -d "$form" -c "SELECT count(*) > 2, bool_and(findings = '{}') FROM audit.verify()")" "t|t" "$form: QS5: the audit trail agrees with its seals"
  ok "$form: the schema verifies" bash -c "sqitch --quiet verify db:pg:$form >/dev/null"
done

export PGDATABASE=custom
like "$(psql -X -c 'DROP EXTENSION welfare' 2>&1)" 'cannot drop extension welfare because other objects depend on it' "DROP EXTENSION is refused by what depends on it"
is "$(digests custom)" "$rows_before" "and nothing is lost by trying"
is "$(PGUSER=demo_admin query -c "SELECT elderly, aids, disability, claims FROM report.summary_by_programme(2569, authority_code => 5730102)")" \
   "$(PGHOST=$source_host PGPORT=$source_port PGDATABASE=$database PGUSER=demo_admin query -c "SELECT elderly, aids, disability, claims FROM report.summary_by_programme(2569, authority_code => 5730102)")" \
   "the restored database reports as the first"
is "$(PGUSER=welfare_job query -c 'SELECT welfare.principal(), welfare.duty(), welfare.nation()' -c "CALL job.run_task('law_watch')" -c 'SELECT count(*) FROM job.run_log')" "job|administrator|t
1" "what runs by itself is who it was, and what it has done is done"
is "$(PGUSER=demo_admin query -c "SELECT sum(added) FROM payment.prepare('2026-09-01')")" 0 "and prepares the same month without adding a line"
done_testing
