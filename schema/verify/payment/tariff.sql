BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('payment.law', '
  month reference.pay_month not null
  programme reference.programme_name not null
  law_number smallint not null
  criterion_id smallint not null
  rule welfare.eligibility_rule not null
  age_day date not null
  least_age integer
  claim_facts welfare.facts not null
  asked_by_rates welfare.eligibility_rule
  until_order boolean not null
  same_since date not null');
SELECT pg_temp.check_comment('relation', 'payment.law');
SELECT pg_temp.check_constraint('payment.law', 'law_criterion_fkey', 'FOREIGN KEY (criterion_id) REFERENCES reference.criterion(criterion_id)');
SELECT pg_temp.check_constraint('payment.law', 'law_number_key', 'UNIQUE (month, law_number)');
SELECT pg_temp.check_constraint('payment.law', 'law_pkey', 'PRIMARY KEY (month, programme)');
SELECT pg_temp.check_constraint('payment.law', 'law_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_columns('payment.tariff', '
  month reference.pay_month not null
  tariff_id integer not null
  programme reference.programme_name not null
  from_age integer not null
  to_age integer not null
  facts welfare.facts not null
  facts_case integer not null
  allowance reference.baht not null
  other_payers reference.baht not null
  components jsonb not null');
SELECT pg_temp.check_comment('relation', 'payment.tariff');
SELECT pg_temp.check_constraint('payment.tariff', 'tariff_ages', 'CHECK ((from_age <= to_age))');
SELECT pg_temp.check_constraint('payment.tariff', 'tariff_case_key', 'UNIQUE (month, programme, from_age, facts_case)');
SELECT pg_temp.check_constraint('payment.tariff', 'tariff_pkey', 'PRIMARY KEY (month, tariff_id)');
SELECT pg_temp.check_constraint('payment.tariff', 'tariff_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_function('payment.freeze_law(date)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.freeze_law(date)');
SELECT pg_temp.check_function('payment.work_out_tariff(date)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.work_out_tariff(date)');
SELECT pg_temp.check_trigger('payment.law', 'law_no_change', 'CREATE TRIGGER law_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.law FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('payment.tariff', 'tariff_no_change', 'CREATE TRIGGER tariff_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.tariff FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');

SELECT pg_temp.check_grants('relation', 'payment.law', 'welfare_admin SELECT, welfare_authority SELECT, welfare_writer SELECT');
SELECT pg_temp.check_grants('relation', 'payment.tariff', 'welfare_admin SELECT, welfare_authority SELECT, welfare_writer SELECT');
SELECT pg_temp.check_grants('function', 'payment.freeze_law(date)', '');
SELECT pg_temp.check_grants('function', 'payment.work_out_tariff(date)', '');

ROLLBACK;
