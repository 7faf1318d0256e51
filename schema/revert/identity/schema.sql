BEGIN;

DELETE FROM reference.message WHERE code LIKE 'WF1%';
DELETE FROM reference.label WHERE kind IN ('user_status', 'office');
DROP TYPE identity.attempt_kind;
DROP TYPE identity.office_name;
DROP TYPE identity.scope_kind;
DROP SCHEMA identity;

COMMIT;
