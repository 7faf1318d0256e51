BEGIN;

DROP FUNCTION registry.import_refusals(bigint);
DROP FUNCTION registry.begin_import(text, boolean);
DROP FUNCTION registry.known_values(text);
DROP FUNCTION registry.literal_problem(text, text);
DROP TABLE registry.import_refusal;
DROP TABLE registry.import_mark;
DROP TABLE registry.import_row;
DROP TABLE registry.import;

COMMIT;
