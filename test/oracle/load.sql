-- Puts the generated people on record, in the state in which the documented functions would leave it: a fixture, written past the
-- triggers for speed. First and last months are the product's own, by reference.first_month and reference.last_month.
-- Run as a superuser in a database that has the schema, demo/places.sql and generated people; does not read the schema `oracle`.
\set ON_ERROR_STOP on
SET search_path = pg_catalog, welfare, pg_temp;
SET session_replication_role = replica;
BEGIN;
CREATE SCHEMA load;

CREATE TABLE load.person AS
SELECT number, welfare.thai_id(digits || welfare.thai_id_check_digit(digits)) AS thai_id,
       welfare.birth_date(lpad(coalesce(day, 0)::text, 2, '0') || '/' || lpad(coalesce(month, 0)::text, 2, '0') || '/' || year_be) AS birth_date
  FROM generated.person CROSS JOIN LATERAL (SELECT '10000' || lpad(number::text, 7, '0') AS digits) AS written;
CREATE UNIQUE INDEX ON load.person (number);
CREATE UNIQUE INDEX ON load.person (thai_id);
ANALYZE load.person;

-- The last day on which the officers of a claim's authority could see the person in their area: moving out without coming back in
-- time (DE13), with whatever was claimed elsewhere.
CREATE TABLE load.claim AS
SELECT claim.number, claim.programme::reference.programme_name AS programme, claim.ordinal, claim.authority, claim.claimed_on, claim.ordered_on,
       claim.acknowledged, claim.waived_on, claim.removed_on, claim.suspended_on, claim.resumed_on, person.died_on, place.place,
       elsewhere.claimed_on AS claimed_elsewhere_on
  FROM generated.claim
  JOIN generated.person USING (number)
  JOIN LATERAL (SELECT max(residence.place) AS place FROM generated.residence
                 WHERE residence.number = claim.number AND residence.from_day <= claim.claimed_on) AS place ON true
  LEFT JOIN LATERAL (SELECT min(later.claimed_on) AS claimed_on FROM generated.claim AS later
                      WHERE later.number = claim.number AND later.programme = claim.programme AND later.ordinal > claim.ordinal
                        AND later.authority <> claim.authority) AS elsewhere ON true
 WHERE claim.authority <> 0 AND claim.ordered_on IS NOT NULL;
ALTER TABLE load.claim ADD PRIMARY KEY (number, programme, ordinal);
ANALYZE load.claim;
ALTER TABLE load.claim ADD moved_on date, ADD came_back_on date, ADD first_month date, ADD last_month date, ADD claim_number smallint,
  ADD takes_over boolean DEFAULT false, ADD cause reference.disposal_cause, ADD happened_on date, ADD disposed_on date, ADD claimed_elsewhere date;
UPDATE load.claim SET moved_on = away.from_day, came_back_on = back.from_day
  FROM generated.residence AS away
  LEFT JOIN generated.residence AS back ON back.number = away.number AND back.place = away.place + 1
 WHERE away.number = claim.number AND away.place = claim.place + 1;
UPDATE load.claim SET came_back_on = NULL WHERE NOT EXISTS (
  SELECT FROM generated.residence WHERE residence.number = claim.number AND residence.from_day = claim.came_back_on AND residence.authority = claim.authority);
-- back before anything ended: nobody disposes of anything (DE13), and the disabled person stays on the list for as long as it takes (DR8)
UPDATE load.claim SET moved_on = NULL
 WHERE coalesce(claimed_elsewhere_on, 'infinity') > came_back_on
   AND (programme = 'disability' OR programme = 'elderly' AND welfare.fiscal_year(came_back_on) = welfare.fiscal_year(moved_on));
-- a second claim where the first lives is refused (DE15)
DELETE FROM load.claim AS second USING load.claim AS earlier
 WHERE earlier.number = second.number AND earlier.programme = second.programme AND earlier.authority = second.authority
   AND earlier.ordinal < second.ordinal AND earlier.moved_on IS NULL;
UPDATE load.claim SET claim_number = numbered.claim_number
  FROM (SELECT number, programme, ordinal, row_number() OVER (PARTITION BY number, programme ORDER BY ordinal) AS claim_number FROM load.claim) AS numbered
 WHERE numbered.number = claim.number AND numbered.programme = claim.programme AND numbered.ordinal = claim.ordinal;
CREATE INDEX ON load.claim (claim_number);
CREATE TABLE load.ending (number integer, programme reference.programme_name, ordinal integer, cause reference.disposal_cause, happened_on date,
  disposed_on date, elsewhere_on date, last_month date);

-- One claim of a person after the other, for what an earlier one still pays decides when the next begins.
DO $load$
BEGIN
  FOR turn IN 1 .. (SELECT max(claim_number) FROM load.claim) LOOP
    -- whether another authority still paid in the month of the claim (DE10)
    UPDATE load.claim SET takes_over = EXISTS (
      SELECT FROM load.claim AS earlier
       WHERE earlier.number = claim.number AND earlier.programme = claim.programme AND earlier.ordinal < claim.ordinal
         AND date_trunc('month', claim.claimed_on) BETWEEN earlier.first_month AND coalesce(earlier.last_month, 'infinity'))
     WHERE claim.claim_number = turn;
    UPDATE load.claim SET first_month = CASE
             WHEN takes_over THEN (SELECT law.first_month FROM reference.first_month_taking_over(claim.programme, claim.claimed_on, claim.ordered_on) AS law)
             ELSE (SELECT begun.first_month FROM reference.first_month(claim.programme, person.birth_date, claim.claimed_on, claim.ordered_on) AS begun) END
      FROM load.person WHERE person.number = claim.number AND claim.claim_number = turn;
    -- Whatever disposed of the claim first. A mover who confirmed nowhere is disposed of when the fiscal year is over (EG5.2), a disabled
    -- one only when somebody applied elsewhere, or had never been paid; AIDS at once.
    INSERT INTO load.ending
    SELECT claim.number, claim.programme, claim.ordinal, ending.*, lawful.last_month
      FROM load.claim
     CROSS JOIN LATERAL (VALUES
       ('died'::reference.disposal_cause, died_on, died_on + 7, NULL::date),
       ('waived', waived_on, waived_on + 3, NULL),
       ('disqualified', removed_on, removed_on, NULL),
       ('moved', moved_on, CASE WHEN programme = 'aids' OR moved_on < first_month AND NOT takes_over THEN moved_on
                                WHEN programme = 'elderly' THEN least(claimed_elsewhere_on, upper(welfare.fiscal_year_range(welfare.fiscal_year(moved_on))))
                                ELSE claimed_elsewhere_on END, claimed_elsewhere_on)) AS ending (cause, happened_on, disposed_on, elsewhere_on)
     CROSS JOIN LATERAL reference.last_month(claim.programme, ending.cause, ending.happened_on, ending.disposed_on, ending.elsewhere_on,
                                             CASE WHEN NOT claim.takes_over THEN claim.first_month END) AS lawful
     WHERE ending.happened_on IS NOT NULL AND ending.disposed_on IS NOT NULL AND claim.claim_number = turn;
    UPDATE load.claim SET cause = ending.cause, happened_on = ending.happened_on, disposed_on = ending.disposed_on, claimed_elsewhere = ending.elsewhere_on,
           last_month = greatest(ending.last_month, (first_month - interval '1 month')::date)
      FROM (SELECT DISTINCT ON (number, programme, ordinal) * FROM load.ending ORDER BY number, programme, ordinal, last_month, disposed_on) AS ending
     WHERE ending.number = claim.number AND ending.programme = claim.programme AND ending.ordinal = claim.ordinal AND claim.claim_number = turn;
    -- what is suspended is paid when it is resumed, and not by ending it
    UPDATE load.claim SET last_month = greatest(least(last_month, date_trunc('month', suspended_on)::date), (first_month - interval '1 month')::date)
     WHERE cause IS NOT NULL AND suspended_on IS NOT NULL AND resumed_on IS NULL AND claim_number = turn;
  END LOOP;
END
$load$;

-- Versions: one for each day on which the facts or the state changed, up to the disposal.
CREATE TABLE load.version AS
WITH term AS (SELECT * FROM (VALUES ('elderly'::reference.programme_name, '{thai_nationality,in_house_register,state_pension,special_pension,state_shelter,state_salary,state_enterprise_salary,local_authority_salary,disability_allowance,aids_allowance}'::text[]),
                       ('disability', '{thai_nationality,in_house_register,disability_card,state_shelter,welfare_card}'),
                       ('aids', '{in_house_register,aids_certified,poor,abandoned,no_supporter,cannot_work}')) AS term (programme, terms)),
change AS (
  SELECT claim.number, claim.programme, claim.ordinal, change.day
    FROM load.claim JOIN term USING (programme)
   CROSS JOIN LATERAL (
     SELECT claim.claimed_on AS day
      UNION SELECT fact.from_day FROM generated.fact
             WHERE fact.number = claim.number AND fact.term = ANY (term.terms) AND fact.from_day > claim.claimed_on AND fact.from_day <= coalesce(claim.disposed_on, 'infinity')
      UNION SELECT claim.suspended_on WHERE claim.suspended_on IS NOT NULL
      UNION SELECT claim.resumed_on WHERE claim.resumed_on IS NOT NULL
      UNION SELECT claim.disposed_on WHERE claim.cause IS NOT NULL) AS change),
stated AS (
  SELECT change.number, change.programme, change.ordinal, change.day,
         string_agg(CASE WHEN fact.value THEN fact.term ELSE '!' || fact.term END, ',') FILTER (WHERE fact.value IS NOT NULL) AS known
    FROM change JOIN term USING (programme)
   CROSS JOIN LATERAL unnest(term.terms) AS asked (term)
    LEFT JOIN LATERAL (SELECT asked.term, fact.value FROM generated.fact
                        WHERE fact.number = change.number AND fact.term = asked.term AND fact.from_day <= change.day
                        ORDER BY fact.from_day DESC LIMIT 1) AS fact ON true
   GROUP BY change.number, change.programme, change.ordinal, change.day)
SELECT claim.number, claim.programme, claim.ordinal, stated.day, facts,
       (CASE WHEN claim.disposed_on <= stated.day AND claim.cause IS NOT NULL THEN 'disposed'
             WHEN claim.suspended_on <= stated.day AND coalesce(claim.resumed_on, 'infinity') > stated.day THEN 'suspended'
             WHEN claim.takes_over AND NOT claim.acknowledged THEN 'awaiting'
             ELSE 'live' END)::registry.claim_state AS state,
       lead(stated.day) OVER story AS next_day,
       facts IS DISTINCT FROM lag(facts) OVER story AND lag(stated.day) OVER story IS NOT NULL AS varies
  FROM stated JOIN load.claim USING (number, programme, ordinal)
 CROSS JOIN LATERAL (SELECT ('{' || concat_ws(',', known, CASE WHEN claim.programme = 'disability' THEN 'unspecified_disability' END) || '}')::welfare.facts AS facts) AS written
WINDOW story AS (PARTITION BY claim.number, claim.programme, claim.ordinal ORDER BY stated.day);

ANALYZE load.claim, load.version;
INSERT INTO registry.person (thai_id, recorded_at, birth_date, created_at, in_force_from, authority_code, district_code, province_code, sex, marital_status,
                             visibility, income_band, telephone_is_authoritys, has_occupation, title, first_name, last_name, telephone,
                             house_register_address, recorded_by)
SELECT person.thai_id, '2007-01-01', person.birth_date, '2007-01-01', '2007-01-01', authority.authority_code, authority.district_code, authority.province_code,
       'female', 'single', (CASE WHEN of_person.only_aids THEN 'authority' ELSE 'everyone' END)::registry.visibility, 1, false, false,
       'นาง', 'สมศรี', 'ใจดี', '034000000',
       ROW('1', NULL, NULL, NULL, NULL, 'ดอนยายหอม', 'เมืองนครปฐม', 'นครปฐม', '73000')::reference.address, 'load'
  FROM (SELECT number, bool_and(programme = 'aids') AS only_aids, (array_agg(authority ORDER BY claimed_on DESC, ordinal DESC))[1] AS authority
          FROM load.claim GROUP BY number) AS of_person
  JOIN load.person USING (number)
  JOIN generated.authority AS number_of USING (authority)
  JOIN reference.local_authority AS authority USING (authority_code)
 ORDER BY person.thai_id;

CREATE VIEW load.claim_version AS
SELECT person.thai_id, version.facts, version.day + time '09:00' AS recorded_at, claim.claimed_on + time '09:00' AS created_at, claim.programme, place.authority_code,
       claim.first_month, CASE WHEN version.state = 'disposed' THEN claim.last_month END AS last_month, claim.claimed_on, claim.ordered_on,
       claim.first_month AS received_since, claim.claimed_on AS entered_on, version.day AS in_force_from,
       max(version.day) FILTER (WHERE version.varies) OVER (PARTITION BY claim.number, claim.programme, claim.ordinal ORDER BY version.day) AS varied_from,
       'cash_in_person'::reference.way_of_payment AS way_of_payment, 'general'::reference.budget_type AS budget_type, version.state, 'entry'::registry.claim_origin AS origin,
       claim.claim_number, authority.district_code, authority.province_code, claim.programme = 'aids' AS sensitive, false AS leaving, claim.takes_over, 0 AS top_up, 'load' AS recorded_by,
       version.next_day + time '09:00' AS superseded_at
  FROM load.version
  JOIN load.claim USING (number, programme, ordinal)
  JOIN load.person USING (number)
  JOIN generated.authority AS place USING (authority)
  JOIN reference.local_authority AS authority USING (authority_code);
INSERT INTO registry.claim (thai_id, facts, recorded_at, created_at, programme, authority_code, first_month, last_month, claimed_on, ordered_on, received_since,
                            entered_on, in_force_from, varied_from, way_of_payment, budget_type, state, origin, claim_number, district_code, province_code,
                            sensitive, leaving, takes_over, top_up, recorded_by)
SELECT thai_id, facts, recorded_at, created_at, programme, authority_code, first_month, last_month, claimed_on, ordered_on, received_since,
       entered_on, in_force_from, varied_from, way_of_payment, budget_type, state, origin, claim_number, district_code, province_code,
       sensitive, leaving, takes_over, top_up, recorded_by
  FROM load.claim_version WHERE superseded_at IS NULL ORDER BY thai_id, programme, claim_number;
INSERT INTO registry.claim_history (superseded_at, thai_id, facts, recorded_at, created_at, programme, authority_code, first_month, last_month, claimed_on, ordered_on,
                                    received_since, entered_on, in_force_from, varied_from, way_of_payment, budget_type, state, origin, live_authority_code,
                                    claim_number, district_code, province_code, sensitive, leaving, takes_over, top_up, recorded_by)
SELECT superseded_at, thai_id, facts, recorded_at, created_at, programme, authority_code, first_month, last_month, claimed_on, ordered_on,
       received_since, entered_on, in_force_from, varied_from, way_of_payment, budget_type, state, origin,
       CASE WHEN state IN ('live', 'suspended') THEN authority_code END,
       claim_number, district_code, province_code, sensitive, leaving, takes_over, top_up, recorded_by
  FROM load.claim_version WHERE superseded_at IS NOT NULL ORDER BY thai_id, programme, claim_number, recorded_at;

INSERT INTO registry.disposal (thai_id, recorded_at, programme, happened_on, ordered_on, claimed_elsewhere_on, authority_code, cause, claim_number,
                               district_code, province_code, sensitive, remark, recorded_by)
SELECT person.thai_id, disposed_on + time '09:00', programme, happened_on, disposed_on, claimed_elsewhere, authority_code, cause, claim_number,
       district_code, province_code, programme = 'aids', 'ตัวอย่าง', 'load'
  FROM load.claim JOIN load.person USING (number) JOIN generated.authority USING (authority) JOIN reference.local_authority USING (authority_code)
 WHERE cause IS NOT NULL;
INSERT INTO registry.suspension_order (thai_id, recorded_at, programme, ordered_on, authority_code, action, claim_number, order_number, reason, recorded_by)
SELECT person.thai_id, ordered.ordered_on + time '09:00', programme, ordered.ordered_on, authority_code, ordered.action::registry.suspension_action, claim_number, '1', 'ตัวอย่าง', 'load'
  FROM load.claim JOIN load.person USING (number) JOIN generated.authority USING (authority)
 CROSS JOIN LATERAL (VALUES ('suspend', suspended_on), ('resume', resumed_on)) AS ordered (action, ordered_on)
 WHERE ordered.ordered_on IS NOT NULL;
COMMIT;
RESET session_replication_role;
ANALYZE registry.person, registry.claim, registry.claim_history, registry.disposal, registry.suspension_order;
SELECT format('# %s persons, %s claims, %s earlier versions, %s disposals, %s awaiting on record', (SELECT count(*) FROM registry.person),
              (SELECT count(*) FROM registry.claim), (SELECT count(*) FROM registry.claim_history), (SELECT count(*) FROM registry.disposal),
              (SELECT count(*) FROM registry.claim WHERE state = 'awaiting'));
