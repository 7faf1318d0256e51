BEGIN;

DROP TABLE registry.submission_step;
DROP TABLE registry.submission_transition;
DROP TABLE registry.submission_register;
DROP TABLE registry.submission;
DROP FUNCTION registry.take_submission_step();
DROP FUNCTION registry.guard_submission();
DROP SEQUENCE registry.submission_number_sequence;
DELETE FROM reference.label WHERE kind = 'submission_state';
DROP TYPE registry.submission_outcome;
DROP TYPE registry.submission_step_kind;
DROP TYPE registry.submission_state;

COMMIT;
