BEGIN;
DROP FUNCTION payment.trial_balance(date);
DROP FUNCTION payment.ledger_balances(date, date);
DROP FUNCTION payment.legs_in_scope(date, date);
DROP VIEW payment.ledger_leg;
COMMIT;
