BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('registry.import_candidate', '
  import_id bigint not null
  line_number integer not null
  thai_id welfare.thai_id
  title text
  first_name text
  last_name text
  sex registry.sex
  birth_date welfare.birth_date
  facts welfare.facts
  programme reference.programme_name
  authority_code integer
  claimed_on date
  ordered_on date
  budget_type reference.budget_type
  way_of_payment reference.way_of_payment
  bank_code smallint
  bank_branch text
  account_number text
  account_name text
  top_up numeric
  district_code smallint
  province_code smallint
  authority_name text
  authority_pays boolean
  first_month date
  person_on_record boolean
  person_differs text
  claim_on_record boolean
  claim_differs text
  held_at text');
SELECT pg_temp.check_comment('relation', 'registry.import_candidate');
SELECT pg_temp.check_constraint('registry.import_candidate', 'import_candidate_pkey', 'PRIMARY KEY (import_id, line_number)');
SELECT pg_temp.check_function('registry.try_code(text,text)',
  'welfare_owner invoker immutable returns integer');
SELECT pg_temp.check_comment('function', 'registry.try_code(text,text)');
SELECT pg_temp.check_function('registry.try_baht(text)',
  'welfare_owner invoker immutable returns numeric');
SELECT pg_temp.check_comment('function', 'registry.try_baht(text)');
SELECT pg_temp.check_function('registry.parse_import(bigint)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.parse_import(bigint)');

SELECT pg_temp.check_grants('relation', 'registry.import_candidate', '');
SELECT pg_temp.check_grants('function', 'registry.try_code(text,text)', '');
SELECT pg_temp.check_grants('function', 'registry.try_baht(text)', '');
SELECT pg_temp.check_grants('function', 'registry.parse_import(bigint)', '');

ROLLBACK;
