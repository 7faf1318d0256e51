-- ER8.6, ER10, ER15, RC1, QP6: the liveness sweep: events of the registry against the nation's claims, in one pass.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE civil.sweep_run (
  sweep_number bigint GENERATED ALWAYS AS IDENTITY,
  day date NOT NULL,
  began_at timestamptz NOT NULL,
  finished_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  deliveries integer NOT NULL,
  findings bigint NOT NULL,
  superseded bigint NOT NULL,
  ran_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT sweep_run_pkey PRIMARY KEY (sweep_number)
);
COMMENT ON TABLE civil.sweep_run IS 'sweeps that ran';
COMMENT ON COLUMN civil.sweep_run.sweep_number IS 'number of the sweep';
COMMENT ON COLUMN civil.sweep_run.day IS 'business day for which it ran';
COMMENT ON COLUMN civil.sweep_run.began_at IS 'when it began; claims that came on record since the one before are compared with every event';
COMMENT ON COLUMN civil.sweep_run.finished_at IS 'when it ended';
COMMENT ON COLUMN civil.sweep_run.deliveries IS 'deliveries that it was the first to see';
COMMENT ON COLUMN civil.sweep_run.findings IS 'findings opened';
COMMENT ON COLUMN civil.sweep_run.superseded IS 'findings that a later event superseded';
COMMENT ON COLUMN civil.sweep_run.ran_by IS 'user, or database role, that ran it';
ALTER TABLE civil.sweep_run ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER sweep_run_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON civil.sweep_run
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER sweep_run_no_change ON civil.sweep_run IS 'sweeps are evidence';

-- Whether a later event of the same person takes the place of an earlier one, whatever the order of their delivery: the later registered
-- decides. Of one day's, a cancellation stands over what it cancels, and the later day of happening over the earlier.
-- A return into the house register of the claim's own authority takes back a move out (DE13). Parameters: both events; the claim's authority.
CREATE FUNCTION civil.supersedes(later civil.event_kind, later_registered_on date, later_happened_on date, later_authority_code integer,
                                 earlier civil.event_kind, earlier_registered_on date, earlier_happened_on date, authority_code integer)
  RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN later_registered_on >= earlier_registered_on
     AND CASE WHEN later = earlier THEN (later_registered_on, later_happened_on) > (earlier_registered_on, earlier_happened_on)
              WHEN later = 'death_cancelled' THEN earlier = 'death'
              WHEN later = 'death' THEN earlier = 'death_cancelled' AND later_registered_on > earlier_registered_on
              WHEN later = 'nationality_gained' THEN earlier = 'nationality_lost'
              WHEN later = 'nationality_lost' THEN earlier = 'nationality_gained' AND later_registered_on > earlier_registered_on
              WHEN later = 'moved_in' THEN earlier IN ('moved_out', 'struck_off') AND later_authority_code = supersedes.authority_code
                                           AND later_happened_on >= earlier_happened_on
              ELSE false END;
COMMENT ON FUNCTION civil.supersedes(civil.event_kind, date, date, integer, civil.event_kind, date, date, integer) IS 'whether a later event of the same person takes the place of an earlier one';

-- Findings that are to be opened: events of some deliveries, and every event for claims newer than a moment, against the claims that are live,
-- suspended or awaiting. Equal IDs alone match: an ID that differs in its third digit, or a name alike, is another person's (RC1).
-- Parameters: deliveries; moment. Answers claims whose person's birth date or name is another as questions. A query that only reads is
-- planned in parallel, one that writes never is.
CREATE FUNCTION civil.matches(deliveries bigint[], since timestamptz)
  RETURNS TABLE (thai_id welfare.thai_id, event_number bigint, programme reference.programme_name, authority_code integer, happened_on date,
                 registered_on date, event_kind civil.event_kind, is_question boolean, claim_number smallint, district_code smallint,
                 province_code smallint, sensitive boolean)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  -- Few claims of a hundred are looked at: events in the order of their IDs look claims and people up in the order of their keys, and what is looked up is
  -- in memory as a rule. By the usual cost of a random page everybody would be read, once for the claims and once more for the names.
  SET random_page_cost = 1.1
  AS $$
  BEGIN
    RETURN QUERY EXECUTE $query$
      SELECT event.thai_id, event.event_number, claim.programme, claim.authority_code, event.happened_on, event.registered_on, event.kind,
             person.birth_date <> event.birth_date
             OR (person.first_name, person.last_name) <> (event.first_name, event.last_name)
                -- the registry has changed the name since, and the record here not yet, or here already
                AND NOT EXISTS (SELECT FROM civil.event AS renamed
                                 WHERE renamed.thai_id = event.thai_id AND renamed.kind = 'name_changed'
                                   AND (renamed.first_name, renamed.last_name, coalesce(renamed.new_first_name, renamed.first_name),
                                        coalesce(renamed.new_last_name, renamed.last_name))
                                       IN ((person.first_name, person.last_name, event.first_name, event.last_name),
                                           (event.first_name, event.last_name, person.first_name, person.last_name))),
             claim.claim_number, claim.district_code, claim.province_code, claim.sensitive
        FROM civil.event
        JOIN registry.claim ON claim.thai_id = event.thai_id
        JOIN registry.person ON person.thai_id = event.thai_id
       WHERE claim.state IN ('live', 'suspended', 'awaiting')
         AND (event.delivery_number = ANY ($1) OR claim.created_at > $2)
         -- what happened before the claim was made was looked at then; a death, the loss of nationality or of every register was not seen
         AND (event.kind IN ('death', 'nationality_lost', 'struck_off') OR event.happened_on >= claim.claimed_on)
         -- what only takes something back is a finding where that was one; a move into the own authority is none
         AND (event.kind NOT IN ('death_cancelled', 'nationality_gained', 'moved_in')
              OR event.kind = 'moved_in' AND claim.authority_code IS DISTINCT FROM event.new_authority_code
                 AND NOT EXISTS (SELECT FROM civil.event AS left_from
                                  WHERE left_from.thai_id = event.thai_id AND left_from.kind = 'moved_out'
                                    AND left_from.happened_on BETWEEN claim.claimed_on AND event.happened_on)
              OR event.kind <> 'moved_in'
                 AND EXISTS (SELECT FROM civil.finding AS taken_back
                              WHERE taken_back.thai_id = claim.thai_id AND taken_back.programme = claim.programme
                                AND taken_back.claim_number = claim.claim_number AND taken_back.registered_on <= event.registered_on
                                AND taken_back.event_kind = CASE event.kind WHEN 'death_cancelled' THEN 'death' ELSE 'nationality_lost' END::civil.event_kind))
         AND NOT EXISTS (SELECT FROM civil.event AS other
                          WHERE other.thai_id = event.thai_id AND other.event_number <> event.event_number
                            -- what is told under another birth date is a question, and takes nothing back
                            AND other.birth_date = event.birth_date
                            AND (civil.supersedes(other.kind, other.registered_on, other.happened_on, other.new_authority_code,
                                                  event.kind, event.registered_on, event.happened_on, claim.authority_code)
                                 -- told twice, with two references
                                 OR other.kind = event.kind AND other.happened_on = event.happened_on AND other.registered_on = event.registered_on
                                    AND other.event_number < event.event_number))
         AND NOT EXISTS (SELECT FROM civil.finding
                          WHERE finding.thai_id = claim.thai_id AND finding.programme = claim.programme
                            AND finding.claim_number = claim.claim_number AND finding.event_number = event.event_number)
      $query$ USING matches.deliveries, matches.since;
  END
  $$;
COMMENT ON FUNCTION civil.matches(bigint[], timestamptz) IS 'findings that are to be opened: events against claims';

-- Compares what was delivered since the last sweep with the claims, and opens findings; a second run does nothing more. No claim changes.
-- Parameters: business day. Answers how many findings were opened and superseded. Errors: WF001 and WF004 not an administrator,
-- WF010, WF016 a day to come.
CREATE FUNCTION civil.sweep(day date DEFAULT welfare.business_date())
  RETURNS TABLE (deliveries integer, findings bigint, superseded bigint)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET jit = off
  AS $$
  #variable_conflict use_column
  DECLARE
    began timestamptz := clock_timestamp();
    -- a claim that was being recorded when the last sweep began is newer than it. A day more is room for that transaction, not a day of any
    -- law, and costs nothing: what is compared twice is found once
    since timestamptz;
    unswept bigint[];
    opened bigint;
    withdrawn bigint;
    death_due date;
    other_due date;
  BEGIN
    PERFORM reference.require_administrator();
    IF sweep.day IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'day');
    END IF;
    IF sweep.day > welfare.business_date() THEN
      PERFORM reference.refuse('WF016', NULL, 'day', sweep.day::text, welfare.business_date()::text);
    END IF;
    -- two sweeps wait for each other
    PERFORM pg_advisory_xact_lock(hashtext('civil.sweep'));
    SELECT coalesce(max(sweep_run.began_at) - interval '1 day', '-infinity') INTO since FROM civil.sweep_run;
    SELECT coalesce(array_agg(delivery.delivery_number), '{}') INTO unswept
      FROM civil.delivery
     WHERE delivery.swept_at IS NULL AND delivery.finished_at IS NOT NULL;
    death_due := reference.deadline_after('death_verification', sweep.day);
    other_due := reference.deadline_after('finding_verification', sweep.day);

    INSERT INTO civil.finding (thai_id, event_number, programme, authority_code, opened_on, due_on, happened_on, registered_on, event_kind, kind,
                               claim_number, district_code, province_code, sensitive)
    SELECT match.thai_id, match.event_number, match.programme, match.authority_code, sweep.day,
           CASE match.event_kind WHEN 'death' THEN death_due ELSE other_due END, match.happened_on, match.registered_on, match.event_kind,
           CASE WHEN match.is_question THEN 'question'::civil.finding_kind ELSE match.event_kind::text::civil.finding_kind END,
           match.claim_number, match.district_code, match.province_code, match.sensitive
      FROM civil.matches(unswept, since) AS match
     -- in the order of the key, which is built faster so
     ORDER BY match.thai_id;
    GET DIAGNOSTICS opened = ROW_COUNT;

    -- what these deliveries say later than findings that stood before; those that were opened now were compared with every event
    UPDATE civil.finding
       SET state = 'superseded', ended_at = clock_timestamp(), ended_why = 'event ' || later.event_number
      FROM civil.event AS later
     WHERE later.delivery_number = ANY (unswept) AND later.thai_id = finding.thai_id AND later.event_number <> finding.event_number
       AND finding.opened_at < began AND finding.state IN ('open', 'verified', 'closed')
       -- what is told under another birth date is a question, and takes nothing back
       AND EXISTS (SELECT FROM civil.event AS told
                    WHERE told.thai_id = finding.thai_id AND told.event_number = finding.event_number AND told.birth_date = later.birth_date)
       AND civil.supersedes(later.kind, later.registered_on, later.happened_on, later.new_authority_code,
                            finding.event_kind, finding.registered_on, finding.happened_on, finding.authority_code);
    GET DIAGNOSTICS withdrawn = ROW_COUNT;

    UPDATE civil.delivery SET swept_at = clock_timestamp() WHERE delivery.delivery_number = ANY (unswept);
    INSERT INTO civil.sweep_run (day, began_at, deliveries, findings, superseded)
    VALUES (sweep.day, began, cardinality(unswept), opened, withdrawn);
    RETURN QUERY SELECT cardinality(unswept), opened, withdrawn;
  END
  $$;
COMMENT ON FUNCTION civil.sweep(date) IS 'compares what the civil registry delivered with the claims, and opens findings';

-- ER8.6: moves found in the civil registry in a month, of recipients whose programmes are no health data (AR2): what the department and the
-- Comptroller General's Department are told every month. Parameters: first of month. The look is recorded.
-- Errors: WF001, WF007, WF033, WF034.
-- Belongs to the owner: it reads where the registry says that they went.
CREATE FUNCTION civil.moves_found(month date)
  RETURNS TABLE (authority_code integer, national_id welfare.thai_id, programme reference.programme_name, kind civil.finding_kind, happened_on date,
                 found_on date, state civil.finding_state, new_authority_code integer, new_place text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    found bigint;
  BEGIN
    PERFORM reference.require_duty('department', 'treasury', 'administrator');
    IF moves_found.month IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    END IF;
    IF NOT reference.is_pay_month(moves_found.month) THEN
      PERFORM reference.refuse('WF034', NULL, moves_found.month::text);
    END IF;
    RETURN QUERY
      SELECT finding.authority_code, finding.thai_id, finding.programme, finding.kind, finding.happened_on, finding.opened_on, finding.state,
             event.new_authority_code, event.new_place
        FROM civil.finding
        JOIN civil.event ON event.thai_id = finding.thai_id AND event.event_number = finding.event_number
       WHERE finding.kind IN ('moved_out', 'moved_in') AND NOT finding.sensitive
         AND finding.opened_on >= moves_found.month AND finding.opened_on < reference.month_after(moves_found.month)
       ORDER BY finding.authority_code, finding.thai_id, finding.programme, finding.happened_on;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('civil.moves_found', NULL, jsonb_build_object('month', moves_found.month), found);
  END
  $$;
COMMENT ON FUNCTION civil.moves_found(date) IS 'moves found in the civil registry in a month (ER8.6)';

REVOKE ALL ON FUNCTION civil.supersedes(civil.event_kind, date, date, integer, civil.event_kind, date, date, integer), civil.matches(bigint[], timestamptz),
  civil.sweep(date), civil.moves_found(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION civil.sweep(date) TO welfare_admin;
GRANT EXECUTE ON FUNCTION civil.moves_found(date) TO welfare_department, welfare_treasury, welfare_admin;

-- QS5: what is settled is recorded in the trail. What a sweep opens is its own record, never changed, and millions at once.
DO $$
BEGIN
  PERFORM audit.track('civil.finding', '{thai_id,event_number,programme,claim_number}');
  DROP TRIGGER audit_insert ON civil.finding;
END
$$;

COMMIT;
