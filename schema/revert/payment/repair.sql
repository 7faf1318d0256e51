BEGIN;
DROP FUNCTION payment.repair_payments(welfare.thai_id, text, reference.way_of_payment, integer, text, text, text, boolean);
DROP FUNCTION payment.repair_payment(welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, text, reference.way_of_payment, integer, text, text, text, boolean);
DROP FUNCTION payment.write_repairs(integer[], welfare.thai_id, reference.programme_name, date, smallint, reference.payer_name, text, reference.way_of_payment, integer, text, text, text, boolean);
DROP FUNCTION payment.waiting_for_repair(integer[], welfare.thai_id, reference.programme_name, date, smallint, reference.payer_name);
DELETE FROM reference.message WHERE code IN ('WF449', 'WF44A', 'WF44B', 'WF44C');
COMMIT;
