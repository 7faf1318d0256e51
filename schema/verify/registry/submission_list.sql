BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.submissions(reference.programme_name,registry.submission_state[],date,date,boolean,integer,integer)',
  'welfare_writer definer volatile returns TABLE(national_id welfare.thai_id, submission_programme reference.programme_name, submission_number bigint, register_number text, full_name text, birth_date welfare.birth_date, received_on date, channel reference.submission_channel_name, wants_allowance boolean, state registry.submission_state, state_name text, expected_first_month date, first_month date, undecided text[], claim_number smallint, total bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.submissions(reference.programme_name,registry.submission_state[],date,date,boolean,integer,integer)');
SELECT pg_temp.check_function('registry.submission_path(welfare.thai_id,reference.programme_name,bigint)',
  'welfare_writer definer volatile returns TABLE(step_number smallint, round smallint, kind registry.submission_step_kind, outcome registry.submission_outcome, from_state registry.submission_state, to_state registry.submission_state, user_name text, office identity.office_name, taken_on date, recorded_at timestamp with time zone, document text, remark text, first_month date) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.submission_path(welfare.thai_id,reference.programme_name,bigint)');
SELECT pg_temp.check_function('registry.slip(welfare.thai_id,reference.programme_name,bigint)',
  'welfare_writer definer volatile returns TABLE(line_number bigint, line text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.slip(welfare.thai_id,reference.programme_name,bigint)');

SELECT pg_temp.check_grants('function', 'registry.submissions(reference.programme_name,registry.submission_state[],date,date,boolean,integer,integer)', 'welfare_admin EXECUTE, welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.submission_path(welfare.thai_id,reference.programme_name,bigint)', 'welfare_admin EXECUTE, welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.slip(welfare.thai_id,reference.programme_name,bigint)', 'welfare_admin EXECUTE, welfare_authority EXECUTE');

ROLLBACK;
