-- A move between two authorities, and which of them pays which month.
\ir staff.psql
\echo '-- A move: notified on 1 October, confirmed at the new authority in November, acknowledged in December'
SELECT NOT EXISTS (SELECT FROM registry.move WHERE thai_id = pg_temp.id(2)) AS is_new \gset
\if :is_new
BEGIN;
SELECT pg_temp.act('demo.officer', '2026-10-01', :here) \g /dev/null
SELECT registry.notify_move(pg_temp.id(2), '2026-10-01', :there, 'ท.ร. 14') \g /dev/null
SELECT pg_temp.act('demo.neighbour', '2026-11-20', :there) \g /dev/null
SELECT registry.confirm_move(pg_temp.id(2), pg_temp.form(2, '{"claimed_on": "20/11/2569", "ordered_on": "20/11/2569", "house_number": "99", "subdistrict": "รางพิกุล",
  "district": "กำแพงแสน", "postcode": "73140"}')) \g /dev/null
SELECT pg_temp.act('demo.officer', '2026-12-01', :here) \g /dev/null
SELECT registry.acknowledge_move(pg_temp.id(2), 'elderly') \g /dev/null
COMMIT;
\endif
RESET ROLE;
SELECT name_thai AS pays, state, first_month, last_month
  FROM registry.claim JOIN reference.local_authority USING (authority_code)
 WHERE thai_id = pg_temp.id(2) ORDER BY claim_number;
