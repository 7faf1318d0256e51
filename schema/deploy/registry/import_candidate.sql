-- IS8.2–IS8.6, DC5: what the words of staged rows mean, and what is on record about them.
BEGIN;
SET LOCAL ROLE welfare_owner;
SET LOCAL search_path = pg_catalog, welfare, pg_temp;

CREATE UNLOGGED TABLE registry.import_candidate (
  import_id bigint NOT NULL,
  line_number integer NOT NULL,
  thai_id welfare.thai_id,
  title text,
  first_name text,
  last_name text,
  sex registry.sex,
  birth_date welfare.birth_date,
  facts welfare.facts,
  programme reference.programme_name,
  authority_code integer,
  claimed_on date,
  ordered_on date,
  budget_type reference.budget_type,
  way_of_payment reference.way_of_payment,
  bank_code smallint,
  bank_branch text,
  account_number text,
  account_name text,
  top_up numeric,
  marital_status registry.marital_status,
  telephone text,
  telephone_is_authoritys boolean,
  income_band smallint,
  monthly_income numeric,
  has_occupation boolean,
  occupation text,
  house_register_address reference.address,
  contact_address reference.address,
  received_since date,
  remark text,
  legacy_birth boolean,
  sensitive boolean,
  district_code smallint,
  province_code smallint,
  authority_name text,
  authority_pays boolean,
  first_month date,
  person_on_record boolean,
  person_kept_here boolean,
  person_differs text,
  claim_on_record boolean,
  claim_differs text,
  held_at text,
  died_at text,
  corrected boolean,
  origin registry.claim_origin NOT NULL DEFAULT 'entry',
  not_before date,
  CONSTRAINT import_candidate_pkey PRIMARY KEY (import_id, line_number)
);
COMMENT ON TABLE registry.import_candidate IS 'staged rows with what their words mean; NULL where a value cannot be read; lives for one transaction';
COMMENT ON COLUMN registry.import_candidate.import_id IS 'the import';
COMMENT ON COLUMN registry.import_candidate.line_number IS 'line of the file';
COMMENT ON COLUMN registry.import_candidate.thai_id IS 'national ID';
COMMENT ON COLUMN registry.import_candidate.title IS 'title, normalised';
COMMENT ON COLUMN registry.import_candidate.first_name IS 'first name, normalised';
COMMENT ON COLUMN registry.import_candidate.last_name IS 'last name, normalised';
COMMENT ON COLUMN registry.import_candidate.sex IS 'sex';
COMMENT ON COLUMN registry.import_candidate.birth_date IS 'birth date';
COMMENT ON COLUMN registry.import_candidate.facts IS 'facts';
COMMENT ON COLUMN registry.import_candidate.programme IS 'programme';
COMMENT ON COLUMN registry.import_candidate.authority_code IS 'local authority';
COMMENT ON COLUMN registry.import_candidate.claimed_on IS 'day of confirmation or application';
COMMENT ON COLUMN registry.import_candidate.ordered_on IS 'day of the executive''s order';
COMMENT ON COLUMN registry.import_candidate.budget_type IS 'budget type';
COMMENT ON COLUMN registry.import_candidate.way_of_payment IS 'way of payment';
COMMENT ON COLUMN registry.import_candidate.bank_code IS 'bank';
COMMENT ON COLUMN registry.import_candidate.bank_branch IS 'branch';
COMMENT ON COLUMN registry.import_candidate.account_number IS 'account number, digits only';
COMMENT ON COLUMN registry.import_candidate.account_name IS 'account name';
COMMENT ON COLUMN registry.import_candidate.top_up IS 'baht a month that the authority adds';
COMMENT ON COLUMN registry.import_candidate.marital_status IS 'marital status';
COMMENT ON COLUMN registry.import_candidate.telephone IS 'telephone, digits only; the authority''s where none was typed';
COMMENT ON COLUMN registry.import_candidate.telephone_is_authoritys IS 'whether it is the authority''s';
COMMENT ON COLUMN registry.import_candidate.income_band IS 'band of monthly income';
COMMENT ON COLUMN registry.import_candidate.monthly_income IS 'exact income, baht a month';
COMMENT ON COLUMN registry.import_candidate.has_occupation IS 'whether there is an occupation';
COMMENT ON COLUMN registry.import_candidate.occupation IS 'occupation';
COMMENT ON COLUMN registry.import_candidate.house_register_address IS 'address in the house register';
COMMENT ON COLUMN registry.import_candidate.contact_address IS 'contact address; NULL: the same';
COMMENT ON COLUMN registry.import_candidate.received_since IS 'month since which an allowance is received';
COMMENT ON COLUMN registry.import_candidate.remark IS 'remark';
COMMENT ON COLUMN registry.import_candidate.legacy_birth IS 'whether the birth date was typed as 1 January under legacy_unknown_birth, for review';
COMMENT ON COLUMN registry.import_candidate.sensitive IS 'whether the programme is health data';
COMMENT ON COLUMN registry.import_candidate.district_code IS 'district of the authority';
COMMENT ON COLUMN registry.import_candidate.province_code IS 'province of the authority';
COMMENT ON COLUMN registry.import_candidate.authority_name IS 'name of the authority, NULL when there is none of that code on that day';
COMMENT ON COLUMN registry.import_candidate.authority_pays IS 'whether these regulations make the authority pay (DE16)';
COMMENT ON COLUMN registry.import_candidate.first_month IS 'first month that the claim is lawfully paid';
COMMENT ON COLUMN registry.import_candidate.person_on_record IS 'whether the person is on record';
COMMENT ON COLUMN registry.import_candidate.person_kept_here IS 'whether the authority keeps the person''s record already; otherwise the form''s details replace what another kept, once no claim lives there';
COMMENT ON COLUMN registry.import_candidate.person_differs IS 'fields in which the person on record differs; empty: none';
COMMENT ON COLUMN registry.import_candidate.claim_on_record IS 'whether the authority has the claim: a live one of the person and programme, or one that was waived or left by a move on that day or later, or whose disposal for another cause was ordered then';
COMMENT ON COLUMN registry.import_candidate.claim_differs IS 'fields in which that claim differs; empty: none';
COMMENT ON COLUMN registry.import_candidate.held_at IS 'another authority at which the person has a live claim (IS8.3)';
COMMENT ON COLUMN registry.import_candidate.died_at IS 'authority that has disposed a claim of the person because of death';
COMMENT ON COLUMN registry.import_candidate.corrected IS 'whether the authority has corrected this claim''s national ID to another (IS9.6)';
COMMENT ON COLUMN registry.import_candidate.origin IS 'how the claim would come on record';
COMMENT ON COLUMN registry.import_candidate.not_before IS 'month before which an order lets nothing be paid; NULL: none';

-- Reads a number of at most so many digits, in any digits; NULL when it is none.
CREATE FUNCTION registry.try_code(word text, pattern text) RETURNS integer
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN btrim(welfare.to_arabic_digits(word)) ~ pattern THEN btrim(welfare.to_arabic_digits(word))::integer END;
COMMENT ON FUNCTION registry.try_code(text, text) IS 'number that a word of digits means; NULL when it does not match the pattern';

-- Reads an amount of baht, in any digits, commas between thousands only; nothing typed is 0; NULL when it is no amount.
CREATE FUNCTION registry.try_baht(word text) RETURNS numeric
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE
    WHEN coalesce(btrim(word), '') = '' THEN 0
    WHEN btrim(welfare.to_arabic_digits(word)) ~ '^([0-9]{1,10}|[0-9]{1,3}(,[0-9]{3}){1,2}|[0-9](,[0-9]{3}){3})([.][0-9]{1,2})?$'
      THEN replace(btrim(welfare.to_arabic_digits(word)), ',', '')::numeric
  END;
COMMENT ON FUNCTION registry.try_baht(text) IS 'amount in baht that a word means; NULL when it means none';

-- Reads a telephone number: digits only, a leading +66 as 0; NULL when nothing is typed.
CREATE FUNCTION registry.telephone_digits(word text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN nullif(regexp_replace(translate(welfare.to_arabic_digits(word), '- ().', ''), '^[+]66', '0'), '');
COMMENT ON FUNCTION registry.telephone_digits(text) IS 'digits of a telephone number as typed';

-- The month of a day, where an allowance can be paid for it; else NULL.
CREATE FUNCTION registry.pay_month_or_null(day date) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN reference.is_pay_month(date_trunc('month', day::timestamp)::date) THEN date_trunc('month', day::timestamp)::date END;
COMMENT ON FUNCTION registry.pay_month_or_null(date) IS 'month of a day where an allowance can be paid for it';

-- Reads a month: 10/2552, or any spelling of a day in it (RC10); NULL when it is none.
CREATE FUNCTION registry.try_month(word text) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN registry.pay_month_or_null(CASE
    WHEN btrim(welfare.to_arabic_digits(word)) ~ '^(0?[1-9]|1[0-2])/2[45][0-9]{2}$' THEN welfare.try_thai_date('1/' || btrim(word))
    ELSE welfare.try_thai_date(word) END);
COMMENT ON FUNCTION registry.try_month(text) IS 'first day of the month that a word means; NULL when it means none';

-- The year, B.E., of a date typed as 1 January; NULL for every other day. RC5: the old system's manual had officers enter that
-- for an unknown day and month, also for years that had no January.
CREATE FUNCTION registry.year_of_first_of_january(word text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce(substring(btrim(welfare.to_arabic_digits(word)) FROM '^0?1/0?1/(2[45][0-9]{2})$'),
                  substring(btrim(welfare.to_arabic_digits(word)) FROM '^(2[45][0-9]{2})0101$'),
                  substring(btrim(welfare.to_arabic_digits(word)) FROM '^0?1 *(?:มกราคม|ม[.] ?ค[.]) *(?:พ[.] ?ศ[.])? *(2[45][0-9]{2})$'));
COMMENT ON FUNCTION registry.year_of_first_of_january(text) IS 'year, B.E., of a date typed as 1 January; NULL for every other';

-- An address of a form's words, normalised, with the names of district and province bare; NULL when nothing is typed.
-- Parameters: the nine parts as typed, in the order of reference.address.
CREATE FUNCTION registry.typed_address(house_number text, village_number text, building text, lane text, road text, subdistrict text,
                                       district text, province text, postcode text) RETURNS reference.address
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN CASE WHEN coalesce(house_number, village_number, building, lane, road, subdistrict, district, province, postcode) IS NOT NULL
    THEN nullif(ROW(
      nullif(welfare.to_arabic_digits(welfare.normalise_thai(house_number)), ''), nullif(welfare.to_arabic_digits(welfare.normalise_thai(village_number)), ''),
      nullif(welfare.normalise_thai(building), ''), nullif(welfare.normalise_thai(lane), ''), nullif(welfare.normalise_thai(road), ''),
      nullif(regexp_replace(welfare.normalise_thai(subdistrict), '^(ตำบล|แขวง) *', ''), ''),
      nullif(regexp_replace(welfare.normalise_thai(district), '^(อำเภอ|เขต) *', ''), ''),
      nullif(regexp_replace(welfare.normalise_thai(province), '^จังหวัด *', ''), ''),
      nullif(btrim(welfare.to_arabic_digits(postcode)), ''))::reference.address,
      ROW(NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)::reference.address) END;
COMMENT ON FUNCTION registry.typed_address(text, text, text, text, text, text, text, text, text) IS 'address that a form''s words mean; NULL when nothing is typed';

REVOKE ALL ON FUNCTION registry.try_code(text, text), registry.try_baht(text), registry.telephone_digits(text), registry.pay_month_or_null(date), registry.try_month(text),
  registry.year_of_first_of_january(text), registry.typed_address(text, text, text, text, text, text, text, text, text) FROM PUBLIC;

COMMIT;
