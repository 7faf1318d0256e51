-- What happened in a month to the people whom the year is about, from what is on record. Parameters: month.
\ir staff.psql
\ir people.psql
RESET ROLE;
\pset tuples_only on
\pset format unaligned
SELECT format('      %s: %s', of_note.caption, string_agg(happened.what, '; ' ORDER BY happened.place, happened.what))
  FROM of_note
  JOIN (
    SELECT thai_id, 1 AS place,
           CASE WHEN before.allowance IS NULL THEN format('%s baht from this month on', now.allowance)
                WHEN now.allowance IS NULL THEN format('no line any more (%s baht before)', before.allowance)
                ELSE format('%s baht after %s', now.allowance, before.allowance) END AS what
      FROM (SELECT thai_id, sum(allowance)::integer AS allowance FROM payment.line WHERE month = :'month' GROUP BY thai_id) AS now
      FULL JOIN (SELECT thai_id, sum(allowance)::integer AS allowance FROM payment.line WHERE month = (:'month'::date - interval '1 month')::date GROUP BY thai_id) AS before
           USING (thai_id)
     WHERE now.allowance IS DISTINCT FROM before.allowance
     UNION ALL
    SELECT claim.thai_id, 2, format('%s pays from this month on, after %s', new_place.name_thai, old_place.name_thai)
      FROM payment.line AS claim
      JOIN payment.line AS before ON before.thai_id = claim.thai_id AND before.programme = claim.programme AND before.month = (:'month'::date - interval '1 month')::date
      JOIN reference.local_authority AS new_place ON new_place.authority_code = claim.authority_code
      JOIN reference.local_authority AS old_place ON old_place.authority_code = before.authority_code
     WHERE claim.month = :'month' AND before.authority_code <> claim.authority_code
     UNION ALL
    SELECT thai_id, 3, format('%s baht of %s held (%s)', amount::integer, to_char(month, 'Mon YYYY'), array_to_string(hold_reasons, ', '))
      FROM payment.set_aside WHERE cycle_month = :'month' AND reason = 'held'
     UNION ALL
    SELECT thai_id, 4, format('%s baht of %s %s', sum(amount)::integer, concat_ws(' to ', to_char(min(month), 'Mon YYYY'), CASE WHEN min(month) < max(month) THEN to_char(max(month), 'Mon YYYY') END),
                              CASE late_reason WHEN 'arrears' THEN 'paid as arrears' WHEN 'released' THEN 'released and paid'
                                               WHEN 'repaired' THEN 'tried again' ELSE late_reason END)
      FROM payment.instruction WHERE cycle_month = :'month' AND late_reason IS NOT NULL GROUP BY thai_id, late_reason
     UNION ALL
    SELECT thai_id, 5, CASE kind WHEN 'held_back' THEN format('%s baht held back after the seal was broken', amount::integer)
                                 WHEN 'not_collected' THEN format('%s baht in cash not collected', amount::integer)
                                 ELSE format('%s baht failed: %s', amount::integer,
                                             (SELECT name_english FROM reference.bank_reason WHERE bank_reason.reason_code = failure.reason_code)) END
      FROM payment.failure WHERE cycle_month = :'month'
     UNION ALL
    SELECT thai_id, 6, format('%s baht of %s asked back', -sum(allowance)::integer, to_char(month, 'Mon YYYY'))
      FROM payment.adjustment JOIN payment.recovery_decision AS decision USING (thai_id, programme, month, adjustment_number)
     WHERE date_trunc('month', decision.decided_on) = :'month' AND decision.outcome = 'due' GROUP BY thai_id, month
     UNION ALL
    SELECT thai_id, 7, format('%s baht of %s received back', sum(amount)::integer, to_char(month, 'Mon YYYY'))
      FROM payment.receipt WHERE date_trunc('month', received_on) = :'month' GROUP BY thai_id, month
     UNION ALL
    SELECT thai_id, 8, format('%s baht of %s cancelled', sum(amount)::integer, to_char(month, 'Mon YYYY'))
      FROM payment.cancellation WHERE date_trunc('month', cancelled_on) = :'month' GROUP BY thai_id, month
     UNION ALL
    SELECT thai_id, 9, format('a %s took it', verified.kind) FROM registry.proxy_verification AS verified WHERE month = :'month' AND :'month' = '2026-10-01'
  ) AS happened ON happened.thai_id = of_note.thai_id
 GROUP BY of_note.number, of_note.caption
 ORDER BY of_note.number;
