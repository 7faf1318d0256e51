-- Who is owed what for each month from April 2552 (2009) to September 2575 (2032): slow, one clause after another, to be read
-- beside the specification. Uses nothing of the schemas welfare, reference or registry: its own calendar, rates and criteria.
-- Reads the schema `generated`, fills oracle.entitled: about four minutes for 100,000 people on one core.
\set ON_ERROR_STOP on
CREATE SCHEMA oracle;

-- Calendar -----------------------------------------------------------------------------------------------------------------

-- First of the month of a day; of the month after it.
CREATE FUNCTION oracle.month_of(day date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN make_date(extract(year FROM day)::integer, extract(month FROM day)::integer, 1);
CREATE FUNCTION oracle.month_after(day date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN extract(month FROM day) = 12 THEN make_date(extract(year FROM day)::integer + 1, 1, 1)
              ELSE make_date(extract(year FROM day)::integer, extract(month FROM day)::integer + 1, 1) END;
CREATE FUNCTION oracle.month_before(month date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN oracle.month_of(month - 1);
-- RC4: the 1 October with which the fiscal year of a day began; the September with which it ends; the next 1 October.
CREATE FUNCTION oracle.fiscal_year_began(day date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN make_date(extract(year FROM day)::integer - CASE WHEN extract(month FROM day) >= 10 THEN 0 ELSE 1 END, 10, 1);
CREATE FUNCTION oracle.next_fiscal_year(day date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN make_date(extract(year FROM day)::integer + CASE WHEN extract(month FROM day) >= 10 THEN 1 ELSE 0 END, 10, 1);
CREATE FUNCTION oracle.fiscal_year_last_month(day date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN make_date(extract(year FROM day)::integer + CASE WHEN extract(month FROM day) >= 10 THEN 1 ELSE 0 END, 9, 1);

-- RC5: the legal day of birth, from what is known of it. RC3: until 2483 the year began in April.
CREATE FUNCTION oracle.legal_birth(year_be integer, month integer, day integer) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN month IS NULL AND year_be >= 2484 THEN make_date(year_be - 543, 1, 1)
              WHEN month IS NULL THEN make_date(year_be - 543, 4, 1)
              WHEN year_be >= 2484 THEN make_date(year_be - 543, month, coalesce(day, 1))
              WHEN month >= 4 THEN make_date(year_be - 543, month, coalesce(day, 1))
              WHEN year_be <= 2482 THEN make_date(year_be - 542, month, coalesce(day, 1)) END;

-- RC6: years complete by the end of the day before the first of a month: an age is complete the day before the birthday, so a
-- birthday on that first already counts. Who was born on 29 February has completed it on the 28th: counts from March.
CREATE FUNCTION oracle.age_at(birth date, first_of_month date) RETURNS integer LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN extract(year FROM first_of_month)::integer - extract(year FROM birth)::integer
       - CASE WHEN extract(month FROM birth) < extract(month FROM first_of_month) THEN 0
              WHEN extract(month FROM birth) = extract(month FROM first_of_month) AND extract(day FROM birth) = 1 THEN 0
              ELSE 1 END;
-- RC6: the first month in whose beginning an age is complete: that of the birthday for who is born on the 1st, else the next.
CREATE FUNCTION oracle.month_of_age(birth date, years integer) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN extract(day FROM birth) = 1 THEN make_date(extract(year FROM birth)::integer + years, extract(month FROM birth)::integer, 1)
              ELSE oracle.month_after(make_date(extract(year FROM birth)::integer + years, extract(month FROM birth)::integer, 1)) END;

-- First months -------------------------------------------------------------------------------------------------------------

CREATE FUNCTION oracle.elderly_first_month(birth date, claimed_on date) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    -- EG4.1: month from the birth date, or the month after the month of confirmation
    WHEN claimed_on >= DATE '2023-08-12' THEN greatest(oracle.month_of_age(birth, 60), oracle.month_after(claimed_on))
    ELSE least(
      CASE
        -- DE17: registered before 1 April 2552: April 2552 for who was 60 by 31 March; else the year before which 60 is complete
        WHEN claimed_on < DATE '2009-04-01' THEN
          CASE WHEN oracle.age_at(birth, DATE '2009-04-01') >= 60 THEN DATE '2009-04-01'
               WHEN oracle.month_of_age(birth, 60) = oracle.fiscal_year_began(oracle.month_of_age(birth, 60)) THEN oracle.month_of_age(birth, 60)
               ELSE oracle.next_fiscal_year(oracle.month_of_age(birth, 60)) END
        -- EO1, DE17: until September 2560 the next fiscal year, 60 complete by the 30 September before it
        WHEN claimed_on < DATE '2017-10-01' THEN
          CASE WHEN oracle.month_of_age(birth, 60) <= oracle.next_fiscal_year(claimed_on) THEN oracle.next_fiscal_year(claimed_on)
               WHEN oracle.month_of_age(birth, 60) = oracle.fiscal_year_began(oracle.month_of_age(birth, 60)) THEN oracle.month_of_age(birth, 60)
               ELSE oracle.next_fiscal_year(oracle.month_of_age(birth, 60)) END
        -- EO1, DE17: October and November of 2561 and 2562 from the next month
        WHEN claimed_on BETWEEN DATE '2018-10-01' AND DATE '2018-11-30' OR claimed_on BETWEEN DATE '2019-10-01' AND DATE '2019-11-30' THEN
          greatest(oracle.month_of_age(birth, 60), oracle.month_after(claimed_on))
        -- EO1, DE17: from October 2560 the next fiscal year, and who reaches 60 in it from that month
        ELSE greatest(oracle.month_of_age(birth, 60), oracle.next_fiscal_year(claimed_on)) END,
      -- EG3.1, ER17, DE17: in September 2566 everybody registered falls under EG4.1
      greatest(DATE '2023-09-01', oracle.month_of_age(birth, 60), oracle.month_after(claimed_on))) END;

CREATE FUNCTION oracle.disability_first_month(claimed_on date, takes_over boolean) RETURNS date LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    -- DR8: who is paid by an authority and moves is paid by the new one from the next month, whenever that was: no month is lost
    WHEN takes_over THEN oracle.month_after(claimed_on)
    -- RC8.2, DR17: on the books of the regulation of 2548
    WHEN claimed_on < DATE '2009-10-01' THEN oracle.month_after(claimed_on)
    -- DE18: registered before April 2553, for the new regulation
    WHEN claimed_on < DATE '2010-04-01' THEN DATE '2010-04-01'
    -- DE18: until September 2558 the next fiscal year; DR7: then the next month
    WHEN claimed_on < DATE '2015-10-01' THEN oracle.next_fiscal_year(claimed_on)
    ELSE oracle.month_after(claimed_on) END;

-- What is true on which days -----------------------------------------------------------------------------------------------

-- A term's truth from a day until the day before another; and for each day on which anything changes, all that is true then.
CREATE TABLE oracle.truth AS
SELECT number, term, value, from_day, lead(from_day, 1, DATE '9999-01-01') OVER (PARTITION BY number, term ORDER BY from_day) AS until_day
  FROM generated.fact;
CREATE TABLE oracle.circumstance AS
SELECT number, change.from_day, change.until_day,
       bool_or(value) FILTER (WHERE term = 'thai_nationality') AS thai_nationality,
       bool_or(value) FILTER (WHERE term = 'in_house_register') AS in_house_register,
       bool_or(value) FILTER (WHERE term = 'state_pension') AS state_pension,
       bool_or(value) FILTER (WHERE term = 'special_pension') AS special_pension,
       bool_or(value) FILTER (WHERE term = 'state_shelter') AS state_shelter,
       bool_or(value) FILTER (WHERE term = 'state_salary') AS state_salary,
       bool_or(value) FILTER (WHERE term = 'state_enterprise_salary') AS state_enterprise_salary,
       bool_or(value) FILTER (WHERE term = 'local_authority_salary') AS local_authority_salary,
       bool_or(value) FILTER (WHERE term = 'disability_allowance') AS disability_allowance,
       bool_or(value) FILTER (WHERE term = 'aids_allowance') AS aids_allowance,
       bool_or(value) FILTER (WHERE term = 'disability_card') AS disability_card,
       bool_or(value) FILTER (WHERE term = 'welfare_card') AS welfare_card,
       bool_or(value) FILTER (WHERE term = 'aids_certified') AS aids_certified,
       bool_or(value) FILTER (WHERE term = 'poor') AS poor,
       bool_or(value) FILTER (WHERE term = 'abandoned') AS abandoned,
       bool_or(value) FILTER (WHERE term = 'no_supporter') AS no_supporter,
       bool_or(value) FILTER (WHERE term = 'cannot_work') AS cannot_work
  FROM (SELECT number, from_day, lead(from_day, 1, DATE '9999-01-01') OVER (PARTITION BY number ORDER BY from_day) AS until_day
          FROM (SELECT DISTINCT number, from_day FROM oracle.truth) AS day) AS change
  JOIN oracle.truth USING (number)
 WHERE truth.from_day <= change.from_day AND change.from_day < truth.until_day
 GROUP BY number, change.from_day, change.until_day;
CREATE INDEX ON oracle.circumstance (number);
ANALYZE oracle.circumstance;

-- Whether the criteria of a programme hold for a month; NULL: not known. DE1: a qualification holds on the last day of the month
-- before and on the 1st. DE2: a bar, and the card, by the 1st. receives_another: the disability or the AIDS allowance, in that month.
CREATE FUNCTION oracle.criteria_hold(programme text, eve oracle.circumstance, first oracle.circumstance, receives_another boolean) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE programme
    -- ER6, ER18 (60 complete and confirmed: the first month)
    WHEN 'elderly' THEN
      ((eve).thai_nationality AND (first).thai_nationality) AND ((eve).in_house_register AND (first).in_house_register)
      AND ((first).disability_allowance OR (first).aids_allowance OR receives_another
           OR NOT (first).state_pension AND NOT (first).special_pension AND NOT (first).state_shelter
              AND NOT (first).state_salary AND NOT (first).state_enterprise_salary AND NOT (first).local_authority_salary)
    -- DR6
    WHEN 'disability' THEN
      ((eve).thai_nationality AND (first).thai_nationality) AND ((eve).in_house_register AND (first).in_house_register)
      AND ((eve).disability_card AND (first).disability_card) AND NOT (first).state_shelter
    -- AR1; DE19: nationality is not asked
    WHEN 'aids' THEN
      ((eve).in_house_register AND (first).in_house_register) AND ((eve).aids_certified AND (first).aids_certified)
      AND ((first).poor OR (first).abandoned OR (first).no_supporter OR (first).cannot_work) END;

-- Who is owed what. pending_removal: paid, although a qualification is lost (DE7).
CREATE TABLE oracle.entitled (
  number integer, programme text, month date, authority_code integer, allowance numeric, other_payers numeric, pending_removal boolean);
CREATE INDEX ON oracle.entitled (number, month);
-- ER18: whether a person receives the disability or the AIDS allowance in a month, so that no bar counts against the elderly one.
-- (These two programmes are worked out before it.)
CREATE FUNCTION oracle.receives_another(programme text, number integer, month date) RETURNS boolean LANGUAGE sql STABLE
  RETURN programme = 'elderly' AND EXISTS (SELECT FROM oracle.entitled
    WHERE entitled.number = receives_another.number AND entitled.month = receives_another.month AND entitled.programme <> 'elderly');

-- Claims -------------------------------------------------------------------------------------------------------------------

-- DE11: a claim is where the person lived on its day (the generator sees to it). left_on: the day of moving out (ER8.3).
CREATE TABLE oracle.claim AS
SELECT claim.*, authority_code, oracle.legal_birth(year_be, month, day) AS birth, died_on,
       (SELECT min(residence.from_day) FROM generated.residence
         WHERE residence.number = claim.number AND residence.from_day > claim.claimed_on) AS left_on,
       NULL::date AS next_claimed_on, NULL::boolean AS takes_over, NULL::date AS first_month, NULL::date AS first_paid, NULL::boolean AS is_protected,
       NULL::date AS limit_month, NULL::date AS last_month, NULL::date AS next_first_month
  FROM generated.claim
  JOIN generated.person USING (number)
  LEFT JOIN generated.authority USING (authority);
ALTER TABLE oracle.claim ADD PRIMARY KEY (number, programme, ordinal);
-- DE13: back at the old authority by 30 September of the fiscal year of the move, having confirmed nowhere else: as if never gone.
-- DE12: the disabled person's old authority goes on without limit until an application elsewhere. DE19: not so for AIDS.
UPDATE oracle.claim SET left_on = (SELECT min(residence.from_day) FROM generated.residence
                                    WHERE residence.number = claim.number AND residence.from_day > back.from_day)
  FROM generated.residence AS back
 WHERE back.number = claim.number AND back.authority = claim.authority AND back.from_day > claim.left_on
   AND (claim.programme = 'disability'
        OR claim.programme = 'elderly' AND back.from_day <= oracle.month_after(oracle.fiscal_year_last_month(claim.left_on)) - 1)
   AND NOT EXISTS (SELECT FROM generated.claim AS elsewhere
                    WHERE elsewhere.number = claim.number AND elsewhere.programme = claim.programme
                      AND elsewhere.claimed_on > claim.claimed_on AND elsewhere.claimed_on < back.from_day);
-- DE15: a second claim at the authority where the first lives on is none.
DELETE FROM oracle.claim AS second USING oracle.claim AS earlier
 WHERE earlier.number = second.number AND earlier.programme = second.programme AND earlier.authority = second.authority
   AND earlier.ordinal < second.ordinal AND earlier.ordered_on IS NOT NULL AND coalesce(earlier.left_on, 'infinity') > second.claimed_on;
UPDATE oracle.claim SET next_claimed_on = (SELECT min(later.claimed_on) FROM oracle.claim AS later
                                            WHERE later.number = claim.number AND later.programme = claim.programme AND later.ordinal > claim.ordinal);

-- One claim after the other: whether it takes over from an authority still paying decides its first month (DR8) and whether it is
-- protected when the person moves on at once (DE9).
CREATE FUNCTION oracle.work_out_claims(of_ordinal integer, of_elderly boolean) RETURNS void LANGUAGE sql
  BEGIN ATOMIC
    UPDATE oracle.claim SET takes_over = EXISTS (
             SELECT FROM oracle.claim AS earlier
              WHERE earlier.number = claim.number AND earlier.programme = claim.programme AND earlier.ordinal < claim.ordinal
                AND earlier.first_paid <= oracle.month_of(claim.claimed_on) AND earlier.limit_month >= oracle.month_of(claim.claimed_on)
                -- and nobody in between has ended that
                AND NOT EXISTS (
                  SELECT FROM oracle.claim AS between_them
                   WHERE between_them.number = claim.number AND between_them.programme = claim.programme
                     AND between_them.ordinal > earlier.ordinal AND between_them.ordinal < claim.ordinal
                     AND CASE WHEN claim.programme = 'elderly'
                                THEN oracle.month_before(coalesce(between_them.first_month, oracle.elderly_first_month(between_them.birth, between_them.claimed_on)))
                              ELSE oracle.month_of(between_them.claimed_on) END < oracle.month_of(claim.claimed_on)))
     WHERE ordinal = of_ordinal AND (programme = 'elderly') = of_elderly;
    UPDATE oracle.claim SET first_month = CASE programme
             WHEN 'elderly' THEN oracle.elderly_first_month(birth, claimed_on)
             WHEN 'disability' THEN oracle.disability_first_month(claimed_on, takes_over)
             -- DE19: the month after the order
             WHEN 'aids' THEN oracle.month_after(ordered_on) END
     WHERE ordinal = of_ordinal AND (programme = 'elderly') = of_elderly AND authority <> 0;
    -- EG4.1: paid from the first month in which the qualifications are complete. DE20: without an order nothing is.
    UPDATE oracle.claim SET first_paid = (
             SELECT min(month)::date
               FROM generate_series(first_month, DATE '2032-09-01', interval '1 month') AS month
               JOIN oracle.circumstance AS eve ON eve.number = claim.number AND eve.from_day <= month::date - 1 AND month::date - 1 < eve.until_day
               JOIN oracle.circumstance AS first ON first.number = claim.number AND first.from_day <= month::date AND month::date < first.until_day
              WHERE oracle.criteria_hold(programme, eve, first, oracle.receives_another(programme, claim.number, month::date)))
     WHERE ordinal = of_ordinal AND (programme = 'elderly') = of_elderly AND ordered_on IS NOT NULL;
    -- DE9: who moves before the first payment is not protected, but for who took over from an authority still paying.
    -- DE11: who moves on the 1st is still there for that month.
    UPDATE oracle.claim SET is_protected = left_on >= first_paid OR takes_over WHERE ordinal = of_ordinal AND (programme = 'elderly') = of_elderly;
    -- The last month by the move, if nobody claims elsewhere: ER8.3 the end of its fiscal year; DE12 none; DE19 its own month.
    UPDATE oracle.claim SET limit_month = CASE
             WHEN left_on IS NULL THEN 'infinity'
             WHEN programme = 'aids' THEN oracle.month_of(left_on)
             WHEN NOT is_protected THEN '-infinity'
             WHEN programme = 'elderly' THEN oracle.fiscal_year_last_month(left_on)
             ELSE 'infinity' END
     WHERE ordinal = of_ordinal AND (programme = 'elderly') = of_elderly;
  END;

-- The last month of each claim.
CREATE FUNCTION oracle.end_claims(of_elderly boolean) RETURNS void LANGUAGE sql
  BEGIN ATOMIC
    UPDATE oracle.claim SET next_first_month = (SELECT min(later.first_month) FROM oracle.claim AS later
                                                 WHERE later.number = claim.number AND later.programme = claim.programme AND later.ordinal > claim.ordinal
                                                   AND later.claimed_on = claim.next_claimed_on)
     WHERE (programme = 'elderly') = of_elderly;
    UPDATE oracle.claim SET last_month = least(
        limit_month,
        -- ER8.3, ER8.4, DE10: the month of the confirmation is the old authority's, the next one no more (under the old regulation, by
        -- which the new authority begins with the next fiscal year, until that: DE17). DE12: the month of the application. AIDS: DE19.
        CASE WHEN programme = 'elderly' AND next_claimed_on IS NOT NULL 
               -- Bangkok's own rules are not ours to know (DE16): the old authority goes by its own, as with any other
               THEN oracle.month_before(coalesce(next_first_month, oracle.elderly_first_month(birth, next_claimed_on)))
             WHEN programme = 'disability' THEN oracle.month_of(next_claimed_on) END,
        -- ER13, DR13, DE3: alive on the 1st, the full month
        oracle.month_of(died_on),
        -- ER14, DR14, DE6: a waiver takes effect the month after it, a removal the month after the order (ER16)
        oracle.month_of(waived_on), oracle.month_of(removed_on),
        -- IS9.5, EG4.3: suspended from the month after the order; what was resumed is paid, as arrears
        CASE WHEN resumed_on IS NULL THEN oracle.month_of(suspended_on) END,
        -- DE10, ER8.4: the new authority's months are held until the one that was still paying acknowledges
        CASE WHEN takes_over AND NOT acknowledged THEN '-infinity'::date END)
     WHERE (programme = 'elderly') = of_elderly;
  END;
CREATE INDEX ON oracle.claim (number);
ANALYZE oracle.claim;

-- Months -------------------------------------------------------------------------------------------------------------------

CREATE FUNCTION oracle.pay(from_number integer, to_number integer, of_elderly boolean) RETURNS void LANGUAGE sql
  BEGIN ATOMIC
    INSERT INTO oracle.entitled
    SELECT number, programme, month, authority_code,
           CASE programme
             WHEN 'elderly' THEN
               CASE WHEN month < DATE '2011-10-01' THEN 500                       -- RC8.1
                    WHEN age >= 90 THEN 1000 WHEN age >= 80 THEN 800 WHEN age >= 70 THEN 700 ELSE 600 END
               + CASE WHEN month NOT BETWEEN DATE '2022-04-01' AND DATE '2022-09-01' THEN 0   -- RC8.1: the temporary addition
                      WHEN age >= 90 THEN 250 WHEN age >= 80 THEN 200 WHEN age >= 70 THEN 150 ELSE 100 END
             WHEN 'disability' THEN                                              -- RC8.2, DE5
               CASE WHEN month < DATE '2014-10-01' THEN 500
                    WHEN month < DATE '2020-10-01' THEN 800
                    WHEN age < 18 THEN 1000 ELSE 800 END
             WHEN 'aids' THEN 500 END,                                           -- RC8.3
           -- RC8.2: of another payer. DE2: the card by the 1st
           CASE WHEN programme = 'disability' AND month >= DATE '2020-10-01' AND age >= 18 AND has_card THEN 200 ELSE 0 END,
           -- DE7: lost after the first payment, paid until an order
           holds IS NOT TRUE
      FROM (SELECT claim.number, claim.programme, claim.authority_code, month, first_paid,
                   oracle.criteria_hold(claim.programme, eve, first, oracle.receives_another(claim.programme, claim.number, month)) AS holds, first.welfare_card AS has_card,
                   CASE WHEN claim.programme = 'elderly' AND month < DATE '2023-09-01'
                        -- EO2, EO3, RC7: the age of the fiscal year's start. DE4: at least 60
                        THEN greatest(60, oracle.age_at(birth, oracle.fiscal_year_began(month)))
                        -- ER9, RC6
                        ELSE oracle.age_at(birth, month) END AS age
              FROM oracle.claim
             CROSS JOIN LATERAL (SELECT generate_series(greatest(first_month, DATE '2009-04-01'), least(last_month, DATE '2032-09-01'), interval '1 month')::date AS month) AS months
              JOIN oracle.circumstance AS eve ON eve.number = claim.number AND eve.from_day <= month - 1 AND month - 1 < eve.until_day
              JOIN oracle.circumstance AS first ON first.number = claim.number AND first.from_day <= month AND month < first.until_day
             WHERE claim.number BETWEEN from_number AND to_number AND (claim.programme = 'elderly') = of_elderly AND first_month IS NOT NULL AND ordered_on IS NOT NULL) AS due
     WHERE month >= first_paid;
  END;

-- Disability and AIDS first (ER18).
SELECT oracle.work_out_claims(ordinal, false) FROM generate_series(1, 3) AS ordinal;
SELECT oracle.end_claims(false);
SELECT oracle.pay(chunk, chunk + 4999, false) FROM generate_series(1, (SELECT max(number) FROM generated.person), 5000) AS chunk;
ANALYZE oracle.claim, oracle.entitled;
SELECT oracle.work_out_claims(ordinal, true) FROM generate_series(1, 3) AS ordinal;
SELECT oracle.end_claims(true);
SELECT oracle.pay(chunk, chunk + 4999, true) FROM generate_series(1, (SELECT max(number) FROM generated.person), 5000) AS chunk;
CREATE INDEX ON oracle.entitled (month);
ANALYZE oracle.entitled;
SELECT format('# %s person-months entitled, %s marked for removal', count(*), count(*) FILTER (WHERE pending_removal)) FROM oracle.entitled;
