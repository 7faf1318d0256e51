BEGIN;

DROP VIEW reference.word;
DROP TABLE reference.bank;
DROP TABLE reference.label;

COMMIT;
