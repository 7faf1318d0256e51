BEGIN;

DROP FUNCTION registry.claims_as_of(welfare.thai_id, date, timestamptz);
DROP FUNCTION registry.person_as_of(welfare.thai_id, date, timestamptz);

COMMIT;
