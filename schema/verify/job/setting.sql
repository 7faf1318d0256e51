BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('job.setting_name', 'adjusted_months, law_warning_days, run_log_days, cron_log_days, staged_row_days, age_notice_months, payment_change_days');
SELECT pg_temp.check_comment('type', 'job.setting_name');
SELECT pg_temp.check_columns('job.setting', '
  name job.setting_name not null
  valid daterange not null
  number integer not null
  basis text not null');
SELECT pg_temp.check_comment('relation', 'job.setting');
SELECT pg_temp.check_constraint('job.setting', 'setting_number', 'CHECK (((number >= 1) AND (number <= 3660)))');
SELECT pg_temp.check_constraint('job.setting', 'setting_one_at_a_time', 'EXCLUDE USING gist (name WITH =, valid WITH &&)');
SELECT pg_temp.check_constraint('job.setting', 'setting_valid_not_empty', 'CHECK ((NOT isempty(valid)))');
SELECT pg_temp.check_function('job.setting_on(job.setting_name,date)',
  'welfare_owner invoker stable returns integer search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'job.setting_on(job.setting_name,date)');
SELECT pg_temp.check_trigger('job.setting', 'audit_delete', 'CREATE TRIGGER audit_delete AFTER DELETE ON job.setting REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''name,valid'', '''', '''')');
SELECT pg_temp.check_trigger('job.setting', 'audit_insert', 'CREATE TRIGGER audit_insert AFTER INSERT ON job.setting REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''name,valid'', '''', '''')');
SELECT pg_temp.check_trigger('job.setting', 'audit_truncate', 'CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON job.setting FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''name,valid'', '''', '''')');
SELECT pg_temp.check_trigger('job.setting', 'audit_update', 'CREATE TRIGGER audit_update AFTER UPDATE ON job.setting REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''name,valid'', '''', '''')');
SELECT pg_temp.check_row_security('job.setting', '');

SELECT pg_temp.check_grants('relation', 'job.setting', '');
SELECT pg_temp.check_grants('function', 'job.setting_on(job.setting_name,date)', '');
SELECT pg_temp.check_rows('job.setting', 'ROW(name, lower(valid), number, basis)',
  '(adjusted_months,,24,"กำหนดเอง: ข้อเท็จจริงที่ทราบช้ากว่านี้ให้ผู้ดูแลระบบสั่ง payment.record_adjustments เอง")',
  '(age_notice_months,,1,"ระเบียบ พ.ศ. 2566 ข้อ 7: แจ้งผู้มีสิทธิให้ทราบล่วงหน้า ไม่ได้กำหนดระยะเวลา")',
  '(cron_log_days,,30,กำหนดเอง)',
  '(law_warning_days,,60,"กำหนดเอง: สองเดือนก่อนสิ้นปีงบประมาณ")',
  '(payment_change_days,,400,"กำหนดเอง: หนึ่งปีเศษ ผู้รับที่หยุดอ่านนานกว่านี้รับบัญชีรายเดือนใหม่")',
  '(run_log_days,,800,"กำหนดเอง: สองปีงบประมาณเศษ")',
  '(staged_row_days,,2,"กำหนดเอง: แถวที่นำเข้าค้างไว้เป็นข้อมูลส่วนบุคคล")');

ROLLBACK;
