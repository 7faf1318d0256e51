BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('payment.payout_capacity', 'beneficiary, representative, after_death');
SELECT pg_temp.check_comment('type', 'payment.payout_capacity');
SELECT pg_temp.check_columns('payment.payout', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  representative_id welfare.thai_id
  month reference.pay_month not null
  cycle_month reference.pay_month not null
  earned_month reference.pay_month
  paid_on date not null
  authority_code integer not null
  programme reference.programme_name not null
  payer reference.payer_name not null
  capacity payment.payout_capacity not null
  adjustment_number smallint not null
  attempt smallint not null
  claim_number smallint not null
  identity_document text not null
  late_reason text
  document text
  recorded_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'payment.payout');
SELECT pg_temp.check_constraint('payment.payout', 'payout_capacity_shown', 'CHECK ((((capacity = ''representative''::payment.payout_capacity) = (representative_id IS NOT NULL)) AND ((capacity = ''after_death''::payment.payout_capacity) = (earned_month IS NOT NULL))))');
SELECT pg_temp.check_constraint('payment.payout', 'payout_earned_before_death', 'CHECK (((earned_month)::date >= (month)::date))');
SELECT pg_temp.check_constraint('payment.payout', 'payout_earned_fkey', 'FOREIGN KEY (thai_id, programme, claim_number, earned_month) REFERENCES registry.earned_month_payment(thai_id, programme, claim_number, month)');
SELECT pg_temp.check_constraint('payment.payout', 'payout_pkey', 'PRIMARY KEY (thai_id, programme, month, adjustment_number, payer, attempt)');
SELECT pg_temp.check_constraint('payment.payout', 'payout_stated', 'CHECK (((btrim(identity_document) <> ''''::text) AND (btrim(late_reason) <> ''''::text) AND (btrim(document) <> ''''::text)))');
SELECT pg_temp.check_constraint('payment.payout', 'payout_verification_fkey', 'FOREIGN KEY (thai_id, programme, month, representative_id) REFERENCES registry.proxy_verification(thai_id, programme, month, representative_id)');
SELECT pg_temp.check_index('payment.payout_authority', 'CREATE INDEX payout_authority ON payment.payout USING btree (authority_code, cycle_month)');
SELECT pg_temp.check_function('payment.guard_payout()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning jit=off');
SELECT pg_temp.check_comment('function', 'payment.guard_payout()');
SELECT pg_temp.check_trigger('payment.payout', 'audit_delete', 'CREATE TRIGGER audit_delete AFTER DELETE ON payment.payout REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''recorded_at,recorded_by'')');
SELECT pg_temp.check_trigger('payment.payout', 'audit_insert', 'CREATE TRIGGER audit_insert AFTER INSERT ON payment.payout REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''recorded_at,recorded_by'')');
SELECT pg_temp.check_trigger('payment.payout', 'audit_truncate', 'CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON payment.payout FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''recorded_at,recorded_by'')');
SELECT pg_temp.check_trigger('payment.payout', 'audit_update', 'CREATE TRIGGER audit_update AFTER UPDATE ON payment.payout REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''recorded_at,recorded_by'')');
SELECT pg_temp.check_trigger('payment.payout', 'payout_guard', 'CREATE TRIGGER payout_guard AFTER INSERT ON payment.payout REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION payment.guard_payout()');
SELECT pg_temp.check_trigger('payment.payout', 'payout_no_change', 'CREATE TRIGGER payout_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.payout FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('payment.payout', '');

SELECT pg_temp.check_grants('relation', 'payment.payout', '');
SELECT pg_temp.check_grants('function', 'payment.guard_payout()', '');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF440)',
  '(WF441)',
  '(WF442)',
  '(WF443)',
  '(WF444)',
  '(WF445)',
  '(WF446)',
  '(WF447)',
  '(WF448)');

ROLLBACK;
