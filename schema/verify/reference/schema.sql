BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_comment('schema', 'reference');
SELECT pg_temp.check_comment('type', 'reference.pay_month');
SELECT pg_temp.check_comment('type', 'reference.baht');
SELECT pg_temp.check_comment('type', 'reference.fiscal_year');
SELECT pg_temp.check_comment('type', 'reference.months');
SELECT pg_temp.check_enumeration('reference.programme_name', 'elderly, disability, aids');
SELECT pg_temp.check_comment('type', 'reference.programme_name');
SELECT pg_temp.check_enumeration('reference.budget_type', 'general, specific, own');
SELECT pg_temp.check_comment('type', 'reference.budget_type');
SELECT pg_temp.check_enumeration('reference.way_of_payment', 'cash_in_person, cash_to_proxy, own_account, proxy_account');
SELECT pg_temp.check_comment('type', 'reference.way_of_payment');
SELECT pg_temp.check_enumeration('reference.disposal_cause', 'died, moved, waived, disqualified');
SELECT pg_temp.check_comment('type', 'reference.disposal_cause');
SELECT pg_temp.check_enumeration('reference.certainty', 'sure, likely, unverified');
SELECT pg_temp.check_comment('type', 'reference.certainty');
SELECT pg_temp.check_comment('type', 'reference.address');
SELECT pg_temp.check_constraint('reference.pay_month', 'pay_month_is_first_of_month', 'CHECK (reference.is_pay_month(VALUE))');
SELECT pg_temp.check_constraint('reference.baht', 'baht_not_negative', 'CHECK ((VALUE >= (0)::numeric))');
SELECT pg_temp.check_constraint('reference.fiscal_year', 'fiscal_year_is_buddhist_era', 'CHECK (((VALUE >= 2535) AND (VALUE <= 2700)))');
SELECT pg_temp.check_constraint('reference.months', 'months_not_empty', 'CHECK ((NOT isempty(VALUE)))');
SELECT pg_temp.check_constraint('reference.months', 'months_begin_on_first', 'CHECK (((lower(VALUE) IS NULL) OR (EXTRACT(day FROM lower(VALUE)) = (1)::numeric)))');
SELECT pg_temp.check_constraint('reference.months', 'months_end_before_first', 'CHECK (((upper(VALUE) IS NULL) OR (EXTRACT(day FROM upper(VALUE)) = (1)::numeric)))');
SELECT pg_temp.check_function('reference.is_pay_month(date)',
  'welfare_owner invoker immutable returns boolean');
SELECT pg_temp.check_comment('function', 'reference.is_pay_month(date)');
SELECT pg_temp.check_function('reference.is_complete_address(reference.address)',
  'welfare_owner invoker immutable returns boolean');
SELECT pg_temp.check_comment('function', 'reference.is_complete_address(reference.address)');

SELECT pg_temp.check_grants('schema', 'reference', 'PUBLIC USAGE');
SELECT pg_temp.check_grants('function', 'reference.is_pay_month(date)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.is_complete_address(reference.address)', 'PUBLIC EXECUTE');

ROLLBACK;
