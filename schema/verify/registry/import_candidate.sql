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
  marital_status registry.marital_status
  telephone text
  telephone_is_authoritys boolean
  income_band smallint
  monthly_income numeric
  has_occupation boolean
  occupation text
  house_register_address reference.address
  contact_address reference.address
  received_since date
  remark text
  legacy_birth boolean
  sensitive boolean
  district_code smallint
  province_code smallint
  authority_name text
  authority_pays boolean
  first_month date
  person_on_record boolean
  person_kept_here boolean
  person_differs text
  claim_on_record boolean
  claim_differs text
  held_at text
  died_at text
  corrected boolean
  origin registry.claim_origin not null default ''entry''::registry.claim_origin
  not_before date');
SELECT pg_temp.check_comment('relation', 'registry.import_candidate');
SELECT pg_temp.check_constraint('registry.import_candidate', 'import_candidate_pkey', 'PRIMARY KEY (import_id, line_number)');
SELECT pg_temp.check_function('registry.try_code(text,text)',
  'welfare_owner invoker immutable returns integer');
SELECT pg_temp.check_comment('function', 'registry.try_code(text,text)');
SELECT pg_temp.check_function('registry.try_baht(text)',
  'welfare_owner invoker immutable returns numeric');
SELECT pg_temp.check_comment('function', 'registry.try_baht(text)');
SELECT pg_temp.check_function('registry.telephone_digits(text)',
  'welfare_owner invoker immutable returns text');
SELECT pg_temp.check_comment('function', 'registry.telephone_digits(text)');
SELECT pg_temp.check_function('registry.typed_address(text,text,text,text,text,text,text,text,text)',
  'welfare_owner invoker immutable returns reference.address');
SELECT pg_temp.check_comment('function', 'registry.typed_address(text,text,text,text,text,text,text,text,text)');
SELECT pg_temp.check_function('registry.pay_month_or_null(date)',
  'welfare_owner invoker immutable returns date');
SELECT pg_temp.check_comment('function', 'registry.pay_month_or_null(date)');
SELECT pg_temp.check_function('registry.try_month(text)',
  'welfare_owner invoker immutable returns date');
SELECT pg_temp.check_comment('function', 'registry.try_month(text)');
SELECT pg_temp.check_function('registry.year_of_first_of_january(text)',
  'welfare_owner invoker immutable returns text');
SELECT pg_temp.check_comment('function', 'registry.year_of_first_of_january(text)');

SELECT pg_temp.check_grants('relation', 'registry.import_candidate', '');
SELECT pg_temp.check_grants('function', 'registry.try_code(text,text)', '');
SELECT pg_temp.check_grants('function', 'registry.try_baht(text)', '');
SELECT pg_temp.check_grants('function', 'registry.telephone_digits(text)', '');
SELECT pg_temp.check_grants('function', 'registry.typed_address(text,text,text,text,text,text,text,text,text)', '');
SELECT pg_temp.check_grants('function', 'registry.pay_month_or_null(date)', '');
SELECT pg_temp.check_grants('function', 'registry.try_month(text)', '');
SELECT pg_temp.check_grants('function', 'registry.year_of_first_of_january(text)', '');

ROLLBACK;
