BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.own_campaign(reference.campaign_kind,integer)',
  'welfare_owner invoker stable returns registry.campaign search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.own_campaign(reference.campaign_kind,integer)');
SELECT pg_temp.check_function('registry.open_campaign(reference.campaign_kind,integer)',
  'welfare_owner definer volatile returns TABLE(authorities bigint, recipients bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning jit=off');
SELECT pg_temp.check_comment('function', 'registry.open_campaign(reference.campaign_kind,integer)');
SELECT pg_temp.check_function('registry.record_check(reference.campaign_kind,integer,welfare.thai_id,registry.check_outcome,text,date)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.record_check(reference.campaign_kind,integer,welfare.thai_id,registry.check_outcome,text,date)');
SELECT pg_temp.check_function('registry.report_list(reference.campaign_kind,integer)',
  'welfare_writer definer volatile returns TABLE(recipients bigint, allowance numeric, top_up numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.report_list(reference.campaign_kind,integer)');
SELECT pg_temp.check_function('registry.outstanding_checks(reference.campaign_kind,integer)',
  'welfare_writer definer volatile returns TABLE(authority_code integer, national_id welfare.thai_id, first_name text, last_name text, suspended boolean, checked_late_on date) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.outstanding_checks(reference.campaign_kind,integer)');
SELECT pg_temp.check_function('registry.campaign_progress(reference.campaign_kind,integer)',
  'welfare_writer definer stable returns TABLE(authority_code integer, own_procedure boolean, recipients bigint, allowance numeric, top_up numeric, checked bigint, checked_in_month bigint, reported_at timestamp with time zone) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.campaign_progress(reference.campaign_kind,integer)');

SELECT pg_temp.check_grants('function', 'registry.own_campaign(reference.campaign_kind,integer)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.open_campaign(reference.campaign_kind,integer)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.record_check(reference.campaign_kind,integer,welfare.thai_id,registry.check_outcome,text,date)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.report_list(reference.campaign_kind,integer)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.outstanding_checks(reference.campaign_kind,integer)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.campaign_progress(reference.campaign_kind,integer)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE');

ROLLBACK;
