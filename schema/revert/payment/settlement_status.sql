BEGIN;
DROP FUNCTION payment.settlement_status(date);
DROP FUNCTION payment.failed_payments(date);
DROP FUNCTION payment.payments_of(welfare.thai_id);
DROP FUNCTION payment.payments_standing(welfare.thai_id, integer, date);
DROP FUNCTION payment.mask_account(text);
DROP TYPE payment.payment_state;
DELETE FROM reference.label WHERE kind IN ('payment_state', 'hold_reason');
COMMIT;
