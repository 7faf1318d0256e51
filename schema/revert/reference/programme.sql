BEGIN;

DROP FUNCTION reference.programme_text(reference.programme_name);
DROP TABLE reference.programme;

COMMIT;
