BEGIN;

DROP FUNCTION registry.confirm_move(welfare.thai_id, jsonb);
DROP FUNCTION registry.notify_move(welfare.thai_id, date, integer, text, integer);

COMMIT;
