-- The 5th: one of the Comptroller General's Department seals what is approved for the pay day. Parameters: month.
\ir staff.psql
SELECT EXISTS (SELECT FROM payment.authority_payroll WHERE cycle_month = :'month' AND state = 'approved') AS is_waiting \gset
\if :is_waiting
SELECT pg_temp.act_treasury('demo.treasurer', :'month'::date + 4) \g /dev/null
SELECT count(*) FROM payment.seal_disbursement(:'month') \g /dev/null
\endif
