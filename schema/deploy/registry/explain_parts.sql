-- ER6, ER9, ER18, EG4.1, EO1–EO3, DR6, AR2, RC5–RC8, DE1–DE8, DE17–DE19: the parts of an explanation, each a JSON object (doc/explain.md).
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- The first month of a claim and why: the commencement row, the month by the claim, the month by the age, what a later law or an earlier
-- claim makes of it. Parameters: the claim; birth date; language.
CREATE FUNCTION registry.explain_first_month(held registry.claim, birth_date welfare.birth_date, language text) RETURNS jsonb
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT jsonb_build_object(
             'month', held.first_month, 'month_text', registry.month_in(held.first_month, explain_first_month.language),
             'reason', why.reason, 'reason_text', registry.word_in('first_month_reason', why.reason, explain_first_month.language),
             'by_claim', parts.by_claim, 'by_age', parts.by_age, 'by_law', lawful.month, 'not_before', held.not_before,
             'least_age', commencement.least_age,
             'age_complete_on', CASE WHEN commencement.least_age IS NOT NULL THEN welfare.completes_age_on(explain_first_month.birth_date, commencement.least_age) END,
             'way', lawful.way, 'way_text', registry.word_in('commencement_way', lawful.way::text, explain_first_month.language),
             'claimed_from', lower(commencement.claimed), 'claimed_to', upper(commencement.claimed) - 1, 'later_law_from', commencement.superseded_from,
             'legal_basis', commencement.legal_basis, 'certainty', commencement.certainty)
      FROM (SELECT) AS one
      LEFT JOIN reference.commencement ON commencement.programme = held.programme AND commencement.claimed @> held.claimed_on
      LEFT JOIN reference.first_month_parts(held.programme, explain_first_month.birth_date, held.claimed_on, held.ordered_on) AS parts ON true
      LEFT JOIN reference.first_month_taking_over(held.programme, held.claimed_on, held.ordered_on) AS taken_over ON held.takes_over
     CROSS JOIN LATERAL (
       SELECT coalesce(taken_over.first_month, parts.first_month) AS month,
              CASE WHEN held.takes_over THEN commencement.taking_over ELSE commencement.way END AS way) AS lawful
     CROSS JOIN LATERAL (
       SELECT CASE WHEN lawful.month IS DISTINCT FROM held.first_month::date
                     THEN CASE WHEN held.first_month = held.not_before THEN 'earlier_claim' ELSE 'record' END
                   WHEN held.takes_over THEN 'taking_over'
                   WHEN parts.first_month < parts.begun THEN 'later_law'
                   WHEN parts.by_age > parts.by_claim THEN 'age'
                   ELSE 'claim' END AS reason) AS why
  $$;
COMMENT ON FUNCTION registry.explain_first_month(registry.claim, welfare.birth_date, text) IS 'the first month of a claim and why';

-- The last month of a claim and why: the disposal and the law that counts from it; NULL while none is set. Parameters: the claim; language.
CREATE FUNCTION registry.explain_last_month(held registry.claim, language text) RETURNS jsonb
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT jsonb_build_object(
             'month', held.last_month, 'month_text', registry.month_in(held.last_month, explain_last_month.language),
             'cause', disposal.cause, 'cause_text', registry.word_in('disposal_cause', disposal.cause::text, explain_last_month.language),
             'happened_on', disposal.happened_on, 'ordered_on', disposal.ordered_on, 'claimed_elsewhere_on', disposal.claimed_elsewhere_on,
             'counted_by', ending.last_month, 'counted_by_text', registry.word_in('ending_basis', ending.last_month::text, explain_last_month.language),
             'legal_basis', ending.legal_basis, 'certainty', ending.certainty)
      FROM (SELECT) AS one
      LEFT JOIN registry.disposal
        ON disposal.thai_id = held.thai_id AND disposal.programme = held.programme AND disposal.claim_number = held.claim_number
      LEFT JOIN reference.ending
        ON ending.programme = disposal.programme AND ending.cause = disposal.cause AND ending.happened @> disposal.happened_on
     WHERE held.last_month IS NOT NULL
  $$;
COMMENT ON FUNCTION registry.explain_last_month(registry.claim, text) IS 'the last month of a claim and why';

-- The terms of a rule that tell, whether they are looked at, of an allowance that is health data (AR2): what is undecided while nothing is
-- known, and decided once that allowance is received. None for a rule that does not ask for it. Parameters: rule.
CREATE FUNCTION registry.veiled_terms(rule welfare.eligibility_rule) RETURNS text[]
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT coalesce(array_agg(DISTINCT asked.term), '{}')
      FROM reference.programme
     CROSS JOIN LATERAL unnest(welfare.undecided('{}', veiled_terms.rule)) AS asked (term)
     WHERE programme.sensitive
       AND asked.term <> ALL (welfare.undecided(programme.receipt_facts, veiled_terms.rule))
       AND programme.receipt_facts <> '{}'
  $$;
COMMENT ON FUNCTION registry.veiled_terms(welfare.eligibility_rule) IS 'terms of a rule that could tell of an allowance that is health data (AR2)';

-- What a group of a rule's terms gives, the others granted: true, false or NULL. Parameters: rule; facts; terms of the group.
CREATE FUNCTION registry.outcome_of_terms(rule welfare.eligibility_rule, facts welfare.facts, terms text[]) RETURNS boolean
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT welfare.facts(array_agg(known.term) FILTER (WHERE known.held), array_agg(known.term) FILTER (WHERE NOT known.held)) @@ outcome_of_terms.rule
      FROM (SELECT named.term,
                   CASE WHEN named.term = ANY (outcome_of_terms.terms) THEN welfare.holds(outcome_of_terms.facts, named.term)
                        -- what the rule wants of it
                        ELSE named.term <> ALL (welfare.unmet(welfare.facts(ARRAY[named.term], NULL), outcome_of_terms.rule)) END AS held
              FROM unnest(welfare.rule_terms(outcome_of_terms.rule)) AS named (term)) AS known
  $$;
COMMENT ON FUNCTION registry.outcome_of_terms(welfare.eligibility_rule, welfare.facts, text[]) IS 'what a group of a rule''s terms gives, the others granted';

-- The criterion that was looked at and each of its terms: what is known, from what, since when, on which days it counts (DE1, DE2).
-- Parameters: the claim; birth date; first of month; its standing in it; whether everything may be told (the holding authority and
-- administrators). Where it may not, terms that could tell of health data are told as one (AR2); language.
CREATE FUNCTION registry.explain_criterion(held registry.claim, birth_date welfare.birth_date, month date, standing registry.claim_standing, whole boolean,
                                           language text) RETURNS jsonb
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    WITH known AS MATERIALIZED (
      SELECT programme.claim_facts, reference.facts_of_age(welfare.age_on(explain_criterion.birth_date, explain_criterion.month - 1)) AS age_facts,
             registry.received_beside(held.thai_id, held.programme, explain_criterion.month) AS received,
             CASE WHEN whole THEN '{}'::text[] ELSE registry.veiled_terms(standing.rule) END AS veiled,
             welfare.unmet(standing.facts, standing.rule) AS unmet, welfare.undecided(standing.facts, standing.rule) AS undecided
        FROM reference.programme
       WHERE programme.programme = held.programme
    ),
    change AS MATERIALIZED (
      SELECT change.* FROM registry.claim_changes(held.thai_id, held.programme, held.claim_number) AS change
       WHERE held.varied_from IS NOT NULL AND change.term IS NOT NULL
    ),
    term AS (
      SELECT vocabulary.position, vocabulary.term, CASE explain_criterion.language WHEN 'en' THEN vocabulary.meaning_english ELSE vocabulary.meaning_thai END AS meaning,
             coalesce(welfare.holds(standing.facts, vocabulary.term), welfare.holds(known.received, vocabulary.term)) AS held,
             CASE WHEN welfare.holds(known.age_facts, vocabulary.term) IS NOT NULL THEN 'age'
                  WHEN welfare.holds(known.claim_facts, vocabulary.term) IS NOT NULL THEN 'claim'
                  WHEN welfare.holds(known.received, vocabulary.term) IS NOT NULL THEN 'other_allowance'
                  WHEN welfare.holds(standing.facts, vocabulary.term) IS NOT NULL THEN 'papers'
                  ELSE 'none' END AS source,
             vocabulary.term = ANY (known.unmet) AS unmet, vocabulary.term = ANY (known.undecided) AS undecided,
             coalesce(timing.days, 'first') AS days,
             CASE WHEN held.varied_from IS NULL THEN welfare.holds(held.facts, vocabulary.term) ELSE on_eve.held END AS on_eve,
             CASE WHEN held.varied_from IS NULL THEN welfare.holds(held.facts, vocabulary.term) ELSE on_first.held END AS on_first,
             on_first.in_force_from AS varied_on
        FROM known
       CROSS JOIN welfare.eligibility_terms() AS vocabulary
        LEFT JOIN reference.fact_timing AS timing ON timing.term = vocabulary.term AND timing.valid @> explain_criterion.month
        LEFT JOIN LATERAL (SELECT change.held, change.in_force_from FROM change
                            WHERE change.term = vocabulary.term AND (change.in_force_from IS NULL OR change.in_force_from <= explain_criterion.month)
                            ORDER BY change.recorded_at DESC LIMIT 1) AS on_first ON true
        LEFT JOIN LATERAL (SELECT change.held FROM change
                            WHERE change.term = vocabulary.term AND (change.in_force_from IS NULL OR change.in_force_from < explain_criterion.month)
                            ORDER BY change.recorded_at DESC LIMIT 1) AS on_eve ON true
       WHERE vocabulary.term = ANY (welfare.rule_terms(standing.rule)) AND vocabulary.term <> ALL (known.veiled)
    ),
    told AS (
      SELECT term.position, term.term, term.meaning, term.held, term.source, term.unmet, term.undecided,
             CASE term.source WHEN 'age' THEN welfare.completes_age_on(explain_criterion.birth_date, reference.age_of_term(term.term))
                              WHEN 'claim' THEN CASE term.term WHEN 'executive_order' THEN held.ordered_on ELSE held.claimed_on END
                              WHEN 'papers' THEN term.varied_on
                              WHEN 'none' THEN term.varied_on END AS since,
             CASE WHEN term.source IN ('papers', 'none') THEN term.days END AS days,
             CASE WHEN term.source IN ('papers', 'none') THEN term.on_eve END AS on_eve,
             CASE WHEN term.source IN ('papers', 'none') THEN term.on_first END AS on_first
        FROM term
       UNION ALL
      SELECT 1000, 'no_other_benefit', registry.word_in('criterion_term', 'no_other_benefit', explain_criterion.language), one.outcome, 'combined',
             one.outcome IS FALSE, one.outcome IS NULL, NULL, NULL, NULL, NULL
        FROM known
       CROSS JOIN LATERAL (SELECT registry.outcome_of_terms(standing.rule, standing.facts, known.veiled) AS outcome) AS one
       WHERE known.veiled <> '{}'
    )
    SELECT jsonb_build_object(
             'criterion_id', criterion.criterion_id, 'rule', criterion.rule::text, 'valid_from', lower(criterion.valid), 'valid_to', upper(criterion.valid) - 1,
             'legal_basis', criterion.legal_basis, 'certainty', criterion.certainty,
             'proved', coalesce((standing.facts @@ standing.rule)::text, 'unknown'),
             'terms', (SELECT jsonb_agg(jsonb_build_object(
                                'term', told.term, 'meaning', told.meaning,
                                'known', coalesce(told.held::text, 'unknown'),
                                'known_text', registry.word_in('fact_known', coalesce(told.held::text, 'unknown'), explain_criterion.language),
                                'source', told.source, 'source_text', registry.word_in('fact_source', told.source, explain_criterion.language),
                                'since', told.since, 'counts_on', told.days,
                                'counts_on_text', registry.word_in('fact_days', told.days::text, explain_criterion.language),
                                'held_on_eve', told.on_eve, 'held_on_first', told.on_first, 'unmet', told.unmet, 'undecided', told.undecided)
                              ORDER BY told.position) FROM told),
             'unmet', (SELECT coalesce(jsonb_agg(told.term ORDER BY told.position) FILTER (WHERE told.unmet), '[]') FROM told),
             'undecided', (SELECT coalesce(jsonb_agg(told.term ORDER BY told.position) FILTER (WHERE told.undecided), '[]') FROM told))
      FROM reference.criterion
     WHERE criterion.criterion_id = standing.criterion_id
  $$;
COMMENT ON FUNCTION registry.explain_criterion(registry.claim, welfare.birth_date, date, registry.claim_standing, boolean, text)
  IS 'the criterion that was looked at and each of its terms';

-- The month since which a claim is paid on though its criterion is no longer proved (DE7). Parameters: the claim; a first of month in which
-- it is so.
CREATE FUNCTION registry.pending_removal_since(held registry.claim, month date) RETURNS date
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    WITH looked AS MATERIALIZED (
      SELECT asked.month, asked.proved
        FROM registry.proved_in_months(held.thai_id, held.programme, held.claim_number, reference.month_after(pending_removal_since.month)) AS asked
    )
    SELECT min(looked.month)
      FROM looked
     WHERE looked.month > (SELECT max(proved.month) FROM looked AS proved WHERE proved.proved)
  $$;
COMMENT ON FUNCTION registry.pending_removal_since(registry.claim, date) IS 'month since which a claim is paid on though its criterion is no longer proved (DE7)';

-- The first later month in which the law on record gives another step or other rates: by age, by the way of counting it, by a rate that
-- begins or ends (ER9, RC6–RC8). No row: none. Months without law, and those after the last month, do not come; facts stay as they are.
-- Parameters: the claim; birth date; first of month; its standing in it.
CREATE FUNCTION registry.next_change(held registry.claim, birth_date welfare.birth_date, month date, standing registry.claim_standing)
  RETURNS TABLE (changes_in date, reason text, step integer, allowance numeric, other_payers numeric, components jsonb)
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    WITH rate AS MATERIALIZED (
      SELECT rate.* FROM reference.rate
       WHERE rate.programme = held.programme AND coalesce(upper(rate.valid) > next_change.month, true)
         AND (rate.condition IS NULL OR (standing.facts @@ rate.condition) IS TRUE)
    ),
    age_rule AS MATERIALIZED (
      SELECT age_rule.* FROM reference.age_rule
       WHERE age_rule.programme = held.programme AND coalesce(upper(age_rule.valid) > next_change.month, true)
    ),
    moment AS (
      SELECT lower(rate.valid) AS month FROM rate
       UNION SELECT upper(rate.valid) FROM rate
       UNION SELECT lower(age_rule.valid) FROM age_rule
       UNION SELECT CASE age_rule.basis WHEN 'month' THEN reached.month ELSE reference.fiscal_year_start_from(reached.month) END
               FROM rate
              CROSS JOIN LATERAL welfare.ladder_steps(rate.ladder) AS step
              CROSS JOIN LATERAL welfare.first_month(next_change.birth_date, step.from_age) AS reached (month)
               JOIN age_rule ON true
    ),
    paid AS (
      SELECT moment.month, priced.components, priced.allowance, priced.other_payers
        FROM moment
        JOIN reference.criterion ON criterion.programme = held.programme AND criterion.valid @> moment.month
        JOIN age_rule ON age_rule.valid @> moment.month
       CROSS JOIN LATERAL (
         SELECT greatest(welfare.age_on(next_change.birth_date, CASE age_rule.basis WHEN 'month' THEN moment.month - 1
                           ELSE lower(welfare.fiscal_year_range(welfare.fiscal_year(moment.month))) - 1 END), age_rule.least_age) AS age
       ) AS aged
       CROSS JOIN LATERAL (
         SELECT jsonb_agg(jsonb_build_object('component', rate.component, 'rate_id', rate.rate_id, 'payer', rate.payer,
                                             'from_age', welfare.ladder_step(rate.ladder, aged.age), 'amount', rate.ladder @ aged.age)
                          ORDER BY rate.component) AS components,
                sum(rate.ladder @ aged.age) FILTER (WHERE rate.payer = 'local_authority') AS allowance,
                coalesce(sum(rate.ladder @ aged.age) FILTER (WHERE rate.payer <> 'local_authority'), 0) AS other_payers
           FROM rate
          WHERE rate.valid @> moment.month AND rate.ladder @ aged.age IS NOT NULL
       ) AS priced
       WHERE moment.month > next_change.month AND reference.is_pay_month(moment.month)
         AND (held.last_month IS NULL OR moment.month <= held.last_month)
         AND priced.components IS DISTINCT FROM standing.components
         AND jsonb_path_exists(priced.components, '$[*] ? (@.component == "base")')
    )
    SELECT paid.month,
           CASE WHEN EXISTS (SELECT FROM rate WHERE lower(rate.valid) = paid.month
                                                AND jsonb_path_exists(paid.components, '$[*] ? (@.rate_id == $id)', jsonb_build_object('id', rate.rate_id)))
                  THEN 'rate_begins'
                WHEN EXISTS (SELECT FROM rate WHERE upper(rate.valid) = paid.month
                                                AND jsonb_path_exists(standing.components, '$[*] ? (@.rate_id == $id)', jsonb_build_object('id', rate.rate_id)))
                  THEN 'rate_ends'
                WHEN EXISTS (SELECT FROM age_rule WHERE lower(age_rule.valid) = paid.month) THEN 'age_rule'
                ELSE 'age' END,
           registry.base_step(paid.components), paid.allowance, paid.other_payers, paid.components
      FROM paid
     ORDER BY paid.month
     LIMIT 1
  $$;
COMMENT ON FUNCTION registry.next_change(registry.claim, welfare.birth_date, date, registry.claim_standing)
  IS 'the first later month in which the law on record gives another step or other rates (ER9)';

-- Rate rows of components as people read them, with their legal basis. Parameters: components (reference.tariff_of); language.
CREATE FUNCTION registry.explain_rates(components jsonb, language text) RETURNS jsonb
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT coalesce(jsonb_agg(jsonb_build_object(
             'rate_id', rate.rate_id, 'component', rate.component, 'component_text', registry.word_in('rate_component', rate.component::text, explain_rates.language),
             'amount', used.amount, 'payer', rate.payer, 'payer_text', registry.word_in('payer', rate.payer::text, explain_rates.language),
             'from_age', used.from_age, 'ladder', rate.ladder::text, 'condition', rate.condition::text,
             'valid_from', lower(rate.valid), 'valid_to', upper(rate.valid) - 1, 'legal_basis', rate.legal_basis, 'certainty', rate.certainty)
             ORDER BY rate.component), '[]')
      FROM jsonb_to_recordset(explain_rates.components) AS used (rate_id smallint, from_age integer, amount numeric)
      JOIN reference.rate ON rate.rate_id = used.rate_id
  $$;
COMMENT ON FUNCTION registry.explain_rates(jsonb, text) IS 'rate rows of components as people read them';

-- The next change as people read it; NULL: none. Parameters: as registry.next_change; language.
CREATE FUNCTION registry.explain_next_change(held registry.claim, birth_date welfare.birth_date, month date, standing registry.claim_standing, language text) RETURNS jsonb
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT jsonb_build_object(
             'month', coming.changes_in, 'month_text', registry.month_in(coming.changes_in, explain_next_change.language),
             'reason', coming.reason, 'reason_text', registry.word_in('change_reason', coming.reason, explain_next_change.language),
             'step', coming.step, 'allowance', coming.allowance, 'other_payers', coming.other_payers,
             'rates', registry.explain_rates(coming.components, explain_next_change.language))
      FROM registry.next_change(held, explain_next_change.birth_date, explain_next_change.month, standing) AS coming
  $$;
COMMENT ON FUNCTION registry.explain_next_change(registry.claim, welfare.birth_date, date, registry.claim_standing, text) IS 'the next change as people read it';

REVOKE ALL ON FUNCTION registry.explain_first_month(registry.claim, welfare.birth_date, text), registry.explain_last_month(registry.claim, text),
  registry.veiled_terms(welfare.eligibility_rule), registry.outcome_of_terms(welfare.eligibility_rule, welfare.facts, text[]),
  registry.explain_criterion(registry.claim, welfare.birth_date, date, registry.claim_standing, boolean, text),
  registry.pending_removal_since(registry.claim, date), registry.next_change(registry.claim, welfare.birth_date, date, registry.claim_standing),
  registry.explain_rates(jsonb, text),
  registry.explain_next_change(registry.claim, welfare.birth_date, date, registry.claim_standing, text) FROM PUBLIC;

COMMIT;
