BEGIN;

DROP TABLE registry.claim_history;
DROP TABLE registry.claim;

COMMIT;
