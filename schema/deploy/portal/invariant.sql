-- QR8, PT6: nothing is lost on the way to the portal, and what was handed over is what was handed over.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Numbers of changes have no gap: from the first that is kept to the last that was given. Parameters: none that matters. Answers as payment.check_credited_once.
CREATE FUNCTION portal.check_numbers(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT abs(counter.last_number - counter.purged_through - told.kept) + told.outside, 'number ' || told.lowest || ' to ' || told.highest
        FROM portal.change_counter AS counter
       CROSS JOIN LATERAL (
         SELECT count(*) FILTER (WHERE change.change_number > counter.purged_through AND change.change_number <= counter.last_number) AS kept,
                count(*) FILTER (WHERE change.change_number <= counter.purged_through OR change.change_number > counter.last_number) AS outside,
                min(change.change_number) AS lowest, max(change.change_number) AS highest
           FROM portal.payment_change AS change) AS told;
  END
  $$;
COMMENT ON FUNCTION portal.check_numbers(date) IS 'numbers of changes that are missing, or were never given';

-- What happened to a month's payments was published, or waits to be, unless it is no longer kept. Parameters: first of month. Answers as
-- payment.check_credited_once.
CREATE FUNCTION portal.check_told(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  DECLARE
    -- of what is no longer kept nothing can be said; when nothing is kept, of nothing that happened before it was last published
    kept_from timestamptz := coalesce((SELECT min(change.published_at) FROM portal.payment_change AS change
                                        WHERE EXISTS (SELECT FROM portal.change_counter AS counter WHERE counter.purged_through > 0)),
                                      (SELECT counter.published_at FROM portal.change_counter AS counter WHERE counter.purged_through > 0), '-infinity');
  BEGIN
    RETURN QUERY
      WITH happened AS (
        SELECT told.thai_id, told.programme, told.month, told.adjustment_number, told.payer, told.attempt, told.authority_code,
               'sent'::payment.payment_state AS state, told.tableoid AS relation, told.ctid AS place
          FROM payment.disbursement AS made
         CROSS JOIN LATERAL payment.payments_under(made.disbursement_number, check_told.month) AS listed
          JOIN payment.instruction AS told
            ON told.thai_id = listed.thai_id AND told.programme = listed.programme AND told.month = listed.month
           AND told.adjustment_number = listed.adjustment_number AND told.payer = listed.payer AND told.attempt = listed.attempt
         WHERE made.cycle_month = check_told.month AND made.state IN ('sent', 'closed') AND made.sent_at >= kept_from AND NOT told.sensitive
           AND told.month <= check_told.month
           AND NOT EXISTS (SELECT FROM portal.pending_packet AS pending WHERE pending.disbursement_number = made.disbursement_number)
         UNION ALL
        SELECT arrived.thai_id, arrived.programme, arrived.month, arrived.adjustment_number, arrived.payer, arrived.attempt, NULL, 'credited', arrived.tableoid, arrived.ctid
          FROM payment.credit AS arrived
          JOIN payment.bank_delivery AS delivery ON delivery.delivery_number = arrived.delivery_number AND delivery.finished_at >= kept_from
          JOIN reference.programme ON programme.programme = arrived.programme AND NOT programme.sensitive
         WHERE arrived.month = check_told.month
           AND NOT EXISTS (SELECT FROM portal.pending_packet AS pending WHERE pending.delivery_number = delivery.delivery_number)
         UNION ALL
        SELECT given.thai_id, given.programme, given.month, given.adjustment_number, given.payer, given.attempt, given.authority_code, 'credited', given.tableoid, given.ctid
          FROM payment.payout AS given
          JOIN reference.programme ON programme.programme = given.programme AND NOT programme.sensitive
         WHERE given.month = check_told.month AND given.recorded_at >= kept_from
         UNION ALL
        SELECT failed.thai_id, failed.programme, failed.month, failed.adjustment_number, failed.payer, failed.attempt, failed.authority_code,
               (CASE failed.kind WHEN 'held_back' THEN 'held' ELSE failed.kind::text END)::payment.payment_state, failed.tableoid, failed.ctid
          FROM payment.failure AS failed
          JOIN reference.programme ON programme.programme = failed.programme AND NOT programme.sensitive
         WHERE failed.month = check_told.month AND failed.recorded_at >= kept_from
         UNION ALL
        SELECT aside.thai_id, aside.programme, aside.month, aside.adjustment_number, aside.payer, aside.attempt, aside.authority_code,
               aside.reason::text::payment.payment_state, aside.tableoid, aside.ctid
          FROM payment.set_aside AS aside
         WHERE aside.month = check_told.month AND aside.recorded_at >= kept_from AND NOT aside.sensitive
         UNION ALL
        SELECT undone.thai_id, undone.programme, undone.month, undone.adjustment_number, undone.payer, 0, undone.authority_code, 'cancelled', undone.tableoid, undone.ctid
          FROM payment.cancellation AS undone
         WHERE undone.month = check_told.month AND undone.cancelled_at >= kept_from AND NOT undone.sensitive
      )
      SELECT count(*), min(payment.masked(check_told.month, happened.authority_code, NULL, happened.relation, happened.place))
        FROM happened
        LEFT JOIN portal.payment_change AS change
          ON change.thai_id = happened.thai_id AND change.programme = happened.programme AND change.month = happened.month
         AND change.adjustment_number = happened.adjustment_number AND change.payer = happened.payer AND change.attempt = happened.attempt
         AND change.state = happened.state
        LEFT JOIN portal.pending_change AS pending
          ON pending.thai_id = happened.thai_id AND pending.programme = happened.programme AND pending.month = happened.month
         AND pending.adjustment_number = happened.adjustment_number AND pending.payer = happened.payer AND pending.attempt = happened.attempt
         AND pending.state = happened.state
       WHERE change.thai_id IS NULL AND pending.thai_id IS NULL;
  END
  $$;
COMMENT ON FUNCTION portal.check_told(date) IS 'what happened to payments and was neither published nor waits to be';

-- A list holds what was handed over. Parameters: first of month. Answers as payment.check_credited_once.
CREATE FUNCTION portal.check_lists(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(payment.masked(check_lists.month, NULL, made.list_number, NULL, NULL))
        FROM portal.payment_list AS made
       CROSS JOIN LATERAL portal.totals_listed(made.cycle_month, made.disbursements) AS total
       WHERE made.cycle_month = check_lists.month
         AND (total.payments, total.amount, total.digest) IS DISTINCT FROM (made.payments, made.amount::numeric, made.digest);
  END
  $$;
COMMENT ON FUNCTION portal.check_lists(date) IS 'lists of payments that are not what was handed over';
REVOKE ALL ON FUNCTION portal.check_numbers(date), portal.check_told(date), portal.check_lists(date) FROM PUBLIC;

DO $$
BEGIN
  PERFORM payment.add_invariant(told.name, told.place::smallint, told.by_month, told.asked_by, told.meaning_thai, told.meaning_english)
     FROM (VALUES
  ('portal_numbers', 330, false, 'portal.check_numbers', 'เลขที่ของการเปลี่ยนแปลงที่ประกาศแก่เว็บบริการประชาชนเรียงต่อกันไม่ขาด', 'changes published for the portal are numbered without a gap'),
  ('portal_told', 340, true, 'portal.check_told', 'ทุกสิ่งที่เกิดกับรายการจ่ายประกาศแก่เว็บบริการประชาชนแล้วหรือรอประกาศ', 'what happens to payments is published for the portal, or waits to be'),
  ('portal_lists', 350, true, 'portal.check_lists', 'บัญชีรายการจ่ายที่ส่งมอบแก่เว็บบริการประชาชนตรงกับที่จ่าย', 'lists handed over to the portal are what was paid out')
          ) AS told (name, place, by_month, asked_by, meaning_thai, meaning_english);
END
$$;

COMMIT;
