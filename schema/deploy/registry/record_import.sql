-- IS8.3: records what the candidates of an import say, and asks for review what a form alone cannot decide.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE registry.review_kind AS ENUM ('lookalike_id', 'legacy_unknown_birth');
COMMENT ON TYPE registry.review_kind IS 'what an officer should look at: an ID that another person''s differs from in the third digit alone, which the check digit cannot tell; a birth date that the old system''s manual may have made up (RC5)';

CREATE TABLE registry.review (
  thai_id welfare.thai_id NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  closed_at timestamptz,
  kind registry.review_kind NOT NULL,
  authority_code integer NOT NULL,
  lookalike welfare.thai_id,
  opened_by text NOT NULL DEFAULT coalesce(welfare.principal(), session_user),
  closed_by text,
  outcome text,
  CONSTRAINT review_pkey PRIMARY KEY (thai_id, kind, opened_at),
  CONSTRAINT review_person_fkey FOREIGN KEY (thai_id) REFERENCES registry.person (thai_id),
  CONSTRAINT review_closed_whole CHECK (num_nonnulls(closed_at, closed_by, outcome) IN (0, 3))
);
COMMENT ON TABLE registry.review IS 'what an officer should look at on paper';
COMMENT ON COLUMN registry.review.thai_id IS 'the person';
COMMENT ON COLUMN registry.review.opened_at IS 'when it was noticed';
COMMENT ON COLUMN registry.review.closed_at IS 'when an officer settled it';
COMMENT ON COLUMN registry.review.kind IS 'what was noticed';
COMMENT ON COLUMN registry.review.authority_code IS 'local authority whose officers look';
COMMENT ON COLUMN registry.review.lookalike IS 'the other national ID; told to administrators alone, for it may be another authority''s';
COMMENT ON COLUMN registry.review.opened_by IS 'user whose entry it was';
COMMENT ON COLUMN registry.review.closed_by IS 'user who settled it';
COMMENT ON COLUMN registry.review.outcome IS 'what was found';
CREATE UNIQUE INDEX review_one_open ON registry.review (thai_id, kind) WHERE closed_at IS NULL;
COMMENT ON INDEX registry.review_one_open IS 'each thing is noticed once until it is settled';
CREATE INDEX review_authority_code ON registry.review (authority_code) WHERE closed_at IS NULL;
COMMENT ON INDEX registry.review_authority_code IS 'an authority''s open reviews';
ALTER TABLE registry.review ENABLE ROW LEVEL SECURITY;
GRANT SELECT, UPDATE ON registry.review TO welfare_writer;
CREATE POLICY review_read ON registry.review FOR SELECT TO welfare_writer
  USING (authority_code = welfare.authority_code() OR welfare.nation() AND welfare.duty() = 'administrator');
COMMENT ON POLICY review_read ON registry.review IS 'the authority''s officers and administrators look at what was noticed';
CREATE POLICY review_change ON registry.review FOR UPDATE TO welfare_writer
  USING (authority_code = welfare.authority_code()) WITH CHECK (authority_code = welfare.authority_code());
COMMENT ON POLICY review_change ON registry.review IS 'the authority''s officers settle it';
CREATE TRIGGER review_no_removal BEFORE DELETE OR TRUNCATE ON registry.review
  FOR EACH STATEMENT EXECUTE FUNCTION registry.refuse_removal();
COMMENT ON TRIGGER review_no_removal ON registry.review IS 'reviews are evidence';

-- National IDs that differ from one in the third digit alone. Its weight in the check sum is 11, so that the check digit of
-- all ten is the same (RC1).
CREATE FUNCTION registry.lookalikes(thai_id welfare.thai_id) RETURNS SETOF welfare.thai_id
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 9
  BEGIN ATOMIC
    SELECT (lookalikes.thai_id::bigint + (digit - lookalikes.thai_id::bigint / 10000000000 % 10) * 10000000000)::welfare.thai_id
      FROM generate_series(0, 9) AS digit
     WHERE digit <> lookalikes.thai_id::bigint / 10000000000 % 10;
  END;
COMMENT ON FUNCTION registry.lookalikes(welfare.thai_id) IS 'national IDs that differ in the third digit alone, which the check digit cannot tell';

-- Opens a review of each new person of an import whose ID another person's differs from in the third digit alone. Parameters: import
-- number. It sees the persons of the file too: the wrong ID and the right one may come together.
CREATE FUNCTION registry.review_lookalikes(import_id bigint) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  -- by key, whatever the planner believes of tables that were empty when it looked
  SET enable_hashjoin = off
  SET enable_mergejoin = off
  SET enable_seqscan = off
  AS $$
  #variable_conflict use_column
  BEGIN
    INSERT INTO registry.review (thai_id, kind, authority_code, lookalike)
    SELECT candidate.thai_id, 'lookalike_id', candidate.authority_code, min(other.thai_id)
      FROM registry.import_candidate AS candidate
      JOIN registry.person USING (thai_id, authority_code)
     CROSS JOIN LATERAL registry.lookalikes(candidate.thai_id) AS alike
      -- whom only another authority may see is not hinted at
      JOIN registry.person AS other ON other.thai_id = alike
       AND (other.visibility = 'everyone' OR other.authority_code = candidate.authority_code)
     WHERE candidate.import_id = review_lookalikes.import_id
       AND NOT candidate.person_on_record
       AND candidate.line_number NOT IN (SELECT import_refusal.line_number FROM registry.import_refusal
                                          WHERE import_refusal.import_id = review_lookalikes.import_id)
     GROUP BY candidate.thai_id, candidate.authority_code
    ON CONFLICT DO NOTHING;
  END
  $$;
COMMENT ON FUNCTION registry.review_lookalikes(bigint) IS 'opens reviews of new persons whose ID another''s differs from in the third digit alone';

-- Records the candidates of an import that are not refused: persons, then claims. Parameters: import number.
-- Answers how many persons and claims were added. Belongs to the owner, as its callers do: a person whom another authority
-- kept is taken over once no claim lives there.
CREATE FUNCTION registry.record_candidates(import_id bigint, OUT persons bigint, OUT claims bigint)
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  -- a file is sorted whole
  SET work_mem = '64MB'
  AS $$
  #variable_conflict use_column
  BEGIN
    WITH added AS (
      INSERT INTO registry.person
        (thai_id, birth_date, authority_code, district_code, province_code, sex, marital_status, visibility, income_band,
         telephone_is_authoritys, has_occupation, title, first_name, last_name, telephone, house_register_address,
         contact_address, occupation, monthly_income, in_force_from)
      SELECT DISTINCT ON (thai_id)
             thai_id, birth_date, authority_code, district_code, province_code, sex, marital_status,
             CASE WHEN bool_and(sensitive) OVER (PARTITION BY thai_id) THEN 'authority' ELSE 'everyone' END::registry.visibility,
             income_band, telephone_is_authoritys, has_occupation, title, first_name, last_name, telephone,
             house_register_address, contact_address, occupation, monthly_income,
             -- the form tells what was so when it was handed in
             min(claimed_on) OVER (PARTITION BY thai_id)
        FROM registry.import_candidate AS candidate
       WHERE candidate.import_id = record_candidates.import_id
         AND NOT candidate.person_on_record
         AND candidate.line_number NOT IN (SELECT import_refusal.line_number FROM registry.import_refusal
                                            WHERE import_refusal.import_id = record_candidates.import_id)
       ORDER BY thai_id, line_number
      ON CONFLICT (thai_id) DO NOTHING
      RETURNING thai_id)
    SELECT count(*) INTO persons FROM added;

    PERFORM registry.review_lookalikes(record_candidates.import_id);

    -- IS8.3: forms that name one person take turns, in the order of the IDs, so that neither overlooks what the other records.
    PERFORM FROM registry.person
      WHERE person.thai_id IN (SELECT candidate.thai_id FROM registry.import_candidate AS candidate
                                WHERE candidate.import_id = record_candidates.import_id AND NOT candidate.claim_on_record)
      ORDER BY person.thai_id
      FOR UPDATE;

    -- whatever the transaction has set: the claim comes after the person's details
    SET CONSTRAINTS registry.person_not_disposed DEFERRED;
    -- Nobody's record any more, or another authority's at which no claim lives: the form's details replace it.
    UPDATE registry.person
       SET birth_date = candidate.birth_date, authority_code = candidate.authority_code, district_code = candidate.district_code,
           province_code = candidate.province_code, sex = candidate.sex, marital_status = candidate.marital_status,
           income_band = candidate.income_band, telephone_is_authoritys = candidate.telephone_is_authoritys,
           has_occupation = candidate.has_occupation, title = candidate.title, first_name = candidate.first_name,
           last_name = candidate.last_name, telephone = candidate.telephone,
           house_register_address = candidate.house_register_address, contact_address = candidate.contact_address,
           occupation = candidate.occupation, monthly_income = candidate.monthly_income,
           in_force_from = candidate.claimed_on
      FROM registry.import_candidate AS candidate
     WHERE candidate.import_id = record_candidates.import_id
       AND person.thai_id = candidate.thai_id
       AND candidate.person_on_record AND NOT candidate.person_kept_here AND NOT candidate.claim_on_record
       AND candidate.line_number NOT IN (SELECT import_refusal.line_number FROM registry.import_refusal
                                          WHERE import_refusal.import_id = record_candidates.import_id)
       AND NOT EXISTS (SELECT FROM registry.claim
                        WHERE claim.thai_id = person.thai_id AND claim.state IN ('live', 'suspended') AND NOT claim.leaving);

    INSERT INTO registry.claim
      (thai_id, facts, programme, authority_code, first_month, claimed_on, ordered_on, received_since, way_of_payment, budget_type,
       claim_number, district_code, province_code, bank_code, sensitive, top_up, bank_branch, account_number, account_name, remark,
       not_before, origin, in_force_from)
    -- A claim after one that ended begins after it: no month is paid twice.
    SELECT thai_id, facts, programme, authority_code,
           greatest(candidate.first_month, candidate.not_before, reference.month_after(earlier.last_month)),
           claimed_on, ordered_on, received_since, way_of_payment, budget_type,
           1 + coalesce(earlier.claim_number, 0), candidate.district_code, candidate.province_code, bank_code, sensitive, top_up,
           bank_branch, account_number, account_name, remark, greatest(candidate.not_before, reference.month_after(earlier.last_month)), candidate.origin, claimed_on
      FROM registry.import_candidate AS candidate
      -- what another session recorded of the person meanwhile stands; ours is added if it says the same
      JOIN registry.person USING (thai_id, authority_code, title, first_name, last_name, sex, birth_date, marital_status, telephone,
                                  income_band, house_register_address)
     CROSS JOIN LATERAL (
       SELECT max(claim.claim_number) AS claim_number, 
              -- one that ended before it was ever paid stands in nobody's way
              max(claim.last_month) FILTER (WHERE claim.state = 'disposed' AND claim.last_month >= claim.first_month) AS last_month
         FROM registry.claim
        WHERE claim.thai_id = candidate.thai_id AND claim.programme = candidate.programme
     ) AS earlier
     WHERE candidate.import_id = record_candidates.import_id
       AND NOT candidate.claim_on_record
       AND candidate.line_number NOT IN (SELECT import_refusal.line_number FROM registry.import_refusal
                                          WHERE import_refusal.import_id = record_candidates.import_id)
     ORDER BY thai_id, programme
    ON CONFLICT DO NOTHING;
    GET DIAGNOSTICS claims = ROW_COUNT;

    INSERT INTO registry.review (thai_id, kind, authority_code)
    SELECT DISTINCT candidate.thai_id, 'legacy_unknown_birth'::registry.review_kind, candidate.authority_code
      FROM registry.import_candidate AS candidate
      JOIN registry.person USING (thai_id, authority_code)
     WHERE candidate.import_id = record_candidates.import_id AND candidate.legacy_birth
       AND candidate.line_number NOT IN (SELECT import_refusal.line_number FROM registry.import_refusal
                                          WHERE import_refusal.import_id = record_candidates.import_id)
    ON CONFLICT DO NOTHING;
  END
  $$;
COMMENT ON FUNCTION registry.record_candidates(bigint) IS 'records the candidates of an import that are not refused';

REVOKE ALL ON FUNCTION registry.lookalikes(welfare.thai_id), registry.review_lookalikes(bigint), registry.record_candidates(bigint) FROM PUBLIC;

COMMIT;
