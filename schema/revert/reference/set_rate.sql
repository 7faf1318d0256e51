BEGIN;

DROP FUNCTION reference.set_rate(reference.programme_name, reference.rate_component, daterange, welfare.rate_ladder, text, welfare.eligibility_rule,
  reference.payer_name, reference.certainty);

COMMIT;
