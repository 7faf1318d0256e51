-- ER8.3, ER13, ER16, DR8, DR13, DE3, DE6, DE12, DE19: which month is the last that a disposed claim is paid, by date.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE reference.ending_basis AS ENUM ('month_of_event', 'month_of_order', 'fiscal_year_of_event');
COMMENT ON TYPE reference.ending_basis IS 'what the last month is counted by: the death, move or waiver itself; the order; the end of the fiscal year of the event';

CREATE TABLE reference.ending (
  ending_id smallint GENERATED ALWAYS AS IDENTITY,
  programme reference.programme_name NOT NULL,
  cause reference.disposal_cause NOT NULL,
  happened daterange NOT NULL,
  last_month reference.ending_basis NOT NULL,
  claim_elsewhere_ends boolean NOT NULL,
  needs_first_payment boolean NOT NULL,
  legal_basis text NOT NULL,
  certainty reference.certainty NOT NULL,
  CONSTRAINT ending_pkey PRIMARY KEY (ending_id),
  CONSTRAINT ending_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT ending_one_at_a_time EXCLUDE USING gist (programme WITH =, cause WITH =, happened WITH &&),
  CONSTRAINT ending_happened_not_empty CHECK (NOT isempty(happened))
);
COMMENT ON TABLE reference.ending IS 'last month that a disposed claim is paid, by programme, cause and day of the event';
COMMENT ON COLUMN reference.ending.ending_id IS 'number of the row';
COMMENT ON COLUMN reference.ending.programme IS 'the programme';
COMMENT ON COLUMN reference.ending.cause IS 'cause of the disposal';
COMMENT ON COLUMN reference.ending.happened IS 'days of the event for which the row holds';
COMMENT ON COLUMN reference.ending.last_month IS 'what the last month is counted by';
COMMENT ON COLUMN reference.ending.claim_elsewhere_ends IS 'whether a confirmation or application at another authority makes the month before its first the last, instead';
COMMENT ON COLUMN reference.ending.needs_first_payment IS 'whether nothing is paid when it happens before the first month that is paid (DE9)';
COMMENT ON COLUMN reference.ending.legal_basis IS 'regulation';
COMMENT ON COLUMN reference.ending.certainty IS 'how sure the fact is';
GRANT SELECT ON reference.ending TO PUBLIC;

INSERT INTO reference.ending (programme, cause, happened, last_month, claim_elsewhere_ends, needs_first_payment, legal_basis, certainty) VALUES
  ('elderly', 'died', '(,)', 'month_of_event', false, false, 'ระเบียบ พ.ศ. 2566 ข้อ 13: มีชีวิตอยู่ในวันที่ 1 ได้รับเต็มเดือน', 'sure'),
  ('disability', 'died', '(,)', 'month_of_event', false, false, 'ระเบียบ พ.ศ. 2553 ข้อ 13: มีชีวิตอยู่ในวันที่ 1 ได้รับเต็มเดือน', 'sure'),
  ('aids', 'died', '(,)', 'month_of_event', false, false, 'แนวเดียวกับเบี้ยยังชีพผู้สูงอายุ', 'unverified'),
  ('elderly', 'moved', '(,)', 'fiscal_year_of_event', true, true, 'ระเบียบ พ.ศ. 2566 ข้อ 8: จ่ายจนสิ้นปีงบประมาณที่ย้าย หรือถึงเดือนที่ยืนยันสิทธิกับแห่งใหม่', 'sure'),
  ('disability', 'moved', '(,)', 'month_of_order', true, false, 'ระเบียบ พ.ศ. 2553 ข้อ 8: จ่ายจนถึงเดือนที่ลงทะเบียนกับแห่งใหม่ มิฉะนั้นจนมีคำสั่ง', 'sure'),
  ('aids', 'moved', '(,)', 'month_of_event', false, false, 'ระเบียบ พ.ศ. 2548: สิ้นสุดเมื่อย้าย แห่งใหม่พิจารณาใหม่', 'unverified'),
  ('elderly', 'waived', '(,)', 'month_of_event', false, false, 'ระเบียบ พ.ศ. 2566 ข้อ 14: มีผลเดือนถัดจากการสละสิทธิ', 'likely'),
  ('disability', 'waived', '(,)', 'month_of_event', false, false, 'ระเบียบ พ.ศ. 2553 ข้อ 14: มีผลเดือนถัดจากการสละสิทธิ', 'likely'),
  ('aids', 'waived', '(,)', 'month_of_event', false, false, 'แนวเดียวกับเบี้ยยังชีพผู้สูงอายุ', 'unverified'),
  ('elderly', 'disqualified', '(,)', 'month_of_order', false, false, 'ระเบียบ พ.ศ. 2566 ข้อ 16: จ่ายจนมีคำสั่ง', 'sure'),
  ('disability', 'disqualified', '(,)', 'month_of_order', false, false, 'ระเบียบ พ.ศ. 2553 ข้อ 16: จ่ายจนมีคำสั่ง', 'likely'),
  ('aids', 'disqualified', '(,)', 'month_of_order', false, false, 'แนวเดียวกับเบี้ยยังชีพผู้สูงอายุ', 'unverified');

-- The last month that a disposed claim is lawfully paid: one row, or none when no law is on record for the day.
-- Parameters: programme; cause; day of the death, move or waiver; day of the executive's order; day of the confirmation or
-- application at another authority, NULL when there is none; first month that the claim is paid, NULL when it took over from an authority
-- that was still paying and is protected at once (DE9).
CREATE FUNCTION reference.last_month(programme reference.programme_name, cause reference.disposal_cause, happened_on date,
                                     ordered_on date, claimed_elsewhere_on date, first_month date)
  RETURNS TABLE (last_month date)
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT date_trunc('month', CASE
             WHEN ending.needs_first_payment AND last_month.happened_on < last_month.first_month
               THEN last_month.first_month - 1
             WHEN ending.claim_elsewhere_ends AND last_month.claimed_elsewhere_on IS NOT NULL
               THEN least(counted.day,
                         -- what the new authority does not pay yet is the old one's
                         (SELECT taken_over.first_month - 1
                            FROM reference.first_month_taking_over(last_month.programme, last_month.claimed_elsewhere_on, last_month.claimed_elsewhere_on) AS taken_over))
             ELSE counted.day
           END::timestamp)::date
      FROM reference.ending
     CROSS JOIN LATERAL (
       SELECT CASE ending.last_month
                WHEN 'month_of_event' THEN last_month.happened_on
                WHEN 'month_of_order' THEN last_month.ordered_on
                WHEN 'fiscal_year_of_event' THEN upper(welfare.fiscal_year_range(welfare.fiscal_year(last_month.happened_on))) - 1
              END AS day
     ) AS counted
     WHERE ending.programme = last_month.programme
       AND ending.cause = last_month.cause
       AND ending.happened @> last_month.happened_on;
  END;
COMMENT ON FUNCTION reference.last_month(reference.programme_name, reference.disposal_cause, date, date, date, date) IS 'last month that a disposed claim is lawfully paid';

COMMIT;
