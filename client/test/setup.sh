# Sourced by client/test/run: a database with the schema, its users, and helpers.
welfare=$PWD/client/welfare
database=welfare_client
superuser=${PGUSER:-postgres}
work=$(mktemp -d "${TMPDIR:-/tmp}/welfare-client.XXXXXX")

finish() {
  cd / || return
  rm -rf "$work"
  PGUSER=$superuser dropdb --if-exists --force "$database" 2>/dev/null
  PGUSER=$superuser psql -X -q -d postgres -c 'DROP ROLE IF EXISTS client_admin, client_officer, client_stranger' 2>/dev/null
}
trap finish EXIT
trap 'exit 130' INT TERM

fatal() {
  echo "Bail out! $*"
  exit 1
}

[ -x "$welfare" ] || fatal "client/welfare is not built"
PGUSER=$superuser dropdb --if-exists --force "$database" 2>/dev/null
test/deploy "$database" >&2 || fatal "the schema cannot be deployed"
export PGDATABASE=$database

# Asks the database as its superuser. Parameters: statement.
ask() { PGUSER=$superuser PGOPTIONS='-c search_path=welfare,public -c client_min_messages=warning' psql -X -q -At -v ON_ERROR_STOP=1 -c "$1"; }

PGUSER=$superuser psql -X -q -v ON_ERROR_STOP=1 >&2 <<SQL || fatal "the users cannot be made"
SET client_min_messages = warning;
DROP ROLE IF EXISTS client_admin, client_officer, client_stranger;
CREATE ROLE client_admin LOGIN IN ROLE welfare_admin;
CREATE ROLE client_officer LOGIN IN ROLE welfare_authority;
CREATE ROLE client_stranger LOGIN IN ROLE welfare_authority;
ALTER ROLE client_admin SET welfare.principal = 'client_admin';
ALTER ROLE client_admin SET welfare.nation = on;
ALTER ROLE client_admin SET welfare.duty = 'administrator';
ALTER ROLE client_officer SET welfare.principal = 'client_officer';
ALTER ROLE client_officer SET welfare.duty = 'local_authority';
ALTER ROLE client_officer SET welfare.authority_code = 5730102;
ALTER DATABASE $database SET welfare.business_date = '2026-10-01';
SET ROLE welfare_owner;
\i demo/places.sql
SQL

people() { python3 "$top/client/test/people.py" "$@"; }
top=$PWD
cd "$work" || exit 1

# Runs the client as a user (as=…, client_admin when not said), in English unless the test says otherwise.
# Sets out, err and status.
run() {
  out=$(env -u LC_ALL -u LC_MESSAGES LANG=en_US.UTF-8 PGUSER="${as:-client_admin}" "$welfare" "$@" 2>"$work/err")
  status=$?
  err=$(cat "$work/err")
}

# Runs the client on a terminal of a width; prints what stands on it.
on_terminal() {
  PGUSER=client_admin python3 - "$@" <<'PYTHON'
import fcntl, os, pty, struct, sys, termios
child, terminal = pty.fork()
if child == 0:
    os.execv(sys.argv[2], sys.argv[2:])
fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, int(sys.argv[1]), 0, 0))
shown = b""
while True:
    try:
        block = os.read(terminal, 65536)
    except OSError:
        break
    if not block:
        break
    shown += block
sys.stdout.write(shown.decode())
PYTHON
}

# Parameters: what must not be there, description.
absent() { ok "$2" test ! -e "$1"; }
