-- ER13: where the money is, to the satang. Every entry takes an amount from one account and gives it to another; nothing is changed or removed.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE payment.ledger_account AS ENUM ('budget', 'entitled', 'arrears', 'held', 'sent', 'paid', 'returned', 'cancelled', 'recovered');
COMMENT ON TYPE payment.ledger_account IS 'where money is: in the budget; owed for a month, or for an earlier one (arrears); held; handed over and not yet arrived; paid, which is arrived; come back; cancelled, which is owed no longer; recovered';

CREATE TYPE payment.ledger_step AS ENUM ('approved', 'held', 'released', 'held_back', 'sent', 'credited', 'failed', 'returned', 'cancelled', 'reinstated', 'offset',
                                         'recovered', 'corrected');
COMMENT ON TYPE payment.ledger_step IS 'what moved it: approval by order; held or released at it; held back before the seal; handed over; arrived; failed; come back after arrival; cancelled, and reinstated; offset against a recovery; recovered; a correction of a wrong entry';

CREATE TABLE payment.ledger_entry (
  entry_number bigint GENERATED ALWAYS AS IDENTITY,
  recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  event_at timestamptz NOT NULL,
  disbursement_number bigint,
  delivery_number bigint,
  items bigint NOT NULL,
  corrects bigint,
  cycle_month reference.pay_month NOT NULL,
  month reference.pay_month NOT NULL,
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  payer reference.payer_name NOT NULL,
  budget_type reference.budget_type,
  step payment.ledger_step NOT NULL,
  debit payment.ledger_account NOT NULL,
  credit payment.ledger_account NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  sensitive boolean NOT NULL,
  amount numeric(12,2) NOT NULL,
  remark text,
  posted_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT ledger_entry_pkey PRIMARY KEY (entry_number),
  CONSTRAINT ledger_entry_authority_fkey FOREIGN KEY (authority_code) REFERENCES reference.local_authority (authority_code),
  CONSTRAINT ledger_entry_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive),
  CONSTRAINT ledger_entry_corrects_fkey FOREIGN KEY (corrects) REFERENCES payment.ledger_entry (entry_number),
  CONSTRAINT ledger_entry_two_accounts CHECK (debit <> credit),
  CONSTRAINT ledger_entry_amount_positive CHECK (amount > 0 AND items >= 0),
  -- another payer's money is of no authority's budget (RC8.2)
  CONSTRAINT ledger_entry_budget CHECK ((payer = 'local_authority') = (budget_type IS NOT NULL)),
  CONSTRAINT ledger_entry_correction CHECK ((step = 'corrected') = (corrects IS NOT NULL) AND (corrects IS NULL OR btrim(remark) <> '' AND remark IS NOT NULL))
);
COMMENT ON TABLE payment.ledger_entry IS 'the ledger (บัญชีแยกประเภท): each entry debits one account and credits another by the same amount; the payments are its sub-ledger';
COMMENT ON COLUMN payment.ledger_entry.entry_number IS 'number of the entry';
COMMENT ON COLUMN payment.ledger_entry.recorded_at IS 'when it was posted';
COMMENT ON COLUMN payment.ledger_entry.event_at IS 'when what it posts happened: the order, the hand-over, the day the bank booked it';
COMMENT ON COLUMN payment.ledger_entry.disbursement_number IS 'disbursement it belongs to; NULL: none';
COMMENT ON COLUMN payment.ledger_entry.delivery_number IS 'delivery of bank results it posts; NULL: none';
COMMENT ON COLUMN payment.ledger_entry.items IS 'how many payments it sums up';
COMMENT ON COLUMN payment.ledger_entry.corrects IS 'the entry that it corrects; NULL: none';
COMMENT ON COLUMN payment.ledger_entry.cycle_month IS 'month with whose money it is paid';
COMMENT ON COLUMN payment.ledger_entry.month IS 'month for which it is owed';
COMMENT ON COLUMN payment.ledger_entry.authority_code IS 'local authority';
COMMENT ON COLUMN payment.ledger_entry.programme IS 'programme';
COMMENT ON COLUMN payment.ledger_entry.payer IS 'whose money it is';
COMMENT ON COLUMN payment.ledger_entry.budget_type IS 'budget of the authority; NULL: another payer''s money';
COMMENT ON COLUMN payment.ledger_entry.step IS 'what moved it';
COMMENT ON COLUMN payment.ledger_entry.debit IS 'account that receives it';
COMMENT ON COLUMN payment.ledger_entry.credit IS 'account that gives it';
COMMENT ON COLUMN payment.ledger_entry.district_code IS 'district of the authority';
COMMENT ON COLUMN payment.ledger_entry.province_code IS 'province of the authority';
COMMENT ON COLUMN payment.ledger_entry.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN payment.ledger_entry.amount IS 'baht';
COMMENT ON COLUMN payment.ledger_entry.remark IS 'why, of a correction';
COMMENT ON COLUMN payment.ledger_entry.posted_by IS 'user, or database role, that posted it';
-- a second correction of the same entry would undo what the first has put right
CREATE UNIQUE INDEX ledger_entry_corrected_once ON payment.ledger_entry (corrects) WHERE corrects IS NOT NULL;
COMMENT ON INDEX payment.ledger_entry_corrected_once IS 'an entry is corrected once';
CREATE INDEX ledger_entry_month ON payment.ledger_entry (month, authority_code);
COMMENT ON INDEX payment.ledger_entry_month IS 'entries of a month';
CREATE INDEX ledger_entry_delivery ON payment.ledger_entry (delivery_number) WHERE delivery_number IS NOT NULL;
COMMENT ON INDEX payment.ledger_entry_delivery IS 'entries that post a delivery of bank results';
CREATE INDEX ledger_entry_disbursement ON payment.ledger_entry (disbursement_number) WHERE disbursement_number IS NOT NULL;
COMMENT ON INDEX payment.ledger_entry_disbursement IS 'entries of a disbursement';
ALTER TABLE payment.ledger_entry ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER ledger_entry_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.ledger_entry
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER ledger_entry_no_change ON payment.ledger_entry IS 'a ledger is not rewritten: a wrong entry is corrected by another';
GRANT SELECT ON payment.ledger_entry TO welfare_writer;
-- AR2: above the authority the entries of what is health data are an administrator's.
CREATE POLICY ledger_entry_read ON payment.ledger_entry FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code()
         OR NOT sensitive AND (district_code = welfare.district_code() OR province_code = welfare.province_code() OR welfare.nation())
         OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY ledger_entry_read ON payment.ledger_entry IS 'functions that act for a user see what the user''s scope covers';

-- The budgets that a payment burdens: the allowance that of the claim, the top-up the authority's own (IS8.5); another payer's money none.
-- Parameters: payer; budget type of the claim; baht; of which the authority adds.
CREATE FUNCTION payment.budget_parts(payer reference.payer_name, budget_type reference.budget_type, amount numeric, top_up numeric)
  RETURNS TABLE (budget reference.budget_type, baht numeric)
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT part.budget, part.baht
      FROM (VALUES (CASE budget_parts.payer WHEN 'local_authority' THEN budget_parts.budget_type END, budget_parts.amount - budget_parts.top_up),
                   ('own'::reference.budget_type, budget_parts.top_up)) AS part (budget, baht)
     WHERE part.baht > 0;
  END;
COMMENT ON FUNCTION payment.budget_parts(reference.payer_name, reference.budget_type, numeric, numeric) IS 'the budgets that a payment burdens';
REVOKE ALL ON FUNCTION payment.budget_parts(reference.payer_name, reference.budget_type, numeric, numeric) FROM PUBLIC;

COMMIT;
