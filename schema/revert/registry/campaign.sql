BEGIN;

DROP FUNCTION registry.require_office(identity.office_name[]);
DROP TABLE registry.campaign_check;
DROP TABLE registry.campaign_recipient;
DROP TABLE registry.campaign;
DROP FUNCTION registry.guard_campaign();
DROP TYPE registry.check_outcome;
DELETE FROM reference.message WHERE code IN ('WF336', 'WF33D', 'WF33E', 'WF33F', 'WF33G', 'WF33H', 'WF33J');

COMMIT;
