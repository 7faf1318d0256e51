BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.acknowledge_move(welfare.thai_id,reference.programme_name,date,date,text,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.acknowledge_move(welfare.thai_id,reference.programme_name,date,date,text,text)');
SELECT pg_temp.check_function('registry.cancel_move(welfare.thai_id,date,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.cancel_move(welfare.thai_id,date,text)');
SELECT pg_temp.check_function('registry.withdraw_confirmation(welfare.thai_id,reference.programme_name,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.withdraw_confirmation(welfare.thai_id,reference.programme_name,text)');

SELECT pg_temp.check_grants('function', 'registry.acknowledge_move(welfare.thai_id,reference.programme_name,date,date,text,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.cancel_move(welfare.thai_id,date,text)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.withdraw_confirmation(welfare.thai_id,reference.programme_name,text)', 'welfare_authority EXECUTE');

ROLLBACK;
