# Results of a bank: CSV, pain.002 and camt.053 are told apart by their content; nothing is lost, and what is malformed is refused whole.
# shellcheck source=/dev/null
. "$top/client/test/bank.sh"
deliveries() { ask 'SELECT count(*) FROM payment.delivery'; }
# The last delivery: what it states, and its rows.
stated() { ask 'SELECT source, message_id, stated_rows, stated_sum FROM payment.delivery ORDER BY delivery_number DESC LIMIT 1'; }
rows() { ask "SELECT line_number, problem IS NOT NULL, reference, outcome, reason_code, amount, booked_on, bank_text FROM payment.result_row WHERE delivery_number = (SELECT max(delivery_number) FROM payment.delivery) ORDER BY line_number"; }
counts() { tr -s ' ' <<< "$out" | grep -v '^Refused rows' | paste -sd '|'; }
take() { run import bank-results "$@"; }
iso() { printf 'urn:iso:std:iso:20022:tech:xsd:%s' "$1"; }

# CSV
header=reference,outcome,reason_code,amount,booked_on,bank_text
printf '%s\n' "$header" 100000000007919,credited,,600.00,2026-10-09, '100000000015838,failed,AC01,600.00,2026-10-09,"ไม่พบบัญชี, โปรดตรวจสอบ"' 100000000023757,returned,AC04,700.50,2026-10-12,closed > results.csv
take results.csv
is "$status $(counts)" "0 Rows read 3|Credited 1|Failed 1|Returned 1|Unchanged 0|Refused 0" "ER13: results in CSV are taken"
is "$(stated)" "csv|||" "which states nothing of itself"
is "$(rows)" "$(printf '%s\n' '2|f|100000000007919|credited||600.00|2026-10-09|' '3|f|100000000015838|failed|AC01|600.00|2026-10-09|ไม่พบบัญชี, โปรดตรวจสอบ' '4|f|100000000023757|returned|AC04|700.50|2026-10-12|closed')" "line by line"
cp results.csv totals.csv
echo TOTAL,3,,1900.50,, >> totals.csv
take --json totals.csv
is "$status $(python3 -c 'import json,sys; value = json.load(sys.stdin); value.pop("deliveries"); print(value)' <<< "$out")" \
   "0 {'file': 'totals.csv', 'rows': 3, 'credited': 1, 'failed': 1, 'returned': 1, 'unchanged': 0, 'refused': 0, 'rejected_file': None}" "ER13: a last record with the totals is no result"
is "$(stated)" "csv||3|1900.50" "but what the file states"
sed 's/^\(.*\),\(.*\),\(.*\)$/\3,\2,\1/; 1s/.*/amount,outcome,reference/' <(cut -d, -f1,2,4 totals.csv | awk -F, '{print $1","$2","$3}') > turned.csv
take turned.csv
is "$status $(stated)" "0 csv||3|1900.50" "in whatever order its columns stand"
{ sed -n 1,2p totals.csv; echo TOTAL,3,,1900.50,,; sed -n 3p totals.csv; } > middle.csv
take middle.csv
is "$status $(stated) $(sed -n '2,$p' middle.rejected.csv | cut -d, -f1)" "3 csv||| 3" "ER13!: totals before the end are a record, and refused as one"
sed -i 's/TOTAL,3,/TOTAL,three,/' totals.csv
take totals.csv
like "$status $err" '^1 .*number of results that "totals.csv" states cannot be read' "ER13!: totals that are no number"
printf '%s\n' "$header" 100000000007919,credited,,600.00,, 100000000007919,failed,AC01,600.00,, 100000000015838,credited,,-600.00,, 100000000023757,paid?,,600.00,, '100,credited' > bad.csv
take bad.csv
is "$status $(counts)" "3 Rows read 5|Credited 1|Failed 0|Returned 0|Unchanged 0|Refused 4" "ER13!: a reference twice, an amount below nothing, an unknown outcome, a field too few: refused, the rest taken"
is "$(cut -d, -f1 bad.rejected.csv | paste -sd ' ')" "line 3 4 5 6" "each with its line"
printf '%s\n' reference,amount 1,2 > short.csv
take short.csv
like "$status $err" '^1 .*lacks the column "outcome"' "a column that is needed"
: > empty.csv
take empty.csv
like "$status $err" '^1 .*is empty' "an empty file"
take --chunk=10 results.csv
is "$status" 2 "totals are those of a whole file: --chunk is no option of it"

# pain.002
cat > report.xml <<XML
<?xml version="1.0" encoding="UTF-8"?>
<!-- by the bank -->
<Document xmlns="$(iso pain.002.001.10)"><CstmrPmtStsRpt>
 <GrpHdr><MsgId>BANK-0001</MsgId><CreDtTm>2026-10-09T18:00:00+07:00</CreDtTm></GrpHdr>
 <OrgnlGrpInfAndSts><OrgnlMsgId>WF-256910-000012-001</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId><OrgnlNbOfTxs>5</OrgnlNbOfTxs><OrgnlCtrlSum>3000.5</OrgnlCtrlSum><GrpSts>PART</GrpSts></OrgnlGrpInfAndSts>
 <OrgnlPmtInfAndSts><OrgnlPmtInfId>WF-256910-000012-001</OrgnlPmtInfId><OrgnlNbOfTxs>5</OrgnlNbOfTxs><OrgnlCtrlSum>3000.50</OrgnlCtrlSum>
  <TxInfAndSts><OrgnlEndToEndId>100000000007919</OrgnlEndToEndId><TxSts>ACSC</TxSts><AccptncDtTm>2026-10-08T09:00:00+07:00</AccptncDtTm><FctvIntrBkSttlmDt><Dt>2026-10-09</Dt></FctvIntrBkSttlmDt><OrgnlTxRef><Amt><InstdAmt Ccy="THB">600.00</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>
  <TxInfAndSts><OrgnlEndToEndId>100000000015838</OrgnlEndToEndId><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>บัญชีปิด, "closed"</AddtlInf><AddtlInf>  since
    2568 &amp; before </AddtlInf></StsRsnInf><StsRsnInf><Rsn><Cd>MS03</Cd></Rsn></StsRsnInf><AccptncDtTm>2026-10-09T09:00:00+07:00</AccptncDtTm><OrgnlTxRef><Amt><InstdAmt Ccy="THB">600.00</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>
  <TxInfAndSts><TxSts>RJCT</TxSts><StsRsnInf><Rsn><Prtry>X1</Prtry></Rsn></StsRsnInf></TxInfAndSts>
  <TxInfAndSts><OrgnlEndToEndId><![CDATA[100000000031676]]></OrgnlEndToEndId><TxSts>ACSC</TxSts><OrgnlTxRef><Amt><InstdAmt Ccy="USD">600.00</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>
  <TxInfAndSts/>
 </OrgnlPmtInfAndSts>
 <OrgnlPmtInfAndSts><OrgnlPmtInfId>WF-OTHER</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts><StsRsnInf><Rsn><Cd>AM04</Cd></Rsn></StsRsnInf></OrgnlPmtInfAndSts>
</CstmrPmtStsRpt></Document>
XML
take report.xml
is "$status $(counts)" "3 Rows read 6|Credited 1|Failed 1|Returned 0|Unchanged 0|Refused 4" "ER13: a pain.002 is taken, told by its content"
is "$(stated)" "pain.002.001.10|BANK-0001|5|3000.50" "with what it states, once"
is "$(rows)" "$(printf '%s\n' '1|f|100000000007919|ACSC||600.00|2026-10-09|' '2|f|100000000015838|RJCT|AC04|600.00|2026-10-09|บัญชีปิด, "closed" since 2568 & before MS03' '3|f||RJCT|X1|||' \
   '4|t|100000000031676|ACSC||600.00||' '5|f||||||' '6|t|WF-OTHER|RJCT|AM04|||')" "ER13: record by record, the settlement before the acceptance, every reason and text kept"
is "$(sed -n '1p;$p' report.xml.rejected.csv)" "$(printf '%s\n' "line,reason,$header" '6,"the record cannot be read: it is the status of a whole message or payment and names no transfer",WF-OTHER,RJCT,AM04,,,')" \
   "ER13!: a status that names no transfer is lost no more than the others"
is "$(cut -d, -f1 report.xml.rejected.csv | paste -sd ' ')" "line 3 4 5 6" "refused records have their number"
take --language th report.xml
like "$(cat report.xml.rejected.csv)" 'จำนวนเงินมิใช่สกุลบาท' "and reasons in Thai for who reads Thai"
sed 1,2d report.xml | tr -d '\n' > one_line.xml
take one_line.xml
is "$status $(counts)" "3 Rows read 6|Credited 1|Failed 1|Returned 0|Unchanged 0|Refused 4" "without declaration or line ends it is the same"
sed 's/<\(\/\?\)\([A-Z]\)/<\1p:\2/g; s/xmlns=/xmlns:p=/' one_line.xml > prefixed.xml
sed -i 's/<p:!\[CDATA/<![CDATA/; s/<p:!/<!/' prefixed.xml
take prefixed.xml
is "$status $(counts)" "3 Rows read 6|Credited 1|Failed 1|Returned 0|Unchanged 0|Refused 4" "and with a prefix"
sed '/WF-OTHER/d; /<OrgnlPmtInfAndSts>/,/<\/OrgnlPmtInfAndSts>/d; s/PART/RJCT/' report.xml > group.xml
take group.xml
is "$status $(rows)" "3 1|t|WF-256910-000012-001|RJCT||||" "ER13!: a file that was rejected as a whole is one record that somebody must see"
sed 's|<OrgnlNbOfTxs>5</OrgnlNbOfTxs><OrgnlCtrlSum>3000.5</OrgnlCtrlSum>||' report.xml > payments.xml
take payments.xml
is "$(stated)" "pain.002.001.10|BANK-0001|5|3000.50" "totals of payments count where the group states none"
PGUSER=client_admin "$welfare" --language en import bank-results - --rejected piped.csv < <(cat report.xml) > /dev/null
is "$? $(cut -d, -f1 piped.csv | paste -sd ' ')" "3 line 3 4 5 6" "a pipe is taken too"

# camt.053
entry() { # reference, amount, CRDT|DBIT, status, the rest
  echo "<Ntry><NtryRef>$1</NtryRef><Amt Ccy=\"THB\">$2</Amt><CdtDbtInd>$3</CdtDbtInd><Sts><Cd>$4</Cd></Sts><BookgDt><Dt>2026-10-09</Dt></BookgDt>$5</Ntry>"
}
transfer() { echo "<TxDtls><Refs><EndToEndId>$1</EndToEndId></Refs>$2</TxDtls>"; }
details() { echo "<NtryDtls>$*</NtryDtls>"; }
baht() { echo "<Amt Ccy=\"THB\">$1</Amt>"; }
statement() { # totals, entries
  echo "<Document xmlns=\"$(iso camt.053.001.08)\"><BkToCstmrStmt><GrpHdr><MsgId>STATEMENT-9</MsgId></GrpHdr><Stmt><Id>1</Id>$1$2</Stmt></BkToCstmrStmt></Document>"
}
totals() { echo "<TxsSummry><TtlNtries><NbOfNtries>$1</NbOfNtries><Sum>$2</Sum></TtlNtries><TtlCdtNtries><NbOfNtries>77</NbOfNtries><Sum>77</Sum></TtlCdtNtries></TxsSummry>"; }
returned='<RtrInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>closed</AddtlInf></RtrInf>'
statement "$(totals 2 1300.50)" "$(entry A 600.00 DBIT BOOK "$(details "$(transfer 100000000007919 '')")")
$(entry B 700.50 CRDT BOOK "$(details "$(transfer 100000000079190 "$(baht 700.50)$returned")")")" > statement.xml
take statement.xml
is "$status $(counts)" "0 Rows read 2|Credited 1|Failed 0|Returned 1|Unchanged 0|Refused 0" "ER13: a camt.053 is taken"
is "$(stated)" "camt.053.001.08|STATEMENT-9|2|1300.50" "with what its entries come to, and not those of one side"
is "$(rows)" "$(printf '%s\n' '1|f|100000000007919|credited||600.00|2026-10-09|' '2|f|100000000079190|returned|AC04|700.50|2026-10-09|closed')" \
   "ER13: a booked debit arrived, a credit with a reason of return came back; an entry of one transfer lends its amount"
statement "$(totals 1 1300.50)" "$(entry A 1300.50 DBIT BOOK "$(details "$(transfer 100000000007919 "$(baht 600.00)")$(transfer 100000000079190 "$(baht 700.50)")")")" > batch.xml
take batch.xml
is "$status $(rows | cut -d '|' -f 1-4) $(stated)" "0 $(printf '%s\n' '1|f|100000000007919|credited' '2|f|100000000079190|credited') camt.053.001.08|STATEMENT-9||1300.50" \
   "ER13: an entry of several transfers is several results; the number of entries is then not stated as theirs"
sed 's/1300.50<\/Amt><CdtDbtInd>/1300.51<\/Amt><CdtDbtInd>/' batch.xml > differs.xml
take differs.xml
is "$status $(rows | sed -n 3p | cut -d '|' -f 1-3,6)" "3 3|t|A|1300.51" "ER13!: an entry that is not the sum of its transfers is told"
like "$(cat differs.xml.rejected.csv)" 'the amount of the entry is not the sum of its transfers' "with the reason"
statement '' "$(entry A 600.00 DBIT PDNG "$(details "$(transfer 100000000007919 '')")")
$(entry B 600.00 CRDT BOOK "$(details "$(transfer 100000000015838 '')")")
$(entry C 600.00 DBIT BOOK '<AddtlNtryInf>ค่าธรรมเนียม</AddtlNtryInf>')
$(entry D 600.00 DBIT BOOK "<RvslInd>true</RvslInd>$(details "$(transfer 100000000023757 '')")")
$(entry E 600.00 DBIT BOOK "$(details "$(transfer 100000000031676 "$returned")")")
$(entry F 600.00 '' BOOK "$(details "$(transfer 100000000039595 '')")")" > others.xml
take others.xml
is "$status $(counts)" "3 Rows read 6|Credited 0|Failed 0|Returned 0|Unchanged 0|Refused 6" "ER13!: what else an account did is no transfer's result, and none of it is lost"
is "$(sed 1d others.xml.rejected.csv | cut -d '"' -f 2 | sed 's/the record cannot be read: //')" "$(printf '%s\n' 'its entry is not booked' 'it is money that came in and returns no transfer' \
   'it is an entry of the account that names no transfer' 'its entry takes another one back' 'it does not tell whether the money went out or came back' 'it does not tell whether the money went out or came back')" "each with its reason"
is "$(stated)" "camt.053.001.08|STATEMENT-9||" "a statement without totals states none"

# What is malformed: refused whole, before anybody is asked
before=$(deliveries)
whole() { # description, expected message
  run import bank-results broken.xml -h /nonexistent
  is "$status" 1 "$1: status 1"
  like "$err" "$2" "$1: said"
  ok "$1: no server was asked" test -z "$(grep -i 'connection' <<< "$err")"
}
head -c 1500 report.xml > broken.xml
whole "a file that was cut off" '"broken.xml" is no well-formed XML, line [0-9]+: .+'
sed '$d' report.xml > broken.xml
whole "a file without its last line" 'it ends early'
run import bank-results broken.xml -h /nonexistent --language th
like "$err" 'มิใช่ XML ที่ถูกต้อง บรรทัดที่ [0-9]+: แฟ้มไม่ครบ' "in Thai for who reads Thai"
{ echo '<?xml version="1.0"?><!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>'; sed '1,2d; s/BANK-0001/\&c;/' report.xml; } > broken.xml
whole "a document type that grows" 'it has a document type \(DOCTYPE\)'
{ echo '<!DOCTYPE Document SYSTEM "http://127.0.0.1:9/evil.dtd">'; sed 1,2d report.xml; } > broken.xml
whole "a document type from elsewhere" 'it has a document type \(DOCTYPE\)'
{ printf '<?xml version="1.0"?><!--%070000d-->' 0; printf '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'; sed '1,2d; s/BANK-0001/\&e;/' report.xml; } > broken.xml
whole "a document type after much else" 'it has a document type \(DOCTYPE\)'
{ printf '<?xml version="1.0"?><!--%065496d-->' 0; printf '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'; sed '1,2d; s/BANK-0001/\&e;/' report.xml; } > broken.xml
whole "a document type across two blocks" 'it has a document type \(DOCTYPE\)'
sed 's/BANK-0001/\&secret;/' report.xml > broken.xml
whole "an entity that nobody declared" "Entity 'secret' not defined"
iconv -f UTF-8 -t UTF-16 report.xml > broken.xml
whole "UTF-16" 'it is not UTF-8'
sed '1s/UTF-8/windows-874/' report.xml | iconv -f UTF-8 -t CP874 > broken.xml
whole "an encoding of old" 'it is not UTF-8'
sed 's/BANK-0001/BANK\xca\xc1/' report.xml > broken.xml
whole "bytes that are not UTF-8" 'not proper UTF-8'
echo '<html><body>502 Bad Gateway</body></html>' > broken.xml
whole "a page of a web server" 'holds no results of a bank: it begins with <html>'
like "$err" 'HINT: Messages that are read: pain.002.001.10 and camt.053.001.08' "with what is read"
sed 's/pain.002.001.10/pain.002.001.03/' report.xml > broken.xml
whole "another version of the message" 'it begins with <Document> of "pain.002.001.03"'
sed 's/CstmrPmtStsRpt/BkToCstmrStmt/' report.xml > broken.xml
whole "a message in the namespace of another" 'its first element is not that of its message'
sed 's/>3000.5</>-3000.5</' report.xml > broken.xml
whole "ER13!: a stated sum below nothing" 'sum that "broken.xml" states cannot be read'
sed 's/>5</>five</' report.xml > broken.xml
whole "a stated number that is none" 'number of results that "broken.xml" states cannot be read'
python3 -c 'import sys; print(sys.stdin.read().replace("BANK-0001", "9" * 11000000))' < report.xml > broken.xml
whole "a text of 11 MB" 'huge text'
python3 -c 'import sys; print(sys.stdin.read().replace("BANK-0001", "<element>" * 100 + "</element>" * 100))' < report.xml > broken.xml
whole "elements in elements without end" 'nested too deeply'
is "$(deliveries)" "$before" "ER13!: of none of them was anything recorded"
sed "s/AC04/$(printf '%05000d' 0)/" report.xml > long.xml
take long.xml
is "$status $(rows | sed -n 2p | cut -d '|' -f 1-4)" "3 2|t|100000000015838|RJCT" "a text of 5,000 bytes: its record only"
: > broken.xml
take broken.xml
like "$status $err" '^1 .*is empty' "an empty file"

# 300,000 results
python3 - <<'PYTHON'
with open("large.xml", "w") as stream:
    stream.write('<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>LARGE</MsgId></GrpHdr><OrgnlGrpInfAndSts><OrgnlMsgId>W</OrgnlMsgId>'
                 '<OrgnlNbOfTxs>300000</OrgnlNbOfTxs><OrgnlCtrlSum>180000000</OrgnlCtrlSum></OrgnlGrpInfAndSts><OrgnlPmtInfAndSts><OrgnlPmtInfId>W</OrgnlPmtInfId>')
    for number in range(1, 300001):
        stream.write('<TxInfAndSts><OrgnlEndToEndId>%015d</OrgnlEndToEndId><TxSts>%s</TxSts><OrgnlTxRef><Amt><InstdAmt Ccy="THB">600</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>'
                     % (number, "ACSC" if number % 500 else "WHAT"))
    stream.write("</OrgnlPmtInfAndSts></CstmrPmtStsRpt></Document>")
PYTHON
read -r status megabytes <<< "$(with_memory import bank-results large.xml)"
is "$status $(stated)" "3 pain.002.001.10|LARGE|300000|180000000.00" "300,000 results on one line: taken, but for the 600 that are none"
ok "in less than 30 MB of memory (took $megabytes)" test "$megabytes" -lt 30
is "$(ask "SELECT count(*), count(DISTINCT reference), sum(amount::numeric), max(line_number) FROM payment.result_row WHERE delivery_number = (SELECT max(delivery_number) FROM payment.delivery)")" "300000|300000|180000000|300000" \
   "ER13: every record is there, and their sum is the stated one"
is "$(sed 1d large.xml.rejected.csv | cut -d, -f1 | paste -sd ' ' | cut -c1-13) $(wc -l < large.xml.rejected.csv)" "500 1000 1500 601" "and the refused ones are written by their number"
leave_bank
