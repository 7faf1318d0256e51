BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.notify_move(welfare.thai_id,date,integer,text,integer)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.notify_move(welfare.thai_id,date,integer,text,integer)');
SELECT pg_temp.check_function('registry.confirm_move(welfare.thai_id,jsonb)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.confirm_move(welfare.thai_id,jsonb)');

SELECT pg_temp.check_grants('function', 'registry.notify_move(welfare.thai_id,date,integer,text,integer)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.confirm_move(welfare.thai_id,jsonb)', 'welfare_authority EXECUTE');

ROLLBACK;
