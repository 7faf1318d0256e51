#!/usr/bin/env bash
# QR3: deploy, verify, revert and deploy again, in a cluster that has never seen the project.
cd "$(dirname "$0")/.." || exit 1
. test/tap.sh

place=$WELFARE_TEST_PLACE/cluster-deploy
tools/cluster prepare "$place" && tools/cluster start "$place" || exit 1
# shellcheck disable=SC1091
. "$place/env"
trap 'tools/cluster remove "$place"' EXIT

# A schema as text; the dump's own key is new each time.
schema_of() { pg_dump -s -N sqitch "$1" | grep -vE '^\\(un)?restrict '; }

# What a database and its cluster hold, but for Sqitch's own records.
inventory() {
  psql -X -q -At -d "$1" <<'SQL'
SELECT 'schema ' || nspname FROM pg_namespace WHERE nspname <> 'sqitch' AND nspname NOT LIKE 'pg\_%temp%' ORDER BY 1;
SELECT 'relation ' || oid::regclass FROM pg_class WHERE relnamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname = 'sqitch' OR nspname LIKE 'pg\_%') ORDER BY 1;
SELECT 'function ' || oid::regprocedure FROM pg_proc WHERE pronamespace <> 'pg_catalog'::regnamespace ORDER BY 1;
SELECT 'type ' || oid::regtype FROM pg_type WHERE typnamespace NOT IN (SELECT oid FROM pg_namespace WHERE nspname = 'sqitch' OR nspname LIKE 'pg\_%') ORDER BY 1;
SELECT 'extension ' || extname FROM pg_extension ORDER BY 1;
SELECT 'role ' || rolname FROM pg_roles ORDER BY 1;
SELECT 'parameter ' || parname FROM pg_parameter_acl WHERE cardinality(paracl) > 1 ORDER BY 1;
SELECT 'temporary for all ' || has_database_privilege('public', current_database(), 'TEMPORARY');
SQL
}

createdb one
before=$(inventory one)
ok "deploys into an empty database, verifying each change" sqitch --quiet deploy --verify db:pg:one
ok "verifies as a whole" sqitch --quiet verify db:pg:one
ok "deploying again changes nothing" sqitch --quiet deploy --verify db:pg:one
first=$(schema_of one)

createdb two
ok "a second database of the cluster finds the roles there" sqitch --quiet deploy --verify db:pg:two
ok "the first reverts while the second uses the roles" sqitch --quiet revert -y db:pg:one
is "$(inventory one | grep -v '^role welfare_\|^parameter ')" "$(grep -v '^role welfare_\|^parameter ' <<< "$before")" "revert leaves nothing in the database"
ok "the second still verifies" sqitch --quiet verify db:pg:two
ok "the second reverts too" sqitch --quiet revert -y db:pg:two
is "$(inventory two)" "$before" "the last revert takes the roles and their privileges along"

ok "deploys again" sqitch --quiet deploy --verify db:pg:one
is "$(schema_of one)" "$first" "a second deployment is equal to the first, object for object"

for drop in "DROP TABLE payment.payroll" "DROP FUNCTION report.totals_in_scope(integer)" "DELETE FROM reference.rate" "DROP SCHEMA registry CASCADE"; do
  createdb -T one broken
  psql -X -q -d broken -c 'SET client_min_messages = error' -c "$drop"
  ok "sqitch verify fails after $drop" bash -c '! sqitch --quiet verify db:pg:broken >/dev/null 2>&1'
  dropdb broken
done
done_testing
