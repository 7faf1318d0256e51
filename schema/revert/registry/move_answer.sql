BEGIN;

DROP FUNCTION registry.withdraw_confirmation(welfare.thai_id, reference.programme_name, text);
DROP FUNCTION registry.cancel_move(welfare.thai_id, date, text);
DROP FUNCTION registry.acknowledge_move(welfare.thai_id, reference.programme_name, date, date, text, text);

COMMIT;
