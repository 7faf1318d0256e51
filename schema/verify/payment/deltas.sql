BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('payment.ids_of_person(welfare.thai_id)',
  'welfare_owner invoker stable returns SETOF welfare.thai_id');
SELECT pg_temp.check_comment('function', 'payment.ids_of_person(welfare.thai_id)');
SELECT pg_temp.check_function('payment.claims_taken_over(welfare.thai_id)',
  'welfare_owner invoker stable returns TABLE(record_id welfare.thai_id, programme reference.programme_name, record_number smallint, thai_id welfare.thai_id, claim_number smallint, corrected boolean)');
SELECT pg_temp.check_comment('function', 'payment.claims_taken_over(welfare.thai_id)');
SELECT pg_temp.check_function('payment.holder_of(welfare.thai_id,reference.programme_name,smallint)',
  'welfare_owner invoker stable returns welfare.thai_id search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.holder_of(welfare.thai_id,reference.programme_name,smallint)');
SELECT pg_temp.check_function('payment.records_of_right(welfare.thai_id,reference.programme_name,smallint)',
  'welfare_owner invoker stable returns TABLE(record_id welfare.thai_id, record_number smallint) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.records_of_right(welfare.thai_id,reference.programme_name,smallint)');
SELECT pg_temp.check_function('payment.paid_in(date,welfare.thai_id)',
  'welfare_owner invoker stable returns TABLE(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, authority_code integer, district_code smallint, province_code smallint, tariff_id integer, age smallint, components jsonb, allowance numeric, top_up numeric, other_payers numeric, line_allowance numeric, line_top_up numeric, line_other_payers numeric, kept_allowance numeric, kept_top_up numeric, kept_other_payers numeric, cancelled boolean)');
SELECT pg_temp.check_comment('function', 'payment.paid_in(date,welfare.thai_id)');
SELECT pg_temp.check_function('payment.cause_of_arrears(welfare.thai_id,reference.programme_name,smallint,date,welfare.eligibility_rule)',
  'welfare_owner invoker stable returns payment.adjustment_cause search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.cause_of_arrears(welfare.thai_id,reference.programme_name,smallint,date,welfare.eligibility_rule)');
SELECT pg_temp.check_function('payment.cause_of_ending(welfare.thai_id,reference.programme_name,smallint,date,boolean)',
  'welfare_owner invoker stable returns payment.adjustment_cause search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.cause_of_ending(welfare.thai_id,reference.programme_name,smallint,date,boolean)');
SELECT pg_temp.check_function('payment.deltas_of_month(date,welfare.thai_id)',
  'welfare_owner invoker stable returns TABLE(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, pay_month date, authority_code integer, district_code smallint, province_code smallint, sensitive boolean, entitled_allowance numeric, entitled_top_up numeric, entitled_other_payers numeric, paid_allowance numeric, paid_top_up numeric, paid_other_payers numeric, allowance numeric, top_up numeric, other_payers numeric, cause payment.adjustment_cause, rule jsonb)');
SELECT pg_temp.check_comment('function', 'payment.deltas_of_month(date,welfare.thai_id)');
SELECT pg_temp.check_function('payment.deltas(date,date,welfare.thai_id)',
  'welfare_owner invoker stable returns TABLE(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, month date, authority_code integer, district_code smallint, province_code smallint, sensitive boolean, entitled_allowance numeric, entitled_top_up numeric, entitled_other_payers numeric, paid_allowance numeric, paid_top_up numeric, paid_other_payers numeric, allowance numeric, top_up numeric, other_payers numeric, cause payment.adjustment_cause, rule jsonb) search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off enable_mergejoin=off');
SELECT pg_temp.check_comment('function', 'payment.deltas(date,date,welfare.thai_id)');
SELECT pg_temp.check_function('payment.difference(numeric,boolean,numeric,numeric)',
  'welfare_owner invoker immutable returns numeric');
SELECT pg_temp.check_comment('function', 'payment.difference(numeric,boolean,numeric,numeric)');
SELECT pg_temp.check_function('payment.require_months(date,date)',
  'welfare_owner invoker stable returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.require_months(date,date)');

SELECT pg_temp.check_grants('function', 'payment.ids_of_person(welfare.thai_id)', '');
SELECT pg_temp.check_grants('function', 'payment.claims_taken_over(welfare.thai_id)', '');
SELECT pg_temp.check_grants('function', 'payment.holder_of(welfare.thai_id,reference.programme_name,smallint)', '');
SELECT pg_temp.check_grants('function', 'payment.records_of_right(welfare.thai_id,reference.programme_name,smallint)', '');
SELECT pg_temp.check_grants('function', 'payment.paid_in(date,welfare.thai_id)', '');
SELECT pg_temp.check_grants('function', 'payment.cause_of_arrears(welfare.thai_id,reference.programme_name,smallint,date,welfare.eligibility_rule)', '');
SELECT pg_temp.check_grants('function', 'payment.cause_of_ending(welfare.thai_id,reference.programme_name,smallint,date,boolean)', '');
SELECT pg_temp.check_grants('function', 'payment.deltas_of_month(date,welfare.thai_id)', '');
SELECT pg_temp.check_grants('function', 'payment.deltas(date,date,welfare.thai_id)', '');
SELECT pg_temp.check_grants('function', 'payment.difference(numeric,boolean,numeric,numeric)', '');
SELECT pg_temp.check_grants('function', 'payment.require_months(date,date)', 'welfare_writer EXECUTE');

ROLLBACK;
