-- PT6: the month's list of payments of the elderly and disability allowances, as it is handed over to the operator of the citizen portal. What a list holds
-- is what the disbursements that it names handed over: that never changes, and what became of it since the operator reads as changes after the list's number.
-- No AIDS allowance stands in it, or counts in its totals (AR2).
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF803', 'ยังไม่มีเงินของเดือน %1$s ที่ส่งจ่ายแล้ว', 'nothing of %1$s has been handed over yet', NULL, NULL),
  ('WF804', 'ไม่มีบัญชีรายการจ่ายของเดือน %1$s ฉบับที่ %2$s', 'there is no list %2$s of %1$s', 'ดูที่ portal.list_payments', 'portal.list_payments answers which there are.'),
  ('WF805', 'บัญชีรายการจ่ายของเดือน %1$s ฉบับที่ %2$s ไม่ตรงกับที่ส่งมอบแล้ว', 'list %2$s of %1$s is not what was handed over',
   'ห้ามใช้บัญชีนี้ ให้ตรวจสอบฐานข้อมูล (job.check_invariants)', 'Do not use it; examine the database (job.check_invariants).');

CREATE TABLE portal.payment_list (
  made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  as_of_change bigint NOT NULL,
  payments bigint NOT NULL,
  cycle_month reference.pay_month NOT NULL,
  made_on date NOT NULL DEFAULT welfare.business_date(),
  list_number smallint NOT NULL,
  disbursements bigint[] NOT NULL,
  amount numeric(16,2) NOT NULL,
  digest bytea NOT NULL,
  made_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT payment_list_pkey PRIMARY KEY (cycle_month, list_number),
  CONSTRAINT payment_list_counts CHECK (list_number > 0 AND payments >= 0 AND amount >= 0 AND as_of_change >= 0),
  CONSTRAINT payment_list_of_something CHECK (cardinality(disbursements) > 0 AND array_position(disbursements, NULL) IS NULL),
  CONSTRAINT payment_list_digest CHECK (length(digest) = 32)
);
COMMENT ON TABLE portal.payment_list IS 'lists of a month''s payments that were handed over to the operator of the portal; evidence';
COMMENT ON COLUMN portal.payment_list.made_at IS 'when it was made';
COMMENT ON COLUMN portal.payment_list.as_of_change IS 'number after which changes are read on: everything that became of its payments comes after it';
COMMENT ON COLUMN portal.payment_list.payments IS 'payments in it';
COMMENT ON COLUMN portal.payment_list.cycle_month IS 'month with whose money they are paid';
COMMENT ON COLUMN portal.payment_list.made_on IS 'day on which it was made';
COMMENT ON COLUMN portal.payment_list.list_number IS 'its number among the month''s: a later one also holds what was handed over later';
COMMENT ON COLUMN portal.payment_list.disbursements IS 'disbursements whose payments it holds';
COMMENT ON COLUMN portal.payment_list.amount IS 'baht';
COMMENT ON COLUMN portal.payment_list.digest IS 'SHA-256 over the digests of its authorities, by their codes';
COMMENT ON COLUMN portal.payment_list.made_by IS 'user, or database role, that made it';
ALTER TABLE portal.payment_list ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER payment_list_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON portal.payment_list
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER payment_list_no_change ON portal.payment_list IS 'what was handed over is evidence';

-- The payments that disbursements handed over, without health data. Parameters: their month; their numbers; people after an ID alone, NULL for all.
-- A row set, so that a query absorbs it.
CREATE FUNCTION portal.payments_listed(cycle_month date, disbursements bigint[], after_id welfare.thai_id) RETURNS SETOF payment.instruction
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT told.*
      FROM payment.sealed_payroll AS sealed
      JOIN payment.instruction AS told
        ON told.authority_code = sealed.authority_code AND told.programme = sealed.programme AND told.round = sealed.round
     WHERE sealed.disbursement_number = ANY (payments_listed.disbursements)
       AND told.cycle_month = payments_listed.cycle_month AND told.month <= payments_listed.cycle_month AND NOT told.sensitive
       AND (payments_listed.after_id IS NULL OR told.thai_id > payments_listed.after_id)
       AND NOT EXISTS (SELECT FROM payment.failure AS failed
                        WHERE failed.kind = 'held_back' AND failed.thai_id = told.thai_id AND failed.programme = told.programme AND failed.month = told.month
                          AND failed.adjustment_number = told.adjustment_number AND failed.payer = told.payer AND failed.attempt = told.attempt);
  END;
COMMENT ON FUNCTION portal.payments_listed(date, bigint[], welfare.thai_id) IS 'payments that disbursements handed over, without health data';

-- Count, sum and digest of a list, worked out anew: authority by authority, so that no text grows with the nation. The digest is over what the operator is
-- given, accounts masked as there: over whole accounts, it would let them be tried out.
-- Parameters: month; disbursements. Answers one row.
CREATE FUNCTION portal.totals_listed(cycle_month date, disbursements bigint[]) RETURNS TABLE (payments bigint, amount numeric, digest bytea)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT coalesce(sum(part.payments), 0)::bigint, coalesce(sum(part.amount), 0),
             sha256(convert_to(coalesce(string_agg(part.authority_code || '|' || encode(part.digest, 'hex') || E'\n', '' ORDER BY part.authority_code), ''), 'UTF8'))
        FROM (SELECT told.authority_code, count(*) AS payments, sum(told.amount) AS amount,
                     sha256(convert_to(string_agg(concat_ws('|', told.thai_id, told.programme, told.month, told.adjustment_number, told.payer, told.attempt,
                                                            told.way_of_payment, told.bank_code, payment.mask_account(told.account_number), told.amount)
                                              || E'\n', ''
                                                  ORDER BY told.thai_id, told.programme, told.month, told.adjustment_number, told.payer, told.attempt), 'UTF8')) AS digest
                FROM portal.payments_listed(totals_listed.cycle_month, totals_listed.disbursements, NULL) AS told
               GROUP BY told.authority_code) AS part;
  END
  $$;
COMMENT ON FUNCTION portal.totals_listed(date, bigint[]) IS 'count, sum and digest of a list, worked out anew';

-- Makes the list of what has been handed over of a month, or answers the one that there is, when nothing was handed over since. Its number comes before the
-- first thing that became of any payment of the month: who begins with the list is told all of it, however late the list was made, and what comes twice is
-- the same. Of changes that are no longer kept, the number is the last. Publishing locks the counter, so that two who make lists wait for each other: no
-- other lock is taken, for who publishes and then makes a list would wait the other way round.
-- Parameters: first of month. Errors: WF001, WF007, WF033, WF034, WF803. Belongs to the owner: payments are nobody's tables.
CREATE FUNCTION portal.make_payment_list(cycle_month date)
  RETURNS TABLE (list_number smallint, as_of_change bigint, payments bigint, amount numeric, digest text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    handed_over bigint[];
    told_before bigint;
    first_outcome bigint;
    made portal.payment_list;
  BEGIN
    PERFORM reference.require_duty('portal', 'administrator');
    IF make_payment_list.cycle_month IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    ELSIF NOT reference.is_pay_month(make_payment_list.cycle_month) THEN
      PERFORM reference.refuse('WF034', NULL, make_payment_list.cycle_month::text);
    END IF;
    PERFORM portal.publish_changes();
    handed_over := ARRAY(SELECT told.disbursement_number FROM payment.disbursement AS told
                          WHERE told.cycle_month = make_payment_list.cycle_month AND told.state IN ('sent', 'closed') AND portal.may_be_told(told.disbursement_number)
                          ORDER BY told.disbursement_number);
    IF handed_over = '{}' THEN
      PERFORM reference.refuse('WF803', NULL, reference.date_text(make_payment_list.cycle_month));
    END IF;
    SELECT told.* INTO made FROM portal.payment_list AS told WHERE told.cycle_month = make_payment_list.cycle_month ORDER BY told.list_number DESC LIMIT 1;
    IF made.disbursements IS DISTINCT FROM handed_over THEN
      -- nothing had become of them when lists were made before the first of it went out: what was told until then is not read again
      SELECT max(earlier.as_of_change) INTO told_before FROM portal.payment_list AS earlier
       WHERE earlier.made_at < (SELECT min(told.sent_at) FROM payment.disbursement AS told WHERE told.disbursement_number = ANY (handed_over));
      SELECT told.change_number INTO first_outcome FROM portal.payment_change AS told
       WHERE told.change_number > coalesce(told_before, 0) AND told.cycle_month = make_payment_list.cycle_month
         AND told.state IN ('credited', 'failed', 'returned', 'not_collected')
       ORDER BY told.change_number LIMIT 1;
      INSERT INTO portal.payment_list (as_of_change, payments, cycle_month, list_number, disbursements, amount, digest)
      SELECT coalesce(first_outcome - 1, counter.last_number), total.payments, make_payment_list.cycle_month, coalesce(made.list_number, 0) + 1, handed_over,
             total.amount, total.digest
        FROM portal.totals_listed(make_payment_list.cycle_month, handed_over) AS total
       CROSS JOIN portal.change_counter AS counter
      RETURNING * INTO made;
    END IF;
    RETURN QUERY SELECT made.list_number, greatest(made.as_of_change, counter.purged_through), made.payments, made.amount::numeric, encode(made.digest, 'hex')
                   FROM portal.change_counter AS counter;
  END
  $$;
COMMENT ON FUNCTION portal.make_payment_list(date) IS 'makes the list of what has been handed over of a month';

-- Makes the list of every month of which something was handed over since its last list. Answers how many lists. Errors: WF001, WF004.
CREATE FUNCTION portal.make_payment_lists() RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  BEGIN
    PERFORM reference.require_administrator();
    RETURN (SELECT count(made.list_number)
              FROM (SELECT DISTINCT told.cycle_month::date AS cycle_month FROM payment.disbursement AS told
                     WHERE told.state IN ('sent', 'closed') AND portal.may_be_told(told.disbursement_number)
                       AND NOT EXISTS (SELECT FROM portal.payment_list AS list
                                        WHERE list.cycle_month = told.cycle_month AND told.disbursement_number = ANY (list.disbursements))) AS behind
             CROSS JOIN LATERAL portal.make_payment_list(behind.cycle_month) AS made);
  END
  $$;
COMMENT ON FUNCTION portal.make_payment_lists() IS 'makes the list of every month of which something was handed over since';

-- The lists that were made, of a month or of all, each with the number from which to go on. Parameters: first of month, NULL for all. Identifies nobody.
-- Errors: WF001, WF007.
CREATE FUNCTION portal.list_payments(only_month date DEFAULT NULL)
  RETURNS TABLE (cycle_month date, list_number smallint, as_of_change bigint, payments bigint, amount numeric, digest text, made_on date)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM reference.require_duty('portal', 'administrator');
    RETURN QUERY
      SELECT told.cycle_month::date, told.list_number, greatest(told.as_of_change, counter.purged_through), told.payments, told.amount::numeric,
             encode(told.digest, 'hex'), told.made_on
        FROM portal.payment_list AS told
       CROSS JOIN portal.change_counter AS counter
       WHERE list_payments.only_month IS NULL OR told.cycle_month = list_payments.only_month
       ORDER BY told.cycle_month, told.list_number;
  END
  $$;
COMMENT ON FUNCTION portal.list_payments(date) IS 'lists of payments that were made';

-- The payments of a list, by person: all, or the next people's after an ID, whole. From the beginning it is what was handed over, or is refused; accounts
-- are masked (PT1). Parameters: month; number of the list; ID after which it goes on, NULL from the beginning; about how many at most, NULL for all.
-- The look is recorded. Errors: WF001, WF007, WF802, WF804, WF805. Belongs to the owner: payments are nobody's tables.
CREATE FUNCTION portal.payment_list_lines(cycle_month date, list_number integer, after_id welfare.thai_id DEFAULT NULL, maximum integer DEFAULT NULL)
  RETURNS TABLE (national_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint, payer reference.payer_name,
                 attempt smallint, authority_code integer, amount numeric, way_of_payment reference.way_of_payment, bank_code smallint, account text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET plan_cache_mode = force_custom_plan
  SET work_mem = '64MB'
  SET jit = off
  AS $$
  #variable_conflict use_column
  DECLARE
    made portal.payment_list;
    total record;
    answered bigint;
  BEGIN
    PERFORM reference.require_duty('portal', 'administrator');
    IF payment_list_lines.maximum < 1 THEN
      PERFORM reference.refuse('WF802', NULL, payment_list_lines.maximum::text, '2147483647');
    END IF;
    SELECT told.* INTO made FROM portal.payment_list AS told
     WHERE told.cycle_month = payment_list_lines.cycle_month AND told.list_number = payment_list_lines.list_number;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF804', NULL, coalesce(payment_list_lines.cycle_month::text, 'NULL'), coalesce(payment_list_lines.list_number::text, 'NULL'));
    END IF;
    IF payment_list_lines.after_id IS NULL THEN
      SELECT told.* INTO total FROM portal.totals_listed(made.cycle_month, made.disbursements) AS told;
      IF (total.payments, total.amount, total.digest) IS DISTINCT FROM (made.payments, made.amount::numeric, made.digest) THEN
        PERFORM reference.refuse('WF805', NULL, reference.date_text(made.cycle_month), made.list_number::text);
      END IF;
    END IF;
    RETURN QUERY
      SELECT listed.thai_id, listed.programme, listed.month::date, listed.adjustment_number, listed.payer, listed.attempt, listed.authority_code,
             listed.amount::numeric, listed.way_of_payment, listed.bank_code, payment.mask_account(listed.account_number)
        FROM (SELECT told.*
                FROM portal.payments_listed(made.cycle_month, made.disbursements, payment_list_lines.after_id) AS told
               ORDER BY told.thai_id
               FETCH FIRST (coalesce(payment_list_lines.maximum, 2147483647)) ROWS WITH TIES) AS listed
       ORDER BY listed.thai_id, listed.programme, listed.month, listed.adjustment_number, listed.payer, listed.attempt;
    GET DIAGNOSTICS answered = ROW_COUNT;
    PERFORM audit.record_look('portal.payment_list_lines', NULL,
                              jsonb_build_object('cycle_month', made.cycle_month, 'list_number', made.list_number, 'after_id', payment_list_lines.after_id,
                                                 'maximum', payment_list_lines.maximum), answered);
  END
  $$;
COMMENT ON FUNCTION portal.payment_list_lines(date, integer, welfare.thai_id, integer) IS 'payments of a list, by person';

REVOKE ALL ON FUNCTION portal.payments_listed(date, bigint[], welfare.thai_id), portal.totals_listed(date, bigint[]), portal.make_payment_list(date),
  portal.make_payment_lists(), portal.list_payments(date), portal.payment_list_lines(date, integer, welfare.thai_id, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal.make_payment_list(date), portal.list_payments(date), portal.payment_list_lines(date, integer, welfare.thai_id, integer)
  TO welfare_portal, welfare_admin;
GRANT EXECUTE ON FUNCTION portal.make_payment_lists() TO welfare_admin;

COMMIT;
