BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('reference.holiday_calendar', 'government, bank');
SELECT pg_temp.check_comment('type', 'reference.holiday_calendar');
SELECT pg_temp.check_columns('reference.government_holiday', '
  holiday date not null
  name_thai text not null
  document text not null');
SELECT pg_temp.check_comment('relation', 'reference.government_holiday');
SELECT pg_temp.check_constraint('reference.government_holiday', 'government_holiday_pkey', 'PRIMARY KEY (holiday)');
SELECT pg_temp.check_constraint('reference.government_holiday', 'government_holiday_stated', 'CHECK (((btrim(name_thai) <> ''''::text) AND (btrim(document) <> ''''::text)))');
SELECT pg_temp.check_columns('reference.bank_holiday', '
  holiday date not null
  name_thai text not null
  document text not null');
SELECT pg_temp.check_comment('relation', 'reference.bank_holiday');
SELECT pg_temp.check_constraint('reference.bank_holiday', 'bank_holiday_pkey', 'PRIMARY KEY (holiday)');
SELECT pg_temp.check_constraint('reference.bank_holiday', 'bank_holiday_stated', 'CHECK (((btrim(name_thai) <> ''''::text) AND (btrim(document) <> ''''::text)))');
SELECT pg_temp.check_function('reference.pay_day(date)',
  'welfare_owner invoker stable returns date search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.pay_day(date)');
SELECT pg_temp.check_function('reference.working_day_from(date)',
  'welfare_owner invoker stable returns date search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.working_day_from(date)');
SELECT pg_temp.check_function('reference.load_holidays(reference.holiday_calendar,integer,jsonb,text)',
  'welfare_owner definer volatile returns bigint search_path=pg_catalog, welfare, pg_temp client_min_messages=warning DateStyle=ISO, YMD');
SELECT pg_temp.check_comment('function', 'reference.load_holidays(reference.holiday_calendar,integer,jsonb,text)');
SELECT pg_temp.check_function('reference.is_working_day(date)',
  'welfare_owner invoker stable returns boolean search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.is_working_day(date)');

SELECT pg_temp.check_grants('relation', 'reference.government_holiday', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('relation', 'reference.bank_holiday', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('function', 'reference.pay_day(date)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.working_day_from(date)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.load_holidays(reference.holiday_calendar,integer,jsonb,text)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.is_working_day(date)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF34G)',
  '(WF34H)');

ROLLBACK;
