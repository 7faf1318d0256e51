BEGIN;

DROP TABLE reference.disclosure_rule;

COMMIT;
