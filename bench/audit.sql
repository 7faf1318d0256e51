-- Two equal tables of people with thirty columns, one of them tracked, and a function for each that edits one person as
-- forms do: find and lock it, check what was typed, change it, write a line of history, answer in words.
-- Variable: people.
CREATE SCHEMA bench AUTHORIZATION welfare_owner;
SET ROLE welfare_owner;
SET search_path = pg_catalog, welfare, pg_temp;
CREATE TABLE bench.source AS
SELECT number, ('10000' || lpad(number::text, 7, '0') || thai_id_check_digit('10000' || lpad(number::text, 7, '0')))::thai_id AS thai_id,
       now() AS recorded_at, birth_date '15/06/2490' AS birth_date, 'male' AS sex, 'นาย' AS title, 'สมชาย' || number AS first_name, 'ใจดี' || number AS last_name,
       'married' AS marital_status, '0812345678' AS telephone, number::text AS house_number, '5' AS village_number, NULL::text AS building, NULL::text AS lane,
       'ถนนเพชรเกษม' AS road, 'ดอนยายหอม' AS subdistrict, 'เมืองนครปฐม' AS district, 'นครปฐม' AS province, '73000' AS postcode,
       number::text AS contact_house_number, NULL::text AS contact_village_number, NULL::text AS contact_building, NULL::text AS contact_lane, 'ถนนเพชรเกษม' AS contact_road,
       'ดอนยายหอม' AS contact_subdistrict, 'เมืองนครปฐม' AS contact_district, 'นครปฐม' AS contact_province, '73000' AS contact_postcode, 1500.00::numeric(12,2) AS monthly_income,
       5730102 AS authority_code
  FROM generate_series(1, :people) AS number;
ALTER TABLE bench.source ADD PRIMARY KEY (number);
CREATE TABLE bench.history (history_id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, thai_id thai_id NOT NULL, recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(), principal text, what text);
CREATE TABLE bench.untracked (LIKE bench.source);
ALTER TABLE bench.untracked ADD PRIMARY KEY (thai_id);
CREATE TABLE bench.tracked (LIKE bench.source);
ALTER TABLE bench.tracked ADD PRIMARY KEY (thai_id);
SELECT audit.track('bench.tracked', '{thai_id}', '{}', '{recorded_at}');

SELECT format($create$
  CREATE FUNCTION bench.edit_%1$s(first integer, last integer) RETURNS text LANGUAGE plpgsql
    SET search_path = pg_catalog, welfare, pg_temp AS $$
    DECLARE
      form jsonb := '{"title": "นาย", "first_name": "สมหมาย", "last_name": "ใจงาม", "telephone": "0898765432", "road": "ถนนทหารบก", "postcode": "73000", "birth_date": "15/06/2490"}';
      person bench.%1$s;
      answer text;
    BEGIN
      FOR edited IN first .. last LOOP
        SELECT * INTO person FROM bench.%1$s WHERE thai_id = (SELECT source.thai_id FROM bench.source WHERE number = edited) FOR UPDATE;
        PERFORM reference.refuse_unknown_keys(form, ARRAY['title', 'first_name', 'last_name', 'telephone', 'road', 'postcode', 'birth_date']);
        IF NOT EXISTS (SELECT FROM reference.local_authority WHERE local_authority.authority_code = person.authority_code AND valid @> DATE '2026-10-01') THEN
          PERFORM reference.refuse('WF014', NULL, person.authority_code::text);
        END IF;
        UPDATE bench.%1$s
           SET title = normalise_thai(form ->> 'title'), first_name = normalise_thai(form ->> 'first_name') || edited, last_name = normalise_thai(form ->> 'last_name'),
               telephone = form ->> 'telephone', road = form ->> 'road', birth_date = (form ->> 'birth_date')::birth_date, recorded_at = clock_timestamp()
         WHERE thai_id = person.thai_id;
        INSERT INTO bench.history (thai_id, principal, what) VALUES (person.thai_id, principal(), 'edit');
        PERFORM audit.record_look('bench.edit', person.thai_id, NULL, 1);
        answer := reference.message_text('WF000');
      END LOOP;
      RETURN answer;
    END $$$create$, name)
  FROM unnest(ARRAY['tracked', 'untracked']) AS name
\gexec
ANALYZE bench.source;
