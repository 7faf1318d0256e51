-- ER13, DR13, AR2: what was paid after the day by which it should have been, and why.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Payments of a month's payrolls that are late: carried over from an earlier month, approved or given after the day by which the month is paid, or
-- arrived after it; counted by authority, programme, payer and reason. The own authority's; of others inside the asker's scope what is no
-- health data, without the reason's words, which may name somebody; administrators everything. unexplained counts those that arrived late and of
-- which neither payroll, disbursement nor payout says why. Identifies nobody. Parameters: month with whose money they are paid.
-- Errors: WF001, WF007, WF033, WF034. Belongs to the owner: it counts by the scope of whoever asks, and shows no row.
CREATE FUNCTION payment.late_payments(cycle_month date)
  RETURNS TABLE (authority_code integer, programme reference.programme_name, payer reference.payer_name, late_reason text, payments bigint, amount numeric,
                 arrived bigint, last_arrived_on date, unexplained bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET plan_cache_mode = force_custom_plan
  SET jit = off
  AS $$
  #variable_conflict use_column
  DECLARE
    cycle CONSTANT date := late_payments.cycle_month;
    own CONSTANT integer := CASE WHEN welfare.duty() = 'local_authority' THEN welfare.authority_code() END;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'administrator', 'treasury');
    IF cycle IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    ELSIF NOT reference.is_pay_month(cycle) THEN
      PERFORM reference.refuse('WF034', NULL, cycle::text);
    END IF;
    RETURN QUERY
      SELECT late.authority_code, late.programme, late.payer, told.reason, count(*), sum(late.amount)::numeric, count(late.credited_on), max(late.credited_on),
             count(*) FILTER (WHERE late.reason IS NULL)
        FROM (SELECT told.authority_code, told.programme, told.payer, told.amount, arrived.credited_on,
                     coalesce(given.late_reason, told.late_reason, CASE WHEN arrived.credited_on > rule.latest THEN sealed.late_reason END) AS reason
                FROM payment.instruction AS told
                JOIN payment.authority_payroll AS payroll
                  ON payroll.cycle_month = told.cycle_month AND payroll.authority_code = told.authority_code AND payroll.programme = told.programme
                 AND payroll.round = told.round
                JOIN LATERAL (SELECT cycle + law.latest_day - 1 AS latest FROM reference.disbursement_rule AS law
                               WHERE law.payer = told.payer AND law.valid::daterange @> cycle) AS rule ON true
                LEFT JOIN payment.disbursement AS sealed ON sealed.disbursement_number = payroll.disbursement_number
                LEFT JOIN payment.payout AS given
                  ON given.thai_id = told.thai_id AND given.programme = told.programme AND given.month = told.month
                 AND given.adjustment_number = told.adjustment_number AND given.payer = told.payer AND given.attempt = told.attempt
                LEFT JOIN payment.credit AS arrived
                  ON arrived.thai_id = told.thai_id AND arrived.programme = told.programme AND arrived.month = told.month
                 AND arrived.adjustment_number = told.adjustment_number AND arrived.payer = told.payer AND arrived.attempt = told.attempt
               WHERE told.cycle_month = cycle AND told.month <= cycle AND (own IS NULL OR told.authority_code = own)
                 AND payment.may_see(payroll.authority_code, payroll.district_code, payroll.province_code, payroll.sensitive)
                 AND (told.late_reason IS NOT NULL OR given.late_reason IS NOT NULL OR arrived.credited_on > rule.latest)) AS late
       CROSS JOIN LATERAL (SELECT CASE WHEN welfare.duty() IN ('local_authority', 'administrator') OR welfare.duty() IS NULL THEN late.reason END AS reason) AS told
       GROUP BY late.authority_code, late.programme, late.payer, told.reason
       ORDER BY late.authority_code, late.programme, late.payer, told.reason;
  END
  $$;
COMMENT ON FUNCTION payment.late_payments(date) IS 'payments that are late, counted by authority, programme and reason (ER13, DR13)';

REVOKE ALL ON FUNCTION payment.late_payments(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.late_payments(date)
  TO welfare_admin, welfare_department, welfare_province, welfare_district, welfare_authority, welfare_treasury;

COMMIT;
