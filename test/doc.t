#!/usr/bin/env bash
# The reference is complete: every function, type and refusal has its place in doc/, and every example says what is true.
cd "$(dirname "$0")/.." || exit 1
. test/tap.sh
database=welfare_doc
dropdb --if-exists "$database" 2>/dev/null
test/deploy "$database" || exit 1
query() { psql -X -q -At -d "$database" "$@"; }

# names that stand in backquotes or code in a page
missing() { while read -r name; do grep -qE "(^|[^a-z_.])($name)([^a-z_]|\$)" "$1" || echo "$name"; done; }

is "$(query -c "SELECT DISTINCT proname FROM pg_proc WHERE pronamespace = 'welfare'::regnamespace
        AND obj_description(oid, 'pg_proc') NOT LIKE 'implementation of %' AND obj_description(oid, 'pg_proc') NOT IN ('I/O', 'hash', 'less-equal-greater')
        AND proname !~ '_(larger|smaller)$' ORDER BY 1" | missing doc/extension.md)" "" "doc/extension.md names every function of the extension"
is "$(query -c "SELECT typname FROM pg_type WHERE typnamespace = 'welfare'::regnamespace AND typtype = 'b' AND typelem = 0" | missing doc/extension.md)" "" "and every type"
is "$(query -c "SELECT name FROM pg_settings WHERE name LIKE 'welfare.%'" -c "SELECT welfare.language()" | grep '^welfare\.' | sed 's/\./\\./' | missing doc/extension.md)" "" "and every setting"
is "$(query -c "SELECT code FROM reference.message ORDER BY 1" | missing doc/errors.md)" "" "doc/errors.md names every refusal"
is "$(grep -oE '^\| `WF[0-9A-Z]{3}`' doc/errors.md | grep -oE 'WF...' | sort)" "$(query -c 'SELECT code FROM reference.message ORDER BY 1')" "and no other"
is "$(query -c "SELECT oid::regclass::text FROM pg_class WHERE relkind IN ('v') AND relnamespace::regnamespace::text IN ('civil', 'payment', 'report', 'portal', 'job')
       UNION SELECT DISTINCT pronamespace::regnamespace || '.' || proname FROM pg_proc WHERE pronamespace::regnamespace::text IN ('identity', 'audit', 'registry', 'civil', 'payment', 'report', 'portal', 'job')
         AND (has_function_privilege('welfare_admin', oid, 'EXECUTE') OR has_function_privilege('welfare_app', oid, 'EXECUTE') OR has_function_privilege('welfare_portal', oid, 'EXECUTE') OR has_function_privilege('welfare_authority', oid, 'EXECUTE')
           OR has_function_privilege('welfare_treasury', oid, 'EXECUTE') OR has_function_privilege('welfare_civil', oid, 'EXECUTE')) ORDER BY 1" |
       sed 's/^\([a-z]*\)\./\1\\./' | missing doc/schema.md)" "" "doc/schema.md names every view and function that people call"

# an example with its answer behind a comment is run, and answers that
examples=0
while IFS=$'\t' read -r statement answer; do
  examples=$((examples + 1))
  is "$(query -c 'SET search_path = welfare, public' -c "$statement" 2>&1)" "${answer/#NULL/}" "example: $statement"
done < <(grep -hE '^SELECT [^;]*;  *-- ' doc/extension.md | sed -E 's/^(SELECT [^;]*;)  *-- ([^: ]*( [^: ]+)*)(:.*)?$/\1\t\2/')
ok "there are examples to run" test "$examples" -ge 8
for page in README.md doc/*.md; do
  for link in $(grep -oE '\]\([^)#h][^)#]*' "$page" | sed 's/^](//'); do
    ok "$page: $link exists" test -e "$(dirname "$page")/$link"
  done
done
done_testing
