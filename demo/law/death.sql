-- A death that the civil registry delivered: swept, found, and held. No claim changes.
\ir staff.psql
\echo '-- The sweep finds the death of 15 August; what was prepared for September is held until the authority has verified it'
SELECT pg_temp.act('demo_admin', '2026-10-01') \g /dev/null
SELECT * FROM civil.sweep() CROSS JOIN payment.hold_the_dead();
SELECT pg_temp.act('demo.officer', '2026-10-01', :here) \g /dev/null
SELECT programme, kind, happened_on, state, due_on FROM civil.findings(true) WHERE national_id = pg_temp.id(4);
SELECT programme, allowance, reasons FROM payment.held_lines('2026-09-01') WHERE national_id = pg_temp.id(4);
