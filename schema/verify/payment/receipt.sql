BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('payment.left_of_recoveries(date,date,welfare.thai_id)',
  'welfare_owner invoker stable returns TABLE(thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint, payer reference.payer_name, amount numeric, allowance_left numeric) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.left_of_recoveries(date,date,welfare.thai_id)');
SELECT pg_temp.check_function('payment.still_asked(welfare.thai_id,reference.programme_name,date,smallint)',
  'welfare_owner invoker stable returns TABLE(payer reference.payer_name, amount numeric, allowance_left numeric) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.still_asked(welfare.thai_id,reference.programme_name,date,smallint)');
SELECT pg_temp.check_function('payment.arrivals_of(welfare.thai_id,reference.programme_name,smallint,date,reference.payer_name)',
  'welfare_owner invoker stable returns TABLE(told payment.instruction, credited_on date, returned boolean) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.arrivals_of(welfare.thai_id,reference.programme_name,smallint,date,reference.payer_name)');
SELECT pg_temp.check_function('payment.arrived_of(welfare.thai_id,reference.programme_name,smallint,date,reference.payer_name)',
  'welfare_owner invoker stable returns numeric search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.arrived_of(welfare.thai_id,reference.programme_name,smallint,date,reference.payer_name)');
SELECT pg_temp.check_function('payment.settle_cases_of(welfare.thai_id)',
  'welfare_owner invoker volatile returns integer search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.settle_cases_of(welfare.thai_id)');
SELECT pg_temp.check_function('payment.settle_recoveries()',
  'welfare_owner definer volatile returns integer search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.settle_recoveries()');
SELECT pg_temp.check_function('payment.keep_own_from_approval(date,integer,reference.programme_name)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.keep_own_from_approval(date,integer,reference.programme_name)');
SELECT pg_temp.check_function('payment.write_receipt(integer[],welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,numeric,date,text,boolean)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.write_receipt(integer[],welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,numeric,date,text,boolean)');
SELECT pg_temp.check_function('payment.record_receipt(welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,numeric,date,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.record_receipt(welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,numeric,date,text)');

SELECT pg_temp.check_grants('function', 'payment.left_of_recoveries(date,date,welfare.thai_id)', '');
SELECT pg_temp.check_grants('function', 'payment.still_asked(welfare.thai_id,reference.programme_name,date,smallint)', '');
SELECT pg_temp.check_grants('function', 'payment.arrivals_of(welfare.thai_id,reference.programme_name,smallint,date,reference.payer_name)', '');
SELECT pg_temp.check_grants('function', 'payment.arrived_of(welfare.thai_id,reference.programme_name,smallint,date,reference.payer_name)', '');
SELECT pg_temp.check_grants('function', 'payment.settle_cases_of(welfare.thai_id)', '');
SELECT pg_temp.check_grants('function', 'payment.settle_recoveries()', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.keep_own_from_approval(date,integer,reference.programme_name)', '');
SELECT pg_temp.check_grants('function', 'payment.write_receipt(integer[],welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,numeric,date,text,boolean)', '');
SELECT pg_temp.check_grants('function', 'payment.record_receipt(welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,numeric,date,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF450)',
  '(WF451)',
  '(WF452)',
  '(WF453)',
  '(WF454)');

ROLLBACK;
