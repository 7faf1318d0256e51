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
SELECT pg_temp.check_function('payment.due_claims(date,boolean)',
  'welfare_owner invoker stable returns TABLE(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, authority_code integer, district_code smallint, province_code smallint, way_of_payment reference.way_of_payment, budget_type reference.budget_type, top_up reference.baht, age integer, facts welfare.facts, tariff_case bigint, rule welfare.eligibility_rule, pay_month reference.pay_month, look registry.second_look, bank_code smallint, bank_branch text, account_number text, account_name text)');
SELECT pg_temp.check_comment('function', 'payment.due_claims(date,boolean)');
SELECT pg_temp.check_function('payment.lines_of_month(date,boolean)',
  'welfare_owner invoker stable returns SETOF payment.line');
SELECT pg_temp.check_comment('function', 'payment.lines_of_month(date,boolean)');
SELECT pg_temp.check_function('payment.prepare(date)',
  'welfare_owner definer volatile returns TABLE(programme reference.programme_name, lines bigint, added bigint, allowance numeric, top_up numeric, other_payers numeric) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning work_mem=8MB maintenance_work_mem=128MB jit=off enable_mergejoin=off parallel_tuple_cost=0');
SELECT pg_temp.check_comment('function', 'payment.prepare(date)');
SELECT pg_temp.check_function('payment.unpaid_summary(date)',
  'welfare_owner definer stable returns TABLE(programme reference.programme_name, term text, decided boolean, claims bigint) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.unpaid_summary(date)');

SELECT pg_temp.check_grants('relation', 'payment.line_component', '');
SELECT pg_temp.check_grants('function', 'payment.due_claims(date,boolean)', '');
SELECT pg_temp.check_grants('function', 'payment.lines_of_month(date,boolean)', '');
SELECT pg_temp.check_grants('function', 'payment.prepare(date)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.unpaid_summary(date)', 'welfare_admin EXECUTE');

ROLLBACK;
