-- ER13, IS9.2: who sees how far payrolls are, and what is in them.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- The payrolls of a month inside the asker's scope, with who reviewed and approved them. Identifies nobody; above the authority without those that are
-- health data, but for administrators (AR2). Parameters: first of month. Errors: WF001, WF007, WF033, WF034.
CREATE FUNCTION payment.list_payrolls(cycle_month date)
  RETURNS TABLE (authority_code integer, programme reference.programme_name, round smallint, state payment.payroll_state, items bigint, transfers bigint,
                 amount numeric, held bigint, held_amount numeric, digest text, late_reason text, reviewed_by text, approved_by text, order_number text,
                 disbursement_number bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'administrator');
    PERFORM payment.require_months(list_payrolls.cycle_month, list_payrolls.cycle_month);
    RETURN QUERY
      SELECT payroll.authority_code, payroll.programme, payroll.round, payroll.state, payroll.items, payroll.transfers, payroll.amount::numeric, payroll.held,
             payroll.held_amount::numeric, encode(payroll.digest, 'hex'), payroll.late_reason, reviewed.taken_by, approved.taken_by, approved.order_number,
             payroll.disbursement_number
        FROM payment.authority_payroll AS payroll
        LEFT JOIN LATERAL (SELECT step.taken_by FROM payment.payroll_step AS step
                            WHERE step.cycle_month = payroll.cycle_month AND step.authority_code = payroll.authority_code
                              AND step.programme = payroll.programme AND step.round = payroll.round AND step.to_state = 'reviewed'
                              AND payroll.state >= 'reviewed'
                            ORDER BY step.step_number DESC LIMIT 1) AS reviewed ON true
        LEFT JOIN LATERAL (SELECT step.taken_by, step.order_number FROM payment.payroll_step AS step
                            WHERE step.cycle_month = payroll.cycle_month AND step.authority_code = payroll.authority_code
                              AND step.programme = payroll.programme AND step.round = payroll.round AND step.order_number IS NOT NULL) AS approved ON true
       WHERE payroll.cycle_month = list_payrolls.cycle_month
       ORDER BY payroll.authority_code, payroll.programme, payroll.round;
  END
  $$;
COMMENT ON FUNCTION payment.list_payrolls(date) IS 'payrolls of a month inside the asker''s scope, and how far they are';

-- How far each authority's payrolls of a month are, all programmes in one, so that what is health data is no difference of two sums (AR2): for the
-- Comptroller General's Department, which pays them. Of what is not sealed yet, the one that is least far, and no sums. Identifies nobody. Parameters: first of month. Errors: WF001, WF007, WF033, WF034.
-- Belongs to the owner: the department sees no payroll by itself.
CREATE FUNCTION payment.payroll_progress(cycle_month date)
  RETURNS TABLE (authority_code integer, state payment.payroll_state, disbursement_number bigint, items bigint, transfers bigint, amount numeric)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM reference.require_duty('treasury', 'administrator');
    PERFORM payment.require_months(payroll_progress.cycle_month, payroll_progress.cycle_month);
    RETURN QUERY
      SELECT payroll.authority_code, min(payroll.state), payroll.disbursement_number, sum(sealed.items)::bigint, sum(sealed.transfers)::bigint,
             sum(sealed.amount)::numeric
        FROM payment.authority_payroll AS payroll
        LEFT JOIN payment.sealed_payroll AS sealed
          ON sealed.disbursement_number = payroll.disbursement_number AND sealed.authority_code = payroll.authority_code
         AND sealed.programme = payroll.programme AND sealed.round = payroll.round
       WHERE payroll.cycle_month = payroll_progress.cycle_month
       GROUP BY payroll.authority_code, payroll.disbursement_number
       ORDER BY payroll.authority_code, payroll.disbursement_number NULLS FIRST;
  END
  $$;
COMMENT ON FUNCTION payment.payroll_progress(date) IS 'how far each authority''s payrolls of a month are, all programmes in one';

-- What the payrolls of the own authority pay in a month, and what they hold and why: of approved ones as it was written down, of others as it stands
-- now. Parameters: first of month; programme. The look is recorded. Errors: WF001, WF007, WF010, WF032–034.
-- Belongs to the owner, and names the authority itself: payments are nobody's tables.
CREATE FUNCTION payment.payroll_items(cycle_month date, programme reference.programme_name)
  RETURNS TABLE (national_id welfare.thai_id, month date, adjustment_number smallint, payer reference.payer_name, attempt smallint, round smallint,
                 approved boolean, amount numeric, top_up numeric, offset_amount numeric, way_of_payment reference.way_of_payment, bank_code smallint,
                 bank_branch text, account_number text, account_name text, held boolean, reasons payment.hold_reason[], late_reason text, reference bigint)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  DECLARE
    own CONSTANT integer := welfare.authority_code();
    found bigint;
  BEGIN
    PERFORM registry.require_officer();
    PERFORM payment.require_prepared(payroll_items.cycle_month);
    IF payroll_items.programme IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'programme');
    END IF;
    RETURN QUERY
      SELECT told.thai_id, told.month::date, told.adjustment_number, told.payer, told.attempt, told.round, true, told.amount::numeric, told.top_up::numeric,
             coalesce(less.amount::numeric, 0), told.way_of_payment, told.bank_code, told.bank_branch, told.account_number, told.account_name, false,
             NULL::payment.hold_reason[], told.late_reason, told.reference
        FROM payment.instruction AS told
        LEFT JOIN payment.set_aside AS less
          ON less.thai_id = told.thai_id AND less.programme = told.programme AND less.month = told.month AND less.adjustment_number = told.adjustment_number
         AND less.payer = told.payer AND less.attempt = told.attempt AND less.reason = 'offset'
       WHERE told.cycle_month = payroll_items.cycle_month AND told.month <= payroll_items.cycle_month AND told.authority_code = own
         AND told.programme = payroll_items.programme
       UNION ALL
      SELECT aside.thai_id, aside.month::date, aside.adjustment_number, aside.payer, aside.attempt, aside.round, true, aside.amount::numeric,
             aside.top_up::numeric, 0::numeric, NULL, NULL, NULL, NULL, NULL, true, aside.hold_reasons, NULL, NULL
        FROM payment.set_aside AS aside
       WHERE aside.cycle_month = payroll_items.cycle_month AND aside.authority_code = own AND aside.programme = payroll_items.programme AND aside.reason = 'held'
       UNION ALL
      SELECT payable.thai_id, payable.month, payable.adjustment_number, payable.payer, payable.attempt, NULL, false, payable.amount, payable.top_up,
             payable.offset_amount, payable.way_of_payment, payable.bank_code, payable.bank_branch, payable.account_number, payable.account_name,
             payable.reasons IS NOT NULL, payable.reasons, CASE WHEN payable.source <> 'line' THEN payable.source::text END, NULL
        FROM (SELECT * FROM payment.lines_payable(payroll_items.cycle_month, own, payroll_items.programme)
               UNION ALL
              SELECT * FROM payment.carried_payable(payroll_items.cycle_month, own, payroll_items.programme)) AS payable
       ORDER BY 1, 2, 3, 4, 5;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('payment.payroll_items', NULL,
                              jsonb_build_object('cycle_month', payroll_items.cycle_month, 'programme', payroll_items.programme), found);
  END
  $$;
COMMENT ON FUNCTION payment.payroll_items(date, reference.programme_name) IS 'what the payrolls of the own authority pay in a month, and what they hold';

-- The disbursements of a month, of the Comptroller General's Department or of the own authority where it pays itself. Identifies nobody.
-- Parameters: first of month, NULL for all. Errors: WF001, WF007. Belongs to the owner, and names the scope itself.
CREATE FUNCTION payment.list_disbursements(only_month date DEFAULT NULL)
  RETURNS TABLE (disbursement_number bigint, cycle_month date, value_date date, state payment.disbursement_state, payrolls bigint, transfers bigint,
                 cash_items bigint, held_back bigint, control_sum numeric, digest text, late_reason text, sealed_at timestamptz, sealed_by text,
                 sent_at timestamptz, sent_by text, closed_at timestamptz, broken_why text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM reference.require_duty('treasury', 'administrator', 'local_authority');
    RETURN QUERY
      SELECT told.disbursement_number, told.cycle_month::date, told.value_date, told.state, told.payrolls, told.transfers, told.cash_items, told.held_back,
             told.control_sum::numeric, encode(told.digest, 'hex'), told.late_reason, told.sealed_at, told.sealed_by, told.sent_at, told.sent_by, told.closed_at,
             told.broken_why
        FROM payment.disbursement AS told
       WHERE (list_disbursements.only_month IS NULL OR told.cycle_month = list_disbursements.only_month)
         AND told.authority_code IS NOT DISTINCT FROM CASE welfare.duty() WHEN 'local_authority' THEN welfare.authority_code() END
         AND (welfare.duty() IS DISTINCT FROM 'local_authority' OR welfare.authority_code() IS NOT NULL)
       ORDER BY told.disbursement_number;
  END
  $$;
COMMENT ON FUNCTION payment.list_disbursements(date) IS 'disbursements of a month';

REVOKE ALL ON FUNCTION payment.payroll_progress(date), payment.list_payrolls(date), payment.payroll_items(date, reference.programme_name), payment.list_disbursements(date) FROM PUBLIC;
RESET ROLE;
ALTER FUNCTION payment.list_payrolls(date) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION payment.list_payrolls(date) TO welfare_authority, welfare_district, welfare_province, welfare_department, welfare_admin;
GRANT EXECUTE ON FUNCTION payment.payroll_progress(date) TO welfare_treasury, welfare_admin;
GRANT EXECUTE ON FUNCTION payment.payroll_items(date, reference.programme_name) TO welfare_authority;
GRANT EXECUTE ON FUNCTION payment.list_disbursements(date) TO welfare_authority, welfare_treasury, welfare_admin;

COMMIT;
