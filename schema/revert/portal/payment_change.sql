BEGIN;

DROP FUNCTION portal.purge_changes(timestamptz);
DROP FUNCTION portal.change_status();
DROP FUNCTION portal.payment_changes(bigint, integer, timestamptz);
DROP FUNCTION portal.publish_changes();
DROP FUNCTION portal.publish_arrived(bigint, bigint);
DROP FUNCTION portal.publish_sent(bigint, bigint);
DROP FUNCTION portal.publish_single(bigint, bigint);
DROP TABLE portal.change_counter;
DROP TABLE portal.payment_change;
DROP FUNCTION portal.guard_removal();
DELETE FROM reference.message WHERE code IN ('WF800', 'WF801', 'WF802', 'WF806');

COMMIT;
