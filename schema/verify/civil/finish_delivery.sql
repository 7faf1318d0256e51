BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('civil.candidate', '
  delivery_number bigint not null
  line_number integer not null
  thai_id welfare.thai_id
  birth_date welfare.birth_date
  happened_on date
  registered_on date
  reported_on date
  new_authority_code integer
  kind civil.event_kind
  first_name text
  last_name text
  new_first_name text
  new_last_name text
  new_place text
  event_reference text
  raw jsonb not null
  problems text[]');
SELECT pg_temp.check_comment('relation', 'civil.candidate');
SELECT pg_temp.check_constraint('civil.candidate', 'candidate_pkey', 'PRIMARY KEY (delivery_number, line_number)');
SELECT pg_temp.check_function('civil.registrar_reports(date,date)',
  'welfare_owner definer stable returns TABLE(deaths bigint, in_time bigint, late bigint, not_known bigint, longest_days integer) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'civil.registrar_reports(date,date)');
SELECT pg_temp.check_function('civil.problems_of(civil.event_row,civil.candidate,date)',
  'welfare_owner invoker stable returns text[] search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'civil.problems_of(civil.event_row,civil.candidate,date)');
SELECT pg_temp.check_function('civil.finish_delivery(bigint)',
  'welfare_owner definer volatile returns TABLE(row_count integer, events_added integer, unchanged integer, refused integer) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning work_mem=64MB jit=off');
SELECT pg_temp.check_comment('function', 'civil.finish_delivery(bigint)');

SELECT pg_temp.check_grants('relation', 'civil.candidate', '');
SELECT pg_temp.check_grants('function', 'civil.registrar_reports(date,date)', 'welfare_admin EXECUTE, welfare_civil EXECUTE, welfare_department EXECUTE');
SELECT pg_temp.check_grants('function', 'civil.problems_of(civil.event_row,civil.candidate,date)', '');
SELECT pg_temp.check_grants('function', 'civil.finish_delivery(bigint)', 'welfare_admin EXECUTE, welfare_civil EXECUTE');

ROLLBACK;
