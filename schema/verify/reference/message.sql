BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('reference.message', '
  code text not null
  message_thai text not null
  message_english text not null
  hint_thai text
  hint_english text');
SELECT pg_temp.check_comment('relation', 'reference.message');
SELECT pg_temp.check_constraint('reference.message', 'message_code_class', 'CHECK ((code ~ ''^WF[0-9A-Z]{3}$''::text))');
SELECT pg_temp.check_constraint('reference.message', 'message_hint_both', 'CHECK (((hint_thai IS NULL) = (hint_english IS NULL)))');
SELECT pg_temp.check_constraint('reference.message', 'message_pkey', 'PRIMARY KEY (code)');
SELECT pg_temp.check_function('reference.message_text(text,text[])',
  'welfare_owner invoker stable returns text search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.message_text(text,text[])');
SELECT pg_temp.check_function('reference.raise_refusal(text,text,text)',
  'welfare_owner invoker stable returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.raise_refusal(text,text,text)');
SELECT pg_temp.check_function('reference.refuse(text,text,text[])',
  'welfare_owner invoker stable returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.refuse(text,text,text[])');
SELECT pg_temp.check_function('reference.date_text(date)',
  'welfare_owner invoker stable returns text');
SELECT pg_temp.check_comment('function', 'reference.date_text(date)');
SELECT pg_temp.check_function('reference.refuse_unknown_keys(jsonb,text[])',
  'welfare_owner invoker stable returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.refuse_unknown_keys(jsonb,text[])');
SELECT pg_temp.check_function('reference.require_duty(text[])',
  'welfare_owner invoker stable returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.require_duty(text[])');
SELECT pg_temp.check_function('reference.require_administrator()',
  'welfare_owner invoker stable returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.require_administrator()');

SELECT pg_temp.check_grants('relation', 'reference.message', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('function', 'reference.message_text(text,text[])', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.raise_refusal(text,text,text)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.refuse(text,text,text[])', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.date_text(date)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.refuse_unknown_keys(jsonb,text[])', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.require_duty(text[])', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.require_administrator()', 'PUBLIC EXECUTE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF000)',
  '(WF001)',
  '(WF002)',
  '(WF003)',
  '(WF004)',
  '(WF005)',
  '(WF006)',
  '(WF007)',
  '(WF008)',
  '(WF009)',
  '(WF00A)',
  '(WF010)',
  '(WF011)',
  '(WF012)',
  '(WF013)',
  '(WF014)',
  '(WF015)',
  '(WF016)',
  '(WF017)',
  '(WF018)',
  '(WF019)',
  '(WF01A)',
  '(WF01B)',
  '(WF01C)',
  '(WF020)',
  '(WF021)',
  '(WF022)',
  '(WF023)',
  '(WF024)',
  '(WF025)',
  '(WF026)',
  '(WF027)',
  '(WF028)',
  '(WF030)',
  '(WF031)',
  '(WF032)',
  '(WF033)',
  '(WF034)',
  '(WF040)',
  '(WF041)',
  '(WF042)',
  '(WF043)',
  '(WF050)');

ROLLBACK;
