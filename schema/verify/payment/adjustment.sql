BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('payment.adjustment_kind', 'arrears, recovery');
SELECT pg_temp.check_comment('type', 'payment.adjustment_kind');
SELECT pg_temp.check_enumeration('payment.adjustment_standing', 'payable, proposed, due, not_recovered, settled');
SELECT pg_temp.check_comment('type', 'payment.adjustment_standing');
SELECT pg_temp.check_enumeration('payment.recovery_outcome', 'due, not_recovered');
SELECT pg_temp.check_comment('type', 'payment.recovery_outcome');
SELECT pg_temp.check_enumeration('payment.adjustment_cause', 'rate_changed, rule_changed, fact_changed, birth_date_changed, claim_dates_changed, top_up_changed, late_claim, late_disposal, death, held_released, wrong_id, adjustment_undone, never_entitled');
SELECT pg_temp.check_comment('type', 'payment.adjustment_cause');
SELECT pg_temp.check_columns('payment.adjustment', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null
  month reference.pay_month not null
  authority_code integer not null
  programme reference.programme_name not null
  kind payment.adjustment_kind not null
  cause payment.adjustment_cause not null
  adjustment_number smallint not null
  claim_number smallint not null
  district_code smallint not null
  province_code smallint not null
  sensitive boolean not null
  allowance numeric(12,2) not null
  top_up numeric(12,2) not null
  other_payers numeric(12,2) not null
  rule jsonb not null
  recorded_by text not null');
SELECT pg_temp.check_comment('relation', 'payment.adjustment');
SELECT pg_temp.check_constraint('payment.adjustment', 'adjustment_claim_fkey', 'FOREIGN KEY (thai_id, programme, claim_number) REFERENCES registry.claim(thai_id, programme, claim_number)');
SELECT pg_temp.check_constraint('payment.adjustment', 'adjustment_number_positive', 'CHECK ((adjustment_number >= 1))');
SELECT pg_temp.check_constraint('payment.adjustment', 'adjustment_pkey', 'PRIMARY KEY (thai_id, programme, month, adjustment_number)');
SELECT pg_temp.check_constraint('payment.adjustment', 'adjustment_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_constraint('payment.adjustment', 'adjustment_sign', 'CHECK (
CASE kind
    WHEN ''arrears''::payment.adjustment_kind THEN (((LEAST(allowance, top_up, other_payers) = (0)::numeric) AND (GREATEST(allowance, top_up, other_payers) > (0)::numeric)) OR (LEAST(allowance, top_up, other_payers) > (0)::numeric))
    ELSE (((GREATEST(allowance, top_up, other_payers) = (0)::numeric) AND (LEAST(allowance, top_up, other_payers) < (0)::numeric)) OR (GREATEST(allowance, top_up, other_payers) < (0)::numeric))
END)');
SELECT pg_temp.check_columns('payment.recovery_decision', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  month reference.pay_month not null
  decided_on date not null
  authority_code integer not null
  programme reference.programme_name not null
  outcome payment.recovery_outcome not null
  signed_as identity.office_name
  adjustment_number smallint not null
  district_code smallint not null
  province_code smallint not null
  sensitive boolean not null
  order_number text not null
  reason text not null
  decided_by text not null default welfare.principal()');
SELECT pg_temp.check_comment('relation', 'payment.recovery_decision');
SELECT pg_temp.check_constraint('payment.recovery_decision', 'recovery_decision_adjustment_fkey', 'FOREIGN KEY (thai_id, programme, month, adjustment_number) REFERENCES payment.adjustment(thai_id, programme, month, adjustment_number)');
SELECT pg_temp.check_constraint('payment.recovery_decision', 'recovery_decision_pkey', 'PRIMARY KEY (thai_id, programme, month, adjustment_number)');
SELECT pg_temp.check_constraint('payment.recovery_decision', 'recovery_decision_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_constraint('payment.recovery_decision', 'recovery_decision_signed', 'CHECK ((signed_as = ANY (ARRAY[''executive''::identity.office_name, ''delegate''::identity.office_name])))');
SELECT pg_temp.check_constraint('payment.recovery_decision', 'recovery_decision_stated', 'CHECK (((btrim(order_number) <> ''''::text) AND (btrim(reason) <> ''''::text)))');
SELECT pg_temp.check_index('payment.adjustment_month', 'CREATE INDEX adjustment_month ON payment.adjustment USING btree (month, thai_id, programme)');
SELECT pg_temp.check_index('payment.adjustment_authority', 'CREATE INDEX adjustment_authority ON payment.adjustment USING btree (authority_code, month)');
SELECT pg_temp.check_function('payment.write_decision(integer[],welfare.thai_id,reference.programme_name,date,integer,payment.recovery_outcome,text,text,date,identity.office_name)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.write_decision(integer[],welfare.thai_id,reference.programme_name,date,integer,payment.recovery_outcome,text,text,date,identity.office_name)');
SELECT pg_temp.check_function('payment.decide_recovery(welfare.thai_id,reference.programme_name,date,integer,payment.recovery_outcome,text,text,date)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.decide_recovery(welfare.thai_id,reference.programme_name,date,integer,payment.recovery_outcome,text,text,date)');
SELECT pg_temp.check_trigger('payment.adjustment', 'adjustment_no_change', 'CREATE TRIGGER adjustment_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.adjustment FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('payment.recovery_decision', 'audit_delete', 'CREATE TRIGGER audit_delete AFTER DELETE ON payment.recovery_decision REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''recorded_at,decided_by'')');
SELECT pg_temp.check_trigger('payment.recovery_decision', 'audit_insert', 'CREATE TRIGGER audit_insert AFTER INSERT ON payment.recovery_decision REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''recorded_at,decided_by'')');
SELECT pg_temp.check_trigger('payment.recovery_decision', 'audit_truncate', 'CREATE TRIGGER audit_truncate BEFORE TRUNCATE ON payment.recovery_decision FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''recorded_at,decided_by'')');
SELECT pg_temp.check_trigger('payment.recovery_decision', 'audit_update', 'CREATE TRIGGER audit_update AFTER UPDATE ON payment.recovery_decision REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit.record_change(''thai_id,programme,month,adjustment_number'', '''', ''recorded_at,decided_by'')');
SELECT pg_temp.check_trigger('payment.recovery_decision', 'recovery_decision_no_change', 'CREATE TRIGGER recovery_decision_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.recovery_decision FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('payment.adjustment', 'adjustment_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR ((NOT sensitive) AND ((district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');
SELECT pg_temp.check_row_security('payment.recovery_decision', 'recovery_decision_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR ((NOT sensitive) AND ((district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

SELECT pg_temp.check_grants('relation', 'payment.adjustment', 'welfare_writer SELECT');
SELECT pg_temp.check_grants('relation', 'payment.recovery_decision', 'welfare_writer SELECT');
SELECT pg_temp.check_grants('function', 'payment.write_decision(integer[],welfare.thai_id,reference.programme_name,date,integer,payment.recovery_outcome,text,text,date,identity.office_name)', '');
SELECT pg_temp.check_grants('function', 'payment.decide_recovery(welfare.thai_id,reference.programme_name,date,integer,payment.recovery_outcome,text,text,date)', 'welfare_authority EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF360)',
  '(WF361)',
  '(WF362)',
  '(WF363)',
  '(WF364)',
  '(WF365)');

ROLLBACK;
