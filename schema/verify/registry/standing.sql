BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_comment('type', 'registry.claim_terms');
SELECT pg_temp.check_comment('type', 'registry.second_look');
SELECT pg_temp.check_function('registry.records_of_claim(welfare.thai_id,reference.programme_name,smallint)',
  'welfare_owner invoker stable returns TABLE(record_id welfare.thai_id, record_number smallint)');
SELECT pg_temp.check_comment('function', 'registry.records_of_claim(welfare.thai_id,reference.programme_name,smallint)');
SELECT pg_temp.check_function('registry.claim_changes(welfare.thai_id,reference.programme_name,smallint)',
  'welfare_owner invoker stable returns TABLE(recorded_at timestamp with time zone, in_force_from date, term text, held boolean, top_up numeric)');
SELECT pg_temp.check_comment('function', 'registry.claim_changes(welfare.thai_id,reference.programme_name,smallint)');
SELECT pg_temp.check_function('registry.claim_terms_over(welfare.thai_id,reference.programme_name,smallint,date[])',
  'welfare_owner invoker stable returns TABLE(month date, facts welfare.facts, top_up reference.baht) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.claim_terms_over(welfare.thai_id,reference.programme_name,smallint,date[])');
SELECT pg_temp.check_function('registry.claims_in_month(date,reference.programme_name,smallint,date,integer,welfare.facts,welfare.eligibility_rule)',
  'welfare_owner invoker stable returns TABLE(thai_id welfare.thai_id, programme_name reference.programme_name, claim_number smallint, authority_code integer, district_code smallint, province_code smallint, state registry.claim_state, way_of_payment reference.way_of_payment, budget_type reference.budget_type, top_up reference.baht, age integer, facts welfare.facts, tariff_case bigint, first_month date, varied_from date, suspended boolean, sensitive boolean, bank_code smallint, bank_branch text, account_number text, account_name text)');
SELECT pg_temp.check_comment('function', 'registry.claims_in_month(date,reference.programme_name,smallint,date,integer,welfare.facts,welfare.eligibility_rule)');
SELECT pg_temp.check_function('registry.received_over(welfare.thai_id,reference.programme_name,date[])',
  'welfare_owner invoker stable returns TABLE(month date, facts welfare.facts) search_path=pg_catalog, welfare, pg_temp plan_cache_mode=force_generic_plan');
SELECT pg_temp.check_comment('function', 'registry.received_over(welfare.thai_id,reference.programme_name,date[])');
SELECT pg_temp.check_function('registry.proved_in_months(welfare.thai_id,reference.programme_name,smallint,date)',
  'welfare_owner invoker stable returns TABLE(month date, proved boolean) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.proved_in_months(welfare.thai_id,reference.programme_name,smallint,date)');
SELECT pg_temp.check_function('registry.claim_terms_in(welfare.thai_id,reference.programme_name,smallint,date)',
  'welfare_owner invoker stable returns registry.claim_terms search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.claim_terms_in(welfare.thai_id,reference.programme_name,smallint,date)');
SELECT pg_temp.check_function('registry.month_of_suspension(welfare.thai_id,reference.programme_name,smallint)',
  'welfare_owner invoker stable returns date search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.month_of_suspension(welfare.thai_id,reference.programme_name,smallint)');
SELECT pg_temp.check_function('registry.facts_in(welfare.thai_id,reference.programme_name,smallint,welfare.facts,date,welfare.birth_date,date,welfare.facts)',
  'welfare_owner invoker stable returns welfare.facts');
SELECT pg_temp.check_comment('function', 'registry.facts_in(welfare.thai_id,reference.programme_name,smallint,welfare.facts,date,welfare.birth_date,date,welfare.facts)');
SELECT pg_temp.check_function('registry.facts_over(registry.claim,welfare.birth_date,welfare.facts,date[])',
  'welfare_owner invoker stable returns TABLE(month date, facts welfare.facts) search_path=pg_catalog, welfare, pg_temp plan_cache_mode=force_generic_plan');
SELECT pg_temp.check_comment('function', 'registry.facts_over(registry.claim,welfare.birth_date,welfare.facts,date[])');
SELECT pg_temp.check_function('registry.received_beside(welfare.thai_id,reference.programme_name,date)',
  'welfare_owner invoker stable returns welfare.facts search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.received_beside(welfare.thai_id,reference.programme_name,date)');
SELECT pg_temp.check_function('registry.proved_before(welfare.thai_id,reference.programme_name,smallint,date)',
  'welfare_owner invoker stable returns boolean search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.proved_before(welfare.thai_id,reference.programme_name,smallint,date)');
SELECT pg_temp.check_function('registry.has_other_claims(welfare.thai_id,reference.programme_name)',
  'welfare_owner invoker stable returns boolean');
SELECT pg_temp.check_comment('function', 'registry.has_other_claims(welfare.thai_id,reference.programme_name)');
SELECT pg_temp.check_function('registry.look_again(welfare.thai_id,reference.programme_name,smallint,date,date,date,welfare.facts,welfare.eligibility_rule,date,boolean)',
  'welfare_owner invoker stable returns registry.second_look search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.look_again(welfare.thai_id,reference.programme_name,smallint,date,date,date,welfare.facts,welfare.eligibility_rule,date,boolean)');

SELECT pg_temp.check_grants('function', 'registry.records_of_claim(welfare.thai_id,reference.programme_name,smallint)', '');
SELECT pg_temp.check_grants('function', 'registry.claim_changes(welfare.thai_id,reference.programme_name,smallint)', '');
SELECT pg_temp.check_grants('function', 'registry.claim_terms_over(welfare.thai_id,reference.programme_name,smallint,date[])', '');
SELECT pg_temp.check_grants('function', 'registry.claims_in_month(date,reference.programme_name,smallint,date,integer,welfare.facts,welfare.eligibility_rule)', '');
SELECT pg_temp.check_grants('function', 'registry.received_over(welfare.thai_id,reference.programme_name,date[])', '');
SELECT pg_temp.check_grants('function', 'registry.proved_in_months(welfare.thai_id,reference.programme_name,smallint,date)', '');
SELECT pg_temp.check_grants('function', 'registry.claim_terms_in(welfare.thai_id,reference.programme_name,smallint,date)', '');
SELECT pg_temp.check_grants('function', 'registry.month_of_suspension(welfare.thai_id,reference.programme_name,smallint)', '');
SELECT pg_temp.check_grants('function', 'registry.facts_in(welfare.thai_id,reference.programme_name,smallint,welfare.facts,date,welfare.birth_date,date,welfare.facts)', '');
SELECT pg_temp.check_grants('function', 'registry.facts_over(registry.claim,welfare.birth_date,welfare.facts,date[])', '');
SELECT pg_temp.check_grants('function', 'registry.received_beside(welfare.thai_id,reference.programme_name,date)', '');
SELECT pg_temp.check_grants('function', 'registry.proved_before(welfare.thai_id,reference.programme_name,smallint,date)', '');
SELECT pg_temp.check_grants('function', 'registry.has_other_claims(welfare.thai_id,reference.programme_name)', '');
SELECT pg_temp.check_grants('function', 'registry.look_again(welfare.thai_id,reference.programme_name,smallint,date,date,date,welfare.facts,welfare.eligibility_rule,date,boolean)', '');

ROLLBACK;
