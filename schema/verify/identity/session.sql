BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('identity.turn', '
  bucket integer not null
  taken bigint not null default 0');
SELECT pg_temp.check_comment('relation', 'identity.turn');
SELECT pg_temp.check_columns('identity.attempt', '
  attempt_number bigint not null identity
  user_number bigint not null
  made_at timestamp with time zone not null default clock_timestamp()
  kind identity.attempt_kind not null
  counts boolean not null
  is_good boolean not null');
SELECT pg_temp.check_comment('relation', 'identity.attempt');
SELECT pg_temp.check_columns('identity.session', '
  token_digest bytea not null
  user_number bigint not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  transaction_id xid8 not null
  is_good boolean not null
  client inet
  revoked_at timestamp with time zone');
SELECT pg_temp.check_comment('relation', 'identity.session');
SELECT pg_temp.check_constraint('identity.turn', 'turn_pkey', 'PRIMARY KEY (bucket)');
SELECT pg_temp.check_constraint('identity.attempt', 'attempt_pkey', 'PRIMARY KEY (attempt_number)');
SELECT pg_temp.check_constraint('identity.session', 'session_token_digest_sha256', 'CHECK ((octet_length(token_digest) = 32))');
SELECT pg_temp.check_constraint('identity.session', 'session_expires_later', 'CHECK ((expires_at > created_at))');
SELECT pg_temp.check_constraint('identity.session', 'session_pkey', 'PRIMARY KEY (token_digest)');
SELECT pg_temp.check_index('identity.attempt_of_user', 'CREATE INDEX attempt_of_user ON identity.attempt USING btree (user_number, kind, counts, attempt_number)');
SELECT pg_temp.check_index('identity.session_user_number', 'CREATE INDEX session_user_number ON identity.session USING btree (user_number)');
SELECT pg_temp.check_function('identity.take_turn(text)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.take_turn(text)');
SELECT pg_temp.check_function('identity.account_or_next(text)',
  'welfare_owner invoker stable returns identity.user_account search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.account_or_next(text)');
SELECT pg_temp.check_function('identity.failures(bigint,identity.attempt_kind,bigint,integer)',
  'welfare_owner invoker stable returns record search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.failures(bigint,identity.attempt_kind,bigint,integer)');
SELECT pg_temp.check_function('identity.standing(bigint)',
  'welfare_owner definer stable returns record search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.standing(bigint)');
SELECT pg_temp.check_function('identity.login(text,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.login(text,text)');
SELECT pg_temp.check_function('identity.check_token(text)',
  'welfare_owner definer volatile returns name search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.check_token(text)');
SELECT pg_temp.check_function('identity.attach(text)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.attach(text)');
SELECT pg_temp.check_function('identity.logout(text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.logout(text)');
SELECT pg_temp.check_function('identity.revoke_sessions(bigint,text)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.revoke_sessions(bigint,text)');
SELECT pg_temp.check_function('identity.whoami()',
  'welfare_writer definer stable returns TABLE(user_name text, title text, first_name text, last_name text, duty text, duty_name text, agency text, authority_code integer, authority text, district_code integer, district text, province_code integer, province text, offices text[], functions text[]) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.whoami()');

SELECT pg_temp.check_grants('relation', 'identity.turn', '');
SELECT pg_temp.check_grants('relation', 'identity.attempt', '');
SELECT pg_temp.check_grants('relation', 'identity.session', '');
SELECT pg_temp.check_grants('function', 'identity.take_turn(text)', '');
SELECT pg_temp.check_grants('function', 'identity.account_or_next(text)', '');
SELECT pg_temp.check_grants('function', 'identity.failures(bigint,identity.attempt_kind,bigint,integer)', '');
SELECT pg_temp.check_grants('function', 'identity.standing(bigint)', 'welfare_writer EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.login(text,text)', 'welfare_app EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.check_token(text)', 'welfare_admin EXECUTE, welfare_app EXECUTE, welfare_authority EXECUTE, welfare_bank EXECUTE, welfare_civil EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_portal EXECUTE, welfare_province EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.attach(text)', 'welfare_admin EXECUTE, welfare_app EXECUTE, welfare_authority EXECUTE, welfare_bank EXECUTE, welfare_civil EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_portal EXECUTE, welfare_province EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.logout(text)', 'welfare_admin EXECUTE, welfare_app EXECUTE, welfare_authority EXECUTE, welfare_bank EXECUTE, welfare_civil EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_portal EXECUTE, welfare_province EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.revoke_sessions(bigint,text)', '');
SELECT pg_temp.check_grants('function', 'identity.whoami()', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_bank EXECUTE, welfare_civil EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_portal EXECUTE, welfare_province EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_row_security('identity.turn', '');
SELECT pg_temp.check_row_security('identity.attempt', '');
SELECT pg_temp.check_row_security('identity.session', '');

ROLLBACK;
