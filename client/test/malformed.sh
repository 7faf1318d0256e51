# Records that cannot be read: refused by the database, with their line and reason; the others go on.

id() { people id "$1"; }
header=$(people header)
good() { people row "$1"; }
before=$(ask 'SELECT count(*) FROM registry.person')
added() { echo $(($(ask 'SELECT count(*) FROM registry.person') - before)); }
# Lines of the refused rows. Parameters: the file of refused rows.
lines() { python3 -c 'import csv,sys; print(*[row[0] for row in list(csv.reader(open(sys.argv[1], newline="", encoding="utf-8-sig", errors="surrogateescape")))[1:]])' "$1"; }
reason() { python3 -c 'import csv,sys; print([row[1] for row in csv.reader(open(sys.argv[1], newline="", encoding="utf-8-sig", errors="surrogateescape")) if row[0] == sys.argv[2]][0])' "$1" "$2"; }

# One file with every fault, a byte-order mark, CRLF, a blank line, and no line end at its end.
# Line 3 begins a record of two lines.
{
  printf '\xef\xbb\xbf%s\r\n' "$header"
  good 10001 | tr -d '\n'; printf '\r\n'
  good 10002 | sed 's/สมชาย/"สม\nชาย"/' | sed 's/$/\r/'
  printf '\r\n'
  printf '%s,too,few\r\n' "$(id 10003)"
  printf '%s\xca\xc1\r\n' "$(good 10004)"
  good 10005 | sed 's/สมชาย/สม\x00ชาย/' | sed 's/$/\r/'
  good 10006 | sed 's/สมชาย/"สม"ชาย/' | sed 's/$/\r/'
  good 10007 | sed 's/$/,one too many\r/'
  good 10008 | sed 's/สมชาย/"สมชาย/' | sed 's/$/\r/'
  good 10009 | tr -d '\n'
} > faulty.csv
run import persons faulty.csv
is "$status" 3 "rows refused: status 3"
like "$out" '^Rows read +9$' "every record is a row; blank lines are none"
like "$out" '^Persons added +3$' "the good ones are added"
like "$out" '^Refused +6$' "the faulty ones are refused"
is "$(added)" 3 "and that is what is on record"
is "$(lines faulty.rejected.csv)" "6 7 8 9 10 11" "each with the line on which it begins, though a record before took two"
like "$(reason faulty.rejected.csv 6)" 'cannot be read: it has 3 fields, the header has 43' "too few fields"
like "$(reason faulty.rejected.csv 7)" 'cannot be read: it is not UTF-8 \(byte 0xCA' "not UTF-8"
like "$(reason faulty.rejected.csv 8)" 'cannot be read: it holds a zero byte' "a zero byte"
like "$(reason faulty.rejected.csv 9)" 'cannot be read: a quotation mark is out of place' "a stray quotation mark"
like "$(reason faulty.rejected.csv 10)" 'cannot be read: it has 44 fields, the header has 43' "too many fields"
like "$(reason faulty.rejected.csv 11)" 'cannot be read: a quotation mark is out of place' "a quotation mark that opens a field too many costs its line only"
is "$(ask "SELECT first_name FROM registry.person WHERE thai_id = '$(id 10002)'" | tr '\n' '|')" "สม ชาย|" "a line end in a quoted field is part of the text"

# The refused rows have the bytes that they had.
python3 - <<'PYTHON'
import sys
rejected = open("faulty.rejected.csv", "rb").read()
original = open("faulty.csv", "rb").read()
assert rejected.startswith(b"\xef\xbb\xbfline,reason,thai_id,title,"), "mark and header"
assert rejected.count(b"\r\n") == rejected.count(b"\n") == 7, "line ends as in the file"
lines = original.split(b"\r\n")
kept = rejected.split(b"\r\n")
for number in (6, 7, 8, 10):
    line = original.replace(b"\r\n", b"\n").split(b"\n")[number - 1]
    assert any(row.endswith(b'",' + line) for row in kept), number
for number in (9, 11):
    line = original.replace(b"\r\n", b"\n").split(b"\n")[number - 1]
    assert any(row.endswith(b',"' + line.replace(b'"', b'""') + b'"') for row in kept), number
PYTHON
is "$?" 0 "refused rows keep their bytes; what breaks the quoting becomes one quoted field"

run import persons faulty.csv --language th
like "$(reason faulty.rejected.csv 6)" 'มี 3 ช่อง แต่หัวตารางมี 43 ช่อง' "reasons in Thai for who reads Thai"
like "$out" 'ตรงกับที่มีอยู่ \(แถว\) +3$' "the good ones are unchanged by then"

# A quotation mark that nothing closes up to the end of the file
{ echo "$header"; good 10041; echo "$(id 10042),\"open"; echo "$(id 10043),x"; } > open.csv
run import persons open.csv
is "$status $(lines open.rejected.csv)" "3 3 4" "an unclosed quotation mark at the end: its line, and what follows on its own"
like "$(reason open.rejected.csv 3)" 'cannot be read: a quotation mark opens a field and none closes it' "with the reason"

# A record beyond the limit, and the line after it
{ echo "$header"; python3 -c 'print("x" * 70000)'; good 10011; } > long.csv
run import persons long.csv
is "$status $(lines long.rejected.csv)" "3 2" "a line of 70,000 bytes is refused"
like "$(reason long.rejected.csv 2)" 'longer than 65536 bytes' "with the limit as the reason"
like "$out" '^Persons added +1$' "and the next line is read"
# A quotation mark that would swallow more than the limit
{ echo "$header"; good 10012 | sed 's/สมชาย/"สมชาย/'; people many 700 | sed 1d; } > swallow.csv
run import persons swallow.csv
is "$(lines swallow.rejected.csv)" "2 3 503" "a quotation mark too many, far from any other: its line only (3 and 503 have wrong IDs)"

# A quote opened on one line and closed on a later one, with a number of fields that does not fit
{ echo "$header"; good 10021 | sed 's/สมชาย/"สมชาย/'; good 10022; good 10023 | sed 's/สมชาย/"สมชาย/'; good 10024; } > pair.csv
run import persons pair.csv
is "$(lines pair.rejected.csv)" "2 4" "two quotation marks too many: their two lines, not those between"
like "$out" '^Persons added +2$' "which are taken"

# Carriage returns alone, as old Macintosh programs write
{ echo "$header"; good 10031; good 10032; } | tr '\n' '\r' > macintosh.csv
run import persons macintosh.csv
like "$status $out" '^0 Rows read +2' "lines that end in a carriage return alone"
