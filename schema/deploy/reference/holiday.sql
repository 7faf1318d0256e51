-- RC9: pay day is the 10th (reference.disbursement_rule), or the working day before it when the government or the banks have a holiday. Holidays are loaded, never computed.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF34G', 'ยังไม่ได้บันทึกวันหยุดของ%1$sในปี %2$s', 'the %1$s holidays of %2$s are not loaded',
   'ให้ผู้ดูแลระบบบันทึกวันหยุดทั้งปีด้วย reference.load_holidays', 'An administrator loads the year with reference.load_holidays.'),
  ('WF34H', 'วันหยุด %1$s ไม่อยู่ในปี %2$s', 'the holiday %1$s is not in %2$s',
   NULL, NULL);

CREATE TYPE reference.holiday_calendar AS ENUM ('government', 'bank');
COMMENT ON TYPE reference.holiday_calendar IS 'whose holidays: the government''s (ราชการ), the banks'' (ธนาคาร)';

CREATE TABLE reference.government_holiday (
  holiday date NOT NULL,
  name_thai text NOT NULL,
  document text NOT NULL,
  CONSTRAINT government_holiday_pkey PRIMARY KEY (holiday),
  CONSTRAINT government_holiday_stated CHECK (btrim(name_thai) <> '' AND btrim(document) <> '')
);
COMMENT ON TABLE reference.government_holiday IS 'holidays of the government (RC9)';
COMMENT ON COLUMN reference.government_holiday.holiday IS 'the day';
COMMENT ON COLUMN reference.government_holiday.name_thai IS 'what is kept on it';
COMMENT ON COLUMN reference.government_holiday.document IS 'resolution or announcement that says so';

CREATE TABLE reference.bank_holiday (
  holiday date NOT NULL,
  name_thai text NOT NULL,
  document text NOT NULL,
  CONSTRAINT bank_holiday_pkey PRIMARY KEY (holiday),
  CONSTRAINT bank_holiday_stated CHECK (btrim(name_thai) <> '' AND btrim(document) <> '')
);
COMMENT ON TABLE reference.bank_holiday IS 'holidays of the banks (RC9)';
COMMENT ON COLUMN reference.bank_holiday.holiday IS 'the day';
COMMENT ON COLUMN reference.bank_holiday.name_thai IS 'what is kept on it';
COMMENT ON COLUMN reference.bank_holiday.document IS 'resolution or announcement that says so';
GRANT SELECT ON reference.government_holiday, reference.bank_holiday TO PUBLIC;

-- Loads the holidays of a calendar year, in the place of those loaded before: the cabinet moves and adds some while the year runs.
-- Parameters: whose; calendar year (B.E.); the days, as an object of their names by date, {"2020-02-10": "ชดเชยวันมาฆบูชา"}; document.
-- Answers how many. Errors: WF001 and WF004 not an administrator, WF00A no object, WF010 something is missing, WF34H a day of another year,
-- 22007 a date that is none.
CREATE FUNCTION reference.load_holidays(calendar reference.holiday_calendar, calendar_year integer, holidays jsonb, document text) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET DateStyle = 'ISO, YMD'
  AS $$
  #variable_conflict use_column
  DECLARE
    missing text := CASE WHEN load_holidays.calendar IS NULL THEN 'calendar' WHEN load_holidays.calendar_year IS NULL THEN 'calendar_year'
                         WHEN coalesce(btrim(load_holidays.document), '') = '' THEN 'document' END;
    year daterange;
    wrong text;
    loaded bigint;
  BEGIN
    PERFORM reference.require_administrator();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    IF jsonb_typeof(load_holidays.holidays) IS DISTINCT FROM 'object' THEN
      PERFORM reference.refuse('WF00A', NULL, coalesce(jsonb_typeof(load_holidays.holidays), 'NULL'));
    END IF;
    year := daterange(make_date(load_holidays.calendar_year - 543, 1, 1), make_date(load_holidays.calendar_year - 542, 1, 1));
    SELECT min(day.key) INTO wrong FROM jsonb_each_text(load_holidays.holidays) AS day WHERE NOT year @> day.key::date;
    IF wrong IS NOT NULL THEN
      PERFORM reference.refuse('WF34H', NULL, wrong, load_holidays.calendar_year::text);
    END IF;
    IF load_holidays.calendar = 'government' THEN
      DELETE FROM reference.government_holiday WHERE year @> holiday;
      INSERT INTO reference.government_holiday (holiday, name_thai, document)
      SELECT day.key::date, day.value, btrim(load_holidays.document) FROM jsonb_each_text(load_holidays.holidays) AS day;
    ELSE
      DELETE FROM reference.bank_holiday WHERE year @> holiday;
      INSERT INTO reference.bank_holiday (holiday, name_thai, document)
      SELECT day.key::date, day.value, btrim(load_holidays.document) FROM jsonb_each_text(load_holidays.holidays) AS day;
    END IF;
    GET DIAGNOSTICS loaded = ROW_COUNT;
    RETURN loaded;
  END
  $$;
COMMENT ON FUNCTION reference.load_holidays(reference.holiday_calendar, integer, jsonb, text) IS 'loads the holidays of a calendar year, in the place of those loaded before; administrators only';

-- Whether money moves on a day: no Saturday, no Sunday, no holiday of the government or of the banks. Parameters: the day.
-- Errors: WF34G the year's holidays are not loaded: nothing is guessed.
CREATE FUNCTION reference.is_working_day(day date) RETURNS boolean
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    year daterange := daterange(date_trunc('year', is_working_day.day::timestamp)::date, (date_trunc('year', is_working_day.day::timestamp) + interval '1 year')::date);
    unloaded text := CASE WHEN NOT EXISTS (SELECT FROM reference.government_holiday WHERE year @> holiday) THEN CASE welfare.language() WHEN 'en' THEN 'government' ELSE 'ราชการ' END
                          WHEN NOT EXISTS (SELECT FROM reference.bank_holiday WHERE year @> holiday) THEN CASE welfare.language() WHEN 'en' THEN 'bank' ELSE 'ธนาคาร' END END;
  BEGIN
    IF unloaded IS NOT NULL THEN
      PERFORM reference.refuse('WF34G', NULL, unloaded, welfare.be_year(is_working_day.day)::text);
    END IF;
    RETURN extract(isodow FROM is_working_day.day) < 6
       AND NOT EXISTS (SELECT FROM reference.government_holiday WHERE government_holiday.holiday = is_working_day.day)
       AND NOT EXISTS (SELECT FROM reference.bank_holiday WHERE bank_holiday.holiday = is_working_day.day);
  END
  $$;
COMMENT ON FUNCTION reference.is_working_day(date) IS 'whether money moves on a day (RC9)';

-- The day on which a month's money is paid. Parameters: first of month.
-- Errors: WF034 no first of a month, WF34G the year's holidays are not loaded: nothing is guessed; WF400 no law says by what day.
CREATE FUNCTION reference.pay_day(month date) RETURNS date
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    latest smallint;
  BEGIN
    IF coalesce(NOT reference.is_pay_month(pay_day.month), true) THEN
      PERFORM reference.refuse('WF034', NULL, coalesce(pay_day.month::text, 'NULL'));
    END IF;
    latest := (reference.disbursement_rule_of('local_authority', pay_day.month)).latest_day;
    RETURN (SELECT max(candidate.day)
              FROM (SELECT pay_day.month + back AS day FROM generate_series(0, latest - 1) AS back) AS candidate
             WHERE reference.is_working_day(candidate.day));
  END
  $$;
COMMENT ON FUNCTION reference.pay_day(date) IS 'day on which a month''s money is paid: the 10th, or the working day before (RC9)';
-- The first day from a day on on which money moves.
-- Parameters: the day. Errors: as reference.is_working_day.
CREATE FUNCTION reference.working_day_from(day date) RETURNS date
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    found date := working_day_from.day;
  BEGIN
    WHILE NOT reference.is_working_day(found) LOOP
      found := found + 1;
    END LOOP;
    RETURN found;
  END
  $$;
COMMENT ON FUNCTION reference.working_day_from(date) IS 'first day from a day on on which money moves (RC9)';
REVOKE ALL ON FUNCTION reference.load_holidays(reference.holiday_calendar, integer, jsonb, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reference.load_holidays(reference.holiday_calendar, integer, jsonb, text) TO welfare_admin;

COMMIT;
