-- ER10, ER13: an officer who reviews a payroll may hold a beneficiary's lines, and release them: what was held comes with the next payroll.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Whether the user's own authority holds a claim of a person that has not ended. Parameters: national ID; programme.
CREATE FUNCTION payment.has_own_claim(thai_id welfare.thai_id, programme reference.programme_name) RETURNS boolean
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  RETURN EXISTS (SELECT FROM registry.claim
                  WHERE claim.thai_id = has_own_claim.thai_id AND claim.programme = has_own_claim.programme
                    AND claim.authority_code = welfare.authority_code() AND claim.state IN ('live', 'suspended', 'awaiting'));
COMMENT ON FUNCTION payment.has_own_claim(welfare.thai_id, reference.programme_name) IS 'whether the own authority holds a claim of a person that has not ended';

-- Holds a beneficiary's lines of a programme from a month on, until they are released: an officer of the authority that holds the claim.
-- Parameters: national ID; programme; first month held (first of month); why. Answers that it is done.
-- Errors: WF001, WF007, WF010, WF033, WF034, WF066 no such claim at the own authority, WF338 held for a review already.
-- Belongs to the owner and names the authority itself: holds are nobody's table.
CREATE FUNCTION payment.hold_own(thai_id welfare.thai_id, programme reference.programme_name, month_from date, why text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    missing text := CASE WHEN hold_own.thai_id IS NULL THEN 'thai_id' WHEN hold_own.programme IS NULL THEN 'programme'
                         WHEN coalesce(btrim(hold_own.why), '') = '' THEN 'why' END;
  BEGIN
    PERFORM registry.require_officer();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    ELSIF hold_own.month_from IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    ELSIF NOT reference.is_pay_month(hold_own.month_from) THEN
      PERFORM reference.refuse('WF034', NULL, hold_own.month_from::text);
    ELSIF NOT payment.has_own_claim(hold_own.thai_id, hold_own.programme) THEN
      PERFORM reference.refuse('WF066', NULL, hold_own.thai_id::text);
    END IF;
    INSERT INTO payment.hold (thai_id, programme, month_from, reason, source, remark)
    VALUES (hold_own.thai_id, hold_own.programme, hold_own.month_from, 'review', 'registry.claim', btrim(hold_own.why));
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.hold_own(welfare.thai_id, reference.programme_name, date, text) IS 'holds a beneficiary''s lines while an officer of the own authority reviews them';

-- Releases what payment.hold_own holds: an officer of the authority that holds the claim, or of one to which it went. Parameters: national ID;
-- programme; why. Answers that it is done. Errors: WF001, WF007, WF010, WF066, WF339 nothing is held so. Belongs to the owner, as payment.hold_own.
CREATE FUNCTION payment.release_own(thai_id welfare.thai_id, programme reference.programme_name, why text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    missing text := CASE WHEN release_own.thai_id IS NULL THEN 'thai_id' WHEN release_own.programme IS NULL THEN 'programme'
                         WHEN coalesce(btrim(release_own.why), '') = '' THEN 'why' END;
  BEGIN
    PERFORM registry.require_officer();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    ELSIF NOT EXISTS (SELECT FROM registry.claim
                       WHERE claim.thai_id = release_own.thai_id AND claim.programme = release_own.programme
                         AND claim.authority_code = welfare.authority_code() AND claim.state <> 'deleted') THEN
      PERFORM reference.refuse('WF066', NULL, release_own.thai_id::text);
    END IF;
    UPDATE payment.hold
       SET released_at = clock_timestamp(), released_on = welfare.business_date(), released_by = welfare.principal(), released_why = btrim(release_own.why)
     WHERE hold.thai_id = release_own.thai_id AND hold.programme = release_own.programme AND hold.reason = 'review' AND hold.released_at IS NULL;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF339', NULL, release_own.thai_id::text);
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.release_own(welfare.thai_id, reference.programme_name, text) IS 'releases what an officer''s review held';

REVOKE ALL ON FUNCTION payment.has_own_claim(welfare.thai_id, reference.programme_name), payment.hold_own(welfare.thai_id, reference.programme_name, date, text),
  payment.release_own(welfare.thai_id, reference.programme_name, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.hold_own(welfare.thai_id, reference.programme_name, date, text),
  payment.release_own(welfare.thai_id, reference.programme_name, text) TO welfare_authority;

COMMIT;
