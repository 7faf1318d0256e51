BEGIN;

DROP FUNCTION reference.is_complete_address(reference.address);
DROP TYPE reference.address;
DROP COLLATION reference.thai;
DROP TYPE reference.certainty;
DROP TYPE reference.disposal_cause;
DROP TYPE reference.way_of_payment;
DROP TYPE reference.budget_type;
DROP TYPE reference.programme_name;
DROP DOMAIN reference.months;
DROP DOMAIN reference.fiscal_year;
DROP DOMAIN reference.baht;
DROP DOMAIN reference.pay_month;
DROP FUNCTION reference.is_pay_month(date);
DROP SCHEMA reference;

COMMIT;
