-- ER6, ER9, ER12, ER18, EG4.1, DR6, DR12, AR2, RC5–RC8, DE1–DE8: why a claim is paid what it is paid in a month, for officer, citizen and auditor.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE registry.explanation_reader AS ENUM ('holder', 'above', 'person');
COMMENT ON TYPE registry.explanation_reader IS 'who reads an explanation: the authority that keeps the person''s record, or an administrator; an office above the authority, or an authority that the person has left; the person';

-- The explanation of a claim in a month (doc/explain.md), for the functions that have made sure that the reader may have it. Parameters: the
-- claim; first of month; language, th or en; reader. All readers get the same facts under the same keys. Whoever is not the holder gets the
-- terms that could tell of an allowance that is health data as one (AR2); the person gets the own national ID masked, and no number that is
-- ours alone. NULL: there is no such claim. Errors: WF011 another language, WF010 none.
CREATE FUNCTION registry.explanation(thai_id welfare.thai_id, programme reference.programme_name, claim_number smallint, month date, language text,
                                     reader registry.explanation_reader) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET jit = off
  AS $$
  #variable_conflict use_column
  DECLARE
    held registry.claim;
    owner registry.person;
    standing registry.claim_standing;
    covered boolean;
    own boolean := explanation.reader = 'person';
    suspended_in date;
    answer jsonb;
  BEGIN
    IF explanation.language IS NULL OR explanation.reader IS NULL THEN
      PERFORM reference.refuse('WF010', NULL, CASE WHEN explanation.language IS NULL THEN 'language' ELSE 'reader' END);
    ELSIF explanation.language NOT IN ('th', 'en') THEN
      PERFORM reference.refuse('WF011', NULL, 'language', explanation.language, 'th, en');
    END IF;
    SELECT * INTO held
      FROM registry.claim
     WHERE claim.thai_id = explanation.thai_id AND claim.programme = explanation.programme AND claim.claim_number = explanation.claim_number;
    IF held.thai_id IS NULL THEN
      RETURN NULL;
    END IF;
    SELECT * INTO owner FROM registry.person WHERE person.thai_id = held.thai_id;
    standing := registry.standing_of(held.thai_id, held.programme, held.claim_number, explanation.month);
    covered := standing.state <> 'not_covered';
    IF held.state = 'suspended' THEN
      suspended_in := registry.month_of_suspension(held.thai_id, held.programme, held.claim_number);
    END IF;

    answer := jsonb_build_object(
      'version', 1, 'language', explanation.language, 'month', explanation.month, 'month_text', registry.month_in(explanation.month, explanation.language),
      'state', standing.state, 'state_text', registry.word_in('entitlement_state', standing.state::text, explanation.language),
      'person', jsonb_build_object(
        'thai_id', CASE WHEN own THEN welfare.mask_thai_id(held.thai_id) ELSE held.thai_id::text END, 'masked', own,
        'name', concat_ws(' ', owner.title || owner.first_name, owner.last_name),
        'birth_date', owner.birth_date::text, 'known_part', welfare.birth_date_precision(owner.birth_date),
        'known_part_text', registry.word_in('birth_date_precision', welfare.birth_date_precision(owner.birth_date), explanation.language),
        'legal_birth_date', welfare.legal_birth_date(owner.birth_date),
        'legal_birth_date_text', registry.day_in(welfare.legal_birth_date(owner.birth_date), explanation.language)),
      'claim', jsonb_build_object(
        'programme', held.programme, 'programme_text', registry.word_in('programme', held.programme::text, explanation.language),
        -- a number above 1 tells of a claim that may have been another authority's
        'number', CASE WHEN explanation.reader = 'holder' AND welfare.duty() = 'administrator' THEN held.claim_number END,
        'authority_code', held.authority_code,
        'authority', (SELECT local_authority.name_thai FROM reference.local_authority WHERE local_authority.authority_code = held.authority_code),
        'state', held.state, 'state_text', registry.word_in('claim_state', held.state::text, explanation.language),
        'claimed_on', held.claimed_on, 'ordered_on', held.ordered_on,
        'awaiting_acknowledgement', held.state = 'awaiting',
        'suspended_from', reference.month_after(suspended_in)),
      'first_month', registry.explain_first_month(held, owner.birth_date, explanation.language),
      'last_month', registry.explain_last_month(held, explanation.language),
      'not_covered', CASE WHEN NOT covered THEN jsonb_build_object(
        'why', standing.not_covered, 'why_text', registry.word_in('not_covered_cause', standing.not_covered::text, explanation.language),
        'cause', standing.ended_by, 'cause_text', registry.word_in('disposal_cause', standing.ended_by::text, explanation.language)) END,
      'criterion', CASE WHEN covered THEN registry.explain_criterion(held, owner.birth_date, explanation.month, standing, explanation.reader = 'holder',
                                                                     explanation.language) END,
      'pending_removal', standing.pending_removal,
      'pending_removal_since', CASE WHEN standing.pending_removal THEN registry.pending_removal_since(held, explanation.month) END,
      'age', CASE WHEN covered THEN (
        SELECT jsonb_build_object(
                 'age', standing.age, 'complete_by', standing.age_day, 'step', standing.step, 'least_age', age_rule.least_age,
                 'basis', age_rule.basis, 'basis_text', registry.word_in('age_basis', age_rule.basis::text, explanation.language),
                 'legal_basis', age_rule.legal_basis, 'certainty', age_rule.certainty)
          FROM reference.age_rule
         WHERE age_rule.programme = held.programme AND age_rule.valid @> explanation.month) END,
      'rates', registry.explain_rates(standing.components, explanation.language),
      'amount', jsonb_build_object('due', standing.amount, 'allowance', standing.allowance, 'top_up', standing.top_up, 'other_payers', standing.other_payers),
      'next_change', CASE WHEN covered THEN registry.explain_next_change(held, owner.birth_date, explanation.month, standing, explanation.language) END);
    RETURN CASE WHEN own THEN registry.without_numbers(answer) ELSE answer END;
  END
  $$;
COMMENT ON FUNCTION registry.explanation(welfare.thai_id, reference.programme_name, smallint, date, text, registry.explanation_reader)
  IS 'the explanation of a claim in a month, as JSON, version 1';

-- An explanation without the numbers of our rows, under the same keys. Parameters: explanation.
CREATE FUNCTION registry.without_numbers(explanation jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT CASE jsonb_typeof(explanation)
             WHEN 'object' THEN (SELECT jsonb_object_agg(field.key, CASE WHEN field.key IN ('rate_id', 'criterion_id') THEN 'null' ELSE registry.without_numbers(field.value) END)
                                   FROM jsonb_each(explanation) AS field)
             WHEN 'array' THEN (SELECT coalesce(jsonb_agg(registry.without_numbers(item.value) ORDER BY item.position), '[]')
                                  FROM jsonb_array_elements(explanation) WITH ORDINALITY AS item (value, position))
             ELSE explanation END
  $$;
COMMENT ON FUNCTION registry.without_numbers(jsonb) IS 'an explanation without the numbers of our rows';

-- Why a claim inside the asker's scope is paid what it is paid in a month, by the law of that month and what is on record now, as JSON
-- (doc/explain.md). The look is recorded. Parameters: national ID; programme; first of month; language of the texts, th or en.
-- Errors: WF001, WF007, WF010 something is missing, WF011 another language, WF031 a month without law, WF033, WF034, WF350 no claim of that
-- programme in the asker's scope.
CREATE FUNCTION registry.explain(thai_id welfare.thai_id, programme reference.programme_name, month date, language text DEFAULT welfare.language()) RETURNS jsonb
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    asked registry.claim := registry.claim_asked_for(explain.thai_id, explain.programme, explain.month);
    answer jsonb := registry.explanation(asked.thai_id, asked.programme, asked.claim_number, explain.month, explain.language,
                                         CASE WHEN welfare.duty() = 'administrator'
                                                     -- row security: the authority that keeps the person's record, and not one that the person has left
                                                     OR welfare.duty() = 'local_authority' AND EXISTS (SELECT FROM registry.person WHERE person.thai_id = asked.thai_id)
                                                   THEN 'holder' ELSE 'above' END::registry.explanation_reader);
  BEGIN
    PERFORM audit.record_look('registry.explain', asked.thai_id, jsonb_build_object('programme', asked.programme, 'month', explain.month), 1);
    RETURN answer;
  END
  $$;
COMMENT ON FUNCTION registry.explain(welfare.thai_id, reference.programme_name, date, text) IS 'why a claim is paid what it is paid in a month, as JSON';

REVOKE ALL ON FUNCTION registry.explanation(welfare.thai_id, reference.programme_name, smallint, date, text, registry.explanation_reader),
  registry.without_numbers(jsonb), registry.explain(welfare.thai_id, reference.programme_name, date, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.explanation(welfare.thai_id, reference.programme_name, smallint, date, text, registry.explanation_reader) TO welfare_writer;
RESET ROLE;
ALTER FUNCTION registry.explain(welfare.thai_id, reference.programme_name, date, text) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION registry.explain(welfare.thai_id, reference.programme_name, date, text)
  TO welfare_authority, welfare_district, welfare_province, welfare_department, welfare_admin;

COMMIT;
