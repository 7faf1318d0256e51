BEGIN;

DROP FUNCTION registry.look_again(welfare.thai_id, reference.programme_name, smallint, date, date, date, welfare.facts, welfare.eligibility_rule, date, boolean);
DROP TYPE registry.second_look;
DROP FUNCTION registry.has_other_claims(welfare.thai_id, reference.programme_name),
  registry.proved_before(welfare.thai_id, reference.programme_name, smallint, date),
  registry.proved_in_months(welfare.thai_id, reference.programme_name, smallint, date),
  registry.received_beside(welfare.thai_id, reference.programme_name, date),
  registry.received_over(welfare.thai_id, reference.programme_name, date[]),
  registry.facts_over(registry.claim, welfare.birth_date, welfare.facts, date[]),
  registry.claims_in_month(date, reference.programme_name, smallint, date, integer, welfare.facts, welfare.eligibility_rule),
  registry.facts_in(welfare.thai_id, reference.programme_name, smallint, welfare.facts, date, welfare.birth_date, date, welfare.facts),
  registry.month_of_suspension(welfare.thai_id, reference.programme_name, smallint),
  registry.claim_terms_in(welfare.thai_id, reference.programme_name, smallint, date),
  registry.claim_terms_over(welfare.thai_id, reference.programme_name, smallint, date[]);
DROP TYPE registry.claim_terms;
DROP FUNCTION registry.claim_changes(welfare.thai_id, reference.programme_name, smallint),
  registry.records_of_claim(welfare.thai_id, reference.programme_name, smallint);

COMMIT;
