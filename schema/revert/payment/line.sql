BEGIN;

DROP TABLE payment.payroll;
DROP TABLE payment.line;

COMMIT;
