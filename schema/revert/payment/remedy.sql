BEGIN;
DROP TABLE payment.receipt;
DROP TABLE payment.repair;
COMMIT;
