-- QR8: what must always be true of the records around payments: digests and seals, the ledger, lines and claims, guards, the audit's chain; and the
-- one call that asks all of it.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- ER13, ER14: every approved payroll pays what was approved, by an order that another person than the reviewer gave: number, sum, digest; and there is no payment without such a payroll. Parameters of this and the
-- following: first of month, of the cycle where payrolls and disbursements are asked. They answer as those of payment.check_credited_once.
CREATE FUNCTION payment.check_approved(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(payment.masked(check_approved.month, coalesce(payroll.authority_code, told.authority_code), NULL, NULL, NULL))
        FROM (SELECT approved.*,
                     -- ER14: by an order, of another person than who reviewed it
                     EXISTS (SELECT FROM payment.payroll_step AS ordered
                              WHERE ordered.cycle_month = approved.cycle_month AND ordered.authority_code = approved.authority_code
                                AND ordered.programme = approved.programme AND ordered.round = approved.round AND ordered.order_number IS NOT NULL
                                AND ordered.digest = approved.digest
                                AND ordered.taken_by <> (SELECT reviewed.taken_by FROM payment.payroll_step AS reviewed
                                                          WHERE reviewed.cycle_month = approved.cycle_month AND reviewed.authority_code = approved.authority_code
                                                            AND reviewed.programme = approved.programme AND reviewed.round = approved.round
                                                            AND reviewed.to_state = 'reviewed' AND reviewed.step_number < ordered.step_number
                                                          ORDER BY reviewed.step_number DESC LIMIT 1)) AS is_ordered
                FROM payment.authority_payroll AS approved
               WHERE approved.cycle_month = check_approved.month AND approved.state >= 'approved') AS payroll
        FULL JOIN payment.approved_totals(check_approved.month, NULL, NULL) AS told
          ON told.authority_code = payroll.authority_code AND told.programme = payroll.programme AND told.round = payroll.round
       WHERE payroll.authority_code IS NULL OR NOT payroll.is_ordered
          OR (coalesce(told.items, 0), coalesce(told.transfers, 0), coalesce(told.amount, 0)) IS DISTINCT FROM (payroll.items, payroll.transfers, payroll.amount)
          OR coalesce(told.digest, payment.payroll_digest(check_approved.month, payroll.authority_code, payroll.programme, payroll.round, NULL)) <> payroll.digest;
  END
  $$;
COMMENT ON FUNCTION payment.check_approved(date) IS 'approved payrolls whose payments are not those that were approved';

-- A payment's number is its payroll's to give, and no other payment's.
CREATE FUNCTION payment.check_references(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(wrong.example)
        FROM (SELECT payment.masked(check_references.month, told.authority_code, told.reference, NULL, NULL) AS example
                FROM payment.instruction AS told
                JOIN payment.authority_payroll AS payroll
                  ON payroll.cycle_month = told.cycle_month AND payroll.authority_code = told.authority_code AND payroll.programme = told.programme
                 AND payroll.round = told.round
               WHERE told.cycle_month = check_references.month AND told.month <= check_references.month
                 AND told.reference NOT BETWEEN payroll.first_reference + 1 AND payroll.first_reference + payroll.items
               UNION ALL
              SELECT payment.masked(check_references.month, NULL, told.reference, NULL, NULL) AS example
                FROM payment.instruction AS told
               WHERE told.cycle_month = check_references.month AND told.month <= check_references.month
               GROUP BY told.reference
              HAVING count(*) > 1) AS wrong;
  END
  $$;
COMMENT ON FUNCTION payment.check_references(date) IS 'payments whose number is not their payroll''s, or is another''s too';

-- What is under a seal is what was sealed: of each payroll the payments that were not held back, of each disbursement the payrolls. Of a payroll of which
-- nothing was held back the digest is that of its approval (payment.check_approved reads its payments); the others are digested again.
CREATE FUNCTION payment.check_seals(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET enable_hashagg = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      WITH going AS (
        SELECT sent.authority_code, sent.programme, sent.round, count(*) AS items, count(sent.bank_code) AS transfers, sum(sent.amount) AS amount,
               string_agg(sent.item, '') AS items_text
          FROM (SELECT told.authority_code, told.programme, told.round, told.bank_code, told.amount,
                       payment.item_text(told.thai_id, told.month, told.adjustment_number, told.payer, told.attempt, told.amount, told.top_up, told.way_of_payment,
                                         told.bank_code, told.bank_branch, told.account_number, told.account_name) AS item
                  FROM payment.instruction AS told
                 WHERE told.cycle_month = check_seals.month AND told.month <= check_seals.month
                   AND (told.authority_code, told.programme, told.round) IN (
                     SELECT sealed.authority_code, sealed.programme, sealed.round
                       FROM payment.sealed_payroll AS sealed
                      WHERE sealed.cycle_month = check_seals.month AND sealed.held_back > 0)
                   AND NOT EXISTS (SELECT FROM payment.failure
                                    WHERE failure.kind = 'held_back' AND failure.thai_id = told.thai_id AND failure.programme = told.programme
                                      AND failure.month = told.month AND failure.adjustment_number = told.adjustment_number
                                      AND failure.payer = told.payer AND failure.attempt = told.attempt)
                 ORDER BY told.authority_code, told.programme, told.round, told.thai_id, told.month, told.adjustment_number, told.payer) AS sent
         GROUP BY sent.authority_code, sent.programme, sent.round
      )
      SELECT count(*), min(wrong.example)
        FROM (SELECT payment.masked(check_seals.month, sealed.authority_code, sealed.disbursement_number, NULL, NULL) AS example
                FROM payment.sealed_payroll AS sealed
                JOIN payment.disbursement AS made ON made.disbursement_number = sealed.disbursement_number AND made.state <> 'broken'
                LEFT JOIN payment.authority_payroll AS payroll
                  ON payroll.cycle_month = sealed.cycle_month AND payroll.authority_code = sealed.authority_code AND payroll.programme = sealed.programme
                 AND payroll.round = sealed.round AND payroll.disbursement_number = sealed.disbursement_number
                LEFT JOIN going ON going.authority_code = sealed.authority_code AND going.programme = sealed.programme AND going.round = sealed.round
               WHERE sealed.cycle_month = check_seals.month
                 AND (payroll.authority_code IS NULL
                      OR CASE WHEN sealed.held_back = 0
                              THEN (sealed.items, sealed.transfers, sealed.amount, sealed.digest)
                                     IS DISTINCT FROM (payroll.items, payroll.transfers, payroll.amount, payroll.digest)
                              ELSE (sealed.items, sealed.transfers, sealed.amount, sealed.digest)
                                     IS DISTINCT FROM (coalesce(going.items, 0), coalesce(going.transfers, 0), coalesce(going.amount, 0),
                                                       payment.payroll_digest(check_seals.month, sealed.authority_code, sealed.programme, sealed.round, going.items_text))
                                   OR sealed.held_back <> payroll.items - sealed.items END)
               UNION ALL
              -- a broken seal still says what it was on
              SELECT payment.masked(check_seals.month, made.authority_code, made.disbursement_number, NULL, NULL) AS example
                FROM payment.disbursement AS made
                LEFT JOIN (SELECT sealed.disbursement_number, count(*) AS payrolls, sum(sealed.transfers) AS transfers, sum(sealed.items - sealed.transfers) AS cash_items,
                                  sum(sealed.held_back) AS held_back, sum(sealed.amount) AS amount,
                                  sha256(convert_to(string_agg(sealed.authority_code || '|' || sealed.programme || '|' || sealed.round || '|' || encode(sealed.digest, 'hex'), E'\n'
                                                               ORDER BY sealed.authority_code, sealed.programme, sealed.round), 'UTF8')) AS digest
                             FROM payment.sealed_payroll AS sealed
                            WHERE sealed.cycle_month = check_seals.month
                            GROUP BY sealed.disbursement_number) AS told
                  ON told.disbursement_number = made.disbursement_number
               WHERE made.cycle_month = check_seals.month
                 AND (told.payrolls, told.transfers, told.cash_items, told.held_back, told.amount, told.digest)
                       IS DISTINCT FROM (made.payrolls, made.transfers::numeric, made.cash_items::numeric, made.held_back::numeric, made.control_sum, made.digest)
               UNION ALL
              -- a payroll says that it is under a seal that does not know it
              SELECT payment.masked(check_seals.month, payroll.authority_code, payroll.disbursement_number, NULL, NULL) AS example
                FROM payment.authority_payroll AS payroll
                LEFT JOIN payment.sealed_payroll AS sealed
                  ON sealed.disbursement_number = payroll.disbursement_number AND sealed.authority_code = payroll.authority_code
                 AND sealed.programme = payroll.programme AND sealed.round = payroll.round AND sealed.cycle_month = payroll.cycle_month
               WHERE payroll.cycle_month = check_seals.month AND payroll.state >= 'sealed' AND sealed.disbursement_number IS NULL) AS wrong;
  END
  $$;
COMMENT ON FUNCTION payment.check_seals(date) IS 'disbursements under whose seal is something else than was sealed';

-- What a bank is told is what was sealed: the batches of a disbursement hold each of its transfers once, and have their digests. A batch is made of whole
-- payrolls, so that these are put into text first, and found by the number of their first payment.
CREATE FUNCTION payment.check_batches(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET enable_hashagg = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      WITH payroll AS (
        SELECT told.disbursement_number, told.bank_code, told.payer, min(told.reference) AS lowest, max(told.reference) AS highest, count(*) AS transfers,
               sum(told.amount) AS amount, string_agg(told.line, '') AS lines
          FROM (SELECT made.disbursement_number, sent.bank_code, sent.payer, sent.authority_code, sent.programme, sent.round, sent.reference, sent.amount,
                       payment.transfer_text(sent.reference, sent.amount, sent.bank_code, sent.bank_branch, sent.account_number, sent.account_name) AS line
                  FROM payment.disbursement AS made
                 CROSS JOIN LATERAL payment.payments_under(made.disbursement_number, check_batches.month) AS sent
                 WHERE made.cycle_month = check_batches.month AND made.state <> 'broken' AND sent.bank_code IS NOT NULL
                 ORDER BY made.disbursement_number, sent.bank_code, sent.payer, sent.authority_code, sent.programme, sent.round, sent.reference) AS told
         GROUP BY told.disbursement_number, told.bank_code, told.payer, told.authority_code, told.programme, told.round
      ),
      put AS (
        SELECT payroll.disbursement_number, batch.batch_number, sum(payroll.transfers) AS transfers, sum(payroll.amount) AS amount,
               min(payroll.lowest) AS lowest, max(payroll.highest) AS highest,
               sha256(convert_to(string_agg(payroll.lines, '' ORDER BY payroll.lowest), 'UTF8')) AS digest
          FROM payroll
          LEFT JOIN payment.batch
            ON batch.disbursement_number = payroll.disbursement_number AND batch.bank_code = payroll.bank_code AND batch.payer = payroll.payer
           AND payroll.lowest BETWEEN batch.reference_from AND batch.reference_to
         GROUP BY payroll.disbursement_number, batch.batch_number
      )
      SELECT count(*), min(payment.masked(check_batches.month, batch.batch_number, coalesce(batch.disbursement_number, put.disbursement_number), NULL, NULL))
        FROM (SELECT told.* FROM payment.batch AS told
                JOIN payment.disbursement AS made ON made.disbursement_number = told.disbursement_number
               WHERE made.cycle_month = check_batches.month AND made.state <> 'broken') AS batch
        FULL JOIN put ON put.disbursement_number = batch.disbursement_number AND put.batch_number = batch.batch_number
       WHERE (put.transfers, put.amount, put.lowest, put.highest, put.digest)
               IS DISTINCT FROM (batch.transfers::numeric, batch.control_sum, batch.reference_from, batch.reference_to, batch.digest);
  END
  $$;
COMMENT ON FUNCTION payment.check_batches(date) IS 'batches that are not what was sealed, and transfers that are in none';

-- The ledger by itself: over all accounts of a month, authority, programme, payer and budget the balances come to zero; the budget gives, and no other
-- account has given more than it received.
CREATE FUNCTION payment.check_ledger_balances(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(payment.masked(check_ledger_balances.month, wrong.authority_code, NULL, NULL, NULL))
        FROM (SELECT held.authority_code
                FROM (SELECT leg.authority_code, leg.programme, leg.payer, leg.budget_type, leg.account, sum(leg.amount) AS balance
                        FROM payment.ledger_leg AS leg
                       WHERE leg.month = check_ledger_balances.month
                       GROUP BY leg.authority_code, leg.programme, leg.payer, leg.budget_type, leg.account) AS held
               GROUP BY held.authority_code, held.programme, held.payer, held.budget_type
              HAVING sum(held.balance) <> 0
                  OR bool_or(CASE held.account WHEN 'budget' THEN held.balance > 0 ELSE held.balance < 0 END)) AS wrong;
  END
  $$;
COMMENT ON FUNCTION payment.check_ledger_balances(date) IS 'accounts that gave more than they received, and books that do not balance';

-- The ledger agrees with the payments, to the satang.
CREATE FUNCTION payment.check_ledger_agrees(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(payment.masked(check_ledger_agrees.month, differs.authority_code, NULL, NULL, NULL) || ' ' || differs.account)
        FROM payment.differences_of(check_ledger_agrees.month, NULL) AS differs;
  END
  $$;
COMMENT ON FUNCTION payment.check_ledger_agrees(date) IS 'accounts of which the ledger and the payments disagree';

-- The totals that payment.prepare answered are those of the lines, and the amounts of a line those of its tariff.
CREATE FUNCTION payment.check_prepared(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(payment.masked(check_prepared.month, NULL, NULL, NULL, NULL))
        FROM (SELECT told.programme, told.lines, told.allowance, told.top_up, told.other_payers FROM payment.payroll AS told
               WHERE told.month = check_prepared.month) AS payroll
        FULL JOIN (SELECT line.programme, count(*) AS lines, sum(line.allowance) AS allowance, sum(line.top_up) AS top_up, sum(line.other_payers) AS other_payers,
                          count(*) FILTER (WHERE tariff.programme IS DISTINCT FROM line.programme OR tariff.allowance <> line.allowance
                                                 OR tariff.other_payers <> line.other_payers) AS wrong
                     FROM payment.line
                     LEFT JOIN payment.tariff ON tariff.month = check_prepared.month AND tariff.tariff_id = line.tariff_id
                    WHERE line.month = check_prepared.month
                    GROUP BY line.programme) AS counted
          ON counted.programme = payroll.programme
       WHERE coalesce(counted.wrong, 0) > 0 OR payroll.programme IS NULL
          OR (coalesce(counted.lines, 0), coalesce(counted.allowance, 0), coalesce(counted.top_up, 0), coalesce(counted.other_payers, 0))
               IS DISTINCT FROM (payroll.lines, payroll.allowance::numeric, payroll.top_up::numeric, payroll.other_payers::numeric);
  END
  $$;
COMMENT ON FUNCTION payment.check_prepared(date) IS 'months whose lines are not those that were counted, or not worth what their tariff says';

-- ER13: a person has one line of a programme for a month. The key says so; this reads the rows.
CREATE FUNCTION payment.check_lines_once(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(payment.masked(check_lines_once.month, twice.authority_code, NULL, NULL, NULL))
        FROM (SELECT min(line.authority_code) AS authority_code FROM payment.line
               WHERE line.month = check_lines_once.month
               GROUP BY line.thai_id, line.programme
              HAVING count(*) > 1) AS twice;
  END
  $$;
COMMENT ON FUNCTION payment.check_lines_once(date) IS 'people with two lines of a programme for a month';

-- ER13, IS9.6: every line and every adjustment is of a claim on record. A line has no foreign key, because it would lock the claims and double the time of
-- loading a month; a claim's key never changes, and none is deleted.
CREATE FUNCTION payment.check_line_claims(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(payment.masked(check_line_claims.month, line.authority_code, NULL, line.tableoid, line.ctid))
        FROM payment.line
       WHERE line.month = check_line_claims.month
         AND NOT EXISTS (SELECT FROM registry.claim
                          WHERE claim.thai_id = line.thai_id AND claim.programme = line.programme AND claim.claim_number = line.claim_number);
  END
  $$;
COMMENT ON FUNCTION payment.check_line_claims(date) IS 'lines without a claim';

-- ER13: no month belongs to two claims of a person and programme, wrong entries apart. Of two claims one is not the first. Parameters: not used.
CREATE FUNCTION payment.check_claim_months(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(payment.masked(NULL, later.authority_code, NULL, later.tableoid, later.ctid))
        FROM registry.claim AS later
        JOIN registry.claim AS earlier
          ON earlier.thai_id = later.thai_id AND earlier.programme = later.programme AND earlier.claim_number < later.claim_number
       WHERE later.claim_number > 1 AND later.state <> 'deleted' AND earlier.state <> 'deleted'
         AND registry.paid_months(later.first_month, later.last_month) && registry.paid_months(earlier.first_month, earlier.last_month);
  END
  $$;
COMMENT ON FUNCTION payment.check_claim_months(date) IS 'claims whose months overlap those of another';

-- The versions of a person and of a claim follow each other: one ends where the next begins, and the last where the row as it is does.
-- Parameters: not used.
CREATE FUNCTION payment.check_histories(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(wrong.example)
        FROM (SELECT payment.masked(NULL, version.authority_code, NULL, version.relation, version.place) AS example
                FROM (SELECT history.authority_code, history.tableoid AS relation, history.ctid AS place, history.recorded_at, history.superseded_at,
                             coalesce(lead(history.recorded_at) OVER (PARTITION BY history.thai_id, history.programme, history.claim_number ORDER BY history.recorded_at),
                                      claim.recorded_at) AS next_recorded_at
                        FROM registry.claim_history AS history
                        LEFT JOIN registry.claim
                          ON claim.thai_id = history.thai_id AND claim.programme = history.programme AND claim.claim_number = history.claim_number) AS version
               WHERE version.superseded_at <= version.recorded_at OR version.next_recorded_at IS NULL OR version.superseded_at > version.next_recorded_at
               UNION ALL
              SELECT payment.masked(NULL, version.authority_code, NULL, version.relation, version.place) AS example
                FROM (SELECT history.authority_code, history.tableoid AS relation, history.ctid AS place, history.recorded_at, history.superseded_at,
                             coalesce(lead(history.recorded_at) OVER (PARTITION BY history.thai_id ORDER BY history.recorded_at), person.recorded_at) AS next_recorded_at
                        FROM registry.person_history AS history
                        LEFT JOIN registry.person ON person.thai_id = history.thai_id) AS version
               WHERE version.superseded_at <= version.recorded_at OR version.next_recorded_at IS NULL OR version.superseded_at > version.next_recorded_at) AS wrong;
  END
  $$;
COMMENT ON FUNCTION payment.check_histories(date) IS 'versions of persons and claims that overlap';

-- What guards payments and the audit is in place: no trigger disabled, no constraint unproved, no table without its key, none without row security.
-- Parameters: not used.
CREATE FUNCTION payment.check_guards(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      WITH room AS (
        SELECT relation.oid, relation.relrowsecurity
          FROM pg_class AS relation
         WHERE relation.relnamespace::regnamespace::text IN ('payment', 'portal', 'audit') AND relation.relkind IN ('r', 'p')
      ),
      -- what is evidence, whatever tables come beside it
      kept AS (
        SELECT named.name, to_regclass(named.name)::oid AS oid
          FROM unnest('{payment.line,payment.payroll,payment.adjustment,payment.recovery_decision,payment.hold,payment.authority_payroll,payment.payroll_step,
                        payment.instruction,payment.set_aside,payment.credit,payment.failure,payment.repair,payment.cancellation,payment.receipt,
                        payment.ledger_entry,payment.disbursement,payment.sealed_payroll,payment.batch,payment.concern,payment.concern_answer,
                        payment.invariant,portal.payment_change,portal.payment_list,audit.entry,audit.seal}'::text[]) AS named (name)
      )
      SELECT count(*), min(gap.example)
        FROM (SELECT format('%s: trigger %s is disabled', guard.tgrelid::regclass, guard.tgname) AS example
                FROM pg_trigger AS guard JOIN room ON room.oid = guard.tgrelid WHERE guard.tgenabled NOT IN ('O', 'A')
               UNION ALL
              SELECT format('%s: constraint %s is not proved', kept.conrelid::regclass, kept.conname) AS example
                FROM pg_constraint AS kept JOIN room ON room.oid = kept.conrelid WHERE NOT kept.convalidated
               UNION ALL
              SELECT format('%s has no valid key', part.inhrelid::regclass) AS example
                FROM pg_inherits AS part
                JOIN room ON room.oid = part.inhparent
               WHERE EXISTS (SELECT FROM pg_index AS key WHERE key.indrelid = part.inhparent AND key.indisprimary)
                 AND NOT EXISTS (SELECT FROM pg_index AS key WHERE key.indrelid = part.inhrelid AND key.indisprimary AND key.indisvalid)
               UNION ALL
              SELECT format('%s has no valid key', kept.name) AS example
                FROM kept
               WHERE NOT EXISTS (SELECT FROM pg_index AS key
                                  WHERE key.indrelid = kept.oid AND key.indisprimary
                                    AND (key.indisvalid OR NOT EXISTS (SELECT FROM pg_inherits AS part WHERE part.inhparent = kept.oid)))
               UNION ALL
              SELECT format('%s: row security is off', kept.name) AS example
                FROM kept
               WHERE NOT EXISTS (SELECT FROM room WHERE room.oid = kept.oid AND room.relrowsecurity)) AS gap;
  END
  $$;
COMMENT ON FUNCTION payment.check_guards(date) IS 'triggers, keys, constraints and row security of payments and the audit that are not in place';

-- QS5: the days of the audit trail verify against their seals, and these against each other. Parameters: first of month, whose days are read; NULL: all.
CREATE FUNCTION payment.check_audit(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(told.day::text || ': ' || told.explanation)
        FROM audit.verify(check_audit.month, reference.month_after(check_audit.month) - 1) AS told
       WHERE told.findings <> '{}';
  END
  $$;
COMMENT ON FUNCTION payment.check_audit(date) IS 'days of the audit trail that do not verify';

DO $$
BEGIN
  PERFORM payment.add_invariant(told.name, told.place::smallint, told.by_month, told.asked_by, told.meaning_thai, told.meaning_english)
     FROM (VALUES
  ('approved', 110, true, 'payment.check_approved', 'คำสั่งจ่ายของทุกบัญชีตรงกับที่อนุมัติ (จำนวน ยอดเงิน รหัสตรวจสอบ)', 'every approved payroll pays what was approved: number, sum, digest'),
  ('references', 120, true, 'payment.check_references', 'เลขอ้างอิงของรายการจ่ายไม่ซ้ำกันและเป็นของบัญชีนั้น', 'every payment has a number of its payroll, and of its own'),
  ('seals', 130, true, 'payment.check_seals', 'รอบจ่ายเงินตรงกับที่ปิดผนึก', 'disbursements are what was sealed'),
  ('batches', 140, true, 'payment.check_batches', 'ชุดรายการที่ส่งธนาคารตรงกับที่ปิดผนึกและครบถ้วน', 'batches are what was sealed, and hold every transfer once'),
  ('ledger_balances', 150, true, 'payment.check_ledger_balances', 'บัญชีแยกประเภทสมดุล และไม่มีบัญชีใดติดลบนอกจากงบประมาณ', 'the ledger balances, and no account but the budget is overdrawn'),
  ('ledger_agrees', 160, true, 'payment.check_ledger_agrees', 'บัญชีแยกประเภทตรงกับรายการจ่ายเงิน', 'the ledger agrees with the payments'),
  ('prepared', 170, true, 'payment.check_prepared', 'ยอดบัญชีรายชื่อประจำเดือนตรงกับรายการและอัตรา', 'prepared totals are those of the lines, and lines are worth what their tariff says'),
  ('lines_once', 180, true, 'payment.check_lines_once', 'ผู้มีสิทธิหนึ่งคนมีหนึ่งรายการต่อเบี้ยต่อเดือน', 'a person has one line of a programme for a month'),
  ('line_claims', 190, true, 'payment.check_line_claims', 'ทุกรายการในบัญชีรายชื่อมีสิทธิที่บันทึกไว้', 'every line is of a claim on record'),
  ('claim_months', 210, false, 'payment.check_claim_months', 'เดือนของสิทธิไม่ทับซ้อนกัน', 'claims do not overlap'),
  ('histories', 220, false, 'payment.check_histories', 'ประวัติของบุคคลและสิทธิไม่ทับซ้อนกัน', 'versions of persons and claims do not overlap'),
  ('guards', 230, false, 'payment.check_guards', 'เครื่องป้องกันในฐานข้อมูลเปิดใช้ครบ', 'triggers, keys, constraints and row security are in place'),
  ('audit', 240, false, 'payment.check_audit', 'บันทึกการใช้งานตรงกับที่ปิดผนึก', 'the audit trail verifies against its seals')
          ) AS told (name, place, by_month, asked_by, meaning_thai, meaning_english);
END
$$;

-- Asks everything that must always be true, of one moment, and answers a row for each check; one that could not be asked is not ok and says the SQLSTATE.
-- Set-based: what a month needs is sorted and joined on disk. For administrators and whoever keeps the database. Parameters: first of month, NULL for every
-- month on record; name of one check, NULL for all. Errors: WF001, WF004, WF034, WF464 no such check.
-- Belongs to the owner: it reads what is nobody's.
CREATE FUNCTION payment.check_invariants(month date DEFAULT NULL, only_check text DEFAULT NULL)
  RETURNS TABLE (name text, ok boolean, found bigint, example text, meaning text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    asked payment.invariant;
    each_month date;
    months date[];
    all_found bigint;
    first_example text;
    found_here bigint;
    example_here text;
  BEGIN
    PERFORM reference.require_administrator();
    IF NOT reference.is_pay_month(check_invariants.month) THEN
      PERFORM reference.refuse('WF034', NULL, check_invariants.month::text);
    END IF;
    IF check_invariants.only_check IS NOT NULL AND NOT EXISTS (SELECT FROM payment.invariant AS known WHERE known.name = check_invariants.only_check) THEN
      PERFORM reference.refuse('WF464', NULL, check_invariants.only_check);
    END IF;
    months := ARRAY(SELECT known FROM payment.months_on_record() AS known WHERE check_invariants.month IS NULL OR known = check_invariants.month);
    FOR asked IN SELECT * FROM payment.invariant AS known
                  WHERE check_invariants.only_check IS NULL OR known.name = check_invariants.only_check ORDER BY known.position LOOP
      all_found := 0;
      first_example := NULL;
      BEGIN
        FOREACH each_month IN ARRAY CASE WHEN asked.by_month THEN months ELSE ARRAY[check_invariants.month] END LOOP
          EXECUTE format('SELECT told.found, told.example FROM %I.%I($1) AS told', split_part(asked.asked_by, '.', 1), split_part(asked.asked_by, '.', 2))
             INTO found_here, example_here USING each_month;
          all_found := all_found + found_here;
          first_example := coalesce(first_example, example_here);
        END LOOP;
      EXCEPTION WHEN OTHERS THEN
        -- a message might name a person
        all_found := NULL;
        first_example := 'SQLSTATE ' || SQLSTATE;
      END;
      RETURN QUERY
        SELECT asked.name::text, all_found IS NOT DISTINCT FROM 0, all_found, first_example,
               CASE welfare.language() WHEN 'en' THEN asked.meaning_english ELSE asked.meaning_thai END;
    END LOOP;
  END
  $$;
COMMENT ON FUNCTION payment.check_invariants(date, text) IS 'asks everything that must always be true (QR8): a row for each check';

REVOKE ALL ON FUNCTION payment.check_approved(date), payment.check_references(date), payment.check_seals(date), payment.check_batches(date),
  payment.check_ledger_balances(date), payment.check_ledger_agrees(date), payment.check_prepared(date), payment.check_lines_once(date),
  payment.check_line_claims(date), payment.check_claim_months(date), payment.check_histories(date), payment.check_guards(date), payment.check_audit(date),
  payment.check_invariants(date, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.check_invariants(date, text) TO welfare_admin;

COMMIT;
