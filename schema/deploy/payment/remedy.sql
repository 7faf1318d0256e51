-- ER13, ER14: what is done about payments that failed, or were too much: repairs, receipts.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE payment.repair (
  thai_id welfare.thai_id NOT NULL,
  repaired_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  month reference.pay_month NOT NULL,
  repaired_on date NOT NULL DEFAULT welfare.business_date(),
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  payer reference.payer_name NOT NULL,
  way_of_payment reference.way_of_payment NOT NULL,
  adjustment_number smallint NOT NULL,
  attempt smallint NOT NULL,
  bank_code smallint,
  bank_branch text,
  account_number text COLLATE "C",
  account_name text,
  document text NOT NULL,
  repaired_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT repair_pkey PRIMARY KEY (thai_id, programme, month, adjustment_number, payer, attempt),
  CONSTRAINT repair_failure_fkey FOREIGN KEY (thai_id, programme, month, adjustment_number, payer, attempt)
    REFERENCES payment.failure (thai_id, programme, month, adjustment_number, payer, attempt),
  CONSTRAINT repair_bank_fkey FOREIGN KEY (bank_code) REFERENCES reference.bank (bank_code),
  CONSTRAINT repair_account_digits CHECK (account_number ~ '^[0-9]{1,20}$'),
  CONSTRAINT repair_account_whole CHECK (num_nonnulls(bank_code, bank_branch, account_number, account_name)
    = CASE WHEN way_of_payment IN ('cash_in_person', 'cash_to_proxy') THEN 0 ELSE 4 END),
  CONSTRAINT repair_stated CHECK (btrim(document) <> '')
);
COMMENT ON TABLE payment.repair IS 'how payments that failed are to be tried again: to which account, or in cash';
COMMENT ON COLUMN payment.repair.thai_id IS 'the person';
COMMENT ON COLUMN payment.repair.repaired_at IS 'when it was recorded';
COMMENT ON COLUMN payment.repair.month IS 'month for which it is owed';
COMMENT ON COLUMN payment.repair.repaired_on IS 'day';
COMMENT ON COLUMN payment.repair.authority_code IS 'local authority';
COMMENT ON COLUMN payment.repair.programme IS 'programme';
COMMENT ON COLUMN payment.repair.payer IS 'whose money it is';
COMMENT ON COLUMN payment.repair.way_of_payment IS 'way of the next try';
COMMENT ON COLUMN payment.repair.adjustment_number IS '0: the line; else the arrears (payment.adjustment)';
COMMENT ON COLUMN payment.repair.attempt IS 'the try that failed';
COMMENT ON COLUMN payment.repair.bank_code IS 'bank of the account; NULL: cash';
COMMENT ON COLUMN payment.repair.bank_branch IS 'its branch';
COMMENT ON COLUMN payment.repair.account_number IS 'number of the account, digits only';
COMMENT ON COLUMN payment.repair.account_name IS 'name of the account';
COMMENT ON COLUMN payment.repair.document IS 'paper on which it rests';
COMMENT ON COLUMN payment.repair.repaired_by IS 'user who repaired it';

CREATE TABLE payment.receipt (
  thai_id welfare.thai_id NOT NULL,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  month reference.pay_month NOT NULL,
  received_on date NOT NULL,
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  payer reference.payer_name NOT NULL,
  budget_type reference.budget_type NOT NULL,
  adjustment_number smallint NOT NULL,
  receipt_number smallint NOT NULL,
  amount reference.baht NOT NULL,
  top_up reference.baht NOT NULL,
  document text NOT NULL,
  recorded_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT receipt_pkey PRIMARY KEY (thai_id, programme, month, adjustment_number, payer, receipt_number),
  CONSTRAINT receipt_decision_fkey FOREIGN KEY (thai_id, programme, month, adjustment_number)
    REFERENCES payment.recovery_decision (thai_id, programme, month, adjustment_number),
  CONSTRAINT receipt_amount CHECK (amount > 0 AND top_up <= amount),
  CONSTRAINT receipt_top_up_is_the_authoritys CHECK (payer = 'local_authority' OR top_up = 0),
  CONSTRAINT receipt_stated CHECK (btrim(document) <> '')
);
COMMENT ON TABLE payment.receipt IS 'money that came back for recoveries that are due (ER14); evidence';
COMMENT ON COLUMN payment.receipt.thai_id IS 'the person';
COMMENT ON COLUMN payment.receipt.recorded_at IS 'when it was recorded';
COMMENT ON COLUMN payment.receipt.month IS 'month that was paid too much';
COMMENT ON COLUMN payment.receipt.received_on IS 'day on which it was received';
COMMENT ON COLUMN payment.receipt.authority_code IS 'local authority';
COMMENT ON COLUMN payment.receipt.programme IS 'programme';
COMMENT ON COLUMN payment.receipt.payer IS 'whose money it is';
COMMENT ON COLUMN payment.receipt.budget_type IS 'budget type of the allowance to which it goes back';
COMMENT ON COLUMN payment.receipt.adjustment_number IS 'the recovery (payment.adjustment)';
COMMENT ON COLUMN payment.receipt.receipt_number IS '1 for the first receipt of a recovery, counting up';
COMMENT ON COLUMN payment.receipt.amount IS 'baht';
COMMENT ON COLUMN payment.receipt.top_up IS 'of which to what the authority added, in baht';
COMMENT ON COLUMN payment.receipt.document IS 'number of the receipt';
COMMENT ON COLUMN payment.receipt.recorded_by IS 'user who recorded it';

ALTER TABLE payment.repair ENABLE ROW LEVEL SECURITY;
ALTER TABLE payment.receipt ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER repair_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.repair
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER repair_no_change ON payment.repair IS 'how a failure was repaired is evidence';
CREATE TRIGGER receipt_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.receipt
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER receipt_no_change ON payment.receipt IS 'receipts are evidence';

DO $$
BEGIN
  PERFORM audit.track('payment.repair', '{thai_id,programme,month,adjustment_number}', untracked_columns => '{repaired_at,repaired_by}'),
          audit.track('payment.receipt', '{thai_id,programme,month,adjustment_number}', untracked_columns => '{recorded_at,recorded_by}');
END
$$;

COMMIT;
