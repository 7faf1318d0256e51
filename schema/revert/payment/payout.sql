BEGIN;
DROP TABLE payment.payout;
DROP FUNCTION payment.guard_payout();
DROP TYPE payment.payout_capacity;
DELETE FROM reference.message WHERE code IN ('WF440', 'WF441', 'WF442', 'WF443', 'WF444', 'WF445', 'WF446', 'WF447', 'WF448');
COMMIT;
