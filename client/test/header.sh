# Headers: what is wrong is named, before anything is sent. No server is here to be asked.

refused() { # description, regular expression of the message; the file is header.csv
  run import persons header.csv --host /nonexistent
  is "$status" 1 "$1: status 1"
  like "$err" "$2" "$1: said"
  ok "$1: no server was asked" test -z "$(grep -i 'connection' <<< "$err")"
}

printf 'thai_id,programme,shoe_size\n' > header.csv
refused "unknown column" 'unknown column "shoe_size"'
like "$err" 'HINT: Columns may be.*thai_id, title.*contact_postcode.*remark' "unknown column: those that may be"
printf 'thai_id,programme,title,thai_id\n' > header.csv
refused "repeated column" 'column "thai_id" comes twice'
printf 'title,programme\n' > header.csv
refused "missing thai_id" 'lacks the column "thai_id"'
printf 'thai_id,title\n' > header.csv
refused "missing programme" 'lacks the column "programme"'
printf 'title,title,x,y\n' > header.csv
refused "many faults" 'column "title" comes twice'
is "$(grep -c 'error:' <<< "$err")" 5 "many faults: all of them are said at once"
printf 'thai_id,programme,\n' > header.csv
refused "column without a name" 'column 3 of the header has no name'
printf 'thai_id;programme;title\n' > header.csv
refused "semicolons" 'unknown column "thai_id;programme;title"'
like "$err" 'HINT: Columns are separated by commas' "semicolons: what to do"
printf 'line,reason,thai_id,programme\n' > header.csv
refused "a file of refused rows" 'unknown column "line"'
like "$err" 'HINT: .*columns line and reason: take these two out' "a file of refused rows: what to do"
printf '' > header.csv
refused "empty file" 'is empty: it has no header'
printf '\n\r\n  \n' > header.csv
refused "file of blank lines" 'is empty: it has no header'
printf '\xff\xfet\0h\0a\0i\0_\0i\0d\0' > header.csv
refused "UTF-16" 'header of "header.csv" cannot be read'
printf 'thai_id,"programme\n' > header.csv
refused "quote that is not closed" 'header of "header.csv" cannot be read'
rm header.csv
refused "no such file" 'could not read "header.csv": No such file'
mkdir header.csv
refused "a folder" 'could not read "header.csv": Is a directory'
rmdir header.csv

printf 'programme,  thai_id  ,"title"\n' > header.csv
run import persons header.csv
is "$status" 0 "any order, quoted, with spaces around: taken"
like "$out" '^Rows read +0$' "a header alone is no row"
absent header.rejected.csv "nothing refused: no file of refused rows"
