BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.explain_criterion(registry.claim,welfare.birth_date,date,registry.claim_standing,boolean,text)',
  'welfare_owner invoker stable returns jsonb search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.explain_criterion(registry.claim,welfare.birth_date,date,registry.claim_standing,boolean,text)');
SELECT pg_temp.check_function('registry.pending_removal_since(registry.claim,date)',
  'welfare_owner invoker stable returns date search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.pending_removal_since(registry.claim,date)');
SELECT pg_temp.check_function('registry.explain_first_month(registry.claim,welfare.birth_date,text)',
  'welfare_owner invoker stable returns jsonb search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.explain_first_month(registry.claim,welfare.birth_date,text)');
SELECT pg_temp.check_function('registry.explain_last_month(registry.claim,text)',
  'welfare_owner invoker stable returns jsonb search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.explain_last_month(registry.claim,text)');
SELECT pg_temp.check_function('registry.veiled_terms(welfare.eligibility_rule)',
  'welfare_owner invoker stable returns text[] search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.veiled_terms(welfare.eligibility_rule)');
SELECT pg_temp.check_function('registry.outcome_of_terms(welfare.eligibility_rule,welfare.facts,text[])',
  'welfare_owner invoker stable returns boolean search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.outcome_of_terms(welfare.eligibility_rule,welfare.facts,text[])');
SELECT pg_temp.check_function('registry.next_change(registry.claim,welfare.birth_date,date,registry.claim_standing)',
  'welfare_owner invoker stable returns TABLE(changes_in date, reason text, step integer, allowance numeric, other_payers numeric, components jsonb) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.next_change(registry.claim,welfare.birth_date,date,registry.claim_standing)');
SELECT pg_temp.check_function('registry.explain_rates(jsonb,text)',
  'welfare_owner invoker stable returns jsonb search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.explain_rates(jsonb,text)');
SELECT pg_temp.check_function('registry.explain_next_change(registry.claim,welfare.birth_date,date,registry.claim_standing,text)',
  'welfare_owner invoker stable returns jsonb search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.explain_next_change(registry.claim,welfare.birth_date,date,registry.claim_standing,text)');

SELECT pg_temp.check_grants('function', 'registry.explain_criterion(registry.claim,welfare.birth_date,date,registry.claim_standing,boolean,text)', '');
SELECT pg_temp.check_grants('function', 'registry.pending_removal_since(registry.claim,date)', '');
SELECT pg_temp.check_grants('function', 'registry.explain_first_month(registry.claim,welfare.birth_date,text)', '');
SELECT pg_temp.check_grants('function', 'registry.explain_last_month(registry.claim,text)', '');
SELECT pg_temp.check_grants('function', 'registry.veiled_terms(welfare.eligibility_rule)', '');
SELECT pg_temp.check_grants('function', 'registry.outcome_of_terms(welfare.eligibility_rule,welfare.facts,text[])', '');
SELECT pg_temp.check_grants('function', 'registry.next_change(registry.claim,welfare.birth_date,date,registry.claim_standing)', '');
SELECT pg_temp.check_grants('function', 'registry.explain_rates(jsonb,text)', '');
SELECT pg_temp.check_grants('function', 'registry.explain_next_change(registry.claim,welfare.birth_date,date,registry.claim_standing,text)', '');

ROLLBACK;
