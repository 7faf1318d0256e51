BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('registry.claim_transition', '
  from_state registry.claim_state not null
  to_state registry.claim_state not null
  meaning text not null');
SELECT pg_temp.check_comment('relation', 'registry.claim_transition');
SELECT pg_temp.check_constraint('registry.claim_transition', 'claim_transition_pkey', 'PRIMARY KEY (from_state, to_state)');
SELECT pg_temp.check_function('registry.whole_transaction_id(xid)',
  'welfare_owner invoker stable returns xid8 search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'registry.whole_transaction_id(xid)');
SELECT pg_temp.check_function('registry.refuse_edit_of_disposed()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.refuse_edit_of_disposed()');
SELECT pg_temp.check_function('registry.keep_claim_version()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'registry.keep_claim_version()');
SELECT pg_temp.check_function('registry.check_new_claims()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning enable_hashjoin=off enable_mergejoin=off enable_seqscan=off');
SELECT pg_temp.check_comment('function', 'registry.check_new_claims()');
SELECT pg_temp.check_function('registry.paid_months(date,date)',
  'welfare_owner invoker immutable returns daterange');
SELECT pg_temp.check_comment('function', 'registry.paid_months(date,date)');
SELECT pg_temp.check_function('registry.check_changed_claims()',
  'welfare_owner definer volatile returns trigger search_path=pg_catalog, welfare, pg_temp client_min_messages=warning enable_hashjoin=off enable_mergejoin=off enable_seqscan=off');
SELECT pg_temp.check_comment('function', 'registry.check_changed_claims()');
SELECT pg_temp.check_trigger('registry.person', 'person_not_disposed', 'CREATE CONSTRAINT TRIGGER person_not_disposed AFTER UPDATE ON registry.person DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN ((old.recorded_at <> new.recorded_at)) EXECUTE FUNCTION registry.refuse_edit_of_disposed()');
SELECT pg_temp.check_trigger('registry.claim', 'claim_check_changed', 'CREATE TRIGGER claim_check_changed AFTER UPDATE ON registry.claim REFERENCING OLD TABLE AS old_claims NEW TABLE AS new_claims FOR EACH STATEMENT EXECUTE FUNCTION registry.check_changed_claims()');
SELECT pg_temp.check_trigger('registry.claim', 'claim_check_new', 'CREATE TRIGGER claim_check_new AFTER INSERT ON registry.claim REFERENCING NEW TABLE AS new_claims FOR EACH STATEMENT EXECUTE FUNCTION registry.check_new_claims()');
SELECT pg_temp.check_trigger('registry.claim', 'claim_keep_version', 'CREATE TRIGGER claim_keep_version BEFORE UPDATE ON registry.claim FOR EACH ROW EXECUTE FUNCTION registry.keep_claim_version()');
SELECT pg_temp.check_trigger('registry.claim', 'claim_no_removal', 'CREATE TRIGGER claim_no_removal BEFORE DELETE OR TRUNCATE ON registry.claim FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('registry.claim_history', 'claim_history_no_change', 'CREATE TRIGGER claim_history_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON registry.claim_history FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal()');
SELECT pg_temp.check_trigger('registry.claim_history', 'claim_history_no_forgery', 'CREATE TRIGGER claim_history_no_forgery BEFORE INSERT ON registry.claim_history FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_forged_version()');

SELECT pg_temp.check_grants('relation', 'registry.claim_transition', '');
SELECT pg_temp.check_grants('function', 'registry.whole_transaction_id(xid)', '');
SELECT pg_temp.check_grants('function', 'registry.refuse_edit_of_disposed()', '');
SELECT pg_temp.check_grants('function', 'registry.keep_claim_version()', '');
SELECT pg_temp.check_grants('function', 'registry.check_new_claims()', '');
SELECT pg_temp.check_grants('function', 'registry.paid_months(date,date)', '');
SELECT pg_temp.check_grants('function', 'registry.check_changed_claims()', '');
SELECT pg_temp.check_rows('registry.claim_transition', 'ROW(from_state, to_state)',
  '(awaiting,deleted)',
  '(awaiting,disposed)',
  '(awaiting,live)',
  '(disposed,deleted)',
  '(live,deleted)',
  '(live,disposed)',
  '(live,suspended)',
  '(suspended,deleted)',
  '(suspended,disposed)',
  '(suspended,live)');

ROLLBACK;
