BEGIN;

DELETE FROM job.run WHERE task = 'portal_changes';
DELETE FROM job.progress WHERE task = 'portal_changes';
DELETE FROM job.step WHERE task = 'portal_changes';
DELETE FROM job.due_rule WHERE task = 'portal_changes';
DELETE FROM job.task WHERE task = 'portal_changes';
DROP FUNCTION job.purge_changes(date, date);
DROP FUNCTION job.make_payment_lists(date, date);
DROP FUNCTION job.publish_changes(date, date);

COMMIT;
