BEGIN;

DROP TRIGGER disposal_keep_paid ON registry.disposal;
DROP FUNCTION payment.keep_paid_right();
DROP TRIGGER claim_keep_paid ON registry.claim;
DROP TRIGGER claim_inherit_months ON registry.claim;
DROP FUNCTION payment.keep_paid_claim();
DROP FUNCTION payment.inherit_months();
DROP TRIGGER line_no_removal ON payment.line;
DROP TRIGGER line_no_change ON payment.line;
DROP FUNCTION payment.refuse_change_of_line();
DROP FUNCTION payment.guard_partition(name, name);
DROP TABLE payment.inherited_month;
DELETE FROM reference.message WHERE code = 'WF080';

COMMIT;
