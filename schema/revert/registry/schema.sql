BEGIN;

DROP TYPE registry.claim_state;
DROP TYPE registry.sex;
DROP TYPE registry.claim_origin;
DROP TYPE registry.visibility;
DROP TYPE registry.marital_status;
DELETE FROM reference.message WHERE code LIKE 'WF06%' OR code LIKE 'WF07%' OR code LIKE 'WF09%' OR code IN ('WF01D', 'WF01E');
DROP SCHEMA registry;

COMMIT;
