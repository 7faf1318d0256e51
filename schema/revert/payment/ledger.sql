BEGIN;
DROP FUNCTION payment.budget_parts(reference.payer_name, reference.budget_type, numeric, numeric);
DROP TABLE payment.ledger_entry;
DROP TYPE payment.ledger_step;
DROP TYPE payment.ledger_account;
COMMIT;
