-- ER8.4, ER14, ER16, DR15, DR16: how many days the law, or we where it is silent, give for something, by date.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE reference.deadline_kind AS ENUM ('public_notice', 'move_acknowledgement', 'death_verification', 'registrar_report', 'finding_verification', 'notice_recording');
COMMENT ON TYPE reference.deadline_kind IS 'what the days are for: the posting of a public notice (ER16, DR16), the old authority''s acknowledgement of a move (ER8.4), the authority''s verification of a death or of another finding of the civil registry (ER14, ER15), the registrar''s report of a death (DR15), the recording of a notice that was posted (ER16)';

CREATE TABLE reference.deadline (
  kind reference.deadline_kind NOT NULL,
  valid daterange NOT NULL,
  days smallint NOT NULL,
  legal_basis text NOT NULL,
  certainty reference.certainty NOT NULL,
  interpretation_id integer,
  CONSTRAINT deadline_interpretation_fkey FOREIGN KEY (interpretation_id) REFERENCES reference.interpretation (interpretation_id),
  CONSTRAINT deadline_one_at_a_time EXCLUDE USING gist (kind WITH =, valid WITH &&),
  CONSTRAINT deadline_valid_not_empty CHECK (NOT isempty(valid)),
  CONSTRAINT deadline_days_positive CHECK (days BETWEEN 1 AND 366)
);
COMMENT ON TABLE reference.deadline IS 'days that the law gives for something, by date; the first day is not counted';
COMMENT ON COLUMN reference.deadline.kind IS 'what the days are for';
COMMENT ON COLUMN reference.deadline.valid IS 'days of the beginning to which the row applies';
COMMENT ON COLUMN reference.deadline.days IS 'how many full days, the first day not counted';
COMMENT ON COLUMN reference.deadline.legal_basis IS 'regulation, or that it is ours to set';
COMMENT ON COLUMN reference.deadline.certainty IS 'how sure the fact is';
COMMENT ON COLUMN reference.deadline.interpretation_id IS 'interpretation on which the row rests (ER5); NULL: none';
GRANT SELECT ON reference.deadline TO PUBLIC;

INSERT INTO reference.deadline (kind, valid, days, legal_basis, certainty) VALUES
  ('public_notice', '(,)', 15, 'ระเบียบ พ.ศ. 2566 ข้อ 16 และระเบียบ พ.ศ. 2553 ข้อ 16: ปิดประกาศไม่น้อยกว่าสิบห้าวัน', 'sure'),
  ('move_acknowledgement', '(,)', 15, 'ระเบียบ พ.ศ. 2566 ข้อ 8: ไม่ได้กำหนดจำนวนวัน ใช้สิบห้าวันแล้วแจ้งจังหวัด', 'unverified'),
  ('death_verification', '(,)', 7, 'ระเบียบ พ.ศ. 2566 ข้อ 14 วรรคสอง: ไม่ได้กำหนดจำนวนวัน', 'unverified'),
  ('finding_verification', '(,)', 30, 'ระเบียบ พ.ศ. 2566 ข้อ 10: ตรวจสอบสถานะเป็นประจำทุกเดือน', 'unverified'),
  ('notice_recording', '(,)', 3, 'ระเบียบ พ.ศ. 2566 ข้อ 16: ไม่ได้กำหนดจำนวนวัน ประกาศที่บันทึกช้ากว่านี้ต้องปิดใหม่ เพื่อให้คัดค้านได้ครบสิบห้าวัน', 'unverified'),
  ('registrar_report', '(,)', 7, 'ระเบียบ พ.ศ. 2553 ข้อ 15: ภายในเจ็ดวันนับแต่วันได้รับแจ้งการตาย', 'sure');

-- The last day of something that began on a day: that many full days after it. NULL when no row covers the day.
-- Parameters: what it is for; the day on which it began.
CREATE FUNCTION reference.deadline_after(kind reference.deadline_kind, began_on date) RETURNS date
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT deadline_after.began_on + deadline.days
      FROM reference.deadline
     WHERE deadline.kind = deadline_after.kind AND deadline.valid @> deadline_after.began_on;
  END;
COMMENT ON FUNCTION reference.deadline_after(reference.deadline_kind, date) IS 'last day of a deadline that began on a day, the first day not counted';

COMMIT;
