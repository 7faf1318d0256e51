BEGIN;

DROP FUNCTION registry.campaign_progress(reference.campaign_kind, integer);
DROP FUNCTION registry.report_list(reference.campaign_kind, integer);
DROP FUNCTION registry.outstanding_checks(reference.campaign_kind, integer);
DROP FUNCTION registry.record_check(reference.campaign_kind, integer, welfare.thai_id, registry.check_outcome, text, date);
DROP FUNCTION registry.own_campaign(reference.campaign_kind, integer);
DROP FUNCTION registry.open_campaign(reference.campaign_kind, integer);

COMMIT;
