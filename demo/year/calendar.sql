-- Holidays of the year's two calendar years, by which its pay days are told, and the accounts that payments leave. Running it twice changes nothing.
\ir staff.psql
SELECT NOT EXISTS (SELECT FROM reference.government_holiday WHERE holiday = '2027-12-31') AS is_new \gset
\if :is_new
-- As they may be published: no source for anything but this demonstration.
SELECT pg_temp.act('demo_admin', '2026-10-01') \g /dev/null
SELECT reference.load_holidays(calendar::reference.holiday_calendar, year, days, 'demonstration')
  FROM (VALUES
    (2569, '{"2026-01-01": "วันขึ้นปีใหม่", "2026-03-03": "วันมาฆบูชา", "2026-04-06": "วันจักรี", "2026-04-13": "วันสงกรานต์", "2026-04-14": "วันสงกรานต์",
             "2026-04-15": "วันสงกรานต์", "2026-05-04": "วันฉัตรมงคล", "2026-06-01": "ชดเชยวันวิสาขบูชา", "2026-06-03": "วันเฉลิมพระชนมพรรษาพระบรมราชินี",
             "2026-07-28": "วันเฉลิมพระชนมพรรษา", "2026-07-29": "วันอาสาฬหบูชา", "2026-08-12": "วันแม่แห่งชาติ", "2026-10-13": "วันนวมินทรมหาราช",
             "2026-10-23": "วันปิยมหาราช", "2026-12-07": "ชดเชยวันพ่อแห่งชาติ", "2026-12-10": "วันรัฐธรรมนูญ", "2026-12-31": "วันสิ้นปี"}'::jsonb),
    (2570, '{"2027-01-01": "วันขึ้นปีใหม่", "2027-02-22": "ชดเชยวันมาฆบูชา", "2027-04-06": "วันจักรี", "2027-04-13": "วันสงกรานต์", "2027-04-14": "วันสงกรานต์",
             "2027-04-15": "วันสงกรานต์", "2027-05-04": "วันฉัตรมงคล", "2027-05-20": "วันวิสาขบูชา", "2027-06-03": "วันเฉลิมพระชนมพรรษาพระบรมราชินี",
             "2027-07-19": "ชดเชยวันอาสาฬหบูชา", "2027-07-28": "วันเฉลิมพระชนมพรรษา", "2027-08-12": "วันแม่แห่งชาติ", "2027-10-13": "วันนวมินทรมหาราช",
             "2027-10-25": "ชดเชยวันปิยมหาราช", "2027-12-06": "ชดเชยวันพ่อแห่งชาติ", "2027-12-10": "วันรัฐธรรมนูญ", "2027-12-31": "วันสิ้นปี"}'::jsonb)) AS loaded (year, days)
 CROSS JOIN (VALUES ('government'), ('bank')) AS whose (calendar) \g /dev/null

RESET ROLE;
SET ROLE welfare_owner;
INSERT INTO reference.paying_account (executing_agency, payer, valid, bank_code, account_number, account_name, legal_basis)
SELECT 'treasury', account.payer::reference.payer_name, '[2026-10-01,)', 6, account.number, account.name, 'demonstration'
  FROM (VALUES ('local_authority', '0000000001', 'กรมบัญชีกลาง (สาธิต)'), ('welfare_card_fund', '0000000002', 'กองทุนประชารัฐสวัสดิการ (สาธิต)')) AS account (payer, number, name)
 WHERE NOT EXISTS (SELECT FROM reference.paying_account AS held WHERE held.payer = account.payer::reference.payer_name);
\endif
