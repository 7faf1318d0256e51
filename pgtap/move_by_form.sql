-- ER8.1, ER8.4, EG5.2, DE20: who has moved confirms with the new authority by the form, whose order takes the claim over from the old one.
\ir fixture.psql
SELECT no_plan();
\ir form.psql
\ir submission.psql

CREATE FUNCTION pg_temp.claims(number integer) RETURNS text
  LANGUAGE sql STABLE SECURITY DEFINER
  AS $$ SELECT string_agg(concat_ws(' ', authority_code, state, to_char(first_month, 'YYYY-MM'), to_char(last_month, 'YYYY-MM')), '; ' ORDER BY claim_number)
          FROM registry.claim WHERE thai_id = pg_temp.id(number)::welfare.thai_id AND programme = 'elderly' $$;

-- on record at 5730102, moved out on 15 June 2569, confirmed at 6730123 in August
SELECT pg_temp.today_is('2026-08-10');
SELECT pg_temp.become_staff('receiver');
SELECT pg_temp.add(1, '{"claimed_on": "01/03/2567", "ordered_on": "05/03/2567"}'), pg_temp.add(2, '{"claimed_on": "01/03/2567", "ordered_on": "05/03/2567"}') \g /dev/null
SELECT matches(pg_temp.refused('receiver_b', pg_temp.submit(1)), '^WF020', 'ER8.1!: without a move between the two, a claim that lives elsewhere hinders the form');
SELECT is(pg_temp.by('receiver', format('registry.notify_move(%L, ''2026-06-15'', 6730123, ''1/2569'')', pg_temp.id(1))), 'done', 'ER8.2: the old authority tells the new one');
SELECT is((pg_temp.by('receiver_b', pg_temp.submit(1))::jsonb) ->> 'expected_first_month', '2026-09-01', 'ER8.1, ER8.4: the form is received: paid from the month after it');
SELECT is(pg_temp.claims(1), '5730102 live 2024-04 2026-09', 'EG5.2: a form alone takes nothing from the old authority');
SELECT pg_temp.consider(1, suffix => '_b');
SELECT is(pg_temp.claims(1), '5730102 live 2024-04 2026-09', 'ER8.4!: nor does the committee');
-- the order comes in October: received is confirmed (DE20)
SELECT pg_temp.today_is('2026-10-05');
SELECT is(pg_temp.by('mayor_b', format('registry.order_submission(%s, ''accept'', ''9/2570'')', pg_temp.key(1))), 'done', 'ER8.1: the executive''s order');
SELECT is(pg_temp.stands(1), 'recorded 2026-09 2 2026-09', 'ER8.4, DE20: the claim is that of the month after the form, not of the order');
SELECT is(pg_temp.claims(1), '5730102 live 2024-04 2026-08; 6730123 awaiting 2026-09', 'ER8.4: and awaits the old authority''s word');
SELECT matches(pg_temp.refused('mayor_b', format('registry.order_submission(%s, ''accept'', ''9/2570'')', pg_temp.key(1))), '^WF30B', 'ER8.4!: not twice');
-- September was paid by the old one, who says so
SELECT is(pg_temp.by('receiver', format('registry.acknowledge_move(%L, ''elderly'', ''2026-09-01'', ''2026-10-05'', ''77/2570'', ''2/2570'')', pg_temp.id(1))), 'done', 'EG5.2: the old authority acknowledges');
SELECT is(pg_temp.claims(1), '5730102 disposed 2024-04 2026-09; 6730123 live 2026-10', 'ER8.4: a month that it states it paid is not the new one''s');

-- rejected: the old authority goes on to the end of the fiscal year
SELECT pg_temp.today_is('2026-08-10');
SELECT pg_temp.by('receiver', format('registry.notify_move(%L, ''2026-06-15'', 6730123, ''1/2569'')', pg_temp.id(2))) \g /dev/null
SELECT pg_temp.by('receiver_b', pg_temp.submit(2)) \g /dev/null
SELECT pg_temp.consider(2, suffix => '_b');
SELECT is(pg_temp.by('mayor_b', format('registry.order_submission(%s, ''reject'', ''9/2569'', ''ไม่อยู่ในพื้นที่'')', pg_temp.key(2))), 'done', 'ER8.1!: a rejection takes nothing over');
SELECT is(pg_temp.claims(2), '5730102 live 2024-04 2026-09', 'ER8.3: the old authority pays to the end of the fiscal year');
SELECT * FROM finish();
ROLLBACK;
