-- A deterministic population as the CSV that `welfare import persons` reads.
--
--   psql -v people=50000 -f demo/population.sql > population.csv
--
-- Every value is a function of the person's number and a stated seed, so the same number of people
-- is always the same people. National IDs use office 0000, which nobody holds.
-- One row in five hundred has something wrong with it, to show what an import says about such rows.
\set QUIET on
\pset footer off
SET search_path = pg_catalog, welfare, pg_temp;
SET jit = off;

-- A number from 0 to range - 1 for a person and a purpose.
CREATE FUNCTION pg_temp.pick(person bigint, purpose text, range integer) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN ((pg_catalog.hashint8extended(person, pg_catalog.hashtextextended(purpose, 2569)) & 2147483647) % range)::integer;

COPY (
  WITH person AS (
    SELECT number,
           (ARRAY[1, 2, 3, 3, 3, 3, 4, 5])[1 + pg_temp.pick(number, 'category', 8)]::text
             || '0000' || pg_catalog.lpad((number * 7 % 10000000)::text, 7, '0') AS twelve,
           pg_temp.pick(number, 'sex', 100) < 56 AS is_female,
           -- one in nine is disabled, one in four of those is under 60; one in three hundred is on the AIDS allowance
           pg_temp.pick(number, 'disabled', 9) = 0 AS is_disabled,
           pg_temp.pick(number, 'young', 4) = 0 AS is_young,
           pg_temp.pick(number, 'aids', 300) = 0 AS has_aids,
           pg_temp.pick(number, 'age', 10000) AS age_draw,
           pg_temp.pick(number, 'fault', 500) = 0 AS is_faulty,
           pg_temp.pick(number, 'fault kind', 10) AS fault
      FROM generate_series(1, :people) AS number
  ),
  born AS (
    SELECT person.*,
           is_disabled AND is_young AS is_young_disabled,
           CASE WHEN is_disabled AND is_young
                THEN DATE '2026-09-30' - (365 * 3 + pg_temp.pick(number, 'young age', 365 * 56))
                -- ages from 60 to about 104, thinning out with the square of the draw
                ELSE DATE '2026-09-30' - (365.25 * 60)::integer - (16070.0 * (age_draw / 10000.0) * (age_draw / 10000.0))::integer
           END AS birthday
      FROM person
  ),
  claimed AS (
    SELECT born.*, programme,
           CASE programme
             WHEN 'elderly' THEN
               -- confirmed within ten months around reaching 60, nobody before the allowance was for all
               greatest(DATE '2009-04-01' + pg_temp.pick(number, 'first claims', 900),
                        (birthday + interval '60 years')::date - 300 + pg_temp.pick(number, 'claim', 400))
             WHEN 'disability' THEN
               greatest(DATE '2010-04-01', birthday + 400) + pg_temp.pick(number, 'card', 5000)
             ELSE DATE '2012-01-01' + pg_temp.pick(number, 'certificate', 5000)
           END AS claimed_on
      FROM born
     CROSS JOIN LATERAL (VALUES
       ('elderly', NOT (is_disabled AND is_young)), ('disability', is_disabled), ('aids', has_aids AND NOT is_young)) AS wanted (programme, claims)
     WHERE wanted.claims
  ),
  described AS (
    SELECT claimed.*,
           least(claimed_on, DATE '2026-08-20') AS made_on,
           least(claimed_on, DATE '2026-08-20') + 3 + pg_temp.pick(number, 'order', 7) AS ordered_on,
           pg_temp.pick(number, 'birth precision', 40) AS birth_precision,
           pg_temp.pick(number, 'pension', 50) = 0 AS has_pension,
           pg_temp.pick(number, 'unknown', 200) = 0 AS is_unchecked,
           pg_temp.pick(number, 'welfare card', 3) = 0 AS has_card,
           pg_temp.pick(number, 'way', 10) AS way,
           pg_temp.pick(number, 'income', 10) AS income,
           pg_temp.pick(number, 'kind of disability', 20) AS kind,
           pg_temp.pick(number, 'road', 20) AS road_number,
           pg_temp.pick(number, 'contact', 12) = 0 AS lives_elsewhere,
           places.authorities[1 + pg_temp.pick(number, 'authority', places.count)] AS authority,
           places.districts[1 + pg_temp.pick(number, 'authority', places.count)] AS home_district,
           places.districts[1 + pg_temp.pick(number, 'contact district', places.count)] AS contact_district
      FROM claimed
     CROSS JOIN (SELECT array_agg(local_authority.authority_code ORDER BY local_authority.authority_code) AS authorities,
                        array_agg(district.name_thai ORDER BY local_authority.authority_code) AS districts,
                        count(*)::integer AS count
                   FROM reference.local_authority JOIN reference.district USING (district_code)) AS places
  )
  SELECT CASE WHEN is_faulty AND fault = 0
              THEN twelve || ((welfare.thai_id_check_digit(twelve) + 1) % 10)::text
              ELSE welfare.format_thai_id((twelve || welfare.thai_id_check_digit(twelve))::welfare.thai_id) END AS thai_id,
         CASE WHEN is_young_disabled AND birthday > DATE '2011-09-30' THEN CASE WHEN is_female THEN 'ด.ญ.' ELSE 'ด.ช.' END
              WHEN is_female THEN (ARRAY['นาง', 'นางสาว'])[1 + pg_temp.pick(number, 'title', 2)] ELSE 'นาย' END AS title,
         CASE WHEN is_faulty AND fault = 1 THEN ''
              WHEN is_female THEN (ARRAY['สมศรี', 'บุญมี', 'ทองใบ', 'ประไพ', 'สายหยุด', 'มาลี', 'จันทร์เพ็ญ', 'ลำดวน', 'อุไร', 'แฉล้ม', 'เพ็ญศรี', 'น้ำผึ้ง'])[1 + pg_temp.pick(number, 'first name', 12)]
              ELSE (ARRAY['สมชาย', 'บุญส่ง', 'ประเสริฐ', 'ทองดี', 'สำราญ', 'วิชัย', 'ประยูร', 'สมหมาย', 'ไพศาล', 'เฉลิม', 'อำนวย', 'โชติ'])[1 + pg_temp.pick(number, 'first name', 12)]
         END AS first_name,
         (ARRAY['ทอง', 'ศรี', 'บุญ', 'แก้ว', 'พูน', 'สุข', 'วงศ์', 'จันทร์', 'เจริญ', 'มั่น', 'เพชร', 'รัตน์'])[1 + pg_temp.pick(number, 'surname', 12)]
           || (ARRAY['สวัสดิ์', 'ประเสริฐ', 'พันธุ์', 'สมบูรณ์', 'ไพบูลย์', 'มณี', 'เกษม', 'อุดม', 'นาค', 'งาม'])[1 + pg_temp.pick(number, 'surname end', 10)] AS last_name,
         CASE WHEN is_female THEN 'หญิง' ELSE 'ชาย' END AS sex,
         CASE WHEN is_faulty AND fault = 2 THEN '15/02/2483'
              -- one in twenty of those born before 2490 knows the year only, as many the month only
              WHEN birthday < DATE '1947-01-01' AND birth_precision IN (0, 1) THEN '00/00/' || welfare.be_year(birthday)
              WHEN birthday < DATE '1947-01-01' AND birth_precision IN (2, 3) THEN '00/' || to_char(birthday, 'MM/') || welfare.be_year(birthday)
              WHEN birth_precision = 4 THEN welfare.format_thai_date(birthday, 'long_thai')
              ELSE welfare.format_thai_date(birthday, 'numeric') END AS birth_date,
         CASE WHEN is_young_disabled THEN 'โสด'
              ELSE (ARRAY['สมรส', 'สมรส', 'สมรส', 'หม้าย', 'หม้าย', 'โสด', 'หย่าร้าง', 'แยกกันอยู่'])[1 + pg_temp.pick(number, 'marital status', 8)] END AS marital_status,
         CASE WHEN is_faulty AND fault = 6 THEN 'ไม่มี'
              WHEN pg_temp.pick(number, 'telephone', 3) = 0 THEN '034-' || lpad((pg_temp.pick(number, 'line', 1000000))::text, 6, '0')
              ELSE '08' || pg_temp.pick(number, 'operator', 10) || '-' || lpad((pg_temp.pick(number, 'line', 10000000))::text, 7, '0') END AS telephone,
         CASE WHEN income < 8 THEN '0 - 5,000 บาท' WHEN income = 8 THEN '5,001 - 10,000 บาท' ELSE '3' END AS income_band,
         CASE WHEN income IN (0, 1) THEN (500 + 50 * pg_temp.pick(number, 'amount', 90))::text
              WHEN income = 9 THEN '12,500.00' END AS monthly_income,
         CASE WHEN income < 6 THEN 'ไม่มีอาชีพ'
              ELSE (ARRAY['ทำนา', 'ทำสวน', 'เลี้ยงสัตว์', 'ค้าขาย', 'รับจ้างทั่วไป', 'เย็บผ้า', 'จักสาน'])[1 + pg_temp.pick(number, 'occupation', 7)] END AS occupation,
         (1 + pg_temp.pick(number, 'house', 400))::text || CASE WHEN pg_temp.pick(number, 'part of house', 3) = 0 THEN '/' || (1 + pg_temp.pick(number, 'part', 9)) ELSE '' END AS house_number,
         (1 + pg_temp.pick(number, 'village', 14))::text AS village_number,
         CASE WHEN pg_temp.pick(number, 'building', 60) = 0 THEN 'อาคาร ' || (1 + pg_temp.pick(number, 'floor', 5)) END AS building,
         CASE WHEN road_number < 3 THEN 'ซอย ' || (1 + pg_temp.pick(number, 'lane', 30)) END AS lane,
         CASE WHEN road_number < 6 THEN (ARRAY['เพชรเกษม', 'ทรงพล', 'ราชวิถี', 'เทศา', 'มาลัยแมน', 'ศาลายา-นครชัยศรี'])[1 + road_number] END AS road,
         (ARRAY['ดอนยายหอม', 'บางแขม', 'หนองปากโลง', 'ธรรมศาลา', 'บ่อพลับ', 'สระกะเทียม', 'ลำพยา', 'วังตะกู'])[1 + pg_temp.pick(number, 'subdistrict', 8)] AS subdistrict,
         CASE WHEN is_faulty AND fault = 7 THEN 'บางรัก' ELSE home_district END AS district,
         'นครปฐม' AS province,
         CASE WHEN is_faulty AND fault = 8 THEN '7300' ELSE '73' || (ARRAY['000', '110', '120', '140', '150', '170'])[1 + pg_temp.pick(number, 'postcode', 6)] END AS postcode,
         CASE WHEN lives_elsewhere THEN (1 + pg_temp.pick(number, 'contact house', 300))::text END AS contact_house_number,
         CASE WHEN lives_elsewhere THEN (1 + pg_temp.pick(number, 'contact village', 12))::text END AS contact_village_number,
         CASE WHEN lives_elsewhere THEN 'บ้านบุตร' END AS contact_subdistrict,
         CASE WHEN lives_elsewhere THEN contact_district END AS contact_district,
         CASE WHEN lives_elsewhere THEN 'นครปฐม' END AS contact_province,
         CASE WHEN lives_elsewhere THEN '73000' END AS contact_postcode,
         CASE WHEN is_faulty AND fault = 3 THEN '{thai_nationalty}' ELSE
           '{' || concat_ws(', ', 'thai_nationality', 'in_house_register',
             CASE programme WHEN 'disability' THEN
                              CASE WHEN is_faulty AND fault = 9 THEN 'disability_card' ELSE 'disability_card, ' ||
                                CASE WHEN kind < 9 THEN 'physical_disability' WHEN kind < 12 THEN 'hearing_disability'
                                     WHEN kind < 15 THEN 'seeing_disability' WHEN kind = 15 THEN 'mental_disability'
                                     WHEN kind = 16 THEN 'intellectual_disability' WHEN kind = 17 THEN 'seeing_disability, hearing_disability'
                                     WHEN kind = 18 THEN 'multiple_disability' ELSE 'unspecified_disability' END END
                            WHEN 'aids' THEN 'aids_certified, poor' END,
             CASE WHEN programme <> 'aids' AND is_unchecked THEN NULL
                  WHEN programme = 'elderly' THEN
                    concat_ws(', ', CASE WHEN has_pension THEN 'state_pension' ELSE '!state_pension' END,
                      '!special_pension', '!state_shelter', '!state_salary', '!state_enterprise_salary', '!local_authority_salary',
                      CASE WHEN is_disabled THEN 'disability_allowance' ELSE '!disability_allowance' END,
                      CASE WHEN NOT has_aids THEN '!aids_allowance' END)
                  WHEN programme = 'disability' THEN '!state_shelter' END,
             CASE WHEN programme = 'disability' THEN CASE WHEN has_card THEN 'welfare_card' ELSE '!welfare_card' END END) || '}'
         END AS facts,
         programme,
         CASE WHEN is_faulty AND fault = 4 THEN 9999999
              ELSE authority END AS authority_code,
         welfare.format_thai_date(made_on, 'numeric') AS claimed_on,
         CASE WHEN is_faulty AND fault = 5 THEN '31/02/2569' ELSE welfare.format_thai_date(ordered_on, 'short') END AS ordered_on,
         'งบทั่วไป' AS budget_type,
         CASE WHEN programme <> 'aids' AND pg_temp.pick(number, 'received', 15) = 0 THEN '04/2552' END AS received_since,
         CASE WHEN way < 7 THEN 'own_account' WHEN way = 7 THEN 'cash_to_proxy' ELSE 'รับเงินสดด้วยตนเอง' END AS way_of_payment,
         CASE WHEN way < 7 THEN (ARRAY['006', '030', '034'])[1 + pg_temp.pick(number, 'bank', 3)] END AS bank_code,
         CASE WHEN way < 7 THEN 'นครปฐม' END AS bank_branch,
         CASE WHEN way < 7 THEN lpad((1000000000 + number)::text, 10, '0') END AS account_number,
         CASE WHEN way < 7 THEN 'บัญชีผู้มีสิทธิ ' || number END AS account_name,
         CASE WHEN pg_temp.pick(number, 'top-up', 40) = 0 THEN '50' END AS top_up,
         CASE WHEN pg_temp.pick(number, 'remark', 100) = 0 THEN 'ผู้ดูแลเป็นบุตร' END AS remark
    FROM described
   ORDER BY number, programme
) TO STDOUT (FORMAT csv, HEADER);
