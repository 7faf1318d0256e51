-- PT6: changes of payments by number, for the operator of the citizen portal: one after the other without a gap, resumed from any number. Numbers are given
-- when changes are published, by one session at a time: who has read up to a number has read everything up to it. No AIDS allowance, and no number that
-- stands for one (AR2).
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF800', 'ยังไม่มีการเปลี่ยนแปลงเลขที่ %1$s ฐานข้อมูลนี้ประกาศถึงเลขที่ %2$s', 'change %1$s has not been published: this database has published up to %2$s',
   'หากเคยได้รับเลขที่นี้แล้ว แสดงว่าฐานข้อมูลถูกกู้คืนจากชุดสำรอง ให้รับบัญชีรายเดือนใหม่ทั้งชุด (portal.list_payments)',
   'If you have had it, the database was restored from a backup: take the month''s lists anew (portal.list_payments).'),
  ('WF801', 'การเปลี่ยนแปลงถึงเลขที่ %1$s พ้นกำหนดเก็บแล้ว', 'changes up to %1$s are no longer kept',
   'ให้รับบัญชีรายเดือนใหม่ทั้งชุด แล้วอ่านต่อจากเลขที่ที่น้อยที่สุดของบัญชีเหล่านั้น (portal.list_payments)',
   'Take the months'' lists anew, and go on from the smallest of their numbers (portal.list_payments).'),
  ('WF806', 'การเปลี่ยนแปลงเลขที่ %1$s ของฐานข้อมูลนี้ไม่ใช่รายการเดียวกับที่เคยได้รับ', 'change %1$s of this database is not the one that was had',
   'ฐานข้อมูลถูกกู้คืนจากชุดสำรอง หรืออ่านก่อนที่การประกาศจะเสร็จสมบูรณ์ ให้รับบัญชีรายเดือนใหม่ทั้งชุด (portal.list_payments)',
   'The database was restored from a backup, or it was read before its publication was committed: take the months'' lists anew (portal.list_payments).'),
  ('WF802', 'จำนวนรายการต่อครั้งต้องเป็น 1 ถึง %2$s ไม่ใช่ %1$s', 'between 1 and %2$s are read at once, not %1$s', NULL, NULL);

CREATE TABLE portal.payment_change (
  thai_id welfare.thai_id NOT NULL,
  change_number bigint NOT NULL,
  published_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  month reference.pay_month NOT NULL,
  cycle_month reference.pay_month NOT NULL,
  effective_on date NOT NULL,
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  payer reference.payer_name NOT NULL,
  state payment.payment_state NOT NULL,
  adjustment_number smallint NOT NULL,
  attempt smallint NOT NULL,
  sensitive boolean NOT NULL DEFAULT false,
  amount numeric(12,2) NOT NULL,
  reason_code text COLLATE "C",
  CONSTRAINT payment_change_pkey PRIMARY KEY (thai_id, change_number),
  CONSTRAINT payment_change_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive),
  CONSTRAINT payment_change_no_health_data CHECK (NOT sensitive),
  CONSTRAINT payment_change_number CHECK (change_number > 0)
);
COMMENT ON TABLE portal.payment_change IS 'changes of payments as they were published (PT6)';
COMMENT ON COLUMN portal.payment_change.thai_id IS 'the person';
COMMENT ON COLUMN portal.payment_change.change_number IS 'its number, without a gap';
COMMENT ON COLUMN portal.payment_change.published_at IS 'when it was published';
COMMENT ON COLUMN portal.payment_change.month IS 'month for which it is owed';
COMMENT ON COLUMN portal.payment_change.cycle_month IS 'month with whose money it is paid';
COMMENT ON COLUMN portal.payment_change.effective_on IS 'day on which it happened; of what is handed over, the day on which it is to arrive';
COMMENT ON COLUMN portal.payment_change.authority_code IS 'local authority';
COMMENT ON COLUMN portal.payment_change.programme IS 'programme';
COMMENT ON COLUMN portal.payment_change.payer IS 'whose money it is';
COMMENT ON COLUMN portal.payment_change.state IS 'how the payment stands by it';
COMMENT ON COLUMN portal.payment_change.adjustment_number IS '0: the line; else the arrears (payment.adjustment)';
COMMENT ON COLUMN portal.payment_change.attempt IS 'which try; 0: all, of what is cancelled';
COMMENT ON COLUMN portal.payment_change.sensitive IS 'false: health data is never published (AR2)';
COMMENT ON COLUMN portal.payment_change.amount IS 'baht';
COMMENT ON COLUMN portal.payment_change.reason_code IS 'why it came to nothing (reference.bank_reason); NULL: it did not';
CREATE UNIQUE INDEX payment_change_number ON portal.payment_change (change_number);
COMMENT ON INDEX portal.payment_change_number IS 'a change by its number, which no other has';
ALTER TABLE portal.payment_change ENABLE ROW LEVEL SECURITY;

-- What was published is not changed; what is no longer kept is removed by portal.purge_changes alone. Errors: WF064.
CREATE FUNCTION portal.guard_removal() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    IF EXISTS (SELECT FROM old_changes
                WHERE old_changes.change_number > (SELECT counter.purged_through FROM portal.change_counter AS counter)) THEN
      PERFORM reference.refuse('WF064', NULL, TG_TABLE_SCHEMA || '.' || TG_TABLE_NAME);
    END IF;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION portal.guard_removal() IS 'refuses to remove changes that are still kept';
CREATE TRIGGER payment_change_no_change BEFORE UPDATE OR TRUNCATE ON portal.payment_change
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER payment_change_no_change ON portal.payment_change IS 'what was published stays as it was';
CREATE TRIGGER payment_change_kept AFTER DELETE ON portal.payment_change REFERENCING OLD TABLE AS old_changes
  FOR EACH STATEMENT EXECUTE FUNCTION portal.guard_removal();
COMMENT ON TRIGGER payment_change_kept ON portal.payment_change IS 'changes are removed when they are no longer kept, and not before';

-- One row. Who publishes locks it, so that a number is seen only with all before it; a sequence would leave gaps, and show a later number first.
CREATE TABLE portal.change_counter (
  last_number bigint NOT NULL DEFAULT 0,
  purged_through bigint NOT NULL DEFAULT 0,
  published_at timestamptz,
  is_only boolean NOT NULL DEFAULT true,
  CONSTRAINT change_counter_pkey PRIMARY KEY (is_only),
  CONSTRAINT change_counter_one_row CHECK (is_only),
  CONSTRAINT change_counter_in_order CHECK (purged_through >= 0 AND purged_through <= last_number)
);
COMMENT ON TABLE portal.change_counter IS 'up to which number changes are published, and up to which they are no longer kept';
COMMENT ON COLUMN portal.change_counter.last_number IS 'last number that was given';
COMMENT ON COLUMN portal.change_counter.purged_through IS 'last number that is no longer kept';
COMMENT ON COLUMN portal.change_counter.published_at IS 'when changes were last published';
COMMENT ON COLUMN portal.change_counter.is_only IS 'true: there is one row';
ALTER TABLE portal.change_counter ENABLE ROW LEVEL SECURITY;
INSERT INTO portal.change_counter DEFAULT VALUES;

-- Publishes the pending changes of single payments up to a place in their order. Parameters: number before the first; place. Answers how many.
CREATE FUNCTION portal.publish_single(last_number bigint, through bigint) RETURNS bigint
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    published bigint;
  BEGIN
    WITH taken AS (DELETE FROM portal.pending_change AS pending WHERE pending.pending_number <= publish_single.through RETURNING pending.*)
    INSERT INTO portal.payment_change (thai_id, change_number, month, cycle_month, effective_on, authority_code, programme, payer, state, adjustment_number, attempt,
                                       amount, reason_code)
    SELECT taken.thai_id, publish_single.last_number + row_number() OVER (ORDER BY taken.pending_number), taken.month, taken.cycle_month, taken.effective_on,
           taken.authority_code, taken.programme, taken.payer, taken.state, taken.adjustment_number, taken.attempt, taken.amount, taken.reason_code
      FROM taken
     ORDER BY taken.pending_number;
    GET DIAGNOSTICS published = ROW_COUNT;
    RETURN published;
  END
  $$;
COMMENT ON FUNCTION portal.publish_single(bigint, bigint) IS 'publishes pending changes of single payments';

-- Publishes what a disbursement handed over. Parameters: number before the first; the disbursement. Answers how many.
CREATE FUNCTION portal.publish_sent(last_number bigint, disbursement_number bigint) RETURNS bigint
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  DECLARE
    made payment.disbursement;
    published bigint;
  BEGIN
    SELECT * INTO made FROM payment.disbursement AS sent WHERE sent.disbursement_number = publish_sent.disbursement_number;
    INSERT INTO portal.payment_change (thai_id, change_number, month, cycle_month, effective_on, authority_code, programme, payer, state, adjustment_number, attempt, amount)
    SELECT told.thai_id,
           publish_sent.last_number + row_number() OVER (ORDER BY told.thai_id, told.programme, told.month, told.adjustment_number, told.payer, told.attempt) AS change_number,
           told.month, told.cycle_month, made.value_date, told.authority_code, told.programme, told.payer, 'sent', told.adjustment_number, told.attempt, told.amount
      FROM payment.payments_under(made.disbursement_number, made.cycle_month) AS told
     WHERE NOT told.sensitive
     ORDER BY change_number;
    GET DIAGNOSTICS published = ROW_COUNT;
    RETURN published;
  END
  $$;
COMMENT ON FUNCTION portal.publish_sent(bigint, bigint) IS 'publishes what a disbursement handed over';

-- Publishes what a delivery of bank results told as arrived. Which months it speaks of, the ledger knows: no other month's arrivals are read.
-- Parameters: number before the first; the delivery. Answers how many.
CREATE FUNCTION portal.publish_arrived(last_number bigint, delivery_number bigint) RETURNS bigint
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  DECLARE
    owed date;
    told_rows bigint;
    published bigint := 0::bigint;
  BEGIN
    FOR owed IN SELECT DISTINCT entry.month::date AS month FROM payment.ledger_entry AS entry
                 WHERE entry.delivery_number = publish_arrived.delivery_number AND entry.step = 'credited' ORDER BY 1 LOOP
      INSERT INTO portal.payment_change (thai_id, change_number, month, cycle_month, effective_on, authority_code, programme, payer, state, adjustment_number, attempt,
                                         amount)
      SELECT told.thai_id,
             publish_arrived.last_number + published + row_number() OVER (ORDER BY told.thai_id, told.programme, told.adjustment_number, told.payer, told.attempt) AS change_number,
             told.month, told.cycle_month, arrived.credited_on, told.authority_code, told.programme, told.payer, 'credited', told.adjustment_number, told.attempt,
             told.amount
        FROM payment.credit AS arrived
        JOIN payment.instruction AS told
          ON told.thai_id = arrived.thai_id AND told.programme = arrived.programme AND told.month = arrived.month
         AND told.adjustment_number = arrived.adjustment_number AND told.payer = arrived.payer AND told.attempt = arrived.attempt
       WHERE arrived.month = owed AND told.month = owed AND arrived.delivery_number = publish_arrived.delivery_number AND NOT told.sensitive
       ORDER BY change_number;
      GET DIAGNOSTICS told_rows = ROW_COUNT;
      published := published + told_rows;
    END LOOP;
    RETURN published;
  END
  $$;
COMMENT ON FUNCTION portal.publish_arrived(bigint, bigint) IS 'publishes what a delivery of bank results told as arrived';

-- Gives numbers to everything that has happened and was not published. What happened to one payment keeps its order: what is seen as pending at the
-- beginning is taken, and nothing that came later. Two at once wait for each other. Answers how many. Errors: WF001, WF007.
-- Belongs to the owner: nobody writes what was published.
CREATE FUNCTION portal.publish_changes() RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    before bigint;
    reached bigint;
    through bigint;
    packets portal.pending_packet[];
    packet portal.pending_packet;
  BEGIN
    PERFORM reference.require_duty('portal', 'administrator');
    SELECT counter.last_number INTO before FROM portal.change_counter AS counter FOR UPDATE;
    reached := before;
    SELECT array_agg(pending ORDER BY pending.pending_number), greatest(max(pending.pending_number), (SELECT max(single.pending_number) FROM portal.pending_change AS single))
      INTO packets, through
      FROM portal.pending_packet AS pending;
    IF through IS NULL THEN
      RETURN 0::bigint;
    END IF;
    FOREACH packet IN ARRAY coalesce(packets, '{}') LOOP
      reached := reached + portal.publish_single(reached, packet.pending_number);
      IF packet.disbursement_number IS NOT NULL THEN
        reached := reached + portal.publish_sent(reached, packet.disbursement_number);
      ELSE
        reached := reached + portal.publish_arrived(reached, packet.delivery_number);
      END IF;
    END LOOP;
    reached := reached + portal.publish_single(reached, through);
    DELETE FROM portal.pending_packet AS pending USING unnest(packets) AS taken WHERE pending.pending_number = taken.pending_number;
    UPDATE portal.change_counter SET last_number = reached, published_at = clock_timestamp();
    RETURN reached - before;
  END
  $$;
COMMENT ON FUNCTION portal.publish_changes() IS 'gives numbers to what has happened to payments and was not published';

-- Changes after a number, in their order. A reader that keeps the last number it has taken misses nothing, and takes nothing twice. Publish first
-- (portal.publish_changes), in a transaction of its own. A number that this database has not given is refused; one that it has given again, to another
-- change, after a backup was restored or a publication was read and then rolled back, is told from the first by its moment, as far as it is kept.
-- Parameters: the last number taken, 0 for all; at most how many; when that number was published, as it was given to the reader, NULL: not compared.
-- The look is recorded. Errors: WF001, WF007, WF010, WF800, WF801, WF802, WF806.
-- Belongs to the owner: the outbox is nobody's table.
CREATE FUNCTION portal.payment_changes(after bigint, maximum integer DEFAULT 10000, after_published_at timestamptz DEFAULT NULL)
  RETURNS TABLE (change_number bigint, national_id welfare.thai_id, programme reference.programme_name, month date, adjustment_number smallint,
                 payer reference.payer_name, attempt smallint, cycle_month date, authority_code integer, state payment.payment_state, amount numeric,
                 effective_on date, reason_code text, published_at timestamptz)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  DECLARE
    most CONSTANT integer := 100000;
    counter portal.change_counter;
    found bigint;
  BEGIN
    PERFORM reference.require_duty('portal', 'administrator');
    IF payment_changes.after IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'after');
    ELSIF payment_changes.maximum IS NULL OR payment_changes.maximum NOT BETWEEN 1 AND most THEN
      PERFORM reference.refuse('WF802', NULL, coalesce(payment_changes.maximum::text, 'NULL'), most::text);
    END IF;
    SELECT told.* INTO counter FROM portal.change_counter AS told;
    IF payment_changes.after > counter.last_number THEN
      PERFORM reference.refuse('WF800', NULL, payment_changes.after::text, counter.last_number::text);
    ELSIF payment_changes.after < counter.purged_through THEN
      PERFORM reference.refuse('WF801', NULL, counter.purged_through::text);
    ELSIF EXISTS (SELECT FROM portal.payment_change AS told
                   WHERE told.change_number = payment_changes.after AND told.published_at <> payment_changes.after_published_at) THEN
      PERFORM reference.refuse('WF806', NULL, payment_changes.after::text);
    END IF;
    RETURN QUERY
      SELECT told.change_number, told.thai_id, told.programme, told.month::date, told.adjustment_number, told.payer, told.attempt, told.cycle_month::date,
             told.authority_code, told.state, told.amount::numeric, told.effective_on, told.reason_code, told.published_at
        FROM portal.payment_change AS told
       WHERE told.change_number > payment_changes.after AND told.change_number <= payment_changes.after + payment_changes.maximum
       ORDER BY told.change_number;
    GET DIAGNOSTICS found = ROW_COUNT;
    -- removed while they were looked up: some would be missing
    SELECT told.* INTO counter FROM portal.change_counter AS told;
    IF payment_changes.after < counter.purged_through THEN
      PERFORM reference.refuse('WF801', NULL, counter.purged_through::text);
    END IF;
    PERFORM audit.record_look('portal.payment_changes', NULL, jsonb_build_object('after', payment_changes.after, 'maximum', payment_changes.maximum), found);
  END
  $$;
COMMENT ON FUNCTION portal.payment_changes(bigint, integer, timestamptz) IS 'changes of payments after a number, in their order';

-- How far changes are published and kept, and how much waits. Identifies nobody, and says nothing of health data. Errors: WF001, WF007.
CREATE FUNCTION portal.change_status()
  RETURNS TABLE (last_number bigint, first_kept bigint, published_at timestamptz, pending_packets bigint, pending_changes bigint)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM reference.require_duty('portal', 'administrator');
    RETURN QUERY
      SELECT counter.last_number, counter.purged_through + 1, counter.published_at, (SELECT count(*) FROM portal.pending_packet),
             (SELECT count(*) FROM portal.pending_change)
        FROM portal.change_counter AS counter;
  END
  $$;
COMMENT ON FUNCTION portal.change_status() IS 'how far changes are published and kept, and how much waits';

-- Removes changes that were published before a moment, from the first on; who comes for them is sent to the lists.
-- Parameters: the moment. Answers how many. Errors: WF001, WF004, WF010.
CREATE FUNCTION portal.purge_changes(before timestamptz) RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    through bigint;
    purged bigint;
  BEGIN
    PERFORM reference.require_administrator();
    IF purge_changes.before IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, 'before');
    END IF;
    PERFORM FROM portal.change_counter FOR UPDATE;
    -- numbers and moments rise together: what is before the first that is kept is gone
    SELECT told.change_number - 1 INTO through FROM portal.payment_change AS told
     WHERE told.published_at >= purge_changes.before ORDER BY told.change_number LIMIT 1;
    IF NOT FOUND THEN
      SELECT counter.last_number INTO through FROM portal.change_counter AS counter;
    END IF;
    UPDATE portal.change_counter SET purged_through = through WHERE purged_through < through;
    DELETE FROM portal.payment_change AS told WHERE told.change_number <= through;
    GET DIAGNOSTICS purged = ROW_COUNT;
    RETURN purged;
  END
  $$;
COMMENT ON FUNCTION portal.purge_changes(timestamptz) IS 'removes changes that are no longer kept';

REVOKE ALL ON FUNCTION portal.guard_removal(), portal.publish_single(bigint, bigint), portal.publish_sent(bigint, bigint), portal.publish_arrived(bigint, bigint),
  portal.publish_changes(), portal.payment_changes(bigint, integer, timestamptz), portal.change_status(), portal.purge_changes(timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION portal.publish_changes(), portal.payment_changes(bigint, integer, timestamptz), portal.change_status() TO welfare_portal, welfare_admin;
GRANT EXECUTE ON FUNCTION portal.purge_changes(timestamptz) TO welfare_admin;

COMMIT;
