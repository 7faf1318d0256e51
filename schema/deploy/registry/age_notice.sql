-- ER7, ER9, EG3.1, RC6: whom an authority tells beforehand: who reaches the age and has neither claim nor form, and whose allowance changes with age.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE registry.age_notice_kind AS ENUM ('reaches_age', 'step');
COMMENT ON TYPE registry.age_notice_kind IS 'why a person is told: the age is complete from which the allowance can be had, and nothing was handed in (ER7); the rate changes with a completed age (ER9)';

-- Of those whom an authority has on record: the month from which the age counts by the one formula (RC6). Who has declined or waived is not
-- reminded, who has died is nobody's to tell.
CREATE VIEW registry.age_reached AS
  SELECT person.thai_id, rule.programme, person.authority_code, person.district_code, person.province_code, person.visibility <> 'everyone' AS sensitive,
         'reaches_age'::registry.age_notice_kind AS kind, rule.least_age::integer AS age, welfare.first_month(person.birth_date, rule.least_age) AS from_month
    FROM registry.person
    JOIN reference.early_confirmation AS rule ON rule.valid @> welfare.business_date()
   WHERE NOT EXISTS (SELECT FROM registry.claim
                      WHERE claim.thai_id = person.thai_id AND claim.programme = rule.programme AND claim.state IN ('live', 'suspended', 'awaiting'))
     AND NOT EXISTS (SELECT FROM registry.submission
                      WHERE submission.thai_id = person.thai_id AND submission.programme = rule.programme
                        AND submission.state NOT IN ('rejected', 'stopped', 'superseded', 'lapsed'))
     AND NOT EXISTS (SELECT FROM registry.disposal
                      WHERE disposal.thai_id = person.thai_id AND (disposal.cause = 'died' OR disposal.programme = rule.programme AND disposal.cause = 'waived'))
   UNION ALL
  SELECT claim.thai_id, claim.programme, claim.authority_code, claim.district_code, claim.province_code, claim.sensitive,
         'step'::registry.age_notice_kind AS kind, step.from_age AS age, welfare.first_month(person.birth_date, step.from_age) AS from_month
    FROM registry.claim
    JOIN registry.person ON person.thai_id = claim.thai_id
    JOIN reference.rate ON rate.programme = claim.programme AND rate.component = 'base'
   CROSS JOIN LATERAL welfare.ladder_steps(rate.ladder) AS step
   WHERE claim.state IN ('live', 'suspended')
     AND step.from_age > (SELECT min(first_step.from_age) FROM welfare.ladder_steps(rate.ladder) AS first_step)
     AND rate.valid @> welfare.first_month(person.birth_date, step.from_age);
COMMENT ON VIEW registry.age_reached IS 'who reaches an age that the authority tells of, and from which month it counts; for functions, which name the scope';
COMMENT ON COLUMN registry.age_reached.thai_id IS 'the person';
COMMENT ON COLUMN registry.age_reached.programme IS 'the programme';
COMMENT ON COLUMN registry.age_reached.authority_code IS 'authority that tells';
COMMENT ON COLUMN registry.age_reached.district_code IS 'its district';
COMMENT ON COLUMN registry.age_reached.province_code IS 'its province';
COMMENT ON COLUMN registry.age_reached.sensitive IS 'whether those above the authority may not know of it (AR2)';
COMMENT ON COLUMN registry.age_reached.kind IS 'why';
COMMENT ON COLUMN registry.age_reached.age IS 'age that is completed';
COMMENT ON COLUMN registry.age_reached.from_month IS 'first month for which it counts';

-- Whom the user's own authority tells, those first whose month comes first; an administrator sees the nation's. Who reached the age before the
-- months asked for and still has neither claim nor form is told again: shown with the month from which it could have been. The look is recorded.
-- Parameters: first and last month from which the age counts, default next month. Errors: WF001, WF007, WF017, WF034.
-- Belongs to the owner: it names the scope itself.
CREATE FUNCTION registry.age_notices(from_month date DEFAULT NULL, to_month date DEFAULT NULL)
  RETURNS TABLE (national_id welfare.thai_id, full_name text, birth_date welfare.birth_date, programme reference.programme_name, kind registry.age_notice_kind,
                 age integer, counts_from date, telephone text, authority_code integer)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    first date := coalesce(age_notices.from_month, reference.month_after(welfare.business_date()));
    last date := coalesce(age_notices.to_month, coalesce(age_notices.from_month, reference.month_after(welfare.business_date())));
    wrong date := (SELECT min(day) FROM unnest(ARRAY[first, last]) AS day WHERE NOT reference.is_pay_month(day));
    found bigint;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'administrator');
    IF wrong IS NOT NULL THEN
      PERFORM reference.refuse('WF034', NULL, wrong::text);
    ELSIF last < first THEN
      PERFORM reference.refuse('WF017', NULL, 'to_month', last::text, 'from_month', first::text);
    END IF;
    RETURN QUERY
      SELECT reached.thai_id, concat_ws(' ', person.title || person.first_name, person.last_name), person.birth_date, reached.programme, reached.kind, reached.age,
             reached.from_month, person.telephone, reached.authority_code
        FROM registry.age_reached AS reached
        JOIN registry.person ON person.thai_id = reached.thai_id
       WHERE (reached.authority_code = welfare.authority_code() OR welfare.authority_code() IS NULL AND welfare.nation())
         AND reached.from_month <= last AND (reached.from_month >= first OR reached.kind = 'reaches_age')
       ORDER BY reached.from_month, reached.kind, reached.thai_id, reached.programme;
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('registry.age_notices', NULL, jsonb_build_object('from_month', first, 'to_month', last), found);
  END
  $$;
COMMENT ON FUNCTION registry.age_notices(date, date) IS 'whom the user''s own authority tells beforehand: who reaches the age, and whose rate changes with age (ER7, ER9)';
REVOKE ALL ON FUNCTION registry.age_notices(date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.age_notices(date, date) TO welfare_authority, welfare_admin;

COMMIT;
