BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_comment('schema', 'audit');
SELECT pg_temp.check_enumeration('audit.action', 'insert, update, delete, truncate, read, call');
SELECT pg_temp.check_comment('type', 'audit.action');
SELECT pg_temp.check_enumeration('audit.finding', 'not_sealed, entries_missing, entries_added, entries_changed, chain_broken, chain_differs');
SELECT pg_temp.check_comment('type', 'audit.finding');

SELECT pg_temp.check_grants('schema', 'audit', 'welfare_admin USAGE, welfare_writer USAGE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF200)',
  '(WF201)',
  '(WF202)',
  '(WF203)',
  '(WF204)',
  '(WF205)',
  '(WF206)',
  '(WF207)',
  '(WF208)',
  '(WF210)',
  '(WF211)',
  '(WF212)',
  '(WF213)',
  '(WF214)',
  '(WF215)');

ROLLBACK;
