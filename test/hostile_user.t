#!/usr/bin/env bash
# Functions that act with others' rights run nothing that their caller has planted: every function
# and operator that they use has a namesake in the caller's own schema, in public and in pg_temp,
# all of which raise, and the caller's search path puts those first. What comes out is compared
# with what an honest caller gets.
#
# Works in a database of its own on the running server.
. "$(dirname "$0")/tap.sh"
cd "$(dirname "$0")/.." || exit 1

unset PGOPTIONS PGSERVICE
nl=$'\n'
database=welfare_hostile owned=welfare_hostile_owned
roles="hostile_officer hostile_admin honest_officer honest_admin"
remove() {
  dropdb --if-exists "$database" 2>/dev/null
  dropdb --if-exists "$owned" 2>/dev/null
  for role in $roles; do psql -X -q -d postgres -c "DROP ROLE IF EXISTS $role" >/dev/null 2>&1; done
}
trap remove EXIT
trap 'exit 130' INT TERM
remove
test/deploy "$database" || { echo "not ok 1 - the schema deploys"; exit 1; }

# Runs SQL in a session of a role. Parameters: role, SQL.
as() {
  psql -X -q -At -P null=- -v VERBOSITY=verbose -U "$1" -d "${inside:-$database}" -f - <<< "$2" 2>&1
}
# The same for the superuser, who has an honest search path.
superuser() { as postgres "SET search_path = pg_catalog, welfare; $1"; }

psql -X -q -v ON_ERROR_STOP=1 -d "$database" -c 'SET ROLE welfare_owner' -f demo/places.sql -c 'RESET ROLE' -f test/whole_form.sql
superuser "
ALTER DATABASE $database SET welfare.business_date = '2026-10-01';
CREATE ROLE hostile_officer LOGIN IN ROLE welfare_authority;
CREATE ROLE honest_officer LOGIN IN ROLE welfare_authority;
CREATE ROLE hostile_admin LOGIN IN ROLE welfare_admin;
CREATE ROLE honest_admin LOGIN IN ROLE welfare_admin;
ALTER ROLE hostile_officer SET welfare.principal = 'hostile officer';
ALTER ROLE hostile_officer SET welfare.duty = 'local_authority';
ALTER ROLE hostile_officer SET welfare.authority_code = 5730102;
ALTER ROLE honest_officer SET welfare.principal = 'honest officer';
ALTER ROLE honest_officer SET welfare.duty = 'local_authority';
ALTER ROLE honest_officer SET welfare.authority_code = 5730102;
ALTER ROLE hostile_admin SET welfare.principal = 'hostile admin';
ALTER ROLE hostile_admin SET welfare.nation = on;
ALTER ROLE hostile_admin SET welfare.duty = 'administrator';
ALTER ROLE honest_admin SET welfare.principal = 'honest admin';
ALTER ROLE honest_admin SET welfare.nation = on;
ALTER ROLE honest_admin SET welfare.duty = 'administrator';
"

# As deployed: nothing to plant with.
rooms="'welfare', 'reference', 'identity', 'registry', 'civil', 'payment', 'report', 'portal', 'job', 'public'"
for role in hostile_officer hostile_admin; do
  is "$(as $role "CREATE SCHEMA own; CREATE TEMPORARY TABLE own (word text); CREATE FUNCTION public.lower(text) RETURNS text LANGUAGE sql AS 'SELECT \$1';
    CREATE FUNCTION welfare.lower(text) RETURNS text LANGUAGE sql AS 'SELECT \$1'; CREATE FUNCTION pg_temp.lower(text) RETURNS text LANGUAGE sql AS 'SELECT \$1';" |
    grep -c 'ERROR:  42501: permission denied')" 5 "as deployed, $role may create nothing: no schema, no temporary object, nothing in public or welfare"
  is "$(superuser "SELECT nspname FROM pg_namespace WHERE nspname IN ($rooms) AND has_schema_privilege('$role', oid, 'CREATE')")" "" \
    "as deployed, $role may create in no room"
  is "$(superuser "SELECT oid::regclass, privilege FROM pg_class CROSS JOIN unnest(ARRAY['INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS privilege
                    WHERE relnamespace::regnamespace::text IN ($rooms) AND relkind IN ('r', 'p', 'v', 'm') AND has_table_privilege('$role', oid, privilege)")" "" \
    "as deployed, $role may write no table"
  is "$(superuser "SELECT oid::regclass FROM pg_class
                    WHERE (relnamespace = 'registry'::regnamespace OR oid IN (SELECT relid FROM pg_partition_tree('payment.line')) OR oid = 'payment.line_component'::regclass)
                      AND relkind IN ('r', 'p', 'v', 'm') AND has_any_column_privilege('$role', oid, 'SELECT')")" "" \
    "as deployed, $role may read no table that identifies a person"
done
is "$(superuser "SELECT oid::regprocedure FROM pg_proc WHERE prosecdef AND pronamespace::regnamespace::text IN ($rooms)
                    AND has_function_privilege('public', oid, 'EXECUTE')")" "" "no definer function may be called by everybody"
is "$(superuser "SELECT oid::regprocedure, proconfig FROM pg_proc WHERE prosecdef AND pronamespace::regnamespace::text IN ($rooms)
                    AND NOT coalesce(proconfig, '{}') @> ARRAY['search_path=pg_catalog, welfare, pg_temp']")" "" "every definer function pins its search path"
is "$(superuser "SELECT pg_proc.oid::regprocedure FROM pg_proc JOIN pg_language ON pg_language.oid = prolang
                  WHERE pronamespace::regnamespace::text IN ('reference', 'identity', 'registry', 'civil', 'payment', 'report', 'portal', 'job') AND lanname IN ('sql', 'plpgsql')
                    -- procedures that commit can have none; they hold qualified calls alone, and their login has a path of its own
                    AND pg_proc.oid::regprocedure::text NOT IN ('job.run_task(text,boolean)', 'job.run_due()')
                    AND prosqlbody IS NULL AND NOT coalesce(proconfig, '{}') @> ARRAY['search_path=pg_catalog, welfare, pg_temp']")" "" \
  "every other function pins its search path or was bound when it was created"
for call in "payment.prepare('2026-09-01')" "payment.unpaid_summary('2026-09-01')" "report.compile(2569)" "registry.parse_import(1)" \
  "registry.refuse_import_rows(1, '2026-10-01', true)" "payment.lines_of_month('2026-09-01')" "payment.due_claims('2026-09-01')" \
  "payment.freeze_law('2026-09-01')" "payment.work_out_tariff('2026-09-01')" "report.totals_in_scope(2569)"; do
  like "$(as hostile_officer "SELECT * FROM $call")" 'ERROR:  42501: permission denied for function' "an officer may not call $call"
done
like "$(as hostile_officer 'SET ROLE welfare_owner')" 'ERROR:  42501' "an officer may not become the owner"
like "$(as hostile_officer 'SET ROLE welfare_writer')" 'ERROR:  42501' "nor the writer"

# From here on somebody has given the hostile roles what nobody should: room to plant.
superuser "GRANT CREATE, TEMPORARY ON DATABASE $database TO hostile_officer, hostile_admin; GRANT CREATE ON SCHEMA public TO hostile_officer;
  CREATE SCHEMA hostile_officer AUTHORIZATION hostile_officer; CREATE SCHEMA hostile_admin AUTHORIZATION hostile_admin;
  ALTER ROLE hostile_officer SET search_path = pg_temp, hostile_officer, public, pg_catalog, welfare;
  ALTER ROLE hostile_admin SET search_path = hostile_admin, pg_temp, public, pg_catalog, welfare;"

# Namesakes of tables and types, in a schema. In pg_temp they come before everything that does not say
# otherwise; functions and operators of pg_temp are found by nobody.
# Parameters: schema; names of types beside the server's own.
plant_relations() {
  cat <<SQL
SET client_min_messages = error; SET search_path = pg_catalog;
CREATE FUNCTION $1.planted(name text) RETURNS boolean LANGUAGE plpgsql AS \$\$ BEGIN RAISE EXCEPTION 'planted object executed: $1.%', name; END \$\$;
GRANT EXECUTE ON FUNCTION $1.planted(text) TO PUBLIC;
DO \$plant\$
DECLARE kind text;
BEGIN
  FOREACH kind IN ARRAY ARRAY['import', 'import_row', 'import_candidate', 'import_refusal', 'person', 'claim', 'label', 'word', 'message',
    'programme', 'payroll', 'line', 'law', 'tariff', 'rate', 'criterion', 'compilation', 'programme_total', 'local_authority', 'bank', 'pg_class', 'pg_proc',
    'pg_type', 'pg_inherits', 'pg_timezone_names', 'user_account', 'session', 'attempt', 'turn', 'duty', 'policy', 'office', 'secret_question',
    'password_change', 'reset_token', 'outgoing_mail']
  LOOP
    EXECUTE format('CREATE VIEW $1.%I AS SELECT $1.planted(%L) AS thai_id', kind, kind);
  END LOOP;
  FOREACH kind IN ARRAY ARRAY['text', 'date', 'daterange', 'numeric', 'jsonb', 'regclass', 'int8', 'bool'$2]
  LOOP
    EXECUTE format('CREATE DOMAIN $1.%I AS pg_catalog.text CHECK ($1.planted(%L))', kind, kind);
  END LOOP;
END
\$plant\$;
RESET search_path; RESET client_min_messages;
SQL
}

# Namesakes of functions, aggregates and operators too. Parameters: schema; types as above; condition on pg_proc: which functions.
plant() {
  plant_relations "$1" "$2"
  cat <<SQL
SET client_min_messages = error; SET search_path = pg_catalog;
DO \$plant\$
DECLARE
  wanted record;
  closer text;
  body text := 'BEGIN RAISE EXCEPTION %L; END';
BEGIN
  FOR wanted IN
    SELECT DISTINCT ON (proname, proargtypes) proname, prokind, CASE WHEN proretset THEN 'SETOF ' ELSE '' END || prorettype::regtype AS result,
           (SELECT string_agg(argument::regtype::text, ', ' ORDER BY place) FROM unnest(proargtypes) WITH ORDINALITY AS list (argument, place)) AS types
      FROM pg_proc
     WHERE pronamespace IN ('pg_catalog'::regnamespace, to_regnamespace('welfare')) AND prokind IN ('f', 'a') AND pronargs > 0 AND $3
       AND NOT EXISTS (SELECT FROM unnest(proargtypes || prorettype) AS argument
                        WHERE argument IN ('internal'::regtype, 'cstring'::regtype, '"any"'::regtype, 'record'::regtype)
                           OR argument::regtype::text ~ '(trigger|handler)$')
  LOOP
    -- What the server does not let anybody plant cannot be run either.
    BEGIN
      IF wanted.prokind = 'f' THEN
        EXECUTE format('CREATE FUNCTION $1.%I(%s) RETURNS %s LANGUAGE plpgsql AS %L', wanted.proname, wanted.types, wanted.result,
                       format(body, 'planted object executed: $1.' || wanted.proname));
      ELSE
        EXECUTE format('CREATE FUNCTION $1.%I(boolean, %s) RETURNS boolean LANGUAGE plpgsql AS %L', 'step_of_' || wanted.proname, wanted.types,
                       format(body, 'planted object executed: $1.' || wanted.proname));
        EXECUTE format('CREATE AGGREGATE $1.%I(%s) (SFUNC = $1.%I, STYPE = boolean)', wanted.proname, wanted.types, 'step_of_' || wanted.proname);
      END IF;
    EXCEPTION WHEN invalid_function_definition OR duplicate_function OR feature_not_supported OR datatype_mismatch OR insufficient_privilege THEN NULL;
    END;
  END LOOP;
  FOR wanted IN
    SELECT oprname, oprleft::regtype AS left_type, oprright::regtype AS right_type, oprresult::regtype AS result, pg_operator.oid
      FROM pg_operator
      JOIN unnest('{text,int2,int4,int8,date,timestamp,timestamptz,interval,numeric,bool,daterange,jsonb,name,oid,anyarray,anyrange,anyenum,anycompatible,
        anycompatiblearray,record,thai_id,birth_date,rate_ladder,facts,eligibility_rule}'::text[]) AS a (name) ON a.name = (SELECT typname FROM pg_type WHERE oid = oprleft)
      JOIN unnest('{text,int2,int4,int8,date,timestamp,timestamptz,interval,numeric,bool,daterange,jsonb,name,oid,anyarray,anyrange,anyenum,anycompatible,
        anycompatiblearray,record,thai_id,birth_date,rate_ladder,facts,eligibility_rule}'::text[]) AS b (name) ON b.name = (SELECT typname FROM pg_type WHERE oid = oprright)
     WHERE oprnamespace IN ('pg_catalog'::regnamespace, to_regnamespace('welfare')) AND oprcode <> 0
  LOOP
    BEGIN
      EXECUTE format('CREATE FUNCTION $1.%I(%s, %s) RETURNS %s LANGUAGE plpgsql AS %L', 'operator_' || wanted.oid, wanted.left_type, wanted.right_type,
                     wanted.result, format(body, 'planted object executed: $1.' || replace(wanted.oprname, '%', '%%')));
      EXECUTE format('CREATE OPERATOR $1.%s (FUNCTION = $1.%I, LEFTARG = %s, RIGHTARG = %s)', wanted.oprname, 'operator_' || wanted.oid,
                     wanted.left_type, wanted.right_type);
    EXCEPTION WHEN invalid_function_definition THEN NULL;
    END;
  END LOOP;
  -- closer matches than the server's own, for the very types that functions meet
  FOREACH closer IN ARRAY ARRAY['concat_ws(text, text, text, text)', 'format(text, text, text)', 'format(text, date)', 'num_nonnulls(text, text)',
    'now()', 'clock_timestamp()']
  LOOP
    EXECUTE format('CREATE FUNCTION $1.%s RETURNS text LANGUAGE plpgsql AS %L', closer,
                   format(body, 'planted object executed: $1.' || closer));
  END LOOP;
  EXECUTE 'CREATE FUNCTION $1.step_of_count(boolean) RETURNS boolean LANGUAGE plpgsql AS ' || quote_literal(format(body, 'planted object executed: $1.count'));
  EXECUTE 'CREATE AGGREGATE $1.count(*) (SFUNC = $1.step_of_count, STYPE = boolean)';
END
\$plant\$;
RESET search_path; RESET client_min_messages;
SQL
}

# Functions that any function of the schema could mean by a word before a parenthesis.
used="proname IN (SELECT word[1]
  FROM pg_proc AS used
 CROSS JOIN LATERAL regexp_matches(coalesce(pg_get_function_sqlbody(used.oid), used.prosrc), '([a-z_0-9]+)[[:space:]]*[(]', 'g') AS word
 WHERE used.pronamespace::regnamespace::text IN ('reference', 'identity', 'registry', 'civil', 'payment', 'report', 'portal', 'job'))"
types=", 'thai_id', 'birth_date', 'facts', 'eligibility_rule', 'rate_ladder'"
is "$(as hostile_officer "$(plant hostile_officer "$types" "$used") $(plant public "$types" "$used")"; as hostile_admin "$(plant hostile_admin "$types" "$used")")" \
  "" "namesakes are planted"
is "$(superuser "SELECT nspname, (SELECT count(DISTINCT proname) >= 40 FROM pg_proc WHERE pronamespace = pg_namespace.oid AND proname !~ '^(operator_|step_of_|gbt_)'),
  (SELECT count(*) >= 300 FROM pg_operator WHERE oprnamespace = pg_namespace.oid) FROM pg_namespace WHERE nspname IN ('public', 'hostile_officer', 'hostile_admin') ORDER BY nspname")" \
  "hostile_admin|t|t${nl}hostile_officer|t|t${nl}public|t|t" "many functions and operators have namesakes"
for expression in "lower('A')" "1 = 1" "'2026-01-01'::pg_catalog.date < '2026-01-02'::pg_catalog.date" "'a'::pg_catalog.text || 'b'::pg_catalog.text" \
  "welfare.thai_id '1000000001005' = welfare.thai_id '1000000001005'" "welfare.facts '{}' @@ welfare.eligibility_rule 'poor'" \
  "age_on(welfare.birth_date '15/02/2478', '2026-01-01')" "'x'::pg_catalog.text::text" "(SELECT thai_id FROM person)" "count(*)" "sum(1)" "array_to_string(ARRAY[1], '')"; do
  like "$(as hostile_officer "SELECT $expression")" 'planted object executed: hostile_officer' "the caller itself runs into the namesake: $expression"
  like "$(as hostile_admin "SELECT $expression")" 'planted object executed: hostile_admin' "and so does the administrator: $expression"
done

# The columns of rows that are staged, and six rows: two good ones, one in which everything is wrong, one
# that the client could not read, and two that contradict each other.
columns="import_id, line_number, problem, thai_id, title, first_name, last_name, sex, birth_date, facts, programme, authority_code,
  claimed_on, ordered_on, budget_type, way_of_payment, bank_code, bank_branch, account_number, account_name, top_up"
rows="
(:import_id, 2, NULL, '4-0000-00001-00-0', 'นาย', 'สมศักดิ์', 'ศักดิ์สม', 'ชาย', '๑ ธันวาคม ๒๔๙๐', '{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}',
 'ผู้สูงอายุ', '5730102', '15/11/2551', '20/11/2551', 'งบเฉพาะกิจ', 'รับเงินสดด้วยตนเอง', NULL, NULL, NULL, NULL, NULL),
(:import_id, 3, NULL, '๒๐๐๐๐๐๐๐๐๑๐๐๓', 'นาง', 'ทดสอบ', 'ทดสอบ', 'หญิง', '00/07/2503', '{thai_nationality, in_house_register, disability_card, !state_shelter}',
 'ผู้พิการ', '5730102', '11/09/2552', '15/09/2552', 'งบเฉพาะกิจ', 'own_account', '006', 'ศาลายา', '123-4-56789-0', 'นางทดสอบ', '1,000.50'),
(:import_id, 4, NULL, '1000000001006', NULL, 'สมหญิง', NULL, 'หญิงชาย', '31/02/2490', '{thai_nationalty}',
 'ว่างงาน', '9999999', '15/11/2551', '14/11/2551', 'งบลับ', 'โอน', '999', NULL, '12AB', NULL, 'หนึ่ง'),
(:import_id, 5, 'ขาดอัญประกาศปิด', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
(:import_id, 6, NULL, '3000000007000', 'นาย', 'นอก', 'เขต', 'ชาย', '1937-XX-XX', NULL,
 'ผู้สูงอายุ', '6730123', '15/11/2599', '20/11/2551', 'งบเฉพาะกิจ', 'รับเงินสดด้วยตนเอง', NULL, NULL, NULL, NULL, NULL),
(:import_id, 7, NULL, '3000000007000', 'นาย', 'นอก', 'เขตต์', 'ชาย', '00/00/2480', '{}',
 'ผู้สูงอายุ', '5730102', '15/11/2470', '20/11/2551', 'งบเฉพาะกิจ', 'own_account', NULL, NULL, NULL, NULL, NULL)"

# What a hostile role plants anew in each session. Parameter: role.
temporary_plants() {
  [[ $1 != hostile* ]] || plant_relations pg_temp "$types"
}

# Imports those rows as a role and shows what comes back. Parameters: role; how the transaction ends.
import_as() {
  as "$1" "$(temporary_plants "$1") BEGIN;
    SELECT registry.begin_import('persons.csv') AS import_id \\gset
    INSERT INTO registry.import_row ($columns) VALUES $rows;
    SELECT * FROM registry.finish_import(:import_id);
    SELECT * FROM registry.import_refusals(:import_id);
    $2"
}
honest=$(import_as honest_officer "ROLLBACK;")
like "$honest" '^6[|]2[|]2[|]0[|]4$' "an honest officer's import adds two claims and refuses four rows"
is "$(import_as hostile_officer "ROLLBACK;")" "$honest" "an import among planted namesakes: nothing planted is run, and the outcome is the same"
# Numbers of imports can be guessed: rows staged under another's number are no part of it and stand in nobody's way.
number=$(as honest_officer "SELECT registry.begin_import('persons.csv')")
like "$number" '^[0-9]+$' "an honest officer begins an import"
as hostile_officer "INSERT INTO registry.import_row (import_id, line_number, problem) VALUES ($number, 2, 'forged'), ($number, 3, 'forged'), ($number, 4, 'forged'),
  ($number, 5, 'forged'), ($number, 6, 'forged'), ($number, 7, 'forged'), ($number, 8, 'forged')" > /dev/null
is "$(as honest_officer "BEGIN; INSERT INTO registry.import_row ($columns) VALUES ${rows//:import_id/$number}; SELECT * FROM registry.finish_import($number);
  SELECT * FROM registry.import_refusals($number); ROLLBACK;")" "$honest" "rows that another has staged under its number change nothing"
is "$(import_as hostile_admin "ROLLBACK;" | grep '^6|')" "$(import_as honest_admin "ROLLBACK;" | grep '^6|')" "the same for the administrator"
like "$(import_as hostile_officer "COMMIT;")" '^6[|]2[|]2[|]0[|]4$' "it is recorded"
like "$(import_as hostile_officer "COMMIT;")" '^6[|]0[|]0[|]2[|]4$' "a second time it finds both claims unchanged"

# A claim at another authority, which the officer may not see.
like "$(as honest_admin "SELECT registry.begin_import('other.csv') AS import_id \\gset
  INSERT INTO registry.import_row (import_id, line_number, thai_id, title, first_name, last_name, sex, birth_date, facts, programme, authority_code,
    claimed_on, ordered_on, budget_type, way_of_payment) VALUES
  (:import_id, 2, '5000000001008', 'นาย', 'ทดสอบ', 'ทดสอบ', 'ชาย', '1972-05-11', '{in_house_register, aids_certified, poor}', 'ผู้ป่วยโรคเอดส์',
   '6730123', '1 ก.ย. 52', '15 ก.ย. 52', 'งบเฉพาะกิจ', 'รับเงินสดด้วยตนเอง');
  SELECT * FROM registry.finish_import(:import_id)")" '^1[|]1[|]1[|]0[|]0$' "another authority records a claim"

for call in "payment.prepare('2026-09-01')" "report.compile(2569)"; do
  like "$(as hostile_officer "SELECT * FROM $call")" 'ERROR:  42501: permission denied for function' "an officer may still not call $call"
done
prepared=$(as honest_admin "BEGIN; SELECT * FROM payment.prepare('2026-09-01'); SELECT * FROM payment.prepare('2026-09-01'); ROLLBACK;")
like "$prepared" '^elderly[|]1[|]1[|]' "an honest administrator prepares a payroll"
is "$(as hostile_admin "$(temporary_plants hostile_admin) BEGIN; SELECT * FROM payment.prepare('2026-09-01'); SELECT * FROM payment.prepare('2026-09-01'); COMMIT;")" "$prepared" \
  "payment.prepare among planted namesakes: the same lines, the first time and the second"
is "$(as hostile_admin "$(temporary_plants hostile_admin) SELECT * FROM payment.unpaid_summary('2026-09-01')")" "$(as honest_admin "SELECT * FROM payment.unpaid_summary('2026-09-01')")" \
  "payment.unpaid_summary: the same"
is "$(as hostile_admin "$(temporary_plants hostile_admin) SELECT report.compile(2569)")" "3" "report.compile counts the three claims"
is "$(as hostile_officer "$(temporary_plants hostile_officer) SELECT local_authority_code, claims, amount FROM report.summary_by_programme(2569)")" \
  "$(as honest_officer "SELECT local_authority_code, claims, amount FROM report.summary_by_programme(2569)")" "report.summary_by_programme: the same"
is "$(as hostile_officer "SELECT local_authority_code, claims FROM report.summary_by_programme(2569)")" "5730102|2" "and only the officer's own authority"
is "$(as hostile_admin "SELECT local_authority_code, claims FROM report.summary_by_programme(2569)")" "5730102|2${nl}6730123|1" "the administrator's is the nation"
for scope in "authority_code => 6730123" "province_code => 73" "district_code => 7301"; do
  is "$(as hostile_officer "SELECT local_authority_code FROM report.summary_by_programme(2569, $scope)" | grep -v '^5730102$')" "" \
    "asking for $scope shows nothing of another authority"
done
like "$(as hostile_officer "SET row_security = off; SELECT local_authority_code FROM report.summary_by_programme(2569)")" \
  "ERROR:  42501: query would be affected by row-level security policy" "row_security = off shows nothing more"
like "$(as hostile_officer "SELECT * FROM registry.import_refusals(1)")" 'ERROR:  WF003' "refused rows of another's import are not shown"
like "$(as hostile_officer "SELECT * FROM registry.finish_import(1)")" 'ERROR:  WF003' "another's import cannot be finished"
like "$(as hostile_officer "INSERT INTO registry.import_row (import_id, line_number, principal) VALUES (1, 1, 'honest officer')")" \
  'ERROR:  42501: permission denied for table import_row' "rows cannot be staged in another's name"

# Acting as a user, and what users do with their own account.
superuser "UPDATE identity.policy SET bcrypt_cost = 4; SELECT identity.add_user('{\"user_name\": \"5730102\", \"duty\": \"local_authority\", \"authority_code\": 5730102, \"first_name\": \"ก\", \"last_name\": \"ข\", \"email\": \"a@example.go.th\"}');
  UPDATE identity.user_account SET password_hash = public.crypt('right password', public.gen_salt('bf', 4))" > /dev/null
token=$(superuser "SELECT identity.login('5730102', 'right password')")
own_account="BEGIN; SELECT identity.attach('$token'); SELECT user_name, duty, authority, offices, functions[1], welfare.principal(), welfare.authority_code() FROM identity.whoami();
  SELECT identity.update_profile('{\"first_name\": \"ค\", \"last_name\": \"ง\", \"thai_id\": \"1000000001005\", \"sex\": \"หญิง\", \"birth_date\": \"15/06/2520\", \"email\": \"b@example.go.th\",
    \"question\": \"จังหวัดที่ท่านเกิด\", \"answer\": \"x\", \"agency_house_number\": \"1\", \"agency_subdistrict\": \"2\", \"agency_district\": \"3\", \"agency_province\": \"4\", \"agency_postcode\": \"73000\"}');
  SELECT * FROM identity.profile(); SELECT identity.change_password('right password', 'new password', 'new password'); ROLLBACK;"
honest=$(as honest_officer "$own_account")
like "$honest" '^5730102[|]local_authority[|]5730102[|]73' "an honest officer acts as a user and edits the profile"
is "$(as hostile_officer "$(temporary_plants hostile_officer) $own_account")" "$honest" "among planted namesakes: nothing planted is run, and the outcome is the same"

# What a caller may set freely changes nothing that is computed or stored.
settings="SET datestyle = 'SQL, DMY'; SET timezone = 'Pacific/Kiritimati'; SET intervalstyle = 'sql_standard'; SET transform_null_equals = on;
  SET array_nulls = off; SET quote_all_identifiers = on; SET extra_float_digits = -15; SET standard_conforming_strings = off;
  SET backslash_quote = off; SET xmlbinary = hex; SET check_function_bodies = off; SET enable_seqscan = off;
  SET enable_hashjoin = off; SET default_table_access_method = heap; SET default_tablespace = ''; SET plan_cache_mode = force_generic_plan;"
like "$(as hostile_admin "$settings SELECT programme, lines, added FROM payment.prepare('2026-08-01'); SELECT programme, lines, added FROM payment.prepare('2026-08-01')")" \
  '^elderly[|]1[|]1$' "payment.prepare under every odd setting that a caller may choose"
is "$(superuser "SELECT count(*) FROM payment.line WHERE month = '2026-08-01'; SELECT * FROM payment.line WHERE month = '2026-08-01' EXCEPT SELECT * FROM payment.lines_of_month('2026-08-01');
  SELECT pg_get_expr(relpartbound, oid) FROM pg_class WHERE oid = 'payment.line_2026_08'::regclass")" \
  "3${nl}FOR VALUES FROM ('2026-08-01') TO ('2026-09-01')" "its lines and its partition are what they are under honest settings"
is "$(as hostile_officer "$settings BEGIN; SELECT registry.begin_import('odd.csv') AS import_id \\gset
  INSERT INTO registry.import_row ($columns) VALUES $rows; SELECT * FROM registry.finish_import(:import_id); ROLLBACK;")" "6|0|0|2|4" \
  "an import under those settings: the same outcome"

# The extension is trusted: the owner of a database installs it with the server's rights, over what they planted.
createdb -O hostile_officer "$owned"
superuser "ALTER ROLE hostile_officer RESET search_path"
check="SELECT welfare.format_thai_date('2026-10-01', 'long'), welfare.fiscal_year_range(2569), welfare.first_month('02/09/2505', 60), welfare.thai_id '1000000001005' = '1000000001005',
  welfare.age_on('15/02/2478', '2026-02-15'), welfare.baht_text(101.25), welfare.facts '{aged_60}' @@ 'aged_60 & !poor', welfare.rate_ladder '60:600,70:700' @ 70,
  welfare.authority_code(), welfare.be_year('2026-10-01')"
wanted=$(superuser "$check")
inside=$owned
is "$(as hostile_officer "CREATE SCHEMA welfare; $(plant welfare "" true) CREATE EXTENSION welfare;" | grep -v 'already exists')" "" "CREATE EXTENSION over thousands of planted namesakes runs none of them"
is "$(superuser "SELECT extname, extowner::regrole FROM pg_extension WHERE extname = 'welfare'; SELECT count(*) > 1000 FROM pg_proc WHERE pronamespace = 'welfare'::regnamespace")" \
  "welfare|hostile_officer${nl}t" "it is installed"
is "$(superuser "$check")" "$wanted" "and its functions compute what they do elsewhere"
done_testing
