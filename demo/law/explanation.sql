-- Why one person is paid what they are paid: an extract of the explanation (doc/explain.md).
\ir staff.psql
\echo '-- Why one person is paid what they are paid in September 2569 (an extract)'
SELECT pg_temp.act('demo.officer', '2026-10-01', :here) \g /dev/null
SELECT path AS key, jsonb_path_query(explanation, path::jsonpath) #>> '{}' AS value
  FROM registry.explain(pg_temp.id(1), 'elderly', '2026-09-01', 'en') AS explanation
 CROSS JOIN unnest(ARRAY['$.state_text', '$.person.legal_birth_date_text', '$.age.age', '$.age.basis_text', '$.first_month.month_text', '$.first_month.way_text',
                         '$.criterion.proved', '$.criterion.legal_basis', '$.rates[0].amount', '$.rates[0].ladder', '$.rates[0].legal_basis', '$.amount.due',
                         '$.next_change.month_text', '$.next_change.reason_text']) WITH ORDINALITY AS wanted (path, number)
 ORDER BY number;
