BEGIN;

DROP FUNCTION registry.explain_next_change(registry.claim, welfare.birth_date, date, registry.claim_standing, text);
DROP FUNCTION registry.explain_rates(jsonb, text);
DROP FUNCTION registry.next_change(registry.claim, welfare.birth_date, date, registry.claim_standing);
DROP FUNCTION registry.pending_removal_since(registry.claim, date);
DROP FUNCTION registry.explain_criterion(registry.claim, welfare.birth_date, date, registry.claim_standing, boolean, text);
DROP FUNCTION registry.outcome_of_terms(welfare.eligibility_rule, welfare.facts, text[]);
DROP FUNCTION registry.veiled_terms(welfare.eligibility_rule);
DROP FUNCTION registry.explain_last_month(registry.claim, text);
DROP FUNCTION registry.explain_first_month(registry.claim, welfare.birth_date, text);

COMMIT;
