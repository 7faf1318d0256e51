BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('registry.entitlement_state', 'payable, held, suspended, unmet, undecided, not_covered');
SELECT pg_temp.check_comment('type', 'registry.entitlement_state');
SELECT pg_temp.check_function('registry.entitlements(date,welfare.thai_id,integer)',
  'welfare_owner invoker stable returns TABLE(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, authority_code integer, district_code smallint, province_code smallint, sensitive boolean, state registry.entitlement_state, pending_removal boolean, age integer, facts welfare.facts, rule welfare.eligibility_rule, criterion_id smallint, age_day date, tariff_id integer, allowance numeric, top_up reference.baht, other_payers numeric, components jsonb)');
SELECT pg_temp.check_comment('function', 'registry.entitlements(date,welfare.thai_id,integer)');

SELECT pg_temp.check_grants('function', 'registry.entitlements(date,welfare.thai_id,integer)', '');

ROLLBACK;
