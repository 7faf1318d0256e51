BEGIN;

DROP FUNCTION payment.what_would_change(jsonb, date, date);
DROP TYPE payment.foreseen;

COMMIT;
