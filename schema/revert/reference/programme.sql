BEGIN;

DROP TABLE reference.programme;

COMMIT;
