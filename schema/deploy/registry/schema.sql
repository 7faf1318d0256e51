-- AQ: the room of persons and their claims.
BEGIN;

CREATE SCHEMA registry AUTHORIZATION welfare_owner;
COMMENT ON SCHEMA registry IS 'persons, claims and the forms that bring them';
GRANT USAGE ON SCHEMA registry TO welfare_writer, welfare_admin, welfare_department, welfare_province, welfare_district, welfare_authority;

SET LOCAL ROLE welfare_owner;

CREATE TYPE registry.sex AS ENUM ('male', 'female');
COMMENT ON TYPE registry.sex IS 'sex as the house register states it';

CREATE TYPE registry.marital_status AS ENUM ('single', 'married', 'widowed', 'divorced', 'separated', 'other');
COMMENT ON TYPE registry.marital_status IS 'marital status (สถานภาพ)';

CREATE TYPE registry.visibility AS ENUM ('nobody', 'authority', 'everyone');
COMMENT ON TYPE registry.visibility IS 'who may know that a person is on record: nobody but the audit (every record was a wrong entry, IS9.6), the holding authority alone (every claim is health data, AR2), everyone whose scope covers it';

CREATE TYPE registry.claim_state AS ENUM ('live', 'suspended', 'disposed', 'deleted');
COMMENT ON TYPE registry.claim_state IS 'state of a claim (IS9.5, IS9.6): live, suspended by order, disposed for good, deleted as a wrong entry';

CREATE TYPE registry.claim_origin AS ENUM ('entry', 're_entry', 'corrected_id');
COMMENT ON TYPE registry.claim_origin IS 'how a claim came on record: entered inside the entry window (IS8.1); entered anew after a wrong disposal (IS9.5); taken over from a wrong ID (IS9.6)';

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF060', 'อยู่นอกช่วงเวลาเพิ่มข้อมูล%1$s ซึ่งเปิดตั้งแต่ %2$s ถึง %3$s (วันนี้ %4$s)', 'outside the entry window of the %1$s allowance, which is open from %2$s to %3$s (today is %4$s)',
   'ให้เพิ่มข้อมูลในช่วงเวลาที่เปิด หรือให้ผู้ดูแลระบบเปิดช่วงเวลา', 'Enter it while the window is open, or have an administrator open it.'),
  ('WF061', 'ยังไม่ได้กำหนดช่วงเวลาเพิ่มข้อมูล%1$sของปีงบประมาณ %2$s', 'no entry window of the %1$s allowance is set for fiscal year %2$s',
   'ให้ผู้ดูแลระบบเปิดช่วงเวลา (reference.set_entry_window)', 'An administrator opens one (reference.set_entry_window).'),
  ('WF062', 'รายการที่จำหน่ายแล้วแก้ไขไม่ได้อีก', 'a disposed record cannot be changed any more',
   'หากจำหน่ายผิด ให้ใช้ registry.re_enter', 'If the disposal was wrong, use registry.re_enter.'),
  ('WF063', 'สถานะ %1$s เปลี่ยนเป็น %2$s ไม่ได้', 'a claim that is %1$s cannot become %2$s',
   NULL, NULL),
  ('WF064', 'ตาราง %1$s เป็นหลักฐาน ลบหรือแก้ไขไม่ได้', 'rows of %1$s are evidence: they are not removed or changed',
   'รายการที่บันทึกผิด ให้ลบด้วย registry.delete_beneficiary ซึ่งเก็บหลักฐานไว้', 'A wrong entry is deleted by registry.delete_beneficiary, which keeps the evidence.'),
  ('WF065', 'สิ่งที่ระบุตัวรายการ (%1$s) เปลี่ยนไม่ได้', 'what identifies a record (%1$s) never changes',
   'เลขประจำตัวที่บันทึกผิด ให้ใช้ registry.correct_id', 'A wrong national ID is corrected by registry.correct_id.'),
  ('WF066', 'ไม่พบผู้มีสิทธิ %1$s ในขอบเขตของท่าน', 'there is no beneficiary %1$s in your scope',
   NULL, NULL),
  ('WF067', 'ไม่มีสิทธิรายการใดที่ดำเนินการได้: %1$s', 'there is no claim to act on: %1$s',
   NULL, NULL),
  ('WF068', 'ต้องยืนยันการลบ', 'deletion must be confirmed',
   'ระบุ confirmed => true เมื่อต้องการลบรายการที่บันทึกผิดจริง', 'Give confirmed => true if the entry is to be deleted as a mistake.'),
  ('WF069', 'ไม่มีกฎหมายที่กำหนดเดือนสุดท้ายของการจ่าย%1$s เมื่อ%2$sวันที่ %3$s', 'no law on record says which month of a %1$s claim is the last when the person %2$s on %3$s',
   NULL, NULL),
  ('WF06A', 'ช่วงเวลาต้องอยู่ในปีงบประมาณ %1$s (%2$s ถึง %3$s)', 'the window must lie inside fiscal year %1$s (%2$s to %3$s)',
   NULL, NULL),
  ('WF06B', 'monthly_income: %1$s บาท ไม่อยู่ในช่วง %2$s', 'monthly_income: %1$s baht is not in the band %2$s',
   NULL, NULL),
  ('WF06C', '%1$s: "%2$s" ไม่ใช่จำนวนเงินบาท (ตัวเลข ทศนิยมไม่เกินสองตำแหน่ง)', '%1$s: "%2$s" is not an amount in baht: digits, with at most two decimals',
   NULL, NULL),
  ('WF06D', 'telephone: "%1$s" ไม่ใช่หมายเลขโทรศัพท์ (ตัวเลข 9 หรือ 10 หลัก)', 'telephone: "%1$s" is not a telephone number: 9 or 10 digits',
   NULL, NULL),
  ('WF06E', '%1$s: "%2$s" ไม่ใช่รหัสไปรษณีย์ (ตัวเลข 5 หลัก)', '%1$s: "%2$s" is not a postcode: 5 digits',
   NULL, NULL),
  ('WF06F', '%1$s: ไม่มีจังหวัดชื่อ "%2$s"', '%1$s: there is no province "%2$s"',
   'ระบุชื่อจังหวัดตามทะเบียนบ้าน', 'Give the name of the province as the house register has it, in Thai.'),
  ('WF06G', '%1$s: ไม่มีอำเภอชื่อ "%2$s" ในจังหวัด%3$s', '%1$s: there is no district "%2$s" in the province %3$s',
   NULL, NULL),
  ('WF06H', 'received_since: "%1$s" ไม่ใช่เดือน (เช่น 10/2552)', 'received_since: "%1$s" is not a month, such as 10/2552',
   NULL, NULL),
  ('WF06I', 'received_since: %1$s อยู่หลังเดือนแรกที่จ่าย (%2$s)', 'received_since: %1$s lies after the first month that is paid (%2$s)',
   NULL, NULL),
  ('WF06J', 'ต้องระบุประเภทความพิการอย่างน้อยหนึ่งประเภท', 'at least one kind of disability is required',
   'หากไม่ทราบ ให้ระบุ unspecified_disability', 'If it is not known, give unspecified_disability.'),
  ('WF06K', '"ไม่ระบุความพิการ" ใช้ร่วมกับประเภทอื่นไม่ได้', 'unspecified_disability stands alone, without other kinds',
   NULL, NULL),
  ('WF06L', 'ต้องมีการรับรองและวินิจฉัยของแพทย์ (aids_certified)', 'a physician''s certification (aids_certified) is required',
   NULL, NULL),
  ('WF06M', 'อปท. %1$s ไม่มีหมายเลขโทรศัพท์ที่จะใช้แทน จึงต้องระบุ telephone', 'telephone is required: local authority %1$s has none on record to stand in',
   NULL, NULL),
  ('WF06N', 'สิทธิใหม่ต้องเริ่มด้วยสถานะ live', 'a new claim begins as live',
   NULL, NULL),
  ('WF06P', 'การจำหน่ายต้องมีบันทึกการจำหน่าย (registry.disposal)', 'a disposal needs its record (registry.disposal)',
   'ใช้ registry.dispose', 'Use registry.dispose.'),
  ('WF06Q', 'การลบต้องมีบันทึกเหตุผล (registry.tombstone)', 'a deletion needs its record (registry.tombstone)',
   'ใช้ registry.delete_beneficiary', 'Use registry.delete_beneficiary.'),
  ('WF06R', 'การจำหน่ายเพราะ%1$sต้องระบุประเภทเบี้ย', 'a disposal because the person %1$s names the programmes',
   NULL, NULL),
  ('WF06S', 'สิทธินี้บันทึกไว้แล้วที่ อปท. ของท่าน', 'the claim is already recorded at your local authority',
   'แก้ไขด้วย registry.edit_beneficiary', 'Change it with registry.edit_beneficiary.'),
  ('WF06T', 'การจำหน่ายเพราะ%1$sมีผลกับทุกสิทธิของบุคคล จึงไม่ระบุประเภทเบี้ย', 'a disposal because the person %1$s ends every claim, and names no programme',
   NULL, NULL),
  ('WF06U', 'บันทึกคำขอแล้ว รอผู้ใช้งานคนที่สองของ อปท. ยืนยันด้วยคำสั่งเดียวกัน', 'the request is recorded; a second user of the authority confirms it by the same call',
   NULL, NULL),
  ('WF06V', 'เลขประจำตัว %1$s มีบันทึกอยู่แล้ว จึงรับรายการของเลขที่ผิดมาไม่ได้', 'national ID %1$s is on record already and cannot take over another''s claims',
   'ให้ผู้ดูแลระบบตรวจสอบทั้งสองรายการ', 'An administrator looks at both records.'),
  ('WF06W', 'แก้ไขได้เฉพาะบุคคลที่มีสิทธิซึ่งยังไม่จำหน่าย', 'a person without a live claim cannot be edited',
   NULL, NULL),
  ('WF06Y', 'ต้องดำเนินการเรื่องของบุคคลนี้ที่ %1$s ให้เสร็จก่อน', 'the person''s record at %1$s must be settled first',
   'ให้ติดต่อ อปท. ดังกล่าว', 'Contact that local authority.'),
  ('WF06Z', 'รายการนี้แก้ไขเป็นเลขประจำตัวอื่นแล้ว', 'this record was corrected to another national ID',
   'ให้แก้เลขประจำตัวในแบบฟอร์ม', 'Mend the national ID of the form.'),
  ('WF070', 'เบี้ย%1$sต้องจ่ายถึงเดือน %2$s จึงยังจำหน่ายเพราะย้ายไม่ได้', 'the %1$s allowance is paid until %2$s, so the claim is not disposed as moved yet',
   'จำหน่ายเมื่อยืนยันสิทธิกับแห่งใหม่แล้ว (claimed_elsewhere_on) หรือเมื่อพ้นเดือนนั้น', 'Dispose it when the person has confirmed elsewhere (claimed_elsewhere_on), or in that month.'),
  ('WF071', '%1$s ต้องเป็นข้อความ', '%1$s must be a text or a number',
   NULL, NULL),
  ('WF01D', '%1$s: ยาวเกิน %2$s ตัวอักษร', '%1$s: longer than %2$s characters',
   NULL, NULL),
  ('WF01E', '%1$s: มีอักขระควบคุม', '%1$s: has control characters',
   NULL, NULL),
  ('WF06X', 'หน้า %1$s ขนาด %2$s ใช้ไม่ได้ (หน้าเริ่มที่ 1 ขนาด 1 ถึง 10,000)', 'page %1$s of %2$s rows is none: pages begin at 1 and have 1 to 10,000 rows',
   NULL, NULL),
  ('WF090', 'ผู้รับมอบอำนาจต้องเป็นบุคคลอื่น', 'nobody is their own representative',
   NULL, NULL),
  ('WF091', 'บันทึกผู้กระทำการแทน %1$s ไว้แล้ว', 'representative %1$s is recorded already',
   'หากเปลี่ยนแปลง ให้สิ้นสุดรายการเดิมก่อน (registry.end_representative)', 'To change it, end the present one first (registry.end_representative).'),
  ('WF092', 'digest ต้องเป็น SHA-256 ขนาด 32 ไบต์ แต่ได้รับ %1$s ไบต์', 'digest must be a SHA-256 of 32 bytes, not %1$s bytes',
   NULL, NULL),
  ('WF095', 'byte_size: %1$s ไม่ใช่ขนาดของแฟ้ม', 'byte_size: %1$s is not the size of a file',
   NULL, NULL),
  ('WF093', 'ไม่มีเรื่องที่รอตรวจสอบของ %1$s', 'nothing about %1$s waits for review',
   NULL, NULL),
  ('WF094', 'อปท. %1$s ยังไม่สิ้นสุด หรือไม่มี อปท. ที่รับช่วง', 'local authority %1$s has not ended, or has no successor',
   'กำหนดวันสิ้นสุดและ อปท. ที่รับช่วงใน reference.local_authority ก่อน', 'Set its last day and its successor in reference.local_authority first.');

COMMIT;
