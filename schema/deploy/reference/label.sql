-- IS8.5, IS8.6, IS10.6: the words that forms and reports use for coded values, and the banks.
BEGIN;
SET LOCAL ROLE welfare_owner;

CREATE TABLE reference.label (
  kind text COLLATE "C" NOT NULL,
  value text COLLATE "C" NOT NULL,
  name_thai text NOT NULL,
  name_english text NOT NULL,
  CONSTRAINT label_pkey PRIMARY KEY (kind, value),
  CONSTRAINT label_name_thai_key UNIQUE (kind, name_thai)
);
COMMENT ON TABLE reference.label IS 'what people call the coded values; imports read the code and the Thai name';
COMMENT ON COLUMN reference.label.kind IS 'kind of code: sex, marital_status, occupation, way_of_payment, budget_type, programme, claim_state, disposal_cause, evidence, submission_state';
COMMENT ON COLUMN reference.label.value IS 'the code';
COMMENT ON COLUMN reference.label.name_thai IS 'name in Thai';
COMMENT ON COLUMN reference.label.name_english IS 'name in English';

INSERT INTO reference.label (kind, value, name_thai, name_english) VALUES
  ('sex', 'male', 'ชาย', 'male'),
  ('sex', 'female', 'หญิง', 'female'),
  ('marital_status', 'single', 'โสด', 'single'),
  ('marital_status', 'married', 'สมรส', 'married'),
  ('marital_status', 'widowed', 'หม้าย', 'widowed'),
  ('marital_status', 'divorced', 'หย่าร้าง', 'divorced'),
  ('marital_status', 'separated', 'แยกกันอยู่', 'separated'),
  ('marital_status', 'other', 'อื่น ๆ', 'other'),
  ('occupation', 'none', 'ไม่มีอาชีพ', 'no occupation'),
  ('claim_state', 'live', 'มีชีวิตอยู่', 'live'),
  ('claim_state', 'suspended', 'ระงับ', 'suspended'),
  ('claim_state', 'awaiting', 'รอ อปท. เดิมรับทราบการย้าย', 'awaiting acknowledgement of the move'),
  ('claim_state', 'disposed', 'จำหน่าย', 'disposed'),
  ('disposal_cause', 'died', 'ถึงแก่กรรม', 'died'),
  ('disposal_cause', 'moved', 'ย้ายที่อยู่', 'moved'),
  ('disposal_cause', 'waived', 'สละสิทธิ', 'waived'),
  ('disposal_cause', 'disqualified', 'ขาดคุณสมบัติ', 'disqualified'),
  ('way_of_payment', 'cash_in_person', 'รับเงินสดด้วยตนเอง', 'cash in person'),
  ('way_of_payment', 'cash_to_proxy', 'รับเงินสดโดยบุคคลที่ได้รับมอบอำนาจจากผู้มีสิทธิ', 'cash to a proxy'),
  ('way_of_payment', 'own_account', 'โอนเข้าบัญชีเงินฝากธนาคารในนามผู้มีสิทธิ', 'transfer to own account'),
  ('way_of_payment', 'proxy_account', 'โอนเข้าบัญชีเงินฝากธนาคารในนามบุคคลที่ได้รับมอบอำนาจจากผู้มีสิทธิ', 'transfer to a proxy''s account'),
  ('budget_type', 'general', 'งบทั่วไป', 'general budget'),
  ('budget_type', 'specific', 'งบเฉพาะกิจ', 'specific budget'),
  ('budget_type', 'own', 'งบ อปท. จ่ายเอง', 'paid by the authority itself'),
  ('programme', 'elderly', 'ผู้สูงอายุ', 'elderly'),
  ('programme', 'disability', 'ผู้พิการ', 'disability'),
  ('programme', 'aids', 'ผู้ป่วยโรคเอดส์', 'AIDS');

CREATE TABLE reference.bank (
  bank_code smallint NOT NULL,
  name_thai text NOT NULL,
  name_english text NOT NULL,
  certainty reference.certainty NOT NULL,
  CONSTRAINT bank_pkey PRIMARY KEY (bank_code),
  CONSTRAINT bank_code_three_digits CHECK (bank_code BETWEEN 1 AND 999)
);
COMMENT ON TABLE reference.bank IS 'banks by the code of the Bank of Thailand';
COMMENT ON COLUMN reference.bank.bank_code IS 'three digits, written with leading zeros';
COMMENT ON COLUMN reference.bank.name_thai IS 'name in Thai';
COMMENT ON COLUMN reference.bank.name_english IS 'name in English';
COMMENT ON COLUMN reference.bank.certainty IS 'how sure the code is';

INSERT INTO reference.bank (bank_code, name_thai, name_english, certainty) VALUES
  (2, 'ธนาคารกรุงเทพ', 'Bangkok Bank', 'sure'),
  (4, 'ธนาคารกสิกรไทย', 'Kasikornbank', 'sure'),
  (6, 'ธนาคารกรุงไทย', 'Krungthai Bank', 'sure'),
  (11, 'ธนาคารทหารไทยธนชาต', 'TMBThanachart Bank', 'sure'),
  (14, 'ธนาคารไทยพาณิชย์', 'Siam Commercial Bank', 'sure'),
  (22, 'ธนาคารซีไอเอ็มบี ไทย', 'CIMB Thai Bank', 'sure'),
  (24, 'ธนาคารยูโอบี', 'United Overseas Bank (Thai)', 'sure'),
  (25, 'ธนาคารกรุงศรีอยุธยา', 'Bank of Ayudhya', 'sure'),
  (30, 'ธนาคารออมสิน', 'Government Savings Bank', 'sure'),
  (33, 'ธนาคารอาคารสงเคราะห์', 'Government Housing Bank', 'likely'),
  (34, 'ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร', 'Bank for Agriculture and Agricultural Cooperatives', 'likely'),
  (66, 'ธนาคารอิสลามแห่งประเทศไทย', 'Islamic Bank of Thailand', 'likely'),
  (67, 'ธนาคารทิสโก้', 'TISCO Bank', 'sure'),
  (69, 'ธนาคารเกียรตินาคินภัทร', 'Kiatnakin Phatra Bank', 'sure'),
  (71, 'ธนาคารไทยเครดิต', 'Thai Credit Bank', 'likely'),
  (73, 'ธนาคารแลนด์ แอนด์ เฮ้าส์', 'Land and Houses Bank', 'likely');

GRANT SELECT ON reference.label, reference.bank TO PUBLIC;

-- Every word that means a code: the code itself, and its Thai name. Joined, not called, because files are large.
CREATE VIEW reference.word AS
  SELECT label.kind, label.value AS word, label.value FROM reference.label
   UNION ALL
  SELECT label.kind, label.name_thai, label.value FROM reference.label
   UNION ALL
  -- อื่นๆ is as good as อื่น ๆ
  SELECT label.kind, replace(label.name_thai, ' ', ''), label.value FROM reference.label WHERE label.name_thai LIKE '% %';
COMMENT ON VIEW reference.word IS 'words of forms and files with the code that they mean';
COMMENT ON COLUMN reference.word.kind IS 'kind of code (reference.label)';
COMMENT ON COLUMN reference.word.word IS 'word, in lower case';
COMMENT ON COLUMN reference.word.value IS 'code that it means';
GRANT SELECT ON reference.word TO PUBLIC;

COMMIT;
