BEGIN;

DROP FUNCTION payment.hold_awaiting(date);
DROP FUNCTION payment.deaths_standing();
DROP FUNCTION payment.hold_the_dead();
DROP VIEW payment.line_standing;
DROP VIEW payment.holding;
DROP TABLE payment.hold;
DROP FUNCTION payment.guard_hold();
DROP TYPE payment.hold_reason;
DELETE FROM reference.message WHERE code IN ('WF338', 'WF339', 'WF33A', 'WF33B', 'WF33C');

COMMIT;
