-- EG4.1, EO1, DR7, DE17–DE19: the first month that a claim is paid, by the day on which it was made.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE reference.commencement_way AS ENUM ('month_after_claim', 'month_after_order', 'next_fiscal_year', 'fixed_month');
COMMENT ON TYPE reference.commencement_way IS 'when a claim begins to be paid: the month after it was made, the month after the executive''s order, 1 October after it, or one month for all';

CREATE TYPE reference.commencement_age AS ENUM ('month', 'fiscal_year_start');
COMMENT ON TYPE reference.commencement_age IS 'who reaches the age later begins in the month after it, or with the next fiscal year';

CREATE TABLE reference.commencement (
  programme reference.programme_name NOT NULL,
  claimed daterange NOT NULL,
  way reference.commencement_way NOT NULL,
  fixed_month reference.pay_month,
  least_age integer,
  age_counts reference.commencement_age,
  superseded_from reference.pay_month,
  taking_over reference.commencement_way NOT NULL,
  legal_basis text NOT NULL,
  certainty reference.certainty NOT NULL,
  interpretation_id integer,
  CONSTRAINT commencement_interpretation_fkey FOREIGN KEY (interpretation_id) REFERENCES reference.interpretation (interpretation_id),
  CONSTRAINT commencement_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT commencement_claimed_not_empty CHECK (NOT isempty(claimed)),
  CONSTRAINT commencement_fixed_month CHECK ((way = 'fixed_month') = (fixed_month IS NOT NULL)),
  CONSTRAINT commencement_age_both CHECK ((least_age IS NULL) = (age_counts IS NULL)),
  CONSTRAINT commencement_taking_over CHECK (taking_over <> 'fixed_month' OR fixed_month IS NOT NULL),
  CONSTRAINT commencement_least_age CHECK (least_age BETWEEN 0 AND 150),
  CONSTRAINT commencement_one_at_a_time EXCLUDE USING gist (programme WITH =, claimed WITH &&)
);
COMMENT ON TABLE reference.commencement IS 'the first month that a claim is paid, by the day on which it was made (EG4.1, EO1, DE17–DE19)';
COMMENT ON COLUMN reference.commencement.programme IS 'programme';
COMMENT ON COLUMN reference.commencement.claimed IS 'days of confirmation, registration or application to which the row applies';
COMMENT ON COLUMN reference.commencement.way IS 'from when the claim would be paid, were age no question';
COMMENT ON COLUMN reference.commencement.fixed_month IS 'the month, where one month is the first for all';
COMMENT ON COLUMN reference.commencement.least_age IS 'age in complete years before which nothing is paid; NULL: any age';
COMMENT ON COLUMN reference.commencement.age_counts IS 'whether who reaches the age later begins in the month after it or with the next fiscal year';
COMMENT ON COLUMN reference.commencement.superseded_from IS 'from this month on the law of a claim made today applies, if that is earlier (EG3.1)';
COMMENT ON COLUMN reference.commencement.taking_over IS 'from when a claim is paid that takes over from an authority that still pays (ER8.4, DR8, DE17)';
COMMENT ON COLUMN reference.commencement.legal_basis IS 'regulation';
COMMENT ON COLUMN reference.commencement.certainty IS 'how sure the fact is';
COMMENT ON COLUMN reference.commencement.interpretation_id IS 'interpretation on which the row rests (ER5); NULL: none';
GRANT SELECT ON reference.commencement TO PUBLIC;

INSERT INTO reference.commencement
  (programme, claimed, way, fixed_month, least_age, age_counts, superseded_from, taking_over, legal_basis, certainty) VALUES
  ('elderly', '(,2009-04-01)', 'fixed_month', '2009-04-01', 60, 'fiscal_year_start', '2023-09-01', 'fixed_month',
   'ผู้ที่ขึ้นทะเบียนก่อน 1 เมษายน 2552 และอายุครบ 60 ปีภายใน 31 มีนาคม 2552', 'likely'),
  ('elderly', '[2009-04-01,2017-10-01)', 'next_fiscal_year', NULL, 60, 'fiscal_year_start', '2023-09-01', 'next_fiscal_year',
   'ระเบียบ พ.ศ. 2552: จ่ายตั้งแต่ปีงบประมาณถัดไป อายุครบ 60 ปีภายใน 30 กันยายน', 'likely'),
  ('elderly', '[2017-10-01,2018-10-01)', 'next_fiscal_year', NULL, 60, 'month', '2023-09-01', 'next_fiscal_year',
   'ระเบียบ (ฉบับที่ 2) พ.ศ. 2560: ผู้ที่อายุครบระหว่างปีได้รับตั้งแต่เดือนถัดไป', 'likely'),
  ('elderly', '[2018-10-01,2018-12-01)', 'month_after_claim', NULL, 60, 'month', '2023-09-01', 'month_after_claim',
   'ระเบียบ (ฉบับที่ 3) พ.ศ. 2561: ขึ้นทะเบียนตุลาคม–พฤศจิกายน 2561', 'sure'),
  ('elderly', '[2018-12-01,2019-10-01)', 'next_fiscal_year', NULL, 60, 'month', '2023-09-01', 'next_fiscal_year',
   'ระเบียบ (ฉบับที่ 3) พ.ศ. 2561', 'likely'),
  ('elderly', '[2019-10-01,2019-12-01)', 'month_after_claim', NULL, 60, 'month', '2023-09-01', 'month_after_claim',
   'ระเบียบ (ฉบับที่ 4) พ.ศ. 2562: ขึ้นทะเบียนตุลาคม–พฤศจิกายน 2562', 'sure'),
  ('elderly', '[2019-12-01,2023-08-12)', 'next_fiscal_year', NULL, 60, 'month', '2023-09-01', 'next_fiscal_year',
   'ระเบียบ (ฉบับที่ 4) พ.ศ. 2562', 'likely'),
  ('elderly', '[2023-08-12,)', 'month_after_claim', NULL, 60, 'month', NULL, 'month_after_claim',
   'ระเบียบ พ.ศ. 2566 ข้อ 6 และแนวทางปฏิบัติข้อ 4.1', 'sure'),
  ('disability', '(,2009-10-01)', 'month_after_claim', NULL, NULL, NULL, NULL, 'month_after_claim',
   'เงินสงเคราะห์ตามระเบียบ พ.ศ. 2548 สิทธิคงเดิมตามระเบียบ พ.ศ. 2553', 'unverified'),
  ('disability', '[2009-10-01,2010-04-01)', 'fixed_month', '2010-04-01', NULL, NULL, NULL, 'month_after_claim',
   'ระเบียบ พ.ศ. 2553: จดทะเบียนก่อน 1 เมษายน 2553', 'likely'),
  ('disability', '[2010-04-01,2015-10-01)', 'next_fiscal_year', NULL, NULL, NULL, NULL, 'month_after_claim',
   'ระเบียบ พ.ศ. 2553 ข้อ 7 ก่อนแก้ไข', 'sure'),
  ('disability', '[2015-10-01,)', 'month_after_claim', NULL, NULL, NULL, NULL, 'month_after_claim',
   'ระเบียบ (ฉบับที่ 2) พ.ศ. 2559 ข้อ 7: จ่ายตั้งแต่เดือนถัดไป', 'sure'),
  ('aids', '(,)', 'month_after_order', NULL, NULL, NULL, NULL, 'month_after_order',
   'ระเบียบ พ.ศ. 2548: เริ่มเดือนถัดจากคำสั่งผู้บริหารท้องถิ่น', 'likely');

-- First day of the month after a date.
CREATE FUNCTION reference.month_after(day date) RETURNS date
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (date_trunc('month', day::timestamp) + interval '1 month')::date;
COMMENT ON FUNCTION reference.month_after(date) IS 'first day of the month after the date';

-- First 1 October on or after a date.
CREATE FUNCTION reference.fiscal_year_start_from(day date) RETURNS date
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  RETURN (date_trunc('year', day::timestamp - interval '1 day' + interval '3 months') + interval '9 months')::date;
COMMENT ON FUNCTION reference.fiscal_year_start_from(date) IS 'first 1 October on or after the date';

-- How the first month that a claim is lawfully paid comes about: one row, or none when no law is on record for the day.
-- Parameters: programme; birth date; day on which the claim was made (received, EG4.1); day of the
-- executive's order, asked only where the law does (DE19). A row set, so that a query over many claims absorbs it.
-- Columns: the month by the claim alone; the month after the least age, NULL where any will do; what both give; what a later law makes of it.
CREATE FUNCTION reference.first_month_parts(programme reference.programme_name, birth_date welfare.birth_date, claimed_on date, ordered_on date)
  RETURNS TABLE (by_claim date, by_age date, begun date, first_month date)
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT started.first_month, aged.first_month, begun.first_month,
           CASE
             WHEN commencement.superseded_from IS NULL THEN begun.first_month
             ELSE least(begun.first_month,
                        greatest(commencement.superseded_from, reference.month_after(first_month_parts.claimed_on), aged.first_month))
           END
      FROM reference.commencement
     CROSS JOIN LATERAL (
       SELECT CASE commencement.way
                WHEN 'month_after_claim' THEN reference.month_after(first_month_parts.claimed_on)
                WHEN 'month_after_order' THEN reference.month_after(first_month_parts.ordered_on)
                WHEN 'next_fiscal_year' THEN reference.fiscal_year_start_from(reference.month_after(first_month_parts.claimed_on))
                WHEN 'fixed_month' THEN commencement.fixed_month::date
              END AS first_month
     ) AS started
     CROSS JOIN LATERAL (
       SELECT CASE WHEN commencement.least_age IS NOT NULL
                   THEN welfare.first_month(first_month_parts.birth_date, commencement.least_age)
              END AS first_month
     ) AS aged
     CROSS JOIN LATERAL (
       SELECT CASE
                WHEN aged.first_month IS NULL OR aged.first_month <= started.first_month THEN started.first_month
                WHEN commencement.age_counts = 'month' THEN aged.first_month
                ELSE reference.fiscal_year_start_from(aged.first_month)
              END AS first_month
     ) AS begun
     WHERE commencement.programme = first_month_parts.programme
       AND commencement.claimed @> first_month_parts.claimed_on;
  END;
COMMENT ON FUNCTION reference.first_month_parts(reference.programme_name, welfare.birth_date, date, date) IS 'how the first month that a claim is lawfully paid comes about (EG4.1, EO1, DE17–DE19)';

-- The first month that a claim is lawfully paid: one row, or none when no law is on record for the day. Parameters: as
-- reference.first_month_parts.
CREATE FUNCTION reference.first_month(programme reference.programme_name, birth_date welfare.birth_date, claimed_on date, ordered_on date)
  RETURNS TABLE (first_month date)
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT parts.first_month
      FROM reference.first_month_parts(first_month.programme, first_month.birth_date, first_month.claimed_on, first_month.ordered_on) AS parts;
  END;
COMMENT ON FUNCTION reference.first_month(reference.programme_name, welfare.birth_date, date, date) IS 'first month that a claim made on a day is lawfully paid (EG4.1, EO1, DE17–DE19)';

-- The first month in which a claim is lawfully paid that takes over from an authority that still pays, before which that authority pays
-- (ER8.4, DR8, DE17): its age is no question. Parameters: programme; day on which the claim was made; day of the executive's order.
CREATE FUNCTION reference.first_month_taking_over(programme reference.programme_name, claimed_on date, ordered_on date)
  RETURNS TABLE (first_month date)
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT CASE WHEN commencement.superseded_from IS NULL THEN started.first_month
                ELSE least(started.first_month, greatest(commencement.superseded_from, reference.month_after(first_month_taking_over.claimed_on))) END
      FROM reference.commencement
     CROSS JOIN LATERAL (
       SELECT CASE commencement.taking_over
                WHEN 'month_after_claim' THEN reference.month_after(first_month_taking_over.claimed_on)
                WHEN 'month_after_order' THEN reference.month_after(first_month_taking_over.ordered_on)
                WHEN 'next_fiscal_year' THEN reference.fiscal_year_start_from(reference.month_after(first_month_taking_over.claimed_on))
                WHEN 'fixed_month' THEN commencement.fixed_month::date
              END AS first_month
     ) AS started
     WHERE commencement.programme = first_month_taking_over.programme
       AND commencement.claimed @> first_month_taking_over.claimed_on;
  END;
COMMENT ON FUNCTION reference.first_month_taking_over(reference.programme_name, date, date) IS 'first month of a claim that takes over from an authority that still pays (ER8.4, DR8, DE17)';

COMMIT;
