# Ctrl-C, and a connection that is cut: nothing is recorded, and the client says so.

# Holds a lock on a table until released. Parameters: table.
hold() {
  mkfifo lock
  PGUSER=$superuser psql -X -q < lock > /dev/null &
  holder=$!
  exec 9> lock
  echo "BEGIN; LOCK TABLE $1;" >&9
  waits "SELECT 1 FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND granted AND relation = '$1'::regclass"
}
release() {
  exec 9>&-
  wait "$holder"
  rm lock
}
# Waits until a query answers something, ten seconds at most.
waits() {
  for _ in $(seq 100); do
    [ -n "$(ask "$1")" ] && return
    sleep 0.1
  done
  return 1
}
client="SELECT pid FROM pg_stat_activity WHERE application_name = 'welfare'"
start() {
  PGUSER=client_admin "$welfare" --language en import persons interrupt.csv > interrupt.out 2> interrupt.err 9>&- &
  started=$!
  ok "$1: it waits for the server" waits "$client AND wait_event_type = 'Lock'"
}
gone() { ok "$1: its session is gone" waits "SELECT 1 WHERE NOT EXISTS ($client)"; }

people many 5000 | sed '2s/^./x/' > interrupt.csv
before=$(ask 'SELECT (SELECT count(*) FROM registry.import), (SELECT count(*) FROM registry.person)')
now() { ask 'SELECT (SELECT count(*) FROM registry.import), (SELECT count(*) FROM registry.person)'; }

for table in registry.import_row registry.person; do
  hold $table
  start "waiting for $table"
  kill -INT $started
  wait $started
  is "$?" 130 "Ctrl-C while waiting for $table ends the client by that signal"
  is "$(cat interrupt.err)" "welfare: error: cancelled; nothing was recorded" "and says that nothing was recorded"
  gone "after Ctrl-C"
  release
  is "$(now)" "$before" "nothing was recorded"
done

hold registry.person
start "before its session is ended"
ask "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'welfare'" > /dev/null
wait $started
is "$?" 1 "an administrator ends the session: status 1"
like "$(paste -sd '|' interrupt.err)" 'terminating connection.*\|welfare: error: nothing was recorded$' "and says so"
release
is "$(now)" "$before" "nothing was recorded"

hold registry.import_row
PGOPTIONS='-c statement_timeout=300ms' run import persons interrupt.csv
is "$status" 1 "a statement that takes too long: status 1"
like "$err" 'statement timeout' "and says so"
release
is "$(ls interrupt*)" "$(printf '%s\n' interrupt.csv interrupt.err interrupt.out)" "no file of refused rows is left by any of these"

hold registry.person
start "before its file is edited"
cp interrupt.csv kept.csv
echo "one line more" >> interrupt.csv
release
wait $started
is "$? $(cut -d: -f2- interrupt.err | paste -sd '|')" '1  error: "interrupt.csv" changed while it was imported| error: nothing was recorded' "a file that changes while it is imported: status 1"
is "$(now)" "$before" "nothing was recorded"
mv kept.csv interrupt.csv

run import persons interrupt.csv
is "$status" 3 "a second try works"
