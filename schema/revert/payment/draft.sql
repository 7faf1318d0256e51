BEGIN;
DROP FUNCTION payment.require_prepared(date);
DROP FUNCTION payment.draft_payrolls(date, integer);
DROP FUNCTION payment.write_drafts(date, integer);
DROP FUNCTION payment.payroll_digest(date, integer, reference.programme_name, smallint, text);
DROP FUNCTION payment.item_text(welfare.thai_id, date, smallint, reference.payer_name, smallint, numeric, numeric, reference.way_of_payment, smallint, text, text, text);
COMMIT;
