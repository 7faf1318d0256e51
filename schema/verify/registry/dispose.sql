BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('registry.suspension_action', 'suspend, resume');
SELECT pg_temp.check_comment('type', 'registry.suspension_action');
SELECT pg_temp.check_columns('registry.suspension_order', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  programme reference.programme_name not null
  ordered_on date not null
  authority_code integer not null
  action registry.suspension_action not null
  claim_number smallint not null
  order_number text not null
  reason text not null
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'registry.suspension_order');
SELECT pg_temp.check_constraint('registry.suspension_order', 'suspension_order_claim_fkey', 'FOREIGN KEY (thai_id, programme, claim_number) REFERENCES registry.claim(thai_id, programme, claim_number)');
SELECT pg_temp.check_constraint('registry.suspension_order', 'suspension_order_pkey', 'PRIMARY KEY (thai_id, programme, claim_number, recorded_at)');
SELECT pg_temp.check_constraint('registry.suspension_order', 'suspension_order_stated', 'CHECK (((btrim(order_number) <> ''''::text) AND (btrim(reason) <> ''''::text)))');
SELECT pg_temp.check_function('registry.require_past(text,date)',
  'welfare_owner invoker stable returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.require_past(text,date)');
SELECT pg_temp.check_function('registry.word_for(text,text)',
  'welfare_owner invoker stable returns text search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.word_for(text,text)');
SELECT pg_temp.check_function('registry.change_suspension(registry.suspension_action,welfare.thai_id,reference.programme_name[],date,text,text)',
  'welfare_owner invoker volatile returns text search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.change_suspension(registry.suspension_action,welfare.thai_id,reference.programme_name[],date,text,text)');
SELECT pg_temp.check_function('registry.suspend(welfare.thai_id,reference.programme_name[],date,text,text)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.suspend(welfare.thai_id,reference.programme_name[],date,text,text)');
SELECT pg_temp.check_function('registry.resume(welfare.thai_id,reference.programme_name[],date,text,text)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.resume(welfare.thai_id,reference.programme_name[],date,text,text)');
SELECT pg_temp.check_function('registry.dispose(welfare.thai_id,reference.disposal_cause,date,date,reference.programme_name[],text,text,date)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.dispose(welfare.thai_id,reference.disposal_cause,date,date,reference.programme_name[],text,text,date)');
SELECT pg_temp.check_trigger('registry.suspension_order', 'suspension_order_no_change', 'CREATE TRIGGER suspension_order_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.suspension_order FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('registry.suspension_order', 'suspension_order_add for a to welfare_writer using  check (authority_code = welfare.authority_code()); suspension_order_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

SELECT pg_temp.check_grants('relation', 'registry.suspension_order', 'welfare_writer INSERT/SELECT');
SELECT pg_temp.check_grants('function', 'registry.require_past(text,date)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.word_for(text,text)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.change_suspension(registry.suspension_action,welfare.thai_id,reference.programme_name[],date,text,text)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.suspend(welfare.thai_id,reference.programme_name[],date,text,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.resume(welfare.thai_id,reference.programme_name[],date,text,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.dispose(welfare.thai_id,reference.disposal_cause,date,date,reference.programme_name[],text,text,date)', 'welfare_authority EXECUTE, welfare_owner EXECUTE');

ROLLBACK;
