BEGIN;

DROP FUNCTION registry.lapse_submission(welfare.thai_id, reference.programme_name, bigint, text);
DROP FUNCTION registry.supply_facts(welfare.thai_id, reference.programme_name, bigint, text, text);
DROP FUNCTION registry.order_submission(welfare.thai_id, reference.programme_name, bigint, text, text, text, date);
DROP FUNCTION registry.consider(welfare.thai_id, reference.programme_name, bigint, text, text);
DROP FUNCTION registry.opine(welfare.thai_id, reference.programme_name, bigint, text, text);
DROP FUNCTION registry.own_submission(welfare.thai_id, reference.programme_name, bigint);

COMMIT;
