BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('payment.concern_outcome', 'paid_twice, paid_once');
SELECT pg_temp.check_comment('type', 'payment.concern_outcome');
SELECT pg_temp.check_columns('payment.concern', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null default clock_timestamp()
  reference bigint not null
  delivery_number bigint not null
  month reference.pay_month not null
  cycle_month reference.pay_month not null
  raised_on date not null default welfare.business_date()
  authority_code integer not null
  line_number integer not null
  programme reference.programme_name not null
  payer reference.payer_name not null
  adjustment_number smallint not null
  attempt smallint not null
  district_code smallint not null
  province_code smallint not null
  sensitive boolean not null
  amount reference.baht not null');
SELECT pg_temp.check_comment('relation', 'payment.concern');
SELECT pg_temp.check_constraint('payment.concern', 'concern_amount', 'CHECK (((amount)::numeric > (0)::numeric))');
SELECT pg_temp.check_constraint('payment.concern', 'concern_delivery_fkey', 'FOREIGN KEY (delivery_number) REFERENCES payment.bank_delivery(delivery_number)');
SELECT pg_temp.check_constraint('payment.concern', 'concern_failure_fkey', 'FOREIGN KEY (thai_id, programme, month, adjustment_number, payer, attempt) REFERENCES payment.failure(thai_id, programme, month, adjustment_number, payer, attempt)');
SELECT pg_temp.check_constraint('payment.concern', 'concern_pkey', 'PRIMARY KEY (thai_id, programme, month, adjustment_number, payer, attempt)');
SELECT pg_temp.check_columns('payment.concern_answer', '
  thai_id welfare.thai_id not null
  answered_at timestamp with time zone not null default clock_timestamp()
  month reference.pay_month not null
  answered_on date not null default welfare.business_date()
  programme reference.programme_name not null
  payer reference.payer_name not null
  outcome payment.concern_outcome not null
  adjustment_number smallint not null
  attempt smallint not null
  answer_number smallint not null
  document text not null
  answered_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)');
SELECT pg_temp.check_comment('relation', 'payment.concern_answer');
SELECT pg_temp.check_constraint('payment.concern_answer', 'concern_answer_concern_fkey', 'FOREIGN KEY (thai_id, programme, month, adjustment_number, payer, attempt) REFERENCES payment.concern(thai_id, programme, month, adjustment_number, payer, attempt)');
SELECT pg_temp.check_constraint('payment.concern_answer', 'concern_answer_document', 'CHECK (((btrim(document) <> ''''::text) AND (answer_number >= 1)))');
SELECT pg_temp.check_constraint('payment.concern_answer', 'concern_answer_pkey', 'PRIMARY KEY (thai_id, programme, month, adjustment_number, payer, attempt, answer_number)');
SELECT pg_temp.check_columns('payment.concern_standing', '
  thai_id welfare.thai_id
  recorded_at timestamp with time zone
  reference bigint
  delivery_number bigint
  month reference.pay_month
  cycle_month reference.pay_month
  raised_on date
  authority_code integer
  line_number integer
  programme reference.programme_name
  payer reference.payer_name
  adjustment_number smallint
  attempt smallint
  district_code smallint
  province_code smallint
  sensitive boolean
  amount reference.baht
  outcome payment.concern_outcome
  answered_on date
  answered_by text
  document text
  later_try text');
SELECT pg_temp.check_comment('relation', 'payment.concern_standing');
SELECT pg_temp.check_index('payment.concern_reference', 'CREATE UNIQUE INDEX concern_reference ON payment.concern USING btree (reference)');
SELECT pg_temp.check_index('payment.concern_month', 'CREATE INDEX concern_month ON payment.concern USING btree (month)');
SELECT pg_temp.check_function('payment.raise_concerns(name,bigint)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp work_mem=64MB jit=off');
SELECT pg_temp.check_comment('function', 'payment.raise_concerns(name,bigint)');
SELECT pg_temp.check_function('payment.concerns(boolean)',
  'welfare_owner definer stable returns TABLE(reference text, amount numeric, payer reference.payer_name, month date, cycle_month date, authority_code integer, attempt smallint, later_try text, raised_on date, delivery_number bigint, line_number integer, outcome payment.concern_outcome, answered_on date, answered_by text, document text) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.concerns(boolean)');
SELECT pg_temp.check_function('payment.answer_concern(bigint,payment.concern_outcome,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.answer_concern(bigint,payment.concern_outcome,text)');
SELECT pg_temp.check_function('payment.check_concerns(date)',
  'welfare_owner invoker stable returns TABLE(found bigint, example text) search_path=pg_catalog, welfare, pg_temp plan_cache_mode=force_custom_plan');
SELECT pg_temp.check_comment('function', 'payment.check_concerns(date)');
SELECT pg_temp.check_trigger('payment.concern', 'concern_no_change', 'CREATE TRIGGER concern_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.concern FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('payment.concern_answer', 'concern_answer_no_change', 'CREATE TRIGGER concern_answer_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.concern_answer FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('payment.concern', '');
SELECT pg_temp.check_row_security('payment.concern_answer', '');

SELECT pg_temp.check_grants('relation', 'payment.concern', '');
SELECT pg_temp.check_grants('relation', 'payment.concern_answer', '');
SELECT pg_temp.check_grants('relation', 'payment.concern_standing', '');
SELECT pg_temp.check_grants('function', 'payment.raise_concerns(name,bigint)', '');
SELECT pg_temp.check_grants('function', 'payment.concerns(boolean)', 'welfare_admin EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.answer_concern(bigint,payment.concern_outcome,text)', 'welfare_admin EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'payment.check_concerns(date)', '');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF42G)');
SELECT pg_temp.check_rows('payment.invariant', 'ROW(name, "position", by_month, asked_by, meaning_thai)',
  '(concerns,55,t,payment.check_concerns,ไม่มีรายการที่สงสัยว่าเงินเข้าซ้ำและยังไม่มีคำตอบ)');

ROLLBACK;
