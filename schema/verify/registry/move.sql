BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('registry.move_state', 'notified, confirmed, acknowledged, lapsed, resumed, cancelled, superseded, withdrawn, ended');
SELECT pg_temp.check_comment('type', 'registry.move_state');
SELECT pg_temp.check_enumeration('registry.move_party', 'old, new, either');
SELECT pg_temp.check_comment('type', 'registry.move_party');
SELECT pg_temp.check_enumeration('registry.move_outcome', 'completed, cancelled, superseded');
SELECT pg_temp.check_comment('type', 'registry.move_outcome');
SELECT pg_temp.check_columns('registry.move_transition', '
  from_state registry.move_state not null
  to_state registry.move_state not null
  taken_by registry.move_party not null
  meaning text not null');
SELECT pg_temp.check_comment('relation', 'registry.move_transition');
SELECT pg_temp.check_constraint('registry.move_transition', 'move_transition_pkey', 'PRIMARY KEY (from_state, to_state)');
SELECT pg_temp.check_columns('registry.move', '
  thai_id welfare.thai_id not null
  notified_at timestamp with time zone not null default clock_timestamp()
  move_number smallint not null
  moved_out_on date not null
  notified_on date not null default welfare.business_date()
  agreed_on date
  closed_on date
  from_authority_code integer not null
  to_authority_code integer not null
  outcome registry.move_outcome
  document text not null
  notified_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)
  agreed_by text
  closed_by text');
SELECT pg_temp.check_comment('relation', 'registry.move');
SELECT pg_temp.check_constraint('registry.move', 'move_agreed_whole', 'CHECK ((num_nonnulls(agreed_on, agreed_by) = ANY (ARRAY[0, 2])))');
SELECT pg_temp.check_constraint('registry.move', 'move_closed_whole', 'CHECK ((num_nonnulls(closed_on, closed_by, outcome) = ANY (ARRAY[0, 3])))');
SELECT pg_temp.check_constraint('registry.move', 'move_documented', 'CHECK ((btrim(document) <> ''''::text))');
SELECT pg_temp.check_constraint('registry.move', 'move_elsewhere', 'CHECK ((from_authority_code <> to_authority_code))');
SELECT pg_temp.check_constraint('registry.move', 'move_from_fkey', 'FOREIGN KEY (from_authority_code) REFERENCES reference.local_authority(authority_code)');
SELECT pg_temp.check_constraint('registry.move', 'move_pkey', 'PRIMARY KEY (thai_id, move_number)');
SELECT pg_temp.check_constraint('registry.move', 'move_to_fkey', 'FOREIGN KEY (to_authority_code) REFERENCES reference.local_authority(authority_code)');
SELECT pg_temp.check_columns('registry.move_claim', '
  thai_id welfare.thai_id not null
  move_number smallint not null
  programme reference.programme_name not null
  sensitive boolean not null default false
  state registry.move_state not null default ''notified''::registry.move_state
  old_claim_number smallint
  new_claim_number smallint
  claimed_on date
  confirmed_on date
  acknowledged_on date
  escalated_on date
  ended_on date
  last_month_paid reference.pay_month
  confirmed_by text
  acknowledged_by text
  ended_by text
  document text
  form jsonb
  details jsonb');
SELECT pg_temp.check_comment('relation', 'registry.move_claim');
SELECT pg_temp.check_constraint('registry.move_claim', 'move_claim_acknowledged', 'CHECK ((((state = ''acknowledged''::registry.move_state) = (acknowledged_on IS NOT NULL)) AND ((state = ''acknowledged''::registry.move_state) = (acknowledged_by IS NOT NULL))))');
SELECT pg_temp.check_constraint('registry.move_claim', 'move_claim_confirmed', 'CHECK (((state <> ALL (ARRAY[''confirmed''::registry.move_state, ''resumed''::registry.move_state])) OR (num_nulls(claimed_on, confirmed_on, confirmed_by, new_claim_number) = 0)))');
SELECT pg_temp.check_constraint('registry.move_claim', 'move_claim_move_fkey', 'FOREIGN KEY (thai_id, move_number) REFERENCES registry.move(thai_id, move_number)');
SELECT pg_temp.check_constraint('registry.move_claim', 'move_claim_new_fkey', 'FOREIGN KEY (thai_id, programme, new_claim_number) REFERENCES registry.claim(thai_id, programme, claim_number)');
SELECT pg_temp.check_constraint('registry.move_claim', 'move_claim_not_sensitive', 'CHECK ((NOT sensitive))');
SELECT pg_temp.check_constraint('registry.move_claim', 'move_claim_old_fkey', 'FOREIGN KEY (thai_id, programme, old_claim_number) REFERENCES registry.claim(thai_id, programme, claim_number)');
SELECT pg_temp.check_constraint('registry.move_claim', 'move_claim_pkey', 'PRIMARY KEY (thai_id, move_number, programme)');
SELECT pg_temp.check_constraint('registry.move_claim', 'move_claim_programme_fkey', 'FOREIGN KEY (programme, sensitive) REFERENCES reference.programme(programme, sensitive)');
SELECT pg_temp.check_index('registry.move_one_open', 'CREATE UNIQUE INDEX move_one_open ON registry.move USING btree (thai_id, from_authority_code, to_authority_code) WHERE (closed_on IS NULL)');
SELECT pg_temp.check_index('registry.move_from_open', 'CREATE INDEX move_from_open ON registry.move USING btree (from_authority_code) WHERE (closed_on IS NULL)');
SELECT pg_temp.check_index('registry.move_to_open', 'CREATE INDEX move_to_open ON registry.move USING btree (to_authority_code) WHERE (closed_on IS NULL)');
SELECT pg_temp.check_index('registry.move_notified_on', 'CREATE INDEX move_notified_on ON registry.move USING btree (notified_on)');
SELECT pg_temp.check_index('registry.move_claim_one_open', 'CREATE UNIQUE INDEX move_claim_one_open ON registry.move_claim USING btree (thai_id, programme, old_claim_number) WHERE (state = ANY (ARRAY[''notified''::registry.move_state, ''confirmed''::registry.move_state]))');
SELECT pg_temp.check_index('registry.move_claim_unacknowledged', 'CREATE INDEX move_claim_unacknowledged ON registry.move_claim USING btree (confirmed_on) WHERE (state = ''confirmed''::registry.move_state)');
SELECT pg_temp.check_function('registry.take_move_step()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.take_move_step()');
SELECT pg_temp.check_function('registry.keep_move()',
  'welfare_owner invoker volatile returns trigger search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.keep_move()');
SELECT pg_temp.check_trigger('registry.move', 'move_keep', 'CREATE TRIGGER move_keep BEFORE UPDATE ON registry.move FOR EACH ROW EXECUTE FUNCTION registry.keep_move()');
SELECT pg_temp.check_trigger('registry.move', 'move_no_removal', 'CREATE TRIGGER move_no_removal BEFORE DELETE OR TRUNCATE ON registry.move FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('registry.move_claim', 'move_claim_no_removal', 'CREATE TRIGGER move_claim_no_removal BEFORE DELETE OR TRUNCATE ON registry.move_claim FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('registry.move_claim', 'move_claim_step', 'CREATE TRIGGER move_claim_step BEFORE INSERT OR UPDATE ON registry.move_claim FOR EACH ROW EXECUTE FUNCTION registry.take_move_step()');
SELECT pg_temp.check_row_security('registry.move_transition', '');
SELECT pg_temp.check_row_security('registry.move', '');
SELECT pg_temp.check_row_security('registry.move_claim', '');

SELECT pg_temp.check_grants('relation', 'registry.move_transition', '');
SELECT pg_temp.check_grants('relation', 'registry.move', '');
SELECT pg_temp.check_grants('relation', 'registry.move_claim', '');
SELECT pg_temp.check_grants('function', 'registry.take_move_step()', '');
SELECT pg_temp.check_grants('function', 'registry.keep_move()', '');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF310)',
  '(WF311)',
  '(WF312)',
  '(WF313)',
  '(WF314)',
  '(WF315)',
  '(WF316)',
  '(WF317)',
  '(WF318)',
  '(WF319)',
  '(WF31A)',
  '(WF31B)',
  '(WF31C)');
SELECT pg_temp.check_rows('registry.move_transition', 'ROW(from_state, to_state, taken_by)',
  '(confirmed,acknowledged,old)',
  '(confirmed,ended,either)',
  '(confirmed,withdrawn,new)',
  '(lapsed,cancelled,old)',
  '(lapsed,resumed,new)',
  '(lapsed,superseded,either)',
  '(notified,cancelled,old)',
  '(notified,confirmed,new)',
  '(notified,ended,either)',
  '(notified,lapsed,either)',
  '(notified,resumed,new)',
  '(notified,superseded,either)',
  '(withdrawn,cancelled,old)',
  '(withdrawn,confirmed,new)',
  '(withdrawn,superseded,either)');

ROLLBACK;
