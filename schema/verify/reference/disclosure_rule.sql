BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('reference.disclosure_rule', '
  valid daterange not null
  least_count integer not null
  legal_basis text not null');
SELECT pg_temp.check_comment('relation', 'reference.disclosure_rule');
SELECT pg_temp.check_constraint('reference.disclosure_rule', 'disclosure_rule_least_count_positive', 'CHECK ((least_count >= 1))');
SELECT pg_temp.check_constraint('reference.disclosure_rule', 'disclosure_rule_no_overlap', 'EXCLUDE USING gist (valid WITH &&)');

SELECT pg_temp.check_grants('relation', 'reference.disclosure_rule', 'PUBLIC SELECT');
SELECT pg_temp.check_rows('reference.disclosure_rule', 'ROW(valid, least_count)',
  '("(,)",5)');

ROLLBACK;
