BEGIN;

DROP FUNCTION registry.finish_import(bigint);
DROP FUNCTION registry.refuse_import_rows(bigint, date);
DROP FUNCTION registry.date_problem(text, text, date, date);
DROP FUNCTION registry.code_problem(text, text);

COMMIT;
