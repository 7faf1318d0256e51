#!/usr/bin/env bash
# Verify scripts really verify: every deployed object, grant, policy, comment and row of law is taken away or
# loosened in turn, and a verify script must refuse each time.
set -euo pipefail
cd "$(dirname "$0")/.."
database=welfare_verify
dropdb --if-exists "$database" 2>/dev/null
test/deploy "$database"
{
  echo "BEGIN;"
  cat schema/verify/checks.sql
  echo "CREATE TEMP TABLE verify_script (name text PRIMARY KEY, statements text NOT NULL);"
  for script in schema/verify/*/*.sql; do
    name=${script#schema/verify/}
    # the statements alone: the transaction and the checks are this session's
    printf "INSERT INTO verify_script VALUES ('%s', \$verify_script\$%s\$verify_script\$);\n" "$name" \
      "$(grep -vE '^(BEGIN;|ROLLBACK;|\\ir )' "$script")"
  done
  cat test/mutations.sql
  echo "ROLLBACK;"
} | psql -X -q -At -v ON_ERROR_STOP=1 -d "$database"
