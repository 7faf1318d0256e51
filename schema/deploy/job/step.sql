-- AQ: the steps of the tasks, and the tasks. A step is job.<step>(beginning of the period, business date); it answers a number of rows, and
-- doing it again does nothing more. It acts as the task's login unless it says otherwise: what it calls decides who may.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF720', 'กฎหมายของปีงบประมาณนี้ยังไม่ได้รับการยืนยัน: %1$s', 'the law of this fiscal year is not confirmed: %1$s', NULL, NULL),
  ('WF721', 'กฎหมายที่บันทึกไว้ใกล้สิ้นสุด: %1$s', 'the law on record ends soon: %1$s', NULL, NULL);

-- ER15, ER10: the liveness sweep of what the civil registry has delivered. Rows: findings opened and superseded.
CREATE FUNCTION job.sweep_registry(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT swept.findings + swept.superseded FROM civil.sweep(sweep_registry.business_day) AS swept $$;
COMMENT ON FUNCTION job.sweep_registry(date, date) IS 'step: the liveness sweep';

-- ER15: holds on what would be paid to the dead. Rows: holds placed and replaced.
CREATE FUNCTION job.hold_the_dead(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT held.placed + held.replaced FROM payment.hold_the_dead() AS held $$;
COMMENT ON FUNCTION job.hold_the_dead(date, date) IS 'step: holds on what would be paid to the dead';

-- EG3.1, ER7: forms that wait for the month are evaluated by its criteria. Rows: claims started and forms stopped.
CREATE FUNCTION job.check_waiting(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT checked.started + checked.stopped FROM registry.check_waiting(check_waiting.period) AS checked $$;
COMMENT ON FUNCTION job.check_waiting(date, date) IS 'step: forms that wait for the month are evaluated';

-- ER12, ER13: the payroll of the month. Rows: lines added.
CREATE FUNCTION job.prepare_month(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT coalesce(sum(prepared.added), 0)::bigint FROM payment.prepare(prepare_month.period) AS prepared $$;
COMMENT ON FUNCTION job.prepare_month(date, date) IS 'step: the payroll of the month';

-- ER13: the month's payrolls drafted, or drafted anew where nobody has approved them and what they pay has changed. Rows: payrolls.
CREATE FUNCTION job.draft_payrolls(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT drafted.payrolls FROM payment.draft_payrolls(draft_payrolls.period) AS drafted $$;
COMMENT ON FUNCTION job.draft_payrolls(date, date) IS 'step: the month''s payrolls drafted';

-- ER8.4: holds on lines that await an acknowledgement, by what is known on the day. Rows: holds placed and released.
CREATE FUNCTION job.hold_awaiting(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT held.placed + held.released FROM payment.hold_awaiting(job.period_of('month', hold_awaiting.period)) AS held $$;
COMMENT ON FUNCTION job.hold_awaiting(date, date) IS 'step: holds on lines that await an acknowledgement, placed and released';

-- ER13, DE20: what late facts change in the months behind, as far back as job.setting says. Rows: adjustments.
CREATE FUNCTION job.record_adjustments(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
    SELECT coalesce(sum(recorded.adjustments), 0)::bigint
      FROM payment.record_adjustments(job.period_plus('month', record_adjustments.period, -job.setting_on('adjusted_months', record_adjustments.business_day)),
                                      record_adjustments.period) AS recorded
  $$;
COMMENT ON FUNCTION job.record_adjustments(date, date) IS 'step: what late facts change in the months behind';

-- ER8.4: confirmations of moves that are not acknowledged in time. Rows: marked for the province.
CREATE FUNCTION job.escalate_moves(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT registry.escalate_moves(escalate_moves.business_day) $$;
COMMENT ON FUNCTION job.escalate_moves(date, date) IS 'step: moves that are not acknowledged in time';

-- ER8.5, EG5.2: moves that nobody confirmed while the old authority paid, on 1 October above all. Rows: moves that lapse.
CREATE FUNCTION job.close_unconfirmed_moves(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT registry.close_unconfirmed_moves(close_unconfirmed_moves.business_day) $$;
COMMENT ON FUNCTION job.close_unconfirmed_moves(date, date) IS 'step: moves that nobody confirmed in time';

-- DR10: the yearly check of disability and liveness is opened. Rows: recipients on it.
CREATE FUNCTION job.open_october_check(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT opened.recipients FROM registry.open_campaign('disability_october_check', welfare.fiscal_year(open_october_check.period)) AS opened $$;
COMMENT ON FUNCTION job.open_october_check(date, date) IS 'step: the yearly check of disability and liveness is opened';

-- DR9: the list of entitled people for the budget request is opened. Rows: recipients on it.
CREATE FUNCTION job.open_january_list(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT opened.recipients FROM registry.open_campaign('january_list', welfare.fiscal_year(open_january_list.period)) AS opened $$;
COMMENT ON FUNCTION job.open_january_list(date, date) IS 'step: the yearly list for the budget request is opened';

-- QS2: sessions, codes, tries and mails that decide nothing any more. Rows: deleted.
CREATE FUNCTION job.purge_sessions(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT identity.purge_sessions() $$;
COMMENT ON FUNCTION job.purge_sessions(date, date) IS 'step: sessions, codes, tries and mails that decide nothing any more';

-- QS5: seals of the days that are over, by the server's clock, which no setting moves. Rows: days.
CREATE FUNCTION job.seal_audit(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT count(*) FROM audit.seal_days() $$;
COMMENT ON FUNCTION job.seal_audit(date, date) IS 'step: seals of the days that are over';

-- RC8: whether the law of the fiscal year is confirmed, and how long what is on record lasts. Rows: programmes of which something is to be
-- told. Belongs to the owner: watches write what they find.
CREATE FUNCTION job.watch_law(period date, business_day date) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    soon date := watch_law.business_day + job.setting_on('law_warning_days', watch_law.business_day);
    unconfirmed text[];
    ending text[];
  BEGIN
    SELECT coalesce(array_agg(law.programme::text ORDER BY law.programme) FILTER (WHERE NOT law.is_confirmed), '{}'),
           coalesce(array_agg(law.programme::text ORDER BY law.programme)
                      FILTER (WHERE law.is_confirmed AND reference.month_after(least(law.confirmed_to, law.ends_with)) <= soon), '{}')
      INTO unconfirmed, ending
      FROM reference.law_expiring(watch_law.business_day) AS law;
    RETURN job.set_concern('law_not_confirmed', watch_law.business_day, cardinality(unconfirmed), true, 'WF720', array_to_string(unconfirmed, ', '))
         + job.set_concern('law_ends_soon', watch_law.business_day, cardinality(ending), false, 'WF721', array_to_string(ending, ', '));
  END
  $$;
COMMENT ON FUNCTION job.watch_law(date, date) IS 'step: whether the law is confirmed, and how long it lasts';

-- QS4: rows staged for imports and deliveries that never ended, or whose session died before it said so. Rows: deleted.
-- Belongs to the owner: nobody else deletes what others staged.
CREATE FUNCTION job.purge_staged_rows(period date, business_day date) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    before timestamptz := clock_timestamp() - make_interval(days => job.setting_on('staged_row_days', purge_staged_rows.business_day));
    purged bigint := 0::bigint;
    deleted bigint;
  BEGIN
    -- the mark goes with the rows: who finishes such an import is told that they are gone
    DELETE FROM registry.import_mark AS mark USING registry.import AS ended WHERE ended.import_id = mark.import_id AND (ended.finished_at IS NOT NULL OR ended.started_at < before);
    DELETE FROM registry.import_candidate AS candidate USING registry.import AS ended
     WHERE ended.import_id = candidate.import_id AND (ended.finished_at IS NOT NULL OR ended.started_at < before);
    GET DIAGNOSTICS deleted = ROW_COUNT;
    purged := purged + deleted;
    DELETE FROM registry.import_row AS staged
     WHERE NOT EXISTS (SELECT FROM registry.import AS opened WHERE opened.import_id = staged.import_id AND opened.finished_at IS NULL AND opened.started_at >= before);
    GET DIAGNOSTICS deleted = ROW_COUNT;
    purged := purged + deleted;
    DELETE FROM civil.delivery_mark AS mark USING civil.delivery AS ended
     WHERE ended.delivery_number = mark.delivery_number AND (ended.finished_at IS NOT NULL OR ended.began_at < before);
    DELETE FROM civil.candidate USING civil.delivery AS ended
     WHERE ended.delivery_number = candidate.delivery_number AND (ended.finished_at IS NOT NULL OR ended.began_at < before);
    GET DIAGNOSTICS deleted = ROW_COUNT;
    purged := purged + deleted;
    DELETE FROM civil.event_row AS staged
     WHERE NOT EXISTS (SELECT FROM civil.delivery AS opened WHERE opened.delivery_number = staged.delivery_number AND opened.finished_at IS NULL AND opened.began_at >= before);
    GET DIAGNOSTICS deleted = ROW_COUNT;
    purged := purged + deleted;
    DELETE FROM payment.result_mark AS mark USING payment.bank_delivery AS ended
     WHERE ended.delivery_number = mark.delivery_number AND (ended.finished_at IS NOT NULL OR ended.began_at < before);
    DELETE FROM payment.result_row AS staged
     WHERE NOT EXISTS (SELECT FROM payment.bank_delivery AS opened WHERE opened.delivery_number = staged.delivery_number AND opened.finished_at IS NULL AND opened.began_at >= before);
    GET DIAGNOSTICS deleted = ROW_COUNT;
    RETURN purged + deleted;
  END
  $$;
COMMENT ON FUNCTION job.purge_staged_rows(date, date) IS 'step: rows staged for imports and deliveries that never ended';

-- Runs older than job.setting says, of periods that are done; each task's last success stays. Rows: deleted.
-- Belongs to the owner, as the log does.
CREATE FUNCTION job.purge_runs(period date, business_day date) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    purged bigint;
  BEGIN
    DELETE FROM job.run USING job.progress
     WHERE progress.task = run.task AND run.period < progress.served_through AND run.state <> 'running'
       AND run.finished_at < clock_timestamp() - make_interval(days => job.setting_on('run_log_days', purge_runs.business_day));
    GET DIAGNOSTICS purged = ROW_COUNT;
    RETURN purged;
  END
  $$;
COMMENT ON FUNCTION job.purge_runs(date, date) IS 'step: runs that are older than they are kept';

-- What pg_cron has written down of the task's login, which alone sees it; without pg_cron nothing. Rows: deleted.
CREATE FUNCTION job.purge_cron_log(period date, business_day date) RETURNS bigint
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    days integer := job.cron_log_days(purge_cron_log.business_day);
    purged bigint := 0::bigint;
  BEGIN
    IF to_regclass('cron.job_run_details') IS NOT NULL THEN
      -- by dynamic SQL, because the schema need not be there; what runs now has no end
      EXECUTE 'DELETE FROM cron.job_run_details WHERE end_time < clock_timestamp() - make_interval(days => $1)' USING days;
      GET DIAGNOSTICS purged = ROW_COUNT;
    END IF;
    RETURN purged;
  END
  $$;
COMMENT ON FUNCTION job.purge_cron_log(date, date) IS 'step: what pg_cron has written down and never deletes';

-- How long that is kept, for the step, which may not read settings. Parameters: day.
CREATE FUNCTION job.cron_log_days(day date) RETURNS integer
  LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$ SELECT job.setting_on('cron_log_days', cron_log_days.day) $$;
COMMENT ON FUNCTION job.cron_log_days(date) IS 'days that the log of pg_cron is kept';

INSERT INTO job.task (task, position, period, catch_up, after_task, schedule, longest, late_after_days, purpose_thai, purpose_english) VALUES
  ('liveness_sweep', 10, 'day', 'latest_period', NULL, '1,31 * * * *', '6 hours', 0,
   'ตรวจผู้รับเบี้ยกับทะเบียนราษฎร และระงับการจ่ายให้ผู้ถึงแก่กรรม', 'compares recipients with the civil registry, and holds what would be paid to the dead'),
  ('month_preparation', 20, 'month', 'every_period', NULL, '*/10 * * * *', '12 hours', 0,
   'จัดทำบัญชีจ่ายเบี้ยประจำเดือน ในวันที่ 1', 'prepares the month''s payroll on the 1st'),
  ('late_facts', 30, 'month', 'every_period', 'month_preparation', '17,47 * * * *', '24 hours', 1,
   'บันทึกเงินตกเบิกและเงินเรียกคืนจากข้อเท็จจริงที่ทราบภายหลัง', 'records arrears and recoveries from facts that came late'),
  ('move_deadlines', 60, 'day', 'latest_period', NULL, '7 * * * *', '6 hours', 0,
   'กำหนดเวลาของการย้าย และการรับทราบของ อปท. เดิม', 'deadlines of moves, and what their acknowledgement releases'),
  ('fiscal_year_end', 70, 'fiscal_year', 'every_period', NULL, '3,33 * * * *', '6 hours', 0,
   'ปิดการย้ายที่ไม่ได้ยืนยันสิทธิภายในสิ้นปีงบประมาณ', 'ends moves that nobody confirmed by the end of the fiscal year'),
  ('october_check', 80, 'fiscal_year', 'every_period', NULL, '13 * * * *', '6 hours', 0,
   'เปิดการตรวจสอบคนพิการประจำเดือนตุลาคม', 'opens the yearly check of disability and liveness in October'),
  ('january_list', 90, 'fiscal_year', 'every_period', NULL, '23 * * * *', '6 hours', 0,
   'เปิดบัญชีรายชื่อเพื่อขอรับงบประมาณในเดือนมกราคม', 'opens the yearly list for the budget request in January'),
  ('law_watch', 120, 'day', 'latest_period', NULL, '29 * * * *', '1 hour', 0,
   'เฝ้าดูการยืนยันและวันสิ้นสุดของกฎหมาย', 'watches whether the law is confirmed and how long it lasts'),
  ('audit_seal', 130, 'day', 'latest_period', NULL, '9,39 * * * *', '6 hours', 0,
   'ผนึกบันทึกการตรวจสอบของวันที่สิ้นสุดแล้ว', 'seals the audit trail of the days that are over'),
  ('sign_in_clean_up', 140, 'day', 'latest_period', NULL, '19 * * * *', '6 hours', 1,
   'ลบเซสชัน รหัส และจดหมายที่หมดอายุ', 'deletes sessions, codes and mails that have ended'),
  ('log_clean_up', 160, 'day', 'latest_period', NULL, '49 * * * *', '6 hours', 1,
   'ลบแถวนำเข้าที่ค้าง และบันทึกการทำงานที่พ้นกำหนดเก็บ', 'deletes staged rows that were left, and logs that are older than they are kept');

INSERT INTO job.due_rule (task, valid, due_months, due_days, legal_basis) VALUES
  ('liveness_sweep', '(,)', 0, 0, 'ระเบียบ พ.ศ. 2566 ข้อ 10 และข้อ 15: ไม่ได้กำหนดความถี่ ทำทุกวัน'),
  ('month_preparation', '(,)', 0, 0, 'ระเบียบ พ.ศ. 2566 ข้อ 13: มีชีวิตอยู่ในวันที่ 1 ของเดือน จ่ายภายในวันที่ 10'),
  ('late_facts', '(,)', 0, 0, 'กำหนดเอง: พร้อมบัญชีของเดือน'),
  ('move_deadlines', '(,)', 0, 0, 'ระเบียบ พ.ศ. 2566 ข้อ 8: ไม่ได้กำหนดความถี่ ทำทุกวัน'),
  ('fiscal_year_end', '(,)', 0, 0, 'ระเบียบ พ.ศ. 2566 ข้อ 8 และหนังสือ มท 0810.6/ว 8067: จำหน่ายในวันที่ 1 ตุลาคม'),
  ('october_check', '(,)', 0, 0, 'ระเบียบ พ.ศ. 2553 ข้อ 10: ภายในเดือนตุลาคมของทุกปี'),
  ('january_list', '(,)', 3, 0, 'ระเบียบ พ.ศ. 2553 ข้อ 9: ภายในเดือนมกราคมของทุกปี'),
  ('law_watch', '(,)', 0, 0, 'กำหนดเอง'),
  ('audit_seal', '(,)', 0, 0, 'กำหนดเอง: วันที่สิ้นสุดแล้ว'),
  ('sign_in_clean_up', '(,)', 0, 0, 'กำหนดเอง'),
  ('log_clean_up', '(,)', 0, 0, 'กำหนดเอง');

-- Another step of a task is a function of this form and a row; the gaps are for those.
INSERT INTO job.step (task, position, step) VALUES
  ('liveness_sweep', 10, 'sweep_registry'),
  ('liveness_sweep', 20, 'hold_the_dead'),
  ('month_preparation', 10, 'sweep_registry'),
  ('month_preparation', 20, 'hold_the_dead'),
  ('month_preparation', 30, 'check_waiting'),
  ('month_preparation', 40, 'prepare_month'),
  ('month_preparation', 50, 'hold_awaiting'),
  ('month_preparation', 60, 'draft_payrolls'),
  ('late_facts', 10, 'record_adjustments'),
  ('late_facts', 20, 'draft_payrolls'),
  ('move_deadlines', 10, 'escalate_moves'),
  ('move_deadlines', 20, 'close_unconfirmed_moves'),
  ('move_deadlines', 30, 'hold_awaiting'),
  ('fiscal_year_end', 10, 'close_unconfirmed_moves'),
  ('october_check', 10, 'open_october_check'),
  ('january_list', 10, 'open_january_list'),
  ('law_watch', 10, 'watch_law'),
  ('audit_seal', 10, 'seal_audit'),
  ('sign_in_clean_up', 10, 'purge_sessions'),
  ('log_clean_up', 10, 'purge_staged_rows'),
  ('log_clean_up', 20, 'purge_runs'),
  ('log_clean_up', 30, 'purge_cron_log');

DO $$
DECLARE
  step regprocedure;
BEGIN
  FOR step IN SELECT DISTINCT pg_catalog.format('job.%I(date, date)', named.step)::regprocedure FROM job.step AS named LOOP
    EXECUTE pg_catalog.format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', step);
    EXECUTE pg_catalog.format('GRANT EXECUTE ON FUNCTION %s TO welfare_job', step);
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION job.cron_log_days(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION job.cron_log_days(date) TO welfare_job;

COMMIT;
