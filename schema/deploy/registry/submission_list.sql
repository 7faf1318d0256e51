-- ER7, DR9: the forms of an authority, who confirmed and who waits; the path of one; the slip that the person takes home.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Forms inside the asker's scope, by day of receipt. Parameters: programme; states; first and last day of receipt; whether only those
-- that the check on the date of entitlement left undecided; page and its size (1 to 1000). The look is recorded.
-- Answers a row a form, with the number of all. Errors: WF001, WF007, WF06X.
CREATE FUNCTION registry.submissions(programme reference.programme_name DEFAULT NULL, states registry.submission_state[] DEFAULT NULL, received_from date DEFAULT NULL,
                                     received_to date DEFAULT NULL, undecided_only boolean DEFAULT false, page integer DEFAULT 1, page_size integer DEFAULT 100)
  RETURNS TABLE (national_id welfare.thai_id, submission_programme reference.programme_name, submission_number bigint, register_number text, full_name text,
                 birth_date welfare.birth_date, received_on date, channel reference.submission_channel_name, wants_allowance boolean, state registry.submission_state,
                 state_name text, expected_first_month date, first_month date, undecided text[], claim_number smallint, total bigint)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    found bigint;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'administrator');
    IF (submissions.page >= 1 AND submissions.page_size BETWEEN 1 AND 1000) IS NOT TRUE THEN
      PERFORM reference.refuse('WF06X', NULL, coalesce(submissions.page::text, 'NULL'), coalesce(submissions.page_size::text, 'NULL'));
    END IF;
    RETURN QUERY
      SELECT form.thai_id, form.programme, form.submission_number, concat_ws('/', form.slip_number, form.slip_year), concat_ws(' ', form.title || form.first_name, form.last_name),
             form.birth_date, form.received_on, form.channel, form.wants_allowance, form.state, registry.word_for('submission_state', form.state::text),
             form.expected_first_month::date, form.first_month::date, form.undecided, form.claim_number, count(*) OVER ()
        FROM registry.submission AS form
       -- an administrator's look is the nation's
       WHERE (form.authority_code = welfare.authority_code() OR welfare.duty() = 'administrator')
         AND (submissions.programme IS NULL OR form.programme = submissions.programme)
         AND (submissions.states IS NULL OR form.state = ANY (submissions.states))
         AND form.received_on >= coalesce(submissions.received_from, '-infinity') AND form.received_on <= coalesce(submissions.received_to, 'infinity')
         AND (NOT coalesce(submissions.undecided_only, false) OR form.state = 'waiting' AND form.undecided IS NOT NULL)
       ORDER BY form.received_on, form.thai_id, form.programme, form.submission_number
       LIMIT submissions.page_size OFFSET (submissions.page - 1)::bigint * submissions.page_size;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('registry.submissions', NULL, jsonb_build_object('programme', submissions.programme, 'states', submissions.states,
      'received_from', submissions.received_from, 'received_to', submissions.received_to, 'undecided_only', submissions.undecided_only,
      'page', submissions.page, 'page_size', submissions.page_size), found);
  END
  $$;
COMMENT ON FUNCTION registry.submissions(reference.programme_name, registry.submission_state[], date, date, boolean, integer, integer) IS 'forms inside the asker''s scope, by day of receipt (ER7)';

-- The path of a form: who took which step, in which office, when, and what it came to. Parameters: its key. The look is recorded.
-- Errors: WF001, WF007, WF30A.
CREATE FUNCTION registry.submission_path(thai_id welfare.thai_id, programme reference.programme_name, submission_number bigint)
  RETURNS TABLE (step_number smallint, round smallint, kind registry.submission_step_kind, outcome registry.submission_outcome, from_state registry.submission_state,
                 to_state registry.submission_state, user_name text, office identity.office_name, taken_on date, recorded_at timestamptz, document text, remark text,
                 first_month date)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    found bigint;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'administrator');
    RETURN QUERY
      SELECT step.step_number, step.round, step.kind, step.outcome, step.from_state, step.to_state, step.user_name, step.office, step.taken_on, step.recorded_at,
             step.document, step.remark, step.first_month::date
        FROM registry.submission_step AS step
       WHERE step.thai_id = submission_path.thai_id AND step.programme = submission_path.programme AND step.submission_number = submission_path.submission_number
       ORDER BY step.step_number;
    GET DIAGNOSTICS found = ROW_COUNT;
    IF found = 0 THEN
      PERFORM reference.refuse('WF30A', NULL, coalesce(submission_path.submission_number::text, 'NULL'));
    END IF;
    PERFORM audit.record_look('registry.submission_path', submission_path.thai_id,
      jsonb_build_object('programme', submission_path.programme, 'submission_number', submission_path.submission_number), found);
  END
  $$;
COMMENT ON FUNCTION registry.submission_path(welfare.thai_id, reference.programme_name, bigint) IS 'path of a form: who took which step, in which office, when';

-- The slip of a form, to print, in the session's language: number, day, person with masked ID, expected first month.
-- Parameters: its key. The look is recorded. Errors: WF001, WF007, WF30A.
CREATE FUNCTION registry.slip(thai_id welfare.thai_id, programme reference.programme_name, submission_number bigint)
  RETURNS TABLE (line_number bigint, line text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    held registry.submission;
    place text;
    english boolean := welfare.language() = 'en';
    month text;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'administrator');
    SELECT * INTO held
      FROM registry.submission
     WHERE (submission.thai_id, submission.programme, submission.submission_number) = (slip.thai_id, slip.programme, slip.submission_number);
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF30A', NULL, coalesce(slip.submission_number::text, 'NULL'));
    END IF;
    SELECT local_authority.name_thai INTO place FROM reference.local_authority WHERE local_authority.authority_code = held.authority_code;
    month := CASE WHEN held.expected_first_month IS NULL THEN NULL
                  WHEN english THEN to_char(held.expected_first_month, 'YYYY-MM')
                  ELSE concat_ws(' ', welfare.thai_month_name(extract(month FROM held.expected_first_month)::integer), welfare.be_year(held.expected_first_month)) END;
    PERFORM audit.record_look('registry.slip', held.thai_id, jsonb_build_object('programme', held.programme, 'submission_number', held.submission_number), 1);
    RETURN QUERY
      SELECT row_number() OVER (), printed.line
        FROM unnest(ARRAY[
               place,
               CASE WHEN english THEN format('Register number %s/%s', held.slip_number, held.slip_year) ELSE format('ทะเบียนเลขที่ %s/%s', held.slip_number, held.slip_year) END,
               CASE WHEN english THEN format('%s allowance: form received on %s', reference.programme_text(held.programme), reference.date_text(held.received_on))
                    WHEN held.programme = 'elderly' THEN format('ยื่นแบบยืนยันสิทธิการขอรับเงินเบี้ยยังชีพผู้สูงอายุ เมื่อวันที่ %s', reference.date_text(held.received_on))
                    ELSE format('ยื่นคำขอรับเบี้ยยังชีพ%s เมื่อวันที่ %s', reference.programme_text(held.programme), reference.date_text(held.received_on)) END,
               concat_ws(' ', held.title || held.first_name, held.last_name),
               welfare.mask_thai_id(held.thai_id),
               CASE WHEN NOT held.wants_allowance THEN CASE WHEN english THEN 'Does not want the allowance; may confirm later' ELSE 'ไม่ขอรับสิทธิ และยืนยันสิทธิภายหลังได้' END
                    WHEN month IS NULL THEN CASE WHEN english THEN 'Expected to be paid from the month after the order' ELSE 'คาดว่าจะได้รับตั้งแต่เดือนถัดจากเดือนที่มีคำสั่ง' END
                    WHEN english THEN format('Expected to be paid from %s, if qualified', month)
                    ELSE format('คาดว่าจะได้รับตั้งแต่เดือน %s เป็นต้นไป หากมีคุณสมบัติครบถ้วน', month) END]) AS printed (line);
  END
  $$;
COMMENT ON FUNCTION registry.slip(welfare.thai_id, reference.programme_name, bigint) IS 'slip of a form, to print, in the session''s language';

REVOKE ALL ON FUNCTION registry.submissions(reference.programme_name, registry.submission_state[], date, date, boolean, integer, integer),
  registry.submission_path(welfare.thai_id, reference.programme_name, bigint), registry.slip(welfare.thai_id, reference.programme_name, bigint) FROM PUBLIC;
RESET ROLE;
ALTER FUNCTION registry.submissions(reference.programme_name, registry.submission_state[], date, date, boolean, integer, integer) OWNER TO welfare_writer;
ALTER FUNCTION registry.submission_path(welfare.thai_id, reference.programme_name, bigint) OWNER TO welfare_writer;
ALTER FUNCTION registry.slip(welfare.thai_id, reference.programme_name, bigint) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION registry.submissions(reference.programme_name, registry.submission_state[], date, date, boolean, integer, integer),
  registry.submission_path(welfare.thai_id, reference.programme_name, bigint), registry.slip(welfare.thai_id, reference.programme_name, bigint) TO welfare_authority, welfare_admin;

COMMIT;
