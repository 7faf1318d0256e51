-- ER13: a delivery of bank results judged and recorded: arrivals, failures, the ledger's totals, refusals. A few statements over all rows; nothing is
-- done payment by payment, and no payment is changed: what became of it is a row beside it.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- The number that a file's reference means, leading zeros or not; NULL when it is none. Parameters: as the file has it.
CREATE FUNCTION payment.reference_of(typed text) RETURNS bigint
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  -- no other character is asked for faster than all digits
  RETURN CASE WHEN octet_length(typed) >= 1 AND octet_length(typed) <= 15 AND typed !~ '[^0-9]' THEN typed::bigint
              WHEN octet_length(btrim(typed)) >= 1 AND octet_length(btrim(typed)) <= 15 AND btrim(typed) !~ '[^0-9]' THEN btrim(typed)::bigint END;
COMMENT ON FUNCTION payment.reference_of(text) IS 'number that a file''s reference means; NULL when it is none';

-- The baht that a file's amount means; NULL when it is none. Parameters: as the file has it.
CREATE FUNCTION payment.baht_of(typed text) RETURNS numeric
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN replace(btrim(typed), ',', '') ~ '^[0-9]{1,10}([.][0-9]{1,2})?$' THEN replace(btrim(typed), ',', '')::numeric(12,2) END;
COMMENT ON FUNCTION payment.baht_of(text) IS 'baht that a file''s amount means; NULL when it is none';

-- The payroll that has a number, handed over or not; none: nobody has. Parameters: the number.
CREATE FUNCTION payment.payroll_numbered(reference bigint) RETURNS SETOF payment.authority_payroll
  LANGUAGE plpgsql STABLE ROWS 1
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    RETURN QUERY
      SELECT last.*
        FROM (SELECT payroll.* FROM payment.authority_payroll AS payroll
               WHERE payroll.first_reference < payroll_numbered.reference AND payroll.items > 0
               ORDER BY payroll.first_reference DESC LIMIT 1) AS last
       WHERE last.first_reference + last.items >= payroll_numbered.reference;
  END
  $$;
COMMENT ON FUNCTION payment.payroll_numbered(bigint) IS 'payroll that has a number, handed over or not';

-- The code of a file's reason, the bank's silence being one (MS03); NULL when it is none. Parameters: as the file has it.
CREATE FUNCTION payment.bank_reason_of(typed text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN coalesce(btrim(typed), '') = '' THEN 'MS03'
              WHEN octet_length(btrim(typed)) <= 35 AND upper(btrim(typed) COLLATE "C") ~ '^[A-Z0-9_]+$' THEN upper(btrim(typed) COLLATE "C") END;
COMMENT ON FUNCTION payment.bank_reason_of(text) IS 'code of a file''s reason; NULL when it is none';

-- Why a staged row cannot be taken: every reason behind its code. Parameters: the row as staged; what of it could be read; the payment of that number and
-- whether it was handed over, by which day; whether a payroll has the number at all; whether it is of a bank for which the caller does not
-- speak, who is told nothing more of it; the result that it has already, with its delivery; the lines on which the file says another thing of it; today.
-- For the rows that are refused, of which there are few.
CREATE FUNCTION payment.problems_of_result(typed payment.result_row, reference bigint, outcome payment.bank_outcome, baht numeric, booked_on date,
                                           sent_amount numeric, is_cash boolean, sent_on date, is_numbered boolean, is_elsewhere boolean, earlier text,
                                           earlier_delivery bigint, other_lines text, today date) RETURNS text[]
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT CASE WHEN (typed).problem IS NOT NULL THEN ARRAY[registry.reason('WF023', (typed).problem)]
                WHEN is_elsewhere THEN ARRAY[registry.reason('WF42F', reference::text)]
                ELSE array_remove(ARRAY[
      CASE WHEN reference IS NULL
             THEN CASE WHEN coalesce(btrim((typed).reference), '') = '' THEN registry.reason('WF010', 'reference')
                       ELSE registry.reason('WF424', (typed).reference) END
           WHEN sent_amount IS NULL AND NOT is_numbered THEN registry.reason('WF425', reference::text)
           WHEN sent_on IS NULL THEN registry.reason('WF426', reference::text)
           WHEN is_cash THEN registry.reason('WF42A', reference::text) END,
      CASE WHEN outcome IS NULL
             THEN CASE WHEN coalesce(btrim((typed).outcome), '') = '' THEN registry.reason('WF010', 'outcome')
                       ELSE registry.reason('WF011', 'outcome', (typed).outcome,
                                            (SELECT string_agg(known.word, ', ' ORDER BY known.word) FROM payment.outcome_word AS known)) END END,
      CASE WHEN baht IS NULL
             THEN CASE WHEN coalesce(btrim((typed).amount), '') = '' THEN registry.reason('WF010', 'amount')
                       ELSE registry.reason('WF42B', (typed).amount) END
           WHEN baht <> sent_amount THEN registry.reason('WF427', reference::text, baht::text, sent_amount::numeric(12,2)::text) END,
      registry.date_problem('booked_on', (typed).booked_on, booked_on, today),
      CASE WHEN booked_on < sent_on THEN registry.reason('WF017', 'booked_on', booked_on::text, 'sent_on', sent_on::text) END,
      CASE WHEN outcome <> 'credited' AND payment.bank_reason_of((typed).reason_code) IS NULL THEN registry.reason('WF42C', (typed).reason_code) END,
      CASE WHEN outcome <> 'credited' THEN registry.text_problem('bank_text', (typed).bank_text, false, 400) END,
      CASE WHEN other_lines IS NOT NULL THEN registry.reason('WF428', reference::text, other_lines) END,
      CASE WHEN earlier IS NOT NULL THEN registry.reason('WF429', reference::text, earlier, coalesce(earlier_delivery::text, '-')) END], NULL) END
  $$;
COMMENT ON FUNCTION payment.problems_of_result(payment.result_row, bigint, payment.bank_outcome, numeric, date, numeric, boolean, date, boolean, boolean, text, bigint, text, date)
  IS 'why a staged row of results cannot be taken: every reason behind its code';

-- Reads what is staged under a delivery beside the payments that it speaks of into a table of its own, result_N: each row with its verdict, n new, u told
-- already, x refused. Parameters: that table's name; the delivery; months of the payments, which spare the reading of the others; banks for which
-- the caller speaks, NULL for all; today.
-- Belongs to the owner, and no role may call it by itself. The day and the word that most rows say are read once; what is worked out of a row is worked
-- out once (OFFSET 0), before and after it is joined.
CREATE FUNCTION payment.judge_results(judged name, delivery_number bigint, months date[], banks smallint[], today date) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  -- workers would hand every row on, which costs more than they save
  SET max_parallel_workers_per_gather = 0
  -- as they are, unless the file is large: what is set below ends with the function
  SET enable_hashjoin = on
  SET enable_nestloop = on
  AS $$
  DECLARE
    common_day text;
    common_word text;
    any_arrived boolean := EXISTS (SELECT FROM payment.credit AS arrived WHERE arrived.month = ANY (judge_results.months));
    any_failed boolean := EXISTS (SELECT FROM payment.failure AS failed WHERE failed.month = ANY (judge_results.months));
  BEGIN
    SELECT mode() WITHIN GROUP (ORDER BY first.booked_on), mode() WITHIN GROUP (ORDER BY first.outcome) INTO common_day, common_word
      FROM (SELECT typed.booked_on, typed.outcome FROM payment.result_row AS typed
             WHERE typed.delivery_number = judge_results.delivery_number AND typed.principal = welfare.principal() LIMIT 1000) AS first;
    -- A file of a good part of the payments is read beside them in the order of their numbers, in which banks leave it as a rule; the planner, who
    -- knows nothing of the numbers of all partitions together, would look them up one by one. What arrived or failed before is looked up by hash.
    IF pg_relation_size('payment.result_row') * 8 > (SELECT sum(pg_relation_size(to_regclass(format('payment.%I', to_char(owed, '"instruction_"YYYY_MM')))))
                                                       FROM unnest(judge_results.months) AS owed) THEN
      PERFORM set_config('enable_nestloop', 'off', true);
      IF NOT any_arrived AND NOT any_failed THEN
        PERFORM set_config('enable_hashjoin', 'off', true);
      END IF;
    END IF;
    EXECUTE format($query$
      CREATE UNLOGGED TABLE payment.%1$I AS
      SELECT read.thai_id, read.reference, read.place, read.line_number, read.authority_code, read.month, read.cycle_month, read.booked_on, read.programme,
             read.payer, read.budget_type, read.outcome, read.adjustment_number, read.attempt, read.round, read.arrived,
             CASE WHEN read.problem IS NOT NULL OR read.thai_id IS NULL OR read.bank_code IS NULL OR read.outcome IS NULL
                    OR read.is_amount IS NOT true AND payment.baht_of(read.said_amount) IS DISTINCT FROM read.amount
                    OR read.booked_on <= %6$L IS NOT true OR read.failed_as = 'held_back' OR read.bank_code <> ALL (%11$L::smallint[])
                    OR read.outcome <> 'credited' AND (payment.bank_reason_of(read.reason_code) IS NULL OR char_length(read.bank_text) > 400
                                                       OR read.bank_text ~ '[[:cntrl:]]') THEN 'x'
                  WHEN read.failed_as::text = read.outcome::text OR read.outcome = 'credited' AND read.arrived THEN 'u'
                  WHEN read.failed_as IS NOT NULL OR read.outcome = 'failed' AND read.arrived THEN 'x'
                  ELSE 'n' END::"char" AS verdict,
             read.amount, read.top_up,
             -- what the file says, where it is another
             CASE WHEN read.is_amount THEN read.amount ELSE payment.baht_of(read.said_amount) END AS baht,
             CASE WHEN read.bank_code IS NULL AND read.thai_id IS NOT NULL THEN true END AS is_cash,
             CASE WHEN read.bank_code <> ALL (%11$L::smallint[]) THEN true END AS is_elsewhere,
             CASE WHEN read.outcome <> 'credited' THEN payment.bank_reason_of(read.reason_code) END AS reason_code,
             CASE WHEN read.outcome <> 'credited' THEN nullif(btrim(read.bank_text), '') END AS bank_text,
             read.failed_as, read.earlier_delivery, NULL::text AS other_lines
        FROM (SELECT read.place, read.line_number, read.problem, read.reference, read.amount AS said_amount, read.reason_code, read.bank_text, read.outcome,
                     read.booked_on, told.thai_id, told.authority_code, told.month, told.cycle_month, told.programme, told.payer, told.budget_type,
                     told.adjustment_number, told.attempt, told.round, told.bank_code, told.amount::numeric AS amount, told.top_up::numeric AS top_up,
                     read.amount = told.amount::text AS is_amount, arrived.thai_id IS NOT NULL AS arrived, failed.kind AS failed_as,
                     coalesce(failed.delivery_number, arrived.delivery_number) AS earlier_delivery
                FROM (SELECT typed.ctid AS place, typed.line_number, typed.problem, payment.reference_of(typed.reference) AS reference, typed.amount,
                             typed.reason_code, typed.bank_text,
                             CASE WHEN typed.outcome = %9$L THEN %10$L::payment.bank_outcome
                                  ELSE (SELECT known.outcome FROM payment.outcome_word AS known WHERE known.word = lower(btrim(typed.outcome) COLLATE "C"))
                              END AS outcome,
                             CASE WHEN typed.booked_on = %5$L THEN welfare.try_thai_date(%5$L) ELSE welfare.try_thai_date(typed.booked_on) END AS booked_on
                        FROM payment.result_row AS typed
                       WHERE typed.delivery_number = %2$L AND typed.principal = %3$L
                      OFFSET 0) AS read
                LEFT JOIN payment.instruction AS told ON told.reference = read.reference AND told.month = ANY (%4$L::date[])
                -- of a month of which nothing has arrived, or failed, there is nothing to look up
                LEFT JOIN payment.credit AS arrived
                  ON %7$L::boolean AND arrived.month = ANY (%4$L::date[]) AND arrived.thai_id = told.thai_id AND arrived.programme = told.programme
                 AND arrived.month = told.month AND arrived.adjustment_number = told.adjustment_number AND arrived.payer = told.payer
                 AND arrived.attempt = told.attempt
                LEFT JOIN payment.failure AS failed
                  ON %8$L::boolean AND failed.thai_id = told.thai_id AND failed.programme = told.programme AND failed.month = told.month
                 AND failed.adjustment_number = told.adjustment_number AND failed.payer = told.payer AND failed.attempt = told.attempt
              OFFSET 0) AS read $query$,
      judged, judge_results.delivery_number, welfare.principal(), judge_results.months, common_day, judge_results.today, any_arrived, any_failed, common_word,
      (SELECT known.outcome FROM payment.outcome_word AS known WHERE known.word = lower(btrim(common_word) COLLATE "C")),
      judge_results.banks);
    EXECUTE format('ANALYZE payment.%I (reference, verdict)', judged);
  END
  $$;
COMMENT ON FUNCTION payment.judge_results(name, bigint, date[], smallint[], date) IS 'reads what is staged under a delivery beside the payments that it speaks of';

-- Whether a payment stands in a file more than once; arrivals told twice are found by the key of arrivals (payment.write_results), whatever else here.
-- Parameters: table of the judged rows, summed up.
CREATE FUNCTION payment.is_repeated(judged name) RETURNS boolean
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  AS $$
  DECLARE
    repeated boolean;
  BEGIN
    EXECUTE format('SELECT EXISTS (SELECT FROM payment.%I AS total WHERE total.verdict <> ''n'' OR total.outcome <> ''credited'')', judged || '_total') INTO repeated;
    IF repeated THEN
      EXECUTE format($query$
        SELECT count(*) > 0 FROM payment.%1$I AS other JOIN payment.%1$I AS judged ON judged.reference = other.reference AND judged.place <> other.place
         WHERE other.verdict <> 'n' OR other.outcome <> 'credited' $query$, judged) INTO repeated;
    END IF;
    RETURN repeated;
  END
  $$;
COMMENT ON FUNCTION payment.is_repeated(name) IS 'whether a payment stands in a file of results more than once';

-- Of a payment that stands in a file more than once with one result the first line that can be taken counts; with several results none does. Parameters:
-- table of the judged rows.
CREATE FUNCTION payment.judge_repeated(judged name) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  AS $$
  BEGIN
    EXECUTE format($query$
      UPDATE payment.%1$I AS judged
         SET verdict = CASE WHEN twice.outcomes > 1 THEN 'x' ELSE 'u' END,
             other_lines = CASE WHEN twice.outcomes > 1 THEN twice.lines END
        FROM (SELECT again.reference, count(DISTINCT again.outcome) AS outcomes,
                     (array_agg(again.place ORDER BY again.line_number, again.place) FILTER (WHERE again.verdict = 'n'))[1] AS first_good,
                     left(string_agg(again.line_number::text, ', ' ORDER BY again.line_number), 200) AS lines
                FROM payment.%1$I AS again
               WHERE again.reference IS NOT NULL
               GROUP BY again.reference HAVING count(*) > 1) AS twice
       WHERE judged.reference = twice.reference AND (twice.outcomes > 1 OR judged.verdict = 'n' AND judged.place <> twice.first_good) $query$, judged);
  END
  $$;
COMMENT ON FUNCTION payment.judge_repeated(name) IS 'judges payments that stand in a file more than once';

-- Sums the judged rows of a delivery up into a table beside theirs, result_N_total; refuses those whose payroll was not handed over by the day that they
-- say, and sums again. Parameters: table of the judged rows.
CREATE FUNCTION payment.sum_results(judged name) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET work_mem = '64MB'
  SET jit = off
  SET parallel_tuple_cost = 0.01
  AS $$
  DECLARE
    early bigint := 1::bigint;
  BEGIN
    WHILE early > 0 LOOP
      EXECUTE format('DROP TABLE IF EXISTS payment.%I', judged || '_total');
      EXECUTE format($query$
        CREATE UNLOGGED TABLE payment.%2$I AS
        SELECT judged.cycle_month, judged.authority_code, judged.programme, judged.round, judged.month, judged.payer, judged.budget_type, judged.outcome,
               judged.arrived, judged.booked_on, judged.verdict, count(*) AS payments, count(*) FILTER (WHERE judged.amount > judged.top_up) AS with_allowance,
               count(*) FILTER (WHERE judged.top_up > 0) AS with_top_up, sum(judged.amount) AS amount, sum(judged.top_up) AS top_up,
               coalesce(sum(judged.baht), 0) AS baht
          FROM payment.%1$I AS judged
         GROUP BY judged.cycle_month, judged.authority_code, judged.programme, judged.round, judged.month, judged.payer, judged.budget_type, judged.outcome,
                  judged.arrived, judged.booked_on, judged.verdict $query$, judged, judged || '_total');
      EXECUTE format('ANALYZE payment.%I', judged || '_total');
      EXECUTE format($query$
        WITH early AS (
          SELECT DISTINCT total.cycle_month, total.authority_code, total.programme, total.round, total.booked_on
            FROM payment.%2$I AS total
            LEFT JOIN payment.authority_payroll AS payroll
              ON payroll.cycle_month = total.cycle_month AND payroll.authority_code = total.authority_code AND payroll.programme = total.programme
             AND payroll.round = total.round AND payroll.state IN ('sent', 'closed')
            LEFT JOIN payment.payroll_step AS step
              ON step.cycle_month = payroll.cycle_month AND step.authority_code = payroll.authority_code AND step.programme = payroll.programme
             AND step.round = payroll.round AND step.to_state = 'sent'
           WHERE total.verdict <> 'x' AND step.taken_on <= total.booked_on IS NOT true
        ),
        refused AS (
          UPDATE payment.%1$I AS judged SET verdict = 'x'
            FROM early
           WHERE judged.cycle_month = early.cycle_month AND judged.authority_code = early.authority_code AND judged.programme = early.programme
             AND judged.round = early.round AND judged.booked_on = early.booked_on AND judged.verdict <> 'x'
          RETURNING 1
        )
        SELECT count(*) FROM refused$query$, judged, judged || '_total') INTO early;
    END LOOP;
  END
  $$;
COMMENT ON FUNCTION payment.sum_results(name) IS 'sums the judged rows of a delivery up';

-- Months of payrolls that rows speak of and that are not among those that are locked. Parameters: table of the judged rows; months that are. NULL: none.
CREATE FUNCTION payment.cycles_missed(judged name, cycles date[]) RETURNS date[]
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  AS $$
  DECLARE
    missed date[];
  BEGIN
    EXECUTE format($query$
      SELECT array_agg(DISTINCT told.cycle)
        FROM (SELECT total.cycle_month AS cycle FROM payment.%2$I AS total
               UNION ALL
              SELECT payroll.cycle_month::date
                FROM payment.%1$I AS judged
               CROSS JOIN LATERAL payment.payroll_numbered(judged.reference) AS payroll
               WHERE judged.verdict = 'x' AND judged.thai_id IS NULL AND judged.reference IS NOT NULL AND payroll.state IN ('sent', 'closed')
                 -- the totals say whether there are any at all
                 AND EXISTS (SELECT FROM payment.%2$I AS total WHERE total.verdict = 'x' AND total.cycle_month IS NULL)) AS told
       WHERE told.cycle <> ALL ($1) $query$, judged, judged || '_total') INTO missed USING cycles_missed.cycles;
    RETURN missed;
  END
  $$;
COMMENT ON FUNCTION payment.cycles_missed(name, date[]) IS 'months of payrolls that rows speak of and that are not locked';

-- Writes down the arrivals and failures of a delivery, and posts them in totals. Parameters: table of the judged rows; the delivery.
CREATE FUNCTION payment.write_results(judged name, delivery_number bigint) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET work_mem = '64MB'
  SET jit = off
  AS $$
  DECLARE
    arrived_rows text := format($query$
      SELECT judged.thai_id, %L::bigint AS delivery_number, judged.month, judged.booked_on AS credited_on, judged.programme, judged.payer,
             judged.adjustment_number, judged.attempt
        FROM payment.%I AS judged
       WHERE judged.verdict = 'n' AND judged.outcome = 'credited' AND judged.month = $query$, write_results.delivery_number, judged);
    partition_name text;
    owed date;
  BEGIN
    FOR owed IN EXECUTE format($query$SELECT DISTINCT total.month FROM payment.%I AS total WHERE total.verdict = 'n' AND total.outcome = 'credited' ORDER BY 1$query$,
                               judged || '_total') LOOP
      partition_name := to_char(owed, '"credit_"YYYY_MM');
      PERFORM pg_advisory_xact_lock(hashtext('payment.partition'), owed - DATE '1900-01-01');
      -- A month of which nothing had arrived is loaded at once, without its triggers: the verdict asked what they ask.
      IF to_regclass(format('payment.%I', partition_name)) IS NULL THEN
        EXECUTE format('CREATE TABLE payment.%I AS ', partition_name) || arrived_rows || quote_literal(owed);
        PERFORM payment.attach_partition('credit', owed);
      ELSE
        EXECUTE 'INSERT INTO payment.credit (thai_id, delivery_number, month, credited_on, programme, payer, adjustment_number, attempt)'
                || arrived_rows || quote_literal(owed) || ' ORDER BY judged.thai_id, judged.programme';
      END IF;
    END LOOP;
    EXECUTE format($query$
      INSERT INTO payment.failure (thai_id, delivery_number, month, cycle_month, failed_on, authority_code, programme, payer, kind, adjustment_number, attempt,
                                   amount, reason_code, bank_text)
      SELECT judged.thai_id, $1, judged.month, judged.cycle_month, judged.booked_on, judged.authority_code, judged.programme, judged.payer,
             judged.outcome::text::payment.failure_kind, judged.adjustment_number, judged.attempt, judged.amount, judged.reason_code, judged.bank_text
        FROM payment.%I AS judged
       WHERE judged.verdict = 'n' AND judged.outcome <> 'credited'
         AND EXISTS (SELECT FROM payment.%I AS total WHERE total.verdict = 'n' AND total.outcome <> 'credited')
       ORDER BY judged.thai_id, judged.programme, judged.month $query$, judged, judged || '_total') USING write_results.delivery_number;
    EXECUTE format($query$
      INSERT INTO payment.ledger_entry (event_at, disbursement_number, delivery_number, items, cycle_month, month, authority_code, programme, payer, budget_type,
                                        step, debit, credit, district_code, province_code, sensitive, amount)
      SELECT total.booked_on::timestamp AT TIME ZONE 'Asia/Bangkok', payroll.disbursement_number, $1, sum(part.payments), payroll.cycle_month, total.month,
             payroll.authority_code, payroll.programme, total.payer, part.budget, total.outcome::text::payment.ledger_step,
             CASE total.outcome WHEN 'credited' THEN 'paid' ELSE 'returned' END::payment.ledger_account,
             CASE WHEN total.arrived THEN 'paid' ELSE 'sent' END::payment.ledger_account, payroll.district_code, payroll.province_code, payroll.sensitive,
             sum(part.baht)
        FROM payment.%1$I AS total
        JOIN payment.authority_payroll AS payroll
          ON payroll.cycle_month = total.cycle_month AND payroll.authority_code = total.authority_code AND payroll.programme = total.programme
         AND payroll.round = total.round
       -- the budgets that payments burden (payment.budget_parts), of many at once
       CROSS JOIN LATERAL (
         SELECT burden.budget, burden.baht, burden.payments
           FROM (VALUES (CASE total.payer WHEN 'local_authority' THEN total.budget_type END, total.amount - total.top_up, total.with_allowance),
                        ('own'::reference.budget_type, total.top_up, total.with_top_up)) AS burden (budget, baht, payments)
          WHERE burden.baht > 0) AS part
       WHERE total.verdict = 'n'
       GROUP BY total.booked_on, payroll.disbursement_number, payroll.cycle_month, total.month, payroll.authority_code, payroll.programme, total.payer, part.budget,
                total.outcome, total.arrived, payroll.district_code, payroll.province_code, payroll.sensitive
       ORDER BY payroll.authority_code, payroll.programme, total.month, total.payer, part.budget, total.outcome, total.arrived, total.booked_on $query$,
      judged || '_total') USING write_results.delivery_number;
    EXECUTE format($query$
      INSERT INTO payment.bank_delivery_part (delivery_number, disbursement_number, outcome, credited, payments, amount)
      SELECT $1, payroll.disbursement_number, total.outcome, total.outcome = 'credited' OR total.arrived, sum(total.payments), sum(total.amount)
        FROM payment.%1$I AS total
        JOIN payment.authority_payroll AS payroll
          ON payroll.cycle_month = total.cycle_month AND payroll.authority_code = total.authority_code AND payroll.programme = total.programme
         AND payroll.round = total.round
       WHERE total.verdict = 'n'
       GROUP BY payroll.disbursement_number, total.outcome, total.outcome = 'credited' OR total.arrived $query$, judged || '_total')
      USING write_results.delivery_number;
  END
  $$;
COMMENT ON FUNCTION payment.write_results(name, bigint) IS 'writes down the arrivals and failures of a delivery, and posts them in totals';

-- Keeps the refused rows of a delivery as they came, with every reason. Parameters: table of the judged rows; the delivery; today.
CREATE FUNCTION payment.keep_refused(judged name, delivery_number bigint, today date) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  AS $$
  BEGIN
    EXECUTE format($query$
      INSERT INTO payment.refused_result (delivery_number, line_number, copy_number, codes, reasons, raw)
      SELECT $1, told.line_number, row_number() OVER (PARTITION BY told.line_number ORDER BY told.place),
             ARRAY(SELECT left(problem, 5) FROM unnest(told.problems) AS problem), ARRAY(SELECT substr(problem, 7) FROM unnest(told.problems) AS problem), told.raw
        FROM (SELECT judged.place, judged.line_number, jsonb_strip_nulls(to_jsonb(typed) - '{delivery_number,line_number,principal}'::text[]) AS raw,
                     payment.problems_of_result(typed, judged.reference, judged.outcome, judged.baht, judged.booked_on, judged.amount, judged.is_cash,
                       CASE WHEN judged.failed_as IS DISTINCT FROM 'held_back' THEN step.taken_on END,
                       judged.thai_id IS NOT NULL OR EXISTS (SELECT FROM payment.payroll_numbered(judged.reference)),
                       judged.is_elsewhere,
                       CASE WHEN judged.failed_as <> 'held_back' AND judged.failed_as::text <> judged.outcome::text AND NOT (judged.outcome = 'credited' AND judged.arrived)
                              THEN judged.failed_as::text
                            WHEN judged.failed_as IS NULL AND judged.outcome = 'failed' AND judged.arrived THEN 'credited' END,
                       judged.earlier_delivery, judged.other_lines, $2) AS problems
                FROM payment.%1$I AS judged
                JOIN payment.result_row AS typed ON typed.ctid = judged.place
                LEFT JOIN payment.authority_payroll AS payroll
                  ON payroll.cycle_month = judged.cycle_month AND payroll.authority_code = judged.authority_code AND payroll.programme = judged.programme
                 AND payroll.round = judged.round AND payroll.state IN ('sent', 'closed')
                LEFT JOIN payment.payroll_step AS step
                  ON step.cycle_month = payroll.cycle_month AND step.authority_code = payroll.authority_code AND step.programme = payroll.programme
                 AND step.round = payroll.round AND step.to_state = 'sent'
               WHERE judged.verdict = 'x') AS told $query$, judged) USING keep_refused.delivery_number, keep_refused.today;
  END
  $$;
COMMENT ON FUNCTION payment.keep_refused(name, bigint, date) IS 'keeps the refused rows of a delivery as they came, with every reason';

-- Judges and records the rows staged under a delivery of the caller's own: each is recorded as arrived, failed or come back, found told already, or refused.
-- Two deliveries that speak of the same month's payments wait for each other. Parameters: the delivery. Answers counts of rows.
-- Errors: WF001, WF007, WF420, WF421 when a crash has emptied the staging, WF422 when rows were staged meanwhile, WF423 when the file's totals are not those
-- of its rows: then nothing is taken, and the delivery stays open (payment.discard_results); WF42D in a transaction that does not see what others record;
-- WF42E. A bank's rows of another bank's payments are refused (WF42F).
-- Belongs to the owner: it writes evidence, which no role may, and makes a month's table of arrivals.
CREATE FUNCTION payment.finish_results(delivery_number bigint)
  RETURNS TABLE (row_count integer, credited integer, failed integer, returned integer, unchanged integer, refused integer)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  DECLARE
    taken payment.bank_delivery := payment.take_delivery(finish_results.delivery_number);
    judged name := ('result_' || taken.delivery_number)::name;
    banks smallint[] := payment.reported_banks();
    cycles date[];
    missed date[];
    months date[];
    told_verdict "char";
    told_outcome payment.bank_outcome;
    told_rows bigint;
    told_baht numeric;
    done payment.bank_delivery := taken;
  BEGIN
    IF current_setting('transaction_isolation') <> 'read committed' THEN
      PERFORM reference.refuse('WF42D', NULL);
    END IF;
    IF NOT EXISTS (SELECT FROM payment.result_mark AS mark WHERE mark.delivery_number = taken.delivery_number) THEN
      PERFORM reference.refuse('WF421', NULL, taken.delivery_number::text);
    END IF;
    -- of what was just staged the planner knows nothing, and would look millions of payments up one by one
    IF pg_relation_size('payment.result_row') > 1000000 THEN
      ANALYZE payment.result_row (delivery_number, principal, reference);
    END IF;
    -- Which months' payrolls the numbers are of: a sample tells, of large files; what it does not tell is found out below.
    SELECT array_agg(DISTINCT payroll.cycle_month::date ORDER BY payroll.cycle_month::date) INTO cycles
      FROM (SELECT DISTINCT payment.reference_of(typed.reference) / 100 AS block
              FROM payment.result_row AS typed TABLESAMPLE SYSTEM (least(100, 100 * 2000000.0 / greatest(pg_relation_size('payment.result_row'), 1)))
             WHERE typed.delivery_number = taken.delivery_number AND typed.principal = taken.principal) AS sampled
     CROSS JOIN LATERAL payment.payroll_numbered(sampled.block * 100 + 1) AS payroll;
    cycles := coalesce(cycles, '{}');
    LOOP
      PERFORM pg_advisory_xact_lock(hashtext('payment.settle'), cycle - DATE '1900-01-01') FROM unnest(cycles) AS cycle;
      months := ARRAY(
        SELECT DISTINCT entry.month::date
          FROM payment.disbursement
          JOIN payment.ledger_entry AS entry ON entry.disbursement_number = disbursement.disbursement_number AND entry.step = 'sent'
         WHERE disbursement.cycle_month = ANY (cycles) AND disbursement.state IN ('sent', 'closed')
         ORDER BY 1);
      PERFORM payment.judge_results(judged, taken.delivery_number, months, banks, welfare.business_date());
      PERFORM payment.sum_results(judged);
      missed := payment.cycles_missed(judged, cycles);
      EXIT WHEN missed IS NULL;
      cycles := cycles || missed;
      EXECUTE format('DROP TABLE payment.%I, payment.%I', judged, judged || '_total');
    END LOOP;
    IF payment.is_repeated(judged) THEN
      PERFORM payment.judge_repeated(judged);
      PERFORM payment.sum_results(judged);
    END IF;

    done.finished_at := clock_timestamp();
    done.row_count := 0; done.row_sum := 0;
    done.credited := 0; done.failed := 0; done.returned := 0; done.unchanged := 0; done.refused := 0;
    done.credited_sum := 0; done.failed_sum := 0; done.returned_sum := 0; done.unchanged_sum := 0; done.refused_sum := 0;
    -- arrivals told twice do not fit their key: then they are judged, and all is written again
    FOR try IN 1 .. 2 LOOP
      BEGIN
        PERFORM payment.write_results(judged, taken.delivery_number);
        EXIT;
      EXCEPTION WHEN unique_violation THEN
        IF try = 2 THEN
          RAISE;
        END IF;
      END;
      PERFORM payment.judge_repeated(judged);
      PERFORM payment.sum_results(judged);
    END LOOP;
    FOR told_verdict, told_outcome, told_rows, told_baht IN EXECUTE format($query$
      SELECT told.verdict, told.outcome, sum(told.payments)::bigint, sum(told.baht)
        FROM payment.%I AS told GROUP BY told.verdict, told.outcome$query$, judged || '_total') LOOP
      done.row_count := done.row_count + told_rows;
      done.row_sum := done.row_sum + told_baht;
      CASE WHEN told_verdict = 'x' THEN
             done.refused := done.refused + told_rows; done.refused_sum := done.refused_sum + told_baht;
           WHEN told_verdict = 'u' THEN
             done.unchanged := done.unchanged + told_rows; done.unchanged_sum := done.unchanged_sum + told_baht;
           WHEN told_outcome = 'credited' THEN
             done.credited := done.credited + told_rows; done.credited_sum := done.credited_sum + told_baht;
           WHEN told_outcome = 'failed' THEN
             done.failed := done.failed + told_rows; done.failed_sum := done.failed_sum + told_baht;
           ELSE
             done.returned := done.returned + told_rows; done.returned_sum := done.returned_sum + told_baht;
      END CASE;
    END LOOP;
    IF taken.stated_rows <> done.row_count OR taken.stated_sum <> done.row_sum THEN
      PERFORM reference.refuse('WF423', NULL, coalesce(taken.stated_rows::text, '-'), coalesce(taken.stated_sum::text, '-'), done.row_count::text, done.row_sum::text);
    END IF;
    UPDATE payment.bank_delivery AS delivery
       SET finished_at = done.finished_at, row_count = done.row_count, row_sum = done.row_sum, credited = done.credited, credited_sum = done.credited_sum,
           failed = done.failed, failed_sum = done.failed_sum, returned = done.returned, returned_sum = done.returned_sum, unchanged = done.unchanged,
           unchanged_sum = done.unchanged_sum, refused = done.refused, refused_sum = done.refused_sum
     WHERE delivery.delivery_number = taken.delivery_number;

    IF done.refused > 0 THEN
      PERFORM payment.keep_refused(judged, taken.delivery_number, welfare.business_date());
      PERFORM payment.raise_concerns(judged, taken.delivery_number);
    END IF;
    EXECUTE format('DROP TABLE payment.%I, payment.%I', judged, judged || '_total');
    PERFORM payment.empty_staging(taken.delivery_number, done.row_count);
    RETURN QUERY SELECT done.row_count::integer, done.credited::integer, done.failed::integer, done.returned::integer, done.unchanged::integer, done.refused::integer;
  END
  $$;
COMMENT ON FUNCTION payment.finish_results(bigint) IS 'judges and records the staged rows of a delivery of bank results';

REVOKE ALL ON FUNCTION payment.reference_of(text), payment.baht_of(text), payment.bank_reason_of(text), payment.payroll_numbered(bigint),
  payment.problems_of_result(payment.result_row, bigint, payment.bank_outcome, numeric, date, numeric, boolean, date, boolean, boolean, text, bigint, text, date),
  payment.judge_results(name, bigint, date[], smallint[], date), payment.is_repeated(name), payment.judge_repeated(name), payment.sum_results(name), payment.cycles_missed(name, date[]), payment.write_results(name, bigint),
  payment.keep_refused(name, bigint, date), payment.finish_results(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.finish_results(bigint) TO welfare_bank, welfare_treasury, welfare_admin;

COMMIT;
