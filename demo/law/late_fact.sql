-- A wrong birth date: what would change, the edit, and what is recorded beside the prepared months.
\ir staff.psql
\echo '-- A birth date keyed as 2490 is 2480: what correcting it would change, and the arrears recorded'
SELECT NOT EXISTS (SELECT FROM payment.adjustment WHERE thai_id = pg_temp.id(5)) AS is_new \gset
\if :is_new
BEGIN;
SELECT pg_temp.act('demo.officer', '2026-10-01', :here) \g /dev/null
SELECT jsonb_build_object('edit', jsonb_build_object('thai_id', pg_temp.id(5), 'form', '{"birth_date": "15/06/2480"}'::jsonb)) AS change \gset
SELECT month, entitled, paid, allowance AS would_add, cause FROM payment.what_would_change(:'change', '2026-09-01', '2026-09-01');
SELECT registry.edit_beneficiary(pg_temp.id(5), '{"birth_date": "15/06/2480"}') \g /dev/null
SELECT pg_temp.act('demo_admin', '2026-10-01') \g /dev/null
SELECT count(*) FROM payment.record_adjustments('2026-09-01', '2026-09-01') \g /dev/null
COMMIT;
\endif
SELECT pg_temp.act('demo.officer', '2026-10-01', :here) \g /dev/null
SELECT month, kind, allowance, cause, decided_on FROM payment.adjustments('2026-09-01', '2026-09-01', pg_temp.id(5));
