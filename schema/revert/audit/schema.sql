BEGIN;

DELETE FROM reference.message WHERE code LIKE 'WF2%';
DROP TYPE audit.finding;
DROP TYPE audit.action;
DROP SCHEMA audit;

COMMIT;
