BEGIN;

DROP FUNCTION payment.require_months(date, date);
DROP FUNCTION payment.deltas(date, date, welfare.thai_id);
DROP FUNCTION payment.deltas_of_month(date, welfare.thai_id);
DROP FUNCTION payment.cause_of_ending(welfare.thai_id, reference.programme_name, smallint, date, boolean);
DROP FUNCTION payment.cause_of_arrears(welfare.thai_id, reference.programme_name, smallint, date, welfare.eligibility_rule);
DROP FUNCTION payment.difference(numeric, boolean, numeric, numeric);
DROP FUNCTION payment.paid_in(date, welfare.thai_id);
DROP FUNCTION payment.records_of_right(welfare.thai_id, reference.programme_name, smallint);
DROP FUNCTION payment.holder_of(welfare.thai_id, reference.programme_name, smallint);
DROP FUNCTION payment.claims_taken_over(welfare.thai_id);
DROP FUNCTION payment.ids_of_person(welfare.thai_id);

COMMIT;
