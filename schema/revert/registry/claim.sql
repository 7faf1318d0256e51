BEGIN;

DROP TABLE registry.claim;

COMMIT;
