-- EG4.1, DE9, DE20, "An early confirmation waits": what becomes of accepted forms: claims, at once or on the date of entitlement.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Whether a person's live claim at another authority is about to be taken over by an authority, so that it hinders no form there: a move
-- between the two is open (ER8.1). Parameters: national ID; programme; the new authority.
CREATE FUNCTION registry.is_taking_over(thai_id welfare.thai_id, programme reference.programme_name, authority_code integer) RETURNS boolean
  LANGUAGE sql STABLE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
    SELECT EXISTS (
      SELECT FROM registry.move
        JOIN registry.claim ON claim.thai_id = move.thai_id AND claim.authority_code = move.from_authority_code
       WHERE move.thai_id = is_taking_over.thai_id AND move.to_authority_code = is_taking_over.authority_code AND move.closed_on IS NULL
         AND claim.programme = is_taking_over.programme AND claim.state IN ('live', 'suspended', 'awaiting'))
  $$;
COMMENT ON FUNCTION registry.is_taking_over(welfare.thai_id, reference.programme_name, integer) IS 'whether a live claim elsewhere is about to be taken over (ER8)';

-- Creates the claims of accepted forms, as an import of them would: received is claimed, and the day of the order is the order's.
-- Parameters: keys of the forms, as lists of one length. Answers a row a form: the claim's number, or the code and the message of why
-- there is none. Where the authority has changed the person's details since, those stand.
-- Belongs to the owner, as registry.record_candidates does; its callers check the scope.
CREATE FUNCTION registry.record_submissions(thai_ids welfare.thai_id[], programmes reference.programme_name[], submission_numbers bigint[])
  RETURNS TABLE (thai_id welfare.thai_id, programme reference.programme_name, submission_number bigint, claim_number smallint, code text, problem text)
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET jit = off
  AS $$
  #variable_conflict use_column
  DECLARE
    taken bigint;
    added record;
  BEGIN
    INSERT INTO registry.import (principal, file_name) VALUES (welfare.principal(), 'submission') RETURNING import_id INTO taken;
    INSERT INTO registry.import_row
    SELECT filled.*
      FROM unnest(thai_ids, programmes, submission_numbers) WITH ORDINALITY AS given (thai_id, programme, submission_number, line_number)
      JOIN registry.submission USING (thai_id, programme, submission_number)
      LEFT JOIN registry.person
        ON person.thai_id = submission.thai_id AND person.authority_code = submission.authority_code
       AND EXISTS (SELECT FROM registry.claim WHERE claim.thai_id = person.thai_id AND claim.state IN ('live', 'suspended'))
     CROSS JOIN LATERAL jsonb_populate_record(NULL::registry.import_row,
              CASE WHEN person.thai_id IS NULL THEN submission.form
                   ELSE submission.form - registry.person_fields() || registry.form_of(person, NULL) END
              || jsonb_build_object('thai_id', submission.thai_id::text, 'programme', submission.programme, 'authority_code', submission.authority_code,
                                    'facts', submission.facts::text, 'claimed_on', to_char(submission.received_on, 'YYYY-MM-DD'),
                                    'ordered_on', to_char(submission.ordered_on, 'YYYY-MM-DD'),
                                    'import_id', taken, 'line_number', given.line_number, 'principal', welfare.principal())) AS filled;
    PERFORM registry.parse_import(taken);
    UPDATE registry.import_candidate AS candidate
       SET origin = 'submission',
           -- a later month that the order names holds through every edit
           not_before = CASE WHEN submission.first_month > candidate.first_month THEN submission.first_month END
      FROM unnest(thai_ids, programmes, submission_numbers) WITH ORDINALITY AS given (thai_id, programme, submission_number, line_number)
      JOIN registry.submission USING (thai_id, programme, submission_number)
     WHERE candidate.import_id = taken AND candidate.line_number = given.line_number;
    PERFORM registry.refuse_import_rows(taken, welfare.business_date(), false);
    SELECT * INTO added FROM registry.record_candidates(taken);
    RETURN QUERY
      SELECT given.thai_id, given.programme, given.submission_number, claim.claim_number,
             CASE WHEN claim.claim_number IS NULL THEN coalesce(refusal.codes[1], CASE WHEN candidate.claim_on_record THEN 'WF06S' ELSE 'WF025' END) END,
             CASE WHEN claim.claim_number IS NULL
                  THEN coalesce(array_to_string(refusal.reasons, '; '), reference.message_text(CASE WHEN candidate.claim_on_record THEN 'WF06S' ELSE 'WF025' END)) END
        FROM unnest(thai_ids, programmes, submission_numbers) WITH ORDINALITY AS given (thai_id, programme, submission_number, line_number)
        JOIN registry.import_candidate AS candidate ON candidate.import_id = taken AND candidate.line_number = given.line_number
        LEFT JOIN registry.import_refusal AS refusal ON refusal.import_id = taken AND refusal.line_number = given.line_number
        LEFT JOIN registry.claim
          ON claim.thai_id = given.thai_id AND claim.programme = given.programme AND claim.authority_code = candidate.authority_code
         AND claim.state = 'live' AND claim.origin = 'submission' AND claim.claimed_on = candidate.claimed_on
         AND refusal.line_number IS NULL AND NOT candidate.claim_on_record;
    PERFORM registry.close_form(taken, added.persons, added.claims);
  END
  $$;
COMMENT ON FUNCTION registry.record_submissions(welfare.thai_id[], reference.programme_name[], bigint[]) IS 'creates the claims of accepted forms; answers each claim''s number or why there is none';

-- Creates the claim of one accepted form and answers its number. Parameters: key of the form.
-- Errors: whatever an import would say; WF020 a live claim elsewhere, which is named.
CREATE FUNCTION registry.record_submission(thai_id welfare.thai_id, programme reference.programme_name, submission_number bigint) RETURNS smallint
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  AS $$
  #variable_conflict use_column
  DECLARE
    answer record;
    elsewhere text;
  BEGIN
    SELECT * INTO answer
      FROM registry.record_submissions(ARRAY[record_submission.thai_id], ARRAY[record_submission.programme], ARRAY[record_submission.submission_number]);
    IF answer.claim_number IS NULL THEN
      elsewhere := registry.holder_elsewhere(record_submission.thai_id, welfare.authority_code());
      IF elsewhere IS NOT NULL THEN
        PERFORM reference.refuse('WF020', NULL, elsewhere);
      END IF;
      PERFORM reference.raise_refusal(answer.code, answer.problem, NULL);
    END IF;
    UPDATE registry.submission SET claim_number = answer.claim_number
     WHERE (submission.thai_id, submission.programme, submission.submission_number)
         = (record_submission.thai_id, record_submission.programme, record_submission.submission_number);
    RETURN answer.claim_number;
  END
  $$;
COMMENT ON FUNCTION registry.record_submission(welfare.thai_id, reference.programme_name, bigint) IS 'creates the claim of one accepted form';

CREATE TYPE registry.submission_verdict AS (
  thai_id welfare.thai_id,
  programme reference.programme_name,
  submission_number bigint,
  outcome registry.submission_outcome,
  claim_number smallint,
  terms text[],
  problem text,
  earlier text[]
);
COMMENT ON TYPE registry.submission_verdict IS 'what a check of a waiting form came to, while it is being recorded';
COMMENT ON COLUMN registry.submission_verdict.thai_id IS 'the person';
COMMENT ON COLUMN registry.submission_verdict.programme IS 'programme';
COMMENT ON COLUMN registry.submission_verdict.submission_number IS 'number of the form';
COMMENT ON COLUMN registry.submission_verdict.outcome IS 'proved, unmet or undecided';
COMMENT ON COLUMN registry.submission_verdict.claim_number IS 'number of the claim that started';
COMMENT ON COLUMN registry.submission_verdict.terms IS 'terms that are unmet or undecided, or the code of why no claim could be recorded';
COMMENT ON COLUMN registry.submission_verdict.problem IS 'why no claim could be recorded';
COMMENT ON COLUMN registry.submission_verdict.earlier IS 'what the check before found undecided';

-- Evaluates forms that wait, each by the criterion of its first month and what is known of the person then: proved starts the claim,
-- false stops the form with the terms, undecided leaves it on the officers' list, without pay until it is supplied.
-- Parameters: last month looked at; one form, or NULLs for every form of the nation. Answers how many came to what.
-- Errors: WF031 a month without criterion.
CREATE FUNCTION registry.evaluate_submissions(month date, thai_id welfare.thai_id, programme reference.programme_name, submission_number bigint,
                                             OUT started bigint, OUT stopped bigint, OUT undecided bigint)
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  SET jit = off
  AS $$
  #variable_conflict use_column
  DECLARE
    lawless record;
    verdicts registry.submission_verdict[];
  BEGIN
    SELECT waiting.programme, waiting.first_month INTO lawless
      FROM registry.submission AS waiting
     WHERE waiting.state = 'waiting' AND waiting.first_month <= evaluate_submissions.month
       AND (evaluate_submissions.thai_id IS NULL OR waiting.thai_id = evaluate_submissions.thai_id)
       AND NOT EXISTS (SELECT FROM reference.criterion WHERE criterion.programme = waiting.programme AND criterion.valid @> waiting.first_month::date)
     LIMIT 1;
    IF FOUND THEN
      PERFORM reference.refuse('WF031', NULL, reference.programme_text(lawless.programme),
                               CASE welfare.language() WHEN 'en' THEN 'criterion' ELSE 'หลักเกณฑ์คุณสมบัติ' END, lawless.first_month::text);
    END IF;
    WITH waiting AS MATERIALIZED (
      SELECT form.thai_id, form.programme, form.submission_number, form.undecided, criterion.rule, form.first_month::date AS first_month,
             EXISTS (SELECT FROM registry.person WHERE person.thai_id = form.thai_id AND person.authority_code = form.authority_code) AS kept_here,
             -- DE1, RC6: by the day before the month, as the payroll asks
             form.facts || programme.claim_facts || reference.facts_of_age(welfare.age_on(form.birth_date, form.first_month::date - 1)) AS known
        FROM registry.submission AS form
        JOIN reference.programme ON programme.programme = form.programme
        JOIN reference.criterion ON criterion.programme = form.programme AND criterion.valid @> form.first_month::date
       WHERE form.state = 'waiting' AND form.first_month <= evaluate_submissions.month
         AND (evaluate_submissions.thai_id IS NULL
              OR (form.thai_id, form.programme, form.submission_number)
               = (evaluate_submissions.thai_id, evaluate_submissions.programme, evaluate_submissions.submission_number))
       ORDER BY form.thai_id, form.programme
         FOR UPDATE OF form
    ),
    known AS MATERIALIZED (
      SELECT waiting.thai_id, waiting.programme, waiting.submission_number, waiting.undecided, waiting.rule,
             -- ER18: other allowances count where the authority holds them itself: of those elsewhere it learns nothing (AR2)
             CASE WHEN waiting.known @@ waiting.rule OR NOT waiting.kept_here THEN waiting.known
                  ELSE waiting.known || registry.received_beside(waiting.thai_id, waiting.programme, waiting.first_month) END AS known
        FROM waiting
    ),
    judged AS MATERIALIZED (
      SELECT waiting.*, waiting.known @@ waiting.rule AS proved, welfare.unmet(waiting.known, waiting.rule) AS unmet,
             welfare.undecided(waiting.known, waiting.rule) AS open_terms
        FROM known AS waiting
    ),
    proved AS (
      SELECT array_agg(judged.thai_id ORDER BY judged.thai_id, judged.programme) AS thai_ids,
             array_agg(judged.programme ORDER BY judged.thai_id, judged.programme) AS programmes,
             array_agg(judged.submission_number ORDER BY judged.thai_id, judged.programme) AS numbers
        FROM judged WHERE judged.proved
    ),
    recorded AS MATERIALIZED (
      SELECT claimed.*
        FROM proved
       CROSS JOIN LATERAL registry.record_submissions(proved.thai_ids, proved.programmes, proved.numbers) AS claimed
       WHERE proved.thai_ids IS NOT NULL
    )
    -- a step takes the row that it is about: kept until the statement is over
    SELECT array_agg(ROW(judged.thai_id, judged.programme, judged.submission_number,
                         CASE WHEN recorded.claim_number IS NOT NULL THEN 'proved' WHEN NOT judged.proved THEN 'unmet' ELSE 'undecided' END::registry.submission_outcome,
                         recorded.claim_number,
                         CASE WHEN NOT judged.proved THEN judged.unmet WHEN judged.proved THEN ARRAY[recorded.code] ELSE judged.open_terms END,
                         recorded.problem, judged.undecided)::registry.submission_verdict ORDER BY judged.thai_id, judged.programme)
      INTO verdicts
      FROM judged LEFT JOIN recorded USING (thai_id, programme, submission_number);
    UPDATE registry.submission AS form
       SET claim_number = verdict.claim_number, undecided = CASE verdict.outcome WHEN 'undecided' THEN verdict.terms END
      FROM unnest(verdicts) AS verdict
     WHERE (form.thai_id, form.programme, form.submission_number) = (verdict.thai_id, verdict.programme, verdict.submission_number)
       AND (verdict.outcome <> 'undecided' OR verdict.terms IS DISTINCT FROM verdict.earlier);
    INSERT INTO registry.submission_step (thai_id, programme, submission_number, kind, outcome, to_state, remark)
    SELECT verdict.thai_id, verdict.programme, verdict.submission_number, 'check', verdict.outcome,
           CASE verdict.outcome WHEN 'proved' THEN 'started' WHEN 'unmet' THEN 'stopped' ELSE 'waiting' END::registry.submission_state,
           CASE WHEN verdict.outcome <> 'proved' THEN coalesce(verdict.problem, array_to_string(verdict.terms, ', ')) END
      FROM unnest(verdicts) AS verdict
     -- what is undecided as it was is no new step
     WHERE verdict.outcome <> 'undecided' OR verdict.terms IS DISTINCT FROM verdict.earlier
     ORDER BY verdict.thai_id, verdict.programme;
    SELECT count(*) FILTER (WHERE verdict.outcome = 'proved'), count(*) FILTER (WHERE verdict.outcome = 'unmet'), count(*) FILTER (WHERE verdict.outcome = 'undecided')
      INTO evaluate_submissions.started, evaluate_submissions.stopped, evaluate_submissions.undecided
      FROM unnest(verdicts) AS verdict;
  END
  $$;
COMMENT ON FUNCTION registry.evaluate_submissions(date, welfare.thai_id, reference.programme_name, bigint) IS 'evaluates forms that wait: starts, stops, or leaves them undecided';

-- Evaluates every form that waits for a month or an earlier one; the step of a job. Running it again changes nothing.
-- Parameters: first of a month, at most the next. Answers how many claims started, forms stopped, and forms are undecided.
-- Errors: WF001 and WF004 not an administrator, WF033, WF034, WF30G too early, WF031.
CREATE FUNCTION registry.check_waiting(month date, OUT started bigint, OUT stopped bigint, OUT undecided bigint)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    as_nobody boolean := welfare.principal() IS NULL;
    latest date := reference.month_after(welfare.business_date());
  BEGIN
    PERFORM reference.require_administrator();
    IF check_waiting.month IS NULL THEN
      PERFORM reference.refuse('WF033', NULL);
    ELSIF NOT reference.is_pay_month(check_waiting.month) THEN
      PERFORM reference.refuse('WF034', NULL, check_waiting.month::text);
    ELSIF check_waiting.month > latest THEN
      PERFORM reference.refuse('WF30G', NULL, latest::text);
    END IF;
    -- jobs act as the owner, and what they record says so
    IF as_nobody THEN
      PERFORM set_config('welfare.principal', session_user, true), set_config('welfare.nation', 'on', true);
    END IF;
    SELECT evaluated.started, evaluated.stopped, evaluated.undecided
      INTO check_waiting.started, check_waiting.stopped, check_waiting.undecided
      FROM registry.evaluate_submissions(check_waiting.month, NULL, NULL, NULL) AS evaluated;
    IF as_nobody THEN
      PERFORM set_config('welfare.principal', '', true), set_config('welfare.nation', 'off', true);
    END IF;
  END
  $$;
COMMENT ON FUNCTION registry.check_waiting(date) IS 'evaluates the forms that wait for a month: starts, stops, or leaves them undecided';

REVOKE ALL ON FUNCTION registry.is_taking_over(welfare.thai_id, reference.programme_name, integer),
  registry.record_submissions(welfare.thai_id[], reference.programme_name[], bigint[]), registry.record_submission(welfare.thai_id, reference.programme_name, bigint),
  registry.evaluate_submissions(date, welfare.thai_id, reference.programme_name, bigint), registry.check_waiting(date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION registry.check_waiting(date) TO welfare_admin;

COMMIT;
