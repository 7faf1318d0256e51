-- RC8: a rate comes into force, also with effect from the past: the rows that it replaces are cut where it begins and ends.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Puts a rate on record for a range of months. Rows of the same programme and component keep their months outside the range, and their
-- number for the first of them. Parameters: programme; component; months; ladder; legal basis; condition, NULL for none; who pays; how sure
-- it is. Answers the number of the new row. Errors: WF001 and WF004 not an administrator, WF010 something is missing.
CREATE FUNCTION reference.set_rate(programme reference.programme_name, component reference.rate_component, valid daterange, ladder welfare.rate_ladder,
                                   legal_basis text, condition welfare.eligibility_rule DEFAULT NULL, payer reference.payer_name DEFAULT 'local_authority',
                                   certainty reference.certainty DEFAULT 'sure')
  RETURNS smallint
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  #variable_conflict use_column
  DECLARE
    missing text := CASE WHEN set_rate.programme IS NULL THEN 'programme' WHEN set_rate.component IS NULL THEN 'component'
                         WHEN set_rate.valid IS NULL OR isempty(set_rate.valid) THEN 'valid' WHEN set_rate.ladder IS NULL THEN 'ladder'
                         WHEN coalesce(btrim(set_rate.legal_basis), '') = '' THEN 'legal_basis' END;
    earlier reference.rate;
    kept daterange[];
    added smallint;
  BEGIN
    PERFORM reference.require_administrator();
    IF missing IS NOT NULL THEN
      PERFORM reference.refuse('WF010', NULL, missing);
    END IF;
    FOR earlier IN SELECT * FROM reference.rate
                    WHERE rate.programme = set_rate.programme AND rate.component = set_rate.component AND rate.valid && set_rate.valid
                      FOR UPDATE LOOP
      kept := ARRAY(SELECT unnest(datemultirange(earlier.valid::daterange) - datemultirange(set_rate.valid)));
      IF cardinality(kept) = 0 THEN
        DELETE FROM reference.rate WHERE rate.rate_id = earlier.rate_id;
      ELSE
        UPDATE reference.rate SET valid = kept[1] WHERE rate.rate_id = earlier.rate_id;
        INSERT INTO reference.rate (programme, component, valid, ladder, condition, payer, legal_basis, certainty)
        SELECT earlier.programme, earlier.component, rest, earlier.ladder, earlier.condition, earlier.payer, earlier.legal_basis, earlier.certainty
          FROM unnest(kept[2:]) AS rest;
      END IF;
    END LOOP;
    INSERT INTO reference.rate (programme, component, valid, ladder, condition, payer, legal_basis, certainty)
    VALUES (set_rate.programme, set_rate.component, set_rate.valid, set_rate.ladder, set_rate.condition,
            coalesce(set_rate.payer, 'local_authority'), btrim(set_rate.legal_basis), coalesce(set_rate.certainty, 'sure'))
    RETURNING rate_id INTO added;
    RETURN added;
  END
  $$;
COMMENT ON FUNCTION reference.set_rate(reference.programme_name, reference.rate_component, daterange, welfare.rate_ladder, text, welfare.eligibility_rule,
  reference.payer_name, reference.certainty) IS 'puts a rate on record for a range of months (RC8)';
REVOKE ALL ON FUNCTION reference.set_rate(reference.programme_name, reference.rate_component, daterange, welfare.rate_ladder, text, welfare.eligibility_rule,
  reference.payer_name, reference.certainty) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION reference.set_rate(reference.programme_name, reference.rate_component, daterange, welfare.rate_ladder, text, welfare.eligibility_rule,
  reference.payer_name, reference.certainty) TO welfare_admin;

COMMIT;
