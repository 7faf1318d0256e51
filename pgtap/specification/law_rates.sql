-- The specification on the legal rates as a month's payroll pays them: RC7, RC8, EO2, EO3, DE4, DE5, DE17 to DE20.
\set ON_ERROR_STOP on
BEGIN;
SET search_path = tap, welfare, public;
SET welfare.language = 'en';
SELECT plan(197);
SET LOCAL welfare.principal = 'specification';
SET LOCAL welfare.nation = on;
SET LOCAL welfare.duty = 'administrator';
SET LOCAL welfare.business_date = '2026-10-01';

\ir people.psql


SELECT registry.begin_import('law rates') AS imp \gset

-- Elderly, registered before 1 April 2552
SELECT pg_temp.add(:imp, n, born, 'elderly', '15/01/2552', '20/01/2552') FROM (VALUES
  (1, '01/10/2484'), (2, '02/10/2484'), (3, '01/10/2474'), (4, '02/10/2474'), (5, '01/10/2464'), (6, '02/10/2464'),
  (7, '31/03/2492'), (8, '01/04/2492'), (9, '02/04/2492'), (10, '15/02/2474')) v(n, born);
-- registered 15 Nov 2555 / Nov 2556: paid from the next fiscal year, 60 complete by 30 September before it
SELECT pg_temp.add(:imp, 11, '01/10/2496', 'elderly', '15/11/2555', '20/11/2555');
SELECT pg_temp.add(:imp, 12, '02/10/2496', 'elderly', '15/11/2555', '20/11/2555');
-- already 60, registered 15 March 2563: from October 2563
SELECT pg_temp.add(:imp, 13, '15/06/2502', 'elderly', '15/03/2563', '20/03/2563');
-- reaches 60 within fiscal year 2565, registered 15 March 2564
SELECT pg_temp.add(:imp, 14, '15/01/2505', 'elderly', '15/03/2564', '20/03/2564');
SELECT pg_temp.add(:imp, 15, '01/09/2505', 'elderly', '15/03/2564', '20/03/2564');
SELECT pg_temp.add(:imp, 16, '02/09/2505', 'elderly', '15/03/2564', '20/03/2564');
-- October and November 2561 and 2562
SELECT pg_temp.add(:imp, 17, '15/06/2495', 'elderly', '15/10/2561', '20/10/2561');
SELECT pg_temp.add(:imp, 18, '15/06/2495', 'elderly', '15/11/2562', '20/11/2562');
SELECT pg_temp.add(:imp, 19, '15/06/2495', 'elderly', '15/03/2562', '20/03/2562');
-- reaches 60 within fiscal year 2562 (October 2560 rule)
SELECT pg_temp.add(:imp, 20, '15/01/2502', 'elderly', '15/11/2560', '20/11/2560');

-- steps at 70, 80, 90 across 30 September and August/September 2566; all registered in March 2560
SELECT pg_temp.add(:imp, n, born, 'elderly', '15/03/2560', '20/03/2560') FROM (VALUES
  (31, '01/10/2494'), (32, '02/10/2494'), (33, '15/01/2495'),
  (34, '01/10/2495'), (35, '15/01/2496'), (36, '12/08/2496'), (37, '31/08/2496'), (38, '01/09/2496'), (39, '02/09/2496'), (40, '30/09/2496'), (41, '01/10/2496'), (42, '02/10/2496'),
  (43, '15/10/2486'), (44, '01/11/2486'), (45, '02/11/2486'), (46, '15/02/2476'), (47, '15/05/2476'), (48, '15/02/2478'), (49, '01/02/2478'),
  (50, '15/06/2485'), (51, '15/06/2475'), (52, '15/08/2486')) v(n, born);

-- the regulation of B.E. 2566: confirmation (EG4.1)
SELECT pg_temp.add(:imp, n, '01/09/2506', 'elderly', claimed, ordered) FROM (VALUES
  (61, '15/08/2566', '20/08/2566'), (62, '31/08/2566', '05/09/2566'), (63, '01/09/2566', '05/09/2566'), (64, '30/09/2566', '05/10/2566'), (65, '15/03/2566', '20/03/2566')) v(n, claimed, ordered);
-- claims on both sides of 12 August 2566, and 60 reached within fiscal year 2566 under the old regulation
SELECT pg_temp.add(:imp, n, born, 'elderly', claimed, '20/08/2566') FROM (VALUES
  (71, '15/06/2490', '11/08/2566'), (72, '15/06/2490', '12/08/2566'), (73, '01/09/2506', '11/08/2566'), (74, '01/09/2506', '12/08/2566')) v(n, born, claimed);
SELECT pg_temp.add(:imp, n, born, 'elderly', '15/03/2565', '20/03/2565') FROM (VALUES
  (75, '15/07/2506'), (76, '01/08/2506'), (77, '02/08/2506'), (78, '01/10/2505'), (79, '02/10/2505'), (80, '15/06/2505')) v(n, born);
SELECT pg_temp.add(:imp, 66, '02/09/2506', 'elderly', '15/08/2566', '20/08/2566');
SELECT pg_temp.add(:imp, 67, '15/06/2500', 'elderly', '15/03/2566', '20/03/2566');
SELECT pg_temp.add(:imp, 68, '29/02/2507', 'elderly', '15/11/2566', '20/11/2566');
-- the order never moves the first month; no order, no money (DE20)
SELECT pg_temp.add(:imp, 69, '15/06/2500', 'elderly', '15/01/2567', '20/06/2567');

-- disability
SELECT pg_temp.add(:imp, 81, '15/06/2510', 'disability', '15/08/2552', '20/08/2552', '{thai_nationality, in_house_register, disability_card, !state_shelter, welfare_card}');
SELECT pg_temp.add(:imp, 82, '15/06/2510', 'disability', '15/08/2552', '20/08/2552', '{thai_nationality, in_house_register, disability_card, !state_shelter, !welfare_card}');
SELECT pg_temp.add(:imp, 83, '15/06/2510', 'disability', '15/08/2552', '20/08/2552');
SELECT pg_temp.add(:imp, 84, '15/06/2555', 'disability', '15/06/2563', '20/06/2563', '{thai_nationality, in_house_register, disability_card, !state_shelter, welfare_card}');
SELECT pg_temp.add(:imp, 85, '15/01/2546', 'disability', '15/06/2563', '20/06/2563');
SELECT pg_temp.add(:imp, 86, '15/08/2551', 'disability', '15/06/2563', '20/06/2563', '{thai_nationality, in_house_register, disability_card, !state_shelter, welfare_card}');
SELECT pg_temp.add(:imp, 87, '01/09/2551', 'disability', '15/06/2563', '20/06/2563');
SELECT pg_temp.add(:imp, 88, '02/09/2551', 'disability', '15/06/2563', '20/06/2563');
SELECT pg_temp.add(:imp, 89, '15/06/2510', 'disability', '15/11/2555', '20/11/2555');
SELECT pg_temp.add(:imp, 90, '15/06/2510', 'disability', '15/10/2558', '20/10/2558');
SELECT pg_temp.add(:imp, 91, '15/06/2510', 'disability', '30/09/2558', '30/09/2558');
SELECT pg_temp.add(:imp, 92, '15/06/2510', 'disability', '01/10/2563', '05/10/2563');
SELECT pg_temp.add(:imp, 93, '00/00/2551', 'disability', '15/06/2563', '20/06/2563');

-- AIDS
SELECT pg_temp.add(:imp, 101, '15/06/2510', 'aids', '15/09/2552', '30/09/2552');
SELECT pg_temp.add(:imp, 102, '15/06/2510', 'aids', '15/09/2552', '01/10/2552');
SELECT pg_temp.add(:imp, 104, '15/06/2510', 'aids', '01/09/2548', '15/09/2548');

SELECT count(*) AS given FROM registry.import_row WHERE import_id = :imp \gset
CREATE TEMP TABLE fin AS SELECT * FROM registry.finish_import(:imp);
SELECT is((SELECT array_agg(r::text) FROM registry.import_refusals(:imp) r), NULL, 'no row is refused');
SELECT is((SELECT claims_added::int FROM fin), :given, 'every row is a claim');
-- without an order (DE20, AR1): whether the import takes the row or refuses it, nothing may be paid
SELECT registry.begin_import('law rates-no-order') AS noorder \gset
SELECT pg_temp.add(:noorder, 70, '15/06/2500', 'elderly', '15/01/2567', NULL);
SELECT pg_temp.add(:noorder, 103, '15/06/2510', 'aids', '15/09/2552', NULL);
SELECT is((SELECT claims_added::int + refused::int FROM registry.finish_import(:noorder)), 2, 'rows without an order are taken or refused');

-- RC8.2, RC8.3: disability and AIDS have a rate from October 2548, before the elderly have one
SELECT lives_ok($$SELECT * FROM payment.prepare('2005-10-01')$$, 'RC8.3 October 2548 can be prepared');
SELECT lives_ok($$SELECT * FROM payment.prepare('2009-03-01')$$, 'RC8.3 March 2552 can be prepared');

-- months, in order
SELECT count(*) AS prepared FROM unnest(ARRAY['2009-04-01','2009-09-01','2009-10-01','2009-11-01','2010-04-01','2011-09-01','2011-10-01','2012-09-01','2012-10-01','2013-09-01','2013-10-01',
  '2014-09-01','2014-10-01','2015-09-01','2015-10-01','2015-11-01','2018-11-01','2019-01-01','2019-02-01','2019-09-01','2019-10-01','2019-11-01','2019-12-01','2020-09-01','2020-10-01','2020-11-01',
  '2021-01-01','2021-02-01','2021-09-01','2021-10-01','2022-01-01','2022-02-01','2022-03-01','2022-04-01','2022-08-01','2022-09-01','2022-10-01','2022-11-01','2023-07-01','2023-08-01','2023-09-01','2023-10-01','2023-11-01','2023-12-01',
  '2024-01-01','2024-02-01','2024-03-01','2024-05-01','2024-06-01','2025-12-01','2026-01-01','2026-02-01','2026-03-01','2026-08-01','2026-09-01','2026-10-01']::date[]) m, LATERAL payment.prepare(m) p;

-- RC8.1
SELECT is(pg_temp.amt(n, 'elderly', m), r::numeric, format('RC8.1 elderly %s in %s: %s', n, to_char(m, 'YYYY-MM'), why)) FROM (VALUES
  (1, date '2009-03-01', NULL, 'before April 2552'), (1, '2009-04-01', 500, 'universal 500'), (5, '2009-04-01', 500, 'universal 500 whatever the age'),
  (7, '2009-04-01', 500, '60 complete on 30 March 2552'), (8, '2009-04-01', 500, '60 complete on 31 March 2552'), (9, '2009-04-01', NULL, '60 complete on 1 April 2552'),
  (5, '2011-09-01', 500, 'last month of the flat 500'), (1, '2011-09-01', 500, 'last month of the flat 500'),
  (1, '2011-10-01', 700, '70 complete on 30 September 2554'), (2, '2011-10-01', 600, '70 complete on 1 October 2554'),
  (3, '2011-10-01', 800, '80 complete on 30 September 2554'), (4, '2011-10-01', 700, '80 complete on 1 October 2554'),
  (5, '2011-10-01', 1000, '90 complete on 30 September 2554'), (6, '2011-10-01', 800, '90 complete on 1 October 2554'),
  (10, '2011-10-01', 700, 'born February 2474 = 1932: 79'),
  (2, '2012-09-01', 600, 'RC7 constant through the year'), (2, '2012-10-01', 700, 'RC7 the next fiscal year'), (6, '2012-09-01', 800, 'RC7 constant'), (6, '2012-10-01', 1000, 'RC7 next year'),
  (11, '2013-09-01', NULL, 'registered November 2555, not before October 2556'), (11, '2013-10-01', 600, '60 complete on 30 September 2556'), (12, '2013-10-01', NULL, '60 complete on 1 October 2556'),
  (13, '2020-09-01', NULL, 'registered March 2563'), (13, '2020-10-01', 600, 'from the next fiscal year'),
  (17, '2018-11-01', 600, 'registered October 2561: next month'), (18, '2019-11-01', NULL, 'registered November 2562'), (18, '2019-12-01', 600, 'registered November 2562: next month'),
  (19, '2019-09-01', NULL, 'registered March 2562'), (19, '2019-10-01', 600, 'registered March 2562: next fiscal year'),
  (20, '2019-01-01', NULL, 'reaches 60 on 14 January 2562'), (20, '2019-02-01', 600, 'RC6 within the fiscal year, counted as 60 (DE4)'),
  (14, '2022-01-01', NULL, 'reaches 60 on 14 January 2565'), (14, '2022-02-01', 600, 'DE4 below 60 at the start counts as 60'), (14, '2022-04-01', 700, 'DE4 for both components'),
  (15, '2022-08-01', NULL, 'born 1 September 2505'), (15, '2022-09-01', 700, 'born 1 September 2505: September 2565'), (16, '2022-09-01', NULL, 'born 2 September 2505'), (16, '2022-10-01', 600, 'born 2 September 2505: October 2565, temporary component over'),
  (31, '2022-03-01', 700, 'RC7 70 complete on 30 September 2564'), (31, '2021-09-01', 600, 'RC7 69 through fiscal year 2564'), (31, '2021-10-01', 700, 'RC7 70 complete on 30 September 2564: October'),
  (32, '2021-10-01', 600, 'RC7 70 complete on 1 October 2564: not yet'), (32, '2022-09-01', 700, 'RC7 still 60-69: 600 + 100'), (32, '2022-10-01', 700, 'RC7 one year later: 700'),
  (33, '2022-02-01', 600, 'RC7 70 complete in January 2565, no step in the year'), (33, '2022-10-01', 700, 'RC7 step at October 2565'),
  (34, '2022-09-01', 700, '600 + 100'), (34, '2022-10-01', 700, '70 complete on 30 September 2565'),
  (31, '2022-04-01', 850, '70-79 with the additional 150'), (50, '2022-04-01', 850, '79 at the start, 700 + 150'), (1, '2022-04-01', 1000, '80-89 with the additional 200'), (3, '2022-04-01', 1250, '90+ with the additional 250'),
  (4, '2022-04-01', 1000, '90 only on 1 October 2564: 800 + 200'), (4, '2022-10-01', 1000, '90+: 1,000'), (51, '2022-04-01', 1000, '89 at the start: 800 + 200'), (51, '2022-10-01', 1000, '90 at the start: 1,000'),
  (3, '2022-03-01', 1000, 'March 2565 base only'), (13, '2022-03-01', 600, 'March 2565 base only'), (13, '2022-04-01', 700, 'April 2565 600 + 100'), (13, '2022-09-01', 700, 'September 2565 600 + 100'), (13, '2022-10-01', 600, 'October 2565 base only')) v(n, m, r, why);

-- RC7 and EO3: August and September 2566
SELECT is(pg_temp.amt(n, 'elderly', m), r::numeric, format('RC7/EO3 elderly %s in %s: %s', n, to_char(m, 'YYYY-MM'), why)) FROM (VALUES
  (35, date '2023-07-01', 600, '70 complete in January 2566'), (35, '2023-08-01', 600, 'August 2566 is under the old regulation'), (35, '2023-09-01', 700, 'September 2566 takes it'),
  (36, '2023-08-01', 600, '70 complete on 11 August 2566'), (36, '2023-09-01', 700, 'September'), (37, '2023-09-01', 700, '70 complete on 30 August 2566'),
  (38, '2023-08-01', 600, '70 complete on 31 August 2566'), (38, '2023-09-01', 700, 'September'), (39, '2023-09-01', 600, '70 complete on 1 September 2566'), (39, '2023-10-01', 700, 'October'),
  (40, '2023-10-01', 700, '70 complete on 29 September 2566'), (41, '2023-09-01', 600, '70 complete on 30 September 2566'), (41, '2023-10-01', 700, 'October'),
  (42, '2023-10-01', 600, '70 complete on 1 October 2566'), (42, '2023-11-01', 700, 'November, no waiting for the fiscal year'),
  (52, '2023-08-01', 700, '80 complete in August 2566'), (52, '2023-09-01', 800, 'September'),
  (43, '2023-10-01', 700, '80 complete on 14 October 2566'), (43, '2023-11-01', 800, 'November'), (44, '2023-10-01', 700, '80 complete on 31 October 2566'), (44, '2023-11-01', 800, 'born on the 1st: November'),
  (45, '2023-11-01', 700, '80 complete on 1 November 2566'), (45, '2023-12-01', 800, 'December'),
  (46, '2024-02-01', 800, 'born February 2476 = 1934: 90 complete on 14 February 2567'), (46, '2024-03-01', 1000, 'March 2567'), (46, '2023-09-01', 800, 'not 90 in September 2566'), (47, '2023-08-01', 800, '90 complete on 14 May 2566'), (47, '2023-09-01', 1000, 'September 2566'),
  (48, '2026-02-01', 800, '15 February 2478 = 1936: 90 complete on 14 February 2569'), (48, '2026-03-01', 1000, 'March 2569'), (49, '2026-01-01', 800, '90 complete on 31 January 2569'), (49, '2026-02-01', 1000, 'born on the 1st: February 2569'),
  (61, '2023-08-01', NULL, 'born 1 September 2506'), (61, '2023-09-01', 600, 'confirmed in August 2566'), (62, '2023-09-01', 600, 'confirmed on 31 August 2566'), (63, '2023-09-01', NULL, 'confirmed on 1 September'), (63, '2023-10-01', 600, 'confirmed on 1 September: October'),
  (64, '2023-09-01', NULL, 'confirmed on 30 September'), (64, '2023-10-01', 600, 'confirmed on 30 September: October'), (65, '2023-08-01', NULL, 'registered March 2566'), (65, '2023-09-01', 600, 'EG3.1 registered before need not confirm'),
  (71, '2023-08-01', NULL, 'registered 11 August 2566'), (71, '2023-09-01', 700, 'registered 11 August 2566'), (72, '2023-09-01', 700, 'confirmed 12 August 2566'), (73, '2023-09-01', 600, 'registered 11 August 2566'), (74, '2023-09-01', 600, 'confirmed 12 August 2566'),
  (75, '2023-07-01', NULL, '60 complete on 14 July 2566'), (75, '2023-08-01', 600, 'August 2566 under the old regulation'), (76, '2023-07-01', NULL, '60 complete on 31 July 2566'), (76, '2023-08-01', 600, 'born on the 1st'), (77, '2023-08-01', NULL, '60 complete on 1 August 2566'), (77, '2023-09-01', 600, 'September 2566'),
  (78, '2022-09-01', NULL, '60 complete on 30 September 2565'), (78, '2022-10-01', 600, 'October 2565'), (79, '2022-10-01', NULL, '60 complete on 1 October 2565'), (79, '2022-11-01', 600, 'November 2565'), (80, '2022-09-01', NULL, 'registered March 2565'), (80, '2022-10-01', 600, 'next fiscal year'),
  (66, '2023-09-01', NULL, 'born 2 September 2506'), (66, '2023-10-01', 600, 'born 2 September 2506: October'), (67, '2023-08-01', NULL, 'registered March 2566, long 60'), (67, '2023-09-01', 600, 'DE17 everybody registered is in September 2566'),
  (68, '2024-02-01', NULL, 'born 29 February 2507'), (68, '2024-03-01', 600, 'March 2567'), (69, '2024-02-01', 600, 'DE20 the order never moves the first month'), (69, '2024-01-01', NULL, 'month of the confirmation'), (70, '2024-06-01', NULL, 'DE20 no order, nothing paid')) v(n, m, r, why);

SELECT is(pg_temp.first(n, 'elderly'), r, format('first_month of elderly %s', n)) FROM (VALUES
  (1, date '2009-04-01'), (11, '2013-10-01'), (13, '2020-10-01'), (14, '2022-02-01'), (15, '2022-09-01'), (16, '2022-10-01'), (17, '2018-11-01'), (19, '2019-10-01'), (61, '2023-09-01'), (63, '2023-10-01'),
  (64, '2023-10-01'), (65, '2023-09-01'), (66, '2023-10-01'), (68, '2024-03-01'), (69, '2024-02-01')) v(n, r);

-- RC8.2
SELECT is(pg_temp.amt(n, 'disability', m), r::numeric, format('RC8.2 disability %s in %s: %s', n, to_char(m, 'YYYY-MM'), why)) FROM (VALUES
  (82, date '2009-10-01', 500, 'carried over from the regulation of 2548'), (82, '2010-04-01', 500, 'April 2553'), (82, '2014-09-01', 500, 'until September 2557'), (82, '2014-10-01', 800, 'October 2557'), (82, '2020-09-01', 800, 'September 2563'), (82, '2020-10-01', 800, 'adult without a card'), (82, '2026-10-01', 800, 'today'),
  (81, '2020-09-01', 800, 'adult with a card, before'), (81, '2020-10-01', 800, 'adult with a card: the authority''s own 800'), (83, '2020-10-01', 800, 'card not known'),
  (84, '2020-09-01', 800, 'child before October 2563'), (84, '2020-10-01', 1000, 'child from October 2563'), (84, '2026-10-01', 1000, 'child still'),
  (85, '2020-10-01', 1000, '17 in October 2563'), (85, '2021-01-01', 1000, '18 complete on 14 January 2564'), (85, '2021-02-01', 800, 'DE5 the month after'),
  (86, '2026-08-01', 1000, '18 complete on 14 August 2569'), (86, '2026-09-01', 800, 'DE5 the month after'), (87, '2026-08-01', 1000, '18 complete on 31 August 2569'), (87, '2026-09-01', 800, 'born on the 1st: that month'),
  (88, '2026-09-01', 1000, '18 complete on 1 September 2569'), (88, '2026-10-01', 800, 'the month after'), (93, '2025-12-01', 1000, 'only the year known: 18 complete on 31 December 2568'), (93, '2026-01-01', 800, 'only the year known: January 2569'),
  (89, '2013-09-01', NULL, 'DE18 registered November 2555'), (89, '2013-10-01', 500, 'DE18 next fiscal year'), (90, '2015-10-01', NULL, 'DE18 applied October 2558'), (90, '2015-11-01', 800, 'DE18 next month'), (91, '2015-09-01', NULL, 'applied 30 September 2558'), (91, '2015-10-01', 800, 'October 2558'),
  (92, '2020-10-01', NULL, 'applied 1 October 2563'), (92, '2020-11-01', 800, 'DR7 the next month')) v(n, m, r, why);
SELECT is(pg_temp.other(n, 'disability', m), r::numeric, format('RC8.2 other payers, disability %s in %s: %s', n, to_char(m, 'YYYY-MM'), why)) FROM (VALUES
  (81, date '2020-09-01', 0, 'before October 2563'), (81, '2020-10-01', 200, 'card'), (81, '2026-10-01', 200, 'card today'), (82, '2020-10-01', 0, 'no card'), (83, '2020-10-01', 0, 'card not known'),
  (84, '2020-10-01', 0, 'under 18 has 1,000 whatever the card'), (86, '2026-08-01', 0, 'under 18'), (86, '2026-09-01', 200, 'with 18 the card counts')) v(n, m, r, why);

-- RC8.3
SELECT is(pg_temp.amt(n, 'aids', m), r::numeric, format('RC8.3 AIDS %s in %s: %s', n, to_char(m, 'YYYY-MM'), why)) FROM (VALUES
  (104, date '2005-10-01', 500, 'from October 2548'), (101, '2009-09-01', NULL, 'month of the order'), (101, '2009-10-01', 500, 'DE19 month after the order'), (102, '2009-10-01', NULL, 'ordered on 1 October 2552'), (102, '2009-11-01', 500, 'DE19 month after'),
  (103, '2010-04-01', NULL, 'AR1 no order, nothing'), (101, '2011-10-01', 500, 'no steps'), (101, '2022-04-01', 500, 'no additional component'), (101, '2026-10-01', 500, 'today')) v(n, m, r, why);

SELECT * FROM finish();
ROLLBACK;
