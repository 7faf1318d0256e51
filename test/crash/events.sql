-- What happens in a round once its months are prepared, in both runs alike and with nobody killed. Most of the proxies whose account is paid are verified;
-- and, from the second round on, some people's right turns out to have ended two months ago. As a superuser. Parameters: today; round; first month.
SELECT set_config('welfare.principal', 'crash_first', false), set_config('search_path', 'pg_catalog, welfare, pg_temp', false) \g /dev/null
BEGIN;
INSERT INTO registry.proxy_verification (thai_id, representative_id, representative_recorded_at, programme, month, verified_on, authority_code, kind, claim_number,
                                         sensitive, alive_on_first, identity_document, alive_shown_by)
SELECT claim.thai_id, representative.representative_id, clock_timestamp(), claim.programme, month::date, :'today', claim.authority_code, representative.kind,
       claim.claim_number, claim.sensitive, true, 'ทดสอบ', 'ทดสอบ'
  FROM registry.claim
  JOIN registry.representative ON representative.thai_id = claim.thai_id
 CROSS JOIN generate_series(:'first_month'::timestamp, :'today', '1 month') AS month
 WHERE claim.state = 'live' AND claim.programme = 'elderly' AND claim.way_of_payment = 'proxy_account'
   AND month::date BETWEEN claim.first_month AND coalesce(claim.last_month, 'infinity') AND hashtextextended(claim.thai_id::text || month, 3) % 3 <> 0;
CREATE TEMPORARY TABLE ending ON COMMIT DROP AS
  SELECT claim.thai_id, claim.programme, claim.claim_number, (:'today'::date - interval '2 months')::date AS last_month
    FROM registry.claim
   WHERE claim.state = 'live' AND claim.first_month < '2026-01-01' AND :round > 0
   ORDER BY hashtextextended(claim.thai_id::text, :round) LIMIT 12;
INSERT INTO registry.disposal (thai_id, programme, claim_number, authority_code, district_code, province_code, sensitive, cause, happened_on, ordered_on, remark)
SELECT claim.thai_id, claim.programme, claim.claim_number, claim.authority_code, claim.district_code, claim.province_code, claim.sensitive, 'waived',
       ending.last_month, ending.last_month, 'ทดสอบ'
  FROM ending
  JOIN registry.claim ON claim.thai_id = ending.thai_id AND claim.programme = ending.programme AND claim.claim_number = ending.claim_number;
UPDATE registry.claim SET state = 'disposed', last_month = date_trunc('month', ending.last_month)::date
  FROM ending WHERE claim.thai_id = ending.thai_id AND claim.programme = ending.programme AND claim.claim_number = ending.claim_number;
COMMIT;
