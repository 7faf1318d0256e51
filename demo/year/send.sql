-- The 6th: another person of the department hands over what is sealed, naming its digest. Parameters: month.
\ir staff.psql
SELECT pg_temp.act_treasury('demo.treasurer.second', :'month'::date + 5) \g /dev/null
SELECT payment.send_disbursement(disbursement_number, digest) FROM payment.list_disbursements(:'month') WHERE state = 'sealed' \g /dev/null
