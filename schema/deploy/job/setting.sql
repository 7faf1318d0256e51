-- AQ: what the tasks count by, by date: how long logs are kept, how early is told what is to come.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE job.setting_name AS ENUM ('adjusted_months', 'law_warning_days', 'run_log_days', 'cron_log_days', 'staged_row_days', 'age_notice_months', 'payment_change_days');
COMMENT ON TYPE job.setting_name IS 'what a number is for: months looked back on for arrears and recoveries; days before the law on record ends; days that the log of runs, that of pg_cron, and rows staged and never finished are kept; months ahead whose birthdays are told (ER7); days that published changes of payments are kept (PT6)';

CREATE TABLE job.setting (
  name job.setting_name NOT NULL,
  valid daterange NOT NULL,
  number integer NOT NULL,
  basis text NOT NULL,
  CONSTRAINT setting_one_at_a_time EXCLUDE USING gist (name WITH =, valid WITH &&),
  CONSTRAINT setting_valid_not_empty CHECK (NOT isempty(valid)),
  CONSTRAINT setting_number CHECK (number BETWEEN 1 AND 3660)
);
COMMENT ON TABLE job.setting IS 'numbers that the tasks go by, by date';
COMMENT ON COLUMN job.setting.name IS 'what it is for';
COMMENT ON COLUMN job.setting.valid IS 'business dates to which the row applies';
COMMENT ON COLUMN job.setting.number IS 'the number, in the unit that its name says';
COMMENT ON COLUMN job.setting.basis IS 'regulation, or that it is ours to set';
ALTER TABLE job.setting ENABLE ROW LEVEL SECURITY;

INSERT INTO job.setting (name, valid, number, basis) VALUES
  ('adjusted_months', '(,)', 24, 'กำหนดเอง: ข้อเท็จจริงที่ทราบช้ากว่านี้ให้ผู้ดูแลระบบสั่ง payment.record_adjustments เอง'),
  ('law_warning_days', '(,)', 60, 'กำหนดเอง: สองเดือนก่อนสิ้นปีงบประมาณ'),
  ('run_log_days', '(,)', 800, 'กำหนดเอง: สองปีงบประมาณเศษ'),
  ('cron_log_days', '(,)', 30, 'กำหนดเอง'),
  ('staged_row_days', '(,)', 2, 'กำหนดเอง: แถวที่นำเข้าค้างไว้เป็นข้อมูลส่วนบุคคล'),
  ('payment_change_days', '(,)', 400, 'กำหนดเอง: หนึ่งปีเศษ ผู้รับที่หยุดอ่านนานกว่านี้รับบัญชีรายเดือนใหม่'),
  ('age_notice_months', '(,)', 1, 'ระเบียบ พ.ศ. 2566 ข้อ 7: แจ้งผู้มีสิทธิให้ทราบล่วงหน้า ไม่ได้กำหนดระยะเวลา');

-- The number of a setting on a day; NULL when no row covers it. Parameters: name; day.
CREATE FUNCTION job.setting_on(name job.setting_name, day date) RETURNS integer
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    RETURN (SELECT setting.number FROM job.setting WHERE setting.name = setting_on.name AND setting.valid @> setting_on.day);
  END
  $$;
COMMENT ON FUNCTION job.setting_on(job.setting_name, date) IS 'number of a setting on a day';
REVOKE ALL ON FUNCTION job.setting_on(job.setting_name, date) FROM PUBLIC;

DO $$
BEGIN
  PERFORM audit.track('job.setting', '{name,valid}');
END
$$;

COMMIT;
