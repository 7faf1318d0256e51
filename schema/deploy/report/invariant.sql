-- QR8, IS10: what was compiled is what the lines say.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Compiled totals are those of the lines of their reference month, unless it was prepared again since. Parameters: the reference month. Answers as
-- payment.check_credited_once.
CREATE FUNCTION report.check_compiled(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      WITH year AS (
        SELECT compiled.fiscal_year FROM report.compilation AS compiled
         WHERE compiled.reference_month = check_compiled.month
           AND NOT EXISTS (SELECT FROM payment.payroll WHERE payroll.month = check_compiled.month AND payroll.prepared_at > compiled.compiled_at)
      )
      SELECT count(*), min(payment.masked(check_compiled.month, coalesce(total.authority_code, counted.authority_code), NULL, NULL, NULL))
        FROM (SELECT told.* FROM report.programme_total AS told JOIN year ON year.fiscal_year = told.fiscal_year) AS total
        FULL JOIN (SELECT line.authority_code, line.programme, count(*) AS claims, sum(line.allowance + line.top_up) AS amount, sum(line.other_payers) AS other_payers
                     FROM payment.line
                    WHERE line.month = check_compiled.month AND EXISTS (SELECT FROM year)
                    GROUP BY line.authority_code, line.programme) AS counted
          ON counted.authority_code = total.authority_code AND counted.programme = total.programme
       WHERE (counted.claims, counted.amount, counted.other_payers) IS DISTINCT FROM (total.claims, total.amount::numeric, total.other_payers::numeric);
  END
  $$;
COMMENT ON FUNCTION report.check_compiled(date) IS 'compiled totals that are not those of the lines';

-- A month's roll-up is of its lines, unless it was prepared again since. Parameters: first of month. Answers as payment.check_credited_once.
CREATE FUNCTION report.check_rolled_up(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    IF NOT EXISTS (SELECT FROM report.month_total AS total WHERE total.month = check_rolled_up.month)
       OR EXISTS (SELECT FROM payment.payroll
                   WHERE payroll.month = check_rolled_up.month
                     AND payroll.prepared_at > (SELECT min(total.summarised_at) FROM report.month_total AS total WHERE total.month = check_rolled_up.month)) THEN
      RETURN QUERY SELECT 0::bigint, NULL::text;
      RETURN;
    END IF;
    RETURN QUERY
      SELECT count(*), min(payment.masked(check_rolled_up.month, coalesce(total.authority_code, counted.authority_code), NULL, NULL, NULL))
        FROM (SELECT told.* FROM report.month_total AS told WHERE told.month = check_rolled_up.month) AS total
        FULL JOIN (SELECT line.authority_code, line.programme, count(*) AS lines, sum(line.allowance) AS allowance, sum(line.top_up) AS top_up,
                          sum(line.other_payers) AS other_payers
                     FROM payment.line
                    WHERE line.month = check_rolled_up.month
                    GROUP BY line.authority_code, line.programme) AS counted
          ON counted.authority_code = total.authority_code AND counted.programme = total.programme
       WHERE (counted.lines, counted.allowance, counted.top_up, counted.other_payers)
               IS DISTINCT FROM (total.lines, total.allowance::numeric, total.top_up::numeric, total.other_payers::numeric);
  END
  $$;
COMMENT ON FUNCTION report.check_rolled_up(date) IS 'months rolled up that are not their lines';
REVOKE ALL ON FUNCTION report.check_compiled(date), report.check_rolled_up(date) FROM PUBLIC;

DO $$
BEGIN
  PERFORM payment.add_invariant(told.name, told.place::smallint, told.by_month, told.asked_by, told.meaning_thai, told.meaning_english)
     FROM (VALUES
  ('compiled', 310, true, 'report.check_compiled', 'ยอดรวมในระบบรายงานตรงกับบัญชีรายชื่อ', 'compiled totals are those of the lines'),
  ('rolled_up', 320, true, 'report.check_rolled_up', 'ยอดรวมรายเดือนตรงกับบัญชีรายชื่อ', 'months rolled up are those of the lines')
          ) AS told (name, place, by_month, asked_by, meaning_thai, meaning_english);
END
$$;

COMMIT;
