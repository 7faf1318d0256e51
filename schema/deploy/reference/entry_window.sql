-- IS8.1, EG3.1: when beneficiaries may be entered, a row per fiscal year and programme that an administrator sets.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE reference.entry_window (
  fiscal_year reference.fiscal_year NOT NULL,
  programme reference.programme_name NOT NULL,
  open_on daterange NOT NULL,
  legal_basis text NOT NULL,
  CONSTRAINT entry_window_pkey PRIMARY KEY (fiscal_year, programme),
  CONSTRAINT entry_window_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT entry_window_bounded CHECK (NOT isempty(open_on) AND lower(open_on) IS NOT NULL AND upper(open_on) IS NOT NULL),
  CONSTRAINT entry_window_in_year CHECK (welfare.fiscal_year_range(fiscal_year) @> open_on)
);
COMMENT ON TABLE reference.entry_window IS 'days on which beneficiaries may be entered by hand or by import (IS8.1)';
COMMENT ON COLUMN reference.entry_window.fiscal_year IS 'fiscal year, B.E.';
COMMENT ON COLUMN reference.entry_window.programme IS 'the programme';
COMMENT ON COLUMN reference.entry_window.open_on IS 'days on which it is open';
COMMENT ON COLUMN reference.entry_window.legal_basis IS 'regulation, or the administrator''s order';
GRANT SELECT ON reference.entry_window TO PUBLIC;

-- From 12 August 2566 confirmations are open January to December (EG3.1), applications since amendment (2): whole years.
INSERT INTO reference.entry_window (fiscal_year, programme, open_on, legal_basis)
SELECT year, 'elderly'::reference.programme_name, welfare.fiscal_year_range(year) * daterange('2023-08-12', NULL),
       'ระเบียบกระทรวงมหาดไทย พ.ศ. 2566: ยืนยันสิทธิได้ตั้งแต่เดือนมกราคมถึงธันวาคมของทุกปี'
  FROM generate_series(2566, 2575) AS year
 UNION ALL
SELECT year, 'disability', welfare.fiscal_year_range(year),
       'ระเบียบกระทรวงมหาดไทยว่าด้วยเบี้ยความพิการ (ฉบับที่ 2) พ.ศ. 2559: ลงทะเบียนได้ตลอดปี'
  FROM generate_series(2559, 2575) AS year;

-- Sets the entry window of a fiscal year and programme, or changes it.
-- Parameters: fiscal year (B.E.); programme; first and last day on which it is open, both inside that year; why.
-- Errors: WF001 and WF004 not an administrator, WF010 something is missing, WF017 the last day before the first,
-- WF06A a day outside the year.
CREATE FUNCTION reference.set_entry_window(
    fiscal_year integer, programme reference.programme_name, opens_on date, closes_on date, legal_basis text)
  RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    missing text := CASE WHEN set_entry_window.fiscal_year IS NULL THEN 'fiscal_year' WHEN set_entry_window.programme IS NULL THEN 'programme'
                         WHEN opens_on IS NULL THEN 'opens_on' WHEN closes_on IS NULL THEN 'closes_on'
                         WHEN coalesce(btrim(set_entry_window.legal_basis), '') = '' THEN 'legal_basis' END;
    year daterange;
  BEGIN
    PERFORM reference.require_administrator();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    IF closes_on < opens_on THEN
      PERFORM reference.refuse('WF017', NULL, 'closes_on', closes_on::text, 'opens_on', opens_on::text);
    END IF;
    year := welfare.fiscal_year_range(set_entry_window.fiscal_year);
    IF NOT year @> daterange(opens_on, closes_on, '[]') THEN
      PERFORM reference.refuse('WF06A', NULL, set_entry_window.fiscal_year::text, lower(year)::text, (upper(year) - 1)::text);
    END IF;
    INSERT INTO reference.entry_window AS stored (fiscal_year, programme, open_on, legal_basis)
    VALUES (set_entry_window.fiscal_year, set_entry_window.programme, daterange(opens_on, closes_on, '[]'), set_entry_window.legal_basis)
    ON CONFLICT ON CONSTRAINT entry_window_pkey
      DO UPDATE SET open_on = excluded.open_on, legal_basis = excluded.legal_basis;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION reference.set_entry_window(integer, reference.programme_name, date, date, text) IS 'sets when beneficiaries of a programme may be entered in a fiscal year; administrators only';
REVOKE ALL ON FUNCTION reference.set_entry_window(integer, reference.programme_name, date, date, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reference.set_entry_window(integer, reference.programme_name, date, date, text) TO welfare_admin;

-- Why a programme's beneficiaries cannot be entered on a day; NULL when they can.
-- Parameters: programme; day. The answer begins with the message's code.
CREATE FUNCTION reference.entry_problem(programme reference.programme_name, day date) RETURNS text
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT CASE
             WHEN bool_or(entry_window.open_on @> day) THEN NULL
             WHEN count(*) = 0
               THEN 'WF061 ' || reference.message_text('WF061', reference.programme_text(entry_problem.programme), welfare.fiscal_year(day)::text)
             ELSE 'WF060 ' || reference.message_text('WF060', reference.programme_text(entry_problem.programme),
                                                     reference.date_text(min(lower(entry_window.open_on))),
                                                     reference.date_text(max(upper(entry_window.open_on)) - 1), reference.date_text(day))
           END
      FROM reference.entry_window
     WHERE entry_window.programme = entry_problem.programme
       AND entry_window.fiscal_year = welfare.fiscal_year(day)
  $$;
COMMENT ON FUNCTION reference.entry_problem(reference.programme_name, date) IS 'why beneficiaries of a programme cannot be entered on a day, with the message''s code; NULL when they can (IS8.1)';
REVOKE ALL ON FUNCTION reference.entry_problem(reference.programme_name, date) FROM PUBLIC;

COMMIT;
