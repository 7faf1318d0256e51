-- RC8.4: what a proposed rate would cost the nation. Nothing is written; the law stays as it is.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Claims and monthly baht by the law of each month and by a proposed ladder in the place of its base rate, by province and by the
-- proposal's steps. Who is entitled, and what is paid beside the base, follow the law of the month; claims are those on record, as old as
-- they will be then: nobody is foreseen to come, to die or to move.
-- Parameters: proposed ladder; programme; first and last month (first of month). Errors: WF001 and WF007 neither an administrator nor of
-- the department, WF010 something is missing, WF017 the last month before the first, WF031 a month without law, WF034 no first of month.
-- Belongs to the owner: it counts everybody and shows nobody.
CREATE FUNCTION report.cost_of(ladder welfare.rate_ladder, programme reference.programme_name, from_month date, to_month date)
  RETURNS TABLE (month date, province_code smallint, province text, from_age integer, claims bigint, present numeric, proposed numeric, difference numeric)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET jit = off
  AS $$
  #variable_conflict use_column
  DECLARE
    missing text := CASE WHEN cost_of.ladder IS NULL THEN 'ladder' WHEN cost_of.programme IS NULL THEN 'programme'
                         WHEN cost_of.from_month IS NULL THEN 'from_month' WHEN cost_of.to_month IS NULL THEN 'to_month' END;
    wrong date;
  BEGIN
    PERFORM reference.require_duty('administrator', 'department');
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    SELECT min(day) INTO wrong FROM unnest(ARRAY[cost_of.from_month, cost_of.to_month]) AS day WHERE NOT reference.is_pay_month(day);
    IF wrong IS NOT NULL THEN
      PERFORM reference.refuse('WF034', NULL, wrong::text);
    END IF;
    IF cost_of.to_month < cost_of.from_month THEN
      PERFORM reference.refuse('WF017', NULL, 'to_month', cost_of.to_month::text, 'from_month', cost_of.from_month::text);
    END IF;
    PERFORM payment.check_law(asked.month::date)
       FROM generate_series(cost_of.from_month, cost_of.to_month, interval '1 month') AS asked (month);

    RETURN QUERY
      WITH law AS (
        SELECT asked.month::date AS month, criterion.rule, age_rule.least_age, programme.claim_facts,
               -- RC7
               CASE age_rule.basis WHEN 'month' THEN asked.month::date - 1
                                   WHEN 'fiscal_year_start' THEN lower(welfare.fiscal_year_range(welfare.fiscal_year(asked.month::date))) - 1 END AS age_day
          FROM generate_series(cost_of.from_month, cost_of.to_month, interval '1 month') AS asked (month)
          JOIN reference.programme ON programme.programme = cost_of.programme
          JOIN reference.criterion ON criterion.programme = cost_of.programme AND criterion.valid @> asked.month::date
          JOIN reference.age_rule ON age_rule.programme = cost_of.programme AND age_rule.valid @> asked.month::date
      ),
      -- Few ages and few states of facts: the millions are counted once a month, and costed as groups.
      counted AS (
        SELECT entitled.month, entitled.province_code, entitled.age, entitled.facts, count(*) AS claims
          FROM (SELECT law.month, law.rule, claim.province_code, greatest(welfare.age_on(person.birth_date, law.age_day), law.least_age) AS age,
                       claim.facts || law.claim_facts || reference.facts_of_age(welfare.age_on(person.birth_date, law.month - 1)) AS facts
                  FROM law
                  JOIN registry.claim ON claim.programme = cost_of.programme AND claim.first_month <= law.month
                   AND (claim.last_month IS NULL OR claim.last_month >= law.month) AND claim.state IN ('live', 'disposed')
                  JOIN registry.person ON person.thai_id = claim.thai_id
                OFFSET 0) AS entitled
         WHERE (entitled.facts @@ entitled.rule) IS TRUE
         GROUP BY entitled.month, entitled.province_code, entitled.age, entitled.facts
      ),
      costed AS (
        SELECT counted.month, counted.province_code, welfare.ladder_step(cost_of.ladder, counted.age) AS from_age, counted.claims,
               coalesce(counted.claims * (
                 SELECT sum(rate.ladder @ counted.age) FROM reference.rate
                  WHERE rate.programme = cost_of.programme AND rate.valid @> counted.month AND rate.payer = 'local_authority'
                    AND (rate.condition IS NULL OR (counted.facts @@ rate.condition) IS TRUE)), 0) AS present,
               counted.claims * (coalesce(cost_of.ladder @ counted.age, 0) + coalesce((
                 SELECT sum(rate.ladder @ counted.age) FROM reference.rate
                  WHERE rate.programme = cost_of.programme AND rate.valid @> counted.month AND rate.payer = 'local_authority'
                    AND rate.component <> 'base' AND (rate.condition IS NULL OR (counted.facts @@ rate.condition) IS TRUE)), 0)) AS proposed
          FROM counted
      )
      SELECT costed.month, costed.province_code, province.name_thai, costed.from_age, sum(costed.claims)::bigint,
             sum(costed.present), sum(costed.proposed), sum(costed.proposed) - sum(costed.present)
        FROM costed
        JOIN reference.province ON province.province_code = costed.province_code
       GROUP BY costed.month, costed.province_code, province.name_thai, costed.from_age
       ORDER BY costed.month, costed.province_code, costed.from_age;
  END
  $$;
COMMENT ON FUNCTION report.cost_of(welfare.rate_ladder, reference.programme_name, date, date) IS 'what a proposed ladder would cost by month, province and step, beside the law (RC8.4)';
REVOKE ALL ON FUNCTION report.cost_of(welfare.rate_ladder, reference.programme_name, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION report.cost_of(welfare.rate_ladder, reference.programme_name, date, date) TO welfare_admin, welfare_department;

COMMIT;
