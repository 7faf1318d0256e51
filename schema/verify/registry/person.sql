BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('registry.person', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  birth_date welfare.birth_date not null
  sex registry.sex not null
  title text not null
  first_name text not null
  last_name text not null');
SELECT pg_temp.check_comment('relation', 'registry.person');
SELECT pg_temp.check_constraint('registry.person', 'person_thai_id_of_person', 'CHECK (((welfare.thai_id_category(thai_id) >= 1) AND (welfare.thai_id_category(thai_id) <= 8)))');
SELECT pg_temp.check_constraint('registry.person', 'person_title_normal', 'CHECK (((title <> ''''::text) AND (title = welfare.normalise_thai(title))))');
SELECT pg_temp.check_constraint('registry.person', 'person_first_name_normal', 'CHECK (((first_name <> ''''::text) AND (first_name = welfare.normalise_thai(first_name))))');
SELECT pg_temp.check_constraint('registry.person', 'person_last_name_normal', 'CHECK (((last_name <> ''''::text) AND (last_name = welfare.normalise_thai(last_name))))');
SELECT pg_temp.check_constraint('registry.person', 'person_pkey', 'PRIMARY KEY (thai_id)');

SELECT pg_temp.check_grants('relation', 'registry.person', '');
SELECT pg_temp.check_row_security('registry.person', '');

ROLLBACK;
