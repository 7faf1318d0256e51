BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('payment.may_see(integer,smallint,smallint,boolean)',
  'welfare_owner invoker stable returns boolean search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.may_see(integer,smallint,smallint,boolean)');
SELECT pg_temp.check_function('payment.record_adjustments(date,date)',
  'welfare_owner definer volatile returns TABLE(month date, programme reference.programme_name, kind payment.adjustment_kind, cause payment.adjustment_cause, adjustments bigint, allowance numeric, top_up numeric, other_payers numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.record_adjustments(date,date)');
SELECT pg_temp.check_function('payment.recovery_standings(date,date,welfare.thai_id)',
  'welfare_owner invoker stable returns TABLE(thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint, standing payment.adjustment_standing) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.recovery_standings(date,date,welfare.thai_id)');
SELECT pg_temp.check_function('payment.adjustment_totals(date,date)',
  'welfare_owner definer stable returns TABLE(month date, programme reference.programme_name, province_code smallint, kind payment.adjustment_kind, standing payment.adjustment_standing, adjustments bigint, allowance numeric, top_up numeric, other_payers numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.adjustment_totals(date,date)');
SELECT pg_temp.check_function('payment.outstanding(date,date,welfare.thai_id)',
  'welfare_owner definer volatile returns TABLE(national_id welfare.thai_id, programme reference.programme_name, month date, claim_number smallint, authority_code integer, entitled numeric, paid numeric, allowance numeric, top_up numeric, other_payers numeric, cause payment.adjustment_cause, rule jsonb) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.outstanding(date,date,welfare.thai_id)');
SELECT pg_temp.check_function('payment.adjustments(date,date,welfare.thai_id)',
  'welfare_owner definer volatile returns TABLE(national_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint, claim_number smallint, authority_code integer, kind payment.adjustment_kind, standing payment.adjustment_standing, cause payment.adjustment_cause, allowance numeric, top_up numeric, other_payers numeric, rule jsonb, recorded_at timestamp with time zone, recorded_by text, decided_on date, order_number text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.adjustments(date,date,welfare.thai_id)');

SELECT pg_temp.check_grants('function', 'payment.may_see(integer,smallint,smallint,boolean)', '');
SELECT pg_temp.check_grants('function', 'payment.record_adjustments(date,date)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.recovery_standings(date,date,welfare.thai_id)', '');
SELECT pg_temp.check_grants('function', 'payment.adjustment_totals(date,date)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.outstanding(date,date,welfare.thai_id)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.adjustments(date,date,welfare.thai_id)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE');

ROLLBACK;
