# shellcheck shell=bash disable=SC2154
# QP11: import of complete forms by the client, every check included, against COPY of the same file into a
# table of texts, from the client's side too. A tenth of PEOPLE; one row in five hundred is wrong on purpose.

people=$((PEOPLE / 10 > 0 ? PEOPLE / 10 : 1))
if [ ! -e client/Makefile ]; then
  row_without "QP11 import of $(commas "$people") people's forms / COPY into texts" "<= 4" "there is no client"
  return 0
fi
make -s -C client PG_CONFIG="$PG_CONFIG"

database=bench_import
createdb "$database"
export PGDATABASE=$database
sqitch --quiet deploy --no-verify "db:pg:$database"
sql -v today=2026-10-01 -f demo/roles.sql
sql -c 'SET ROLE welfare_owner' -f demo/places.sql
sql -v people="$people" -f demo/population.sql > "$place/population.csv"
forms=$(($(wc -l < "$place/population.csv") - 1))
sql -c "CREATE TABLE bare ($(head -n 1 "$place/population.csv" | sed 's/,/ text, /g') text)"

copy_file() { sql -c "\\copy bare FROM '$place/population.csv' (FORMAT csv, HEADER)"; }
# Status 3 says that rows were refused, which is right here.
import_file() {
  local outcome=0
  PGUSER=demo_admin client/welfare --language en import persons "$place/population.csv" > "$place/import.log" 2>&1 || outcome=$?
  case $outcome in 0 | 3) ;; *) cat "$place/import.log" >&2; return "$outcome" ;; esac
}
import_all() {
  sql -c 'TRUNCATE bare' -c CHECKPOINT
  sample_command copy_forms copy_file
  # Nothing of an earlier round stays, whatever guards it.
  sql -c 'SET session_replication_role = replica' -c 'TRUNCATE registry.import, registry.import_row, registry.import_candidate, registry.import_mark, registry.person, audit.entry CASCADE' \
    -c CHECKPOINT 2> /dev/null
  sample_command import_forms import_file
}
rounds import_all
claims=$(sql -At -c 'SELECT count(*) FROM registry.claim')
[ "$claims" -gt $((forms * 98 / 100)) ] || { echo "only $claims of $forms forms became claims" >&2; exit 1; }

row "QP11 import of $(commas "$forms") forms / COPY into texts" import_forms copy_forms ms "<= 4"
export PGDATABASE=postgres
dropdb "$database"
