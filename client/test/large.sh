# A large file: constant memory, every row accounted for, and a progress bar on a terminal only.

# Runs the client, five minutes at most; prints its status and the most memory that it took, in MB.
measured() {
  PGUSER=client_admin python3 -c '
import resource, subprocess, sys
status = subprocess.run(["timeout", "300"] + sys.argv[1:], stdout=subprocess.DEVNULL).returncode
print(status, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)' "$welfare" "$@"
}

people many 300000 > large.csv
read -r status megabytes <<< "$(measured import persons large.csv)"
is "$status" 3 "300,000 rows, one in 500 with a wrong ID: status 3"
ok "in less than 50 MB of memory (took $megabytes)" test "$megabytes" -lt 50
is "$(ask 'SELECT row_count, refused, claims_added + unchanged FROM registry.import ORDER BY import_id DESC LIMIT 1')" "300000|600|299400" "every row is accounted for"
is "$(($(wc -l < large.rejected.csv) - 1))" 600 "and every refused one written"
is "$(sed 1d large.rejected.csv | cut -d, -f1 | paste -sd ' ' | cut -c1-19)" "2 502 1002 1502 200" "in the order of the file"

cut -d, -f1-17 large.csv | sed "1s/.*/$(head -n 1 large.csv)/" > broken.csv
read -r status megabytes <<< "$(measured import persons broken.csv)"
is "$status $(($(wc -l < broken.rejected.csv) - 1))" "3 300000" "300,000 rows that cannot be read: all refused"
ok "in less than 50 MB of memory (took $megabytes)" test "$megabytes" -lt 50
is "$(cut -d, -f1 broken.rejected.csv | sed 1d | paste -sd+ | bc)" "$((300000 * 300003 / 2))" "each with its own line"
rm broken.csv broken.rejected.csv

# The staging tables are empty between imports, and autovacuum records that. The next import's plans must
# not believe it: joining 20,000 rows to 20,000 row by row takes minutes.
for rows in unchanged unreadable; do
  people many 20000 > stale.csv
  [ $rows = unchanged ] || sed -i '2,$s/,.*//' stale.csv
  ask 'ANALYZE registry.import_row, registry.import_candidate'
  SECONDS=0
  read -r status megabytes <<< "$(measured import persons stale.csv)"
  is "$status" 3 "20,000 $rows rows after statistics were taken of empty staging tables"
  ok "in less than 30 seconds (took $SECONDS)" test "$SECONDS" -lt 30
done

people many 50000 > terminal.csv
shown=$(on_terminal 100 "$welfare" --language en import persons terminal.csv)
like "$shown" 'Reading \[#+\.+\] +[0-9]+%  [0-9.]+/[0-9.]+ MB  [0-9,]+ rows  [0-9,]+ rows/s' "a terminal sees a bar, bytes, rows and rate"
like "$shown" 'Checking and recording' "and then that the server works"
ok "--quiet: it sees nothing" test -z "$(on_terminal 100 "$welfare" --quiet import persons terminal.csv)"
run import persons terminal.csv
is "$err" "" "who is no terminal sees none of it"
