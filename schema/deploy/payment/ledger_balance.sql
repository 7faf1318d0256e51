-- ER13, AR2: the ledger read: legs, balances by account, the trial balance of a month.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Each entry twice, once for each account. No role reads it: the owner's functions and whoever administers the database do.
CREATE VIEW payment.ledger_leg WITH (security_invoker) AS
  SELECT entry.entry_number, entry.recorded_at, entry.event_at, entry.disbursement_number, entry.delivery_number, entry.corrects,
         entry.cycle_month, entry.month, entry.authority_code, entry.programme, entry.payer, entry.budget_type, entry.step, leg.account,
         entry.district_code, entry.province_code, entry.sensitive, leg.amount
    FROM payment.ledger_entry AS entry
   CROSS JOIN LATERAL (VALUES (entry.debit, entry.amount::numeric), (entry.credit, -entry.amount::numeric)) AS leg (account, amount);
COMMENT ON VIEW payment.ledger_leg IS 'ledger entries by account: the debit is positive, the credit negative, so that every sum over all accounts is zero';
COMMENT ON COLUMN payment.ledger_leg.entry_number IS 'number of the entry';
COMMENT ON COLUMN payment.ledger_leg.recorded_at IS 'when it was posted';
COMMENT ON COLUMN payment.ledger_leg.event_at IS 'when what it posts happened';
COMMENT ON COLUMN payment.ledger_leg.disbursement_number IS 'disbursement it belongs to; NULL: none';
COMMENT ON COLUMN payment.ledger_leg.delivery_number IS 'delivery of bank results it posts; NULL: none';
COMMENT ON COLUMN payment.ledger_leg.corrects IS 'the entry that it corrects; NULL: none';
COMMENT ON COLUMN payment.ledger_leg.cycle_month IS 'month with whose money it is paid';
COMMENT ON COLUMN payment.ledger_leg.month IS 'month for which it is owed';
COMMENT ON COLUMN payment.ledger_leg.authority_code IS 'local authority';
COMMENT ON COLUMN payment.ledger_leg.programme IS 'programme';
COMMENT ON COLUMN payment.ledger_leg.payer IS 'whose money it is';
COMMENT ON COLUMN payment.ledger_leg.budget_type IS 'budget of the authority; NULL: another payer''s money';
COMMENT ON COLUMN payment.ledger_leg.step IS 'what moved it';
COMMENT ON COLUMN payment.ledger_leg.account IS 'the account';
COMMENT ON COLUMN payment.ledger_leg.district_code IS 'district of the authority';
COMMENT ON COLUMN payment.ledger_leg.province_code IS 'province of the authority';
COMMENT ON COLUMN payment.ledger_leg.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN payment.ledger_leg.amount IS 'baht: positive what the account receives, negative what it gives';

-- The legs of some months that whoever asks may see. An authority sees its own; administrators, and who keeps the database, everything.
-- AR2: the Comptroller General's Department, which pays it all, sees every leg and no programme, as in everything else that it is shown of what it pays
-- (payment.payroll_progress, payment.list_disbursements): no two of these sums differ by what is health data.
-- Parameters: first and last month. Errors: WF001, WF007, WF010, WF017, WF034. A branch for each kind of scope, so that each is an index condition.
CREATE FUNCTION payment.legs_in_scope(from_month date, to_month date)
  RETURNS TABLE (month date, authority_code integer, programme reference.programme_name, payer reference.payer_name, budget_type reference.budget_type,
                 account payment.ledger_account, amount numeric)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM reference.require_duty('local_authority', 'treasury', 'administrator');
    PERFORM payment.require_months(legs_in_scope.from_month, legs_in_scope.to_month);
    IF welfare.duty() = 'local_authority' THEN
      RETURN QUERY
        SELECT leg.month::date, leg.authority_code, leg.programme, leg.payer, leg.budget_type, leg.account, leg.amount
          FROM payment.ledger_leg AS leg
         WHERE leg.month BETWEEN legs_in_scope.from_month AND legs_in_scope.to_month AND leg.authority_code = welfare.authority_code();
    ELSIF welfare.duty() IS NOT NULL AND NOT coalesce(welfare.nation(), false) THEN
      PERFORM reference.refuse('WF007', NULL);
    ELSIF welfare.duty() = 'treasury' THEN
      RETURN QUERY
        SELECT leg.month::date, leg.authority_code, NULL::reference.programme_name, leg.payer, leg.budget_type, leg.account, leg.amount
          FROM payment.ledger_leg AS leg
         WHERE leg.month BETWEEN legs_in_scope.from_month AND legs_in_scope.to_month;
    ELSE
      RETURN QUERY
        SELECT leg.month::date, leg.authority_code, leg.programme, leg.payer, leg.budget_type, leg.account, leg.amount
          FROM payment.ledger_leg AS leg
         WHERE leg.month BETWEEN legs_in_scope.from_month AND legs_in_scope.to_month;
    END IF;
  END
  $$;
COMMENT ON FUNCTION payment.legs_in_scope(date, date) IS 'legs of some months that whoever asks may see';

-- What each account received, gave and holds of some months, by authority, programme, payer and budget: the own authority's; the nation's for
-- administrators; for the Comptroller General's Department all programmes in one (AR2, payment.legs_in_scope).
-- Identifies nobody. The budget is negative: it only gives. Parameters: first and last month. Errors: WF001, WF007, WF010, WF017, WF034.
-- Belongs to the owner, and names each scope itself: who keeps the database has no scope, and must see every entry.
CREATE FUNCTION payment.ledger_balances(from_month date, to_month date)
  RETURNS TABLE (month date, authority_code integer, programme reference.programme_name, payer reference.payer_name, budget_type reference.budget_type,
                 account payment.ledger_account, debits numeric, credits numeric, balance numeric)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT leg.month, leg.authority_code, leg.programme, leg.payer, leg.budget_type, leg.account,
             coalesce(sum(leg.amount) FILTER (WHERE leg.amount > 0), 0), coalesce(-sum(leg.amount) FILTER (WHERE leg.amount < 0), 0), sum(leg.amount)
        FROM payment.legs_in_scope(ledger_balances.from_month, ledger_balances.to_month) AS leg
       GROUP BY leg.month, leg.authority_code, leg.programme, leg.payer, leg.budget_type, leg.account
       ORDER BY leg.month, leg.authority_code, leg.programme, leg.payer, leg.budget_type, leg.account;
  END
  $$;
COMMENT ON FUNCTION payment.ledger_balances(date, date) IS 'what each account received, gave and holds, inside the asker''s scope';

-- The trial balance (งบทดลอง) of a month inside the asker's scope: every account, and as the last row, without an account, their sum: debits are
-- credits, and the balance is zero. Parameters: first of month. Errors: as payment.ledger_balances, to whom it belongs for the same reason.
CREATE FUNCTION payment.trial_balance(month date)
  RETURNS TABLE (account payment.ledger_account, debits numeric, credits numeric, balance numeric)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      WITH total AS (
        SELECT leg.account, coalesce(sum(leg.amount) FILTER (WHERE leg.amount > 0), 0) AS debits,
               coalesce(-sum(leg.amount) FILTER (WHERE leg.amount < 0), 0) AS credits
          FROM payment.legs_in_scope(trial_balance.month, trial_balance.month) AS leg
         GROUP BY leg.account
      ),
      shown AS (
        SELECT known.account, coalesce(total.debits, 0) AS debits, coalesce(total.credits, 0) AS credits
          FROM unnest(enum_range(NULL::payment.ledger_account)) AS known (account)
          LEFT JOIN total ON total.account = known.account
      )
      SELECT shown.account, sum(shown.debits), sum(shown.credits), sum(shown.debits) - sum(shown.credits)
        FROM shown
       GROUP BY ROLLUP (shown.account)
       ORDER BY shown.account NULLS LAST;
  END
  $$;
COMMENT ON FUNCTION payment.trial_balance(date) IS 'trial balance of a month inside the asker''s scope; the last row is the sum';

REVOKE ALL ON FUNCTION payment.legs_in_scope(date, date), payment.ledger_balances(date, date), payment.trial_balance(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.ledger_balances(date, date), payment.trial_balance(date) TO welfare_authority, welfare_treasury, welfare_admin;

COMMIT;
