BEGIN;

DROP TRIGGER audit_update ON civil.finding;
DROP TRIGGER audit_delete ON civil.finding;
DROP TRIGGER audit_truncate ON civil.finding;
DROP FUNCTION civil.moves_found(date);
DROP FUNCTION civil.sweep(date);
DROP FUNCTION civil.matches(bigint[], timestamptz);
DROP FUNCTION civil.supersedes(civil.event_kind, date, date, integer, civil.event_kind, date, date, integer);
DROP TABLE civil.sweep_run;

COMMIT;
