BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('registry.import', '
  import_id bigint not null identity
  principal text not null
  file_name text not null
  started_at timestamp with time zone not null default clock_timestamp()
  finished_at timestamp with time zone
  row_count integer
  persons_added integer
  claims_added integer
  unchanged integer
  refused integer');
SELECT pg_temp.check_comment('relation', 'registry.import');
SELECT pg_temp.check_columns('registry.import_row', '
  import_id bigint not null
  line_number integer not null
  principal text not null default welfare.principal()
  problem text
  thai_id text
  title text
  first_name text
  last_name text
  sex text
  birth_date text
  facts text
  programme text
  authority_code text
  claimed_on text
  ordered_on text
  budget_type text
  way_of_payment text
  bank_code text
  bank_branch text
  account_number text
  account_name text
  top_up text');
SELECT pg_temp.check_comment('relation', 'registry.import_row');
SELECT pg_temp.check_columns('registry.import_mark', '
  import_id bigint not null');
SELECT pg_temp.check_comment('relation', 'registry.import_mark');
SELECT pg_temp.check_columns('registry.import_refusal', '
  import_id bigint not null
  line_number integer not null
  reason text not null');
SELECT pg_temp.check_comment('relation', 'registry.import_refusal');
SELECT pg_temp.check_constraint('registry.import', 'import_adds_up', 'CHECK ((row_count = ((claims_added + unchanged) + refused)))');
SELECT pg_temp.check_constraint('registry.import', 'import_pkey', 'PRIMARY KEY (import_id)');
SELECT pg_temp.check_constraint('registry.import_row', 'import_row_line_number', 'CHECK ((line_number > 0))');
SELECT pg_temp.check_constraint('registry.import_row', 'import_row_pkey', 'PRIMARY KEY (import_id, principal, line_number)');
SELECT pg_temp.check_constraint('registry.import_mark', 'import_mark_pkey', 'PRIMARY KEY (import_id)');
SELECT pg_temp.check_constraint('registry.import_refusal', 'import_refusal_pkey', 'PRIMARY KEY (import_id, line_number)');
SELECT pg_temp.check_constraint('registry.import_refusal', 'import_refusal_import_fkey', 'FOREIGN KEY (import_id) REFERENCES registry.import(import_id)');
SELECT pg_temp.check_function('registry.literal_problem(text,text)',
  'welfare_owner invoker stable returns text search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.literal_problem(text,text)');
SELECT pg_temp.check_function('registry.known_values(text)',
  'welfare_owner invoker stable returns text');
SELECT pg_temp.check_comment('function', 'registry.known_values(text)');
SELECT pg_temp.check_function('registry.begin_import(text)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.begin_import(text)');
SELECT pg_temp.check_function('registry.import_refusals(bigint)',
  'welfare_owner definer stable returns TABLE(line_number integer, reason text) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.import_refusals(bigint)');

SELECT pg_temp.check_grants('relation', 'registry.import', '');
SELECT pg_temp.check_grants('relation', 'registry.import_row', 'welfare_admin account_name INSERT, welfare_admin account_number INSERT, welfare_admin authority_code INSERT, welfare_admin bank_branch INSERT, welfare_admin bank_code INSERT, welfare_admin birth_date INSERT, welfare_admin budget_type INSERT, welfare_admin claimed_on INSERT, welfare_admin facts INSERT, welfare_admin first_name INSERT, welfare_admin import_id INSERT, welfare_admin last_name INSERT, welfare_admin line_number INSERT, welfare_admin ordered_on INSERT, welfare_admin problem INSERT, welfare_admin programme INSERT, welfare_admin sex INSERT, welfare_admin thai_id INSERT, welfare_admin title INSERT, welfare_admin top_up INSERT, welfare_admin way_of_payment INSERT, welfare_authority account_name INSERT, welfare_authority account_number INSERT, welfare_authority authority_code INSERT, welfare_authority bank_branch INSERT, welfare_authority bank_code INSERT, welfare_authority birth_date INSERT, welfare_authority budget_type INSERT, welfare_authority claimed_on INSERT, welfare_authority facts INSERT, welfare_authority first_name INSERT, welfare_authority import_id INSERT, welfare_authority last_name INSERT, welfare_authority line_number INSERT, welfare_authority ordered_on INSERT, welfare_authority problem INSERT, welfare_authority programme INSERT, welfare_authority sex INSERT, welfare_authority thai_id INSERT, welfare_authority title INSERT, welfare_authority top_up INSERT, welfare_authority way_of_payment INSERT');
SELECT pg_temp.check_grants('relation', 'registry.import_mark', '');
SELECT pg_temp.check_grants('relation', 'registry.import_refusal', '');
SELECT pg_temp.check_grants('function', 'registry.literal_problem(text,text)', '');
SELECT pg_temp.check_grants('function', 'registry.known_values(text)', '');
SELECT pg_temp.check_grants('function', 'registry.begin_import(text)', 'welfare_admin EXECUTE, welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.import_refusals(bigint)', 'welfare_admin EXECUTE, welfare_authority EXECUTE');
SELECT pg_temp.check_row_security('registry.import', '');
SELECT pg_temp.check_row_security('registry.import_refusal', '');

ROLLBACK;
