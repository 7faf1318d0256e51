BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.refuse_structures(jsonb)',
  'welfare_owner invoker stable returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.refuse_structures(jsonb)');
SELECT pg_temp.check_function('registry.person_fields()',
  'welfare_owner invoker immutable returns text[]');
SELECT pg_temp.check_comment('function', 'registry.person_fields()');
SELECT pg_temp.check_function('registry.claim_fields()',
  'welfare_owner invoker immutable returns text[]');
SELECT pg_temp.check_comment('function', 'registry.claim_fields()');
SELECT pg_temp.check_function('registry.rows_of_form(jsonb)',
  'welfare_owner invoker stable returns jsonb[] search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.rows_of_form(jsonb)');
SELECT pg_temp.check_function('registry.own_or_leaving_person(welfare.thai_id)',
  'welfare_owner definer volatile returns registry.person search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.own_or_leaving_person(welfare.thai_id)');
SELECT pg_temp.check_function('registry.take_form(jsonb[],boolean,boolean)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp jit=off');
SELECT pg_temp.check_comment('function', 'registry.take_form(jsonb[],boolean,boolean)');
SELECT pg_temp.check_function('registry.close_form(bigint,bigint,bigint)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.close_form(bigint,bigint,bigint)');
SELECT pg_temp.check_function('registry.holder_elsewhere(welfare.thai_id,integer)',
  'welfare_owner invoker stable returns text search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.holder_elsewhere(welfare.thai_id,integer)');
SELECT pg_temp.check_function('registry.require_officer()',
  'welfare_owner invoker stable returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.require_officer()');
SELECT pg_temp.check_function('registry.own_person(welfare.thai_id)',
  'welfare_owner invoker volatile returns registry.person search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.own_person(welfare.thai_id)');
SELECT pg_temp.check_function('registry.form_of(registry.person,registry.claim)',
  'welfare_owner invoker stable returns jsonb search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.form_of(registry.person,registry.claim)');
SELECT pg_temp.check_function('registry.add_beneficiary(jsonb)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.add_beneficiary(jsonb)');
SELECT pg_temp.check_function('registry.edit_beneficiary(welfare.thai_id,jsonb,date)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.edit_beneficiary(welfare.thai_id,jsonb,date)');

SELECT pg_temp.check_grants('function', 'registry.refuse_structures(jsonb)', '');
SELECT pg_temp.check_grants('function', 'registry.person_fields()', '');
SELECT pg_temp.check_grants('function', 'registry.claim_fields()', '');
SELECT pg_temp.check_grants('function', 'registry.rows_of_form(jsonb)', '');
SELECT pg_temp.check_grants('function', 'registry.own_or_leaving_person(welfare.thai_id)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.take_form(jsonb[],boolean,boolean)', '');
SELECT pg_temp.check_grants('function', 'registry.close_form(bigint,bigint,bigint)', '');
SELECT pg_temp.check_grants('function', 'registry.holder_elsewhere(welfare.thai_id,integer)', '');
SELECT pg_temp.check_grants('function', 'registry.require_officer()', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.own_person(welfare.thai_id)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.form_of(registry.person,registry.claim)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.add_beneficiary(jsonb)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.edit_beneficiary(welfare.thai_id,jsonb,date)', 'welfare_authority EXECUTE');

ROLLBACK;
