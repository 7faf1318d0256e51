-- A month in a line. Parameters: month, pay day.
\ir staff.psql
RESET ROLE;
\pset tuples_only on
\pset format unaligned
SELECT format('%-8s %-6s %7s %11s %5s %9s %6s %7s %7s %7s %7s  %s', to_char(:'month'::date, 'Mon YYYY'), to_char(:'pay_day'::date, 'DD Mon'),
              (SELECT sum(lines) FROM payment.payroll WHERE month = :'month'), to_char(paid.baht, 'FM999,999,990'), aside.held, paid.transfers, failed.failed,
              paid.retried, failed.cash, paid.arrears, (SELECT count(DISTINCT thai_id) FROM payment.hold WHERE reason = 'registry_death'
                                                           AND date_trunc('month', placed_on) = :'month'),
              coalesce(paid.state, '-'))
  FROM (SELECT coalesce(sum(told.amount), 0) AS baht, count(told.bank_code) AS transfers, count(*) FILTER (WHERE told.attempt > 1) AS retried,
               count(*) FILTER (WHERE told.adjustment_number > 0) AS arrears,
               (SELECT string_agg(DISTINCT state::text, ', ') FROM payment.authority_payroll WHERE cycle_month = :'month') AS state
          FROM payment.instruction AS told WHERE told.cycle_month = :'month') AS paid
 CROSS JOIN (SELECT count(*) AS held FROM payment.set_aside WHERE cycle_month = :'month' AND reason = 'held') AS aside
 CROSS JOIN (SELECT count(*) FILTER (WHERE kind IN ('failed', 'returned')) AS failed, count(*) FILTER (WHERE kind = 'not_collected') AS uncollected,
                    (SELECT count(*) FROM payment.payout JOIN payment.instruction AS told USING (thai_id, programme, month, adjustment_number, payer, attempt)
                      WHERE told.cycle_month = :'month') AS cash
               FROM payment.failure WHERE cycle_month = :'month') AS failed;
