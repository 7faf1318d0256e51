-- ER10, ER16, DE7, AR2: what an authority still has to do about rights that may have ended; what is posted; the monthly check.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- DE7: payment goes on, marked, while somebody who lost a qualification awaits the order.
CREATE VIEW registry.pending_removal WITH (security_barrier) AS
  SELECT finding.thai_id, finding.programme, finding.claim_number, finding.finding_number, finding.happened_on, finding.found_on, finding.state
    FROM registry.finding
    JOIN registry.claim
      ON claim.thai_id = finding.thai_id AND claim.programme = finding.programme AND claim.claim_number = finding.claim_number
   WHERE finding.kind = 'disqualified' AND finding.state NOT IN ('removed', 'kept') AND claim.state IN ('live', 'suspended');
COMMENT ON VIEW registry.pending_removal IS 'claims that are paid on until a lawful order (DE7); for payments, which run as the owner';
COMMENT ON COLUMN registry.pending_removal.thai_id IS 'the person';
COMMENT ON COLUMN registry.pending_removal.programme IS 'the programme';
COMMENT ON COLUMN registry.pending_removal.claim_number IS 'number of the claim';
COMMENT ON COLUMN registry.pending_removal.finding_number IS 'number of the finding';
COMMENT ON COLUMN registry.pending_removal.happened_on IS 'day of the loss';
COMMENT ON COLUMN registry.pending_removal.found_on IS 'day on which it was found';
COMMENT ON COLUMN registry.pending_removal.state IS 'how far the proceedings are';

-- Open proceedings inside the asker's scope, oldest first, with what each waits for. The look is recorded. Errors: WF001, WF007.
CREATE FUNCTION registry.open_proceedings()
  RETURNS TABLE (national_id welfare.thai_id, programme reference.programme_name, finding_number integer, kind registry.finding_kind, path registry.removal_path,
                 state registry.finding_state, authority_code integer, found_on date, verify_by date, posted_on date, open_until date, objections integer,
                 unanswered integer)
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
      SELECT finding.thai_id, finding.programme, finding.finding_number::integer, finding.kind, finding.path, finding.state, finding.authority_code, finding.found_on,
             reference.deadline_after(CASE finding.kind WHEN 'died' THEN 'death_verification' ELSE 'finding_verification' END::reference.deadline_kind, finding.found_on),
             notice.posted_on, notice.open_until, finding.objection_count::integer, (finding.objection_count - finding.answered_count)::integer
        FROM registry.finding
        JOIN registry.claim USING (thai_id, programme, claim_number)
        LEFT JOIN registry.notice USING (thai_id, programme, claim_number, finding_number)
       WHERE finding.state NOT IN ('removed', 'kept') AND claim.state IN ('live', 'suspended')
       ORDER BY finding.found_on, finding.thai_id;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('registry.open_proceedings', NULL, '{}', found);
  END
  $$;
COMMENT ON FUNCTION registry.open_proceedings() IS 'open proceedings inside the asker''s scope';

-- The notices that an authority has posted and that are open to objection on a day, as anybody reads them there: masked IDs and names, never of
-- an allowance that is health data (AR2). Parameters: authority's code; day (default today).
-- Belongs to the owner: what is posted may be read by every user, whatever their scope. The look is recorded. Errors: WF001, WF007, WF010.
CREATE FUNCTION registry.posted_notices(authority_code integer, day date DEFAULT NULL)
  RETURNS TABLE (notice_number text, programme reference.programme_name, posted_on date, open_until date, places reference.notice_place[], place_name text,
                 masked_id text, listed_name text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    on_day date := coalesce(posted_notices.day, welfare.business_date());
    found bigint;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'administrator');
    IF posted_notices.authority_code IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'authority_code');
    END IF;
    RETURN QUERY
      SELECT notice.notice_number, notice.programme, notice.posted_on, notice.open_until, notice.places, notice.place_name, notice.listed_id, notice.listed_name
        FROM registry.notice
       WHERE notice.authority_code = posted_notices.authority_code AND on_day BETWEEN notice.posted_on AND notice.open_until
         AND NOT EXISTS (SELECT FROM registry.finding_step AS step
                          WHERE (step.thai_id, step.programme, step.claim_number, step.finding_number)
                              = (notice.thai_id, notice.programme, notice.claim_number, notice.finding_number)
                            AND step.to_state IN ('removed', 'kept') AND step.taken_on <= on_day)
       ORDER BY notice.posted_on, notice.notice_number, notice.listed_name;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('registry.posted_notices', NULL, jsonb_build_object('authority_code', posted_notices.authority_code, 'day', on_day), found);
  END
  $$;
COMMENT ON FUNCTION registry.posted_notices(integer, date) IS 'public notices of an authority that are open on a day (ER16, DR16)';

CREATE TABLE registry.status_check (
  authority_code integer NOT NULL,
  month reference.pay_month NOT NULL,
  programme reference.programme_name NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  checked_on date NOT NULL,
  recipients integer NOT NULL,
  sensitive boolean NOT NULL,
  way text NOT NULL,
  checked_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT status_check_pkey PRIMARY KEY (authority_code, month, programme),
  CONSTRAINT status_check_authority_fkey FOREIGN KEY (authority_code) REFERENCES reference.local_authority (authority_code),
  CONSTRAINT status_check_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive),
  CONSTRAINT status_check_inside_month CHECK (checked_on >= month),
  CONSTRAINT status_check_stated CHECK (btrim(way) <> '' AND recipients >= 0)
);
COMMENT ON TABLE registry.status_check IS 'that an authority checked the status of its recipients in a month (ER10)';
COMMENT ON COLUMN registry.status_check.authority_code IS 'the authority';
COMMENT ON COLUMN registry.status_check.month IS 'the month';
COMMENT ON COLUMN registry.status_check.programme IS 'the programme';
COMMENT ON COLUMN registry.status_check.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN registry.status_check.checked_on IS 'day of the check';
COMMENT ON COLUMN registry.status_check.recipients IS 'how many recipients there were';
COMMENT ON COLUMN registry.status_check.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN registry.status_check.way IS 'how it was checked';
COMMENT ON COLUMN registry.status_check.checked_by IS 'user who recorded it';
ALTER TABLE registry.status_check ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON registry.status_check TO welfare_writer;
CREATE POLICY status_check_read ON registry.status_check FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY status_check_read ON registry.status_check IS 'the authority and administrators see its checks';
CREATE POLICY status_check_add ON registry.status_check FOR INSERT TO welfare_writer WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY status_check_add ON registry.status_check IS 'only users of the authority record its checks (IS9.2)';
CREATE TRIGGER status_check_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.status_check FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER status_check_no_change ON registry.status_check IS 'checks are evidence';

-- Records that the status of all recipients of a programme was checked in the month of a day. What is found is recorded by
-- registry.record_finding. Parameters: programme; how; day (default today). Errors: WF001, WF007, WF010, WF016, WF32S recorded already.
CREATE FUNCTION registry.record_status_check(programme reference.programme_name, way text, checked_on date DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    day date := coalesce(record_status_check.checked_on, welfare.business_date());
  BEGIN
    PERFORM registry.require_officer();
    IF record_status_check.programme IS NULL OR coalesce(btrim(record_status_check.way), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, CASE WHEN record_status_check.programme IS NULL THEN 'programme' ELSE 'way' END);
    END IF;
    PERFORM registry.require_past('checked_on', day);
    INSERT INTO registry.status_check (authority_code, month, programme, checked_on, recipients, sensitive, way)
    SELECT welfare.authority_code(), date_trunc('month', day::timestamp)::date, programme.programme, day,
           (SELECT count(*) FROM registry.claim
             WHERE claim.authority_code = welfare.authority_code() AND claim.programme = programme.programme AND claim.state IN ('live', 'suspended')),
           programme.sensitive, btrim(record_status_check.way)
      FROM reference.programme
     WHERE programme.programme = record_status_check.programme
    ON CONFLICT DO NOTHING;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF32S', NULL);
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.record_status_check(reference.programme_name, text, date) IS 'records that the status of recipients was checked in a month (ER10)';

-- Programmes whose recipients the user's own authority has not checked in a month. Parameters: month. Errors: WF001, WF007.
CREATE FUNCTION registry.unchecked_status(month date)
  RETURNS TABLE (programme reference.programme_name, recipients bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM registry.require_officer();
    RETURN QUERY
      SELECT claim.programme, count(*)
        FROM registry.claim
       WHERE claim.authority_code = welfare.authority_code() AND claim.state IN ('live', 'suspended')
         AND NOT EXISTS (SELECT FROM registry.status_check AS done
                          WHERE done.authority_code = claim.authority_code AND done.programme = claim.programme
                            AND done.month = date_trunc('month', unchecked_status.month::timestamp)::date)
       GROUP BY claim.programme
       ORDER BY claim.programme;
  END
  $$;
COMMENT ON FUNCTION registry.unchecked_status(date) IS 'programmes whose recipients were not checked in a month (ER10)';

REVOKE ALL ON FUNCTION registry.open_proceedings(), registry.posted_notices(integer, date), registry.record_status_check(reference.programme_name, text, date),
  registry.unchecked_status(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.posted_notices(integer, date) TO welfare_admin, welfare_department, welfare_province, welfare_district, welfare_authority;
RESET ROLE;
ALTER FUNCTION registry.open_proceedings() OWNER TO welfare_writer;
ALTER FUNCTION registry.record_status_check(reference.programme_name, text, date) OWNER TO welfare_writer;
ALTER FUNCTION registry.unchecked_status(date) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION registry.open_proceedings() TO welfare_authority, welfare_admin;
GRANT EXECUTE ON FUNCTION registry.record_status_check(reference.programme_name, text, date), registry.unchecked_status(date) TO welfare_authority;

COMMIT;
