BEGIN;

DROP FUNCTION registry.decide_recovery(welfare.thai_id, reference.programme_name, integer, boolean, text, text, date);
DROP TABLE registry.recovery_case;
DROP FUNCTION registry.check_recovery_case();
DROP TABLE registry.recovery_transition;
DROP TYPE registry.recovery_state;
DROP TYPE registry.recovery_cause;
DELETE FROM reference.message WHERE code IN ('WF32K', 'WF32L');

COMMIT;
