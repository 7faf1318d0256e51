BEGIN;

DROP FUNCTION registry.finish_import(bigint);

COMMIT;
