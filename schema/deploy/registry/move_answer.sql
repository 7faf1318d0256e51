-- ER8.4, EG5.2, DR8, DE10, DE13, DE19: what answers a move: the old authority's acknowledgement; coming back, taking back.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Every function here belongs to the owner: it writes what belongs to two authorities at once, and looks itself at who asks.

-- Acknowledges a confirmation at the new authority: by the old one, stating the last month that it paid; for Bangkok by the new one,
-- from Bangkok's document (ER8.4). The old claim is disposed as moved, the new one becomes live, the person's record goes over.
-- Parameters: national ID; programme; last month that the old authority has paid, where that is later than the law's: it is left out
-- of the new claim; day of the acknowledgement (default today); number of the order; document, required of Bangkok.
-- Answers that it is done. Errors: WF001, WF007, WF010, WF016, WF017, WF034, WF313 the claim itself awaits another acknowledgement, WF316, WF317,
-- WF31C.
CREATE FUNCTION registry.acknowledge_move(thai_id welfare.thai_id, programme reference.programme_name, last_month_paid date DEFAULT NULL,
                                          acknowledged_on date DEFAULT NULL, order_number text DEFAULT NULL, document text DEFAULT NULL)
  RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    here integer := welfare.authority_code();
    acknowledged date := coalesce(acknowledge_move.acknowledged_on, welfare.business_date());
    part registry.move_claim;
    opened registry.move;
    old registry.claim;
    since date;
  BEGIN
    PERFORM registry.require_officer();
    IF acknowledge_move.thai_id IS NULL OR acknowledge_move.programme IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, CASE WHEN acknowledge_move.thai_id IS NULL THEN 'thai_id' ELSE 'programme' END);
    END IF;
    PERFORM registry.require_past('acknowledged_on', acknowledged);
    IF NOT reference.is_pay_month(acknowledge_move.last_month_paid) THEN
      PERFORM reference.refuse('WF034', NULL, acknowledge_move.last_month_paid::text);
    ELSIF acknowledge_move.last_month_paid > welfare.business_date() THEN
      PERFORM reference.refuse('WF317', NULL, to_char(acknowledge_move.last_month_paid, 'YYYY-MM'));
    END IF;
    PERFORM FROM registry.person WHERE person.thai_id = acknowledge_move.thai_id FOR UPDATE;
    SELECT candidate.* INTO part
      FROM registry.move_claim AS candidate
      JOIN registry.move USING (thai_id, move_number)
     WHERE candidate.thai_id = acknowledge_move.thai_id AND candidate.programme = acknowledge_move.programme
       AND (candidate.state = 'confirmed' OR NOT reference.pays(move.to_authority_code) AND candidate.state = 'notified')
       AND here = CASE WHEN reference.pays(move.from_authority_code) THEN move.from_authority_code ELSE move.to_authority_code END
     ORDER BY candidate.move_number LIMIT 1;
    IF part.thai_id IS NULL THEN
      PERFORM reference.refuse('WF316', NULL, acknowledge_move.thai_id::text);
    END IF;
    SELECT * INTO opened FROM registry.move WHERE move.thai_id = part.thai_id AND move.move_number = part.move_number;
    IF NOT reference.pays(opened.to_authority_code) THEN
      PERFORM reference.refuse('WF31C', NULL);
    ELSIF NOT reference.pays(opened.from_authority_code) AND coalesce(btrim(acknowledge_move.document), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, 'document');
    ELSIF acknowledged < part.claimed_on THEN
      PERFORM reference.refuse('WF017', NULL, 'acknowledged_on', acknowledged::text, 'claimed_on', part.claimed_on::text);
    END IF;
    SELECT * INTO old
      FROM registry.claim
     WHERE claim.thai_id = part.thai_id AND claim.programme = part.programme AND claim.claim_number = part.old_claim_number;
    IF old.state = 'awaiting' THEN
      PERFORM reference.refuse('WF313', NULL);
    END IF;
    SELECT max(claim.claimed_on) INTO since
      FROM registry.claim
     WHERE claim.thai_id = part.thai_id AND claim.authority_code = here AND opened.from_authority_code = here AND claim.sensitive
       AND claim.state IN ('live', 'suspended');
    IF opened.moved_out_on < since THEN
      PERFORM reference.refuse('WF017', NULL, 'moved_out_on', opened.moved_out_on::text, 'claimed_on', since::text);
    END IF;

    UPDATE registry.move_claim
       SET state = 'acknowledged', acknowledged_on = acknowledged, last_month_paid = acknowledge_move.last_month_paid,
           document = coalesce(nullif(btrim(acknowledge_move.document), ''), move_claim.document)
     WHERE move_claim.thai_id = part.thai_id AND move_claim.move_number = part.move_number AND move_claim.programme = part.programme;
    -- what the old one states it paid is not the new one's, nor that of those to whom the person has moved on since
    IF acknowledge_move.last_month_paid IS NOT NULL THEN
      UPDATE registry.claim
         SET first_month = reference.month_after(acknowledge_move.last_month_paid), not_before = reference.month_after(acknowledge_move.last_month_paid),
             last_month = CASE WHEN claim.last_month IS NOT NULL THEN greatest(claim.last_month, acknowledge_move.last_month_paid) END
       WHERE claim.thai_id = part.thai_id AND claim.programme = part.programme AND claim.claim_number >= part.new_claim_number
         AND claim.state = 'awaiting' AND claim.first_month <= acknowledge_move.last_month_paid;
    END IF;
    PERFORM registry.dispose_moved(part.thai_id, here, part.programme, coalesce(part.old_claim_number, 0::smallint), opened.moved_out_on, acknowledged,
                                   part.claimed_on, acknowledge_move.last_month_paid,
                                   EXISTS (SELECT FROM registry.person WHERE person.thai_id = part.thai_id AND person.authority_code = here),
                                   acknowledge_move.order_number)
     WHERE opened.from_authority_code = here;
    PERFORM registry.hand_over(part.thai_id, opened.from_authority_code, opened.to_authority_code, part.programme, part.new_claim_number, part.details);
    PERFORM registry.close_finished_moves(ARRAY[part.thai_id]);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.acknowledge_move(welfare.thai_id, reference.programme_name, date, date, text, text) IS 'acknowledges a confirmation at the new authority (EG5.2, ER8.4)';

-- Cancels what nobody has confirmed yet: the person is back at the old authority by the end of the fiscal year of the move, and goes
-- on as before (DE13); health data ends as by the move, unless back in its month (DE19).
-- Parameters: national ID; day of moving back in; document. Answers that it is done. Errors: WF001, WF007, WF010, WF016, WF017, WF313, WF316, WF318.
CREATE FUNCTION registry.cancel_move(thai_id welfare.thai_id, returned_on date, document text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    here integer := welfare.authority_code();
    opened registry.move;
    year_end date;
  BEGIN
    PERFORM registry.require_officer();
    IF cancel_move.thai_id IS NULL OR coalesce(btrim(cancel_move.document), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, CASE WHEN cancel_move.thai_id IS NULL THEN 'thai_id' ELSE 'document' END);
    END IF;
    PERFORM registry.require_past('returned_on', cancel_move.returned_on);
    PERFORM FROM registry.person WHERE person.thai_id = cancel_move.thai_id FOR UPDATE;
    SELECT * INTO opened
      FROM registry.move
     WHERE move.thai_id = cancel_move.thai_id AND move.from_authority_code = here AND move.closed_on IS NULL
     ORDER BY move.move_number DESC LIMIT 1;
    IF opened.thai_id IS NULL THEN
      PERFORM reference.refuse('WF316', NULL, cancel_move.thai_id::text);
    END IF;
    IF EXISTS (SELECT FROM registry.move_claim AS part
                WHERE part.thai_id = opened.thai_id AND part.move_number = opened.move_number AND part.state IN ('confirmed', 'acknowledged', 'resumed')) THEN
      PERFORM reference.refuse('WF313', NULL);
    END IF;
    IF cancel_move.returned_on < opened.moved_out_on THEN
      PERFORM reference.refuse('WF017', NULL, 'returned_on', cancel_move.returned_on::text, 'moved_out_on', opened.moved_out_on::text);
    END IF;
    year_end := upper(welfare.fiscal_year_range(welfare.fiscal_year(opened.moved_out_on))) - 1;
    IF cancel_move.returned_on > year_end THEN
      PERFORM reference.refuse('WF318', NULL, reference.date_text(cancel_move.returned_on), reference.date_text(year_end));
    END IF;
    UPDATE registry.claim
       SET last_month = NULL, in_force_from = cancel_move.returned_on
     WHERE claim.thai_id = opened.thai_id AND claim.authority_code = here AND claim.state IN ('live', 'suspended')
       AND (claim.sensitive AND date_trunc('month', cancel_move.returned_on::timestamp) = date_trunc('month', opened.moved_out_on::timestamp)
            OR EXISTS (SELECT FROM registry.move_claim AS part
                        WHERE part.thai_id = opened.thai_id AND part.move_number = opened.move_number AND part.programme = claim.programme
                          AND part.old_claim_number = claim.claim_number));
    PERFORM registry.dispose_moved(claim.thai_id, here, claim.programme, claim.claim_number, opened.moved_out_on, cancel_move.returned_on, NULL, NULL, false, NULL)
       FROM registry.claim
      WHERE claim.thai_id = opened.thai_id AND claim.authority_code = here AND claim.state IN ('live', 'suspended') AND claim.sensitive
        AND claim.last_month < cancel_move.returned_on;
    UPDATE registry.move_claim AS part SET state = 'cancelled'
     WHERE part.thai_id = opened.thai_id AND part.move_number = opened.move_number AND part.state IN ('notified', 'lapsed', 'withdrawn');
    UPDATE registry.move
       SET closed_on = welfare.business_date(), closed_by = welfare.principal(), outcome = 'cancelled'
     WHERE move.thai_id = opened.thai_id AND move.move_number = opened.move_number;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.cancel_move(welfare.thai_id, date, text) IS 'cancels a move that nobody has confirmed, of who is back in time (DE13)';

-- Takes a wrong confirmation back, by the authority that recorded it: its claim becomes a tombstone, and the old authority's goes on
-- as the move alone has it. Parameters: national ID; programme; why. Answers that it is done. Errors: WF001, WF007, WF010, WF080 paid, WF316.
CREATE FUNCTION registry.withdraw_confirmation(thai_id welfare.thai_id, programme reference.programme_name, reason text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    here integer := welfare.authority_code();
    part registry.move_claim;
    opened registry.move;
  BEGIN
    PERFORM registry.require_officer();
    IF withdraw_confirmation.thai_id IS NULL OR withdraw_confirmation.programme IS NULL OR coalesce(btrim(withdraw_confirmation.reason), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, CASE WHEN withdraw_confirmation.thai_id IS NULL THEN 'thai_id'
                                                   WHEN withdraw_confirmation.programme IS NULL THEN 'programme' ELSE 'reason' END);
    END IF;
    PERFORM FROM registry.person WHERE person.thai_id = withdraw_confirmation.thai_id FOR UPDATE;
    SELECT candidate.* INTO part
      FROM registry.move_claim AS candidate
      JOIN registry.move USING (thai_id, move_number)
      JOIN registry.claim AS held ON held.thai_id = candidate.thai_id AND held.programme = candidate.programme AND held.claim_number = candidate.new_claim_number
     WHERE candidate.thai_id = withdraw_confirmation.thai_id AND candidate.programme = withdraw_confirmation.programme AND move.to_authority_code = here
       -- or ended by a death that was recorded by mistake
       AND (candidate.state = 'confirmed' AND held.state = 'awaiting' OR candidate.state = 'ended' AND held.state = 'disposed')
       -- who has moved on since takes it back there first
       AND NOT EXISTS (SELECT FROM registry.move_claim AS next
                        WHERE next.thai_id = candidate.thai_id AND next.programme = candidate.programme
                          AND next.old_claim_number = candidate.new_claim_number AND next.state = 'confirmed')
     ORDER BY candidate.move_number DESC LIMIT 1;
    IF part.thai_id IS NULL THEN
      PERFORM reference.refuse('WF316', NULL, withdraw_confirmation.thai_id::text);
    END IF;
    SELECT * INTO opened FROM registry.move WHERE move.thai_id = part.thai_id AND move.move_number = part.move_number;
    UPDATE registry.move_claim SET state = 'withdrawn'
     WHERE move_claim.thai_id = part.thai_id AND move_claim.move_number = part.move_number AND move_claim.programme = part.programme
       AND move_claim.state = 'confirmed';
    INSERT INTO registry.tombstone (thai_id, programme, claim_number, authority_code, reason)
    VALUES (part.thai_id, part.programme, part.new_claim_number, here, btrim(withdraw_confirmation.reason));
    UPDATE registry.claim SET state = 'deleted', in_force_from = welfare.business_date()
     WHERE claim.thai_id = part.thai_id AND claim.programme = part.programme AND claim.claim_number = part.new_claim_number;
    UPDATE registry.claim SET last_month = NULL
     WHERE claim.thai_id = part.thai_id AND claim.programme = part.programme AND claim.claim_number = part.old_claim_number
       AND claim.state IN ('live', 'suspended', 'awaiting');
    -- what the old authority has agreed to stands, be it by a move in whose place another came (ER8.3)
    PERFORM registry.set_last_months(part.thai_id, opened.from_authority_code, min(agreed.moved_out_on))
       FROM registry.move AS agreed
       JOIN registry.move_claim AS leaving ON leaving.thai_id = agreed.thai_id AND leaving.move_number = agreed.move_number
      WHERE agreed.thai_id = part.thai_id AND agreed.from_authority_code = opened.from_authority_code AND agreed.agreed_on IS NOT NULL
        AND leaving.programme = part.programme AND leaving.old_claim_number = part.old_claim_number AND leaving.state <> 'cancelled'
     HAVING count(*) > 0;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.withdraw_confirmation(welfare.thai_id, reference.programme_name, text) IS 'takes a wrong confirmation of a move back';

REVOKE ALL ON FUNCTION registry.acknowledge_move(welfare.thai_id, reference.programme_name, date, date, text, text), registry.cancel_move(welfare.thai_id, date, text),
  registry.withdraw_confirmation(welfare.thai_id, reference.programme_name, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.acknowledge_move(welfare.thai_id, reference.programme_name, date, date, text, text), registry.cancel_move(welfare.thai_id, date, text),
  registry.withdraw_confirmation(welfare.thai_id, reference.programme_name, text) TO welfare_authority;

COMMIT;
