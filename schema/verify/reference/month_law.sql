BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('reference.fact_days', 'first, eve_and_first');
SELECT pg_temp.check_comment('type', 'reference.fact_days');
SELECT pg_temp.check_columns('reference.fact_timing', '
  term text not null
  valid reference.months not null
  days reference.fact_days not null
  legal_basis text not null
  certainty reference.certainty not null');
SELECT pg_temp.check_comment('relation', 'reference.fact_timing');
SELECT pg_temp.check_constraint('reference.fact_timing', 'fact_timing_known_term', 'CHECK ((welfare.holds(''{}''::welfare.facts, term) IS NULL))');
SELECT pg_temp.check_constraint('reference.fact_timing', 'fact_timing_one_at_a_time', 'EXCLUDE USING gist (term WITH =, valid WITH &&)');
SELECT pg_temp.check_columns('reference.continuation', '
  programme reference.programme_name not null
  valid reference.months not null
  until_order boolean not null
  legal_basis text not null
  certainty reference.certainty not null');
SELECT pg_temp.check_comment('relation', 'reference.continuation');
SELECT pg_temp.check_constraint('reference.continuation', 'continuation_one_at_a_time', 'EXCLUDE USING gist (programme WITH =, valid WITH &&)');
SELECT pg_temp.check_constraint('reference.continuation', 'continuation_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_function('reference.law_of(date)',
  'welfare_owner invoker stable returns TABLE(programme reference.programme_name, law_number smallint, criterion_id smallint, rule welfare.eligibility_rule, age_day date, least_age integer, claim_facts welfare.facts, asked_by_rates welfare.eligibility_rule, until_order boolean, same_since date)');
SELECT pg_temp.check_comment('function', 'reference.law_of(date)');
SELECT pg_temp.check_function('reference.tariff_case(smallint,integer,integer)',
  'welfare_owner invoker immutable returns bigint');
SELECT pg_temp.check_comment('function', 'reference.tariff_case(smallint,integer,integer)');
SELECT pg_temp.check_function('reference.tariff_of(date)',
  'welfare_owner invoker stable returns TABLE(tariff_id integer, programme reference.programme_name, from_age integer, to_age integer, facts welfare.facts, facts_case integer, allowance numeric, other_payers numeric, components jsonb) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.tariff_of(date)');

SELECT pg_temp.check_grants('relation', 'reference.fact_timing', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('relation', 'reference.continuation', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('function', 'reference.law_of(date)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.tariff_case(smallint,integer,integer)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.tariff_of(date)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_rows('reference.fact_timing', 'ROW(term, lower(valid), days)',
  '(aids_certified,,eve_and_first)',
  '(disability_card,,eve_and_first)',
  '(in_house_register,,eve_and_first)',
  '(thai_nationality,,eve_and_first)');
SELECT pg_temp.check_rows('reference.continuation', 'ROW(programme, lower(valid), until_order)',
  '(aids,,t)',
  '(disability,,t)',
  '(elderly,,t)');

ROLLBACK;
