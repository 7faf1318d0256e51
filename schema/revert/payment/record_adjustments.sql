BEGIN;

DROP FUNCTION payment.outstanding(date, date, welfare.thai_id);
DROP FUNCTION payment.adjustment_totals(date, date);
DROP FUNCTION payment.may_see(integer, smallint, smallint, boolean);
DROP FUNCTION payment.adjustments(date, date, welfare.thai_id);
DROP FUNCTION payment.recovery_standings(date, date, welfare.thai_id);
DROP FUNCTION payment.record_adjustments(date, date);

COMMIT;
