BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('reference.programme', '
  programme reference.programme_name not null
  name_thai text not null
  name_english text not null
  sensitive boolean not null
  claim_facts welfare.facts not null
  receipt_facts welfare.facts not null');
SELECT pg_temp.check_comment('relation', 'reference.programme');
SELECT pg_temp.check_constraint('reference.programme', 'programme_name_thai_key', 'UNIQUE (name_thai)');
SELECT pg_temp.check_constraint('reference.programme', 'programme_pkey', 'PRIMARY KEY (programme)');
SELECT pg_temp.check_constraint('reference.programme', 'programme_sensitive_key', 'UNIQUE (programme, sensitive)');
SELECT pg_temp.check_function('reference.programme_text(reference.programme_name)',
  'welfare_owner invoker stable returns text');
SELECT pg_temp.check_comment('function', 'reference.programme_text(reference.programme_name)');

SELECT pg_temp.check_grants('relation', 'reference.programme', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('function', 'reference.programme_text(reference.programme_name)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_rows('reference.programme', 'ROW(programme, name_thai, sensitive, claim_facts)',
  '(aids,ผู้ป่วยโรคเอดส์,t,"{applied,executive_order}")',
  '(disability,ผู้พิการ,f,{applied})',
  '(elderly,ผู้สูงอายุ,f,{confirmed})');

ROLLBACK;
