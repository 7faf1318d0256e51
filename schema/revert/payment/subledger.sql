BEGIN;
DROP FUNCTION payment.correct_entry(bigint, numeric, text);
DROP FUNCTION payment.ledger_differences(date);
DROP FUNCTION payment.subledger(date);
DROP FUNCTION payment.months_on_record();
DROP FUNCTION payment.differences_of(date, integer);
DROP FUNCTION payment.subledger_of(date, integer);
DELETE FROM reference.message WHERE code IN ('WF460', 'WF461', 'WF462', 'WF463');
COMMIT;
