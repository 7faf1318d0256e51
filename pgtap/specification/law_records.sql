-- Records of the law (ER5, EG3.3, EG8, EG9, ER10, DR9, DR10, RC8, RC9): interpretations, confirmation of the law, publicity, announcements, monthly and yearly checks; from the regulations alone.
\ir ../fixture.psql
\ir ../form.psql
\ir staff.psql
SELECT no_plan();

-- EG8: the announcement ----------------------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2026-10-01');
SELECT pg_temp.enter('a.officer', n) FROM generate_series(1, 4) AS n;
SELECT pg_temp.enter('a.officer', 3, 'aids'), pg_temp.enter('a.officer', 5, 'aids'), pg_temp.enter('a.officer', 6, 'disability'), pg_temp.enter('b.officer', 7);
SELECT is(pg_temp.would('a.executive', 'payment.announce(''2026-10-01'', ''1/2570'', ''2026-10-01'', ''{office}'', ''2026-10-01'')'), 'WF032', 'EG8!: no list of a month that is not prepared');
SELECT pg_temp.jobs('2026-10-01', '2026-10-01');
SELECT pg_temp.today('2026-10-05');
SELECT pg_temp.submit('a.receiver', 8);
SELECT is(pg_temp.path('a', 8), 'recorded 2026-11', 'EG4.1: confirmed in October, paid from November');
SELECT is(pg_temp.would(who, format('payment.announce(%L, %L, %L, %L, %L%s)', month, number, announced, places, posted, more)), wanted, format('EG8%s: %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, why))
  FROM (VALUES ('a.executive', '2026-10-01', '1/2570', '2026-10-05', '{office}', '2026-10-05', '', 'taken', 'signed by the executive'), ('a.delegate', '2026-10-01', '1/2570', '2026-10-05', '{office,website}', '2026-10-05', '', 'taken', 'signed by the delegate, at two places'),
    ('a.officer', '2026-10-01', '1/2570', '2026-10-05', '{office}', '2026-10-05', '', 'WF34A', 'signed by the officer'), ('a.clerk', '2026-10-01', '1/2570', '2026-10-05', '{office}', '2026-10-05', '', 'WF34A', 'signed by the clerk'), ('a.plain', '2026-10-01', '1/2570', '2026-10-05', '{office}', '2026-10-05', '', 'WF34A', 'signed by who holds no office'),
    ('province', '2026-10-01', '1/2570', '2026-10-05', '{office}', '2026-10-05', '', '42501', 'by the province'), ('admin', '2026-10-01', '1/2570', '2026-10-05', '{office}', '2026-10-05', '', '42501', 'by an administrator'),
    ('a.executive', '2026-10-02', '1/2570', '2026-10-05', '{office}', '2026-10-05', '', 'WF034', 'of a day, not a month'), ('a.executive', '2026-10-01', '1/2570', '2026-10-06', '{office}', '2026-10-06', '', 'WF016', 'of tomorrow'), ('a.executive', '2026-10-01', '1/2570', '2026-10-05', '{office}', '2026-10-04', '', 'WF017', 'posted before it was made'),
    ('a.executive', '2026-10-01', '1/2570', '2026-10-05', '{}', '2026-10-05', '', 'WF010', 'posted nowhere'), ('a.executive', '2026-10-01', '1/2570', '2026-10-05', '{designated_place}', '2026-10-05', '', 'WF010', 'at a designated place that is not named'), ('a.executive', '2026-10-01', '', '2026-10-05', '{office}', '2026-10-05', '', 'WF010', 'without a number'),
    ('a.executive', '2026-10-01', '1/2570', '2026-10-05', '{office}', '2026-10-05', ', correction => ''ตกหล่น''', 'WF34C', 'a correction of nothing'), ('a.executive', '2026-11-01', '1/2570', '2026-10-05', '{office}', '2026-10-05', '', 'WF017', 'of a month that has not come')) AS v (who, month, number, announced, places, posted, more, wanted, why);
SELECT is(pg_temp.by('a.executive', 'payment.announce(''2026-10-01'', ''1/2570'', ''2026-10-05'', ''{office}'', ''2026-10-05'')'), '1', 'EG8: the first edition of the year');
SELECT is(pg_temp.by('a.executive', 'payment.announce(''2026-10-01'', ''2/2570'', ''2026-10-05'', ''{office}'', ''2026-10-05'')'), 'WF34B', 'EG8!: a month is announced once');
SELECT is(pg_temp.by('a.executive', 'payment.announce(''2026-10-01'', ''1/2570'', ''2026-10-05'', ''{office}'', ''2026-10-05'', correction => ''ตกหล่น'')'), 'WF34D', 'EG8!: a number is given once a year');
SELECT is(pg_temp.sees('portal', 'SELECT part, count(*), sum(amount) FROM payment.announcement_list(5730102, ''2026-10-01'') GROUP BY part'), '(confirmed,1,) (entitled,4,2800.00)', 'EG8: the public reads who is entitled, and who confirmed in the month');
SELECT is(pg_temp.sees('portal', 'SELECT masked_id FROM payment.announcement_list(5730102, ''2026-10-01'') WHERE masked_id !~ ''^X-XXXX-XXXX[0-9]-[0-9]{2}-[0-9]$'''), NULL, 'EG8!: no whole national ID is posted');
SELECT is(pg_temp.sees('portal', 'SELECT count(*) FROM payment.announcement_list(6730123, ''2026-10-01'')'), 'WF34E', 'EG8!: an authority that announced nothing has no list');
-- the edition is frozen: what changes later is a correction
SELECT is(pg_temp.by('a.officer', format('registry.dispose(%L, ''died'', ''2026-09-20'', ''2026-10-05'')', pg_temp.p(4))) LIKE 'WF%', false, 'ER13: a death of September becomes known');
SELECT is(pg_temp.sees('portal', 'SELECT part, count(*) FROM payment.announcement_list(5730102, ''2026-10-01'') GROUP BY part'), '(confirmed,1) (entitled,4)', 'EG8!: which changes no edition that was posted');
SELECT is(pg_temp.by('a.delegate', 'payment.announce(''2026-10-01'', ''2/2570'', ''2026-10-05'', ''{website}'', ''2026-10-05'', correction => ''ผู้มีสิทธิถึงแก่ความตาย'')'), '2', 'EG8: a correction is an edition of its own');
SELECT is(pg_temp.sees('portal', 'SELECT edition, is_intact, corrects FROM payment.announcements(5730102, ''2026-10-01'')'), '(1,t,) (2,t,1/2570/2569)', 'EG8: both editions stand, intact');
RESET ROLE;
SELECT throws_ok(format('SET LOCAL ROLE welfare_owner; UPDATE payment.announcement_entry SET person_name = ''x''; RESET ROLE'), 'WF064', NULL, 'EG8!: the names of an edition are evidence, for the owner too');
SELECT throws_ok('DELETE FROM payment.announcement', 'WF064', NULL, 'EG8!: and its head');

-- ER10, EG9: the monthly check -------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.sees('a.officer', 'SELECT programme, recipients FROM registry.unchecked_status(''2026-10-01'')') IS NOT NULL, true, 'ER10: what was not checked is listed');
SELECT is(pg_temp.would(who, 'count(*) FROM registry.record_monthly_check(''2026-10-01'')'), wanted, format('ER10, EG9%s: by %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, who)) FROM (VALUES ('a.officer', 'taken'), ('a.plain', 'WF336'), ('province', '42501'), ('admin', '42501')) AS v (who, wanted);
SELECT is(pg_temp.would('a.officer', 'count(*) FROM registry.record_monthly_check(''2026-11-01'')') LIKE 'WF%', true, 'ER10!: not of a month that has not come');
SELECT unalike(pg_temp.by('a.officer', 'count(*) FROM registry.record_monthly_check(''2026-10-01'')'), 'WF%', 'ER10: October is checked');
SELECT is(pg_temp.by('a.officer', 'count(*) FROM registry.record_monthly_check(''2026-10-01'')'), 'WF33K', 'ER10!: once');
SELECT is(pg_temp.sees('province', 'SELECT DISTINCT authority_code FROM registry.monthly_checks(''2026-10-01'') WHERE checked_at IS NOT NULL'), '(5730102)', 'ER10: the province sees who checked');
SELECT is(pg_temp.sees('province.50', 'SELECT authority_code FROM registry.monthly_checks(''2026-10-01'') WHERE checked_at IS NOT NULL'), NULL, 'ER10!: another province does not');

-- DR10: October; DR9: January ------------------------------------------------------------------------------------------------------------------
SELECT is(pg_temp.would('a.officer', 'count(*) FROM registry.open_campaign(''disability_october_check'', 2570)'), '42501', 'DR10!: an authority opens no campaign');
SELECT is(pg_temp.would('admin', 'count(*) FROM registry.open_campaign(''january_list'', 2570)') LIKE 'WF%', true, 'DR9!: the list of January is not opened in October');
SELECT unalike(pg_temp.by('admin', 'recipients FROM registry.open_campaign(''disability_october_check'', 2570)'), 'WF%', 'DR10: the check of October 2569 is opened');
SELECT is(pg_temp.would('a.officer', format('registry.record_check(''disability_october_check'', 2570, %L, ''alive_and_eligible'', %L)', pg_temp.p(n), how)), wanted, format('DR10%s: %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, why))
  FROM (VALUES (6, 'พบตัว', 'taken', 'a recipient is met'), (6, '', 'WF33J', 'without saying how'), (1, 'พบตัว', 'WF33G', 'who receives no disability allowance'), (7, 'พบตัว', 'WF33G', 'another authority''s recipient')) AS v (n, how, wanted, why);
SELECT is(pg_temp.sees('province', 'SELECT national_id FROM registry.outstanding_checks(''disability_october_check'', 2570)'), format('(%s)', pg_temp.p(6)), 'DR10: who is unchecked is listed');
SELECT pg_temp.today('2026-11-01');
SELECT unalike(pg_temp.by('a.officer', format('registry.record_check(''disability_october_check'', 2570, %L, ''alive_and_eligible'', ''พบตัว'', ''2026-11-01'')', pg_temp.p(6))), 'WF%', 'DR10: checked on 1 November');
SELECT is(pg_temp.sees('province', 'SELECT national_id, checked_late_on FROM registry.outstanding_checks(''disability_october_check'', 2570)'), format('(%s,2026-11-01)', pg_temp.p(6)), 'DR10!: which is late: still on the list of the month''s end');
SELECT pg_temp.today('2027-01-05');
SELECT unalike(pg_temp.by('admin', 'recipients FROM registry.open_campaign(''january_list'', 2570)'), 'WF%', 'DR9: the list of January');
SELECT is(pg_temp.would(who, 'count(*) FROM registry.report_list(''january_list'', 2570)'), wanted, format('DR9%s: reported by %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, who)) FROM (VALUES ('a.officer', 'taken'), ('a.plain', 'WF336'), ('province', '42501')) AS v (who, wanted);
SELECT is(pg_temp.by('a.officer', 'recipients FROM registry.report_list(''january_list'', 2570)') , '1', 'DR9: one disabled person');
SELECT is(pg_temp.by('a.officer', 'recipients FROM registry.report_list(''january_list'', 2570)') , 'WF33H', 'DR9!: reported once');

-- ER5: interpretations; RC8: the law of a year ------------------------------------------------------------------------------------------------------
CREATE FUNCTION pg_temp.interpret(who text, interpreter text, more text DEFAULT '') RETURNS text LANGUAGE sql AS
  $$ SELECT pg_temp.would(who, format('reference.record_interpretation(''interpretation'', %L, ''มท 1/2570'', ''2027-01-04'', ''{ER8.3}'', ''ย้ายวันใด'', ''วันที่แจ้งย้าย'', ''2027-01-05''%s)', interpreter, more)) $$;
SELECT is(pg_temp.interpret(who, interpreter, more), wanted, format('ER5%s: %s %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, interpreter, why))
  FROM (VALUES ('admin', 'permanent_secretary', '', 'taken', 'decides'), ('admin', 'director_general', '', 'WF346', 'without the delegation'), ('admin', 'director_general', ', delegation_document => ''คำสั่ง 1''', 'taken', 'with it'), ('admin', 'permanent_secretary', ', delegation_document => ''คำสั่ง 1''', 'WF346', 'delegated to themselves'),
               ('admin', 'governor', ', delegation_document => ''คำสั่ง 1''', 'WF347', 'for the nation'), ('admin', 'governor', ', province_code => 73, delegation_document => ''คำสั่ง 1''', 'taken', 'for the province'), ('admin', 'permanent_secretary', ', last_day => ''2027-01-04''', 'WF017', 'ending before it begins'),
               ('a.officer', 'permanent_secretary', '', '42501', 'recorded by an authority'), ('department', 'permanent_secretary', '', '42501', 'recorded by the department')) AS v (who, interpreter, more, wanted, why);
SELECT is(pg_temp.would('admin', format('reference.confirm_law(%s, ''elderly'', %L)', year, document)), wanted, format('RC8%s: the law of %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, year)) FROM (VALUES (2570, 'มติ ครม.', 'WF341'), (2576, 'มติ ครม.', 'WF342')) AS v (year, document, wanted);
RESET ROLE;
SELECT throws_ok('SET LOCAL ROLE welfare_owner; DELETE FROM reference.law_confirmation', 'WF343', NULL, 'RC8!: a confirmation of the law is not taken back');
RESET ROLE;
SELECT pg_temp.today('2032-10-01');
SELECT is(pg_temp.would('admin', '(SELECT count(*) FROM payment.prepare(''2032-10-01''))'), 'WF340', 'RC8!: no payroll of a year whose law nobody confirmed');
SELECT is(pg_temp.by('admin', 'reference.confirm_law(2576, ''elderly'', ''มติ ครม.'')') || pg_temp.by('admin', 'reference.confirm_law(2576, ''disability'', ''มติ ครม.'')'), 'donedone', 'RC8: two programmes are confirmed');
SELECT is(pg_temp.would('admin', '(SELECT count(*) FROM payment.prepare(''2032-10-01''))'), 'WF340', 'RC8!: a programme is still lacking');
SELECT is(pg_temp.by('admin', 'reference.confirm_law(2576, ''aids'', ''มติ ครม.'')'), 'done', 'RC8: the third');
SELECT is(pg_temp.would('admin', '(SELECT count(*) FROM payment.prepare(''2032-10-01''))'), 'taken', 'RC8: then it is prepared');

-- EG3.3: publicity ------------------------------------------------------------------------------------------------------------------------------------
SELECT pg_temp.today('2027-01-05');
SELECT is(pg_temp.would(who, format('registry.record_publicity(%L, ''{qualifications,papers}'', ''{website}'', ''2027-01-02'', ''2027-01-31'', ''ประกาศ 1/2570'')', programme)), wanted, format('EG3.3%s: %s by %s', CASE wanted WHEN 'taken' THEN '' ELSE '!' END, programme, who))
  FROM (VALUES ('a.officer', 'elderly', 'taken'), ('a.officer', 'aids', 'WF349'), ('province', 'elderly', '42501')) AS v (who, programme, wanted);
SELECT unalike(pg_temp.by('a.officer', 'registry.record_publicity(''elderly'', ''{qualifications,papers}'', ''{website}'', ''2027-01-02'', ''2027-01-31'', ''ประกาศ 1/2570'')'), 'WF%', 'EG3.3: recorded: what, where, when');
SELECT is(pg_temp.sees(who, 'SELECT local_authority_code FROM registry.publicity_of(2570)'), wanted, format('EG3.3%s: seen by %s', CASE WHEN wanted IS NULL THEN '!' ELSE '' END, who)) FROM (VALUES ('a.officer', '(5730102)'), ('province', '(5730102)'), ('province.50', NULL), ('b.officer', NULL)) AS v (who, wanted);
SELECT * FROM finish();
ROLLBACK;
