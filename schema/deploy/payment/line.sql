-- ER13, DR13: one line per person, programme and month in the nation, by its key; a partition per month.
BEGIN;
SET LOCAL ROLE welfare_owner;

CREATE TABLE payment.line (
  thai_id welfare.thai_id NOT NULL,
  facts welfare.facts NOT NULL,
  month reference.pay_month NOT NULL,
  authority_code integer NOT NULL,
  tariff_id integer NOT NULL,
  programme reference.programme_name NOT NULL,
  way_of_payment reference.way_of_payment NOT NULL,
  budget_type reference.budget_type NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  claim_number smallint NOT NULL,
  age smallint NOT NULL,
  pending_removal boolean NOT NULL,
  allowance reference.baht NOT NULL,
  top_up reference.baht NOT NULL,
  other_payers reference.baht NOT NULL,
  bank_code smallint,
  bank_branch text,
  account_number text,
  account_name text,
  CONSTRAINT line_pkey PRIMARY KEY (thai_id, programme, month)
) PARTITION BY RANGE (month);
COMMENT ON TABLE payment.line IS 'payment lines: what one claim is paid for one month, and what it was computed from';
COMMENT ON COLUMN payment.line.thai_id IS 'the person';
COMMENT ON COLUMN payment.line.facts IS 'facts on which the month was decided, frozen';
COMMENT ON COLUMN payment.line.month IS 'the month';
COMMENT ON COLUMN payment.line.authority_code IS 'local authority that pays';
COMMENT ON COLUMN payment.line.tariff_id IS 'tariff of the month that gave the amount (payment.tariff)';
COMMENT ON COLUMN payment.line.programme IS 'the programme';
COMMENT ON COLUMN payment.line.way_of_payment IS 'way of payment, frozen';
COMMENT ON COLUMN payment.line.budget_type IS 'budget type, frozen';
COMMENT ON COLUMN payment.line.district_code IS 'district of the authority';
COMMENT ON COLUMN payment.line.province_code IS 'province of the authority';
COMMENT ON COLUMN payment.line.claim_number IS 'number of the claim';
COMMENT ON COLUMN payment.line.age IS 'age in complete years that chose the ladder''s step (RC7)';
COMMENT ON COLUMN payment.line.pending_removal IS 'whether the criteria were no longer proved, and the claim is paid until a lawful order ends it (DE7)';
COMMENT ON COLUMN payment.line.allowance IS 'baht that the law makes the authority pay';
COMMENT ON COLUMN payment.line.top_up IS 'baht that the authority adds';
COMMENT ON COLUMN payment.line.other_payers IS 'baht of components that others pay (RC8.2)';
COMMENT ON COLUMN payment.line.bank_code IS 'bank of the account, frozen; NULL: none was on record';
COMMENT ON COLUMN payment.line.bank_branch IS 'its branch, frozen';
COMMENT ON COLUMN payment.line.account_number IS 'number of the account, digits only, frozen';
COMMENT ON COLUMN payment.line.account_name IS 'name of the account, frozen';
ALTER TABLE payment.line ENABLE ROW LEVEL SECURITY;

CREATE TABLE payment.payroll (
  month reference.pay_month NOT NULL,
  programme reference.programme_name NOT NULL,
  lines bigint NOT NULL,
  allowance numeric(16,2) NOT NULL,
  top_up numeric(16,2) NOT NULL,
  other_payers numeric(16,2) NOT NULL,
  prepared_at timestamptz NOT NULL,
  adjusted_at timestamptz,
  prepared_by text NOT NULL,
  CONSTRAINT payroll_pkey PRIMARY KEY (month, programme),
  CONSTRAINT payroll_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme)
);
COMMENT ON TABLE payment.payroll IS 'payrolls (บัญชีรายชื่อผู้มีสิทธิรับเงินประจำเดือน) with their totals';
COMMENT ON COLUMN payment.payroll.month IS 'the month';
COMMENT ON COLUMN payment.payroll.programme IS 'the programme';
COMMENT ON COLUMN payment.payroll.lines IS 'number of payment lines';
COMMENT ON COLUMN payment.payroll.allowance IS 'sum of allowances in baht';
COMMENT ON COLUMN payment.payroll.top_up IS 'sum of top-ups in baht';
COMMENT ON COLUMN payment.payroll.other_payers IS 'sum in baht of components that others pay';
COMMENT ON COLUMN payment.payroll.prepared_at IS 'when it was last prepared';
COMMENT ON COLUMN payment.payroll.adjusted_at IS 'when arrears or recoveries of it were last recorded; NULL: never';
COMMENT ON COLUMN payment.payroll.prepared_by IS 'user who prepared it';
ALTER TABLE payment.payroll ENABLE ROW LEVEL SECURITY;
GRANT SELECT ON payment.payroll TO welfare_admin;
-- Totals by programme tell of health (AR2), and a role alone says nothing of who has taken it.
CREATE POLICY payroll_read ON payment.payroll FOR SELECT TO welfare_admin
  USING (welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY payroll_read ON payment.payroll IS 'administrators see what was prepared';

COMMIT;
