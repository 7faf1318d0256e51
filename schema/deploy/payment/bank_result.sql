-- ER13, EG6.2: what banks tell of the payments handed over to them. Rows are staged by COPY or INSERT and judged at once (payment.finish_results): each is
-- recorded as arrived or failed, found told already, or refused with every reason. Deliveries and refused rows are evidence: nothing is lost.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF420', 'ไม่มีชุดผลการจ่ายที่ %1$s ของท่านที่ทำรายการนี้ได้', 'there is no delivery %1$s of yours for that', NULL, NULL),
  ('WF421', 'แถวที่พักไว้ของชุดผลการจ่ายที่ %1$s หายไปเพราะระบบล่ม', 'a crash has emptied what was staged under delivery %1$s',
   'ให้ส่งแฟ้มนั้นใหม่ทั้งแฟ้ม', 'Deliver the whole file again.'),
  ('WF422', 'มีแถวเข้ามาใต้ชุดผลการจ่ายที่ %1$s ขณะกำลังตรวจ จึงยังไม่บันทึกสิ่งใด', 'rows were staged under delivery %1$s while it was being judged: nothing is recorded',
   'ให้สั่งตรวจอีกครั้ง', 'Finish it again.'),
  ('WF423', 'ยอดที่แฟ้มแจ้ง (%1$s รายการ %2$s บาท) ไม่ตรงกับแถวของแฟ้ม (%3$s รายการ %4$s บาท) จึงไม่รับทั้งแฟ้ม',
   'what the file states (%1$s rows, %2$s baht) is not what its rows come to (%3$s rows, %4$s baht): none of it is taken',
   'ให้ขอแฟ้มใหม่จากธนาคาร แล้วทิ้งชุดนี้ (payment.discard_results)', 'Ask the bank for the file again, and discard this delivery (payment.discard_results).'),
  ('WF424', 'เลขอ้างอิง "%1$s" ไม่ใช่ตัวเลข 1 ถึง 15 หลัก', 'the reference "%1$s" is not 1 to 15 digits', NULL, NULL),
  ('WF425', 'ไม่มีรายการจ่ายเลขอ้างอิง %1$s', 'there is no payment %1$s', NULL, NULL),
  ('WF426', 'รายการจ่ายเลขอ้างอิง %1$s ยังไม่ได้ส่งให้ธนาคาร', 'payment %1$s has not been handed over', NULL, NULL),
  ('WF427', 'จำนวนเงินของรายการ %1$s คือ %3$s บาท ไม่ใช่ %2$s', 'payment %1$s is of %3$s baht, not %2$s', NULL, NULL),
  ('WF428', 'รายการ %1$s อยู่ในแฟ้มมากกว่าหนึ่งครั้งด้วยผลต่างกัน (บรรทัด %2$s)', 'payment %1$s is in the file more than once, with different results (lines %2$s)', NULL, NULL),
  ('WF429', 'รายการ %1$s มีผลเป็น "%2$s" อยู่แล้ว (ชุดที่ %3$s)', 'payment %1$s has the result "%2$s" already (delivery %3$s)', NULL, NULL),
  ('WF42A', 'รายการ %1$s จ่ายเป็นเงินสด ไม่ได้ผ่านธนาคาร', 'payment %1$s is in cash, through no bank', NULL, NULL),
  ('WF42B', 'จำนวนเงิน "%1$s" อ่านไม่ได้', '"%1$s" is no amount in baht', NULL, NULL),
  ('WF42C', 'รหัสเหตุผล "%1$s" อ่านไม่ได้', '"%1$s" is no code of a reason', NULL, NULL),
  ('WF42D', 'การตรวจผลการจ่ายต้องทำในธุรกรรมแบบ READ COMMITTED', 'results are judged in a transaction that is READ COMMITTED, which sees what others have recorded meanwhile',
   'ให้เริ่มธุรกรรมด้วย BEGIN ISOLATION LEVEL READ COMMITTED', 'Begin the transaction with BEGIN ISOLATION LEVEL READ COMMITTED.'),
  ('WF42E', 'ผู้ใช้งาน %1$s ไม่ได้รับมอบหมายให้แจ้งผลการจ่ายของธนาคารใด', 'user %1$s reports the results of no bank',
   'ให้ผู้ดูแลระบบกำหนดธนาคารด้วย payment.let_report', 'An administrator names the banks by payment.let_report.'),
  ('WF42F', 'รายการเลขอ้างอิง %1$s เป็นของธนาคารอื่น', 'payment %1$s is another bank''s', NULL, NULL);

CREATE TYPE payment.bank_outcome AS ENUM ('credited', 'failed', 'returned');
COMMENT ON TYPE payment.bank_outcome IS 'what a bank says became of a payment: credited to the account; not; or come back from it';

CREATE TABLE payment.outcome_word (
  word text COLLATE "C" NOT NULL,
  outcome payment.bank_outcome NOT NULL,
  meaning text NOT NULL,
  CONSTRAINT outcome_word_pkey PRIMARY KEY (word)
);
COMMENT ON TABLE payment.outcome_word IS 'words by which files of results say what became of a payment';
COMMENT ON COLUMN payment.outcome_word.word IS 'word, in lower case';
COMMENT ON COLUMN payment.outcome_word.outcome IS 'what it means';
COMMENT ON COLUMN payment.outcome_word.meaning IS 'where it comes from';
GRANT SELECT ON payment.outcome_word TO welfare_bank, welfare_treasury, welfare_admin;
INSERT INTO payment.outcome_word (word, outcome, meaning) VALUES
  ('credited', 'credited', 'the system''s own'), ('failed', 'failed', 'the system''s own'), ('returned', 'returned', 'the system''s own'),
  ('โอนสำเร็จ', 'credited', 'the system''s own, in Thai'), ('โอนไม่สำเร็จ', 'failed', 'the system''s own, in Thai'), ('คืนเงิน', 'returned', 'the system''s own, in Thai'),
  ('acsc', 'credited', 'ISO 20022: settlement completed'), ('accc', 'credited', 'ISO 20022: settlement completed on the creditor''s account'),
  ('rjct', 'failed', 'ISO 20022: rejected');

-- A bank speaks for its own accounts. One login may speak for several: an agent bank that settles with the others.
-- The last row of a user and bank holds: a mandate that is given, or taken back, stands beside those before it.
CREATE TABLE payment.bank_user (
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  bank_code smallint NOT NULL,
  may_report boolean NOT NULL DEFAULT true,
  user_name text COLLATE "C" NOT NULL,
  why text NOT NULL,
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT bank_user_pkey PRIMARY KEY (user_name, bank_code, recorded_at),
  CONSTRAINT bank_user_bank_fkey FOREIGN KEY (bank_code) REFERENCES reference.bank (bank_code),
  CONSTRAINT bank_user_why CHECK (btrim(why) <> '')
);
COMMENT ON TABLE payment.bank_user IS 'of which banks'' accounts each user of a bank may report results; none: of nobody''s; evidence';
COMMENT ON COLUMN payment.bank_user.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN payment.bank_user.bank_code IS 'bank of the accounts';
COMMENT ON COLUMN payment.bank_user.may_report IS 'true: from then on the user may; false: no longer';
COMMENT ON COLUMN payment.bank_user.user_name IS 'user, as welfare.principal() names it: of this system, or a database role''s';
COMMENT ON COLUMN payment.bank_user.why IS 'letter or contract by which the user speaks for the bank, or no longer does';
COMMENT ON COLUMN payment.bank_user.recorded_by IS 'user, or database role, that recorded it';
ALTER TABLE payment.bank_user ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER bank_user_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.bank_user
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER bank_user_no_change ON payment.bank_user IS 'who spoke for which bank is evidence';
DO $$
BEGIN
  PERFORM audit.track('payment.bank_user', '{user_name,bank_code}', untracked_columns => '{recorded_at,recorded_by}');
END
$$;

-- The banks of whose accounts a user may report results, by the last word on each. Parameters: user.
CREATE FUNCTION payment.banks_of_user(user_name text) RETURNS smallint[]
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    RETURN ARRAY(SELECT last.bank_code
                   FROM (SELECT DISTINCT ON (named.bank_code) named.bank_code, named.may_report FROM payment.bank_user AS named
                          WHERE named.user_name = banks_of_user.user_name ORDER BY named.bank_code, named.recorded_at DESC) AS last
                  WHERE last.may_report ORDER BY last.bank_code);
  END
  $$;
COMMENT ON FUNCTION payment.banks_of_user(text) IS 'banks of whose accounts a user may report results';

-- Names the banks of whose accounts a user of a bank may report results, instead of those named before; none: of nobody's any more. Parameters: user;
-- banks; letter or contract. Answers that it is done. Errors: WF001 and WF004 not an administrator, WF010, WF011 no such bank.
CREATE FUNCTION payment.let_report(user_name text, bank_codes integer[], why text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    missing text := CASE WHEN coalesce(btrim(let_report.user_name), '') = '' THEN 'user_name' WHEN let_report.bank_codes IS NULL THEN 'bank_codes'
                         WHEN coalesce(btrim(let_report.why), '') = '' THEN 'why' END;
    unknown text;
  BEGIN
    PERFORM reference.require_administrator();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    SELECT string_agg(coalesce(named.code::text, 'NULL'), ', ') INTO unknown
      FROM unnest(let_report.bank_codes) AS named (code)
     WHERE NOT EXISTS (SELECT FROM reference.bank WHERE bank.bank_code = named.code);
    IF unknown IS NOT NULL THEN
      PERFORM reference.refuse('WF011', NULL, 'bank_codes', unknown,
        (SELECT string_agg(to_char(bank.bank_code, 'FM000') || ' (' || bank.name_thai || ')', ', ' ORDER BY bank.bank_code) FROM reference.bank));
    END IF;
    INSERT INTO payment.bank_user (user_name, bank_code, may_report, why)
    SELECT btrim(let_report.user_name), coalesce(named.code, held.code), named.code IS NOT NULL, btrim(let_report.why)
      FROM (SELECT DISTINCT code FROM unnest(let_report.bank_codes) AS code) AS named
      FULL JOIN unnest(payment.banks_of_user(btrim(let_report.user_name))) AS held (code) ON held.code = named.code
     ORDER BY 2;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.let_report(text, integer[], text) IS 'names the banks of whose accounts a user of a bank may report results; administrators only';

-- The banks of whose accounts the caller may report results; NULL: of all, which the Comptroller General's Department and administrators may, who load
-- files that banks hand in. Errors: WF42E a bank's user of whom no bank is on record.
CREATE FUNCTION payment.reported_banks() RETURNS smallint[]
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    banks smallint[];
  BEGIN
    IF welfare.duty() = 'bank' THEN
      banks := payment.banks_of_user(welfare.principal());
      IF banks = '{}' THEN
        PERFORM reference.refuse('WF42E', NULL, welfare.principal());
      END IF;
    END IF;
    RETURN banks;
  END
  $$;
COMMENT ON FUNCTION payment.reported_banks() IS 'banks of whose accounts the caller may report results; NULL: of all';

CREATE TABLE payment.bank_delivery (
  delivery_number bigint GENERATED ALWAYS AS IDENTITY,
  began_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  finished_at timestamptz,
  discarded_at timestamptz,
  stated_rows bigint,
  row_count bigint,
  credited bigint,
  failed bigint,
  returned bigint,
  unchanged bigint,
  refused bigint,
  received_on date NOT NULL DEFAULT welfare.business_date(),
  stated_sum numeric(16,2),
  row_sum numeric(18,2),
  credited_sum numeric(16,2),
  failed_sum numeric(16,2),
  returned_sum numeric(16,2),
  unchanged_sum numeric(16,2),
  refused_sum numeric(18,2),
  principal text NOT NULL,
  source text NOT NULL,
  file_name text NOT NULL,
  message_id text,
  CONSTRAINT bank_delivery_pkey PRIMARY KEY (delivery_number),
  CONSTRAINT bank_delivery_names CHECK (btrim(source) <> '' AND btrim(file_name) <> '' AND btrim(message_id) <> ''),
  CONSTRAINT bank_delivery_one_end CHECK (num_nonnulls(finished_at, discarded_at) <= 1),
  CONSTRAINT bank_delivery_whole CHECK (num_nonnulls(row_count, credited, failed, returned, unchanged, refused, row_sum, credited_sum, failed_sum, returned_sum,
                                                     unchanged_sum, refused_sum) = CASE WHEN finished_at IS NULL THEN 0 ELSE 12 END),
  CONSTRAINT bank_delivery_adds_up CHECK (row_count = credited + failed + returned + unchanged + refused
                                          AND row_sum = credited_sum + failed_sum + returned_sum + unchanged_sum + refused_sum),
  CONSTRAINT bank_delivery_as_stated CHECK (row_count = stated_rows IS NOT false AND row_sum = stated_sum IS NOT false)
);
COMMENT ON TABLE payment.bank_delivery IS 'deliveries of bank results, with what became of their rows; evidence';
COMMENT ON COLUMN payment.bank_delivery.delivery_number IS 'number of the delivery';
COMMENT ON COLUMN payment.bank_delivery.began_at IS 'when it began';
COMMENT ON COLUMN payment.bank_delivery.finished_at IS 'when its rows were judged; NULL: not yet';
COMMENT ON COLUMN payment.bank_delivery.discarded_at IS 'when it was given up, nothing of it having been taken';
COMMENT ON COLUMN payment.bank_delivery.stated_rows IS 'rows that the file says it has; NULL: it does not say';
COMMENT ON COLUMN payment.bank_delivery.row_count IS 'rows that it has';
COMMENT ON COLUMN payment.bank_delivery.credited IS 'rows recorded as arrived';
COMMENT ON COLUMN payment.bank_delivery.failed IS 'rows recorded as failed';
COMMENT ON COLUMN payment.bank_delivery.returned IS 'rows recorded as come back';
COMMENT ON COLUMN payment.bank_delivery.unchanged IS 'rows that had been told already';
COMMENT ON COLUMN payment.bank_delivery.refused IS 'rows refused (payment.refused_result)';
COMMENT ON COLUMN payment.bank_delivery.received_on IS 'day on which it was received';
COMMENT ON COLUMN payment.bank_delivery.stated_sum IS 'sum in baht of all rows, credited or not, that the file states; NULL: it does not say';
COMMENT ON COLUMN payment.bank_delivery.row_sum IS 'sum in baht of the amounts of all rows; what cannot be read counts nothing';
COMMENT ON COLUMN payment.bank_delivery.credited_sum IS 'baht of the rows recorded as arrived';
COMMENT ON COLUMN payment.bank_delivery.failed_sum IS 'baht of the rows recorded as failed';
COMMENT ON COLUMN payment.bank_delivery.returned_sum IS 'baht of the rows recorded as come back';
COMMENT ON COLUMN payment.bank_delivery.unchanged_sum IS 'baht of the rows that had been told already';
COMMENT ON COLUMN payment.bank_delivery.refused_sum IS 'baht of the rows refused, as they say';
COMMENT ON COLUMN payment.bank_delivery.principal IS 'user who delivered';
COMMENT ON COLUMN payment.bank_delivery.source IS 'bank that the rows come from';
COMMENT ON COLUMN payment.bank_delivery.file_name IS 'name of the file';
COMMENT ON COLUMN payment.bank_delivery.message_id IS 'the bank''s own number of the message; NULL: it has none';

-- What a delivery settled of each disbursement, so that a disbursement is compared without reading its payments' evidence.
CREATE TABLE payment.bank_delivery_part (
  delivery_number bigint NOT NULL,
  disbursement_number bigint NOT NULL,
  payments bigint NOT NULL,
  credited boolean NOT NULL,
  outcome payment.bank_outcome NOT NULL,
  amount numeric(16,2) NOT NULL,
  CONSTRAINT bank_delivery_part_pkey PRIMARY KEY (disbursement_number, delivery_number, outcome, credited),
  CONSTRAINT bank_delivery_part_delivery_fkey FOREIGN KEY (delivery_number) REFERENCES payment.bank_delivery (delivery_number),
  CONSTRAINT bank_delivery_part_disbursement_fkey FOREIGN KEY (disbursement_number) REFERENCES payment.disbursement (disbursement_number),
  CONSTRAINT bank_delivery_part_counts CHECK (payments > 0 AND amount > 0)
);
COMMENT ON TABLE payment.bank_delivery_part IS 'what deliveries of bank results settled of each disbursement, as the files say it; evidence';
COMMENT ON COLUMN payment.bank_delivery_part.delivery_number IS 'the delivery';
COMMENT ON COLUMN payment.bank_delivery_part.disbursement_number IS 'the disbursement';
COMMENT ON COLUMN payment.bank_delivery_part.payments IS 'payments';
COMMENT ON COLUMN payment.bank_delivery_part.credited IS 'whether they had arrived before, or do by it';
COMMENT ON COLUMN payment.bank_delivery_part.outcome IS 'what became of them';
COMMENT ON COLUMN payment.bank_delivery_part.amount IS 'baht';

-- Staged rows live for one transaction; after a crash the file is delivered again. No key: millions are loaded at once, and read once.
CREATE UNLOGGED TABLE payment.result_row (
  delivery_number bigint NOT NULL,
  line_number integer NOT NULL,
  principal text NOT NULL DEFAULT welfare.principal(),
  problem text,
  reference text,
  outcome text,
  reason_code text,
  amount text,
  booked_on text,
  bank_text text,
  CONSTRAINT result_row_line_number CHECK (line_number > 0)
);
COMMENT ON TABLE payment.result_row IS 'rows as banks deliver them, staged until they are judged';
COMMENT ON COLUMN payment.result_row.delivery_number IS 'the delivery';
COMMENT ON COLUMN payment.result_row.line_number IS 'line of the file on which the record begins';
COMMENT ON COLUMN payment.result_row.principal IS 'user who staged the row; cannot be given';
COMMENT ON COLUMN payment.result_row.problem IS 'why the client could not read the record; NULL when it could';
COMMENT ON COLUMN payment.result_row.reference IS 'number of the payment, with or without leading zeros';
COMMENT ON COLUMN payment.result_row.outcome IS 'what became of it (payment.outcome_word)';
COMMENT ON COLUMN payment.result_row.reason_code IS 'why it failed (reference.bank_reason); empty: the bank does not say';
COMMENT ON COLUMN payment.result_row.amount IS 'baht';
COMMENT ON COLUMN payment.result_row.booked_on IS 'day on which the bank booked it, any spelling of RC10';
COMMENT ON COLUMN payment.result_row.bank_text IS 'the bank''s own words';
GRANT INSERT (delivery_number, line_number, problem, reference, outcome, reason_code, amount, booked_on, bank_text)
  ON payment.result_row TO welfare_bank, welfare_treasury, welfare_admin;

-- A crash empties unlogged tables; the mark of an open delivery is then gone with its rows.
CREATE UNLOGGED TABLE payment.result_mark (
  delivery_number bigint NOT NULL,
  CONSTRAINT result_mark_pkey PRIMARY KEY (delivery_number)
);
COMMENT ON TABLE payment.result_mark IS 'open deliveries of results whose staged rows no crash has emptied';
COMMENT ON COLUMN payment.result_mark.delivery_number IS 'the delivery';

CREATE TABLE payment.refused_result (
  delivery_number bigint NOT NULL,
  line_number integer NOT NULL,
  copy_number integer NOT NULL,
  codes text[] NOT NULL,
  reasons text[] NOT NULL,
  raw jsonb NOT NULL,
  CONSTRAINT refused_result_pkey PRIMARY KEY (delivery_number, line_number, copy_number),
  CONSTRAINT refused_result_delivery_fkey FOREIGN KEY (delivery_number) REFERENCES payment.bank_delivery (delivery_number),
  CONSTRAINT refused_result_says_why CHECK (cardinality(codes) > 0 AND cardinality(codes) = cardinality(reasons))
);
COMMENT ON TABLE payment.refused_result IS 'rows of bank results that were refused, as they came, with every reason; evidence';
COMMENT ON COLUMN payment.refused_result.delivery_number IS 'the delivery';
COMMENT ON COLUMN payment.refused_result.line_number IS 'line of the file';
COMMENT ON COLUMN payment.refused_result.copy_number IS '1, counting up where several rows were staged as one line';
COMMENT ON COLUMN payment.refused_result.codes IS 'codes of the reasons (reference.message), in their order';
COMMENT ON COLUMN payment.refused_result.reasons IS 'reasons, in the language of who delivered';
COMMENT ON COLUMN payment.refused_result.raw IS 'the row as it was delivered';

ALTER TABLE payment.bank_delivery ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment.bank_delivery_part ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment.refused_result ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER refused_result_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.refused_result
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER refused_result_no_change ON payment.refused_result IS 'what banks told is evidence';
CREATE TRIGGER bank_delivery_part_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.bank_delivery_part
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER bank_delivery_part_no_change ON payment.bank_delivery_part IS 'what banks told is evidence';
CREATE TRIGGER bank_delivery_no_removal BEFORE DELETE OR TRUNCATE ON payment.bank_delivery
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER bank_delivery_no_removal ON payment.bank_delivery IS 'what banks told is evidence';

-- A delivery ends once, and what was said when it began stands. Errors: WF064.
CREATE FUNCTION payment.guard_bank_delivery() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    IF num_nonnulls(OLD.finished_at, OLD.discarded_at) > 0
       OR (OLD.delivery_number, OLD.began_at, OLD.stated_rows, OLD.received_on, OLD.stated_sum, OLD.principal, OLD.source, OLD.file_name, OLD.message_id)
          IS DISTINCT FROM
          (NEW.delivery_number, NEW.began_at, NEW.stated_rows, NEW.received_on, NEW.stated_sum, NEW.principal, NEW.source, NEW.file_name, NEW.message_id) THEN
      PERFORM reference.refuse('WF064', NULL, 'payment.bank_delivery');
    END IF;
    RETURN NEW;
  END
  $$;
COMMENT ON FUNCTION payment.guard_bank_delivery() IS 'a delivery of bank results ends once';
CREATE TRIGGER bank_delivery_guard BEFORE UPDATE ON payment.bank_delivery
  FOR EACH ROW EXECUTE FUNCTION payment.guard_bank_delivery();
COMMENT ON TRIGGER bank_delivery_guard ON payment.bank_delivery IS 'what banks told is evidence';

-- Opens a delivery of results. Parameters: name of the file; bank that its rows come from; the bank's number of the message; rows, and sum in baht of all
-- rows, that the file states, where it does: payment.finish_results takes nothing of a file that has others. Answers the number to stage rows under.
-- Errors: WF001 nobody is signed in, WF007 neither a bank nor the Comptroller General's Department nor an administrator, WF010 no name,
-- WF42E a bank's user of whom no bank is on record. Belongs to the owner: deliveries are nobody's table.
CREATE FUNCTION payment.begin_results(file_name text, source text, message_id text DEFAULT NULL, stated_rows bigint DEFAULT NULL, stated_sum numeric DEFAULT NULL)
  RETURNS bigint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    opened bigint;
    missing text := CASE WHEN coalesce(btrim(begin_results.file_name), '') = '' THEN 'file_name'
                         WHEN coalesce(btrim(begin_results.source), '') = '' THEN 'source' END;
  BEGIN
    IF welfare.principal() IS NULL THEN
      PERFORM reference.refuse('WF001', NULL);
    END IF;
    PERFORM reference.require_duty('bank', 'treasury', 'administrator');
    PERFORM payment.reported_banks();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    INSERT INTO payment.bank_delivery (principal, source, file_name, message_id, stated_rows, stated_sum)
    VALUES (welfare.principal(), btrim(begin_results.source), btrim(begin_results.file_name), nullif(btrim(begin_results.message_id), ''),
            begin_results.stated_rows, begin_results.stated_sum)
    RETURNING delivery_number INTO opened;
    INSERT INTO payment.result_mark (delivery_number) VALUES (opened);
    RETURN opened;
  END
  $$;
COMMENT ON FUNCTION payment.begin_results(text, text, text, bigint, numeric) IS 'opens a delivery of bank results and answers the number to stage its rows under';

-- Refuses a delivery that is not the caller's own, or is over; locks it. Parameters: the delivery. Errors: WF001, WF007, WF420.
CREATE FUNCTION payment.take_delivery(delivery_number bigint) RETURNS payment.bank_delivery
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    taken payment.bank_delivery;
  BEGIN
    IF welfare.principal() IS NULL THEN
      PERFORM reference.refuse('WF001', NULL);
    END IF;
    PERFORM reference.require_duty('bank', 'treasury', 'administrator');
    SELECT * INTO taken FROM payment.bank_delivery AS delivery
     WHERE delivery.delivery_number = take_delivery.delivery_number AND delivery.principal = welfare.principal()
       AND num_nonnulls(delivery.finished_at, delivery.discarded_at) = 0
       FOR UPDATE;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF420', NULL, coalesce(take_delivery.delivery_number::text, 'NULL'));
    END IF;
    RETURN taken;
  END
  $$;
COMMENT ON FUNCTION payment.take_delivery(bigint) IS 'refuses a delivery that is not the caller''s own, or is over; locks it';

-- Empties what the caller staged under a delivery. Parameters: the delivery; how many rows there are. When nobody else is delivering the table is
-- emptied at once; else its rows are removed. Errors: WF422 there are others.
CREATE FUNCTION payment.empty_staging(delivery_number bigint, expected bigint) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    removed bigint;
    alone boolean := false;
    -- asked once, not once a row
    own CONSTANT text := welfare.principal();
  BEGIN
    DELETE FROM payment.result_mark AS mark WHERE mark.delivery_number = empty_staging.delivery_number;
    BEGIN
      -- in a transaction that sees what was there when it began, others' rows would be thrown away unseen
      IF current_setting('transaction_isolation') = 'read committed' AND empty_staging.expected > 10000 THEN
        LOCK TABLE payment.result_row IN ACCESS EXCLUSIVE MODE NOWAIT;
        alone := NOT EXISTS (SELECT FROM payment.result_mark);
      END IF;
    EXCEPTION WHEN lock_not_available THEN
      alone := false;
    END;
    IF alone THEN
      SELECT count(*) INTO removed FROM payment.result_row AS staged
       WHERE staged.delivery_number = empty_staging.delivery_number AND staged.principal = own;
      TRUNCATE payment.result_row;
    ELSE
      DELETE FROM payment.result_row AS staged
       WHERE staged.delivery_number = empty_staging.delivery_number AND staged.principal = own;
      GET DIAGNOSTICS removed = ROW_COUNT;
    END IF;
    -- a row staged since the others were judged would be thrown away unread: then nothing is recorded at all
    IF removed <> empty_staging.expected THEN
      PERFORM reference.refuse('WF422', NULL, empty_staging.delivery_number::text);
    END IF;
  END
  $$;
COMMENT ON FUNCTION payment.empty_staging(bigint, bigint) IS 'empties what the caller staged under a delivery of bank results';

-- Gives an open delivery of the caller's own up: nothing of it is taken, its staged rows are thrown away. Parameters: the delivery. Answers that it is
-- done. Errors: WF001, WF007, WF420. Belongs to the owner, as payment.begin_results.
CREATE FUNCTION payment.discard_results(delivery_number bigint) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    taken payment.bank_delivery := payment.take_delivery(discard_results.delivery_number);
  BEGIN
    PERFORM payment.empty_staging(taken.delivery_number, (SELECT count(*) FROM payment.result_row AS staged
      WHERE staged.delivery_number = taken.delivery_number AND staged.principal = welfare.principal()));
    UPDATE payment.bank_delivery AS delivery SET discarded_at = clock_timestamp() WHERE delivery.delivery_number = taken.delivery_number;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.discard_results(bigint) IS 'gives an open delivery of bank results up';

-- The refused rows of one of the caller's own deliveries, by line. Parameters: the delivery. Errors: WF001, WF007, WF420.
-- Belongs to the owner, as payment.begin_results.
CREATE FUNCTION payment.refused_results(delivery_number bigint)
  RETURNS TABLE (line_number integer, reason text, codes text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM reference.require_duty('bank', 'treasury', 'administrator');
    IF NOT EXISTS (SELECT FROM payment.bank_delivery AS delivery
                    WHERE delivery.delivery_number = refused_results.delivery_number AND delivery.principal = welfare.principal()) THEN
      PERFORM reference.refuse('WF420', NULL, coalesce(refused_results.delivery_number::text, 'NULL'));
    END IF;
    RETURN QUERY
      SELECT refused.line_number, array_to_string(refused.reasons, '; '), refused.codes
        FROM payment.refused_result AS refused
       WHERE refused.delivery_number = refused_results.delivery_number
       ORDER BY refused.line_number, refused.copy_number;
  END
  $$;
COMMENT ON FUNCTION payment.refused_results(bigint) IS 'refused rows of one of the caller''s own deliveries of bank results, by line';

REVOKE ALL ON FUNCTION payment.banks_of_user(text), payment.let_report(text, integer[], text), payment.reported_banks(), payment.guard_bank_delivery(), payment.begin_results(text, text, text, bigint, numeric), payment.take_delivery(bigint),
  payment.empty_staging(bigint, bigint), payment.discard_results(bigint), payment.refused_results(bigint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.begin_results(text, text, text, bigint, numeric), payment.discard_results(bigint), payment.refused_results(bigint)
  TO welfare_bank, welfare_treasury, welfare_admin;
GRANT EXECUTE ON FUNCTION payment.let_report(text, integer[], text) TO welfare_admin;

COMMIT;
