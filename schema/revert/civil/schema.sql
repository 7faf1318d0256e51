BEGIN;

DELETE FROM reference.label WHERE kind = 'civil_event_kind';
DROP TYPE civil.finding_state;
DROP TYPE civil.finding_kind;
DROP TYPE civil.event_kind;
DROP SCHEMA civil;
DELETE FROM reference.message WHERE code IN ('WF330', 'WF331', 'WF332', 'WF333', 'WF334', 'WF335');

COMMIT;
