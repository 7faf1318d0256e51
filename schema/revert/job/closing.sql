BEGIN;

DELETE FROM job.run WHERE task = 'payment_closing';
DELETE FROM job.progress WHERE task = 'payment_closing';
DELETE FROM job.step WHERE task = 'payment_closing';
DELETE FROM job.due_rule WHERE task = 'payment_closing';
DELETE FROM job.task WHERE task = 'payment_closing';
DROP FUNCTION job.settle_recoveries(date, date);
DROP FUNCTION job.close_payrolls(date, date);

COMMIT;
