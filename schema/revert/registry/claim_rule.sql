BEGIN;

DROP TRIGGER claim_history_no_forgery ON registry.claim_history;
DROP TRIGGER claim_history_no_change ON registry.claim_history;
DROP TRIGGER claim_no_removal ON registry.claim;
DROP TRIGGER claim_check_changed ON registry.claim;
DROP TRIGGER claim_check_new ON registry.claim;
DROP TRIGGER claim_keep_version ON registry.claim;
DROP TRIGGER person_not_disposed ON registry.person;
DROP FUNCTION registry.refuse_edit_of_disposed();
DROP FUNCTION registry.whole_transaction_id(xid);
DROP FUNCTION registry.check_changed_claims();
DROP FUNCTION registry.check_new_claims();
DROP FUNCTION registry.paid_months(date, date);
DROP FUNCTION registry.keep_claim_version();
DROP TABLE registry.claim_transition;

COMMIT;
