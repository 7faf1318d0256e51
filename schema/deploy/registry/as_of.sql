-- Two axes of time: what was true on a day, as it was known at a moment.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- A person as of a day in force, as known at a moment: each field as the last that had been recorded by then and was in force on
-- that day says. What a version does not change it says nothing about, so that a late word on one field leaves the others. An authority sees the versions of the time when it kept the record (row security), administrators all.
-- Parameters: national ID; day in force; moment (default now). No row: nothing was known. The look is recorded.
-- Errors: WF001, WF007.
CREATE FUNCTION registry.person_as_of(thai_id welfare.thai_id, in_force_on date, known_at timestamptz DEFAULT NULL) RETURNS SETOF registry.person
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    found bigint;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'administrator');
    RETURN QUERY
      SELECT filled.*
        FROM (SELECT (array_agg(version.image ORDER BY version.recorded_at) FILTER (WHERE version.before IS NULL))[1] AS first_image,
                     min(version.in_force_from) FILTER (WHERE version.before IS NULL) AS begins,
                     -- what each version changed, from the day on which it came into force
                     jsonb_object_agg(change.key, change.value ORDER BY version.recorded_at)
                       FILTER (WHERE change.key IS NOT NULL AND version.in_force_from <= person_as_of.in_force_on) AS changes
                FROM (SELECT to_jsonb(known) AS image, known.in_force_from, known.recorded_at,
                             lag(to_jsonb(known)) OVER (ORDER BY known.recorded_at) AS before
                        FROM (SELECT thai_id, recorded_at, birth_date, created_at, in_force_from, authority_code,
                                     district_code, province_code, sex, marital_status, visibility, income_band,
                                     telephone_is_authoritys, has_occupation, title, first_name, last_name, telephone,
                                     house_register_address, contact_address, occupation, monthly_income, recorded_by
                                FROM registry.person
                               UNION ALL
                              SELECT thai_id, recorded_at, birth_date, created_at, in_force_from, authority_code,
                                     district_code, province_code, sex, marital_status, visibility, income_band,
                                     telephone_is_authoritys, has_occupation, title, first_name, last_name, telephone,
                                     house_register_address, contact_address, occupation, monthly_income, recorded_by
                                FROM registry.person_history) AS known
                       WHERE known.thai_id = person_as_of.thai_id
                         AND known.recorded_at <= coalesce(person_as_of.known_at, clock_timestamp())) AS version
                LEFT JOIN LATERAL (SELECT each.key, each.value FROM jsonb_each(version.image) AS each
                                    WHERE version.before IS NOT NULL AND each.value IS DISTINCT FROM version.before -> each.key) AS change ON true
             ) AS folded
       CROSS JOIN LATERAL jsonb_populate_record(NULL::registry.person, folded.first_image || coalesce(folded.changes, '{}')) AS filled
       WHERE folded.begins <= person_as_of.in_force_on;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('registry.person_as_of', person_as_of.thai_id,
                              jsonb_build_object('in_force_on', person_as_of.in_force_on, 'known_at', person_as_of.known_at), found);
  END
  $$;
COMMENT ON FUNCTION registry.person_as_of(welfare.thai_id, date, timestamptz) IS 'a person as of a day in force, as known at a moment';

-- A person's claims as of a day in force, as known at a moment. Parameters, sight, errors: as registry.person_as_of.
CREATE FUNCTION registry.claims_as_of(thai_id welfare.thai_id, in_force_on date, known_at timestamptz DEFAULT NULL) RETURNS SETOF registry.claim
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    found bigint;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'administrator');
    RETURN QUERY
      SELECT filled.*
        FROM (SELECT (array_agg(version.image ORDER BY version.recorded_at) FILTER (WHERE version.before IS NULL))[1] AS first_image,
                     min(version.in_force_from) FILTER (WHERE version.before IS NULL) AS begins,
                     jsonb_object_agg(change.key, change.value ORDER BY version.recorded_at)
                       FILTER (WHERE change.key IS NOT NULL AND version.in_force_from <= claims_as_of.in_force_on) AS changes
                FROM (SELECT known.programme, known.claim_number, to_jsonb(known) AS image, known.in_force_from, known.recorded_at,
                             lag(to_jsonb(known)) OVER (PARTITION BY known.programme, known.claim_number ORDER BY known.recorded_at) AS before
                        FROM (SELECT thai_id, facts, recorded_at, created_at, programme, authority_code, first_month,
                                     last_month, not_before, claimed_on, ordered_on, received_since, entered_on,
                                     in_force_from, varied_from, way_of_payment, budget_type, state, origin, live_authority_code,
                                     claim_number, district_code, province_code, bank_code, replaces_claim_number,
                                     replaces_wrong_number, sensitive, leaving, takes_over, top_up, bank_branch, account_number, account_name,
                                     remark, replaces_thai_id, recorded_by
                                FROM registry.claim
                               UNION ALL
                              SELECT thai_id, facts, recorded_at, created_at, programme, authority_code, first_month,
                                     last_month, not_before, claimed_on, ordered_on, received_since, entered_on,
                                     in_force_from, varied_from, way_of_payment, budget_type, state, origin, live_authority_code,
                                     claim_number, district_code, province_code, bank_code, replaces_claim_number,
                                     replaces_wrong_number, sensitive, leaving, takes_over, top_up, bank_branch, account_number, account_name,
                                     remark, replaces_thai_id, recorded_by
                                FROM registry.claim_history) AS known
                       WHERE known.thai_id = claims_as_of.thai_id
                         AND known.recorded_at <= coalesce(claims_as_of.known_at, clock_timestamp())) AS version
                LEFT JOIN LATERAL (SELECT each.key, each.value FROM jsonb_each(version.image) AS each
                                    WHERE version.before IS NOT NULL AND each.value IS DISTINCT FROM version.before -> each.key) AS change ON true
               GROUP BY version.programme, version.claim_number
             ) AS folded
       CROSS JOIN LATERAL jsonb_populate_record(NULL::registry.claim, folded.first_image || coalesce(folded.changes, '{}')) AS filled
       WHERE folded.begins <= claims_as_of.in_force_on AND filled.state <> 'deleted';
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('registry.claims_as_of', claims_as_of.thai_id,
                              jsonb_build_object('in_force_on', claims_as_of.in_force_on, 'known_at', claims_as_of.known_at), found);
  END
  $$;
COMMENT ON FUNCTION registry.claims_as_of(welfare.thai_id, date, timestamptz) IS 'a person''s claims as of a day in force, as known at a moment';

REVOKE ALL ON FUNCTION registry.person_as_of(welfare.thai_id, date, timestamptz), registry.claims_as_of(welfare.thai_id, date, timestamptz) FROM PUBLIC;
RESET ROLE;
ALTER FUNCTION registry.person_as_of(welfare.thai_id, date, timestamptz) OWNER TO welfare_writer;
ALTER FUNCTION registry.claims_as_of(welfare.thai_id, date, timestamptz) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION registry.person_as_of(welfare.thai_id, date, timestamptz), registry.claims_as_of(welfare.thai_id, date, timestamptz)
  TO welfare_authority, welfare_admin;

COMMIT;
