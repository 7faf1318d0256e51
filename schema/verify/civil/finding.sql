BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('civil.finding_transition', '
  from_state civil.finding_state not null
  to_state civil.finding_state not null
  meaning text not null');
SELECT pg_temp.check_comment('relation', 'civil.finding_transition');
SELECT pg_temp.check_constraint('civil.finding_transition', 'finding_transition_pkey', 'PRIMARY KEY (from_state, to_state)');
SELECT pg_temp.check_columns('civil.finding', '
  thai_id welfare.thai_id not null
  event_number bigint not null
  opened_at timestamp with time zone not null default clock_timestamp()
  settled_at timestamp with time zone
  ended_at timestamp with time zone
  programme reference.programme_name not null
  authority_code integer not null
  opened_on date not null
  due_on date
  happened_on date not null
  registered_on date not null
  settled_on date
  event_kind civil.event_kind not null
  kind civil.finding_kind not null
  state civil.finding_state not null default ''open''::civil.finding_state
  claim_number smallint not null
  district_code smallint not null
  province_code smallint not null
  sensitive boolean not null
  settled_by text
  settled_how text
  ended_why text');
SELECT pg_temp.check_comment('relation', 'civil.finding');
SELECT pg_temp.check_constraint('civil.finding', 'finding_ended', 'CHECK (((state = ANY (ARRAY[''superseded''::civil.finding_state, ''closed''::civil.finding_state])) <= ((ended_at IS NOT NULL) AND (ended_why IS NOT NULL))))');
SELECT pg_temp.check_constraint('civil.finding', 'finding_kind_of_event', 'CHECK (((kind = ''question''::civil.finding_kind) OR ((kind)::text = (event_kind)::text)))');
SELECT pg_temp.check_constraint('civil.finding', 'finding_pkey', 'PRIMARY KEY (thai_id, programme, claim_number, event_number, kind)');
SELECT pg_temp.check_constraint('civil.finding', 'finding_settled', 'CHECK (((state <> ALL (ARRAY[''verified''::civil.finding_state, ''refuted''::civil.finding_state])) OR (settled_at IS NOT NULL)))');
SELECT pg_temp.check_constraint('civil.finding', 'finding_settled_whole', 'CHECK ((num_nonnulls(settled_at, settled_on, settled_by, settled_how) = ANY (ARRAY[0, 4])))');
SELECT pg_temp.check_index('civil.finding_authority_code', 'CREATE INDEX finding_authority_code ON civil.finding USING btree (authority_code) WHERE (state = ''open''::civil.finding_state)');
SELECT pg_temp.check_function('civil.guard_new_finding()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'civil.guard_new_finding()');
SELECT pg_temp.check_function('civil.follow_claim()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'civil.follow_claim()');
SELECT pg_temp.check_function('civil.guard_finding()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'civil.guard_finding()');
SELECT pg_temp.check_function('civil.settle_finding(welfare.thai_id,bigint,boolean,text,date)',
  'welfare_writer definer volatile returns integer search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'civil.settle_finding(welfare.thai_id,bigint,boolean,text,date)');
SELECT pg_temp.check_function('civil.findings(boolean)',
  'welfare_owner definer volatile returns TABLE(authority_code integer, national_id welfare.thai_id, event_number bigint, programme reference.programme_name, kind civil.finding_kind, event_kind civil.event_kind, happened_on date, registered_on date, opened_on date, due_on date, overdue boolean, state civil.finding_state, settled_on date, settled_by text, settled_how text, registry_birth_date welfare.birth_date, registry_first_name text, registry_last_name text, new_first_name text, new_last_name text, new_authority_code integer, new_place text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'civil.findings(boolean)');
SELECT pg_temp.check_function('civil.finding_counts()',
  'welfare_writer definer stable returns TABLE(authority_code integer, kind civil.finding_kind, opened bigint, still_open bigint, overdue bigint, verified bigint, refuted bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'civil.finding_counts()');
SELECT pg_temp.check_trigger('registry.claim', 'claim_findings', 'CREATE TRIGGER claim_findings AFTER UPDATE OF state, authority_code ON registry.claim FOR EACH ROW WHEN ((((new.state = ANY (ARRAY[''disposed''::registry.claim_state, ''deleted''::registry.claim_state])) AND (old.state <> new.state)) OR (new.authority_code <> old.authority_code))) EXECUTE FUNCTION civil.follow_claim()');
SELECT pg_temp.check_trigger('civil.finding', 'finding_guard', 'CREATE TRIGGER finding_guard BEFORE UPDATE ON civil.finding FOR EACH ROW EXECUTE FUNCTION civil.guard_finding()');
SELECT pg_temp.check_trigger('civil.finding', 'finding_guard_new', 'CREATE TRIGGER finding_guard_new BEFORE INSERT ON civil.finding FOR EACH ROW WHEN (((new.state <> ''open''::civil.finding_state) OR (new.settled_at IS NOT NULL) OR (new.ended_at IS NOT NULL))) EXECUTE FUNCTION civil.guard_new_finding()');
SELECT pg_temp.check_trigger('civil.finding', 'finding_no_removal', 'CREATE TRIGGER finding_no_removal BEFORE DELETE OR TRUNCATE ON civil.finding FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('civil.finding', 'finding_add for a to welfare_writer using  check (authority_code = welfare.authority_code()); finding_change for w to welfare_writer using (authority_code = welfare.authority_code()) check (authority_code = welfare.authority_code()); finding_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR ((NOT sensitive) AND ((district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

SELECT pg_temp.check_grants('relation', 'civil.finding_transition', '');
SELECT pg_temp.check_grants('relation', 'civil.finding', 'welfare_writer INSERT/SELECT/UPDATE');
SELECT pg_temp.check_grants('function', 'civil.guard_new_finding()', '');
SELECT pg_temp.check_grants('function', 'civil.follow_claim()', '');
SELECT pg_temp.check_grants('function', 'civil.guard_finding()', '');
SELECT pg_temp.check_grants('function', 'civil.settle_finding(welfare.thai_id,bigint,boolean,text,date)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'civil.findings(boolean)', 'welfare_admin EXECUTE, welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'civil.finding_counts()', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_rows('civil.finding_transition', 'ROW(from_state, to_state)',
  '(closed,refuted)',
  '(closed,superseded)',
  '(open,closed)',
  '(open,refuted)',
  '(open,superseded)',
  '(open,verified)',
  '(verified,closed)',
  '(verified,refuted)',
  '(verified,superseded)');

ROLLBACK;
