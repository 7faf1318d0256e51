BEGIN;

DROP FUNCTION registry.end_claims(welfare.thai_id, reference.disposal_cause, date, date, reference.programme_name[], text, text, date);

COMMIT;
