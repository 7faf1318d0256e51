BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('payment.waiting_for_repair(integer[],welfare.thai_id,reference.programme_name,date,smallint,reference.payer_name)',
  'welfare_owner invoker stable returns SETOF payment.failure search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.waiting_for_repair(integer[],welfare.thai_id,reference.programme_name,date,smallint,reference.payer_name)');
SELECT pg_temp.check_function('payment.write_repairs(integer[],welfare.thai_id,reference.programme_name,date,smallint,reference.payer_name,text,reference.way_of_payment,integer,text,text,text,boolean)',
  'welfare_owner invoker volatile returns integer search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.write_repairs(integer[],welfare.thai_id,reference.programme_name,date,smallint,reference.payer_name,text,reference.way_of_payment,integer,text,text,text,boolean)');
SELECT pg_temp.check_function('payment.repair_payment(welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,text,reference.way_of_payment,integer,text,text,text,boolean)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.repair_payment(welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,text,reference.way_of_payment,integer,text,text,text,boolean)');
SELECT pg_temp.check_function('payment.repair_payments(welfare.thai_id,text,reference.way_of_payment,integer,text,text,text,boolean)',
  'welfare_owner definer volatile returns integer search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.repair_payments(welfare.thai_id,text,reference.way_of_payment,integer,text,text,text,boolean)');

SELECT pg_temp.check_grants('function', 'payment.waiting_for_repair(integer[],welfare.thai_id,reference.programme_name,date,smallint,reference.payer_name)', '');
SELECT pg_temp.check_grants('function', 'payment.write_repairs(integer[],welfare.thai_id,reference.programme_name,date,smallint,reference.payer_name,text,reference.way_of_payment,integer,text,text,text,boolean)', '');
SELECT pg_temp.check_grants('function', 'payment.repair_payment(welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,text,reference.way_of_payment,integer,text,text,text,boolean)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.repair_payments(welfare.thai_id,text,reference.way_of_payment,integer,text,text,text,boolean)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF449)',
  '(WF44A)',
  '(WF44B)',
  '(WF44C)');

ROLLBACK;
