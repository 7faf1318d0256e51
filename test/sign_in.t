#!/usr/bin/env bash
# Signing in across transactions: who rolls back learns nothing, who commits is counted; acting as a user lasts as
# long as its transaction and leaves nothing in a pooled session.
#
# Works in a database of its own on the running server.
. "$(dirname "$0")/tap.sh"
cd "$(dirname "$0")/.." || exit 1

unset PGOPTIONS PGSERVICE
database=welfare_sign_in nl=$'\n'
remove() {
  dropdb --if-exists "$database" 2>/dev/null
  psql -X -q -d postgres -c 'DROP ROLE IF EXISTS sign_in_tool' >/dev/null 2>&1
}
trap remove EXIT
trap 'exit 130' INT TERM
remove
test/deploy "$database" || { echo "not ok 1 - the schema deploys"; exit 1; }

# Runs SQL in a session of a role. Parameters: role, SQL.
as() { psql -X -q -At -v VERBOSITY=terse -U "$1" -d "$database" -f - <<< "SET welfare.language = 'en'; $2" 2>&1; }
app() { as welfare_app "$1"; }
superuser() { as postgres "$1"; }

psql -X -q -v ON_ERROR_STOP=1 -d "$database" -c 'SET ROLE welfare_owner' -f demo/places.sql || exit 1
superuser "UPDATE identity.policy SET bcrypt_cost = 4;
CREATE SCHEMA sign_in;
CREATE FUNCTION sign_in.add(user_name text, duty text, more jsonb) RETURNS text LANGUAGE sql AS \$\$
  SELECT identity.add_user(jsonb_build_object('user_name', user_name, 'duty', duty, 'first_name', 'ก', 'last_name', 'ข', 'agency', 'ค', 'email', 'a@example.go.th') || more);
  UPDATE identity.user_account SET password_hash = public.crypt('right password', public.gen_salt('bf', 4)), answer_hash = identity.answer_hash('right', public.gen_salt('bf', 4))
   WHERE user_account.user_name = add.user_name;
  SELECT '' \$\$;
SELECT sign_in.add('root', 'administrator', '{}'), sign_in.add('5730102', 'local_authority', '{\"authority_code\": 5730102}'), sign_in.add('5730103', 'local_authority', '{\"authority_code\": 5730103}'),
  sign_in.add('6730123', 'local_authority', '{\"authority_code\": 6730123}'), sign_in.add('province', 'province', '{\"province_code\": 73}'), sign_in.add('mailer', 'portal', '{}');" > /dev/null
login() { app "SELECT identity.login('$1', '$2')"; }
standing() { superuser "SELECT failed_passwords, locked_at IS NOT NULL FROM identity.user_account CROSS JOIN identity.standing(user_number) WHERE user_name = '$1'"; }
who="SELECT concat_ws(' ', 'is:', current_user, welfare.principal(), welfare.duty(), welfare.nation(), welfare.province_code(), welfare.district_code(), welfare.authority_code());"
bad='ERROR:  the user name or the password is not right, please try again'

# IS2.1: the answers, each in transactions of their own
good=$(login 5730102 'right password') wrong=$(login 5730102 'wrong') unknown=$(login nobody 'wrong')
is "$(sed 's/[0-9a-f]/x/g' <<< "$wrong$nl$unknown")" "$(sed 's/[0-9a-f]/x/g' <<< "$good$nl$good")" "IS2.1: a token comes back whatever was typed"
is "$(app "BEGIN; SELECT identity.attach('$good'); $who COMMIT;")" "${nl}is: welfare_authority 5730102 local_authority 5730102" "a right password makes a user of the next transaction"
like "$(app "BEGIN; SELECT identity.attach('$wrong');")" "^psql.*$bad" "a wrong one does not"
like "$(app "BEGIN; SELECT identity.attach('$unknown');")" "^psql.*$bad" "nor an unknown user"

# QS2: a transaction for each user, in one session as a pool would give
province=$(login PROVINCE 'right password') root=$(login root 'right password')
is "$(app "BEGIN; SELECT identity.attach('$good'); $who COMMIT; $who
  BEGIN; SELECT identity.attach('$province'); $who ROLLBACK; $who
  BEGIN READ ONLY; SELECT identity.attach('$root'); $who COMMIT; $who SHOW role; SELECT identity.attach('$root'); $who" | grep -v '^$')" \
  "is: welfare_authority 5730102 local_authority 5730102${nl}is: welfare_app${nl}is: welfare_province province province 73${nl}is: welfare_app${nl}is: welfare_admin root administrator t${nl}is: welfare_app${nl}none${nl}is: welfare_app" \
  "acting as a user ends with the transaction, committed or rolled back, read-only or not; outside one it lasts for its statement"
is "$(app "BEGIN; SELECT identity.attach('$root'); SELECT identity.attach('$good'); $who SAVEPOINT s; SELECT identity.attach('$province'); $who ROLLBACK TO s; $who COMMIT;" | grep -v '^$')" \
  "is: welfare_authority 5730102 local_authority 5730102${nl}is: welfare_province province province 73${nl}is: welfare_authority 5730102 local_authority 5730102" \
  "A, then B: nothing of A is left; a savepoint goes back to B"
is "$(app "SET welfare.nation = on; SET welfare.principal = 'root'; SET welfare.duty = 'administrator'; SET welfare.province_code = 73;
  BEGIN; SELECT identity.attach('$good'); $who COMMIT; $who" | grep '^is:')" "is: welfare_authority 5730102 local_authority 5730102${nl}is: welfare_app" \
  "settings planted before the library is loaded add nothing, during or after"
like "$(app "BEGIN; SELECT identity.attach('$good'); SET LOCAL welfare.nation = on;")" 'permission denied to set parameter "welfare.nation"' "nor can the user add sight"
is "$(app "BEGIN; SELECT identity.attach('$good'); RESET ROLE; $who SET ROLE welfare_admin; $who SET ROLE welfare_province; $who" | grep '^is:')" \
  "is: welfare_app 5730102 local_authority 5730102${nl}is: welfare_admin 5730102 local_authority 5730102${nl}is: welfare_province 5730102 local_authority 5730102" "another role of the app has the same sight, no more"
like "$(app "BEGIN; SELECT identity.attach('$good'); SET ROLE welfare_admin; SELECT count(*) FROM identity.find_users();")" 'your duty does not allow this' "and finds no users"
like "$(app "SET ROLE welfare_portal; SELECT * FROM identity.take_mail();")" 'nobody is signed in' "an app that is nobody takes no mail, whatever its role"
like "$(app "SELECT * FROM identity.user_account;")" 'permission denied' "nor reads users"
like "$(app "SELECT * FROM identity.whoami();")" 'permission denied' "nor acts as one without attach"

# QS2: the transaction that signs in learns nothing
for try in "5730103 right_password" "5730103 wrong"; do
  like "$(app "BEGIN; SELECT identity.login('${try% *}', replace('${try#* }', '_', ' ')) AS token \\gset${nl} SELECT identity.attach(:'token'); ROLLBACK;")" \
    'ERROR:  the sign-in has not been committed' "a token of the same transaction is not told good or bad: $try"
done
is "$(app "BEGIN; SELECT identity.login('5730103', 'wrong') AS token \\gset${nl} ROLLBACK; SELECT identity.attach(:'token');" | sed 's/.*ERROR/ERROR/')" \
   "$(app "BEGIN; SELECT identity.login('5730103', 'right password') AS token \\gset${nl} ROLLBACK; SELECT identity.attach(:'token');" | sed 's/.*ERROR/ERROR/')" "a token rolled back is no token, right or wrong"
is "$(standing 5730103)" "0|f" "and nothing is counted"

# What a statement shows of itself before it is rolled back, for a right password, a wrong one, a locked user and an unknown one.
for guess in 1 2 3; do login 6730123 "wrong $guess" > /dev/null; done
is "$(standing 6730123)" "3|t" "IS2.2: three wrong passwords lock"
like "$(app "BEGIN; SELECT identity.attach('$(login 6730123 'right password')');")" "^psql.*$bad" "a right one is then told as wrong"
right="5730103:right password" wrong="5730103:wrong password" locked="6730123:right password" unknown="5730104:wrong password"
# Parameters: statement with @name@ and @secret@; cases. Prints what is seen most often of each case in several tries, with the number of cases.
most_seen() {
  local statement=$1 text='' case name secret round
  shift
  for round in 0 1 2 3 4 5 6 7 8 9 10; do
    for case in "$@"; do
      name=${case%%:*} secret=${case#*:}
      text+="\\echo case $round $case$nl BEGIN; ${statement//@name@/$name} ROLLBACK;$nl"
      text=${text//@secret@/$secret}
    done
  done
  app "$text" | awk '/^case /{ if (key != "") count[key SUBSEP line]++; key = $3 " " $4; round = $2; line = ""; next }
    { line = line $0 ";" } END { count[key SUBSEP line]++; for (entry in count) { split(entry, part, SUBSEP); if (count[entry] > most[part[1]]) { most[part[1]] = count[entry]; shown[part[1]] = part[2] } }
      for (name in shown) print shown[name] }' | sort | uniq -c
}
explain="EXPLAIN (ANALYZE, WAL, BUFFERS OFF, TIMING OFF, SUMMARY OFF, COSTS OFF)"
explained=$(most_seen "$explain SELECT identity.login('@name@', '@secret@');" "$right" "$wrong" "$locked" "$unknown")
like "$explained" 'WAL: records=[0-9]+ bytes=[0-9]+' "EXPLAIN (ANALYZE, WAL) shows something"
is "$(wc -l <<< "$explained")" 1 "QS2: and the same for right, wrong, locked and unknown"
explained=$(most_seen "${explain/BUFFERS OFF/BUFFERS ON} SELECT identity.login('@name@', '@secret@');" "$right" "$wrong")
like "$explained" '^ *2 .*Buffers: shared hit=[0-9]+;  WAL' "QS2: a right password and a wrong one of the same user read the same, too"
superuser "ALTER ROLE welfare_app SET track_functions = 'all'" > /dev/null
# which nobody but monitoring sees as deployed
counters="ON FUNCTION $(superuser "SELECT string_agg(oid::regprocedure::text, ', ') FROM pg_proc WHERE pronamespace = 'pg_catalog'::regnamespace AND proname ~ '^pg_stat_get_(xact_)?[a-z_]+' AND pronargs = 1 AND proargtypes[0] = 'oid'::regtype AND proname !~ 'subscription'")"
superuser "GRANT EXECUTE $counters TO welfare_app" > /dev/null
# The counters add up over a session, so each try has its own.
counted=$(for try in "$right" "$wrong" "$locked" "$unknown"; do
  app "BEGIN; SELECT identity.login('${try%%:*}', '${try#*:}') IS NOT NULL; SELECT funcname, calls FROM pg_stat_xact_user_functions ORDER BY 1;
    SELECT relname, seq_scan, idx_scan, n_tup_ins, n_tup_upd, n_tup_del FROM pg_stat_xact_user_tables WHERE schemaname = 'identity' ORDER BY 1; ROLLBACK;" | tr '\n' ';'
  echo
done | sort | uniq -c)
superuser "ALTER ROLE welfare_app RESET track_functions" > /dev/null
superuser "REVOKE EXECUTE $counters FROM welfare_app" > /dev/null
like "$counted" 'crypt\|1;' "the counters of the transaction show the work"
is "$(wc -l <<< "$counted")" 1 "QS2: the same functions are called as often, and the same rows written"
asked=$(most_seen "$explain SELECT identity.request_reset('@name@', 'birth_province', replace('@secret@', ' password', ''));" "$right" "$wrong" "$locked" "$unknown")
like "$asked" 'WAL: records=[0-9]+ bytes=[0-9]+' "a request for a reset shows something"
is "$(wc -l <<< "$asked")" 1 "QS2: and the same for a right answer, a wrong one and an unknown user"
changed=$(for secret in 'right password' 'wrong password'; do
  for round in 1 2 3 4 5 6 7 8 9; do echo "BEGIN; SELECT identity.attach('$good'); $explain SELECT identity.change_password('$secret', 'new password', 'new password'); ROLLBACK;"; done > "${TMPDIR:-/tmp}/sign_in.$$"
  app "$(cat "${TMPDIR:-/tmp}/sign_in.$$")" | grep 'WAL:' | sort | uniq -c | sort -rn | sed -n '1s/^ *[0-9]* //p'
done | sort | uniq -c)
rm -f "${TMPDIR:-/tmp}/sign_in.$$"
like "$changed" '^ *2 +WAL: records=' "QS2: a change of password shows the same for a right old password and a wrong one"

# A transaction with an old snapshot would not see others' failures: it fails instead.
like "$({ echo "BEGIN ISOLATION LEVEL REPEATABLE READ; SELECT count(*) FROM reference.programme;"
  echo "\\! psql -X -q -At -U welfare_app -d $database -c \"SELECT identity.login('5730103', 'wrong')\" > /dev/null"
  echo "SELECT identity.login('5730103', 'wrong'); COMMIT;"; } | as welfare_app "$(cat)")" 'ERROR:  could not serialize access due to concurrent update' "IS2.2: a guess with an old snapshot fails"
is "$(standing 5730103)" "1|f" "the one that committed is counted"
app "BEGIN; SELECT identity.login('5730103', 'wrong'); SAVEPOINT s; SELECT identity.login('5730103', 'wrong'); ROLLBACK TO s; SELECT identity.login('5730103', 'right password'); COMMIT;" > /dev/null
is "$(standing 5730103)" "0|f" "what a savepoint takes back is not counted, what is committed is"
before=$(login 5730103 'right password')
app "BEGIN; SELECT identity.login('5730103', 'wrong'), identity.login('5730103', 'wrong'), identity.login('5730103', 'wrong'), identity.login('5730103', 'right password') AS token \\gset${nl} COMMIT; SELECT identity.attach(:'token');" > /dev/null
is "$(standing 5730103)" "3|t" "many guesses in one transaction are each counted"
like "$(app "BEGIN; SELECT identity.attach('$before');")" 'ERROR:  the session is over' "who is locked is signed out"

# IS6: asked for and confirmed in two transactions
is "$(app "BEGIN; SELECT identity.attach('$good'); SELECT identity.change_password('right password', 'new password', 'new password'); COMMIT;
  BEGIN; SELECT identity.attach('$good'); SELECT identity.confirm_password('$good'); COMMIT; BEGIN; SELECT identity.attach('$good'); $who" | grep -v '^$')" \
  "the change of password is requested, please confirm it${nl}done${nl}is: welfare_authority 5730102 local_authority 5730102" "IS6: a password is changed, and the session goes on"
like "$(app "BEGIN; SELECT identity.attach('$(login 5730102 'right password')');")" "$bad" "the old one is no good"
is "$(app "BEGIN; SELECT identity.attach('$(login 5730102 'new password')'); $who" | tail -1)" "is: welfare_authority 5730102 local_authority 5730102" "the new one is"

# IS3: by the secret question, the portal and the mailed code
app "SELECT identity.request_reset('5730103', 'birth_province', 'right')" > /dev/null
mailer=$(login mailer 'right password')
code=$(app "BEGIN; SELECT identity.attach('$mailer'); SELECT token FROM identity.take_mail() WHERE user_name = '5730103' ORDER BY mail_number DESC LIMIT 1; COMMIT;" | tail -1)
is "$(app "SELECT identity.reset_password('$code', 'third password', 'third password')")" "done" "IS3: a locked user sets a new password by the mailed code"
is "$(app "BEGIN; SELECT identity.attach('$(login 5730103 'third password')'); $who" | tail -1)" "is: welfare_authority 5730103 local_authority 5730103" "and signs in"

# AQ: a tool that logs in with a role of its own
superuser "CREATE ROLE sign_in_tool LOGIN; SELECT identity.bind_role('sign_in_tool', 'province');" > /dev/null
is "$(as sign_in_tool "$who SELECT count(*) FROM identity.find_users();")" "is: sign_in_tool province province 73${nl}4" "a bound role acts as its user from the start"
like "$(as sign_in_tool "SET welfare.province_code = 50; SELECT welfare.province_code(); SET welfare.province_code = 50;")" 'permission denied to set parameter' "and cannot become another"
superuser "SELECT identity.unbind_role('sign_in_tool')" > /dev/null
is "$(as sign_in_tool "$who")" "is: sign_in_tool" "unbound it is nobody"
done_testing
