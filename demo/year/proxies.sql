-- The 3rd: before somebody is paid for another, who comes, and that the person was alive on the 1st, are verified. Parameters: month.
\ir staff.psql
SELECT set_config('demo.month', :'month', false) \g /dev/null
DO $$
DECLARE
  cycle CONSTANT date := current_setting('demo.month');
  person CONSTANT welfare.thai_id := pg_temp.id(115);
  is_recorded boolean;
  is_verified boolean;
BEGIN
  RESET ROLE;
  is_recorded := EXISTS (SELECT FROM registry.representative WHERE thai_id = person);
  is_verified := EXISTS (SELECT FROM registry.proxy_verification WHERE thai_id = person AND month = cycle);
  PERFORM pg_temp.act('demo.officer', cycle + 2, 5730102);
  IF NOT is_recorded THEN
    PERFORM registry.add_representative(person, pg_temp.id(215), 'proxy', 'สมใจ ใจดี', 'บุตร', 'หนังสือมอบอำนาจ', cycle);
  END IF;
  IF NOT is_verified THEN
    PERFORM registry.verify_proxy(person, 'elderly', cycle, pg_temp.id(215), 'proxy', 'บัตรประชาชน', 'พบตัว', cycle + 2);
  END IF;
  RESET ROLE;
END
$$;
