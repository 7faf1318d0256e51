BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('registry.recovery_cause', 'never_entitled, paid_after_end');
SELECT pg_temp.check_comment('type', 'registry.recovery_cause');
SELECT pg_temp.check_enumeration('registry.recovery_state', 'opened, to_recover, not_recovered, settled');
SELECT pg_temp.check_comment('type', 'registry.recovery_state');
SELECT pg_temp.check_columns('registry.recovery_case', '
  thai_id welfare.thai_id not null
  opened_at timestamp with time zone not null default clock_timestamp()
  programme reference.programme_name not null
  from_month reference.pay_month not null
  to_month reference.pay_month not null
  decided_on date
  authority_code integer not null
  cause registry.recovery_cause not null
  state registry.recovery_state not null default ''opened''::registry.recovery_state
  decided_office identity.office_name
  claim_number smallint not null
  finding_number smallint not null
  sensitive boolean not null
  order_number text
  reason text
  decided_by text
  opened_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'registry.recovery_case');
SELECT pg_temp.check_constraint('registry.recovery_case', 'recovery_case_decided', 'CHECK ((((state = ''opened''::registry.recovery_state) = (decided_on IS NULL)) AND (num_nulls(decided_on, decided_office, order_number, reason, decided_by) = ANY (ARRAY[0, 5])) AND (btrim(order_number) <> ''''::text) AND (btrim(reason) <> ''''::text)))');
SELECT pg_temp.check_constraint('registry.recovery_case', 'recovery_case_finding_fkey', 'FOREIGN KEY (thai_id, programme, claim_number, finding_number) REFERENCES registry.finding(thai_id, programme, claim_number, finding_number)');
SELECT pg_temp.check_constraint('registry.recovery_case', 'recovery_case_months', 'CHECK (((from_month)::date <= (to_month)::date))');
SELECT pg_temp.check_constraint('registry.recovery_case', 'recovery_case_pkey', 'PRIMARY KEY (thai_id, programme, claim_number, finding_number)');
SELECT pg_temp.check_constraint('registry.recovery_case', 'recovery_case_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_columns('registry.recovery_transition', '
  from_state registry.recovery_state not null
  to_state registry.recovery_state not null
  offices identity.office_name[] not null
  meaning text not null');
SELECT pg_temp.check_comment('relation', 'registry.recovery_transition');
SELECT pg_temp.check_constraint('registry.recovery_transition', 'recovery_transition_pkey', 'PRIMARY KEY (from_state, to_state)');
SELECT pg_temp.check_function('registry.check_recovery_case()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.check_recovery_case()');
SELECT pg_temp.check_function('registry.decide_recovery(welfare.thai_id,reference.programme_name,integer,boolean,text,text,date)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.decide_recovery(welfare.thai_id,reference.programme_name,integer,boolean,text,text,date)');
SELECT pg_temp.check_trigger('registry.recovery_case', 'recovery_case_check', 'CREATE TRIGGER recovery_case_check BEFORE INSERT OR UPDATE ON registry.recovery_case FOR EACH ROW EXECUTE FUNCTION registry.check_recovery_case()');
SELECT pg_temp.check_trigger('registry.recovery_case', 'recovery_case_no_removal', 'CREATE TRIGGER recovery_case_no_removal BEFORE DELETE OR TRUNCATE ON registry.recovery_case FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('registry.recovery_case', 'recovery_case_add for a to welfare_writer using  check (authority_code = welfare.authority_code()); recovery_case_change for w to welfare_writer using (authority_code = welfare.authority_code()) check (authority_code = welfare.authority_code()); recovery_case_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

SELECT pg_temp.check_grants('relation', 'registry.recovery_case', 'welfare_writer INSERT/SELECT/UPDATE');
SELECT pg_temp.check_grants('relation', 'registry.recovery_transition', '');
SELECT pg_temp.check_grants('function', 'registry.check_recovery_case()', '');
SELECT pg_temp.check_grants('function', 'registry.decide_recovery(welfare.thai_id,reference.programme_name,integer,boolean,text,text,date)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF32K)',
  '(WF32L)');
SELECT pg_temp.check_rows('registry.recovery_transition', 'ROW(from_state, to_state, offices)',
  '(opened,not_recovered,"{executive,delegate}")',
  '(opened,to_recover,"{executive,delegate}")',
  '(to_recover,settled,{})');

ROLLBACK;
