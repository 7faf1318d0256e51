-- October 2570: what the ledger, the payments and the banks say of the year, and what must always be true.
\ir staff.psql
\echo '-- The move of May that nobody confirmed: the authority disposes on 1 October, and October has no line'
RESET ROLE;
SELECT state = 'live' AS is_live FROM registry.claim WHERE thai_id = pg_temp.id(112) \gset
\if :is_live
SELECT pg_temp.act('demo.officer', '2027-10-01', :here) \g /dev/null
SELECT registry.dispose(pg_temp.id(112), 'moved', '2027-05-10', '2027-10-01', order_number => '1/2571') \g /dev/null
RESET ROLE;
\endif
SELECT claim.state, claim.last_month, (SELECT max(month)::date FROM payment.line WHERE line.thai_id = claim.thai_id) AS last_line
  FROM registry.claim WHERE claim.thai_id = pg_temp.id(112);
SELECT pg_temp.act('demo_admin', '2027-10-01') \g /dev/null
\echo '-- The year in baht: what the ledger has, what the payments come to, what was sealed, what banks answered'
SELECT compared.what, sum(compared.ledger) AS ledger, sum(compared.payments) AS payments, sum(compared.sealed) AS sealed, sum(compared.bank) AS bank,
       sum(compared.difference) AS difference
  FROM payment.list_disbursements() AS made
 CROSS JOIN LATERAL payment.compare_with_bank(made.disbursement_number) WITH ORDINALITY AS compared (what, ledger, payments, sealed, bank, difference, place)
 WHERE made.state <> 'broken'
 GROUP BY compared.what, compared.place
 ORDER BY compared.place;
\echo '-- The trial balance of the fiscal year'
SELECT trial.account, sum(trial.debits) AS debits, sum(trial.credits) AS credits, sum(trial.balance) AS balance
  FROM generate_series(timestamp '2026-10-01', timestamp '2027-09-01', interval '1 month') AS month
 CROSS JOIN LATERAL payment.trial_balance(month::date) AS trial
 GROUP BY trial.account ORDER BY trial.account;
\echo '-- What the operator of the citizen portal was told: a list of each month, and changes by number; no AIDS allowance among them'
SELECT portal.publish_changes() AS published_last;
SELECT count(*) AS months, sum(list.payments) AS payments, sum(list.amount) AS baht, told.last_number AS changes, told.pending_changes + told.pending_packets AS waiting
  FROM (SELECT DISTINCT ON (cycle_month) * FROM portal.list_payments() ORDER BY cycle_month, list_number DESC) AS list
 CROSS JOIN portal.change_status() AS told
 GROUP BY told.last_number, told.pending_changes, told.pending_packets;
\echo '-- Where ledger and payments differ, and which of the things that must always be true are not: neither'
SELECT count(*) AS differences FROM payment.ledger_differences();
SELECT count(*) AS checks, count(*) FILTER (WHERE NOT ok) AS broken, string_agg(name || ' ' || found || ' ' || coalesce(example, ''), E'\n') FILTER (WHERE NOT ok) AS which FROM payment.check_invariants();
