-- How many people exercised each rule: whose months would be others without it. Reads the schemas generated and oracle.
-- Parameter (psql variable): least, the fewest people that will do.
\set ON_ERROR_STOP on
BEGIN;
CREATE TEMP TABLE paid AS
SELECT number, programme, min(month) AS first, max(month) AS last, bool_or(pending_removal) AS pending, bool_or(other_payers > 0) AS of_others,
       count(DISTINCT allowance) FILTER (WHERE month >= DATE '2023-09-01') > 1 AS steps_monthly,
       count(DISTINCT allowance) FILTER (WHERE month BETWEEN DATE '2011-10-01' AND DATE '2022-03-01') > 1 AS steps_yearly,
       bool_or(month BETWEEN DATE '2022-04-01' AND DATE '2022-09-01') AS addition,
       bool_or(month < DATE '2011-10-01') AS before_ladder, bool_or(allowance = 1000) AS thousand, bool_or(allowance = 800) AS eight_hundred,
       bool_or(month < DATE '2010-04-01') AS before_2553
  FROM oracle.entitled GROUP BY number, programme;
CREATE INDEX ON paid (number);
ANALYZE paid;
CREATE TABLE oracle.exercised (rule text, meaning text, people bigint);
INSERT INTO oracle.exercised
WITH claim AS (SELECT * FROM oracle.claim WHERE ordered_on IS NOT NULL),
elderly AS (SELECT claim.*, paid.first, paid.last, paid.pending FROM claim JOIN paid USING (number, programme) WHERE programme = 'elderly'),
disabled AS (SELECT claim.*, paid.first, paid.last, paid.pending FROM claim JOIN paid USING (number, programme) WHERE programme = 'disability'),
changed AS (SELECT DISTINCT number, term, from_day, value FROM generated.fact WHERE from_day > DATE '1850-01-01')
SELECT rule, meaning, people FROM (VALUES
  ('ER4', 'paid from the month of 60, later than the claim alone would give', (SELECT count(DISTINCT number) FROM elderly WHERE first = oracle.month_of_age(birth, 60) AND first > oracle.month_after(claimed_on))),
  ('ER6', 'elderly, never paid for want of a qualification', (SELECT count(DISTINCT number) FROM claim WHERE programme = 'elderly' AND first_month <= DATE '2032-09-01' AND first_paid IS NULL)),
  ('ER8.1', 'elderly, confirmed again elsewhere', (SELECT count(DISTINCT number) FROM elderly WHERE ordinal > 1)),
  ('ER8.3', 'moved, paid to the end of the fiscal year by the old authority', (SELECT count(DISTINCT number) FROM elderly WHERE left_on IS NOT NULL AND is_protected AND last_month = oracle.fiscal_year_last_month(left_on))),
  ('ER8.4', 'confirmed within the year from August 2566 on', (SELECT count(DISTINCT number) FROM elderly WHERE takes_over AND claimed_on >= DATE '2023-08-12')),
  ('ER8.5', 'confirmed after the year of the move, from August 2566 on', (SELECT count(DISTINCT later.number) FROM elderly AS earlier JOIN elderly AS later USING (number)
             WHERE earlier.next_claimed_on = later.claimed_on AND earlier.is_protected AND later.claimed_on > oracle.month_after(earlier.limit_month) AND later.claimed_on >= DATE '2023-08-12')),
  ('ER9', 'a step in a month of its own, from September 2566 on', (SELECT count(*) FROM paid WHERE programme = 'elderly' AND steps_monthly)),
  ('ER12', 'elderly paid in two periods of the rate', (SELECT count(*) FROM paid WHERE programme = 'elderly' AND before_ladder AND last > DATE '2011-10-01')),
  ('ER13', 'elderly, dead while entitled', (SELECT count(DISTINCT number) FROM elderly WHERE last = oracle.month_of(died_on))),
  ('ER14', 'elderly, waived while entitled', (SELECT count(DISTINCT number) FROM elderly WHERE last = oracle.month_of(waived_on))),
  ('ER16', 'elderly, removed by order while entitled', (SELECT count(DISTINCT number) FROM elderly WHERE last = oracle.month_of(removed_on))),
  ('ER17', 'on the books before August 2566 and paid after', (SELECT count(DISTINCT number) FROM elderly WHERE claimed_on < DATE '2023-08-12' AND last >= DATE '2023-09-01')),
  ('ER18', 'elderly with a bar', (SELECT count(DISTINCT elderly.number) FROM elderly JOIN generated.fact ON fact.number = elderly.number AND term ~ 'pension|shelter|salary' AND value)),
  ('ER18', 'elderly with a bar that another allowance lifts', (SELECT count(DISTINCT elderly.number) FROM elderly JOIN generated.fact ON fact.number = elderly.number AND term ~ 'pension|shelter|salary' AND value
             WHERE NOT pending AND EXISTS (SELECT FROM generated.fact AS other WHERE other.number = elderly.number AND (other.term IN ('disability_allowance', 'aids_allowance') AND other.value)))),
  ('ER18', 'elderly with a bar that an own claim lifts', (SELECT count(DISTINCT elderly.number) FROM elderly JOIN generated.fact ON fact.number = elderly.number AND term ~ 'pension|salary' AND value
             JOIN paid AS other ON other.number = elderly.number AND other.programme <> 'elderly')),
  ('EG3.1', 'registered before, paid from September 2566 earlier than by the old regulation', (SELECT count(DISTINCT number) FROM elderly WHERE claimed_on < DATE '2023-08-12' AND first = DATE '2023-09-01' AND first_month < oracle.next_fiscal_year(claimed_on))),
  ('EG4.1', 'confirmed from August 2566 on, late', (SELECT count(DISTINCT number) FROM elderly WHERE claimed_on >= DATE '2023-08-12' AND first = oracle.month_after(claimed_on) AND ordinal = 1)),
  ('EG4.1', 'qualification completed after the first month', (SELECT count(DISTINCT number) FROM claim WHERE first_paid > first_month)),
  ('EG5.2', 'unconfirmed movers disposed of on 1 October', (SELECT count(DISTINCT number) FROM elderly WHERE next_claimed_on IS NULL AND is_protected AND last = oracle.fiscal_year_last_month(left_on))),
  ('EO1', 'elderly, registered under the old windows', (SELECT count(DISTINCT number) FROM elderly WHERE claimed_on BETWEEN DATE '2009-04-01' AND DATE '2023-08-11' AND first > oracle.month_after(claimed_on))),
  ('EO2', 'a step with the fiscal year', (SELECT count(*) FROM paid WHERE programme = 'elderly' AND steps_yearly)),
  ('EO3', 'a step completed between October 2565 and August 2566, taken in September', (SELECT count(DISTINCT number) FROM elderly CROSS JOIN unnest(ARRAY[70, 80, 90]) AS step
             WHERE oracle.month_of_age(birth, step) BETWEEN DATE '2022-11-01' AND DATE '2023-08-01' AND first < DATE '2023-08-01' AND last >= DATE '2023-09-01')),
  ('DR6', 'disabled, never paid for want of a qualification', (SELECT count(DISTINCT number) FROM claim WHERE programme = 'disability' AND first_month <= DATE '2032-09-01' AND first_paid IS NULL)),
  ('DR7', 'paid from the month after the application', (SELECT count(DISTINCT number) FROM disabled WHERE claimed_on >= DATE '2015-10-01' AND first = oracle.month_after(claimed_on))),
  ('DR8', 'disabled, applied elsewhere', (SELECT count(DISTINCT number) FROM disabled WHERE takes_over)),
  ('DR12', 'disabled, paid at two rates', (SELECT count(*) FROM paid WHERE programme = 'disability' AND first < DATE '2014-10-01' AND last >= DATE '2014-10-01')),
  ('DR13', 'disabled, dead while entitled', (SELECT count(DISTINCT number) FROM disabled WHERE last = oracle.month_of(died_on))),
  ('DR14', 'disabled, waived while entitled', (SELECT count(DISTINCT number) FROM disabled WHERE last = oracle.month_of(waived_on))),
  ('DR16', 'disabled, removed by order while entitled', (SELECT count(DISTINCT number) FROM disabled WHERE last = oracle.month_of(removed_on))),
  ('DR17', 'on the books of the regulation of 2548', (SELECT count(DISTINCT number) FROM disabled WHERE claimed_on < DATE '2009-10-01')),
  ('AR1', 'AIDS, paid', (SELECT count(*) FROM paid WHERE programme = 'aids')),
  ('AR1', 'AIDS, neither poor nor in need', (SELECT count(DISTINCT number) FROM claim WHERE programme = 'aids' AND first_month <= DATE '2032-09-01' AND first_paid IS NULL)),
  ('AR3', 'two or three programmes in one month', (SELECT count(DISTINCT one.number) FROM paid AS one JOIN paid AS other ON other.number = one.number AND other.programme > one.programme AND other.first <= one.last AND one.first <= other.last)),
  ('RC3', 'born before 2484', (SELECT count(DISTINCT number) FROM elderly JOIN generated.person USING (number) WHERE year_be < 2484)),
  ('RC3', 'born January to March before 2484', (SELECT count(DISTINCT number) FROM elderly JOIN generated.person USING (number) WHERE year_be < 2484 AND month < 4)),
  ('RC5', 'day of birth unknown', (SELECT count(DISTINCT paid.number) FROM paid JOIN generated.person USING (number) WHERE day IS NULL AND month IS NOT NULL)),
  ('RC5', 'month of birth unknown', (SELECT count(DISTINCT paid.number) FROM paid JOIN generated.person USING (number) WHERE month IS NULL AND year_be >= 2484)),
  ('RC5', 'month of birth unknown, before 2484', (SELECT count(DISTINCT paid.number) FROM paid JOIN generated.person USING (number) WHERE month IS NULL AND year_be < 2484)),
  ('RC6', 'born on the 1st', (SELECT count(DISTINCT paid.number) FROM paid JOIN generated.person USING (number) WHERE day = 1)),
  ('RC6', 'born on the 2nd', (SELECT count(DISTINCT paid.number) FROM paid JOIN generated.person USING (number) WHERE day = 2)),
  ('RC6', 'born on 29 February', (SELECT count(DISTINCT paid.number) FROM paid JOIN generated.person USING (number) WHERE day = 29 AND month = 2)),
  ('RC7', 'elderly paid on both sides of September 2566', (SELECT count(*) FROM paid WHERE programme = 'elderly' AND first < DATE '2023-09-01' AND last >= DATE '2023-09-01')),
  ('RC8.1', 'the temporary addition of 2565', (SELECT count(*) FROM paid WHERE programme = 'elderly' AND addition)),
  ('RC8.1', 'the highest step', (SELECT count(*) FROM paid WHERE programme = 'elderly' AND thousand)),
  ('RC8.2', 'disabled, of the card''s fund', (SELECT count(*) FROM paid WHERE programme = 'disability' AND of_others)),
  ('RC8.2', 'disabled, before April 2553', (SELECT count(*) FROM paid WHERE programme = 'disability' AND before_2553)),
  ('RC8.3', 'AIDS', (SELECT count(*) FROM paid WHERE programme = 'aids')),
  ('DE1', 'a qualification gained on the 1st', (SELECT count(DISTINCT number) FROM changed JOIN claim USING (number) WHERE value AND term IN ('thai_nationality', 'in_house_register', 'disability_card') AND extract(day FROM from_day) = 1)),
  ('DE1', 'a qualification lost on the last day of a month, the 1st or the 2nd', (SELECT count(DISTINCT number) FROM changed JOIN claim USING (number)
             WHERE NOT value AND term IN ('thai_nationality', 'in_house_register', 'disability_card') AND (extract(day FROM from_day) <= 2 OR extract(day FROM from_day + 1) = 1))),
  ('DE2', 'a bar or a card beginning on the 1st or the 2nd', (SELECT count(DISTINCT number) FROM changed JOIN claim USING (number) WHERE value AND term ~ 'pension|shelter|salary|welfare' AND extract(day FROM from_day) <= 2)),
  ('DE2', 'a bar or a card ending on the 1st or the 2nd', (SELECT count(DISTINCT number) FROM changed JOIN claim USING (number) WHERE NOT value AND term ~ 'pension|shelter|salary|welfare' AND extract(day FROM from_day) <= 2)),
  ('DE3', 'dead on the 1st', (SELECT count(DISTINCT number) FROM claim JOIN paid USING (number, programme) WHERE extract(day FROM died_on) = 1 AND last = died_on)),
  ('DE3', 'dead on the last day of a month', (SELECT count(DISTINCT number) FROM claim JOIN paid USING (number, programme) WHERE extract(day FROM died_on + 1) = 1 AND last = oracle.month_of(died_on))),
  ('DE4', 'paid in a year in which 60 was not complete at its start', (SELECT count(DISTINCT number) FROM elderly WHERE first > oracle.fiscal_year_began(first) AND first < DATE '2023-09-01' AND oracle.age_at(birth, oracle.fiscal_year_began(first)) < 60)),
  ('DE5', 'turned 18 while paid', (SELECT count(*) FROM paid WHERE programme = 'disability' AND thousand AND eight_hundred AND last > DATE '2020-10-01')),
  ('DE6', 'waiver or removal, days before the month''s end', (SELECT count(DISTINCT number) FROM claim JOIN paid USING (number, programme) WHERE last IN (oracle.month_of(waived_on), oracle.month_of(removed_on)))),
  ('DE7', 'paid though a qualification was lost', (SELECT count(DISTINCT number) FROM paid WHERE pending)),
  ('DE7', 'the same, until an order', (SELECT count(DISTINCT number) FROM claim JOIN paid USING (number, programme) WHERE pending AND last = oracle.month_of(removed_on))),
  ('DE9', 'moved before the first payment', (SELECT count(DISTINCT number) FROM claim WHERE programme = 'elderly' AND NOT is_protected AND first_paid IS NOT NULL)),
  ('DE9', 'took over and moved on before the first payment', (SELECT count(DISTINCT number) FROM claim WHERE takes_over AND left_on < first_paid)),
  ('DE10', 'held until acknowledgement', (SELECT count(DISTINCT number) FROM claim WHERE takes_over AND NOT acknowledged AND first_paid IS NOT NULL)),
  ('DE11', 'moved on the 1st, or claimed on the day of the move', (SELECT count(DISTINCT number) FROM claim JOIN paid USING (number, programme) WHERE extract(day FROM left_on) = 1 OR next_claimed_on = left_on)),
  ('DE12', 'disabled, moved, applied nowhere', (SELECT count(DISTINCT number) FROM disabled WHERE left_on IS NOT NULL AND next_claimed_on IS NULL AND last >= oracle.month_after(left_on))),
  ('DE13', 'elderly, back in time', (SELECT count(DISTINCT number) FROM elderly JOIN generated.residence USING (number) JOIN generated.residence AS back USING (number)
             WHERE residence.from_day > claimed_on AND back.place > residence.place AND back.authority = elderly.authority AND coalesce(left_on, 'infinity') > back.from_day AND next_claimed_on IS NULL)),
  ('DE13', 'elderly, back too late', (SELECT count(DISTINCT number) FROM elderly JOIN generated.residence USING (number)
             WHERE residence.from_day > left_on AND residence.authority = elderly.authority AND residence.from_day > oracle.fiscal_year_last_month(left_on) + 30)),
  ('DE14', 'struck off the house register while paid', (SELECT count(DISTINCT number) FROM changed JOIN paid USING (number) WHERE term = 'in_house_register' AND NOT value AND pending)),
  ('DE15', 'a second claim where the first lives', (SELECT count(DISTINCT claim.number) FROM generated.claim LEFT JOIN oracle.claim AS kept USING (number, programme, ordinal) WHERE kept.number IS NULL)),
  ('DE16', 'claimed in Bangkok', (SELECT count(DISTINCT number) FROM oracle.claim WHERE authority = 0)),
  ('DE17', 'registered before April 2552', (SELECT count(DISTINCT number) FROM elderly WHERE claimed_on < DATE '2009-04-01')),
  ('DE17', 'registered October or November of 2561 or 2562', (SELECT count(DISTINCT number) FROM elderly WHERE claimed_on BETWEEN DATE '2018-10-01' AND DATE '2018-11-30' OR claimed_on BETWEEN DATE '2019-10-01' AND DATE '2019-11-30')),
  ('DE17', 'moved under the old regulation', (SELECT count(DISTINCT number) FROM elderly WHERE takes_over AND claimed_on < DATE '2022-10-01')),
  ('DE18', 'registered October 2552 to March 2553', (SELECT count(DISTINCT number) FROM disabled WHERE claimed_on BETWEEN DATE '2009-10-01' AND DATE '2010-03-31')),
  ('DE18', 'registered until September 2558, from the next fiscal year', (SELECT count(DISTINCT number) FROM disabled WHERE claimed_on BETWEEN DATE '2010-04-01' AND DATE '2015-09-30' AND NOT takes_over)),
  ('DE19', 'AIDS, ordered in a later month', (SELECT count(DISTINCT number) FROM claim JOIN paid USING (number, programme) WHERE programme = 'aids' AND first >= oracle.month_after(ordered_on) AND oracle.month_of(ordered_on) > claimed_on)),
  ('DE19', 'AIDS, stopped by a move', (SELECT count(DISTINCT number) FROM claim JOIN paid USING (number, programme) WHERE programme = 'aids' AND last_month = oracle.month_of(left_on) AND first_month <= last_month)),
  ('DE20', 'ordered after the first month', (SELECT count(DISTINCT number) FROM claim JOIN paid USING (number, programme) WHERE programme <> 'aids' AND ordered_on >= oracle.month_after(first_month))),
  ('DE20', 'never ordered', (SELECT count(DISTINCT number) FROM oracle.claim WHERE ordered_on IS NULL AND authority <> 0)),
  ('IS9.5', 'suspended, and not resumed', (SELECT count(DISTINCT number) FROM claim JOIN paid USING (number, programme) WHERE resumed_on IS NULL AND last = oracle.month_of(suspended_on))),
  ('IS9.5', 'suspended, resumed with arrears', (SELECT count(DISTINCT number) FROM claim JOIN paid USING (number, programme) WHERE resumed_on IS NOT NULL AND last > suspended_on))
) AS counted (rule, meaning, people);
COMMIT;
SELECT format('# %s %s: %s', rpad(rule, 6), meaning, people) FROM oracle.exercised;
SELECT format('# exercised by fewer than %s: %s %s', :least, rule, meaning) FROM oracle.exercised WHERE people < :least;
