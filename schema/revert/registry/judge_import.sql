BEGIN;

DROP FUNCTION registry.refuse_import_rows(bigint, date, boolean);
DROP FUNCTION registry.address_problems(text, reference.address, boolean);
DROP FUNCTION registry.text_problem(text, text, boolean, integer);
DROP FUNCTION registry.date_problem(text, text, date, date);
DROP FUNCTION registry.code_problem(text, text);
DROP FUNCTION registry.reason(text, text[]);

COMMIT;
