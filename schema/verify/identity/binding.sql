BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('identity.settings_of(text)',
  'welfare_owner invoker stable returns TABLE(setting text, value text) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.settings_of(text)');
SELECT pg_temp.check_function('identity.unbind_role(name)',
  'welfare_owner invoker volatile returns text search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.unbind_role(name)');
SELECT pg_temp.check_function('identity.bind_role(name,text)',
  'welfare_owner invoker volatile returns text search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.bind_role(name,text)');
SELECT pg_temp.check_function('identity.bound_roles()',
  'welfare_owner invoker stable returns TABLE(role_name name, user_name text, is_current boolean) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.bound_roles()');

SELECT pg_temp.check_grants('function', 'identity.settings_of(text)', '');
SELECT pg_temp.check_grants('function', 'identity.unbind_role(name)', '');
SELECT pg_temp.check_grants('function', 'identity.bind_role(name,text)', '');
SELECT pg_temp.check_grants('function', 'identity.bound_roles()', '');

ROLLBACK;
