-- IS8.2–IS8.6, DC5: reads the words of staged rows, and looks up what is on record about them.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

-- Fills registry.import_candidate with the rows staged under an import. Parameters: import number.
-- Called by the functions that record forms, as the owner: the duplicate check looks at every authority's claims.
CREATE FUNCTION registry.parse_import(import_id bigint) RETURNS void
  LANGUAGE plpgsql VOLATILE
  SET search_path = pg_catalog, welfare, pg_temp
  -- the materialized steps of a file fit into memory
  SET work_mem = '64MB'
  AS $$
  DECLARE
    legacy boolean := (SELECT import.legacy_unknown_birth FROM registry.import WHERE import.import_id = parse_import.import_id);
  BEGIN
    -- Each word is read once, before anything is looked up by what it means.
    WITH parsed AS MATERIALIZED (
      SELECT typed.import_id, typed.line_number,
             welfare.try_thai_id(typed.thai_id) AS thai_id,
             nullif(welfare.normalise_thai(typed.title), '') AS title,
             nullif(welfare.normalise_thai(typed.first_name), '') AS first_name,
             nullif(welfare.normalise_thai(typed.last_name), '') AS last_name,
             sex.value::registry.sex AS sex,
             -- RC5: until 2483 years began on 1 April, so that nobody was born on a 1 January that the register could mean
             welfare.try_birth_date(CASE WHEN january_of <= '2483' THEN '00/00/' || january_of ELSE typed.birth_date END) AS birth_date,
             -- IS8.5: 60 or over is computed, never stated
             welfare.try_facts(CASE WHEN typed.facts LIKE '%aged_60%'
                                    THEN regexp_replace(regexp_replace(typed.facts, '!? *aged_60 *,?', '', 'g'), ', *[}]', '}')
                                    ELSE coalesce(nullif(btrim(typed.facts), ''), '{}') END) AS facts,
             programme.value::reference.programme_name AS programme,
             registry.try_code(typed.authority_code, '^[1-9][0-9]{6}$') AS authority_code,
             welfare.try_thai_date(typed.claimed_on) AS claimed_on,
             welfare.try_thai_date(typed.ordered_on) AS ordered_on,
             budget_type.value::reference.budget_type AS budget_type,
             way_of_payment.value::reference.way_of_payment AS way_of_payment,
             registry.try_code(typed.bank_code, '^[0-9]{1,3}$')::smallint AS bank_code,
             nullif(welfare.normalise_thai(typed.bank_branch), '') AS bank_branch,
             nullif(translate(welfare.to_arabic_digits(typed.account_number), '- ', ''), '') AS account_number,
             nullif(welfare.normalise_thai(typed.account_name), '') AS account_name,
             registry.try_baht(typed.top_up) AS top_up,
             marital_status.value::registry.marital_status AS marital_status,
             registry.telephone_digits(typed.telephone) AS telephone,
             coalesce(income_band.income_band, registry.try_code(typed.income_band, '^[0-9]{1,3}$')::smallint) AS income_band,
             CASE WHEN btrim(typed.monthly_income) <> '' THEN registry.try_baht(typed.monthly_income) END AS monthly_income,
             CASE WHEN occupation_word <> '' THEN occupation.value IS NULL END AS has_occupation,
             CASE WHEN occupation.value IS NULL THEN nullif(welfare.normalise_thai(typed.occupation), '') END AS occupation,
             registry.typed_address(typed.house_number, typed.village_number, typed.building, typed.lane, typed.road,
                                    typed.subdistrict, typed.district, typed.province, typed.postcode) AS house_register_address,
             registry.typed_address(typed.contact_house_number, typed.contact_village_number, typed.contact_building,
                                    typed.contact_lane, typed.contact_road, typed.contact_subdistrict, typed.contact_district,
                                    typed.contact_province, typed.contact_postcode) AS contact_address,
             registry.try_month(typed.received_since) AS received_since,
             nullif(welfare.normalise_thai(typed.remark), '') AS remark,
             january_of IS NOT NULL AS legacy_birth
        -- OFFSET 0: the words are made once a row, not once a comparison
        FROM (SELECT import_row.*,
                     lower(welfare.normalise_thai(import_row.sex)) AS sex_word,
                     lower(welfare.normalise_thai(import_row.programme)) AS programme_word,
                     lower(welfare.normalise_thai(import_row.budget_type)) AS budget_type_word,
                     lower(welfare.normalise_thai(import_row.way_of_payment)) AS way_of_payment_word,
                     lower(welfare.normalise_thai(import_row.marital_status)) AS marital_status_word,
                     lower(welfare.normalise_thai(import_row.occupation)) AS occupation_word,
                     welfare.normalise_thai(import_row.income_band) AS income_band_word,
                     CASE WHEN legacy THEN registry.year_of_first_of_january(import_row.birth_date) END AS january_of
                FROM registry.import_row
               WHERE import_row.import_id = parse_import.import_id
                 AND import_row.principal = welfare.principal()
              OFFSET 0) AS typed
        LEFT JOIN reference.word AS sex ON sex.kind = 'sex' AND sex.word = typed.sex_word
        LEFT JOIN reference.word AS programme ON programme.kind = 'programme' AND programme.word = typed.programme_word
        LEFT JOIN reference.word AS budget_type ON budget_type.kind = 'budget_type' AND budget_type.word = typed.budget_type_word
        LEFT JOIN reference.word AS way_of_payment
          ON way_of_payment.kind = 'way_of_payment' AND way_of_payment.word = typed.way_of_payment_word
        LEFT JOIN reference.word AS marital_status
          ON marital_status.kind = 'marital_status' AND marital_status.word = typed.marital_status_word
        LEFT JOIN reference.word AS occupation ON occupation.kind = 'occupation' AND occupation.word = typed.occupation_word
        LEFT JOIN reference.income_band ON income_band.name_thai = typed.income_band_word
    ),
    -- Who holds the person (IS8.3): one look at one live claim, whatever its programme, and only for rows of the asker's
    -- scope. What is read of a person must not depend on a programme held elsewhere: counters show how much was read (AR2).
    held AS MATERIALIZED (
      SELECT parsed.*,
             CASE WHEN welfare.nation() OR parsed.authority_code = welfare.authority_code()
                  THEN (SELECT other.authority_code FROM registry.claim AS other
                         WHERE other.thai_id = parsed.thai_id AND other.state IN ('live', 'suspended') AND NOT other.leaving LIMIT 1) END AS holder_code
        FROM parsed
    ),
    -- The person and the authority's own claim, where nobody else holds the person.
    known AS MATERIALIZED (
      SELECT held.*,
             CASE WHEN open THEN (SELECT person FROM registry.person WHERE person.thai_id = held.thai_id) END AS person,
             CASE WHEN open THEN (SELECT claim FROM registry.claim
                                   WHERE claim.thai_id = held.thai_id AND claim.programme = held.programme
                                     AND claim.authority_code = held.authority_code
                                     AND (claim.state IN ('live', 'suspended')
                                          -- made before what it was disposed for, it is what was disposed; between that and the order, a new
                                          -- one where the person had ended it (EG4.1: the authority's own work delays nobody)
                                          OR claim.state = 'disposed' AND EXISTS (
                                            SELECT FROM registry.disposal
                                             WHERE disposal.thai_id = claim.thai_id AND disposal.programme = claim.programme
                                               AND disposal.claim_number = claim.claim_number
                                               AND CASE WHEN disposal.cause IN ('waived', 'moved') THEN disposal.happened_on ELSE disposal.ordered_on END
                                                   >= held.claimed_on))
                                   ORDER BY claim.claim_number DESC LIMIT 1) END AS claim,
             -- ER14: the dead do not claim; whoever was taken for dead by mistake is re-entered where that was
             CASE WHEN open THEN (SELECT local_authority.name_thai
                                    FROM registry.disposal
                                    JOIN registry.claim USING (thai_id, programme, claim_number)
                                    JOIN reference.local_authority ON local_authority.authority_code = disposal.authority_code
                                   WHERE disposal.thai_id = held.thai_id AND disposal.cause = 'died' AND claim.state <> 'deleted'
                                   LIMIT 1) END AS died_at,
             open AND EXISTS (SELECT FROM registry.claim AS corrected
                               WHERE corrected.replaces_thai_id = held.thai_id AND corrected.programme = held.programme
                                 AND corrected.authority_code = held.authority_code AND corrected.claimed_on = held.claimed_on) AS corrected
        FROM held
       CROSS JOIN LATERAL (
         SELECT (welfare.nation() OR held.authority_code = welfare.authority_code())
                AND (held.holder_code IS NULL OR held.holder_code = held.authority_code) AS open
       ) AS sight
    ),
    placed AS (
      SELECT known.*, local_authority.district_code, local_authority.province_code, local_authority.name_thai AS authority_name,
             authority_type.pays AS authority_pays, commencement.first_month, programme.sensitive, holder.name_thai AS held_at,
             coalesce(known.telephone, local_authority.telephone) AS reached_at,
             (known.person).thai_id IS NOT NULL AS person_on_record,
             -- where no claim lives the form's details replace what was kept
             (known.person).thai_id IS NOT NULL AND coalesce(known.holder_code = known.authority_code, false) AS person_kept_here
        FROM known
        LEFT JOIN reference.local_authority
          ON local_authority.authority_code = known.authority_code AND local_authority.valid @> known.claimed_on
        LEFT JOIN reference.authority_type ON authority_type.authority_type = local_authority.authority_type
        LEFT JOIN reference.local_authority AS holder
          ON holder.authority_code = known.holder_code AND known.holder_code <> known.authority_code
        LEFT JOIN reference.programme ON programme.programme = known.programme
        LEFT JOIN LATERAL reference.first_month(known.programme, known.birth_date, known.claimed_on, known.ordered_on)
               AS commencement ON true
    )
    INSERT INTO registry.import_candidate
      (import_id, line_number, thai_id, title, first_name, last_name, sex, birth_date, facts, programme, authority_code, claimed_on,
       ordered_on, budget_type, way_of_payment, bank_code, bank_branch, account_number, account_name, top_up, marital_status,
       telephone, telephone_is_authoritys, income_band, monthly_income, has_occupation, occupation, house_register_address,
       contact_address, received_since, remark, legacy_birth, sensitive, district_code, province_code, authority_name, authority_pays,
       first_month, person_on_record, person_kept_here, person_differs, claim_on_record, claim_differs, held_at,
       died_at, corrected)
    SELECT placed.import_id, placed.line_number, placed.thai_id, placed.title, placed.first_name, placed.last_name, placed.sex,
           placed.birth_date, placed.facts, placed.programme, placed.authority_code, placed.claimed_on, placed.ordered_on,
           placed.budget_type, placed.way_of_payment, placed.bank_code, placed.bank_branch, placed.account_number,
           placed.account_name, placed.top_up, placed.marital_status, placed.reached_at, placed.telephone IS NULL, placed.income_band,
           placed.monthly_income, placed.has_occupation, placed.occupation, placed.house_register_address,
           nullif(placed.contact_address, placed.house_register_address), coalesce(placed.received_since, placed.first_month),
           placed.remark, placed.legacy_birth, placed.sensitive, placed.district_code, placed.province_code,
           placed.authority_name, placed.authority_pays, placed.first_month, placed.person_on_record, placed.person_kept_here,
           CASE WHEN placed.person_kept_here THEN concat_ws(', ',
             CASE WHEN (placed.person).title <> placed.title THEN 'title' END,
             CASE WHEN (placed.person).first_name <> placed.first_name THEN 'first_name' END,
             CASE WHEN (placed.person).last_name <> placed.last_name THEN 'last_name' END,
             CASE WHEN (placed.person).sex <> placed.sex THEN 'sex' END,
             CASE WHEN (placed.person).birth_date <> placed.birth_date THEN 'birth_date' END,
             CASE WHEN (placed.person).marital_status <> placed.marital_status THEN 'marital_status' END,
             CASE WHEN (placed.person).telephone <> placed.reached_at THEN 'telephone' END,
             CASE WHEN (placed.person).income_band <> placed.income_band THEN 'income_band' END,
             CASE WHEN (placed.person).monthly_income IS DISTINCT FROM placed.monthly_income THEN 'monthly_income' END,
             CASE WHEN (placed.person).occupation IS DISTINCT FROM placed.occupation THEN 'occupation' END,
             CASE WHEN (placed.person).house_register_address IS DISTINCT FROM placed.house_register_address THEN 'house_register_address' END,
             CASE WHEN (placed.person).contact_address IS DISTINCT FROM nullif(placed.contact_address, placed.house_register_address)
                  THEN 'contact_address' END) END,
           (placed.claim).thai_id IS NOT NULL,
           CASE WHEN (placed.claim).thai_id IS NOT NULL THEN concat_ws(', ',
             CASE WHEN (placed.claim).facts <> placed.facts THEN 'facts' END,
             CASE WHEN (placed.claim).claimed_on <> placed.claimed_on THEN 'claimed_on' END,
             CASE WHEN (placed.claim).ordered_on <> placed.ordered_on THEN 'ordered_on' END,
             CASE WHEN (placed.claim).budget_type <> placed.budget_type THEN 'budget_type' END,
             CASE WHEN (placed.claim).way_of_payment <> placed.way_of_payment THEN 'way_of_payment' END,
             CASE WHEN ((placed.claim).bank_code, (placed.claim).bank_branch, (placed.claim).account_number, (placed.claim).account_name)
                       IS DISTINCT FROM (placed.bank_code, placed.bank_branch, placed.account_number, placed.account_name)
                  THEN 'account' END,
             CASE WHEN (placed.claim).top_up <> placed.top_up THEN 'top_up' END,
             CASE WHEN (placed.claim).received_since <> placed.received_since THEN 'received_since' END,
             CASE WHEN (placed.claim).remark IS DISTINCT FROM placed.remark THEN 'remark' END) END,
           placed.held_at, placed.died_at, coalesce(placed.corrected, false)
      FROM placed;
  END
  $$;
COMMENT ON FUNCTION registry.parse_import(bigint) IS 'fills registry.import_candidate with what the staged rows of an import mean';
REVOKE ALL ON FUNCTION registry.parse_import(bigint) FROM PUBLIC;

COMMIT;
