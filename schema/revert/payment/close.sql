BEGIN;
DROP FUNCTION payment.compare_with_bank(bigint);
DROP FUNCTION payment.close_payrolls(bigint);
COMMIT;
