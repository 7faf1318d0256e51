BEGIN;

DROP FUNCTION audit.verify(date, date, bytea);
DROP FUNCTION audit.trail(welfare.thai_id, text, text, timestamptz, timestamptz, integer, integer);

COMMIT;
