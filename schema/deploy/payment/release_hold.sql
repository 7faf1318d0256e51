-- ER14, ER15, AR2: holds that the Comptroller General's Department places and cancels; holds of a mistaken death lifted by order; what is held.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Holds a person's lines from a month on, for the Comptroller General's Department (ER15). Parameters: national ID; first month held; what it
-- relies on; why; programme, NULL: every payment to the person, whatever it is. Says no more than that it is done: who is on record, and
-- that somebody receives an allowance that is health data, is not told (AR2). Errors: WF001, WF007, WF010, WF033, WF034, WF338, WF33A.
-- Belongs to the owner: the department sees no line of its own.
CREATE FUNCTION payment.hold_line(thai_id welfare.thai_id, month_from date, source text, why text, programme reference.programme_name DEFAULT NULL)
  RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    placed bigint;
    missing text := CASE WHEN hold_line.thai_id IS NULL THEN 'thai_id' WHEN coalesce(btrim(hold_line.source), '') = '' THEN 'source'
                         WHEN coalesce(btrim(hold_line.why), '') = '' THEN 'why' END;
  BEGIN
    PERFORM reference.require_duty('treasury');
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    IF hold_line.month_from IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    END IF;
    IF NOT reference.is_pay_month(hold_line.month_from) THEN
      PERFORM reference.refuse('WF034', NULL, hold_line.month_from::text);
    END IF;
    IF EXISTS (SELECT FROM reference.programme AS named WHERE named.programme = hold_line.programme AND named.sensitive) THEN
      PERFORM reference.refuse('WF33A', NULL, reference.programme_text(hold_line.programme));
    END IF;
    INSERT INTO payment.hold (thai_id, programme, month_from, reason, source, remark)
    SELECT hold_line.thai_id, held.programme, hold_line.month_from, 'treasury', btrim(hold_line.source), btrim(hold_line.why)
      FROM reference.programme AS held
     WHERE (hold_line.programme IS NULL OR held.programme = hold_line.programme)
       AND NOT EXISTS (SELECT FROM payment.hold AS earlier
                        WHERE earlier.thai_id = hold_line.thai_id AND earlier.programme = held.programme AND earlier.reason = 'treasury'
                          AND earlier.released_at IS NULL);
    GET DIAGNOSTICS placed = ROW_COUNT;
    IF placed = 0 THEN
      PERFORM reference.refuse('WF338', NULL, coalesce(reference.programme_text(hold_line.programme), ''), 'treasury');
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.hold_line(welfare.thai_id, date, text, text, reference.programme_name) IS 'holds a person''s lines for the Comptroller General''s Department (ER15)';

-- Releases what the Comptroller General's Department holds. Parameters: national ID; why; programme, NULL: all that it holds.
-- Errors: WF001, WF007, WF010, WF339, WF33A. Belongs to the owner, as payment.hold_line.
CREATE FUNCTION payment.release_hold(thai_id welfare.thai_id, why text, programme reference.programme_name DEFAULT NULL)
  RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    missing text := CASE WHEN release_hold.thai_id IS NULL THEN 'thai_id' WHEN coalesce(btrim(release_hold.why), '') = '' THEN 'why' END;
  BEGIN
    PERFORM reference.require_duty('treasury');
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    IF EXISTS (SELECT FROM reference.programme AS named WHERE named.programme = release_hold.programme AND named.sensitive) THEN
      PERFORM reference.refuse('WF33A', NULL, reference.programme_text(release_hold.programme));
    END IF;
    UPDATE payment.hold
       SET released_at = clock_timestamp(), released_on = welfare.business_date(), released_by = welfare.principal(), released_why = btrim(release_hold.why)
     WHERE hold.thai_id = release_hold.thai_id AND hold.reason = 'treasury' AND hold.released_at IS NULL
       AND (release_hold.programme IS NULL OR hold.programme = release_hold.programme);
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF339', NULL, release_hold.thai_id::text);
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.release_hold(welfare.thai_id, text, reference.programme_name) IS 'releases what the Comptroller General''s Department holds (ER15)';

-- Lifts, by order of the executive or the delegate, the holds for a death that was a mistake: the held months are payable as arrears. The claims
-- are the own authority's, and no death stands: each was refuted after verification, or taken back by the registry. Who refuted it does not
-- sign, unless as the executive (ER14). Parameters: national ID; day and number of the order; why. Answers how many holds were lifted.
-- Errors: WF001, WF007, WF010, WF016, WF017 a day before the hold, WF336, WF339, WF33B a death stands, WF33C.
-- Belongs to the owner and names the authority itself: holds are nobody's table.
CREATE FUNCTION payment.lift_hold(thai_id welfare.thai_id, ordered_on date, order_number text, why text)
  RETURNS integer
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    lifted integer;
    placed date;
    missing text := CASE WHEN lift_hold.thai_id IS NULL THEN 'thai_id' WHEN coalesce(btrim(lift_hold.order_number), '') = '' THEN 'order_number'
                         WHEN coalesce(btrim(lift_hold.why), '') = '' THEN 'why' END;
  BEGIN
    PERFORM registry.require_office('delegate', 'executive');
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    PERFORM registry.require_past('ordered_on', lift_hold.ordered_on);
    SELECT max(hold.placed_on) INTO placed
      FROM payment.hold
     WHERE hold.thai_id = lift_hold.thai_id AND hold.reason = 'registry_death' AND hold.released_at IS NULL
       AND EXISTS (SELECT FROM civil.finding
                    WHERE finding.thai_id = hold.thai_id AND finding.programme = hold.programme AND finding.event_number = hold.event_number
                      AND finding.authority_code = welfare.authority_code());
    IF placed IS NULL THEN
      PERFORM reference.refuse('WF339', NULL, lift_hold.thai_id::text);
    END IF;
    IF lift_hold.ordered_on < placed THEN
      PERFORM reference.refuse('WF017', NULL, 'ordered_on', lift_hold.ordered_on::text, 'placed_on', placed::text);
    END IF;
    IF EXISTS (SELECT FROM civil.finding
                WHERE finding.thai_id = lift_hold.thai_id AND finding.kind = 'death' AND finding.state IN ('open', 'verified', 'closed')
                  AND finding.authority_code = welfare.authority_code()) THEN
      PERFORM reference.refuse('WF33B', NULL, lift_hold.thai_id::text);
    END IF;
    IF NOT identity.has_office(welfare.principal(), 'executive', welfare.authority_code())
       AND EXISTS (SELECT FROM civil.finding
                    WHERE finding.thai_id = lift_hold.thai_id AND finding.kind = 'death' AND finding.state = 'refuted'
                      AND finding.authority_code = welfare.authority_code() AND finding.settled_by = welfare.principal()) THEN
      PERFORM reference.refuse('WF33C', NULL);
    END IF;
    UPDATE payment.hold
       SET released_at = clock_timestamp(), released_on = lift_hold.ordered_on, released_by = welfare.principal(),
           released_why = btrim(lift_hold.why), order_number = btrim(lift_hold.order_number)
     WHERE hold.thai_id = lift_hold.thai_id AND hold.reason = 'registry_death' AND hold.released_at IS NULL
       AND EXISTS (SELECT FROM civil.finding
                    WHERE finding.thai_id = hold.thai_id AND finding.programme = hold.programme AND finding.event_number = hold.event_number
                      AND finding.authority_code = welfare.authority_code());
    GET DIAGNOSTICS lifted = ROW_COUNT;
    RETURN lifted;
  END
  $$;
COMMENT ON FUNCTION payment.lift_hold(welfare.thai_id, date, text, text) IS 'lifts by order the holds for a death that was a mistake, with arrears (ER14, ER15)';

-- A month's lines that are held: the own authority's; the nation's without health data for the Comptroller General's Department; all for
-- administrators. Parameters: first of month. The look is recorded. Errors: WF001, WF007, WF033, WF034.
-- Belongs to the owner: nobody reads lines, and it names each scope itself.
CREATE FUNCTION payment.held_lines(month date)
  RETURNS TABLE (authority_code integer, national_id welfare.thai_id, programme reference.programme_name, allowance reference.baht, top_up reference.baht,
                 other_payers reference.baht, reasons payment.hold_reason[])
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    found bigint;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'treasury', 'administrator');
    IF held_lines.month IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    END IF;
    IF NOT reference.is_pay_month(held_lines.month) THEN
      PERFORM reference.refuse('WF034', NULL, held_lines.month::text);
    END IF;
    -- from the holds, of which there are few
    RETURN QUERY
      SELECT line.authority_code, line.thai_id, line.programme, line.allowance, line.top_up, line.other_payers,
             array_agg(DISTINCT holding.reason ORDER BY holding.reason)
        FROM payment.holding
        JOIN payment.line
          ON line.thai_id = holding.thai_id AND line.programme = holding.programme AND line.month = held_lines.month
         AND line.claim_number BETWEEN holding.from_claim AND holding.to_claim
        JOIN reference.programme AS told ON told.programme = line.programme
       WHERE holding.month_from <= held_lines.month AND (holding.month_to IS NULL OR holding.month_to >= held_lines.month)
         AND (line.authority_code = welfare.authority_code()
              OR welfare.nation() AND welfare.duty() = 'treasury' AND NOT told.sensitive
              OR welfare.nation() AND welfare.duty() = 'administrator')
       GROUP BY line.authority_code, line.thai_id, line.programme, line.allowance, line.top_up, line.other_payers
       ORDER BY line.authority_code, line.thai_id, line.programme;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('payment.held_lines', NULL, jsonb_build_object('month', held_lines.month), found);
  END
  $$;
COMMENT ON FUNCTION payment.held_lines(date) IS 'a month''s lines that are held, inside the asker''s scope';

REVOKE ALL ON FUNCTION payment.hold_line(welfare.thai_id, date, text, text, reference.programme_name),
  payment.release_hold(welfare.thai_id, text, reference.programme_name), payment.lift_hold(welfare.thai_id, date, text, text),
  payment.held_lines(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.hold_line(welfare.thai_id, date, text, text, reference.programme_name),
  payment.release_hold(welfare.thai_id, text, reference.programme_name) TO welfare_treasury;
GRANT EXECUTE ON FUNCTION payment.lift_hold(welfare.thai_id, date, text, text) TO welfare_authority;
GRANT EXECUTE ON FUNCTION payment.held_lines(date) TO welfare_authority, welfare_treasury, welfare_admin;

COMMIT;
