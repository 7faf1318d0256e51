-- PT6: what the operator of the citizen portal is told, also when it does not ask: changes published, lists made of what was handed over, changes removed
-- that are no longer kept.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Rows: changes published.
CREATE FUNCTION job.publish_changes(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT portal.publish_changes() $$;
COMMENT ON FUNCTION job.publish_changes(date, date) IS 'step: changes of payments get their numbers';

-- A list is made as soon as money has been handed over, and again when more was. Rows: lists.
CREATE FUNCTION job.make_payment_lists(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT portal.make_payment_lists() $$;
COMMENT ON FUNCTION job.make_payment_lists(date, date) IS 'step: lists of what has been handed over';

-- Belongs to the owner, for it reads how long. Rows: deleted.
CREATE FUNCTION job.purge_changes(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
    SELECT portal.purge_changes(clock_timestamp() - make_interval(days => job.setting_on('payment_change_days', purge_changes.business_day)))
  $$;
COMMENT ON FUNCTION job.purge_changes(date, date) IS 'step: changes of payments that are no longer kept';

INSERT INTO job.task (task, position, period, catch_up, after_task, schedule, longest, late_after_days, purpose_thai, purpose_english) VALUES
  ('portal_changes', 155, 'day', 'latest_period', NULL, '11,41 * * * *', '6 hours', 1,
   'ประกาศการเปลี่ยนแปลงของการจ่ายเงิน และจัดทำบัญชีรายการจ่าย แก่ผู้ให้บริการเว็บบริการประชาชน', 'publishes changes of payments for the portal, and lists of what was handed over');
INSERT INTO job.due_rule (task, valid, due_months, due_days, legal_basis) VALUES
  ('portal_changes', '(,)', 0, 0, 'กำหนดเอง');
INSERT INTO job.step (task, position, step) VALUES
  ('portal_changes', 10, 'publish_changes'),
  ('portal_changes', 20, 'make_payment_lists'),
  ('portal_changes', 30, 'purge_changes');

REVOKE ALL ON FUNCTION job.publish_changes(date, date), job.make_payment_lists(date, date), job.purge_changes(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION job.publish_changes(date, date), job.make_payment_lists(date, date), job.purge_changes(date, date) TO welfare_job;

COMMIT;
