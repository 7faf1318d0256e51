BEGIN;

DROP TABLE registry.finding_step;
DROP TABLE registry.finding_transition;
DROP TABLE registry.finding;
DROP TYPE registry.finding_state;
DROP TYPE registry.removal_path;
DROP TYPE registry.finding_source;
DROP TYPE registry.finding_kind;
DELETE FROM reference.message WHERE code IN ('WF320', 'WF321', 'WF322', 'WF323', 'WF324', 'WF325', 'WF326', 'WF327', 'WF328', 'WF329', 'WF32A', 'WF32B', 'WF32C', 'WF32D', 'WF32T',
  'WF32E', 'WF32F', 'WF32G', 'WF32H', 'WF32J', 'WF32W');

COMMIT;
