-- ER13, EG6.2: what is paid, to whom and how, and what became of it. By these keys nobody is paid twice for a programme, month and payer: a second
-- try needs the failure of the first, and money arrives once for each.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF402', 'รายการจ่ายนี้ได้ผลเป็น %1$s แล้ว', 'that payment has the result %1$s already', NULL, NULL);

CREATE TYPE payment.failure_kind AS ENUM ('held_back', 'failed', 'returned', 'not_collected');
COMMENT ON TYPE payment.failure_kind IS 'how a payment came to nothing: held back before it was handed over; refused by the bank; come back from the account; cash that nobody collected';

-- A payment that came to nothing. It is not partitioned: one in a hundred, and a second try refers to it.
CREATE TABLE payment.failure (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  delivery_number bigint,
  month reference.pay_month NOT NULL,
  cycle_month reference.pay_month NOT NULL,
  failed_on date NOT NULL,
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  payer reference.payer_name NOT NULL,
  kind payment.failure_kind NOT NULL,
  adjustment_number smallint NOT NULL,
  attempt smallint NOT NULL,
  amount numeric(12,2) NOT NULL,
  reason_code text COLLATE "C" NOT NULL,
  bank_text text,
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT failure_pkey PRIMARY KEY (thai_id, programme, month, adjustment_number, payer, attempt),
  CONSTRAINT failure_reason CHECK (reason_code ~ '^[A-Z0-9_]{1,35}$')
);
COMMENT ON TABLE payment.failure IS 'payments that came to nothing, by try; evidence';
COMMENT ON COLUMN payment.failure.thai_id IS 'the person';
COMMENT ON COLUMN payment.failure.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN payment.failure.delivery_number IS 'delivery of bank results that told of it; NULL: no bank did';
COMMENT ON COLUMN payment.failure.month IS 'month for which it is owed';
COMMENT ON COLUMN payment.failure.cycle_month IS 'month with whose money it was tried';
COMMENT ON COLUMN payment.failure.failed_on IS 'day on which it failed';
COMMENT ON COLUMN payment.failure.authority_code IS 'local authority';
COMMENT ON COLUMN payment.failure.programme IS 'programme';
COMMENT ON COLUMN payment.failure.payer IS 'whose money it is';
COMMENT ON COLUMN payment.failure.kind IS 'how';
COMMENT ON COLUMN payment.failure.adjustment_number IS '0: the line; else the arrears (payment.adjustment)';
COMMENT ON COLUMN payment.failure.attempt IS 'which try';
COMMENT ON COLUMN payment.failure.amount IS 'baht';
COMMENT ON COLUMN payment.failure.reason_code IS 'reason, by the external codes of ISO 20022 where a bank gave it';
COMMENT ON COLUMN payment.failure.bank_text IS 'what the bank said';
COMMENT ON COLUMN payment.failure.recorded_by IS 'user, or database role, that recorded it';
CREATE INDEX failure_authority ON payment.failure (authority_code, cycle_month);
COMMENT ON INDEX payment.failure_authority IS 'what an authority has to repair';

CREATE TABLE payment.instruction (
  thai_id welfare.thai_id NOT NULL,
  reference bigint NOT NULL,
  month reference.pay_month NOT NULL,
  cycle_month reference.pay_month NOT NULL,
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  payer reference.payer_name NOT NULL,
  way_of_payment reference.way_of_payment NOT NULL,
  budget_type reference.budget_type NOT NULL,
  adjustment_number smallint NOT NULL,
  attempt smallint NOT NULL,
  previous_attempt smallint,
  round smallint NOT NULL,
  claim_number smallint NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  bank_code smallint,
  sensitive boolean NOT NULL,
  amount reference.baht NOT NULL,
  top_up reference.baht NOT NULL,
  bank_branch text,
  account_number text,
  account_name text,
  late_reason text,
  CONSTRAINT instruction_pkey PRIMARY KEY (thai_id, programme, month, adjustment_number, payer, attempt),
  CONSTRAINT instruction_after_failure FOREIGN KEY (thai_id, programme, month, adjustment_number, payer, previous_attempt)
    REFERENCES payment.failure (thai_id, programme, month, adjustment_number, payer, attempt),
  CONSTRAINT instruction_attempt CHECK (CASE attempt WHEN 1 THEN previous_attempt IS NULL ELSE attempt > 1 AND previous_attempt IS NOT NULL
                                                                                               AND previous_attempt = attempt - 1 END),
  CONSTRAINT instruction_amount CHECK (amount > 0 AND top_up <= amount),
  CONSTRAINT instruction_not_before_its_month CHECK (cycle_month >= month AND adjustment_number >= 0 AND round >= 1),
  CONSTRAINT instruction_transfer_has_account CHECK (way_of_payment IN ('cash_in_person', 'cash_to_proxy')
                                                     OR num_nonnulls(bank_code, bank_branch, account_number, account_name) = 4)
) PARTITION BY RANGE (month);
COMMENT ON TABLE payment.instruction IS 'what approved payrolls pay: each payment with its amount, account and number, frozen';
COMMENT ON COLUMN payment.instruction.thai_id IS 'the person';
COMMENT ON COLUMN payment.instruction.reference IS 'number by which banks and payout lists know it; says nothing of person or programme (AR2)';
COMMENT ON COLUMN payment.instruction.month IS 'month for which it is owed';
COMMENT ON COLUMN payment.instruction.cycle_month IS 'month with whose money it is paid';
COMMENT ON COLUMN payment.instruction.authority_code IS 'local authority';
COMMENT ON COLUMN payment.instruction.programme IS 'programme';
COMMENT ON COLUMN payment.instruction.payer IS 'whose money it is';
COMMENT ON COLUMN payment.instruction.way_of_payment IS 'way of payment';
COMMENT ON COLUMN payment.instruction.budget_type IS 'budget type of the allowance; the top-up is of the authority''s own budget';
COMMENT ON COLUMN payment.instruction.adjustment_number IS '0: the line; else the arrears (payment.adjustment)';
COMMENT ON COLUMN payment.instruction.attempt IS 'which try';
COMMENT ON COLUMN payment.instruction.previous_attempt IS 'the try that failed before it; NULL: the first try';
COMMENT ON COLUMN payment.instruction.round IS 'round of its payroll';
COMMENT ON COLUMN payment.instruction.claim_number IS 'number of the claim';
COMMENT ON COLUMN payment.instruction.district_code IS 'district of the authority';
COMMENT ON COLUMN payment.instruction.province_code IS 'province of the authority';
COMMENT ON COLUMN payment.instruction.bank_code IS 'bank of the account; NULL: cash';
COMMENT ON COLUMN payment.instruction.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN payment.instruction.amount IS 'baht';
COMMENT ON COLUMN payment.instruction.top_up IS 'of which the authority adds, in baht';
COMMENT ON COLUMN payment.instruction.bank_branch IS 'branch of the bank';
COMMENT ON COLUMN payment.instruction.account_number IS 'number of the account, digits only';
COMMENT ON COLUMN payment.instruction.account_name IS 'name of the account';
COMMENT ON COLUMN payment.instruction.late_reason IS 'why it is paid after the day by which it should have been (ER13, DR13); NULL: in time';
CREATE INDEX instruction_reference ON payment.instruction (reference);
COMMENT ON INDEX payment.instruction_reference IS 'a payment by its number';
CREATE INDEX instruction_payroll ON payment.instruction (cycle_month, authority_code, programme);
COMMENT ON INDEX payment.instruction_payroll IS 'what a payroll pays';

-- Money that arrived. Its rows are few columns: banks tell of millions at a time.
CREATE TABLE payment.credit (
  thai_id welfare.thai_id NOT NULL,
  delivery_number bigint,
  month reference.pay_month NOT NULL,
  credited_on date NOT NULL,
  programme reference.programme_name NOT NULL,
  payer reference.payer_name NOT NULL,
  adjustment_number smallint NOT NULL,
  attempt smallint NOT NULL,
  CONSTRAINT credit_pkey PRIMARY KEY (thai_id, programme, month, adjustment_number, payer, attempt)
) PARTITION BY RANGE (month);
COMMENT ON TABLE payment.credit IS 'payments that arrived: credited to the account, or given in cash; evidence';
COMMENT ON COLUMN payment.credit.thai_id IS 'the person';
COMMENT ON COLUMN payment.credit.delivery_number IS 'delivery of bank results that told of it; NULL: cash (payment.payout)';
COMMENT ON COLUMN payment.credit.month IS 'month for which it was owed';
COMMENT ON COLUMN payment.credit.credited_on IS 'day on which it arrived';
COMMENT ON COLUMN payment.credit.programme IS 'programme';
COMMENT ON COLUMN payment.credit.payer IS 'whose money it was';
COMMENT ON COLUMN payment.credit.adjustment_number IS '0: the line; else the arrears (payment.adjustment)';
COMMENT ON COLUMN payment.credit.attempt IS 'which try';

-- What was due when a payroll was approved and did not go with it, so that no approved line is without a trace.
CREATE TYPE payment.set_aside_reason AS ENUM ('held', 'offset');
COMMENT ON TYPE payment.set_aside_reason IS 'why something due was not paid: held; offset against a recovery of the same month, so that nobody is asked for what they never got';
CREATE TABLE payment.set_aside (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  month reference.pay_month NOT NULL,
  cycle_month reference.pay_month NOT NULL,
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  payer reference.payer_name NOT NULL,
  reason payment.set_aside_reason NOT NULL,
  budget_type reference.budget_type NOT NULL,
  adjustment_number smallint NOT NULL,
  attempt smallint NOT NULL,
  round smallint NOT NULL,
  claim_number smallint NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  sensitive boolean NOT NULL,
  amount reference.baht NOT NULL,
  top_up reference.baht NOT NULL,
  hold_reasons payment.hold_reason[],
  -- Of an offset the part is set aside, of a hold all: one row each.
  CONSTRAINT set_aside_pkey PRIMARY KEY (thai_id, programme, month, adjustment_number, payer, attempt, reason),
  CONSTRAINT set_aside_why CHECK ((reason = 'held') = (hold_reasons IS NOT NULL) AND hold_reasons <> '{}'),
  CONSTRAINT set_aside_amount CHECK (amount > 0 AND top_up <= amount)
);
COMMENT ON TABLE payment.set_aside IS 'what was due when a payroll was approved and was held, or offset; evidence';
COMMENT ON COLUMN payment.set_aside.thai_id IS 'the person';
COMMENT ON COLUMN payment.set_aside.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN payment.set_aside.month IS 'month for which it is owed';
COMMENT ON COLUMN payment.set_aside.cycle_month IS 'month whose payroll it was left out of';
COMMENT ON COLUMN payment.set_aside.authority_code IS 'local authority';
COMMENT ON COLUMN payment.set_aside.programme IS 'programme';
COMMENT ON COLUMN payment.set_aside.payer IS 'whose money it is';
COMMENT ON COLUMN payment.set_aside.reason IS 'why';
COMMENT ON COLUMN payment.set_aside.budget_type IS 'budget type of the allowance';
COMMENT ON COLUMN payment.set_aside.adjustment_number IS '0: the line; else the arrears (payment.adjustment)';
COMMENT ON COLUMN payment.set_aside.attempt IS 'the try that would have been paid';
COMMENT ON COLUMN payment.set_aside.round IS 'round of that payroll';
COMMENT ON COLUMN payment.set_aside.claim_number IS 'number of the claim';
COMMENT ON COLUMN payment.set_aside.district_code IS 'district of the authority';
COMMENT ON COLUMN payment.set_aside.province_code IS 'province of the authority';
COMMENT ON COLUMN payment.set_aside.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN payment.set_aside.amount IS 'baht held, or offset';
COMMENT ON COLUMN payment.set_aside.top_up IS 'of which the authority adds, in baht';
COMMENT ON COLUMN payment.set_aside.hold_reasons IS 'what held it; NULL: offset';
CREATE INDEX set_aside_authority ON payment.set_aside (authority_code, programme);
COMMENT ON INDEX payment.set_aside_authority IS 'what an authority has held or offset';

ALTER TABLE payment.failure ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment.instruction ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment.credit ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment.set_aside ENABLE ROW LEVEL SECURITY;

-- Payments, arrivals and failures are neither changed nor removed, whatever path is taken. Errors: WF064.
CREATE FUNCTION payment.refuse_change_of_payment() RETURNS trigger
  LANGUAGE plpgsql
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  BEGIN
    PERFORM reference.refuse('WF064', NULL, TG_TABLE_SCHEMA || '.' || TG_ARGV[0]);
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION payment.refuse_change_of_payment() IS 'refuses to change or remove payments and what became of them';
CREATE TRIGGER instruction_no_change BEFORE UPDATE OR DELETE ON payment.instruction
  FOR EACH ROW EXECUTE FUNCTION payment.refuse_change_of_payment('instruction');
COMMENT ON TRIGGER instruction_no_change ON payment.instruction IS 'what was approved is evidence (ER13)';
CREATE TRIGGER instruction_no_removal BEFORE TRUNCATE ON payment.instruction
  FOR EACH STATEMENT EXECUTE FUNCTION payment.refuse_change_of_payment('instruction');
COMMENT ON TRIGGER instruction_no_removal ON payment.instruction IS 'what was approved is evidence (ER13)';
CREATE TRIGGER credit_no_change BEFORE UPDATE OR DELETE ON payment.credit
  FOR EACH ROW EXECUTE FUNCTION payment.refuse_change_of_payment('credit');
COMMENT ON TRIGGER credit_no_change ON payment.credit IS 'what arrived is evidence (ER13)';
CREATE TRIGGER credit_no_removal BEFORE TRUNCATE ON payment.credit
  FOR EACH STATEMENT EXECUTE FUNCTION payment.refuse_change_of_payment('credit');
COMMENT ON TRIGGER credit_no_removal ON payment.credit IS 'what arrived is evidence (ER13)';
CREATE TRIGGER failure_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.failure
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER failure_no_change ON payment.failure IS 'what failed is evidence (ER13)';
CREATE TRIGGER set_aside_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.set_aside
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER set_aside_no_change ON payment.set_aside IS 'what was held is evidence (ER13)';

-- A payment fails or arrives, not both; what has arrived may come back. One question for all rows of a statement, month by month, so that millions cost no
-- more than they must; loading a month at once fires nothing, and the query that loads it asks the same. Planned each time: what is right for one row
-- is wrong for a million. Errors: WF402.
CREATE FUNCTION payment.guard_failure() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET jit = off
  AS $$
  DECLARE
    owed date;
    wrong text;
  BEGIN
    FOR owed IN SELECT DISTINCT failed.month FROM new_rows AS failed LOOP
      EXECUTE format($query$
        SELECT max(CASE WHEN told.thai_id IS NULL THEN '-' ELSE 'credited' END)
          FROM new_rows AS failed
          LEFT JOIN payment.instruction AS told
            ON told.month = %1$L AND told.thai_id = failed.thai_id AND told.programme = failed.programme
           AND told.adjustment_number = failed.adjustment_number AND told.payer = failed.payer AND told.attempt = failed.attempt
           AND told.amount = failed.amount
          LEFT JOIN payment.credit AS arrived
            ON arrived.month = %1$L AND arrived.thai_id = failed.thai_id AND arrived.programme = failed.programme
           AND arrived.adjustment_number = failed.adjustment_number AND arrived.payer = failed.payer AND arrived.attempt = failed.attempt
           AND failed.kind <> 'returned'
         WHERE failed.month = %1$L AND (told.thai_id IS NULL OR arrived.thai_id IS NOT NULL) $query$, owed) INTO wrong;
      IF wrong IS NOT NULL THEN
        PERFORM reference.refuse('WF402', NULL, wrong);
      END IF;
    END LOOP;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION payment.guard_failure() IS 'a payment fails or arrives, not both';
CREATE TRIGGER failure_guard AFTER INSERT ON payment.failure REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION payment.guard_failure();
COMMENT ON TRIGGER failure_guard ON payment.failure IS 'a payment fails or arrives, not both (ER13)';
CREATE FUNCTION payment.guard_credit() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET jit = off
  AS $$
  DECLARE
    owed date;
    wrong text;
  BEGIN
    FOR owed IN SELECT DISTINCT arrived.month FROM new_rows AS arrived LOOP
      EXECUTE format($query$
        SELECT max(coalesce(failure.kind::text, '-'))
          FROM new_rows AS arrived
          LEFT JOIN payment.instruction AS told
            ON told.month = %1$L AND told.thai_id = arrived.thai_id AND told.programme = arrived.programme
           AND told.adjustment_number = arrived.adjustment_number AND told.payer = arrived.payer AND told.attempt = arrived.attempt
          LEFT JOIN payment.failure
            ON failure.month = %1$L AND failure.thai_id = arrived.thai_id AND failure.programme = arrived.programme
           AND failure.adjustment_number = arrived.adjustment_number AND failure.payer = arrived.payer AND failure.attempt = arrived.attempt
         WHERE arrived.month = %1$L AND (told.thai_id IS NULL OR failure.thai_id IS NOT NULL) $query$, owed) INTO wrong;
      IF wrong IS NOT NULL THEN
        PERFORM reference.refuse('WF402', NULL, wrong);
      END IF;
    END LOOP;
    RETURN NULL;
  END
  $$;
COMMENT ON FUNCTION payment.guard_credit() IS 'a payment that failed does not arrive';
CREATE TRIGGER credit_guard AFTER INSERT ON payment.credit REFERENCING NEW TABLE AS new_rows
  FOR EACH STATEMENT EXECUTE FUNCTION payment.guard_credit();
COMMENT ON TRIGGER credit_guard ON payment.credit IS 'a payment that failed does not arrive (ER13)';

-- Guards a month's partition of arrivals as its parent is: a statement that names the partition fires its triggers, not the parent's. Parameters: first
-- of month.
CREATE FUNCTION payment.guard_partition(month date) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    partition_name text := to_char(guard_partition.month, '"credit_"YYYY_MM');
  BEGIN
    EXECUTE format('CREATE TRIGGER credit_guard AFTER INSERT ON payment.%I REFERENCING NEW TABLE AS new_rows
                      FOR EACH STATEMENT EXECUTE FUNCTION payment.guard_credit()', partition_name);
    EXECUTE format('COMMENT ON TRIGGER credit_guard ON payment.%I IS %L', partition_name, 'a payment that failed does not arrive (ER13)');
  END
  $$;
COMMENT ON FUNCTION payment.guard_partition(date) IS 'guards a month''s partition of arrivals as its parent is';

-- Makes sure that a month has its partitions of payments and of arrivals. Parameters: first of month. Belongs to the owner, and no role may call
-- it by itself: two that need the same month wait for each other.
CREATE FUNCTION payment.require_partition(parent name, month date) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    partition_name text := parent || to_char(require_partition.month, '"_"YYYY_MM');
  BEGIN
    IF to_regclass(format('payment.%I', partition_name)) IS NOT NULL THEN
      RETURN;
    END IF;
    PERFORM pg_advisory_xact_lock(hashtext('payment.partition'), require_partition.month - DATE '1900-01-01');
    IF to_regclass(format('payment.%I', partition_name)) IS NULL THEN
      EXECUTE format('CREATE TABLE payment.%I (LIKE payment.%I INCLUDING DEFAULTS INCLUDING CONSTRAINTS)', partition_name, parent);
      EXECUTE format('ALTER TABLE payment.%I ATTACH PARTITION payment.%I FOR VALUES FROM (%L) TO (%L)',
                     parent, partition_name, require_partition.month, reference.month_after(require_partition.month));
      PERFORM payment.guard_partition(parent, partition_name);
      EXECUTE format('COMMENT ON TABLE payment.%I IS %L', partition_name,
                     CASE parent WHEN 'credit' THEN 'payments that arrived, for ' ELSE 'payments for ' END || to_char(require_partition.month, 'YYYY-MM'));
      IF parent = 'credit' THEN
        PERFORM payment.guard_partition(require_partition.month);
      END IF;
    END IF;
  END
  $$;
COMMENT ON FUNCTION payment.require_partition(name, date) IS 'makes sure that a month has its partition';

-- Makes a loaded table a month's partition: its key, its NOT NULLs and its checks in one pass, then attached, so that the parent is never locked
-- against readers. Parameters: parent in the schema payment; first of month. The table is named as payment.require_partition names it.
CREATE FUNCTION payment.attach_partition(parent name, month date) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    partition_name text := parent || to_char(attach_partition.month, '"_"YYYY_MM');
    parent_table regclass := format('payment.%I', parent)::regclass;
  BEGIN
    EXECUTE format('ALTER TABLE payment.%I %s, %s, ADD CONSTRAINT %I CHECK (month >= %L AND month < %L)', partition_name,
                   (SELECT string_agg(format('ALTER %I SET NOT NULL', attname), ', ' ORDER BY attnum)
                      FROM pg_attribute WHERE attrelid = parent_table AND attnum > 0 AND NOT attisdropped AND attnotnull),
                   (SELECT string_agg(format('ADD CONSTRAINT %I %s', CASE contype WHEN 'p' THEN partition_name || '_pkey' ELSE conname::text END,
                                             pg_get_constraintdef(oid)), ', ' ORDER BY contype DESC, conname)
                      FROM pg_constraint WHERE conrelid = parent_table AND contype IN ('p', 'c')),
                   partition_name || '_month', attach_partition.month, reference.month_after(attach_partition.month));
    EXECUTE format('ALTER TABLE payment.%I ATTACH PARTITION payment.%I FOR VALUES FROM (%L) TO (%L)',
                   parent, partition_name, attach_partition.month, reference.month_after(attach_partition.month));
    EXECUTE format('ALTER TABLE payment.%I DROP CONSTRAINT %I', partition_name, partition_name || '_month');
    PERFORM payment.guard_partition(parent, partition_name);
    EXECUTE format('ANALYZE payment.%I', partition_name);
    EXECUTE format('COMMENT ON TABLE payment.%I IS %L', partition_name,
                   CASE parent WHEN 'credit' THEN 'payments that arrived, for ' ELSE 'payments for ' END || to_char(attach_partition.month, 'YYYY-MM'));
    IF parent = 'credit' THEN
      PERFORM payment.guard_partition(attach_partition.month);
    END IF;
  END
  $$;
COMMENT ON FUNCTION payment.attach_partition(name, date) IS 'makes a loaded table a month''s partition';

REVOKE ALL ON FUNCTION payment.attach_partition(name, date), payment.refuse_change_of_payment(), payment.guard_failure(), payment.guard_credit(),
  payment.guard_partition(date), payment.require_partition(name, date) FROM PUBLIC;

COMMIT;
