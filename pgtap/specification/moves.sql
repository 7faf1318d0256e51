-- Moves (ER8, EG5.2, DR8, DE9–DE13, DE19): who pays which month, and what arrives late, twice or out of order; from the regulation alone.
\ir ../fixture.psql
\ir ../form.psql
\ir staff.psql
SELECT no_plan();
CREATE FUNCTION pg_temp.acknowledge(who text, number integer, programme text DEFAULT 'elderly', more text DEFAULT '') RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.by(who, format('registry.acknowledge_move(%L, %L%s)', pg_temp.p(number), programme, more)) $$;

-- The worked example: moved out 15 June 2569 (fiscal year 2569), told 20 June, confirmed 18 July, acknowledged 2 September ---------------
SELECT pg_temp.today('2026-06-20');
SELECT pg_temp.enter('a.officer', n) FROM generate_series(1, 12) AS n;
SELECT is(pg_temp.would('a.officer', format('registry.notify_move(%L, ''2026-06-21'', 6730123, ''x'')', pg_temp.p(1))), 'WF016', 'ER8.2!: a move of tomorrow');
SELECT is(pg_temp.would('a.officer', format('registry.notify_move(%L, ''2026-06-15'', 5730102, ''x'')', pg_temp.p(1))), 'WF316', 'ER8.2!: a move to oneself');
SELECT is(pg_temp.would('a.officer', format('registry.notify_move(%L, ''2026-06-15'', NULL, ''x'')', pg_temp.p(1))), 'WF314', 'DE14!: a move to nowhere is none');
SELECT is(pg_temp.would('a.officer', format('registry.notify_move(%L, ''2026-06-15'', 6730123, NULL)', pg_temp.p(1))), 'WF010', 'ER8.2!: without the letter');
SELECT is(pg_temp.would('a.officer', format('registry.notify_move(%L, ''2026-06-15'', 7999999, ''x'')', pg_temp.p(1))), 'WF014', 'ER8.2!: an authority that does not exist');
SELECT is(pg_temp.would('c.officer', format('registry.notify_move(%L, ''2026-06-15'', 6730123, ''x'')', pg_temp.p(1))), pg_temp.would('c.officer', format('registry.notify_move(%L, ''2026-06-15'', 6730123, ''x'')', pg_temp.p(999))), 'ER8.2!: a third authority has nothing to say, and learns nothing');
SELECT is(pg_temp.confirm('b.officer', 1, '2026-06-20'), 'WF316', 'ER8.1!: a confirmation where no move was told of');
SELECT is(pg_temp.would(who, format('registry.notify_move(%L, ''2026-06-15'', 6730123, ''x'')', pg_temp.p(1))), '42501', 'ER8.2!: not by ' || who) FROM unnest('{admin,province,department,treasury,civil,portal}'::text[]) AS who;
SELECT is(pg_temp.notify('a.officer', 1, '2026-06-15', 6730123), 'done', 'ER8.2: the old authority tells the new one');
SELECT is(pg_temp.notify('a.officer', 1, '2026-06-15', 6730123), 'WF310', 'ER8.2!: it is not told twice');
SELECT is(pg_temp.claims(1), 'A live 25-02 26-09', 'ER8.3, EG5.2: the claim stays live, until the end of the fiscal year of moving out');
SELECT is(pg_temp.sees('b.officer', 'SELECT national_id, moved_out_on, from_authority_code, state FROM registry.open_moves()'), format('(%s,2026-06-15,5730102,notified)', pg_temp.p(1)), 'ER8.2: the new one sees it');
SELECT is(pg_temp.sees('c.officer', 'SELECT * FROM registry.open_moves()'), NULL, 'ER8.2!: a third does not');
SELECT is(pg_temp.acknowledge('a.officer', 1), 'WF316', 'EG5.2!: nothing is acknowledged before the confirmation');
SELECT is(pg_temp.confirm('b.officer', 1, '2026-06-14'), 'WF311', 'DE11!: a confirmation before the move counts nowhere but at the old one');
SELECT is(pg_temp.confirm('b.officer', 1, '2026-06-21'), 'WF016', 'ER8.1!: a confirmation of tomorrow');
SELECT is(pg_temp.confirm('c.officer', 1, '2026-06-20'), 'WF316', 'ER8.1!: a confirmation at a third authority');
SELECT pg_temp.jobs('2026-05-01', '2026-07-01');
SELECT pg_temp.today('2026-07-18');
SELECT is(pg_temp.confirm('b.officer', 1, '2026-07-18'), 'done', 'ER8.1: confirmed at the new authority');
SELECT is(pg_temp.claims(1), 'A live 25-02 26-07, B awaiting 26-08', 'ER8.4: the month of the confirmation is the old one''s, the new one''s right runs from the month after');
SELECT is(pg_temp.confirm('b.officer', 1, '2026-07-18'), 'WF06S', 'DE15!: confirmed twice');
SELECT is(pg_temp.acknowledge('b.officer', 1), 'WF316', 'EG5.2!: the new one does not acknowledge for the old');
SELECT is(pg_temp.would('a.officer', format('registry.cancel_move(%L, ''2026-07-18'', ''x'')', pg_temp.p(1))), 'WF313', 'DE13!: what is confirmed is not cancelled');
SELECT pg_temp.jobs('2026-08-01', '2026-08-01');
SELECT is(pg_temp.ledger(1, '2026-05-01', '2026-08-01'), 'A05 700 A06 700 A07 700 B08 700*', 'ER8.4: August is the new one''s, prepared and held');
SELECT is(pg_temp.sees('b.officer', 'SELECT national_id FROM payment.held_lines(''2026-08-01'')'), format('(%s)', pg_temp.p(1)), 'ER8.4: the new one sees what is held');
SELECT is(pg_temp.sees('a.officer', 'SELECT national_id FROM payment.held_lines(''2026-08-01'')'), NULL, 'ER8.4!: the old one does not');
-- 15 days: 18 July + 15 = 2 August is the last; the province is told from the 3rd
SELECT pg_temp.job('2026-08-02');
SELECT is(pg_temp.sees('province', 'SELECT acknowledge_by FROM registry.overdue_moves()'), NULL, 'ER8.4!: on the 15th day nothing is overdue');
SELECT pg_temp.job('2026-08-03');
SELECT is(pg_temp.sees('province', 'SELECT national_id, acknowledge_by FROM registry.overdue_moves()'), format('(%s,2026-08-02)', pg_temp.p(1)), 'ER8.4: unacknowledged after 15 days it escalates to the province');
SELECT is(pg_temp.sees('province.50', 'SELECT * FROM registry.overdue_moves()'), NULL, 'ER8.4!: not to another province');
SELECT is(pg_temp.would('a.officer', 'count(*) FROM registry.overdue_moves()'), '42501', 'ER8.4!: nor to authorities');
SELECT pg_temp.jobs('2026-09-01', '2026-09-01');
SELECT pg_temp.today('2026-09-02');
SELECT is(pg_temp.would('a.officer', format('registry.acknowledge_move(%L, ''elderly'', ''2026-10-01'')', pg_temp.p(1))), 'WF317', 'ER8.4!: a month that has not come was not paid');
SELECT is(pg_temp.would('a.officer', format('registry.acknowledge_move(%L, ''elderly'', ''2026-08-15'')', pg_temp.p(1))), 'WF034', 'ER8.4!: what was paid is a month');
SELECT is(pg_temp.acknowledge('a.officer', 1), 'done', 'EG5.2: the old authority acknowledges and disposes as moved');
SELECT is(pg_temp.claims(1), 'A disposed 25-02 26-07, B live 26-08', 'EG5.2: the old claim is disposed, the new one live');
SELECT is(pg_temp.acknowledge('a.officer', 1), 'WF316', 'EG5.2!: acknowledged twice');
SELECT pg_temp.pay('2026-08-01', '2026-09-01');
SELECT is(pg_temp.ledger(1, '2026-05-01', '2026-09-01'), 'A05 700 A06 700 A07 700 B08 700 B09 700', 'ER8.4: on acknowledgement the held months are released, each once');
SELECT is(pg_temp.sees('province', 'SELECT * FROM registry.overdue_moves()'), NULL, 'ER8.4!: and nothing is overdue');
SELECT is(pg_temp.sees('b.officer', format('SELECT national_id FROM registry.find_beneficiaries(%L)', pg_temp.p(1))), format('(%s)', pg_temp.p(1)), 'EG5.2: the record is the new one''s, complete');
SELECT is(pg_temp.by('b.officer', format('registry.beneficiary_detail(%L) ->> ''first_name''', pg_temp.p(1))), 'สมชาย', 'EG5.2: in every field');
SELECT is(pg_temp.would('a.officer', format('registry.edit_beneficiary(%L, ''{"remark": "x"}'')', pg_temp.p(1))), 'WF066', 'EG5.2!: the old one edits it no more');

-- The old authority states that it paid August too: those months are left out of the new claim ----------------------------------------
SELECT pg_temp.today('2026-07-20');
SELECT pg_temp.enter('a.officer', 60), pg_temp.notify('a.officer', 60, '2026-06-30', 6730123), pg_temp.confirm('b.officer', 60, '2026-07-20');
SELECT pg_temp.jobs('2026-08-01', '2026-09-01');
SELECT is(pg_temp.acknowledge('a.officer', 60, 'elderly', ', ''2026-08-01'''), 'done', 'ER8.4: the old one states that it paid August');
SELECT pg_temp.job('2026-10-01');
SELECT is(pg_temp.claims(60), 'A disposed 25-02 26-08, B live 26-09', 'ER8.4: the new claim runs from September');
SELECT matches(pg_temp.ledger(60, '2026-08-01', '2026-10-01'), '^(B08 700[*] )?B09 700 B10 700$', 'ER8.4!: August is not paid by the new one');

-- a confirmation of July that is recorded when the old authority's lines of August and September are there: no month twice
SELECT pg_temp.today('2026-10-01');
SELECT pg_temp.notify('a.officer', 2, '2026-06-30', 6730123);
SELECT is(pg_temp.confirm('b.officer', 2, '2026-07-20'), 'done', 'ER8.4: a confirmation of July, recorded in October');
SELECT is(pg_temp.acknowledge('a.officer', 2, 'elderly', ', ''2026-09-01'''), 'done', 'ER8.4: the old authority states that it paid until September');
SELECT pg_temp.pay('2026-07-01', '2026-10-01');
SELECT is(pg_temp.ledger(2, '2026-07-01', '2026-09-01'), 'A07 700 A08 700 A09 700', 'ER8.4!: what arrives late makes no month be paid twice');
SELECT is(pg_temp.claims(2), 'A disposed 25-02 26-09, B live 26-10', 'ER8.4: the new claim runs from the month after');

-- The fiscal year: moved out on 30 September or on 1 October ------------------------------------------------------------------------
SELECT pg_temp.today('2025-10-05');
SELECT is(pg_temp.notify('a.officer', 3, '2025-09-30', 6730123), 'done', 'ER8.3: moved out on 30 September 2568, told of in October');
SELECT is(pg_temp.notify('a.officer', 4, '2025-10-01', 6730123), 'done', 'ER8.3: moved out on 1 October 2568');
SELECT is(pg_temp.claims(3) || ' | ' || pg_temp.claims(4), 'A live 25-02 25-09 | A live 25-02 26-09', 'ER8.3: the fiscal year of the day of moving out counts, not that of the letter');
SELECT pg_temp.jobs('2025-09-01', '2025-10-01');
SELECT is(pg_temp.ledger(3, '2025-09-01', '2025-10-01'), 'A09 700', 'ER8.5!: October is nobody''s');
SELECT is(pg_temp.ledger(4, '2025-09-01', '2025-10-01'), 'A09 700 A10 700', 'ER8.3: who moved a day later is paid on');
SELECT pg_temp.today('2026-01-31');
SELECT is(pg_temp.confirm('b.officer', 3, '2026-01-31'), 'done', 'ER8.5: confirmed late, in January 2569');
SELECT matches(pg_temp.claims(3), ', B live 26-02$', 'ER8.5, DE10: paid again from the month after, awaiting nobody');
SELECT pg_temp.jobs('2025-11-01', '2026-04-01');
SELECT is(pg_temp.ledger(3, '2025-09-01', '2026-04-01'), 'A09 700 B02 700 B03 700 B04 700', 'ER8.5, ER8.5!: resumed in February, no arrears for October to January');
-- confirmed on the last and on the first day of a month, of a fiscal year
CREATE FUNCTION pg_temp.moved(number integer, moved date, confirmed date) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE answer text;
  BEGIN
    PERFORM pg_temp.today(confirmed);
    answer := concat_ws(' ', nullif(pg_temp.notify('a.officer', number, moved, 6730123), 'done'), nullif(pg_temp.confirm('b.officer', number, confirmed), 'done'));
    RETURN coalesce(nullif(answer, ''), pg_temp.claims(number));
  END $$;
SELECT is(pg_temp.moved(n, moved, confirmed), wanted, format('ER8.3, ER8.4, ER8.5: moved %s, confirmed %s', moved, confirmed))
  FROM (VALUES (5, '2026-08-31'::date, '2026-08-31'::date, 'A live 25-02 26-08, B awaiting 26-09'), (6, '2026-08-31', '2026-09-01', 'A live 25-02 26-09, B awaiting 26-10'),
               (7, '2026-09-30', '2026-09-30', 'A live 25-02 26-09, B awaiting 26-10'), (8, '2026-10-01', '2026-10-01', 'A live 25-02 26-10, B awaiting 26-11'), (9, '2026-10-01', '2026-12-31', 'A live 25-02 26-12, B awaiting 27-01')) AS v (n, moved, confirmed, wanted);
SELECT matches(pg_temp.moved(10, '2026-09-30', '2026-10-01'), '^A (live|disposed) 25-02 26-09, B live 26-11$', 'ER8.5: moved on 30 September, confirmed on 1 October: October is nobody''s, November the new one''s');
SELECT pg_temp.today('2026-10-02');
SELECT is(pg_temp.acknowledge('a.officer', 7), 'done', 'ER8.4: acknowledged after the year''s end') ;
SELECT is(pg_temp.claims(7), 'A disposed 25-02 26-09, B live 26-10', 'ER8.4: without a gap between September and October');

-- A to B to C; a second move before the first is confirmed; back in time (DE13) ------------------------------------------------------
SELECT pg_temp.today('2026-03-10');
SELECT pg_temp.enter('a.officer', n) FROM generate_series(20, 29) AS n;
SELECT pg_temp.notify('a.officer', 20, '2026-02-10', 6730123), pg_temp.confirm('b.officer', 20, '2026-03-05'), pg_temp.acknowledge('a.officer', 20);
SELECT pg_temp.jobs('2026-01-01', '2026-04-01');
SELECT pg_temp.today('2026-04-20');
SELECT is(pg_temp.notify('b.officer', 20, '2026-04-15', 5730201), 'done', 'ER8.1: moves on from B to C');
SELECT pg_temp.jobs('2026-05-01', '2026-05-01');
SELECT pg_temp.today('2026-05-31');
SELECT is(pg_temp.confirm('c.officer', 20, '2026-05-31'), 'done', 'ER8.1: and confirms there');
SELECT is(pg_temp.acknowledge('b.officer', 20), 'done', 'EG5.2: B acknowledges');
SELECT pg_temp.jobs('2026-06-01', '2026-07-01');
SELECT is(pg_temp.ledger(20, '2026-01-01', '2026-07-01'), 'A01 700 A02 700 A03 700 B04 700 B05 700 C06 700 C07 700', 'ER8.4: A to March, B to May, C from June: every month once');
SELECT is(pg_temp.claims(20), 'A disposed 25-02 26-03, B disposed 26-04 26-05, C live 26-06', 'ER8.4: three claims, one live');
-- moved on to C without confirming at B
SELECT pg_temp.today('2026-03-10');
SELECT pg_temp.notify('a.officer', 21, '2026-02-10', 6730123);
SELECT pg_temp.today('2026-04-20');
SELECT is(pg_temp.notify('a.officer', 21, '2026-04-15', 5730201), 'done', 'ER8.2: A, which still pays, is told of the second move');
SELECT is(pg_temp.confirm('b.officer', 21, '2026-04-20'), 'WF316', 'DE11!: B is no more the domicile');
SELECT is(pg_temp.confirm('c.officer', 21, '2026-04-20'), 'done', 'ER8.1: confirmed at C');
SELECT is(pg_temp.claims(21), 'A live 25-02 26-04, C awaiting 26-05', 'ER8.4: from A to C');
-- moved on to C while A has not acknowledged B's confirmation
SELECT pg_temp.today('2026-03-10');
SELECT pg_temp.enter('a.officer', 61), pg_temp.notify('a.officer', 61, '2026-02-10', 6730123), pg_temp.confirm('b.officer', 61, '2026-03-05');
SELECT pg_temp.today('2026-04-20');
SELECT is(pg_temp.notify('b.officer', 61, '2026-04-15', 5730201), 'done', 'ER8.2: B, which awaits A, tells C');
SELECT is(pg_temp.confirm('c.officer', 61, '2026-04-18'), 'done', 'ER8.1: confirmed at C');
SELECT is(pg_temp.acknowledge('b.officer', 61), 'WF313', 'EG5.2!: B acknowledges nothing before A has');
SELECT is(pg_temp.acknowledge('a.officer', 61), 'done', 'EG5.2: A acknowledges');
SELECT is(pg_temp.acknowledge('b.officer', 61), 'done', 'EG5.2: then B');
SELECT pg_temp.jobs('2026-03-01', '2026-05-01');
SELECT is(pg_temp.ledger(61, '2026-03-01', '2026-05-01'), 'A03 700 B04 700 C05 700', 'ER8.4: March A, April B, May C');
-- back at A by 30 September needs no confirmation; a day later does
SELECT pg_temp.today('2026-10-05');
SELECT pg_temp.notify('a.officer', n, '2026-06-15', 6730123) FROM unnest('{23,24}'::integer[]) AS n;
SELECT is(pg_temp.would('a.officer', format('registry.cancel_move(%L, %L, ''ทร. 14'')', pg_temp.p(23), day)), wanted, format('DE13%s: back on %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, day))
  FROM (VALUES ('2026-09-30', 'taken'), ('2026-10-01', 'WF318'), ('2026-06-14', 'WF017'), ('2026-10-06', 'WF016')) AS v (day, wanted);
SELECT is(pg_temp.by('a.officer', format('registry.cancel_move(%L, ''2026-09-30'', ''ทร. 14'')', pg_temp.p(23))), 'done', 'DE13: back on the last day');
SELECT is(pg_temp.claims(23), 'A live 25-02', 'DE13: the claim goes on as before');
SELECT is(pg_temp.would('b.officer', format('registry.cancel_move(%L, ''2026-09-30'', ''x'')', pg_temp.p(24))), 'WF316', 'DE13!: not by the new authority');
SELECT pg_temp.job('2026-10-05');
SELECT is(pg_temp.ledger(24, '2026-10-01', '2026-10-01'), NULL, 'DE13!, ER8.5!: who is not back is paid no October');
-- back at A a day late: a new confirmation there, of the day on which it was received (DE13, EG4.1)
SELECT pg_temp.today('2026-11-05');
SELECT is(pg_temp.submit_would('a.receiver', 24, 'elderly', '{"received_on": "2026-10-20"}') LIKE 'WF%', true, 'DE13!: not while the claim that ended with September is not disposed');
SELECT is(pg_temp.by('a.officer', format('registry.dispose(%L, ''moved'', ''2026-06-15'')', pg_temp.p(24))) LIKE 'WF%', false, 'EG5.2: disposed as moved, on 5 November');
SELECT is(pg_temp.claims(24), 'A disposed 25-02 26-09', 'ER8.5: September was the last');
SELECT is(pg_temp.submit_would('a.receiver', 24, 'elderly', '{"received_on": "2026-10-20", "moved_in_on": "2026-10-01"}'), 'taken', 'DE13, ER8.5, EG4.1: received on 20 October, paid from November');
SELECT pg_temp.today('2026-11-06');
SELECT ok(pg_temp.submit('a.receiver', 24, 'elderly', '{"moved_in_on": "2026-10-01"}') LIKE '{%2026-12-01%', 'ER8.5: received on 6 November, paid from December');
SELECT is(pg_temp.path('a', 24), 'recorded 2026-12', 'ER8.5: and recorded');
SELECT pg_temp.enter('a.officer', 80), pg_temp.notify('a.officer', 80, '2026-06-15', 6730123), pg_temp.by('a.officer', format('registry.dispose(%L, ''moved'', ''2026-06-15'')', pg_temp.p(80)));
SELECT ok(pg_temp.submit('b.receiver', 80, 'elderly', '{"moved_in_on": "2026-06-15"}') LIKE '{%2026-12-01%', 'ER8.5: who was disposed as moved confirms at the new authority by a form');
SELECT is(pg_temp.path('b', 80), 'recorded 2026-12', 'ER8.5: awaiting nobody');
-- a wrong confirmation is found out when the month after it has been prepared, and held: nothing was paid
SELECT pg_temp.today('2026-11-10');
SELECT pg_temp.enter('a.officer', 81), pg_temp.notify('a.officer', 81, '2026-11-01', 6730123), pg_temp.confirm('b.officer', 81, '2026-11-08');
SELECT pg_temp.job('2026-12-01');
SELECT is(pg_temp.ledger(81, '2026-12-01', '2026-12-01'), 'B12 700*', 'ER8.4: December is prepared and held');
SELECT is(pg_temp.would('b.officer', format('registry.withdraw_confirmation(%L, ''elderly'', ''ผิดคน'')', pg_temp.p(81))), 'taken', 'ER8.3, ER8.4: it is withdrawn all the same');
SELECT pg_temp.today('2026-12-05');
SELECT is(pg_temp.would('a.officer', format('registry.dispose(%L, ''waived'', ''2026-12-03'', programmes => ''{elderly}'', remark => ''หนังสือสละสิทธิ'')', pg_temp.p(81))), 'WF313', 'ER14!: a waiver is no more the old authority''s to take');
SELECT todo_start('a written waiver cannot be recorded while the claim awaits acknowledgement: WF067 at the new authority');
SELECT is(pg_temp.would('b.officer', format('registry.dispose(%L, ''waived'', ''2026-12-03'', programmes => ''{elderly}'', remark => ''หนังสือสละสิทธิ'')', pg_temp.p(81))), 'taken', 'ER14: it is the new one''s');
SELECT todo_end();
-- died in the month of the confirmation: nothing is the new authority's
SELECT pg_temp.today('2026-11-10');
SELECT pg_temp.enter('a.officer', 82), pg_temp.notify('a.officer', 82, '2026-11-01', 6730123), pg_temp.confirm('b.officer', 82, '2026-11-08');
SELECT pg_temp.today('2026-11-25');
SELECT is(pg_temp.by('b.officer', format('registry.dispose(%L, ''died'', ''2026-11-20'')', pg_temp.p(82))) LIKE 'WF%', false, 'ER14: a death in the month of the confirmation');
SELECT pg_temp.pay('2026-11-01', '2026-11-01');
SELECT pg_temp.job('2026-12-01');
SELECT is(pg_temp.ledger(82, '2026-11-01', '2026-12-01'), 'A11 700', 'ER13, ER8.4: November is the old authority''s, earned; December is nobody''s');
-- a wrong confirmation is withdrawn
SELECT pg_temp.today('2026-04-10');
SELECT pg_temp.notify('a.officer', 25, '2026-04-01', 6730123), pg_temp.confirm('b.officer', 25, '2026-04-08');
SELECT is(pg_temp.would('a.officer', format('registry.withdraw_confirmation(%L, ''elderly'', ''x'')', pg_temp.p(25))), 'WF316', 'ER8.1!: the old authority withdraws no confirmation');
SELECT is(pg_temp.by('b.officer', format('registry.withdraw_confirmation(%L, ''elderly'', ''ผิดคน'')', pg_temp.p(25))), 'done', 'ER8.1: the new one does');
SELECT is(pg_temp.claims(25), 'A live 25-02 26-09', 'ER8.3: the old one pays on as the move alone has it');

-- DR8, DE12: disability, without limit; DE19: AIDS decides anew, and nobody is told -----------------------------------------------------
SELECT pg_temp.today('2026-06-20');
SELECT pg_temp.enter('a.officer', n, programme) FROM generate_series(40, 43) AS n CROSS JOIN unnest('{elderly,disability,aids}'::text[]) AS programme WHERE n <> 43 OR programme <> 'disability';
SELECT pg_temp.enter('a.officer', 44, 'aids'), pg_temp.enter('a.officer', 45, 'disability');
SELECT pg_temp.jobs('2026-05-01', '2026-06-01');
SELECT pg_temp.today('2026-06-20');
SELECT is(pg_temp.notify('a.officer', 40, '2026-06-15', 6730123), 'done', 'DR8, DE19: who holds three programmes moves');
SELECT is(pg_temp.sees('b.officer', 'SELECT programme FROM registry.open_moves() WHERE national_id = ' || quote_literal(pg_temp.p(40))), '(disability) (elderly)', 'AR2!: the new authority is not told of the third');
SELECT is(pg_temp.sees('department', 'SELECT programmes FROM registry.moves_of_month(''2026-06-01'') WHERE national_id = ' || quote_literal(pg_temp.p(40))), '("{elderly,disability}")', 'ER8.6, AR2!: nor the department');
SELECT is(pg_temp.sees('treasury', 'SELECT DISTINCT programme FROM registry.move_totals(''2026-06-01'')'), '(disability) (elderly)', 'ER8.6, AR2!: nor the Comptroller General''s Department');
SELECT is(pg_temp.would('province', 'count(*) FROM registry.moves_of_month(''2026-06-01'')'), '42501', 'ER8.6!: the province is not reported to');
SELECT is(pg_temp.confirm('b.officer', 40, '2026-06-20', 'aids'), 'WF315', 'DE19!: health data does not move');
SELECT is(pg_temp.confirm('b.officer', 40, '2026-06-20'), 'done', 'ER8.1: confirmed for the elderly');
SELECT is(pg_temp.acknowledge('a.officer', 40), 'done', 'EG5.2: acknowledged');
SELECT pg_temp.jobs('2026-07-01', '2026-11-01');
SELECT is(pg_temp.ledger(40, '2026-06-01', '2026-11-01'), 'A06 700 B07 700 B08 700 B09 700 B10 700 B11 700', 'ER8.4: the elderly allowance goes over');
SELECT is(pg_temp.ledger(40, '2026-06-01', '2026-11-01', 'disability'), 'A06 800 A07 800 A08 800 A09 800 A10 800 A11 800', 'DR8, DE12: the disability allowance is the old authority''s, beyond the fiscal year');
SELECT is(pg_temp.ledger(40, '2026-05-01', '2026-11-01', 'aids'), 'A05 500 A06 500', 'DE19: AIDS stops the month after the move');
SELECT pg_temp.today('2026-11-20');
SELECT is(pg_temp.confirm('b.officer', 40, '2026-11-20', 'disability'), 'done', 'DR8: registered with the new authority in November');
SELECT is(pg_temp.acknowledge('a.officer', 40, 'disability'), 'done', 'DR8: confirmed by the old one');
SELECT pg_temp.job('2026-12-01');
SELECT is(pg_temp.ledger(40, '2026-11-01', '2026-12-01', 'disability'), 'A11 800 B12 800', 'DR8: nothing is paid twice: December is the new one''s');
SELECT is(pg_temp.ledger(40, '2026-05-01', '2026-12-01', 'aids'), 'A05 500 A06 500', 'DE19!: the AIDS allowance does not come with it');
-- who has nothing but AIDS: no move is told of
SELECT pg_temp.today('2026-06-20');
SELECT is(pg_temp.notify('a.officer', 44, '2026-06-15', 6730123), 'done', 'DE19: who has nothing but AIDS moves out');
SELECT is(pg_temp.sees('department', 'SELECT * FROM registry.moves_of_month(''2026-06-01'') WHERE national_id = ' || quote_literal(pg_temp.p(44))), NULL, 'AR2!: nobody above is told of it');
SELECT is(pg_temp.sees('b.officer', format('SELECT national_id FROM registry.open_moves() WHERE national_id = %L', pg_temp.p(44))), NULL, 'AR2!: the new one sees nothing');
-- the new authority tells first: of somebody with AIDS only, it learns the same as of nobody
SELECT is(pg_temp.would('b.officer', format('registry.notify_move(%L, ''2026-06-15'', 6730123, ''x'', 5730102)', pg_temp.p(44))), pg_temp.would('b.officer', format('registry.notify_move(%L, ''2026-06-15'', 6730123, ''x'', 5730102)', pg_temp.p(998))), 'AR2!: the new authority, telling first, cannot tell who has AIDS from who is nowhere');
SELECT is(pg_temp.would('b.officer', format('registry.notify_move(%L, ''2026-06-15'', 6730123, ''x'')', pg_temp.p(44))), pg_temp.would('b.officer', format('registry.notify_move(%L, ''2026-06-15'', 6730123, ''x'')', pg_temp.p(45))), 'AR2!: nor, naming no place, from who holds another allowance there and has not moved');
-- the person comes to the new authority first: nothing changes until the old one agrees
SELECT is(pg_temp.notify('b.officer', 41, '2026-06-15', 6730123), 'done', 'ER8.2: told of first by the new authority');
SELECT is(pg_temp.claims(41), 'A live 25-02', 'ER8.2!: which changes nothing');
SELECT is(pg_temp.would('a.officer', format('registry.notify_move(%L, ''2026-06-16'', 6730123, ''x'')', pg_temp.p(41))), 'WF310', 'ER8.2!: the old one agrees to no other day');
SELECT is(pg_temp.notify('a.officer', 41, '2026-06-15', 6730123), 'done', 'ER8.2: the old one agrees');
SELECT is(pg_temp.claims(41), 'A live 25-02 26-09', 'ER8.3: and the law''s last month is set');

-- DE9: moved before the first payment; suspended across a move; removed during a move ----------------------------------------------------
SELECT pg_temp.today('2026-07-15');
SELECT pg_temp.enter('a.officer', 50, 'elderly', '{"claimed_on": "2026-06-05", "ordered_on": "2026-06-08"}');
SELECT pg_temp.enter('a.officer', 51, 'elderly', '{"claimed_on": "2026-06-05", "ordered_on": "2026-06-08"}');
SELECT pg_temp.enter('a.officer', n) FROM generate_series(52, 56) AS n;
SELECT pg_temp.notify('a.officer', 50, '2026-06-20', 6730123), pg_temp.notify('a.officer', 51, '2026-07-02', 6730123);
SELECT pg_temp.pay('2026-06-01', '2026-07-01');
SELECT is(pg_temp.ledger(50, '2026-06-01', '2026-07-01'), NULL, 'DE9!: who moves before the first payment is not protected');
SELECT is(pg_temp.ledger(51, '2026-06-01', '2026-07-01'), 'A07 700', 'DE9, ER8.3: who moves in the month of the first payment is');
SELECT is(pg_temp.confirm('b.officer', 50, '2026-07-15'), 'done', 'DE9: a new confirmation');
SELECT matches(pg_temp.claims(50), 'B live 26-08$', 'DE9: paid from the month after it, awaiting nobody');
SELECT is(pg_temp.by('a.officer', format('registry.suspend(%L, ''{elderly}'', ''2026-07-10'', ''5/2569'', ''ตรวจสอบ'')', pg_temp.p(52))) LIKE 'WF%', false, 'IS9.5: suspended by order');
SELECT is(pg_temp.notify('a.officer', 52, '2026-07-12', 6730123), 'done', 'ER8.2: a suspended recipient moves');
SELECT is(pg_temp.confirm('b.officer', 52, '2026-07-15'), 'done', 'ER8.1: and confirms');
SELECT pg_temp.job('2026-08-01');
SELECT is(coalesce(pg_temp.ledger(52, '2026-08-01', '2026-08-01'), 'B08 700*'), 'B08 700*', 'ER8.4: August is at most prepared and held');
SELECT is(pg_temp.acknowledge('a.officer', 52), 'done', 'EG5.2: acknowledged');
SELECT pg_temp.job('2026-09-01');
SELECT is(pg_temp.ledger(52, '2026-08-01', '2026-09-01'), 'B08 700 B09 700', 'ER8.4: the suspension is not the new authority''s');
-- a waiver and a death while the confirmation awaits the old authority
SELECT pg_temp.today('2026-07-15');
SELECT pg_temp.enter('a.officer', 63), pg_temp.notify('a.officer', 63, '2026-07-01', 6730123), pg_temp.confirm('b.officer', 63, '2026-07-15');
SELECT pg_temp.today('2026-08-20');
SELECT is(pg_temp.by('b.officer', format('registry.dispose(%L, ''died'', ''2026-08-05'')', pg_temp.p(63))) || pg_temp.by('a.officer', format('registry.dispose(%L, ''died'', ''2026-08-05'')', pg_temp.p(63))) LIKE '%done%', true, 'ER14: a death while a confirmation awaits is recorded by one of the two');
SELECT pg_temp.pay('2026-07-01', '2026-08-01');
SELECT pg_temp.job('2026-09-01');
SELECT is(replace(pg_temp.ledger(63, '2026-07-01', '2026-09-01'), '*', ''), 'A07 700 B08 700', 'ER13, DE3: the month of the death is earned, from the new authority; September is not');
-- Bangkok: outside the system
SELECT pg_temp.today('2026-06-20');
SELECT is(pg_temp.notify('a.officer', 26, '2026-06-15', 3100000), 'done', 'ER8.1: a move to Bangkok');
SELECT is(pg_temp.claims(26), 'A live 25-02 26-09', 'ER8.3: paid until the end of the fiscal year by the old authority');
SELECT is(pg_temp.acknowledge('a.officer', 26), 'WF31C', 'ER8.4!: Bangkok confirms by document, not here');
SELECT is(pg_temp.by('a.officer', format('registry.dispose(%L, ''moved'', ''2026-06-15'', ''2026-06-20'', claimed_elsewhere_on => ''2026-06-18'', remark => ''หนังสือ กทม.'')', pg_temp.p(26))) LIKE 'WF%', false, 'EG5.2: Bangkok''s document says that they confirmed in June');
SELECT is(pg_temp.claims(26), 'A disposed 25-02 26-06', 'ER8.4: June is the last');
SELECT is(pg_temp.by('b.officer', format('registry.notify_move(%L, ''2026-06-10'', 6730123, ''ทร. 14'', 3100000)', pg_temp.p(70))), 'done', 'ER8.1: a move from Bangkok is told of by the new authority');
SELECT is(pg_temp.confirm('b.officer', 70, '2026-06-20'), 'done', 'ER8.1: confirmed');
SELECT is(pg_temp.claims(70), 'B awaiting 26-07', 'ER8.4: awaits Bangkok');
SELECT pg_temp.job('2026-07-01');
SELECT is(pg_temp.ledger(70, '2026-06-01', '2026-07-01'), 'B07 700*', 'ER8.4: prepared and held');
SELECT is(pg_temp.acknowledge('b.officer', 70), 'WF010', 'ER8.4!: without Bangkok''s document');
SELECT is(pg_temp.acknowledge('b.officer', 70, 'elderly', ', document => ''กท 0100/1'''), 'done', 'ER8.4: by the document that the new authority records');
SELECT pg_temp.job('2026-08-01');
SELECT pg_temp.pay('2026-07-01', '2026-08-01');
SELECT is(pg_temp.ledger(70, '2026-06-01', '2026-08-01'), 'B07 700 B08 700', 'ER8.4: July is released');
SELECT * FROM finish();
ROLLBACK;
