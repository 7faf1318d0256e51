-- ER14, ER18, DE1, DE2, DE7: how a claim stands in a month: which facts and top-up were in force, what other allowances prove,
-- whether it was paid before its criteria failed.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- A claim and those that it replaces, back to the first: records of one right, under whatever number or ID. Parameters: the claim.
CREATE FUNCTION registry.records_of_claim(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint)
  RETURNS TABLE (record_id welfare.thai_id, record_number smallint)
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    WITH RECURSIVE record (thai_id, claim_number) AS (
      SELECT records_of_claim.thai_id, records_of_claim.claim_number
       UNION
      SELECT coalesce(claim.replaces_thai_id, claim.thai_id), coalesce(claim.replaces_wrong_number, claim.replaces_claim_number)
        FROM record
        JOIN registry.claim
          ON claim.thai_id = record.thai_id AND claim.programme = records_of_claim.programme AND claim.claim_number = record.claim_number
       WHERE claim.origin NOT IN ('entry', 'submission')
    )
    SELECT record.thai_id, record.claim_number FROM record;
  END;
COMMENT ON FUNCTION registry.records_of_claim(welfare.thai_id, reference.programme_name, smallint) IS 'a claim and those that it replaces, back to the first';

-- What changed in a claim's facts and top-up, a row a change, with the day from which it is true: a term that became true, false or
-- unknown (held NULL), or a new top-up. What the claim began with has no day. Parameters: the claim.
CREATE FUNCTION registry.claim_changes(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint)
  RETURNS TABLE (recorded_at timestamptz, in_force_from date, term text, held boolean, top_up numeric)
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    WITH version AS (
      SELECT known.recorded_at, known.in_force_from, known.facts, known.top_up,
             lag(known.facts) OVER recorded AS facts_before, lag(known.top_up) OVER recorded AS top_up_before,
             row_number() OVER recorded AS number
        FROM registry.records_of_claim(claim_changes.thai_id, claim_changes.programme, claim_changes.claim_number) AS record
       CROSS JOIN LATERAL (
         SELECT claim.recorded_at, claim.in_force_from, claim.facts, claim.top_up
           FROM registry.claim
          WHERE claim.thai_id = record.record_id AND claim.programme = claim_changes.programme AND claim.claim_number = record.record_number
          UNION ALL
         SELECT history.recorded_at, history.in_force_from, history.facts, history.top_up
           FROM registry.claim_history AS history
          WHERE history.thai_id = record.record_id AND history.programme = claim_changes.programme AND history.claim_number = record.record_number
       ) AS known
      WINDOW recorded AS (ORDER BY known.recorded_at)
    )
    SELECT version.recorded_at, CASE WHEN version.number > 1 THEN version.in_force_from END, vocabulary.term,
           version.facts ? vocabulary.term, NULL::numeric
      FROM version
     CROSS JOIN welfare.eligibility_terms() AS vocabulary
     WHERE CASE WHEN version.number = 1 THEN (version.facts ? vocabulary.term) IS NOT NULL
                ELSE (version.facts ? vocabulary.term) IS DISTINCT FROM (version.facts_before ? vocabulary.term) END
     UNION ALL
    SELECT version.recorded_at, CASE WHEN version.number > 1 THEN version.in_force_from END, NULL::text AS term, NULL::boolean AS held, version.top_up
      FROM version
     WHERE version.number = 1 OR version.top_up <> version.top_up_before;
  END;
COMMENT ON FUNCTION registry.claim_changes(welfare.thai_id, reference.programme_name, smallint) IS 'what changed in a claim''s facts and top-up, and from when it is true';

CREATE TYPE registry.claim_terms AS (facts welfare.facts, top_up reference.baht);
COMMENT ON TYPE registry.claim_terms IS 'facts and top-up of a claim that count in a month';
COMMENT ON COLUMN registry.claim_terms.facts IS 'the facts';
COMMENT ON COLUMN registry.claim_terms.top_up IS 'the top-up in baht';

-- The facts and top-up of a claim that count in each of some months: a bar and the top-up as in force on its 1st (DE2), a qualification when
-- it was held on the eve too (DE1, reference.fact_timing). A late word on one fact leaves the others. Parameters: the claim; firsts of months.
-- One pass over the versions, however many months are asked for.
CREATE FUNCTION registry.claim_terms_over(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, months date[])
  RETURNS TABLE (month date, facts welfare.facts, top_up reference.baht)
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  BEGIN
    IF cardinality(claim_terms_over.months) = 0 THEN
      RETURN;
    END IF;
    RETURN QUERY
      WITH asked AS (
        SELECT DISTINCT given.month FROM unnest(claim_terms_over.months) AS given (month)
      ),
      change AS MATERIALIZED (
        SELECT * FROM registry.claim_changes(claim_terms_over.thai_id, claim_terms_over.programme, claim_terms_over.claim_number)
      ),
      on_first AS (
        SELECT DISTINCT ON (asked.month, change.term) asked.month, change.term, change.held, change.top_up
          FROM asked
          JOIN change ON change.in_force_from IS NULL OR change.in_force_from <= asked.month
         ORDER BY asked.month, change.term, change.recorded_at DESC
      ),
      on_eve AS (
        SELECT DISTINCT ON (asked.month, change.term) asked.month, change.term, change.held
          FROM asked
          JOIN change ON change.in_force_from IS NULL OR change.in_force_from < asked.month
         WHERE change.term IS NOT NULL
         ORDER BY asked.month, change.term, change.recorded_at DESC
      ),
      -- the top-up has no term, and is no fact
      counted AS (
        SELECT on_first.month, on_first.term, on_first.top_up,
               on_first.term IS NOT NULL AND on_first.held AND (timing.term IS NULL OR on_eve.held) AS held
          FROM on_first
          LEFT JOIN reference.fact_timing AS timing
            ON timing.term = on_first.term AND timing.days = 'eve_and_first' AND timing.valid @> on_first.month
          LEFT JOIN on_eve ON on_eve.month = on_first.month AND on_eve.term = on_first.term
      )
      SELECT counted.month,
             welfare.facts(array_agg(counted.term) FILTER (WHERE counted.held), array_agg(counted.term) FILTER (WHERE counted.term IS NOT NULL AND NOT counted.held)),
             (max(counted.top_up) FILTER (WHERE counted.term IS NULL))::reference.baht
        FROM counted
       GROUP BY counted.month;
  END
  $$;
COMMENT ON FUNCTION registry.claim_terms_over(welfare.thai_id, reference.programme_name, smallint, date[])
  IS 'facts and top-up of a claim that count in each of some months (DE1, DE2)';

-- The same of one month. Parameters: the claim; first of month.
CREATE FUNCTION registry.claim_terms_in(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, month date)
  RETURNS registry.claim_terms
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    terms registry.claim_terms;
  BEGIN
    SELECT counted.facts, counted.top_up INTO terms.facts, terms.top_up
      FROM registry.claim_terms_over(claim_terms_in.thai_id, claim_terms_in.programme, claim_terms_in.claim_number, ARRAY[claim_terms_in.month]) AS counted;
    RETURN terms;
  END
  $$;
COMMENT ON FUNCTION registry.claim_terms_in(welfare.thai_id, reference.programme_name, smallint, date) IS 'facts and top-up of a claim that count in a month (DE1, DE2)';

-- The month of the order that suspended a claim: the last that is paid before it is resumed. NULL when no order did.
-- Parameters: the claim.
CREATE FUNCTION registry.month_of_suspension(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint) RETURNS date
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    RETURN (
      SELECT date_trunc('month', max(ordered.ordered_on)::timestamp)::date
        FROM registry.records_of_claim(month_of_suspension.thai_id, month_of_suspension.programme, month_of_suspension.claim_number) AS record
        JOIN registry.suspension_order AS ordered
          ON ordered.thai_id = record.record_id AND ordered.programme = month_of_suspension.programme
         AND ordered.claim_number = record.record_number AND ordered.action = 'suspend');
  END
  $$;
COMMENT ON FUNCTION registry.month_of_suspension(welfare.thai_id, reference.programme_name, smallint) IS 'month of the order that suspended a claim';

-- The facts that count in a month: those of the claim's papers, what the claim itself proves, and what the age on the eve says. A claim
-- whose facts never varied after the month (varied_from) has them in its row. Parameters: the claim's columns; birth date; first of month;
-- facts that a claim of the programme proves.
CREATE FUNCTION registry.facts_in(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, facts welfare.facts,
                                  varied_from date, birth_date welfare.birth_date, month date, claim_facts welfare.facts) RETURNS welfare.facts
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN CASE WHEN varied_from >= month THEN (registry.claim_terms_in(thai_id, programme, claim_number, month)).facts ELSE facts END
         || claim_facts || reference.facts_of_age(welfare.age_on(birth_date, month - 1));
COMMENT ON FUNCTION registry.facts_in(welfare.thai_id, reference.programme_name, smallint, welfare.facts, date, welfare.birth_date, date, welfare.facts)
  IS 'facts of a claim that count in a month';

-- The same in each of some months, by one pass over the claim's versions. Parameters: the claim; birth date; facts that a claim of the
-- programme proves; firsts of months.
CREATE FUNCTION registry.facts_over(held registry.claim, birth_date welfare.birth_date, claim_facts welfare.facts, months date[])
  RETURNS TABLE (month date, facts welfare.facts)
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  SET plan_cache_mode = force_generic_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT asked.month, registry.facts_in(held.thai_id, held.programme, held.claim_number, coalesce(counted.facts, held.facts), NULL,
                                            facts_over.birth_date, asked.month, facts_over.claim_facts)
        FROM unnest(facts_over.months) AS asked (month)
        LEFT JOIN registry.claim_terms_over(held.thai_id, held.programme, held.claim_number,
                                            ARRAY(SELECT varied.month FROM unnest(facts_over.months) AS varied (month)
                                                   WHERE varied.month <= held.varied_from)) AS counted ON counted.month = asked.month;
  END
  $$;
COMMENT ON FUNCTION registry.facts_over(registry.claim, welfare.birth_date, welfare.facts, date[]) IS 'facts of a claim that count in each of some months';

-- Claims that cover a month by their own dates, with the age and the facts that a law of that month looks at.
-- Parameters: first of month; the law, a row of reference.law_of or of a frozen law. Suspended claims say so in the months after their
-- suspension; deleted ones do not come. A row set, so that a query absorbs it; what few claims need (varied facts, suspensions) is looked
-- up for them alone.
CREATE FUNCTION registry.claims_in_month(month date, programme reference.programme_name, law_number smallint, age_day date, least_age integer,
                                         claim_facts welfare.facts, asked_by_rates welfare.eligibility_rule)
  RETURNS TABLE (thai_id welfare.thai_id, programme_name reference.programme_name, claim_number smallint, authority_code integer, district_code smallint,
                 province_code smallint, state registry.claim_state, way_of_payment reference.way_of_payment, budget_type reference.budget_type,
                 top_up reference.baht, age integer, facts welfare.facts, tariff_case bigint, first_month date, varied_from date, suspended boolean,
                 sensitive boolean, bank_code smallint, bank_branch text, account_number text, account_name text)
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT claim.thai_id, claim.programme, claim.claim_number, claim.authority_code, claim.district_code, claim.province_code, claim.state,
           claim.way_of_payment, claim.budget_type,
           CASE WHEN claim.varied_from >= claims_in_month.month
                THEN (registry.claim_terms_in(claim.thai_id, claim.programme, claim.claim_number, claims_in_month.month)).top_up
                ELSE claim.top_up END,
           greatest(welfare.age_on(person.birth_date, claims_in_month.age_day), claims_in_month.least_age),
           registry.facts_in(claim.thai_id, claim.programme, claim.claim_number, claim.facts, claim.varied_from, person.birth_date,
                             claims_in_month.month, claims_in_month.claim_facts),
           reference.tariff_case(claims_in_month.law_number,
             welfare.facts_case(CASE WHEN claim.varied_from >= claims_in_month.month
                                     THEN (registry.claim_terms_in(claim.thai_id, claim.programme, claim.claim_number, claims_in_month.month)).facts
                                     ELSE claim.facts END, claims_in_month.asked_by_rates),
             greatest(welfare.age_on(person.birth_date, claims_in_month.age_day), claims_in_month.least_age)),
           claim.first_month::date, claim.varied_from,
           claim.state = 'suspended'
             AND claims_in_month.month > registry.month_of_suspension(claim.thai_id, claim.programme, claim.claim_number),
           claim.sensitive, claim.bank_code, claim.bank_branch, claim.account_number, claim.account_name
      FROM registry.claim
      JOIN registry.person ON person.thai_id = claim.thai_id
     WHERE claim.programme = claims_in_month.programme
       AND claim.first_month <= claims_in_month.month
       AND (claim.last_month IS NULL OR claim.last_month >= claims_in_month.month)
       AND claim.state <> 'deleted';
  END;
COMMENT ON FUNCTION registry.claims_in_month(date, reference.programme_name, smallint, date, integer, welfare.facts, welfare.eligibility_rule)
  IS 'claims that cover a month by their dates, with the age and facts that a law looks at';

-- What the other claims of a person prove in each of some months: who receives the disability or the AIDS allowance (ER18). A claim proves it
-- when it covers the month and its own criterion is proved, or is paid on until an order ends it. Months in which they prove nothing do not
-- come. Parameters: person; programme that asks; firsts of months. Each claim is looked at once, however many months are asked for.
CREATE FUNCTION registry.received_over(thai_id welfare.thai_id, programme reference.programme_name, months date[])
  RETURNS TABLE (month date, facts welfare.facts)
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  -- planned once: what the number of months is, changes nothing
  SET plan_cache_mode = force_generic_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    IF cardinality(received_over.months) = 0 THEN
      RETURN;
    END IF;
    RETURN QUERY
      WITH looked AS MATERIALIZED (
        SELECT beside.programme, beside.claim_number, programme.receipt_facts, held.month, (held.facts @@ criterion.rule) IS TRUE AS proved,
               EXISTS (SELECT FROM reference.continuation
                        WHERE continuation.programme = beside.programme AND continuation.valid @> held.month AND continuation.until_order) AS until_order
          FROM registry.claim AS beside
          JOIN registry.person ON person.thai_id = beside.thai_id
          JOIN reference.programme ON programme.programme = beside.programme
         CROSS JOIN LATERAL registry.facts_over(beside, person.birth_date, programme.claim_facts,
                                                ARRAY(SELECT asked.month FROM unnest(received_over.months) AS asked (month)
                                                       WHERE asked.month >= beside.first_month
                                                         AND (beside.last_month IS NULL OR asked.month <= beside.last_month))) AS held
         -- after the facts, which are worked out once for all criteria
         CROSS JOIN LATERAL (SELECT criterion.rule FROM reference.criterion
                              WHERE criterion.programme = beside.programme AND criterion.valid @> held.month OFFSET 0) AS criterion
         WHERE beside.thai_id = received_over.thai_id AND beside.programme <> received_over.programme
           AND programme.receipt_facts <> '{}'::welfare.facts
           AND beside.state IN ('live', 'suspended', 'disposed')
           AND (beside.state <> 'suspended' OR held.month <= registry.month_of_suspension(beside.thai_id, beside.programme, beside.claim_number))
      ),
      -- who is paid until an order ends it receives it (DE7): from when it was proved, for the claims that are not any more
      since AS MATERIALIZED (
        SELECT lost.programme, lost.claim_number, min(asked.month) AS month
          FROM (SELECT looked.programme, looked.claim_number, max(looked.month) AS latest
                  FROM looked
                 WHERE NOT looked.proved AND looked.until_order
                 GROUP BY looked.programme, looked.claim_number) AS lost
         CROSS JOIN LATERAL registry.proved_in_months(received_over.thai_id, lost.programme, lost.claim_number, lost.latest) AS asked
         WHERE asked.proved
         GROUP BY lost.programme, lost.claim_number
      )
      SELECT looked.month, welfare.facts(array_agg(known.term) FILTER (WHERE known.held), NULL)
        FROM looked
        LEFT JOIN since ON since.programme = looked.programme AND since.claim_number = looked.claim_number
       CROSS JOIN LATERAL welfare.known_terms(looked.receipt_facts) AS known
       WHERE looked.proved OR looked.until_order AND since.month < looked.month
       GROUP BY looked.month;
  END
  $$;
COMMENT ON FUNCTION registry.received_over(welfare.thai_id, reference.programme_name, date[]) IS 'what other claims of a person prove in each of some months (ER18)';

-- The same in one month. Parameters: person; programme that asks; first of month.
CREATE FUNCTION registry.received_beside(thai_id welfare.thai_id, programme reference.programme_name, month date) RETURNS welfare.facts
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    RETURN coalesce((SELECT received.facts
                       FROM registry.received_over(received_beside.thai_id, received_beside.programme, ARRAY[received_beside.month]) AS received), '{}');
  END
  $$;
COMMENT ON FUNCTION registry.received_beside(welfare.thai_id, reference.programme_name, date) IS 'what other claims of a person prove in a month (ER18)';

-- Whether a claim's criterion is proved in the months before another in which the answer can change: the first month, the ends of the
-- criteria's periods, the months in which a fact came into force or another claim began or ended, and the last month of all. Between two
-- of them the answer is that of the earlier. Parameters: the claim; first of the month before which. Not month by month: each would read
-- every version again, and of every other claim.
CREATE FUNCTION registry.proved_in_months(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, before date)
  RETURNS TABLE (month date, proved boolean)
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    own registry.claim;
    months date[];
  BEGIN
    SELECT * INTO own
      FROM registry.claim
     WHERE claim.thai_id = proved_in_months.thai_id AND claim.programme = proved_in_months.programme AND claim.claim_number = proved_in_months.claim_number;
    months := ARRAY(
      SELECT candidate.month
        FROM (SELECT own.first_month::date AS month
               UNION SELECT (proved_in_months.before - interval '1 month')::date
               UNION SELECT lower(criterion.valid) FROM reference.criterion WHERE criterion.programme = own.programme
               UNION SELECT (upper(criterion.valid) - interval '1 month')::date FROM reference.criterion WHERE criterion.programme = own.programme
               UNION SELECT moment.month
                       FROM (SELECT change.in_force_from AS day
                               FROM registry.claim AS varied
                              CROSS JOIN LATERAL registry.claim_changes(varied.thai_id, varied.programme, varied.claim_number) AS change
                              WHERE varied.thai_id = own.thai_id AND varied.varied_from IS NOT NULL
                              UNION
                             SELECT unnest(ARRAY[other.first_month, other.last_month]::date[]) FROM registry.claim AS other
                              WHERE other.thai_id = own.thai_id AND other.programme <> own.programme) AS since
                      CROSS JOIN LATERAL (VALUES ((date_trunc('month', since.day::timestamp) - interval '1 month')::date),
                                                 (date_trunc('month', since.day::timestamp)::date),
                                                 (reference.month_after(since.day))) AS moment (month)) AS candidate
       WHERE candidate.month >= own.first_month AND candidate.month < proved_in_months.before);
    RETURN QUERY
      WITH looked AS MATERIALIZED (
        SELECT held.month, held.facts, criterion.rule, (held.facts @@ criterion.rule) IS TRUE AS proved
          FROM registry.person
          JOIN reference.programme ON programme.programme = own.programme
         CROSS JOIN LATERAL registry.facts_over(own, person.birth_date, programme.claim_facts, months) AS held
          JOIN reference.criterion ON criterion.programme = own.programme AND criterion.valid @> held.month
         WHERE person.thai_id = own.thai_id
      )
      SELECT looked.month, looked.proved OR received.facts IS NOT NULL AND ((looked.facts || received.facts) @@ looked.rule) IS TRUE
        FROM looked
        LEFT JOIN registry.received_over(own.thai_id, own.programme,
                    ARRAY(SELECT unproved.month FROM looked AS unproved
                           WHERE NOT unproved.proved
                             -- only a criterion that asks what else is received
                             AND EXISTS (SELECT FROM reference.programme AS received
                                          CROSS JOIN LATERAL welfare.known_terms(received.receipt_facts) AS known
                                          WHERE known.term = ANY (welfare.rule_terms(unproved.rule))))) AS received ON received.month = looked.month;
  END
  $$;
COMMENT ON FUNCTION registry.proved_in_months(welfare.thai_id, reference.programme_name, smallint, date) IS 'whether a claim''s criterion is proved in the months in which that can change (DE7)';

-- Whether a claim's criterion was proved in a month before another: then it has been paid, and what fails since is a loss, which only
-- an order ends (DE7). Parameters: the claim; first of month.
CREATE FUNCTION registry.proved_before(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, month date) RETURNS boolean
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    RETURN EXISTS (
      SELECT FROM registry.proved_in_months(proved_before.thai_id, proved_before.programme, proved_before.claim_number, proved_before.month) AS asked
       WHERE asked.proved);
  END
  $$;
COMMENT ON FUNCTION registry.proved_before(welfare.thai_id, reference.programme_name, smallint, date) IS 'whether a claim''s criterion was proved in an earlier month (DE7)';

CREATE TYPE registry.second_look AS (facts welfare.facts, payable boolean, pending_removal boolean);
COMMENT ON TYPE registry.second_look IS 'what is found of a claim whose own facts do not prove its criterion';
COMMENT ON COLUMN registry.second_look.facts IS 'facts, with what other claims prove';
COMMENT ON COLUMN registry.second_look.payable IS 'whether the month is payable all the same';
COMMENT ON COLUMN registry.second_look.pending_removal IS 'whether it is payable only until a lawful order ends it (DE7)';

-- Whether a person has a claim of another programme. Parameters: person; programme. Standard body: it is called for many, and pays for no setting.
CREATE FUNCTION registry.has_other_claims(thai_id welfare.thai_id, programme reference.programme_name) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN EXISTS (SELECT FROM registry.claim AS other
                  WHERE other.thai_id = has_other_claims.thai_id AND other.programme <> has_other_claims.programme);
COMMENT ON FUNCTION registry.has_other_claims(welfare.thai_id, reference.programme_name) IS 'whether a person has a claim of another programme';

-- A second look at a claim whose own facts do not prove its criterion in a month: what other claims prove (ER18), and whether it goes on
-- until an order (DE7). Parameters: the claim, with its first month and the day from which its facts last varied; first of month; its facts
-- in it; the criterion; month since which the criterion is the same; whether the law goes on.
CREATE FUNCTION registry.look_again(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, first_month date, varied_from date,
                                    month date, facts welfare.facts, rule welfare.eligibility_rule, same_since date, until_order boolean)
  RETURNS registry.second_look
  LANGUAGE plpgsql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    found registry.second_look;
    has_others boolean := registry.has_other_claims(look_again.thai_id, look_again.programme);
  BEGIN
    found.facts := CASE WHEN has_others
                        THEN look_again.facts || registry.received_beside(look_again.thai_id, look_again.programme, look_again.month)
                        ELSE look_again.facts END;
    found.payable := (found.facts @@ look_again.rule) IS TRUE;
    found.pending_removal := false;
    -- An age only grows: with facts and criterion as ever, what fails now has always failed.
    IF NOT found.payable AND look_again.until_order
       AND (has_others OR look_again.varied_from IS NOT NULL OR look_again.first_month < look_again.same_since) THEN
      found.pending_removal := registry.proved_before(look_again.thai_id, look_again.programme, look_again.claim_number, look_again.month);
      found.payable := found.pending_removal;
    END IF;
    RETURN found;
  END
  $$;
COMMENT ON FUNCTION registry.look_again(welfare.thai_id, reference.programme_name, smallint, date, date, date, welfare.facts, welfare.eligibility_rule, date, boolean)
  IS 'a second look at a claim whose own facts do not prove its criterion';

REVOKE ALL ON FUNCTION registry.records_of_claim(welfare.thai_id, reference.programme_name, smallint),
  registry.claim_changes(welfare.thai_id, reference.programme_name, smallint),
  registry.claim_terms_over(welfare.thai_id, reference.programme_name, smallint, date[]),
  registry.claim_terms_in(welfare.thai_id, reference.programme_name, smallint, date),
  registry.month_of_suspension(welfare.thai_id, reference.programme_name, smallint),
  registry.facts_in(welfare.thai_id, reference.programme_name, smallint, welfare.facts, date, welfare.birth_date, date, welfare.facts),
  registry.claims_in_month(date, reference.programme_name, smallint, date, integer, welfare.facts, welfare.eligibility_rule),
  registry.facts_over(registry.claim, welfare.birth_date, welfare.facts, date[]),
  registry.received_over(welfare.thai_id, reference.programme_name, date[]),
  registry.received_beside(welfare.thai_id, reference.programme_name, date),
  registry.proved_in_months(welfare.thai_id, reference.programme_name, smallint, date),
  registry.proved_before(welfare.thai_id, reference.programme_name, smallint, date),
  registry.has_other_claims(welfare.thai_id, reference.programme_name),
  registry.look_again(welfare.thai_id, reference.programme_name, smallint, date, date, date, welfare.facts, welfare.eligibility_rule, date, boolean) FROM PUBLIC;

COMMIT;
