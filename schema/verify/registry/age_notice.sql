BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('registry.age_notice_kind', 'reaches_age, step');
SELECT pg_temp.check_comment('type', 'registry.age_notice_kind');
SELECT pg_temp.check_columns('registry.age_reached', '
  thai_id welfare.thai_id
  programme reference.programme_name
  authority_code integer
  district_code smallint
  province_code smallint
  sensitive boolean
  kind registry.age_notice_kind
  age integer
  from_month date');
SELECT pg_temp.check_comment('relation', 'registry.age_reached');
SELECT pg_temp.check_function('registry.age_notices(date,date)',
  'welfare_owner definer volatile returns TABLE(national_id welfare.thai_id, full_name text, birth_date welfare.birth_date, programme reference.programme_name, kind registry.age_notice_kind, age integer, counts_from date, telephone text, authority_code integer) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.age_notices(date,date)');

SELECT pg_temp.check_grants('relation', 'registry.age_reached', '');
SELECT pg_temp.check_grants('function', 'registry.age_notices(date,date)', 'welfare_admin EXECUTE, welfare_authority EXECUTE');

ROLLBACK;
