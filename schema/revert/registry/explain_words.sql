BEGIN;

DROP FUNCTION registry.day_in(date, text);
DROP FUNCTION registry.month_in(date, text);
DROP FUNCTION registry.word_in(text, text, text);
DELETE FROM reference.label
 WHERE kind IN ('entitlement_state', 'not_covered_cause', 'commencement_way', 'first_month_reason', 'ending_basis', 'birth_date_precision', 'fact_source',
                'fact_known', 'fact_days', 'criterion_term', 'rate_component', 'payer', 'age_basis', 'change_reason');

COMMIT;
