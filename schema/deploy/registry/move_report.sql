-- ER8.4, ER8.5, ER8.6, AR2: who looks at moves: the two authorities, the province when an answer is overdue, the month's report; and
-- the steps that a day's job takes. Nothing of this tells of health data.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Every function here belongs to the owner, because a move is of two authorities, and looks itself at who asks.

-- Open moves from and to the user's own authority. Where it asked first, the new one does not learn which programmes the old one
-- pays until the person has confirmed them; nor ever of a person who leaves with health data alone (AR2). The look is recorded.
-- Errors: WF001, WF007.
CREATE FUNCTION registry.open_moves()
  RETURNS TABLE (national_id welfare.thai_id, move_number smallint, moved_out_on date, from_authority_code integer, to_authority_code integer,
                 document text, agreed_on date, programme reference.programme_name, state registry.move_state, claimed_on date,
                 acknowledge_by date, own_claim_state registry.claim_state, own_first_month date, own_last_month date)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    here integer := welfare.authority_code();
    found bigint;
  BEGIN
    PERFORM registry.require_officer();
    RETURN QUERY
      SELECT move.thai_id, move.move_number, move.moved_out_on, move.from_authority_code, move.to_authority_code, move.document, move.agreed_on,
             part.programme, part.state, part.claimed_on, reference.deadline_after('move_acknowledgement', part.confirmed_on),
             held.state, held.first_month::date, held.last_month::date
        FROM registry.move
        LEFT JOIN registry.move_claim AS part
          ON part.thai_id = move.thai_id AND part.move_number = move.move_number
         AND (move.from_authority_code = here OR move.agreed_by = move.notified_by OR part.confirmed_on IS NOT NULL)
        LEFT JOIN registry.claim AS held
          ON held.thai_id = part.thai_id AND held.programme = part.programme AND held.authority_code = here
         AND held.claim_number = CASE WHEN move.from_authority_code = here THEN part.old_claim_number ELSE part.new_claim_number END
       WHERE move.closed_on IS NULL
         AND (move.from_authority_code = here
              OR move.to_authority_code = here AND (move.agreed_by IS DISTINCT FROM move.notified_by OR part.thai_id IS NOT NULL))
       ORDER BY move.moved_out_on, move.thai_id, part.programme;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('registry.open_moves', NULL, '{}', found);
  END
  $$;
COMMENT ON FUNCTION registry.open_moves() IS 'open moves from and to the user''s own authority';

-- Confirmations that the old authority has not acknowledged in time (ER8.4), for those above it: of who is kept inside the asker's scope.
-- For Bangkok the new authority is the one that answers. The look is recorded. Errors: WF001, WF007.
CREATE FUNCTION registry.overdue_moves()
  RETURNS TABLE (national_id welfare.thai_id, programme reference.programme_name, from_authority_code integer, to_authority_code integer,
                 confirmed_on date, acknowledge_by date, escalated_on date)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    found bigint;
  BEGIN
    PERFORM reference.require_duty('district', 'province', 'department', 'administrator');
    RETURN QUERY
      SELECT part.thai_id, part.programme, move.from_authority_code, move.to_authority_code, part.confirmed_on,
             reference.deadline_after('move_acknowledgement', part.confirmed_on), part.escalated_on
        FROM registry.move_claim AS part
        JOIN registry.move ON move.thai_id = part.thai_id AND move.move_number = part.move_number
        JOIN registry.person ON person.thai_id = part.thai_id AND person.visibility = 'everyone'
        JOIN reference.local_authority AS answering
          ON answering.authority_code = CASE WHEN reference.pays(move.from_authority_code) THEN move.from_authority_code ELSE move.to_authority_code END
       WHERE part.state = 'confirmed' AND reference.deadline_after('move_acknowledgement', part.confirmed_on) < welfare.business_date()
         AND (welfare.nation() OR answering.province_code = welfare.province_code() OR answering.district_code = welfare.district_code())
       ORDER BY part.confirmed_on, part.thai_id, part.programme;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('registry.overdue_moves', NULL, '{}', found);
  END
  $$;
COMMENT ON FUNCTION registry.overdue_moves() IS 'confirmations of moves that were not acknowledged in time (ER8.4)';

-- Marks, once each, the confirmations whose days of acknowledgement are over, for the province (ER8.4). One statement.
-- Parameters: the day. Answers how many. Errors: WF001, WF004, WF016.
CREATE FUNCTION registry.escalate_moves(day date DEFAULT NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    today date := coalesce(escalate_moves.day, welfare.business_date());
    marked bigint;
  BEGIN
    PERFORM reference.require_administrator();
    PERFORM registry.require_past('day', today);
    UPDATE registry.move_claim
       SET escalated_on = today
     WHERE move_claim.state = 'confirmed' AND move_claim.escalated_on IS NULL
       AND reference.deadline_after('move_acknowledgement', move_claim.confirmed_on) < today;
    GET DIAGNOSTICS marked = ROW_COUNT;
    RETURN marked;
  END
  $$;
COMMENT ON FUNCTION registry.escalate_moves(date) IS 'marks confirmations of moves that were not acknowledged in time (ER8.4)';

-- Marks moves that nobody confirmed while the old authority paid: it disposes them as moved (ER8.5, EG5.2). One statement.
-- Parameters: the day. Answers how many. Errors: WF001, WF004, WF016.
CREATE FUNCTION registry.close_unconfirmed_moves(day date DEFAULT NULL) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    today date := coalesce(close_unconfirmed_moves.day, welfare.business_date());
    lapsed bigint;
  BEGIN
    PERFORM reference.require_administrator();
    PERFORM registry.require_past('day', today);
    UPDATE registry.move_claim AS part
       SET state = 'lapsed'
      FROM registry.move, registry.claim
     WHERE part.state = 'notified' AND move.thai_id = part.thai_id AND move.move_number = part.move_number AND move.agreed_on IS NOT NULL
       AND claim.thai_id = part.thai_id AND claim.programme = part.programme AND claim.claim_number = part.old_claim_number
       AND reference.month_after(claim.last_month) <= today;
    GET DIAGNOSTICS lapsed = ROW_COUNT;
    RETURN lapsed;
  END
  $$;
COMMENT ON FUNCTION registry.close_unconfirmed_moves(date) IS 'marks moves that nobody confirmed in time (ER8.5)';

-- Moves notified in a month, a row each with its programmes, for the department and the Comptroller General's Department (ER8.6). The look
-- is recorded. Parameters: first of month. Errors: WF001, WF007, WF033, WF034.
CREATE FUNCTION registry.moves_of_month(month date)
  RETURNS TABLE (national_id welfare.thai_id, moved_out_on date, notified_on date, from_authority_code integer, to_authority_code integer,
                 programmes reference.programme_name[], confirmed bigint, acknowledged bigint)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    found bigint;
  BEGIN
    PERFORM reference.require_duty('department', 'treasury', 'administrator');
    IF moves_of_month.month IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    ELSIF NOT reference.is_pay_month(moves_of_month.month) THEN
      PERFORM reference.refuse('WF034', NULL, moves_of_month.month::text);
    END IF;
    RETURN QUERY
      SELECT move.thai_id, move.moved_out_on, move.notified_on, move.from_authority_code, move.to_authority_code,
             array_agg(part.programme ORDER BY part.programme), count(part.confirmed_on), count(part.acknowledged_on)
        FROM registry.move
        JOIN registry.move_claim AS part ON part.thai_id = move.thai_id AND part.move_number = move.move_number
        -- AR2: whom only the holding authority may know is in no list above it
        JOIN registry.person ON person.thai_id = move.thai_id AND person.visibility = 'everyone'
       WHERE move.notified_on >= moves_of_month.month AND move.notified_on < reference.month_after(moves_of_month.month)
       GROUP BY move.thai_id, move.move_number
       ORDER BY move.moved_out_on, move.thai_id, move.move_number;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('registry.moves_of_month', NULL, jsonb_build_object('month', moves_of_month.month), found);
  END
  $$;
COMMENT ON FUNCTION registry.moves_of_month(date) IS 'moves notified in a month (ER8.6)';

-- The same counted, by the provinces of the two authorities, programme and step. Parameters and errors: registry.moves_of_month.
CREATE FUNCTION registry.move_totals(month date)
  RETURNS TABLE (from_province_code smallint, to_province_code smallint, programme reference.programme_name, state registry.move_state, moves bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM reference.require_duty('department', 'treasury', 'administrator');
    IF move_totals.month IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    ELSIF NOT reference.is_pay_month(move_totals.month) THEN
      PERFORM reference.refuse('WF034', NULL, move_totals.month::text);
    END IF;
    RETURN QUERY
      SELECT source.province_code, destination.province_code, part.programme, part.state, count(*)
        FROM registry.move
        JOIN registry.move_claim AS part ON part.thai_id = move.thai_id AND part.move_number = move.move_number
        JOIN registry.person ON person.thai_id = move.thai_id AND person.visibility = 'everyone'
        JOIN reference.local_authority AS source ON source.authority_code = move.from_authority_code
        JOIN reference.local_authority AS destination ON destination.authority_code = move.to_authority_code
       WHERE move.notified_on >= move_totals.month AND move.notified_on < reference.month_after(move_totals.month)
       GROUP BY source.province_code, destination.province_code, part.programme, part.state
       ORDER BY source.province_code, destination.province_code, part.programme, part.state;
  END
  $$;
COMMENT ON FUNCTION registry.move_totals(date) IS 'moves notified in a month, counted (ER8.6)';

REVOKE ALL ON FUNCTION registry.open_moves(), registry.overdue_moves(), registry.escalate_moves(date), registry.close_unconfirmed_moves(date),
  registry.moves_of_month(date), registry.move_totals(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.open_moves() TO welfare_authority;
GRANT EXECUTE ON FUNCTION registry.overdue_moves() TO welfare_district, welfare_province, welfare_department, welfare_admin;
GRANT EXECUTE ON FUNCTION registry.escalate_moves(date), registry.close_unconfirmed_moves(date) TO welfare_admin;
GRANT EXECUTE ON FUNCTION registry.moves_of_month(date), registry.move_totals(date) TO welfare_department, welfare_treasury, welfare_admin;

COMMIT;
