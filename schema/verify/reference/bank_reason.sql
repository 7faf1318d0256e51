BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('reference.bank_reason', '
  valid daterange not null default ''(,)''::daterange
  reason_code text not null
  name_thai text not null
  name_english text not null
  needs_new_account boolean not null
  source text not null');
SELECT pg_temp.check_comment('relation', 'reference.bank_reason');
SELECT pg_temp.check_constraint('reference.bank_reason', 'bank_reason_code', 'CHECK ((reason_code ~ ''^[A-Z0-9_]{1,35}$''::text))');
SELECT pg_temp.check_constraint('reference.bank_reason', 'bank_reason_one_at_a_time', 'EXCLUDE USING gist (reason_code WITH =, valid WITH &&)');
SELECT pg_temp.check_constraint('reference.bank_reason', 'bank_reason_valid_not_empty', 'CHECK ((NOT isempty(valid)))');
SELECT pg_temp.check_constraint('reference.bank_reason', 'bank_reason_words', 'CHECK (((btrim(name_thai) <> ''''::text) AND (btrim(name_english) <> ''''::text) AND (btrim(source) <> ''''::text)))');
SELECT pg_temp.check_function('reference.bank_reason_text(text,date)',
  'welfare_owner invoker stable returns text search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.bank_reason_text(text,date)');

SELECT pg_temp.check_grants('relation', 'reference.bank_reason', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('function', 'reference.bank_reason_text(text,date)', '');
SELECT pg_temp.check_rows('reference.bank_reason', 'ROW(lower(valid), reason_code, name_thai, needs_new_account)',
  '(,AC01,เลขที่บัญชีไม่ถูกต้อง,t)',
  '(,AC02,เลขที่บัญชีผู้จ่ายไม่ถูกต้อง,f)',
  '(,AC03,เลขที่บัญชีผู้รับไม่ถูกต้อง,t)',
  '(,AC04,บัญชีปิดแล้ว,t)',
  '(,AC06,บัญชีถูกระงับ,t)',
  '(,AC13,บัญชีประเภทนี้รับโอนไม่ได้,t)',
  '(,AG01,บัญชีนี้ไม่รับการโอนประเภทนี้,t)',
  '(,AG02,รหัสรายการไม่ถูกต้อง,f)',
  '(,AM04,เงินในบัญชีผู้จ่ายไม่พอ,f)',
  '(,AM05,รายการซ้ำ,f)',
  '(,AM09,จำนวนเงินไม่ตรง,f)',
  '(,BE01,ชื่อบัญชีไม่ตรงกับผู้รับเงิน,t)',
  '(,BE04,ไม่มีที่อยู่ผู้รับเงิน,f)',
  '(,BE05,ไม่รู้จักผู้จ่าย,f)',
  '(,DT01,วันที่ไม่ถูกต้อง,f)',
  '(,FOCR,คืนตามคำขอเรียกคืน,f)',
  '(,HELD,ถูกระงับก่อนส่งจ่าย,f)',
  '(,MD07,เจ้าของบัญชีเสียชีวิต,t)',
  '(,MS02,ลูกค้าไม่แจ้งเหตุผล,f)',
  '(,MS03,ธนาคารไม่แจ้งเหตุผล,f)',
  '(,NARR,ตามคำอธิบายของธนาคาร,f)',
  '(,NOT_COLLECTED,ไม่มีผู้มารับเงินสด,f)',
  '(,RC01,รหัสธนาคารไม่ถูกต้อง,t)',
  '(,RR04,ขัดข้อกำหนดของทางการ,f)',
  '(,TM01,ส่งหลังเวลาตัดรอบ,f)');

ROLLBACK;
