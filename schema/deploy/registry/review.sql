-- RC5, IS9.6: what waits for an officer's look, and how it is settled.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- What waits for review inside the asker's scope, oldest first. The other ID of a lookalike is told to administrators alone: it may
-- be another authority's. The look is recorded. Errors: WF001, WF007.
CREATE FUNCTION registry.open_reviews()
  RETURNS TABLE (national_id welfare.thai_id, kind registry.review_kind, opened_at timestamptz, opened_by text, authority_code integer, lookalike welfare.thai_id)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    found bigint;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'administrator');
    RETURN QUERY
      SELECT review.thai_id, review.kind, review.opened_at, review.opened_by, review.authority_code,
             CASE WHEN welfare.duty() = 'administrator' THEN review.lookalike END
        FROM registry.review
       WHERE review.closed_at IS NULL
       ORDER BY review.opened_at, review.thai_id;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('registry.open_reviews', NULL, '{}', found);
  END
  $$;
COMMENT ON FUNCTION registry.open_reviews() IS 'what waits for review inside the asker''s scope';

-- Settles what waited for review at the user's own authority. Parameters: national ID; kind; what was found on paper.
-- Errors: WF001, WF007, WF010, WF093 nothing waits.
CREATE FUNCTION registry.close_review(thai_id welfare.thai_id, kind registry.review_kind, outcome text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM registry.require_officer();
    IF coalesce(btrim(close_review.outcome), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, 'outcome');
    END IF;
    UPDATE registry.review
       SET closed_at = clock_timestamp(), closed_by = welfare.principal(), outcome = btrim(close_review.outcome)
     WHERE review.thai_id = close_review.thai_id AND review.kind = close_review.kind AND review.closed_at IS NULL
       AND review.authority_code = welfare.authority_code();
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF093', NULL, coalesce(close_review.thai_id::text, 'NULL'));
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.close_review(welfare.thai_id, registry.review_kind, text) IS 'settles what waited for review';

-- RC2: persons and live claims of an authority that has ended follow its successor; what is disposed stays as it was.
-- Parameters: code of the authority that ended. Answers how many persons followed. Errors: WF001 and WF004 not an
-- administrator, WF094 it has not ended, or has no successor. One statement a table, whatever the size of the authority.
CREATE FUNCTION registry.follow_successor(authority_code integer) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    ended reference.local_authority;
    successor reference.local_authority;
    followed bigint;
  BEGIN
    PERFORM reference.require_administrator();
    SELECT * INTO ended
      FROM reference.local_authority
     WHERE local_authority.authority_code = follow_successor.authority_code AND local_authority.valid << daterange(welfare.business_date(), NULL);
    SELECT * INTO successor FROM reference.local_authority WHERE local_authority.authority_code = ended.successor_code;
    IF successor.authority_code IS NULL THEN
      PERFORM reference.refuse('WF094', NULL, coalesce(follow_successor.authority_code::text, 'NULL'));
    END IF;
    -- a live claim refers to its person's place: both move, then it is judged
    SET CONSTRAINTS registry.claim_live_at_persons_authority DEFERRED;
    UPDATE registry.person
       SET authority_code = successor.authority_code, district_code = successor.district_code, province_code = successor.province_code,
           in_force_from = upper(ended.valid)
     WHERE person.authority_code = ended.authority_code
       AND EXISTS (SELECT FROM registry.claim
                    WHERE claim.thai_id = person.thai_id AND claim.authority_code = ended.authority_code AND claim.state IN ('live', 'suspended'));
    GET DIAGNOSTICS followed = ROW_COUNT;
    UPDATE registry.claim
       SET authority_code = successor.authority_code, district_code = successor.district_code, province_code = successor.province_code,
           in_force_from = upper(ended.valid)
     WHERE claim.authority_code = ended.authority_code AND claim.state IN ('live', 'suspended', 'awaiting');
    SET CONSTRAINTS registry.claim_live_at_persons_authority IMMEDIATE;
    -- what is kept about them follows, and open moves from it and to it
    PERFORM registry.move_to_successor(ended.authority_code, successor.authority_code);
    UPDATE registry.representative SET authority_code = successor.authority_code
      FROM registry.person
     WHERE representative.authority_code = ended.authority_code AND person.thai_id = representative.thai_id
       AND person.authority_code = successor.authority_code;
    UPDATE registry.document SET authority_code = successor.authority_code
      FROM registry.person
     WHERE document.authority_code = ended.authority_code AND person.thai_id = document.thai_id
       AND person.authority_code = successor.authority_code;
    UPDATE registry.review SET authority_code = successor.authority_code
      FROM registry.person
     WHERE review.authority_code = ended.authority_code AND person.thai_id = review.thai_id
       AND person.authority_code = successor.authority_code;
    PERFORM registry.follow_with_proceedings(ended.authority_code, successor.authority_code);
    -- forms whose path has not ended; they have no person yet
    UPDATE registry.submission
       SET authority_code = successor.authority_code, district_code = successor.district_code, province_code = successor.province_code
     WHERE submission.authority_code = ended.authority_code
       AND submission.state IN ('submitted', 'opined', 'considered', 'waiting', 'awaiting_takeover')
       -- of health data both may have one
       AND NOT EXISTS (SELECT FROM registry.submission AS other
                        WHERE other.thai_id = submission.thai_id AND other.programme = submission.programme AND other.authority_code = successor.authority_code
                          AND other.state IN ('submitted', 'opined', 'considered', 'waiting', 'awaiting_takeover'));
    RETURN followed;
  END
  $$;
COMMENT ON FUNCTION registry.follow_successor(integer) IS 'moves persons and live claims of an authority that has ended to its successor (RC2)';

REVOKE ALL ON FUNCTION registry.open_reviews(), registry.close_review(welfare.thai_id, registry.review_kind, text), registry.follow_successor(integer) FROM PUBLIC;
RESET ROLE;
ALTER FUNCTION registry.open_reviews() OWNER TO welfare_writer;
ALTER FUNCTION registry.close_review(welfare.thai_id, registry.review_kind, text) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION registry.open_reviews() TO welfare_authority, welfare_admin;
GRANT EXECUTE ON FUNCTION registry.close_review(welfare.thai_id, registry.review_kind, text) TO welfare_authority;
GRANT EXECUTE ON FUNCTION registry.follow_successor(integer) TO welfare_admin;

COMMIT;
