# Sourced by the suites of files to and from banks: a database of its own that holds nothing but doubles of what the client calls.
bank=${database}_bank
PGUSER=$superuser dropdb --if-exists --force "$bank" 2>/dev/null
{ PGUSER=$superuser createdb "$bank" && PGUSER=$superuser psql -X -q -v ON_ERROR_STOP=1 -o /dev/null -d "$bank" -f "$top/client/test/bank_double.sql"; } >&2 ||
  fatal "the doubles cannot be made"
export PGDATABASE=$bank

# Ends the use of the doubles: the next suite has the schema again.
leave_bank() {
  export PGDATABASE=$database
  PGUSER=$superuser dropdb --if-exists --force "$bank" 2>/dev/null
}

retotal() { python3 "$top/client/test/retotal.py" "$1"; }
# Runs the client for a minute at most; prints its status and the most memory that it took, in MB.
with_memory() {
  PGUSER=client_admin python3 -c '
import resource, subprocess, sys
status = subprocess.run(["timeout", "120"] + sys.argv[1:], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode
print(status, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024)' "$welfare" "$@"
}
