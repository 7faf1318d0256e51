BEGIN;
DELETE FROM payment.invariant WHERE name IN ('compiled', 'rolled_up');
DROP FUNCTION report.check_rolled_up(date);
DROP FUNCTION report.check_compiled(date);
COMMIT;
