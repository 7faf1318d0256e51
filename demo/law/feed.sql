-- A delivery of the civil registry as CSV: one death.
\ir staff.psql
COPY (SELECT pg_temp.id(4) AS thai_id, 'death' AS kind, '15/08/2569' AS happened_on, '16/08/2569' AS registered_on, '16/08/2569' AS reported_on,
             '15/06/2490' AS birth_date, 'สมศรี' AS first_name, 'ใจดี' AS last_name, 'D-2569-000001' AS event_reference) TO STDOUT (FORMAT csv, HEADER);
