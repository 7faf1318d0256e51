BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('payment.subledger_of(date,integer)',
  'welfare_owner invoker stable returns TABLE(authority_code integer, programme reference.programme_name, payer reference.payer_name, budget_type reference.budget_type, account payment.ledger_account, balance numeric) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.subledger_of(date,integer)');
SELECT pg_temp.check_function('payment.differences_of(date,integer)',
  'welfare_owner invoker stable returns TABLE(authority_code integer, programme reference.programme_name, payer reference.payer_name, budget_type reference.budget_type, account payment.ledger_account, ledger numeric, subledger numeric) search_path=pg_catalog, welfare, pg_temp plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.differences_of(date,integer)');
SELECT pg_temp.check_function('payment.months_on_record()',
  'welfare_owner invoker stable returns SETOF date search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.months_on_record()');
SELECT pg_temp.check_function('payment.subledger(date)',
  'welfare_owner definer stable returns TABLE(authority_code integer, programme reference.programme_name, payer reference.payer_name, budget_type reference.budget_type, account payment.ledger_account, balance numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.subledger(date)');
SELECT pg_temp.check_function('payment.ledger_differences(date)',
  'welfare_owner definer stable returns TABLE(of_month date, authority_code integer, programme reference.programme_name, payer reference.payer_name, budget_type reference.budget_type, account payment.ledger_account, ledger numeric, subledger numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.ledger_differences(date)');
SELECT pg_temp.check_function('payment.correct_entry(bigint,numeric,text)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.correct_entry(bigint,numeric,text)');

SELECT pg_temp.check_grants('function', 'payment.subledger_of(date,integer)', '');
SELECT pg_temp.check_grants('function', 'payment.differences_of(date,integer)', '');
SELECT pg_temp.check_grants('function', 'payment.months_on_record()', '');
SELECT pg_temp.check_grants('function', 'payment.subledger(date)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.ledger_differences(date)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.correct_entry(bigint,numeric,text)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF460)',
  '(WF461)',
  '(WF462)',
  '(WF463)');

ROLLBACK;
