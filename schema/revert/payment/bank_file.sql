BEGIN;
DROP FUNCTION payment.file_lines(bigint, integer);
DROP FUNCTION payment.file_header(bigint, integer);
DROP FUNCTION payment.batch_digest(payment.batch, date);
DROP FUNCTION payment.batch_payments(payment.batch, date);
DROP FUNCTION payment.own_batch(bigint, integer);
DROP FUNCTION payment.list_batches(bigint);
DELETE FROM reference.message WHERE code IN ('WF40F', 'WF40G', 'WF40H');
COMMIT;
