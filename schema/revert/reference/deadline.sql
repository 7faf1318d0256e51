BEGIN;
DROP FUNCTION reference.deadline_after(reference.deadline_kind, date);
DROP TABLE reference.deadline;
DROP TYPE reference.deadline_kind;
COMMIT;
