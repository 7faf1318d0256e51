BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('payment.approved_totals(date,integer,reference.programme_name)',
  'welfare_owner invoker stable returns TABLE(authority_code integer, programme reference.programme_name, round smallint, items bigint, transfers bigint, amount numeric, digest bytea) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off enable_hashagg=off parallel_tuple_cost=0 plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.approved_totals(date,integer,reference.programme_name)');
SELECT pg_temp.check_function('payment.keep_drafts(date,integer)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.keep_drafts(date,integer)');
SELECT pg_temp.check_function('payment.write_approved(date,integer,reference.programme_name,integer[],text,identity.office_name,text)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning work_mem=64MB maintenance_work_mem=128MB jit=off enable_nestloop=on parallel_tuple_cost=0 plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.write_approved(date,integer,reference.programme_name,integer[],text,identity.office_name,text)');
SELECT pg_temp.check_function('payment.record_steps(payment.authority_payroll[],payment.payroll_state,text,identity.office_name,text,bigint)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.record_steps(payment.authority_payroll[],payment.payroll_state,text,identity.office_name,text,bigint)');
SELECT pg_temp.check_function('payment.missed_day(date)',
  'welfare_owner invoker stable returns date search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.missed_day(date)');
SELECT pg_temp.check_function('payment.mark_reviewed(date,integer[],reference.programme_name,text)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.mark_reviewed(date,integer[],reference.programme_name,text)');
SELECT pg_temp.check_function('payment.review_payroll(date,reference.programme_name,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.review_payroll(date,reference.programme_name,text)');
SELECT pg_temp.check_function('payment.draft_own_payroll(date)',
  'welfare_owner definer volatile returns TABLE(payrolls bigint, items bigint, amount numeric, held bigint, held_amount numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.draft_own_payroll(date)');
SELECT pg_temp.check_function('payment.approve_payroll(date,reference.programme_name,text,text,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.approve_payroll(date,reference.programme_name,text,text,text)');
SELECT pg_temp.check_function('payment.reviewed_by(payment.authority_payroll)',
  'welfare_owner invoker stable returns text search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.reviewed_by(payment.authority_payroll)');
SELECT pg_temp.check_function('payment.review_on_paper(date,text,integer[],reference.programme_name)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.review_on_paper(date,text,integer[],reference.programme_name)');
SELECT pg_temp.check_function('payment.approve_on_paper(date,text,integer[],reference.programme_name,text)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.approve_on_paper(date,text,integer[],reference.programme_name,text)');

SELECT pg_temp.check_grants('function', 'payment.approved_totals(date,integer,reference.programme_name)', '');
SELECT pg_temp.check_grants('function', 'payment.keep_drafts(date,integer)', '');
SELECT pg_temp.check_grants('function', 'payment.write_approved(date,integer,reference.programme_name,integer[],text,identity.office_name,text)', '');
SELECT pg_temp.check_grants('function', 'payment.record_steps(payment.authority_payroll[],payment.payroll_state,text,identity.office_name,text,bigint)', '');
SELECT pg_temp.check_grants('function', 'payment.missed_day(date)', '');
SELECT pg_temp.check_grants('function', 'payment.mark_reviewed(date,integer[],reference.programme_name,text)', '');
SELECT pg_temp.check_grants('function', 'payment.review_payroll(date,reference.programme_name,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.draft_own_payroll(date)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.approve_payroll(date,reference.programme_name,text,text,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.reviewed_by(payment.authority_payroll)', '');
SELECT pg_temp.check_grants('function', 'payment.review_on_paper(date,text,integer[],reference.programme_name)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.approve_on_paper(date,text,integer[],reference.programme_name,text)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF403)',
  '(WF404)',
  '(WF405)',
  '(WF406)',
  '(WF407)');

ROLLBACK;
