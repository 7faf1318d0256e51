-- RC1–RC10, DC1–DC5: identifiers, calendar, rates, pay days and Thai text, each for what it gives and for what it refuses.
\ir fixture.psql
\ir form.psql
SELECT no_plan();
-- why an expression is refused: its SQLSTATE with message, detail and hint; NULL when it is not
CREATE FUNCTION pg_temp.why(expression text) RETURNS text LANGUAGE plpgsql AS $$
  DECLARE message text; detail text; hint text; state text;
  BEGIN
    EXECUTE 'SELECT ' || expression;
    RETURN NULL;
  EXCEPTION WHEN OTHERS THEN
    GET STACKED DIAGNOSTICS message = MESSAGE_TEXT, detail = PG_EXCEPTION_DETAIL, hint = PG_EXCEPTION_HINT, state = RETURNED_SQLSTATE;
    RETURN concat_ws(' ', state, message, detail, hint);
  END $$;

-- RC1, DC5: national IDs
SELECT is(given::thai_id::text, '1234567890121', 'RC1, DC5: read: ' || given) FROM unnest(ARRAY['1234567890121', '1-2345-67890-12-1', '๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑', '1 2345 67890 12 1', '1 2 3 4 5 6 7 8 9 0 1 2 1', '1–2345—67890‑12−1', '１２３４５６７８９０１２１', E'1234\u200b567890121', '๑2๓๔5-67890 121']) AS given;
SELECT is(given::thai_id::text, given, 'RC1: remainder ' || remainder) FROM (VALUES ('3000000004001', '0'), ('3000000007000', '1'), ('1000000001005', 'another')) AS office (given, remainder);
SELECT is(format_thai_id('1000000001005') || ' ' || mask_thai_id('1234567890121'), '1-0000-00001-00-5 X-XXXX-XXXX0-12-1', 'RC1: dashed and masked');
SELECT matches(pg_temp.why(format('%L::thai_id', given)), '^22P02', 'RC1!, DC5!: refused: ' || given) FROM unnest(ARRAY['1000000001006', '3000000004000', '3000000007001', '100000000100', '10000000010055', '100000000100A', '1000000001005.', '1/0000/00001/00/5', '']) AS given;
SELECT is('0105536112014'::thai_id::text, '0105536112014', 'DC5: the type takes any digits whose check digit is right');
SELECT pg_temp.act_as('local_authority', 5730102) \g /dev/null
SELECT matches(pg_temp.refusal_of(format('SELECT pg_temp.add(1, ''{"thai_id": "%s"}'')', given)), 'WF013.*begins with ' || left(given, 1), 'RC1!, DC5!: but ' || given || ' claims nothing') FROM unnest(ARRAY['0105536112014', '9' || '00000000100' || welfare.thai_id_check_digit('900000000100')]) AS given;
SELECT is(pg_temp.refusal_of('SELECT pg_temp.add(1, ''{"thai_id": "8000000001002"}'')'), NULL, 'RC1, DC5: 8 does');

-- RC2: codes are names
RESET ROLE;
SET LOCAL ROLE welfare_owner;
INSERT INTO reference.local_authority (authority_code, authority_type, district_code, province_code, name_thai) VALUES (6730299, 'subdistrict_municipality', 7301, 73, 'เทศบาลตำบลทดสอบ');
RESET ROLE;
SELECT pg_temp.act_as('local_authority', 6730299) \g /dev/null
SELECT is(pg_temp.add(2), 'done', 'RC2: an upgraded authority keeps its old digits');
RESET ROLE;
SELECT results_eq(format('SELECT authority_code, district_code::integer, province_code::integer FROM registry.claim WHERE thai_id = %L', pg_temp.id(2)), 'VALUES (6730299, 7301, 73)', 'RC2: type and district are columns, whatever the digits say');
UPDATE reference.local_authority SET valid = '(,2026-10-01)', successor_code = 3730101 WHERE authority_code = 6730299;
SELECT pg_temp.act_as('local_authority', 6730299) \g /dev/null
SELECT alike(pg_temp.refusal_of('SELECT pg_temp.add(3)'), 'WF014%', 'RC2!: an authority that has ended takes no claim');
SELECT pg_temp.act_as('administrator') \g /dev/null
SELECT is(registry.follow_successor(6730299), 1::bigint, 'RC2: its claims follow');
SELECT alike(pg_temp.refusal_of('SELECT registry.follow_successor(5730102)'), 'WF094%', 'RC2!: those of one that goes on do not');

-- RC3: Buddhist era
RESET ROLE;
SELECT is(be_date(year, month, day), ce, format('RC3: %s/%s/%s', day, month, year)) FROM (VALUES (2484, 1, 1, DATE '1941-01-01'), (2483, 12, 31, '1940-12-31'), (2483, 4, 1, '1940-04-01'), (2482, 3, 31, '1940-03-31'), (2482, 4, 1, '1939-04-01'), (2432, 4, 1, '1889-04-01'), (2569, 10, 1, '2026-10-01')) AS known (year, month, day, ce);
SELECT is(be_year(ce), year, 'RC3: year of ' || ce) FROM (VALUES (DATE '1940-03-31', 2482), ('1940-04-01', 2483), ('1940-12-31', 2483), ('1941-01-01', 2484), ('1889-04-01', 2432)) AS known (ce, year);
SELECT matches(pg_temp.why(call), reason, 'RC3!: refused: ' || call) FROM (VALUES ('be_date(2483, 1, 1)', '2483.*(2482|2484)'), ('be_date(2483, 3, 31)', '2483.*(2482|2484)'), ('birth_date ''15/02/2483''', '2483'), ('be_year(''1889-03-31'')', '2432'), ('be_date(2431, 12, 31)', '2432')) AS refused (call, reason);
SELECT is(age_on('31/03/2482', '2026-03-30') || ' ' || age_on('31/03/2482', '2026-03-29'), '86 85', 'RC3: ages are of real dates: born on 31 March 2482, that is 1940');

-- RC4: fiscal years
SELECT is(fiscal_year('2026-09-30') || ' ' || fiscal_year('2026-10-01'), '2569 2570', 'RC4: 30 September and 1 October');
SELECT is(fiscal_year_range(2570), '[2026-10-01,2027-10-01)'::daterange, 'RC4: and back');
SELECT is(concat_ws(' ', fiscal_quarter('2026-10-01'), fiscal_quarter('2026-12-31'), fiscal_quarter('2027-01-01'), fiscal_month('2026-09-30'), fiscal_month('2026-10-01')), '1 1 2 12 1', 'RC4: quarters and months from October');
SELECT isnt(fiscal_year('2026-12-31'), be_year('2026-12-31'), 'RC4!: a fiscal year is not the calendar''s');
SELECT isnt(pg_temp.why('fiscal_month_date(2570, 13)'), NULL, 'RC4!: there is no thirteenth month');

-- RC5, DC1, DC2: unknown days
SELECT is(legal_birth_date(given::birth_date), day, 'RC5: legal day of ' || given) FROM (VALUES ('00/00/2480', DATE '1937-04-01'), ('24800000', '1937-04-01'), ('00/00/2483', '1940-04-01'), ('00/00/2484', '1941-01-01'), ('00/05/2480', '1937-05-01'), ('1947-XX-XX', '1947-01-01'), ('1947-05-XX', '1947-05-01')) AS known (given, day);
SELECT is((SELECT '00/00/2480'::birth_date = '24800000'::birth_date AND '00/00/2480'::birth_date <> '01/04/2480'::birth_date), true, 'RC5: what was given is kept: the year alone is not its first day');
SELECT matches(pg_temp.why('birth_date ''1937-XX-XX'''), '2479.*2480', 'RC5!: a CE year before 1941 spans two');
SELECT isnt(pg_temp.why(format('birth_date %L', given)), NULL, 'RC5!, DC3!: refused: ' || given) FROM unnest(ARRAY['15/00/2480', '01/01/80', '00/13/2480', '1947-XX-05']) AS given;
SELECT is(legal_birth_date('00/00/2480', 'january'), '1937-01-01'::date, 'DC1: january means 1 January of CE y − 543');
SELECT is(legal_birth_date('00/05/2480', 'january') || ' ' || legal_birth_date('00/00/2484', 'january'), '1937-05-01 1941-01-01', 'DC1!: and moves neither a known month nor a year from 2484 on');
SELECT isnt(pg_temp.why('legal_birth_date(''00/00/2480'', ''may'')'), NULL, 'DC1!: no other setting');
SELECT is('00/00/2480'::birth_date::text || ' ' || ('00/00/2480'::birth_date::text)::birth_date::text, '00/00/2480 00/00/2480', 'DC2: the output of a year before 2484 is the BE form, which reads back');
SELECT is('00/00/2490'::birth_date::text, '1947-XX-XX', 'DC2!: from 2484 on it has an EDTF spelling');

-- RC6: completing an age
SELECT is(first_month(born, age), month, format('RC6: %s at %s', born, age)) FROM (VALUES ('01/09/2506'::birth_date, 60, DATE '2023-09-01'), ('02/09/2506', 60, '2023-10-01'), ('31/08/2506', 60, '2023-09-01'), ('29/02/2507', 60, '2024-03-01'), ('29/02/2507', 70, '2034-03-01'), ('01/10/2479', 90, '2026-10-01'), ('00/00/2480', 90, '2027-04-01')) AS known (born, age, month);
SELECT is(completes_age_on('29/02/2507', 60) || ' ' || completes_age_on('01/03/2507', 60), '2024-02-28 2024-02-29', 'RC6: complete at the end of the day before the birthday');
SELECT is(age_on('01/09/2506', '2023-08-31') || ' ' || age_on('01/09/2506', '2023-08-30'), '60 59', 'RC6!: and not a day earlier');

-- RC7: whose age counts for the step; paid in payroll.sql
SELECT is((SELECT basis::text || coalesce(least_age::text, '') FROM reference.age_rule WHERE programme = 'elderly' AND valid @> month), basis, 'RC7: ' || month) FROM (VALUES (DATE '2023-08-01', 'fiscal_year_start60'), ('2023-09-01', 'month')) AS known (month, basis);
SELECT pg_temp.act_as('local_authority', 5730102) \g /dev/null
SELECT is(pg_temp.add(number, jsonb_build_object('birth_date', born, 'facts', '{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, !state_enterprise_salary, !local_authority_salary}')), 'done', 'born ' || born)
  FROM (VALUES (10, '01/10/2495'), (11, '02/10/2495'), (12, '15/03/2496')) AS known (number, born);
SELECT pg_temp.act_as('administrator') \g /dev/null
SELECT payment.prepare(month) FROM unnest('{2022-10-01,2023-08-01,2023-09-01}'::date[]) AS month \g /dev/null
RESET ROLE;
SELECT is((SELECT string_agg(allowance::integer::text, ' ' ORDER BY month) FROM payment.line WHERE thai_id = pg_temp.id(number)::thai_id), paid, case_of) FROM (VALUES
  (10, '700 700 700', 'RC7: 70 complete by 30 September takes the step for the whole year'), (11, '600 600 700', 'RC7!: a day later it waits; in September 2566 it is taken'), (12, '600 600 700', 'RC7!: 70 in March, too')) AS known (number, paid, case_of);

-- RC8: rates on both sides of each date
SELECT is((SELECT string_agg((ladder @ age)::integer::text, '+' ORDER BY component) FROM reference.rate WHERE rate.programme::text = known.programme AND valid @> month AND ladder @ age IS NOT NULL), baht, format('%s%s: %s at %s in %s', rule, against, programme, age, month))
  FROM (VALUES ('RC8.1', '!', 'elderly', 60, DATE '2009-03-01', NULL), ('RC8.1', '', 'elderly', 60, '2009-04-01', '500'), ('RC8.1', '', 'elderly', 90, '2011-09-01', '500'), ('RC8.1', '', 'elderly', 60, '2011-10-01', '600'), ('RC8.1', '', 'elderly', 70, '2011-10-01', '700'),
               ('RC8.1', '', 'elderly', 80, '2011-10-01', '800'), ('RC8.1', '', 'elderly', 90, '2026-10-01', '1000'), ('RC8.1', '!', 'elderly', 89, '2026-10-01', '800'), ('RC8.1', '!', 'elderly', 60, '2022-03-01', '600'), ('RC8.1', '', 'elderly', 60, '2022-04-01', '600+100'),
               ('RC8.1', '', 'elderly', 70, '2022-09-01', '700+150'), ('RC8.1', '', 'elderly', 80, '2022-09-01', '800+200'), ('RC8.1', '', 'elderly', 90, '2022-09-01', '1000+250'), ('RC8.1', '!', 'elderly', 90, '2022-10-01', '1000'), ('RC8.1', '!', 'elderly', 59, '2026-10-01', NULL),
               ('RC8.2', '!', 'disability', 30, '2005-09-01', NULL), ('RC8.2', '', 'disability', 30, '2005-10-01', '500'), ('RC8.2', '', 'disability', 30, '2014-09-01', '500'), ('RC8.2', '', 'disability', 30, '2014-10-01', '800'), ('RC8.2', '!', 'disability', 17, '2020-09-01', '800'),
               ('RC8.2', '', 'disability', 17, '2020-10-01', '1000'), ('RC8.2', '', 'disability', 18, '2020-10-01', '800+200'), ('RC8.3', '!', 'aids', 30, '2005-09-01', NULL), ('RC8.3', '', 'aids', 30, '2005-10-01', '500'), ('RC8.3', '', 'aids', 30, '2026-10-01', '500')) AS known (rule, against, programme, age, month, baht);
SELECT is((SELECT condition::text || ' ' || payer FROM reference.rate WHERE component = 'welfare_card'), 'welfare_card welfare_card_fund', 'RC8.2!: the further 200 are not the authority''s, and only with the card');
SELECT is_empty('SELECT rate_id FROM reference.rate WHERE ladder @ 60 IN (850, 1250) OR valid @> DATE ''2026-10-01'' AND programme = ''elderly'' AND ladder @ 60 = 700', 'RC8.4!: proposals are no rows');
SELECT isnt_empty($$SELECT * FROM report.cost_of('60:700,70:850,80:1000,90:1250', 'elderly', '2026-10-01', '2026-10-01')$$, 'RC8.4: but what they would cost is computed');

-- RC9: pay days
SELECT pg_temp.act_as('administrator') \g /dev/null
SELECT throws_ok($$SELECT reference.pay_day('2020-02-01')$$, 'WF34G', 'the government holidays of 2563 are not loaded', 'RC9!: a year whose holidays are not loaded is refused, not computed');
SELECT is(reference.load_holidays('government', 2563, '{"2020-01-01": "วันขึ้นปีใหม่", "2020-02-10": "ชดเชยวันมาฆบูชา", "2020-07-06": "ชดเชยวันเข้าพรรษา"}', 'มติคณะรัฐมนตรี'), 3::bigint, 'RC9: the government''s are loaded');
SELECT throws_ok($$SELECT reference.pay_day('2020-02-01')$$, 'WF34G', 'the bank holidays of 2563 are not loaded', 'RC9!: those of one calendar are not both');
SELECT is(reference.load_holidays('bank', 2563, '{"2020-01-01": "วันขึ้นปีใหม่", "2020-09-10": "วันหยุดธนาคาร"}', 'ประกาศธนาคารแห่งประเทศไทย'), 2::bigint, 'RC9: the banks'', too');
SELECT is(reference.pay_day(month), day, 'RC9: ' || why) FROM (VALUES (DATE '2020-01-01', DATE '2020-01-10', 'a Friday'), ('2020-02-01', '2020-02-07', '7 February 2563, for the substitute of Makha Bucha'), ('2020-03-01', '2020-03-10', 'a Tuesday'), ('2020-05-01', '2020-05-08', 'a Sunday'),
  ('2020-10-01', '2020-10-09', 'a Saturday'), ('2020-09-01', '2020-09-09', 'a holiday of the banks alone')) AS known (month, day, why);
SELECT isnt(reference.pay_day('2020-02-01'), '2020-02-10', 'RC9!: not on a holiday');
SELECT is(reference.load_holidays('government', 2563, '{"2020-02-11": "ย้ายแล้ว"}', 'มติคณะรัฐมนตรี'), 1::bigint, 'RC9: the cabinet moves one');
SELECT is(reference.pay_day('2020-02-01'), '2020-02-10'::date, 'RC9: and the day follows');
SELECT throws_ok($$SELECT reference.load_holidays('bank', 2563, '{"2021-01-01": "x"}', 'x')$$, 'WF34H', NULL, 'RC9!: a day of another year is refused');
SELECT throws_ok($$SELECT reference.load_holidays('bank', 2563, '{"2020-01-01": "x"}', ' ')$$, 'WF010', 'document is required', 'RC9!: and holidays without their document');
SELECT throws_ok($$SELECT reference.pay_day('2020-02-02')$$, 'WF034', NULL, 'RC9!: a month is named by its 1st');
SELECT pg_temp.act_as('local_authority', 5730102) \g /dev/null
SELECT alike(pg_temp.refusal_of($$SELECT reference.load_holidays('bank', 2563, '{"2020-01-01": "x"}', 'x')$$), '42501%', 'RC9!: an officer loads none');
RESET ROLE;

-- RC10, DC3, DC4: Thai text
SELECT is(format_thai_date('2026-10-01', style), written, 'RC10: ' || style) FROM (VALUES ('long', '1 ตุลาคม 2569'), ('long_thai', '๑ ตุลาคม ๒๕๖๙'), ('short', '1 ต.ค. 69'), ('numeric', '01/10/2569')) AS known (style, written);
SELECT is(parse_thai_date(written), '2026-10-01'::date, 'RC10, DC3: read: ' || written) FROM unnest(ARRAY['1 ตุลาคม 2569', '๑ ตุลาคม ๒๕๖๙', '1 ต.ค. 69', '01/10/2569', '25691001', '2026-10-01']) AS written;
SELECT isnt(pg_temp.why(format('parse_thai_date(%L)', written)), NULL, 'RC10!, DC3!: refused: ' || written) FROM unnest(ARRAY['2569-10-01', '01/01/1937', '31/02/2569', '1 ตลาคม 2569', '20261001', '']) AS written;
SELECT is(baht_text(amount), words, 'RC10, DC4: ' || amount) FROM (VALUES (2500::numeric, 'สองพันห้าร้อยบาทถ้วน'), (11, 'สิบเอ็ดบาทถ้วน'), (21, 'ยี่สิบเอ็ดบาทถ้วน'), (101, 'หนึ่งร้อยเอ็ดบาทถ้วน'), (1001, 'หนึ่งพันเอ็ดบาทถ้วน'), (1000001, 'หนึ่งล้านเอ็ดบาทถ้วน'), (1000000000000, 'หนึ่งล้านล้านบาทถ้วน'),
  (0, 'ศูนย์บาทถ้วน'), (0.50, 'ห้าสิบสตางค์'), (-1.25, 'ลบหนึ่งบาทยี่สิบห้าสตางค์'), (1.005, 'หนึ่งบาทหนึ่งสตางค์'), (1, 'หนึ่งบาทถ้วน')) AS known (amount, words);
SELECT isnt(pg_temp.why('baht_text(''NaN'')'), NULL, 'RC10!, DC4!: what is no amount has no words');
SELECT unalike(baht_text(1), '%เอ็ด%', 'DC4!: one alone is not เอ็ด');
SELECT is((SELECT string_agg(word, ' ' ORDER BY word COLLATE reference.thai) FROM unnest(ARRAY['แก', 'ข', 'เก', 'ก', 'กา']) AS word), 'ก กา เก แก ข', 'RC10: vowels written before the consonant sort after it');
SELECT isnt((SELECT string_agg(word, ' ' ORDER BY word COLLATE "C") FROM unnest(ARRAY['แก', 'ข', 'เก', 'ก', 'กา']) AS word), 'ก กา เก แก ข', 'RC10!: which the order of code points does not');
SELECT is(normalise_thai(U&'\0E19\0E4D\0E32'), U&'\0E19\0E33', 'RC10: ํ and า become ำ');
SELECT is(normalise_thai(U&'\0E17\0E48\0E35'), U&'\0E17\0E35\0E48', 'RC10: the tone mark goes after the vowel');
SELECT * FROM finish();
ROLLBACK;
