BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('identity.named_account(text)',
  'welfare_owner invoker stable returns identity.user_account search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.named_account(text)');
SELECT pg_temp.check_function('identity.read_scope(jsonb,text)',
  'welfare_owner invoker stable returns record search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.read_scope(jsonb,text)');
SELECT pg_temp.check_function('identity.add_user(jsonb)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.add_user(jsonb)');
SELECT pg_temp.check_function('identity.edit_user(text,jsonb)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.edit_user(text,jsonb)');
SELECT pg_temp.check_function('identity.disable_user(text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.disable_user(text)');
SELECT pg_temp.check_function('identity.enable_user(text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.enable_user(text)');
SELECT pg_temp.check_function('identity.unlock_user(text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.unlock_user(text)');
SELECT pg_temp.check_function('identity.send_reset(text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.send_reset(text)');
SELECT pg_temp.check_function('identity.assign_office(text,identity.office_name,date,date,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.assign_office(text,identity.office_name,date,date,text)');
SELECT pg_temp.check_function('identity.end_office(text,identity.office_name,date)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.end_office(text,identity.office_name,date)');

SELECT pg_temp.check_grants('function', 'identity.named_account(text)', '');
SELECT pg_temp.check_grants('function', 'identity.read_scope(jsonb,text)', '');
SELECT pg_temp.check_grants('function', 'identity.add_user(jsonb)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.edit_user(text,jsonb)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.disable_user(text)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.enable_user(text)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.unlock_user(text)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.send_reset(text)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.assign_office(text,identity.office_name,date,date,text)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.end_office(text,identity.office_name,date)', 'welfare_admin EXECUTE');

ROLLBACK;
