BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('registry.told_person', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  programme reference.programme_name not null
  told_on date not null
  authority_code integer not null
  claim_number smallint not null
  finding_number smallint not null
  sensitive boolean not null
  way text not null
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'registry.told_person');
SELECT pg_temp.check_constraint('registry.told_person', 'told_person_finding_fkey', 'FOREIGN KEY (thai_id, programme, claim_number, finding_number) REFERENCES registry.finding(thai_id, programme, claim_number, finding_number)');
SELECT pg_temp.check_constraint('registry.told_person', 'told_person_pkey', 'PRIMARY KEY (thai_id, programme, claim_number, finding_number)');
SELECT pg_temp.check_constraint('registry.told_person', 'told_person_stated', 'CHECK ((btrim(way) <> ''''::text))');
SELECT pg_temp.check_function('registry.order_keep(welfare.thai_id,reference.programme_name,integer,text,text,date)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.order_keep(welfare.thai_id,reference.programme_name,integer,text,text,date)');
SELECT pg_temp.check_function('registry.own_finding(welfare.thai_id,reference.programme_name,integer)',
  'welfare_owner invoker volatile returns registry.finding search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.own_finding(welfare.thai_id,reference.programme_name,integer)');
SELECT pg_temp.check_function('registry.take_step(registry.finding,registry.finding_state,date,text,text)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.take_step(registry.finding,registry.finding_state,date,text,text)');
SELECT pg_temp.check_function('registry.record_finding(welfare.thai_id,reference.programme_name,registry.finding_kind,date,registry.finding_source,text,text[],text,uuid,boolean,boolean,date)',
  'welfare_writer definer volatile returns integer search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.record_finding(welfare.thai_id,reference.programme_name,registry.finding_kind,date,registry.finding_source,text,text[],text,uuid,boolean,boolean,date)');
SELECT pg_temp.check_function('registry.post_notice(reference.programme_name,welfare.thai_id[],text,reference.notice_place[],date,text)',
  'welfare_writer definer volatile returns date search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.post_notice(reference.programme_name,welfare.thai_id[],text,reference.notice_place[],date,text)');
SELECT pg_temp.check_function('registry.record_objection(welfare.thai_id,reference.programme_name,integer,text,date,text,welfare.thai_id)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.record_objection(welfare.thai_id,reference.programme_name,integer,text,date,text,welfare.thai_id)');
SELECT pg_temp.check_function('registry.report_objections(welfare.thai_id,reference.programme_name,integer,text,text,date)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.report_objections(welfare.thai_id,reference.programme_name,integer,text,text,date)');
SELECT pg_temp.check_function('registry.propose_removal(welfare.thai_id,reference.programme_name,integer,text,date)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.propose_removal(welfare.thai_id,reference.programme_name,integer,text,date)');
SELECT pg_temp.check_function('registry.verify_finding(welfare.thai_id,reference.programme_name,integer,text,text,date)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.verify_finding(welfare.thai_id,reference.programme_name,integer,text,text,date)');
SELECT pg_temp.check_trigger('registry.told_person', 'told_person_no_change', 'CREATE TRIGGER told_person_no_change BEFORE UPDATE ON registry.told_person FOR EACH ROW EXECUTE FUNCTION registry.refuse_change_but_authority()');
SELECT pg_temp.check_trigger('registry.told_person', 'told_person_no_removal', 'CREATE TRIGGER told_person_no_removal BEFORE DELETE OR TRUNCATE ON registry.told_person FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('registry.told_person', 'told_person_add for a to welfare_writer using  check (authority_code = welfare.authority_code()); told_person_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

SELECT pg_temp.check_grants('relation', 'registry.told_person', 'welfare_writer INSERT/SELECT');
SELECT pg_temp.check_grants('function', 'registry.order_keep(welfare.thai_id,reference.programme_name,integer,text,text,date)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.own_finding(welfare.thai_id,reference.programme_name,integer)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.take_step(registry.finding,registry.finding_state,date,text,text)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.record_finding(welfare.thai_id,reference.programme_name,registry.finding_kind,date,registry.finding_source,text,text[],text,uuid,boolean,boolean,date)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.post_notice(reference.programme_name,welfare.thai_id[],text,reference.notice_place[],date,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.record_objection(welfare.thai_id,reference.programme_name,integer,text,date,text,welfare.thai_id)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.report_objections(welfare.thai_id,reference.programme_name,integer,text,text,date)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.propose_removal(welfare.thai_id,reference.programme_name,integer,text,date)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.verify_finding(welfare.thai_id,reference.programme_name,integer,text,text,date)', 'welfare_authority EXECUTE');

ROLLBACK;
