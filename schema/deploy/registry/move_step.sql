-- ER8.1–ER8.5, DR8, DE9–DE12, DE14, DE15: the first steps of a move: notifying, and confirming at the new authority.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Every function here belongs to the owner: it writes what belongs to two authorities at once, and looks itself at who asks.

-- Notifies a move (ER8.2): by the old authority, which tells the new one; or by the new one, when the person comes there first:
-- the old one then is told, and agrees by the same call. Once the old one has told, its claims get the law's last month and
-- stay live until then (ER8.3, EG5.2). Parameters: national ID; day of moving out in the house register; the new authority;
-- document; the old authority, only for a move from Bangkok, which is outside the system.
-- Answers that it is done. Errors: WF001, WF007, WF010, WF014, WF016, WF017 before a claim was made there, WF020, WF066, WF06S, WF310
-- open already, WF314 no destination (DE14), WF316 nothing to move, WF319.
CREATE FUNCTION registry.notify_move(thai_id welfare.thai_id, moved_out_on date, to_authority_code integer, document text,
                                     from_authority_code integer DEFAULT NULL)
  RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    here integer := welfare.authority_code();
    sources integer[];
    present registry.move;
    since date;
  BEGIN
    PERFORM registry.require_officer();
    RAISE LOG 'registry.notify_move called by %', welfare.principal();
    IF notify_move.thai_id IS NULL OR coalesce(btrim(notify_move.document), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, CASE WHEN notify_move.thai_id IS NULL THEN 'thai_id' ELSE 'document' END);
    END IF;
    PERFORM registry.require_past('moved_out_on', notify_move.moved_out_on);
    IF notify_move.to_authority_code IS NULL THEN
      PERFORM reference.refuse('WF314', NULL);
    END IF;
    IF NOT EXISTS (SELECT FROM reference.local_authority
                    WHERE local_authority.authority_code = notify_move.to_authority_code AND local_authority.valid @> notify_move.moved_out_on) THEN
      PERFORM reference.refuse('WF014', NULL, notify_move.to_authority_code::text, notify_move.moved_out_on::text);
    END IF;
    PERFORM FROM registry.person WHERE person.thai_id = notify_move.thai_id FOR UPDATE;

    IF notify_move.from_authority_code IS NOT NULL AND notify_move.to_authority_code = here THEN
      IF reference.pays(notify_move.from_authority_code) IS NOT FALSE THEN
        PERFORM reference.refuse('WF319', NULL, notify_move.from_authority_code::text);
      END IF;
      IF registry.holder_elsewhere(notify_move.thai_id, here) IS NOT NULL THEN
        PERFORM reference.refuse('WF020', NULL, registry.holder_elsewhere(notify_move.thai_id, here));
      END IF;
      sources := ARRAY[notify_move.from_authority_code];
    ELSIF notify_move.from_authority_code IS NOT NULL THEN
      PERFORM reference.refuse('WF319', NULL, notify_move.from_authority_code::text);
    ELSIF notify_move.to_authority_code = here THEN
      -- wherever a claim is; of health data only where the record is, which the duplicate message names too (IS8.3)
      sources := ARRAY(SELECT DISTINCT claim.authority_code
                         FROM registry.claim
                        WHERE claim.thai_id = notify_move.thai_id AND claim.authority_code <> here
                          AND (claim.live_authority_code IS NOT NULL OR claim.state IN ('live', 'suspended', 'awaiting') AND NOT claim.sensitive)
                        ORDER BY 1);
      IF sources = '{}' THEN
        PERFORM reference.refuse('WF316', NULL, notify_move.thai_id::text);
      END IF;
    ELSE
      PERFORM registry.own_or_leaving_person(notify_move.thai_id);
      IF NOT EXISTS (SELECT FROM registry.claim
                      WHERE claim.thai_id = notify_move.thai_id AND claim.authority_code = here AND claim.state IN ('live', 'suspended', 'awaiting')) THEN
        PERFORM reference.refuse('WF316', NULL, notify_move.thai_id::text);
      END IF;
      sources := ARRAY[here];
    END IF;

    -- of its own claims: the new authority is not told of the old one's here, for which of them there are would show (AR2)
    SELECT max(claim.claimed_on) INTO since
      FROM registry.claim
     WHERE claim.thai_id = notify_move.thai_id AND claim.authority_code = here AND here = ANY (sources) AND claim.state IN ('live', 'suspended', 'awaiting');
    IF notify_move.moved_out_on < since THEN
      PERFORM reference.refuse('WF017', NULL, 'moved_out_on', notify_move.moved_out_on::text, 'claimed_on', since::text);
    END IF;

    SELECT * INTO present
      FROM registry.move
     WHERE move.thai_id = notify_move.thai_id AND move.from_authority_code = ANY (sources)
       AND move.to_authority_code = notify_move.to_authority_code AND move.closed_on IS NULL
       -- of who leaves with health data alone the new authority does not learn that the old one has told (AR2)
       AND (here <> move.to_authority_code OR NOT registry.is_hidden_move(move.thai_id, move.move_number))
     ORDER BY move.move_number DESC LIMIT 1;
    IF present.thai_id IS NULL THEN
      PERFORM registry.open_move(notify_move.thai_id, source, notify_move.to_authority_code, notify_move.moved_out_on,
                                 notify_move.document, source = here)
         FROM unnest(sources) AS source;
    ELSIF present.agreed_on IS NULL AND present.from_authority_code = here AND present.moved_out_on = notify_move.moved_out_on THEN
      UPDATE registry.move SET agreed_on = welfare.business_date(), agreed_by = welfare.principal()
       WHERE move.thai_id = present.thai_id AND move.move_number = present.move_number;
      PERFORM registry.set_last_months(present.thai_id, here, present.moved_out_on);
    ELSE
      PERFORM reference.refuse('WF310', NULL);
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.notify_move(welfare.thai_id, date, integer, text, integer) IS 'notifies a move, by the old authority or by the new one (ER8.2)';

-- Records the confirmation or application of who has moved in, at the user's own authority (ER8.1). The new claim begins in the
-- month after it and awaits the old authority's acknowledgement, the old one's last month is that of the confirmation at once
-- (ER8.4, DE10); where the old one pays no more, nothing is awaited (ER8.5). The person's record stays with the old authority until
-- it acknowledges. Parameters: national ID; the complete form of one programme, as for registry.add_beneficiary; the day on which
-- it was received is claimed_on. Answers that it is done. Errors: WF001, WF007, those of forms, WF050, WF060 and WF061, WF065, WF069, WF06S
-- already recorded (DE15), WF017 moved before the old claim was made, WF06Y, WF311 before moving in (DE11), WF315 health data (DE19), WF316 no move, WF31B.
CREATE FUNCTION registry.confirm_move(thai_id welfare.thai_id, form jsonb) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    here integer := welfare.authority_code();
    today text := to_char(welfare.business_date(), 'YYYY-MM-DD');
    rows jsonb[];
    taken bigint;
    candidate registry.import_candidate;
    kept registry.person;
    old registry.claim;
    opened registry.move;
    source integer;
    law_end date;
    paying boolean;
    direct boolean;
    begins date;
    ended_before date;
    number smallint;
    told jsonb;
    died_at text;
  BEGIN
    PERFORM registry.require_officer();
    RAISE LOG 'registry.confirm_move called by %', welfare.principal();
    IF confirm_move.thai_id IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'thai_id');
    END IF;
    rows := registry.rows_of_form(form);
    IF cardinality(rows) <> 1 THEN
      PERFORM reference.refuse('WF31B', NULL);
    ELSIF rows[1] ->> 'thai_id' IS NOT NULL AND welfare.try_thai_id(rows[1] ->> 'thai_id') IS DISTINCT FROM confirm_move.thai_id THEN
      PERFORM reference.refuse('WF065', NULL, 'thai_id');
    END IF;
    -- as an edit: of a claim that another authority holds, which is the point
    taken := registry.take_form(ARRAY[jsonb_build_object('claimed_on', today, 'ordered_on', today) || jsonb_strip_nulls(rows[1])
                                      || jsonb_build_object('thai_id', confirm_move.thai_id::text)], true);
    SELECT * INTO candidate FROM registry.import_candidate WHERE import_candidate.import_id = taken;
    IF candidate.sensitive THEN
      PERFORM reference.refuse('WF315', NULL, reference.programme_text(candidate.programme));
    END IF;
    SELECT * INTO kept FROM registry.person WHERE person.thai_id = confirm_move.thai_id FOR UPDATE;
    IF EXISTS (SELECT FROM registry.claim
                WHERE claim.thai_id = candidate.thai_id AND claim.programme = candidate.programme AND claim.authority_code = here
                  AND claim.state IN ('live', 'suspended', 'awaiting')) THEN
      PERFORM reference.refuse('WF06S', NULL);
    END IF;
    -- ER14: the dead do not confirm
    SELECT local_authority.name_thai INTO died_at
      FROM registry.disposal
      JOIN registry.claim USING (thai_id, programme, claim_number)
      JOIN reference.local_authority ON local_authority.authority_code = disposal.authority_code
     WHERE disposal.thai_id = candidate.thai_id AND disposal.cause = 'died' AND claim.state <> 'deleted'
     LIMIT 1;
    IF died_at IS NOT NULL THEN
      PERFORM reference.refuse('WF06Y', NULL, died_at);
    END IF;

    -- whose claim it takes over: the one that itself awaits, if the person moved on before
    SELECT * INTO old
      FROM registry.claim
     WHERE claim.thai_id = candidate.thai_id AND claim.programme = candidate.programme AND claim.state IN ('live', 'suspended', 'awaiting')
     ORDER BY claim.state = 'awaiting' DESC, claim.claim_number DESC LIMIT 1;
    source := coalesce(old.authority_code,
                       (SELECT claim.live_authority_code FROM registry.claim
                         WHERE claim.thai_id = candidate.thai_id AND claim.live_authority_code <> here LIMIT 1),
                       (SELECT move.from_authority_code FROM registry.move
                         WHERE move.thai_id = candidate.thai_id AND move.to_authority_code = here AND move.closed_on IS NULL
                           AND NOT reference.pays(move.from_authority_code) LIMIT 1));
    SELECT * INTO opened
      FROM registry.move
     WHERE move.thai_id = candidate.thai_id AND move.to_authority_code = here AND move.closed_on IS NULL
       -- one that the old authority alone told of is none to the new one (AR2): it notifies its own
       AND NOT registry.is_hidden_move(move.thai_id, move.move_number)
     ORDER BY move.from_authority_code = source DESC, move.move_number DESC LIMIT 1;
    IF opened.thai_id IS NULL OR source IS NULL THEN
      PERFORM reference.refuse('WF316', NULL, candidate.thai_id::text);
    END IF;
    IF candidate.claimed_on < opened.moved_out_on THEN
      PERFORM reference.refuse('WF311', NULL, reference.date_text(candidate.claimed_on), reference.date_text(opened.moved_out_on));
    END IF;
    IF opened.moved_out_on < old.claimed_on THEN
      PERFORM reference.refuse('WF017', NULL, 'moved_out_on', opened.moved_out_on::text, 'claimed_on', old.claimed_on::text);
    END IF;
    IF opened.from_authority_code <> source THEN
      number := registry.open_move(candidate.thai_id, source, here, opened.moved_out_on, opened.document, false);
      SELECT * INTO opened FROM registry.move WHERE move.thai_id = candidate.thai_id AND move.move_number = number;
    END IF;

    -- DE9, DE10: whose first month has not come yet, today, is not paying, but where it takes over itself; a confirmation dated back makes
    -- nobody so
    paying := old.thai_id IS NOT NULL
              AND (old.last_month IS NOT NULL OR old.takes_over OR old.first_month <= welfare.business_date())
              AND (old.last_month IS NULL OR old.last_month >= date_trunc('month', candidate.claimed_on::timestamp) AND old.last_month >= old.first_month);
    direct := old.state IN ('live', 'suspended') AND NOT paying;
    IF paying THEN
      SELECT ended.last_month INTO law_end
        FROM reference.last_month(old.programme, 'moved', opened.moved_out_on, candidate.claimed_on, candidate.claimed_on,
                                  CASE WHEN NOT old.takes_over THEN old.first_month END) AS ended;
      IF law_end IS NULL THEN
        PERFORM reference.refuse('WF069', NULL, reference.programme_text(old.programme), registry.word_for('disposal_cause', 'moved'), opened.moved_out_on::text);
      END IF;
      UPDATE registry.claim
         -- the day of the move, which only the new authority has told, ends nothing before the confirmation
         SET last_month = greatest(least(claim.last_month, CASE WHEN opened.agreed_on IS NULL THEN date_trunc('month', candidate.claimed_on::timestamp)::date
                                                                ELSE law_end END), (claim.first_month - interval '1 month')::date), in_force_from = candidate.claimed_on
       WHERE claim.thai_id = old.thai_id AND claim.programme = old.programme AND claim.claim_number = old.claim_number
      RETURNING claim.last_month INTO old.last_month;
    ELSIF old.thai_id IS NOT NULL AND old.last_month IS NULL THEN
      UPDATE registry.claim
         SET last_month = (claim.first_month - interval '1 month')::date, in_force_from = candidate.claimed_on
       WHERE claim.thai_id = old.thai_id AND claim.programme = old.programme AND claim.claim_number = old.claim_number;
    END IF;
    -- no month twice: after whatever an earlier claim covers
    SELECT (1 + coalesce(max(claim.claim_number), 0))::smallint, max(claim.last_month) FILTER (WHERE claim.state <> 'deleted' AND claim.last_month >= claim.first_month)
      INTO number, ended_before
      FROM registry.claim WHERE claim.thai_id = candidate.thai_id AND claim.programme = candidate.programme;
    begins := greatest(CASE WHEN paying THEN (SELECT law.first_month
                                                FROM reference.first_month_taking_over(candidate.programme, candidate.claimed_on, candidate.ordered_on) AS law)
                            ELSE candidate.first_month END, reference.month_after(ended_before));
    told := to_jsonb(candidate) || jsonb_build_object('in_force_from', candidate.claimed_on, 'authority_code', here);
    IF kept.thai_id IS NULL OR NOT EXISTS (SELECT FROM registry.claim WHERE claim.thai_id = kept.thai_id AND claim.live_authority_code IS NOT NULL) THEN
      PERFORM registry.take_person(told);
    END IF;
    INSERT INTO registry.claim
      (thai_id, facts, programme, authority_code, first_month, claimed_on, ordered_on, received_since, way_of_payment, budget_type, state,
       claim_number, district_code, province_code, bank_code, sensitive, top_up, bank_branch, account_number, account_name, remark,
       not_before, in_force_from, takes_over)
    VALUES (candidate.thai_id, candidate.facts, candidate.programme, here, begins, candidate.claimed_on, candidate.ordered_on,
            least(candidate.received_since, begins), candidate.way_of_payment, candidate.budget_type, 'awaiting', number,
            candidate.district_code, candidate.province_code, candidate.bank_code, candidate.sensitive, candidate.top_up, candidate.bank_branch,
            candidate.account_number, candidate.account_name, candidate.remark, reference.month_after(ended_before), candidate.claimed_on, paying);

    INSERT INTO registry.move_claim (thai_id, move_number, programme, old_claim_number)
    VALUES (candidate.thai_id, opened.move_number, candidate.programme, old.claim_number)
    ON CONFLICT ON CONSTRAINT move_claim_pkey DO NOTHING;
    UPDATE registry.move_claim AS part
       SET state = CASE WHEN direct THEN 'resumed' ELSE 'confirmed' END::registry.move_state, claimed_on = candidate.claimed_on,
           new_claim_number = number, form = confirm_move.form, details = told
     WHERE part.thai_id = candidate.thai_id AND part.move_number = opened.move_number AND part.programme = candidate.programme;
    IF direct THEN
      PERFORM registry.dispose_moved(old.thai_id, old.authority_code, old.programme, old.claim_number, opened.moved_out_on,
                                     greatest(candidate.ordered_on, opened.moved_out_on), candidate.claimed_on, NULL, false, NULL);
      PERFORM registry.hand_over(old.thai_id, old.authority_code, here, old.programme, number, told);
      PERFORM registry.close_finished_moves(ARRAY[old.thai_id]);
    END IF;
    PERFORM registry.close_form(taken, 0, 1);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.confirm_move(welfare.thai_id, jsonb) IS 'records the confirmation of who has moved in (ER8.1, ER8.4)';

REVOKE ALL ON FUNCTION registry.notify_move(welfare.thai_id, date, integer, text, integer), registry.confirm_move(welfare.thai_id, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.notify_move(welfare.thai_id, date, integer, text, integer), registry.confirm_move(welfare.thai_id, jsonb) TO welfare_authority;

COMMIT;
