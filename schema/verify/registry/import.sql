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
  refused integer
  legacy_unknown_birth boolean not null default false');
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
  top_up text
  marital_status text
  telephone text
  income_band text
  monthly_income text
  occupation text
  house_number text
  village_number text
  building text
  lane text
  road text
  subdistrict text
  district text
  province text
  postcode text
  contact_house_number text
  contact_village_number text
  contact_building text
  contact_lane text
  contact_road text
  contact_subdistrict text
  contact_district text
  contact_province text
  contact_postcode text
  received_since text
  remark text');
SELECT pg_temp.check_comment('relation', 'registry.import_row');
SELECT pg_temp.check_columns('registry.import_mark', '
  import_id bigint not null');
SELECT pg_temp.check_comment('relation', 'registry.import_mark');
SELECT pg_temp.check_columns('registry.import_refusal', '
  import_id bigint not null
  line_number integer not null
  codes text[] not null
  reasons text[] not null');
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
SELECT pg_temp.check_function('registry.begin_import(text,boolean)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.begin_import(text,boolean)');
SELECT pg_temp.check_function('registry.import_refusals(bigint)',
  'welfare_owner definer stable returns TABLE(line_number integer, reason text, codes text[]) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.import_refusals(bigint)');

SELECT pg_temp.check_grants('relation', 'registry.import', '');
SELECT pg_temp.check_grants('relation', 'registry.import_row', 'welfare_admin account_name INSERT, welfare_admin account_number INSERT, welfare_admin authority_code INSERT, welfare_admin bank_branch INSERT, welfare_admin bank_code INSERT, welfare_admin birth_date INSERT, welfare_admin budget_type INSERT, welfare_admin building INSERT, welfare_admin claimed_on INSERT, welfare_admin contact_building INSERT, welfare_admin contact_district INSERT, welfare_admin contact_house_number INSERT, welfare_admin contact_lane INSERT, welfare_admin contact_postcode INSERT, welfare_admin contact_province INSERT, welfare_admin contact_road INSERT, welfare_admin contact_subdistrict INSERT, welfare_admin contact_village_number INSERT, welfare_admin district INSERT, welfare_admin facts INSERT, welfare_admin first_name INSERT, welfare_admin house_number INSERT, welfare_admin import_id INSERT, welfare_admin income_band INSERT, welfare_admin lane INSERT, welfare_admin last_name INSERT, welfare_admin line_number INSERT, welfare_admin marital_status INSERT, welfare_admin monthly_income INSERT, welfare_admin occupation INSERT, welfare_admin ordered_on INSERT, welfare_admin postcode INSERT, welfare_admin problem INSERT, welfare_admin programme INSERT, welfare_admin province INSERT, welfare_admin received_since INSERT, welfare_admin remark INSERT, welfare_admin road INSERT, welfare_admin sex INSERT, welfare_admin subdistrict INSERT, welfare_admin telephone INSERT, welfare_admin thai_id INSERT, welfare_admin title INSERT, welfare_admin top_up INSERT, welfare_admin village_number INSERT, welfare_admin way_of_payment INSERT, welfare_authority account_name INSERT, welfare_authority account_number INSERT, welfare_authority authority_code INSERT, welfare_authority bank_branch INSERT, welfare_authority bank_code INSERT, welfare_authority birth_date INSERT, welfare_authority budget_type INSERT, welfare_authority building INSERT, welfare_authority claimed_on INSERT, welfare_authority contact_building INSERT, welfare_authority contact_district INSERT, welfare_authority contact_house_number INSERT, welfare_authority contact_lane INSERT, welfare_authority contact_postcode INSERT, welfare_authority contact_province INSERT, welfare_authority contact_road INSERT, welfare_authority contact_subdistrict INSERT, welfare_authority contact_village_number INSERT, welfare_authority district INSERT, welfare_authority facts INSERT, welfare_authority first_name INSERT, welfare_authority house_number INSERT, welfare_authority import_id INSERT, welfare_authority income_band INSERT, welfare_authority lane INSERT, welfare_authority last_name INSERT, welfare_authority line_number INSERT, welfare_authority marital_status INSERT, welfare_authority monthly_income INSERT, welfare_authority occupation INSERT, welfare_authority ordered_on INSERT, welfare_authority postcode INSERT, welfare_authority problem INSERT, welfare_authority programme INSERT, welfare_authority province INSERT, welfare_authority received_since INSERT, welfare_authority remark INSERT, welfare_authority road INSERT, welfare_authority sex INSERT, welfare_authority subdistrict INSERT, welfare_authority telephone INSERT, welfare_authority thai_id INSERT, welfare_authority title INSERT, welfare_authority top_up INSERT, welfare_authority village_number INSERT, welfare_authority way_of_payment INSERT');
SELECT pg_temp.check_grants('relation', 'registry.import_mark', '');
SELECT pg_temp.check_grants('relation', 'registry.import_refusal', '');
SELECT pg_temp.check_grants('function', 'registry.literal_problem(text,text)', '');
SELECT pg_temp.check_grants('function', 'registry.known_values(text)', '');
SELECT pg_temp.check_grants('function', 'registry.begin_import(text,boolean)', 'welfare_admin EXECUTE, welfare_authority EXECUTE');
SELECT pg_temp.check_grants('function', 'registry.import_refusals(bigint)', 'welfare_admin EXECUTE, welfare_authority EXECUTE');
SELECT pg_temp.check_row_security('registry.import', '');
SELECT pg_temp.check_row_security('registry.import_refusal', '');

ROLLBACK;
