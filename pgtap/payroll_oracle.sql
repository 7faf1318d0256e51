-- The fast path against a slow, obvious one: 3,000 random elderly and disabled people over random months. The oracle
-- uses nothing of the schemas welfare, reference, registry or payment: its own dates, its own rates, one person at a time.
\ir fixture.psql
SELECT plan(8);
SELECT setseed(0.2569);

CREATE TEMP TABLE oracle_person AS
SELECT number, programme, born, precision, claimed,
       programme = 'disability' AND random() < 0.4 AS has_card,
       random() < 0.05 AS has_pension
  FROM (SELECT number,
               CASE WHEN random() < 0.75 THEN 'elderly' ELSE 'disability' END AS programme,
               (ARRAY['day', 'day', 'day', 'day', 'month', 'year'])[1 + floor(random() * 6)::integer] AS precision,
               CASE WHEN random() < 0.2 THEN (date_trunc('month', DATE '1930-06-01' + floor(random() * 20000)::integer) + interval '1 day' * floor(random() * 2))::date
                    ELSE DATE '1929-05-01' + floor(random() * 13500)::integer END AS elderly_born,
               DATE '1950-01-01' + floor(random() * 24000)::integer AS disabled_born,
               DATE '2007-01-01' + floor(random() * 7100)::integer AS claimed
          FROM generate_series(1, 3000) AS number) AS draw
 CROSS JOIN LATERAL (SELECT CASE programme WHEN 'elderly' THEN elderly_born ELSE least(disabled_born, claimed - 1) END AS born) AS birth;
-- A year alone is written in the Buddhist era; for births before 1941 that year runs from April (RC3, RC5).
ALTER TABLE oracle_person ADD be_year integer, ADD written text, ADD legal date;
UPDATE oracle_person SET be_year = extract(year FROM born) + CASE WHEN born < DATE '1941-01-01' AND extract(month FROM born) < 4 THEN 542 ELSE 543 END;
UPDATE oracle_person SET
  written = CASE precision WHEN 'day' THEN to_char(born, 'DD/MM/') || be_year WHEN 'month' THEN to_char(born, '00/MM/') || be_year ELSE '00/00/' || be_year END,
  legal = CASE precision WHEN 'day' THEN born WHEN 'month' THEN date_trunc('month', born)::date
               ELSE CASE WHEN be_year < 2484 THEN make_date(be_year - 543, 4, 1) ELSE make_date(be_year - 543, 1, 1) END END;
UPDATE oracle_person SET claimed = greatest(claimed, legal + 1);

-- Complete years at the end of a day: counted up one birthday at a time (RC6). A birthday on 29 February that does not
-- exist is 1 March, the day before it 28 February.
CREATE FUNCTION pg_temp.oracle_age(legal date, day date) RETURNS integer LANGUAGE plpgsql IMMUTABLE AS $$
  DECLARE age integer := 0; birthday date;
  BEGIN
    LOOP
      birthday := CASE WHEN extract(month FROM legal) = 2 AND extract(day FROM legal) = 29
                       THEN make_date((extract(year FROM legal) + age + 1)::integer, 2, 28) + 1
                       ELSE make_date((extract(year FROM legal) + age + 1)::integer, extract(month FROM legal)::integer, extract(day FROM legal)::integer) END;
      -- 28 February + 1 is 29 February in a leap year: the age is complete on the 28th either way
      EXIT WHEN birthday - 1 > day;
      age := age + 1;
    END LOOP;
    RETURN age;
  END $$;
-- The first month whose day before completes the age, looked for month by month.
CREATE FUNCTION pg_temp.oracle_first_month(legal date, years integer) RETURNS date LANGUAGE plpgsql IMMUTABLE AS $$
  DECLARE month date := date_trunc('month', legal + interval '1 year' * (years - 1))::date;
  BEGIN
    WHILE pg_temp.oracle_age(legal, month - 1) < years LOOP month := (month + interval '1 month')::date; END LOOP;
    RETURN month;
  END $$;
CREATE FUNCTION pg_temp.next_october(day date) RETURNS date LANGUAGE plpgsql IMMUTABLE AS $$
  DECLARE month date := date_trunc('month', day)::date;
  BEGIN
    IF month < day THEN month := (month + interval '1 month')::date; END IF;
    WHILE extract(month FROM month) <> 10 LOOP month := (month + interval '1 month')::date; END LOOP;
    RETURN month;
  END $$;
-- The first month paid (DE17, DE18, EG4.1), clause by clause.
CREATE FUNCTION pg_temp.oracle_begins(programme text, legal date, claimed date) RETURNS date LANGUAGE plpgsql IMMUTABLE AS $$
  DECLARE
    sixty date;
    after_claim date := (date_trunc('month', claimed) + interval '1 month')::date;
    begins date;
  BEGIN
    IF programme = 'disability' THEN
      IF claimed >= DATE '2015-10-01' THEN RETURN after_claim; END IF;
      IF claimed >= DATE '2010-04-01' THEN RETURN pg_temp.next_october(claimed + 1); END IF;
      IF claimed >= DATE '2009-10-01' THEN RETURN DATE '2010-04-01'; END IF;
      RETURN after_claim;
    END IF;
    sixty := pg_temp.oracle_first_month(legal, 60);
    IF claimed >= DATE '2023-08-12' THEN RETURN greatest(after_claim, sixty); END IF;
    IF claimed < DATE '2009-04-01' THEN
      begins := DATE '2009-04-01';
      IF sixty > begins THEN begins := pg_temp.next_october(sixty); END IF;
    ELSIF claimed < DATE '2017-10-01' THEN
      begins := pg_temp.next_october(claimed + 1);
      IF sixty > begins THEN begins := pg_temp.next_october(sixty); END IF;
    ELSIF claimed BETWEEN DATE '2018-10-01' AND DATE '2018-11-30' OR claimed BETWEEN DATE '2019-10-01' AND DATE '2019-11-30' THEN
      begins := greatest(after_claim, sixty);
    ELSE
      begins := greatest(pg_temp.next_october(claimed + 1), sixty);
    END IF;
    -- EG3.1: from September 2566 everybody falls under the new regulation
    RETURN least(begins, greatest(DATE '2023-09-01', after_claim, sixty));
  END $$;
-- Baht for a month, from rates written here.
CREATE FUNCTION pg_temp.oracle_amount(programme text, legal date, begins date, has_card boolean, has_pension boolean, month date) RETURNS text
LANGUAGE plpgsql IMMUTABLE AS $$
  DECLARE age integer; amount numeric; other numeric := 0;
  BEGIN
    IF month < begins OR (programme = 'elderly' AND has_pension) THEN RETURN NULL; END IF;
    IF programme = 'disability' THEN
      IF month < DATE '2014-10-01' THEN amount := 500;
      ELSIF month < DATE '2020-10-01' THEN amount := 800;
      ELSIF pg_temp.oracle_age(legal, month - 1) < 18 THEN amount := 1000;
      ELSE amount := 800; IF has_card THEN other := 200; END IF;
      END IF;
      RETURN concat_ws('+', amount, nullif(other, 0));
    END IF;
    IF month < DATE '2011-10-01' THEN RETURN '500'; END IF;
    IF month >= DATE '2023-09-01' THEN age := pg_temp.oracle_age(legal, month - 1);
    ELSE age := greatest(60, pg_temp.oracle_age(legal, make_date(extract(year FROM month)::integer - CASE WHEN extract(month FROM month) < 10 THEN 1 ELSE 0 END, 9, 30)));
    END IF;
    amount := CASE WHEN age >= 90 THEN 1000 WHEN age >= 80 THEN 800 WHEN age >= 70 THEN 700 ELSE 600 END;
    IF month BETWEEN DATE '2022-04-01' AND DATE '2022-09-01' THEN
      amount := amount + CASE WHEN age >= 90 THEN 250 WHEN age >= 80 THEN 200 WHEN age >= 70 THEN 150 ELSE 100 END;
    END IF;
    RETURN amount::text;
  END $$;

ALTER TABLE oracle_person ADD begins date;
UPDATE oracle_person SET begins = pg_temp.oracle_begins(programme, legal, claimed);
GRANT SELECT ON oracle_person TO PUBLIC;
SELECT pg_temp.become('welfare_admin');
SELECT is((SELECT array_agg(refused) FROM pg_temp.import(VARIADIC (
    SELECT array_agg(jsonb_build_object('thai_id', pg_temp.id(number), 'birth_date', written, 'programme', programme,
             'claimed_on', to_char(claimed, 'YYYY-MM-DD'), 'ordered_on', to_char(claimed, 'YYYY-MM-DD'),
             'facts', CASE programme WHEN 'elderly'
               THEN '{thai_nationality, in_house_register, ' || CASE WHEN has_pension THEN '' ELSE '!' END || 'state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary, !disability_allowance, !aids_allowance}'
               ELSE '{thai_nationality, in_house_register, disability_card, !state_shelter, ' || CASE WHEN has_card THEN '' ELSE '!' END || 'welfare_card}' END)
             ORDER BY number) FROM oracle_person))), ARRAY[0], '3,000 random people are taken');
RESET ROLE;
SELECT is((SELECT count(*) FROM oracle_person JOIN registry.claim ON claim.thai_id = pg_temp.id(number)::welfare.thai_id
            WHERE claim.first_month <> begins), 0::bigint,
          'EG4.1, DE17, DE18: every first month is the oracle''s');
SELECT is((SELECT count(*) FROM oracle_person JOIN registry.claim ON claim.thai_id = pg_temp.id(number)::welfare.thai_id), 3000::bigint, 'of all 3,000');

CREATE TEMP TABLE oracle_month AS SELECT month::date FROM unnest(ARRAY['2009-10-01', '2011-09-01', '2011-10-01', '2014-10-01', '2017-10-01', '2018-12-01',
  '2020-09-01', '2020-10-01', '2022-06-01', '2022-10-01', '2023-08-01', '2023-09-01', '2023-10-01', '2024-03-01', '2025-02-01', '2026-01-01', '2026-10-01']) AS month;
GRANT SELECT ON oracle_month TO PUBLIC;
SELECT pg_temp.become('welfare_admin');
SELECT payment.prepare(month) FROM oracle_month \g /dev/null
RESET ROLE;
CREATE TEMP TABLE compared (number integer, month date, programme text, wanted text, paid text);
INSERT INTO compared
SELECT number, oracle_month.month, oracle_person.programme,
       pg_temp.oracle_amount(oracle_person.programme, legal, begins, has_card, has_pension, oracle_month.month),
       CASE WHEN line.thai_id IS NOT NULL THEN concat_ws('+', line.allowance::integer, nullif(line.other_payers, 0)::integer) END
  FROM oracle_person
 CROSS JOIN oracle_month
  LEFT JOIN payment.line ON line.thai_id = pg_temp.id(number)::welfare.thai_id AND line.month = oracle_month.month;
SELECT is((SELECT count(*) FROM compared WHERE wanted IS DISTINCT FROM paid), 0::bigint, 'RC7, RC8, DE4, DE5: every amount of every month is the oracle''s');
SELECT diag(format('difference: person %s, %s, %s: oracle %s, paid %s', number, programme, month, wanted, paid)) FROM compared WHERE wanted IS DISTINCT FROM paid LIMIT 5;
-- a comparison of nothing with nothing would prove nothing
SELECT cmp_ok((SELECT count(*) FROM compared WHERE paid IS NOT NULL), '>', 15000::bigint, 'with payments to compare');
SELECT cmp_ok((SELECT count(*) FROM compared WHERE paid IS NULL), '>', 5000::bigint, 'and months without');
SELECT cmp_ok((SELECT count(DISTINCT paid) FROM compared), '>=', 8::bigint, 'of every amount that the years know');
SELECT cmp_ok((SELECT count(*) FROM oracle_person WHERE precision <> 'day' AND be_year < 2484), '>', 100::bigint, 'RC5: and more than a hundred births of unknown day before 2484');
SELECT * FROM finish();
ROLLBACK;
