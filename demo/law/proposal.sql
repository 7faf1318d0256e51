-- What the proposal of B.E. 2567 would cost in a month.
\ir staff.psql
\echo '-- What 700/850/1,000/1,250 baht, as proposed in 2567, would cost in October 2569'
SELECT pg_temp.act('demo_admin', '2026-10-01') \g /dev/null
SELECT from_age, claims, present, proposed, difference FROM report.cost_of('60:700,70:850,80:1000,90:1250', 'elderly', '2026-10-01', '2026-10-01') ORDER BY from_age;
