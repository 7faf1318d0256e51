BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('payment.line_component', '
  month reference.pay_month
  thai_id welfare.thai_id
  programme reference.programme_name
  authority_code integer
  component reference.rate_component
  payer reference.payer_name
  rate_id smallint
  from_age integer
  amount numeric(12,2)');
SELECT pg_temp.check_comment('relation', 'payment.line_component');
SELECT pg_temp.check_function('payment.due_claims(date)',
  'welfare_owner invoker stable returns TABLE(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, authority_code integer, district_code smallint, province_code smallint, way_of_payment reference.way_of_payment, budget_type reference.budget_type, top_up reference.baht, age integer, facts welfare.facts, tariff_case bigint, rule welfare.eligibility_rule, pay_month reference.pay_month, look registry.second_look)');
SELECT pg_temp.check_comment('function', 'payment.due_claims(date)');
SELECT pg_temp.check_function('payment.lines_of_month(date)',
  'welfare_owner invoker stable returns SETOF payment.line');
SELECT pg_temp.check_comment('function', 'payment.lines_of_month(date)');
SELECT pg_temp.check_function('payment.prepare(date)',
  'welfare_owner definer volatile returns TABLE(programme reference.programme_name, lines bigint, added bigint, allowance numeric, top_up numeric, other_payers numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning work_mem=64MB jit=off enable_mergejoin=off');
SELECT pg_temp.check_comment('function', 'payment.prepare(date)');
SELECT pg_temp.check_function('payment.unpaid_summary(date)',
  'welfare_owner definer stable returns TABLE(programme reference.programme_name, term text, decided boolean, claims bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.unpaid_summary(date)');

SELECT pg_temp.check_grants('relation', 'payment.line_component', '');
SELECT pg_temp.check_grants('function', 'payment.due_claims(date)', '');
SELECT pg_temp.check_grants('function', 'payment.lines_of_month(date)', '');
SELECT pg_temp.check_grants('function', 'payment.prepare(date)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.unpaid_summary(date)', 'welfare_admin EXECUTE');

ROLLBACK;
