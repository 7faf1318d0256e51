-- ER13, ER14: payrolls closed when every payment has arrived or failed, and recovery cases settled when nothing is asked for any more.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Rows: payrolls closed.
CREATE FUNCTION job.close_payrolls(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT closed.payrolls FROM payment.close_payrolls() AS closed $$;
COMMENT ON FUNCTION job.close_payrolls(date, date) IS 'step: payrolls whose every payment has arrived or failed';

-- Rows: cases settled.
CREATE FUNCTION job.settle_recoveries(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT payment.settle_recoveries()::bigint $$;
COMMENT ON FUNCTION job.settle_recoveries(date, date) IS 'step: recovery cases of which nothing is asked for any more';

INSERT INTO job.task (task, position, period, catch_up, after_task, schedule, longest, late_after_days, purpose_thai, purpose_english) VALUES
  ('payment_closing', 95, 'day', 'latest_period', NULL, '53 * * * *', '6 hours', 1,
   'ปิดบัญชีจ่ายเงินที่ทราบผลครบทุกรายการ และเรื่องเรียกคืนที่ไม่มียอดค้าง', 'closes payrolls of which every result is known, and recoveries of which nothing is open');
INSERT INTO job.due_rule (task, valid, due_months, due_days, legal_basis) VALUES ('payment_closing', '(,)', 0, 0, 'กำหนดเอง');
INSERT INTO job.step (task, position, step) VALUES ('payment_closing', 10, 'close_payrolls'), ('payment_closing', 20, 'settle_recoveries');

REVOKE ALL ON FUNCTION job.close_payrolls(date, date), job.settle_recoveries(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION job.close_payrolls(date, date), job.settle_recoveries(date, date) TO welfare_job;

COMMIT;
