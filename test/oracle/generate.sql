-- Random people and what happened to them, in plain tables of the schema `generated`: no rule is applied here.
-- Uses nothing of the schemas welfare, reference or registry. Parameters (psql variables): people, seed.
-- The same seed draws the same people on every machine, however the server plans.
\set ON_ERROR_STOP on
BEGIN;
CREATE SCHEMA generated;
CREATE TABLE generated.setting AS SELECT :people::integer AS people, :seed::bigint AS seed;

-- A number in [0, 1) for a person and a purpose. Parameters: number of the person; purpose, 0 to 999.
CREATE FUNCTION generated.draw(number integer, purpose integer) RETURNS double precision
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (hashint8extended(number::bigint * 1000 + purpose, :seed) & 1073741823)::double precision / 1073741824;
-- A day from one to another, both included, or the first when they are in the wrong order.
CREATE FUNCTION generated.day(number integer, purpose integer, earliest date, latest date) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN earliest + floor(generated.draw(number, purpose) * greatest(latest - earliest + 1, 1))::integer;
-- A third of the days are put on the last, first or second of a month, where rules change their mind.
CREATE FUNCTION generated.edge(number integer, purpose integer, day date) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN generated.draw(number, purpose) < 0.12 THEN date_trunc('month', day)::date
              WHEN generated.draw(number, purpose) < 0.20 THEN date_trunc('month', day)::date + 1
              WHEN generated.draw(number, purpose) < 0.32 THEN (date_trunc('month', day) + interval '1 month')::date - 1
              ELSE day END;

-- 1. Persons: which programmes, when born, what of the birth date is known.
CREATE TABLE generated.person AS
WITH kind AS (
  SELECT number, generated.draw(number, 1) AS mixture FROM generate_series(1, :people) AS number),
programmes AS (
  SELECT number,
         mixture < 0.62 OR mixture BETWEEN 0.84 AND 0.96 OR mixture >= 0.98 AS elderly,
         mixture BETWEEN 0.62 AND 0.80 OR mixture BETWEEN 0.84 AND 0.94 OR mixture >= 0.96 AS disabled,
         mixture BETWEEN 0.80 AND 0.84 OR mixture BETWEEN 0.94 AND 0.96 OR mixture >= 0.96 AS has_aids
    FROM kind),
born AS (
  SELECT *,
         CASE WHEN elderly THEN generated.day(number, 2, DATE '1917-01-01', DATE '1972-06-30')
              WHEN disabled AND generated.draw(number, 3) < 0.45 THEN generated.day(number, 2, DATE '1998-01-01', DATE '2020-12-31')
              ELSE generated.day(number, 2, DATE '1940-06-01', DATE '2005-12-31') END AS drawn
    FROM programmes),
placed AS (
  SELECT *,
         CASE WHEN generated.draw(number, 4) < 0.08 THEN date_trunc('month', drawn)::date
              WHEN generated.draw(number, 4) < 0.12 THEN date_trunc('month', drawn)::date + 1
              -- 29 February of the leap year before
              WHEN generated.draw(number, 4) < 0.15 THEN make_date((extract(year FROM drawn)::integer / 4) * 4, 2, 29)
              ELSE drawn END AS born
    FROM born)
SELECT number, elderly, disabled, has_aids,
       -- the year that the papers of the time give: until 1940 it began in April
       CASE WHEN born < DATE '1941-01-01' AND extract(month FROM born) < 4 THEN extract(year FROM born)::integer + 542
            ELSE extract(year FROM born)::integer + 543 END AS year_be,
       CASE WHEN precision_drawn >= 0.09 THEN extract(month FROM born)::integer END AS month,
       CASE WHEN precision_drawn >= 0.18 THEN extract(day FROM born)::integer END AS day,
       -- only for drawing what comes after birth
       born AS about_born
  FROM placed CROSS JOIN LATERAL (SELECT generated.draw(number, 5) AS precision_drawn) AS precision;
ALTER TABLE generated.person ADD PRIMARY KEY (number);

-- 2. Deaths, and where people lived: up to three places, the third now and then the first again.
ALTER TABLE generated.person ADD died_on date;
UPDATE generated.person
   SET died_on = generated.edge(number, 11, generated.day(number, 12, greatest(DATE '2009-02-01', about_born + 200), DATE '2032-12-31'))
 WHERE generated.draw(number, 10) < 0.25;

CREATE TABLE generated.authority AS
SELECT * FROM (VALUES (1, 3730101), (2, 5730102), (3, 5730103), (4, 6730123), (5, 5730201), (6, 6730201), (7, 6730204),
  (8, 6730213), (9, 6730215), (10, 5730301), (11, 6730302), (12, 5730401), (13, 6730402), (14, 5730501), (15, 6730502),
  (16, 4730601), (17, 4730602), (18, 6730603), (19, 5730701), (20, 6730702)) AS authority (authority, authority_code);

-- Authority 0 is Bangkok. A move's day is the day in the house register.
CREATE TABLE generated.residence (number integer, place integer, authority integer, from_day date, PRIMARY KEY (number, place));
INSERT INTO generated.residence
SELECT number, 1, 1 + floor(generated.draw(number, 20) * 20)::integer, DATE '1850-01-01' FROM generated.person;
INSERT INTO generated.residence
SELECT number, 2, CASE WHEN generated.draw(number, 22) < 0.06 THEN 0
                       ELSE 1 + (home.authority + floor(generated.draw(number, 23) * 18)::integer) % 20 END, moved_on
  FROM generated.person
  JOIN generated.residence AS home USING (number)
 CROSS JOIN LATERAL (SELECT generated.edge(number, 24, generated.day(number, 25, greatest(DATE '2009-04-01', about_born + 150), DATE '2032-08-31')) AS moved_on) AS move
 WHERE generated.draw(number, 21) < 0.35 AND moved_on < coalesce(died_on, 'infinity');
INSERT INTO generated.residence
SELECT person.number, 3, CASE WHEN generated.draw(person.number, 31) < 0.6 THEN home.authority
                              ELSE 1 + (away.authority + floor(generated.draw(person.number, 32) * 18)::integer) % 20 END, moved_on
  FROM generated.person
  JOIN generated.residence AS home ON home.number = person.number AND home.place = 1
  JOIN generated.residence AS away ON away.number = person.number AND away.place = 2
 CROSS JOIN LATERAL (
   SELECT CASE WHEN generated.draw(person.number, 33) < 0.35 THEN away.from_day + 1 + floor(generated.draw(person.number, 34) * 40)::integer
               -- the end of the fiscal year, and the day after it
               WHEN generated.draw(person.number, 33) < 0.55 THEN make_date((extract(year FROM away.from_day + interval '3 months'))::integer, 9, 30)
                                                             + floor(generated.draw(person.number, 34) * 2)::integer
               ELSE away.from_day + 1 + floor(generated.draw(person.number, 34) * 900)::integer END AS moved_on) AS move
 WHERE generated.draw(person.number, 30) < 0.40 AND moved_on > away.from_day AND moved_on < coalesce(died_on, 'infinity');
-- moving to where one lives is no move
DELETE FROM generated.residence AS later USING generated.residence AS earlier
 WHERE later.number = earlier.number AND later.place = earlier.place + 1 AND later.authority = earlier.authority;

-- 3. Claims: the first of each programme, where the person lives on that day; then, perhaps, one more at each later place.
CREATE TABLE generated.claim (
  number integer, programme text, ordinal integer, authority integer, claimed_on date, ordered_on date,
  acknowledged boolean NOT NULL DEFAULT true, waived_on date, posted_on date, removed_on date, suspended_on date, resumed_on date,
  PRIMARY KEY (number, programme, ordinal));
INSERT INTO generated.claim (number, programme, ordinal, authority, claimed_on)
WITH wish AS (
  SELECT person.*, programme, salt,
         CASE WHEN programme = 'elderly' THEN (about_born + interval '59 years')::date ELSE about_born + 30 END AS earliest,
         ARRAY[DATE '2009-03-31', '2009-04-01', '2009-09-30', '2009-10-01', '2010-03-31', '2010-04-01', '2010-09-30', '2010-10-01', '2015-09-30', '2015-10-01',
               '2015-11-15', '2017-09-30', '2017-10-01', '2018-09-30', '2018-10-01', '2018-10-15', '2018-11-30', '2018-12-01', '2019-09-30', '2019-10-01',
               '2019-11-11', '2019-11-30', '2019-12-01', '2023-08-11', '2023-08-12', '2023-08-31', '2023-09-01', '2023-09-30'] AS turning
    FROM generated.person
   CROSS JOIN LATERAL (VALUES ('elderly', 100, elderly), ('disability', 200, disabled), ('aids', 300, has_aids)) AS held (programme, salt, holds)
   WHERE holds),
dated AS (
  SELECT *,
         CASE WHEN generated.draw(number, salt + 1) < 0.12 THEN turning[1 + floor(generated.draw(number, salt + 2) * array_length(turning, 1))::integer]
              -- about the age
              WHEN programme = 'elderly' AND earliest > DATE '2008-01-01' AND generated.draw(number, salt + 1) < 0.65
              THEN generated.edge(number, salt + 3, generated.day(number, salt + 2, earliest, earliest + 700))
              WHEN programme = 'elderly' THEN generated.edge(number, salt + 3, generated.day(number, salt + 2, greatest(earliest, DATE '2008-01-01'), greatest(earliest + 300, DATE '2019-12-31')))
              ELSE generated.edge(number, salt + 3, generated.day(number, salt + 2, greatest(earliest, DATE '2007-10-01'), DATE '2029-12-31')) END AS drawn
    FROM wish),
claimed AS (
  SELECT *, CASE WHEN drawn < earliest THEN earliest + floor(generated.draw(number, salt + 4) * 800)::integer ELSE drawn END AS claimed_on
    FROM dated)
SELECT number, programme, 1, residence.authority, claimed_on
  FROM claimed
  JOIN LATERAL (SELECT residence.authority FROM generated.residence
                 WHERE residence.number = claimed.number AND residence.from_day <= claimed_on
                 ORDER BY residence.from_day DESC LIMIT 1) AS residence ON residence.authority <> 0
 WHERE claimed_on <= coalesce(died_on, 'infinity');

-- a confirmation or application at a later place, before the next move
INSERT INTO generated.claim (number, programme, ordinal, authority, claimed_on)
SELECT claim.number, claim.programme, residence.place, residence.authority, again_on
  FROM generated.claim
  JOIN generated.person ON person.number = claim.number
  JOIN generated.residence ON residence.number = claim.number AND residence.from_day > claim.claimed_on
  LEFT JOIN generated.residence AS next ON next.number = claim.number AND next.place = residence.place + 1
 CROSS JOIN LATERAL (SELECT residence.place * 100 + CASE claim.programme WHEN 'elderly' THEN 140 WHEN 'disability' THEN 150 ELSE 160 END AS salt) AS salted
 CROSS JOIN LATERAL (
   SELECT CASE WHEN generated.draw(claim.number, salt) < 0.1 THEN residence.from_day
               WHEN generated.draw(claim.number, salt) < 0.5 THEN residence.from_day + floor(generated.draw(claim.number, salt + 1) * 45)::integer
               WHEN generated.draw(claim.number, salt) < 0.75 THEN generated.edge(claim.number, salt + 2, residence.from_day + 31 + floor(generated.draw(claim.number, salt + 1) * 700)::integer)
          END AS again_on) AS again
 WHERE claim.ordinal = 1 AND again_on < coalesce(next.from_day, 'infinity') AND again_on <= coalesce(died_on, 'infinity');

-- 4. Orders: most within weeks, some late, some never. Bangkok's own are no matter of this system.
UPDATE generated.claim
   SET ordered_on = CASE WHEN generated.draw(number, 500 + salt) < 0.03 AND ordinal = 1 OR generated.draw(number, 500 + salt) < 0.015 THEN NULL
                         WHEN generated.draw(number, 500 + salt) < 0.15 THEN claimed_on
                         WHEN generated.draw(number, 500 + salt) < 0.90 THEN claimed_on + floor(generated.draw(number, 520 + salt) * 60)::integer
                         ELSE claimed_on + floor(generated.draw(number, 520 + salt) * 700)::integer END
  FROM (SELECT number AS of_number, programme AS of_programme, ordinal AS of_ordinal,
               ordinal + CASE programme WHEN 'elderly' THEN 0 WHEN 'disability' THEN 4 ELSE 8 END AS salt FROM generated.claim) AS salted
 WHERE number = of_number AND programme = of_programme AND ordinal = of_ordinal AND authority <> 0;

-- 5. The last claim of a programme may be waived, removed (after a notice of its days), or suspended while nobody moves.
UPDATE generated.claim AS claim SET
  waived_on = CASE WHEN ending_drawn < 0.05 THEN generated.edge(claim.number, 560 + salt, ordered_on + floor(generated.draw(claim.number, 550 + salt) * 4000)::integer) END,
  posted_on = CASE WHEN ending_drawn BETWEEN 0.05 AND 0.12 THEN ordered_on + floor(generated.draw(claim.number, 550 + salt) * 4000)::integer END,
  suspended_on = CASE WHEN NOT moves AND generated.draw(claim.number, 570 + salt) < 0.06
                      THEN generated.edge(claim.number, 580 + salt, ordered_on + floor(generated.draw(claim.number, 590 + salt) * 3000)::integer) END
  FROM (SELECT number, programme, max(ordinal) AS ordinal, CASE programme WHEN 'elderly' THEN 1 WHEN 'disability' THEN 2 ELSE 3 END AS salt,
               EXISTS (SELECT FROM generated.residence WHERE residence.number = claim.number AND residence.place > 1) AS moves
          FROM generated.claim GROUP BY number, programme) AS last
 CROSS JOIN LATERAL (SELECT generated.draw(last.number, 540 + salt) AS ending_drawn) AS draw
 WHERE claim.number = last.number AND claim.programme = last.programme AND claim.ordinal = last.ordinal AND claim.ordered_on IS NOT NULL;
-- an edge may lie before the order
UPDATE generated.claim SET waived_on = ordered_on WHERE waived_on < ordered_on;
UPDATE generated.claim SET suspended_on = ordered_on WHERE suspended_on < ordered_on;
UPDATE generated.claim SET removed_on = posted_on + 16 + floor(generated.draw(number, 600) ^ 3 * 200)::integer WHERE posted_on IS NOT NULL;
-- nobody waives, is removed, or suspended after death
UPDATE generated.claim SET
  waived_on = CASE WHEN waived_on <= coalesce(died_on, 'infinity') THEN waived_on END,
  posted_on = CASE WHEN removed_on <= coalesce(died_on, 'infinity') THEN posted_on END,
  removed_on = CASE WHEN removed_on <= coalesce(died_on, 'infinity') THEN removed_on END,
  suspended_on = CASE WHEN suspended_on < least(coalesce(died_on, 'infinity'), coalesce(waived_on, 'infinity'), coalesce(removed_on, 'infinity')) THEN suspended_on END
  FROM generated.person WHERE person.number = claim.number;
UPDATE generated.claim SET resumed_on = resumes_on
  FROM (SELECT claim.number AS of_number, programme AS of_programme, ordinal AS of_ordinal, died_on,
               generated.edge(claim.number, 610, suspended_on + 1 + floor(generated.draw(claim.number, 611) * 500)::integer) AS resumes_on
          FROM generated.claim JOIN generated.person USING (number)) AS resuming
 WHERE number = of_number AND programme = of_programme AND ordinal = of_ordinal AND generated.draw(number, 612) < 0.5
   AND resumes_on > suspended_on
   AND resumes_on < least(coalesce(died_on, 'infinity'), coalesce(waived_on, 'infinity'), coalesce(removed_on, 'infinity'));

-- Some new authorities wait for the old one to acknowledge the move.
UPDATE generated.claim SET acknowledged = false
  FROM generated.person
 WHERE person.number = claim.number AND ordinal > 1 AND ordered_on IS NOT NULL AND generated.draw(claim.number, 620) < 0.2
   AND num_nonnulls(died_on, waived_on, removed_on, suspended_on) = 0
   AND NOT EXISTS (SELECT FROM generated.residence WHERE residence.number = claim.number AND residence.from_day > claim.claimed_on);

-- 6. What is true of a person, from which day: a row says that from its day on the term is true, or false; no row, not known.
CREATE TABLE generated.fact (number integer, term text, from_day date, value boolean, PRIMARY KEY (number, term, from_day));
INSERT INTO generated.fact
WITH term (term, salt, for_elderly, for_disabled, for_aids, always, gained, lost, lost_and_regained, never) AS (VALUES
  -- shares of people: true throughout; from a day on; until a day; true, false, true; false throughout; the rest: not known
  ('thai_nationality',        700, true, true, false, 0.950, 0.015, 0.015, 0.005, 0.010),
  ('in_house_register',       705, true, true, true,  0.950, 0.010, 0.020, 0.010, 0.005),
  ('state_pension',           710, true, false, false, 0.015, 0.015, 0.015, 0.002, 0.948),
  ('special_pension',         715, true, false, false, 0.005, 0.008, 0.008, 0.001, 0.977),
  ('state_shelter',           720, true, true, false,  0.010, 0.015, 0.010, 0.005, 0.955),
  ('state_salary',            725, true, false, false, 0.005, 0.010, 0.012, 0.001, 0.971),
  ('state_enterprise_salary', 730, true, false, false, 0.005, 0.010, 0.010, 0.001, 0.973),
  ('local_authority_salary',  735, true, false, false, 0.005, 0.010, 0.010, 0.001, 0.973),
  ('disability_allowance',    740, true, false, false, 0.120, 0.050, 0.020, 0.000, 0.810),
  ('aids_allowance',          745, true, false, false, 0.040, 0.020, 0.010, 0.000, 0.930),
  ('disability_card',         750, false, true, false, 0.850, 0.030, 0.050, 0.030, 0.020),
  ('welfare_card',            755, false, true, false, 0.250, 0.250, 0.100, 0.050, 0.345),
  ('aids_certified',          760, false, false, true, 1.000, 0.000, 0.000, 0.000, 0.000),
  ('poor',                    765, false, false, true, 0.600, 0.000, 0.000, 0.000, 0.390),
  ('abandoned',               770, false, false, true, 0.200, 0.000, 0.000, 0.000, 0.790),
  ('no_supporter',            775, false, false, true, 0.200, 0.000, 0.000, 0.000, 0.790),
  ('cannot_work',             780, false, false, true, 0.300, 0.000, 0.000, 0.000, 0.690)),
-- Who moves only loses qualifications and has no bar: what is completed after a move is no rule's subject.
mover AS (
  SELECT DISTINCT number FROM generated.residence WHERE place > 1),
story AS (
  SELECT person.number, term, salt, CASE WHEN mover.number IS NOT NULL AND term ~ 'pension|shelter|salary' THEN 'never'
                                  WHEN mover.number IS NOT NULL AND term IN ('thai_nationality', 'in_house_register', 'disability_card')
                                       AND (share < always + gained OR share BETWEEN always + gained + lost AND always + gained + lost + lost_and_regained) THEN 'always'
                                  WHEN share < always THEN 'always'
                                  WHEN share < always + gained THEN 'gained'
                                  WHEN share < always + gained + lost THEN 'lost'
                                  WHEN share < always + gained + lost + lost_and_regained THEN 'lost and regained'
                                  WHEN share < always + gained + lost + lost_and_regained + never THEN 'never' END AS story
    FROM generated.person
    JOIN term ON elderly AND for_elderly OR disabled AND for_disabled OR has_aids AND for_aids
    LEFT JOIN mover USING (number)
   CROSS JOIN LATERAL (SELECT generated.draw(person.number, salt) AS share) AS drawn),
told AS (
  SELECT number, term, story, change_day, generated.edge(number, salt + 4, change_day + 1 + floor(generated.draw(number, salt + 3) * 900)::integer) AS second_day
    FROM story
    LEFT JOIN (SELECT number AS of_number, min(claimed_on) AS first_claim FROM generated.claim GROUP BY number) AS claimed ON of_number = number
   CROSS JOIN LATERAL (SELECT generated.edge(number, salt + 1, generated.day(number, salt + 2, coalesce(first_claim, DATE '2015-01-01') - 300, DATE '2031-12-31')) AS change_day) AS change
   WHERE story IS NOT NULL)
SELECT number, term, DATE '1850-01-01', story IN ('always', 'lost', 'lost and regained') FROM told
UNION ALL
SELECT number, term, change_day, story = 'gained' FROM told WHERE story IN ('gained', 'lost', 'lost and regained')
UNION ALL
SELECT number, term, second_day, true FROM told WHERE story = 'lost and regained' AND second_day > change_day;
COMMIT;
ANALYZE generated.person, generated.residence, generated.claim, generated.fact;
SELECT format('# %s people, %s moves, %s claims, %s facts; seed %s', (SELECT count(*) FROM generated.person),
              (SELECT count(*) FROM generated.residence WHERE place > 1), (SELECT count(*) FROM generated.claim), (SELECT count(*) FROM generated.fact), :seed);
