BEGIN;

DROP FUNCTION registry.parse_import(bigint);

COMMIT;
