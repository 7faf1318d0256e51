BEGIN;

DROP FUNCTION registry.submit(jsonb);
DROP FUNCTION registry.supersede_elsewhere(welfare.thai_id, reference.programme_name, date);
DROP FUNCTION registry.read_application(jsonb, reference.programme_name, date, reference.submission_procedure);
DROP FUNCTION registry.read_declination(jsonb);
DROP FUNCTION registry.read_past_day(text, text, date);
DROP FUNCTION registry.check_submission_fields(jsonb);
DROP FUNCTION registry.check_channel(jsonb, reference.programme_name, date);
DROP FUNCTION registry.read_actor(jsonb, text, text[], text[], welfare.thai_id);

COMMIT;
