BEGIN;

DROP FUNCTION registry.typed_address(text, text, text, text, text, text, text, text, text);
DROP FUNCTION registry.year_of_first_of_january(text);
DROP FUNCTION registry.try_month(text);
DROP FUNCTION registry.pay_month_or_null(date);
DROP FUNCTION registry.telephone_digits(text);
DROP FUNCTION registry.try_baht(text);
DROP FUNCTION registry.try_code(text, text);
DROP TABLE registry.import_candidate;

COMMIT;
