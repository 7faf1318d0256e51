# Files of transfers: their structure, their totals, the same bytes each time, and no file at all when anything is wrong.
# shellcheck source=/dev/null
. "$top/client/test/bank.sh"
schema=$top/client/test/pain.001.001.09.subset.xsd
first=WF-256910-000012-001 second=WF-256910-000012-002
sealed() { ask "SELECT transfers || ' ' || control_sum || ' ' || digest FROM payment.batch WHERE (disbursement_number, batch_number) = ($1, $2)"; }

# The list
run payfile --list
is "$status $(sed -n 3p <<< "$out" | tr -s ' |' '|')" "0 |12|1|2026-10-09|ธนาคารกรุงไทย|50|30,502.50|sent|" "the list of batches, for people"
run payfile --list --json --disbursement 12 --batch 2
is "$(python3 -c 'import json,sys; value = json.load(sys.stdin); print([(one["batch_number"], one["transfers"], one["control_sum"]) for one in value])' <<< "$out")" "[(2, 3, 3000.0)]" \
   "and as JSON, of one batch"
run payfile --list --disbursement 99
is "$status $out" "0 There are no batches." "no batches: said"
is "$(ask 'SELECT sum(looks) FROM payment.batch')" 0 "AR2!: the list looks at no account"

# Both formats at once
mkdir out
run payfile --output=out --format=pain.001,csv
is "$status $out$err" "0 " "files are written; nothing is said to what is no terminal"
is "$(ls -A out | paste -sd ' ')" "$first.csv $first.xml $second.csv $second.xml" "ER13: a file for each batch and format, and no temporary one"
is "$(stat -c %a out/* | sort -u)" 600 "AR2: readable by their owner only"
for name in $first $second; do
  number=${name: -1}
  ok "$name: structure of pain.001.001.09" xmllint --noout --schema "$schema" "out/$name.xml"
  is "$(retotal "out/$name.xml" | sed -n 1p)" "$(sealed 12 "$number")" "ER13: $name.xml, totalled anew: number, sum and digest are those of the database"
  is "$(retotal "out/$name.xml" | sed -n '2,3p' | sort -u)" "$(sealed 12 "$number" | cut -d ' ' -f 1,2)" "ER13: so state its group header and its payment"
  is "$(retotal "out/$name.csv" | sort -u)" "$(sealed 12 "$number")" "ER13: $name.csv, totalled anew: transfers, batch record and totals agree"
done
is "$(ask "SELECT count(*) || ' ' || sum(amount) FROM payment.transfer WHERE (disbursement_number, batch_number) = (12, 1)")" "$(retotal out/$first.xml | sed -n 1p | cut -d ' ' -f 1,2)" \
   "ER13: and the sum of the rows themselves"
get() { xmllint --xpath "string($1)" out/$first.xml; }
local_names() { printf '%s' "$1" | sed -E "s|/([A-Za-z]+)|/*[local-name()='\1']|g"; }
get_path() { get "$(local_names "$1")"; }
is "$(get_path //GrpHdr/MsgId) $(get_path //GrpHdr/CreDtTm) $(get_path //PmtInf/ReqdExctnDt/Dt) $(get_path //PmtMtd)" "$first 2026-10-07T03:30:05+07:00 2026-10-09 TRF" \
   "message, moment of the seal in Thailand's time, pay day, transfer"
is "$(get_path //DbtrAgt/FinInstnId/ClrSysMmbId/ClrSysId/Cd) $(get_path //DbtrAgt/FinInstnId/ClrSysMmbId/MmbId) $(get_path //DbtrAcct/Id/Othr/Id) $(get_path //Dbtr/Nm)" \
   "THCBC 006 0001234567 เงินทดสอบ & <ระบบ>" "EG6.2: the account that pays"
is "$(get "(//*[local-name()='Cdtr'])[5]")" '"ร้าน" <ก & ข>, | ทดสอบ' "EG6.2: a name with marks that XML has a use for is whole"
like "$(cat out/$first.csv)" '^transfer,100000000039595,600.00,006,,0000000005,"""ร้าน"" <ก & ข>, | ทดสอบ",,,,' "and in CSV"
is "$(get "count(//*[local-name()='BrnchId']/*[local-name()='Id'])") $(get "count(//*[local-name()='BrnchId']/*[local-name()='Nm'])")" "17 16" "a branch is a code or a name"
is "$(grep -cE 'RmtInf|Purp|CtgyPurp|Ustrd|elderly|disab|aids|AIDS|ผู้สูงอายุ|พิการ|เอดส์' out/*)" "$(printf 'out/%s:0\n' $first.csv $first.xml $second.csv $second.xml)" "AR2!: no text, purpose or name tells a programme"
# The schema is no rubber stamp
for change in 's|<MsgId>[^<]*</MsgId>||' 's|600.00</InstdAmt>|-600.00</InstdAmt>|' 's|(<Cdtr>.*</Cdtr>)(<CdtrAcct>.*</CdtrAcct>)|\2\1|' 's|</CdtTrfTxInf>|<RmtInf/></CdtTrfTxInf>|'; do
  sed -E "$change" out/$first.xml > spoiled.xml
  ok "the structure is refused after $change" test -n "$(xmllint --noout --schema "$schema" spoiled.xml 2>&1 | grep 'fails to validate')"
done
sed -E '0,/600.00<\/InstdAmt>/s//700.00<\/InstdAmt>/' out/$first.xml > spoiled.xml
ok "and a changed amount is seen when it is totalled anew" test "$(retotal spoiled.xml | sed -n 1p | cut -d ' ' -f 2)" != 30502.50

# The same bytes again, whoever asks and wherever
cp -r out before
run payfile --output=out --format=pain.001,csv
is "$status $err" "0 welfare: warning: no batch waits for its file" "without a disbursement only what has no file yet is written"
mkdir again
PGTZ=America/New_York PGOPTIONS='-c datestyle=German,DMY -c lc_numeric=C -c extra_float_digits=0' run payfile --disbursement 12 --output=again --format=csv,pain.001 --language th
is "$status" 0 "with --disbursement they are written again"
ok "ER13: byte by byte the same, in another time zone, date style and language" diff -r before again
inode=$(stat -c %i again/$first.xml)
run payfile --disbursement 12 --output=again
is "$status $(stat -c %i again/$first.xml)" "0 $inode" "a file that is there with the same bytes stays"
echo tampered >> again/$second.xml
run payfile --disbursement 12 --output=again --format=pain.001,csv
is "$status $(tail -n 1 again/$second.xml)" "1 tampered" "ER13!: a file with other bytes is evidence, and not written over"
like "$err" 'holds something else.*' "which is said"
is "$(ls -A again | wc -l)" 4 "and no temporary file is left"
run payfile --disbursement 12 --batch 2 --json --output=out
is "$(python3 -c 'import json,sys; value = json.load(sys.stdin); print(len(value), value[0]["files"], value[0]["transfers"], value[0]["control_sum"])' <<< "$out")" \
   "1 ['out/$second.xml'] 3 3000.00" "--json: one object for each batch"
is "$(ask 'SELECT min(looks) > 1 FROM payment.batch')" t "and the database knows of every look"
run payfile --disbursement 12 --batch 3
is "$status $err" "1 welfare: error: disbursement 12 has no batch 3" "a batch that is not there"
ask "UPDATE payment.batch SET exported_at = NULL, state = 'broken' WHERE batch_number = 2"
mkdir rest
run payfile --output=rest
is "$status $(ls -A rest)" "0 " "ER13!: nothing is written of a disbursement that was broken up"
ask "UPDATE payment.batch SET state = 'sent' WHERE batch_number = 2"

# Whatever is wrong, no file is left
mkdir none
refused() { # description, expected message, statement that spoils
  ask "BEGIN; $3; COMMIT" > spoil.txt 2>&1 || cat spoil.txt >&2
  run payfile --disbursement 12 --batch 1 --output=none --format=pain.001,csv
  is "$status" 1 "$1: status 1"
  like "$err" "$2" "$1: said"
  is "$(ls -A none)" "" "$1: no file is left"
  ask "DELETE FROM payment.transfer; DELETE FROM payment.batch; INSERT INTO payment.transfer SELECT * FROM payment.kept; SELECT payment.seal(12, 1, '$first')" > /dev/null
}
ask "CREATE TABLE payment.kept AS SELECT * FROM payment.transfer WHERE batch_number = 1"
reseal="SELECT payment.seal(12, 1, '$first')"
refused "ER13!: a transfer too few" 'number of transfers 49 is not that of its batch, 50' "DELETE FROM payment.transfer WHERE batch_number = 1 AND place = 50"
refused "ER13!: a transfer too many" 'number of transfers 50 is not that of its batch, 49' "UPDATE payment.batch SET transfers = 49"
refused "ER13!: a satang too much" 'sum 30,502.51 is not that of its batch, 30,502.50' "UPDATE payment.transfer SET amount = amount + 0.01 WHERE batch_number = 1 AND place = 7"
refused "ER13!: another account" "digest [0-9a-f]{64} is not that of its batch, [0-9a-f]{64}" "UPDATE payment.transfer SET account_number = '9999999999' WHERE batch_number = 1 AND place = 7"
refused "ER13!: a bar that moved from a branch into a name" 'digest' "UPDATE payment.transfer SET bank_branch = 'ก|7', account_number = '77' WHERE batch_number = 1 AND place = 7; $reseal; UPDATE payment.transfer SET bank_branch = 'ก', account_number = '7', account_name = '77|' || account_name WHERE batch_number = 1 AND place = 7"
refused "ER13!: two amounts exchanged" 'digest' "UPDATE payment.transfer SET amount = CASE place WHEN 10 THEN 600 ELSE 700.50 END WHERE batch_number = 1 AND place IN (10, 11)"
refused "ER13!: a reference that comes twice" 'reference 100000000015838 comes twice' "UPDATE payment.transfer SET reference = '100000000015838' WHERE batch_number = 1 AND place = 3; $reseal"
refused "references out of order" 'comes twice or out of order' "UPDATE payment.transfer SET place = 51 - place; $reseal"
refused "a reference that tells something" 'reference of a transfer is not as it must be' "UPDATE payment.transfer SET reference = 'ELDERLY-2569-10' WHERE place = 7; $reseal"
refused "ER13!: an amount below nothing" 'amount of transfer 100000000055433' "UPDATE payment.transfer SET amount = -600 WHERE batch_number = 1 AND place = 7; $reseal"
refused "ER13!: an amount of nothing" 'amount of transfer 100000000055433' "UPDATE payment.transfer SET amount = 0 WHERE batch_number = 1 AND place = 7; $reseal"
refused "a control character" 'account name of transfer 100000000055433 holds a control character' "UPDATE payment.transfer SET account_name = E'ทดสอบ\x07' WHERE place = 7; $reseal"
refused "a line end in a name" 'control character' "UPDATE payment.transfer SET account_name = E'ทดสอบ\nTOTAL' WHERE place = 7; $reseal"
refused "a mark that turns the direction of writing" 'control character' "UPDATE payment.transfer SET account_name = U&'\202E ทดสอบ' WHERE place = 7; $reseal"
refused "a name of 141 characters" 'more than 140 characters' "UPDATE payment.transfer SET account_name = repeat('ก', 141) WHERE place = 7; $reseal"
refused "EG6.2!: no account" 'account number of transfer 100000000055433 is missing' "UPDATE payment.transfer SET account_number = '' WHERE place = 7; $reseal"
refused "EG6.2!: no bank" 'bank of transfer 100000000055433' "UPDATE payment.transfer SET bank_code = NULL WHERE place = 7; $reseal"
refused "EG6.2!: no account that pays" 'account that pays of .* is missing' "UPDATE payment.batch SET debtor_account = NULL"
refused "a batch of no transfers" 'number of transfers' "DELETE FROM payment.transfer; $reseal; UPDATE payment.batch SET control_sum = 0"
refused "a message identifier that leads elsewhere" 'message identifier' "UPDATE payment.batch SET message_id = '../elsewhere'"
absent elsewhere.xml "and nothing is written there"
refused "a database that refuses" 'not today' "CREATE FUNCTION payment.refuse() RETURNS trigger LANGUAGE plpgsql AS \$\$BEGIN RAISE 'not today'; END\$\$; CREATE TRIGGER refuse BEFORE UPDATE ON payment.batch FOR EACH ROW EXECUTE FUNCTION payment.refuse()"
ask 'DROP TRIGGER refuse ON payment.batch'
refused "a look that cannot be recorded" 'not today' "CREATE CONSTRAINT TRIGGER refuse AFTER UPDATE ON payment.batch DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION payment.refuse()"
ask 'DROP TRIGGER refuse ON payment.batch'
ask "UPDATE payment.transfer SET account_name = repeat('ก', 140), account_number = repeat('1', 34); $reseal"
run payfile --disbursement 12 --output=none
is "$status $(retotal none/$first.xml | sed -n 1p)" "0 $(sealed 12 1)" "names of 140 characters and accounts of 34 are whole"
rm none/*
(trap '' XFSZ; ulimit -f 8; PGUSER=client_admin "$welfare" --language en payfile --disbursement 12 --output=none 2> full.txt)
is "$? $(ls -A none)" "1 " "a disk that is full: status 1, and no file is left"
like "$(cat full.txt)" 'could not' "which is said"
run payfile --output=/nonexistent -h /nonexistent
like "$status $err" '^1 .*no file can be made in "/nonexistent"' "a folder that is not there: said before anything is asked"

# Ctrl-C
PGUSER=$superuser psql -X -q -c "BEGIN; LOCK TABLE payment.transfer; SELECT pg_sleep(60)" > /dev/null 2>&1 &
waits_for() { for _ in $(seq 100); do [ -n "$(ask "$1")" ] && return; sleep 0.1; done; return 1; }
ok "a table is held" waits_for "SELECT 1 FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted AND relation = 'payment.transfer'::regclass"
PGUSER=client_admin "$welfare" --language en payfile --disbursement 12 --output=none > /dev/null 2> stopped.txt &
started=$!
ok "the client waits for it" waits_for "SELECT 1 FROM pg_stat_activity WHERE application_name = 'welfare' AND wait_event_type = 'Lock'"
kill -INT $started
wait $started
is "$? $(ls -A none)" "130 " "Ctrl-C ends the client by that signal, and no file is left"
like "$(cat stopped.txt)" 'error: cancelled' "which is said"
ask "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(60)%' AND pid <> pg_backend_pid()" > /dev/null
wait

# A large batch
ask "INSERT INTO payment.transfer SELECT 13, 1, n, to_char(300000000000000 + n::bigint * 7919, 'FM000000000000000'), 600 + n % 5 * 100, 6, 'นครปฐม', to_char(n, 'FM0000000000'), 'นางทดสอบ ระบบ'
       FROM generate_series(1, 300000) AS n; SELECT payment.seal(13, 1, 'WF-256910-000013-001')" > /dev/null
read -r status megabytes <<< "$(with_memory payfile --disbursement 13 --output=none --format=pain.001,csv)"
is "$status" 0 "300,000 transfers: status 0"
ok "in less than 30 MB of memory (took $megabytes)" test "$megabytes" -lt 30
is "$(retotal none/WF-256910-000013-001.xml | sed -n 1p)" "$(sealed 13 1)" "ER13: and their XML, totalled anew"
is "$(retotal none/WF-256910-000013-001.csv | sort -u)" "$(sealed 13 1)" "ER13: and their CSV"
ok "in the structure of the standard" xmllint --noout --stream --schema "$schema" none/WF-256910-000013-001.xml
rm none/*
shown=$(on_terminal 100 "$welfare" --language en payfile --disbursement 13 --output=none)
like "$shown" 'WF-256910-000013-001 \[#+\.+\] +[0-9]+%  [0-9,]+/300,000 transfers  [0-9,]+/s' "a terminal sees a bar, transfers and rate"
like "$shown" 'none/WF-256910-000013-001\.xml' "then the file"
like "$shown" '1 batches, 300,000 transfers, 240,000,000\.00 baht' "and what it comes to"
ok "--quiet: it sees nothing" test -z "$(on_terminal 100 "$welfare" --quiet payfile --disbursement 13 --output=none)"
rm -r none
leave_bank
