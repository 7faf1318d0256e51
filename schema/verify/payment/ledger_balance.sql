BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('payment.ledger_leg', '
  entry_number bigint
  recorded_at timestamp with time zone
  event_at timestamp with time zone
  disbursement_number bigint
  delivery_number bigint
  corrects bigint
  cycle_month reference.pay_month
  month reference.pay_month
  authority_code integer
  programme reference.programme_name
  payer reference.payer_name
  budget_type reference.budget_type
  step payment.ledger_step
  account payment.ledger_account
  district_code smallint
  province_code smallint
  sensitive boolean
  amount numeric');
SELECT pg_temp.check_comment('relation', 'payment.ledger_leg');
SELECT pg_temp.check_function('payment.legs_in_scope(date,date)',
  'welfare_owner invoker stable returns TABLE(month date, authority_code integer, programme reference.programme_name, payer reference.payer_name, budget_type reference.budget_type, account payment.ledger_account, amount numeric) search_path=pg_catalog, welfare, pg_temp plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.legs_in_scope(date,date)');
SELECT pg_temp.check_function('payment.ledger_balances(date,date)',
  'welfare_owner definer stable returns TABLE(month date, authority_code integer, programme reference.programme_name, payer reference.payer_name, budget_type reference.budget_type, account payment.ledger_account, debits numeric, credits numeric, balance numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.ledger_balances(date,date)');
SELECT pg_temp.check_function('payment.trial_balance(date)',
  'welfare_owner definer stable returns TABLE(account payment.ledger_account, debits numeric, credits numeric, balance numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.trial_balance(date)');

SELECT pg_temp.check_grants('relation', 'payment.ledger_leg', '');
SELECT pg_temp.check_grants('function', 'payment.legs_in_scope(date,date)', '');
SELECT pg_temp.check_grants('function', 'payment.ledger_balances(date,date)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.trial_balance(date)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_treasury EXECUTE');

ROLLBACK;
