BEGIN;
DROP TABLE reference.paying_account;
DROP FUNCTION reference.disbursement_rule_of(reference.payer_name, date);
DROP TABLE reference.disbursement_rule;
DROP TYPE reference.retry_cycle;
DROP TYPE reference.executing_agency;
DELETE FROM reference.label WHERE kind = 'executing_agency';
DELETE FROM reference.message WHERE code = 'WF400';
COMMIT;
