-- ER7, ER8.4, ER9, ER14, ER16, EG3.1: what each authority has still to do, counted day by day by a job: notices whose days are over, findings and moves
-- whose answer is overdue, forms that are undecided, people to be told of an age, payments that may have arrived twice. Counts; the lists are functions of their rooms.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE report.work_kind AS ENUM ('notice_expired', 'finding_overdue', 'move_unacknowledged', 'form_undecided', 'reaches_age', 'unconfirmed', 'age_step', 'paid_twice');
COMMENT ON TYPE report.work_kind IS 'what is to be done: a public notice whose days are over, with the order still to come (ER16; registry.open_proceedings); a finding of the civil registry not verified in time (ER14; civil.findings); a move whose confirmation the authority has not acknowledged in time (ER8.4; registry.open_moves); a form that waits for facts (registry.submissions); who reaches the age soon, and who has reached it, with neither claim nor form (ER7); whose rate changes with age soon (ER9; registry.age_notices); a payment that failed and of which a bank said afterwards that it arrived, so that it may have arrived twice (ER13; payment.concerns)';

CREATE TABLE report.open_work (
  kind report.work_kind NOT NULL,
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  sensitive boolean NOT NULL,
  counted_on date NOT NULL,
  oldest date NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  how_many bigint NOT NULL,
  CONSTRAINT open_work_pkey PRIMARY KEY (authority_code, kind, programme, sensitive),
  CONSTRAINT open_work_authority_fkey FOREIGN KEY (authority_code) REFERENCES reference.local_authority (authority_code),
  CONSTRAINT open_work_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT open_work_counted CHECK (how_many > 0)
);
COMMENT ON TABLE report.open_work IS 'roll-up: what each authority has still to do, by kind and programme, as of the day it was counted';
COMMENT ON COLUMN report.open_work.kind IS 'what is to be done';
COMMENT ON COLUMN report.open_work.authority_code IS 'authority that does it';
COMMENT ON COLUMN report.open_work.programme IS 'the programme';
COMMENT ON COLUMN report.open_work.sensitive IS 'whether only the authority and administrators may know (AR2)';
COMMENT ON COLUMN report.open_work.counted_on IS 'business date of the count';
COMMENT ON COLUMN report.open_work.oldest IS 'the day since which, or the month from which, the first of them counts';
COMMENT ON COLUMN report.open_work.district_code IS 'district of the authority';
COMMENT ON COLUMN report.open_work.province_code IS 'province of the authority';
COMMENT ON COLUMN report.open_work.how_many IS 'how many';
ALTER TABLE report.open_work ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON report.open_work TO welfare_writer;
CREATE POLICY open_work_read ON report.open_work FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code()
         OR NOT sensitive AND (district_code = welfare.district_code() OR province_code = welfare.province_code() OR welfare.nation())
         OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY open_work_read ON report.open_work IS 'functions that act for a user see what the user''s scope covers, health data only of the own authority (AR2)';

-- Counts anew what is to be done of some kinds. Parameters: business date; how many months ahead ages are told; kinds. Answers how many rows.
-- Errors: WF001 and WF004 not an administrator. Belongs to the owner: it counts the nation.
CREATE FUNCTION report.count_open_work(day date, months_ahead integer, VARIADIC kinds report.work_kind[]) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    next_month date := reference.month_after(count_open_work.day);
    beyond date := (reference.month_after(count_open_work.day)::timestamp + make_interval(months => count_open_work.months_ahead))::date;
    counted bigint;
  BEGIN
    PERFORM reference.require_administrator();
    DELETE FROM report.open_work WHERE open_work.kind = ANY (count_open_work.kinds);
    INSERT INTO report.open_work (kind, authority_code, programme, sensitive, counted_on, oldest, district_code, province_code, how_many)
    SELECT found.kind, found.authority_code, found.programme, found.sensitive, count_open_work.day, min(found.since), authority.district_code, authority.province_code,
           count(*)
      FROM (SELECT 'notice_expired'::report.work_kind AS kind, notice.authority_code, notice.programme, notice.sensitive, notice.open_until AS since
              FROM registry.notice
              JOIN registry.finding ON finding.thai_id = notice.thai_id AND finding.programme = notice.programme AND finding.claim_number = notice.claim_number
               AND finding.finding_number = notice.finding_number
             WHERE 'notice_expired' = ANY (count_open_work.kinds) AND notice.open_until < count_open_work.day
               AND finding.state IN ('posted', 'investigated', 'proposed', 'verified')
             UNION ALL
            SELECT 'finding_overdue'::report.work_kind AS kind, finding.authority_code, finding.programme, finding.sensitive, finding.due_on AS since
              FROM civil.finding
             WHERE 'finding_overdue' = ANY (count_open_work.kinds) AND finding.state = 'open' AND finding.due_on < count_open_work.day
             UNION ALL
            SELECT 'move_unacknowledged'::report.work_kind AS kind, move.from_authority_code AS authority_code, part.programme, part.sensitive, part.confirmed_on AS since
              FROM registry.move_claim AS part
              JOIN registry.move ON move.thai_id = part.thai_id AND move.move_number = part.move_number
             WHERE 'move_unacknowledged' = ANY (count_open_work.kinds) AND part.state = 'confirmed'
               AND reference.deadline_after('move_acknowledgement', part.confirmed_on) < count_open_work.day
             UNION ALL
            SELECT 'form_undecided'::report.work_kind AS kind, form.authority_code, form.programme, form.sensitive, coalesce(form.first_month::date, form.received_on) AS since
              FROM registry.submission AS form
             WHERE 'form_undecided' = ANY (count_open_work.kinds) AND form.state = 'waiting' AND form.undecided IS NOT NULL
             UNION ALL
            SELECT 'paid_twice'::report.work_kind AS kind, told.authority_code, told.programme, told.sensitive, told.raised_on AS since
              FROM payment.concern_standing AS told
             WHERE 'paid_twice' = ANY (count_open_work.kinds) AND told.outcome IS NULL
             UNION ALL
            SELECT CASE WHEN reached.kind = 'step' THEN 'age_step' WHEN reached.from_month >= next_month THEN 'reaches_age' ELSE 'unconfirmed' END::report.work_kind AS kind,
                   reached.authority_code, reached.programme, reached.sensitive, reached.from_month AS since
              FROM registry.age_reached AS reached
             WHERE count_open_work.kinds && '{reaches_age, unconfirmed, age_step}'::report.work_kind[]
               AND reached.from_month < beyond AND (reached.from_month >= next_month OR reached.kind = 'reaches_age')) AS found
      JOIN reference.local_authority AS authority ON authority.authority_code = found.authority_code
     WHERE found.kind = ANY (count_open_work.kinds)
     GROUP BY found.kind, found.authority_code, found.programme, found.sensitive, authority.district_code, authority.province_code;
    GET DIAGNOSTICS counted = ROW_COUNT;
    RETURN counted;
  END
  $$;
COMMENT ON FUNCTION report.count_open_work(date, integer, report.work_kind[]) IS 'counts anew what each authority has still to do, of some kinds';

-- What the authorities in the asker's scope have still to do, as last counted; above the authority without health data (AR2). Counts alone.
-- Errors: WF001, WF007.
CREATE FUNCTION report.open_work()
  RETURNS TABLE (authority_code integer, kind report.work_kind, programme reference.programme_name, how_many bigint, oldest date, counted_on date)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'administrator');
    RETURN QUERY
      SELECT counted.authority_code, counted.kind, counted.programme, sum(counted.how_many)::bigint, min(counted.oldest), max(counted.counted_on)
        FROM report.open_work AS counted
       GROUP BY counted.authority_code, counted.kind, counted.programme
       ORDER BY counted.authority_code, counted.kind, counted.programme;
  END
  $$;
COMMENT ON FUNCTION report.open_work() IS 'what the authorities in the asker''s scope have still to do, as last counted';

REVOKE ALL ON FUNCTION report.count_open_work(date, integer, report.work_kind[]), report.open_work() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report.count_open_work(date, integer, report.work_kind[]) TO welfare_admin;
RESET ROLE;
ALTER FUNCTION report.open_work() OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION report.open_work() TO welfare_authority, welfare_district, welfare_province, welfare_department, welfare_admin;

COMMIT;
