-- The words that explanations use for coded values, in both languages.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.label (kind, value, name_thai, name_english) VALUES
  ('entitlement_state', 'payable', 'จ่ายได้', 'payable'),
  ('entitlement_state', 'held', 'รอ อปท. เดิมตอบรับ จึงยังไม่จ่าย', 'held until the authority that the person left acknowledges'),
  ('entitlement_state', 'suspended', 'ระงับการจ่ายตามคำสั่ง', 'suspended by order'),
  ('entitlement_state', 'unmet', 'ขาดคุณสมบัติ หรือมีลักษณะต้องห้าม', 'a criterion is not met'),
  ('entitlement_state', 'undecided', 'ยังไม่ทราบข้อเท็จจริงครบถ้วน จึงยังไม่จ่าย', 'a criterion is not decided, so nothing is paid'),
  ('entitlement_state', 'not_covered', 'ไม่อยู่ในเดือนที่มีสิทธิ', 'the claim does not cover the month'),
  ('not_covered_cause', 'before_first_month', 'ก่อนเดือนแรกที่จ่าย', 'before the first month that is paid'),
  ('not_covered_cause', 'after_last_month', 'หลังเดือนสุดท้ายที่จ่าย', 'after the last month that is paid'),
  ('not_covered_cause', 'no_rate', 'ไม่มีอัตราสำหรับอายุนี้', 'there is no rate for the age'),
  ('commencement_way', 'month_after_claim', 'จ่ายตั้งแต่เดือนถัดจากเดือนที่ยืนยันสิทธิหรือยื่นคำขอ', 'paid from the month after the confirmation or application'),
  ('commencement_way', 'month_after_order', 'จ่ายตั้งแต่เดือนถัดจากเดือนที่ผู้บริหารท้องถิ่นมีคำสั่ง', 'paid from the month after the executive''s order'),
  ('commencement_way', 'next_fiscal_year', 'จ่ายตั้งแต่ปีงบประมาณถัดไป', 'paid from the next fiscal year'),
  ('commencement_way', 'fixed_month', 'จ่ายตั้งแต่เดือนที่กำหนดไว้สำหรับทุกคน', 'paid from one month, the same for all'),
  ('first_month_reason', 'claim', 'นับจากวันที่ยืนยันสิทธิ ยื่นคำขอ หรือมีคำสั่ง', 'counted from the confirmation, application or order'),
  ('first_month_reason', 'age', 'นับจากเดือนที่อายุครบ', 'counted from completing the age'),
  ('first_month_reason', 'later_law', 'ระเบียบที่ออกภายหลังให้จ่ายเร็วกว่า', 'a later regulation pays earlier'),
  ('first_month_reason', 'taking_over', 'รับช่วงต่อจาก อปท. เดิมที่ยังจ่ายอยู่', 'takes over from an authority that was still paying'),
  ('first_month_reason', 'earlier_claim', 'ต่อจากเดือนสุดท้ายของสิทธิเดิม', 'follows the last month of an earlier claim'),
  ('first_month_reason', 'record', 'ตามที่บันทึกไว้', 'as recorded'),
  ('ending_basis', 'month_of_event', 'จ่ายถึงเดือนที่เกิดเหตุ', 'paid to the month of the event'),
  ('ending_basis', 'month_of_order', 'จ่ายถึงเดือนที่มีคำสั่ง', 'paid to the month of the order'),
  ('ending_basis', 'fiscal_year_of_event', 'จ่ายถึงสิ้นปีงบประมาณที่เกิดเหตุ', 'paid to the end of the event''s fiscal year'),
  ('birth_date_precision', 'day', 'ทราบวัน เดือน ปีเกิด', 'day, month and year of birth are known'),
  ('birth_date_precision', 'month', 'ไม่ทราบวันเกิด ถือเป็นวันที่ 1 ของเดือนเกิด', 'the day of birth is unknown: it counts as the 1st of the month'),
  ('birth_date_precision', 'year', 'ทราบเฉพาะปีเกิด ถือเป็นวันแรกของปีปฏิทินนั้น', 'only the year of birth is known: it counts as the first day of that calendar year'),
  ('fact_source', 'papers', 'เอกสารหลักฐานของสิทธินี้', 'the papers of this claim'),
  ('fact_source', 'age', 'วันเดือนปีเกิด', 'the birth date'),
  ('fact_source', 'claim', 'การยืนยันสิทธิ การยื่นคำขอ หรือคำสั่งของสิทธินี้', 'the confirmation, application or order of this claim'),
  ('fact_source', 'other_allowance', 'เบี้ยอื่นที่ได้รับจาก อปท.', 'another allowance that the person receives from the local authority'),
  ('fact_source', 'combined', 'ข้อเท็จจริงหลายข้อรวมกัน', 'several facts together'),
  ('fact_source', 'none', 'ยังไม่มีข้อมูล', 'nothing is known'),
  ('fact_known', 'true', 'ใช่', 'yes'),
  ('fact_known', 'false', 'ไม่ใช่', 'no'),
  ('fact_known', 'unknown', 'ไม่ทราบ', 'unknown'),
  ('fact_days', 'first', 'นับวันที่ 1 ของเดือน', 'counted on the 1st of the month'),
  ('fact_days', 'eve_and_first', 'ต้องมีทั้งวันสุดท้ายของเดือนก่อนและวันที่ 1 ของเดือน', 'must hold on the last day of the month before and on the 1st'),
  ('criterion_term', 'no_other_benefit', 'ไม่ได้รับสวัสดิการอื่นจากรัฐเป็นประจำ หรือได้รับเบี้ยอื่นจาก อปท. ซึ่งไม่ต้องห้าม',
   'Receives no other regular benefit of the state, or receives another allowance of the local authority, which is no bar'),
  ('rate_component', 'base', 'อัตราพื้นฐาน', 'base rate'),
  ('rate_component', 'additional', 'เงินเพิ่มชั่วคราว', 'temporary addition'),
  ('rate_component', 'welfare_card', 'เงินเพิ่มผู้มีบัตรสวัสดิการแห่งรัฐ', 'addition for holders of the State Welfare Card'),
  ('payer', 'local_authority', 'องค์กรปกครองส่วนท้องถิ่น', 'local authority'),
  ('payer', 'welfare_card_fund', 'กองทุนประชารัฐสวัสดิการ', 'State Welfare Card fund'),
  ('age_basis', 'month', 'อายุครบก่อนวันที่ 1 ของเดือน', 'age complete before the 1st of the month'),
  ('age_basis', 'fiscal_year_start', 'อายุครบก่อนวันเริ่มปีงบประมาณ', 'age complete before the fiscal year began'),
  ('change_reason', 'age', 'อายุถึงขั้นถัดไป', 'the age reaches the next step'),
  ('change_reason', 'age_rule', 'วิธีนับอายุเปลี่ยน', 'the way of counting the age changes'),
  ('change_reason', 'rate_begins', 'อัตราใหม่เริ่มใช้', 'a new rate begins'),
  ('change_reason', 'rate_ends', 'อัตราหนึ่งสิ้นสุด', 'a rate ends');

-- What people call a coded value in a language. Parameters: kind; code; language, th or en. NULL for a code that is NULL or has no word.
CREATE FUNCTION registry.word_in(kind text, value text, language text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT CASE word_in.language WHEN 'en' THEN label.name_english ELSE label.name_thai END
      FROM reference.label
     WHERE label.kind = word_in.kind AND label.value = word_in.value;
  END;
COMMENT ON FUNCTION registry.word_in(text, text, text) IS 'what people call a coded value in a language';

-- A month in words: ตุลาคม 2569, October 2026. Parameters: first of month; language, th or en.
CREATE FUNCTION registry.month_in(month date, language text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE language WHEN 'en' THEN to_char(month, 'FMMonth YYYY')
                       ELSE welfare.thai_month_name(extract(month FROM month)::integer) || ' ' || welfare.be_year(month) END;
COMMENT ON FUNCTION registry.month_in(date, text) IS 'a month in words';

-- A day in words: 1 ตุลาคม 2569, 1 October 2026. Parameters: day; language, th or en.
CREATE FUNCTION registry.day_in(day date, language text) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE language WHEN 'en' THEN to_char(day, 'FMDD FMMonth YYYY') ELSE welfare.format_thai_date(day) END;
COMMENT ON FUNCTION registry.day_in(date, text) IS 'a day in words';

REVOKE ALL ON FUNCTION registry.word_in(text, text, text), registry.month_in(date, text), registry.day_in(date, text) FROM PUBLIC;

COMMIT;
