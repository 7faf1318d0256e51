#!/usr/bin/env bash
# Two sessions at once: deploys the schema into a database of its own and runs specs/*.spec there by
# pg_isolation_regress, one test each. Arguments: specs to run (default: all).
. "$(dirname "$0")/tap.sh"
cd "$(dirname "$0")/.." || exit 1

unset PGOPTIONS PGSERVICE
database=welfare_isolation
output=$(cd "${WELFARE_TEST_PLACE:-.}" && pwd)/output_iso
mkdir -p "$output"
tester=$(dirname "$("${PG_CONFIG:-pg_config}" --pgxs)")/../test/isolation/pg_isolation_regress
remove() { dropdb --if-exists "$database" 2>/dev/null; }
trap remove EXIT
trap 'exit 130' INT TERM
remove
{
  test/deploy "$database" &&
    psql -X -q -v ON_ERROR_STOP=1 -d "$database" -c "ALTER DATABASE $database SET welfare.business_date = '2026-10-01'" \
      -c 'SET ROLE welfare_owner' -f demo/places.sql -c 'RESET ROLE' -f specs/fixture.sql
} || { echo "not ok 1 - what the specs need"; exit 1; }

# Parameter: spec. Shows the differences when it fails.
run_spec() {
  "$tester" --inputdir=. --outputdir="$output" --bindir="$("${PG_CONFIG:-pg_config}" --bindir)" --use-existing --dbname="$database" "$1" > "$output/log" 2>&1 ||
    { cat "$output/log" "$output/regression.diffs"; return 1; }
}
specs=$*
[ -n "$specs" ] || specs=$(for spec in specs/*.spec; do basename "$spec" .spec; done)
for spec in $specs; do
  ok "$spec: $(sed -n '1s/^# *//p' "specs/$spec.spec")" run_spec "$spec"
done
done_testing
