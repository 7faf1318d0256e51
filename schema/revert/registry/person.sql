BEGIN;

DROP TABLE registry.person;

COMMIT;
