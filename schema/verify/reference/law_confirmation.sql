BEGIN;
\ir ../checks.sql

SELECT pg_temp.check_columns('reference.law_confirmation', '
  fiscal_year reference.fiscal_year not null
  programme reference.programme_name not null
  confirmed_on date not null default welfare.business_date()
  recorded_at timestamp with time zone not null default clock_timestamp()
  document text not null
  confirmed_by text not null default COALESCE(welfare.principal(), (SESSION_USER)::text)
  certainty reference.certainty not null default ''sure''::reference.certainty');
SELECT pg_temp.check_comment('relation', 'reference.law_confirmation');
SELECT pg_temp.check_constraint('reference.law_confirmation', 'law_confirmation_document_stated', 'CHECK ((btrim(document) <> ''''::text))');
SELECT pg_temp.check_constraint('reference.law_confirmation', 'law_confirmation_pkey', 'PRIMARY KEY (fiscal_year, programme)');
SELECT pg_temp.check_constraint('reference.law_confirmation', 'law_confirmation_programme_fkey', 'FOREIGN KEY (programme) REFERENCES reference.programme(programme)');
SELECT pg_temp.check_function('reference.check_law(date)',
  'welfare_owner invoker stable returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.check_law(date)');
SELECT pg_temp.check_function('reference.check_law_on_record(date,reference.programme_name)',
  'welfare_owner invoker stable returns void search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.check_law_on_record(date,reference.programme_name)');
SELECT pg_temp.check_function('reference.law_expiring(date)',
  'welfare_owner invoker stable returns TABLE(programme reference.programme_name, fiscal_year integer, is_confirmed boolean, confirmed_to date, ending text, ends_with date) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.law_expiring(date)');
SELECT pg_temp.check_function('reference.missing_law(date)',
  'welfare_owner invoker stable returns TABLE(programme reference.programme_name, name_thai text, name_english text) search_path=pg_catalog, welfare, pg_temp');
SELECT pg_temp.check_comment('function', 'reference.missing_law(date)');
SELECT pg_temp.check_function('reference.confirm_law(integer,reference.programme_name,text)',
  'welfare_owner definer volatile returns text search_path=pg_catalog, welfare, pg_temp client_min_messages=warning');
SELECT pg_temp.check_comment('function', 'reference.confirm_law(integer,reference.programme_name,text)');
SELECT pg_temp.check_trigger('reference.law_confirmation', 'law_confirmation_no_change', 'CREATE TRIGGER law_confirmation_no_change BEFORE DELETE OR UPDATE OR TRUNCATE ON reference.law_confirmation FOR EACH STATEMENT EXECUTE FUNCTION reference.refuse_change_of_law_record()');
SELECT pg_temp.check_row_security('reference.law_confirmation', 'law_confirmation_read for r to - using true');

SELECT pg_temp.check_grants('relation', 'reference.law_confirmation', 'PUBLIC certainty SELECT, PUBLIC confirmed_on SELECT, PUBLIC document SELECT, PUBLIC fiscal_year SELECT, PUBLIC programme SELECT, PUBLIC recorded_at SELECT');
SELECT pg_temp.check_grants('function', 'reference.check_law(date)', '');
SELECT pg_temp.check_grants('function', 'reference.check_law_on_record(date,reference.programme_name)', '');
SELECT pg_temp.check_grants('function', 'reference.law_expiring(date)', 'PUBLIC EXECUTE');
SELECT pg_temp.check_grants('function', 'reference.missing_law(date)', '');
SELECT pg_temp.check_grants('function', 'reference.confirm_law(integer,reference.programme_name,text)', 'welfare_admin EXECUTE');
SELECT pg_temp.check_rows('reference.law_confirmation', 'ROW(fiscal_year, programme, document)',
  '(2549,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2549,disability,"เงินสงเคราะห์เพื่อการยังชีพ ระเบียบกระทรวงมหาดไทย พ.ศ. 2548")',
  '(2550,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2550,disability,"เงินสงเคราะห์เพื่อการยังชีพ ระเบียบกระทรวงมหาดไทย พ.ศ. 2548")',
  '(2551,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2551,disability,"เงินสงเคราะห์เพื่อการยังชีพ ระเบียบกระทรวงมหาดไทย พ.ศ. 2548")',
  '(2552,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2552,disability,"เงินสงเคราะห์เพื่อการยังชีพ ระเบียบกระทรวงมหาดไทย พ.ศ. 2548")',
  '(2552,elderly,"เบี้ยยังชีพผู้สูงอายุถ้วนหน้า ระเบียบกระทรวงมหาดไทย พ.ศ. 2552 ตั้งแต่ 1 เมษายน 2552")',
  '(2553,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2553,disability,"ระเบียบกระทรวงมหาดไทยว่าด้วยเบี้ยความพิการ พ.ศ. 2553 ข้อ 12; เงินสงเคราะห์เพื่อการยังชีพ ระเบียบกระทรวงมหาดไทย พ.ศ. 2548")',
  '(2553,elderly,"เบี้ยยังชีพผู้สูงอายุถ้วนหน้า ระเบียบกระทรวงมหาดไทย พ.ศ. 2552 ตั้งแต่ 1 เมษายน 2552")',
  '(2554,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2554,disability,"ระเบียบกระทรวงมหาดไทยว่าด้วยเบี้ยความพิการ พ.ศ. 2553 ข้อ 12")',
  '(2554,elderly,"เบี้ยยังชีพผู้สูงอายุถ้วนหน้า ระเบียบกระทรวงมหาดไทย พ.ศ. 2552 ตั้งแต่ 1 เมษายน 2552")',
  '(2555,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2555,disability,"ระเบียบกระทรวงมหาดไทยว่าด้วยเบี้ยความพิการ พ.ศ. 2553 ข้อ 12")',
  '(2555,elderly,"มติคณะรัฐมนตรี 18 ตุลาคม 2554 ตั้งแต่ 1 ตุลาคม 2554")',
  '(2556,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2556,disability,"ระเบียบกระทรวงมหาดไทยว่าด้วยเบี้ยความพิการ พ.ศ. 2553 ข้อ 12")',
  '(2556,elderly,"มติคณะรัฐมนตรี 18 ตุลาคม 2554 ตั้งแต่ 1 ตุลาคม 2554")',
  '(2557,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2557,disability,"ระเบียบกระทรวงมหาดไทยว่าด้วยเบี้ยความพิการ พ.ศ. 2553 ข้อ 12")',
  '(2557,elderly,"มติคณะรัฐมนตรี 18 ตุลาคม 2554 ตั้งแต่ 1 ตุลาคม 2554")',
  '(2558,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2558,disability,"มติคณะรัฐมนตรี ตุลาคม 2557 ตั้งแต่ 1 ตุลาคม 2557")',
  '(2558,elderly,"มติคณะรัฐมนตรี 18 ตุลาคม 2554 ตั้งแต่ 1 ตุลาคม 2554")',
  '(2559,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2559,disability,"มติคณะรัฐมนตรี ตุลาคม 2557 ตั้งแต่ 1 ตุลาคม 2557")',
  '(2559,elderly,"มติคณะรัฐมนตรี 18 ตุลาคม 2554 ตั้งแต่ 1 ตุลาคม 2554")',
  '(2560,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2560,disability,"มติคณะรัฐมนตรี ตุลาคม 2557 ตั้งแต่ 1 ตุลาคม 2557")',
  '(2560,elderly,"มติคณะรัฐมนตรี 18 ตุลาคม 2554 ตั้งแต่ 1 ตุลาคม 2554")',
  '(2561,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2561,disability,"มติคณะรัฐมนตรี ตุลาคม 2557 ตั้งแต่ 1 ตุลาคม 2557")',
  '(2561,elderly,"มติคณะรัฐมนตรี 18 ตุลาคม 2554 ตั้งแต่ 1 ตุลาคม 2554")',
  '(2562,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2562,disability,"มติคณะรัฐมนตรี ตุลาคม 2557 ตั้งแต่ 1 ตุลาคม 2557")',
  '(2562,elderly,"มติคณะรัฐมนตรี 18 ตุลาคม 2554 ตั้งแต่ 1 ตุลาคม 2554")',
  '(2563,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2563,disability,"มติคณะรัฐมนตรี ตุลาคม 2557 ตั้งแต่ 1 ตุลาคม 2557")',
  '(2563,elderly,"มติคณะรัฐมนตรี 18 ตุลาคม 2554 ตั้งแต่ 1 ตุลาคม 2554")',
  '(2564,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2564,disability,"มติคณะรัฐมนตรี 28 มกราคม 2563 ผู้พิการที่มีบัตรสวัสดิการแห่งรัฐ ตั้งแต่ 1 ตุลาคม 2563; มติคณะรัฐมนตรี 28 เมษายน 2563 ผู้พิการอายุต่ำกว่า 18 ปี ตั้งแต่ 1 ตุลาคม 2563")',
  '(2564,elderly,"มติคณะรัฐมนตรี 18 ตุลาคม 2554 ตั้งแต่ 1 ตุลาคม 2554")',
  '(2565,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2565,disability,"มติคณะรัฐมนตรี 28 มกราคม 2563 ผู้พิการที่มีบัตรสวัสดิการแห่งรัฐ ตั้งแต่ 1 ตุลาคม 2563; มติคณะรัฐมนตรี 28 เมษายน 2563 ผู้พิการอายุต่ำกว่า 18 ปี ตั้งแต่ 1 ตุลาคม 2563")',
  '(2565,elderly,"มติคณะรัฐมนตรี 18 ตุลาคม 2554 ตั้งแต่ 1 ตุลาคม 2554; มติคณะรัฐมนตรี 26 เมษายน 2565 เพิ่มชั่วคราว เมษายน–กันยายน 2565")',
  '(2566,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2566,disability,"มติคณะรัฐมนตรี 28 มกราคม 2563 ผู้พิการที่มีบัตรสวัสดิการแห่งรัฐ ตั้งแต่ 1 ตุลาคม 2563; มติคณะรัฐมนตรี 28 เมษายน 2563 ผู้พิการอายุต่ำกว่า 18 ปี ตั้งแต่ 1 ตุลาคม 2563")',
  '(2566,elderly,"มติคณะรัฐมนตรี 18 ตุลาคม 2554 ตั้งแต่ 1 ตุลาคม 2554")',
  '(2567,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2567,disability,"มติคณะรัฐมนตรี 28 มกราคม 2563 ผู้พิการที่มีบัตรสวัสดิการแห่งรัฐ ตั้งแต่ 1 ตุลาคม 2563; มติคณะรัฐมนตรี 28 เมษายน 2563 ผู้พิการอายุต่ำกว่า 18 ปี ตั้งแต่ 1 ตุลาคม 2563")',
  '(2567,elderly,"มติคณะรัฐมนตรี 18 ตุลาคม 2554 ตั้งแต่ 1 ตุลาคม 2554")',
  '(2568,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2568,disability,"มติคณะรัฐมนตรี 28 มกราคม 2563 ผู้พิการที่มีบัตรสวัสดิการแห่งรัฐ ตั้งแต่ 1 ตุลาคม 2563; มติคณะรัฐมนตรี 28 เมษายน 2563 ผู้พิการอายุต่ำกว่า 18 ปี ตั้งแต่ 1 ตุลาคม 2563")',
  '(2568,elderly,"มติคณะรัฐมนตรี 18 ตุลาคม 2554 ตั้งแต่ 1 ตุลาคม 2554")',
  '(2569,aids,"ระเบียบกระทรวงมหาดไทยว่าด้วยการจ่ายเงินสงเคราะห์เพื่อการยังชีพ พ.ศ. 2548")',
  '(2569,disability,"มติคณะรัฐมนตรี 28 มกราคม 2563 ผู้พิการที่มีบัตรสวัสดิการแห่งรัฐ ตั้งแต่ 1 ตุลาคม 2563; มติคณะรัฐมนตรี 28 เมษายน 2563 ผู้พิการอายุต่ำกว่า 18 ปี ตั้งแต่ 1 ตุลาคม 2563")',
  '(2569,elderly,"มติคณะรัฐมนตรี 18 ตุลาคม 2554 ตั้งแต่ 1 ตุลาคม 2554")');
SELECT pg_temp.check_rows('reference.message', 'ROW(code)',
  '(WF340)',
  '(WF341)',
  '(WF342)',
  '(WF343)');

ROLLBACK;
