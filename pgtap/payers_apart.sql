-- ER13, RC8.2, EG6.2: whose money it is stays apart: an authority that pays itself pays its own alone; where the Comptroller General's Department pays for both
-- the authorities and the State Welfare Card fund, no batch, account or entry of the ledger mixes them.
\ir fixture.psql
\ir form.psql
\ir civil.psql
\ir payment.psql
SELECT plan(19);
GRANT USAGE ON SCHEMA tap TO PUBLIC;
-- The payments of a month as told to pay: payer, how many, baht.
CREATE FUNCTION pg_temp.by_payer(cycle date) RETURNS text LANGUAGE plpgsql AS $$
  BEGIN
    RESET ROLE;
    RETURN (SELECT string_agg(concat_ws(' ', payer, items, trim_scale(amount)), ', ' ORDER BY payer)
              FROM (SELECT payer, count(*) AS items, sum(amount) AS amount FROM payment.instruction WHERE cycle_month = cycle GROUP BY payer) AS paid);
  END $$;
RESET ROLE;
INSERT INTO identity.office (user_name, office, authority_code, valid) VALUES
  ('executive', 'executive', 5730102, '[2019-01-01,2021-01-01)'), ('officer', 'officer', 5730102, '[2019-01-01,2021-01-01)');
SELECT pg_temp.become('welfare_admin') \g /dev/null
-- 1 elderly, 2 disabled with a card to an account, 3 the same in cash, 4 disabled without a card
SELECT is((SELECT refused FROM pg_temp.import(jsonb_build_object('thai_id', pg_temp.id(1)) || pg_temp.account('111'),
  disabled || jsonb_build_object('thai_id', pg_temp.id(2), 'facts', facts || ',welfare_card}') || pg_temp.account('222'), disabled || jsonb_build_object('thai_id', pg_temp.id(3), 'facts', facts || ',welfare_card}'),
  disabled || jsonb_build_object('thai_id', pg_temp.id(4), 'facts', facts || '}') || pg_temp.account('444', bank => '034'))), 0, 'all are taken')
  FROM (VALUES (jsonb_build_object('programme', 'disability', 'birth_date', '01/01/2530'), '{thai_nationality,in_house_register,disability_card,!state_shelter,seeing_disability')) AS given (disabled, facts);
-- December 2562: the authority pays, and the fund pays nothing yet
SELECT pg_temp.is_day('2019-12-02') \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
SAVEPOINT as_it_was;
SELECT payment.prepare('2019-12-01') \g /dev/null
SELECT is(pg_temp.approve('2019-12-01'), 2::bigint, 'ER13: December 2562 is approved');
SELECT is(pg_temp.by_payer('2019-12-01'), 'local_authority 4 3100', 'RC8.2: a card gives nothing more before October 2563: all is the authority''s');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT disbursement_number, control_sum, transfers, cash_items FROM payment.seal_disbursement('2019-12-01') \gset
SELECT is(concat_ws(' ', trim_scale(:control_sum), :transfers, :cash_items), '3100 3 1', 'ER13: and the authority''s own disbursement is sealed');
SELECT is((SELECT string_agg(DISTINCT payer::text, ' ') FROM payment.list_batches()), 'local_authority', 'ER13!: no batch of it is of another payer''s money');
ROLLBACK TO as_it_was;

-- were the law to give the fund's part before, it would not leave the authority's account
SET LOCAL ROLE welfare_owner;
UPDATE reference.rate SET valid = '[2019-12-01,)' WHERE programme = 'disability' AND component = 'welfare_card';
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.prepare('2019-12-01') \g /dev/null
SELECT is(pg_temp.approve('2019-12-01', 'ทดสอบ'), 2::bigint, 'ER13: under another law');
SELECT is(pg_temp.by_payer('2019-12-01'), 'local_authority 4 3100, welfare_card_fund 2 400', 'the fund would pay a part');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT matches(pg_temp.refusal_of('SELECT payment.seal_disbursement(''2019-12-01'')'), '^WF40K .*welfare_card_fund', 'ER13!: which an authority that pays itself does not seal with its own');
RESET ROLE;
SELECT is((SELECT count(*) FROM payment.disbursement), 0::bigint, 'nothing is sealed');
SET LOCAL ROLE welfare_owner;
UPDATE reference.disbursement_rule SET executing_agency = 'local_authority' WHERE payer = 'welfare_card_fund';
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is((SELECT trim_scale(control_sum) FROM payment.seal_disbursement('2019-12-01')), 3500::numeric, 'ER13: unless the law lets it pay for the fund');
SELECT is((SELECT string_agg(concat_ws(' ', payer, transfers, trim_scale(control_sum)), ', ' ORDER BY batch_number) FROM payment.list_batches()),
          'local_authority 2 1500, welfare_card_fund 1 200, local_authority 1 800', 'EG6.2: then in batches of their own');
ROLLBACK TO as_it_was;

-- October 2563: the department pays for both
SELECT pg_temp.is_day('2020-10-01') \g /dev/null
SELECT pg_temp.become('welfare_admin') \g /dev/null
SELECT payment.prepare('2020-10-01') \g /dev/null
SELECT pg_temp.approve('2020-10-01') \g /dev/null
SELECT is(pg_temp.by_payer('2020-10-01'), 'local_authority 4 3100, welfare_card_fund 2 400', 'RC8.2: from October 2563 the fund pays a part');
SELECT pg_temp.sign('officer') \g /dev/null
SELECT is(left(pg_temp.refusal_of('SELECT payment.seal_disbursement(''2020-10-01'')'), 5), 'WF007', 'ER13!: not the authority''s to seal');
SELECT pg_temp.disburse('2020-10-01') AS disbursement \gset
SELECT pg_temp.treasury() \g /dev/null
SELECT is((SELECT string_agg(concat_ws(' ', payer, bank_code, transfers, trim_scale(control_sum)), ', ' ORDER BY batch_number) FROM payment.list_batches()),
          'local_authority 6 2 1500, welfare_card_fund 6 1 200, local_authority 34 1 800', 'EG6.2!: no batch is of two payers');
SELECT is((SELECT string_agg(batch.payer || ' ' || head.debtor_account, ', ' ORDER BY batch.batch_number)
             FROM payment.list_batches() AS batch CROSS JOIN LATERAL payment.file_header(batch.disbursement_number, batch.batch_number) AS head),
          'local_authority 0000000001, welfare_card_fund 0000000002, local_authority 0000000001', 'EG6.2: each leaves the account of whose money it is');
RESET ROLE;
SELECT is((SELECT count(*) FROM payment.batch CROSS JOIN LATERAL payment.batch_payments(batch, '2020-10-01') AS sent WHERE sent.payer <> batch.payer), 0::bigint, 'EG6.2!: nor a line of another payer in a file');
SELECT is((SELECT string_agg(concat_ws(' ', payer, trim_scale(amount)), ', ' ORDER BY payer) FROM (SELECT payer, sum(amount) AS amount FROM payment.ledger_entry WHERE step = 'sent' GROUP BY payer) AS total),
          'local_authority 3100, welfare_card_fund 400', 'QR8: the ledger tells them apart');
SELECT is((SELECT count(*) FROM payment.ledger_entry WHERE (payer = 'welfare_card_fund') <> (budget_type IS NULL)), 0::bigint, 'and no budget of the authority bears the fund''s');
SELECT is((SELECT control_sum::numeric FROM payment.disbursement), 3500::numeric, 'ER13: the seal is over both');
SELECT * FROM finish();
ROLLBACK;
