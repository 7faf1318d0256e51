BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_comment('type', 'identity.found_user');
SELECT pg_temp.check_comment('type', 'identity.shown_user');
SELECT pg_temp.check_function('identity.refuse_paging(text[],text[],integer,integer)',
  'welfare_owner invoker stable returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.refuse_paging(text[],text[],integer,integer)');
SELECT pg_temp.check_function('identity.find_users(text,text,welfare.thai_id,text,integer,integer,integer,text[],integer,integer)',
  'welfare_writer definer stable returns SETOF identity.found_user search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.find_users(text,text,welfare.thai_id,text,integer,integer,integer,text[],integer,integer)');
SELECT pg_temp.check_function('identity.status_name(timestamp with time zone,timestamp with time zone)',
  'welfare_owner invoker stable returns text search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.status_name(timestamp with time zone,timestamp with time zone)');
SELECT pg_temp.check_function('identity.user_detail(text)',
  'welfare_writer definer stable returns SETOF identity.shown_user search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.user_detail(text)');

SELECT pg_temp.check_grants('function', 'identity.refuse_paging(text[],text[],integer,integer)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.find_users(text,text,welfare.thai_id,text,integer,integer,integer,text[],integer,integer)', 'welfare_admin EXECUTE, welfare_department EXECUTE, welfare_province EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.status_name(timestamp with time zone,timestamp with time zone)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.user_detail(text)', 'welfare_admin EXECUTE, welfare_department EXECUTE, welfare_province EXECUTE');

ROLLBACK;
