BEGIN;
DROP FUNCTION payment.record_receipt_on_paper(integer, welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, numeric, date, text);
DROP FUNCTION payment.decide_recovery_on_paper(integer, welfare.thai_id, reference.programme_name, date, integer, payment.recovery_outcome, text, text, date);
DROP FUNCTION payment.return_cash_on_paper(integer, text, welfare.thai_id, reference.programme_name, date, integer, text, reference.payer_name);
DROP FUNCTION payment.record_payouts_on_paper(integer, date, text, jsonb);
DROP FUNCTION payment.repair_on_paper(integer, welfare.thai_id, text, reference.way_of_payment, integer, text, text, text, boolean, reference.programme_name, date, integer, reference.payer_name);
DROP FUNCTION payment.require_paper(integer, text);
DELETE FROM reference.message WHERE code IN ('WF455', 'WF456');
COMMIT;
