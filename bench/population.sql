-- People and claims for benchmarks, straight into the registry: no import, nothing refused.
-- Run as the owner, with psql -v people=1000000.
SET search_path = pg_catalog, welfare, pg_temp;
INSERT INTO registry.person (thai_id, birth_date, sex, title, first_name, last_name)
SELECT (twelve || welfare.thai_id_check_digit(twelve))::welfare.thai_id,
       (DATE '2026-09-30' - 60 * 365 - (number * 7919 % 14000)::integer)::welfare.birth_date,
       CASE WHEN number % 2 = 0 THEN 'male' ELSE 'female' END::registry.sex, 'นาย', 'ทดสอบ' || number % 1000, 'ทดสอบ' || number % 5000
  FROM generate_series(1::bigint, :people) AS number
 CROSS JOIN LATERAL (SELECT (1 + (number - 1) / 2000000)::text || '0000' || lpad(((number - 1) % 2000000 * 5)::text, 7, '0') AS twelve) AS id
 ORDER BY 1;
INSERT INTO registry.claim (thai_id, facts, programme, authority_code, first_month, claimed_on, ordered_on, way_of_payment,
                            budget_type, district_code, province_code)
SELECT person.thai_id,
       '{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}',
       'elderly', authority.authority_code, '2024-01-01', '2023-12-01', '2023-12-05', 'cash_in_person', 'general',
       authority.district_code, authority.province_code
  FROM registry.person
  JOIN (SELECT local_authority.*, row_number() OVER (ORDER BY authority_code) - 1 AS position, count(*) OVER () AS authorities
          FROM reference.local_authority) AS authority
    ON authority.position = (person.thai_id::bigint / 10) % authority.authorities
 ORDER BY 1;
ANALYZE registry.person, registry.claim;
