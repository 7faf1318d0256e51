-- ER8.4, ER13, ER14, ER15, DE3: holds on a person's lines: prepared, and not paid while held. Nothing here changes a claim or a line.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE payment.hold_reason AS ENUM ('registry_death', 'awaiting_acknowledgement', 'treasury', 'paid_by_old_authority', 'withdrawn_confirmation', 'proxy_unverified', 'review',
                                         'right_ended');
COMMENT ON TYPE payment.hold_reason IS 'why lines are held: the civil registry has the person as dead (ER15); the authority that the person left has not acknowledged (ER8.4); the Comptroller General''s Department cancelled them (ER15); the authority that the person left states that it paid the month (ER8.4), or the confirmation that they were prepared for was wrong, both for ever; another payee has not been verified (ER13, DR13), these three without a hold on record; an officer of the authority asks questions first (ER10); the right had ended or was suspended before the month, as was recorded after it was prepared (ER14, DE6)';

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF338', 'เบี้ย%1$sของบุคคลนี้ถูกระงับการจ่ายด้วยเหตุเดียวกันอยู่แล้ว (%2$s)', 'the %1$s allowance of this person is held for the same reason already (%2$s)',
   NULL, NULL),
  ('WF339', 'ไม่มีการระงับการจ่ายของ %1$s ที่ยกเลิกได้', 'there is no hold on payments to %1$s to release',
   NULL, NULL),
  ('WF33A', 'ระงับการจ่ายเฉพาะเบี้ย%1$sไม่ได้', 'payments of the %1$s allowance are not held by themselves',
   'ไม่ระบุประเภทเบี้ย เพื่อระงับทุกการจ่ายของบุคคลนั้น', 'Name no programme: every payment to the person is held.'),
  ('WF33B', 'ผลตรวจสอบการตายของ %1$s ยังไม่ถูกหักล้าง', 'the death of %1$s still stands',
   'ให้บันทึกผลตรวจสอบก่อน (civil.settle_finding)', 'Record first what was verified (civil.settle_finding).'),
  ('WF33C', 'ผู้บันทึกผลตรวจสอบลงนามในคำสั่งไม่ได้', 'who recorded the verification does not sign the order',
   'ให้ผู้บริหารลงนาม', 'The executive signs.');

-- A hold is about a person and a programme, whether a claim is on record or not: who places one learns nothing.
CREATE TABLE payment.hold (
  thai_id welfare.thai_id NOT NULL,
  hold_number bigint GENERATED ALWAYS AS IDENTITY,
  placed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  released_at timestamptz,
  event_number bigint,
  programme reference.programme_name NOT NULL,
  month_from reference.pay_month NOT NULL,
  placed_on date NOT NULL DEFAULT welfare.business_date(),
  released_on date,
  reason payment.hold_reason NOT NULL,
  source text NOT NULL,
  remark text,
  placed_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  released_by text,
  released_why text,
  order_number text,
  CONSTRAINT hold_pkey PRIMARY KEY (thai_id, hold_number),
  CONSTRAINT hold_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT hold_released_whole CHECK (num_nonnulls(released_at, released_on, released_by, released_why) IN (0, 4)),
  CONSTRAINT hold_source CHECK (btrim(source) <> ''),
  CONSTRAINT hold_on_record CHECK (reason NOT IN ('paid_by_old_authority', 'withdrawn_confirmation', 'proxy_unverified', 'right_ended')),
  CONSTRAINT hold_of_event CHECK ((reason = 'registry_death') = (event_number IS NOT NULL)),
  CONSTRAINT hold_treasury_says_why CHECK (reason <> 'treasury' OR coalesce(btrim(remark), '') <> ''),
  CONSTRAINT hold_order CHECK (order_number IS NULL OR released_at IS NOT NULL)
);
COMMENT ON TABLE payment.hold IS 'holds on a person''s lines of a programme, from a month on; evidence';
COMMENT ON COLUMN payment.hold.thai_id IS 'the person';
COMMENT ON COLUMN payment.hold.hold_number IS 'number of the hold';
COMMENT ON COLUMN payment.hold.placed_at IS 'when it was placed';
COMMENT ON COLUMN payment.hold.released_at IS 'when it was released; NULL: it stands';
COMMENT ON COLUMN payment.hold.event_number IS 'the death that it is for (civil.event)';
COMMENT ON COLUMN payment.hold.programme IS 'the programme';
COMMENT ON COLUMN payment.hold.month_from IS 'first month that is held';
COMMENT ON COLUMN payment.hold.placed_on IS 'day on which it was placed';
COMMENT ON COLUMN payment.hold.released_on IS 'day of the release, or of the order';
COMMENT ON COLUMN payment.hold.reason IS 'why';
COMMENT ON COLUMN payment.hold.source IS 'what it relies on: register, list, letter';
COMMENT ON COLUMN payment.hold.remark IS 'why, in words; required of the Comptroller General''s Department';
COMMENT ON COLUMN payment.hold.placed_by IS 'user, or database role, that placed it';
COMMENT ON COLUMN payment.hold.released_by IS 'user, or database role, that released it';
COMMENT ON COLUMN payment.hold.released_why IS 'why it was released';
COMMENT ON COLUMN payment.hold.order_number IS 'number of the executive''s order that lifted it';
CREATE UNIQUE INDEX hold_one_open ON payment.hold (thai_id, programme, reason) WHERE released_at IS NULL;
COMMENT ON INDEX payment.hold_one_open IS 'one open hold of a reason for each person and programme';
ALTER TABLE payment.hold ENABLE ROW LEVEL SECURITY;

-- A hold is placed once and released once; nothing else of it changes.
CREATE FUNCTION payment.guard_hold() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    released payment.hold;
  BEGIN
    IF TG_OP = 'INSERT' THEN
      IF NEW.released_at IS NULL AND EXISTS (SELECT FROM payment.hold
                                              WHERE hold.thai_id = NEW.thai_id AND hold.programme = NEW.programme AND hold.reason = NEW.reason
                                                AND hold.released_at IS NULL) THEN
        PERFORM reference.refuse('WF338', NULL, reference.programme_text(NEW.programme), NEW.reason::text);
      END IF;
      RETURN NEW;
    END IF;
    released := OLD;
    released.released_at := NEW.released_at;
    released.released_on := NEW.released_on;
    released.released_by := NEW.released_by;
    released.released_why := NEW.released_why;
    released.order_number := NEW.order_number;
    IF OLD.released_at IS NOT NULL OR NEW.released_at IS NULL OR released IS DISTINCT FROM NEW THEN
      PERFORM reference.refuse('WF064', NULL, 'payment.hold');
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION payment.guard_hold() IS 'refuses second open holds, and changes of a hold beside its release';
CREATE TRIGGER hold_guard BEFORE INSERT OR UPDATE ON payment.hold
  FOR EACH ROW EXECUTE FUNCTION payment.guard_hold();
COMMENT ON TRIGGER hold_guard ON payment.hold IS 'a hold is placed once and released once';
CREATE TRIGGER hold_no_removal BEFORE DELETE OR TRUNCATE ON payment.hold
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER hold_no_removal ON payment.hold IS 'holds are evidence';

-- What holds lines, on record or not, in one place: whoever asks joins its own lines, by person and programme. Not distinct: two moves may
-- state the same of a month.
CREATE VIEW payment.holding AS
  SELECT hold.thai_id, hold.programme, 0::smallint AS from_claim, 32767::smallint AS to_claim, hold.month_from::date AS month_from, NULL::date AS month_to,
         hold.reason
    FROM payment.hold
   WHERE hold.released_at IS NULL
   UNION ALL
  -- prepared while it awaited: not released with the others (ER8.4)
  SELECT part.thai_id, part.programme, part.new_claim_number AS from_claim, 32767::smallint AS to_claim, '-infinity'::date AS month_from,
         part.last_month_paid::date AS month_to, 'paid_by_old_authority'::payment.hold_reason AS reason
    FROM registry.move_claim AS part
   WHERE part.state = 'acknowledged' AND part.last_month_paid IS NOT NULL
   UNION ALL
  -- prepared for a wrong confirmation, and never payable, whatever became of the move since
  SELECT part.thai_id, part.programme, part.new_claim_number AS from_claim, part.new_claim_number AS to_claim, '-infinity'::date AS month_from,
         NULL::date AS month_to, 'withdrawn_confirmation'::payment.hold_reason AS reason
    FROM registry.move_claim AS part
   WHERE part.state IN ('withdrawn', 'cancelled', 'superseded') AND part.new_claim_number IS NOT NULL;
COMMENT ON VIEW payment.holding IS 'what holds payment lines: holds that stand, and what moves leave behind (ER8.4)';
COMMENT ON COLUMN payment.holding.thai_id IS 'the person';
COMMENT ON COLUMN payment.holding.programme IS 'the programme';
COMMENT ON COLUMN payment.holding.from_claim IS 'first number of the claims whose lines are held';
COMMENT ON COLUMN payment.holding.to_claim IS 'last number of the claims whose lines are held';
COMMENT ON COLUMN payment.holding.month_from IS 'first month that is held; -infinity: every month up to the last';
COMMENT ON COLUMN payment.holding.month_to IS 'last month that is held; NULL: open';
COMMENT ON COLUMN payment.holding.reason IS 'why';

-- Every line with what holds it. Whether it has been paid is for who settles it: of a line that is paid a hold says nothing.
CREATE VIEW payment.line_standing WITH (security_barrier) AS
  SELECT line.thai_id, line.programme, line.month, line.authority_code, line.claim_number, line.allowance, line.top_up, line.other_payers,
         standing.reasons IS NOT NULL AS held, standing.reasons
    FROM payment.line
   CROSS JOIN LATERAL (
     SELECT array_agg(DISTINCT holding.reason ORDER BY holding.reason) AS reasons
       FROM payment.holding
      WHERE holding.thai_id = line.thai_id AND holding.programme = line.programme
        AND line.claim_number BETWEEN holding.from_claim AND holding.to_claim
        AND line.month >= holding.month_from AND (holding.month_to IS NULL OR line.month <= holding.month_to)
   ) AS standing;
COMMENT ON VIEW payment.line_standing IS 'payment lines with what holds them';
COMMENT ON COLUMN payment.line_standing.thai_id IS 'the person';
COMMENT ON COLUMN payment.line_standing.programme IS 'the programme';
COMMENT ON COLUMN payment.line_standing.month IS 'the month';
COMMENT ON COLUMN payment.line_standing.authority_code IS 'local authority that pays';
COMMENT ON COLUMN payment.line_standing.claim_number IS 'number of the claim';
COMMENT ON COLUMN payment.line_standing.allowance IS 'baht that the law makes the authority pay';
COMMENT ON COLUMN payment.line_standing.top_up IS 'baht that the authority adds';
COMMENT ON COLUMN payment.line_standing.other_payers IS 'baht of components that others pay';
COMMENT ON COLUMN payment.line_standing.held IS 'whether it may not be paid now';
COMMENT ON COLUMN payment.line_standing.reasons IS 'why; NULL: nothing holds it';

-- ER15: holds the months after the month of death of everybody whom the registry has as dead and whose death no officer refuted and no later
-- event took back; a later registered day of death takes the place of an earlier. A death on the 1st pays that month (DE3). Idempotent.
-- Answers how many holds were placed and replaced. Errors: WF001 and WF004 not an administrator.
CREATE FUNCTION payment.hold_the_dead() RETURNS TABLE (placed bigint, replaced bigint)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    new_holds bigint;
    old_holds bigint;
  BEGIN
    PERFORM reference.require_administrator();
    PERFORM pg_advisory_xact_lock(hashtext('payment.hold_the_dead'));
    UPDATE payment.hold
       SET released_at = clock_timestamp(), released_on = welfare.business_date(), released_by = coalesce(welfare.principal(), session_user),
           released_why = 'event ' || death.event_number
      FROM payment.deaths_standing() AS death
     WHERE death.thai_id = hold.thai_id AND death.programme = hold.programme AND hold.reason = 'registry_death' AND hold.released_at IS NULL
       AND hold.month_from <> death.month_from;
    GET DIAGNOSTICS old_holds = ROW_COUNT;
    INSERT INTO payment.hold (thai_id, programme, month_from, reason, source, event_number)
    SELECT death.thai_id, death.programme, death.month_from, 'registry_death', death.source, death.event_number
      FROM payment.deaths_standing() AS death
     WHERE NOT EXISTS (SELECT FROM payment.hold
                        WHERE hold.thai_id = death.thai_id AND hold.programme = death.programme AND hold.reason = 'registry_death'
                          -- what an order has lifted is not held again for the same death
                          AND (hold.released_at IS NULL OR hold.event_number = death.event_number));
    GET DIAGNOSTICS new_holds = ROW_COUNT;
    RETURN QUERY SELECT new_holds, old_holds;
  END
  $$;
COMMENT ON FUNCTION payment.hold_the_dead() IS 'holds the months after the month of death of everybody whom the registry has as dead (ER15)';

-- The death that stands for each person and programme of the findings: the one registered last, with the first month after its month.
CREATE FUNCTION payment.deaths_standing()
  RETURNS TABLE (thai_id welfare.thai_id, programme reference.programme_name, event_number bigint, month_from date, source text)
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT DISTINCT ON (finding.thai_id, finding.programme) finding.thai_id, finding.programme, finding.event_number,
           reference.month_after(finding.happened_on), delivery.source
      FROM civil.finding
      JOIN civil.event ON event.thai_id = finding.thai_id AND event.event_number = finding.event_number
      JOIN civil.delivery ON delivery.delivery_number = event.delivery_number
     WHERE finding.kind = 'death' AND finding.state IN ('open', 'verified', 'closed')
     ORDER BY finding.thai_id, finding.programme, finding.registered_on DESC, finding.happened_on DESC, finding.event_number DESC
  $$;
COMMENT ON FUNCTION payment.deaths_standing() IS 'the death that stands for each person and programme of the findings';

-- ER8.4: holds a month's lines of claims that await an acknowledgement, and those after it; releases holds of claims that no longer do: the
-- held months are then payable as arrears. Parameters: first of month. Answers how many holds were placed and released.
-- Errors: WF001, WF004, WF033, WF034.
CREATE FUNCTION payment.hold_awaiting(month date) RETURNS TABLE (placed bigint, released bigint)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    new_holds bigint;
    old_holds bigint;
  BEGIN
    PERFORM reference.require_administrator();
    IF hold_awaiting.month IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    END IF;
    IF NOT reference.is_pay_month(hold_awaiting.month) THEN
      PERFORM reference.refuse('WF034', NULL, hold_awaiting.month::text);
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('payment.hold_awaiting'));
    UPDATE payment.hold
       SET released_at = clock_timestamp(), released_on = welfare.business_date(), released_by = coalesce(welfare.principal(), session_user),
           released_why = 'acknowledged'
     WHERE hold.reason = 'awaiting_acknowledgement' AND hold.released_at IS NULL
       AND NOT EXISTS (SELECT FROM registry.claim
                        WHERE claim.thai_id = hold.thai_id AND claim.programme = hold.programme AND claim.state::text = 'awaiting');
    GET DIAGNOSTICS old_holds = ROW_COUNT;
    INSERT INTO payment.hold (thai_id, programme, month_from, reason, source)
    SELECT line.thai_id, line.programme, line.month, 'awaiting_acknowledgement', 'registry.claim'
      FROM payment.line
      JOIN registry.claim ON claim.thai_id = line.thai_id AND claim.programme = line.programme AND claim.claim_number = line.claim_number
     WHERE line.month = hold_awaiting.month AND claim.state::text = 'awaiting'
       AND NOT EXISTS (SELECT FROM payment.hold
                        WHERE hold.thai_id = line.thai_id AND hold.programme = line.programme AND hold.reason = 'awaiting_acknowledgement'
                          AND hold.released_at IS NULL);
    GET DIAGNOSTICS new_holds = ROW_COUNT;
    RETURN QUERY SELECT new_holds, old_holds;
  END
  $$;
COMMENT ON FUNCTION payment.hold_awaiting(date) IS 'holds a month''s lines of claims that await an acknowledgement (ER8.4)';

REVOKE ALL ON FUNCTION payment.guard_hold(), payment.hold_the_dead(), payment.deaths_standing(), payment.hold_awaiting(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.hold_the_dead(), payment.hold_awaiting(date) TO welfare_admin;

DO $$
BEGIN
  PERFORM audit.track('payment.hold', '{thai_id,hold_number}');
END
$$;

COMMIT;
