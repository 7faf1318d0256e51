-- RC7, RC8, EO3: the law of a month, frozen, and its amounts, worked out once for all who share an age and
-- the facts that rates ask for.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TABLE payment.law (
  month reference.pay_month NOT NULL,
  programme reference.programme_name NOT NULL,
  law_number smallint NOT NULL,
  criterion_id smallint NOT NULL,
  rule welfare.eligibility_rule NOT NULL,
  age_day date NOT NULL,
  least_age integer,
  claim_facts welfare.facts NOT NULL,
  asked_by_rates welfare.eligibility_rule,
  until_order boolean NOT NULL,
  same_since date NOT NULL,
  CONSTRAINT law_pkey PRIMARY KEY (month, programme),
  CONSTRAINT law_number_key UNIQUE (month, law_number),
  CONSTRAINT law_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT law_criterion_fkey FOREIGN KEY (criterion_id) REFERENCES reference.criterion (criterion_id)
);
COMMENT ON TABLE payment.law IS 'the law by which a month was computed, frozen when its payroll was first prepared';
COMMENT ON COLUMN payment.law.month IS 'the month';
COMMENT ON COLUMN payment.law.programme IS 'the programme';
COMMENT ON COLUMN payment.law.law_number IS 'number of the programme within the month, by which lines find their tariff';
COMMENT ON COLUMN payment.law.criterion_id IS 'criterion row that held';
COMMENT ON COLUMN payment.law.rule IS 'what it said';
COMMENT ON COLUMN payment.law.age_day IS 'day by whose end an age must be complete to choose the ladder''s step (RC7)';
COMMENT ON COLUMN payment.law.least_age IS 'a lower age counts as this one (DE4); NULL: as it is';
COMMENT ON COLUMN payment.law.claim_facts IS 'facts that a live claim itself proves';
COMMENT ON COLUMN payment.law.asked_by_rates IS 'the terms on which the month''s rates depend; NULL: none';
COMMENT ON COLUMN payment.law.until_order IS 'whether a claim whose criteria were proved is paid on until an order ends it (DE7)';
COMMENT ON COLUMN payment.law.same_since IS 'month since which the criterion is the same';
GRANT SELECT ON payment.law TO welfare_writer, welfare_admin, welfare_authority;

CREATE TABLE payment.tariff (
  month reference.pay_month NOT NULL,
  tariff_id integer NOT NULL,
  programme reference.programme_name NOT NULL,
  from_age integer NOT NULL,
  to_age integer NOT NULL,
  facts welfare.facts NOT NULL,
  facts_case integer NOT NULL,
  allowance reference.baht NOT NULL,
  other_payers reference.baht NOT NULL,
  components jsonb NOT NULL,
  CONSTRAINT tariff_pkey PRIMARY KEY (month, tariff_id),
  CONSTRAINT tariff_case_key UNIQUE (month, programme, from_age, facts_case),
  CONSTRAINT tariff_programme_fkey FOREIGN KEY (programme) REFERENCES reference.programme (programme),
  CONSTRAINT tariff_ages CHECK (from_age <= to_age)
);
COMMENT ON TABLE payment.tariff IS 'what a month''s law pays, by programme, age and the facts that rates ask for; payment lines refer to it';
COMMENT ON COLUMN payment.tariff.month IS 'the month';
COMMENT ON COLUMN payment.tariff.tariff_id IS 'number within the month';
COMMENT ON COLUMN payment.tariff.programme IS 'the programme';
COMMENT ON COLUMN payment.tariff.from_age IS 'from this age on, in complete years';
COMMENT ON COLUMN payment.tariff.to_age IS 'up to this age';
COMMENT ON COLUMN payment.tariff.facts IS 'what is known of the facts that the month''s rates ask for';
COMMENT ON COLUMN payment.tariff.facts_case IS 'those facts as one number (welfare.facts_case), by which lines find their tariff';
COMMENT ON COLUMN payment.tariff.allowance IS 'baht that the authority pays';
COMMENT ON COLUMN payment.tariff.other_payers IS 'baht that others pay';
COMMENT ON COLUMN payment.tariff.components IS 'the components: rate row, component, payer, step, baht';
GRANT SELECT ON payment.tariff TO welfare_writer, welfare_admin, welfare_authority;

-- A law that was frozen is not rewritten: lines refer to it.
CREATE TRIGGER law_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.law
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER law_no_change ON payment.law IS 'by what law a month was paid is evidence';
CREATE TRIGGER tariff_no_change BEFORE UPDATE OR DELETE OR TRUNCATE ON payment.tariff
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER tariff_no_change ON payment.tariff IS 'by what law a month was paid is evidence';

-- Writes payment.law for a month. Parameters: first of month. reference.check_law must have passed.
CREATE FUNCTION payment.freeze_law(month date) RETURNS void
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    INSERT INTO payment.law (month, programme, law_number, criterion_id, rule, age_day, least_age, claim_facts, asked_by_rates, until_order, same_since)
    SELECT freeze_law.month, law.programme, law.law_number, law.criterion_id, law.rule, law.age_day, law.least_age, law.claim_facts,
           law.asked_by_rates, law.until_order, law.same_since
      FROM reference.law_of(freeze_law.month) AS law
  $$;
COMMENT ON FUNCTION payment.freeze_law(date) IS 'writes the criteria and age rules of a month into payment.law';

-- Writes payment.tariff for a month. Parameters: first of month, whose law has been frozen.
CREATE FUNCTION payment.work_out_tariff(month date) RETURNS void
  LANGUAGE sql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    INSERT INTO payment.tariff (month, tariff_id, programme, from_age, to_age, facts, facts_case, allowance, other_payers, components)
    SELECT work_out_tariff.month, tariff.* FROM reference.tariff_of(work_out_tariff.month) AS tariff
  $$;
COMMENT ON FUNCTION payment.work_out_tariff(date) IS 'writes the cases of a month''s law into payment.tariff';

REVOKE ALL ON FUNCTION payment.freeze_law(date), payment.work_out_tariff(date) FROM PUBLIC;

COMMIT;
