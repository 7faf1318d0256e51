BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('identity.password_change', '
  user_number bigint not null
  requested_at timestamp with time zone not null
  transaction_id xid8 not null
  is_good boolean not null
  password_hash text not null');
SELECT pg_temp.check_comment('relation', 'identity.password_change');
SELECT pg_temp.check_columns('identity.reset_token', '
  token_digest bytea not null
  user_number bigint not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  is_good boolean not null
  used_at timestamp with time zone');
SELECT pg_temp.check_comment('relation', 'identity.reset_token');
SELECT pg_temp.check_columns('identity.outgoing_mail', '
  mail_number bigint not null identity
  user_number bigint not null
  created_at timestamp with time zone not null
  expires_at timestamp with time zone not null
  is_good boolean not null
  token text
  taken_at timestamp with time zone');
SELECT pg_temp.check_comment('relation', 'identity.outgoing_mail');
SELECT pg_temp.check_constraint('identity.password_change', 'password_change_hashed', 'CHECK ((password_hash ~ ''^\$2[abxy]\$[0-9]{2}\$[./A-Za-z0-9]{53}$''::text))');
SELECT pg_temp.check_constraint('identity.password_change', 'password_change_pkey', 'PRIMARY KEY (user_number)');
SELECT pg_temp.check_constraint('identity.reset_token', 'reset_token_digest_sha256', 'CHECK ((octet_length(token_digest) = 32))');
SELECT pg_temp.check_constraint('identity.reset_token', 'reset_token_expires_later', 'CHECK ((expires_at > created_at))');
SELECT pg_temp.check_constraint('identity.reset_token', 'reset_token_pkey', 'PRIMARY KEY (token_digest)');
SELECT pg_temp.check_constraint('identity.outgoing_mail', 'outgoing_mail_blank_once_taken', 'CHECK (((taken_at IS NULL) = (token IS NOT NULL)))');
SELECT pg_temp.check_constraint('identity.outgoing_mail', 'outgoing_mail_pkey', 'PRIMARY KEY (mail_number)');
SELECT pg_temp.check_index('identity.outgoing_mail_waiting', 'CREATE INDEX outgoing_mail_waiting ON identity.outgoing_mail USING btree (mail_number) WHERE (taken_at IS NULL)');
SELECT pg_temp.check_index('identity.reset_token_user_number', 'CREATE INDEX reset_token_user_number ON identity.reset_token USING btree (user_number)');
SELECT pg_temp.check_function('identity.refuse_password(text,text,text)',
  'welfare_owner invoker stable returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.refuse_password(text,text,text)');
SELECT pg_temp.check_function('identity.change_password(text,text,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.change_password(text,text,text)');
SELECT pg_temp.check_function('identity.own_account()',
  'welfare_owner invoker stable returns identity.user_account search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.own_account()');
SELECT pg_temp.check_function('identity.confirm_password(text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.confirm_password(text)');
SELECT pg_temp.check_function('identity.queue_reset(bigint,boolean)',
  'welfare_owner invoker volatile returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'identity.queue_reset(bigint,boolean)');
SELECT pg_temp.check_function('identity.request_reset(text,text,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.request_reset(text,text,text)');
SELECT pg_temp.check_function('identity.take_mail(integer)',
  'welfare_owner definer volatile returns TABLE(mail_number bigint, email text, user_name text, full_name text, token text, expires_at timestamp with time zone) search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.take_mail(integer)');
SELECT pg_temp.check_function('identity.reset_password(text,text,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'identity.reset_password(text,text,text)');

SELECT pg_temp.check_grants('relation', 'identity.password_change', '');
SELECT pg_temp.check_grants('relation', 'identity.reset_token', '');
SELECT pg_temp.check_grants('relation', 'identity.outgoing_mail', '');
SELECT pg_temp.check_grants('function', 'identity.refuse_password(text,text,text)', '');
SELECT pg_temp.check_grants('function', 'identity.change_password(text,text,text)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_bank EXECUTE, welfare_civil EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_portal EXECUTE, welfare_province EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.own_account()', '');
SELECT pg_temp.check_grants('function', 'identity.confirm_password(text)', 'welfare_admin EXECUTE, welfare_authority EXECUTE, welfare_bank EXECUTE, welfare_civil EXECUTE, welfare_department EXECUTE, welfare_district EXECUTE, welfare_portal EXECUTE, welfare_province EXECUTE, welfare_treasury EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.queue_reset(bigint,boolean)', '');
SELECT pg_temp.check_grants('function', 'identity.request_reset(text,text,text)', 'welfare_app EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.take_mail(integer)', 'welfare_portal EXECUTE');
SELECT pg_temp.check_grants('function', 'identity.reset_password(text,text,text)', 'welfare_app EXECUTE');
SELECT pg_temp.check_row_security('identity.password_change', '');
SELECT pg_temp.check_row_security('identity.reset_token', '');
SELECT pg_temp.check_row_security('identity.outgoing_mail', '');

ROLLBACK;
