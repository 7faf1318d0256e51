-- ER13, RC8.4: the deltas of a change before anyone commits it: the change itself is made, looked at, and undone.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE TYPE payment.foreseen AS (
  month date,
  programme reference.programme_name,
  national_id welfare.thai_id,
  claim_number smallint,
  authority_code integer,
  province_code smallint,
  from_age integer,
  people bigint,
  entitled numeric,
  paid numeric,
  allowance numeric,
  top_up numeric,
  other_payers numeric,
  cause payment.adjustment_cause,
  rule jsonb
);
COMMENT ON TYPE payment.foreseen IS 'what a change would make lacking or too much in a month: of one person, or of many together';
COMMENT ON COLUMN payment.foreseen.month IS 'the month';
COMMENT ON COLUMN payment.foreseen.programme IS 'the programme';
COMMENT ON COLUMN payment.foreseen.national_id IS 'the person; NULL of many';
COMMENT ON COLUMN payment.foreseen.claim_number IS 'number of the claim; NULL of many';
COMMENT ON COLUMN payment.foreseen.authority_code IS 'local authority; NULL of many';
COMMENT ON COLUMN payment.foreseen.province_code IS 'province of the authority';
COMMENT ON COLUMN payment.foreseen.from_age IS 'step of the ladder by which the month is worth what it is; NULL when it is worth nothing';
COMMENT ON COLUMN payment.foreseen.people IS 'how many people';
COMMENT ON COLUMN payment.foreseen.entitled IS 'baht that the month would be worth';
COMMENT ON COLUMN payment.foreseen.paid IS 'baht that were paid for it';
COMMENT ON COLUMN payment.foreseen.allowance IS 'baht lacking (negative: too much) of what the law makes the authority pay';
COMMENT ON COLUMN payment.foreseen.top_up IS 'baht lacking (negative: too much) of what the authority adds';
COMMENT ON COLUMN payment.foreseen.other_payers IS 'baht lacking (negative: too much) of what others pay';
COMMENT ON COLUMN payment.foreseen.cause IS 'why';
COMMENT ON COLUMN payment.foreseen.rule IS 'by which rows it was paid and is worth something else; NULL of many';

-- The deltas that a change would make, by making it, looking, and undoing it: who may not make the change may not look, and what it would be
-- refused with is what it is refused with here. Nothing remains but the record of the look.
-- Parameters: change, one of
--   {"edit": {"thai_id", "form", "in_force_from"}}       registry.edit_beneficiary; a birth date is one
--   {"dispose": {"thai_id", "cause", "happened_on", …}}  registry.dispose, with its parameters
--   {"rate": {"programme", "component", "valid", "ladder", "condition", "payer", "legal_basis", "certainty"}}  reference.set_rate
-- and the first and last month to look at. An edit and a disposal answer the person's rows; a rate answers sums by month, programme, province
-- and step, of everybody. What was lacking before the change is among it.
-- Errors: WF001, WF008 an unknown field, WF010, WF017, WF034, WF365 not one of these, and the change's own.
-- Belongs to the owner, in whose name nothing is done that the user's own call would not do.
CREATE FUNCTION payment.what_would_change(change jsonb, from_month date, to_month date) RETURNS SETOF payment.foreseen
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    kind text := (SELECT min(key) FROM jsonb_object_keys(CASE jsonb_typeof(what_would_change.change) WHEN 'object' THEN what_would_change.change ELSE '{}' END) AS key
                  HAVING count(*) = 1);
    given jsonb := what_would_change.change -> kind;
    person welfare.thai_id;
    found payment.foreseen[];
  BEGIN
    PERFORM reference.require_duty('local_authority', 'administrator');
    PERFORM payment.require_months(what_would_change.from_month, what_would_change.to_month);
    IF (kind IN ('edit', 'dispose', 'rate') AND jsonb_typeof(given) = 'object') IS NOT TRUE THEN
      PERFORM reference.refuse('WF365', NULL);
    END IF;
    PERFORM reference.refuse_unknown_keys(given, CASE kind
      WHEN 'edit' THEN '{thai_id,form,in_force_from}'
      WHEN 'dispose' THEN '{thai_id,cause,happened_on,ordered_on,programmes,order_number,remark,claimed_elsewhere_on}'
      ELSE '{programme,component,valid,ladder,condition,payer,legal_basis,certainty}' END::text[]);
    IF kind <> 'rate' THEN
      PERFORM registry.require_officer();
      person := (given ->> 'thai_id')::welfare.thai_id;
    ELSE
      PERFORM reference.require_administrator();
    END IF;

    BEGIN
      CASE kind
        WHEN 'edit' THEN
          PERFORM registry.edit_beneficiary(person, given -> 'form', (given ->> 'in_force_from')::date);
        WHEN 'dispose' THEN
          PERFORM registry.dispose(person, (given ->> 'cause')::reference.disposal_cause, (given ->> 'happened_on')::date, (given ->> 'ordered_on')::date,
                                   CASE jsonb_typeof(given -> 'programmes') WHEN 'array'
                                        THEN ARRAY(SELECT jsonb_array_elements_text(given -> 'programmes')::reference.programme_name) END,
                                   given ->> 'order_number', given ->> 'remark', (given ->> 'claimed_elsewhere_on')::date);
        ELSE
          PERFORM reference.set_rate((given ->> 'programme')::reference.programme_name, (given ->> 'component')::reference.rate_component,
                                     (given ->> 'valid')::daterange, (given ->> 'ladder')::welfare.rate_ladder, given ->> 'legal_basis',
                                     (given ->> 'condition')::welfare.eligibility_rule, (given ->> 'payer')::reference.payer_name,
                                     (given ->> 'certainty')::reference.certainty);
      END CASE;
      -- what a commit would refuse is refused here
      SET CONSTRAINTS ALL IMMEDIATE;
      IF kind = 'rate' THEN
        found := ARRAY(
          SELECT ROW(delta.month, delta.programme, NULL, NULL, NULL, delta.province_code, step.from_age, count(*),
                     sum(delta.entitled_allowance + delta.entitled_top_up + delta.entitled_other_payers),
                     sum(delta.paid_allowance + delta.paid_top_up + delta.paid_other_payers),
                     sum(delta.allowance), sum(delta.top_up), sum(delta.other_payers), delta.cause, NULL)::payment.foreseen
            FROM payment.deltas(what_would_change.from_month, what_would_change.to_month) AS delta
           CROSS JOIN LATERAL (SELECT (delta.rule #>> '{now,components,0,from_age}')::integer AS from_age) AS step
           GROUP BY delta.month, delta.programme, delta.province_code, step.from_age, delta.cause
           ORDER BY delta.month, delta.programme, delta.province_code, step.from_age, delta.cause);
      ELSE
        found := ARRAY(
          SELECT ROW(delta.month, delta.programme, delta.thai_id, delta.claim_number, delta.authority_code, delta.province_code,
                     (delta.rule #>> '{now,components,0,from_age}')::integer, 1,
                     delta.entitled_allowance + delta.entitled_top_up + delta.entitled_other_payers,
                     delta.paid_allowance + delta.paid_top_up + delta.paid_other_payers,
                     delta.allowance, delta.top_up, delta.other_payers, delta.cause, delta.rule)::payment.foreseen
            FROM payment.deltas(what_would_change.from_month, what_would_change.to_month, person) AS delta
           WHERE payment.may_see(delta.authority_code, delta.district_code, delta.province_code, delta.sensitive)
           ORDER BY delta.month, delta.programme);
      END IF;
      -- undoes the change; variables keep what was found
      RAISE EXCEPTION USING ERRCODE = 'WF36Z';
    EXCEPTION WHEN SQLSTATE 'WF36Z' THEN
      NULL;
    END;
    PERFORM audit.record_look('payment.what_would_change', person,
                              jsonb_build_object('kind', kind, 'from_month', what_would_change.from_month, 'to_month', what_would_change.to_month),
                              cardinality(found));
    RETURN QUERY SELECT * FROM unnest(found);
  END
  $$;
COMMENT ON FUNCTION payment.what_would_change(jsonb, date, date) IS 'the deltas that a change would make: it is made, looked at, and undone';

REVOKE ALL ON FUNCTION payment.what_would_change(jsonb, date, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION payment.what_would_change(jsonb, date, date) TO welfare_admin, welfare_authority;

COMMIT;
