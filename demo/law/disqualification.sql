-- A lost qualification: found, posted, unobjected, and removed by order after the days of the notice.
\ir staff.psql
\echo '-- A disqualification: posted on 1 October, nobody objects, proposed and removed by order on the 17th'
RESET ROLE;
SELECT NOT EXISTS (SELECT FROM registry.finding WHERE thai_id = pg_temp.id(3)) AS is_new \gset
\if :is_new
BEGIN;
SELECT pg_temp.act('demo.officer', '2026-10-01', :here) \g /dev/null
SELECT registry.record_finding(pg_temp.id(3), 'elderly', 'disqualified', '2026-09-20', 'own_check', 'ขาดคุณสมบัติ', '{in_house_register}') AS finding \gset
SELECT registry.post_notice('elderly', ARRAY[pg_temp.id(3)], '1/2570', '{office}') \g /dev/null
SELECT pg_temp.act('demo.clerk', '2026-10-17', :here) \g /dev/null
SELECT registry.propose_removal(pg_temp.id(3), 'elderly', :finding, '2/2570') \g /dev/null
SELECT pg_temp.act('demo.executive', '2026-10-17', :here) \g /dev/null
SELECT registry.verify_finding(pg_temp.id(3), 'elderly', :finding, 'ตรวจทะเบียนบ้าน', 'ท.ร. 14') \g /dev/null
SELECT registry.order_removal(pg_temp.id(3), 'elderly', :finding, '3/2570', 'ขาดคุณสมบัติ') \g /dev/null
COMMIT;
\endif
SELECT pg_temp.act('demo.officer', '2026-10-02', :here) \g /dev/null
SELECT notice_number, posted_on, open_until, masked_id, listed_name FROM registry.posted_notices(:here) WHERE notice_number = '1/2570';
RESET ROLE;
SELECT disposal.cause, disposal.happened_on, disposal.ordered_on, claim.state, claim.last_month
  FROM registry.disposal JOIN registry.claim USING (thai_id, programme, claim_number)
 WHERE disposal.thai_id = pg_temp.id(3);
