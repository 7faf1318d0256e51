-- QS1: what each role may touch, enumerated from the catalogue: an object that the table below does not name is refused
-- to everybody. And what each scope sees of the report, by rows and by counts; nothing set, nothing seen.
\ir fixture.psql
SELECT plan(27);

CREATE TEMP TABLE wanted (role_name text, kind text, object text, privilege text);
INSERT INTO wanted
SELECT role_name, 'relation', 'reference.' || object, 'SELECT'
  FROM unnest(ARRAY['welfare_writer', 'welfare_admin', 'welfare_authority', 'welfare_report', 'public']) AS role_name
 CROSS JOIN unnest(ARRAY['province', 'district', 'authority_type', 'local_authority', 'label', 'word', 'bank', 'programme', 'rate', 'age_rule', 'criterion', 'commencement', 'message']) AS object
UNION ALL SELECT role_name, 'relation', 'payment.' || object, 'SELECT'
  FROM unnest(ARRAY['welfare_writer', 'welfare_admin', 'welfare_authority']) AS role_name CROSS JOIN unnest(ARRAY['law', 'tariff']) AS object
UNION ALL VALUES
  ('welfare_report', 'relation', 'reference.message', 'SELECT'),
  ('welfare_admin', 'relation', 'payment.payroll', 'SELECT'),
  ('welfare_writer', 'relation', 'report.compilation', 'SELECT'),
  ('welfare_writer', 'relation', 'report.programme_total', 'SELECT'),
  ('welfare_admin', 'relation', 'report.allowance_by_authority', 'SELECT'),
  ('welfare_report', 'relation', 'report.allowance_by_authority', 'SELECT'),
  ('welfare_admin', 'function', 'registry.begin_import(text)', 'EXECUTE'),
  ('welfare_authority', 'function', 'registry.begin_import(text)', 'EXECUTE'),
  ('welfare_admin', 'function', 'registry.finish_import(bigint)', 'EXECUTE'),
  ('welfare_authority', 'function', 'registry.finish_import(bigint)', 'EXECUTE'),
  ('welfare_admin', 'function', 'registry.import_refusals(bigint)', 'EXECUTE'),
  ('welfare_authority', 'function', 'registry.import_refusals(bigint)', 'EXECUTE'),
  ('welfare_admin', 'function', 'payment.prepare(date)', 'EXECUTE'),
  ('welfare_admin', 'function', 'payment.unpaid_summary(date)', 'EXECUTE'),
  ('welfare_admin', 'function', 'report.compile(integer,date)', 'EXECUTE'),
  ('welfare_admin', 'function', 'report.summary_by_programme(integer,integer,integer,integer,reference.authority_type_name)', 'EXECUTE'),
  ('welfare_authority', 'function', 'report.summary_by_programme(integer,integer,integer,integer,reference.authority_type_name)', 'EXECUTE'),
  ('welfare_writer', 'function', 'report.summary_by_programme(integer,integer,integer,integer,reference.authority_type_name)', 'EXECUTE'),
  ('welfare_writer', 'function', 'report.totals_in_scope(integer)', 'EXECUTE');
-- arithmetic and messages that anybody may call: they read nothing about people
INSERT INTO wanted
SELECT role_name, 'function', object, 'EXECUTE'
  FROM unnest(ARRAY['welfare_writer', 'welfare_admin', 'welfare_authority', 'welfare_report', 'public']) AS role_name
 CROSS JOIN unnest(ARRAY['reference.facts_of_age(integer)', 'reference.is_pay_month(date)', 'reference.require_administrator()', 'reference.require_duty(text[])', 'reference.refuse_unknown_keys(jsonb,text[])', 'reference.is_complete_address(reference.address)', 'reference.month_after(date)', 'reference.fiscal_year_start_from(date)',
   'reference.first_month(reference.programme_name,welfare.birth_date,date,date)', 'reference.message_text(text,text[])', 'reference.refuse(text,text,text[])']) AS object;
INSERT INTO wanted VALUES ('public', 'relation', 'reference.message', 'SELECT');
INSERT INTO wanted SELECT role_name, 'column', 'registry.import_row', 'INSERT' FROM unnest(ARRAY['welfare_admin', 'welfare_authority']) AS role_name;

CREATE TEMP VIEW role AS SELECT unnest(ARRAY['welfare_writer', 'welfare_admin', 'welfare_authority', 'welfare_report', 'public']) AS role_name;
CREATE TEMP VIEW room AS SELECT oid, nspname FROM pg_namespace WHERE nspname IN ('reference', 'registry', 'payment', 'report');
-- names are written in full
SET LOCAL search_path = pg_catalog;
CREATE TEMP TABLE found AS
SELECT role_name, 'relation' AS kind, pg_class.oid::regclass::text AS object, privilege
  FROM role CROSS JOIN room JOIN pg_class ON relnamespace = room.oid AND relkind IN ('r', 'p', 'v', 'm', 'f')
 CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) AS privilege
 WHERE has_table_privilege(role_name, pg_class.oid, privilege)
UNION
SELECT role_name, 'column', attrelid::regclass::text, privilege
  FROM role CROSS JOIN room JOIN pg_class ON relnamespace = room.oid AND relkind IN ('r', 'p', 'v') JOIN pg_attribute ON attrelid = pg_class.oid AND attnum > 0 AND NOT attisdropped
 CROSS JOIN unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) AS privilege
 WHERE has_column_privilege(role_name, attrelid, attname, privilege) AND NOT has_table_privilege(role_name, attrelid, privilege)
UNION
SELECT role_name, 'sequence', pg_class.oid::regclass::text, privilege
  FROM role CROSS JOIN room JOIN pg_class ON relnamespace = room.oid AND relkind = 'S'
 CROSS JOIN unnest(ARRAY['SELECT', 'USAGE', 'UPDATE']) AS privilege
 WHERE has_sequence_privilege(role_name, pg_class.oid, privilege)
UNION
SELECT role_name, 'function', pg_proc.oid::regprocedure::text, 'EXECUTE'
  FROM role CROSS JOIN room JOIN pg_proc ON pronamespace = room.oid
 WHERE has_function_privilege(role_name, pg_proc.oid, 'EXECUTE');
SET LOCAL search_path = tap, welfare, pg_catalog;
SELECT is_empty($$SELECT * FROM found EXCEPT SELECT * FROM wanted$$, 'QS1: no role holds a privilege that is not meant');
SELECT is_empty($$SELECT * FROM wanted EXCEPT SELECT * FROM found$$, 'QS1: and none lacks one that is');
SELECT is_empty($$SELECT pg_proc.oid::regprocedure FROM pg_proc JOIN room ON pronamespace = room.oid
                   WHERE prosecdef AND (has_function_privilege('public', pg_proc.oid, 'EXECUTE')
                      OR NOT coalesce('search_path=pg_catalog, welfare, pg_temp' = ANY (proconfig), false))$$, 'QS3: definer functions are pinned and not for the public');
SELECT is_empty($$SELECT pg_class.oid::regclass FROM pg_class JOIN room ON relnamespace = room.oid WHERE relkind IN ('r', 'p') AND NOT relispartition
                   AND nspname IN ('registry', 'payment', 'report') AND NOT relrowsecurity
                   AND pg_class.oid::regclass::text NOT IN ('registry.import_row', 'registry.import_candidate', 'registry.import_mark', 'payment.law', 'payment.tariff', 'payment.payroll')$$,
                'QS1: row security is on wherever a row identifies a person or an authority');
SELECT is_empty($$SELECT pg_class.oid::regclass FROM pg_class WHERE relispartition AND (relacl IS NOT NULL OR relowner <> 'welfare_owner'::regrole)$$, 'AQ: nobody holds a grant on a partition');
SELECT ok(NOT has_database_privilege('welfare_authority', current_database(), 'TEMPORARY'), 'AQ: no application role may make temporary tables');

-- people in two authorities, one of them on the AIDS allowance
SELECT pg_temp.become('welfare_admin');
SELECT pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(1)), jsonb_build_object('thai_id', pg_temp.id(2)),
  jsonb_build_object('thai_id', pg_temp.id(3), 'programme', 'aids', 'facts', '{in_house_register, aids_certified, poor}'),
  jsonb_build_object('thai_id', pg_temp.id(4), 'authority_code', '6730213')) \g /dev/null
SELECT payment.prepare('2026-09-01') \g /dev/null
SELECT report.compile(2569) \g /dev/null
SELECT is((SELECT sum(claims) FROM report.summary_by_programme(2569)), 4::numeric, 'an administrator sees the nation');

SELECT pg_temp.become('welfare_authority', 5730102);
SELECT results_eq('SELECT local_authority_code, claims FROM report.summary_by_programme(2569)', 'VALUES (5730102, 3::bigint)', 'IS9.2: an officer sees the own authority');
SELECT is((SELECT count(*) FROM report.summary_by_programme(2569, authority_code => 6730213)), 0::bigint, 'and nothing of another, asked by name');
SELECT is((SELECT count(*) FROM report.summary_by_programme(2569, province_code => 73)), 1::bigint, 'nor by province');
SELECT throws_ok('SELECT * FROM registry.person', '42501', NULL, 'AQ: an officer reads no table that identifies a person');
SELECT throws_ok('SELECT * FROM payment.line', '42501', NULL, 'nor payment lines');
SELECT throws_ok('SELECT payment.prepare(''2026-08-01'')', '42501', NULL, 'nor prepares a payroll');

SELECT pg_temp.become('welfare_authority');
SELECT is((SELECT count(*) FROM report.summary_by_programme(2569)), 0::bigint, 'QS1: no scope set, nothing seen');

SELECT pg_temp.become('welfare_report');
SELECT results_eq('SELECT programme::text, sum(claims) FROM report.allowance_by_authority GROUP BY 1', $$VALUES ('elderly', 3::numeric)$$, 'AR2: BI sees no row of the AIDS allowance');
SELECT is((SELECT sum(amount) FROM report.allowance_by_authority), (SELECT sum(claims * 700) FROM report.allowance_by_authority), 'AR2: nor its baht in a total');
SELECT throws_ok('SELECT * FROM report.summary_by_programme(2569)', '42501', NULL, 'BI does not call the officers'' report');
SELECT throws_ok('SELECT * FROM report.programme_total', '42501', NULL, 'nor reads the roll-up itself');

-- AR2, IS8.3: rows broken on purpose ask the register nothing. Held at 6730213: one with the AIDS allowance, one without;
-- a third is known to nobody. Whatever an officer of 5730102 tries, the answers about the three are the same.
RESET ROLE;
SELECT pg_temp.become('welfare_admin');
SELECT pg_temp.import(
  jsonb_build_object('thai_id', pg_temp.id(11), 'authority_code', '6730213'),
  jsonb_build_object('thai_id', pg_temp.id(11), 'authority_code', '6730213', 'programme', 'aids', 'facts', '{in_house_register, aids_certified, poor}'),
  jsonb_build_object('thai_id', pg_temp.id(12), 'authority_code', '6730213'),
  jsonb_build_object('thai_id', pg_temp.id(12), 'authority_code', '6730213', 'programme', 'disability', 'facts', '{disability_card}')) \g /dev/null
SELECT pg_temp.become('welfare_authority', 5730102);
SELECT is((SELECT count(DISTINCT replace(coalesce(pg_temp.refusal(probe || jsonb_build_object('thai_id', pg_temp.id(person))), 'taken'), pg_temp.id(person), 'ID')) FROM unnest(ARRAY[11, 12, 13]) AS person),
          1::bigint, 'AR2: ' || probe::text || ' tells nothing of who is held elsewhere')
  FROM unnest(ARRAY[
    '{"programme": "aids", "authority_code": "6730213", "title": "", "facts": "{!poor}"}',
    '{"programme": "aids", "authority_code": "6730213", "facts": "{!poor}"}',
    '{"programme": "aids", "authority_code": "", "facts": "{!poor}"}',
    '{"programme": "aids", "authority_code": "6730213", "birth_date": "01/01/2480"}',
    '{"programme": "elderly", "authority_code": "6730213", "first_name": "อื่น"}']::jsonb[]) AS probe;
SELECT is(pg_temp.refusal(jsonb_build_object('thai_id', pg_temp.id(11), 'programme', 'aids')), pg_temp.refusal(jsonb_build_object('thai_id', pg_temp.id(12), 'programme', 'aids')),
          'IS8.3: asked for the own authority, the answer names the holder, whatever the programme');

-- administrators' acts need an administrator who is known and sees the nation
SELECT pg_temp.become('welfare_admin');
RESET ROLE;
SELECT set_config('welfare.nation', 'off', true) \g /dev/null
CREATE ROLE tester_login IN ROLE welfare_admin;
SET LOCAL SESSION AUTHORIZATION tester_login;
SELECT throws_ok('SELECT payment.prepare(''2026-08-01'')', 'WF004', NULL, 'QS1: a payroll needs sight of the nation');
SELECT throws_ok('SELECT * FROM payment.unpaid_summary(''2026-09-01'')', 'WF004', NULL, 'so does the list of the unpaid');
SELECT throws_ok('SELECT report.compile(2569)', 'WF004', NULL, 'and the closing of a year');
RESET SESSION AUTHORIZATION;
SELECT * FROM finish();
ROLLBACK;
