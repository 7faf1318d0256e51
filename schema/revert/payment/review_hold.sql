BEGIN;
DROP FUNCTION payment.release_own(welfare.thai_id, reference.programme_name, text);
DROP FUNCTION payment.hold_own(welfare.thai_id, reference.programme_name, date, text);
DROP FUNCTION payment.has_own_claim(welfare.thai_id, reference.programme_name);
COMMIT;
