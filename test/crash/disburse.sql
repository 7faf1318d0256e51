-- Seals what is approved of a month and hands it over. Done again it does what is left. Parameter: month.
\connect - postgres
SELECT EXISTS (SELECT FROM payment.authority_payroll WHERE cycle_month = :'month' AND state = 'approved') AS approved
\gset
\connect - crash_sealer
\if :approved
SELECT * FROM payment.seal_disbursement(:'month', late_reason => 'ทดสอบ');
\endif
\connect - crash_sender
SELECT format('SELECT payment.send_disbursement(%s, %L)', disbursement_number, digest) FROM payment.list_disbursements(:'month') WHERE state = 'sealed'
\gexec
