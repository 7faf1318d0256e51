-- ER13: an authority's payroll drafted from what is payable, with its count, control sum and SHA-256, by which it is approved and sealed.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- A payment as its digest reads it: one line of text in which nothing depends on a setting, and no two payments have the same: what people have written
-- is preceded by its length in bytes, as bars and line feeds may stand in it. Parameters: its columns.
CREATE FUNCTION payment.item_text(thai_id welfare.thai_id, month date, adjustment_number smallint, payer reference.payer_name, attempt smallint,
                                  amount numeric, top_up numeric, way_of_payment reference.way_of_payment, bank_code smallint, bank_branch text,
                                  account_number text, account_name text) RETURNS text
  -- as stable as the names of enumerations are taken to be: called immutable it would not be absorbed, and cost five times as much
  LANGUAGE sql STABLE PARALLEL SAFE
  RETURN thai_id::text || '|' || (month - DATE '1900-01-01')::text || '|' || adjustment_number::text || '|' || payer::text || '|' || attempt::text
         || '|' || amount::numeric(12,2)::text || '|' || top_up::numeric(12,2)::text || '|' || way_of_payment::text
         || CASE WHEN way_of_payment IN ('cash_in_person', 'cash_to_proxy') THEN E'\n'
                 ELSE '|' || bank_code::text || '|' || octet_length(bank_branch)::text || ':' || bank_branch || '|' || octet_length(account_number)::text || ':'
                      || account_number || '|' || octet_length(account_name)::text || ':' || account_name || E'\n' END;
COMMENT ON FUNCTION payment.item_text(welfare.thai_id, date, smallint, reference.payer_name, smallint, numeric, numeric, reference.way_of_payment, smallint, text, text, text)
  IS 'a payment as its digest reads it';

-- The digest of a payroll. Parameters: its key; its payments' texts, in their order, put together.
CREATE FUNCTION payment.payroll_digest(cycle_month date, authority_code integer, programme reference.programme_name, round smallint, items text) RETURNS bytea
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN sha256(convert_to((cycle_month - DATE '1900-01-01')::text || '|' || authority_code::text || '|' || programme::text || '|' || round::text || E'\n'
                           || coalesce(items, ''), 'UTF8'));
COMMENT ON FUNCTION payment.payroll_digest(date, integer, reference.programme_name, smallint, text) IS 'SHA-256 of a payroll''s payments in their order';

-- Drafts the payrolls of a month, or drafts anew those that nobody has approved yet: one for each authority and programme that has something
-- payable or held. What was reviewed and has not changed stays reviewed. What became payable after an approval makes another round.
-- Parameters: first of month, prepared; one authority, NULL for all. Answers how many were drafted, and their totals.
-- Errors: WF001, WF004 not an administrator, WF032 not prepared, WF033, WF034.
-- Belongs to the owner: lines and holds are nobody's tables.
CREATE FUNCTION payment.draft_payrolls(cycle_month date, only_authority integer DEFAULT NULL)
  RETURNS TABLE (payrolls bigint, items bigint, amount numeric, held bigint, held_amount numeric)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM reference.require_administrator();
    RETURN QUERY SELECT * FROM payment.write_drafts(draft_payrolls.cycle_month, draft_payrolls.only_authority);
  END
  $$;

-- The work of payment.draft_payrolls, for whoever may ask for it.
CREATE FUNCTION payment.write_drafts(cycle_month date, only_authority integer)
  RETURNS TABLE (payrolls bigint, items bigint, amount numeric, held bigint, held_amount numeric)
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  -- one statement over everybody, sorted by authority, so that only one authority's text is in memory at a time
  SET work_mem = '64MB'
  SET jit = off
  SET enable_hashagg = off
  -- everybody's texts made by all workers, though one process digests them
  SET parallel_tuple_cost = 0
  AS $$
  #variable_conflict use_column
  DECLARE
    index_name text := to_char(write_drafts.cycle_month, '"line_"YYYY_MM"_authority"');
    drafted payment.authority_payroll[];
    changed payment.authority_payroll[];
  BEGIN
    PERFORM payment.require_prepared(write_drafts.cycle_month);
    -- Two drafts of the nation wait for each other; those of different authorities do not, and wait for the nation's alone.
    IF write_drafts.only_authority IS NULL THEN
      PERFORM pg_advisory_xact_lock(hashtext('payment.draft'), write_drafts.cycle_month - DATE '1900-01-01');
    ELSE
      PERFORM pg_advisory_xact_lock_shared(hashtext('payment.draft'), write_drafts.cycle_month - DATE '1900-01-01');
      PERFORM pg_advisory_xact_lock(hashtext('payment.draft.authority'), write_drafts.only_authority);
    END IF;
    -- An authority's own lines are read by it from now on; while the month was loaded it would have cost more. Whoever drafts while another's transaction
    -- makes it does without, and does not wait.
    IF to_regclass(format('payment.%I', index_name)) IS NULL
       AND pg_try_advisory_xact_lock(hashtext('payment.draft.index'), write_drafts.cycle_month - DATE '1900-01-01') THEN
      EXECUTE format('CREATE INDEX IF NOT EXISTS %I ON payment.%I (authority_code, programme)', index_name, to_char(write_drafts.cycle_month, '"line_"YYYY_MM'));
      EXECUTE format('COMMENT ON INDEX payment.%I IS %L', index_name, 'lines by authority');
      -- a month that was loaded a moment ago: without statistics the planner takes it for a few rows, and looks up everybody one by one
      EXECUTE format('ANALYZE payment.%I', to_char(write_drafts.cycle_month, '"line_"YYYY_MM'));
    END IF;
    -- a nation's draft reads these beside millions of lines, and their statistics may be of before the first of them came
    IF write_drafts.only_authority IS NULL THEN
      ANALYZE payment.hold, payment.set_aside, payment.failure, payment.adjustment, payment.repair, payment.cancellation, payment.receipt;
    END IF;
    EXECUTE format($query$
      SELECT array_agg(draft) FROM (
        SELECT clock_timestamp() AS drafted_at, NULL::timestamptz AS settled_at, NULL::bigint AS first_reference, NULL::bigint AS disbursement_number,
               count(*) FILTER (WHERE item.reasons IS NULL AND item.amount > 0) AS items,
               count(*) FILTER (WHERE item.reasons IS NULL AND item.amount > 0 AND item.way_of_payment IN ('own_account', 'proxy_account')) AS transfers,
               count(*) FILTER (WHERE item.reasons IS NOT NULL) AS held,
               $1::reference.pay_month AS cycle_month, item.authority_code, item.programme, 'drafted'::payment.payroll_state AS state,
               coalesce(max(open.round), 1)::smallint AS round,
               max(item.district_code) AS district_code, max(item.province_code) AS province_code, bool_or(item.sensitive) AS sensitive,
               coalesce(sum(item.amount) FILTER (WHERE item.reasons IS NULL), 0)::numeric(14,2) AS amount,
               coalesce(sum(item.amount) FILTER (WHERE item.reasons IS NOT NULL), 0)::numeric(14,2) AS held_amount,
               payment.payroll_digest($1, item.authority_code, item.programme, coalesce(max(open.round), 1)::smallint,
                                      string_agg(item.text, '') FILTER (WHERE item.reasons IS NULL AND item.amount > 0)) AS digest,
               coalesce(welfare.principal(), session_user::text) AS drafted_by, NULL::text AS late_reason
          FROM (SELECT payable.*
                  FROM ((SELECT line.authority_code, line.programme, line.thai_id, line.month, line.adjustment_number, line.payer, line.district_code,
                                line.province_code, line.sensitive, line.amount, line.way_of_payment, line.reasons,
                                CASE WHEN line.reasons IS NULL THEN
                                  payment.item_text(line.thai_id, line.month, line.adjustment_number, line.payer, line.attempt, line.amount, line.top_up,
                                                    line.way_of_payment, line.bank_code, line.bank_branch, line.account_number, line.account_name) END AS text
                           FROM payment.lines_payable(%1$L, %2$L, NULL) AS line
                         -- planned by itself, so that its texts are made by workers, which those of what is carried over cannot be
                         OFFSET bigint '0')
                         UNION ALL
                        SELECT carried.authority_code, carried.programme, carried.thai_id, carried.month, carried.adjustment_number, carried.payer,
                               carried.district_code, carried.province_code, carried.sensitive, carried.amount, carried.way_of_payment, carried.reasons,
                               CASE WHEN carried.reasons IS NULL THEN
                                 payment.item_text(carried.thai_id, carried.month, carried.adjustment_number, carried.payer, carried.attempt, carried.amount,
                                                   carried.top_up, carried.way_of_payment, carried.bank_code, carried.bank_branch, carried.account_number,
                                                   carried.account_name) END AS text
                          FROM payment.carried_payable(%1$L, %2$L, NULL) AS carried) AS payable
                 ORDER BY payable.authority_code, payable.programme, payable.thai_id, payable.month, payable.adjustment_number, payable.payer) AS item
          LEFT JOIN (SELECT payroll.authority_code, payroll.programme, coalesce(max(payroll.round) FILTER (WHERE payroll.state < 'approved'), max(payroll.round) + 1) AS round
                       FROM payment.authority_payroll AS payroll WHERE payroll.cycle_month = $1
                      GROUP BY payroll.authority_code, payroll.programme) AS open
            ON open.authority_code = item.authority_code AND open.programme = item.programme
         GROUP BY item.authority_code, item.programme) AS draft $query$, write_drafts.cycle_month, write_drafts.only_authority)
      INTO drafted USING write_drafts.cycle_month;
    drafted := coalesce(drafted, '{}');
    -- an open one of which nothing is left pays nothing
    drafted := drafted || coalesce((
      SELECT array_agg((clock_timestamp(), NULL, NULL, NULL, 0, 0, 0, open.cycle_month, open.authority_code, open.programme, 'drafted', open.round,
                        open.district_code, open.province_code, open.sensitive, 0, 0,
                        payment.payroll_digest(open.cycle_month, open.authority_code, open.programme, open.round, NULL),
                        coalesce(welfare.principal(), session_user::text), NULL)::payment.authority_payroll)
        FROM payment.authority_payroll AS open
       WHERE open.cycle_month = write_drafts.cycle_month AND open.state < 'approved'
         AND (write_drafts.only_authority IS NULL OR open.authority_code = write_drafts.only_authority)
         AND NOT EXISTS (SELECT FROM unnest(drafted) AS draft
                          WHERE draft.authority_code = open.authority_code AND draft.programme = open.programme)), '{}');
    changed := ARRAY(
      SELECT draft FROM unnest(drafted) AS draft
        LEFT JOIN payment.authority_payroll AS earlier
          ON earlier.cycle_month = draft.cycle_month AND earlier.authority_code = draft.authority_code AND earlier.programme = draft.programme
         AND earlier.round = draft.round
       WHERE (earlier.digest, earlier.held, earlier.held_amount) IS DISTINCT FROM (draft.digest, draft.held, draft.held_amount)
       ORDER BY draft.authority_code, draft.programme);
    -- their numbers are taken when the transaction ends (payment.number_payrolls)
    WITH written AS (
      INSERT INTO payment.authority_payroll AS payroll
             (drafted_at, items, transfers, held, cycle_month, authority_code, programme, round, district_code, province_code, sensitive, amount, held_amount,
              digest, drafted_by)
      SELECT draft.drafted_at, draft.items, draft.transfers, draft.held, draft.cycle_month, draft.authority_code, draft.programme, draft.round,
             draft.district_code, draft.province_code, draft.sensitive, draft.amount, draft.held_amount, draft.digest, draft.drafted_by
        FROM unnest(changed) AS draft
      ON CONFLICT (cycle_month, authority_code, programme, round) DO UPDATE
         SET drafted_at = excluded.drafted_at, first_reference = NULL, items = excluded.items, transfers = excluded.transfers,
             held = excluded.held, amount = excluded.amount, held_amount = excluded.held_amount, digest = excluded.digest,
             drafted_by = excluded.drafted_by, state = 'drafted'
      RETURNING payroll.*
    )
    INSERT INTO payment.payroll_step (cycle_month, authority_code, programme, round, step_number, from_state, to_state, digest, taken_by)
    SELECT written.cycle_month, written.authority_code, written.programme, written.round, coalesce(last.step_number, 0) + 1, last.to_state, 'drafted',
           written.digest, written.drafted_by
      FROM written
      LEFT JOIN LATERAL (SELECT step.step_number, step.to_state FROM payment.payroll_step AS step
                          WHERE step.cycle_month = written.cycle_month AND step.authority_code = written.authority_code
                            AND step.programme = written.programme AND step.round = written.round
                          ORDER BY step.step_number DESC LIMIT 1) AS last ON true;
    IF write_drafts.only_authority IS NULL THEN
      -- the steps that follow join everybody with rows of a moment ago, of which the planner knows nothing
      ANALYZE payment.authority_payroll, payment.payroll_step;
    END IF;
    RETURN QUERY
      SELECT count(*) FILTER (WHERE draft.items > 0 OR draft.held > 0), coalesce(sum(draft.items), 0)::bigint, coalesce(sum(draft.amount), 0), coalesce(sum(draft.held), 0)::bigint,
             coalesce(sum(draft.held_amount), 0)
        FROM unnest(drafted) AS draft;
  END
  $$;
COMMENT ON FUNCTION payment.write_drafts(date, integer) IS 'drafts payrolls, for whoever may ask for it';
COMMENT ON FUNCTION payment.draft_payrolls(date, integer) IS 'drafts the payrolls of a month, or drafts anew those that nobody has approved yet';

-- Refuses a month that is not prepared. Parameters: first of month. Errors: WF032, WF033, WF034.
CREATE FUNCTION payment.require_prepared(month date) RETURNS void
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    IF require_prepared.month IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    END IF;
    IF NOT reference.is_pay_month(require_prepared.month) THEN
      PERFORM reference.refuse('WF034', NULL, require_prepared.month::text);
    END IF;
    IF NOT EXISTS (SELECT FROM payment.payroll WHERE payroll.month = require_prepared.month) THEN
      PERFORM reference.refuse('WF032', NULL, require_prepared.month::text);
    END IF;
  END
  $$;
COMMENT ON FUNCTION payment.require_prepared(date) IS 'refuses a month that is not prepared';

REVOKE ALL ON FUNCTION payment.item_text(welfare.thai_id, date, smallint, reference.payer_name, smallint, numeric, numeric, reference.way_of_payment, smallint, text, text, text),
  payment.payroll_digest(date, integer, reference.programme_name, smallint, text), payment.draft_payrolls(date, integer), payment.write_drafts(date, integer),
  payment.require_prepared(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.draft_payrolls(date, integer) TO welfare_admin;

COMMIT;
