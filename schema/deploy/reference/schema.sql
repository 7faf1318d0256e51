-- AQ: the room of what holds for everybody: places, programmes, law by date, messages.
BEGIN;

CREATE SCHEMA reference AUTHORIZATION welfare_owner;
COMMENT ON SCHEMA reference IS 'places, programmes, law by date and messages';
GRANT USAGE ON SCHEMA reference TO PUBLIC;

SET LOCAL ROLE welfare_owner;

-- Whether a date is the first of a month that an allowance can be paid for.
-- The years keep a Buddhist-era year typed as CE out of every key and partition.
CREATE FUNCTION reference.is_pay_month(day date) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN extract(day FROM day) = 1 AND day >= DATE '1992-01-01' AND day < DATE '2158-01-01';
COMMENT ON FUNCTION reference.is_pay_month(date) IS 'whether a date is the first of a month that an allowance can be paid for';

CREATE DOMAIN reference.pay_month AS date
  CONSTRAINT pay_month_is_first_of_month CHECK (reference.is_pay_month(VALUE));
COMMENT ON DOMAIN reference.pay_month IS 'month for which an allowance is paid, as its first day (CE)';

CREATE DOMAIN reference.baht AS numeric(12,2)
  CONSTRAINT baht_not_negative CHECK (VALUE >= 0);
COMMENT ON DOMAIN reference.baht IS 'amount of money in baht, never negative';

CREATE DOMAIN reference.fiscal_year AS integer
  CONSTRAINT fiscal_year_is_buddhist_era CHECK (VALUE BETWEEN 2535 AND 2700);
COMMENT ON DOMAIN reference.fiscal_year IS 'fiscal year, 1 October to 30 September, named by the Buddhist-era year in which it ends (RC4)';

CREATE DOMAIN reference.months AS daterange
  CONSTRAINT months_not_empty CHECK (NOT isempty(VALUE))
  CONSTRAINT months_begin_on_first CHECK (lower(VALUE) IS NULL OR extract(day FROM lower(VALUE)) = 1)
  CONSTRAINT months_end_before_first CHECK (upper(VALUE) IS NULL OR extract(day FROM upper(VALUE)) = 1);
COMMENT ON DOMAIN reference.months IS 'range of whole months, as dates; a month counts when its first day is inside (EO3)';

CREATE TYPE reference.programme_name AS ENUM ('elderly', 'disability', 'aids');
COMMENT ON TYPE reference.programme_name IS 'programme (ประเภทเบี้ยยังชีพ)';

CREATE TYPE reference.budget_type AS ENUM ('general', 'specific', 'own');
COMMENT ON TYPE reference.budget_type IS 'budget type: general (งบทั่วไป), specific (งบเฉพาะกิจ), paid by the authority itself (งบ อปท. จ่ายเอง)';

CREATE TYPE reference.way_of_payment AS ENUM ('cash_in_person', 'cash_to_proxy', 'own_account', 'proxy_account');
COMMENT ON TYPE reference.way_of_payment IS 'way of payment (EG6.2): cash in person, cash to a proxy, own account, a proxy''s account';

CREATE TYPE reference.disposal_cause AS ENUM ('died', 'moved', 'waived', 'disqualified');
COMMENT ON TYPE reference.disposal_cause IS 'cause of a disposal (IS9.5): died (ถึงแก่กรรม), moved (ย้ายที่อยู่), waived (สละสิทธิ), disqualified (ขาดคุณสมบัติ)';

CREATE TYPE reference.certainty AS ENUM ('sure', 'likely', 'unverified');
COMMENT ON TYPE reference.certainty IS 'how sure a legal fact is: read in its text, one decent source, or background only';

-- RC10: ก–ฮ, vowels written before their consonant sorting after it.
CREATE COLLATION reference.thai (provider = icu, locale = 'th');
COMMENT ON COLLATION reference.thai IS 'order of Thai dictionaries (RC10)';

-- IS5, IS8.4: an address as forms write it, for persons and for agencies.
CREATE TYPE reference.address AS (
  house_number text,
  village_number text,
  building text,
  lane text,
  road text,
  subdistrict text,
  district text,
  province text,
  postcode text
);
COMMENT ON TYPE reference.address IS 'postal address in Thai';
COMMENT ON COLUMN reference.address.house_number IS 'house number (บ้านเลขที่)';
COMMENT ON COLUMN reference.address.village_number IS 'village number (หมู่)';
COMMENT ON COLUMN reference.address.building IS 'building (อาคาร)';
COMMENT ON COLUMN reference.address.lane IS 'lane (ซอย)';
COMMENT ON COLUMN reference.address.road IS 'road (ถนน)';
COMMENT ON COLUMN reference.address.subdistrict IS 'subdistrict (ตำบล, in Bangkok แขวง)';
COMMENT ON COLUMN reference.address.district IS 'district (อำเภอ, in Bangkok เขต)';
COMMENT ON COLUMN reference.address.province IS 'province (จังหวัด)';
COMMENT ON COLUMN reference.address.postcode IS 'postcode, five digits';

-- Whether an address has what every form stars: house number, subdistrict, district, province and postcode.
CREATE FUNCTION reference.is_complete_address(address reference.address) RETURNS boolean
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN coalesce((address).house_number <> '' AND (address).subdistrict <> '' AND (address).district <> ''
                  AND (address).province <> '' AND (address).postcode ~ '^[0-9]{5}$', false);
COMMENT ON FUNCTION reference.is_complete_address(reference.address) IS 'whether an address has what every form stars (IS5, IS8.4)';

COMMIT;
