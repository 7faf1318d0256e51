BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('registry.submission_state', 'submitted, opined, considered, waiting, awaiting_takeover, recorded, started, rejected, stopped, declined, superseded, lapsed');
SELECT pg_temp.check_comment('type', 'registry.submission_state');
SELECT pg_temp.check_enumeration('registry.submission_step_kind', 'receipt, opinion, vote, order, check, facts, takeover, supersession, lapse');
SELECT pg_temp.check_comment('type', 'registry.submission_step_kind');
SELECT pg_temp.check_enumeration('registry.submission_outcome', 'wanted, not_wanted, complete, to_be_checked, lacks_qualification, should_accept, should_not, accept, reject, other, proved, unmet, undecided, supplied, taken_over, moved, lapsed');
SELECT pg_temp.check_comment('type', 'registry.submission_outcome');
SELECT pg_temp.check_columns('registry.submission_transition', '
  from_state registry.submission_state not null
  kind registry.submission_step_kind not null
  outcome registry.submission_outcome not null
  to_state registry.submission_state not null
  offices identity.office_name[]');
SELECT pg_temp.check_comment('relation', 'registry.submission_transition');
SELECT pg_temp.check_constraint('registry.submission_transition', 'submission_transition_pkey', 'PRIMARY KEY (from_state, kind, outcome, to_state)');
SELECT pg_temp.check_columns('registry.submission_register', '
  authority_code integer not null
  fiscal_year reference.fiscal_year not null
  last_number integer not null');
SELECT pg_temp.check_comment('relation', 'registry.submission_register');
SELECT pg_temp.check_constraint('registry.submission_register', 'submission_register_authority_fkey', 'FOREIGN KEY (authority_code) REFERENCES reference.local_authority(authority_code)');
SELECT pg_temp.check_constraint('registry.submission_register', 'submission_register_pkey', 'PRIMARY KEY (authority_code, fiscal_year)');
SELECT pg_temp.check_columns('registry.submission', '
  thai_id welfare.thai_id not null
  birth_date welfare.birth_date not null
  facts welfare.facts not null default ''{}''::welfare.facts
  created_at timestamp with time zone not null default clock_timestamp()
  certified_at timestamp with time zone
  consented_at timestamp with time zone
  submission_number bigint not null default nextval(''registry.submission_number_sequence''::regclass)
  programme reference.programme_name not null
  authority_code integer not null
  received_on date not null
  moved_in_on date
  ordered_on date
  expected_first_month reference.pay_month
  first_month reference.pay_month
  slip_year reference.fiscal_year not null
  slip_number integer not null
  state registry.submission_state not null default ''submitted''::registry.submission_state
  channel reference.submission_channel_name not null
  capacity reference.legal_capacity not null default ''full''::reference.legal_capacity
  district_code smallint not null
  province_code smallint not null
  claim_number smallint
  certification_version smallint
  consent_version smallint
  steps smallint not null default 0
  round smallint not null default 1
  sensitive boolean not null
  wants_allowance boolean not null
  imprisoned boolean not null default false
  title text not null
  first_name text not null
  last_name text not null
  written_at text
  order_number text
  undecided text[]
  evidence text[] not null
  actor jsonb
  certifier jsonb
  form jsonb not null');
SELECT pg_temp.check_comment('relation', 'registry.submission');
SELECT pg_temp.check_constraint('registry.submission', 'submission_accepted_by_order', 'CHECK (((state <> ALL (ARRAY[''waiting''::registry.submission_state, ''awaiting_takeover''::registry.submission_state, ''recorded''::registry.submission_state, ''started''::registry.submission_state, ''stopped''::registry.submission_state])) OR (num_nulls(ordered_on, first_month, order_number) = 0)))');
SELECT pg_temp.check_constraint('registry.submission', 'submission_actor_stated', 'CHECK (((channel = ''in_person''::reference.submission_channel_name) = (actor IS NULL)))');
SELECT pg_temp.check_constraint('registry.submission', 'submission_authority_fkey', 'FOREIGN KEY (authority_code, district_code, province_code) REFERENCES reference.local_authority(authority_code, district_code, province_code)');
SELECT pg_temp.check_constraint('registry.submission', 'submission_claim_fkey', 'FOREIGN KEY (thai_id, programme, claim_number) REFERENCES registry.claim(thai_id, programme, claim_number)');
SELECT pg_temp.check_constraint('registry.submission', 'submission_claim_with_state', 'CHECK (((state <> ALL (ARRAY[''recorded''::registry.submission_state, ''started''::registry.submission_state])) OR (claim_number IS NOT NULL)))');
SELECT pg_temp.check_constraint('registry.submission', 'submission_pkey', 'PRIMARY KEY (thai_id, programme, submission_number)');
SELECT pg_temp.check_constraint('registry.submission', 'submission_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_constraint('registry.submission', 'submission_statements', 'CHECK (((NOT wants_allowance) OR (num_nulls(certification_version, certified_at, consent_version, consented_at) = 0)))');
SELECT pg_temp.check_constraint('registry.submission', 'submission_thai_id_of_person', 'CHECK (((welfare.thai_id_category(thai_id) >= 1) AND (welfare.thai_id_category(thai_id) <= 8)))');
SELECT pg_temp.check_constraint('registry.submission', 'submission_wanted', 'CHECK ((wants_allowance OR (state = ANY (ARRAY[''submitted''::registry.submission_state, ''declined''::registry.submission_state]))))');
SELECT pg_temp.check_columns('registry.submission_step', '
  thai_id welfare.thai_id not null
  recorded_at timestamp with time zone not null
  submission_number bigint not null
  programme reference.programme_name not null
  authority_code integer not null
  taken_on date not null
  first_month reference.pay_month
  kind registry.submission_step_kind not null
  outcome registry.submission_outcome not null
  from_state registry.submission_state not null
  to_state registry.submission_state not null
  office identity.office_name
  step_number smallint not null
  round smallint not null
  user_name text not null
  document text
  remark text');
SELECT pg_temp.check_comment('relation', 'registry.submission_step');
SELECT pg_temp.check_constraint('registry.submission_step', 'submission_step_pkey', 'PRIMARY KEY (thai_id, programme, submission_number, step_number)');
SELECT pg_temp.check_constraint('registry.submission_step', 'submission_step_submission_fkey', 'FOREIGN KEY (thai_id, programme, submission_number) REFERENCES registry.submission(thai_id, programme, submission_number)');
SELECT pg_temp.check_index('registry.submission_one_open', 'CREATE UNIQUE INDEX submission_one_open ON registry.submission USING btree (thai_id, programme) WHERE ((NOT sensitive) AND (state = ANY (ARRAY[''submitted''::registry.submission_state, ''opined''::registry.submission_state, ''considered''::registry.submission_state, ''waiting''::registry.submission_state, ''awaiting_takeover''::registry.submission_state])))');
SELECT pg_temp.check_index('registry.submission_one_open_apart', 'CREATE UNIQUE INDEX submission_one_open_apart ON registry.submission USING btree (thai_id, programme, authority_code) WHERE (sensitive AND (state = ANY (ARRAY[''submitted''::registry.submission_state, ''opined''::registry.submission_state, ''considered''::registry.submission_state, ''waiting''::registry.submission_state, ''awaiting_takeover''::registry.submission_state])))');
SELECT pg_temp.check_index('registry.submission_authority_code', 'CREATE INDEX submission_authority_code ON registry.submission USING btree (authority_code, received_on)');
SELECT pg_temp.check_index('registry.submission_waiting', 'CREATE INDEX submission_waiting ON registry.submission USING btree (first_month) WHERE (state = ''waiting''::registry.submission_state)');
SELECT pg_temp.check_function('registry.guard_submission()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.guard_submission()');
SELECT pg_temp.check_function('registry.take_submission_step()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.take_submission_step()');
SELECT pg_temp.check_trigger('registry.submission', 'submission_guard', 'CREATE TRIGGER submission_guard BEFORE INSERT OR UPDATE ON registry.submission FOR EACH ROW EXECUTE FUNCTION registry.guard_submission()');
SELECT pg_temp.check_trigger('registry.submission', 'submission_no_removal', 'CREATE TRIGGER submission_no_removal BEFORE DELETE OR TRUNCATE ON registry.submission FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('registry.submission_step', 'submission_step_no_change', 'CREATE TRIGGER submission_step_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.submission_step FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('registry.submission_step', 'submission_step_take', 'CREATE TRIGGER submission_step_take BEFORE INSERT ON registry.submission_step FOR EACH ROW EXECUTE FUNCTION registry.take_submission_step()');
SELECT pg_temp.check_row_security('registry.submission_register', '');
SELECT pg_temp.check_row_security('registry.submission', 'submission_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');
SELECT pg_temp.check_row_security('registry.submission_step', 'submission_step_add for a to welfare_writer using  check (authority_code = welfare.authority_code()); submission_step_read for r to welfare_writer using ((authority_code = welfare.authority_code()) OR (welfare.nation() AND (welfare.duty() = ''administrator''::text)))');

SELECT pg_temp.check_grants('relation', 'registry.submission_transition', '');
SELECT pg_temp.check_grants('relation', 'registry.submission_register', '');
SELECT pg_temp.check_grants('relation', 'registry.submission', 'welfare_writer SELECT');
SELECT pg_temp.check_grants('relation', 'registry.submission_step', 'welfare_writer INSERT/SELECT');
SELECT pg_temp.check_grants('function', 'registry.guard_submission()', '');
SELECT pg_temp.check_grants('function', 'registry.take_submission_step()', '');
SELECT pg_temp.check_rows('reference.label', 'ROW(kind, value, name_thai)',
  '(submission_state,awaiting_takeover,"รับไว้ รอแห่งเดิมตอบรับ")',
  '(submission_state,considered,คณะกรรมการให้ความเห็นแล้ว)',
  '(submission_state,declined,ไม่ขอรับสิทธิ)',
  '(submission_state,lapsed,สิ้นผล)',
  '(submission_state,opined,เจ้าหน้าที่ให้ความเห็นแล้ว)',
  '(submission_state,recorded,รับและบันทึกสิทธิแล้ว)',
  '(submission_state,rejected,ไม่รับ)',
  '(submission_state,started,เริ่มสิทธิแล้ว)',
  '(submission_state,stopped,"ขาดคุณสมบัติ ณ วันที่มีสิทธิ")',
  '(submission_state,submitted,รับแบบแล้ว)',
  '(submission_state,superseded,"ยื่นแบบใหม่ที่ อปท. อื่นแล้ว")',
  '(submission_state,waiting,"รับไว้ รอวันที่มีสิทธิ")');
SELECT pg_temp.check_rows('registry.submission_transition', 'ROW(from_state, kind, outcome, to_state, offices)',
  '(awaiting_takeover,lapse,lapsed,lapsed,{officer})',
  '(awaiting_takeover,takeover,taken_over,recorded,)',
  '(considered,lapse,lapsed,lapsed,{officer})',
  '(considered,order,accept,awaiting_takeover,"{executive,delegate}")',
  '(considered,order,accept,recorded,"{executive,delegate}")',
  '(considered,order,accept,waiting,"{executive,delegate}")',
  '(considered,order,other,submitted,"{executive,delegate}")',
  '(considered,order,reject,rejected,"{executive,delegate}")',
  '(considered,supersession,moved,superseded,)',
  '(opined,lapse,lapsed,lapsed,{officer})',
  '(opined,order,accept,awaiting_takeover,"{executive,delegate}")',
  '(opined,order,accept,recorded,"{executive,delegate}")',
  '(opined,order,accept,waiting,"{executive,delegate}")',
  '(opined,order,other,submitted,"{executive,delegate}")',
  '(opined,order,reject,rejected,"{executive,delegate}")',
  '(opined,supersession,moved,superseded,)',
  '(opined,vote,should_accept,considered,{committee_member})',
  '(opined,vote,should_accept,opined,{committee_member})',
  '(opined,vote,should_not,considered,{committee_member})',
  '(opined,vote,should_not,opined,{committee_member})',
  '(submitted,lapse,lapsed,lapsed,{officer})',
  '(submitted,opinion,complete,opined,{officer})',
  '(submitted,opinion,lacks_qualification,opined,{officer})',
  '(submitted,opinion,to_be_checked,opined,{officer})',
  '(submitted,receipt,not_wanted,declined,{officer})',
  '(submitted,receipt,wanted,submitted,{officer})',
  '(submitted,supersession,moved,superseded,)',
  '(waiting,check,proved,started,)',
  '(waiting,check,undecided,waiting,)',
  '(waiting,check,unmet,stopped,)',
  '(waiting,facts,supplied,waiting,{officer})',
  '(waiting,lapse,lapsed,lapsed,{officer})',
  '(waiting,supersession,moved,superseded,)');

ROLLBACK;
