-- IS8.1, IS9.5, IS9.6, ER13: what no path gets round, whoever writes and however: the second lock behind the functions.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE registry.claim_transition (
  from_state registry.claim_state NOT NULL,
  to_state registry.claim_state NOT NULL,
  meaning text NOT NULL,
  CONSTRAINT claim_transition_pkey PRIMARY KEY (from_state, to_state)
);
COMMENT ON TABLE registry.claim_transition IS 'which state of a claim may follow which (IS9.5, IS9.6)';
COMMENT ON COLUMN registry.claim_transition.from_state IS 'state before';
COMMENT ON COLUMN registry.claim_transition.to_state IS 'state after';
COMMENT ON COLUMN registry.claim_transition.meaning IS 'what happened';
INSERT INTO registry.claim_transition (from_state, to_state, meaning) VALUES
  ('live', 'suspended', 'suspended by order'),
  ('suspended', 'live', 'resumed by order, with arrears'),
  ('live', 'disposed', 'disposed'),
  ('suspended', 'disposed', 'disposed'),
  ('live', 'deleted', 'a wrong entry'),
  ('suspended', 'deleted', 'a wrong entry'),
  ('disposed', 'deleted', 'a wrong disposal, or a wrong entry'),
  ('awaiting', 'live', 'the old authority has acknowledged the move, or need not'),
  ('awaiting', 'disposed', 'the person died before the old authority acknowledged'),
  ('awaiting', 'deleted', 'a confirmation that is withdrawn');

-- One claim's change: identity and past stay, a disposed claim changes no more, and each version is kept.
CREATE FUNCTION registry.keep_claim_version() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    unchanged registry.claim := NEW;
  BEGIN
    IF (NEW.thai_id, NEW.programme, NEW.claim_number) <> (OLD.thai_id, OLD.programme, OLD.claim_number) THEN
      PERFORM reference.refuse('WF065', NULL, 'thai_id, programme, claim_number');
    END IF;
    unchanged.recorded_at := OLD.recorded_at;
    unchanged.created_at := OLD.created_at;
    unchanged.entered_on := OLD.entered_on;
    unchanged.recorded_by := OLD.recorded_by;
    -- computed after this trigger
    unchanged.live_authority_code := OLD.live_authority_code;
    unchanged.varied_from := OLD.varied_from;
    NEW.created_at := OLD.created_at;
    NEW.entered_on := OLD.entered_on;
    NEW.varied_from := OLD.varied_from;
    IF unchanged IS NOT DISTINCT FROM OLD THEN
      NEW.recorded_at := OLD.recorded_at;
      NEW.recorded_by := OLD.recorded_by;
      RETURN NEW;
    END IF;
    IF OLD.state IN ('disposed', 'deleted') THEN
      -- all that can still happen is that the whole record is found to be wrong
      unchanged.state := OLD.state;
      unchanged.in_force_from := OLD.in_force_from;
      IF OLD.state = 'deleted' OR NEW.state <> 'deleted' OR unchanged IS DISTINCT FROM OLD THEN
        PERFORM reference.refuse('WF062', NULL);
      END IF;
    END IF;
    IF NEW.state <> OLD.state THEN
      IF NOT EXISTS (SELECT FROM registry.claim_transition WHERE (from_state, to_state) = (OLD.state, NEW.state)) THEN
        PERFORM reference.refuse('WF063', NULL, OLD.state::text, NEW.state::text);
      END IF;
      IF NEW.state = 'disposed' AND NOT EXISTS (
        SELECT FROM registry.disposal
         WHERE (disposal.thai_id, disposal.programme, disposal.claim_number) = (NEW.thai_id, NEW.programme, NEW.claim_number)) THEN
        PERFORM reference.refuse('WF06P', NULL);
      END IF;
      IF NEW.state = 'deleted' AND NOT EXISTS (
        SELECT FROM registry.tombstone
         WHERE (tombstone.thai_id, tombstone.programme, tombstone.claim_number) = (NEW.thai_id, NEW.programme, NEW.claim_number)) THEN
        PERFORM reference.refuse('WF06Q', NULL);
      END IF;
    END IF;
    NEW.recorded_at := greatest(clock_timestamp(), OLD.recorded_at + interval '1 microsecond');
    NEW.recorded_by := coalesce(welfare.principal(), session_user);
    -- DE1, DE2: earlier months ask what was in force in them
    NEW.varied_from := CASE WHEN (NEW.facts, NEW.top_up) IS DISTINCT FROM (OLD.facts, OLD.top_up)
                            THEN greatest(OLD.varied_from, NEW.in_force_from) ELSE OLD.varied_from END;
    INSERT INTO registry.claim_history SELECT NEW.recorded_at, OLD.*;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION registry.keep_claim_version() IS 'refuses what a claim never becomes, and keeps the version that an update replaces';

-- Months that a claim covers. Parameters: first and last month, NULL when none is set.
CREATE FUNCTION registry.paid_months(first_month date, last_month date) RETURNS daterange
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN daterange(first_month, reference.month_after(last_month));
COMMENT ON FUNCTION registry.paid_months(date, date) IS 'months that a claim covers; empty when it ended before its first';

-- What new and changed claims may not be, judged a statement at a time, because imports bring many.
-- Reads the transition table new_claims. Errors: WF06N, WF31A awaiting without a move, WF050, WF060 and WF061
-- outside the entry window.
CREATE FUNCTION registry.check_new_claims() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  -- by key, for one row and for a million: the plan is made once a session
  SET enable_hashjoin = off
  SET enable_mergejoin = off
  SET enable_seqscan = off
  AS $$
  DECLARE
    problem text;
  BEGIN
    IF EXISTS (SELECT FROM new_claims WHERE state NOT IN ('live', 'awaiting')) THEN
      PERFORM reference.refuse('WF06N', NULL);
    END IF;
    -- ER8.4: what awaits an acknowledgement belongs to a move
    IF EXISTS (SELECT FROM new_claims
                WHERE state = 'awaiting'
                  AND NOT EXISTS (SELECT FROM registry.move
                                   WHERE move.thai_id = new_claims.thai_id AND move.to_authority_code = new_claims.authority_code
                                     AND move.closed_on IS NULL)) THEN
      PERFORM reference.refuse('WF31A', NULL);
    END IF;
    -- No month belongs to two claims of one person and programme (ER13): the payroll's key would refuse the whole month.
    -- By each one's key, whatever the planner believes of how many claims there are.
    IF EXISTS (SELECT FROM new_claims
                CROSS JOIN LATERAL (SELECT FROM registry.claim AS other
                                     WHERE other.thai_id = new_claims.thai_id AND other.programme = new_claims.programme
                                       AND other.claim_number <> new_claims.claim_number AND other.state <> 'deleted'
                                       AND registry.paid_months(other.first_month, other.last_month)
                                           && registry.paid_months(new_claims.first_month, new_claims.last_month)
                                    OFFSET 0) AS overlapping) THEN
      PERFORM reference.refuse('WF050', NULL);
    END IF;
    -- IS8.1: the window governs what is entered, nothing else.
    SELECT min(reference.entry_problem(entered.programme, welfare.business_date())) INTO problem
      FROM (SELECT DISTINCT programme FROM new_claims WHERE origin = 'entry') AS entered;
    IF problem IS NOT NULL THEN
      PERFORM reference.raise_refusal(left(problem, 5), substr(problem, 7), NULL);
    END IF;
    -- AR2: who may know of a person follows from the claims at the authority that keeps the record, up and down.
    UPDATE registry.person
       SET visibility = seen.visibility
      FROM (SELECT added.thai_id, known.visibility
              FROM (SELECT DISTINCT new_claims.thai_id FROM new_claims) AS added
             CROSS JOIN LATERAL (
               SELECT max(CASE WHEN claim.sensitive THEN 'authority' ELSE 'everyone' END::registry.visibility) AS visibility
                 FROM registry.person AS kept
                 JOIN registry.claim ON claim.thai_id = kept.thai_id AND claim.authority_code = kept.authority_code AND claim.state <> 'deleted'
                WHERE kept.thai_id = added.thai_id
             ) AS known
             WHERE known.visibility IS NOT NULL
            OFFSET 0) AS seen
     WHERE person.thai_id = seen.thai_id AND person.visibility <> seen.visibility;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION registry.check_new_claims() IS 'refuses new claims that are neither live nor awaiting a move''s acknowledgement, overlap others, or come outside the entry window';

-- A claim's months may still change while it lives, and its deletion changes who may know of the person.
-- Reads the transition tables old_claims and new_claims: they are brought together once, by a full join, which is never made row against row.
CREATE FUNCTION registry.check_changed_claims() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  -- by key, for one row and for a million: the plan is made once a session
  SET enable_hashjoin = off
  SET enable_mergejoin = off
  SET enable_seqscan = off
  AS $$
  DECLARE
    any_change boolean;
    of_state welfare.thai_id[];
    ended welfare.thai_id[];
    removed welfare.thai_id[] := ARRAY(SELECT DISTINCT new_claims.thai_id FROM new_claims WHERE new_claims.state = 'deleted');
  BEGIN
    SELECT count(*) > 0, array_agg(DISTINCT new_claims.thai_id) FILTER (WHERE new_claims.state IS DISTINCT FROM old_claims.state),
           array_agg(DISTINCT new_claims.thai_id) FILTER (WHERE new_claims.state IN ('disposed', 'deleted') AND new_claims.state IS DISTINCT FROM old_claims.state)
      INTO any_change, of_state, ended
      FROM new_claims
      FULL JOIN old_claims
        ON old_claims.thai_id = new_claims.thai_id AND old_claims.programme = new_claims.programme AND old_claims.claim_number = new_claims.claim_number
     WHERE (new_claims.state, new_claims.first_month, new_claims.last_month) IS DISTINCT FROM (old_claims.state, old_claims.first_month, old_claims.last_month);
    IF NOT any_change THEN
      RETURN NULL;
    END IF;
    -- by each one's key, as in registry.check_new_claims
    IF EXISTS (SELECT FROM new_claims
                CROSS JOIN LATERAL (SELECT FROM registry.claim AS other
                                     WHERE other.thai_id = new_claims.thai_id AND other.programme = new_claims.programme
                                       AND other.claim_number <> new_claims.claim_number AND other.state <> 'deleted'
                                       AND registry.paid_months(other.first_month, other.last_month)
                                           && registry.paid_months(new_claims.first_month, new_claims.last_month)
                                    OFFSET 0) AS overlapping
                WHERE new_claims.state <> 'deleted') THEN
      PERFORM reference.refuse('WF050', NULL);
    END IF;
    PERFORM registry.settle_moves(coalesce(ended, '{}'));
    -- by key, person by person: joined, the planner may read all persons for each
    UPDATE registry.person
       SET visibility = (SELECT coalesce(max(CASE WHEN claim.sensitive THEN 'authority' ELSE 'everyone' END::registry.visibility), 'nobody')
                           FROM registry.claim
                          WHERE claim.thai_id = person.thai_id AND claim.authority_code = person.authority_code AND claim.state <> 'deleted')
     WHERE person.thai_id = ANY (removed)
       AND person.visibility <> (SELECT coalesce(max(CASE WHEN claim.sensitive THEN 'authority' ELSE 'everyone' END::registry.visibility), 'nobody')
                                   FROM registry.claim
                                  WHERE claim.thai_id = person.thai_id AND claim.authority_code = person.authority_code AND claim.state <> 'deleted');
    -- Whoever acts on a person with a snapshot from before a claim's state changed must fail, not overlook it: the person's row
    -- gets a new version of itself, which changes nothing else.
    UPDATE registry.person
       SET visibility = person.visibility
     WHERE person.thai_id = ANY (of_state);
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION registry.check_changed_claims() IS 'refuses changed claims that overlap others, ends what moves were about them, and hides persons of whom nothing is left but wrong entries';
-- A row's 32-bit transaction ID with the epoch that makes it comparable. Parameters: xmin of a row.
CREATE FUNCTION registry.whole_transaction_id(id xid) RETURNS xid8
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    -- a part of this transaction has a number above the whole's; one from before the epoch's turn is far above
    SELECT (CASE WHEN whole.number - current.number > 2147483648 THEN whole.number - 4294967296 ELSE whole.number END)::text::xid8
      FROM (SELECT pg_current_xact_id()::text::numeric AS number) AS current
     CROSS JOIN LATERAL (SELECT trunc(current.number / 4294967296) * 4294967296 + id::text::numeric AS number) AS whole
  $$;
COMMENT ON FUNCTION registry.whole_transaction_id(xid) IS 'a row''s transaction ID with its epoch';

-- IS9.5: the record of a person whose claims are all disposed is not edited. Judged at the end of the transaction: a change that
-- came before the disposal, in the same transaction, stands.
CREATE FUNCTION registry.refuse_edit_of_disposed() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM registry.claim
                    WHERE claim.thai_id = NEW.thai_id
                      AND (claim.state IN ('live', 'suspended')
                           -- recorded by this transaction and not by another that has ended since: still in progress, and seen
                           OR claim.recorded_at > NEW.recorded_at
                              AND pg_xact_status(registry.whole_transaction_id(claim.xmin)) = 'in progress')) THEN
      PERFORM reference.refuse('WF06W', NULL);
    END IF;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION registry.refuse_edit_of_disposed() IS 'refuses to edit a person without a live claim (IS9.5)';
REVOKE ALL ON FUNCTION registry.whole_transaction_id(xid), registry.refuse_edit_of_disposed(), registry.keep_claim_version(), registry.check_new_claims(), registry.paid_months(date, date),
  registry.check_changed_claims() FROM PUBLIC;

CREATE TRIGGER claim_keep_version BEFORE UPDATE ON registry.claim
  FOR EACH ROW EXECUTE FUNCTION registry.keep_claim_version();
COMMENT ON TRIGGER claim_keep_version ON registry.claim IS 'a disposed claim changes no more (IS9.5); every version is kept';
CREATE TRIGGER claim_check_new AFTER INSERT ON registry.claim REFERENCING NEW TABLE AS new_claims
  FOR EACH STATEMENT EXECUTE FUNCTION registry.check_new_claims();
COMMENT ON TRIGGER claim_check_new ON registry.claim IS 'new claims are live or await a move''s acknowledgement, overlap no other (ER13), and come inside the entry window (IS8.1)';
CREATE TRIGGER claim_check_changed AFTER UPDATE ON registry.claim REFERENCING OLD TABLE AS old_claims NEW TABLE AS new_claims
  FOR EACH STATEMENT EXECUTE FUNCTION registry.check_changed_claims();
COMMENT ON TRIGGER claim_check_changed ON registry.claim IS 'no month belongs to two claims of one person and programme (ER13)';
CREATE CONSTRAINT TRIGGER person_not_disposed AFTER UPDATE ON registry.person DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW WHEN (OLD.recorded_at <> NEW.recorded_at) EXECUTE FUNCTION registry.refuse_edit_of_disposed();
COMMENT ON TRIGGER person_not_disposed ON registry.person IS 'a person without a live claim is not edited (IS9.5)';
CREATE TRIGGER claim_no_removal BEFORE DELETE OR TRUNCATE ON registry.claim
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER claim_no_removal ON registry.claim IS 'a claim is never removed: a wrong entry becomes a tombstone (IS9.6)';
CREATE TRIGGER claim_history_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.claim_history
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
CREATE TRIGGER claim_history_no_forgery BEFORE INSERT ON registry.claim_history
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_forged_version();
COMMENT ON TRIGGER claim_history_no_forgery ON registry.claim_history IS 'versions are kept by a trigger alone';
COMMENT ON TRIGGER claim_history_no_change ON registry.claim_history IS 'versions are evidence';

COMMIT;
