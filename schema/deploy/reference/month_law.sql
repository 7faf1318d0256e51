-- RC7, RC8, EO3, DE1, DE2, DE7: the law of a month, put together from the rows that hold on its first day.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE reference.fact_days AS ENUM ('first', 'eve_and_first');
COMMENT ON TYPE reference.fact_days IS 'days on which a fact must hold to count in a month: its 1st; the last day of the month before and its 1st';

CREATE TABLE reference.fact_timing (
  term text COLLATE "C" NOT NULL,
  valid reference.months NOT NULL,
  days reference.fact_days NOT NULL,
  legal_basis text NOT NULL,
  certainty reference.certainty NOT NULL,
  CONSTRAINT fact_timing_one_at_a_time EXCLUDE USING gist (term WITH =, valid WITH &&),
  CONSTRAINT fact_timing_known_term CHECK (welfare.holds('{}'::welfare.facts, term) IS NULL)
);
COMMENT ON TABLE reference.fact_timing IS 'on which days a fact must hold to count in a month; who is not here counts by the 1st (DE2)';
COMMENT ON COLUMN reference.fact_timing.term IS 'term of the vocabulary';
COMMENT ON COLUMN reference.fact_timing.valid IS 'months to which the row applies';
COMMENT ON COLUMN reference.fact_timing.days IS 'days on which it must hold';
COMMENT ON COLUMN reference.fact_timing.legal_basis IS 'regulation, or that it is ours to set';
COMMENT ON COLUMN reference.fact_timing.certainty IS 'how sure the fact is';

INSERT INTO reference.fact_timing (term, valid, days, legal_basis, certainty)
SELECT term, '(,)', 'eve_and_first'::reference.fact_days,
       'คุณสมบัติต้องมีอยู่ในวันสุดท้ายของเดือนก่อนและวันที่ 1 ของเดือน (แนวทางปฏิบัติข้อ 4.1: จ่ายเดือนถัดจากเดือนที่คุณสมบัติครบ)', 'likely'::reference.certainty
  FROM unnest('{thai_nationality, in_house_register, disability_card, aids_certified}'::text[]) AS term;

CREATE TABLE reference.continuation (
  programme reference.programme_name NOT NULL,
  valid reference.months NOT NULL,
  until_order boolean NOT NULL,
  legal_basis text NOT NULL,
  certainty reference.certainty NOT NULL,
  CONSTRAINT continuation_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT continuation_one_at_a_time EXCLUDE USING gist (programme WITH =, valid WITH &&)
);
COMMENT ON TABLE reference.continuation IS 'whether a claim whose criteria were proved is paid on, marked, when they no longer are, until a lawful order ends it (DE7, ER16, DR16)';
COMMENT ON COLUMN reference.continuation.programme IS 'the programme';
COMMENT ON COLUMN reference.continuation.valid IS 'months to which the row applies';
COMMENT ON COLUMN reference.continuation.until_order IS 'true: paid until the order; false: a month in which the criteria are not proved is not paid';
COMMENT ON COLUMN reference.continuation.legal_basis IS 'regulation';
COMMENT ON COLUMN reference.continuation.certainty IS 'how sure the fact is';
GRANT SELECT ON reference.fact_timing, reference.continuation TO PUBLIC;

INSERT INTO reference.continuation (programme, valid, until_order, legal_basis, certainty) VALUES
  ('elderly', '(,)', true, 'ระเบียบ พ.ศ. 2566 ข้อ 14 และข้อ 16: สั่งระงับเมื่อมีคำสั่ง', 'sure'),
  ('disability', '(,)', true, 'ระเบียบ พ.ศ. 2553 ข้อ 14 และข้อ 16: สั่งถอนรายชื่อและระงับเมื่อมีคำสั่ง', 'likely'),
  ('aids', '(,)', true, 'แนวเดียวกับเบี้ยยังชีพผู้สูงอายุ', 'unverified');

-- The law of a month, a row for each programme that has a criterion and an age rule in it. Parameters: first of month.
-- age_day is the day by whose end an age must be complete to choose the ladder's step (RC7); same_since the month since which the criterion
-- is the same. A row set, so that a query absorbs it.
CREATE FUNCTION reference.law_of(month date)
  RETURNS TABLE (programme reference.programme_name, law_number smallint, criterion_id smallint, rule welfare.eligibility_rule, age_day date,
                 least_age integer, claim_facts welfare.facts, asked_by_rates welfare.eligibility_rule, until_order boolean,
                 same_since date)
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT programme.programme, (row_number() OVER (ORDER BY programme.programme))::smallint, criterion.criterion_id, criterion.rule,
           CASE age_rule.basis
             WHEN 'month' THEN law_of.month - 1
             WHEN 'fiscal_year_start' THEN lower(welfare.fiscal_year_range(welfare.fiscal_year(law_of.month))) - 1
           END,
           age_rule.least_age, programme.claim_facts,
           (SELECT string_agg(DISTINCT asked.term, ' & ')::welfare.eligibility_rule
              FROM reference.rate
             CROSS JOIN LATERAL unnest(welfare.rule_terms(rate.condition)) AS asked (term)
             WHERE rate.programme = programme.programme AND rate.valid @> law_of.month),
           coalesce(continuation.until_order, false),
           -- after the last month in which another criterion held
           (SELECT coalesce(max(upper(earlier.valid)), '-infinity') FROM reference.criterion AS earlier
             WHERE earlier.programme = programme.programme AND earlier.valid << criterion.valid AND earlier.rule <> criterion.rule)
      FROM reference.programme
      JOIN reference.criterion ON criterion.programme = programme.programme AND criterion.valid @> law_of.month
      JOIN reference.age_rule ON age_rule.programme = programme.programme AND age_rule.valid @> law_of.month
      LEFT JOIN reference.continuation ON continuation.programme = programme.programme AND continuation.valid @> law_of.month;
  END;
COMMENT ON FUNCTION reference.law_of(date) IS 'the law of a month: criterion and age rule of each programme (EO3)';

-- One number for a month's programme, case of the facts that its rates ask for, and age: a claim finds its tariff
-- by one equality, which no planner can take apart and join too early.
-- Parameters: number of the programme within the month; case (welfare.facts_case); age in complete years, at most 150.
CREATE FUNCTION reference.tariff_case(law_number smallint, facts_case integer, age integer) RETURNS bigint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (law_number::bigint << 48) + coalesce(facts_case, 0)::bigint * 1000 + age;
COMMENT ON FUNCTION reference.tariff_case(smallint, integer, integer) IS 'one number for a programme, a case of facts and an age';

-- What a month's law pays: every age band of its ladders with every state of the facts that its rates ask for (known true, known
-- false, unknown), with the components that each gives. Parameters: first of month.
CREATE FUNCTION reference.tariff_of(month date)
  RETURNS TABLE (tariff_id integer, programme reference.programme_name, from_age integer, to_age integer, facts welfare.facts, facts_case integer,
                 allowance numeric, other_payers numeric, components jsonb)
  LANGUAGE sql STABLE PARALLEL SAFE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    WITH RECURSIVE rate_of_month AS (
      SELECT rate.* FROM reference.rate WHERE rate.valid @> tariff_of.month
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
      SELECT pattern.programme, pattern.facts, coalesce(welfare.facts_case(pattern.facts, law.asked_by_rates), 0) AS facts_case
        FROM pattern
        JOIN reference.law_of(tariff_of.month) AS law ON law.programme = pattern.programme
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
    SELECT (row_number() OVER (ORDER BY programme, from_age, facts_case))::integer, programme, from_age, to_age, facts, facts_case,
           coalesce(sum(amount) FILTER (WHERE payer = 'local_authority'), 0),
           coalesce(sum(amount) FILTER (WHERE payer <> 'local_authority'), 0),
           jsonb_agg(jsonb_build_object('component', component, 'rate_id', rate_id, 'payer', payer, 'from_age', step, 'amount', amount)
                     ORDER BY component)
      FROM component
     GROUP BY programme, from_age, to_age, facts, facts_case
  $$;
COMMENT ON FUNCTION reference.tariff_of(date) IS 'what a month''s law pays, by programme, age and the facts that its rates ask for (RC8)';

COMMIT;
