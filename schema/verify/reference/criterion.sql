BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('reference.criterion', '
  criterion_id smallint not null identity
  programme reference.programme_name not null
  valid reference.months not null
  rule welfare.eligibility_rule not null
  legal_basis text not null
  certainty reference.certainty not null');
SELECT pg_temp.check_comment('relation', 'reference.criterion');
SELECT pg_temp.check_constraint('reference.criterion', 'criterion_pkey', 'PRIMARY KEY (criterion_id)');
SELECT pg_temp.check_constraint('reference.criterion', 'criterion_one_at_a_time', 'EXCLUDE USING gist (programme WITH =, valid WITH &&)');
SELECT pg_temp.check_constraint('reference.criterion', 'criterion_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_function('reference.age_of_term(text)',
  'welfare_owner invoker immutable returns integer');
SELECT pg_temp.check_comment('function', 'reference.age_of_term(text)');
SELECT pg_temp.check_function('reference.facts_of_age(integer)',
  'welfare_owner invoker immutable returns welfare.facts');
SELECT pg_temp.check_comment('function', 'reference.facts_of_age(integer)');

SELECT pg_temp.check_grants('relation', 'reference.criterion', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('function', 'reference.age_of_term(text)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.facts_of_age(integer)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_rows('reference.criterion', 'ROW(programme, lower(valid), rule)',
  '(aids,2005-10-01,"in_house_register & aids_certified & applied & executive_order & (poor | abandoned | no_supporter | cannot_work)")',
  '(disability,2005-10-01,"thai_nationality & in_house_register & disability_card & applied & !state_shelter")',
  '(disability,2010-04-01,"thai_nationality & in_house_register & disability_card & applied & !state_shelter")',
  '(elderly,2009-04-01,"thai_nationality & in_house_register & aged_60 & confirmed & (disability_allowance | aids_allowance | !(state_pension | special_pension | state_shelter | state_salary | state_enterprise_salary | local_authority_salary))")',
  '(elderly,2023-09-01,"thai_nationality & in_house_register & aged_60 & confirmed & (disability_allowance | aids_allowance | !(state_pension | special_pension | state_shelter | state_salary | state_enterprise_salary | local_authority_salary))")');

ROLLBACK;
