BEGIN;
DROP FUNCTION payment.check_invariants(date, text);
DELETE FROM payment.invariant WHERE name IN ('approved', 'references', 'seals', 'batches', 'ledger_balances', 'ledger_agrees', 'prepared', 'lines_once',
  'line_claims', 'claim_months', 'histories', 'guards', 'audit');
DROP FUNCTION payment.check_audit(date);
DROP FUNCTION payment.check_guards(date);
DROP FUNCTION payment.check_histories(date);
DROP FUNCTION payment.check_claim_months(date);
DROP FUNCTION payment.check_line_claims(date);
DROP FUNCTION payment.check_lines_once(date);
DROP FUNCTION payment.check_prepared(date);
DROP FUNCTION payment.check_ledger_agrees(date);
DROP FUNCTION payment.check_ledger_balances(date);
DROP FUNCTION payment.check_batches(date);
DROP FUNCTION payment.check_seals(date);
DROP FUNCTION payment.check_references(date);
DROP FUNCTION payment.check_approved(date);
COMMIT;
