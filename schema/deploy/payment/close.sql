-- ER13, QR8: payrolls of which everything has arrived or failed are closed; and what the ledger, the payments, the seal and the banks say, side by side.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Closes payrolls that were handed over and of which every payment has arrived or failed, and disbursements of which all payrolls are closed. The ledger
-- tells which may be: what it has under way of the others is not nothing; their payments are then asked. Parameters: a disbursement, NULL: all that were
-- handed over. Answers how many were closed. Errors: WF001, WF007.
-- Belongs to the owner: payrolls change by functions only.
CREATE FUNCTION payment.close_payrolls(disbursement_number bigint DEFAULT NULL) RETURNS TABLE (payrolls bigint, disbursements bigint)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  DECLARE
    settled payment.authority_payroll[];
    months date[];
    shut bigint;
  BEGIN
    PERFORM reference.require_duty('treasury', 'administrator');
    settled := ARRAY(
      SELECT payroll
        FROM payment.authority_payroll AS payroll
       WHERE payroll.state = 'sent'
         AND (close_payrolls.disbursement_number IS NULL OR payroll.disbursement_number = close_payrolls.disbursement_number)
         AND NOT EXISTS (
           SELECT FROM (SELECT entry.disbursement_number, entry.authority_code, entry.programme
                          FROM payment.disbursement AS under_way
                          JOIN payment.ledger_entry AS entry ON entry.disbursement_number = under_way.disbursement_number
                         WHERE under_way.state = 'sent' AND 'sent' IN (entry.debit, entry.credit)
                           AND (close_payrolls.disbursement_number IS NULL OR under_way.disbursement_number = close_payrolls.disbursement_number)
                         GROUP BY entry.disbursement_number, entry.authority_code, entry.programme
                        HAVING sum(CASE entry.debit WHEN 'sent' THEN entry.amount ELSE -entry.amount END) <> 0) AS under_way
            WHERE under_way.disbursement_number = payroll.disbursement_number AND under_way.authority_code = payroll.authority_code
              AND under_way.programme = payroll.programme)
       ORDER BY payroll.cycle_month, payroll.authority_code, payroll.programme, payroll.round
         FOR UPDATE);
    IF settled <> '{}' THEN
      months := ARRAY(SELECT DISTINCT entry.month::date FROM payment.ledger_entry AS entry
                       WHERE entry.step = 'sent' AND entry.disbursement_number IN (SELECT told.disbursement_number FROM unnest(settled) AS told));
      settled := ARRAY(
        SELECT payroll FROM unnest(settled) AS payroll
         WHERE (payroll.cycle_month::date, payroll.authority_code, payroll.programme, payroll.round) NOT IN (
           SELECT DISTINCT told.cycle_month::date, told.authority_code, told.programme, told.round
             FROM payment.instruction AS told
             LEFT JOIN payment.credit AS arrived
               ON arrived.thai_id = told.thai_id AND arrived.programme = told.programme AND arrived.month = told.month
              AND arrived.adjustment_number = told.adjustment_number AND arrived.payer = told.payer AND arrived.attempt = told.attempt
              AND arrived.month = ANY (months)
             LEFT JOIN payment.failure AS failed
               ON failed.thai_id = told.thai_id AND failed.programme = told.programme AND failed.month = told.month
              AND failed.adjustment_number = told.adjustment_number AND failed.payer = told.payer AND failed.attempt = told.attempt
            WHERE told.month = ANY (months) AND told.cycle_month IN (SELECT DISTINCT open.cycle_month FROM unnest(settled) AS open)
              AND arrived.thai_id IS NULL AND failed.thai_id IS NULL)
         ORDER BY payroll.cycle_month, payroll.authority_code, payroll.programme, payroll.round);
      UPDATE payment.authority_payroll AS payroll SET state = 'closed', settled_at = clock_timestamp()
       WHERE (payroll.cycle_month::date, payroll.authority_code, payroll.programme, payroll.round) IN
             (SELECT told.cycle_month::date, told.authority_code, told.programme, told.round FROM unnest(settled) AS told);
      PERFORM payment.record_steps(settled, 'closed');
    END IF;
    UPDATE payment.disbursement AS told SET state = 'closed', closed_at = clock_timestamp()
     WHERE told.state = 'sent' AND (close_payrolls.disbursement_number IS NULL OR told.disbursement_number = close_payrolls.disbursement_number)
       AND NOT EXISTS (SELECT FROM payment.authority_payroll AS payroll
                        WHERE payroll.disbursement_number = told.disbursement_number AND payroll.state <> 'closed');
    GET DIAGNOSTICS shut = ROW_COUNT;
    RETURN QUERY SELECT cardinality(settled)::bigint, shut;
  END
  $$;
COMMENT ON FUNCTION payment.close_payrolls(bigint) IS 'closes payrolls and disbursements of which everything has arrived or failed';

-- What the ledger, the payments, the seal and the banks' deliveries say of a disbursement, in baht; NULL where one of them says nothing. The difference is
-- of the greatest from the least of a row, and is nothing. Identifies nobody, names no programme and no authority (AR2). Parameters: the disbursement.
-- Errors: WF001, WF007, WF409, WF40A its seal was broken. Belongs to the owner: it sums what is nobody's table.
CREATE FUNCTION payment.compare_with_bank(disbursement_number bigint)
  RETURNS TABLE (what text, ledger numeric, payments numeric, sealed numeric, bank numeric, difference numeric)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  DECLARE
    months date[];
    compared payment.disbursement;
  BEGIN
    PERFORM reference.require_duty('treasury', 'administrator');
    SELECT * INTO compared FROM payment.disbursement AS told WHERE told.disbursement_number = compare_with_bank.disbursement_number;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF409', NULL, coalesce(compare_with_bank.disbursement_number::text, 'NULL'));
    ELSIF compared.state = 'broken' THEN
      PERFORM reference.refuse('WF40A', NULL, compared.disbursement_number::text, compared.state::text);
    END IF;
    months := ARRAY(SELECT DISTINCT entry.month::date FROM payment.ledger_entry AS entry WHERE entry.disbursement_number = compare_with_bank.disbursement_number);
    RETURN QUERY
      WITH posted AS (
        SELECT coalesce(sum(entry.amount) FILTER (WHERE entry.debit = 'sent'), 0) AS sent,
               coalesce(sum(entry.amount) FILTER (WHERE entry.debit = 'paid' AND entry.delivery_number IS NOT NULL), 0) AS credited,
               coalesce(sum(entry.amount) FILTER (WHERE entry.debit = 'paid' AND entry.delivery_number IS NULL), 0) AS given,
               coalesce(sum(entry.amount) FILTER (WHERE entry.debit = 'returned' AND entry.credit = 'sent' AND entry.delivery_number IS NOT NULL), 0) AS failed,
               coalesce(sum(entry.amount) FILTER (WHERE entry.debit = 'returned' AND entry.credit = 'sent' AND entry.delivery_number IS NULL), 0) AS not_collected,
               coalesce(sum(entry.amount) FILTER (WHERE entry.debit = 'returned' AND entry.credit = 'paid'), 0) AS returned,
               coalesce(sum(CASE WHEN entry.debit = 'sent' THEN entry.amount WHEN entry.credit = 'sent' THEN -entry.amount END), 0) AS under_way
          FROM payment.ledger_entry AS entry
         WHERE entry.disbursement_number = compare_with_bank.disbursement_number AND entry.step <> 'corrected'
      ),
      paid AS (
        SELECT sum(told.amount) AS sent, coalesce(sum(told.amount) FILTER (WHERE told.bank_code IS NOT NULL), 0) AS transfers,
               coalesce(sum(told.amount) FILTER (WHERE arrived.delivery_number IS NOT NULL), 0) AS credited,
               coalesce(sum(told.amount) FILTER (WHERE arrived.thai_id IS NOT NULL AND arrived.delivery_number IS NULL), 0) AS given,
               coalesce(sum(told.amount) FILTER (WHERE arrived.thai_id IS NULL AND failed.delivery_number IS NOT NULL), 0) AS failed,
               coalesce(sum(told.amount) FILTER (WHERE arrived.thai_id IS NULL AND failed.thai_id IS NOT NULL AND failed.delivery_number IS NULL), 0) AS not_collected,
               coalesce(sum(told.amount) FILTER (WHERE arrived.thai_id IS NOT NULL AND failed.thai_id IS NOT NULL), 0) AS returned,
               coalesce(sum(told.amount) FILTER (WHERE arrived.thai_id IS NULL AND failed.thai_id IS NULL), 0) AS under_way,
               coalesce(sum(told.amount) FILTER (WHERE told.bank_code IS NOT NULL AND arrived.thai_id IS NULL AND failed.thai_id IS NULL), 0) AS untold
          FROM payment.payments_under(compared.disbursement_number, compared.cycle_month) AS told
          LEFT JOIN payment.credit AS arrived
            ON arrived.month = ANY (months) AND arrived.thai_id = told.thai_id AND arrived.programme = told.programme AND arrived.month = told.month
           AND arrived.adjustment_number = told.adjustment_number AND arrived.payer = told.payer AND arrived.attempt = told.attempt
          LEFT JOIN payment.failure AS failed
            ON failed.thai_id = told.thai_id AND failed.programme = told.programme AND failed.month = told.month
           AND failed.adjustment_number = told.adjustment_number AND failed.payer = told.payer AND failed.attempt = told.attempt
      ),
      said AS (
        SELECT coalesce(sum(part.amount) FILTER (WHERE part.outcome = 'credited'), 0) AS credited,
               coalesce(sum(part.amount) FILTER (WHERE NOT part.credited), 0) AS failed,
               coalesce(sum(part.amount) FILTER (WHERE part.outcome = 'returned' AND part.credited), 0) AS returned
          FROM payment.bank_delivery_part AS part WHERE part.disbursement_number = compare_with_bank.disbursement_number
      ),
      seal AS (
        SELECT told.control_sum::numeric AS sent, told.state IN ('sent', 'closed') AS is_sent,
               coalesce((SELECT sum(batch.control_sum) FROM payment.batch WHERE batch.disbursement_number = told.disbursement_number), 0) AS transfers
          FROM payment.disbursement AS told WHERE told.disbursement_number = compare_with_bank.disbursement_number
      )
      SELECT row.what, row.ledger, row.payments, row.sealed, row.bank,
             greatest(row.ledger, row.payments, row.sealed, row.bank) - least(row.ledger, row.payments, row.sealed, row.bank)
        FROM posted CROSS JOIN paid CROSS JOIN said CROSS JOIN seal
       CROSS JOIN LATERAL (VALUES
         ('handed_over', CASE WHEN seal.is_sent THEN posted.sent END, coalesce(paid.sent, 0), seal.sent, NULL),
         ('transfers', NULL, paid.transfers, seal.transfers, CASE WHEN seal.is_sent THEN said.credited + said.failed + paid.untold END),
         ('credited', posted.credited, paid.credited, NULL, said.credited),
         ('given_in_cash', posted.given, paid.given, NULL, NULL),
         ('failed', posted.failed, paid.failed, NULL, said.failed),
         ('not_collected', posted.not_collected, paid.not_collected, NULL, NULL),
         ('returned_after_credit', posted.returned, paid.returned, NULL, said.returned),
         ('under_way', CASE WHEN seal.is_sent THEN posted.under_way END, coalesce(paid.under_way, 0), NULL, NULL)) AS row (what, ledger, payments, sealed, bank);
  END
  $$;
COMMENT ON FUNCTION payment.compare_with_bank(bigint) IS 'what the ledger, the payments, the seal and the banks say of a disbursement, side by side';

REVOKE ALL ON FUNCTION payment.close_payrolls(bigint), payment.compare_with_bank(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.close_payrolls(bigint), payment.compare_with_bank(bigint) TO welfare_treasury, welfare_admin;

COMMIT;
