-- ER15: what the Comptroller General's Department cancelled of the dead: owed no longer. Who knows what was paid knows that this was not.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE payment.cancellation (
  thai_id welfare.thai_id NOT NULL,
  cancelled_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  hold_number bigint NOT NULL,
  month reference.pay_month NOT NULL,
  cancelled_on date NOT NULL DEFAULT welfare.business_date(),
  authority_code integer NOT NULL,
  programme reference.programme_name NOT NULL,
  payer reference.payer_name NOT NULL,
  adjustment_number smallint NOT NULL,
  claim_number smallint NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  sensitive boolean NOT NULL,
  amount reference.baht NOT NULL,
  top_up reference.baht NOT NULL,
  reason text NOT NULL,
  source text NOT NULL,
  cancelled_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  CONSTRAINT cancellation_pkey PRIMARY KEY (thai_id, programme, month, adjustment_number, payer),
  CONSTRAINT cancellation_hold_fkey FOREIGN KEY (thai_id, hold_number) REFERENCES payment.hold (thai_id, hold_number),
  CONSTRAINT cancellation_programme_fkey FOREIGN KEY (programme, sensitive) REFERENCES reference.programme (programme, sensitive),
  CONSTRAINT cancellation_amount CHECK (amount > 0 AND top_up <= amount),
  CONSTRAINT cancellation_top_up_is_the_authoritys CHECK (payer = 'local_authority' OR top_up = 0),
  CONSTRAINT cancellation_stated CHECK (btrim(reason) <> '' AND btrim(source) <> '')
);
COMMENT ON TABLE payment.cancellation IS 'unpaid months of the dead that the Comptroller General''s Department cancelled (ER15); evidence. Of a death that is refuted they come back as arrears';
COMMENT ON COLUMN payment.cancellation.thai_id IS 'the person';
COMMENT ON COLUMN payment.cancellation.cancelled_at IS 'when it was recorded';
COMMENT ON COLUMN payment.cancellation.hold_number IS 'hold for the death on which it rests';
COMMENT ON COLUMN payment.cancellation.month IS 'month that is owed no longer';
COMMENT ON COLUMN payment.cancellation.cancelled_on IS 'day';
COMMENT ON COLUMN payment.cancellation.authority_code IS 'local authority';
COMMENT ON COLUMN payment.cancellation.programme IS 'programme';
COMMENT ON COLUMN payment.cancellation.payer IS 'whose money it is';
COMMENT ON COLUMN payment.cancellation.adjustment_number IS '0: the line; else the arrears (payment.adjustment)';
COMMENT ON COLUMN payment.cancellation.claim_number IS 'number of the claim';
COMMENT ON COLUMN payment.cancellation.district_code IS 'district of the authority';
COMMENT ON COLUMN payment.cancellation.province_code IS 'province of the authority';
COMMENT ON COLUMN payment.cancellation.sensitive IS 'whether the programme is health data (AR2)';
COMMENT ON COLUMN payment.cancellation.amount IS 'baht';
COMMENT ON COLUMN payment.cancellation.top_up IS 'of which the authority adds, in baht';
COMMENT ON COLUMN payment.cancellation.reason IS 'why';
COMMENT ON COLUMN payment.cancellation.source IS 'register or list that it relies on';
COMMENT ON COLUMN payment.cancellation.cancelled_by IS 'user who cancelled it';
CREATE INDEX cancellation_month ON payment.cancellation (month);
COMMENT ON INDEX payment.cancellation_month IS 'what was cancelled of a month';
CREATE INDEX cancellation_authority ON payment.cancellation (authority_code, month);
COMMENT ON INDEX payment.cancellation_authority IS 'what was cancelled of an authority';
ALTER TABLE payment.cancellation ENABLE ROW LEVEL SECURITY;
CREATE TRIGGER cancellation_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.cancellation
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER cancellation_no_change ON payment.cancellation IS 'what was cancelled is evidence (ER15)';

DO $$
BEGIN
  PERFORM audit.track('payment.cancellation', '{thai_id,programme,month,adjustment_number}', untracked_columns => '{cancelled_at,cancelled_by}');
END
$$;

COMMIT;
