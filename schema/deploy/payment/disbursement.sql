-- ER13, RC9: approved payrolls brought under one seal, shared out into bank batches, handed over. A digest over the payrolls' digests: whoever has it can
-- prove what went out, and nobody reads fourteen million lines at once to make it.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF408', 'ไม่มีบัญชีจ่ายเงินของเดือน %1$s ที่อนุมัติแล้วและยังไม่อยู่ในรอบจ่ายใด', 'no payroll of %1$s is approved and waits for a disbursement', NULL, NULL),
  ('WF409', 'ไม่มีรอบจ่ายเงินที่ %1$s', 'there is no disbursement %1$s', NULL, NULL),
  ('WF40A', 'รอบจ่ายเงินที่ %1$s อยู่ในขั้น %2$s', 'disbursement %1$s is %2$s', NULL, NULL),
  ('WF40B', 'มีรายการที่ถูกระงับหลังปิดผนึก %1$s รายการ จึงส่งจ่ายไม่ได้', '%1$s payments have come to be held since the seal: it is not handed over',
   'ให้ยกเลิกการปิดผนึก (payment.break_seal) แล้วปิดผนึกใหม่', 'Break the seal (payment.break_seal), and seal again.'),
  ('WF40C', 'รายการจ่ายของ อปท. %1$s ไม่ตรงกับที่อนุมัติ', 'the payments of authority %1$s are not those that were approved',
   'ห้ามจ่าย ให้ตรวจสอบฐานข้อมูล (payment.check_invariants)', 'Pay nothing; examine the database (payment.check_invariants).'),
  ('WF40D', 'วันที่จ่าย %1$s ต้องไม่ก่อนวันนี้', 'the day of payment %1$s is before today', NULL, NULL),
  ('WF40J', 'วันที่ %1$s เป็นวันหยุดราชการหรือวันหยุดธนาคาร', '%1$s is a holiday of the government or of the banks, or a weekend', NULL, NULL),
  ('WF40K', 'บัญชีของเดือน %1$s มีเงินของผู้จ่ายอื่น (%2$s) ซึ่งหน่วยอื่นเป็นผู้จ่ายเงินให้', 'the payrolls of %1$s hold money of another payer (%2$s), which another agency pays out',
   'ให้ผู้ดูแลระบบตรวจแถวของ reference.rate และ reference.disbursement_rule', 'An administrator examines the rows of reference.rate and reference.disbursement_rule.'),
  ('WF40E', 'ผู้ปิดผนึกส่งจ่ายรอบเดียวกันเองไม่ได้', 'who sealed a disbursement does not hand it over',
   'ให้ผู้อื่นส่งจ่าย', 'Another person hands it over.');

CREATE TYPE payment.disbursement_state AS ENUM ('sealed', 'broken', 'sent', 'closed');
COMMENT ON TYPE payment.disbursement_state IS 'how far a disbursement is: sealed; its seal broken before anything was handed over; handed over; closed, every payment having arrived or failed';

CREATE TABLE payment.disbursement (
  disbursement_number bigint NOT NULL,
  sealed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  sent_at timestamptz,
  closed_at timestamptz,
  payrolls bigint NOT NULL,
  transfers bigint NOT NULL,
  cash_items bigint NOT NULL,
  held_back bigint NOT NULL,
  cycle_month reference.pay_month NOT NULL,
  value_date date NOT NULL,
  authority_code integer,
  executing_agency reference.executing_agency NOT NULL,
  state payment.disbursement_state NOT NULL DEFAULT 'sealed',
  control_sum numeric(16,2) NOT NULL,
  digest bytea NOT NULL,
  late_reason text,
  broken_why text,
  sealed_by text NOT NULL,
  sent_by text,
  CONSTRAINT disbursement_pkey PRIMARY KEY (disbursement_number),
  CONSTRAINT disbursement_authority_fkey FOREIGN KEY (authority_code) REFERENCES reference.local_authority (authority_code),
  CONSTRAINT disbursement_authority_pays_itself CHECK ((executing_agency = 'local_authority') = (authority_code IS NOT NULL)),
  CONSTRAINT disbursement_sent_whole CHECK ((state IN ('sent', 'closed')) = (sent_at IS NOT NULL) AND (sent_at IS NULL) = (sent_by IS NULL)),
  CONSTRAINT disbursement_closed CHECK ((state = 'closed') = (closed_at IS NOT NULL)),
  CONSTRAINT disbursement_broken_says_why CHECK ((state = 'broken') = (broken_why IS NOT NULL) AND btrim(broken_why) <> ''),
  CONSTRAINT disbursement_two_people CHECK (sent_by <> sealed_by),
  CONSTRAINT disbursement_digest CHECK (length(digest) = 32),
  CONSTRAINT disbursement_counts CHECK (payrolls > 0 AND least(transfers, cash_items, held_back) >= 0)
);
COMMENT ON TABLE payment.disbursement IS 'disbursements (รอบจ่ายเงิน): approved payrolls under one seal, handed over together';
COMMENT ON COLUMN payment.disbursement.disbursement_number IS 'number of the disbursement';
COMMENT ON COLUMN payment.disbursement.sealed_at IS 'when it was sealed';
COMMENT ON COLUMN payment.disbursement.sent_at IS 'when it was handed over';
COMMENT ON COLUMN payment.disbursement.closed_at IS 'when every payment had arrived or failed';
COMMENT ON COLUMN payment.disbursement.payrolls IS 'payrolls under the seal';
COMMENT ON COLUMN payment.disbursement.transfers IS 'payments to accounts';
COMMENT ON COLUMN payment.disbursement.cash_items IS 'payments in cash';
COMMENT ON COLUMN payment.disbursement.held_back IS 'approved payments that had come to be held and did not go with it';
COMMENT ON COLUMN payment.disbursement.cycle_month IS 'month whose payrolls they are';
COMMENT ON COLUMN payment.disbursement.value_date IS 'day on which the money is to arrive (RC9)';
COMMENT ON COLUMN payment.disbursement.authority_code IS 'the local authority that pays itself; NULL: the Comptroller General''s Department pays';
COMMENT ON COLUMN payment.disbursement.executing_agency IS 'who carries the payments out';
COMMENT ON COLUMN payment.disbursement.state IS 'how far it is';
COMMENT ON COLUMN payment.disbursement.control_sum IS 'sum of its payments in baht';
COMMENT ON COLUMN payment.disbursement.digest IS 'SHA-256 over its payrolls'' digests in their order';
COMMENT ON COLUMN payment.disbursement.late_reason IS 'why it arrives after the day by which it should (ER13, DR13); NULL: in time';
COMMENT ON COLUMN payment.disbursement.broken_why IS 'why the seal was broken';
COMMENT ON COLUMN payment.disbursement.sealed_by IS 'user who sealed it';
COMMENT ON COLUMN payment.disbursement.sent_by IS 'user who handed it over, another one';
CREATE INDEX disbursement_cycle ON payment.disbursement (cycle_month);
COMMENT ON INDEX payment.disbursement_cycle IS 'disbursements of a month';
ALTER TABLE payment.disbursement ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment.authority_payroll ADD CONSTRAINT authority_payroll_disbursement_fkey
  FOREIGN KEY (disbursement_number) REFERENCES payment.disbursement (disbursement_number);

CREATE TABLE payment.sealed_payroll (
  disbursement_number bigint NOT NULL,
  items bigint NOT NULL,
  transfers bigint NOT NULL,
  held_back bigint NOT NULL,
  cycle_month reference.pay_month NOT NULL,
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  round smallint NOT NULL,
  amount numeric(14,2) NOT NULL,
  digest bytea NOT NULL,
  CONSTRAINT sealed_payroll_pkey PRIMARY KEY (disbursement_number, authority_code, programme, round),
  CONSTRAINT sealed_payroll_disbursement_fkey FOREIGN KEY (disbursement_number) REFERENCES payment.disbursement (disbursement_number),
  CONSTRAINT sealed_payroll_payroll_fkey FOREIGN KEY (cycle_month, authority_code, programme, round)
    REFERENCES payment.authority_payroll (cycle_month, authority_code, programme, round)
);
COMMENT ON TABLE payment.sealed_payroll IS 'payrolls under the seal of a disbursement, with the digest of what goes out of each; evidence';
COMMENT ON COLUMN payment.sealed_payroll.disbursement_number IS 'the disbursement';
COMMENT ON COLUMN payment.sealed_payroll.items IS 'payments that go out';
COMMENT ON COLUMN payment.sealed_payroll.transfers IS 'of them to an account';
COMMENT ON COLUMN payment.sealed_payroll.held_back IS 'approved payments that do not';
COMMENT ON COLUMN payment.sealed_payroll.cycle_month IS 'month of the payroll';
COMMENT ON COLUMN payment.sealed_payroll.authority_code IS 'its local authority';
COMMENT ON COLUMN payment.sealed_payroll.programme IS 'its programme';
COMMENT ON COLUMN payment.sealed_payroll.round IS 'its round';
COMMENT ON COLUMN payment.sealed_payroll.amount IS 'sum in baht of what goes out';
COMMENT ON COLUMN payment.sealed_payroll.digest IS 'SHA-256 over what goes out, in its order';
ALTER TABLE payment.sealed_payroll ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER sealed_payroll_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.sealed_payroll
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER sealed_payroll_no_change ON payment.sealed_payroll IS 'what was sealed is evidence';

-- AR2: a batch is of a bank and a payer, never of a programme.
CREATE TABLE payment.batch (
  disbursement_number bigint NOT NULL,
  reference_from bigint NOT NULL,
  reference_to bigint NOT NULL,
  transfers bigint NOT NULL,
  exported_at timestamptz,
  batch_number integer NOT NULL,
  payer reference.payer_name NOT NULL,
  bank_code smallint NOT NULL,
  control_sum numeric(16,2) NOT NULL,
  digest bytea NOT NULL,
  exported_by text,
  CONSTRAINT batch_pkey PRIMARY KEY (disbursement_number, batch_number),
  CONSTRAINT batch_disbursement_fkey FOREIGN KEY (disbursement_number) REFERENCES payment.disbursement (disbursement_number),
  CONSTRAINT batch_bank_fkey FOREIGN KEY (bank_code) REFERENCES reference.bank (bank_code),
  CONSTRAINT batch_references CHECK (reference_from <= reference_to),
  -- a payment is in one file
  CONSTRAINT batch_apart EXCLUDE USING gist (disbursement_number WITH =, bank_code WITH =, payer WITH =, int8range(reference_from, reference_to, '[]') WITH &&),
  CONSTRAINT batch_exported_whole CHECK ((exported_at IS NULL) = (exported_by IS NULL)),
  CONSTRAINT batch_digest CHECK (length(digest) = 32 AND transfers > 0 AND control_sum > 0)
);
COMMENT ON TABLE payment.batch IS 'batches of a disbursement: one file each, to one bank, of one payer''s money';
COMMENT ON COLUMN payment.batch.disbursement_number IS 'the disbursement';
COMMENT ON COLUMN payment.batch.reference_from IS 'lowest number of its payments';
COMMENT ON COLUMN payment.batch.reference_to IS 'highest number of its payments; between them are its bank''s and payer''s';
COMMENT ON COLUMN payment.batch.transfers IS 'payments';
COMMENT ON COLUMN payment.batch.exported_at IS 'when it was first written to a file';
COMMENT ON COLUMN payment.batch.batch_number IS 'number within the disbursement';
COMMENT ON COLUMN payment.batch.payer IS 'whose money it is';
COMMENT ON COLUMN payment.batch.bank_code IS 'bank of the accounts';
COMMENT ON COLUMN payment.batch.control_sum IS 'sum in baht';
COMMENT ON COLUMN payment.batch.digest IS 'SHA-256 over its lines in their order';
COMMENT ON COLUMN payment.batch.exported_by IS 'user who first wrote it to a file';
ALTER TABLE payment.batch ENABLE ROW LEVEL SECURITY;

-- A disbursement goes from sealed to broken, or to sent and closed; a batch is marked as exported once. Nothing else of them changes. Errors: WF064, WF40A.
CREATE FUNCTION payment.guard_disbursement() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    allowed payment.disbursement;
  BEGIN
    IF TG_OP = 'INSERT' THEN
      IF NEW.state <> 'sealed' THEN
        PERFORM reference.refuse('WF40A', NULL, NEW.disbursement_number::text, NEW.state::text);
      END IF;
      RETURN NEW;
    END IF;
    IF (OLD.state, NEW.state) NOT IN (('sealed', 'broken'), ('sealed', 'sent'), ('sent', 'closed')) THEN
      PERFORM reference.refuse('WF40A', NULL, OLD.disbursement_number::text, OLD.state::text);
    END IF;
    allowed := OLD;
    allowed.state := NEW.state;
    CASE NEW.state WHEN 'broken' THEN allowed.broken_why := NEW.broken_why;
                   WHEN 'sent' THEN allowed.sent_at := NEW.sent_at;
                                    allowed.sent_by := NEW.sent_by;
                   ELSE allowed.closed_at := NEW.closed_at; END CASE;
    IF allowed IS DISTINCT FROM NEW THEN
      PERFORM reference.refuse('WF064', NULL, 'payment.disbursement');
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION payment.guard_disbursement() IS 'a disbursement is sealed, and broken or sent and closed; nothing else of it changes';
CREATE TRIGGER disbursement_guard BEFORE INSERT OR UPDATE ON payment.disbursement
  FOR EACH ROW EXECUTE FUNCTION payment.guard_disbursement();
COMMENT ON TRIGGER disbursement_guard ON payment.disbursement IS 'what was sealed does not change';
CREATE TRIGGER disbursement_no_removal BEFORE DELETE OR TRUNCATE ON payment.disbursement
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER disbursement_no_removal ON payment.disbursement IS 'disbursements are evidence';
CREATE FUNCTION payment.guard_batch() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    allowed payment.batch := OLD;
  BEGIN
    allowed.exported_at := NEW.exported_at;
    allowed.exported_by := NEW.exported_by;
    IF OLD.exported_at IS NOT NULL OR allowed IS DISTINCT FROM NEW THEN
      PERFORM reference.refuse('WF064', NULL, 'payment.batch');
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION payment.guard_batch() IS 'a batch is marked as exported once; nothing else of it changes';
CREATE TRIGGER batch_guard BEFORE UPDATE ON payment.batch
  FOR EACH ROW EXECUTE FUNCTION payment.guard_batch();
COMMENT ON TRIGGER batch_guard ON payment.batch IS 'what was sealed does not change';
CREATE TRIGGER batch_no_removal BEFORE DELETE OR TRUNCATE ON payment.batch
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER batch_no_removal ON payment.batch IS 'batches are evidence';

-- A payment as the digest of its bank file reads it. No two have the same text: what people have written is preceded by its length in bytes, as bars may
-- stand in it. The client totals files in the same words (doc/client.md). Parameters: its columns.
CREATE FUNCTION payment.transfer_text(reference bigint, amount numeric, bank_code smallint, bank_branch text, account_number text, account_name text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN lpad(reference::text, 15, '0') || '|' || amount::numeric(12,2)::text || '|' || bank_code::text || '|' || octet_length(bank_branch)::text || ':'
         || bank_branch || '|' || octet_length(account_number)::text || ':' || account_number || '|' || octet_length(account_name)::text || ':' || account_name
         || E'\n';
COMMENT ON FUNCTION payment.transfer_text(bigint, numeric, smallint, text, text, text) IS 'a payment as the digest of its bank file reads it';

-- The payments of a disbursement that go out: those of its payrolls that were not held back. Parameters: its number and its month, by which
-- of earlier months only what was carried over is read.
CREATE FUNCTION payment.payments_under(disbursement_number bigint, cycle_month date) RETURNS SETOF payment.instruction
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    SELECT told.*
      FROM payment.sealed_payroll AS sealed
      JOIN payment.instruction AS told
        ON told.authority_code = sealed.authority_code AND told.programme = sealed.programme AND told.round = sealed.round
     WHERE sealed.disbursement_number = payments_under.disbursement_number
       AND told.cycle_month = payments_under.cycle_month AND told.month <= payments_under.cycle_month
       AND NOT EXISTS (SELECT FROM payment.failure
                        WHERE failure.kind = 'held_back' AND failure.thai_id = told.thai_id AND failure.programme = told.programme
                          AND failure.month = told.month AND failure.adjustment_number = told.adjustment_number AND failure.payer = told.payer
                          AND failure.attempt = told.attempt);
  END;
COMMENT ON FUNCTION payment.payments_under(bigint, date) IS 'payments of a disbursement that go out';

-- The digests of what goes out of the payrolls of a disbursement, as the payments are now. Parameters: its number and its month.
CREATE FUNCTION payment.digests_under(disbursement_number bigint, cycle_month date)
  RETURNS TABLE (authority_code integer, programme reference.programme_name, round smallint, digest bytea)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET enable_hashagg = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  BEGIN
    RETURN QUERY
      SELECT sent.authority_code, sent.programme, sent.round,
             payment.payroll_digest(digests_under.cycle_month, sent.authority_code, sent.programme, sent.round, string_agg(sent.item, ''))
        FROM (SELECT told.authority_code, told.programme, told.round,
                     payment.item_text(told.thai_id, told.month, told.adjustment_number, told.payer, told.attempt, told.amount, told.top_up,
                                       told.way_of_payment, told.bank_code, told.bank_branch, told.account_number, told.account_name) AS item
                FROM payment.payments_under(digests_under.disbursement_number, digests_under.cycle_month) AS told
               ORDER BY told.authority_code, told.programme, told.round, told.thai_id, told.month, told.adjustment_number, told.payer) AS sent
       GROUP BY sent.authority_code, sent.programme, sent.round;
  END
  $$;
COMMENT ON FUNCTION payment.digests_under(bigint, date) IS 'digests of what goes out of the payrolls of a disbursement, as the payments are now';

-- Payments of payrolls that are approved or sealed and have come to be held, or whose right has ended. From the holds, and from claims that ended. Parameters: first of month of the
-- payrolls; how far they are; their disbursement, NULL: none yet; authority, NULL for all.
CREATE FUNCTION payment.come_to_be_held(cycle_month date, disbursement_number bigint, only_authority integer) RETURNS SETOF payment.instruction
  LANGUAGE sql STABLE
  BEGIN ATOMIC
    -- found first, once, however few payrolls the planner expects: it would look for them anew for every payment
    WITH found AS MATERIALIZED (
      SELECT held.*
        FROM payment.holding
        JOIN payment.instruction AS held
          ON held.thai_id = holding.thai_id AND held.programme = holding.programme AND held.claim_number BETWEEN holding.from_claim AND holding.to_claim
         AND held.month >= holding.month_from AND (holding.month_to IS NULL OR held.month <= holding.month_to)
       WHERE held.cycle_month = come_to_be_held.cycle_month AND held.month <= come_to_be_held.cycle_month
         AND (come_to_be_held.only_authority IS NULL OR held.authority_code = come_to_be_held.only_authority)
       UNION
      -- the right has ended, or was suspended, as became known since (ER14, DE6)
      SELECT ended.*
        FROM registry.claim
        JOIN payment.instruction AS ended
          ON ended.thai_id = claim.thai_id AND ended.programme = claim.programme AND ended.claim_number = claim.claim_number
       WHERE claim.state IN ('disposed', 'suspended', 'deleted')
         AND ended.cycle_month = come_to_be_held.cycle_month AND ended.month <= come_to_be_held.cycle_month
         AND (come_to_be_held.only_authority IS NULL OR ended.authority_code = come_to_be_held.only_authority)
         AND payment.right_ended(claim.thai_id, claim.programme, claim.claim_number, claim.state, claim.last_month, ended.month)
    )
    SELECT told.*
      FROM found AS told
      JOIN payment.authority_payroll AS payroll
        ON payroll.cycle_month = told.cycle_month AND payroll.authority_code = told.authority_code AND payroll.programme = told.programme
       AND payroll.round = told.round
     WHERE CASE WHEN come_to_be_held.disbursement_number IS NULL THEN payroll.state = 'approved'
                ELSE payroll.disbursement_number = come_to_be_held.disbursement_number END
       AND NOT EXISTS (SELECT FROM payment.failure
                        WHERE failure.thai_id = told.thai_id AND failure.programme = told.programme AND failure.month = told.month
                          AND failure.adjustment_number = told.adjustment_number AND failure.payer = told.payer AND failure.attempt = told.attempt);
  END;
COMMENT ON FUNCTION payment.come_to_be_held(date, bigint, integer) IS 'payments of approved payrolls that have come to be held';

-- Posts the totals of payments. Parameters: the payments; step, debit; what they are credited to, NULL: what they are owed as; when it happened;
-- disbursement and delivery.
CREATE FUNCTION payment.post_payments(payments payment.instruction[], step payment.ledger_step, debit payment.ledger_account, credit payment.ledger_account,
                                      event_at timestamptz, disbursement_number bigint, delivery_number bigint) RETURNS void
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    INSERT INTO payment.ledger_entry (event_at, disbursement_number, delivery_number, items, cycle_month, month, authority_code, programme, payer, budget_type,
                                      step, debit, credit, district_code, province_code, sensitive, amount)
    SELECT post_payments.event_at, post_payments.disbursement_number, post_payments.delivery_number, count(*), told.cycle_month, told.month, told.authority_code,
           told.programme, told.payer, part.budget, post_payments.step, post_payments.debit, owed.account, told.district_code, told.province_code,
           told.sensitive, sum(part.baht)
      FROM unnest(post_payments.payments) AS told
     CROSS JOIN LATERAL (SELECT coalesce(post_payments.credit, CASE told.adjustment_number WHEN 0 THEN 'entitled' ELSE 'arrears' END::payment.ledger_account) AS account) AS owed
     CROSS JOIN LATERAL payment.budget_parts(told.payer, told.budget_type, told.amount, told.top_up) AS part
     GROUP BY told.cycle_month, told.month, told.authority_code, told.programme, told.payer, part.budget, owed.account, told.district_code,
              told.province_code, told.sensitive
     ORDER BY told.authority_code, told.programme, told.month, told.payer, part.budget, owed.account
  $$;
COMMENT ON FUNCTION payment.post_payments(payment.instruction[], payment.ledger_step, payment.ledger_account, payment.ledger_account, timestamptz, bigint, bigint)
  IS 'posts the totals of a few payments';

-- Refuses whoever may not carry a month's payments out: the Comptroller General's Department and administrators, or an officer of an authority that pays
-- itself. Parameters: first of month. Answers the authority that pays itself; NULL: the department does. Errors: WF001, WF007.
CREATE FUNCTION payment.require_executing(cycle_month date) RETURNS integer
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    IF (reference.disbursement_rule_of('local_authority', require_executing.cycle_month)).executing_agency = 'local_authority' THEN
      PERFORM registry.require_officer();
      RETURN welfare.authority_code();
    END IF;
    PERFORM reference.require_duty('treasury', 'administrator');
    IF welfare.duty() IS NOT NULL AND NOT coalesce(welfare.nation(), false) THEN
      PERFORM reference.refuse('WF007', NULL);
    END IF;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION payment.require_executing(date) IS 'refuses whoever may not carry a month''s payments out';

-- Seals the approved payrolls of a month that wait for it: what has come to be held since their approval is held back, every payroll is proved to be what
-- was approved, and what goes out is counted, summed, digested and shared out into batches. Parameters: first of month; day on which the money is to
-- arrive, default the pay day (RC9) or, once that has passed, today; why it is late, when that is past the day by which the month is paid.
-- Answers the disbursement. Errors: WF001, WF007, WF032–034, WF406, WF408, WF40C, WF40D, WF40J no working day, WF40K money that another
-- agency pays out, WF34G.
-- Belongs to the owner: payments are nobody's tables.
CREATE FUNCTION payment.seal_disbursement(cycle_month date, value_date date DEFAULT NULL, late_reason text DEFAULT NULL)
  RETURNS TABLE (disbursement_number bigint, payrolls bigint, transfers bigint, cash_items bigint, held_back bigint, control_sum numeric, digest text)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET work_mem = '64MB'
  SET jit = off
  SET enable_hashagg = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  DECLARE
    cycle date := seal_disbursement.cycle_month;
    own integer;
    pays date;
    latest date;
    number bigint;
    rule reference.disbursement_rule;
    elsewhere reference.payer_name;
    waiting payment.authority_payroll[];
    withheld payment.instruction[];
    wrong payment.authority_payroll;
  BEGIN
    PERFORM payment.require_prepared(cycle);
    own := payment.require_executing(cycle);
    rule := reference.disbursement_rule_of('local_authority', cycle);
    latest := cycle + rule.latest_day - 1;
    pays := coalesce(seal_disbursement.value_date, reference.working_day_from(greatest(reference.pay_day(cycle), welfare.business_date())));
    IF pays < welfare.business_date() THEN
      PERFORM reference.refuse('WF40D', NULL, reference.date_text(pays));
    END IF;
    IF NOT reference.is_working_day(pays) THEN
      PERFORM reference.refuse('WF40J', NULL, reference.date_text(pays));
    END IF;
    IF pays > latest AND coalesce(btrim(seal_disbursement.late_reason), '') = '' THEN
      PERFORM reference.refuse('WF406', NULL, reference.date_text(latest));
    END IF;
    -- one seal of a month at a time
    PERFORM pg_advisory_xact_lock(hashtext('payment.seal'), cycle - DATE '1900-01-01');
    waiting := ARRAY(
      SELECT payroll FROM payment.authority_payroll AS payroll
       WHERE payroll.cycle_month = cycle AND payroll.state = 'approved' AND (own IS NULL OR payroll.authority_code = own)
       ORDER BY payroll.authority_code, payroll.programme, payroll.round
         FOR UPDATE);
    IF waiting = '{}' THEN
      PERFORM reference.refuse('WF408', NULL, cycle::text);
    END IF;
    -- An authority that pays itself pays its own money: that of a payer for whom another agency pays has another way, and account (RC8.2).
    IF EXISTS (SELECT FROM reference.disbursement_rule AS other
                WHERE other.payer <> rule.payer AND other.valid::daterange @> cycle AND other.executing_agency <> rule.executing_agency) THEN
      SELECT min(told.payer) INTO elsewhere
        FROM unnest(waiting) AS payroll
        JOIN payment.instruction AS told
          ON told.authority_code = payroll.authority_code AND told.programme = payroll.programme AND told.round = payroll.round
        JOIN reference.disbursement_rule AS other
          ON other.payer = told.payer AND other.valid::daterange @> cycle AND other.executing_agency <> rule.executing_agency
       WHERE told.cycle_month = cycle AND told.month <= cycle AND told.payer <> rule.payer;
      IF elsewhere IS NOT NULL THEN
        PERFORM reference.refuse('WF40K', NULL, cycle::text, elsewhere::text);
      END IF;
    END IF;
    SELECT payroll.* INTO wrong
      FROM unnest(waiting) AS payroll
      LEFT JOIN payment.approved_totals(cycle, own, NULL) AS told
        ON told.authority_code = payroll.authority_code AND told.programme = payroll.programme AND told.round = payroll.round
     WHERE (coalesce(told.items, 0), coalesce(told.amount, 0)) IS DISTINCT FROM (payroll.items, payroll.amount)
        OR coalesce(told.digest, payment.payroll_digest(cycle, payroll.authority_code, payroll.programme, payroll.round, NULL)) <> payroll.digest
     ORDER BY payroll.authority_code, payroll.programme LIMIT 1;
    IF FOUND THEN
      -- AR2: not of which programme
      PERFORM reference.refuse('WF40C', NULL, wrong.authority_code::text);
    END IF;

    number := payment.take_numbers('disbursement', 1) + 1;
    withheld := ARRAY(SELECT told FROM payment.come_to_be_held(cycle, NULL, own) AS told);
    INSERT INTO payment.failure (thai_id, month, cycle_month, failed_on, authority_code, programme, payer, kind, adjustment_number, attempt, amount, reason_code)
    SELECT told.thai_id, told.month, told.cycle_month, welfare.business_date(), told.authority_code, told.programme, told.payer, 'held_back',
           told.adjustment_number, told.attempt, told.amount, 'HELD'
      FROM unnest(withheld) AS told;
    PERFORM payment.post_payments(withheld, 'held_back', 'held', NULL, clock_timestamp(), number, NULL);
    -- with what was held back for a seal that was broken
    withheld := ARRAY(
      SELECT told
        FROM payment.failure
        JOIN payment.instruction AS told
          ON told.thai_id = failure.thai_id AND told.programme = failure.programme AND told.month = failure.month
         AND told.adjustment_number = failure.adjustment_number AND told.payer = failure.payer AND told.attempt = failure.attempt
        JOIN unnest(waiting) AS payroll
          ON payroll.authority_code = told.authority_code AND payroll.programme = told.programme AND payroll.round = told.round
       WHERE failure.kind = 'held_back' AND failure.cycle_month = cycle AND told.cycle_month = cycle);

    WITH going AS (
      SELECT payroll.authority_code, payroll.programme, payroll.round, told.items, told.transfers, told.amount,
             payment.payroll_digest(cycle, payroll.authority_code, payroll.programme, payroll.round, told.texts) AS digest,
             (SELECT count(*) FROM unnest(withheld) AS back
               WHERE back.authority_code = payroll.authority_code AND back.programme = payroll.programme AND back.round = payroll.round) AS held_back
        FROM unnest(waiting) AS payroll
        LEFT JOIN (SELECT told.authority_code, told.programme, told.round, count(*) AS items, count(told.bank_code) AS transfers, sum(told.amount) AS amount,
                          string_agg(told.item, '') AS texts
                     FROM (SELECT sent.authority_code, sent.programme, sent.round, sent.bank_code, sent.amount,
                                  payment.item_text(sent.thai_id, sent.month, sent.adjustment_number, sent.payer, sent.attempt, sent.amount, sent.top_up,
                                                    sent.way_of_payment, sent.bank_code, sent.bank_branch, sent.account_number, sent.account_name) AS item
                             FROM payment.instruction AS sent
                             -- what was not held back is what was approved: only payrolls of which something was are digested again
                            WHERE (sent.authority_code, sent.programme, sent.round) IN (SELECT back.authority_code, back.programme, back.round FROM unnest(withheld) AS back)
                              AND sent.cycle_month = cycle AND sent.month <= cycle
                              AND NOT EXISTS (SELECT FROM unnest(withheld) AS back
                                               WHERE (back.thai_id, back.programme, back.month, back.adjustment_number, back.payer)
                                                   = (sent.thai_id, sent.programme, sent.month, sent.adjustment_number, sent.payer))
                            ORDER BY sent.authority_code, sent.programme, sent.round, sent.thai_id, sent.month, sent.adjustment_number, sent.payer) AS told
                    GROUP BY told.authority_code, told.programme, told.round) AS told
          ON told.authority_code = payroll.authority_code AND told.programme = payroll.programme AND told.round = payroll.round
    ),
    counted AS (
      SELECT payroll.authority_code, payroll.programme, payroll.round,
             CASE going.held_back WHEN 0 THEN payroll.items ELSE coalesce(going.items, 0) END AS items,
             CASE going.held_back WHEN 0 THEN payroll.transfers ELSE coalesce(going.transfers, 0) END AS transfers,
             CASE going.held_back WHEN 0 THEN payroll.amount ELSE coalesce(going.amount, 0) END AS amount,
             CASE going.held_back WHEN 0 THEN payroll.digest ELSE going.digest END AS digest, going.held_back
        FROM unnest(waiting) AS payroll
        JOIN going ON going.authority_code = payroll.authority_code AND going.programme = payroll.programme AND going.round = payroll.round
    ),
    made AS (
      INSERT INTO payment.disbursement (disbursement_number, payrolls, transfers, cash_items, held_back, cycle_month, value_date, authority_code,
                                        executing_agency, control_sum, digest, late_reason, sealed_by)
      SELECT number, count(*), sum(counted.transfers), sum(counted.items - counted.transfers), sum(counted.held_back), cycle, pays, own, rule.executing_agency,
             sum(counted.amount),
             sha256(convert_to(string_agg(counted.authority_code || '|' || counted.programme || '|' || counted.round || '|' || encode(counted.digest, 'hex'), E'\n'
                                          ORDER BY counted.authority_code, counted.programme, counted.round), 'UTF8')),
             CASE WHEN pays > latest THEN btrim(seal_disbursement.late_reason) END, coalesce(welfare.principal(), session_user::text)
        FROM counted
    )
    INSERT INTO payment.sealed_payroll (disbursement_number, items, transfers, held_back, cycle_month, authority_code, programme, round, amount, digest)
    SELECT number, counted.items, counted.transfers, counted.held_back, cycle, counted.authority_code, counted.programme, counted.round, counted.amount, counted.digest
      FROM counted
     ORDER BY counted.authority_code, counted.programme, counted.round;

    IF own IS NULL THEN
      -- rows of a moment ago, of which the planner knows nothing
      ANALYZE payment.sealed_payroll;
    END IF;
    PERFORM payment.make_batches(number, cycle, rule.transfers_per_batch);
    UPDATE payment.authority_payroll AS payroll SET state = 'sealed', disbursement_number = number
      FROM unnest(waiting) AS told
     WHERE payroll.cycle_month = cycle AND payroll.authority_code = told.authority_code AND payroll.programme = told.programme AND payroll.round = told.round;
    PERFORM payment.record_steps(waiting, 'sealed', disbursement_number => number);
    RETURN QUERY
      SELECT made.disbursement_number, made.payrolls, made.transfers, made.cash_items, made.held_back, made.control_sum::numeric, encode(made.digest, 'hex')
        FROM payment.disbursement AS made WHERE made.disbursement_number = number;
  END
  $$;
COMMENT ON FUNCTION payment.seal_disbursement(date, date, text) IS 'seals the approved payrolls of a month: count, control sum, SHA-256, batches';

-- Shares the transfers of a disbursement out into batches of a bank and a payer: payroll after payroll, until a batch has as many as it takes at least.
-- Parameters: the disbursement; its month; how many. Each batch's payments lie between two numbers, and no row is changed to say so.
CREATE FUNCTION payment.make_batches(disbursement_number bigint, cycle_month date, transfers_per_batch integer) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  DECLARE
    made payment.batch[];
  BEGIN
    -- few rows: a payroll, payer and bank each
    made := ARRAY(
      SELECT (make_batches.disbursement_number, min(counted.lowest), max(counted.highest), sum(counted.transfers), NULL,
              row_number() OVER (ORDER BY counted.bank_code, counted.payer, counted.part), counted.payer, counted.bank_code, sum(counted.amount), '\x', NULL)::payment.batch
        FROM (SELECT payroll.*,
                     (sum(payroll.transfers) OVER (PARTITION BY payroll.bank_code, payroll.payer ORDER BY payroll.lowest) - payroll.transfers)
                       / make_batches.transfers_per_batch AS part_of
                FROM (SELECT told.bank_code, told.payer, told.authority_code, told.programme, told.round, min(told.reference) AS lowest,
                             max(told.reference) AS highest, count(*) AS transfers, sum(told.amount) AS amount
                        FROM payment.payments_under(make_batches.disbursement_number, make_batches.cycle_month) AS told
                       WHERE told.bank_code IS NOT NULL
                       GROUP BY told.bank_code, told.payer, told.authority_code, told.programme, told.round) AS payroll) AS placed
       CROSS JOIN LATERAL (SELECT placed.bank_code, placed.payer, placed.lowest, placed.highest, placed.transfers, placed.amount, floor(placed.part_of) AS part) AS counted
       GROUP BY counted.bank_code, counted.payer, counted.part);
    INSERT INTO payment.batch (disbursement_number, reference_from, reference_to, transfers, batch_number, payer, bank_code, control_sum, digest)
    SELECT make_batches.disbursement_number, batch.reference_from, batch.reference_to, batch.transfers, batch.batch_number, batch.payer, batch.bank_code,
           batch.control_sum, told.digest
      FROM unnest(made) AS batch
      JOIN (SELECT sent.batch_number, sha256(convert_to(string_agg(sent.line, ''), 'UTF8')) AS digest
              FROM (SELECT batch.batch_number, payment.transfer_text(told.reference, told.amount, told.bank_code, told.bank_branch, told.account_number, told.account_name) AS line
                      FROM payment.payments_under(make_batches.disbursement_number, make_batches.cycle_month) AS told
                      JOIN unnest(made) AS batch
                        ON batch.bank_code = told.bank_code AND batch.payer = told.payer AND told.reference BETWEEN batch.reference_from AND batch.reference_to
                     ORDER BY batch.batch_number, told.reference) AS sent
             GROUP BY sent.batch_number) AS told
        ON told.batch_number = batch.batch_number
     ORDER BY batch.batch_number;
  END
  $$;
COMMENT ON FUNCTION payment.make_batches(bigint, date, integer) IS 'shares the transfers of a disbursement out into batches';

-- Takes a disbursement for a step, and locks it. Parameters: its number; how far it must be. Errors: WF001, WF007, WF409, WF40A.
CREATE FUNCTION payment.take_disbursement(disbursement_number bigint, state payment.disbursement_state) RETURNS payment.disbursement
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    taken payment.disbursement;
    own integer;
  BEGIN
    SELECT * INTO taken FROM payment.disbursement AS told WHERE told.disbursement_number = take_disbursement.disbursement_number FOR UPDATE;
    IF FOUND THEN
      own := payment.require_executing(taken.cycle_month);
    ELSE
      PERFORM reference.require_duty('treasury', 'administrator', 'local_authority');
    END IF;
    IF taken.disbursement_number IS NULL OR taken.authority_code IS DISTINCT FROM own THEN
      PERFORM reference.refuse('WF409', NULL, coalesce(take_disbursement.disbursement_number::text, 'NULL'));
    END IF;
    IF taken.state <> take_disbursement.state THEN
      PERFORM reference.refuse('WF40A', NULL, taken.disbursement_number::text, taken.state::text);
    END IF;
    RETURN taken;
  END
  $$;
COMMENT ON FUNCTION payment.take_disbursement(bigint, payment.disbursement_state) IS 'takes a disbursement for a step, and locks it';

-- Hands a sealed disbursement over: from then on its payments are under way. Another person than the one who sealed it does. Refused while anything under
-- the seal has come to be held (ER15), when its day has passed, and when what lies under the seal is not what was sealed. Parameters: the
-- disbursement; its digest, which whoever hands it over names. Answers that it is done.
-- Errors: WF001, WF007, WF405, WF409, WF40A, WF40B, WF40C, WF40D, WF40E. Belongs to the owner, as payment.seal_disbursement.
CREATE FUNCTION payment.send_disbursement(disbursement_number bigint, digest text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET work_mem = '64MB'
  SET jit = off
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  DECLARE
    sent payment.disbursement := payment.take_disbursement(send_disbursement.disbursement_number, 'sealed');
    moment timestamptz := clock_timestamp();
    held bigint;
    wrong integer;
    payrolls payment.authority_payroll[];
  BEGIN
    IF encode(sent.digest, 'hex') IS DISTINCT FROM lower(btrim(send_disbursement.digest)) THEN
      PERFORM reference.refuse('WF405', NULL);
    END IF;
    IF sent.sealed_by = coalesce(welfare.principal(), session_user::text) THEN
      PERFORM reference.refuse('WF40E', NULL);
    END IF;
    IF sent.value_date < welfare.business_date() THEN
      PERFORM reference.refuse('WF40D', NULL, reference.date_text(sent.value_date));
    END IF;
    SELECT count(*) INTO held FROM payment.come_to_be_held(sent.cycle_month, sent.disbursement_number, NULL);
    IF held > 0 THEN
      PERFORM reference.refuse('WF40B', NULL, held::text);
    END IF;
    SELECT sealed.authority_code INTO wrong
      FROM payment.sealed_payroll AS sealed
      LEFT JOIN payment.digests_under(sent.disbursement_number, sent.cycle_month) AS told
        ON told.authority_code = sealed.authority_code AND told.programme = sealed.programme AND told.round = sealed.round
     WHERE sealed.disbursement_number = sent.disbursement_number
       AND coalesce(told.digest, payment.payroll_digest(sent.cycle_month, sealed.authority_code, sealed.programme, sealed.round, NULL)) <> sealed.digest
     ORDER BY sealed.authority_code LIMIT 1;
    IF FOUND THEN
      PERFORM reference.refuse('WF40C', NULL, wrong::text);
    END IF;
    UPDATE payment.disbursement AS told SET state = 'sent', sent_at = moment, sent_by = coalesce(welfare.principal(), session_user::text)
     WHERE told.disbursement_number = sent.disbursement_number;
    payrolls := ARRAY(SELECT payroll FROM payment.authority_payroll AS payroll
                       WHERE payroll.disbursement_number = sent.disbursement_number
                       ORDER BY payroll.authority_code, payroll.programme, payroll.round FOR UPDATE);
    INSERT INTO payment.ledger_entry (event_at, disbursement_number, items, cycle_month, month, authority_code, programme, payer, budget_type, step, debit, credit,
                                      district_code, province_code, sensitive, amount)
    SELECT moment, sent.disbursement_number, count(*), told.cycle_month, told.month, told.authority_code, told.programme, told.payer, part.budget, 'sent', 'sent',
           CASE told.adjustment_number WHEN 0 THEN 'entitled' ELSE 'arrears' END::payment.ledger_account, told.district_code, told.province_code, told.sensitive,
           sum(part.baht)
      FROM payment.payments_under(sent.disbursement_number, sent.cycle_month) AS told
     CROSS JOIN LATERAL payment.budget_parts(told.payer, told.budget_type, told.amount, told.top_up) AS part
     GROUP BY told.cycle_month, told.month, told.authority_code, told.programme, told.payer, part.budget, told.adjustment_number = 0,
              CASE told.adjustment_number WHEN 0 THEN 'entitled' ELSE 'arrears' END::payment.ledger_account, told.district_code, told.province_code, told.sensitive
     ORDER BY told.authority_code, told.programme, told.month, told.payer, part.budget;
    UPDATE payment.authority_payroll AS payroll SET state = 'sent'
     WHERE payroll.disbursement_number = sent.disbursement_number;
    PERFORM payment.record_steps(payrolls, 'sent', disbursement_number => sent.disbursement_number);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.send_disbursement(bigint, text) IS 'hands a sealed disbursement over';

-- Breaks the seal of a disbursement of which nothing was handed over: its payrolls are approved again and wait for another. What was held back stays
-- so, and comes with a later payroll when it is released. Parameters: the disbursement; why. Answers that it is done.
-- Errors: WF001, WF007, WF010, WF409, WF40A. Belongs to the owner, as payment.seal_disbursement.
CREATE FUNCTION payment.break_seal(disbursement_number bigint, why text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    broken payment.disbursement := payment.take_disbursement(break_seal.disbursement_number, 'sealed');
    payrolls payment.authority_payroll[];
  BEGIN
    IF coalesce(btrim(break_seal.why), '') = '' THEN
      PERFORM reference.refuse('WF010', NULL, 'why');
    END IF;
    UPDATE payment.disbursement AS told SET state = 'broken', broken_why = btrim(break_seal.why) WHERE told.disbursement_number = broken.disbursement_number;
    payrolls := ARRAY(SELECT payroll FROM payment.authority_payroll AS payroll
                       WHERE payroll.disbursement_number = broken.disbursement_number
                       ORDER BY payroll.authority_code, payroll.programme, payroll.round FOR UPDATE);
    UPDATE payment.authority_payroll AS payroll SET state = 'approved', disbursement_number = NULL
     WHERE payroll.disbursement_number = broken.disbursement_number;
    PERFORM payment.record_steps(payrolls, 'approved', remark => btrim(break_seal.why), disbursement_number => broken.disbursement_number);
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.break_seal(bigint, text) IS 'breaks the seal of a disbursement of which nothing was handed over';

REVOKE ALL ON FUNCTION payment.guard_disbursement(), payment.guard_batch(), payment.transfer_text(bigint, numeric, smallint, text, text, text),
  payment.payments_under(bigint, date), payment.digests_under(bigint, date), payment.come_to_be_held(date, bigint, integer),
  payment.post_payments(payment.instruction[], payment.ledger_step, payment.ledger_account, payment.ledger_account, timestamptz, bigint, bigint),
  payment.require_executing(date), payment.seal_disbursement(date, date, text), payment.make_batches(bigint, date, integer),
  payment.take_disbursement(bigint, payment.disbursement_state), payment.send_disbursement(bigint, text), payment.break_seal(bigint, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.seal_disbursement(date, date, text), payment.send_disbursement(bigint, text), payment.break_seal(bigint, text)
  TO welfare_treasury, welfare_admin, welfare_authority;

COMMIT;
