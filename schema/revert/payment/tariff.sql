BEGIN;

DROP FUNCTION payment.work_out_tariff(date);
DROP FUNCTION payment.freeze_law(date);
DROP TABLE payment.tariff;
DROP TABLE payment.law;

COMMIT;
