-- IS9.5, EG7, ER8, ER13, ER16: ending claims for good, and suspending them for a time.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE registry.suspension_action AS ENUM ('suspend', 'resume');
COMMENT ON TYPE registry.suspension_action IS 'what an order does: suspend a claim, or resume it with arrears';

CREATE TABLE registry.suspension_order (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  programme reference.programme_name NOT NULL,
  ordered_on date NOT NULL,
  authority_code integer NOT NULL,
  action registry.suspension_action NOT NULL,
  claim_number smallint NOT NULL,
  order_number text NOT NULL,
  reason text NOT NULL,
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT suspension_order_pkey PRIMARY KEY (thai_id, programme, claim_number, recorded_at),
  CONSTRAINT suspension_order_claim_fkey FOREIGN KEY (thai_id, programme, claim_number)
    REFERENCES registry.claim (thai_id, programme, claim_number),
  CONSTRAINT suspension_order_stated CHECK (btrim(order_number) <> '' AND btrim(reason) <> '')
);
COMMENT ON TABLE registry.suspension_order IS 'orders that suspended claims or resumed them (IS9.5)';
COMMENT ON COLUMN registry.suspension_order.thai_id IS 'the person';
COMMENT ON COLUMN registry.suspension_order.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN registry.suspension_order.programme IS 'the programme';
COMMENT ON COLUMN registry.suspension_order.ordered_on IS 'day of the order';
COMMENT ON COLUMN registry.suspension_order.authority_code IS 'local authority that holds the claim';
COMMENT ON COLUMN registry.suspension_order.action IS 'what the order does';
COMMENT ON COLUMN registry.suspension_order.claim_number IS 'number of the claim';
COMMENT ON COLUMN registry.suspension_order.order_number IS 'number of the order';
COMMENT ON COLUMN registry.suspension_order.reason IS 'reason that the order states';
COMMENT ON COLUMN registry.suspension_order.recorded_by IS 'user, or database role, that recorded it';
ALTER TABLE registry.suspension_order ENABLE ROW LEVEL SECURITY;
GRANT SELECT, INSERT ON registry.suspension_order TO welfare_writer;
CREATE POLICY suspension_order_read ON registry.suspension_order FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY suspension_order_read ON registry.suspension_order IS 'the holding authority and administrators see the orders';
CREATE POLICY suspension_order_add ON registry.suspension_order FOR INSERT TO welfare_writer WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY suspension_order_add ON registry.suspension_order IS 'only users of the holding authority record orders (IS9.2)';
CREATE TRIGGER suspension_order_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON registry.suspension_order
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER suspension_order_no_change ON registry.suspension_order IS 'orders are evidence';

-- Refuses a day that is missing or lies after today. Parameters: name of the field; the day. Errors: WF010, WF016.
CREATE FUNCTION registry.require_past(field text, day date) RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    IF day IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, field);
    ELSIF day > welfare.business_date() THEN
      PERFORM reference.refuse('WF016', NULL, field, day::text, welfare.business_date()::text);
    END IF;
  END
  $$;
COMMENT ON FUNCTION registry.require_past(text, date) IS 'refuses a day that is missing or lies after today';

-- What people call a coded value, in the session's language. Parameters: kind; code.
CREATE FUNCTION registry.word_for(kind text, value text) RETURNS text
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT CASE welfare.language() WHEN 'en' THEN label.name_english ELSE label.name_thai END
      FROM reference.label
     WHERE label.kind = word_for.kind AND label.value = word_for.value
  $$;
COMMENT ON FUNCTION registry.word_for(text, text) IS 'what people call a coded value, in the session''s language';

-- Disposes claims of a beneficiary of the user's own authority, in one transaction. Died and moved end every live claim of the
-- person; waived and disqualified those of the programmes named (IS9.5). The last month paid is the law's (reference.ending).
-- Parameters: national ID; cause; day of the death, of moving out in the house register, of the waiver, of the finding; day of
-- the executive's order (default today); programmes; number of the order; remark, required of a disqualification, of a waiver
-- the written paper, unless it is on record as a document; day of the confirmation or application at the new authority, for a move.
-- Answers that it is done. Errors: WF001, WF007, WF010, WF016 a day to come, WF017 ordered before it happened, WF062 disposed
-- already, WF066, WF067 no live claim of a programme named, WF069 no law, WF06R programmes missing, WF06T programmes named,
-- WF320 a disqualification without its removal order (registry.order_removal), WF32A a waiver without a paper,
-- WF313 a move is to be acknowledged.
CREATE FUNCTION registry.dispose(
    thai_id welfare.thai_id, cause reference.disposal_cause, happened_on date, ordered_on date DEFAULT NULL,
    programmes reference.programme_name[] DEFAULT NULL, order_number text DEFAULT NULL, remark text DEFAULT NULL,
    claimed_elsewhere_on date DEFAULT NULL)
  RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    held registry.person;
    ordered date := coalesce(dispose.ordered_on, welfare.business_date());
    ended bigint;
    lawless reference.programme_name;
    still date;
    missing text;
  BEGIN
    PERFORM registry.require_officer();
    IF dispose.cause IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'cause');
    END IF;
    PERFORM registry.require_past('happened_on', dispose.happened_on);
    PERFORM registry.require_past('ordered_on', ordered);
    IF ordered < dispose.happened_on AND dispose.cause <> 'waived' THEN
      PERFORM reference.refuse('WF017', NULL, 'ordered_on', ordered::text, 'happened_on', dispose.happened_on::text);
    END IF;
    IF dispose.cause = 'disqualified' AND coalesce(btrim(dispose.remark), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, 'remark');
    END IF;
    IF dispose.cause IN ('waived', 'disqualified') AND coalesce(cardinality(dispose.programmes), 0) = 0 THEN
      PERFORM reference.refuse('WF06R', NULL, registry.word_for('disposal_cause', dispose.cause::text));
    ELSIF dispose.cause IN ('died', 'moved') AND dispose.programmes IS NOT NULL THEN
      PERFORM reference.refuse('WF06T', NULL, registry.word_for('disposal_cause', dispose.cause::text));
    END IF;
    IF dispose.claimed_elsewhere_on IS NOT NULL THEN
      IF dispose.cause <> 'moved' THEN
        PERFORM reference.refuse('WF067', NULL, 'claimed_elsewhere_on');
      END IF;
      PERFORM registry.require_past('claimed_elsewhere_on', dispose.claimed_elsewhere_on);
      -- DE11: it counts at the authority of domicile on that day alone
      IF dispose.claimed_elsewhere_on < dispose.happened_on THEN
        PERFORM reference.refuse('WF017', NULL, 'claimed_elsewhere_on', dispose.claimed_elsewhere_on::text, 'happened_on', dispose.happened_on::text);
      END IF;
    END IF;

    IF array_position(dispose.programmes, NULL) IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'programmes');
    END IF;
    held := registry.own_or_leaving_person(dispose.thai_id);
    IF dispose.happened_on < welfare.legal_birth_date(held.birth_date) THEN
      PERFORM reference.refuse('WF017', NULL, 'happened_on', dispose.happened_on::text, 'birth_date', held.birth_date::text);
    END IF;
    SELECT string_agg(named::text, ', ') INTO missing
      FROM unnest(dispose.programmes) AS named
     WHERE NOT EXISTS (SELECT FROM registry.claim
                        WHERE claim.thai_id = held.thai_id AND claim.programme = named
                          AND claim.authority_code = welfare.authority_code() AND claim.state IN ('live', 'suspended'));
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF067', NULL, missing);
    END IF;

    SELECT min(claim.programme) INTO lawless
      FROM registry.claim
     WHERE claim.thai_id = held.thai_id AND claim.authority_code = welfare.authority_code() AND claim.state IN ('live', 'suspended')
       AND (dispose.programmes IS NULL OR claim.programme = ANY (dispose.programmes))
       AND NOT EXISTS (SELECT FROM reference.last_month(claim.programme, dispose.cause, dispose.happened_on, ordered, dispose.claimed_elsewhere_on,
                                                              CASE WHEN NOT claim.takes_over THEN claim.first_month END));
    IF lawless IS NOT NULL THEN
      PERFORM reference.refuse('WF069', NULL, reference.programme_text(lawless),
                               registry.word_for('disposal_cause', dispose.cause::text), dispose.happened_on::text);
    END IF;

    -- EG5.2: who has moved is paid on, and stays live, until the last month has come or the new authority has confirmed
    SELECT claim.programme, ended.last_month INTO lawless, still
      FROM registry.claim
     CROSS JOIN LATERAL reference.last_month(claim.programme, dispose.cause, dispose.happened_on, ordered, dispose.claimed_elsewhere_on,
                                             CASE WHEN NOT claim.takes_over THEN claim.first_month END) AS ended
     WHERE dispose.cause = 'moved'
       AND claim.thai_id = held.thai_id AND claim.authority_code = welfare.authority_code() AND claim.state IN ('live', 'suspended')
       AND ended.last_month > welfare.business_date() AND ended.last_month >= claim.first_month
     ORDER BY claim.programme
     LIMIT 1;
    IF still IS NOT NULL THEN
      PERFORM reference.refuse('WF070', NULL, reference.programme_text(lawless), reference.date_text(still));
    END IF;

    ended := registry.end_claims(held.thai_id, dispose.cause, dispose.happened_on, ordered, dispose.programmes, dispose.order_number,
                                 dispose.remark, dispose.claimed_elsewhere_on);
    IF ended = 0 THEN
      PERFORM reference.refuse('WF062', NULL);
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.dispose(welfare.thai_id, reference.disposal_cause, date, date, reference.programme_name[], text, text, date)
  IS 'disposes claims of a beneficiary of the user''s own authority (IS9.5)';

-- Suspends claims by order, or resumes them; while suspended nothing is paid, and what was not is paid after it as arrears.
-- Parameters: what the order does; national ID; programmes; day, number and reason of the order.
-- Errors: WF001, WF007, WF010, WF016, WF066, WF067 no claim of a programme that can be.
CREATE FUNCTION registry.change_suspension(action registry.suspension_action, thai_id welfare.thai_id, programmes reference.programme_name[],
                                           ordered_on date, order_number text, reason text)
  RETURNS text
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    held registry.person;
    since date;
    before registry.claim_state := CASE change_suspension.action WHEN 'suspend' THEN 'live'::registry.claim_state ELSE 'suspended'::registry.claim_state END;
    missing text := CASE WHEN coalesce(cardinality(change_suspension.programmes), 0) = 0 THEN 'programmes'
                         WHEN coalesce(btrim(change_suspension.order_number), '') = '' THEN 'order_number'
                         WHEN coalesce(btrim(change_suspension.reason), '') = '' THEN 'reason' END;
  BEGIN
    PERFORM registry.require_officer();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    PERFORM registry.require_past('ordered_on', change_suspension.ordered_on);
    IF array_position(change_suspension.programmes, NULL) IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'programmes');
    END IF;
    held := registry.own_or_leaving_person(change_suspension.thai_id);
    SELECT greatest(max(earlier.ordered_on), max(claim.claimed_on)) INTO since
      FROM registry.claim
      LEFT JOIN registry.suspension_order AS earlier
        ON earlier.thai_id = claim.thai_id AND earlier.programme = claim.programme AND earlier.claim_number = claim.claim_number
     WHERE claim.thai_id = held.thai_id AND claim.authority_code = welfare.authority_code() AND claim.state = before
       AND claim.programme = ANY (change_suspension.programmes);
    IF change_suspension.ordered_on < since THEN
      PERFORM reference.refuse('WF017', NULL, 'ordered_on', change_suspension.ordered_on::text, 'claimed_on', since::text);
    END IF;
    SELECT string_agg(named::text, ', ') INTO missing
      FROM unnest(change_suspension.programmes) AS named
     WHERE NOT EXISTS (SELECT FROM registry.claim
                        WHERE claim.thai_id = held.thai_id AND claim.programme = named
                          AND claim.authority_code = welfare.authority_code() AND claim.state = before);
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF067', NULL, missing);
    END IF;
    INSERT INTO registry.suspension_order (thai_id, programme, claim_number, ordered_on, authority_code, action, order_number, reason)
    SELECT claim.thai_id, claim.programme, claim.claim_number, change_suspension.ordered_on, claim.authority_code,
           change_suspension.action, change_suspension.order_number, change_suspension.reason
      FROM registry.claim
     WHERE claim.thai_id = held.thai_id AND claim.authority_code = welfare.authority_code() AND claim.state = before
       AND claim.programme = ANY (change_suspension.programmes);
    UPDATE registry.claim
       SET state = CASE change_suspension.action WHEN 'suspend' THEN 'suspended' ELSE 'live' END::registry.claim_state,
           in_force_from = change_suspension.ordered_on
     WHERE claim.thai_id = held.thai_id AND claim.authority_code = welfare.authority_code() AND claim.state = before
       AND claim.programme = ANY (change_suspension.programmes);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION registry.change_suspension(registry.suspension_action, welfare.thai_id, reference.programme_name[], date, text, text)
  IS 'suspends claims by order, or resumes them';

-- Suspends claims by order. Parameters and errors: registry.change_suspension.
CREATE FUNCTION registry.suspend(thai_id welfare.thai_id, programmes reference.programme_name[], ordered_on date, order_number text, reason text)
  RETURNS text
  LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$ SELECT registry.change_suspension('suspend', thai_id, programmes, ordered_on, order_number, reason) $$;
COMMENT ON FUNCTION registry.suspend(welfare.thai_id, reference.programme_name[], date, text, text) IS 'suspends claims by order (IS9.5)';

-- Resumes suspended claims by order, with arrears. Parameters and errors: registry.change_suspension.
CREATE FUNCTION registry.resume(thai_id welfare.thai_id, programmes reference.programme_name[], ordered_on date, order_number text, reason text)
  RETURNS text
  LANGUAGE sql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$ SELECT registry.change_suspension('resume', thai_id, programmes, ordered_on, order_number, reason) $$;
COMMENT ON FUNCTION registry.resume(welfare.thai_id, reference.programme_name[], date, text, text) IS 'resumes suspended claims by order, with arrears (IS9.5)';

REVOKE ALL ON FUNCTION registry.require_past(text, date), registry.word_for(text, text),
  registry.dispose(welfare.thai_id, reference.disposal_cause, date, date, reference.programme_name[], text, text, date),
  registry.change_suspension(registry.suspension_action, welfare.thai_id, reference.programme_name[], date, text, text),
  registry.suspend(welfare.thai_id, reference.programme_name[], date, text, text),
  registry.resume(welfare.thai_id, reference.programme_name[], date, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.require_past(text, date), registry.word_for(text, text),
  registry.change_suspension(registry.suspension_action, welfare.thai_id, reference.programme_name[], date, text, text) TO welfare_writer;
RESET ROLE;
ALTER FUNCTION registry.dispose(welfare.thai_id, reference.disposal_cause, date, date, reference.programme_name[], text, text, date) OWNER TO welfare_writer;
ALTER FUNCTION registry.suspend(welfare.thai_id, reference.programme_name[], date, text, text) OWNER TO welfare_writer;
ALTER FUNCTION registry.resume(welfare.thai_id, reference.programme_name[], date, text, text) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION registry.dispose(welfare.thai_id, reference.disposal_cause, date, date, reference.programme_name[], text, text, date),
  registry.suspend(welfare.thai_id, reference.programme_name[], date, text, text),
  registry.resume(welfare.thai_id, reference.programme_name[], date, text, text) TO welfare_authority;
-- what would change is foreseen by the owner's function, which undoes it
GRANT EXECUTE ON FUNCTION registry.dispose(welfare.thai_id, reference.disposal_cause, date, date, reference.programme_name[], text, text, date) TO welfare_owner;

COMMIT;
