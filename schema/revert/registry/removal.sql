BEGIN;

DROP FUNCTION registry.follow_with_proceedings(integer, integer);
DROP FUNCTION registry.record_telling(welfare.thai_id, reference.programme_name, integer, text, date);
DROP FUNCTION registry.order_removal(welfare.thai_id, reference.programme_name, integer, text, text, date);
DROP TRIGGER disposal_has_grounds ON registry.disposal;
DROP FUNCTION registry.check_disposal();

COMMIT;
