-- AQ: the room of what runs by itself: tasks with their due dates, runs, and what is late.
BEGIN;

CREATE SCHEMA job AUTHORIZATION welfare_owner;
COMMENT ON SCHEMA job IS 'what runs by itself: tasks with their due dates in Thailand, their runs, and what is late';
GRANT USAGE ON SCHEMA job TO welfare_job, welfare_admin, pg_monitor;

SET LOCAL ROLE welfare_owner;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF700', 'ไม่มีงานชื่อ %1$s', 'there is no task named %1$s',
   'ดูรายชื่องานที่ job.status', 'job.status lists the tasks.'),
  ('WF701', 'งาน %1$s กำลังทำอยู่ในอีกเซสชันหนึ่ง', 'the task %1$s is being run by another session',
   'รอให้เสร็จก่อน งานหนึ่งทำพร้อมกันสองครั้งไม่ได้', 'Wait for it: a task is never run twice at once.'),
  ('WF702', 'การทำงานครั้งที่ %1$s ไม่ได้อยู่ในมือของเซสชันนี้', 'the run %1$s is not one of this session',
   'เริ่มด้วย CALL job.run_task', 'Begin by CALL job.run_task.'),
  ('WF703', 'งาน %1$s รอบ %2$s ไม่สำเร็จในครั้งที่ %3$s (รหัส %4$s): %5$s', 'the task %1$s failed for the period of %2$s, attempt %3$s (code %4$s): %5$s',
   'ดูขั้นที่ไม่สำเร็จที่ job.run_log แก้สาเหตุ แล้วระบบจะทำซ้ำเอง หรือใช้ job.allow_retry เมื่อครบจำนวนครั้งแล้ว',
   'job.run_log has the step. Mend the cause: it is tried again by itself, or after job.allow_retry when every attempt is used.'),
  ('WF704', 'งาน %1$s ไม่มีรอบ %2$s ที่รอทำ (รอบที่รอคือ %3$s)', 'the task %1$s has no period of %2$s to be done (what waits is %3$s)',
   'ดูที่ job.status', 'job.status shows it.'),
  ('WF705', 'ไม่มีส่วนขยาย pg_cron ในฐานข้อมูลนี้', 'pg_cron is not installed in this database',
   'ติดตั้งตาม doc/operations.md หรือให้ตัวตั้งเวลาอื่นเรียก CALL job.run_due()', 'Install it as doc/operations.md says, or have another scheduler call job.run_due().'),
  ('WF706', 'บทบาท %1$s ใช้ทำงานอัตโนมัติไม่ได้', 'the role %1$s cannot run tasks',
   'ใช้ welfare_job หรือบทบาทที่เข้าสู่ระบบได้และเป็นสมาชิกของ welfare_job', 'Use welfare_job.'),
  ('WF707', 'pg_cron ต้องตั้ง %1$s เป็น %2$s แต่ขณะนี้เป็น %3$s', 'pg_cron needs %1$s = %2$s; it is %3$s',
   'แก้ใน postgresql.conf แล้วเริ่มเซิร์ฟเวอร์ใหม่ ตาม doc/operations.md', 'Set it in postgresql.conf and restart the server, as doc/operations.md says.'),
  ('WF708', 'เซสชันนี้อยู่ในบทบาท %1$s จึงตั้งเวลาให้ %2$s ไม่ได้', 'a session of %1$s cannot schedule for %2$s',
   'ให้ผู้ดูแลฐานข้อมูล (superuser) เรียก job.register', 'A superuser calls job.register.'),
  ('WF709', 'เริ่มจากวันที่ %1$s ไม่ได้: ต้องไม่หลังวันนี้ (%2$s)', 'tasks cannot begin on %1$s: no later than today (%2$s)',
   NULL, NULL),
  ('WF710', 'งานทั้งหมดเป็นไปตามกำหนด', 'every task is on time', NULL, NULL),
  ('WF711', 'งานมีปัญหา — ล่าช้า: %1$s; ไม่สำเร็จ: %2$s; ค้างอยู่: %3$s; ยังไม่เริ่มใช้: %4$s; ต้องดูแล: %5$s',
   'tasks need looking after — late: %1$s; failed: %2$s; stuck: %3$s; not begun: %4$s; attention: %5$s', NULL, NULL);

CREATE TYPE job.period_kind AS ENUM ('day', 'month', 'fiscal_year');
COMMENT ON TYPE job.period_kind IS 'what a task is done once for: a day, a month, a fiscal year (RC4), all of them in Thailand';

CREATE TYPE job.catch_up AS ENUM ('every_period', 'latest_period');
COMMENT ON TYPE job.catch_up IS 'what is done after a downtime: every missed period, in order; or the latest alone, because it does what the others would have done';

CREATE TYPE job.run_state AS ENUM ('running', 'succeeded', 'failed', 'abandoned', 'skipped');
COMMENT ON TYPE job.run_state IS 'how a run stands: running; succeeded; failed with an error; abandoned, because its session ended; skipped by an administrator instead of being run';

COMMIT;
