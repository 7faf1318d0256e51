BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_comment('schema', 'civil');
SELECT pg_temp.check_enumeration('civil.event_kind', 'death, death_cancelled, moved_out, moved_in, name_changed, nationality_lost, nationality_gained, struck_off');
SELECT pg_temp.check_comment('type', 'civil.event_kind');
SELECT pg_temp.check_enumeration('civil.finding_kind', 'question, death, death_cancelled, moved_out, moved_in, name_changed, nationality_lost, nationality_gained, struck_off');
SELECT pg_temp.check_comment('type', 'civil.finding_kind');
SELECT pg_temp.check_enumeration('civil.finding_state', 'open, verified, refuted, superseded, closed');
SELECT pg_temp.check_comment('type', 'civil.finding_state');

SELECT pg_temp.check_grants('schema', 'civil', 'welfare_admin USAGE, welfare_authority USAGE, welfare_civil USAGE, welfare_department USAGE, welfare_district USAGE, welfare_province USAGE, welfare_treasury USAGE, welfare_writer USAGE');
SELECT pg_temp.check_rows('reference.label', 'ROW(kind, value, name_thai)',
  '(civil_event_kind,death,ตาย)',
  '(civil_event_kind,death_cancelled,ยกเลิกการตาย)',
  '(civil_event_kind,moved_in,ย้ายเข้า)',
  '(civil_event_kind,moved_out,ย้ายออก)',
  '(civil_event_kind,name_changed,เปลี่ยนชื่อ)',
  '(civil_event_kind,nationality_gained,ได้สัญชาติไทย)',
  '(civil_event_kind,nationality_lost,เสียสัญชาติไทย)',
  '(civil_event_kind,struck_off,จำหน่ายชื่อจากทะเบียนบ้าน)');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF330)',
  '(WF331)',
  '(WF332)',
  '(WF333)',
  '(WF334)',
  '(WF335)');

ROLLBACK;
