# The civil registry's feed: deliveries come again, come late and come wrong; nothing of them is lost, and no claim changes.

events() { ask 'SELECT count(*) FROM civil.event'; }
feed() { # a header and rows: COLUMNS, then ROW…
  printf '%s\n' "$@"
}
PGUSER=$superuser psql -X -q -v ON_ERROR_STOP=1 >&2 <<'SQL' || fatal "the registry's user cannot be made"
SET client_min_messages = warning;
DROP ROLE IF EXISTS client_registry;
CREATE ROLE client_registry LOGIN IN ROLE welfare_civil;
ALTER ROLE client_registry SET welfare.principal = 'client_registry';
ALTER ROLE client_registry SET welfare.nation = on;
ALTER ROLE client_registry SET welfare.duty = 'civil_registry';
SQL
columns=thai_id,kind,happened_on,registered_on,reported_on,birth_date,first_name,last_name,event_reference
one=$(people id 970001) two=$(people id 970002)
feed "$columns" "$one,ตาย,15/09/2569,16/09/2569,16/09/2569,15/06/2490,ทดสอบ,ระบบ,D1" "$two,moved_out,15/09/2569,16/09/2569,,15/06/2490,ทดสอบ,ระบบ,M1" > feed.csv
as=client_registry run import registry-feed feed.csv
is "$status $(tr -s ' ' <<< "$out" | paste -sd '|')" "0 Rows read 2|Events added 2|Unchanged 0|Refused 0" "ER15: a delivery is taken"
as=client_registry run import registry-feed feed.csv
is "$status $(tr -s ' ' <<< "$out" | paste -sd '|') $(events)" "0 Rows read 2|Events added 0|Unchanged 2|Refused 0 2" "ER15!: delivered again it adds nothing"
absent feed.rejected.csv "nothing refused: no file of refused rows"
feed "$columns" "$one,death,14/09/2569,16/09/2569,,15/06/2490,ทดสอบ,ระบบ,D1" "123,death,15/09/2569,16/09/2569,,15/06/2490,ทดสอบ,ระบบ," "$two,died?,15/09/2569,16/09/2569,,15/06/2490,ทดสอบ,ระบบ,\"a \"b" \
  "$two,death,15/09/2569,16/09/2569,,15/06/2490,ทดสอบ,ระบบ,D2" > mixed.csv
as=client_registry run import registry-feed --json mixed.csv
is "$status $(python3 -c 'import json,sys; value = json.load(sys.stdin); print(len(value.pop("deliveries")), value)' <<< "$out")" \
   "3 1 {'file': 'mixed.csv', 'rows': 4, 'events_added': 1, 'unchanged': 0, 'refused': 3, 'rejected_file': 'mixed.rejected.csv'}" "what is right is taken, the rest counted"
is "$(cut -d, -f1 mixed.rejected.csv | paste -sd ' ')" "line 2 3 4" "and written beside the file, by line"
like "$(sed -n 2p mixed.rejected.csv)" 'D1.*was delivered with other details' "with the reason"
like "$(sed -n 4p mixed.rejected.csv)" 'quotation mark' "also of what could not be read"
is "$(ask 'SELECT count(*) FROM civil.refused_row')" 3 "and kept"
as=client_registry run import registry-feed --chunk=1 mixed.csv
is "$status $(events)" "3 3" "in chunks too, and again"
as=client_registry run import registry-feed --legacy-unknown-birth feed.csv
is "$status" 2 "options of persons are none of the feed"
feed "thai_id,kind" "$one,death" > short.csv
as=client_registry run import registry-feed short.csv
like "$status $err" '^1 .*lacks the column "happened_on"' "every column that a row needs is asked for"
as=client_officer run import registry-feed feed.csv
like "$status $err" '^1 .*permission denied' "ER15!: an officer delivers nothing"
run import registry-feed --help
like "$status $out" 'death_cancelled' "its help tells the kinds"
as=client_registry run import registry-feed --language th feed.csv
like "$out" 'เพิ่มเหตุการณ์' "in Thai for who reads Thai"
is "$(ask 'SELECT count(*) FROM civil.finding')" 0 "ER14!: no finding without a sweep, and no claim changed"
PGUSER=$superuser psql -X -q -c 'DROP OWNED BY client_registry' -c 'DROP ROLE client_registry' >&2
