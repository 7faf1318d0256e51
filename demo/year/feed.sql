-- What the civil registry delivers for the 1st of a month, as CSV: deaths and moves of the month before. Parameters: month.
\ir staff.psql
COPY (
  SELECT told.thai_id, told.kind, told.happened_on, told.registered_on, told.registered_on AS reported_on, person.birth_date, person.first_name, person.last_name,
         told.new_authority_code, told.reference AS event_reference
    FROM (SELECT pg_temp.id(special.number) AS thai_id, special.kind, special.happened_on::date, special.registered_on::date, special.new_authority_code, special.reference
            FROM (VALUES (108, 'death', '2026-11-20', '2026-11-21', NULL, 'D-2569-000108', DATE '2026-12-01'),
                         (111, 'moved_out', '2026-11-20', '2026-11-20', 6730213, 'M-2569-000111', DATE '2026-12-01'),
                         (109, 'death', '2027-01-05', '2027-03-25', NULL, 'D-2570-000109', DATE '2027-04-01'),
                         (112, 'moved_out', '2027-05-10', '2027-05-10', 6730213, 'M-2570-000112', DATE '2027-06-01'))
              AS special (number, kind, happened_on, registered_on, new_authority_code, reference, month)
           WHERE special.month = :'month'
           UNION ALL
          -- one in eight hundred dies in a month, after its pay day
          SELECT claim.thai_id, 'death', day.of_death, day.of_death + 1, NULL, 'D-' || welfare.be_year(day.of_death) || '-' || claim.thai_id
            FROM (SELECT DISTINCT thai_id FROM registry.claim WHERE state = 'live' AND claim.thai_id::text !~ '^8') AS claim
           CROSS JOIN LATERAL (SELECT hashtextextended(claim.thai_id::text, :'month'::date - DATE '2026-01-01') & 1048575 AS draw) AS drawn
           CROSS JOIN LATERAL (SELECT (:'month'::date - interval '1 month')::date + 11 + (drawn.draw / 800 % 15)::integer AS of_death) AS day
           WHERE drawn.draw % 800 = 0) AS told
    JOIN registry.person ON person.thai_id = told.thai_id
   ORDER BY told.thai_id
) TO STDOUT (FORMAT csv, HEADER);
