-- Moves between two authorities: one that the new authority confirms in January and the old one acknowledges in February, one that nobody
-- confirms by the end of the fiscal year. Parameters: month.
\ir staff.psql
SELECT set_config('demo.month', :'month', false) \g /dev/null
DO $$
DECLARE
  month CONSTANT date := current_setting('demo.month');
  here CONSTANT integer := 5730102;
  there CONSTANT integer := 6730213;
  confirmed CONSTANT welfare.thai_id := pg_temp.id(111);
  unconfirmed CONSTANT welfare.thai_id := pg_temp.id(112);
BEGIN
  IF month = '2026-11-01' AND NOT EXISTS (SELECT FROM registry.move WHERE thai_id = confirmed) THEN
    PERFORM pg_temp.act('demo.officer', '2026-11-23', here);
    PERFORM registry.notify_move(confirmed, '2026-11-20', there, 'ท.ร. 14');
  ELSIF month = '2027-01-01' AND NOT EXISTS (SELECT FROM registry.claim WHERE thai_id = confirmed AND authority_code = there) THEN
    PERFORM pg_temp.act('demo.neighbour', '2027-01-15', there);
    PERFORM registry.confirm_move(confirmed, pg_temp.form(111, '{"birth_date": "15/08/2495", "claimed_on": "15/01/2570", "ordered_on": "15/01/2570", "house_number": "99", "subdistrict": "รางพิกุล",
      "district": "กำแพงแสน", "postcode": "73140"}'));
  ELSIF month = '2027-02-01' AND EXISTS (SELECT FROM registry.claim WHERE thai_id = confirmed AND state = 'awaiting') THEN
    PERFORM pg_temp.act('demo.officer', '2027-02-12', here);
    PERFORM registry.acknowledge_move(confirmed, 'elderly');
  ELSIF month = '2027-05-01' AND NOT EXISTS (SELECT FROM registry.move WHERE thai_id = unconfirmed) THEN
    PERFORM pg_temp.act('demo.officer', '2027-05-20', here);
    PERFORM registry.notify_move(unconfirmed, '2027-05-10', there, 'ท.ร. 14');
  END IF;
  RESET ROLE;
END
$$;
