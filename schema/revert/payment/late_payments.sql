BEGIN;
DROP FUNCTION payment.late_payments(date);
COMMIT;
