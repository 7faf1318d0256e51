BEGIN;

DROP TABLE audit.entry;
DROP FUNCTION audit.refuse_forgery();
DROP FUNCTION audit.refuse_change();

COMMIT;
