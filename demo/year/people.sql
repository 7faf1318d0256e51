-- The people whom the year is about, recorded before it. Running it twice changes nothing.
\ir staff.psql
\ir people.psql
SELECT pg_temp.act('demo.officer', '2026-10-01', :here) \g /dev/null
SELECT registry.add_beneficiary(pg_temp.form(number, '{"claimed_on": "01/11/2565", "ordered_on": "05/11/2565"}'::jsonb || form))
  FROM of_note
 WHERE number BETWEEN 102 AND 199 AND NOT EXISTS (SELECT FROM registry.person_as_of(thai_id, welfare.business_date())) \g /dev/null
