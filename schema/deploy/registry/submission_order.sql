-- "The confirmation form … its path", DE19, DE20: officer's opinion, committee, executive's order, and what is supplied or lapses later.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- A form of the user's own authority. Parameters: its key. Errors: WF001, WF007, WF30A.
CREATE FUNCTION registry.own_submission(thai_id welfare.thai_id, programme reference.programme_name, submission_number bigint) RETURNS registry.submission
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    held registry.submission;
  BEGIN
    PERFORM registry.require_officer();
    SELECT * INTO held
      FROM registry.submission
     WHERE submission.thai_id = own_submission.thai_id AND submission.programme = own_submission.programme
       AND submission.submission_number = own_submission.submission_number AND submission.authority_code = welfare.authority_code();
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF30A', NULL, coalesce(own_submission.submission_number::text, 'NULL'));
    END IF;
    RETURN held;
  END
  $$;
COMMENT ON FUNCTION registry.own_submission(welfare.thai_id, reference.programme_name, bigint) IS 'a form of the user''s own authority';

-- Records the officer's opinion of a form. Parameters: key of the form; complete, to_be_checked (on the date of entitlement) or
-- lacks_qualification; why, required of the last. Errors: WF001, WF007, WF010, WF011, WF30A, WF30B, WF30C, WF30D.
CREATE FUNCTION registry.opine(thai_id welfare.thai_id, programme reference.programme_name, submission_number bigint, opinion text, reason text DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    held registry.submission := registry.own_submission(opine.thai_id, opine.programme, opine.submission_number);
  BEGIN
    IF opine.opinion IN ('complete', 'to_be_checked', 'lacks_qualification') IS NOT TRUE THEN
      PERFORM reference.refuse('WF011', NULL, 'opinion', coalesce(opine.opinion, ''), 'complete, to_be_checked, lacks_qualification');
    ELSIF opine.opinion = 'lacks_qualification' AND coalesce(btrim(opine.reason), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, 'reason');
    END IF;
    INSERT INTO registry.submission_step (thai_id, programme, submission_number, kind, outcome, to_state, remark)
    VALUES (held.thai_id, held.programme, held.submission_number, 'opinion', opine.opinion::registry.submission_outcome, 'opined', nullif(btrim(opine.reason), ''));
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.opine(welfare.thai_id, reference.programme_name, bigint, text, text) IS 'records the officer''s opinion of a form';

-- Records the vote of a member of the committee. Parameters: key of the form; should_accept or should_not; why.
-- Errors: WF001, WF007, WF011, WF30A, WF30B, WF30C, WF30D.
CREATE FUNCTION registry.consider(thai_id welfare.thai_id, programme reference.programme_name, submission_number bigint, vote text, reason text DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    held registry.submission := registry.own_submission(consider.thai_id, consider.programme, consider.submission_number);
  BEGIN
    IF consider.vote IN ('should_accept', 'should_not') IS NOT TRUE THEN
      PERFORM reference.refuse('WF011', NULL, 'vote', coalesce(consider.vote, ''), 'should_accept, should_not');
    END IF;
    -- which state follows, the count of votes decides
    INSERT INTO registry.submission_step (thai_id, programme, submission_number, kind, outcome, to_state, remark)
    VALUES (held.thai_id, held.programme, held.submission_number, 'vote', consider.vote::registry.submission_outcome, 'opined', nullif(btrim(consider.reason), ''));
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.consider(welfare.thai_id, reference.programme_name, bigint, text, text) IS 'records the vote of a member of the committee';

-- Records the executive's order on a form, of today. Parameters: key of the form; accept, reject, or other, which returns the form to
-- the officer; number of the order; reason, required of reject and other, of a later month, and to accept whom the officer finds
-- unqualified; first month, never before the law's (default). Answers that it is done.
-- An accepted form becomes a claim at once, or waits when its age is still to come or the officer wants it checked on that day.
-- Errors: WF001, WF007, WF010, WF011, WF022, WF034, WF30A–WF30E, and whatever an import would say of the claim.
-- Belongs to the owner, as what records claims does.
CREATE FUNCTION registry.order_submission(thai_id welfare.thai_id, programme reference.programme_name, submission_number bigint, decision text,
                                          order_number text, reason text DEFAULT NULL, first_month date DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    held registry.submission := registry.own_submission(order_submission.thai_id, order_submission.programme, order_submission.submission_number);
    today date := welfare.business_date();
    why text := nullif(btrim(order_submission.reason), '');
    lawful date;
    named date;
    opinion registry.submission_outcome;
    early boolean;
    next_state registry.submission_state;
  BEGIN
    IF order_submission.decision IN ('accept', 'reject', 'other') IS NOT TRUE THEN
      PERFORM reference.refuse('WF011', NULL, 'decision', coalesce(order_submission.decision, ''), 'accept, reject, other');
    ELSIF coalesce(btrim(order_submission.order_number), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, 'order_number');
    ELSIF NOT (identity.has_office(welfare.principal(), 'executive', held.authority_code) OR identity.has_office(welfare.principal(), 'delegate', held.authority_code)) THEN
      PERFORM reference.refuse('WF30C', NULL, 'executive, delegate');
    END IF;
    -- two orders at once take turns
    SELECT * INTO held
      FROM registry.submission
     WHERE (submission.thai_id, submission.programme, submission.submission_number) = (held.thai_id, held.programme, held.submission_number)
       FOR UPDATE;
    IF held.state NOT IN ('opined', 'considered') THEN
      PERFORM reference.refuse('WF30B', NULL, registry.word_for('submission_state', held.state::text), 'order ' || order_submission.decision);
    END IF;
    SELECT step.outcome INTO opinion
      FROM registry.submission_step AS step
     WHERE (step.thai_id, step.programme, step.submission_number, step.round, step.kind) = (held.thai_id, held.programme, held.submission_number, held.round, 'opinion');
    IF why IS NULL AND (order_submission.decision <> 'accept' OR opinion = 'lacks_qualification') THEN
      PERFORM reference.refuse('WF010', NULL, 'reason');
    END IF;
    IF order_submission.decision = 'accept' THEN
      SELECT law.first_month INTO lawful FROM reference.first_month(held.programme, held.birth_date, held.received_on, today) AS law;
      named := coalesce(order_submission.first_month, lawful);
      IF lawful IS NULL THEN
        PERFORM reference.refuse('WF022', NULL, reference.programme_text(held.programme), held.received_on::text);
      ELSIF NOT reference.is_pay_month(named) THEN
        PERFORM reference.refuse('WF034', NULL, named::text);
      ELSIF named < lawful THEN
        PERFORM reference.refuse('WF30E', NULL, to_char(named, 'YYYY-MM'), to_char(lawful, 'YYYY-MM'));
      ELSIF named > lawful AND why IS NULL THEN
        PERFORM reference.refuse('WF010', NULL, 'reason');
      END IF;
      -- made before the age is complete, and its month has not come
      early := named > today AND EXISTS (
        SELECT FROM reference.early_confirmation AS rule
         WHERE rule.programme = held.programme AND rule.valid @> held.received_on
           AND welfare.first_month(held.birth_date, rule.least_age) > reference.month_after(held.received_on));
      next_state := CASE WHEN registry.is_taking_over(held.thai_id, held.programme, held.authority_code) THEN 'awaiting_takeover'
                         WHEN early OR opinion = 'to_be_checked' THEN 'waiting' ELSE 'recorded' END::registry.submission_state;
    ELSE
      next_state := CASE order_submission.decision WHEN 'reject' THEN 'rejected' ELSE 'submitted' END::registry.submission_state;
    END IF;
    UPDATE registry.submission
       SET ordered_on = today, order_number = btrim(order_submission.order_number), first_month = named
     WHERE (submission.thai_id, submission.programme, submission.submission_number) = (held.thai_id, held.programme, held.submission_number);
    IF next_state = 'recorded' THEN
      PERFORM registry.record_submission(held.thai_id, held.programme, held.submission_number);
    END IF;
    INSERT INTO registry.submission_step (thai_id, programme, submission_number, kind, outcome, to_state, document, remark, first_month)
    VALUES (held.thai_id, held.programme, held.submission_number, 'order', order_submission.decision::registry.submission_outcome, next_state,
            btrim(order_submission.order_number), why, named);
    IF next_state = 'awaiting_takeover' THEN
      -- ER8.4: the claim stands at once, and awaits the other authority's word; received is confirmed
      PERFORM registry.confirm_move(held.thai_id, held.form || jsonb_build_object('programme', held.programme, 'facts', held.facts::text,
                'claimed_on', to_char(held.received_on, 'YYYY-MM-DD'), 'ordered_on', to_char(today, 'YYYY-MM-DD')));
      UPDATE registry.submission
         SET claim_number = (SELECT max(claim.claim_number) FROM registry.claim
                              WHERE claim.thai_id = held.thai_id AND claim.programme = held.programme AND claim.authority_code = held.authority_code)
       WHERE (submission.thai_id, submission.programme, submission.submission_number) = (held.thai_id, held.programme, held.submission_number);
      INSERT INTO registry.submission_step (thai_id, programme, submission_number, kind, outcome, to_state)
      VALUES (held.thai_id, held.programme, held.submission_number, 'takeover', 'taken_over', 'recorded');
    END IF;
    IF next_state = 'waiting' AND named <= today THEN
      -- the order is late: the month has come already
      PERFORM registry.evaluate_submissions(named, held.thai_id, held.programme, held.submission_number);
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.order_submission(welfare.thai_id, reference.programme_name, bigint, text, text, text, date) IS 'records the executive''s order on a form';

-- Supplies facts of a form that waits; when its month has come, or it was looked at already, it is evaluated at once, and what was due meanwhile follows as arrears.
-- Parameters: key of the form; facts, as a literal; paper that proves them.
-- Errors: WF001, WF007, WF010, WF012, WF30A–WF30C.
CREATE FUNCTION registry.supply_facts(thai_id welfare.thai_id, programme reference.programme_name, submission_number bigint, facts text, document text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    held registry.submission := registry.own_submission(supply_facts.thai_id, supply_facts.programme, supply_facts.submission_number);
    meant welfare.facts := welfare.try_facts(supply_facts.facts);
  BEGIN
    IF coalesce(btrim(supply_facts.facts), '') = '' OR coalesce(btrim(supply_facts.document), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, CASE WHEN coalesce(btrim(supply_facts.facts), '') = '' THEN 'facts' ELSE 'document' END);
    ELSIF meant IS NULL THEN
      PERFORM reference.refuse('WF012', NULL, 'facts', registry.literal_problem(supply_facts.facts, 'facts'));
    END IF;
    INSERT INTO registry.submission_step (thai_id, programme, submission_number, kind, outcome, to_state, document, remark)
    VALUES (held.thai_id, held.programme, held.submission_number, 'facts', 'supplied', 'waiting', btrim(supply_facts.document), meant::text);
    UPDATE registry.submission SET facts = submission.facts || meant
     WHERE (submission.thai_id, submission.programme, submission.submission_number) = (held.thai_id, held.programme, held.submission_number);
    PERFORM registry.evaluate_submissions(CASE WHEN held.undecided IS NULL THEN date_trunc('month', welfare.business_date()::timestamp)::date ELSE held.first_month::date END,
                                          held.thai_id, held.programme, held.submission_number);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.supply_facts(welfare.thai_id, reference.programme_name, bigint, text, text) IS 'supplies facts of a form that waits';

-- Closes an open form that nothing can come of any more: the person died, withdrew, or moved before the first payment (DE9).
-- Parameters: key of the form; why. Errors: WF001, WF007, WF010, WF30A–WF30C.
CREATE FUNCTION registry.lapse_submission(thai_id welfare.thai_id, programme reference.programme_name, submission_number bigint, reason text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    held registry.submission := registry.own_submission(lapse_submission.thai_id, lapse_submission.programme, lapse_submission.submission_number);
  BEGIN
    IF coalesce(btrim(lapse_submission.reason), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, 'reason');
    END IF;
    INSERT INTO registry.submission_step (thai_id, programme, submission_number, kind, outcome, to_state, remark)
    VALUES (held.thai_id, held.programme, held.submission_number, 'lapse', 'lapsed', 'lapsed', btrim(lapse_submission.reason));
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.lapse_submission(welfare.thai_id, reference.programme_name, bigint, text) IS 'closes an open form that nothing can come of any more';

REVOKE ALL ON FUNCTION registry.own_submission(welfare.thai_id, reference.programme_name, bigint), registry.opine(welfare.thai_id, reference.programme_name, bigint, text, text),
  registry.consider(welfare.thai_id, reference.programme_name, bigint, text, text),
  registry.order_submission(welfare.thai_id, reference.programme_name, bigint, text, text, text, date),
  registry.supply_facts(welfare.thai_id, reference.programme_name, bigint, text, text), registry.lapse_submission(welfare.thai_id, reference.programme_name, bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.own_submission(welfare.thai_id, reference.programme_name, bigint) TO welfare_writer;
RESET ROLE;
ALTER FUNCTION registry.opine(welfare.thai_id, reference.programme_name, bigint, text, text) OWNER TO welfare_writer;
ALTER FUNCTION registry.consider(welfare.thai_id, reference.programme_name, bigint, text, text) OWNER TO welfare_writer;
ALTER FUNCTION registry.lapse_submission(welfare.thai_id, reference.programme_name, bigint, text) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION registry.opine(welfare.thai_id, reference.programme_name, bigint, text, text), registry.consider(welfare.thai_id, reference.programme_name, bigint, text, text),
  registry.order_submission(welfare.thai_id, reference.programme_name, bigint, text, text, text, date),
  registry.supply_facts(welfare.thai_id, reference.programme_name, bigint, text, text), registry.lapse_submission(welfare.thai_id, reference.programme_name, bigint, text)
  TO welfare_authority;

COMMIT;
