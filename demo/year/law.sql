-- September: the law of the coming fiscal year is confirmed; without it the 1st of October would prepare nothing. Parameters: month.
\ir staff.psql
RESET ROLE;
SELECT :'month' = '2027-09-01' AND NOT EXISTS (SELECT FROM reference.law_confirmation WHERE fiscal_year = 2571) AS is_now \gset
\if :is_now
SELECT pg_temp.act('demo_admin', '2027-09-02') \g /dev/null
SELECT reference.confirm_law(2571, programme, 'the demonstration: the law of 2570 goes on') FROM reference.programme \g /dev/null
\endif
