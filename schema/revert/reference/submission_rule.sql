BEGIN;

DROP TABLE reference.statement_wording;
DROP TABLE reference.submission_channel;
DELETE FROM reference.label WHERE kind IN ('evidence');
DROP TABLE reference.early_confirmation;
DROP TABLE reference.submission_procedure;
DROP TYPE reference.statement_kind;
DROP TYPE reference.legal_capacity;
DROP TYPE reference.submission_channel_name;

COMMIT;
