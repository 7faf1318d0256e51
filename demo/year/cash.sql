-- The pay day: cashiers give what is cash, each authority from its list: to the person, or to who was verified to be paid for them. A few do not
-- come. Parameters: month; pay day; which half of the authorities, 0 or 1.
\ir staff.psql
SELECT set_config('demo.month', :'month', false), set_config('demo.pay_day', :'pay_day', false), set_config('demo.half', :'half', false) \g /dev/null
DO $$
DECLARE
  cycle CONSTANT date := current_setting('demo.month');
  pay_day CONSTANT date := current_setting('demo.pay_day');
  place record;
  refused text;
BEGIN
  FOR place IN SELECT numbered.authority_code
                 FROM (SELECT authority_code, row_number() OVER (ORDER BY authority_code) AS number FROM reference.local_authority) AS numbered
                WHERE numbered.number % 2 = current_setting('demo.half')::integer
                  AND EXISTS (SELECT FROM payment.authority_payroll AS payroll
                               WHERE payroll.cycle_month = cycle AND payroll.authority_code = numbered.authority_code AND payroll.state = 'sent')
                ORDER BY numbered.authority_code LOOP
    PERFORM pg_temp.act(pg_temp.officer_of(place.authority_code), pay_day, place.authority_code);
    SELECT min(concat_ws(' ', place.authority_code, told.code, told.reason)) INTO refused
      FROM payment.record_payouts(cycle, (
        SELECT coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('reference', list.reference::text, 'paid_on', pay_day,
                 'payee', CASE WHEN list.proxy_kind IS NOT NULL THEN 'representative' END,
                 'identity_document', CASE WHEN list.proxy_kind IS NULL THEN 'บัตรประชาชน' END))), '[]')
          FROM payment.payout_list(cycle) AS list
         WHERE (list.reference * 7919) % 331 <> 0 AND NOT (list.person_name LIKE '%ไม่มารับ' AND cycle = '2027-01-01'))) AS told
     WHERE NOT told.recorded;
    IF refused IS NOT NULL THEN
      RAISE EXCEPTION 'a payout was refused: %', refused;
    END IF;
  END LOOP;
  RESET ROLE;
END
$$;
