-- AQ: what people are told when a business rule refuses, in Thai and in English.
BEGIN;
SET LOCAL ROLE welfare_owner;

CREATE TABLE reference.message (
  code text COLLATE "C" NOT NULL,
  message_thai text NOT NULL,
  message_english text NOT NULL,
  hint_thai text,
  hint_english text,
  CONSTRAINT message_pkey PRIMARY KEY (code),
  CONSTRAINT message_code_class CHECK (code ~ '^WF[0-9A-Z]{3}$'),
  CONSTRAINT message_hint_both CHECK ((hint_thai IS NULL) = (hint_english IS NULL))
);
COMMENT ON TABLE reference.message IS 'messages of business rules; the code is the SQLSTATE';
COMMENT ON COLUMN reference.message.code IS 'SQLSTATE, class WF';
COMMENT ON COLUMN reference.message.message_thai IS 'message in Thai, for format(): %1$s is the first argument';
COMMENT ON COLUMN reference.message.message_english IS 'message in English, with the same arguments';
COMMENT ON COLUMN reference.message.hint_thai IS 'what to do, in Thai';
COMMENT ON COLUMN reference.message.hint_english IS 'what to do, in English';
GRANT SELECT ON reference.message TO PUBLIC;

-- The message of a code in the session's language (welfare.language).
-- Parameters: code; arguments, in the message's order. Errors: none; an unknown code answers itself.
CREATE FUNCTION reference.message_text(code text, VARIADIC arguments text[] DEFAULT '{}') RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT coalesce(
      (SELECT format(CASE welfare.language() WHEN 'en' THEN message.message_english ELSE message.message_thai END,
                     VARIADIC arguments)
         FROM reference.message
        WHERE message.code = message_text.code),
      code)
  $$;
COMMENT ON FUNCTION reference.message_text(text, text[]) IS 'message of a code in the session''s language';

-- Raises a refusal whose message is written already. Parameters: code, class WF, whose hint is given in the session's language;
-- message; detail (which row and value, may be NULL).
CREATE FUNCTION reference.raise_refusal(code text, message text, detail text) RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    hint text;
  BEGIN
    SELECT CASE welfare.language() WHEN 'en' THEN told.hint_english ELSE told.hint_thai END
      INTO hint
      FROM reference.message AS told
     WHERE told.code = raise_refusal.code;
    -- RAISE prints an option that is empty, and refuses one that is NULL.
    IF detail IS NULL AND hint IS NULL THEN
      RAISE EXCEPTION USING ERRCODE = code, MESSAGE = message;
    ELSIF detail IS NULL THEN
      RAISE EXCEPTION USING ERRCODE = code, MESSAGE = message, HINT = hint;
    ELSIF hint IS NULL THEN
      RAISE EXCEPTION USING ERRCODE = code, MESSAGE = message, DETAIL = detail;
    ELSE
      RAISE EXCEPTION USING ERRCODE = code, MESSAGE = message, DETAIL = detail, HINT = hint;
    END IF;
  END
  $$;
COMMENT ON FUNCTION reference.raise_refusal(text, text, text) IS 'raises a refusal whose message is written already, with its code''s hint';

-- Refuses: raises the code as SQLSTATE with its message and hint in the session's language.
-- Parameters: code, class WF; detail (which row and value, may be NULL); arguments of the message.
CREATE FUNCTION reference.refuse(code text, detail text, VARIADIC arguments text[] DEFAULT '{}') RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    PERFORM reference.raise_refusal(code, reference.message_text(code, VARIADIC arguments), detail);
  END
  $$;
COMMENT ON FUNCTION reference.refuse(text, text, text[]) IS 'raises a business rule''s refusal in the session''s language';

-- A date as messages write it: 1 ตุลาคม 2569 in Thai, 2026-10-01 in English.
CREATE FUNCTION reference.date_text(day date) RETURNS text
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE welfare.language() WHEN 'en' THEN to_char(day, 'YYYY-MM-DD') ELSE welfare.format_thai_date(day) END;
COMMENT ON FUNCTION reference.date_text(date) IS 'a date as messages write it in the session''s language';

-- Refuses a form that is no object, or has fields that are not known.
-- Parameters: form; names of the known fields. Errors: WF008.
CREATE FUNCTION reference.refuse_unknown_keys(form jsonb, known text[]) RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    unknown text;
  BEGIN
    IF jsonb_typeof(form) IS DISTINCT FROM 'object' THEN
      PERFORM reference.refuse('WF00A', NULL, coalesce(jsonb_typeof(form), 'NULL'));
    END IF;
    SELECT string_agg('"' || key || '"', ', ' ORDER BY key) INTO unknown
      FROM jsonb_object_keys(form) AS key
     WHERE key <> ALL (known);
    IF unknown IS NOT NULL THEN
      PERFORM reference.refuse('WF008', NULL, unknown, array_to_string(known, ', '));
    END IF;
  END
  $$;
COMMENT ON FUNCTION reference.refuse_unknown_keys(jsonb, text[]) IS 'refuses a form that is no object or has unknown fields, by name';

-- Refuses whoever does not act in one of the duties. Jobs and DBAs act as the owner and may do anything.
-- Parameters: duties, by their names in identity.duty. Errors: WF001 nobody is signed in, WF007.
CREATE FUNCTION reference.require_duty(VARIADIC duties text[]) RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    IF pg_has_role(session_user, 'welfare_owner', 'MEMBER') AND welfare.duty() IS NULL THEN
      RETURN;
    END IF;
    IF welfare.principal() IS NULL THEN
      PERFORM reference.refuse('WF001', NULL);
    END IF;
    -- A role is no duty: an app that attaches users may change to any role it has.
    IF welfare.duty() = ANY (duties) IS NOT TRUE THEN
      PERFORM reference.refuse('WF007', NULL);
    END IF;
  END
  $$;
COMMENT ON FUNCTION reference.require_duty(text[]) IS 'refuses whoever does not act in one of the duties';

-- Refuses whoever is not an administrator with sight of the nation.
-- Errors: WF001 nobody is signed in, WF004.
CREATE FUNCTION reference.require_administrator() RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    IF pg_has_role(session_user, 'welfare_owner', 'MEMBER') AND welfare.duty() IS NULL THEN
      RETURN;
    END IF;
    IF welfare.principal() IS NULL THEN
      PERFORM reference.refuse('WF001', NULL);
    END IF;
    IF (welfare.nation() AND welfare.duty() = 'administrator') IS NOT TRUE THEN
      PERFORM reference.refuse('WF004', NULL);
    END IF;
  END
  $$;
COMMENT ON FUNCTION reference.require_administrator() IS 'refuses whoever is not an administrator with sight of the nation';

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF001', 'ยังไม่ได้เข้าสู่ระบบ จึงไม่ทราบว่าผู้ใช้งานคือใคร', 'nobody is signed in, so it is not known who is asking',
   'ให้เข้าสู่ระบบก่อน หรือให้ผู้ดูแลฐานข้อมูลผูกบทบาทกับผู้ใช้งาน (welfare.principal)', 'Sign in first, or have the role bound to a user (welfare.principal).'),
  ('WF002', 'อปท. %1$s อยู่นอกขอบเขตที่ท่านมองเห็น', 'local authority %1$s is outside your scope',
   'ให้ผู้ใช้งานของ อปท. นั้นดำเนินการ', 'A user of that local authority can do it.'),
  ('WF003', 'ไม่มีรายการนำเข้าเลขที่ %1$s ของท่าน', 'there is no import %1$s of yours',
   'เปิดรายการด้วย registry.begin_import ในธุรกรรมเดียวกัน', 'Open one with registry.begin_import, in the same transaction.'),
  ('WF004', 'การดำเนินการนี้ต้องเป็นผู้ดูแลระบบที่เห็นข้อมูลทั้งประเทศ', 'this needs an administrator with sight of the nation',
   'ให้ผู้ดูแลระบบดำเนินการ', 'An administrator can do it.'),
  ('WF005', 'แถวของรายการนำเข้าเลขที่ %1$s หายไปเพราะเซิร์ฟเวอร์หยุดกะทันหัน', 'the staged rows of import %1$s were lost when the server stopped',
   'ให้นำเข้าแฟ้มอีกครั้ง', 'Import the file again.'),
  ('WF006', 'มีแถวเพิ่มเข้ามาในรายการนำเข้าเลขที่ %1$s ระหว่างตรวจ จึงไม่บันทึกรายการใด', 'rows were staged under import %1$s while it was being judged, so nothing was recorded',
   'ให้นำเข้าแฟ้มอีกครั้ง', 'Import the file again.'),
  ('WF007', 'หน้าที่ของท่านไม่ให้ดำเนินการนี้', 'your duty does not allow this',
   'ให้ผู้ใช้งานที่มีหน้าที่นั้นดำเนินการ', 'A user whose duty it is can do it.'),
  ('WF000', 'ทำรายการเรียบร้อยแล้ว', 'done',
   NULL, NULL),
  ('WF008', 'แบบฟอร์มมีช่องที่ไม่รู้จัก: %1$s (ช่องที่ใช้ได้คือ %2$s)', 'the form has unknown fields: %1$s (known are %2$s)',
   'ให้แก้ชื่อช่องตามเอกสาร', 'Mend the names of the fields.'),
  ('WF009', 'ไม่พบข้อมูล ตามเงื่อนไขที่กำหนด', 'nothing matches what was asked for',
   NULL, NULL),
  ('WF00A', 'แบบฟอร์มต้องเป็นวัตถุ JSON แต่ได้รับ %1$s', 'the form must be a JSON object, not %1$s',
   NULL, NULL),
  ('WF010', 'ต้องระบุ %1$s', '%1$s is required',
   NULL, NULL),
  ('WF011', '%1$s: ไม่รู้จักค่า "%2$s"; ค่าที่ใช้ได้คือ %3$s', '%1$s: unknown value "%2$s"; known are %3$s',
   NULL, NULL),
  ('WF012', '%1$s: %2$s', '%1$s: %2$s',
   NULL, NULL),
  ('WF01A', 'top_up: "%1$s" ไม่ใช่จำนวนเงินบาท (ตัวเลข ทศนิยมไม่เกินสองตำแหน่ง)', 'top_up: "%1$s" is not an amount in baht: digits, with at most two decimals',
   NULL, NULL),
  ('WF01B', 'account_number: "%1$s" ไม่ใช่เลขที่บัญชี (ตัวเลข 1 ถึง 20 หลัก)', 'account_number: "%1$s" is not an account number: 1 to 20 digits',
   NULL, NULL),
  ('WF01C', 'bank_code: ไม่มีธนาคารรหัส "%1$s"; รหัสที่มีคือ %2$s', 'bank_code: there is no bank "%1$s"; known are %2$s',
   NULL, NULL),
  ('WF013', 'เลขประจำตัว %1$s ขึ้นต้นด้วย %2$s ซึ่งมิใช่บุคคลที่ยื่นขอรับเบี้ยได้ (ต้องขึ้นต้นด้วย 1–8)', 'ID %1$s begins with %2$s and is not that of a person who can claim (1–8)',
   NULL, NULL),
  ('WF014', 'ไม่มี อปท. รหัส %1$s ในวันที่ %2$s', 'there is no local authority %1$s on %2$s',
   NULL, NULL),
  ('WF015', '%1$s ไม่จ่ายเบี้ยตามระเบียบนี้', '%1$s does not pay under these regulations',
   NULL, NULL),
  ('WF016', '%1$s %2$s อยู่หลังวันนี้ (%3$s)', '%1$s %2$s lies after today (%3$s)',
   NULL, NULL),
  ('WF017', '%1$s %2$s อยู่ก่อน%3$s %4$s', '%1$s %2$s lies before %3$s %4$s',
   NULL, NULL),
  ('WF018', 'บุคคลและประเภทเบี้ยซ้ำกับบรรทัดที่ %1$s', 'same person and programme as line %1$s',
   NULL, NULL),
  ('WF019', 'ข้อมูลบุคคลไม่ตรงกับที่บันทึกไว้: %1$s', 'the person''s details differ from those on record: %1$s',
   'ให้ตรวจเอกสาร แล้วแก้แฟ้ม หรือแก้ข้อมูลบุคคลก่อนนำเข้า', 'Check the papers, then mend the file, or edit the person before importing.'),
  ('WF020', 'บุคคลนี้มีสิทธิรับเบี้ยอยู่ที่ %1$s', 'the person has a live claim at %1$s',
   'ให้ติดต่อ อปท. ดังกล่าว', 'Contact that local authority.'),
  ('WF021', 'บุคคลนี้มีสิทธิประเภทนี้อยู่แล้วที่ อปท. เดียวกัน แต่ข้อมูลต่างกัน: %1$s', 'the claim is already recorded at this authority, with other details: %1$s',
   NULL, NULL),
  ('WF022', 'ไม่มีกฎหมายที่กำหนดเดือนแรกของการจ่าย%1$s สำหรับคำขอวันที่ %2$s', 'no law on record says when a %1$s claim made on %2$s begins',
   NULL, NULL),
  ('WF023', 'อ่านบรรทัดนี้ไม่ได้: %1$s', 'the record cannot be read: %1$s',
   NULL, NULL),
  ('WF024', '%1$s ต้องมีธนาคาร สาขา เลขที่บัญชี และชื่อบัญชีครบ', '%1$s needs bank, branch, account number and account name',
   NULL, NULL),
  ('WF025', 'บุคคลนี้ถูกบันทึกโดยรายการอื่นในขณะเดียวกัน', 'another import recorded this claim at the same time',
   'ให้นำเข้าอีกครั้ง', 'Import again.'),
  ('WF026', 'แฟ้มระบุบุคคลเดียวกันไว้ต่างกันในบรรทัดที่ %1$s', 'the file describes the same person differently on line %1$s',
   NULL, NULL),
  ('WF028', 'แฟ้มระบุบุคคลเดียวกันไว้ที่ อปท. อื่นในบรรทัดที่ %1$s', 'the file has the same person at another local authority on line %1$s',
   NULL, NULL),
  ('WF027', 'แฟ้มระบุสิทธิเดียวกันไว้ต่างกันในบรรทัดที่ %1$s', 'the file describes the same claim differently on line %1$s',
   NULL, NULL),
  ('WF030', 'เดือน %1$s ยังมาไม่ถึง (วันนี้ %2$s)', 'the month %1$s has not come (today is %2$s)',
   'จัดทำบัญชีรายชื่อได้ตั้งแต่วันที่ 1 ของเดือน', 'A payroll is prepared from the 1st of its month on.'),
  ('WF031', 'ไม่มี%2$sของเบี้ย%1$sสำหรับเดือน %3$s', 'there is no %2$s of the %1$s allowance for %3$s',
   'กฎหมายของเดือนนั้นต้องอยู่ในตาราง reference ก่อน จึงจะคำนวณได้', 'The law of the month must be on record in the reference tables before anything is computed.'),
  ('WF032', 'ยังไม่ได้จัดทำบัญชีรายชื่อของเดือน %1$s', 'the payroll of %1$s has not been prepared',
   'จัดทำด้วย payment.prepare ก่อน', 'Prepare it with payment.prepare first.'),
  ('WF033', 'ต้องระบุเดือน', 'the month is required',
   'ระบุเป็นวันที่ 1 ของเดือน เช่น 2026-10-01', 'Give it as its first day, such as 2026-10-01.'),
  ('WF034', '%1$s ไม่ใช่วันที่ 1 ของเดือน หรือปีไม่ใช่ ค.ศ. ระหว่าง 1992 ถึง 2157', '%1$s is not the first of a month, or its year is not one CE from 1992 to 2157',
   'ระบุเป็นวันที่ 1 ของเดือน เช่น 2026-10-01', 'Give the month as its first day, such as 2026-10-01.'),
  ('WF040', 'กรุณาระบุ ปี', 'the fiscal year is required',
   'ระบุปีงบประมาณเป็นปี พ.ศ. เช่น 2569', 'Give the fiscal year as a Buddhist-era year, such as 2569.'),
  ('WF041', 'ปีงบประมาณ %1$s ยังไม่ได้ประมวลผล', 'fiscal year %1$s has not been compiled',
   'ผู้ดูแลระบบต้องปิดปีและประมวลผลก่อน (report.compile)', 'An administrator closes and compiles the year first (report.compile).'),
  ('WF042', 'ปีงบประมาณ %1$s ยังไม่สิ้นสุด (วันนี้ %2$s)', 'fiscal year %1$s is not over (today is %2$s)',
   'ปิดปีได้ตั้งแต่วันที่ 1 ตุลาคม', 'A year is closed from the 1 October after it on.'),
  ('WF043', 'เดือน %1$s ไม่อยู่ในปีงบประมาณ %2$s', 'the month %1$s is not in fiscal year %2$s',
   'ระบุวันที่ 1 ของเดือนหนึ่งในปีงบประมาณนั้น', 'Give the first of one of its months.'),
  ('WF050', 'เดือนของสิทธินี้ซ้อนกับสิทธิอื่นของบุคคลและประเภทเดียวกัน', 'the months of this claim overlap another claim of the same person and programme',
   'สิทธิใหม่เริ่มได้หลังเดือนสุดท้ายของสิทธิเดิม', 'A new claim begins after the last month of the one before.');

COMMIT;
