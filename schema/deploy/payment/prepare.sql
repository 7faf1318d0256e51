-- ER12, ER13, DR12, DR13: a month's payroll in one set-based statement.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Claims due in a month by the law that was frozen for it, with the age and the facts that it looks at; of those whose own facts do not
-- prove the criterion, what a second look finds. Parameters: first of month; whether any of it may be paid already (where the planner is told
-- that nothing is, it does not ask of each). One pass over claims and persons.
CREATE FUNCTION payment.due_claims(month date, paid_beside boolean DEFAULT true)
  RETURNS TABLE (thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, authority_code integer,
                 district_code smallint, province_code smallint, way_of_payment reference.way_of_payment,
                 budget_type reference.budget_type, top_up reference.baht, age integer, facts welfare.facts,
                 tariff_case bigint, rule welfare.eligibility_rule, pay_month reference.pay_month, look registry.second_look, bank_code smallint, bank_branch text, account_number text,
                 account_name text)
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT due.thai_id, due.programme_name, due.claim_number, due.authority_code, due.district_code, due.province_code, due.way_of_payment,
           due.budget_type, due.top_up, due.age, due.facts, due.tariff_case, due.rule, due_claims.month::reference.pay_month,
           CASE WHEN coalesce(due.facts @@ due.rule, false) THEN NULL
                -- the same as a look would find, without one: nothing beside the claim, and nothing that was otherwise before
                WHEN NOT (due.until_order AND (due.varied_from IS NOT NULL OR due.first_month < due.same_since))
                     AND NOT registry.has_other_claims(due.thai_id, due.programme_name)
                THEN ROW(due.facts, false, false)::registry.second_look
                ELSE registry.look_again(due.thai_id, due.programme_name, due.claim_number, due.first_month, due.varied_from, due_claims.month, due.facts,
                                         due.rule, due.same_since, due.until_order) END,
           due.bank_code, due.bank_branch, due.account_number, due.account_name
      FROM (SELECT claim.*, law.rule, law.same_since, law.until_order
              FROM payment.law
             CROSS JOIN LATERAL registry.claims_in_month(due_claims.month, law.programme, law.law_number, law.age_day, law.least_age, law.claim_facts,
                                                         law.asked_by_rates) AS claim
             WHERE law.month = due_claims.month
               AND NOT claim.suspended
               -- Paid already: under a national ID that was wrong (IS9.6); what was lacking, beside the lines, where it goes on (ER13).
               AND NOT EXISTS (SELECT FROM (SELECT inherited.thai_id, inherited.programme FROM payment.inherited_month AS inherited
                                             WHERE inherited.month = due_claims.month
                                             UNION ALL
                                            SELECT adjustment.thai_id, adjustment.programme FROM payment.adjustment
                                             WHERE adjustment.month = due_claims.month) AS paid
                                WHERE due_claims.paid_beside AND paid.thai_id = claim.thai_id AND paid.programme = claim.programme_name)
            -- The planner takes no subquery with an OFFSET apart: facts and case are worked out once, and not again for the rule, the
            -- join and the line. As a constant of the right type it leaves the plan parallel.
            OFFSET bigint '0') AS due
    OFFSET bigint '0';
  END;
COMMENT ON FUNCTION payment.due_claims(date, boolean) IS 'claims due in a month by their dates, with the age and facts that the month''s law looks at';

-- The payment lines of a month: claims that are due, whose criterion is proved or was until an order ends them, at the month's tariff.
-- Parameters: first of month, whose law has been frozen; whether any of it may be paid already. Its columns have the table's own types throughout: a cast to a
-- domain would check every row again.
CREATE FUNCTION payment.lines_of_month(month date, paid_beside boolean DEFAULT true) RETURNS SETOF payment.line
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT due.thai_id, coalesce((due.look).facts, due.facts), due.pay_month, due.authority_code, tariff.tariff_id, due.programme,
           due.way_of_payment, due.budget_type, due.district_code, due.province_code, due.claim_number,
           due.age::smallint, coalesce((due.look).pending_removal, false), tariff.allowance, due.top_up, tariff.other_payers,
           due.bank_code, due.bank_branch, due.account_number, due.account_name
      FROM payment.due_claims(lines_of_month.month, lines_of_month.paid_beside) AS due
      JOIN (SELECT tariff.tariff_id, tariff.allowance, tariff.other_payers,
                   reference.tariff_case(law.law_number, tariff.facts_case, year.age) AS tariff_case
              FROM payment.tariff
              JOIN payment.law ON law.month = tariff.month AND law.programme = tariff.programme
             CROSS JOIN LATERAL generate_series(tariff.from_age, tariff.to_age) AS year (age)
             WHERE tariff.month = lines_of_month.month
            OFFSET bigint '0') AS tariff
        ON tariff.tariff_case = due.tariff_case
     -- A criterion that is undecided pays nothing: only what is proved counts. Of coalesce the planner expects half
     -- of the rows, of IS TRUE one in a hundred, for which it would sort everybody by tariff.
     WHERE coalesce((due.look).payable, true);
  END;
COMMENT ON FUNCTION payment.lines_of_month(date, boolean) IS 'the payment lines that a month''s law gives';

-- Prepares the payroll of a month: adds the lines that are missing, changes none, and answers the totals.
-- Parameters: first of month, not in the future. Errors: WF030 the month has not come, WF031 its law is missing, WF340 not confirmed,
-- WF033 no month given, WF034 not the first of a month, WF001 and WF004 not an administrator.
-- Belongs to the owner, who alone may create the month's partition.
CREATE FUNCTION payment.prepare(month date)
  RETURNS TABLE (programme reference.programme_name, lines bigint, added bigint, allowance numeric, top_up numeric, other_payers numeric)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  -- One statement over everybody: memory for its hash, and for the sort of the key, the same however many they are; no compiling of
  -- expressions that are C already; no sorting of everybody by tariff, of whose few cases the planner knows nothing; everybody's lines
  -- worked out by all workers, though one process writes them.
  SET work_mem = '8MB'
  SET maintenance_work_mem = '128MB'
  SET jit = off
  SET enable_mergejoin = off
  SET parallel_tuple_cost = 0
  AS $$
  #variable_conflict use_column
  DECLARE
    pay_month date := prepare.month;
    partition_name text := to_char(pay_month, '"line_"YYYY_MM');
    totals payment.payroll[];
  BEGIN
    PERFORM reference.require_administrator();
    IF pay_month IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    END IF;
    IF NOT reference.is_pay_month(pay_month) THEN
      PERFORM reference.refuse('WF034', NULL, pay_month::text);
    END IF;
    IF pay_month > welfare.business_date() THEN
      PERFORM reference.refuse('WF030', NULL, pay_month::text, welfare.business_date()::text);
    END IF;
    PERFORM reference.check_law(pay_month);
    -- Two preparations of one month wait for each other.
    PERFORM pg_advisory_xact_lock(hashtext('payment.prepare'), pay_month - DATE '1900-01-01');
    -- The law of a month is frozen with its first line: what changes later is arrears or recovery, never a rewriting.
    IF NOT EXISTS (SELECT FROM payment.law WHERE law.month = pay_month) THEN
      PERFORM payment.freeze_law(pay_month);
      PERFORM payment.work_out_tariff(pay_month);
      -- Three rows and a few dozen: without statistics the planner takes them for thousands.
      ANALYZE payment.law, payment.tariff;
    END IF;

    IF to_regclass(format('payment.%I', partition_name)) IS NULL THEN
      -- Loaded as claims lie, which is by authority, as payrolls read them; then keyed, then attached: the parent is never locked against
      -- readers. The key's few bytes are sorted, not everybody's lines.
      EXECUTE format('CREATE TABLE payment.%I AS SELECT * FROM payment.lines_of_month(%L, %L)',
                     partition_name, pay_month,
                     EXISTS (SELECT FROM payment.inherited_month AS inherited WHERE inherited.month = pay_month)
                     OR EXISTS (SELECT FROM payment.adjustment WHERE adjustment.month = pay_month));
      EXECUTE format('ALTER TABLE payment.%1$I
                        ADD CONSTRAINT %2$I PRIMARY KEY (thai_id, programme, month),
                        ALTER facts SET NOT NULL, ALTER authority_code SET NOT NULL,
                        ALTER tariff_id SET NOT NULL, ALTER way_of_payment SET NOT NULL, ALTER budget_type SET NOT NULL,
                        ALTER district_code SET NOT NULL, ALTER province_code SET NOT NULL, ALTER claim_number SET NOT NULL,
                        ALTER age SET NOT NULL, ALTER pending_removal SET NOT NULL, ALTER allowance SET NOT NULL, ALTER top_up SET NOT NULL,
                        ALTER other_payers SET NOT NULL,
                        ADD CONSTRAINT %3$I CHECK (month >= %4$L AND month < %5$L)',
                     partition_name, partition_name || '_pkey', partition_name || '_month',
                     pay_month, reference.month_after(pay_month));
      EXECUTE format('ALTER TABLE payment.line ATTACH PARTITION payment.%I FOR VALUES FROM (%L) TO (%L)',
                     partition_name, pay_month, reference.month_after(pay_month));
      PERFORM payment.guard_partition('line', partition_name);
      EXECUTE format('COMMENT ON TABLE payment.%I IS %L', partition_name, 'payment lines of ' || to_char(pay_month, 'YYYY-MM'));
    ELSE
      INSERT INTO payment.line
      SELECT * FROM payment.lines_of_month(pay_month) AS due ORDER BY due.thai_id, due.programme
      ON CONFLICT DO NOTHING;
    END IF;

    -- Amounts are those of the tariff, times its lines. Read from the partition, of whose size the planner knows, by EXECUTE and
    -- apart from the writing: a statement that writes, or that fills variables itself, is never parallel.
    EXECUTE format('SELECT array_agg(total) FROM (
                      SELECT $1::reference.pay_month AS month, programme.programme, coalesce(sum(counted.lines), 0)::bigint AS lines,
                             coalesce(sum(tariff.allowance * counted.lines), 0)::numeric(16,2) AS allowance,
                             coalesce(sum(counted.top_up), 0)::numeric(16,2) AS top_up,
                             coalesce(sum(tariff.other_payers * counted.lines), 0)::numeric(16,2) AS other_payers,
                             clock_timestamp() AS prepared_at, NULL::timestamptz AS adjusted_at, $2 AS prepared_by
                        FROM (SELECT line.tariff_id, count(*) AS lines, sum(line.top_up) FILTER (WHERE line.top_up <> 0) AS top_up
                                FROM payment.%I AS line
                               GROUP BY line.tariff_id) AS counted
                        JOIN payment.tariff ON tariff.month = $1 AND tariff.tariff_id = counted.tariff_id
                       RIGHT JOIN reference.programme ON programme.programme = tariff.programme
                       GROUP BY programme.programme) AS total', partition_name)
      INTO totals USING pay_month, coalesce(welfare.principal(), session_user);
    RETURN QUERY
    WITH earlier AS (
      SELECT payroll.programme, payroll.lines FROM payment.payroll WHERE payroll.month = pay_month
    ),
    recorded AS (
      INSERT INTO payment.payroll AS payroll
      SELECT total.* FROM unnest(totals) AS total
      ON CONFLICT (month, programme) DO UPDATE
         SET lines = excluded.lines, allowance = excluded.allowance, top_up = excluded.top_up,
             other_payers = excluded.other_payers, prepared_at = excluded.prepared_at, prepared_by = excluded.prepared_by
       WHERE payroll.lines <> excluded.lines
    )
    SELECT total.programme, total.lines, total.lines - coalesce(earlier.lines, 0), total.allowance, total.top_up, total.other_payers
      FROM unnest(totals) AS total
      LEFT JOIN earlier ON earlier.programme = total.programme
     ORDER BY total.programme;
  END
  $$;
COMMENT ON FUNCTION payment.prepare(date) IS 'prepares the payroll of a month: adds missing lines, changes none, answers the totals';

-- The components of the payment lines of a month, a row each.
CREATE VIEW payment.line_component AS
  SELECT line.month, line.thai_id, line.programme, line.authority_code, component.component, component.payer,
         component.rate_id, component.from_age, component.amount
    FROM payment.line
    JOIN payment.tariff ON tariff.month = line.month AND tariff.tariff_id = line.tariff_id
   CROSS JOIN LATERAL jsonb_to_recordset(tariff.components) AS component
     (component reference.rate_component, payer reference.payer_name, rate_id smallint, from_age integer, amount numeric(12,2));
COMMENT ON VIEW payment.line_component IS 'components of payment lines: what each rate row added, and who pays it';
COMMENT ON COLUMN payment.line_component.month IS 'the month';
COMMENT ON COLUMN payment.line_component.thai_id IS 'the person';
COMMENT ON COLUMN payment.line_component.programme IS 'the programme';
COMMENT ON COLUMN payment.line_component.authority_code IS 'local authority that pays';
COMMENT ON COLUMN payment.line_component.component IS 'the component';
COMMENT ON COLUMN payment.line_component.payer IS 'who pays it';
COMMENT ON COLUMN payment.line_component.rate_id IS 'rate row that gave it';
COMMENT ON COLUMN payment.line_component.from_age IS 'step of its ladder';
COMMENT ON COLUMN payment.line_component.amount IS 'baht';

-- Claims due in a month that got no line, counted by the terms that are unmet or undecided.
-- Parameters: first of month. A claim with two such terms counts under both. Errors: WF032 the month is not prepared,
-- WF001 and WF004 not an administrator.
CREATE FUNCTION payment.unpaid_summary(month date)
  RETURNS TABLE (programme reference.programme_name, term text, decided boolean, claims bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM reference.require_administrator();
    IF NOT EXISTS (SELECT FROM payment.law WHERE law.month = unpaid_summary.month) THEN
      PERFORM reference.refuse('WF032', NULL, unpaid_summary.month::text);
    END IF;
    RETURN QUERY
      SELECT due.programme, reason.term, ((due.look).facts @@ due.rule) IS NOT NULL, count(*)
        FROM payment.due_claims(unpaid_summary.month) AS due
       CROSS JOIN LATERAL unnest(welfare.unmet((due.look).facts, due.rule) || welfare.undecided((due.look).facts, due.rule)) AS reason (term)
       WHERE NOT (due.look).payable
         AND NOT EXISTS (SELECT FROM payment.line
                          WHERE line.thai_id = due.thai_id AND line.programme = due.programme AND line.month = unpaid_summary.month)
       GROUP BY due.programme, reason.term, ((due.look).facts @@ due.rule) IS NOT NULL
       ORDER BY due.programme, ((due.look).facts @@ due.rule) IS NOT NULL DESC, count(*) DESC, reason.term;
  END
  $$;
COMMENT ON FUNCTION payment.unpaid_summary(date) IS 'claims due in a month that get no line, counted by the terms that are unmet or undecided';

REVOKE ALL ON FUNCTION payment.due_claims(date, boolean), payment.lines_of_month(date, boolean), payment.prepare(date), payment.unpaid_summary(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.prepare(date), payment.unpaid_summary(date) TO welfare_admin;

COMMIT;
