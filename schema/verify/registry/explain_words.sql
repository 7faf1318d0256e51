BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_function('registry.word_in(text,text,text)',
  'welfare_owner invoker stable returns text');
SELECT pg_temp.check_comment('function', 'registry.word_in(text,text,text)');
SELECT pg_temp.check_function('registry.month_in(date,text)',
  'welfare_owner invoker stable returns text');
SELECT pg_temp.check_comment('function', 'registry.month_in(date,text)');
SELECT pg_temp.check_function('registry.day_in(date,text)',
  'welfare_owner invoker stable returns text');
SELECT pg_temp.check_comment('function', 'registry.day_in(date,text)');

SELECT pg_temp.check_grants('function', 'registry.word_in(text,text,text)', '');
SELECT pg_temp.check_grants('function', 'registry.month_in(date,text)', '');
SELECT pg_temp.check_grants('function', 'registry.day_in(date,text)', '');
SELECT pg_temp.check_rows('reference.label', 'ROW(kind, value, name_thai)',
  '(age_basis,fiscal_year_start,อายุครบก่อนวันเริ่มปีงบประมาณ)',
  '(age_basis,month,"อายุครบก่อนวันที่ 1 ของเดือน")',
  '(birth_date_precision,day,"ทราบวัน เดือน ปีเกิด")',
  '(birth_date_precision,month,"ไม่ทราบวันเกิด ถือเป็นวันที่ 1 ของเดือนเกิด")',
  '(birth_date_precision,year,"ทราบเฉพาะปีเกิด ถือเป็นวันแรกของปีปฏิทินนั้น")',
  '(change_reason,age,อายุถึงขั้นถัดไป)',
  '(change_reason,age_rule,วิธีนับอายุเปลี่ยน)',
  '(change_reason,rate_begins,อัตราใหม่เริ่มใช้)',
  '(change_reason,rate_ends,อัตราหนึ่งสิ้นสุด)',
  '(commencement_way,fixed_month,จ่ายตั้งแต่เดือนที่กำหนดไว้สำหรับทุกคน)',
  '(commencement_way,month_after_claim,จ่ายตั้งแต่เดือนถัดจากเดือนที่ยืนยันสิทธิหรือยื่นคำขอ)',
  '(commencement_way,month_after_order,จ่ายตั้งแต่เดือนถัดจากเดือนที่ผู้บริหารท้องถิ่นมีคำสั่ง)',
  '(commencement_way,next_fiscal_year,จ่ายตั้งแต่ปีงบประมาณถัดไป)',
  '(criterion_term,no_other_benefit,"ไม่ได้รับสวัสดิการอื่นจากรัฐเป็นประจำ หรือได้รับเบี้ยอื่นจาก อปท. ซึ่งไม่ต้องห้าม")',
  '(ending_basis,fiscal_year_of_event,จ่ายถึงสิ้นปีงบประมาณที่เกิดเหตุ)',
  '(ending_basis,month_of_event,จ่ายถึงเดือนที่เกิดเหตุ)',
  '(ending_basis,month_of_order,จ่ายถึงเดือนที่มีคำสั่ง)',
  '(entitlement_state,held,"รอ อปท. เดิมตอบรับ จึงยังไม่จ่าย")',
  '(entitlement_state,not_covered,ไม่อยู่ในเดือนที่มีสิทธิ)',
  '(entitlement_state,payable,จ่ายได้)',
  '(entitlement_state,suspended,ระงับการจ่ายตามคำสั่ง)',
  '(entitlement_state,undecided,"ยังไม่ทราบข้อเท็จจริงครบถ้วน จึงยังไม่จ่าย")',
  '(entitlement_state,unmet,"ขาดคุณสมบัติ หรือมีลักษณะต้องห้าม")',
  '(fact_days,eve_and_first,"ต้องมีทั้งวันสุดท้ายของเดือนก่อนและวันที่ 1 ของเดือน")',
  '(fact_days,first,"นับวันที่ 1 ของเดือน")',
  '(fact_known,false,ไม่ใช่)',
  '(fact_known,true,ใช่)',
  '(fact_known,unknown,ไม่ทราบ)',
  '(fact_source,age,วันเดือนปีเกิด)',
  '(fact_source,claim,"การยืนยันสิทธิ การยื่นคำขอ หรือคำสั่งของสิทธินี้")',
  '(fact_source,combined,ข้อเท็จจริงหลายข้อรวมกัน)',
  '(fact_source,none,ยังไม่มีข้อมูล)',
  '(fact_source,other_allowance,"เบี้ยอื่นที่ได้รับจาก อปท.")',
  '(fact_source,papers,เอกสารหลักฐานของสิทธินี้)',
  '(first_month_reason,age,นับจากเดือนที่อายุครบ)',
  '(first_month_reason,claim,"นับจากวันที่ยืนยันสิทธิ ยื่นคำขอ หรือมีคำสั่ง")',
  '(first_month_reason,earlier_claim,ต่อจากเดือนสุดท้ายของสิทธิเดิม)',
  '(first_month_reason,later_law,ระเบียบที่ออกภายหลังให้จ่ายเร็วกว่า)',
  '(first_month_reason,record,ตามที่บันทึกไว้)',
  '(first_month_reason,taking_over,"รับช่วงต่อจาก อปท. เดิมที่ยังจ่ายอยู่")',
  '(not_covered_cause,after_last_month,หลังเดือนสุดท้ายที่จ่าย)',
  '(not_covered_cause,before_first_month,ก่อนเดือนแรกที่จ่าย)',
  '(not_covered_cause,no_rate,ไม่มีอัตราสำหรับอายุนี้)',
  '(payer,local_authority,องค์กรปกครองส่วนท้องถิ่น)',
  '(payer,welfare_card_fund,กองทุนประชารัฐสวัสดิการ)',
  '(rate_component,additional,เงินเพิ่มชั่วคราว)',
  '(rate_component,base,อัตราพื้นฐาน)',
  '(rate_component,welfare_card,เงินเพิ่มผู้มีบัตรสวัสดิการแห่งรัฐ)');

ROLLBACK;
