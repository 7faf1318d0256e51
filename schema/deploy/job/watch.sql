-- ER13, RC9, ER16, ER7, ER8.6: steps that watch and count: pay day, what authorities have still to do, months rolled up, partitions.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF722', 'พ้นวันจ่ายแล้วยังไม่ได้ส่งจ่าย: %1$s', 'pay day has come, and not everything is sent: %1$s', NULL, NULL),
  ('WF723', 'พ้นวันจ่ายแล้วยังไม่ทราบผลการจ่าย: %1$s', 'pay day is over, and not everything is settled: %1$s', NULL, NULL),
  ('WF724', 'ไม่ทราบวันจ่าย เพราะยังไม่ได้บันทึกวันหยุด: %1$s', 'pay day is not known, because holidays are not loaded: %1$s', NULL, NULL),
  ('WF725', 'ข้อมูลการจ่ายของบางเดือนไม่อยู่ในระบบ: %1$s', 'payments of some months are not attached: %1$s', NULL, NULL);

-- What is not yet sent, and what is sent and not settled, of the months whose payroll the jobs prepare. The one place that asks payments.
-- Months whose pay day nobody can tell come without one (RC9). Parameters: business date.
CREATE FUNCTION job.pay_days(day date) RETURNS TABLE (month date, pay_day date, unsent bigint, unsettled bigint)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    since date := (SELECT progress.first_period FROM job.progress WHERE progress.task = 'month_preparation');
  BEGIN
    FOR month IN SELECT DISTINCT payroll.month::date FROM payment.payroll
                  WHERE payroll.month BETWEEN since AND pay_days.day AND payroll.lines > 0 ORDER BY 1 LOOP
      BEGIN
        pay_day := reference.pay_day(month);
      EXCEPTION WHEN SQLSTATE 'WF34G' THEN
        pay_day := NULL;
      END;
      -- an authority and programme that has lines and no payroll has sent nothing
      SELECT count(*) FILTER (WHERE due.state IS NULL OR due.state < 'sent'), count(*) FILTER (WHERE due.state = 'sent') INTO unsent, unsettled
        FROM (SELECT total.authority_code, total.programme FROM report.month_total AS total WHERE total.month = pay_days.month) AS paid
        FULL JOIN (SELECT drafted.authority_code, drafted.programme, min(drafted.state) AS state
                     FROM payment.authority_payroll AS drafted
                    WHERE drafted.cycle_month = pay_days.month AND drafted.items > 0
                    GROUP BY drafted.authority_code, drafted.programme) AS due
          ON due.authority_code = paid.authority_code AND due.programme = paid.programme;
      -- nor has one of a month that is neither rolled up nor drafted
      IF EXISTS (SELECT FROM payment.payroll
                  WHERE payroll.month = pay_days.month AND payroll.lines > 0
                    AND NOT EXISTS (SELECT FROM report.month_total AS total WHERE total.month = pay_days.month AND total.programme = payroll.programme)
                    AND NOT EXISTS (SELECT FROM payment.authority_payroll AS drafted
                                     WHERE drafted.cycle_month = pay_days.month AND drafted.programme = payroll.programme)) THEN
        unsent := unsent + (SELECT count(*)
                              FROM (SELECT DISTINCT line.authority_code, line.programme FROM payment.line WHERE line.month = pay_days.month) AS lined
                             WHERE NOT EXISTS (SELECT FROM report.month_total AS total
                                                WHERE total.month = pay_days.month AND total.programme = lined.programme)
                               AND NOT EXISTS (SELECT FROM payment.authority_payroll AS drafted
                                                WHERE drafted.cycle_month = pay_days.month AND drafted.authority_code = lined.authority_code
                                                  AND drafted.programme = lined.programme));
      END IF;
      RETURN NEXT;
    END LOOP;
  END
  $$;
COMMENT ON FUNCTION job.pay_days(date) IS 'what is not yet sent or settled, by month, and its pay day (RC9)';

-- ER13: on pay day everything must have been sent; the day after, settled. Rows: authorities and programmes for which it is not.
CREATE FUNCTION job.watch_pay_day(period date, business_day date) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    found record;
  BEGIN
    SELECT coalesce(sum(known.unsent) FILTER (WHERE known.pay_day <= watch_pay_day.business_day), 0)::bigint AS unsent,
           string_agg(to_char(known.month, 'YYYY-MM'), ', ' ORDER BY known.month) FILTER (WHERE known.pay_day <= watch_pay_day.business_day AND known.unsent > 0) AS unsent_months,
           coalesce(sum(known.unsettled) FILTER (WHERE known.pay_day < watch_pay_day.business_day), 0)::bigint AS unsettled,
           string_agg(to_char(known.month, 'YYYY-MM'), ', ' ORDER BY known.month) FILTER (WHERE known.pay_day < watch_pay_day.business_day AND known.unsettled > 0) AS unsettled_months,
           count(*) FILTER (WHERE known.pay_day IS NULL AND known.unsent + known.unsettled > 0) AS unknown,
           string_agg(to_char(known.month, 'YYYY-MM'), ', ' ORDER BY known.month) FILTER (WHERE known.pay_day IS NULL AND known.unsent + known.unsettled > 0) AS unknown_months
      INTO found
      FROM job.pay_days(watch_pay_day.business_day) AS known;
    RETURN job.set_concern('pay_day_unsent', watch_pay_day.business_day, found.unsent, true, 'WF722', coalesce(found.unsent_months, '-'))
         + job.set_concern('pay_day_unsettled', watch_pay_day.business_day, found.unsettled, true, 'WF723', coalesce(found.unsettled_months, '-'))
         + job.set_concern('pay_day_unknown', watch_pay_day.business_day, found.unknown, true, 'WF724', coalesce(found.unknown_months, '-'));
  END
  $$;
COMMENT ON FUNCTION job.watch_pay_day(date, date) IS 'step: what is not yet sent or settled when pay day has come';

-- Partitions are made by what fills them: a month's lines by its preparation, its payments and arrivals by the first approval. None is made ahead,
-- empty. What is watched is that none of those is missing: taken off for an archive, and forgotten. Rows: months.
CREATE FUNCTION job.watch_partitions(period date, business_day date) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    missing text[];
  BEGIN
    SELECT coalesce(array_agg(wanted.name ORDER BY wanted.name), '{}') INTO missing
      FROM (SELECT to_char(prepared.month, '"line_"YYYY_MM') AS name FROM (SELECT DISTINCT payroll.month FROM payment.payroll WHERE payroll.lines > 0) AS prepared
             UNION
            SELECT to_char(posted.month, '"instruction_"YYYY_MM') AS name
              FROM (SELECT DISTINCT drafted.cycle_month AS month FROM payment.authority_payroll AS drafted WHERE drafted.state >= 'approved' AND drafted.items > 0) AS posted) AS wanted
     WHERE NOT EXISTS (SELECT FROM pg_inherits JOIN pg_class ON pg_class.oid = pg_inherits.inhrelid
                        WHERE pg_class.relnamespace = 'payment'::regnamespace AND pg_class.relname = wanted.name);
    RETURN job.set_concern('partition_missing', watch_partitions.business_day, cardinality(missing), true, 'WF725', array_to_string(missing, ', '));
  END
  $$;
COMMENT ON FUNCTION job.watch_partitions(date, date) IS 'step: no month''s partition is missing';

-- The month rolled up for reports. Rows: authorities and programmes.
CREATE FUNCTION job.summarise_month(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT report.summarise_month(summarise_month.period) $$;
COMMENT ON FUNCTION job.summarise_month(date, date) IS 'step: the month rolled up for reports';

-- ER16, ER14, ER8.4: notices whose days are over, findings and moves whose answer is overdue, forms that are undecided, and payments that may have
-- arrived twice (ER13), counted for who has them to do.
CREATE FUNCTION job.count_open_work(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT report.count_open_work(count_open_work.business_day, 0, 'notice_expired', 'finding_overdue', 'move_unacknowledged', 'form_undecided', 'paid_twice') $$;
COMMENT ON FUNCTION job.count_open_work(date, date) IS 'step: notices whose days are over and answers that are overdue, counted';

-- ER7, ER9: who reaches the age, and whose rate changes with it, as far ahead as job.setting says, counted for who has to tell them.
CREATE FUNCTION job.count_age_notices(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
    SELECT report.count_open_work(count_age_notices.business_day, job.setting_on('age_notice_months', count_age_notices.business_day), 'reaches_age', 'unconfirmed', 'age_step')
  $$;
COMMENT ON FUNCTION job.count_age_notices(date, date) IS 'step: who is to be told of an age, counted';

-- ER8.6: the moves of the month before are ready for the department and the Comptroller General's Department. Rows: moves notified, by province,
-- programme and step; the lists are registry.moves_of_month and civil.moves_found.
CREATE FUNCTION job.count_moves(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$ SELECT report.summarise_moves(job.period_plus('month', count_moves.period, -1)) $$;
COMMENT ON FUNCTION job.count_moves(date, date) IS 'step: the moves of the month before, counted for the monthly report';

-- Mails that have ended, or were taken. Rows: deleted.
CREATE FUNCTION job.purge_outbox(period date, business_day date) RETURNS bigint
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$ SELECT identity.purge_outbox() $$;
COMMENT ON FUNCTION job.purge_outbox(date, date) IS 'step: mails that have ended';

INSERT INTO job.task (task, position, period, catch_up, after_task, schedule, longest, late_after_days, purpose_thai, purpose_english) VALUES
  ('month_summary', 40, 'month', 'every_period', 'month_preparation', '27,57 * * * *', '6 hours', 1,
   'รวบรวมข้อมูลรายเดือนเข้าสู่ระบบรายงาน', 'rolls the month up for reports'),
  ('move_report', 50, 'month', 'every_period', NULL, '11 * * * *', '6 hours', 1,
   'จัดทำรายงานการย้ายประจำเดือนต่อกรมส่งเสริมการปกครองท้องถิ่นและกรมบัญชีกลาง', 'counts the moves of the month before for the monthly report'),
  ('pay_day_watch', 100, 'day', 'latest_period', NULL, '21 * * * *', '2 hours', 0,
   'เฝ้าดูการส่งจ่ายและผลการจ่ายเมื่อถึงวันจ่าย', 'watches on pay day what is not sent, and after it what is not settled'),
  ('notice_expiry', 105, 'day', 'latest_period', NULL, '25 * * * *', '6 hours', 0,
   'นับประกาศที่ครบกำหนด และเรื่องที่ค้างเกินกำหนดของแต่ละ อปท.', 'counts notices whose days are over, and what else each authority has overdue'),
  ('age_notices', 110, 'month', 'latest_period', NULL, '37 * * * *', '6 hours', 1,
   'นับผู้ที่จะมีอายุครบกำหนดในเดือนถัดไป ซึ่ง อปท. ต้องแจ้งให้ทราบ', 'counts who reaches an age in the coming month and is to be told'),
  ('partition_watch', 125, 'day', 'latest_period', NULL, '41 * * * *', '1 hour', 1,
   'เฝ้าดูว่าข้อมูลการจ่ายของทุกเดือนอยู่ครบ', 'watches that no month''s payments are missing'),
  ('outbox_clean_up', 150, 'day', 'latest_period', NULL, '51 * * * *', '6 hours', 1,
   'ลบจดหมายที่หมดอายุออกจากกล่องขาออก', 'deletes mails of the outbox that have ended');
INSERT INTO job.due_rule (task, valid, due_months, due_days, legal_basis) VALUES
  ('month_summary', '(,)', 0, 0, 'กำหนดเอง: พร้อมบัญชีของเดือน'),
  ('move_report', '(,)', 0, 0, 'ระเบียบ พ.ศ. 2566 ข้อ 8: รายงานทุกเดือน'),
  ('pay_day_watch', '(,)', 0, 0, 'ระเบียบ พ.ศ. 2566 ข้อ 13: จ่ายภายในวันที่ 10'),
  ('notice_expiry', '(,)', 0, 0, 'ระเบียบ พ.ศ. 2566 ข้อ 16: ไม่น้อยกว่าสิบห้าวัน'),
  ('age_notices', '(,)', 0, 0, 'ระเบียบ พ.ศ. 2566 ข้อ 7: แจ้งให้ทราบล่วงหน้า'),
  ('partition_watch', '(,)', 0, 0, 'กำหนดเอง'),
  ('outbox_clean_up', '(,)', 0, 0, 'กำหนดเอง');
INSERT INTO job.step (task, position, step) VALUES
  ('month_summary', 10, 'summarise_month'),
  ('move_report', 10, 'count_moves'),
  ('pay_day_watch', 10, 'watch_pay_day'),
  ('notice_expiry', 10, 'count_open_work'),
  ('age_notices', 10, 'count_age_notices'),
  ('partition_watch', 10, 'watch_partitions'),
  ('outbox_clean_up', 10, 'purge_outbox');

DO $$
DECLARE
  step regprocedure;
BEGIN
  FOR step IN SELECT pg_catalog.format('job.%I(date, date)', named.step)::regprocedure FROM job.step AS named
               WHERE named.step IN ('summarise_month', 'count_moves', 'watch_pay_day', 'count_open_work', 'count_age_notices', 'watch_partitions', 'purge_outbox') LOOP
    EXECUTE pg_catalog.format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', step);
    EXECUTE pg_catalog.format('GRANT EXECUTE ON FUNCTION %s TO welfare_job', step);
  END LOOP;
END
$$;
REVOKE ALL ON FUNCTION job.pay_days(date) FROM PUBLIC;

COMMIT;
