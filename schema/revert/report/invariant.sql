BEGIN;
ALTER TABLE payment.invariant DISABLE TRIGGER USER;
DELETE FROM payment.invariant WHERE name IN ('compiled', 'rolled_up');
ALTER TABLE payment.invariant ENABLE TRIGGER USER;
DROP FUNCTION report.check_rolled_up(date);
DROP FUNCTION report.check_compiled(date);
COMMIT;
