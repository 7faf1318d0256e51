-- The settings of the prefix "welfare" and the functions that read them. Nothing here depends on
-- today's date, on the session's time zone, or on whether the library is preloaded.
SET welfare.language = 'en';

-- Calling a function loads the library; what follows then meets the real settings.
SELECT welfare.language();

-- AQ: nothing is set by default, and a reading function answers NULL, never an empty string or 0
SELECT welfare.principal() IS NULL AS principal, welfare.duty() IS NULL AS duty, welfare.reason() IS NULL AS reason,
       welfare.authority_code() IS NULL AS authority_code, welfare.district_code() IS NULL AS district_code, welfare.province_code() IS NULL AS province_code,
       welfare.nation() IS NULL AS nation;

-- every setting: who may set it, and what it can be
SELECT name, context, vartype, boot_val, min_val, max_val, enumvals
  FROM pg_settings WHERE name LIKE 'welfare.%' ORDER BY name COLLATE "C";

-- the reading functions are STABLE, may run in parallel workers, and are in C: none is replaced by its body
SELECT proname, provolatile, proparallel, proisstrict, prosecdef, lanname, prorettype::regtype
  FROM pg_proc JOIN pg_language ON pg_language.oid = prolang
 WHERE pronamespace = 'welfare'::regnamespace
   AND proname IN ('principal', 'duty', 'reason', 'authority_code', 'district_code', 'province_code', 'nation', 'language', 'business_date')
 ORDER BY proname COLLATE "C";

-- what a privileged role sets is read
SET welfare.principal = 'somchai';
SET welfare.duty = 'local_authority';
SET welfare.authority_code = 5730102;
SET welfare.district_code = 7301;
SET welfare.province_code = 73;
SET welfare.nation = on;
SELECT welfare.principal(), welfare.duty(), welfare.authority_code(), welfare.district_code(), welfare.province_code(), welfare.nation();

-- each scope is its own: setting one leaves the others
RESET welfare.district_code;
SELECT welfare.principal(), welfare.authority_code(), welfare.district_code(), welfare.province_code(), welfare.nation();

-- the empty name, 0 and off mean that nothing is set
SET welfare.principal = '';
SET welfare.authority_code = 0;
SET welfare.nation = off;
SELECT welfare.principal() IS NULL AS principal, welfare.authority_code() IS NULL AS authority_code, welfare.nation() IS NULL AS nation;
RESET ALL;
SET welfare.language = 'en';
SELECT welfare.province_code() IS NULL AS province_code;

-- SET LOCAL lasts until the transaction ends, however it ends
BEGIN;
SET LOCAL welfare.principal = 'for this transaction';
SAVEPOINT inner_part;
SET LOCAL welfare.principal = 'for this part';
SELECT welfare.principal();
ROLLBACK TO inner_part;
SELECT welfare.principal();
COMMIT;
SELECT welfare.principal() IS NULL AS gone;
BEGIN;
SET welfare.principal = 'rolled back';
ROLLBACK;
SELECT welfare.principal() IS NULL AS gone;

-- a user may have a name in Thai, with spaces and quotes, and of any length
SET welfare.principal = 'สมศรี ''อบต.'' ใจดี';
SELECT welfare.principal();
SELECT set_config('welfare.principal', repeat('ก', 10000), false) = welfare.principal() AS long_name;
RESET welfare.principal;

-- codes: the bounds of two, four and seven digits, both sides
SET welfare.authority_code = 9999999;
SET welfare.authority_code = 10000000;
SET welfare.authority_code = -1;
SET welfare.authority_code = '5730102x';
SET welfare.district_code = 9999;
SET welfare.district_code = 10000;
SET welfare.province_code = 99;
SET welfare.province_code = 100;
SET welfare.province_code = -73;
SET welfare.nation = 'ทั้งประเทศ';
SELECT welfare.authority_code(), welfare.district_code(), welfare.province_code(), welfare.nation() IS NULL AS nation;
RESET ALL;
SET welfare.language = 'en';

-- language: th unless the session says en; nothing else
SET welfare.language = 'fr';
SET welfare.language = '';
SELECT welfare.language();
SET welfare.language = 'EN';
SELECT welfare.language();
RESET welfare.language;
SELECT welfare.language();
SET welfare.language = 'en';

-- business_date: the setting when there is one
SET welfare.business_date = '2026-10-01';
SELECT welfare.business_date() = DATE '2026-10-01' AS as_set, pg_typeof(welfare.business_date());
-- whatever way the session writes dates
SET datestyle = 'SQL, DMY';
SET timezone = 'Pacific/Kiritimati';
SELECT welfare.business_date() = make_date(2026, 10, 1) AS as_set;
RESET datestyle;
RESET timezone;

-- its years lie between B.E. 2484 and 2700: anything else is another era's number
SET welfare.business_date = '1941-01-01';
SELECT welfare.business_date() = make_date(1941, 1, 1) AS as_set;
SET welfare.business_date = '1940-12-31';
SET welfare.business_date = '2157-12-31';
SELECT welfare.business_date() = make_date(2157, 12, 31) AS as_set;
SET welfare.business_date = '2158-01-01';
SET welfare.business_date = '2569-10-01';
-- days that do not exist, both sides of 29 February
SET welfare.business_date = '2024-02-29';
SET welfare.business_date = '2026-02-29';
SET welfare.business_date = '2100-02-29';
SET welfare.business_date = '2026-04-31';
SET welfare.business_date = '2026-00-10';
SET welfare.business_date = '2026-13-01';
SET welfare.business_date = '2026-01-00';
SET welfare.business_date = '2026-01-32';
-- other spellings
SET welfare.business_date = '01/10/2026';
SET welfare.business_date = '2026-10-1';
SET welfare.business_date = '20261001';
SET welfare.business_date = '2026-10-01 00:00';
SET welfare.business_date = ' 2026-10-01';
SET welfare.business_date = '2026-10-01 ';
SET welfare.business_date = '๒๐๒๖-๑๐-๐๑';
SET welfare.business_date = '2026/10/01';
SET welfare.business_date = 'today';
SET welfare.business_date = 'infinity';
-- what was refused has changed nothing
SELECT welfare.business_date() = make_date(2024, 2, 29) AS as_set;

-- unset: the day in Thailand on which the transaction began, in every time zone of the session.
-- Kiritimati and Etc/GMT+12 lie 26 hours apart: at any moment at least one of them has another date than Bangkok.
RESET welfare.business_date;
SET timezone = 'Pacific/Kiritimati';
SELECT welfare.business_date() = (transaction_timestamp() AT TIME ZONE 'Asia/Bangkok')::date AS in_bangkok;
SET timezone = 'Etc/GMT+12';
SELECT welfare.business_date() = (transaction_timestamp() AT TIME ZONE 'Asia/Bangkok')::date AS in_bangkok;
RESET timezone;
SET welfare.business_date = '';
SELECT welfare.business_date() = (transaction_timestamp() AT TIME ZONE 'Asia/Bangkok')::date AS in_bangkok;
RESET welfare.business_date;

-- DC1: the first day of a year known without month before B.E. 2484
SET welfare.unknown_birth_before_2484 = 'march';
SET welfare.unknown_birth_before_2484 = 'january';
SELECT welfare.legal_birth_date('00/00/2480') = make_date(1937, 1, 1) AS january;
RESET welfare.unknown_birth_before_2484;
SELECT welfare.legal_birth_date('00/00/2480') = make_date(1937, 4, 1) AS april;

-- the prefix is reserved: what is misspelt is an error, not a setting that nobody reads
SET welfare.authorty_code = 5730102;
SELECT set_config('welfare.scope', 'nation', false);
SHOW welfare.scope;

-- An ordinary role may choose its language and nothing else.
CREATE ROLE regress_welfare_ordinary;
SET ROLE regress_welfare_ordinary;
SET welfare.language = 'th';
SELECT welfare.language();
SET welfare.language = 'en';
SET welfare.principal = 'forged';
SET welfare.authority_code = 5730102;
SET welfare.district_code = 7301;
SET welfare.province_code = 73;
SET welfare.nation = on;
SET welfare.business_date = '2026-10-01';
SET welfare.unknown_birth_before_2484 = 'january';
SELECT set_config('welfare.principal', 'forged', false);
SELECT set_config('welfare.principal', 'forged', true);
-- not even what changes nothing
SET welfare.nation = off;
SET welfare.principal TO DEFAULT;
RESET welfare.principal;
-- everybody may call the functions; they answer NULL
SELECT welfare.principal() IS NULL AS principal, welfare.authority_code() IS NULL AS authority_code,
       welfare.district_code() IS NULL AS district_code, welfare.province_code() IS NULL AS province_code,
       welfare.nation() IS NULL AS nation,
       welfare.business_date() = (transaction_timestamp() AT TIME ZONE 'Asia/Bangkok')::date AS in_bangkok,
       welfare.legal_birth_date('00/00/2480') = make_date(1937, 4, 1) AS april;
RESET ROLE;

-- A role that was granted one setting may set that one.
GRANT SET ON PARAMETER welfare.principal TO regress_welfare_ordinary;
SET ROLE regress_welfare_ordinary;
SET welfare.principal = 'granted';
SET welfare.nation = on;
SELECT welfare.principal(), welfare.nation() IS NULL AS nation;
RESET ROLE;
-- taken back, the session keeps what was lawfully set; nothing new can be set
REVOKE SET ON PARAMETER welfare.principal FROM regress_welfare_ordinary;
SET ROLE regress_welfare_ordinary;
SET welfare.principal = 'forged';
SELECT welfare.principal();
RESET ROLE;
DROP ROLE regress_welfare_ordinary;
RESET welfare.principal;

-- The refusals do not depend on the session's language: core words them, the details say both.
SET welfare.language = 'th';
SET welfare.business_date = '01/10/2569';
SET welfare.nation = 'ทั้งประเทศ';
SELECT welfare.language();
