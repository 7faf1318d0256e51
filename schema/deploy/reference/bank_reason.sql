-- ER13: why banks do not credit a payment, in words, by the external codes of ISO 20022, and what repairs it.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE reference.bank_reason (
  valid daterange NOT NULL DEFAULT '(,)',
  reason_code text COLLATE "C" NOT NULL,
  name_thai text NOT NULL,
  name_english text NOT NULL,
  needs_new_account boolean NOT NULL,
  source text NOT NULL,
  CONSTRAINT bank_reason_one_at_a_time EXCLUDE USING gist (reason_code WITH =, valid WITH &&),
  CONSTRAINT bank_reason_code CHECK (reason_code ~ '^[A-Z0-9_]{1,35}$'),
  CONSTRAINT bank_reason_valid_not_empty CHECK (NOT isempty(valid)),
  CONSTRAINT bank_reason_words CHECK (btrim(name_thai) <> '' AND btrim(name_english) <> '' AND btrim(source) <> '')
);
COMMENT ON TABLE reference.bank_reason IS 'reasons for which payments fail or come back, by date of the failure';
COMMENT ON COLUMN reference.bank_reason.valid IS 'days on which the code means this';
COMMENT ON COLUMN reference.bank_reason.reason_code IS 'code: external code of ISO 20022, or the system''s own';
COMMENT ON COLUMN reference.bank_reason.name_thai IS 'words in Thai; they name no programme (AR2)';
COMMENT ON COLUMN reference.bank_reason.name_english IS 'words in English';
COMMENT ON COLUMN reference.bank_reason.needs_new_account IS 'whether trying the same account again will fail again: another account, or cash, is needed';
COMMENT ON COLUMN reference.bank_reason.source IS 'list that the code is of';
GRANT SELECT ON reference.bank_reason TO PUBLIC;

INSERT INTO reference.bank_reason (reason_code, name_thai, name_english, needs_new_account, source)
SELECT reason.code, reason.thai, reason.english, reason.account, 'ISO 20022 external status and return reason codes'
  FROM (VALUES
    ('AC01', 'เลขที่บัญชีไม่ถูกต้อง', 'the account number is wrong', true),
    ('AC02', 'เลขที่บัญชีผู้จ่ายไม่ถูกต้อง', 'the payer''s account number is wrong', false),
    ('AC03', 'เลขที่บัญชีผู้รับไม่ถูกต้อง', 'the recipient''s account number is wrong', true),
    ('AC04', 'บัญชีปิดแล้ว', 'the account is closed', true),
    ('AC06', 'บัญชีถูกระงับ', 'the account is blocked', true),
    ('AC13', 'บัญชีประเภทนี้รับโอนไม่ได้', 'an account of that kind takes no transfers', true),
    ('AG01', 'บัญชีนี้ไม่รับการโอนประเภทนี้', 'the account may not take this kind of transfer', true),
    ('AG02', 'รหัสรายการไม่ถูกต้อง', 'the code of the transaction is wrong', false),
    ('AM04', 'เงินในบัญชีผู้จ่ายไม่พอ', 'the payer''s account lacks the money', false),
    ('AM05', 'รายการซ้ำ', 'the bank takes it for a duplicate', false),
    ('AM09', 'จำนวนเงินไม่ตรง', 'the amount is wrong', false),
    ('BE01', 'ชื่อบัญชีไม่ตรงกับผู้รับเงิน', 'the name of the account is not the recipient''s', true),
    ('BE04', 'ไม่มีที่อยู่ผู้รับเงิน', 'the recipient''s address is missing', false),
    ('BE05', 'ไม่รู้จักผู้จ่าย', 'the payer is not known', false),
    ('DT01', 'วันที่ไม่ถูกต้อง', 'the date is wrong', false),
    ('FOCR', 'คืนตามคำขอเรียกคืน', 'returned because it was asked back', false),
    ('MD07', 'เจ้าของบัญชีเสียชีวิต', 'the holder of the account has died', true),
    ('MS02', 'ลูกค้าไม่แจ้งเหตุผล', 'the holder of the account gives no reason', false),
    ('MS03', 'ธนาคารไม่แจ้งเหตุผล', 'the bank gives no reason', false),
    ('NARR', 'ตามคำอธิบายของธนาคาร', 'as the bank''s words say', false),
    ('RC01', 'รหัสธนาคารไม่ถูกต้อง', 'the code of the bank is wrong', true),
    ('RR04', 'ขัดข้อกำหนดของทางการ', 'a rule of the authorities forbids it', false),
    ('TM01', 'ส่งหลังเวลาตัดรอบ', 'it came after the hour by which the bank takes files', false)) AS reason (code, thai, english, account)
UNION ALL
SELECT own.code, own.thai, own.english, false, 'the system''s own'
  FROM (VALUES ('HELD', 'ถูกระงับก่อนส่งจ่าย', 'held before it was handed over'), ('NOT_COLLECTED', 'ไม่มีผู้มารับเงินสด', 'nobody collected the cash')) AS own (code, thai, english);

-- The words of a reason in the session's language; a code that is on no list is its own. Parameters: code; day of the failure.
CREATE FUNCTION reference.bank_reason_text(reason_code text, day date) RETURNS text
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    RETURN coalesce((SELECT CASE welfare.language() WHEN 'en' THEN told.name_english ELSE told.name_thai END
                       FROM reference.bank_reason AS told
                      WHERE told.reason_code = bank_reason_text.reason_code AND told.valid @> bank_reason_text.day), bank_reason_text.reason_code);
  END
  $$;
COMMENT ON FUNCTION reference.bank_reason_text(text, date) IS 'words of a reason for which a payment failed, in the session''s language';
REVOKE ALL ON FUNCTION reference.bank_reason_text(text, date) FROM PUBLIC;

COMMIT;
