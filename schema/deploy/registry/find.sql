-- IS9.1, IS9.3: finding beneficiaries, and everything that is on record of one. Every look is recorded.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Beneficiaries inside the asker's scope, a page at a time.
-- Parameters: national ID; first letters of first and last name; authority, district, province; programme; state of a claim; sort
-- keys in order (name, -name, thai_id, -thai_id; names in the order of Thai dictionaries); page, from 1; rows a page (to 10,000).
-- Answers the page with the total in every row; nothing found: no row (message WF009). What is health data shows to the holding
-- authority and administrators alone: for others the programme does not exist (AR2).
-- Errors: WF001, WF007, WF011 an unknown sort key, WF06X a page that is none.
CREATE FUNCTION registry.find_beneficiaries(
    thai_id welfare.thai_id DEFAULT NULL, first_name text DEFAULT NULL, last_name text DEFAULT NULL,
    authority_code integer DEFAULT NULL, district_code integer DEFAULT NULL, province_code integer DEFAULT NULL,
    programme reference.programme_name DEFAULT NULL, state registry.claim_state DEFAULT NULL,
    sort text[] DEFAULT '{}', page integer DEFAULT 1, page_size integer DEFAULT 20)
  RETURNS TABLE (row_number bigint, national_id welfare.thai_id, full_name text, local_authority text, district text, province text,
                 status text, elderly boolean, disability boolean, aids boolean, entered_on date, changed_on date, total bigint)
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  SET jit = off
  AS $$
  DECLARE
    first_prefix text := nullif(welfare.normalise_thai(find_beneficiaries.first_name), '');
    last_prefix text := nullif(welfare.normalise_thai(find_beneficiaries.last_name), '');
    conditions text := CASE
      WHEN welfare.nation() THEN
        -- all provinces by name, so that an index by province and name serves the nation too
        'person.province_code IN (SELECT province.province_code FROM reference.province)'
      WHEN welfare.province_code() IS NOT NULL THEN 'person.province_code = welfare.province_code()'
      WHEN welfare.district_code() IS NOT NULL THEN
        'person.district_code = welfare.district_code() AND person.province_code = welfare.district_code() / 100'
      ELSE 'person.authority_code = welfare.authority_code()' END;
    whole boolean := coalesce(welfare.duty() IN ('local_authority', 'administrator'), false);
    claim_conditions text := 'claim.thai_id = person.thai_id AND claim.state <> ''deleted''';
    ordering text;
    unknown text;
    found bigint;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'administrator');
    SELECT string_agg(key, ', ') INTO unknown
      FROM unnest(find_beneficiaries.sort) AS key
     WHERE key IS NULL OR key NOT IN ('name', '-name', 'thai_id', '-thai_id');
    IF unknown IS NOT NULL THEN
      PERFORM reference.refuse('WF011', NULL, 'sort', unknown, 'name, -name, thai_id, -thai_id');
    END IF;
    IF (find_beneficiaries.page >= 1 AND find_beneficiaries.page_size BETWEEN 1 AND 10000) IS NOT TRUE THEN
      PERFORM reference.refuse('WF06X', NULL, coalesce(find_beneficiaries.page::text, 'NULL'), coalesce(find_beneficiaries.page_size::text, 'NULL'));
    END IF;
    -- Only what was asked for is compared: the planner sees each value, and takes the index that serves it. Letters are
    -- compared by ranges of bytes, which row security lets an index do.
    conditions := conditions || concat(
      -- AR2: those above the authority read by indexes that have none of what they may not see
      CASE WHEN whole THEN ' AND person.visibility <> ''nobody''' ELSE ' AND person.visibility = ''everyone''' END,
      CASE WHEN find_beneficiaries.thai_id IS NOT NULL THEN ' AND person.thai_id = $1' END,
      CASE WHEN first_prefix IS NOT NULL THEN ' AND person.first_name ~>=~ $2 AND person.first_name ~<~ ($2 || chr(1114111))' END,
      CASE WHEN last_prefix IS NOT NULL THEN ' AND person.last_name ~>=~ $3 AND person.last_name ~<~ ($3 || chr(1114111))' END,
      CASE WHEN find_beneficiaries.authority_code IS NOT NULL THEN ' AND person.authority_code = $4' END,
      CASE WHEN find_beneficiaries.district_code IS NOT NULL THEN ' AND person.district_code = $5' END,
      CASE WHEN find_beneficiaries.province_code IS NOT NULL THEN ' AND person.province_code = $6' END);
    IF NOT whole THEN
      claim_conditions := claim_conditions || ' AND NOT claim.sensitive';
    END IF;
    IF find_beneficiaries.programme IS NOT NULL OR find_beneficiaries.state IS NOT NULL THEN
      conditions := conditions || format(' AND EXISTS (SELECT FROM registry.claim WHERE %s%s%s)', claim_conditions,
        CASE WHEN find_beneficiaries.programme IS NOT NULL THEN ' AND claim.programme = $7' END,
        CASE WHEN find_beneficiaries.state IS NOT NULL THEN ' AND claim.state = $8' END);
    END IF;
    SELECT string_agg(CASE key WHEN 'name' THEN 'person.first_name COLLATE reference.thai, person.last_name COLLATE reference.thai, '
                               WHEN '-name' THEN 'person.first_name COLLATE reference.thai DESC, person.last_name COLLATE reference.thai DESC, '
                               WHEN 'thai_id' THEN 'person.thai_id, '
                               WHEN '-thai_id' THEN 'person.thai_id DESC, ' END, '' ORDER BY position) || 'person.thai_id'
      INTO ordering
      FROM unnest(find_beneficiaries.sort) WITH ORDINALITY AS wanted (key, position);
    RETURN QUERY EXECUTE format(
      'WITH counted AS (SELECT person.thai_id, count(*) OVER () AS total, row_number() OVER (ORDER BY %1$s) AS number
                          FROM registry.person WHERE %2$s
                         ORDER BY %1$s LIMIT $9 OFFSET $10)
       SELECT counted.number, counted.thai_id, concat_ws('' '', person.title || person.first_name, person.last_name),
              local_authority.name_thai, district.name_thai, province.name_thai,
              $11 ->> held.state::text,
              held.elderly, held.disability, held.aids, held.entered_on,
              -- of somebody whose claims, as far as they show, are all disposed, later changes would tell of one that does not show
              (CASE WHEN held.state = ''disposed'' THEN held.recorded_at ELSE greatest(held.recorded_at, person.recorded_at) END
                AT TIME ZONE ''Asia/Bangkok'')::date, counted.total
         FROM counted
         JOIN registry.person ON person.thai_id = counted.thai_id
         JOIN reference.local_authority ON local_authority.authority_code = person.authority_code
         JOIN reference.district ON district.district_code = person.district_code
         JOIN reference.province ON province.province_code = person.province_code
        CROSS JOIN LATERAL (
          SELECT min(claim.state) AS state, min(claim.entered_on) AS entered_on, max(claim.recorded_at) AS recorded_at,
                 coalesce(bool_or(claim.programme = ''elderly''), false) AS elderly,
                 coalesce(bool_or(claim.programme = ''disability''), false) AS disability,
                 coalesce(bool_or(claim.programme = ''aids''), false) AS aids
            FROM registry.claim WHERE %3$s) AS held
        ORDER BY counted.number', coalesce(ordering, 'person.thai_id'), conditions, claim_conditions)
      USING find_beneficiaries.thai_id, first_prefix, last_prefix, find_beneficiaries.authority_code, find_beneficiaries.district_code::smallint,
            find_beneficiaries.province_code::smallint, find_beneficiaries.programme, find_beneficiaries.state, find_beneficiaries.page_size,
            (find_beneficiaries.page::bigint - 1) * find_beneficiaries.page_size,
            (SELECT jsonb_object_agg(label.value, CASE welfare.language() WHEN 'en' THEN label.name_english ELSE label.name_thai END)
               FROM reference.label WHERE label.kind = 'claim_state');
    GET DIAGNOSTICS found = ROW_COUNT;
    PERFORM audit.record_look('registry.find_beneficiaries', find_beneficiaries.thai_id, jsonb_strip_nulls(jsonb_build_object(
      'first_name', first_prefix, 'last_name', last_prefix, 'authority_code', find_beneficiaries.authority_code,
      'district_code', find_beneficiaries.district_code, 'province_code', find_beneficiaries.province_code,
      'programme', find_beneficiaries.programme, 'state', find_beneficiaries.state, 'page', find_beneficiaries.page,
      'page_size', find_beneficiaries.page_size)), found);
  END
  $$;
COMMENT ON FUNCTION registry.find_beneficiaries(welfare.thai_id, text, text, integer, integer, integer, reference.programme_name, registry.claim_state, text[], integer, integer)
  IS 'beneficiaries inside the asker''s scope, a page at a time (IS9.1)';

-- Everything on record of one beneficiary inside the asker's scope, as one JSON object (IS9.3): the person; the age shown, which
-- is that on the 30 September that ends the fiscal year of entry (IS8.2); claims with their disposals; for the holding authority
-- and administrators also facts, remarks, representatives, documents and what waits for review. Parameters: national ID.
-- Errors: WF001, WF007, WF066 nobody of that ID in the asker's scope.
CREATE FUNCTION registry.beneficiary_detail(thai_id welfare.thai_id) RETURNS jsonb
  LANGUAGE plpgsql VOLATILE SECURITY DEFINER
  SET search_path = pg_catalog, welfare, pg_temp
  SET client_min_messages = warning
  AS $$
  DECLARE
    held registry.person;
    -- facts and remarks may tell of health: those above the authority do not see them (AR2)
    whole boolean := coalesce(welfare.duty() IN ('local_authority', 'administrator'), false);
    claims jsonb;
    entered date;
  BEGIN
    PERFORM reference.require_duty('local_authority', 'district', 'province', 'department', 'administrator');
    IF whole THEN
      SELECT * INTO held FROM registry.person WHERE person.thai_id = beneficiary_detail.thai_id AND person.visibility <> 'nobody';
    ELSE
      SELECT * INTO held FROM registry.person WHERE person.thai_id = beneficiary_detail.thai_id AND person.visibility = 'everyone';
    END IF;
    IF held.thai_id IS NULL THEN
      PERFORM reference.refuse('WF066', NULL, coalesce(beneficiary_detail.thai_id::text, 'NULL'));
    END IF;
    PERFORM audit.record_look('registry.beneficiary_detail', held.thai_id, '{}', 1);
    SELECT min(claim.entered_on),
           jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
             'programme', claim.programme, 'claim_number', CASE WHEN welfare.duty() = 'administrator' THEN claim.claim_number END, 'state', claim.state,
             'status', registry.word_for('claim_state', claim.state::text), 'authority_code', claim.authority_code,
             'first_month', claim.first_month, 'last_month', claim.last_month, 'claimed_on', claim.claimed_on,
             'ordered_on', claim.ordered_on, 'received_since', claim.received_since, 'budget_type', claim.budget_type,
             'top_up', claim.top_up, 'way_of_payment', claim.way_of_payment, 'bank_code', lpad(claim.bank_code::text, 3, '0'),
             'bank_branch', claim.bank_branch, 'account_number', claim.account_number, 'account_name', claim.account_name,
             'entered_on', claim.entered_on, 'facts', CASE WHEN whole THEN claim.facts::text END,
             'remark', CASE WHEN whole THEN claim.remark END,
             'replaces_claim_number', CASE WHEN whole THEN claim.replaces_claim_number END,
             'disposal', CASE WHEN disposal.thai_id IS NOT NULL THEN jsonb_strip_nulls(jsonb_build_object(
               'cause', disposal.cause, 'happened_on', disposal.happened_on, 'ordered_on', disposal.ordered_on,
               'order_number', disposal.order_number, 'remark', CASE WHEN whole THEN disposal.remark END)) END))
             ORDER BY claim.programme, claim.claim_number)
      INTO entered, claims
      FROM registry.claim
      LEFT JOIN registry.disposal
        ON disposal.thai_id = claim.thai_id AND disposal.programme = claim.programme AND disposal.claim_number = claim.claim_number
     WHERE claim.thai_id = held.thai_id AND claim.state <> 'deleted' AND (whole OR NOT claim.sensitive);
    RETURN jsonb_strip_nulls(jsonb_build_object(
      'thai_id', held.thai_id::text, 'title', held.title, 'first_name', held.first_name, 'last_name', held.last_name, 'sex', held.sex,
      'birth_date', held.birth_date::text,
      'age_shown', welfare.age_on(held.birth_date, upper(welfare.fiscal_year_range(welfare.fiscal_year(entered))) - 1),
      'marital_status', held.marital_status, 'telephone', held.telephone, 'telephone_is_authoritys', held.telephone_is_authoritys,
      'income_band', held.income_band, 'monthly_income', held.monthly_income, 'occupation', coalesce(held.occupation, 'none'),
      'house_register_address', held.house_register_address, 'contact_address', coalesce(held.contact_address, held.house_register_address),
      'authority_code', held.authority_code, 'claims', coalesce(claims, '[]')))
      || CASE WHEN whole THEN jsonb_build_object(
        'representatives', (SELECT coalesce(jsonb_agg(to_jsonb(acting) - '{authority_code}'::text[] ORDER BY acting.recorded_at), '[]')
                              FROM registry.representative AS acting WHERE acting.thai_id = held.thai_id),
        'documents', (SELECT coalesce(jsonb_agg(to_jsonb(document) - '{authority_code}'::text[] ORDER BY document.recorded_at), '[]')
                        FROM registry.document WHERE document.thai_id = held.thai_id),
        'reviews', (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', review.kind, 'opened_at', review.opened_at) ORDER BY review.opened_at), '[]')
                      FROM registry.review WHERE review.thai_id = held.thai_id AND review.closed_at IS NULL))
      ELSE '{}' END;
  END
  $$;
COMMENT ON FUNCTION registry.beneficiary_detail(welfare.thai_id) IS 'everything on record of one beneficiary inside the asker''s scope (IS9.3)';

REVOKE ALL ON FUNCTION
  registry.find_beneficiaries(welfare.thai_id, text, text, integer, integer, integer, reference.programme_name, registry.claim_state, text[], integer, integer),
  registry.beneficiary_detail(welfare.thai_id) FROM PUBLIC;
RESET ROLE;
ALTER FUNCTION registry.find_beneficiaries(welfare.thai_id, text, text, integer, integer, integer, reference.programme_name, registry.claim_state, text[], integer, integer) OWNER TO welfare_writer;
ALTER FUNCTION registry.beneficiary_detail(welfare.thai_id) OWNER TO welfare_writer;
GRANT EXECUTE ON FUNCTION
  registry.find_beneficiaries(welfare.thai_id, text, text, integer, integer, integer, reference.programme_name, registry.claim_state, text[], integer, integer),
  registry.beneficiary_detail(welfare.thai_id)
  TO welfare_authority, welfare_district, welfare_province, welfare_department, welfare_admin;

COMMIT;
