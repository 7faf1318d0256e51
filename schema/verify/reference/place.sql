BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_enumeration('reference.authority_type_name', 'city_municipality, town_municipality, subdistrict_municipality, subdistrict_administrative_organization, pattaya, bangkok');
SELECT pg_temp.check_comment('type', 'reference.authority_type_name');
SELECT pg_temp.check_columns('reference.province', '
  province_code smallint not null
  name_thai text not null
  name_english text not null');
SELECT pg_temp.check_comment('relation', 'reference.province');
SELECT pg_temp.check_constraint('reference.province', 'province_code_two_digits', 'CHECK (((province_code >= 10) AND (province_code <= 99)))');
SELECT pg_temp.check_constraint('reference.province', 'province_name_thai_key', 'UNIQUE (name_thai)');
SELECT pg_temp.check_constraint('reference.province', 'province_pkey', 'PRIMARY KEY (province_code)');
SELECT pg_temp.check_columns('reference.district', '
  district_code smallint not null
  province_code smallint not null
  name_thai text not null
  name_english text not null');
SELECT pg_temp.check_comment('relation', 'reference.district');
SELECT pg_temp.check_constraint('reference.district', 'district_code_in_province', 'CHECK (((district_code / 100) = province_code))');
SELECT pg_temp.check_constraint('reference.district', 'district_pkey', 'PRIMARY KEY (district_code)');
SELECT pg_temp.check_constraint('reference.district', 'district_province_fkey', 'FOREIGN KEY (province_code) REFERENCES reference.province(province_code)');
SELECT pg_temp.check_constraint('reference.district', 'district_province_key', 'UNIQUE (district_code, province_code)');
SELECT pg_temp.check_columns('reference.authority_type', '
  authority_type reference.authority_type_name not null
  name_thai text not null
  name_english text not null
  pays boolean not null');
SELECT pg_temp.check_comment('relation', 'reference.authority_type');
SELECT pg_temp.check_constraint('reference.authority_type', 'authority_type_pkey', 'PRIMARY KEY (authority_type)');
SELECT pg_temp.check_columns('reference.local_authority', '
  authority_code integer not null
  authority_type reference.authority_type_name not null
  district_code smallint not null
  province_code smallint not null
  name_thai text not null
  valid daterange not null default ''(,)''::daterange
  successor_code integer
  telephone text');
SELECT pg_temp.check_comment('relation', 'reference.local_authority');
SELECT pg_temp.check_constraint('reference.local_authority', 'local_authority_code_seven_digits', 'CHECK (((authority_code >= 1000000) AND (authority_code <= 9999999)))');
SELECT pg_temp.check_constraint('reference.local_authority', 'local_authority_district_fkey', 'FOREIGN KEY (district_code, province_code) REFERENCES reference.district(district_code, province_code)');
SELECT pg_temp.check_constraint('reference.local_authority', 'local_authority_pkey', 'PRIMARY KEY (authority_code)');
SELECT pg_temp.check_constraint('reference.local_authority', 'local_authority_place_key', 'UNIQUE (authority_code, district_code, province_code)');
SELECT pg_temp.check_constraint('reference.local_authority', 'local_authority_successor_after_end', 'CHECK (((successor_code IS NULL) OR ((successor_code <> authority_code) AND (upper(valid) IS NOT NULL))))');
SELECT pg_temp.check_constraint('reference.local_authority', 'local_authority_successor_fkey', 'FOREIGN KEY (successor_code) REFERENCES reference.local_authority(authority_code)');
SELECT pg_temp.check_constraint('reference.local_authority', 'local_authority_telephone_digits', 'CHECK ((telephone ~ ''^[0-9]{9,10}$''::text))');
SELECT pg_temp.check_constraint('reference.local_authority', 'local_authority_type_fkey', 'FOREIGN KEY (authority_type) REFERENCES reference.authority_type(authority_type)');
SELECT pg_temp.check_constraint('reference.local_authority', 'local_authority_valid_not_empty', 'CHECK ((NOT isempty(valid)))');
SELECT pg_temp.check_index('reference.district_province_code', 'CREATE INDEX district_province_code ON reference.district USING btree (province_code)');
SELECT pg_temp.check_index('reference.local_authority_district_code', 'CREATE INDEX local_authority_district_code ON reference.local_authority USING btree (district_code, province_code)');
SELECT pg_temp.check_index('reference.local_authority_successor_code', 'CREATE INDEX local_authority_successor_code ON reference.local_authority USING btree (successor_code) WHERE (successor_code IS NOT NULL)');
SELECT pg_temp.check_function('reference.pays(integer)',
  'welfare_owner invoker stable returns boolean');
SELECT pg_temp.check_comment('function', 'reference.pays(integer)');
SELECT pg_temp.check_function('reference.acts_for(integer,date)',
  'welfare_owner invoker stable returns integer[]');
SELECT pg_temp.check_comment('function', 'reference.acts_for(integer,date)');

SELECT pg_temp.check_grants('relation', 'reference.province', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('relation', 'reference.district', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('relation', 'reference.authority_type', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('relation', 'reference.local_authority', 'PUBLIC SELECT');
SELECT pg_temp.check_grants('function', 'reference.pays(integer)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.acts_for(integer,date)', '');
SELECT pg_temp.check_rows('reference.province', 'ROW(province_code, name_thai, name_english)',
  '(10,กรุงเทพมหานคร,Bangkok)',
  '(11,สมุทรปราการ,"Samut Prakan")',
  '(12,นนทบุรี,Nonthaburi)',
  '(13,ปทุมธานี,"Pathum Thani")',
  '(14,พระนครศรีอยุธยา,"Phra Nakhon Si Ayutthaya")',
  '(15,อ่างทอง,"Ang Thong")',
  '(16,ลพบุรี,"Lop Buri")',
  '(17,สิงห์บุรี,"Sing Buri")',
  '(18,ชัยนาท,"Chai Nat")',
  '(19,สระบุรี,Saraburi)',
  '(20,ชลบุรี,"Chon Buri")',
  '(21,ระยอง,Rayong)',
  '(22,จันทบุรี,Chanthaburi)',
  '(23,ตราด,Trat)',
  '(24,ฉะเชิงเทรา,Chachoengsao)',
  '(25,ปราจีนบุรี,"Prachin Buri")',
  '(26,นครนายก,"Nakhon Nayok")',
  '(27,สระแก้ว,"Sa Kaeo")',
  '(30,นครราชสีมา,"Nakhon Ratchasima")',
  '(31,บุรีรัมย์,"Buri Ram")',
  '(32,สุรินทร์,Surin)',
  '(33,ศรีสะเกษ,"Si Sa Ket")',
  '(34,อุบลราชธานี,"Ubon Ratchathani")',
  '(35,ยโสธร,Yasothon)',
  '(36,ชัยภูมิ,Chaiyaphum)',
  '(37,อำนาจเจริญ,"Amnat Charoen")',
  '(38,บึงกาฬ,"Bueng Kan")',
  '(39,หนองบัวลำภู,"Nong Bua Lam Phu")',
  '(40,ขอนแก่น,"Khon Kaen")',
  '(41,อุดรธานี,"Udon Thani")',
  '(42,เลย,Loei)',
  '(43,หนองคาย,"Nong Khai")',
  '(44,มหาสารคาม,"Maha Sarakham")',
  '(45,ร้อยเอ็ด,"Roi Et")',
  '(46,กาฬสินธุ์,Kalasin)',
  '(47,สกลนคร,"Sakon Nakhon")',
  '(48,นครพนม,"Nakhon Phanom")',
  '(49,มุกดาหาร,Mukdahan)',
  '(50,เชียงใหม่,"Chiang Mai")',
  '(51,ลำพูน,Lamphun)',
  '(52,ลำปาง,Lampang)',
  '(53,อุตรดิตถ์,Uttaradit)',
  '(54,แพร่,Phrae)',
  '(55,น่าน,Nan)',
  '(56,พะเยา,Phayao)',
  '(57,เชียงราย,"Chiang Rai")',
  '(58,แม่ฮ่องสอน,"Mae Hong Son")',
  '(60,นครสวรรค์,"Nakhon Sawan")',
  '(61,อุทัยธานี,"Uthai Thani")',
  '(62,กำแพงเพชร,"Kamphaeng Phet")',
  '(63,ตาก,Tak)',
  '(64,สุโขทัย,Sukhothai)',
  '(65,พิษณุโลก,Phitsanulok)',
  '(66,พิจิตร,Phichit)',
  '(67,เพชรบูรณ์,Phetchabun)',
  '(70,ราชบุรี,Ratchaburi)',
  '(71,กาญจนบุรี,Kanchanaburi)',
  '(72,สุพรรณบุรี,"Suphan Buri")',
  '(73,นครปฐม,"Nakhon Pathom")',
  '(74,สมุทรสาคร,"Samut Sakhon")',
  '(75,สมุทรสงคราม,"Samut Songkhram")',
  '(76,เพชรบุรี,Phetchaburi)',
  '(77,ประจวบคีรีขันธ์,"Prachuap Khiri Khan")',
  '(80,นครศรีธรรมราช,"Nakhon Si Thammarat")',
  '(81,กระบี่,Krabi)',
  '(82,พังงา,Phangnga)',
  '(83,ภูเก็ต,Phuket)',
  '(84,สุราษฎร์ธานี,"Surat Thani")',
  '(85,ระนอง,Ranong)',
  '(86,ชุมพร,Chumphon)',
  '(90,สงขลา,Songkhla)',
  '(91,สตูล,Satun)',
  '(92,ตรัง,Trang)',
  '(93,พัทลุง,Phatthalung)',
  '(94,ปัตตานี,Pattani)',
  '(95,ยะลา,Yala)',
  '(96,นราธิวาส,Narathiwat)');
SELECT pg_temp.check_rows('reference.authority_type', 'ROW(authority_type, name_thai, pays)',
  '(bangkok,กรุงเทพมหานคร,f)',
  '(city_municipality,เทศบาลนคร,t)',
  '(pattaya,เมืองพัทยา,t)',
  '(subdistrict_administrative_organization,องค์การบริหารส่วนตำบล,t)',
  '(subdistrict_municipality,เทศบาลตำบล,t)',
  '(town_municipality,เทศบาลเมือง,t)');

ROLLBACK;
