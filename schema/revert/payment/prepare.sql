BEGIN;

DROP VIEW payment.line_component;
DROP FUNCTION payment.unpaid_summary(date);
DROP FUNCTION payment.prepare(date);
DROP FUNCTION payment.lines_of_month(date, boolean);
DROP FUNCTION payment.due_claims(date, boolean);

COMMIT;
