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
    PERFORM reference.check_law_on_record(asked.month::date)
       FROM generate_series(cost_of.from_month, cost_of.to_month, interval '1 month') AS asked (month);

    RETURN QUERY
      WITH asked AS (
        SELECT each.month::date AS month FROM generate_series(cost_of.from_month, cost_of.to_month, interval '1 month') AS each (month)
      ),
      -- Few ages and few cases of facts: the millions are counted once a month, and costed as groups.
      counted AS (
        SELECT asked.month, entitled.province_code, entitled.age, entitled.tariff_id, count(*) AS claims
          FROM asked
         CROSS JOIN LATERAL registry.entitlements(asked.month) AS entitled
         WHERE entitled.programme = cost_of.programme AND entitled.state IN ('payable', 'held')
         GROUP BY asked.month, entitled.province_code, entitled.age, entitled.tariff_id
      ),
      tariff AS (
        SELECT asked.month, worked_out.tariff_id, worked_out.allowance, coalesce(base.amount, 0) AS base
          FROM asked
         CROSS JOIN LATERAL reference.tariff_of(asked.month) AS worked_out
         CROSS JOIN LATERAL (SELECT sum(component.amount) AS amount
                               FROM jsonb_to_recordset(worked_out.components) AS component (component text, payer text, amount numeric)
                              WHERE component.component = 'base' AND component.payer = 'local_authority') AS base
      ),
      costed AS (
        SELECT counted.month, counted.province_code, welfare.ladder_step(cost_of.ladder, counted.age) AS from_age, counted.claims,
               counted.claims * tariff.allowance AS present,
               counted.claims * (tariff.allowance - tariff.base + coalesce(cost_of.ladder @ counted.age, 0)) AS proposed
          FROM counted
          JOIN tariff ON tariff.month = counted.month AND tariff.tariff_id = counted.tariff_id
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
