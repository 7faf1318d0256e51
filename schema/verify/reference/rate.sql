BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('reference.rate_component', 'base, additional, welfare_card');
SELECT pg_temp.check_comment('type', 'reference.rate_component');
SELECT pg_temp.check_enumeration('reference.payer_name', 'local_authority, welfare_card_fund');
SELECT pg_temp.check_comment('type', 'reference.payer_name');
SELECT pg_temp.check_enumeration('reference.age_basis', 'fiscal_year_start, month');
SELECT pg_temp.check_comment('type', 'reference.age_basis');
SELECT pg_temp.check_columns('reference.rate', '
  rate_id smallint not null identity
  programme reference.programme_name not null
  component reference.rate_component not null
  valid reference.months not null
  ladder welfare.rate_ladder not null
  condition welfare.eligibility_rule
  payer reference.payer_name not null default ''local_authority''::reference.payer_name
  legal_basis text not null
  certainty reference.certainty not null');
SELECT pg_temp.check_comment('relation', 'reference.rate');
SELECT pg_temp.check_constraint('reference.rate', 'rate_base_unconditional', 'CHECK (((component <> ''base''::reference.rate_component) OR (condition IS NULL)))');
SELECT pg_temp.check_constraint('reference.rate', 'rate_one_at_a_time', 'EXCLUDE USING gist (programme WITH =, component WITH =, valid WITH &&)');
SELECT pg_temp.check_constraint('reference.rate', 'rate_pkey', 'PRIMARY KEY (rate_id)');
SELECT pg_temp.check_constraint('reference.rate', 'rate_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_columns('reference.age_rule', '
  programme reference.programme_name not null
  valid reference.months not null
  basis reference.age_basis not null
  least_age integer
  legal_basis text not null
  certainty reference.certainty not null
  interpretation_id integer');
SELECT pg_temp.check_comment('relation', 'reference.age_rule');
SELECT pg_temp.check_constraint('reference.age_rule', 'age_rule_interpretation_fkey', 'FOREIGN KEY (interpretation_id) REFERENCES reference.interpretation(interpretation_id)');
SELECT pg_temp.check_constraint('reference.age_rule', 'age_rule_least_age', 'CHECK (((least_age >= 0) AND (least_age <= 150)))');
SELECT pg_temp.check_constraint('reference.age_rule', 'age_rule_one_at_a_time', 'EXCLUDE USING gist (programme WITH =, valid WITH &&)');
SELECT pg_temp.check_constraint('reference.age_rule', 'age_rule_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');

SELECT pg_temp.check_grants('relation', 'reference.rate', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('relation', 'reference.age_rule', 'PUBLIC SELECT');
SELECT pg_temp.check_rows('reference.rate', 'ROW(programme, component, lower(valid), ladder, condition, payer)',
  '(aids,base,2005-10-01,0:500,,local_authority)',
  '(disability,base,2005-10-01,0:500,,local_authority)',
  '(disability,base,2010-04-01,0:500,,local_authority)',
  '(disability,base,2014-10-01,0:800,,local_authority)',
  '(disability,base,2020-10-01,"0:1000,18:800",,local_authority)',
  '(disability,welfare_card,2020-10-01,18:200,welfare_card,welfare_card_fund)',
  '(elderly,additional,2022-04-01,"60:100,70:150,80:200,90:250",,local_authority)',
  '(elderly,base,2009-04-01,60:500,,local_authority)',
  '(elderly,base,2011-10-01,"60:600,70:700,80:800,90:1000",,local_authority)');
SELECT pg_temp.check_rows('reference.age_rule', 'ROW(programme, lower(valid), basis, least_age)',
  '(aids,2005-10-01,month,)',
  '(disability,2005-10-01,month,)',
  '(elderly,2009-04-01,fiscal_year_start,60)',
  '(elderly,2023-09-01,month,)');

ROLLBACK;
