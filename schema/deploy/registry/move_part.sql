-- ER8, DR8, DE9–DE12, DE19: what a move does to claims and to the person's record, and what other ends of claims do to a move.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Closes moves of which no programme is left to confirm or to acknowledge. Parameters: national IDs.
CREATE FUNCTION registry.close_finished_moves(thai_ids welfare.thai_id[]) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    UPDATE registry.move
       SET closed_on = welfare.business_date(), closed_by = coalesce(welfare.principal(), session_user),
           outcome = CASE WHEN judged.cancelled THEN 'cancelled' WHEN judged.superseded THEN 'superseded' ELSE 'completed' END::registry.move_outcome
      FROM (SELECT part.thai_id, part.move_number, bool_and(part.state = 'cancelled') AS cancelled, bool_and(part.state = 'superseded') AS superseded
              FROM registry.move_claim AS part
              LEFT JOIN registry.claim AS old
                ON old.thai_id = part.thai_id AND old.programme = part.programme AND old.claim_number = part.old_claim_number
             WHERE part.thai_id = ANY (thai_ids)
             GROUP BY part.thai_id, part.move_number
            HAVING NOT bool_or(part.state IN ('notified', 'confirmed')
                               -- until the old claim is disposed
                               OR part.state IN ('lapsed', 'withdrawn') AND coalesce(old.state IN ('live', 'suspended', 'awaiting'), true))) AS judged
     WHERE move.thai_id = judged.thai_id AND move.move_number = judged.move_number AND move.closed_on IS NULL;
  END
  $$;
COMMENT ON FUNCTION registry.close_finished_moves(welfare.thai_id[]) IS 'closes moves of which nothing is left to do';

-- Whether a move is one that the new authority does not see (AR2): the old one told of it, and no programme of it can be told. Parameters:
-- national ID; number of the move.
CREATE FUNCTION registry.is_hidden_move(thai_id welfare.thai_id, move_number smallint) RETURNS boolean
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT EXISTS (SELECT FROM registry.move
                    WHERE move.thai_id = is_hidden_move.thai_id AND move.move_number = is_hidden_move.move_number AND move.agreed_by = move.notified_by)
       AND NOT EXISTS (SELECT FROM registry.move_claim AS part
                        WHERE part.thai_id = is_hidden_move.thai_id AND part.move_number = is_hidden_move.move_number)
  $$;
COMMENT ON FUNCTION registry.is_hidden_move(welfare.thai_id, smallint) IS 'whether a move is one that the new authority does not see (AR2)';

-- What the end of a claim does to the move that it was in, whatever path the end took: an old claim that ended otherwise ends the
-- notice; one that another authority has taken over ends only by acknowledgement, or with the person's death.
-- Parameters: national IDs of claims that were disposed or deleted. Errors: WF313.
CREATE FUNCTION registry.settle_moves(thai_ids welfare.thai_id[]) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    IF cardinality(thai_ids) = 0 OR NOT EXISTS (SELECT FROM registry.move WHERE move.thai_id = ANY (thai_ids) AND move.closed_on IS NULL) THEN
      RETURN;
    END IF;
    IF EXISTS (SELECT FROM registry.move_claim AS part
                 JOIN registry.claim AS old ON old.thai_id = part.thai_id AND old.programme = part.programme AND old.claim_number = part.old_claim_number
                 JOIN registry.claim AS new ON new.thai_id = part.thai_id AND new.programme = part.programme AND new.claim_number = part.new_claim_number
                WHERE part.thai_id = ANY (thai_ids) AND part.state = 'confirmed'
                  AND old.state IN ('disposed', 'deleted') AND new.state = 'awaiting') THEN
      PERFORM reference.refuse('WF313', NULL);
    END IF;
    UPDATE registry.move_claim AS part
       SET state = 'ended'
      FROM registry.claim AS held
     WHERE part.thai_id = ANY (thai_ids) AND held.thai_id = part.thai_id AND held.programme = part.programme
       AND held.state IN ('disposed', 'deleted')
       AND (part.state = 'notified' AND held.claim_number = part.old_claim_number
            OR part.state = 'confirmed' AND held.claim_number = part.new_claim_number);
    PERFORM registry.close_finished_moves(thai_ids);
    -- one that had no programme to tell of, when nothing is left there
    UPDATE registry.move
       SET closed_on = welfare.business_date(), closed_by = coalesce(welfare.principal(), session_user), outcome = 'completed'
     WHERE move.thai_id = ANY (thai_ids) AND move.closed_on IS NULL AND reference.pays(move.from_authority_code)
       AND NOT EXISTS (SELECT FROM registry.move_claim AS part WHERE part.thai_id = move.thai_id AND part.move_number = move.move_number)
       AND NOT EXISTS (SELECT FROM registry.claim
                        WHERE claim.thai_id = move.thai_id AND claim.authority_code = move.from_authority_code AND claim.state IN ('live', 'suspended', 'awaiting'));
  END
  $$;
COMMENT ON FUNCTION registry.settle_moves(welfare.thai_id[]) IS 'what the end of a claim does to the move that it was in';

-- A disposal as moved, told to the open moves from an authority: those to Bangkok were confirmed there; the others have lapsed.
-- Parameters: national ID; the old authority; day of the confirmation elsewhere; document that shows it.
CREATE FUNCTION registry.move_out(thai_id welfare.thai_id, authority_code integer, claimed_elsewhere_on date, document text) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  BEGIN
    IF move_out.claimed_elsewhere_on IS NOT NULL THEN
      UPDATE registry.move_claim AS part
         SET state = 'confirmed', claimed_on = move_out.claimed_elsewhere_on, new_claim_number = part.old_claim_number, document = nullif(btrim(move_out.document), '')
        FROM registry.move
       WHERE part.thai_id = move_out.thai_id AND move.thai_id = part.thai_id AND move.move_number = part.move_number
         AND move.from_authority_code = move_out.authority_code AND NOT reference.pays(move.to_authority_code)
         AND move.closed_on IS NULL AND part.state = 'notified';
      UPDATE registry.move_claim AS part
         SET state = 'acknowledged', acknowledged_on = welfare.business_date()
        FROM registry.move
       WHERE part.thai_id = move_out.thai_id AND move.thai_id = part.thai_id AND move.move_number = part.move_number
         AND move.from_authority_code = move_out.authority_code AND NOT reference.pays(move.to_authority_code)
         AND move.closed_on IS NULL AND part.state = 'confirmed';
    ELSE
      UPDATE registry.move_claim AS part
         SET state = 'lapsed'
        FROM registry.move
       WHERE part.thai_id = move_out.thai_id AND move.thai_id = part.thai_id AND move.move_number = part.move_number
         AND move.from_authority_code = move_out.authority_code AND move.closed_on IS NULL AND part.state = 'notified';
    END IF;
  END
  $$;
COMMENT ON FUNCTION registry.move_out(welfare.thai_id, integer, date, text) IS 'tells the open moves from an authority of a disposal as moved';

-- Moves follow an authority's successor (RC2), after its claims have. A move between the two is none any more: who has not been handed
-- over keeps the old claim, and a confirmation is taken back. Parameters: code of the authority that ended; of its successor.
CREATE FUNCTION registry.move_to_successor(ended integer, successor integer) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    -- who moves between the two
    within welfare.thai_id[] := ARRAY(SELECT DISTINCT move.thai_id FROM registry.move
                                       WHERE move.closed_on IS NULL
                                         AND (move.from_authority_code, move.to_authority_code) IN ((ended, successor), (successor, ended)));
  BEGIN
    UPDATE registry.move SET from_authority_code = successor
     WHERE move.from_authority_code = ended AND move.to_authority_code <> successor AND move.closed_on IS NULL;
    UPDATE registry.move SET to_authority_code = successor
     WHERE move.to_authority_code = ended AND move.from_authority_code <> successor AND move.closed_on IS NULL;
    -- what was left behind is where the record is now
    UPDATE registry.claim SET leaving = false
      FROM registry.person
     WHERE person.thai_id = claim.thai_id AND person.authority_code = successor AND claim.authority_code = successor
       AND claim.leaving AND claim.state IN ('live', 'suspended');
    UPDATE registry.move_claim AS part
       SET state = CASE WHEN part.state IN ('notified', 'confirmed') THEN 'ended' ELSE 'superseded' END::registry.move_state
      FROM registry.move
     WHERE part.thai_id = ANY (within) AND move.thai_id = part.thai_id AND move.move_number = part.move_number AND move.closed_on IS NULL
       AND (move.from_authority_code, move.to_authority_code) IN ((ended, successor), (successor, ended))
       AND part.state IN ('notified', 'confirmed', 'lapsed', 'withdrawn');
    UPDATE registry.move
       SET closed_on = welfare.business_date(), closed_by = coalesce(welfare.principal(), session_user), outcome = 'superseded'
     WHERE move.thai_id = ANY (within) AND move.closed_on IS NULL
       AND (move.from_authority_code, move.to_authority_code) IN ((ended, successor), (successor, ended));
    INSERT INTO registry.tombstone (thai_id, programme, claim_number, authority_code, reason)
    SELECT claim.thai_id, claim.programme, claim.claim_number, claim.authority_code, 'อปท. ทั้งสองรวมกัน'
      FROM registry.claim
     WHERE claim.thai_id = ANY (within) AND claim.authority_code = successor AND claim.state = 'awaiting'
       AND EXISTS (SELECT FROM registry.move_claim AS part
                    WHERE part.thai_id = claim.thai_id AND part.programme = claim.programme AND part.new_claim_number = claim.claim_number
                      AND part.state = 'ended');
    UPDATE registry.claim SET state = 'deleted', in_force_from = welfare.business_date()
     WHERE claim.thai_id = ANY (within) AND claim.authority_code = successor AND claim.state = 'awaiting'
       AND EXISTS (SELECT FROM registry.tombstone
                    WHERE tombstone.thai_id = claim.thai_id AND tombstone.programme = claim.programme AND tombstone.claim_number = claim.claim_number);
    UPDATE registry.claim SET last_month = NULL
     WHERE claim.thai_id = ANY (within) AND claim.authority_code = successor AND claim.state IN ('live', 'suspended')
       -- nobody else has taken it over
       AND NOT EXISTS (SELECT FROM registry.claim AS other
                        WHERE other.thai_id = claim.thai_id AND other.programme = claim.programme AND other.state = 'awaiting');
  END
  $$;
COMMENT ON FUNCTION registry.move_to_successor(integer, integer) IS 'open moves follow an authority''s successor (RC2)';

-- Sets the law's last month of a move on the claims that leave, while they stay live (ER8.3, DE9, DE12, DE19); of health data
-- only when the old authority itself has told. Parameters: national ID; old authority; day of moving out.
CREATE FUNCTION registry.set_last_months(thai_id welfare.thai_id, authority_code integer, moved_out_on date) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  BEGIN
    UPDATE registry.claim
       SET last_month = greatest(least(claim.last_month, ended.last_month), (claim.first_month - interval '1 month')::date),
           in_force_from = set_last_months.moved_out_on
      FROM registry.claim AS same
     CROSS JOIN LATERAL reference.last_month(same.programme, 'moved', set_last_months.moved_out_on, NULL, NULL,
                                              CASE WHEN NOT same.takes_over THEN same.first_month END) AS ended
     WHERE claim.thai_id = set_last_months.thai_id AND claim.authority_code = set_last_months.authority_code
       AND claim.state IN ('live', 'suspended', 'awaiting')
       AND same.thai_id = claim.thai_id AND same.programme = claim.programme AND same.claim_number = claim.claim_number
       -- what ends only by order or application has none yet
       AND ended.last_month IS NOT NULL;
  END
  $$;
COMMENT ON FUNCTION registry.set_last_months(welfare.thai_id, integer, date) IS 'sets the law''s last month of a move on the claims that leave';

-- Opens a move between two authorities, in place of any other that the same claims were leaving by and nobody has confirmed.
-- Parameters: national ID, locked; old and new authority; day of moving out; document; whether the old authority tells.
-- Answers the number of the move.
CREATE FUNCTION registry.open_move(thai_id welfare.thai_id, from_authority_code integer, to_authority_code integer, moved_out_on date,
                                   document text, agreed boolean)
  RETURNS smallint
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    number smallint := (SELECT (1 + coalesce(max(move.move_number), 0))::smallint FROM registry.move WHERE move.thai_id = open_move.thai_id);
  BEGIN
    UPDATE registry.move_claim AS part
       SET state = 'superseded'
      FROM registry.move
     WHERE part.thai_id = open_move.thai_id AND move.thai_id = part.thai_id AND move.move_number = part.move_number
       AND move.from_authority_code = open_move.from_authority_code AND move.closed_on IS NULL
       AND part.state IN ('notified', 'lapsed', 'withdrawn');
    PERFORM registry.close_finished_moves(ARRAY[open_move.thai_id]);
    -- one that had no programme to tell of
    UPDATE registry.move
       SET closed_on = welfare.business_date(), closed_by = coalesce(welfare.principal(), session_user), outcome = 'superseded'
     WHERE move.thai_id = open_move.thai_id AND move.from_authority_code = open_move.from_authority_code AND move.closed_on IS NULL
       AND NOT EXISTS (SELECT FROM registry.move_claim AS part WHERE part.thai_id = move.thai_id AND part.move_number = move.move_number);
    INSERT INTO registry.move (thai_id, move_number, moved_out_on, from_authority_code, to_authority_code, document, agreed_on, agreed_by)
    VALUES (open_move.thai_id, number, open_move.moved_out_on, open_move.from_authority_code, open_move.to_authority_code, btrim(open_move.document),
            CASE WHEN agreed THEN welfare.business_date() END, CASE WHEN agreed THEN coalesce(welfare.principal(), session_user) END);
    INSERT INTO registry.move_claim (thai_id, move_number, programme, old_claim_number)
    SELECT claim.thai_id, number, claim.programme, claim.claim_number
      FROM registry.claim
     WHERE claim.thai_id = open_move.thai_id AND claim.authority_code = open_move.from_authority_code
       AND claim.state IN ('live', 'suspended', 'awaiting') AND NOT claim.sensitive
       AND NOT EXISTS (SELECT FROM registry.move_claim AS part
                        WHERE part.thai_id = claim.thai_id AND part.programme = claim.programme
                          AND part.old_claim_number = claim.claim_number AND part.state = 'confirmed');
    IF agreed THEN
      PERFORM registry.set_last_months(open_move.thai_id, open_move.from_authority_code, open_move.moved_out_on);
    END IF;
    RETURN number;
  END
  $$;
COMMENT ON FUNCTION registry.open_move(welfare.thai_id, integer, integer, date, text, boolean) IS 'opens a move between two authorities';

-- Records what a confirmation's form says of the person: as a new record, or in place of what another authority kept.
-- Parameters: the person as jsonb, by the columns of registry.person.
CREATE FUNCTION registry.take_person(details jsonb) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    coming registry.person := jsonb_populate_record(NULL::registry.person, details);
  BEGIN
    SET CONSTRAINTS registry.person_not_disposed DEFERRED;
    INSERT INTO registry.person AS person
      (thai_id, birth_date, in_force_from, authority_code, district_code, province_code, sex, marital_status, visibility, income_band,
       telephone_is_authoritys, has_occupation, title, first_name, last_name, telephone, house_register_address, contact_address,
       occupation, monthly_income)
    VALUES (coming.thai_id, coming.birth_date, coming.in_force_from, coming.authority_code, coming.district_code, coming.province_code,
            coming.sex, coming.marital_status, 'everyone', coming.income_band, coming.telephone_is_authoritys, coming.has_occupation,
            coming.title, coming.first_name, coming.last_name, coming.telephone, coming.house_register_address, coming.contact_address,
            coming.occupation, coming.monthly_income)
    ON CONFLICT ON CONSTRAINT person_pkey DO UPDATE
       SET birth_date = excluded.birth_date, in_force_from = excluded.in_force_from, authority_code = excluded.authority_code,
           district_code = excluded.district_code, province_code = excluded.province_code, sex = excluded.sex,
           marital_status = excluded.marital_status, visibility = excluded.visibility, income_band = excluded.income_band,
           telephone_is_authoritys = excluded.telephone_is_authoritys, has_occupation = excluded.has_occupation,
           title = excluded.title, first_name = excluded.first_name, last_name = excluded.last_name, telephone = excluded.telephone,
           house_register_address = excluded.house_register_address, contact_address = excluded.contact_address,
           occupation = excluded.occupation, monthly_income = excluded.monthly_income;
  END
  $$;
COMMENT ON FUNCTION registry.take_person(jsonb) IS 'records what a confirmation''s form says of the person';

-- Disposes one claim as moved, and with the person's record every claim there that is health data (DE19).
-- Parameters: national ID; programme and number of the claim; day of moving out; of the order; of the confirmation elsewhere; last
-- month that was paid beyond the law's, or NULL; whether the record leaves; number of the order.
CREATE FUNCTION registry.dispose_moved(thai_id welfare.thai_id, authority_code integer, programme reference.programme_name, claim_number smallint,
                                       moved_out_on date, ordered_on date, claimed_on date, paid_until date, record_leaves boolean, order_number text)
  RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM registry.dispose_claims(ARRAY(SELECT claim
                                            FROM registry.claim
                                           WHERE claim.thai_id = dispose_moved.thai_id AND claim.authority_code = dispose_moved.authority_code
                                             AND claim.state IN ('live', 'suspended') AND claim.sensitive = sensitive.claims
                                             AND ((claim.programme, claim.claim_number) = (dispose_moved.programme, dispose_moved.claim_number)
                                                  OR claim.sensitive AND dispose_moved.record_leaves)),
                                    'moved', dispose_moved.moved_out_on, dispose_moved.ordered_on,
                                    -- what was confirmed and stated is not of health data
                                    CASE WHEN NOT sensitive.claims THEN dispose_moved.claimed_on END, dispose_moved.order_number, NULL,
                                    CASE WHEN NOT sensitive.claims THEN dispose_moved.paid_until END)
       FROM (VALUES (false), (true)) AS sensitive (claims);
  END
  $$;
COMMENT ON FUNCTION registry.dispose_moved(welfare.thai_id, integer, reference.programme_name, smallint, date, date, date, date, boolean, text)
  IS 'disposes a claim as moved, and with the record what is health data';

-- Hands a person over: the record goes to the new authority with the form's details, what the old one still pays stays there as
-- leaving, and the awaiting claim becomes live. Where the record is a third authority's it stays, and the claim is live apart from it.
-- Parameters: national ID; old and new authority; programme and number of the new claim; details of the person.
CREATE FUNCTION registry.hand_over(thai_id welfare.thai_id, from_authority_code integer, to_authority_code integer,
                                   programme reference.programme_name, claim_number smallint, details jsonb)
  RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    kept_at integer := (SELECT person.authority_code FROM registry.person WHERE person.thai_id = hand_over.thai_id);
  BEGIN
    IF kept_at = hand_over.from_authority_code THEN
      UPDATE registry.claim SET leaving = true
       WHERE claim.thai_id = hand_over.thai_id AND claim.authority_code = kept_at AND claim.state IN ('live', 'suspended');
      PERFORM registry.take_person(details);
      kept_at := hand_over.to_authority_code;
      -- who comes back to an authority that never stopped paying
      UPDATE registry.claim SET leaving = false
       WHERE claim.thai_id = hand_over.thai_id AND claim.authority_code = kept_at AND claim.leaving AND claim.state IN ('live', 'suspended');
    END IF;
    UPDATE registry.claim SET state = 'live', leaving = (kept_at <> hand_over.to_authority_code)
     WHERE claim.thai_id = hand_over.thai_id AND claim.programme = hand_over.programme AND claim.claim_number = hand_over.claim_number;
  END
  $$;
COMMENT ON FUNCTION registry.hand_over(welfare.thai_id, integer, integer, reference.programme_name, smallint, jsonb) IS 'hands a person over to the new authority';

REVOKE ALL ON FUNCTION registry.close_finished_moves(welfare.thai_id[]), registry.is_hidden_move(welfare.thai_id, smallint), registry.settle_moves(welfare.thai_id[]),
  registry.move_out(welfare.thai_id, integer, date, text), registry.move_to_successor(integer, integer), registry.set_last_months(welfare.thai_id, integer, date),
  registry.open_move(welfare.thai_id, integer, integer, date, text, boolean), registry.take_person(jsonb),
  registry.dispose_moved(welfare.thai_id, integer, reference.programme_name, smallint, date, date, date, date, boolean, text),
  registry.hand_over(welfare.thai_id, integer, integer, reference.programme_name, smallint, jsonb) FROM PUBLIC;

COMMIT;
