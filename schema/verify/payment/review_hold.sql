BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('payment.has_own_claim(welfare.thai_id,reference.programme_name)',
  'welfare_owner invoker stable returns boolean search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.has_own_claim(welfare.thai_id,reference.programme_name)');
SELECT pg_temp.check_function('payment.hold_own(welfare.thai_id,reference.programme_name,date,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.hold_own(welfare.thai_id,reference.programme_name,date,text)');
SELECT pg_temp.check_function('payment.release_own(welfare.thai_id,reference.programme_name,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.release_own(welfare.thai_id,reference.programme_name,text)');

SELECT pg_temp.check_grants('function', 'payment.has_own_claim(welfare.thai_id,reference.programme_name)', '');
SELECT pg_temp.check_grants('function', 'payment.hold_own(welfare.thai_id,reference.programme_name,date,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.release_own(welfare.thai_id,reference.programme_name,text)', 'welfare_authority EXECUTE');

ROLLBACK;
