BEGIN;

DROP FUNCTION reference.working_day_from(date);
DROP FUNCTION reference.pay_day(date);
DROP FUNCTION reference.is_working_day(date);
DROP FUNCTION reference.load_holidays(reference.holiday_calendar, integer, jsonb, text);
DROP TABLE reference.bank_holiday;
DROP TABLE reference.government_holiday;
DROP TYPE reference.holiday_calendar;
DELETE FROM reference.message WHERE code IN ('WF34G', 'WF34H');

COMMIT;
