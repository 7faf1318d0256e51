BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('portal.pending_packet', '
  pending_number bigint not null default nextval(''portal.pending_number''::regclass)
  disbursement_number bigint
  delivery_number bigint');
SELECT pg_temp.check_comment('relation', 'portal.pending_packet');
SELECT pg_temp.check_constraint('portal.pending_packet', 'pending_packet_delivery_fkey', 'FOREIGN KEY (delivery_number) REFERENCES payment.bank_delivery(delivery_number)');
SELECT pg_temp.check_constraint('portal.pending_packet', 'pending_packet_disbursement_fkey', 'FOREIGN KEY (disbursement_number) REFERENCES payment.disbursement(disbursement_number)');
SELECT pg_temp.check_constraint('portal.pending_packet', 'pending_packet_names_one', 'CHECK ((num_nonnulls(disbursement_number, delivery_number) = 1))');
SELECT pg_temp.check_constraint('portal.pending_packet', 'pending_packet_pkey', 'PRIMARY KEY (pending_number)');
SELECT pg_temp.check_columns('portal.pending_change', '
  thai_id welfare.thai_id not null
  pending_number bigint not null default nextval(''portal.pending_number''::regclass)
  month reference.pay_month not null
  cycle_month reference.pay_month not null
  effective_on date not null
  authority_code integer not null
  programme reference.programme_name not null
  payer reference.payer_name not null
  state payment.payment_state not null
  adjustment_number smallint not null
  attempt smallint not null
  sensitive boolean not null default false
  amount numeric(12,2) not null
  reason_code text');
SELECT pg_temp.check_comment('relation', 'portal.pending_change');
SELECT pg_temp.check_constraint('portal.pending_change', 'pending_change_no_health_data', 'CHECK ((NOT sensitive))');
SELECT pg_temp.check_constraint('portal.pending_change', 'pending_change_pkey', 'PRIMARY KEY (thai_id, pending_number)');
SELECT pg_temp.check_constraint('portal.pending_change', 'pending_change_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_index('portal.pending_packet_disbursement', 'CREATE INDEX pending_packet_disbursement ON portal.pending_packet USING btree (disbursement_number)');
SELECT pg_temp.check_index('portal.pending_packet_delivery', 'CREATE INDEX pending_packet_delivery ON portal.pending_packet USING btree (delivery_number)');
SELECT pg_temp.check_index('portal.pending_change_number', 'CREATE INDEX pending_change_number ON portal.pending_change USING btree (pending_number)');
SELECT pg_temp.check_function('portal.may_be_told(bigint)',
  'welfare_owner invoker stable returns boolean search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'portal.may_be_told(bigint)');
SELECT pg_temp.check_function('portal.note_packet()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'portal.note_packet()');
SELECT pg_temp.check_function('portal.note_failures()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'portal.note_failures()');
SELECT pg_temp.check_function('portal.note_payouts()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'portal.note_payouts()');
SELECT pg_temp.check_function('portal.note_set_aside()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'portal.note_set_aside()');
SELECT pg_temp.check_function('portal.note_cancellations()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'portal.note_cancellations()');
SELECT pg_temp.check_trigger('payment.cancellation', 'cancellation_note_change', 'CREATE TRIGGER cancellation_note_change AFTER INSERT ON payment.cancellation REFERENCING NEW TABLE AS new_cancellations FOR EACH STATEMENT EXECUTE FUNCTION portal.note_cancellations()');
SELECT pg_temp.check_trigger('payment.failure', 'failure_note_change', 'CREATE TRIGGER failure_note_change AFTER INSERT ON payment.failure REFERENCING NEW TABLE AS new_failures FOR EACH STATEMENT EXECUTE FUNCTION portal.note_failures()');
SELECT pg_temp.check_trigger('payment.set_aside', 'set_aside_note_change', 'CREATE TRIGGER set_aside_note_change AFTER INSERT ON payment.set_aside REFERENCING NEW TABLE AS new_set_aside FOR EACH STATEMENT EXECUTE FUNCTION portal.note_set_aside()');
SELECT pg_temp.check_trigger('payment.disbursement', 'disbursement_note_change', 'CREATE TRIGGER disbursement_note_change AFTER UPDATE ON payment.disbursement FOR EACH ROW WHEN (((old.state <> ''sent''::payment.disbursement_state) AND (new.state = ''sent''::payment.disbursement_state))) EXECUTE FUNCTION portal.note_packet()');
SELECT pg_temp.check_trigger('payment.payout', 'payout_note_change', 'CREATE TRIGGER payout_note_change AFTER INSERT ON payment.payout REFERENCING NEW TABLE AS new_payouts FOR EACH STATEMENT EXECUTE FUNCTION portal.note_payouts()');
SELECT pg_temp.check_trigger('payment.bank_delivery', 'bank_delivery_note_change', 'CREATE TRIGGER bank_delivery_note_change AFTER UPDATE ON payment.bank_delivery FOR EACH ROW WHEN (((old.finished_at IS NULL) AND (new.credited > 0))) EXECUTE FUNCTION portal.note_packet()');
SELECT pg_temp.check_row_security('portal.pending_packet', '');
SELECT pg_temp.check_row_security('portal.pending_change', '');

SELECT pg_temp.check_grants('relation', 'portal.pending_packet', '');
SELECT pg_temp.check_grants('relation', 'portal.pending_change', '');
SELECT pg_temp.check_grants('function', 'portal.may_be_told(bigint)', '');
SELECT pg_temp.check_grants('function', 'portal.note_packet()', '');
SELECT pg_temp.check_grants('function', 'portal.note_failures()', '');
SELECT pg_temp.check_grants('function', 'portal.note_payouts()', '');
SELECT pg_temp.check_grants('function', 'portal.note_set_aside()', '');
SELECT pg_temp.check_grants('function', 'portal.note_cancellations()', '');

ROLLBACK;
