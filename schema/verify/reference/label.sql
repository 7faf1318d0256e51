BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('reference.label', '
  kind text not null
  value text not null
  name_thai text not null
  name_english text not null');
SELECT pg_temp.check_comment('relation', 'reference.label');
SELECT pg_temp.check_constraint('reference.label', 'label_name_thai_key', 'UNIQUE (kind, name_thai)');
SELECT pg_temp.check_constraint('reference.label', 'label_pkey', 'PRIMARY KEY (kind, value)');
SELECT pg_temp.check_columns('reference.bank', '
  bank_code smallint not null
  name_thai text not null
  name_english text not null
  certainty reference.certainty not null');
SELECT pg_temp.check_comment('relation', 'reference.bank');
SELECT pg_temp.check_constraint('reference.bank', 'bank_code_three_digits', 'CHECK (((bank_code >= 1) AND (bank_code <= 999)))');
SELECT pg_temp.check_constraint('reference.bank', 'bank_pkey', 'PRIMARY KEY (bank_code)');
SELECT pg_temp.check_columns('reference.word', '
  kind text
  word text
  value text');
SELECT pg_temp.check_comment('relation', 'reference.word');

SELECT pg_temp.check_grants('relation', 'reference.label', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('relation', 'reference.bank', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('relation', 'reference.word', 'PUBLIC SELECT');
SELECT pg_temp.check_rows('reference.label', 'ROW(kind, value, name_thai)',
  '(budget_type,general,งบทั่วไป)',
  '(budget_type,own,"งบ อปท. จ่ายเอง")',
  '(budget_type,specific,งบเฉพาะกิจ)',
  '(claim_state,awaiting,"รอ อปท. เดิมรับทราบการย้าย")',
  '(claim_state,disposed,จำหน่าย)',
  '(claim_state,live,มีชีวิตอยู่)',
  '(claim_state,suspended,ระงับ)',
  '(disposal_cause,died,ถึงแก่กรรม)',
  '(disposal_cause,disqualified,ขาดคุณสมบัติ)',
  '(disposal_cause,moved,ย้ายที่อยู่)',
  '(disposal_cause,waived,สละสิทธิ)',
  '(marital_status,divorced,หย่าร้าง)',
  '(marital_status,married,สมรส)',
  '(marital_status,other,"อื่น ๆ")',
  '(marital_status,separated,แยกกันอยู่)',
  '(marital_status,single,โสด)',
  '(marital_status,widowed,หม้าย)',
  '(occupation,none,ไม่มีอาชีพ)',
  '(programme,aids,ผู้ป่วยโรคเอดส์)',
  '(programme,disability,ผู้พิการ)',
  '(programme,elderly,ผู้สูงอายุ)',
  '(sex,female,หญิง)',
  '(sex,male,ชาย)',
  '(way_of_payment,cash_in_person,รับเงินสดด้วยตนเอง)',
  '(way_of_payment,cash_to_proxy,รับเงินสดโดยบุคคลที่ได้รับมอบอำนาจจากผู้มีสิทธิ)',
  '(way_of_payment,own_account,โอนเข้าบัญชีเงินฝากธนาคารในนามผู้มีสิทธิ)',
  '(way_of_payment,proxy_account,โอนเข้าบัญชีเงินฝากธนาคารในนามบุคคลที่ได้รับมอบอำนาจจากผู้มีสิทธิ)');
SELECT pg_temp.check_rows('reference.bank', 'ROW(bank_code, name_thai)',
  '(11,ธนาคารทหารไทยธนชาต)',
  '(14,ธนาคารไทยพาณิชย์)',
  '(2,ธนาคารกรุงเทพ)',
  '(22,"ธนาคารซีไอเอ็มบี ไทย")',
  '(24,ธนาคารยูโอบี)',
  '(25,ธนาคารกรุงศรีอยุธยา)',
  '(30,ธนาคารออมสิน)',
  '(33,ธนาคารอาคารสงเคราะห์)',
  '(34,ธนาคารเพื่อการเกษตรและสหกรณ์การเกษตร)',
  '(4,ธนาคารกสิกรไทย)',
  '(6,ธนาคารกรุงไทย)',
  '(66,ธนาคารอิสลามแห่งประเทศไทย)',
  '(67,ธนาคารทิสโก้)',
  '(69,ธนาคารเกียรตินาคินภัทร)',
  '(71,ธนาคารไทยเครดิต)',
  '(73,"ธนาคารแลนด์ แอนด์ เฮ้าส์")');

ROLLBACK;
