BEGIN;

DROP FUNCTION reference.last_month(reference.programme_name, reference.disposal_cause, date, date, date, date);
DROP TABLE reference.ending;
DROP TYPE reference.ending_basis;

COMMIT;
