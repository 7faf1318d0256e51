BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('reference.ending_basis', 'month_of_event, month_of_order, fiscal_year_of_event');
SELECT pg_temp.check_comment('type', 'reference.ending_basis');
SELECT pg_temp.check_columns('reference.ending', '
  ending_id smallint not null identity
  programme reference.programme_name not null
  cause reference.disposal_cause not null
  happened daterange not null
  last_month reference.ending_basis not null
  claim_elsewhere_ends boolean not null
  needs_first_payment boolean not null
  legal_basis text not null
  certainty reference.certainty not null');
SELECT pg_temp.check_comment('relation', 'reference.ending');
SELECT pg_temp.check_constraint('reference.ending', 'ending_happened_not_empty', 'CHECK ((NOT isempty(happened)))');
SELECT pg_temp.check_constraint('reference.ending', 'ending_pkey', 'PRIMARY KEY (ending_id)');
SELECT pg_temp.check_constraint('reference.ending', 'ending_one_at_a_time', 'EXCLUDE USING gist (programme WITH =, cause WITH =, happened WITH &&)');
SELECT pg_temp.check_constraint('reference.ending', 'ending_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_function('reference.last_month(reference.programme_name,reference.disposal_cause,date,date,date,date)',
  'welfare_owner invoker stable returns TABLE(last_month date)');
SELECT pg_temp.check_comment('function', 'reference.last_month(reference.programme_name,reference.disposal_cause,date,date,date,date)');

SELECT pg_temp.check_grants('relation', 'reference.ending', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('function', 'reference.last_month(reference.programme_name,reference.disposal_cause,date,date,date,date)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_rows('reference.ending', 'ROW(programme, cause, lower(happened), last_month, claim_elsewhere_ends)',
  '(aids,died,,month_of_event,f)',
  '(aids,disqualified,,month_of_order,f)',
  '(aids,moved,,month_of_event,f)',
  '(aids,waived,,month_of_event,f)',
  '(disability,died,,month_of_event,f)',
  '(disability,disqualified,,month_of_order,f)',
  '(disability,moved,,month_of_order,t)',
  '(disability,waived,,month_of_event,f)',
  '(elderly,died,,month_of_event,f)',
  '(elderly,disqualified,,month_of_order,f)',
  '(elderly,moved,,fiscal_year_of_event,t)',
  '(elderly,waived,,month_of_event,f)');

ROLLBACK;
