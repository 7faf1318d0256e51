-- ER6, ER7, EG3.1, EG3.2, EG4.1, DR7, DE8, DE9, DE11, DE15: receiving a confirmation or an application, and its slip.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Reads who hands in the form, or certifies the person's condition. Parameters: what the form says; field of the form; fields that it
-- must have; fields that it may have; the person. Answers it with names normalised and numbers as digits.
-- Errors: WF008, WF00A, WF010, WF012, WF013, WF06D, WF090 the person themselves.
CREATE FUNCTION registry.read_actor(given jsonb, field text, required text[], known text[], thai_id welfare.thai_id) RETURNS jsonb
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    actor_id welfare.thai_id := welfare.try_thai_id(given ->> 'thai_id');
    telephone text := registry.telephone_digits(given ->> 'telephone');
    missing text;
  BEGIN
    PERFORM reference.refuse_unknown_keys(given, known);
    PERFORM registry.refuse_structures(given);
    SELECT field || '.' || name INTO missing FROM unnest(required) AS name WHERE coalesce(btrim(given ->> name), '') = '' LIMIT 1;
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    ELSIF btrim(given ->> 'thai_id') <> '' AND actor_id IS NULL THEN
      PERFORM reference.refuse('WF012', NULL, field || '.thai_id', registry.literal_problem(given ->> 'thai_id', 'thai_id'));
    ELSIF welfare.thai_id_category(actor_id) NOT BETWEEN 1 AND 8 THEN
      PERFORM reference.refuse('WF013', NULL, actor_id::text, welfare.thai_id_category(actor_id)::text);
    ELSIF actor_id = thai_id THEN
      PERFORM reference.refuse('WF090', NULL);
    ELSIF telephone !~ '^[0-9]{9,10}$' THEN
      PERFORM reference.refuse('WF06D', NULL, given ->> 'telephone');
    ELSIF given ->> 'position' NOT IN ('commander', 'director', 'named_officer') THEN
      PERFORM reference.refuse('WF011', NULL, field || '.position', given ->> 'position', 'commander, director, named_officer');
    END IF;
    RETURN jsonb_strip_nulls(given || jsonb_build_object('name', welfare.normalise_thai(given ->> 'name'), 'thai_id', actor_id::text, 'telephone', telephone));
  END
  $$;
COMMENT ON FUNCTION registry.read_actor(jsonb, text, text[], text[], welfare.thai_id) IS 'reads who hands in a form, or certifies the person''s condition';

-- Refuses a form whose channel, papers or statements are not those of the law of the day of receipt (DE8, DR7, EJ7).
-- Parameters: the form; programme; day of receipt. Answers the channel's row. Errors: WF010, WF011, WF303, WF304, WF306, WF307, WF309.
CREATE FUNCTION registry.check_channel(form jsonb, programme reference.programme_name, received_on date) RETURNS reference.submission_channel
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    channel reference.submission_channel;
    stated text := coalesce(form ->> 'capacity', 'full');
    missing text;
  BEGIN
    IF form ->> 'channel' IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'channel');
    END IF;
    SELECT * INTO channel
      FROM reference.submission_channel AS allowed
     WHERE allowed.programme = check_channel.programme AND allowed.valid @> check_channel.received_on AND allowed.channel::text = form ->> 'channel';
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF303', NULL, reference.programme_text(check_channel.programme), form ->> 'channel',
        (SELECT string_agg(allowed.channel::text, ', ' ORDER BY allowed.channel) FROM reference.submission_channel AS allowed
          WHERE allowed.programme = check_channel.programme AND allowed.valid @> check_channel.received_on));
    END IF;
    IF NOT stated = ANY (enum_range(NULL::reference.legal_capacity)::text[]) THEN
      PERFORM reference.refuse('WF011', NULL, 'capacity', stated, array_to_string(enum_range(NULL::reference.legal_capacity), ', '));
    END IF;
    IF NOT channel.for_prisoners AND coalesce((form ->> 'imprisoned')::boolean, false)
       AND EXISTS (SELECT FROM reference.submission_channel AS prison
                    WHERE prison.programme = check_channel.programme AND prison.valid @> check_channel.received_on AND prison.for_prisoners) THEN
      PERFORM reference.refuse('WF306', NULL);
    ELSIF channel.capacity::text <> stated THEN
      PERFORM reference.refuse('WF307', NULL, channel.channel::text, channel.capacity::text, stated);
    END IF;
    SELECT string_agg(CASE welfare.language() WHEN 'en' THEN label.name_english ELSE label.name_thai END, ', ' ORDER BY paper.number) INTO missing
      FROM unnest(channel.evidence
                  || CASE WHEN EXISTS (SELECT FROM reference.word
                                        WHERE word.kind = 'way_of_payment' AND word.value IN ('own_account', 'proxy_account')
                                          AND word.word = lower(welfare.normalise_thai(form -> 'beneficiary' ->> 'way_of_payment')))
                          THEN channel.evidence_for_transfer END) WITH ORDINALITY AS paper (value, number)
      JOIN reference.label ON label.kind = 'evidence' AND label.value = paper.value
     WHERE NOT coalesce(form -> 'evidence' ? paper.value, false);
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF304', NULL, missing);
    END IF;
    IF (form ->> 'wants_allowance')::boolean THEN
      missing := CASE WHEN NOT coalesce((form ->> 'certified')::boolean, false) THEN 'certified' WHEN NOT coalesce((form ->> 'consented')::boolean, false) THEN 'consented' END;
      IF missing IS NOT NULL THEN
        PERFORM reference.refuse('WF309', NULL, missing);
      END IF;
    END IF;
    RETURN channel;
  END
  $$;
COMMENT ON FUNCTION registry.check_channel(jsonb, reference.programme_name, date) IS 'refuses a form whose channel, papers or statements are not the law''s';

-- Refuses a submission's own fields that are of another kind than they should. Parameters: form. Errors: WF008, WF00A, WF010, WF071, WF011.
CREATE FUNCTION registry.check_submission_fields(form jsonb) RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    flags text[] := ARRAY['wants_allowance', 'certified', 'consented', 'imprisoned'];
    structures text[] := ARRAY['beneficiary', 'evidence', 'actor', 'certifier'];
    wrong text;
  BEGIN
    PERFORM reference.refuse_unknown_keys(form, ARRAY['programme', 'received_on', 'channel', 'capacity', 'moved_in_on', 'written_at'] || flags || structures);
    PERFORM registry.refuse_structures(form - flags - structures);
    SELECT key INTO wrong FROM jsonb_each(form) WHERE key = ANY (flags) AND jsonb_typeof(value) <> 'boolean' ORDER BY key LIMIT 1;
    IF wrong IS NOT NULL THEN
      PERFORM reference.refuse('WF011', NULL, wrong, form ->> wrong, 'true, false');
    ELSIF NOT form ? 'wants_allowance' THEN
      PERFORM reference.refuse('WF010', NULL, 'wants_allowance');
    ELSIF coalesce(jsonb_typeof(form -> 'evidence'), 'array') <> 'array' OR jsonb_path_exists(form -> 'evidence', '$[*] ? (@.type() != "string")') THEN
      PERFORM reference.refuse('WF071', NULL, 'evidence');
    END IF;
    PERFORM reference.refuse_unknown_keys(form -> 'beneficiary',
      ARRAY(SELECT field FROM unnest(registry.person_fields() || registry.claim_fields()) AS field
             WHERE field <> ALL (ARRAY['programme', 'claimed_on', 'ordered_on', 'authority_code'])));
    PERFORM registry.refuse_structures(form -> 'beneficiary');
  END
  $$;
COMMENT ON FUNCTION registry.check_submission_fields(jsonb) IS 'refuses fields of a confirmation or application that are unknown or of another kind';

-- A day of the form, not after today. Parameters: field; word as typed; what nothing typed means. Errors: WF012, WF016.
CREATE FUNCTION registry.read_past_day(field text, word text, otherwise date) RETURNS date
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    day date := coalesce(welfare.try_thai_date(word), CASE WHEN coalesce(btrim(word), '') = '' THEN otherwise END);
  BEGIN
    IF day IS NULL AND btrim(word) <> '' THEN
      PERFORM reference.refuse('WF012', NULL, field, registry.literal_problem(word, 'date'));
    ELSIF day > welfare.business_date() THEN
      PERFORM reference.refuse('WF016', NULL, field, day::text, welfare.business_date()::text);
    END IF;
    RETURN day;
  END
  $$;
COMMENT ON FUNCTION registry.read_past_day(text, text, date) IS 'a day of a form, not after today';

-- Reads what a declination must state: who declines. Parameters: the beneficiary's part of the form. Errors: WF010, WF012, WF013.
CREATE FUNCTION registry.read_declination(beneficiary jsonb) RETURNS registry.submission
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    meant registry.submission;
    missing text;
  BEGIN
    SELECT field INTO missing FROM unnest(ARRAY['thai_id', 'title', 'first_name', 'last_name', 'birth_date']) AS field
     WHERE coalesce(btrim(beneficiary ->> field), '') = '' LIMIT 1;
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    meant.thai_id := welfare.try_thai_id(beneficiary ->> 'thai_id');
    meant.birth_date := welfare.try_birth_date(beneficiary ->> 'birth_date');
    meant.title := welfare.normalise_thai(beneficiary ->> 'title');
    meant.first_name := welfare.normalise_thai(beneficiary ->> 'first_name');
    meant.last_name := welfare.normalise_thai(beneficiary ->> 'last_name');
    meant.facts := '{}';
    IF meant.thai_id IS NULL THEN
      PERFORM reference.refuse('WF012', NULL, 'thai_id', registry.literal_problem(beneficiary ->> 'thai_id', 'thai_id'));
    ELSIF welfare.thai_id_category(meant.thai_id) NOT BETWEEN 1 AND 8 THEN
      PERFORM reference.refuse('WF013', NULL, meant.thai_id::text, welfare.thai_id_category(meant.thai_id)::text);
    ELSIF meant.birth_date IS NULL THEN
      PERFORM reference.refuse('WF012', NULL, 'birth_date', registry.literal_problem(beneficiary ->> 'birth_date', 'birth_date'));
    END IF;
    RETURN meant;
  END
  $$;
COMMENT ON FUNCTION registry.read_declination(jsonb) IS 'reads what a declination must state: who declines';

-- Reads and judges the beneficiary's part of a form as registry.add_beneficiary would on that day. Parameters: form; programme; day of
-- receipt; day of coming into the house register, if stated; path of the form.
-- Errors: those of imports; WF020, WF06S recorded already (DE15), WF305 too early (EG3.1), WF308 a minor, WF30K another's domicile (DE11).
CREATE FUNCTION registry.read_application(form jsonb, programme reference.programme_name, received_on date, procedure reference.submission_procedure)
  RETURNS registry.submission
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    taken bigint;
    candidate registry.import_candidate;
    meant registry.submission;
    late record;
  BEGIN
    -- DE15: one that lives is not confirmed again, whatever the new form says
    IF EXISTS (SELECT FROM registry.claim
                WHERE claim.thai_id = welfare.try_thai_id(form -> 'beneficiary' ->> 'thai_id') AND claim.programme = read_application.programme
                  AND claim.authority_code = welfare.authority_code() AND claim.state IN ('live', 'suspended')) THEN
      PERFORM reference.refuse('WF06S', NULL);
    END IF;
    taken := registry.take_form(ARRAY[form -> 'beneficiary' || jsonb_build_object('programme', read_application.programme,
                                  'claimed_on', to_char(read_application.received_on, 'YYYY-MM-DD'), 'ordered_on', to_char(welfare.business_date(), 'YYYY-MM-DD'))],
      false, registry.is_taking_over(welfare.try_thai_id(form -> 'beneficiary' ->> 'thai_id'), read_application.programme, welfare.authority_code()));
    SELECT * INTO candidate FROM registry.import_candidate WHERE import_candidate.import_id = taken;
    PERFORM registry.close_form(taken, 0, 0);
    IF candidate.claim_on_record THEN
      PERFORM reference.refuse('WF06S', NULL);
    END IF;
    SELECT welfare.completes_age_on(candidate.birth_date, early.least_age) AS complete_on,
           upper(welfare.fiscal_year_range(welfare.fiscal_year(read_application.received_on) + early.fiscal_years_ahead)) - 1 AS latest INTO late
      FROM reference.early_confirmation AS early
     WHERE early.programme = read_application.programme AND early.valid @> read_application.received_on;
    IF late.complete_on > late.latest THEN
      PERFORM reference.refuse('WF305', NULL, late.complete_on::text, late.latest::text);
    END IF;
    IF welfare.age_on(candidate.birth_date, read_application.received_on) < procedure.majority_age
       AND candidate.marital_status = 'single' AND coalesce(form ->> 'capacity', 'full') = 'full' THEN
      PERFORM reference.refuse('WF308', NULL, procedure.majority_age::text);
    END IF;
    IF (candidate.facts @@ '!in_house_register'::welfare.eligibility_rule) IS TRUE THEN
      PERFORM reference.refuse('WF30K', NULL, '!in_house_register');
    ELSIF (candidate.house_register_address).province <> (SELECT province.name_thai FROM reference.province WHERE province.province_code = candidate.province_code) THEN
      PERFORM reference.refuse('WF30K', NULL, (candidate.house_register_address).province);
    END IF;
    meant.thai_id := candidate.thai_id;
    meant.birth_date := candidate.birth_date;
    meant.title := candidate.title;
    meant.first_name := candidate.first_name;
    meant.last_name := candidate.last_name;
    meant.facts := candidate.facts;
    meant.expected_first_month := (SELECT candidate.first_month FROM reference.commencement
                                    WHERE commencement.programme = read_application.programme AND commencement.claimed @> read_application.received_on
                                      AND commencement.way <> 'month_after_order');
    RETURN meant;
  END
  $$;
COMMENT ON FUNCTION registry.read_application(jsonb, reference.programme_name, date, reference.submission_procedure) IS 'reads and judges the beneficiary''s part of a form as registry.add_beneficiary would';

-- DE9: closes the open form at another authority of somebody who has moved before its first month, so that the one here counts.
-- Parameters: national ID; programme; day of coming into the house register here; day of receipt. What is health data is not looked for.
CREATE FUNCTION registry.supersede_elsewhere(thai_id welfare.thai_id, programme reference.programme_name, moved_in_on date) RETURNS void
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    INSERT INTO registry.submission_step (thai_id, programme, submission_number, kind, outcome, to_state, remark)
    SELECT earlier.thai_id, earlier.programme, earlier.submission_number, 'supersession', 'moved', 'superseded', reference.date_text(supersede_elsewhere.moved_in_on)
      FROM registry.submission AS earlier
     WHERE earlier.thai_id = supersede_elsewhere.thai_id AND earlier.programme = supersede_elsewhere.programme AND NOT earlier.sensitive
       AND earlier.authority_code <> welfare.authority_code() AND earlier.state IN ('submitted', 'opined', 'considered', 'waiting')
       AND earlier.received_on < supersede_elsewhere.moved_in_on
       -- DE11: who moves on the 1st is, for that month, still there
       AND coalesce(earlier.first_month, earlier.expected_first_month) > supersede_elsewhere.moved_in_on
  $$;
COMMENT ON FUNCTION registry.supersede_elsewhere(welfare.thai_id, reference.programme_name, date) IS 'closes an open form elsewhere of somebody who moved before its first month (DE9)';

-- Receives a confirmation of right or an application at the user's own authority.
-- Parameters: form: programme; received_on (default today); channel, with actor and certifier; capacity; imprisoned; moved_in_on;
-- written_at; evidence, a list; wants_allowance; certified, consented; beneficiary, the form of registry.add_beneficiary.
-- Answers the slip: number of the form, number in the register, day, expected first month, state.
-- Errors: WF001, WF007, WF30C not an officer there, WF300, WF060, WF061, and those of the functions above; WF301, WF302 an open form.
-- Belongs to the owner: it looks for open forms and live claims of every authority.
CREATE FUNCTION registry.submit(form jsonb) RETURNS jsonb
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    wanted reference.programme_name;
    procedure reference.submission_procedure;
    channel reference.submission_channel;
    place reference.local_authority;
    meant registry.submission;
    received date;
    moved date;
    moving date;
    problem text;
    actor jsonb;
    certifier jsonb;
    stored registry.submission;
  BEGIN
    PERFORM registry.require_officer();
    IF NOT identity.has_office(welfare.principal(), 'officer', welfare.authority_code()) THEN
      PERFORM reference.refuse('WF30C', NULL, 'officer');
    END IF;
    -- kept when the transaction is not: whoever only asks what a form would be told is seen asking
    RAISE LOG 'registry.submit called by %', welfare.principal();
    PERFORM registry.check_submission_fields(form);
    SELECT value::reference.programme_name INTO wanted
      FROM reference.word WHERE kind = 'programme' AND word = lower(welfare.normalise_thai(form ->> 'programme'));
    IF wanted IS NULL THEN
      problem := registry.code_problem('programme', form ->> 'programme');
      PERFORM reference.raise_refusal(left(problem, 5), substr(problem, 7), NULL);
    END IF;
    received := registry.read_past_day('received_on', form ->> 'received_on', welfare.business_date());
    moved := registry.read_past_day('moved_in_on', form ->> 'moved_in_on', NULL);
    IF moved > received THEN
      PERFORM reference.refuse('WF30K', NULL, moved::text);
    END IF;
    SELECT * INTO procedure FROM reference.submission_procedure AS path WHERE path.programme = wanted AND path.valid @> received;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF300', NULL, reference.programme_text(wanted), reference.date_text(received));
    END IF;
    problem := reference.entry_problem(wanted, received);
    IF problem IS NOT NULL THEN
      PERFORM reference.raise_refusal(left(problem, 5), substr(problem, 7), NULL);
    END IF;
    channel := registry.check_channel(form, wanted, received);
    IF (form ->> 'wants_allowance')::boolean THEN
      meant := registry.read_application(form, wanted, received, procedure);
    ELSE
      meant := registry.read_declination(form -> 'beneficiary');
      IF EXISTS (SELECT FROM registry.claim WHERE claim.thai_id = meant.thai_id AND claim.programme = wanted
                    AND claim.authority_code = welfare.authority_code() AND claim.state IN ('live', 'suspended')) THEN
        PERFORM reference.refuse('WF06S', NULL);
      END IF;
    END IF;
    -- DE15, DE11: told at the counter, and not only by the order
    IF EXISTS (SELECT FROM registry.claim WHERE claim.thai_id = meant.thai_id AND claim.programme = wanted
                  AND claim.authority_code = welfare.authority_code() AND claim.state = 'awaiting') THEN
      PERFORM reference.refuse('WF06S', NULL);
    END IF;
    SELECT move.moved_out_on INTO moving
      FROM registry.move
     WHERE move.thai_id = meant.thai_id AND move.to_authority_code = welfare.authority_code() AND move.closed_on IS NULL AND move.moved_out_on > received
     LIMIT 1;
    IF FOUND AND EXISTS (
         -- a move of health data alone is not told of (AR2)
         SELECT FROM registry.move_claim AS part JOIN registry.move USING (thai_id, move_number)
          WHERE part.thai_id = meant.thai_id AND move.to_authority_code = welfare.authority_code() AND move.closed_on IS NULL) THEN
      PERFORM reference.refuse('WF311', NULL, reference.date_text(received), reference.date_text(moving));
    END IF;
    IF channel.channel <> 'in_person' THEN
      actor := registry.read_actor(coalesce(form -> 'actor', '{}'), 'actor', channel.actor_fields,
                                   ARRAY['name', 'relation', 'thai_id', 'address', 'telephone', 'position'], meant.thai_id);
    ELSIF form ? 'actor' THEN
      PERFORM reference.refuse('WF303', NULL, reference.programme_text(wanted), 'in_person (actor)', 'by_proxy');
    END IF;
    IF channel.needs_certifier THEN
      certifier := registry.read_actor(coalesce(form -> 'certifier', '{}'), 'certifier', ARRAY['name', 'thai_id', 'statement'],
                                       ARRAY['name', 'thai_id', 'statement'], meant.thai_id);
      IF certifier ->> 'thai_id' = actor ->> 'thai_id' THEN
        PERFORM reference.refuse('WF090', NULL);
      END IF;
    END IF;
    IF moved IS NOT NULL THEN
      PERFORM registry.supersede_elsewhere(meant.thai_id, wanted, moved);
    END IF;
    SELECT * INTO place FROM reference.local_authority WHERE local_authority.authority_code = welfare.authority_code();
    INSERT INTO registry.submission_register AS register (authority_code, fiscal_year, last_number)
    VALUES (place.authority_code, welfare.fiscal_year(received), 1)
    ON CONFLICT ON CONSTRAINT submission_register_pkey DO UPDATE SET last_number = register.last_number + 1
    RETURNING register.fiscal_year, register.last_number INTO stored.slip_year, stored.slip_number;
    INSERT INTO registry.submission
      (thai_id, birth_date, facts, programme, authority_code, district_code, province_code, sensitive, received_on, moved_in_on, expected_first_month,
       slip_year, slip_number, channel, capacity, wants_allowance, imprisoned, title, first_name, last_name, written_at, evidence, actor, certifier, form,
       certification_version, certified_at, consent_version, consented_at)
    SELECT meant.thai_id, meant.birth_date, meant.facts, wanted, place.authority_code, place.district_code, place.province_code, programme.sensitive,
           received, moved, meant.expected_first_month, stored.slip_year, stored.slip_number, channel.channel, channel.capacity,
           (form ->> 'wants_allowance')::boolean, channel.for_prisoners OR coalesce((form ->> 'imprisoned')::boolean, false), meant.title, meant.first_name,
           meant.last_name, nullif(btrim(form ->> 'written_at'), ''), ARRAY(SELECT jsonb_array_elements_text(coalesce(form -> 'evidence', '[]'))), actor, certifier,
           form -> 'beneficiary',
           CASE WHEN (form ->> 'certified')::boolean THEN certification.version END, CASE WHEN (form ->> 'certified')::boolean THEN clock_timestamp() END,
           CASE WHEN (form ->> 'consented')::boolean THEN consent.version END, CASE WHEN (form ->> 'consented')::boolean THEN clock_timestamp() END
      FROM reference.programme
      LEFT JOIN reference.statement_wording AS certification
        ON certification.programme = programme.programme AND certification.kind = 'certification' AND certification.valid @> received
      LEFT JOIN reference.statement_wording AS consent
        ON consent.programme = programme.programme AND consent.kind = 'consent' AND consent.valid @> received
     WHERE programme.programme = wanted
    ON CONFLICT DO NOTHING
    RETURNING submission.* INTO stored;
    IF stored.submission_number IS NULL THEN
      -- a statement of its own, which sees what another session has just committed
      SELECT concat_ws('/', earlier.slip_number, earlier.slip_year) INTO problem
        FROM registry.submission AS earlier
       WHERE earlier.thai_id = meant.thai_id AND earlier.programme = wanted AND earlier.authority_code = place.authority_code
         AND earlier.state IN ('submitted', 'opined', 'considered', 'waiting', 'awaiting_takeover');
      IF FOUND THEN
        PERFORM reference.refuse('WF302', NULL, problem);
      END IF;
      PERFORM reference.refuse('WF301', NULL, (
        SELECT holder.name_thai FROM registry.submission AS earlier JOIN reference.local_authority AS holder ON holder.authority_code = earlier.authority_code
         WHERE earlier.thai_id = meant.thai_id AND earlier.programme = wanted AND NOT earlier.sensitive
           AND earlier.state IN ('submitted', 'opined', 'considered', 'waiting', 'awaiting_takeover') LIMIT 1));
    END IF;
    INSERT INTO registry.submission_step (thai_id, programme, submission_number, kind, outcome, to_state)
    VALUES (stored.thai_id, stored.programme, stored.submission_number, 'receipt', CASE WHEN stored.wants_allowance THEN 'wanted' ELSE 'not_wanted' END::registry.submission_outcome,
            CASE WHEN stored.wants_allowance THEN 'submitted' ELSE 'declined' END::registry.submission_state);
    RETURN jsonb_build_object('submission_number', stored.submission_number, 'register_number', concat_ws('/', stored.slip_number, stored.slip_year),
                              'received_on', stored.received_on, 'expected_first_month', stored.expected_first_month,
                              'state', CASE WHEN stored.wants_allowance THEN 'submitted' ELSE 'declined' END);
  END
  $$;
COMMENT ON FUNCTION registry.submit(jsonb) IS 'receives a confirmation of right or an application; answers the slip (ER7, DR7)';

REVOKE ALL ON FUNCTION registry.read_actor(jsonb, text, text[], text[], welfare.thai_id), registry.check_channel(jsonb, reference.programme_name, date),
  registry.check_submission_fields(jsonb), registry.read_past_day(text, text, date), registry.read_declination(jsonb),
  registry.read_application(jsonb, reference.programme_name, date, reference.submission_procedure),
  registry.supersede_elsewhere(welfare.thai_id, reference.programme_name, date), registry.submit(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.submit(jsonb) TO welfare_authority;

COMMIT;
