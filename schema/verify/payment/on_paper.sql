BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('payment.require_paper(integer,text)',
  'welfare_owner invoker stable returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.require_paper(integer,text)');
SELECT pg_temp.check_function('payment.repair_on_paper(integer,welfare.thai_id,text,reference.way_of_payment,integer,text,text,text,boolean,reference.programme_name,date,integer,reference.payer_name)',
  'welfare_owner definer volatile returns integer search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.repair_on_paper(integer,welfare.thai_id,text,reference.way_of_payment,integer,text,text,text,boolean,reference.programme_name,date,integer,reference.payer_name)');
SELECT pg_temp.check_function('payment.record_payouts_on_paper(integer,date,text,jsonb)',
  'welfare_owner definer volatile returns TABLE(line_number integer, recorded boolean, code text, reason text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.record_payouts_on_paper(integer,date,text,jsonb)');
SELECT pg_temp.check_function('payment.return_cash_on_paper(integer,text,welfare.thai_id,reference.programme_name,date,integer,text,reference.payer_name)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.return_cash_on_paper(integer,text,welfare.thai_id,reference.programme_name,date,integer,text,reference.payer_name)');
SELECT pg_temp.check_function('payment.decide_recovery_on_paper(integer,welfare.thai_id,reference.programme_name,date,integer,payment.recovery_outcome,text,text,date)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.decide_recovery_on_paper(integer,welfare.thai_id,reference.programme_name,date,integer,payment.recovery_outcome,text,text,date)');
SELECT pg_temp.check_function('payment.record_receipt_on_paper(integer,welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,numeric,date,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.record_receipt_on_paper(integer,welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,numeric,date,text)');

SELECT pg_temp.check_grants('function', 'payment.require_paper(integer,text)', '');
SELECT pg_temp.check_grants('function', 'payment.repair_on_paper(integer,welfare.thai_id,text,reference.way_of_payment,integer,text,text,text,boolean,reference.programme_name,date,integer,reference.payer_name)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.record_payouts_on_paper(integer,date,text,jsonb)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.return_cash_on_paper(integer,text,welfare.thai_id,reference.programme_name,date,integer,text,reference.payer_name)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.decide_recovery_on_paper(integer,welfare.thai_id,reference.programme_name,date,integer,payment.recovery_outcome,text,text,date)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.record_receipt_on_paper(integer,welfare.thai_id,reference.programme_name,date,integer,reference.payer_name,numeric,date,text)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF455)',
  '(WF456)');

ROLLBACK;
