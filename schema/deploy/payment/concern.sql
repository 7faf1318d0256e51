-- ER13, QR8: money that may have arrived twice: a bank says that a payment arrived of which it had said that it failed, so that it was, or may yet be, tried
-- again. The row is refused, since a payment has one result; what it may mean stands here until somebody has found out. Concerns and answers are evidence.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF42G', 'ไม่มีข้อสงสัยว่าจ่ายซ้ำของรายการเลขอ้างอิง %1$s', 'there is no concern about payment %1$s',
   'ดูรายการที่ payment.concerns()', 'payment.concerns() lists them.');

CREATE TYPE payment.concern_outcome AS ENUM ('paid_twice', 'paid_once');
COMMENT ON TYPE payment.concern_outcome IS 'what was found out: the money arrived twice; it did not';

CREATE TABLE payment.concern (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  reference bigint NOT NULL,
  delivery_number bigint NOT NULL,
  month reference.pay_month NOT NULL,
  cycle_month reference.pay_month NOT NULL,
  raised_on date NOT NULL DEFAULT welfare.business_date(),
  authority_code integer NOT NULL,
  line_number integer NOT NULL,
  programme reference.programme_name NOT NULL,
  payer reference.payer_name NOT NULL,
  adjustment_number smallint NOT NULL,
  attempt smallint NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  sensitive boolean NOT NULL,
  amount reference.baht NOT NULL,
  CONSTRAINT concern_pkey PRIMARY KEY (thai_id, programme, month, adjustment_number, payer, attempt),
  CONSTRAINT concern_failure_fkey FOREIGN KEY (thai_id, programme, month, adjustment_number, payer, attempt)
    REFERENCES payment.failure (thai_id, programme, month, adjustment_number, payer, attempt),
  CONSTRAINT concern_delivery_fkey FOREIGN KEY (delivery_number) REFERENCES payment.bank_delivery (delivery_number),
  CONSTRAINT concern_amount CHECK (amount > 0)
);
COMMENT ON TABLE payment.concern IS 'payments that failed and of which a bank said afterwards that they arrived; evidence';
COMMENT ON COLUMN payment.concern.thai_id IS 'the person';
COMMENT ON COLUMN payment.concern.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN payment.concern.reference IS 'number of the payment';
COMMENT ON COLUMN payment.concern.delivery_number IS 'delivery of bank results that first said so';
COMMENT ON COLUMN payment.concern.month IS 'month for which it is owed';
COMMENT ON COLUMN payment.concern.cycle_month IS 'month with whose money it was tried';
COMMENT ON COLUMN payment.concern.raised_on IS 'business date';
COMMENT ON COLUMN payment.concern.authority_code IS 'local authority';
COMMENT ON COLUMN payment.concern.line_number IS 'line of the delivery, kept as it came (payment.refused_result)';
COMMENT ON COLUMN payment.concern.programme IS 'programme';
COMMENT ON COLUMN payment.concern.payer IS 'whose money it is';
COMMENT ON COLUMN payment.concern.adjustment_number IS '0: the line; else the arrears (payment.adjustment)';
COMMENT ON COLUMN payment.concern.attempt IS 'the try that failed, and is said to have arrived';
COMMENT ON COLUMN payment.concern.district_code IS 'district of the authority';
COMMENT ON COLUMN payment.concern.province_code IS 'province of the authority';
COMMENT ON COLUMN payment.concern.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN payment.concern.amount IS 'baht that may have arrived twice';
CREATE UNIQUE INDEX concern_reference ON payment.concern (reference);
COMMENT ON INDEX payment.concern_reference IS 'a concern is answered by the number of its payment';
CREATE INDEX concern_month ON payment.concern (month);
COMMENT ON INDEX payment.concern_month IS 'what is asked month by month';

CREATE TABLE payment.concern_answer (
  thai_id welfare.thai_id NOT NULL,
  answered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  month reference.pay_month NOT NULL,
  answered_on date NOT NULL DEFAULT welfare.business_date(),
  programme reference.programme_name NOT NULL,
  payer reference.payer_name NOT NULL,
  outcome payment.concern_outcome NOT NULL,
  adjustment_number smallint NOT NULL,
  attempt smallint NOT NULL,
  answer_number smallint NOT NULL,
  document text NOT NULL,
  answered_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user::text),
  CONSTRAINT concern_answer_pkey PRIMARY KEY (thai_id, programme, month, adjustment_number, payer, attempt, answer_number),
  CONSTRAINT concern_answer_concern_fkey FOREIGN KEY (thai_id, programme, month, adjustment_number, payer, attempt)
    REFERENCES payment.concern (thai_id, programme, month, adjustment_number, payer, attempt),
  CONSTRAINT concern_answer_document CHECK (btrim(document) <> '' AND answer_number >= 1)
);
COMMENT ON TABLE payment.concern_answer IS 'what was found out about concerns; the last answer holds; evidence';
COMMENT ON COLUMN payment.concern_answer.thai_id IS 'the person';
COMMENT ON COLUMN payment.concern_answer.answered_at IS 'when';
COMMENT ON COLUMN payment.concern_answer.month IS 'month for which it is owed';
COMMENT ON COLUMN payment.concern_answer.answered_on IS 'business date';
COMMENT ON COLUMN payment.concern_answer.programme IS 'programme';
COMMENT ON COLUMN payment.concern_answer.payer IS 'whose money it is';
COMMENT ON COLUMN payment.concern_answer.outcome IS 'what was found out';
COMMENT ON COLUMN payment.concern_answer.adjustment_number IS '0: the line; else the arrears (payment.adjustment)';
COMMENT ON COLUMN payment.concern_answer.attempt IS 'the try that failed, and is said to have arrived';
COMMENT ON COLUMN payment.concern_answer.answer_number IS '1, counting up where an answer was wrong';
COMMENT ON COLUMN payment.concern_answer.document IS 'letter of the bank, or where else it says so';
COMMENT ON COLUMN payment.concern_answer.answered_by IS 'user, or database role';

ALTER TABLE payment.concern ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment.concern_answer ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER concern_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.concern
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER concern_no_change ON payment.concern IS 'what banks told is evidence';
CREATE TRIGGER concern_answer_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.concern_answer
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER concern_answer_no_change ON payment.concern_answer IS 'what was found out is evidence';

-- Concerns with what holds of them, and what became of the tries after the one of which they are. For the owner.
CREATE VIEW payment.concern_standing AS
  SELECT concern.*, last.outcome, last.answered_on, last.answered_by, last.document,
         CASE WHEN later.credited THEN 'credited' WHEN later.under_way THEN 'under_way' WHEN later.tried THEN 'failed' ELSE 'none' END AS later_try
    FROM payment.concern
    LEFT JOIN LATERAL (SELECT answer.outcome, answer.answered_on, answer.answered_by, answer.document
                         FROM payment.concern_answer AS answer
                        WHERE answer.thai_id = concern.thai_id AND answer.programme = concern.programme AND answer.month = concern.month
                          AND answer.adjustment_number = concern.adjustment_number AND answer.payer = concern.payer AND answer.attempt = concern.attempt
                        ORDER BY answer.answer_number DESC LIMIT 1) AS last ON true
   CROSS JOIN LATERAL (SELECT count(*) > 0 AS tried, bool_or(arrived.thai_id IS NOT NULL AND failed.thai_id IS NULL) AS credited,
                              bool_or(arrived.thai_id IS NULL AND failed.thai_id IS NULL) AS under_way
                         FROM payment.instruction AS told
                         LEFT JOIN payment.credit AS arrived
                           ON arrived.thai_id = told.thai_id AND arrived.programme = told.programme AND arrived.month = told.month
                          AND arrived.adjustment_number = told.adjustment_number AND arrived.payer = told.payer AND arrived.attempt = told.attempt
                         LEFT JOIN payment.failure AS failed
                           ON failed.thai_id = told.thai_id AND failed.programme = told.programme AND failed.month = told.month
                          AND failed.adjustment_number = told.adjustment_number AND failed.payer = told.payer AND failed.attempt = told.attempt
                        WHERE told.thai_id = concern.thai_id AND told.programme = concern.programme AND told.month = concern.month
                          AND told.adjustment_number = concern.adjustment_number AND told.payer = concern.payer AND told.attempt > concern.attempt) AS later;
COMMENT ON VIEW payment.concern_standing IS 'concerns with their last answer, and what became of the tries after';
COMMENT ON COLUMN payment.concern_standing.thai_id IS 'the person';
COMMENT ON COLUMN payment.concern_standing.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN payment.concern_standing.reference IS 'number of the payment';
COMMENT ON COLUMN payment.concern_standing.delivery_number IS 'delivery of bank results that first said so';
COMMENT ON COLUMN payment.concern_standing.month IS 'month for which it is owed';
COMMENT ON COLUMN payment.concern_standing.cycle_month IS 'month with whose money it was tried';
COMMENT ON COLUMN payment.concern_standing.raised_on IS 'business date';
COMMENT ON COLUMN payment.concern_standing.authority_code IS 'local authority';
COMMENT ON COLUMN payment.concern_standing.line_number IS 'line of the delivery';
COMMENT ON COLUMN payment.concern_standing.programme IS 'programme';
COMMENT ON COLUMN payment.concern_standing.payer IS 'whose money it is';
COMMENT ON COLUMN payment.concern_standing.adjustment_number IS '0: the line; else the arrears';
COMMENT ON COLUMN payment.concern_standing.attempt IS 'the try that failed, and is said to have arrived';
COMMENT ON COLUMN payment.concern_standing.district_code IS 'district of the authority';
COMMENT ON COLUMN payment.concern_standing.province_code IS 'province of the authority';
COMMENT ON COLUMN payment.concern_standing.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN payment.concern_standing.amount IS 'baht that may have arrived twice';
COMMENT ON COLUMN payment.concern_standing.outcome IS 'what was found out; NULL: nobody has answered';
COMMENT ON COLUMN payment.concern_standing.answered_on IS 'when';
COMMENT ON COLUMN payment.concern_standing.answered_by IS 'who found out';
COMMENT ON COLUMN payment.concern_standing.document IS 'where it says so';
COMMENT ON COLUMN payment.concern_standing.later_try IS 'a later try: credited, under_way, failed; none: nobody has tried again';

-- Raises a concern for each refused row of a delivery that says of a payment that failed that it has arrived, whatever else is wrong with the row; of one
-- that came back only when it is said to have arrived after that day: that it had arrived before is nothing new. Once for a payment, by whichever delivery
-- says so first. What another bank's user says raises none. Parameters: table of the judged rows; the delivery.
CREATE FUNCTION payment.raise_concerns(judged name, delivery_number bigint) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET work_mem = '64MB'
  SET jit = off
  AS $$
  BEGIN
    EXECUTE format($query$
      INSERT INTO payment.concern (thai_id, reference, delivery_number, month, cycle_month, authority_code, line_number, programme, payer, adjustment_number,
                                   attempt, district_code, province_code, sensitive, amount)
      SELECT DISTINCT ON (judged.reference) judged.thai_id, judged.reference, $1, judged.month, judged.cycle_month, judged.authority_code, judged.line_number,
             judged.programme, judged.payer, judged.adjustment_number, judged.attempt, payroll.district_code, payroll.province_code, payroll.sensitive,
             judged.amount
        FROM payment.%I AS judged
        JOIN payment.authority_payroll AS payroll
          ON payroll.cycle_month = judged.cycle_month AND payroll.authority_code = judged.authority_code AND payroll.programme = judged.programme
         AND payroll.round = judged.round
        JOIN payment.failure
          ON failure.thai_id = judged.thai_id AND failure.programme = judged.programme AND failure.month = judged.month
         AND failure.adjustment_number = judged.adjustment_number AND failure.payer = judged.payer AND failure.attempt = judged.attempt
       WHERE judged.verdict = 'x' AND judged.outcome = 'credited' AND judged.is_elsewhere IS NULL AND NOT judged.arrived
         AND (failure.kind = 'failed' OR failure.kind = 'returned' AND judged.booked_on > failure.failed_on)
       ORDER BY judged.reference, judged.line_number
      ON CONFLICT ON CONSTRAINT concern_pkey DO NOTHING $query$, judged) USING raise_concerns.delivery_number;
  END
  $$;
COMMENT ON FUNCTION payment.raise_concerns(name, bigint) IS 'raises a concern for each payment that failed and is said to have arrived';

-- What may have arrived twice, by the numbers of payments: it identifies nobody and names no programme (AR2). Parameters: true: only what nobody has answered.
-- Errors: WF001, WF007 neither the Comptroller General's Department nor an administrator.
-- Belongs to the owner: payments are nobody's tables.
CREATE FUNCTION payment.concerns(only_open boolean DEFAULT true)
  RETURNS TABLE (reference text, amount numeric, payer reference.payer_name, month date, cycle_month date, authority_code integer, attempt smallint, later_try text,
                 raised_on date, delivery_number bigint, line_number integer, outcome payment.concern_outcome, answered_on date, answered_by text, document text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  BEGIN
    PERFORM reference.require_duty('treasury', 'administrator');
    IF welfare.duty() IS NOT NULL AND NOT coalesce(welfare.nation(), false) THEN
      PERFORM reference.refuse('WF007', NULL);
    END IF;
    RETURN QUERY
      SELECT lpad(told.reference::text, 15, '0'), told.amount::numeric, told.payer, told.month::date, told.cycle_month::date, told.authority_code, told.attempt,
             told.later_try, told.raised_on, told.delivery_number, told.line_number, told.outcome, told.answered_on, told.answered_by, told.document
        FROM payment.concern_standing AS told
       WHERE concerns.only_open IS NOT TRUE OR told.outcome IS NULL
       ORDER BY told.raised_on, told.reference;
  END
  $$;
COMMENT ON FUNCTION payment.concerns(boolean) IS 'what may have arrived twice, by the numbers of payments';

-- Records what was found out about a concern; a second answer stands beside the first and holds. Parameters: number of the payment; what was found out;
-- where it says so. Answers that it is done. Errors: WF001, WF007, WF010, WF42G there is none.
-- Belongs to the owner, as payment.concerns.
CREATE FUNCTION payment.answer_concern(reference bigint, outcome payment.concern_outcome, document text) RETURNS text
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    asked payment.concern;
    missing text := CASE WHEN answer_concern.reference IS NULL THEN 'reference' WHEN answer_concern.outcome IS NULL THEN 'outcome'
                         WHEN coalesce(btrim(answer_concern.document), '') = '' THEN 'document' END;
  BEGIN
    PERFORM reference.require_duty('treasury', 'administrator');
    IF welfare.duty() IS NOT NULL AND NOT coalesce(welfare.nation(), false) THEN
      PERFORM reference.refuse('WF007', NULL);
    END IF;
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    SELECT * INTO asked FROM payment.concern AS raised WHERE raised.reference = answer_concern.reference FOR UPDATE;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF42G', NULL, answer_concern.reference::text);
    END IF;
    INSERT INTO payment.concern_answer (thai_id, month, programme, payer, outcome, adjustment_number, attempt, answer_number, document)
    SELECT asked.thai_id, asked.month, asked.programme, asked.payer, answer_concern.outcome, asked.adjustment_number, asked.attempt, 1 + count(*),
           btrim(answer_concern.document)
      FROM payment.concern_answer AS earlier
     WHERE earlier.thai_id = asked.thai_id AND earlier.programme = asked.programme AND earlier.month = asked.month
       AND earlier.adjustment_number = asked.adjustment_number AND earlier.payer = asked.payer AND earlier.attempt = asked.attempt;
    RETURN reference.message_text('WF000');
  END
  $$;
COMMENT ON FUNCTION payment.answer_concern(bigint, payment.concern_outcome, text) IS 'records what was found out about money that may have arrived twice';

-- ER13: nothing is in doubt. Parameters: first of month. Answers as payment.check_credited_once.
CREATE FUNCTION payment.check_concerns(month date) RETURNS TABLE (found bigint, example text)
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  SET plan_cache_mode = force_custom_plan
  AS $$
  #variable_conflict use_column
  BEGIN
    RETURN QUERY
      SELECT count(*), min(payment.masked(check_concerns.month, told.authority_code, told.reference, NULL, NULL))
        FROM payment.concern_standing AS told
       WHERE told.month = check_concerns.month AND told.outcome IS NULL;
  END
  $$;
COMMENT ON FUNCTION payment.check_concerns(date) IS 'payments that may have arrived twice, and nobody has found out';

DO $$
BEGIN
  PERFORM payment.add_invariant('concerns', 55::smallint, true, 'payment.check_concerns', 'ไม่มีรายการที่สงสัยว่าเงินเข้าซ้ำและยังไม่มีคำตอบ',
                                'no payment may have arrived twice without an answer (payment.concerns)');
END
$$;

REVOKE ALL ON FUNCTION payment.raise_concerns(name, bigint), payment.concerns(boolean), payment.answer_concern(bigint, payment.concern_outcome, text),
  payment.check_concerns(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.concerns(boolean), payment.answer_concern(bigint, payment.concern_outcome, text) TO welfare_treasury, welfare_admin;

COMMIT;
