BEGIN;

DROP FUNCTION registry.unchecked_status(date);
DROP FUNCTION registry.record_status_check(reference.programme_name, text, date);
DROP TABLE registry.status_check;
DROP FUNCTION registry.posted_notices(integer, date);
DROP FUNCTION registry.open_proceedings();
DROP VIEW registry.pending_removal;

COMMIT;
