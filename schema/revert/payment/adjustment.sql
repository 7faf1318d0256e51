BEGIN;

DROP FUNCTION payment.decide_recovery(welfare.thai_id, reference.programme_name, date, integer, payment.recovery_outcome, text, text, date);
DROP FUNCTION payment.write_decision(integer[], welfare.thai_id, reference.programme_name, date, integer, payment.recovery_outcome, text, text, date, identity.office_name);
DROP TABLE payment.recovery_decision;
DROP TABLE payment.adjustment;
DROP TYPE payment.adjustment_cause;
DROP TYPE payment.recovery_outcome;
DROP TYPE payment.adjustment_standing;
DROP TYPE payment.adjustment_kind;
DELETE FROM reference.message WHERE code IN ('WF360', 'WF361', 'WF362', 'WF363', 'WF364', 'WF365');

COMMIT;
