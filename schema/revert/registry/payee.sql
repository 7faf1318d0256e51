BEGIN;

DROP FUNCTION registry.record_earned_month(welfare.thai_id, reference.programme_name, registry.earned_payee, text, welfare.thai_id, text, text, text, date);
DROP FUNCTION registry.find_payee_after_death(welfare.thai_id, reference.programme_name);
DROP FUNCTION registry.verify_proxy(welfare.thai_id, reference.programme_name, date, welfare.thai_id, registry.representative_kind, text, text, date);

COMMIT;
