BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('identity.field(jsonb,text,integer)',
  'welfare_owner invoker stable returns text search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.field(jsonb,text,integer)');
SELECT pg_temp.check_function('identity.refuse_blank(jsonb,text[])',
  'welfare_owner invoker stable returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.refuse_blank(jsonb,text[])');
SELECT pg_temp.check_function('identity.read_person(jsonb)',
  'welfare_owner invoker stable returns record search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.read_person(jsonb)');
SELECT pg_temp.check_function('identity.read_address(jsonb)',
  'welfare_owner invoker stable returns reference.address search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.read_address(jsonb)');
SELECT pg_temp.check_function('identity.profile()',
  'welfare_writer definer stable returns TABLE(user_name text, duty text, authority_code integer, district_code integer, province_code integer, agency text, title text, first_name text, last_name text, thai_id welfare.thai_id, sex text, birth_date welfare.birth_date, email text, question text, agency_house_number text, agency_village_number text, agency_building text, agency_lane text, agency_road text, agency_subdistrict text, agency_district text, agency_province text, agency_postcode text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.profile()');
SELECT pg_temp.check_function('identity.update_profile(jsonb)',
  'welfare_writer definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.update_profile(jsonb)');

SELECT pg_temp.check_grants('function', 'identity.field(jsonb,text,integer)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.refuse_blank(jsonb,text[])', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.read_person(jsonb)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.read_address(jsonb)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.profile()', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_bank EXECUTE, welfare_civil EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_portal EXECUTE, welfare_province EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.update_profile(jsonb)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_bank EXECUTE, welfare_civil EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_portal EXECUTE, welfare_province EXECUTE, welfare_treasury EXECUTE');

ROLLBACK;
