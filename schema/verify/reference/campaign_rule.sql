BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('reference.campaign_kind', 'disability_october_check, january_list');
SELECT pg_temp.check_comment('type', 'reference.campaign_kind');
SELECT pg_temp.check_columns('reference.campaign_rule', '
  kind reference.campaign_kind not null
  valid daterange not null
  programme reference.programme_name not null
  month_of_year smallint not null
  each_is_checked boolean not null
  own_procedure reference.authority_type_name[] not null default ''{}''::reference.authority_type_name[]
  legal_basis text not null
  certainty reference.certainty not null');
SELECT pg_temp.check_comment('relation', 'reference.campaign_rule');
SELECT pg_temp.check_constraint('reference.campaign_rule', 'campaign_rule_month', 'CHECK (((month_of_year >= 1) AND (month_of_year <= 12)))');
SELECT pg_temp.check_constraint('reference.campaign_rule', 'campaign_rule_one_at_a_time', 'EXCLUDE USING gist (kind WITH =, programme WITH =, valid WITH &&)');
SELECT pg_temp.check_constraint('reference.campaign_rule', 'campaign_rule_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_constraint('reference.campaign_rule', 'campaign_rule_valid_not_empty', 'CHECK ((NOT isempty(valid)))');

SELECT pg_temp.check_grants('relation', 'reference.campaign_rule', 'PUBLIC SELECT');
SELECT pg_temp.check_rows('reference.campaign_rule', 'ROW(kind, lower(valid), programme, month_of_year, each_is_checked, own_procedure)',
  '(disability_october_check,,disability,10,t,{})',
  '(january_list,,disability,1,f,{pattaya})');

ROLLBACK;
