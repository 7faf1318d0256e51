# The report by programme (IS10.3): the golden case's figures, totals, alignment, formats.

people golden > report.csv
run import persons report.csv
PGUSER=client_admin psql -X -q -v ON_ERROR_STOP=1 -o /dev/null <<'SQL'
SELECT payment.prepare(month::date) FROM generate_series(DATE '2009-10-01', DATE '2010-09-01', interval '1 month') AS month;
SELECT report.compile(2553);
SQL
is "$?" 0 "twelve months of fiscal year 2553 are paid and compiled"

run report summary-by-programme --fiscal-year 2553 --authority 5730102
is "$status$err" "0" "the report: status 0"
is "$(sed -n 1,2p <<< "$out" | paste -sd '|')" "รายงาน แสดง จำนวนผู้ได้รับเบี้ยยังชีพ แต่ละประเภท|ปีงบประมาณ 2553" "its title and year"
is "$(sed -n 4p <<< "$out" | sed 's/ *| */|/g; s/^ //')" \
   "อปท.|ผู้สูงอายุ|ผู้ป่วยโรคเอดส์|ผู้พิการ|จำนวนประเภทเบี้ยยังชีพทั้งสิ้น|จำนวนเงินทั้งสิ้น" "its columns"
# Cells of a line of the table. Parameters: words with which it begins.
cells() { grep -E "^ ?$1 *\\|" <<< "$out" | sed 's/ *| */|/g; s/^ //'; }
is "$(cells เทศบาลตำบลดอนยายหอม)" "เทศบาลตำบลดอนยายหอม|2|1|2|5|2,500.00" "golden case: 2 / 1 / 2 / 5 / 2,500.00"
like "$out" '^จังหวัด นครปฐม$' "grouped under the province"
like "$out" '^อำเภอ เมืองนครปฐม$' "and the district"

# One more AIDS claim, and claims elsewhere: totals by district, province and nation
people more > report.csv
run import persons report.csv
is "$status $(sed -n '/^Claims added/s/.* //p' <<< "$out")" "0 5" "one more AIDS claim, three in another district, one with a top-up in a third"
PGUSER=client_admin psql -X -q -o /dev/null -c "SELECT payment.prepare('2010-09-01')" -c 'SELECT report.compile(2553)'
run report summary-by-programme --fiscal-year 2553
is "$(cells เทศบาลตำบลดอนยายหอม)" "เทศบาลตำบลดอนยายหอม|2|2|2|6|3,000.00" "golden case with one more AIDS claim: 2 / 2 / 2 / 6 / 3,000.00"
is "$(cells 'รวม อำเภอ เมืองนครปฐม')" "รวม อำเภอ เมืองนครปฐม|2|2|2|6|3,000.00" "total of a district"
is "$(cells 'รวม อำเภอ สามพราน')" "รวม อำเภอ สามพราน|2|1|0|3|1,500.00" "total of another"
is "$(cells 'รวม อำเภอ กำแพงแสน')" "รวม อำเภอ กำแพงแสน|0|0|1|1|750.50" "a top-up counts, in satang"
is "$(cells 'รวม จังหวัด นครปฐม')" "รวม จังหวัด นครปฐม|4|3|3|10|5,250.50" "total of the province"
is "$(cells รวมทั้งสิ้น)" "รวมทั้งสิ้น|4|3|3|10|5,250.50" "total of all"

# Alignment by an independent reckoning of width: marks above and below take no room
aligned() {
  python3 -c '
import sys, unicodedata
lines = [line for line in sys.stdin.read().split("\n") if "|" in line or "-+-" in line]
places = {tuple(sum(unicodedata.category(c) != "Mn" for c in line[:i]) for i, c in enumerate(line) if c in "|+") for line in lines}
widths = {sum(unicodedata.category(c) != "Mn" for c in line.rstrip()) for line in lines if "-+-" not in line}
print(len(lines) > 8, len(places), len(widths))'
}
is "$(aligned <<< "$out")" "True 1 1" "columns stand one below the other"
is "$(env LC_ALL=C PGUSER=client_admin "$welfare" report summary-by-programme --fiscal-year 2553)" "$out" "also in a locale that is not UTF-8"
is "$(env LC_ALL=th_TH.UTF-8 PGUSER=client_admin "$welfare" report summary-by-programme --fiscal-year 2553)" "$out" "and in one that is not installed"

# CSV and JSON
run report summary-by-programme --fiscal-year 2553 --format csv
is "$(tr -d '\r' <<< "$out" | head -n 1)" "province,district,local_authority_code,local_authority,elderly,aids,disability,claims,amount" "CSV: the function's columns"
is "$(python3 -c 'import csv,sys; print([row for row in csv.reader(sys.stdin)][1])' <<< "$out")" \
   "['นครปฐม', 'เมืองนครปฐม', '5730102', 'เทศบาลตำบลดอนยายหอม', '2', '2', '2', '6', '3000.00']" "CSV: plain figures"
PGUSER=client_admin "$welfare" report summary-by-programme --fiscal-year 2553 --format csv > rfc4180.csv
is "$(grep -c $'\r$' rfc4180.csv) $(wc -l < rfc4180.csv)" "4 4" "CSV: lines end as RFC 4180 has it"
ask "UPDATE reference.local_authority SET name_thai = 'a \"b\", c' WHERE authority_code = 5730102"
run report summary-by-programme --fiscal-year 2553 --format csv --authority 5730102
like "$out" ',5730102,"a ""b"", c",2,' "CSV: quoted where it needs to be"
run report summary-by-programme --fiscal-year 2553 --json --authority 5730102
is "$(python3 -c 'import json,sys; rows = json.load(sys.stdin); print(len(rows), rows[0]["local_authority"], rows[0]["claims"], rows[0]["amount"])' <<< "$out")" \
   '1 a "b", c 6 3000.0' "JSON: an array of objects"
ask "UPDATE reference.local_authority SET name_thai = 'เทศบาลตำบลดอนยายหอม' WHERE authority_code = 5730102"

# Filters, in any combination
codes() { python3 -c 'import csv,sys; print(*[row["local_authority_code"] for row in csv.DictReader(sys.stdin)])' <<< "$out"; }
filtered() { run report summary-by-programme --fiscal-year 2553 --format csv "$@"; codes; }
is "$(filtered --province 73)" "5730102 6730204 4730601" "--province"
is "$(filtered --province 10)" "" "--province of nobody"
is "$(filtered --district 7306)" "4730601" "--district"
is "$(filtered --authority 6730204)" "6730204" "--authority"
is "$(filtered --authority-type subdistrict_municipality)" "5730102" "--authority-type"
is "$(filtered --province 73 --authority-type town_municipality)" "4730601" "two at once"
run report summary-by-programme --fiscal-year 2553 --province 10
is "$status $(tail -n 1 <<< "$out")" "0 ไม่พบข้อมูล ตามเงื่อนไขที่กำหนด" "nothing found: says so"
run report summary-by-programme --fiscal-year 2553 --province 10 --json
is "$out" "[]" "nothing found as JSON: an empty array"
as=client_officer run report summary-by-programme --fiscal-year 2553 --format csv
is "$(codes)" "5730102" "an officer sees the own authority"

# What the database refuses
run report summary-by-programme --language th
is "$status" 1 "no fiscal year: status 1"
is "$(head -n 1 <<< "$err")" "welfare: ผิดพลาด: กรุณาระบุ ปี" "no fiscal year: the database's own message"
run report summary-by-programme
like "$err" 'the fiscal year is required' "in English for who reads English"
run report summary-by-programme --fiscal-year 2560
is "$status" 1 "a year that is not compiled: status 1"
like "$err" 'fiscal year 2560 has not been compiled' "says so"
like "$err" 'HINT: An administrator closes and compiles' "with the hint"
run report summary-by-programme --fiscal-year 2553 --authority-type village
is "$status" 1 "an unknown type of authority: status 1"
like "$err" 'village' "is named"
PGUSER=client_admin "$welfare" report summary-by-programme --fiscal-year 2553 > /dev/full 2> full.txt
is "$?" 1 "output that cannot be written: status 1"
