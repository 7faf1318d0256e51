-- RC7, RC8, EO3: the law of a month, worked out once for all who share an age and the facts that rates ask for.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE payment.tariff (
  month reference.pay_month NOT NULL,
  tariff_id integer NOT NULL,
  programme reference.programme_name NOT NULL,
  from_age integer NOT NULL,
  to_age integer NOT NULL,
  facts welfare.facts NOT NULL,
  allowance reference.baht NOT NULL,
  other_payers reference.baht NOT NULL,
  components jsonb NOT NULL,
  CONSTRAINT tariff_pkey PRIMARY KEY (month, tariff_id),
  CONSTRAINT tariff_case_key UNIQUE (month, programme, from_age, facts),
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
COMMENT ON COLUMN payment.tariff.allowance IS 'baht that the authority pays';
COMMENT ON COLUMN payment.tariff.other_payers IS 'baht that others pay';
COMMENT ON COLUMN payment.tariff.components IS 'the components: rate row, component, payer, step, baht';
GRANT SELECT ON payment.tariff TO welfare_writer, welfare_admin, welfare_authority;

-- The law of one month, a row per programme. Parameters: first of month.
CREATE FUNCTION payment.law_of_month(month date)
  RETURNS TABLE (programme reference.programme_name, claim_facts welfare.facts, criterion_id smallint, rule welfare.eligibility_rule,
                 age_day date, least_age integer, asked_by_rates welfare.eligibility_rule)
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT programme.programme, programme.claim_facts, criterion.criterion_id, criterion.rule,
           -- RC7: complete before the fiscal year began, or before the month began
           CASE age_rule.basis
             WHEN 'month' THEN law_of_month.month - 1
             WHEN 'fiscal_year_start' THEN lower(welfare.fiscal_year_range(welfare.fiscal_year(law_of_month.month))) - 1
           END,
           age_rule.least_age,
           (SELECT string_agg(DISTINCT asked.term, ' & ')::welfare.eligibility_rule
              FROM reference.rate
             CROSS JOIN LATERAL unnest(welfare.rule_terms(rate.condition)) AS asked (term)
             WHERE rate.programme = programme.programme AND rate.valid::daterange @> law_of_month.month)
      FROM reference.programme
      JOIN reference.criterion ON criterion.programme = programme.programme AND criterion.valid::daterange @> law_of_month.month
      JOIN reference.age_rule ON age_rule.programme = programme.programme AND age_rule.valid::daterange @> law_of_month.month;
  END;
COMMENT ON FUNCTION payment.law_of_month(date) IS 'criterion, age rule and facts asked for by rates that hold in a month, a row per programme';

-- Refuses a month for which any programme lacks a rate, a criterion or an age rule: nothing is guessed.
-- Parameters: first of month. Errors: WF031.
CREATE FUNCTION payment.check_law(month date) RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    missing record;
  BEGIN
    SELECT programme.name_thai, programme.name_english, lack.name_thai AS lack_thai, lack.name_english AS lack_english
      INTO missing
      FROM reference.programme
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
     ORDER BY programme.programme
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

-- Writes payment.tariff for a month. Parameters: first of month. The cases are every age band of the month's
-- ladders with every state of the facts that its rates ask for: known true, known false, unknown.
CREATE FUNCTION payment.work_out_tariff(month date) RETURNS void
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    INSERT INTO payment.tariff (month, tariff_id, programme, from_age, to_age, facts, allowance, other_payers, components)
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
      SELECT pattern.programme, pattern.facts
        FROM pattern
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
      SELECT band.programme, band.from_age, band.to_age, known.facts, rate_of_month.rate_id, rate_of_month.component,
             rate_of_month.payer, rate_of_month.ladder @ band.from_age AS amount,
             welfare.ladder_step(rate_of_month.ladder, band.from_age) AS step
        FROM band
        JOIN known ON known.programme = band.programme
        JOIN rate_of_month ON rate_of_month.programme = band.programme
       WHERE rate_of_month.ladder @ band.from_age IS NOT NULL
         AND (rate_of_month.condition IS NULL OR (known.facts @@ rate_of_month.condition) IS TRUE)
    )
    SELECT work_out_tariff.month, row_number() OVER (ORDER BY programme, from_age, facts), programme, from_age, to_age, facts,
           coalesce(sum(amount) FILTER (WHERE payer = 'local_authority'), 0),
           coalesce(sum(amount) FILTER (WHERE payer <> 'local_authority'), 0),
           jsonb_agg(jsonb_build_object('component', component, 'rate_id', rate_id, 'payer', payer, 'from_age', step, 'amount', amount)
                     ORDER BY component)
      FROM component
     GROUP BY programme, from_age, to_age, facts
  $$;
COMMENT ON FUNCTION payment.work_out_tariff(date) IS 'writes the cases of a month''s law into payment.tariff';

REVOKE ALL ON FUNCTION payment.law_of_month(date), payment.check_law(date), payment.work_out_tariff(date) FROM PUBLIC;

COMMIT;
