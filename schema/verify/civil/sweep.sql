BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('civil.sweep_run', '
  sweep_number bigint not null identity
  day date not null
  began_at timestamp with time zone not null
  finished_at timestamp with time zone not null default clock_timestamp()
  deliveries integer not null
  findings bigint not null
  superseded bigint not null
  ran_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'civil.sweep_run');
SELECT pg_temp.check_constraint('civil.sweep_run', 'sweep_run_pkey', 'PRIMARY KEY (sweep_number)');
SELECT pg_temp.check_function('civil.supersedes(civil.event_kind,date,date,integer,civil.event_kind,date,date,integer)',
  'welfare_owner invoker immutable returns boolean');
SELECT pg_temp.check_comment('function', 'civil.supersedes(civil.event_kind,date,date,integer,civil.event_kind,date,date,integer)');
SELECT pg_temp.check_function('civil.sweep(date)',
  'welfare_owner definer volatile returns TABLE(deliveries integer, findings bigint, superseded bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning jit=off');
SELECT pg_temp.check_comment('function', 'civil.sweep(date)');
SELECT pg_temp.check_function('civil.matches(bigint[],timestamp with time zone)',
  'welfare_owner invoker stable returns TABLE(thai_id welfare.thai_id, event_number bigint, programme reference.programme_name, authority_code integer, happened_on date, registered_on date, event_kind civil.event_kind, is_question boolean, claim_number smallint, district_code smallint, province_code smallint, sensitive boolean) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off random_page_cost=1.1');
SELECT pg_temp.check_comment('function', 'civil.matches(bigint[],timestamp with time zone)');
SELECT pg_temp.check_function('civil.moves_found(date)',
  'welfare_owner definer volatile returns TABLE(authority_code integer, national_id welfare.thai_id, programme reference.programme_name, kind civil.finding_kind, happened_on date, found_on date, state civil.finding_state, new_authority_code integer, new_place text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'civil.moves_found(date)');
SELECT pg_temp.check_trigger('civil.finding', 'audit_delete', 'CREATE TRIGGER audit_delete AFTER DELETE ON civil.finding REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,event_number,programme,claim_number'', '''', '''')');
SELECT pg_temp.check_trigger('civil.finding', 'audit_truncate', 'CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON civil.finding FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,event_number,programme,claim_number'', '''', '''')');
SELECT pg_temp.check_trigger('civil.finding', 'audit_update', 'CREATE TRIGGER audit_update AFTER UPDATE ON civil.finding REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,event_number,programme,claim_number'', '''', '''')');
SELECT pg_temp.check_trigger('civil.sweep_run', 'sweep_run_no_change', 'CREATE TRIGGER sweep_run_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON civil.sweep_run FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('civil.sweep_run', '');

SELECT pg_temp.check_grants('relation', 'civil.sweep_run', '');
SELECT pg_temp.check_grants('function', 'civil.supersedes(civil.event_kind,date,date,integer,civil.event_kind,date,date,integer)', '');
SELECT pg_temp.check_grants('function', 'civil.sweep(date)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'civil.matches(bigint[],timestamp with time zone)', '');
SELECT pg_temp.check_grants('function', 'civil.moves_found(date)', 'welfare_admin EXECUTE, welfare_department EXECUTE, welfare_treasury EXECUTE');

ROLLBACK;
