-- IS2 to IS7: the room of users: who may sign in, in which duty, over which places, holding which office.
BEGIN;

CREATE SCHEMA identity AUTHORIZATION welfare_owner;
COMMENT ON SCHEMA identity IS 'users, duties, offices, sessions and passwords';
GRANT USAGE ON SCHEMA identity TO PUBLIC;

SET LOCAL ROLE welfare_owner;

CREATE TYPE identity.scope_kind AS ENUM ('nation', 'province', 'district', 'authority', 'none');
COMMENT ON TYPE identity.scope_kind IS 'kind of places that a duty sees';

CREATE TYPE identity.office_name AS ENUM ('officer', 'committee_member', 'clerk', 'executive', 'delegate');
COMMENT ON TYPE identity.office_name IS 'office inside a local authority: officer, member of the committee, clerk (ปลัด), executive (ผู้บริหาร), delegate of the executive';

CREATE TYPE identity.attempt_kind AS ENUM ('password', 'answer');
COMMENT ON TYPE identity.attempt_kind IS 'what was tried: a password, or the answer to the secret question';

INSERT INTO reference.label (kind, value, name_thai, name_english) VALUES
  ('user_status', 'ready', 'พร้อมใช้งาน', 'ready'),
  ('user_status', 'locked', 'ถูกล็อก', 'locked'),
  ('user_status', 'disabled', 'ระงับการใช้งาน', 'disabled'),
  ('office', 'officer', 'เจ้าหน้าที่', 'officer'),
  ('office', 'committee_member', 'กรรมการ', 'committee member'),
  ('office', 'clerk', 'ปลัด อปท.', 'clerk'),
  ('office', 'executive', 'ผู้บริหาร อปท.', 'executive'),
  ('office', 'delegate', 'ผู้รับมอบอำนาจจากผู้บริหาร', 'delegate of the executive');

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF100', 'ชื่อผู้ใช้งาน หรือ รหัสผ่าน ไม่ถูกต้อง กรุณาลองอีกครั้ง', 'the user name or the password is not right, please try again',
   'หากลืมรหัสผ่านหรือผู้ใช้งานถูกล็อก ให้ตั้งรหัสผ่านใหม่ด้วยคำถามลับ หรือติดต่อผู้ดูแลระบบ',
   'Who has forgotten the password or is locked sets a new one through the secret question, or asks an administrator.'),
  ('WF101', 'ยังไม่ได้บันทึกการเข้าสู่ระบบ', 'the sign-in has not been committed',
   'COMMIT ธุรกรรมที่เรียก identity.login ก่อน แล้วจึงเรียก identity.attach ในธุรกรรมถัดไป', 'Commit the transaction that called identity.login; call identity.attach in the next one.'),
  ('WF102', 'การเข้าสู่ระบบสิ้นสุดแล้ว', 'the session is over', 'ให้เข้าสู่ระบบอีกครั้ง', 'Sign in again.'),
  ('WF103', 'ผู้ใช้งานแก้ไข %1$s ของตนเองไม่ได้', 'users cannot change their own %1$s', 'ให้ผู้ดูแลระบบเป็นผู้แก้ไข', 'An administrator changes it.'),
  ('WF104', 'ไม่มีผู้ใช้งาน %1$s ในขอบเขตของท่าน', 'there is no user %1$s in your scope',
   'ตรวจชื่อผู้ใช้งาน หรือค้นหาด้วย identity.find_users', 'Check the name, or look for the user with identity.find_users.'),
  ('WF105', 'รหัสผ่านใหม่ต้องมีอย่างน้อย %1$s ตัวอักษร', 'the new password needs at least %1$s characters', NULL, NULL),
  ('WF106', 'รหัสผ่านใหม่ต้องไม่เกิน %1$s ไบต์ (อักษรไทย 1 ตัวคือ 3 ไบต์)', 'the new password may have at most %1$s bytes (a Thai letter has 3)', NULL, NULL),
  ('WF107', 'รหัสผ่านใหม่ต้องไม่เป็นชื่อผู้ใช้งาน', 'the new password may not be the user name', NULL, NULL),
  ('WF108', 'รหัสผ่านใหม่ทั้งสองครั้งไม่ตรงกัน', 'the new password was not typed the same twice', NULL, NULL),
  ('WF109', 'รหัสผ่านใหม่ต้องไม่ซ้ำกับรหัสผ่านเดิม', 'the new password may not be the old one', NULL, NULL),
  ('WF10A', 'มีชื่อผู้ใช้งาน %1$s อยู่แล้ว', 'there is a user %1$s already',
   'ชื่อผู้ใช้งานไม่ซ้ำกัน แม้ต่างกันที่ตัวพิมพ์เล็กใหญ่ และไม่นำกลับมาใช้ใหม่', 'User names differ by more than case, and are never used again.'),
  ('WF10B', 'หน้าที่ %1$s ต้องระบุขอบเขตดังนี้เท่านั้น: %2$s', 'duty %1$s takes exactly this scope: %2$s', NULL, NULL),
  ('WF10C', '%1$s: ไม่มีรหัส "%2$s"', '%1$s: there is no code "%2$s"', NULL, NULL),
  ('WF10D', 'ชื่อผู้ใช้งาน %1$s เปลี่ยนไม่ได้และลบไม่ได้', 'user %1$s can be neither renamed nor deleted', 'ให้ระงับด้วย identity.disable_user', 'Disable the user with identity.disable_user.'),
  ('WF10E', '%1$s ไม่ใช่ผู้ใช้งานของ อปท. จึงดำรงตำแหน่งไม่ได้', '%1$s is no user of a local authority and can hold no office', NULL, NULL),
  ('WF10F', 'วันของตำแหน่ง %1$s ซ้อนกับที่บันทึกไว้แล้ว', 'the days of office %1$s overlap those on record',
   'ผู้ใช้งานดำรงตำแหน่งเดียวกันซ้อนวันไม่ได้ และ อปท. มีผู้บริหารกับปลัดได้ครั้งละหนึ่งคน', 'A user holds an office once at a time, and an authority has one executive and one clerk at a time.'),
  ('WF10G', 'ตำแหน่งผู้รับมอบอำนาจเท่านั้นที่ต้องมีหนังสือมอบอำนาจ และต้องมีเสมอ', 'a delegate needs the written delegation, and nobody else has one', NULL, NULL),
  ('WF10H', 'รหัสสำหรับตั้งรหัสผ่านใหม่ใช้ไม่ได้ หรือหมดอายุแล้ว', 'the code for setting a new password is not valid, or has expired',
   'ให้ขอรหัสใหม่', 'Ask for a new one.'),
  ('WF10J', 'ไม่มีเกณฑ์ของผู้ใช้งานสำหรับวันที่ %1$s', 'there is no policy of sign-in for %1$s', 'เพิ่มแถวในตาราง identity.policy', 'Add a row to identity.policy.'),
  ('WF10K', 'รับคำขอเปลี่ยนรหัสผ่านแล้ว กรุณายืนยัน', 'the change of password is requested, please confirm it', NULL, NULL),
  ('WF10L', 'รหัสผ่านเดิมไม่ถูกต้อง', 'the old password is not right', NULL, NULL),
  ('WF10M', 'ไม่มีคำขอเปลี่ยนรหัสผ่านที่รอการยืนยัน', 'no change of password awaits confirmation',
   'เรียก identity.change_password และ COMMIT ก่อน', 'Call identity.change_password and commit first.'),
  ('WF10N', 'หากข้อมูลถูกต้อง ระบบจะส่งวิธีตั้งรหัสผ่านใหม่ไปยังอีเมลของผู้ใช้งาน', 'if what you gave is right, the way to set a new password is sent to the user''s e-mail', NULL, NULL),
  ('WF10P', 'หน้าต้องตั้งแต่ 1 และจำนวนต่อหน้าต้องตั้งแต่ 1 ถึง %1$s', 'pages begin at 1 and have 1 to %1$s rows', NULL, NULL),
  ('WF10Q', '%1$s ยังดำรงตำแหน่งใน อปท. เดิม: %2$s', '%1$s still holds offices in the authority: %2$s', 'ให้สิ้นสุดตำแหน่งด้วย identity.end_office ก่อน', 'End them with identity.end_office first.'),
  ('WF10R', '%1$s ไม่มีตำแหน่ง %2$s ในวันที่ %3$s', '%1$s does not hold office %2$s on %3$s', NULL, NULL),
  ('WF10S', 'ผูกบทบาท %1$s กับผู้ใช้งานไม่ได้', 'role %1$s cannot be bound to a user',
   'ใช้บทบาท LOGIN ที่ไม่ใช่ SUPERUSER หรือ BYPASSRLS และไม่ใช่บทบาทของระบบ (welfare_…)', 'Take a LOGIN role that is neither SUPERUSER nor BYPASSRLS, nor one of the schema''s own (welfare_…).'),
  ('WF10U', '%1$s: "%2$s" ไม่ถูกรูปแบบ', '%1$s: "%2$s" is not of the right form', NULL, NULL),
  ('WF10V', 'ชื่อผู้ใช้งาน "%1$s" ไม่ถูกรูปแบบ', 'user name "%1$s" is not of the right form',
   'ใช้อักษรโรมัน ตัวเลข และ . _ @ - ได้ 1 ถึง 60 ตัว ขึ้นต้นด้วยอักษรหรือตัวเลข', 'It has 1 to 60 letters A to Z, digits and . _ @ -, and begins with a letter or digit.'),
  ('WF10X', '%1$s ยาวเกิน %2$s ตัวอักษร', '%1$s has more than %2$s characters', NULL, NULL);

COMMIT;
