BEGIN;
DROP TABLE payment.cancellation;
COMMIT;
