-- AQ: the room of the civil registry's feed and of what the liveness sweep finds.
BEGIN;

CREATE SCHEMA civil AUTHORIZATION welfare_owner;
COMMENT ON SCHEMA civil IS 'feed of the civil registry, the liveness sweep and its findings';
GRANT USAGE ON SCHEMA civil TO welfare_writer, welfare_admin, welfare_department, welfare_province, welfare_district, welfare_authority,
  welfare_treasury, welfare_civil;

SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE civil.event_kind AS ENUM ('death', 'death_cancelled', 'moved_out', 'moved_in', 'name_changed', 'nationality_lost', 'nationality_gained',
  'struck_off');
COMMENT ON TYPE civil.event_kind IS 'what the civil registry records of a person: a death, its cancellation as a mistake, moving out of and into a house register, a change of name, losing and gaining Thai nationality, being struck off every register (DE14)';

CREATE TYPE civil.finding_kind AS ENUM ('question', 'death', 'death_cancelled', 'moved_out', 'moved_in', 'name_changed', 'nationality_lost',
  'nationality_gained', 'struck_off');
COMMENT ON TYPE civil.finding_kind IS 'what a finding is: an event of the registry, or the question whether it is of this person at all, whose birth date or name differs';

CREATE TYPE civil.finding_state AS ENUM ('open', 'verified', 'refuted', 'superseded', 'closed');
COMMENT ON TYPE civil.finding_state IS 'state of a finding: open; verified or refuted by the authority''s officers (ER14); superseded by a later event of the registry; closed because its claim ended';

INSERT INTO reference.label (kind, value, name_thai, name_english) VALUES
  ('civil_event_kind', 'death', 'ตาย', 'died'),
  ('civil_event_kind', 'death_cancelled', 'ยกเลิกการตาย', 'death cancelled'),
  ('civil_event_kind', 'moved_out', 'ย้ายออก', 'moved out'),
  ('civil_event_kind', 'moved_in', 'ย้ายเข้า', 'moved in'),
  ('civil_event_kind', 'name_changed', 'เปลี่ยนชื่อ', 'name changed'),
  ('civil_event_kind', 'nationality_lost', 'เสียสัญชาติไทย', 'Thai nationality lost'),
  ('civil_event_kind', 'nationality_gained', 'ได้สัญชาติไทย', 'Thai nationality gained'),
  ('civil_event_kind', 'struck_off', 'จำหน่ายชื่อจากทะเบียนบ้าน', 'struck off the house register');

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF330', 'ไม่มีการนำส่งเลขที่ %1$s ของท่าน', 'there is no delivery %1$s of yours',
   'เปิดการนำส่งด้วย civil.begin_delivery ในธุรกรรมเดียวกัน', 'Open one with civil.begin_delivery, in the same transaction.'),
  ('WF331', 'แถวของการนำส่งเลขที่ %1$s หายไปเพราะเซิร์ฟเวอร์หยุดกะทันหัน', 'the staged rows of delivery %1$s were lost when the server stopped',
   'ให้นำส่งแฟ้มอีกครั้ง', 'Deliver the file again.'),
  ('WF332', 'เลขอ้างอิง "%1$s" ของบุคคลนี้นำส่งไว้แล้วด้วยข้อมูลอื่น (%2$s)', 'event "%1$s" of this person was delivered with other details (%2$s)',
   'หากเป็นการแก้ไข ให้นำส่งเป็นรายการใหม่ที่มีเลขอ้างอิงใหม่', 'A correction is an event of its own, with a reference of its own.'),
  ('WF333', 'มีแถวเพิ่มเข้ามาในการนำส่งเลขที่ %1$s ระหว่างตรวจ จึงไม่บันทึกรายการใด', 'rows were staged under delivery %1$s while it was being judged, so nothing was recorded',
   'ให้นำส่งแฟ้มอีกครั้ง', 'Deliver the file again.'),
  ('WF334', 'ไม่มีเรื่องที่ตรวจพบของ %1$s ที่ดำเนินการได้', 'there is no finding about %1$s to settle',
   NULL, NULL),
  ('WF335', 'เรื่องที่ตรวจพบซึ่ง%1$s เปลี่ยนเป็น%2$sไม่ได้', 'a finding that is %1$s cannot become %2$s',
   NULL, NULL);

COMMIT;
