BEGIN;

DROP FUNCTION registry.parse_import(bigint);
DROP FUNCTION registry.try_baht(text);
DROP FUNCTION registry.try_code(text, text);
DROP TABLE registry.import_candidate;

COMMIT;
