#!/usr/bin/env bash
# AR2, QS4: who may not know of an AIDS claim sees no difference between two databases that differ in that claim alone: not in rows
# or their order, not in refusals with all that comes with them, not in EXPLAIN or EXPLAIN ANALYZE, not in what the server tells
# about its tables or at any level of messages; but for the counts and sums of the summary report.
#
# Four databases, copied from one: as filled; with one AIDS claim more of a person who has an elderly claim too; with one of a
# person who has nothing else; and with an elderly claim of that person instead, which must look the same to other authorities.
. "$(dirname "$0")/tap.sh"
cd "$(dirname "$0")/.." || exit 1

unset PGOPTIONS PGSERVICE
base=welfare_apart
place=$(mktemp -d "${TMPDIR:-/tmp}/welfare-apart.XXXXXX")
declare -A setting=([province]="welfare.province_code = 73" [district]="welfare.district_code = 7301" [department]="welfare.nation = on"
  [authority]="welfare.authority_code = 3730101" [report]="welfare.nation = off")
remove() {
  for name in $base ${base}_both ${base}_alone ${base}_elderly; do dropdb --if-exists "$name" 2>/dev/null; done
  for actor in "${!setting[@]}" holder admin; do psql -X -q -d postgres -c "DROP ROLE IF EXISTS apart_$actor" >/dev/null 2>&1; done
}
trap 'remove; rm -rf "$place"' EXIT
trap 'exit 130' INT TERM
remove
test/deploy "$base" || { echo "not ok 1 - the schema deploys"; exit 1; }

# Runs SQL in a session of a role. Parameters: role, database, SQL. What it answers and how it is refused, whole.
as() {
  psql -X -q -At -P null=- -v VERBOSITY=verbose -U "apart_$1" -d "$2" -f - <<< "SET search_path = pg_catalog, welfare; $3" 2>&1
}
# The national ID of a person of the test. Parameter: number.
id() { psql -X -At -d "$base" -c "SELECT welfare.thai_id(10000::text || lpad('$1', 7, '0') || welfare.thai_id_check_digit(10000::text || lpad('$1', 7, '0')))"; }

psql -X -q -v ON_ERROR_STOP=1 -d "$base" -c 'SET ROLE welfare_owner' -f demo/places.sql -c 'RESET ROLE' -f test/whole_form.sql <<SQL || exit 1
ALTER DATABASE $base SET welfare.business_date = '2026-10-01';
SQL
for actor in "${!setting[@]}"; do
  duty=$actor
  case $actor in authority) duty=local_authority ;; report) duty= ;; esac
  psql -X -q -d postgres -c "CREATE ROLE apart_$actor LOGIN IN ROLE welfare_$actor" -c "ALTER ROLE apart_$actor SET welfare.principal = '$actor'" \
    -c "ALTER ROLE apart_$actor SET welfare.duty = '$duty'" -c "ALTER ROLE apart_$actor SET ${setting[$actor]}"
done
psql -X -q -d postgres <<'SQL'
CREATE ROLE apart_holder LOGIN IN ROLE welfare_authority;
ALTER ROLE apart_holder SET welfare.principal = 'holder';
ALTER ROLE apart_holder SET welfare.duty = 'local_authority';
ALTER ROLE apart_holder SET welfare.authority_code = 5730102;
CREATE ROLE apart_admin LOGIN IN ROLE welfare_admin;
ALTER ROLE apart_admin SET welfare.principal = 'admin';
ALTER ROLE apart_admin SET welfare.duty = 'administrator';
ALTER ROLE apart_admin SET welfare.nation = on;
SQL

# A form of one programme. Parameters: number of the person; programme; its facts; more fields.
form() {
  printf "'{\"thai_id\": \"%s\", \"title\": \"นาย\", \"first_name\": \"สมชาย%s\", \"last_name\": \"ใจดี\", \"sex\": \"male\", \"birth_date\": \"01/12/2490\", \"marital_status\": \"single\", \"telephone\": \"034-222-222\", \"income_band\": \"1\", \"occupation\": \"none\", \"house_number\": \"2\", \"subdistrict\": \"ดอนยายหอม\", \"district\": \"เมืองนครปฐม\", \"province\": \"นครปฐม\", \"postcode\": \"73000\", \"programme\": \"%s\", \"facts\": \"%s\", \"budget_type\": \"specific\", \"claimed_on\": \"01/11/2551\", \"ordered_on\": \"05/11/2551\", \"way_of_payment\": \"cash_in_person\"%s}'" \
    "${ids[$1]}" "${1//[0-9]/}" "$2" "$3" "${4:-}"
}
elderly="{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}"
disability="{thai_nationality, in_house_register, disability_card, seeing_disability, !state_shelter}"
aids="{in_house_register, aids_certified, poor}"
# 1–12 elderly; 7–9 disability, too; 5 and 6 AIDS beside it; 20, 21 disability alone; 22, 23 AIDS alone; 30–34 at the other authority; 41 the one in question; 50 nobody
declare -A ids
for number in {1..12} 20 21 22 23 {30..34} 41 50; do ids[$number]=$(id "$number"); done
{
  for number in {1..12}; do echo "SELECT registry.add_beneficiary($(form "$number" elderly "$elderly"));"; done
  for number in 7 8 9 20 21; do echo "SELECT registry.add_beneficiary($(form "$number" disability "$disability"));"; done
  for number in 5 6 22 23; do echo "SELECT registry.add_beneficiary($(form "$number" aids "$aids"));"; done
} > "$place/fill.sql"
is "$(as holder "$base" "$(cat "$place/fill.sql")" | sort | uniq -c | sed 's/^ *//')" "21 ทำรายการเรียบร้อยแล้ว" "people are entered"
is "$(as authority "$base" "$(for number in {30..34}; do echo "SELECT registry.add_beneficiary($(form "$number" elderly "$elderly"));"; done)" | sort | uniq -c | sed 's/^ *//')" "5 ทำรายการเรียบร้อยแล้ว" "at the other authority, too"
for copy in both alone elderly; do createdb -T "$base" "${base}_$copy"; psql -X -q -d postgres -c "ALTER DATABASE ${base}_$copy SET welfare.business_date = '2026-10-01'"; done
is "$(as holder ${base}_both "SELECT registry.add_beneficiary($(form 1 aids "$aids"))")$(as holder ${base}_alone "SELECT registry.add_beneficiary($(form 41 aids "$aids"))")$(as holder ${base}_elderly "SELECT registry.add_beneficiary($(form 41 elderly "$elderly"))")" \
  "ทำรายการเรียบร้อยแล้วทำรายการเรียบร้อยแล้วทำรายการเรียบร้อยแล้ว" "one claim more in each copy"
for name in $base ${base}_both ${base}_alone ${base}_elderly; do
  as admin "$name" "SELECT * FROM payment.prepare('2026-09-01'); SELECT report.compile(2569);" > /dev/null
  psql -X -q -d "$name" -c "VACUUM (ANALYZE)"
done
is "$(for name in $base ${base}_both ${base}_alone ${base}_elderly; do psql -X -At -d "$name" -c "SELECT count(*) FILTER (WHERE programme = 'aids'), count(*) FROM payment.line"; done | xargs)" "4|26 5|27 5|27 4|27" "they differ in that claim alone, and it is paid"

# What each may ask. The rows come in the order in which they are given.
people=$(printf "'%s', " "${ids[@]}")
people=${people%, }
{
  # everybody: one by one, and with every plan
  cat <<SQL
SELECT format('SELECT registry.beneficiary_detail(%L)', person) FROM unnest(ARRAY[$people]) AS person ORDER BY person \\gexec
SELECT format('SELECT * FROM registry.find_beneficiaries(%s)', concat_ws(', ', filter, programme, state, sort, page))
  FROM unnest(ARRAY[NULL, 'first_name => ''สม''', 'last_name => ''ใจ''', 'authority_code => 5730102', 'district_code => 7301', 'province_code => 73', 'thai_id => ''${ids[1]}''', 'thai_id => ''${ids[41]}''']) AS filter
 CROSS JOIN unnest(ARRAY[NULL, 'programme => ''aids''', 'programme => ''elderly''']) AS programme
 CROSS JOIN unnest(ARRAY[NULL, 'state => ''live''', 'state => ''deleted''']) AS state
 CROSS JOIN unnest(ARRAY[NULL, 'sort => ''{name,-thai_id}''']) AS sort
 CROSS JOIN unnest(ARRAY[NULL, 'page => 2, page_size => 3']) AS page
\\gexec
SELECT format('EXPLAIN (%s) %s', options, call)
  FROM unnest(ARRAY['VERBOSE', 'ANALYZE, TIMING OFF, SUMMARY OFF, COSTS ON, BUFFERS OFF']) AS options
 CROSS JOIN (SELECT format('SELECT registry.beneficiary_detail(%L)', person) AS call FROM unnest(ARRAY['${ids[1]}', '${ids[41]}', '${ids[5]}', '${ids[22]}', '${ids[50]}']) AS person
              UNION ALL
             SELECT 'SELECT * FROM registry.find_beneficiaries(' || criteria || ')' FROM unnest(ARRAY['', 'programme => ''aids''', 'state => ''live''', 'thai_id => ''${ids[1]}''', 'thai_id => ''${ids[41]}''', 'first_name => ''สม''']) AS criteria
              UNION ALL
             SELECT 'SELECT * FROM report.summary_by_programme(2569)'
              UNION ALL
             SELECT format('SELECT * FROM %s', oid::regclass) FROM pg_class WHERE relnamespace::regnamespace::text IN ('reference', 'identity', 'audit', 'registry', 'civil', 'payment', 'report', 'portal', 'job') AND relkind IN ('r', 'p', 'v')) AS asked
\\gexec
-- every relation, and every function that takes a person
SELECT format('SELECT * FROM %s', oid::regclass) FROM pg_class WHERE relnamespace::regnamespace::text IN ('reference', 'identity', 'audit', 'registry', 'civil', 'payment', 'report', 'portal', 'job') AND relkind IN ('r', 'p', 'v', 'S') \\gexec
SELECT format('SELECT * FROM registry.%s_as_of(%L, ''2026-10-01'')', what, person) FROM unnest(ARRAY['person', 'claims']) AS what CROSS JOIN unnest(ARRAY[$people]) AS person \\gexec
SELECT local_authority_code, elderly, disability FROM report.summary_by_programme(2569);
SELECT local_authority_code, elderly, disability FROM report.summary_by_programme(2569, authority_code => 5730102);
SELECT * FROM report.allowance_by_authority ORDER BY 1, 2, 3, 4, 5, 6, 7;
SELECT * FROM registry.open_reviews();
-- what the server tells of its tables
SELECT schemaname, tablename, attname FROM pg_stats WHERE schemaname IN ('identity', 'audit', 'registry', 'civil', 'payment', 'report', 'portal', 'job') ORDER BY 1, 2, 3;
SELECT * FROM pg_stats_ext;
SELECT * FROM pg_statistic;
SELECT * FROM pg_stat_user_tables;
SELECT * FROM pg_stat_xact_user_tables;
SELECT * FROM pg_statio_user_tables;
SELECT * FROM pg_stat_user_indexes;
SELECT * FROM pg_stat_user_functions;
SELECT * FROM pg_stat_database;
SELECT query FROM pg_stat_activity;
SELECT * FROM pg_locks;
SELECT * FROM pg_stat_wal;
SELECT sequencename, last_value FROM pg_sequences WHERE schemaname IN ('identity', 'audit', 'registry', 'civil', 'payment', 'report', 'portal', 'job');
SELECT pg_sequence_last_value(oid::regclass) FROM pg_class WHERE relkind = 'S' AND relnamespace = 'registry'::regnamespace;
BEGIN ISOLATION LEVEL SERIALIZABLE;
SELECT registry.beneficiary_detail('${ids[1]}');
SELECT relation::regclass, page, tuple FROM pg_locks WHERE mode = 'SIReadLock' AND pid = pg_backend_pid();
ROLLBACK;
BEGIN;
SELECT count(*) FROM registry.find_beneficiaries();
SELECT pg_stat_get_xact_tuples_fetched('registry.claim'::regclass), pg_stat_get_xact_tuples_returned('registry.person'::regclass);
ROLLBACK;
-- at every level of messages, with everything that may be asked to be printed
BEGIN;
SET LOCAL client_min_messages = debug5;
SET LOCAL debug_print_plan = on;
SET LOCAL debug_print_rewritten = on;
SET LOCAL debug_print_parse = on;
SET LOCAL trace_sort = on;
SET LOCAL jit = off;
SELECT registry.beneficiary_detail('${ids[1]}');
SELECT * FROM registry.find_beneficiaries(sort => '{name}');
SELECT * FROM registry.find_beneficiaries(programme => 'aids');
SELECT elderly FROM report.summary_by_programme(2569);
ROLLBACK;
SQL
} > "$place/read.sql"
# What another authority tries with people that are not its own, undone each time.
tries() {
  local person=${ids[$1]} call programme
  for call in "registry.edit_beneficiary('$person', '{\"occupation\": \"ขายของ\"}')" "registry.dispose('$person', 'died', '2026-09-01', '2026-09-02')" \
    "registry.suspend('$person', '{aids}', '2026-09-01', '1', 'x')" "registry.resume('$person', '{aids}', '2026-09-01', '1', 'x')" "registry.delete_beneficiary('$person', 'x', true, NULL)" \
    "registry.re_enter('$person', 'aids', 'x', 'x')" "registry.correct_id('$person', '${ids[50]}', 'x', 'x')" "registry.correct_id('${ids[30]}', '$person', 'x', 'x')" \
    "registry.add_representative('$person', '${ids[30]}', 'proxy', 'ก', 'บุตร', 'x', '2026-09-01')" "registry.add_document('$person', 'other', 'x', sha256('x'))" "registry.close_review('$person', 'lookalike_id', 'x')" \
    "registry.end_representative('$person', '${ids[30]}', 'proxy', '2026-09-01', 'x')" "registry.person_as_of('$person', '2026-10-01')" "registry.claims_as_of('$person', '2026-10-01')"; do
    echo "BEGIN; SELECT * FROM $call; ROLLBACK;"
  done
  for programme in "elderly/$elderly" "aids/$aids" "disability/$disability"; do
    echo "BEGIN; SELECT registry.add_beneficiary($(form "$1" "${programme%%/*}" "${programme#*/}")); SELECT state, elderly, disability, aids FROM registry.find_beneficiaries('$person'); ROLLBACK;"
    echo "BEGIN; SELECT registry.add_beneficiary($(form "$1" "${programme%%/*}" "${programme#*/}" ', "first_name": "อื่น"')); ROLLBACK;"
    echo "BEGIN; SELECT registry.begin_import('x') > 0; INSERT INTO registry.import_row (import_id, line_number, thai_id, title, first_name, last_name, sex, birth_date, facts, programme, authority_code, claimed_on, ordered_on, budget_type, way_of_payment)
      SELECT registry.begin_import('y'), 2, '$person', 'นาย', 'สมชาย', 'ใจดี', 'male', '01/12/2490', '${programme#*/}', '${programme%%/*}', '3730101', '1 พ.ย. 51', '5 พ.ย. 51', 'specific', 'cash_in_person' RETURNING import_id \\gset
      SELECT * FROM registry.finish_import(:import_id); SELECT * FROM registry.import_refusals(:import_id); ROLLBACK;"
  done
}
{ cat "$place/read.sql"; for number in 1 5 7 20 22 30 50; do tries $number; done; } > "$place/write.sql"
tries 41 > "$place/write_41.sql"

# What an actor is told in a database; keys of documents are random.
told() { as "$1" "$2" "$(cat "$3")" | sed -E 's/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f-]+$/key/'; }
questions() { case $1 in authority) echo "$place/write.sql" ;; *) echo "$place/read.sql" ;; esac; }
for actor in department province district authority report; do
  told $actor $base "$(questions $actor)" > "$place/base.$actor"
  like "$(wc -l < "$place/base.$actor")" '^[0-9]{4,}$' "$actor is told a lot"
  for copy in both alone; do
    is "$(told $actor ${base}_$copy "$(questions $actor)")" "$(cat "$place/base.$actor")" "AR2: $actor: the same with the claim, of a person with $copy"
  done
done
like "$(cat "$place/base.province")" "สมชาย ใจดี" "a province is told of people"
is "$(told authority ${base}_alone "$place/write_41.sql")" "$(told authority ${base}_elderly "$place/write_41.sql")" "IS8.3: another authority's officers learn who holds a person, and the same of either programme"
like "$(told authority ${base}_alone "$place/write_41.sql")" 'WF020.*ดอนยายหอม' "they do"
is "$(for actor in department province district; do as $actor ${base}_both "SELECT local_authority_code, elderly, aids, disability, claims, amount FROM report.summary_by_programme(2569, authority_code => 5730102)"; done | sort -u)" \
  "5730102|12|5|5|22|14900.00" "AR2: counts and sums of the summary report are true"
done_testing
