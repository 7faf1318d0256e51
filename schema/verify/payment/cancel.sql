BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_comment('type', 'payment.unpaid_item');
SELECT pg_temp.check_function('payment.unpaid_of_dead(welfare.thai_id,date)',
  'welfare_owner invoker stable returns SETOF payment.unpaid_item search_path=pg_catalog, welfare, pg_temp jit=off');
SELECT pg_temp.check_comment('function', 'payment.unpaid_of_dead(welfare.thai_id,date)');
SELECT pg_temp.check_function('payment.touch_payrolls(integer[],reference.programme_name[])',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.touch_payrolls(integer[],reference.programme_name[])');
SELECT pg_temp.check_function('payment.keep_from_approval(date,integer[],reference.programme_name[])',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.keep_from_approval(date,integer[],reference.programme_name[])');
SELECT pg_temp.check_function('payment.with_amount(payment.instruction,numeric,numeric)',
  'welfare_owner invoker immutable returns payment.instruction search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.with_amount(payment.instruction,numeric,numeric)');
SELECT pg_temp.check_function('payment.write_cancellations(welfare.thai_id,date,text,text)',
  'welfare_owner invoker volatile returns TABLE(cancelled bigint, amount numeric, under_way bigint) search_path=pg_catalog, welfare, pg_temp plan_cache_mode=force_custom_plan jit=off');
SELECT pg_temp.check_comment('function', 'payment.write_cancellations(welfare.thai_id,date,text,text)');
SELECT pg_temp.check_function('payment.cancel_dead(welfare.thai_id,text,text)',
  'welfare_owner definer volatile returns TABLE(cancelled bigint, amount numeric, under_way bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.cancel_dead(welfare.thai_id,text,text)');
SELECT pg_temp.check_function('payment.cancel_all_dead(date,text,text)',
  'welfare_owner definer volatile returns TABLE(cancelled bigint, amount numeric, under_way bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning work_mem=64MB jit=off');
SELECT pg_temp.check_comment('function', 'payment.cancel_all_dead(date,text,text)');

SELECT pg_temp.check_grants('function', 'payment.unpaid_of_dead(welfare.thai_id,date)', '');
SELECT pg_temp.check_grants('function', 'payment.touch_payrolls(integer[],reference.programme_name[])', '');
SELECT pg_temp.check_grants('function', 'payment.keep_from_approval(date,integer[],reference.programme_name[])', '');
SELECT pg_temp.check_grants('function', 'payment.with_amount(payment.instruction,numeric,numeric)', '');
SELECT pg_temp.check_grants('function', 'payment.write_cancellations(welfare.thai_id,date,text,text)', '');
SELECT pg_temp.check_grants('function', 'payment.cancel_dead(welfare.thai_id,text,text)', 'welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.cancel_all_dead(date,text,text)', 'welfare_treasury EXECUTE');

ROLLBACK;
