BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('payment.still_asked(welfare.thai_id,reference.programme_name,date,smallint)',
  'welfare_owner definer stable returns TABLE(payer reference.payer_name, amount numeric, allowance_left numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.still_asked(welfare.thai_id,reference.programme_name,date,smallint)');
SELECT pg_temp.check_function('payment.arrived_of(welfare.thai_id,reference.programme_name,date,reference.payer_name)',
  'welfare_owner invoker stable returns numeric search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.arrived_of(welfare.thai_id,reference.programme_name,date,reference.payer_name)');
SELECT pg_temp.check_function('payment.settle_cases_of(welfare.thai_id)',
  'welfare_owner invoker volatile returns integer search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.settle_cases_of(welfare.thai_id)');
SELECT pg_temp.check_function('payment.settle_recoveries()',
  'welfare_owner definer volatile returns integer search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.settle_recoveries()');
SELECT pg_temp.check_function('payment.record_receipt(welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,numeric,date,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.record_receipt(welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,numeric,date,text)');

SELECT pg_temp.check_grants('function', 'payment.still_asked(welfare.thai_id,reference.programme_name,date,smallint)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.arrived_of(welfare.thai_id,reference.programme_name,date,reference.payer_name)', '');
SELECT pg_temp.check_grants('function', 'payment.settle_cases_of(welfare.thai_id)', '');
SELECT pg_temp.check_grants('function', 'payment.settle_recoveries()', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.record_receipt(welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,numeric,date,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF450)',
  '(WF451)',
  '(WF452)',
  '(WF453)',
  '(WF454)');

ROLLBACK;
