BEGIN;

ALTER TABLE payment.invariant DISABLE TRIGGER USER;
DELETE FROM payment.invariant WHERE name IN ('portal_numbers', 'portal_told', 'portal_lists');
ALTER TABLE payment.invariant ENABLE TRIGGER USER;
DROP FUNCTION portal.check_lists(date);
DROP FUNCTION portal.check_told(date);
DROP FUNCTION portal.check_numbers(date);

COMMIT;
