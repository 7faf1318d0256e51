BEGIN;
DROP FUNCTION payment.cancel_all_dead(date, text, text);
DROP FUNCTION payment.cancel_dead(welfare.thai_id, text, text);
DROP FUNCTION payment.write_cancellations(welfare.thai_id, date, text, text);
DROP FUNCTION payment.with_amount(payment.instruction, numeric, numeric);
DROP FUNCTION payment.keep_from_approval(date, integer[], reference.programme_name[]);
DROP FUNCTION payment.unpaid_of_dead(welfare.thai_id, date);
DROP TYPE payment.unpaid_item;
COMMIT;
