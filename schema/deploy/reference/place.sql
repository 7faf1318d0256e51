-- RC2, ER4: provinces, districts and the authorities that pay. A code is a name, not a
-- fact: type and district are columns, because upgraded authorities keep old digits.
BEGIN;
SET LOCAL ROLE welfare_owner;

CREATE TABLE reference.province (
  province_code smallint NOT NULL,
  name_thai text NOT NULL,
  name_english text NOT NULL,
  CONSTRAINT province_pkey PRIMARY KEY (province_code),
  CONSTRAINT province_code_two_digits CHECK (province_code BETWEEN 10 AND 99),
  CONSTRAINT province_name_thai_key UNIQUE (name_thai)
);
COMMENT ON TABLE reference.province IS 'provinces (จังหวัด)';
COMMENT ON COLUMN reference.province.province_code IS 'two digits, TIS 1099';
COMMENT ON COLUMN reference.province.name_thai IS 'name in Thai, without จังหวัด';
COMMENT ON COLUMN reference.province.name_english IS 'name in English';

CREATE TABLE reference.district (
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  name_thai text NOT NULL,
  name_english text NOT NULL,
  CONSTRAINT district_pkey PRIMARY KEY (district_code),
  CONSTRAINT district_province_key UNIQUE (district_code, province_code),
  CONSTRAINT district_province_fkey FOREIGN KEY (province_code) REFERENCES reference.province (province_code),
  CONSTRAINT district_code_in_province CHECK (district_code / 100 = province_code)
);
COMMENT ON TABLE reference.district IS 'districts (อำเภอ, in Bangkok เขต)';
COMMENT ON COLUMN reference.district.district_code IS 'four digits: province and number';
COMMENT ON COLUMN reference.district.province_code IS 'province of the district';
COMMENT ON COLUMN reference.district.name_thai IS 'name in Thai, without อำเภอ';
COMMENT ON COLUMN reference.district.name_english IS 'name in English';
CREATE INDEX district_province_code ON reference.district (province_code);

CREATE TYPE reference.authority_type_name AS ENUM
  ('city_municipality', 'town_municipality', 'subdistrict_municipality',
   'subdistrict_administrative_organization', 'pattaya', 'bangkok');
COMMENT ON TYPE reference.authority_type_name IS 'type of a local authority';

CREATE TABLE reference.authority_type (
  authority_type reference.authority_type_name NOT NULL,
  name_thai text NOT NULL,
  name_english text NOT NULL,
  pays boolean NOT NULL,
  CONSTRAINT authority_type_pkey PRIMARY KEY (authority_type)
);
COMMENT ON TABLE reference.authority_type IS 'types of local authority, and whether these regulations make them pay (ER4, DE16)';
COMMENT ON COLUMN reference.authority_type.authority_type IS 'type';
COMMENT ON COLUMN reference.authority_type.name_thai IS 'name in Thai';
COMMENT ON COLUMN reference.authority_type.name_english IS 'name in English';
COMMENT ON COLUMN reference.authority_type.pays IS 'false for Bangkok, which pays under its own rules';

CREATE TABLE reference.local_authority (
  authority_code integer NOT NULL,
  authority_type reference.authority_type_name NOT NULL,
  district_code smallint NOT NULL,
  province_code smallint NOT NULL,
  name_thai text NOT NULL,
  valid daterange NOT NULL DEFAULT '(,)',
  successor_code integer,
  telephone text,
  CONSTRAINT local_authority_pkey PRIMARY KEY (authority_code),
  CONSTRAINT local_authority_place_key UNIQUE (authority_code, district_code, province_code),
  CONSTRAINT local_authority_type_fkey FOREIGN KEY (authority_type) REFERENCES reference.authority_type (authority_type),
  CONSTRAINT local_authority_district_fkey FOREIGN KEY (district_code, province_code) REFERENCES reference.district (district_code, province_code),
  CONSTRAINT local_authority_successor_fkey FOREIGN KEY (successor_code) REFERENCES reference.local_authority (authority_code),
  CONSTRAINT local_authority_code_seven_digits CHECK (authority_code BETWEEN 1000000 AND 9999999),
  CONSTRAINT local_authority_telephone_digits CHECK (telephone ~ '^[0-9]{9,10}$'),
  CONSTRAINT local_authority_valid_not_empty CHECK (NOT isempty(valid)),
  CONSTRAINT local_authority_successor_after_end CHECK (successor_code IS NULL OR (successor_code <> authority_code AND upper(valid) IS NOT NULL))
);
COMMENT ON TABLE reference.local_authority IS 'local authorities (อปท.) with their validity; who pays allowances';
COMMENT ON COLUMN reference.local_authority.authority_code IS 'seven digits; a name that never changes, not a source of facts (RC2)';
COMMENT ON COLUMN reference.local_authority.authority_type IS 'type today; upgrades change it and leave the code';
COMMENT ON COLUMN reference.local_authority.district_code IS 'district in which the authority lies';
COMMENT ON COLUMN reference.local_authority.province_code IS 'province in which the authority lies';
COMMENT ON COLUMN reference.local_authority.name_thai IS 'full name in Thai';
COMMENT ON COLUMN reference.local_authority.valid IS 'days on which the authority exists';
COMMENT ON COLUMN reference.local_authority.successor_code IS 'authority that took over when this one ended';
COMMENT ON COLUMN reference.local_authority.telephone IS 'telephone, digits only; stands in for that of a person who has none (IS8.2)';
CREATE INDEX local_authority_district_code ON reference.local_authority (district_code, province_code);
CREATE INDEX local_authority_successor_code ON reference.local_authority (successor_code) WHERE successor_code IS NOT NULL;

-- Whether an authority pays under these regulations: false for Bangkok, which is outside the system (ER4, DE16); NULL for none.
CREATE FUNCTION reference.pays(authority_code integer) RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    SELECT authority_type.pays
      FROM reference.local_authority
      JOIN reference.authority_type ON authority_type.authority_type = local_authority.authority_type
     WHERE local_authority.authority_code = pays.authority_code;
  END;
COMMENT ON FUNCTION reference.pays(integer) IS 'whether an authority pays under these regulations (ER4)';

-- The authorities for which one acts: itself, and those that had ended by a day with it as their successor, or with one that ended so (RC2).
-- Parameters: authority; day, default today.
CREATE FUNCTION reference.acts_for(authority_code integer, on_day date DEFAULT NULL) RETURNS integer[]
  LANGUAGE sql STABLE PARALLEL SAFE
  BEGIN ATOMIC
    WITH RECURSIVE followed (code) AS (
      SELECT acts_for.authority_code
       UNION
      SELECT gone.authority_code
        FROM followed
        JOIN reference.local_authority AS gone ON gone.successor_code = followed.code
       WHERE gone.valid << daterange(coalesce(acts_for.on_day, welfare.business_date()), NULL)
    )
    SELECT array_agg(followed.code) FROM followed;
  END;
COMMENT ON FUNCTION reference.acts_for(integer, date) IS 'authorities for which one acts: itself, and those that ended with it as their successor (RC2)';
REVOKE ALL ON FUNCTION reference.acts_for(integer, date) FROM PUBLIC;

GRANT SELECT ON reference.province, reference.district, reference.authority_type, reference.local_authority
  TO PUBLIC;

INSERT INTO reference.authority_type (authority_type, name_thai, name_english, pays) VALUES
  ('city_municipality', 'เทศบาลนคร', 'city municipality', true),
  ('town_municipality', 'เทศบาลเมือง', 'town municipality', true),
  ('subdistrict_municipality', 'เทศบาลตำบล', 'subdistrict municipality', true),
  ('subdistrict_administrative_organization', 'องค์การบริหารส่วนตำบล', 'subdistrict administrative organization', true),
  ('pattaya', 'เมืองพัทยา', 'Pattaya City', true),
  ('bangkok', 'กรุงเทพมหานคร', 'Bangkok', false);

INSERT INTO reference.province (province_code, name_thai, name_english) VALUES
  (10, 'กรุงเทพมหานคร', 'Bangkok'),
  (11, 'สมุทรปราการ', 'Samut Prakan'),
  (12, 'นนทบุรี', 'Nonthaburi'),
  (13, 'ปทุมธานี', 'Pathum Thani'),
  (14, 'พระนครศรีอยุธยา', 'Phra Nakhon Si Ayutthaya'),
  (15, 'อ่างทอง', 'Ang Thong'),
  (16, 'ลพบุรี', 'Lop Buri'),
  (17, 'สิงห์บุรี', 'Sing Buri'),
  (18, 'ชัยนาท', 'Chai Nat'),
  (19, 'สระบุรี', 'Saraburi'),
  (20, 'ชลบุรี', 'Chon Buri'),
  (21, 'ระยอง', 'Rayong'),
  (22, 'จันทบุรี', 'Chanthaburi'),
  (23, 'ตราด', 'Trat'),
  (24, 'ฉะเชิงเทรา', 'Chachoengsao'),
  (25, 'ปราจีนบุรี', 'Prachin Buri'),
  (26, 'นครนายก', 'Nakhon Nayok'),
  (27, 'สระแก้ว', 'Sa Kaeo'),
  (30, 'นครราชสีมา', 'Nakhon Ratchasima'),
  (31, 'บุรีรัมย์', 'Buri Ram'),
  (32, 'สุรินทร์', 'Surin'),
  (33, 'ศรีสะเกษ', 'Si Sa Ket'),
  (34, 'อุบลราชธานี', 'Ubon Ratchathani'),
  (35, 'ยโสธร', 'Yasothon'),
  (36, 'ชัยภูมิ', 'Chaiyaphum'),
  (37, 'อำนาจเจริญ', 'Amnat Charoen'),
  (38, 'บึงกาฬ', 'Bueng Kan'),
  (39, 'หนองบัวลำภู', 'Nong Bua Lam Phu'),
  (40, 'ขอนแก่น', 'Khon Kaen'),
  (41, 'อุดรธานี', 'Udon Thani'),
  (42, 'เลย', 'Loei'),
  (43, 'หนองคาย', 'Nong Khai'),
  (44, 'มหาสารคาม', 'Maha Sarakham'),
  (45, 'ร้อยเอ็ด', 'Roi Et'),
  (46, 'กาฬสินธุ์', 'Kalasin'),
  (47, 'สกลนคร', 'Sakon Nakhon'),
  (48, 'นครพนม', 'Nakhon Phanom'),
  (49, 'มุกดาหาร', 'Mukdahan'),
  (50, 'เชียงใหม่', 'Chiang Mai'),
  (51, 'ลำพูน', 'Lamphun'),
  (52, 'ลำปาง', 'Lampang'),
  (53, 'อุตรดิตถ์', 'Uttaradit'),
  (54, 'แพร่', 'Phrae'),
  (55, 'น่าน', 'Nan'),
  (56, 'พะเยา', 'Phayao'),
  (57, 'เชียงราย', 'Chiang Rai'),
  (58, 'แม่ฮ่องสอน', 'Mae Hong Son'),
  (60, 'นครสวรรค์', 'Nakhon Sawan'),
  (61, 'อุทัยธานี', 'Uthai Thani'),
  (62, 'กำแพงเพชร', 'Kamphaeng Phet'),
  (63, 'ตาก', 'Tak'),
  (64, 'สุโขทัย', 'Sukhothai'),
  (65, 'พิษณุโลก', 'Phitsanulok'),
  (66, 'พิจิตร', 'Phichit'),
  (67, 'เพชรบูรณ์', 'Phetchabun'),
  (70, 'ราชบุรี', 'Ratchaburi'),
  (71, 'กาญจนบุรี', 'Kanchanaburi'),
  (72, 'สุพรรณบุรี', 'Suphan Buri'),
  (73, 'นครปฐม', 'Nakhon Pathom'),
  (74, 'สมุทรสาคร', 'Samut Sakhon'),
  (75, 'สมุทรสงคราม', 'Samut Songkhram'),
  (76, 'เพชรบุรี', 'Phetchaburi'),
  (77, 'ประจวบคีรีขันธ์', 'Prachuap Khiri Khan'),
  (80, 'นครศรีธรรมราช', 'Nakhon Si Thammarat'),
  (81, 'กระบี่', 'Krabi'),
  (82, 'พังงา', 'Phangnga'),
  (83, 'ภูเก็ต', 'Phuket'),
  (84, 'สุราษฎร์ธานี', 'Surat Thani'),
  (85, 'ระนอง', 'Ranong'),
  (86, 'ชุมพร', 'Chumphon'),
  (90, 'สงขลา', 'Songkhla'),
  (91, 'สตูล', 'Satun'),
  (92, 'ตรัง', 'Trang'),
  (93, 'พัทลุง', 'Phatthalung'),
  (94, 'ปัตตานี', 'Pattani'),
  (95, 'ยะลา', 'Yala'),
  (96, 'นราธิวาส', 'Narathiwat');

COMMIT;
