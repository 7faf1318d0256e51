BEGIN;

DROP FUNCTION payment.held_lines(date);
DROP FUNCTION payment.lift_hold(welfare.thai_id, date, text, text);
DROP FUNCTION payment.release_hold(welfare.thai_id, text, reference.programme_name);
DROP FUNCTION payment.hold_line(welfare.thai_id, date, text, text, reference.programme_name);

COMMIT;
