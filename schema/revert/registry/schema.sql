BEGIN;

DROP TYPE registry.claim_state;
DROP TYPE registry.sex;
DROP SCHEMA registry;

COMMIT;
