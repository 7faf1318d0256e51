-- ER13, DR13, RC9: who carries a month's money out, by what day, and when what did not arrive is tried again; and the accounts it leaves.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

INSERT INTO reference.message (code, message_thai, message_english, hint_thai, hint_english) VALUES
  ('WF400', 'ไม่มีกฎหมายที่กำหนดผู้จ่ายเงินของเดือน %1$s (%2$s)', 'no row of law says who carries out the payments of %1$s (%2$s)',
   'ให้ผู้ดูแลระบบเพิ่มแถวใน reference.disbursement_rule', 'An administrator adds a row to reference.disbursement_rule.');

CREATE TYPE reference.executing_agency AS ENUM ('local_authority', 'treasury');
COMMENT ON TYPE reference.executing_agency IS 'who carries a payment out: the local authority itself, or the Comptroller General''s Department (กรมบัญชีกลาง)';

INSERT INTO reference.label (kind, value, name_thai, name_english) VALUES
  ('executing_agency', 'local_authority', 'องค์กรปกครองส่วนท้องถิ่น', 'local authority'),
  ('executing_agency', 'treasury', 'กรมบัญชีกลาง', 'Comptroller General''s Department');

CREATE TYPE reference.retry_cycle AS ENUM ('next_month', 'next_disbursement');
COMMENT ON TYPE reference.retry_cycle IS 'when a payment that failed and was repaired is tried again: with the next month''s payroll, or with the next disbursement';

CREATE TABLE reference.disbursement_rule (
  payer reference.payer_name NOT NULL,
  valid reference.months NOT NULL,
  executing_agency reference.executing_agency NOT NULL,
  latest_day smallint NOT NULL,
  retry reference.retry_cycle NOT NULL,
  transfers_per_batch integer NOT NULL,
  legal_basis text NOT NULL,
  certainty reference.certainty NOT NULL,
  CONSTRAINT disbursement_rule_one_at_a_time EXCLUDE USING gist (payer WITH =, (valid::daterange) WITH &&),
  CONSTRAINT disbursement_rule_latest_day CHECK (latest_day BETWEEN 1 AND 28),
  CONSTRAINT disbursement_rule_batch CHECK (transfers_per_batch BETWEEN 1 AND 1000000)
);
COMMENT ON TABLE reference.disbursement_rule IS 'who carries out a month''s payments, and by when (ER13, DR13, RC9)';
COMMENT ON COLUMN reference.disbursement_rule.payer IS 'whose money it is';
COMMENT ON COLUMN reference.disbursement_rule.valid IS 'months whose payroll it is';
COMMENT ON COLUMN reference.disbursement_rule.executing_agency IS 'who carries the payments out';
COMMENT ON COLUMN reference.disbursement_rule.latest_day IS 'day of the month by which it is paid; later needs a reason';
COMMENT ON COLUMN reference.disbursement_rule.retry IS 'when a payment that failed is tried again, once repaired';
COMMENT ON COLUMN reference.disbursement_rule.transfers_per_batch IS 'transfers that one bank file takes at most, the end of a payroll apart';
COMMENT ON COLUMN reference.disbursement_rule.legal_basis IS 'regulation or decision';
COMMENT ON COLUMN reference.disbursement_rule.certainty IS 'how sure the fact is';
GRANT SELECT ON reference.disbursement_rule TO PUBLIC;

INSERT INTO reference.disbursement_rule (payer, valid, executing_agency, latest_day, retry, transfers_per_batch, legal_basis, certainty) VALUES
  ('local_authority', '(,2020-01-01)', 'local_authority', 10, 'next_month', 100000,
   'ระเบียบกระทรวงมหาดไทย: อปท. จ่ายภายในวันที่ 10 ของทุกเดือน', 'likely'),
  ('local_authority', '[2020-01-01,)', 'treasury', 10, 'next_month', 100000,
   'ตั้งแต่มกราคม 2563 กรมบัญชีกลางจ่ายตรงแทน อปท. ภายในวันที่ 10 (ระเบียบ พ.ศ. 2566 ข้อ 13)', 'sure'),
  ('welfare_card_fund', '(,)', 'treasury', 10, 'next_month', 100000,
   'กองทุนประชารัฐสวัสดิการ กรมบัญชีกลางเป็นผู้จ่าย', 'likely');

-- The rule of a month's payroll. Parameters: payer; first of month. Errors: WF400 no row covers it.
CREATE FUNCTION reference.disbursement_rule_of(payer reference.payer_name, month date) RETURNS reference.disbursement_rule
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  DECLARE
    held reference.disbursement_rule;
  BEGIN
    SELECT * INTO held FROM reference.disbursement_rule AS rule
     WHERE rule.payer = disbursement_rule_of.payer AND rule.valid::daterange @> disbursement_rule_of.month;
    IF NOT FOUND THEN
      PERFORM reference.refuse('WF400', NULL, coalesce(disbursement_rule_of.month::text, 'NULL'), coalesce(disbursement_rule_of.payer::text, 'NULL'));
    END IF;
    RETURN held;
  END
  $$;
COMMENT ON FUNCTION reference.disbursement_rule_of(reference.payer_name, date) IS 'who carries out a month''s payments, and by when';

CREATE TABLE reference.paying_account (
  executing_agency reference.executing_agency NOT NULL,
  payer reference.payer_name NOT NULL,
  valid daterange NOT NULL,
  authority_code integer,
  bank_code smallint NOT NULL,
  account_number text COLLATE "C" NOT NULL,
  account_name text NOT NULL,
  legal_basis text NOT NULL,
  -- one account a day: the Comptroller General's is of no authority
  CONSTRAINT paying_account_one_at_a_time EXCLUDE USING gist (executing_agency WITH =, payer WITH =, coalesce(authority_code, 0) WITH =, valid WITH &&),
  CONSTRAINT paying_account_bank_fkey FOREIGN KEY (bank_code) REFERENCES reference.bank (bank_code),
  CONSTRAINT paying_account_authority_fkey FOREIGN KEY (authority_code) REFERENCES reference.local_authority (authority_code),
  CONSTRAINT paying_account_authority_pays_itself CHECK ((executing_agency = 'local_authority') = (authority_code IS NOT NULL)),
  CONSTRAINT paying_account_valid_not_empty CHECK (NOT isempty(valid)),
  CONSTRAINT paying_account_digits CHECK (account_number ~ '^[0-9]{1,20}$'),
  CONSTRAINT paying_account_named CHECK (btrim(account_name) <> '' AND btrim(legal_basis) <> '')
);
COMMENT ON TABLE reference.paying_account IS 'accounts that payments leave, by date';
COMMENT ON COLUMN reference.paying_account.executing_agency IS 'who carries the payments out';
COMMENT ON COLUMN reference.paying_account.payer IS 'whose money it is';
COMMENT ON COLUMN reference.paying_account.valid IS 'days of payment';
COMMENT ON COLUMN reference.paying_account.authority_code IS 'the local authority that pays itself; NULL: the Comptroller General''s Department';
COMMENT ON COLUMN reference.paying_account.bank_code IS 'bank of the account';
COMMENT ON COLUMN reference.paying_account.account_number IS 'number of the account, digits only';
COMMENT ON COLUMN reference.paying_account.account_name IS 'name of the account';
COMMENT ON COLUMN reference.paying_account.legal_basis IS 'letter or decision';
-- the head of a file says it to whoever may write one
ALTER TABLE reference.paying_account ENABLE ROW LEVEL SECURITY;

COMMIT;
