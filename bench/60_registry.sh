# shellcheck shell=bash disable=SC2154
# QP8: an authority's people by the function, row security and the look's entry included, against the same query written by
# hand, as the owner. QP10: people by the first letters of a name inside a province. QP13: an edit with and without the
# audit's triggers. And what adding a beneficiary, signing in and acting as a user take.

database=bench_registry
createdb "$database"
export PGDATABASE=$database
sqitch --quiet deploy --no-verify "db:pg:$database"
sql -c 'SET ROLE welfare_owner' -f demo/places.sql
# An authority has about 1,800 of the nation's 14 million people, also where there are fewer.
authorities=$((PEOPLE / 1800 > 0 ? PEOPLE / 1800 : 1))
[ "$authorities" -le 7600 ] || authorities=7600
asked=$((authorities < 50 ? authorities : 50))
sql -v people="$PEOPLE" -v authorities="$authorities" -f bench/population.sql
sql -c "ALTER DATABASE $database SET welfare.business_date = '2026-10-01'" -c 'VACUUM (ANALYZE)'
sql -v people="$PEOPLE" -f bench/registry.sql > /dev/null

# The province that has most people.
province="SET welfare.principal = 'officer'; SET welfare.duty = 'province';
SET welfare.province_code = $(sql -At -c 'SELECT province_code FROM registry.person GROUP BY 1 ORDER BY count(*) DESC LIMIT 1');"
asks="SET ROLE welfare_province; SELECT count(*) FROM registry.find_beneficiaries(first_name => 'ทดสอบ12', sort => '{name}');"

# Up to fifty authorities, one after another, in one session.
by_function=$(sql -At -c "SELECT bench.by_function($asked)")
by_hand=$(sql -At -c "SELECT bench.by_hand($asked)")
read_all() {
  sample by_function "SET welfare.principal = 'officer'; SET welfare.duty = 'local_authority';" "$by_function"
  sample by_hand 'SET search_path = pg_catalog, welfare;' "$by_hand"
}
rounds read_all
row "QP8 the 1,800 people of each of $asked authorities: function and row security / by hand" by_function by_hand ms "<= 1.1"

find_all() {
  sample find_prefix "$province ${asks} RESET ROLE;" "$asks"
  sample_value find_target 20
}
rounds find_all
row "QP10 first page with total by the first letters of a name in a province / 20 ms" find_prefix find_target ms "<= 1"
plan=$(sql -At -c "$province" -c "LOAD 'auto_explain'" -c "SET auto_explain.log_min_duration = 0" -c "SET auto_explain.log_nested_statements = on" \
  -c "ALTER FUNCTION registry.find_beneficiaries RESET client_min_messages" -c "SET client_min_messages = log" -c "$asks" 2>&1)
case $plan in
  *'Seq Scan on person'* | *'Seq Scan on claim'*) echo "QP10 reads a whole table: $plan" >&2; exit 1 ;;
esac

# The same hundred edits; each is rolled back by the next, which writes another name.
edit_all() {
  sql -c 'CALL bench.audit_registry(true)'
  sample edit_audited "SELECT bench.edit(5, 'ก');" "SELECT bench.edit(100, 'ข');"
  sql -c 'CALL bench.audit_registry(false)'
  sample edit_plain "SELECT bench.edit(5, 'ค');" "SELECT bench.edit(100, 'ง');"
  sql -c 'CALL bench.audit_registry(true)'
}
rounds edit_all
row "QP13 100 times registry.edit_beneficiary: audited / not" edit_audited edit_plain ms "<= 1.3"

number=0
add_all() {
  number=$((number + 100))
  sample add_forms "SELECT bench.add($((number + 50)), 5);" "SELECT bench.add($number, 40);"
  sample nothing_40 '' "SELECT count(*) FROM generate_series(1, 40) AS number CROSS JOIN LATERAL (SELECT 1 FROM reference.programme WHERE number > 0 LIMIT 1) AS read;"
}
rounds add_all
per_row add_forms add_form 40 nothing_40
: > "$samples/nothing"; for _ in $(seq "$RUNS"); do sample_value nothing 1000000; done
row "registry.add_beneficiary, one form, everything included / 1 ms" add_form nothing ns "-"

sign_in_all() {
  sample sign_in "SELECT identity.login('bench', 'right password');" "SELECT identity.login('bench', 'right password');"
  sample hash_alone '' "SELECT public.crypt('right password', password_hash) = password_hash FROM identity.user_account WHERE user_name = 'bench';"
}
rounds sign_in_all
row "identity.login / its bcrypt alone" sign_in hash_alone ms "-"
export PGDATABASE=postgres
dropdb "$database"
