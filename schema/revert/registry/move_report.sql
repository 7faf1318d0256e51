BEGIN;

DROP FUNCTION registry.move_totals(date);
DROP FUNCTION registry.moves_of_month(date);
DROP FUNCTION registry.overdue_moves();
DROP FUNCTION registry.open_moves();
DROP FUNCTION registry.close_unconfirmed_moves(date);
DROP FUNCTION registry.escalate_moves(date);

COMMIT;
