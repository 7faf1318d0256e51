# The complete form (IS8.1 to IS8.6): every field has one case that is taken, with what is then on record, and one refused.

# What makes a row, for "people rows". Parameters: COLUMN=VALUE…
form() { (IFS=$'\t' && printf '%s\n' "$*"); }
reason() { python3 -c 'import csv,sys; print([row[1] for row in csv.reader(open(sys.argv[1], newline="", encoding="utf-8")) if row[0] == sys.argv[2]][0])' "$1" "$2"; }

# Taken: what the row says, the expression that shows it, and what that is
taken_column=() taken_value=()
takes() { # expression over person p and claim c, value, COLUMN=VALUE…
  taken_column+=("$1") taken_value+=("$2")
  shift 2
  form "$@" >> taken.txt
}
contact=(contact_house_number=๙๙/๑ contact_village_number=2 contact_building=อาคารหนึ่ง contact_lane=สุข contact_road=เพชรเกษม
  contact_subdistrict=ไร่ขิง contact_district=อำเภอสามพราน contact_province=จังหวัดนครปฐม contact_postcode=๗๓๒๑๐)
disabled="programme=ผู้พิการ"
transfer=(way_of_payment=โอนเข้าบัญชีเงินฝากธนาคารในนามผู้มีสิทธิ bank_code=006 bank_branch=นครปฐม "account_number=123-4-56789-0" account_name=สมชาย)
takes "p.title" "ร้อยตรี" title=ร้อยตรี
takes "p.first_name" "น้ำ" "first_name=น้ํา"
takes "p.last_name" "ณ นคร" "last_name= ณ  นคร "
takes "p.sex" female sex=หญิง
takes "p.birth_date" "1937-07-XX" birth_date=00/07/2480
takes "p.birth_date" "00/00/2480" birth_date=24800000
takes "p.marital_status" widowed marital_status=หม้าย
takes "p.telephone || p.telephone_is_authoritys" "0812345678false" "telephone=+66 81-234-5678"
takes "p.telephone || p.telephone_is_authoritys" "034111222true" telephone=
takes "p.income_band" 2 "income_band=5,001 - 10,000 บาท"
takes "p.income_band || ' ' || p.monthly_income" "1 5000.00" income_band=1 "monthly_income=5,000"
takes "concat(p.has_occupation, p.occupation)" "f" occupation=ไม่มีอาชีพ
takes "concat(p.has_occupation, p.occupation)" "tทำนา" occupation=ทำนา
takes "p.house_register_address" '("12/3 ก",7,อาคารสอง,"ซอย 1",ทหารบก,สนามจันทร์,เมืองนครปฐม,นครปฐม,73000)' "house_number=12/3 ก" village_number=7 \
  building=อาคารสอง "lane=ซอย 1" road=ทหารบก subdistrict=ตำบลสนามจันทร์ "district=อำเภอ เมืองนครปฐม" province=จังหวัดนครปฐม postcode=๗๓๐๐๐
takes "p.house_register_address" '(1,,,,,ศิริราช,บางกอกน้อย,กรุงเทพมหานคร,10700)' house_number=1 village_number= subdistrict=แขวงศิริราช district=เขตบางกอกน้อย \
  province=กรุงเทพมหานคร postcode=10700
takes "p.contact_address" "(99/1,2,อาคารหนึ่ง,สุข,เพชรเกษม,ไร่ขิง,สามพราน,นครปฐม,73210)" "${contact[@]}"
takes "p.contact_address IS NULL" t
takes "p.contact_address IS NULL" t contact_house_number=12/3 contact_village_number=4 contact_subdistrict=ดอนยายหอม \
  contact_district=เมืองนครปฐม contact_province=นครปฐม contact_postcode=73000
takes "c.programme || ' ' || c.facts" "disability {seeing_disability,hearing_disability}" $disabled "facts={seeing_disability, hearing_disability}"
takes "c.programme || ' ' || c.facts" "disability {unspecified_disability}" $disabled "facts={unspecified_disability}"
takes "c.programme || ' ' || c.facts" "aids {aids_certified}" programme=aids "facts={aids_certified}"
takes "c.facts" "{insufficient_income,abandoned,no_supporter,cannot_work}" "facts={abandoned, no_supporter, insufficient_income, cannot_work}"
takes "c.facts" "{}" facts=
takes "c.authority_code" 4730601 authority_code=๔๗๓๐๖๐๑ telephone=0811111111
takes "c.claimed_on || ' ' || c.ordered_on" "2024-08-02 2024-09-06" "claimed_on=2 ส.ค. 67" ordered_on=25670906
takes "c.budget_type || ' ' || c.top_up" "own 1200.50" "budget_type=งบ อปท. จ่ายเอง" "top_up=1,200.50"
takes "c.received_since || ' ' || c.first_month" "2012-10-01 2024-09-01" received_since=10/2555
takes "c.received_since = c.first_month" t received_since=
takes "concat(c.way_of_payment, num_nonnulls(c.bank_code, c.bank_branch, c.account_number, c.account_name))" cash_to_proxy0 way_of_payment=cash_to_proxy
takes "concat_ws(' ', c.way_of_payment, c.bank_code, c.bank_branch, c.account_number, c.account_name)" "own_account 6 นครปฐม 1234567890 สมชาย" "${transfer[@]}"
takes "concat_ws(' ', c.way_of_payment, c.account_number)" "proxy_account 987" "${transfer[@]}" way_of_payment=proxy_account account_number=๙๘๗
takes "c.remark" 'ฝากบอก "ลูก"' 'remark=ฝากบอก "ลูก"'
ask "UPDATE reference.local_authority SET telephone = '034111222' WHERE authority_code = 5730102"
people rows 960001 < taken.txt > taken.csv
run import persons taken.csv
is "$status $(sed -n '/^Claims added/s/.* //p' <<< "$out")" "0 ${#taken_value[@]}" "IS8: every row of the forms that are right is taken"
mapfile -t taken_id < <(sed 1d taken.csv | cut -c1-13)
for place in "${!taken_value[@]}"; do
  is "$(ask "SELECT ${taken_column[place]} FROM registry.person AS p JOIN registry.claim AS c USING (thai_id) WHERE thai_id = '${taken_id[place]}'")" \
     "${taken_value[place]}" "IS8: taken and on record: ${taken_column[place]} is ${taken_value[place]}"
done
run import persons taken.csv
is "$(sed -n '/^Unchanged/s/.* //p' <<< "$out")" "${#taken_id[@]}" "IS8: and all of them are unchanged when they come again"

# Refused: the row, and the reason
refused_reason=() refused_name=()
refuses() { # regular expression of the reason, COLUMN=VALUE…
  refused_reason+=("$1")
  shift
  refused_name+=("$(printf '%s; ' "$@")")
  form "$@" >> refused.txt
}
for column in thai_id title first_name last_name sex birth_date marital_status income_band occupation house_number subdistrict \
              district province postcode programme authority_code claimed_on ordered_on budget_type way_of_payment; do
  refuses "^$column is required" "$column= "
done
refuses 'telephone is required: local authority เทศบาลเมืองสามพราน has none' telephone= authority_code=4730601
refuses 'thai_id: .*4444444444444' thai_id=4444444444444
refuses '^ID .* begins with 9' thai_id=9000000000004
refuses '^sex: unknown value "x"' sex=x
refuses '^birth_date: ' birth_date=31/02/2480
refuses '^marital_status: unknown value "คบกัน".*โสด' marital_status=คบกัน
refuses '^telephone: "12345" is not a telephone number' telephone=12345
refuses '^income_band: unknown value "9".*0 - 5,000 บาท' income_band=9
refuses '^monthly_income: 5000.01 baht is not in the band 0 - 5,000 บาท' monthly_income=5000.01
refuses '^monthly_income: "มาก" is not an amount' monthly_income=มาก
refuses '^province: there is no province "นครนายก นะ"' "province=นครนายก นะ"
refuses '^district: there is no district "บางเขน" in the province นครปฐม' district=บางเขน
refuses '^postcode: "7300" is not a postcode' postcode=7300
for column in house_number subdistrict district province postcode; do
  refuses "^contact_$column is required" "${contact[@]}" "contact_$column="
done
refuses '^contact_province: there is no province "ไหน"' "${contact[@]}" contact_province=ไหน
refuses '^contact_district: there is no district "ไหน"' "${contact[@]}" contact_district=ไหน
refuses '^contact_postcode: "x"' "${contact[@]}" contact_postcode=x
refuses '^programme: unknown value "บำนาญ"' programme=บำนาญ
refuses '^at least one kind of disability' $disabled "facts={disability_card}"
refuses '^unspecified_disability stands alone' $disabled "facts={unspecified_disability, seeing_disability}"
refuses "^a physician's certification" programme=aids "facts={poor}"
refuses '^facts: .*rich' "facts={rich}"
refuses '^there is no local authority 9999999' authority_code=9999999
refuses '^claimed_on: ' claimed_on=00/08/2567
refuses '^claimed_on 2026-10-02 lies after today' claimed_on=02/10/2569 ordered_on=02/10/2569
refuses '^ordered_on 2024-08-01 lies before claimed_on 2024-08-02' claimed_on=02/08/2567 ordered_on=01/08/2567
refuses '^budget_type: unknown value "x"' budget_type=x
refuses '"-5"' top_up=-5
refuses '"1.005"' top_up=1.005
refuses '^received_since: "ปีก่อน" is not a month' received_since=ปีก่อน
refuses '^received_since: 10/2567 lies after the first month' received_since=10/2567
refuses '^way_of_payment: unknown value "เช็ค"' way_of_payment=เช็ค
for column in bank_code bank_branch account_number account_name; do
  refuses 'needs bank, branch, account number and account name' "${transfer[@]}" "$column="
done
refuses '"999"' "${transfer[@]}" bank_code=999
refuses '"12x"' "${transfer[@]}" account_number=12x
people rows 960201 < refused.txt > refused.csv
run import persons refused.csv
is "$err$status $(sed -n '/^Refused  /s/.* //p' <<< "$out")" "3 ${#refused_name[@]}" "IS8: every row of the forms that are wrong is refused"
for place in "${!refused_name[@]}"; do
  like "$(reason refused.rejected.csv $((place + 2)))" "${refused_reason[place]}" "IS8: refused: ${refused_name[place]}"
done
run import persons refused.csv --language th
like "$(reason refused.rejected.csv 28)" 'telephone: "12345" ไม่ใช่หมายเลขโทรศัพท์' "IS8: in Thai for who reads Thai"

# IS8.1: the entry window
echo | people rows 960401 > window.csv
ask "UPDATE reference.entry_window SET open_on = '[2026-11-01,2027-01-01)' WHERE fiscal_year = 2570 AND programme = 'elderly'"
run import persons window.csv
is "$status" 3 "IS8.1: outside the entry window a row is refused"
like "$(reason window.rejected.csv 2)" 'open from 2026-11-01 to 2026-12-31' "IS8.1: with the window's dates"
run import persons taken.csv
is "$status" 0 "IS8.1: it does not govern what is on record already"
ask "UPDATE reference.entry_window SET open_on = welfare.fiscal_year_range(2570) WHERE fiscal_year = 2570 AND programme = 'elderly'"
run import persons window.csv
is "$status" 0 "IS8.1: inside it is taken"

# IS8.3: one authority in the nation
{ people header; people row 960401 authority_code=4730601; } > held.csv
run import persons held.csv
like "$status $(reason held.rejected.csv 2)" '^3 the person has a live claim at เทศบาลตำบลดอนยายหอม$' "IS8.3: held elsewhere: the authority is named, and nothing else"
{ people header; people row 960401 programme=aids "facts={aids_certified}"; } > second.csv
run import persons second.csv
is "$status $(sed -n '/^Persons added/s/.* //p; /^Claims added/s/.* //p' <<< "$out" | paste -sd ' ')" "0 0 1" "IS8.5: a second programme of the person at the same authority"
ask "UPDATE reference.local_authority SET telephone = NULL WHERE authority_code = 5730102"
