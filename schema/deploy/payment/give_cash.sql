-- ER13, EG4.3, EG6.2, DR13, AR2: the list of what is given in cash, recording what was given and to whom, and what nobody collected.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE payment.given_payout AS (
  line_number integer,
  thai_id welfare.thai_id,
  reference bigint,
  programme reference.programme_name,
  month date,
  adjustment_number smallint,
  payer reference.payer_name,
  capacity payment.payout_capacity,
  payee_id welfare.thai_id,
  identity_document text,
  paid_on date,
  late_reason text,
  code text,
  arguments text[]
);
COMMENT ON TYPE payment.given_payout IS 'what an officer says was given: which payment, to whom, when; and why it could not be read';
COMMENT ON COLUMN payment.given_payout.line_number IS 'place in the list';
COMMENT ON COLUMN payment.given_payout.thai_id IS 'the person';
COMMENT ON COLUMN payment.given_payout.reference IS 'number of the payment, as the payout list has it; NULL: it is named by its key';
COMMENT ON COLUMN payment.given_payout.programme IS 'programme';
COMMENT ON COLUMN payment.given_payout.month IS 'month for which it is owed';
COMMENT ON COLUMN payment.given_payout.adjustment_number IS '0: the line; else the arrears';
COMMENT ON COLUMN payment.given_payout.payer IS 'whose money it is';
COMMENT ON COLUMN payment.given_payout.capacity IS 'as what it was taken';
COMMENT ON COLUMN payment.given_payout.payee_id IS 'national ID of who took it for the person';
COMMENT ON COLUMN payment.given_payout.identity_document IS 'paper that shows who took it';
COMMENT ON COLUMN payment.given_payout.paid_on IS 'day on which it was given';
COMMENT ON COLUMN payment.given_payout.late_reason IS 'why it was given late';
COMMENT ON COLUMN payment.given_payout.code IS 'why it could not be read; NULL: it could';
COMMENT ON COLUMN payment.given_payout.arguments IS 'what the message of the code says';

CREATE TYPE payment.judged_payout AS (
  line_number integer,
  told payment.instruction,
  disbursement_number bigint,
  capacity payment.payout_capacity,
  representative_id welfare.thai_id,
  earned_month date,
  identity_document text,
  paid_on date,
  late_reason text,
  refusal text[]
);
COMMENT ON TYPE payment.judged_payout IS 'what an officer says was given, with the payment that it is and why it is refused';
COMMENT ON COLUMN payment.judged_payout.line_number IS 'place in the list';
COMMENT ON COLUMN payment.judged_payout.told IS 'the payment';
COMMENT ON COLUMN payment.judged_payout.disbursement_number IS 'disbursement of its payroll';
COMMENT ON COLUMN payment.judged_payout.capacity IS 'as what it was taken';
COMMENT ON COLUMN payment.judged_payout.representative_id IS 'national ID of who was verified to be paid for the person';
COMMENT ON COLUMN payment.judged_payout.earned_month IS 'month of the death of which it is on record who gets it';
COMMENT ON COLUMN payment.judged_payout.identity_document IS 'paper that shows who took it';
COMMENT ON COLUMN payment.judged_payout.paid_on IS 'day on which it was given';
COMMENT ON COLUMN payment.judged_payout.late_reason IS 'why it was given late; NULL: in time';
COMMENT ON COLUMN payment.judged_payout.refusal IS 'code of the refusal, and what its message says; NULL: it is recorded';

-- The day on which somebody died, by the disposal or, before there is one, by the registry's death that stands (ER15). NULL: nobody says so.
-- Parameters: the claim.
CREATE FUNCTION payment.died_on(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint) RETURNS date
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    RETURN coalesce(
      (SELECT ended.happened_on FROM registry.disposal AS ended
        WHERE ended.thai_id = died_on.thai_id AND ended.programme = died_on.programme AND ended.claim_number = died_on.claim_number AND ended.cause = 'died'),
      (SELECT finding.happened_on FROM civil.finding
        WHERE finding.thai_id = died_on.thai_id AND finding.programme = died_on.programme AND finding.kind = 'death'
          AND finding.state IN ('open', 'verified', 'closed')
        ORDER BY finding.registered_on DESC, finding.happened_on DESC, finding.event_number DESC LIMIT 1));
  END
  $$;
COMMENT ON FUNCTION payment.died_on(welfare.thai_id, reference.programme_name, smallint) IS 'day on which somebody died, by the disposal or by the registry''s death that stands';

-- The cash payments of one's own authority, and of those that ended with it as their successor (RC2), that are handed over, and neither given nor failed: for the list that the cashier prints. proxy is who was
-- verified to be paid for the person for that month; of a dead person, who gets the month. Parameters: month with whose money they are paid.
-- The look is recorded. Errors: WF001, WF007, WF033, WF034. Belongs to the owner and names the authority itself: payments are nobody's tables.
CREATE FUNCTION payment.payout_list(cycle_month date)
  RETURNS TABLE (reference bigint, masked_id text, person_name text, programme reference.programme_name, month date, adjustment_number smallint,
                 payer reference.payer_name, amount numeric, way_of_payment reference.way_of_payment, died_on date, proxy text, proxy_kind text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  DECLARE
    own CONSTANT integer[] := reference.acts_for(welfare.authority_code());
    found bigint;
  BEGIN
    PERFORM registry.require_officer();
    IF payout_list.cycle_month IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    ELSIF NOT reference.is_pay_month(payout_list.cycle_month) THEN
      PERFORM reference.refuse('WF034', NULL, payout_list.cycle_month::text);
    END IF;
    RETURN QUERY
      SELECT told.reference, welfare.mask_thai_id(told.thai_id), concat(person.title, person.first_name, ' ', person.last_name), told.programme,
             told.month::date, told.adjustment_number, told.payer, told.amount::numeric, told.way_of_payment, ended.died_on,
             coalesce(earned.full_name, acting.full_name), CASE WHEN earned.thai_id IS NULL THEN acting.kind::text ELSE earned.payee::text END
        FROM payment.authority_payroll AS payroll
        JOIN payment.instruction AS told
          ON told.cycle_month = payroll.cycle_month AND told.authority_code = payroll.authority_code AND told.programme = payroll.programme
         AND told.round = payroll.round
        JOIN registry.person ON person.thai_id = told.thai_id
       CROSS JOIN LATERAL (SELECT payment.died_on(told.thai_id, told.programme, told.claim_number) AS died_on OFFSET 0) AS ended
        LEFT JOIN registry.earned_month_payment AS earned
          ON earned.thai_id = told.thai_id AND earned.programme = told.programme AND earned.claim_number = told.claim_number AND earned.month >= told.month
        LEFT JOIN LATERAL (
          SELECT representative.full_name, verified.kind
            FROM registry.proxy_verification AS verified
            JOIN registry.representative
              ON representative.thai_id = verified.thai_id AND representative.representative_id = verified.representative_id
             AND representative.kind = verified.kind AND representative.recorded_at = verified.representative_recorded_at
           WHERE verified.thai_id = told.thai_id AND verified.programme = told.programme AND verified.month = told.month
           ORDER BY verified.recorded_at DESC LIMIT 1) AS acting ON ended.died_on IS NULL
       WHERE payroll.cycle_month = payout_list.cycle_month AND payroll.authority_code = ANY (own) AND payroll.state IN ('sent', 'closed')
         AND told.cycle_month = payout_list.cycle_month AND told.month <= payout_list.cycle_month AND told.authority_code = ANY (own)
         AND told.way_of_payment IN ('cash_in_person', 'cash_to_proxy')
         AND NOT EXISTS (SELECT FROM payment.failure
                          WHERE failure.thai_id = told.thai_id AND failure.programme = told.programme AND failure.month = told.month
                            AND failure.adjustment_number = told.adjustment_number AND failure.payer = told.payer AND failure.attempt = told.attempt)
         AND NOT EXISTS (SELECT FROM payment.credit AS arrived
                          WHERE arrived.month <= payout_list.cycle_month
                            AND arrived.thai_id = told.thai_id AND arrived.programme = told.programme AND arrived.month = told.month
                            AND arrived.adjustment_number = told.adjustment_number AND arrived.payer = told.payer AND arrived.attempt = told.attempt)
       ORDER BY person.first_name COLLATE reference.thai, person.last_name COLLATE reference.thai, told.reference;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('payment.payout_list', NULL, jsonb_build_object('cycle_month', payout_list.cycle_month), found);
  END
  $$;
COMMENT ON FUNCTION payment.payout_list(date) IS 'cash payments of the own authority that are handed over, and neither given nor failed (EG6.2)';

-- The payments that officers mean: by their numbers, or by their keys, the last try. All of a list in one statement, which looks each up by its index in
-- every month (by a key, in its own). Parameters: authorities; what was said. Answers the payments found, by their places in the list.
CREATE FUNCTION payment.told_payments(own integer[], given payment.given_payout[]) RETURNS TABLE (line_number integer, told payment.instruction)
  -- few, as the planner must think, lest it read everybody's payments
  LANGUAGE sql STABLE ROWS 10
  SET search_path = pg_catalog, welfare, pg_temp
  SET jit = off
  AS $$
    SELECT said.line_number, found.told
      FROM unnest(told_payments.given) AS said
     CROSS JOIN LATERAL (
       (SELECT instruction AS told FROM payment.instruction
         WHERE said.reference IS NOT NULL AND instruction.reference = said.reference AND instruction.authority_code = ANY (told_payments.own)
           AND (said.thai_id IS NULL OR instruction.thai_id = said.thai_id) LIMIT 1)
        UNION ALL
       (SELECT instruction AS told FROM payment.instruction
         WHERE said.reference IS NULL AND instruction.thai_id = said.thai_id AND instruction.programme = said.programme AND instruction.month = said.month
           AND instruction.adjustment_number = said.adjustment_number AND instruction.payer = said.payer AND instruction.authority_code = ANY (told_payments.own)
         ORDER BY instruction.attempt DESC LIMIT 1)) AS found
     WHERE said.code IS NULL
  $$;
COMMENT ON FUNCTION payment.told_payments(integer[], payment.given_payout[]) IS 'the payments that officers mean, by their numbers or their keys';

-- Locks the payrolls of cash payments, so that one is given or returned, not both. Parameters: authorities; numbers and keys of payments.
CREATE FUNCTION payment.lock_payrolls_of(own integer[], given payment.given_payout[]) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    PERFORM FROM payment.authority_payroll AS payroll
      WHERE payroll.authority_code = ANY (lock_payrolls_of.own)
        AND (payroll.cycle_month, payroll.authority_code, payroll.programme, payroll.round) IN (
          SELECT (found.told).cycle_month, (found.told).authority_code, (found.told).programme, (found.told).round
            FROM payment.told_payments(lock_payrolls_of.own, lock_payrolls_of.given) AS found)
      ORDER BY payroll.cycle_month, payroll.authority_code, payroll.programme, payroll.round
        FOR UPDATE;
  END
  $$;
COMMENT ON FUNCTION payment.lock_payrolls_of(integer[], payment.given_payout[]) IS 'locks the payrolls of cash payments';

-- What becomes of what officers say was given. Parameters: authorities; what they say; month with whose money it must have been paid, NULL for any.
-- The first thing that is wrong with each is told. A hold refuses what was given after it was placed (ER15).
CREATE FUNCTION payment.judge_payouts(own integer[], given payment.given_payout[], only_cycle date) RETURNS SETOF payment.judged_payout
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET jit = off
  AS $$
    WITH found AS (
      SELECT found.line_number, found.told, found.disbursement_number, found.capacity,
             CASE found.capacity WHEN 'representative' THEN found.representative_id END AS representative_id,
             CASE found.capacity WHEN 'after_death' THEN found.earned_month END AS earned_month, found.shown_by, found.paid_on,
             CASE WHEN found.paid_on > found.latest THEN found.late_reason END AS late_reason,
             CASE
               WHEN found.code IS NOT NULL THEN found.code || found.arguments
               WHEN (found.told).thai_id IS NULL OR (found.told).cycle_month <> judge_payouts.only_cycle THEN ARRAY['WF440', found.named]
               WHEN (found.told).way_of_payment NOT IN ('cash_in_person', 'cash_to_proxy') THEN ARRAY['WF441']
               WHEN found.state IS DISTINCT FROM 'sent' AND found.state IS DISTINCT FROM 'closed' THEN ARRAY['WF442', found.state::text]
               WHEN found.failed IS NOT NULL THEN ARRAY['WF402', found.failed::text]
               WHEN found.arrived THEN ARRAY['WF402', 'credited']
               WHEN found.paid_on > welfare.business_date() THEN ARRAY['WF016', 'paid_on', found.paid_on::text, welfare.business_date()::text]
               WHEN found.paid_on < found.sent_on THEN ARRAY['WF017', 'paid_on', found.paid_on::text, 'sent_on', found.sent_on::text]
               WHEN found.paid_on > found.latest AND found.late_reason IS NULL THEN ARRAY['WF406', reference.date_text(found.latest)]
               WHEN found.held_for IS NOT NULL THEN ARRAY['WF447', found.held_for]
               WHEN found.capacity <> 'after_death' AND found.died_on < found.paid_on THEN ARRAY['WF443', reference.date_text(found.died_on)]
               WHEN found.capacity = 'after_death' AND found.earned_month IS NULL THEN ARRAY['WF444']
               WHEN found.capacity = 'after_death' AND found.earned_payee = 'own_account' THEN ARRAY['WF445']
               WHEN found.capacity = 'after_death' AND found.payee_id <> found.earned_id THEN ARRAY['WF32R', concat_ws(' ', found.earned_payee, found.earned_name)]
               WHEN found.capacity = 'representative' AND found.verified = 0 THEN ARRAY['WF446', (found.told).month::text]
               WHEN found.capacity = 'representative' AND found.verified > 1 THEN ARRAY['WF010', 'payee_id']
               WHEN found.shown_by IS NULL THEN ARRAY['WF010', 'identity_document']
             END AS refusal
        FROM (SELECT given.line_number, given.code, given.arguments, given.payee_id, named.told, payroll.state, payroll.disbursement_number, given.capacity,
                     coalesce(given.reference::text, concat_ws(' ', given.thai_id, given.programme, given.month)) AS named,
                     coalesce(given.paid_on, welfare.business_date()) AS paid_on, nullif(btrim(given.late_reason), '') AS late_reason,
                     sent.taken_on AS sent_on, rule.latest, ended.died_on, failure.kind AS failed, arrived.thai_id IS NOT NULL AS arrived,
                     acting.representative_id, acting.verified, earned.month::date AS earned_month, earned.payee AS earned_payee, earned.payee_id AS earned_id,
                     earned.full_name AS earned_name, held.reasons AS held_for,
                     coalesce(nullif(btrim(given.identity_document), ''),
                              CASE given.capacity WHEN 'representative' THEN acting.identity_document WHEN 'after_death' THEN earned.identity_document END) AS shown_by
                FROM unnest(judge_payouts.given) AS given
                LEFT JOIN payment.told_payments(judge_payouts.own, judge_payouts.given) AS named ON named.line_number = given.line_number
                LEFT JOIN payment.authority_payroll AS payroll
                  ON payroll.cycle_month = (named.told).cycle_month AND payroll.authority_code = (named.told).authority_code AND payroll.programme = (named.told).programme
                 AND payroll.round = (named.told).round
                LEFT JOIN LATERAL (SELECT max(step.taken_on) AS taken_on FROM payment.payroll_step AS step
                                    WHERE step.cycle_month = payroll.cycle_month AND step.authority_code = payroll.authority_code
                                      AND step.programme = payroll.programme AND step.round = payroll.round AND step.to_state = 'sent') AS sent ON true
                LEFT JOIN LATERAL (SELECT (named.told).cycle_month + law.latest_day - 1 AS latest FROM reference.disbursement_rule AS law
                                    WHERE law.payer = (named.told).payer AND law.valid::daterange @> (named.told).cycle_month::date) AS rule ON true
               CROSS JOIN LATERAL (SELECT payment.died_on((named.told).thai_id, (named.told).programme, (named.told).claim_number) AS died_on OFFSET 0) AS ended
                LEFT JOIN payment.failure
                  ON failure.thai_id = (named.told).thai_id AND failure.programme = (named.told).programme AND failure.month = (named.told).month
                 AND failure.adjustment_number = (named.told).adjustment_number AND failure.payer = (named.told).payer AND failure.attempt = (named.told).attempt
                LEFT JOIN payment.credit AS arrived
                  ON arrived.thai_id = (named.told).thai_id AND arrived.programme = (named.told).programme AND arrived.month = (named.told).month
                 AND arrived.adjustment_number = (named.told).adjustment_number AND arrived.payer = (named.told).payer AND arrived.attempt = (named.told).attempt
                LEFT JOIN LATERAL (
                  SELECT count(*) AS verified, (array_agg(proxy.representative_id))[1] AS representative_id, (array_agg(proxy.identity_document))[1] AS identity_document
                    FROM registry.proxy_verification AS proxy
                   WHERE proxy.thai_id = (named.told).thai_id AND proxy.programme = (named.told).programme AND proxy.month = (named.told).month
                     AND proxy.verified_on <= coalesce(given.paid_on, welfare.business_date())
                     AND (given.payee_id IS NULL OR proxy.representative_id = given.payee_id)) AS acting ON true
                LEFT JOIN LATERAL (
                  SELECT kept.* FROM registry.earned_month_payment AS kept
                   WHERE kept.thai_id = (named.told).thai_id AND kept.programme = (named.told).programme AND kept.claim_number = (named.told).claim_number
                     AND kept.month >= (named.told).month
                   ORDER BY kept.month LIMIT 1) AS earned ON true
                LEFT JOIN LATERAL (
                  SELECT string_agg(DISTINCT holding.reason::text, ', ') AS reasons
                    FROM payment.holding
                   WHERE holding.thai_id = (named.told).thai_id AND holding.programme = (named.told).programme
                     AND (named.told).claim_number BETWEEN holding.from_claim AND holding.to_claim
                     AND holding.month_from <= (named.told).month AND (holding.month_to IS NULL OR holding.month_to >= (named.told).month)
                     -- what was given before the hold was placed was given
                     AND NOT EXISTS (SELECT FROM payment.hold
                                      WHERE hold.thai_id = holding.thai_id AND hold.programme = holding.programme AND hold.reason = holding.reason
                                        AND hold.released_at IS NULL AND hold.placed_on > coalesce(given.paid_on, welfare.business_date()))) AS held ON true) AS found
    )
    -- of rows that say the same was given the first is right
    SELECT found.line_number, found.told, found.disbursement_number, found.capacity, found.representative_id, found.earned_month, found.shown_by,
           found.paid_on, found.late_reason,
           CASE WHEN found.refusal IS NULL
                 AND row_number() OVER (PARTITION BY (found.told).thai_id, (found.told).programme, (found.told).month, (found.told).adjustment_number,
                                                     (found.told).payer, found.refusal IS NULL ORDER BY found.line_number) > 1
                THEN ARRAY['WF402', 'credited'] ELSE found.refusal END
      FROM found
     ORDER BY found.line_number
  $$;
COMMENT ON FUNCTION payment.judge_payouts(integer[], payment.given_payout[], date) IS 'what becomes of what officers say was given, and why it is refused';

-- Records what was given in cash, all of it at once: the evidence, the arrival, the ledger. Parameters: authorities; what officers say; month with whose money
-- it must have been paid, NULL for any; letter on which it rests, NULL: the authority's own officer records it. Answers what was refused, with the code
-- and what its message says.
CREATE FUNCTION payment.write_payouts(own integer[], given payment.given_payout[], only_cycle date, document text DEFAULT NULL)
  RETURNS TABLE (line_number integer, refusal text[])
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    judged payment.judged_payout[];
    day date;
    disbursement bigint;
    arrived payment.instruction[];
  BEGIN
    PERFORM payment.lock_payrolls_of(write_payouts.own, write_payouts.given);
    judged := ARRAY(SELECT payout FROM payment.judge_payouts(write_payouts.own, write_payouts.given, write_payouts.only_cycle) AS payout);
    PERFORM payment.require_partition('credit', owed.month)
       FROM (SELECT DISTINCT (payout.told).month FROM unnest(judged) AS payout WHERE payout.refusal IS NULL) AS owed;
    INSERT INTO payment.credit (thai_id, month, credited_on, programme, payer, adjustment_number, attempt)
    SELECT (payout.told).thai_id, (payout.told).month, payout.paid_on, (payout.told).programme, (payout.told).payer, (payout.told).adjustment_number,
           (payout.told).attempt
      FROM unnest(judged) AS payout
     WHERE payout.refusal IS NULL;
    INSERT INTO payment.payout (thai_id, representative_id, month, cycle_month, earned_month, paid_on, authority_code, programme, payer, capacity,
                                adjustment_number, attempt, claim_number, identity_document, late_reason, document)
    SELECT (payout.told).thai_id, payout.representative_id, (payout.told).month, (payout.told).cycle_month, payout.earned_month, payout.paid_on,
           (payout.told).authority_code, (payout.told).programme, (payout.told).payer, payout.capacity, (payout.told).adjustment_number,
           (payout.told).attempt, (payout.told).claim_number, payout.identity_document, payout.late_reason, btrim(write_payouts.document)
      FROM unnest(judged) AS payout
     WHERE payout.refusal IS NULL;
    -- days, not people
    FOR day, disbursement, arrived IN
      SELECT payout.paid_on, payout.disbursement_number, array_agg(payout.told)
        FROM unnest(judged) AS payout WHERE payout.refusal IS NULL
       GROUP BY payout.paid_on, payout.disbursement_number ORDER BY payout.paid_on, payout.disbursement_number LOOP
      PERFORM payment.post_payments(arrived, 'credited', 'paid', 'sent', day::timestamp AT TIME ZONE 'Asia/Bangkok', disbursement, NULL);
    END LOOP;
    RETURN QUERY SELECT payout.line_number, payout.refusal FROM unnest(judged) AS payout WHERE payout.refusal IS NOT NULL;
  END
  $$;
COMMENT ON FUNCTION payment.write_payouts(integer[], payment.given_payout[], date, text) IS 'records what was given in cash, and answers what was refused';

-- Records that cash was given, of one's own authority or of one that ended with it as its successor (RC2). Parameters: national ID; programme; month for which it was owed; 0 for the line, else the number of the arrears; whose money
-- it is; as what it was taken, default by the beneficiary; national ID of who took it for the person, where more than one was verified; paper that
-- shows who took it, default that of the verification or of the dead person's month; day, default today; why it was given after the day by which it
-- should have been. Answers that it is done. Errors: WF001, WF007, WF010, WF016, WF017 before it was handed over, WF32R, WF402 given or failed
-- already, WF406 late without a reason, WF440–WF447. Belongs to the owner and names the authority itself: payments are nobody's tables.
CREATE FUNCTION payment.record_payout(thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number integer DEFAULT 0,
                                      payer reference.payer_name DEFAULT 'local_authority', payee payment.payout_capacity DEFAULT 'beneficiary',
                                      payee_id welfare.thai_id DEFAULT NULL, identity_document text DEFAULT NULL, paid_on date DEFAULT NULL,
                                      late_reason text DEFAULT NULL) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    refused text[];
    missing text := CASE WHEN record_payout.thai_id IS NULL THEN 'thai_id' WHEN record_payout.programme IS NULL THEN 'programme'
                         WHEN record_payout.month IS NULL THEN 'month' WHEN record_payout.adjustment_number IS NULL THEN 'adjustment_number'
                         WHEN record_payout.payer IS NULL THEN 'payer' WHEN record_payout.payee IS NULL THEN 'payee' END;
  BEGIN
    PERFORM registry.require_officer();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    SELECT written.refusal INTO refused
      FROM payment.write_payouts(reference.acts_for(welfare.authority_code()), ARRAY[(1, record_payout.thai_id, NULL, record_payout.programme, record_payout.month,
             record_payout.adjustment_number, record_payout.payer, record_payout.payee, record_payout.payee_id, record_payout.identity_document,
             record_payout.paid_on, record_payout.late_reason, NULL, NULL)::payment.given_payout], NULL) AS written;
    IF refused IS NOT NULL THEN
      PERFORM reference.refuse(refused[1], NULL, VARIADIC refused[2:]);
    END IF;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.record_payout(welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, payment.payout_capacity, welfare.thai_id, text, date, text)
  IS 'records that cash was given: to the person, to who was verified for them, or to who gets a dead person''s month (ER13, EG4.3, DR13)';

-- What officers say in a list was given, read. A row has the number of the payment (reference), or thai_id, programme, month and, if they are not 0 and the
-- authority, adjustment_number and payer; and payee, payee_id, identity_document, paid_on and late_reason, as payment.record_payout has them.
-- Parameters: the list.
CREATE FUNCTION payment.read_payouts(rows jsonb) RETURNS SETOF payment.given_payout
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT read.line_number, read.thai_id, read.reference, read.programme, read.month, read.adjustment_number, read.payer, read.capacity, read.payee_id,
           read.row ->> 'identity_document', read.paid_on, read.row ->> 'late_reason', wrong.refusal[1], wrong.refusal[2:]
      FROM (SELECT given.line_number::integer AS line_number, given.row, welfare.try_thai_id(given.row ->> 'thai_id') AS thai_id,
                   CASE WHEN given.row ->> 'reference' ~ '^[0-9]{1,18}$' THEN (given.row ->> 'reference')::bigint END AS reference,
                   (SELECT name FROM unnest(enum_range(NULL::reference.programme_name)) AS name WHERE name::text = given.row ->> 'programme') AS programme,
                   welfare.try_thai_date(given.row ->> 'month') AS month,
                   CASE WHEN coalesce(given.row ->> 'adjustment_number', '0') ~ '^[0-9]{1,4}$'
                        THEN coalesce(given.row ->> 'adjustment_number', '0')::smallint END AS adjustment_number,
                   (SELECT name FROM unnest(enum_range(NULL::reference.payer_name)) AS name
                     WHERE name::text = coalesce(given.row ->> 'payer', 'local_authority')) AS payer,
                   (SELECT name FROM unnest(enum_range(NULL::payment.payout_capacity)) AS name
                     WHERE name::text = coalesce(given.row ->> 'payee', 'beneficiary')) AS capacity,
                   welfare.try_thai_id(given.row ->> 'payee_id') AS payee_id, welfare.try_thai_date(given.row ->> 'paid_on') AS paid_on
              FROM jsonb_array_elements(read_payouts.rows) WITH ORDINALITY AS given (row, line_number)) AS read
     CROSS JOIN LATERAL (
       SELECT CASE
         WHEN jsonb_typeof(read.row) <> 'object' THEN ARRAY['WF00A', jsonb_typeof(read.row)]
         WHEN read.row - '{reference,thai_id,programme,month,adjustment_number,payer,payee,payee_id,identity_document,paid_on,late_reason}'::text[] <> '{}'
           THEN ARRAY['WF008', (SELECT string_agg(key, ', ' ORDER BY key) FROM jsonb_object_keys(read.row) AS key
                                 WHERE key <> ALL ('{reference,thai_id,programme,month,adjustment_number,payer,payee,payee_id,identity_document,paid_on,late_reason}')),
                      'reference, thai_id, programme, month, adjustment_number, payer, payee, payee_id, identity_document, paid_on, late_reason']
         -- a word that means nothing is refused, never passed over
         ELSE (SELECT CASE WHEN word.given IS NULL THEN ARRAY['WF010', word.name] ELSE ARRAY['WF012', word.name, word.given] END
                 FROM (VALUES (1, 'reference', read.row ->> 'reference', read.reference IS NOT NULL, false),
                              (2, 'thai_id', read.row ->> 'thai_id', read.thai_id IS NOT NULL, read.reference IS NULL),
                              (3, 'programme', read.row ->> 'programme', read.programme IS NOT NULL, read.reference IS NULL),
                              (4, 'month', read.row ->> 'month', read.month IS NOT NULL, read.reference IS NULL),
                              (5, 'adjustment_number', read.row ->> 'adjustment_number', read.adjustment_number IS NOT NULL, false),
                              (6, 'payer', read.row ->> 'payer', read.payer IS NOT NULL, false),
                              (7, 'payee', read.row ->> 'payee', read.capacity IS NOT NULL, false),
                              (8, 'payee_id', read.row ->> 'payee_id', read.payee_id IS NOT NULL, false),
                              (9, 'paid_on', read.row ->> 'paid_on', read.paid_on IS NOT NULL, false)) AS word (place, name, given, understood, needed)
                WHERE NOT word.understood AND (word.given IS NOT NULL OR word.needed)
                ORDER BY word.place LIMIT 1)
       END AS refusal) AS wrong
  $$;
COMMENT ON FUNCTION payment.read_payouts(jsonb) IS 'what officers say in a list was given, read';

-- Records a list of what was given. Parameters: authorities whose payments it may name; month with whose money it was paid; the list; letter on which it
-- rests, NULL: the authority's own officer records it. Columns and errors: as payment.record_payouts.
CREATE FUNCTION payment.write_payout_list(own integer[], cycle_month date, rows jsonb, document text)
  RETURNS TABLE (line_number integer, recorded boolean, code text, reason text)
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    given payment.given_payout[];
  BEGIN
    IF write_payout_list.cycle_month IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    ELSIF NOT reference.is_pay_month(write_payout_list.cycle_month) THEN
      PERFORM reference.refuse('WF034', NULL, write_payout_list.cycle_month::text);
    ELSIF jsonb_typeof(write_payout_list.rows) IS DISTINCT FROM 'array' THEN
      PERFORM reference.refuse('WF448', NULL, coalesce(jsonb_typeof(write_payout_list.rows), 'NULL'));
    END IF;
    given := ARRAY(SELECT told FROM payment.read_payouts(write_payout_list.rows) AS told);
    RETURN QUERY
      WITH written AS MATERIALIZED (
        SELECT * FROM payment.write_payouts(write_payout_list.own, given, write_payout_list.cycle_month, write_payout_list.document)
      )
      SELECT told.line_number, written.refusal IS NULL, written.refusal[1], reference.message_text(written.refusal[1], VARIADIC written.refusal[2:])
        FROM unnest(given) AS told
        LEFT JOIN written ON written.line_number = told.line_number
       ORDER BY told.line_number;
  END
  $$;
COMMENT ON FUNCTION payment.write_payout_list(integer[], date, jsonb, text) IS 'records a list of what was given in cash, for whoever may';

-- Records a list of what was given in cash, as the cashier comes back with it. What is right is recorded, whatever is wrong with the rest. Parameters:
-- month with whose money it was paid; the list, an array of objects (see payment.read_payouts). Answers each row by its place: whether it was
-- recorded, and why not. Errors: WF001, WF007, WF033, WF034, WF448 no list; of a row, as payment.record_payout, and WF008, WF00A, WF012.
-- Belongs to the owner, as payment.record_payout.
CREATE FUNCTION payment.record_payouts(cycle_month date, rows jsonb) RETURNS TABLE (line_number integer, recorded boolean, code text, reason text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM registry.require_officer();
    RETURN QUERY SELECT * FROM payment.write_payout_list(reference.acts_for(welfare.authority_code()), record_payouts.cycle_month, record_payouts.rows, NULL);
  END
  $$;
COMMENT ON FUNCTION payment.record_payouts(date, jsonb) IS 'records a list of what was given in cash, and answers each row (ER13)';

-- Writes down that nobody collected a cash payment. Parameters: authorities whose it may be; the payment: person, programme, month for which it was owed, 0
-- or number of the arrears, payer; why. Errors: WF010, WF402 given or failed already, WF440, WF441, WF442.
CREATE FUNCTION payment.write_return(own integer[], thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number integer,
                                     payer reference.payer_name, reason text) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    given payment.given_payout := (1, write_return.thai_id, NULL, write_return.programme, write_return.month, write_return.adjustment_number, write_return.payer,
                                   'beneficiary', NULL, NULL, NULL, NULL, NULL, NULL)::payment.given_payout;
    judged payment.judged_payout;
    missing text := CASE WHEN write_return.thai_id IS NULL THEN 'thai_id' WHEN write_return.programme IS NULL THEN 'programme'
                         WHEN write_return.month IS NULL THEN 'month' WHEN write_return.adjustment_number IS NULL THEN 'adjustment_number'
                         WHEN write_return.payer IS NULL THEN 'payer' WHEN coalesce(btrim(write_return.reason), '') = '' THEN 'reason' END;
    told payment.instruction;
  BEGIN
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    PERFORM payment.lock_payrolls_of(write_return.own, ARRAY[given]);
    SELECT * INTO judged FROM payment.judge_payouts(write_return.own, ARRAY[given], NULL);
    told := judged.told;
    -- whatever keeps it from being given now does not keep it from coming back
    IF judged.refusal[1] IN ('WF402', 'WF440', 'WF441', 'WF442') THEN
      PERFORM reference.refuse(judged.refusal[1], NULL, VARIADIC judged.refusal[2:]);
    END IF;
    INSERT INTO payment.failure (thai_id, month, cycle_month, failed_on, authority_code, programme, payer, kind, adjustment_number, attempt, amount, reason_code, bank_text)
    VALUES (told.thai_id, told.month, told.cycle_month, welfare.business_date(), told.authority_code, told.programme, told.payer, 'not_collected',
            told.adjustment_number, told.attempt, told.amount, 'NOT_COLLECTED', btrim(write_return.reason));
    PERFORM payment.post_payments(ARRAY[told], 'failed', 'returned', 'sent', clock_timestamp(), judged.disbursement_number, NULL);
  END
  $$;
COMMENT ON FUNCTION payment.write_return(integer[], welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, text)
  IS 'writes down that nobody collected a cash payment';

-- Records that nobody collected a cash payment of one's own authority, or of one that ended with it as its successor (RC2): it comes back, and is tried again
-- once it is repaired. Parameters: national ID; programme; month for which it was owed; 0 for the line, else the number of the arrears; why; whose money
-- it is. Answers that it is done.
-- Errors: WF001, WF007, WF010, WF402 given or failed already, WF440, WF441, WF442. Belongs to the owner, as payment.record_payout.
CREATE FUNCTION payment.return_cash(thai_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number integer, reason text,
                                    payer reference.payer_name DEFAULT 'local_authority') RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM registry.require_officer();
    PERFORM payment.write_return(reference.acts_for(welfare.authority_code()), return_cash.thai_id, return_cash.programme, return_cash.month,
                                 return_cash.adjustment_number, return_cash.payer, return_cash.reason);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.return_cash(welfare.thai_id, reference.programme_name, date, integer, text, reference.payer_name)
  IS 'records that nobody collected a cash payment: it comes back';

REVOKE ALL ON FUNCTION payment.died_on(welfare.thai_id, reference.programme_name, smallint), payment.payout_list(date), payment.lock_payrolls_of(integer[], payment.given_payout[]), payment.told_payments(integer[], payment.given_payout[]),
  payment.judge_payouts(integer[], payment.given_payout[], date), payment.write_payouts(integer[], payment.given_payout[], date, text),
  payment.record_payout(welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, payment.payout_capacity, welfare.thai_id, text, date, text),
  payment.read_payouts(jsonb), payment.record_payouts(date, jsonb), payment.write_payout_list(integer[], date, jsonb, text),
  payment.write_return(integer[], welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, text),
  payment.return_cash(welfare.thai_id, reference.programme_name, date, integer, text, reference.payer_name) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.payout_list(date),
  payment.record_payout(welfare.thai_id, reference.programme_name, date, integer, reference.payer_name, payment.payout_capacity, welfare.thai_id, text, date, text),
  payment.record_payouts(date, jsonb),
  payment.return_cash(welfare.thai_id, reference.programme_name, date, integer, text, reference.payer_name) TO welfare_authority;

COMMIT;
