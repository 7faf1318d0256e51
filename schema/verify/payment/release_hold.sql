BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('payment.lift_hold(welfare.thai_id,date,text,text)',
  'welfare_owner definer volatile returns integer search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.lift_hold(welfare.thai_id,date,text,text)');
SELECT pg_temp.check_function('payment.held_lines(date)',
  'welfare_owner definer volatile returns TABLE(authority_code integer, national_id welfare.thai_id, programme reference.programme_name, allowance reference.baht, top_up reference.baht, other_payers reference.baht, reasons payment.hold_reason[]) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.held_lines(date)');
SELECT pg_temp.check_function('payment.hold_line(welfare.thai_id,date,text,text,reference.programme_name)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.hold_line(welfare.thai_id,date,text,text,reference.programme_name)');
SELECT pg_temp.check_function('payment.release_hold(welfare.thai_id,text,reference.programme_name)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.release_hold(welfare.thai_id,text,reference.programme_name)');

SELECT pg_temp.check_grants('function', 'payment.lift_hold(welfare.thai_id,date,text,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.held_lines(date)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.hold_line(welfare.thai_id,date,text,text,reference.programme_name)', 'welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.release_hold(welfare.thai_id,text,reference.programme_name)', 'welfare_treasury EXECUTE');

ROLLBACK;
