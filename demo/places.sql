-- The demonstration's province: นครปฐม, its districts and some of its local authorities.
-- Run as welfare_owner. Running it twice changes nothing.
INSERT INTO reference.district (district_code, province_code, name_thai, name_english) VALUES
  (7301, 73, 'เมืองนครปฐม', 'Mueang Nakhon Pathom'),
  (7302, 73, 'กำแพงแสน', 'Kamphaeng Saen'),
  (7303, 73, 'นครชัยศรี', 'Nakhon Chai Si'),
  (7304, 73, 'ดอนตูม', 'Don Tum'),
  (7305, 73, 'บางเลน', 'Bang Len'),
  (7306, 73, 'สามพราน', 'Sam Phran'),
  (7307, 73, 'พุทธมณฑล', 'Phutthamonthon')
ON CONFLICT DO NOTHING;

INSERT INTO reference.local_authority (authority_code, authority_type, district_code, province_code, name_thai) VALUES
  (3730101, 'city_municipality', 7301, 73, 'เทศบาลนครนครปฐม'),
  (5730102, 'subdistrict_municipality', 7301, 73, 'เทศบาลตำบลดอนยายหอม'),
  (5730103, 'subdistrict_municipality', 7301, 73, 'เทศบาลตำบลธรรมศาลา'),
  (6730123, 'subdistrict_administrative_organization', 7301, 73, 'องค์การบริหารส่วนตำบลหนองปากโลง'),
  (5730201, 'subdistrict_municipality', 7302, 73, 'เทศบาลตำบลกำแพงแสน'),
  (6730201, 'subdistrict_administrative_organization', 7302, 73, 'องค์การบริหารส่วนตำบลทุ่งกระพังโหม'),
  (6730204, 'subdistrict_administrative_organization', 7302, 73, 'องค์การบริหารส่วนตำบลห้วยขวาง'),
  (6730213, 'subdistrict_administrative_organization', 7302, 73, 'องค์การบริหารส่วนตำบลรางพิกุล'),
  (6730215, 'subdistrict_administrative_organization', 7302, 73, 'องค์การบริหารส่วนตำบลวังน้ำเขียว'),
  (5730301, 'subdistrict_municipality', 7303, 73, 'เทศบาลตำบลนครชัยศรี'),
  (6730302, 'subdistrict_administrative_organization', 7303, 73, 'องค์การบริหารส่วนตำบลงิ้วราย'),
  (5730401, 'subdistrict_municipality', 7304, 73, 'เทศบาลตำบลสามง่าม'),
  (6730402, 'subdistrict_administrative_organization', 7304, 73, 'องค์การบริหารส่วนตำบลห้วยด้วน'),
  (5730501, 'subdistrict_municipality', 7305, 73, 'เทศบาลตำบลบางเลน'),
  (6730502, 'subdistrict_administrative_organization', 7305, 73, 'องค์การบริหารส่วนตำบลบางปลา'),
  (4730601, 'town_municipality', 7306, 73, 'เทศบาลเมืองสามพราน'),
  (4730602, 'town_municipality', 7306, 73, 'เทศบาลเมืองไร่ขิง'),
  (6730603, 'subdistrict_administrative_organization', 7306, 73, 'องค์การบริหารส่วนตำบลท่าข้าม'),
  (5730701, 'subdistrict_municipality', 7307, 73, 'เทศบาลตำบลศาลายา'),
  (6730702, 'subdistrict_administrative_organization', 7307, 73, 'องค์การบริหารส่วนตำบลมหาสวัสดิ์')
ON CONFLICT DO NOTHING;

-- Entry windows: whoever opened them, these years of every programme are open throughout.
INSERT INTO reference.entry_window (fiscal_year, programme, open_on, legal_basis)
SELECT year, programme.programme, welfare.fiscal_year_range(year), 'ผู้ดูแลระบบเปิดตลอดปี'
  FROM generate_series(2548, 2575) AS year CROSS JOIN reference.programme
ON CONFLICT DO NOTHING;
