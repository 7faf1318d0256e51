BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.find_beneficiaries(welfare.thai_id,text,text,integer,integer,integer,reference.programme_name,registry.claim_state,text[],integer,integer)',
  'welfare_writer definer volatile returns TABLE(row_number bigint, national_id welfare.thai_id, full_name text, local_authority text, district text, province text, status text, elderly boolean, disability boolean, aids boolean, entered_on date, changed_on date, total bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning jit=off');
SELECT pg_temp.check_comment('function', 'registry.find_beneficiaries(welfare.thai_id,text,text,integer,integer,integer,reference.programme_name,registry.claim_state,text[],integer,integer)');
SELECT pg_temp.check_function('registry.beneficiary_detail(welfare.thai_id)',
  'welfare_writer definer volatile returns jsonb search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.beneficiary_detail(welfare.thai_id)');

SELECT pg_temp.check_grants('function', 'registry.find_beneficiaries(welfare.thai_id,text,text,integer,integer,integer,reference.programme_name,registry.claim_state,text[],integer,integer)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.beneficiary_detail(welfare.thai_id)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_province EXECUTE');

ROLLBACK;
