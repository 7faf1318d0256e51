BEGIN;

DROP TABLE registry.objection;
DROP TABLE registry.notice;
DROP FUNCTION registry.count_objection();
DROP FUNCTION registry.check_objection();
DROP FUNCTION registry.check_notice();

COMMIT;
