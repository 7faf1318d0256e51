-- RC7, RC8, EO3: the law of a month, frozen, and its amounts, worked out once for all who share an age and
-- the facts that rates ask for.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE payment.law (
  month reference.pay_month NOT NULL,
  programme reference.programme_name NOT NULL,
  law_number smallint NOT NULL,
  criterion_id smallint NOT NULL,
  rule welfare.eligibility_rule NOT NULL,
  age_day date NOT NULL,
  least_age integer,
  claim_facts welfare.facts NOT NULL,
  asked_by_rates welfare.eligibility_rule,
  CONSTRAINT law_pkey PRIMARY KEY (month, programme),
  CONSTRAINT law_number_key UNIQUE (month, law_number),
  CONSTRAINT law_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT law_criterion_fkey FOREIGN KEY (criterion_id) REFERENCES reference.criterion (criterion_id)
);
COMMENT ON TABLE payment.law IS 'the law by which a month was computed, frozen when its payroll was first prepared';
COMMENT ON COLUMN payment.law.month IS 'the month';
COMMENT ON COLUMN payment.law.programme IS 'the programme';
COMMENT ON COLUMN payment.law.law_number IS 'number of the programme within the month, by which lines find their tariff';
COMMENT ON COLUMN payment.law.criterion_id IS 'criterion row that held';
COMMENT ON COLUMN payment.law.rule IS 'what it said';
COMMENT ON COLUMN payment.law.age_day IS 'day by whose end an age must be complete to choose the ladder''s step (RC7)';
COMMENT ON COLUMN payment.law.least_age IS 'a lower age counts as this one (DE4); NULL: as it is';
COMMENT ON COLUMN payment.law.claim_facts IS 'facts that a live claim itself proves';
COMMENT ON COLUMN payment.law.asked_by_rates IS 'the terms on which the month''s rates depend; NULL: none';
GRANT SELECT ON payment.law TO welfare_writer, welfare_admin, welfare_authority;

CREATE TABLE payment.tariff (
  month reference.pay_month NOT NULL,
  tariff_id integer NOT NULL,
  programme reference.programme_name NOT NULL,
  from_age integer NOT NULL,
  to_age integer NOT NULL,
  facts welfare.facts NOT NULL,
  facts_case integer NOT NULL,
  allowance reference.baht NOT NULL,
  other_payers reference.baht NOT NULL,
  components jsonb NOT NULL,
  CONSTRAINT tariff_pkey PRIMARY KEY (month, tariff_id),
  CONSTRAINT tariff_case_key UNIQUE (month, programme, from_age, facts_case),
  CONSTRAINT tariff_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT tariff_ages CHECK (from_age <= to_age)
);
COMMENT ON TABLE payment.tariff IS 'what a month''s law pays, by programme, age and the facts that rates ask for; payment lines refer to it';
COMMENT ON COLUMN payment.tariff.month IS 'the month';
COMMENT ON COLUMN payment.tariff.tariff_id IS 'number within the month';
COMMENT ON COLUMN payment.tariff.programme IS 'the programme';
COMMENT ON COLUMN payment.tariff.from_age IS 'from this age on, in complete years';
COMMENT ON COLUMN payment.tariff.to_age IS 'up to this age';
COMMENT ON COLUMN payment.tariff.facts IS 'what is known of the facts that the month''s rates ask for';
COMMENT ON COLUMN payment.tariff.facts_case IS 'those facts as one number (welfare.facts_case), by which lines find their tariff';
COMMENT ON COLUMN payment.tariff.allowance IS 'baht that the authority pays';
COMMENT ON COLUMN payment.tariff.other_payers IS 'baht that others pay';
COMMENT ON COLUMN payment.tariff.components IS 'the components: rate row, component, payer, step, baht';
GRANT SELECT ON payment.tariff TO welfare_writer, welfare_admin, welfare_authority;

-- Refuses a month whose law is not on record: nothing is guessed. Of every programme that the law knew in that month
-- there must be a rate, a criterion and an age rule; before the first rate of any programme there is nothing to pay by.
-- Parameters: first of month. Errors: WF031.
CREATE FUNCTION payment.check_law(month date) RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    missing record;
  BEGIN
    WITH begun AS (
      SELECT rate.programme, min(lower(rate.valid)) AS first_month FROM reference.rate GROUP BY rate.programme
    )
    SELECT programme.name_thai, programme.name_english, lack.name_thai AS lack_thai, lack.name_english AS lack_english
      INTO missing
      FROM reference.programme
      JOIN begun ON begun.programme = programme.programme
     CROSS JOIN LATERAL (VALUES
       ('อัตรา', 'rate', EXISTS (SELECT FROM reference.rate
                                   WHERE rate.programme = programme.programme AND rate.component = 'base'
                                     AND rate.valid @> check_law.month)),
       ('หลักเกณฑ์คุณสมบัติ', 'criterion', EXISTS (SELECT FROM reference.criterion
                                   WHERE criterion.programme = programme.programme AND criterion.valid @> check_law.month)),
       ('หลักเกณฑ์การนับอายุ', 'age rule', EXISTS (SELECT FROM reference.age_rule
                                   WHERE age_rule.programme = programme.programme AND age_rule.valid @> check_law.month))
     ) AS lack (name_thai, name_english, present)
     WHERE NOT lack.present
       AND (begun.first_month <= check_law.month OR NOT EXISTS (SELECT FROM begun AS any_programme WHERE any_programme.first_month <= check_law.month))
     ORDER BY begun.first_month, programme.programme
     LIMIT 1;
    IF FOUND THEN
      IF welfare.language() = 'en' THEN
        PERFORM reference.refuse('WF031', NULL, missing.name_english, missing.lack_english, check_law.month::text);
      ELSE
        PERFORM reference.refuse('WF031', NULL, missing.name_thai, missing.lack_thai, check_law.month::text);
      END IF;
    END IF;
  END
  $$;
COMMENT ON FUNCTION payment.check_law(date) IS 'refuses a month whose law is not on record (WF031)';

-- Writes payment.law for a month. Parameters: first of month. payment.check_law must have passed.
CREATE FUNCTION payment.freeze_law(month date) RETURNS void
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    INSERT INTO payment.law (month, programme, law_number, criterion_id, rule, age_day, least_age, claim_facts, asked_by_rates)
    SELECT freeze_law.month, programme.programme, row_number() OVER (ORDER BY programme.programme), criterion.criterion_id, criterion.rule,
           -- RC7: complete before the fiscal year began, or before the month began
           CASE age_rule.basis
             WHEN 'month' THEN freeze_law.month - 1
             WHEN 'fiscal_year_start' THEN lower(welfare.fiscal_year_range(welfare.fiscal_year(freeze_law.month))) - 1
           END,
           age_rule.least_age, programme.claim_facts,
           (SELECT string_agg(DISTINCT asked.term, ' & ')::welfare.eligibility_rule
              FROM reference.rate
             CROSS JOIN LATERAL unnest(welfare.rule_terms(rate.condition)) AS asked (term)
             WHERE rate.programme = programme.programme AND rate.valid @> freeze_law.month)
      FROM reference.programme
      JOIN reference.criterion ON criterion.programme = programme.programme AND criterion.valid @> freeze_law.month
      JOIN reference.age_rule ON age_rule.programme = programme.programme AND age_rule.valid @> freeze_law.month
  $$;
COMMENT ON FUNCTION payment.freeze_law(date) IS 'writes the criteria and age rules of a month into payment.law';

-- Writes payment.tariff for a month. Parameters: first of month, whose law has been frozen. The cases are every age band of the month's
-- ladders with every state of the facts that its rates ask for: known true, known false, unknown.
CREATE FUNCTION payment.work_out_tariff(month date) RETURNS void
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    INSERT INTO payment.tariff (month, tariff_id, programme, from_age, to_age, facts, facts_case,
                                allowance, other_payers, components)
    WITH RECURSIVE rate_of_month AS (
      SELECT rate.* FROM reference.rate WHERE rate.valid @> work_out_tariff.month
    ),
    asked AS (
      SELECT programme, term, row_number() OVER (PARTITION BY programme ORDER BY term) AS position
        FROM (SELECT DISTINCT rate_of_month.programme, condition.term
                FROM rate_of_month
               CROSS JOIN LATERAL unnest(welfare.rule_terms(rate_of_month.condition)) AS condition (term)) AS term_of_rate
    ),
    pattern AS (
      SELECT DISTINCT rate_of_month.programme, '{}'::welfare.facts AS facts, 0::bigint AS position FROM rate_of_month
      UNION ALL
      SELECT pattern.programme, pattern.facts || state.facts, asked.position
        FROM pattern
        JOIN asked ON asked.programme = pattern.programme AND asked.position = pattern.position + 1
       CROSS JOIN LATERAL (VALUES ('{}'::welfare.facts),
                                  (format('{%s}', asked.term)::welfare.facts),
                                  (format('{!%s}', asked.term)::welfare.facts)) AS state (facts)
    ),
    known AS (
      SELECT pattern.programme, pattern.facts,
             coalesce(welfare.facts_case(pattern.facts, law.asked_by_rates), 0) AS facts_case
        FROM pattern
        JOIN payment.law ON law.month = work_out_tariff.month AND law.programme = pattern.programme
       WHERE pattern.position = (SELECT count(*) FROM asked WHERE asked.programme = pattern.programme)
    ),
    band AS (
      SELECT step.programme, step.from_age,
             coalesce(lead(step.from_age) OVER (PARTITION BY step.programme ORDER BY step.from_age) - 1, 150) AS to_age
        FROM (SELECT DISTINCT rate_of_month.programme, ladder.from_age
                FROM rate_of_month
               CROSS JOIN LATERAL welfare.ladder_steps(rate_of_month.ladder) AS ladder) AS step
    ),
    component AS (
      SELECT band.programme, band.from_age, band.to_age, known.facts, known.facts_case, rate_of_month.rate_id, rate_of_month.component,
             rate_of_month.payer, rate_of_month.ladder @ band.from_age AS amount,
             welfare.ladder_step(rate_of_month.ladder, band.from_age) AS step
        FROM band
        JOIN known ON known.programme = band.programme
        JOIN rate_of_month ON rate_of_month.programme = band.programme
       WHERE rate_of_month.ladder @ band.from_age IS NOT NULL
         AND (rate_of_month.condition IS NULL OR (known.facts @@ rate_of_month.condition) IS TRUE)
    )
    SELECT work_out_tariff.month, row_number() OVER (ORDER BY programme, from_age, facts_case), programme, from_age, to_age, facts, facts_case,
           coalesce(sum(amount) FILTER (WHERE payer = 'local_authority'), 0),
           coalesce(sum(amount) FILTER (WHERE payer <> 'local_authority'), 0),
           jsonb_agg(jsonb_build_object('component', component, 'rate_id', rate_id, 'payer', payer, 'from_age', step, 'amount', amount)
                     ORDER BY component)
      FROM component
     GROUP BY programme, from_age, to_age, facts, facts_case
  $$;
COMMENT ON FUNCTION payment.work_out_tariff(date) IS 'writes the cases of a month''s law into payment.tariff';

REVOKE ALL ON FUNCTION payment.freeze_law(date), payment.check_law(date), payment.work_out_tariff(date) FROM PUBLIC;

COMMIT;
