-- The 3rd and the 4th: payrolls drafted, reviewed, approved. Two authorities do it themselves, by two people each; the others on paper, which
-- two administrators record. Parameters: month.
\ir staff.psql
SELECT set_config('demo.month', :'month', false) \g /dev/null
SELECT pg_temp.act('demo_admin', :'month'::date + 2) \g /dev/null
SELECT count(*) FROM payment.draft_payrolls(:'month') \g /dev/null

DO $$
DECLARE
  cycle CONSTANT date := current_setting('demo.month');
  place record;
  payroll record;
BEGIN
  FOR place IN SELECT * FROM (VALUES (5730102, 'demo.officer', 'demo.executive'), (6730213, 'demo.neighbour', 'demo.neighbour.executive'))
                               AS staff (authority_code, officer, executive) LOOP
    PERFORM pg_temp.act(place.officer, cycle + 2, place.authority_code);
    PERFORM payment.review_payroll(cycle, told.programme, 'ตรวจแล้ว') FROM payment.list_payrolls(cycle) AS told WHERE told.state = 'drafted';
    PERFORM pg_temp.act(place.executive, cycle + 3, place.authority_code);
    -- the order names the digest of what was reviewed
    PERFORM payment.approve_payroll(cycle, told.programme, told.digest, format('%s/%s', to_char(cycle, 'FMMM'), welfare.fiscal_year(cycle)))
       FROM payment.list_payrolls(cycle) AS told WHERE told.state = 'reviewed';
  END LOOP;
END
$$;
SELECT pg_temp.act('demo.administrator', :'month'::date + 2) \g /dev/null
SELECT payment.review_on_paper(:'month', 'หนังสือ อปท. ทุกแห่ง') \g /dev/null
SELECT pg_temp.act('demo.administrator.second', :'month'::date + 3) \g /dev/null
SELECT payment.approve_on_paper(:'month', 'คำสั่ง อปท. ทุกแห่ง') \g /dev/null
