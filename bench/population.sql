-- People and claims for benchmarks, straight into the registry: no import, nothing refused.
--
--   psql -v people=1000000 -f bench/population.sql                     claims 1 to 1,000,000
--   psql -v first=1000001 -v people=2000000 -f bench/population.sql    a million more
--
-- Run as a superuser. Every value is a function of the claim's number, so the same numbers are always
-- the same people: of 160 claims 139 are for old age, 10 for a disability of somebody else, 10 for a
-- disability of one of those who have a claim for old age, one is of the AIDS allowance. Three in a
-- hundred are barred, undecided or over. National IDs use office 0000, which nobody holds. Rows lie in
-- the order in which authorities would send them: authority by authority, each by national ID, so that
-- the order of the table is not the order of its key.
\if :{?first} \else \set first 1 \endif
-- as many authorities, spread over the country: by default all
\if :{?authorities} \else \set authorities 100000 \endif
SET search_path = pg_catalog, welfare, pg_temp;
SET jit = off;
SET work_mem = '256MB';
-- Every row is right by construction: the foreign keys' triggers would cost most of the time.
SET session_replication_role = replica;

-- A hundred local authorities in each province but Bangkok.
INSERT INTO reference.district (district_code, province_code, name_thai, name_english)
SELECT province_code * 100 + number, province_code, 'ทดสอบ ' || number, 'Test ' || number
  FROM reference.province CROSS JOIN generate_series(1, 10) AS number
    ON CONFLICT DO NOTHING;
INSERT INTO reference.local_authority (authority_code, authority_type, district_code, province_code, name_thai)
SELECT 6000000 + province_code * 10000 + number * 10 + 9, 'subdistrict_administrative_organization',
       province_code * 100 + 1 + number % 10, province_code, 'องค์การบริหารส่วนตำบลทดสอบ ' || number
  FROM reference.province CROSS JOIN generate_series(0, 99) AS number
 WHERE province_code <> 10
    ON CONFLICT DO NOTHING;

CREATE TEMPORARY TABLE drawn AS
WITH authority AS (
  SELECT authority_code, district_code, province_code, row_number() OVER (ORDER BY authority_code) - 1 AS place
    FROM (SELECT * FROM reference.local_authority WHERE authority_code % 10 = 9
           ORDER BY hashint4(authority_code) LIMIT :authorities) AS chosen
),
-- The second claim of a person carries the number after the first one's.
numbered AS (
  SELECT number, number - (number % 16 = 0)::integer AS person_number, number % 16 = 0 AS is_second,
         CASE WHEN number % 16 IN (0, 7) THEN 'disability' WHEN number % 160 = 8 THEN 'aids' ELSE 'elderly' END AS programme
    FROM generate_series(:first::bigint, :people) AS number
),
person AS (
  SELECT numbered.*,
         (1 + (person_number + person_number / 10000000) % 8)::text || '0000' || lpad((person_number * 7654321 % 10000000)::text, 7, '0') AS twelve,
         hashint8(person_number) & 2147483647 AS draw,
         DATE '2026-09-30' - CASE WHEN programme = 'disability' AND NOT is_second
                                  THEN 365 * 3 + (person_number * 7919 % (365 * 90))::integer
                                  -- from 60 to about 104 years old, thinning out with age
                                  ELSE 21916 + ((person_number * 7919 % 12677) * (person_number * 7919 % 12677) / 10000)::integer
                             END AS birthday
    FROM numbered
)
SELECT number, is_second, draw, person.programme::reference.programme_name,
       (twelve || welfare.thai_id_check_digit(twelve))::welfare.thai_id AS thai_id,
       -- one in forty of those born before 2490 knows the year only
       CASE WHEN birthday < DATE '1947-01-01' AND draw % 40 = 0 THEN ('00/00/' || welfare.be_year(birthday))::welfare.birth_date
            ELSE birthday::welfare.birth_date END AS birth_date,
       authority_code, district_code, province_code
  FROM person
  JOIN authority ON authority.place = person.draw % (SELECT count(*) FROM authority);

INSERT INTO registry.person (thai_id, birth_date, authority_code, district_code, province_code, marital_status, visibility,
                             income_band, telephone_is_authoritys, has_occupation, telephone, house_register_address, occupation,
                             sex, title, first_name, last_name)
SELECT thai_id, birth_date, authority_code, drawn.district_code, drawn.province_code,
       (ARRAY['married', 'widowed', 'single'])[1 + draw % 3]::registry.marital_status,
       CASE programme WHEN 'aids' THEN 'authority' ELSE 'everyone' END::registry.visibility,
       1 + (draw % 20 = 0)::integer, false, draw % 4 = 0, '08' || lpad((draw % 100000000)::text, 8, '0'),
       ROW(1 + draw % 400, 1 + draw % 14, NULL, NULL, NULL, 'ตำบลทดสอบ', district.name_thai, province.name_thai,
           drawn.province_code || '000')::reference.address,
       CASE WHEN draw % 4 = 0 THEN 'ทำนา' END,
       CASE WHEN draw % 100 < 56 THEN 'female' ELSE 'male' END::registry.sex,
       CASE WHEN draw % 100 < 56 THEN 'นาง' ELSE 'นาย' END, 'ทดสอบ' || draw % 1000, 'ทดสอบ' || draw % 5003
  FROM drawn
  JOIN reference.district USING (district_code)
  JOIN reference.province ON province.province_code = drawn.province_code
 WHERE NOT is_second
 ORDER BY authority_code, thai_id;

INSERT INTO registry.claim (thai_id, facts, programme, authority_code, first_month, last_month, claimed_on, ordered_on, received_since,
                            way_of_payment, budget_type, state, district_code, province_code, bank_code, top_up,
                            bank_branch, account_number, account_name, sensitive)
SELECT thai_id,
       CASE programme
         WHEN 'elderly' THEN CASE
           WHEN draw % 200 = 0 THEN '{thai_nationality, in_house_register}'
           WHEN draw % 50 = 1
             THEN '{thai_nationality, in_house_register, state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}'
           ELSE '{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}' END
         WHEN 'disability' THEN CASE
           WHEN draw % 3 = 0 THEN '{thai_nationality, in_house_register, disability_card, physical_disability, !state_shelter, welfare_card}'
           ELSE '{thai_nationality, in_house_register, disability_card, physical_disability, !state_shelter, !welfare_card}' END
         ELSE '{thai_nationality, in_house_register, aids_certified, poor}' END::welfare.facts,
       programme, authority_code, '2024-01-01', CASE WHEN draw % 200 = 3 THEN DATE '2025-12-01' END, '2023-12-01', '2023-12-05', '2024-01-01',
       CASE WHEN draw % 10 < 7 THEN 'own_account' WHEN draw % 10 = 7 THEN 'cash_to_proxy' ELSE 'cash_in_person' END::reference.way_of_payment,
       'general', CASE WHEN draw % 200 = 3 THEN 'disposed' ELSE 'live' END::registry.claim_state, district_code, province_code,
       CASE WHEN draw % 10 < 7 THEN 6 END, CASE WHEN draw % 40 = 2 THEN 50 ELSE 0 END,
       CASE WHEN draw % 10 < 7 THEN 'ทดสอบ' END, CASE WHEN draw % 10 < 7 THEN (1000000000 + number)::text END,
       CASE WHEN draw % 10 < 7 THEN 'ทดสอบ' || draw % 1000 || ' ทดสอบ' || draw % 5003 END, programme = 'aids'
  FROM drawn
 ORDER BY authority_code, thai_id;

DROP TABLE drawn;
VACUUM (ANALYZE) registry.person, registry.claim;
