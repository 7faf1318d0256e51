BEGIN;

DROP FUNCTION registry.hand_over(welfare.thai_id, integer, integer, reference.programme_name, smallint, jsonb);
DROP FUNCTION registry.dispose_moved(welfare.thai_id, integer, reference.programme_name, smallint, date, date, date, date, boolean, text);
DROP FUNCTION registry.take_person(jsonb);
DROP FUNCTION registry.open_move(welfare.thai_id, integer, integer, date, text, boolean);
DROP FUNCTION registry.set_last_months(welfare.thai_id, integer, date);
DROP FUNCTION registry.move_to_successor(integer, integer);
DROP FUNCTION registry.move_out(welfare.thai_id, integer, date, text);
DROP FUNCTION registry.settle_moves(welfare.thai_id[]);
DROP FUNCTION registry.close_finished_moves(welfare.thai_id[]);
DROP FUNCTION registry.is_hidden_move(welfare.thai_id, smallint);

COMMIT;
