-- QS5, IS9.3: the room of who did what to whose data, when and why.
BEGIN;

CREATE SCHEMA audit AUTHORIZATION welfare_owner;
COMMENT ON SCHEMA audit IS 'append-only trail of every change and of every look at a person, sealed day by day';
GRANT USAGE ON SCHEMA audit TO welfare_writer, welfare_admin;

SET LOCAL ROLE welfare_owner;

CREATE TYPE audit.action AS ENUM ('insert', 'update', 'delete', 'truncate', 'read', 'call');
COMMENT ON TYPE audit.action IS 'what was done: a row inserted, updated or deleted; a table truncated; a person''s data read; a function called that changes no row';

CREATE TYPE audit.finding AS ENUM ('not_sealed', 'entries_missing', 'entries_added', 'entries_changed', 'chain_broken', 'chain_differs');
COMMENT ON TYPE audit.finding IS 'what is wrong with a day: it is over and has no seal; fewer, more or other entries than were sealed; its seal does not follow from the seal before; its seal is not the one that was kept outside';

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF200', 'ตาราง %1$s เพิ่มได้อย่างเดียว แก้ไขหรือลบไม่ได้ (%2$s)', '%1$s is append-only: no %2$s',
   'บันทึกการตรวจสอบไม่มีใครแก้ไขได้ หากบันทึกผิด ให้ทำรายการแก้ไขใหม่', 'Nobody changes the audit trail; what was done wrong is put right by doing something new.'),
  ('WF201', 'บันทึกการตรวจสอบต้องระบุผู้กระทำและเวลาตามจริง ค่าที่ให้มาไม่ตรง', 'an audit entry says who really acts, and when; what was given differs',
   'บันทึกด้วย audit.record_change, audit.record_look หรือ audit.record_call; การนำเข้าข้อมูลสำรองใช้ --disable-triggers', 'Record through audit.record_change, audit.record_look or audit.record_call; restore data with --disable-triggers.'),
  ('WF202', 'วันที่ %1$s ยังไม่สิ้นสุด (วันนี้ %2$s) จึงยังผนึกไม่ได้', '%1$s is not over (today is %2$s), so it cannot be sealed',
   'ผนึกได้ตั้งแต่วันถัดไป', 'It can be sealed from the next day on.'),
  ('WF203', 'วันที่ %1$s อยู่ก่อนวันแรกที่ผนึก (%2$s)', '%1$s is before the first day that is sealed (%2$s)',
   'ตรวจสอบด้วย audit.verify', 'Look with audit.verify.'),
  ('WF204', 'การผนึกต้องทำในธุรกรรมแบบ READ COMMITTED ไม่ใช่ %1$s', 'sealing needs a READ COMMITTED transaction, not %1$s',
   'ธุรกรรมแบบอื่นมองไม่เห็นรายการที่เพิ่งบันทึกเสร็จ', 'Others do not see what has just been committed.'),
  ('WF205', 'ตาราง %1$s ไม่มีคอลัมน์ %2$s', 'table %1$s has no column %2$s',
   NULL, NULL),
  ('WF206', 'ต้องระบุเลขประจำตัวประชาชน หรือเวลาเริ่มต้น', 'give a national ID, or a time from which on',
   'ระบุ thai_id หรือ recorded_from', 'Give thai_id or recorded_from.'),
  ('WF207', 'ไม่มีหน้าที่ %1$s: หน้าต้องเป็น 1 ขึ้นไป และขนาดหน้า 1 ถึง 1000', 'there is no page %1$s: pages count from 1, and hold 1 to 1000 rows',
   NULL, NULL),
  ('WF208', 'กุญแจของตารางต้องมี 1 ถึง 4 คอลัมน์ ไม่ใช่ %1$s', 'a key has one to four columns, not %1$s',
   NULL, NULL),
  ('WF210', 'สิ้นสุดแล้วแต่ยังไม่ได้ผนึก', 'it is over and has not been sealed', NULL, NULL),
  ('WF211', 'มีรายการหายไป', 'entries are missing', NULL, NULL),
  ('WF212', 'มีรายการเพิ่มขึ้นหลังผนึก', 'entries were added after it was sealed', NULL, NULL),
  ('WF213', 'มีรายการถูกแก้ไข', 'entries were changed', NULL, NULL),
  ('WF214', 'ผนึกไม่ต่อเนื่องกับวันก่อน หรือผนึกถูกแก้ไข', 'its seal does not follow from the day before, or was changed', NULL, NULL),
  ('WF215', 'ผนึกไม่ตรงกับค่าที่เก็บไว้ภายนอก', 'its seal is not the one that was kept outside', NULL, NULL);

COMMIT;
