BEGIN;
DROP FUNCTION payment.record_receipt(welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, numeric, date, text);
DROP FUNCTION payment.settle_recoveries();
DROP FUNCTION payment.settle_cases_of(welfare.thai_id);
DROP FUNCTION payment.arrived_of(welfare.thai_id, reference.programme_name, date, reference.payer_name);
DROP FUNCTION payment.still_asked(welfare.thai_id, reference.programme_name, date, smallint);
DELETE FROM reference.message WHERE code IN ('WF450', 'WF451', 'WF452', 'WF453', 'WF454');
COMMIT;
