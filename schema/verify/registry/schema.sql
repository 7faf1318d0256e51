BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_comment('schema', 'registry');
SELECT pg_temp.check_enumeration('registry.sex', 'male, female');
SELECT pg_temp.check_comment('type', 'registry.sex');
SELECT pg_temp.check_enumeration('registry.marital_status', 'single, married, widowed, divorced, separated, other');
SELECT pg_temp.check_comment('type', 'registry.marital_status');
SELECT pg_temp.check_enumeration('registry.visibility', 'nobody, authority, everyone');
SELECT pg_temp.check_comment('type', 'registry.visibility');
SELECT pg_temp.check_enumeration('registry.claim_state', 'live, suspended, awaiting, disposed, deleted');
SELECT pg_temp.check_comment('type', 'registry.claim_state');
SELECT pg_temp.check_enumeration('registry.claim_origin', 'entry, submission, re_entry, corrected_id');
SELECT pg_temp.check_comment('type', 'registry.claim_origin');

SELECT pg_temp.check_grants('schema', 'registry', 'welfare_admin USAGE, welfare_authority USAGE, welfare_department USAGE, welfare_district USAGE, welfare_province USAGE, welfare_treasury USAGE, welfare_writer USAGE');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF01D)',
  '(WF01E)',
  '(WF060)',
  '(WF061)',
  '(WF062)',
  '(WF063)',
  '(WF064)',
  '(WF065)',
  '(WF066)',
  '(WF067)',
  '(WF068)',
  '(WF069)',
  '(WF06A)',
  '(WF06B)',
  '(WF06C)',
  '(WF06D)',
  '(WF06E)',
  '(WF06F)',
  '(WF06G)',
  '(WF06H)',
  '(WF06I)',
  '(WF06J)',
  '(WF06K)',
  '(WF06L)',
  '(WF06M)',
  '(WF06N)',
  '(WF06P)',
  '(WF06Q)',
  '(WF06R)',
  '(WF06S)',
  '(WF06T)',
  '(WF06U)',
  '(WF06V)',
  '(WF06W)',
  '(WF06X)',
  '(WF06Y)',
  '(WF06Z)',
  '(WF070)',
  '(WF071)',
  '(WF090)',
  '(WF091)',
  '(WF092)',
  '(WF093)',
  '(WF094)',
  '(WF095)',
  '(WF300)',
  '(WF301)',
  '(WF302)',
  '(WF303)',
  '(WF304)',
  '(WF305)',
  '(WF306)',
  '(WF307)',
  '(WF308)',
  '(WF309)',
  '(WF30A)',
  '(WF30B)',
  '(WF30C)',
  '(WF30D)',
  '(WF30E)',
  '(WF30G)',
  '(WF30J)',
  '(WF30K)');

ROLLBACK;
