BEGIN;

DROP FUNCTION portal.payment_list_lines(date, integer, welfare.thai_id, integer);
DROP FUNCTION portal.list_payments(date);
DROP FUNCTION portal.make_payment_lists();
DROP FUNCTION portal.make_payment_list(date);
DROP FUNCTION portal.totals_listed(date, bigint[]);
DROP FUNCTION portal.payments_listed(date, bigint[], welfare.thai_id);
DROP TABLE portal.payment_list;
DELETE FROM reference.message WHERE code IN ('WF803', 'WF804', 'WF805');

COMMIT;
