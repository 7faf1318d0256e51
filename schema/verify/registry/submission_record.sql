BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_comment('type', 'registry.submission_verdict');
SELECT pg_temp.check_function('registry.evaluate_submissions(date,welfare.thai_id,reference.programme_name,bigint)',
  'welfare_owner invoker volatile returns record search_path=pg_catalog, welfare, pg_temp jit=off');
SELECT pg_temp.check_comment('function', 'registry.evaluate_submissions(date,welfare.thai_id,reference.programme_name,bigint)');
SELECT pg_temp.check_function('registry.is_taking_over(welfare.thai_id,reference.programme_name,integer)',
  'welfare_owner invoker stable returns boolean search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.is_taking_over(welfare.thai_id,reference.programme_name,integer)');
SELECT pg_temp.check_function('registry.record_submissions(welfare.thai_id[],reference.programme_name[],bigint[])',
  'welfare_owner invoker volatile returns TABLE(thai_id welfare.thai_id, programme reference.programme_name, submission_number bigint, claim_number smallint, code text, problem text) search_path=pg_catalog, welfare, pg_temp jit=off');
SELECT pg_temp.check_comment('function', 'registry.record_submissions(welfare.thai_id[],reference.programme_name[],bigint[])');
SELECT pg_temp.check_function('registry.record_submission(welfare.thai_id,reference.programme_name,bigint)',
  'welfare_owner invoker volatile returns smallint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.record_submission(welfare.thai_id,reference.programme_name,bigint)');
SELECT pg_temp.check_function('registry.check_waiting(date)',
  'welfare_owner definer volatile returns record search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.check_waiting(date)');

SELECT pg_temp.check_grants('function', 'registry.evaluate_submissions(date,welfare.thai_id,reference.programme_name,bigint)', '');
SELECT pg_temp.check_grants('function', 'registry.is_taking_over(welfare.thai_id,reference.programme_name,integer)', '');
SELECT pg_temp.check_grants('function', 'registry.record_submissions(welfare.thai_id[],reference.programme_name[],bigint[])', '');
SELECT pg_temp.check_grants('function', 'registry.record_submission(welfare.thai_id,reference.programme_name,bigint)', '');
SELECT pg_temp.check_grants('function', 'registry.check_waiting(date)', 'welfare_admin EXECUTE');

ROLLBACK;
