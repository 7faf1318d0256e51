BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('reference.commencement_way', 'month_after_claim, month_after_order, next_fiscal_year, fixed_month');
SELECT pg_temp.check_comment('type', 'reference.commencement_way');
SELECT pg_temp.check_enumeration('reference.commencement_age', 'month, fiscal_year_start');
SELECT pg_temp.check_comment('type', 'reference.commencement_age');
SELECT pg_temp.check_columns('reference.commencement', '
  programme reference.programme_name not null
  claimed daterange not null
  way reference.commencement_way not null
  fixed_month reference.pay_month
  least_age integer
  age_counts reference.commencement_age
  superseded_from reference.pay_month
  taking_over reference.commencement_way not null
  legal_basis text not null
  certainty reference.certainty not null
  interpretation_id integer');
SELECT pg_temp.check_comment('relation', 'reference.commencement');
SELECT pg_temp.check_constraint('reference.commencement', 'commencement_age_both', 'CHECK (((least_age IS NULL) = (age_counts IS NULL)))');
SELECT pg_temp.check_constraint('reference.commencement', 'commencement_claimed_not_empty', 'CHECK ((NOT isempty(claimed)))');
SELECT pg_temp.check_constraint('reference.commencement', 'commencement_fixed_month', 'CHECK (((way = ''fixed_month''::reference.commencement_way) = (fixed_month IS NOT NULL)))');
SELECT pg_temp.check_constraint('reference.commencement', 'commencement_interpretation_fkey', 'FOREIGN KEY (interpretation_id) REFERENCES reference.interpretation(interpretation_id)');
SELECT pg_temp.check_constraint('reference.commencement', 'commencement_least_age', 'CHECK (((least_age >= 0) AND (least_age <= 150)))');
SELECT pg_temp.check_constraint('reference.commencement', 'commencement_one_at_a_time', 'EXCLUDE USING gist (programme WITH =, claimed WITH &&)');
SELECT pg_temp.check_constraint('reference.commencement', 'commencement_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_constraint('reference.commencement', 'commencement_taking_over', 'CHECK (((taking_over <> ''fixed_month''::reference.commencement_way) OR (fixed_month IS NOT NULL)))');
SELECT pg_temp.check_function('reference.month_after(date)',
  'welfare_owner invoker immutable returns date');
SELECT pg_temp.check_comment('function', 'reference.month_after(date)');
SELECT pg_temp.check_function('reference.fiscal_year_start_from(date)',
  'welfare_owner invoker immutable returns date');
SELECT pg_temp.check_comment('function', 'reference.fiscal_year_start_from(date)');
SELECT pg_temp.check_function('reference.first_month_parts(reference.programme_name,welfare.birth_date,date,date)',
  'welfare_owner invoker stable returns TABLE(by_claim date, by_age date, begun date, first_month date)');
SELECT pg_temp.check_comment('function', 'reference.first_month_parts(reference.programme_name,welfare.birth_date,date,date)');
SELECT pg_temp.check_function('reference.first_month(reference.programme_name,welfare.birth_date,date,date)',
  'welfare_owner invoker stable returns TABLE(first_month date)');
SELECT pg_temp.check_comment('function', 'reference.first_month(reference.programme_name,welfare.birth_date,date,date)');
SELECT pg_temp.check_function('reference.first_month_taking_over(reference.programme_name,date,date)',
  'welfare_owner invoker stable returns TABLE(first_month date)');
SELECT pg_temp.check_comment('function', 'reference.first_month_taking_over(reference.programme_name,date,date)');

SELECT pg_temp.check_grants('relation', 'reference.commencement', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('function', 'reference.month_after(date)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.fiscal_year_start_from(date)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.first_month_parts(reference.programme_name,welfare.birth_date,date,date)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.first_month(reference.programme_name,welfare.birth_date,date,date)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.first_month_taking_over(reference.programme_name,date,date)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_rows('reference.commencement', 'ROW(programme, lower(claimed), way, fixed_month, least_age, age_counts, superseded_from)',
  '(aids,,month_after_order,,,,)',
  '(disability,,month_after_claim,,,,)',
  '(disability,2009-10-01,fixed_month,2010-04-01,,,)',
  '(disability,2010-04-01,next_fiscal_year,,,,)',
  '(disability,2015-10-01,month_after_claim,,,,)',
  '(elderly,,fixed_month,2009-04-01,60,fiscal_year_start,2023-09-01)',
  '(elderly,2009-04-01,next_fiscal_year,,60,fiscal_year_start,2023-09-01)',
  '(elderly,2017-10-01,next_fiscal_year,,60,month,2023-09-01)',
  '(elderly,2018-10-01,month_after_claim,,60,month,2023-09-01)',
  '(elderly,2018-12-01,next_fiscal_year,,60,month,2023-09-01)',
  '(elderly,2019-10-01,month_after_claim,,60,month,2023-09-01)',
  '(elderly,2019-12-01,next_fiscal_year,,60,month,2023-09-01)',
  '(elderly,2023-08-12,month_after_claim,,60,month,)');

ROLLBACK;
