BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('payment.list_payrolls(date)',
  'welfare_writer definer stable returns TABLE(authority_code integer, programme reference.programme_name, round smallint, state payment.payroll_state, items bigint, transfers bigint, amount numeric, held bigint, held_amount numeric, digest text, late_reason text, reviewed_by text, approved_by text, order_number text, disbursement_number bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.list_payrolls(date)');
SELECT pg_temp.check_function('payment.payroll_progress(date)',
  'welfare_owner definer stable returns TABLE(authority_code integer, state payment.payroll_state, disbursement_number bigint, items bigint, transfers bigint, amount numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.payroll_progress(date)');
SELECT pg_temp.check_function('payment.payroll_items(date,reference.programme_name)',
  'welfare_owner definer volatile returns TABLE(national_id welfare.thai_id, month date, adjustment_number smallint, payer reference.payer_name, attempt smallint, round smallint, approved boolean, amount numeric, top_up numeric, offset_amount numeric, way_of_payment reference.way_of_payment, bank_code smallint, bank_branch text, account_number text, account_name text, held boolean, reasons payment.hold_reason[], late_reason text, reference bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.payroll_items(date,reference.programme_name)');
SELECT pg_temp.check_function('payment.list_disbursements(date)',
  'welfare_owner definer stable returns TABLE(disbursement_number bigint, cycle_month date, value_date date, state payment.disbursement_state, payrolls bigint, transfers bigint, cash_items bigint, held_back bigint, control_sum numeric, digest text, late_reason text, sealed_at timestamp with time zone, sealed_by text, sent_at timestamp with time zone, sent_by text, closed_at timestamp with time zone, broken_why text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.list_disbursements(date)');

SELECT pg_temp.check_grants('function', 'payment.list_payrolls(date)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.payroll_progress(date)', 'welfare_admin EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.payroll_items(date,reference.programme_name)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.list_disbursements(date)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_treasury EXECUTE');

ROLLBACK;
