BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_comment('type', 'payment.given_payout');
SELECT pg_temp.check_comment('type', 'payment.judged_payout');
SELECT pg_temp.check_function('payment.died_on(welfare.thai_id,reference.programme_name,smallint)',
  'welfare_owner invoker stable returns date search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.died_on(welfare.thai_id,reference.programme_name,smallint)');
SELECT pg_temp.check_function('payment.payout_list(date)',
  'welfare_owner definer volatile returns TABLE(reference bigint, masked_id text, person_name text, programme reference.programme_name, month date, adjustment_number smallint, payer reference.payer_name, amount numeric, way_of_payment reference.way_of_payment, died_on date, proxy text, proxy_kind text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.payout_list(date)');
SELECT pg_temp.check_function('payment.told_payments(integer[],payment.given_payout[])',
  'welfare_owner invoker stable returns TABLE(line_number integer, told payment.instruction) search_path=pg_catalog, welfare, pg_temp jit=off');
SELECT pg_temp.check_comment('function', 'payment.told_payments(integer[],payment.given_payout[])');
SELECT pg_temp.check_function('payment.lock_payrolls_of(integer[],payment.given_payout[])',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.lock_payrolls_of(integer[],payment.given_payout[])');
SELECT pg_temp.check_function('payment.judge_payouts(integer[],payment.given_payout[],date)',
  'welfare_owner invoker stable returns SETOF payment.judged_payout search_path=pg_catalog, welfare, pg_temp jit=off');
SELECT pg_temp.check_comment('function', 'payment.judge_payouts(integer[],payment.given_payout[],date)');
SELECT pg_temp.check_function('payment.write_payouts(integer[],payment.given_payout[],date,text)',
  'welfare_owner invoker volatile returns TABLE(line_number integer, refusal text[]) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.write_payouts(integer[],payment.given_payout[],date,text)');
SELECT pg_temp.check_function('payment.record_payout(welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,payment.payout_capacity,welfare.thai_id,text,date,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.record_payout(welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,payment.payout_capacity,welfare.thai_id,text,date,text)');
SELECT pg_temp.check_function('payment.read_payouts(jsonb)',
  'welfare_owner invoker stable returns SETOF payment.given_payout search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.read_payouts(jsonb)');
SELECT pg_temp.check_function('payment.write_payout_list(integer[],date,jsonb,text)',
  'welfare_owner invoker volatile returns TABLE(line_number integer, recorded boolean, code text, reason text) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.write_payout_list(integer[],date,jsonb,text)');
SELECT pg_temp.check_function('payment.record_payouts(date,jsonb)',
  'welfare_owner definer volatile returns TABLE(line_number integer, recorded boolean, code text, reason text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.record_payouts(date,jsonb)');
SELECT pg_temp.check_function('payment.write_return(integer[],welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,text)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.write_return(integer[],welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,text)');
SELECT pg_temp.check_function('payment.return_cash(welfare.thai_id,reference.programme_name,date,integer,text,reference.payer_name)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.return_cash(welfare.thai_id,reference.programme_name,date,integer,text,reference.payer_name)');

SELECT pg_temp.check_grants('function', 'payment.died_on(welfare.thai_id,reference.programme_name,smallint)', '');
SELECT pg_temp.check_grants('function', 'payment.payout_list(date)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.told_payments(integer[],payment.given_payout[])', '');
SELECT pg_temp.check_grants('function', 'payment.lock_payrolls_of(integer[],payment.given_payout[])', '');
SELECT pg_temp.check_grants('function', 'payment.judge_payouts(integer[],payment.given_payout[],date)', '');
SELECT pg_temp.check_grants('function', 'payment.write_payouts(integer[],payment.given_payout[],date,text)', '');
SELECT pg_temp.check_grants('function', 'payment.record_payout(welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,payment.payout_capacity,welfare.thai_id,text,date,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.read_payouts(jsonb)', '');
SELECT pg_temp.check_grants('function', 'payment.write_payout_list(integer[],date,jsonb,text)', '');
SELECT pg_temp.check_grants('function', 'payment.record_payouts(date,jsonb)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.write_return(integer[],welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,text)', '');
SELECT pg_temp.check_grants('function', 'payment.return_cash(welfare.thai_id,reference.programme_name,date,integer,text,reference.payer_name)', 'welfare_authority EXECUTE');

ROLLBACK;
