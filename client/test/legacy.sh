# RC5: the old system's manual had officers enter 1 January for an unknown day and month; --legacy-unknown-birth reads it so.

printf 'birth_date=%s\n' 01/01/2483 '1 ม.ค. 2480' 24790101 '๑ มกราคม ๒๔๗๙' 01/01/2484 02/01/2485 15/02/2480 > births.txt
people rows 961001 < births.txt > legacy.csv
run import persons legacy.csv
is "$status $(sed 1d legacy.rejected.csv | cut -d, -f1 | paste -sd ' ')" "3 2" "without the flag 1 January 2483, which never was, is refused"
like "$(tail -n 1 legacy.rejected.csv)" 'old system.s manual told officers to enter 1 January' "and the hint says where such dates come from"
is "$(ask "SELECT string_agg(birth_date::text, ' ' ORDER BY thai_id) FROM registry.person WHERE thai_id IN ('$(people id 961005)', '$(people id 961007)')")" \
   "1941-01-01 1938-02-15" "other dates are as given"
is "$(ask "SELECT count(*) FROM registry.review WHERE kind = 'legacy_unknown_birth'")" 0 "and nothing is listed for review"

people rows 961011 < births.txt > flagged.csv
run import persons flagged.csv --legacy-unknown-birth
is "$status" 0 "with the flag all are taken"
born() { ask "SELECT birth_date || CASE WHEN EXISTS (SELECT FROM registry.review WHERE review.thai_id = person.thai_id AND kind = 'legacy_unknown_birth') THEN ' review' ELSE '' END FROM registry.person WHERE thai_id = '$(people id "$1")'"; }
is "$(born 961011)" "00/00/2483 review" "01/01/2483: the year alone, and listed for review"
is "$(born 961012)" "00/00/2480 review" "1 ม.ค. 2480 likewise"
is "$(born 961013)" "00/00/2479 review" "24790101 likewise"
is "$(born 961014)" "00/00/2479 review" "๑ มกราคม ๒๔๗๙ likewise"
is "$(born 961015)" "1941-01-01 review" "01/01/2484: as given, and listed for review"
is "$(born 961016)" "1942-01-02" "2 January: as given, not listed"
is "$(born 961017)" "1938-02-15" "any other day: as given, not listed"
is "$(ask 'SELECT legacy_unknown_birth FROM registry.import ORDER BY import_id DESC LIMIT 1')" t "the import knows that it was asked so"
run import persons flagged.csv --legacy-unknown-birth
is "$status $(sed -n '/^Unchanged/s/.* //p' <<< "$out")" "0 7" "the same again with the flag: unchanged"
is "$(ask "SELECT count(*) FROM registry.review WHERE kind = 'legacy_unknown_birth'")" 5 "and listed once"
