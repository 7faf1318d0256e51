BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('registry.not_covered_cause', 'before_first_month, after_last_month, no_rate');
SELECT pg_temp.check_comment('type', 'registry.not_covered_cause');
SELECT pg_temp.check_comment('type', 'registry.claim_standing');
SELECT pg_temp.check_function('registry.base_step(jsonb)',
  'welfare_owner invoker immutable returns integer');
SELECT pg_temp.check_comment('function', 'registry.base_step(jsonb)');
SELECT pg_temp.check_function('registry.standing_of(welfare.thai_id,reference.programme_name,smallint,date)',
  'welfare_owner definer stable returns registry.claim_standing search_path=pg_catalog, welfare, pg_temp client_min_messages=warning plan_cache_mode=force_custom_plan jit=off');
SELECT pg_temp.check_comment('function', 'registry.standing_of(welfare.thai_id,reference.programme_name,smallint,date)');
SELECT pg_temp.check_function('registry.require_month(date,reference.programme_name)',
  'welfare_owner definer stable returns void search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.require_month(date,reference.programme_name)');
SELECT pg_temp.check_function('registry.claim_asked_for(welfare.thai_id,reference.programme_name,date)',
  'welfare_owner invoker stable returns registry.claim search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.claim_asked_for(welfare.thai_id,reference.programme_name,date)');
SELECT pg_temp.check_function('registry.entitlement(welfare.thai_id,reference.programme_name,date)',
  'welfare_writer definer volatile returns TABLE(state registry.entitlement_state, not_covered registry.not_covered_cause, ended_by reference.disposal_cause, pending_removal boolean, amount numeric, allowance numeric, top_up numeric, other_payers numeric, components jsonb, step integer, age integer, age_day date, criterion_id smallint, authority_code integer, first_month date, last_month date) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.entitlement(welfare.thai_id,reference.programme_name,date)');
SELECT pg_temp.check_function('registry.entitlements_of_authority(date,reference.programme_name)',
  'welfare_owner definer volatile returns TABLE(national_id welfare.thai_id, programme reference.programme_name, state registry.entitlement_state, pending_removal boolean, amount numeric, allowance numeric, top_up numeric, other_payers numeric, components jsonb, step integer, age integer, age_day date, criterion_id smallint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning plan_cache_mode=force_custom_plan jit=off');
SELECT pg_temp.check_comment('function', 'registry.entitlements_of_authority(date,reference.programme_name)');

SELECT pg_temp.check_grants('function', 'registry.base_step(jsonb)', '');
SELECT pg_temp.check_grants('function', 'registry.standing_of(welfare.thai_id,reference.programme_name,smallint,date)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.require_month(date,reference.programme_name)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.claim_asked_for(welfare.thai_id,reference.programme_name,date)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.entitlement(welfare.thai_id,reference.programme_name,date)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.entitlements_of_authority(date,reference.programme_name)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF350)');

ROLLBACK;
