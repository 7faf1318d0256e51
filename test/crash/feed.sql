-- The civil registry's delivery of a round as CSV: deaths of this month and of three months ago. As a superuser. Parameters: today; round.
SET search_path = pg_catalog, welfare;
COPY (SELECT person.thai_id, 'death' AS kind, format('%s/%s/%s', to_char(told.died, 'DD'), to_char(told.died, 'MM'), welfare.be_year(told.died)) AS happened_on,
             format('%s/%s/%s', to_char(told.died, 'DD'), to_char(told.died, 'MM'), welfare.be_year(told.died)) AS registered_on,
             NULL AS reported_on, person.birth_date, person.first_name, person.last_name, 'D-' || :round || '-' || told.number AS event_reference
        FROM (SELECT person.*, row_number() OVER (ORDER BY hashtextextended(person.thai_id::text, 100 + :round)) AS number FROM registry.person) AS person
       CROSS JOIN LATERAL (SELECT person.number, (date_trunc('month', :'today'::date) - make_interval(months => (person.number % 2)::integer * 3, days => 3))::date AS died) AS told
       WHERE person.number <= 16
       ORDER BY person.number) TO STDOUT (FORMAT csv, HEADER);
