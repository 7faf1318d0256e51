-- RC8, EO3: stale law is loud. The law of each fiscal year is confirmed by somebody, programme by programme; nothing is paid by law that
-- is not on record, or that nobody has confirmed to be in force.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF340', 'ยังไม่มีผู้ยืนยันกฎหมายของเบี้ย%1$sสำหรับปีงบประมาณ %2$s', 'nobody has confirmed the law of the %1$s allowance for fiscal year %2$s',
   'ให้ผู้ดูแลระบบตรวจสอบอัตราและหลักเกณฑ์ในตาราง reference แล้วยืนยันด้วย reference.confirm_law',
   'An administrator checks the rates and criteria in the reference tables and confirms them with reference.confirm_law.'),
  ('WF341', 'กฎหมายของเบี้ย%1$sสำหรับปีงบประมาณ %2$s ยืนยันแล้วเมื่อ %3$s', 'the law of the %1$s allowance for fiscal year %2$s was confirmed on %3$s',
   NULL, NULL),
  ('WF342', 'ยืนยันกฎหมายได้ไม่เกินปีงบประมาณ %1$s', 'the law cannot be confirmed beyond fiscal year %1$s',
   'ยืนยันได้ถึงปีงบประมาณถัดไป', 'It is confirmed up to the next fiscal year, no further.'),
  ('WF343', 'ตาราง %1$s เป็นหลักฐานทางกฎหมาย แก้ไขหรือลบไม่ได้', 'rows of %1$s are on record for good: they are not changed or removed',
   NULL, NULL);

CREATE TABLE reference.law_confirmation (
  fiscal_year reference.fiscal_year NOT NULL,
  programme reference.programme_name NOT NULL,
  confirmed_on date NOT NULL DEFAULT welfare.business_date(),
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  document text NOT NULL,
  confirmed_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  certainty reference.certainty NOT NULL DEFAULT 'sure',
  CONSTRAINT law_confirmation_pkey PRIMARY KEY (fiscal_year, programme),
  CONSTRAINT law_confirmation_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT law_confirmation_document_stated CHECK (btrim(document) <> '')
);
COMMENT ON TABLE reference.law_confirmation IS 'fiscal years for which the rates, criteria and age rules on record were confirmed to be the law in force (RC8)';
COMMENT ON COLUMN reference.law_confirmation.fiscal_year IS 'fiscal year, B.E.';
COMMENT ON COLUMN reference.law_confirmation.programme IS 'the programme';
COMMENT ON COLUMN reference.law_confirmation.confirmed_on IS 'day of the confirmation';
COMMENT ON COLUMN reference.law_confirmation.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN reference.law_confirmation.document IS 'document that says what the law of the year is';
COMMENT ON COLUMN reference.law_confirmation.confirmed_by IS 'user, or database role, that confirmed it';
COMMENT ON COLUMN reference.law_confirmation.certainty IS 'how sure the fact is';
-- The law is everybody's to know, the user who confirmed it is not.
GRANT SELECT (fiscal_year, programme, confirmed_on, recorded_at, document, certainty) ON reference.law_confirmation TO PUBLIC;
ALTER TABLE reference.law_confirmation ENABLE ROW LEVEL SECURITY;
CREATE POLICY law_confirmation_read ON reference.law_confirmation FOR SELECT TO PUBLIC USING (true);
COMMENT ON POLICY law_confirmation_read ON reference.law_confirmation IS 'everybody may know which law is confirmed';

-- Every year from a programme's beginning to 2569, with the legal basis of its rates. Of 2569 the first quarter alone is sure.
INSERT INTO reference.law_confirmation (fiscal_year, programme, confirmed_on, document, confirmed_by, certainty)
SELECT year.fiscal_year, rate.programme, '2025-11-11', string_agg(DISTINCT rate.legal_basis, '; '), 'welfare developers',
       CASE WHEN year.fiscal_year = 2569 THEN greatest(max(rate.certainty), 'likely') ELSE max(rate.certainty) END
  FROM generate_series(2549, 2569) AS year (fiscal_year)
  JOIN reference.rate ON rate.valid && welfare.fiscal_year_range(year.fiscal_year)
 GROUP BY year.fiscal_year, rate.programme;

-- What a month lacks of the law: of every programme that the law knew in that month there must be a rate, a criterion and an age rule;
-- before the first rate of any programme there is nothing to pay by. Parameters: first of month. A row for each thing missing.
CREATE FUNCTION reference.missing_law(month date) RETURNS TABLE (programme reference.programme_name, name_thai text, name_english text)
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    WITH begun AS (
      SELECT rate.programme, min(lower(rate.valid)) AS first_month FROM reference.rate GROUP BY rate.programme
    )
    SELECT begun.programme, lack.name_thai, lack.name_english
      FROM begun
     CROSS JOIN LATERAL (VALUES
       (1, 'อัตรา', 'rate', EXISTS (SELECT FROM reference.rate
                                      WHERE rate.programme = begun.programme AND rate.component = 'base'
                                        AND rate.valid @> missing_law.month)),
       (2, 'หลักเกณฑ์คุณสมบัติ', 'criterion', EXISTS (SELECT FROM reference.criterion
                                      WHERE criterion.programme = begun.programme AND criterion.valid @> missing_law.month)),
       (3, 'หลักเกณฑ์การนับอายุ', 'age rule', EXISTS (SELECT FROM reference.age_rule
                                      WHERE age_rule.programme = begun.programme AND age_rule.valid @> missing_law.month))
     ) AS lack (position, name_thai, name_english, present)
     WHERE NOT lack.present
       AND (begun.first_month <= missing_law.month OR NOT EXISTS (SELECT FROM begun AS any_programme WHERE any_programme.first_month <= missing_law.month))
     ORDER BY begun.first_month, begun.programme, lack.position
  $$;
COMMENT ON FUNCTION reference.missing_law(date) IS 'what of a month''s law is not on record: a row for each programme''s rate, criterion or age rule that is missing';

-- Refuses a month whose law is not on record: nothing is guessed. For what is only computed; what is paid is checked by
-- reference.check_law. Parameters: first of month; programme, default every one. Errors: WF031.
CREATE FUNCTION reference.check_law_on_record(month date, programme reference.programme_name DEFAULT NULL) RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    missing record;
  BEGIN
    SELECT lack.* INTO missing
      FROM reference.missing_law(check_law_on_record.month) WITH ORDINALITY AS lack (programme, name_thai, name_english, position)
     WHERE check_law_on_record.programme IS NULL OR lack.programme = check_law_on_record.programme
     ORDER BY lack.position
     LIMIT 1;
    IF FOUND THEN
      PERFORM reference.refuse('WF031', NULL, reference.programme_text(missing.programme),
                               CASE welfare.language() WHEN 'en' THEN missing.name_english ELSE missing.name_thai END, check_law_on_record.month::text);
    END IF;
  END
  $$;
COMMENT ON FUNCTION reference.check_law_on_record(date, reference.programme_name) IS 'refuses a month whose law is not on record (WF031)';

-- Refuses a month that cannot be paid: its law is not on record, or nobody confirmed it for the month's fiscal year. The check before
-- each payroll. Parameters: first of month. Errors: WF031, WF340 a programme that had begun by that month is not confirmed.
CREATE FUNCTION reference.check_law(month date) RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    year integer := welfare.fiscal_year(check_law.month);
    unconfirmed reference.programme_name;
  BEGIN
    PERFORM reference.check_law_on_record(check_law.month);
    SELECT rate.programme INTO unconfirmed
      FROM reference.rate
     WHERE lower(rate.valid) <= check_law.month
       AND NOT EXISTS (SELECT FROM reference.law_confirmation AS confirmation
                        WHERE confirmation.fiscal_year = year AND confirmation.programme = rate.programme)
     ORDER BY rate.programme
     LIMIT 1;
    IF FOUND THEN
      PERFORM reference.refuse('WF340', NULL, reference.programme_text(unconfirmed), year::text);
    END IF;
  END
  $$;
COMMENT ON FUNCTION reference.check_law(date) IS 'refuses a month whose law is not on record (WF031) or not confirmed for its fiscal year (WF340)';

-- Confirms that the rates, criteria and age rules on record are the law of a programme in a fiscal year. A confirmation is not taken back:
-- when the law changes after it, the change is a row of its own with its legal basis.
-- Parameters: fiscal year (B.E.), the next one at the latest; programme; document that says so.
-- Answers that it is done. Errors: WF001 and WF004 not an administrator, WF010 something is missing, WF031 a month of the year has no law,
-- WF341 confirmed already, WF342 too far ahead.
CREATE FUNCTION reference.confirm_law(fiscal_year integer, programme reference.programme_name, document text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    missing text := CASE WHEN confirm_law.fiscal_year IS NULL THEN 'fiscal_year' WHEN confirm_law.programme IS NULL THEN 'programme'
                         WHEN coalesce(btrim(confirm_law.document), '') = '' THEN 'document' END;
    last_year integer := welfare.fiscal_year(welfare.business_date()) + 1;
    year daterange;
    begins date;
    earlier reference.law_confirmation;
  BEGIN
    PERFORM reference.require_administrator();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    IF confirm_law.fiscal_year > last_year THEN
      PERFORM reference.refuse('WF342', NULL, last_year::text);
    END IF;
    year := welfare.fiscal_year_range(confirm_law.fiscal_year);
    begins := (SELECT min(lower(rate.valid)) FROM reference.rate WHERE rate.programme = confirm_law.programme);
    IF coalesce(begins >= upper(year), true) THEN
      PERFORM reference.refuse('WF031', NULL, reference.programme_text(confirm_law.programme),
                               CASE welfare.language() WHEN 'en' THEN 'rate' ELSE 'อัตรา' END, lower(year)::text);
    END IF;
    PERFORM reference.check_law_on_record(asked.month::date, confirm_law.programme)
       FROM generate_series(greatest(lower(year), begins), upper(year) - 1, interval '1 month') AS asked (month);
    INSERT INTO reference.law_confirmation (fiscal_year, programme, document)
    VALUES (confirm_law.fiscal_year, confirm_law.programme, btrim(confirm_law.document))
    ON CONFLICT ON CONSTRAINT law_confirmation_pkey DO NOTHING;
    IF NOT FOUND THEN
      SELECT * INTO earlier FROM reference.law_confirmation AS confirmation
       WHERE confirmation.fiscal_year = confirm_law.fiscal_year AND confirmation.programme = confirm_law.programme;
      PERFORM reference.refuse('WF341', earlier.document, reference.programme_text(confirm_law.programme), confirm_law.fiscal_year::text,
                               reference.date_text(earlier.confirmed_on));
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION reference.confirm_law(integer, reference.programme_name, text) IS 'confirms that the law on record is that of a programme in a fiscal year; administrators only';

-- How long the law on record lasts, a row for each programme: whether the day's fiscal year is confirmed, the last month up to which years
-- are confirmed without a gap (NULL when the day's own is not), what of the law in force on the day ends first, and its last month.
-- Parameters: the day, default today.
CREATE FUNCTION reference.law_expiring(day date DEFAULT NULL)
  RETURNS TABLE (programme reference.programme_name, fiscal_year integer, is_confirmed boolean, confirmed_to date, ending text, ends_with date)
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    WITH asked AS (
      SELECT coalesce(law_expiring.day, welfare.business_date()) AS day
    ),
    row_of_law (programme, name, valid) AS (
      SELECT rate.programme, 'rate ' || rate.component, rate.valid FROM reference.rate
       UNION ALL
      SELECT criterion.programme, 'criterion', criterion.valid FROM reference.criterion
       UNION ALL
      SELECT age_rule.programme, 'age rule', age_rule.valid FROM reference.age_rule
    )
    SELECT programme.programme, welfare.fiscal_year(asked.day), confirmed.fiscal_year IS NOT NULL,
           (upper(welfare.fiscal_year_range(confirmed.fiscal_year)) - interval '1 month')::date,
           soonest.name, (soonest.ends_before - interval '1 month')::date
      FROM asked
     CROSS JOIN reference.programme
      -- the last year of the unbroken run that begins with the day's
      LEFT JOIN LATERAL (
        SELECT max(run.fiscal_year) AS fiscal_year
          FROM (SELECT confirmation.fiscal_year, confirmation.fiscal_year - row_number() OVER (ORDER BY confirmation.fiscal_year) AS island
                  FROM reference.law_confirmation AS confirmation
                 WHERE confirmation.programme = programme.programme AND confirmation.fiscal_year >= welfare.fiscal_year(asked.day)) AS run
         WHERE run.island = welfare.fiscal_year(asked.day) - 1) AS confirmed ON true
      LEFT JOIN LATERAL (
        SELECT row_of_law.name, upper(row_of_law.valid) AS ends_before
          FROM row_of_law
         WHERE row_of_law.programme = programme.programme AND row_of_law.valid @> asked.day AND upper(row_of_law.valid) IS NOT NULL
         ORDER BY upper(row_of_law.valid), row_of_law.name
         LIMIT 1) AS soonest ON true
     ORDER BY programme.programme
  $$;
COMMENT ON FUNCTION reference.law_expiring(date) IS 'how long the law on record lasts, by programme: up to which month it is confirmed, and what of it ends first';

CREATE TRIGGER law_confirmation_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON reference.law_confirmation
  FOR EACH STATEMENT EXECUTE FUNCTION reference.refuse_change_of_law_record();
COMMENT ON TRIGGER law_confirmation_no_change ON reference.law_confirmation IS 'confirmations stay on record';

REVOKE ALL ON FUNCTION reference.missing_law(date), reference.check_law_on_record(date, reference.programme_name), reference.check_law(date),
  reference.confirm_law(integer, reference.programme_name, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reference.confirm_law(integer, reference.programme_name, text) TO welfare_admin;

COMMIT;
