BEGIN;

DROP FUNCTION registry.order_keep(welfare.thai_id, reference.programme_name, integer, text, text, date);
DROP FUNCTION registry.verify_finding(welfare.thai_id, reference.programme_name, integer, text, text, date);
DROP FUNCTION registry.propose_removal(welfare.thai_id, reference.programme_name, integer, text, date);
DROP FUNCTION registry.report_objections(welfare.thai_id, reference.programme_name, integer, text, text, date);
DROP FUNCTION registry.record_objection(welfare.thai_id, reference.programme_name, integer, text, date, text, welfare.thai_id);
DROP FUNCTION registry.post_notice(reference.programme_name, welfare.thai_id[], text, reference.notice_place[], date, text);
DROP FUNCTION registry.record_finding(welfare.thai_id, reference.programme_name, registry.finding_kind, date, registry.finding_source, text, text[], text, uuid, boolean, boolean, date);
DROP FUNCTION registry.take_step(registry.finding, registry.finding_state, date, text, text);
DROP FUNCTION registry.own_finding(welfare.thai_id, reference.programme_name, integer);
DROP TABLE registry.told_person;

COMMIT;
