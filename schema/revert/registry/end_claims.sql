BEGIN;

DROP FUNCTION registry.end_claims(welfare.thai_id, reference.disposal_cause, date, date, reference.programme_name[], text, text, date);
DROP FUNCTION registry.dispose_claims(registry.claim[], reference.disposal_cause, date, date, date, text, text, date);

COMMIT;
