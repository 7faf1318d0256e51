BEGIN;

DROP FUNCTION registry.age_notices(date, date);
DROP VIEW registry.age_reached;
DROP TYPE registry.age_notice_kind;

COMMIT;
