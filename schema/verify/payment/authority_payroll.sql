BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('payment.payroll_state', 'drafted, reviewed, approved, sealed, sent, closed');
SELECT pg_temp.check_comment('type', 'payment.payroll_state');
SELECT pg_temp.check_columns('payment.authority_payroll', '
  drafted_at timestamp with time zone not null
  settled_at timestamp with time zone
  first_reference bigint
  disbursement_number bigint
  items bigint not null
  transfers bigint not null
  held bigint not null
  cycle_month reference.pay_month not null
  authority_code integer not null
  programme reference.programme_name not null
  state payment.payroll_state not null default ''drafted''::payment.payroll_state
  round smallint not null
  district_code smallint not null
  province_code smallint not null
  sensitive boolean not null
  amount numeric(14,2) not null
  held_amount numeric(14,2) not null
  digest bytea not null
  drafted_by text not null
  late_reason text');
SELECT pg_temp.check_comment('relation', 'payment.authority_payroll');
SELECT pg_temp.check_constraint('payment.authority_payroll', 'authority_payroll_adds_up', 'CHECK (((held >= 0) AND (transfers >= 0) AND (transfers <= items)))');
SELECT pg_temp.check_constraint('payment.authority_payroll', 'authority_payroll_amounts', 'CHECK (((amount >= (0)::numeric) AND (held_amount >= (0)::numeric) AND ((items > 0) OR (amount = (0)::numeric))))');
SELECT pg_temp.check_constraint('payment.authority_payroll', 'authority_payroll_authority_fkey', 'FOREIGN KEY (authority_code) REFERENCES reference.local_authority(authority_code)');
SELECT pg_temp.check_constraint('payment.authority_payroll', 'authority_payroll_digest', 'CHECK ((length(digest) = 32))');
SELECT pg_temp.check_constraint('payment.authority_payroll', 'authority_payroll_numbered', 'CHECK (((state < ''approved''::payment.payroll_state) OR (first_reference IS NOT NULL)))');
SELECT pg_temp.check_constraint('payment.authority_payroll', 'authority_payroll_pkey', 'PRIMARY KEY (cycle_month, authority_code, programme, round)');
SELECT pg_temp.check_constraint('payment.authority_payroll', 'authority_payroll_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_constraint('payment.authority_payroll', 'authority_payroll_round_positive', 'CHECK ((round >= 1))');
SELECT pg_temp.check_constraint('payment.authority_payroll', 'authority_payroll_settled', 'CHECK (((state = ''closed''::payment.payroll_state) = (settled_at IS NOT NULL)))');
SELECT pg_temp.check_constraint('payment.authority_payroll', 'authority_payroll_under_seal', 'CHECK (((state >= ''sealed''::payment.payroll_state) = (disbursement_number IS NOT NULL)))');
SELECT pg_temp.check_columns('payment.payroll_transition', '
  from_state payment.payroll_state not null
  to_state payment.payroll_state not null
  meaning text not null');
SELECT pg_temp.check_comment('relation', 'payment.payroll_transition');
SELECT pg_temp.check_constraint('payment.payroll_transition', 'payroll_transition_pkey', 'PRIMARY KEY (from_state, to_state)');
SELECT pg_temp.check_columns('payment.payroll_step', '
  taken_at timestamp with time zone not null default clock_timestamp()
  disbursement_number bigint
  cycle_month reference.pay_month not null
  taken_on date not null default welfare.business_date()
  authority_code integer not null
  programme reference.programme_name not null
  from_state payment.payroll_state
  to_state payment.payroll_state not null
  signed_as identity.office_name
  round smallint not null
  step_number smallint not null
  digest bytea not null
  order_number text
  remark text
  taken_by text not null');
SELECT pg_temp.check_comment('relation', 'payment.payroll_step');
SELECT pg_temp.check_constraint('payment.payroll_step', 'payroll_step_ordered', 'CHECK (((((to_state = ''approved''::payment.payroll_state) AND (from_state = ''reviewed''::payment.payroll_state)) = (order_number IS NOT NULL)) AND (btrim(order_number) <> ''''::text)))');
SELECT pg_temp.check_constraint('payment.payroll_step', 'payroll_step_payroll_fkey', 'FOREIGN KEY (cycle_month, authority_code, programme, round) REFERENCES payment.authority_payroll(cycle_month, authority_code, programme, round)');
SELECT pg_temp.check_constraint('payment.payroll_step', 'payroll_step_pkey', 'PRIMARY KEY (cycle_month, authority_code, programme, round, step_number)');
SELECT pg_temp.check_constraint('payment.payroll_step', 'payroll_step_signed', 'CHECK (((signed_as IS NULL) OR ((order_number IS NOT NULL) AND (signed_as = ANY (ARRAY[''executive''::identity.office_name, ''delegate''::identity.office_name])))))');
SELECT pg_temp.check_constraint('payment.payroll_step', 'payroll_step_transition_fkey', 'FOREIGN KEY (from_state, to_state) REFERENCES payment.payroll_transition(from_state, to_state)');
SELECT pg_temp.check_columns('payment.counter', '
  name text not null
  last_number bigint not null');
SELECT pg_temp.check_comment('relation', 'payment.counter');
SELECT pg_temp.check_constraint('payment.counter', 'counter_not_negative', 'CHECK ((last_number >= 0))');
SELECT pg_temp.check_constraint('payment.counter', 'counter_pkey', 'PRIMARY KEY (name)');
SELECT pg_temp.check_index('payment.authority_payroll_reference', 'CREATE UNIQUE INDEX authority_payroll_reference ON payment.authority_payroll USING btree (first_reference) WHERE (items > 0)');
SELECT pg_temp.check_index('payment.authority_payroll_unnumbered', 'CREATE INDEX authority_payroll_unnumbered ON payment.authority_payroll USING btree (cycle_month) WHERE (first_reference IS NULL)');
SELECT pg_temp.check_index('payment.authority_payroll_authority', 'CREATE INDEX authority_payroll_authority ON payment.authority_payroll USING btree (authority_code, cycle_month)');
SELECT pg_temp.check_index('payment.authority_payroll_disbursement', 'CREATE INDEX authority_payroll_disbursement ON payment.authority_payroll USING btree (disbursement_number) WHERE (disbursement_number IS NOT NULL)');
SELECT pg_temp.check_index('payment.authority_payroll_open', 'CREATE INDEX authority_payroll_open ON payment.authority_payroll USING btree (cycle_month) WHERE (state < ''sealed''::payment.payroll_state)');
SELECT pg_temp.check_index('payment.authority_payroll_one_open', 'CREATE UNIQUE INDEX authority_payroll_one_open ON payment.authority_payroll USING btree (cycle_month, authority_code, programme) WHERE (state < ''approved''::payment.payroll_state)');
SELECT pg_temp.check_function('payment.guard_payroll()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.guard_payroll()');
SELECT pg_temp.check_function('payment.take_numbers(text,bigint)',
  'welfare_owner invoker volatile returns bigint search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.take_numbers(text,bigint)');
SELECT pg_temp.check_function('payment.number_payrolls()',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'payment.number_payrolls()');
SELECT pg_temp.check_function('payment.number_at_the_end()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'payment.number_at_the_end()');
SELECT pg_temp.check_trigger('payment.authority_payroll', 'authority_payroll_guard', 'CREATE TRIGGER authority_payroll_guard BEFORE INSERT OR UPDATE ON payment.authority_payroll FOR EACH ROW EXECUTE FUNCTION payment.guard_payroll()');
SELECT pg_temp.check_trigger('payment.authority_payroll', 'authority_payroll_no_removal', 'CREATE TRIGGER authority_payroll_no_removal BEFORE DELETE OR TRUNCATE ON payment.authority_payroll FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('payment.authority_payroll', 'authority_payroll_number', 'CREATE CONSTRAINT TRIGGER authority_payroll_number AFTER INSERT OR UPDATE ON payment.authority_payroll DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((new.first_reference IS NULL)) EXECUTE FUNCTION payment.number_at_the_end()');
SELECT pg_temp.check_trigger('payment.payroll_step', 'payroll_step_no_change', 'CREATE TRIGGER payroll_step_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON payment.payroll_step FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_row_security('payment.authority_payroll', 'authority_payroll_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR ((NOT sensitive) AND ((district_code = welfare.district_code()) OR (province_code = welfare.province_code()) OR welfare.nation())) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');
SELECT pg_temp.check_row_security('payment.payroll_step', 'payroll_step_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (welfare.district_code() IS NOT NULL) OR (welfare.province_code() IS NOT NULL) OR welfare.nation())');
SELECT pg_temp.check_row_security('payment.counter', '');

SELECT pg_temp.check_grants('relation', 'payment.authority_payroll', 'welfare_writer SELECT');
SELECT pg_temp.check_grants('relation', 'payment.payroll_transition', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('relation', 'payment.payroll_step', 'welfare_writer SELECT');
SELECT pg_temp.check_grants('relation', 'payment.counter', '');
SELECT pg_temp.check_grants('function', 'payment.guard_payroll()', '');
SELECT pg_temp.check_grants('function', 'payment.take_numbers(text,bigint)', '');
SELECT pg_temp.check_grants('function', 'payment.number_payrolls()', '');
SELECT pg_temp.check_grants('function', 'payment.number_at_the_end()', '');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF401)');
SELECT pg_temp.check_rows('payment.payroll_transition', 'ROW(from_state, to_state)',
  '(approved,sealed)',
  '(drafted,drafted)',
  '(drafted,reviewed)',
  '(reviewed,approved)',
  '(reviewed,drafted)',
  '(sealed,approved)',
  '(sealed,sent)',
  '(sent,closed)');
SELECT pg_temp.check_rows('payment.counter', 'ROW(name, last_number)',
  '(disbursement,0)',
  '(reference,0)');

ROLLBACK;
