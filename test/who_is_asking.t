#!/usr/bin/env bash
# Who is asking cannot be forged: an ordinary role can neither make the reading functions return a
# value nor hide one that a privileged role gave it. Every path is tried for every setting, each in
# a session of its own, in a cluster that does not preload the library and again in one that does.
#
# Starts a cluster of its own in $WELFARE_TEST_PLACE; the running one is left alone.
. "$(dirname "$0")/tap.sh"
cd "$(dirname "$0")/.." || exit 1

unset PGOPTIONS PGSERVICE
if [ -z "${WELFARE_TEST_PLACE:-}" ]; then
  WELFARE_TEST_PLACE=$(mktemp -d "${TMPDIR:-/tmp}/welfare-asking.XXXXXX")
  chmod 755 "$WELFARE_TEST_PLACE"
  made_here=$WELFARE_TEST_PLACE
fi
cluster=$WELFARE_TEST_PLACE/cluster-asking
finish() {
  tools/cluster remove "$cluster" >/dev/null 2>&1
  [ -z "${made_here:-}" ] || rm -rf "$made_here"
}
trap finish EXIT
trap 'exit 130' INT TERM

# Each setting with the value that is forged.
settings="principal:forged duty:forged authority_code:5730102 district_code:7301 province_code:73 nation:on
  business_date:2001-01-01 unknown_birth_before_2484:january"
# What the functions say when nothing is set, and when everything is set to the forged values.
nothing='sees: - - - - - - today april'
everything='sees: forged forged 5730102 7301 73 t 2001-01-01 january'
# What a superuser gave the role "clerk" by ALTER ROLE, and what asking.attach gives for a transaction.
of_clerk='sees: clerk - 5730103 - - - today january'
of_visitor='sees: visitor - 5730104 - - - today april'

# The birth date comes from a table, so that nothing loads the library before the functions are called.
answers="concat_ws(' ', 'sees:', coalesce(welfare.principal(), '-'), coalesce(welfare.duty(), '-'), coalesce(welfare.authority_code()::text, '-'),
  coalesce(welfare.district_code()::text, '-'), coalesce(welfare.province_code()::text, '-'),
  coalesce(left(welfare.nation()::text, 1), '-'),
  CASE WHEN welfare.business_date() = (transaction_timestamp() AT TIME ZONE 'Asia/Bangkok')::date THEN 'today'
       ELSE to_char(welfare.business_date(), 'YYYY-MM-DD') END,
  CASE welfare.legal_birth_date(born) WHEN DATE '1937-01-01' THEN 'january' WHEN DATE '1937-04-01' THEN 'april' END)"
look="SELECT $answers FROM asking.someone;"
show_sees="$look SELECT 'after: ' || coalesce(current_setting('@setting@', true), '');"
show_then="SELECT replace($answers, 'sees:', 'then:') FROM asking.someone;"
show_planted="SELECT 'planted: ' || coalesce(current_setting('@setting@', true), '');"
denied='permission denied to set parameter "welfare[.]'
nl=$'\n'

# Runs SQL in a session of a role. Parameters: role, SQL.
as() {
  psql -X -q -At -v ON_ERROR_ROLLBACK=on -U "$1" -d asking -f - <<< "$2" 2>&1
}

# One path to forge, tried for every setting. In the SQL @setting@, @name@ (without the prefix) and
# @value@ stand for what is forged; @sees@ shows what the functions say and what current_setting()
# says after that; @then@ shows what the functions say when they must say nothing; @planted@ shows
# current_setting() before, which must be the forged value where the library is not preloaded, or
# the path was not taken at all.
# Parameters: role; what it may see; regular expression of a refusal that every session must show,
# empty when the path ends without one; name of the path; SQL; PGOPTIONS of the session.
forge() {
  local role=$1 may_see=$2 refusal=$3 path=$4 sql=$5 options pair setting value text output problem wrong=
  for pair in $settings; do
    setting=welfare.${pair%%:*} value=$(forged_value "$pair" "$may_see")
    text=${sql//@sees@/"$show_sees"} text=${text//@then@/"$show_then"} text=${text//@planted@/"$show_planted"}
    text=${text//@setting@/$setting} text=${text//@name@/${setting#*.}} text=${text//@value@/$value}
    options=${6:-} options=${options//@setting@/$setting} options=${options//@name@/${setting#*.}} options=${options//@value@/$value}
    PGOPTIONS=$options as "$role" "$text" > "$cluster/$setting" &
  done
  wait
  for pair in $settings; do
    setting=welfare.${pair%%:*} value=$(forged_value "$pair" "$may_see") output=$(< "$cluster/$setting")
    if [ "$(grep '^sees:' <<< "$output" | sort -u)" != "$may_see" ]; then
      problem="the functions say otherwise"
    elif [[ $sql == *@then@* ]] && [ "$(grep '^then:' <<< "$output" | sort -u)" != "${nothing/sees/then}" ]; then
      problem="the functions still say something"
    elif [ -n "$refusal" ] && ! grep -qiE -- "$refusal" <<< "$output"; then
      problem="nothing was refused"
    elif [ -n "$may_see" ] && [[ " $may_see " != *" $value "* ]] && grep -qx -- "after: $value" <<< "$output"; then
      problem="current_setting() still says it"
    elif [ "$mode" = "not preloaded" ] && [[ $sql == *@planted@* ]] && ! grep -qx -- "planted: $value" <<< "$output"; then
      problem="the value was not planted"
    else
      continue
    fi
    wrong="$wrong $setting: $problem: ${output//$nl/;}"
  done
  is "$wrong" "" "$mode, $role: $path"
}

# What is forged: for who has January lawfully, April is the forgery. Parameters: setting:value; what may be seen.
forged_value() {
  if [[ $1 == *:january && $2 == *january ]]; then echo april; else echo "${1#*:}"; fi
}

# The paths of a session. Parameters: role, which owns a schema of its name; all that it may see.
paths_of_a_session() {
  local role=$1 may_see=$2
  local function="CREATE FUNCTION $role.forging_@name@() RETURNS text LANGUAGE sql" as="AS \$\$ SELECT $answers FROM asking.someone \$\$;"
  local drop="DROP FUNCTION IF EXISTS $role.forging_@name@();"
  # Parameters: refusal, path, SQL, as forge takes them.
  try() { forge "$role" "$may_see" "$@"; }

  try "$denied" "SET, before the library is used" "SET @setting@ = '@value@'; @planted@ @sees@ @sees@"
  try "$denied" "SET, when the library has been used" "@sees@ SET @setting@ = '@value@'; @sees@"
  try "$denied" "SET SESSION" "SET SESSION @setting@ TO '@value@'; @planted@ @sees@"
  try "$denied" "SET LOCAL, inside its transaction and after it" \
    "BEGIN; SET LOCAL @setting@ = '@value@'; @planted@ @sees@ COMMIT; @sees@"
  try "" "SET LOCAL, its transaction over before the library is used" \
    "BEGIN; SET LOCAL @setting@ = '@value@'; @planted@ COMMIT; @sees@"
  try "$denied" "SET, and SET LOCAL over it" \
    "SET @setting@ = '@value@'; BEGIN; SET LOCAL @setting@ = '@value@'; @planted@ @sees@ COMMIT; @sees@"
  try "" "SET, its transaction rolled back before the library is used" \
    "BEGIN; SET @setting@ = '@value@'; @planted@ ROLLBACK; @sees@"
  try "$denied" "SET, its transaction rolled back after the library is used" \
    "BEGIN; SET @setting@ = '@value@'; @planted@ @sees@ ROLLBACK; @sees@"
  try "$denied" "SET TO DEFAULT, SET LOCAL TO DEFAULT" \
    "@sees@ SET @setting@ TO DEFAULT; @sees@ BEGIN; SET LOCAL @setting@ TO DEFAULT; @sees@ COMMIT; @sees@"
  try "$denied" "set_config for the session" "SELECT set_config('@setting@', '@value@', false); @planted@ @sees@"
  try "$denied" "set_config for the transaction" \
    "BEGIN; SELECT set_config('@setting@', '@value@', true); @planted@ @sees@ COMMIT; @sees@"
  try "$denied" "set_config with the name in capitals" \
    "SELECT set_config(upper('@setting@'), '@value@', false); @planted@ @sees@"
  try "$denied" "set_config and the functions in one statement" \
    "SELECT $answers FROM (SELECT set_config('@setting@', '@value@', false) OFFSET 0) AS forged (value), asking.someone
      WHERE forged.value IS NOT NULL; @sees@"
  try "" "UPDATE pg_settings, before the library is used" \
    "UPDATE pg_settings SET setting = '@value@' WHERE name = '@setting@'; @sees@"
  try "$denied" "UPDATE pg_settings, when the library has been used" \
    "@sees@ UPDATE pg_settings SET setting = '@value@' WHERE name = '@setting@'; @sees@"

  try "$denied" "savepoints: set and used inside, ROLLBACK TO each" \
    "BEGIN; SAVEPOINT a; SET LOCAL @setting@ = '@value@'; SAVEPOINT b; SET @setting@ = '@value@'; @planted@ @sees@
     ROLLBACK TO b; @sees@ ROLLBACK TO a; @sees@ COMMIT; @sees@"
  try "" "savepoints: set inside, ROLLBACK TO before the library is used" \
    "BEGIN; SAVEPOINT a; SET @setting@ = '@value@'; @planted@ ROLLBACK TO a; @sees@ COMMIT; @sees@"
  try "$denied" "savepoints: set outside, used inside, RELEASE" \
    "BEGIN; SET @setting@ = '@value@'; @planted@ SAVEPOINT a; SET LOCAL @setting@ = '@value@'; @sees@ RELEASE a; @sees@ COMMIT; @sees@"
  try "$denied" "savepoints: set outside, used inside, ROLLBACK TO" \
    "BEGIN; SET @setting@ = '@value@'; @planted@ SAVEPOINT a; @sees@ ROLLBACK TO a; @sees@ ROLLBACK; @sees@"
  try "$denied" "plpgsql: an exception block that ends well" \
    "DO \$\$ BEGIN PERFORM set_config('@setting@', '@value@', false);
       EXCEPTION WHEN division_by_zero THEN NULL; END \$\$; @planted@ @sees@"
  try "" "plpgsql: an exception block that fails after setting" \
    "DO \$\$ BEGIN PERFORM set_config('@setting@', '@value@', false); PERFORM 1 / 0;
       EXCEPTION WHEN OTHERS THEN NULL; END \$\$; @sees@"
  try "$denied" "plpgsql: set while an exception is handled" \
    "DO \$\$ BEGIN PERFORM 1 / 0; EXCEPTION WHEN division_by_zero THEN SET @setting@ = '@value@'; END \$\$; @planted@ @sees@"
  try "$denied" "plpgsql: EXECUTE in nested blocks" \
    "DO \$\$ BEGIN BEGIN EXECUTE 'SET LOCAL @setting@ = ''@value@'''; EXCEPTION WHEN division_by_zero THEN NULL; END;
       EXECUTE 'SET @setting@ = ''@value@'''; END \$\$; @planted@ @sees@"

  try "" "RESET after SET" "SET @setting@ = '@value@'; @planted@ RESET @setting@; @sees@"
  try "" "RESET ALL after SET" "SET @setting@ = '@value@'; @planted@ RESET ALL; @sees@"
  try "" "DISCARD ALL after SET" "SET @setting@ = '@value@'; @planted@ DISCARD ALL; @sees@"
  try "$denied" "RESET, RESET ALL, DISCARD ALL, when the library has been used" \
    "SET @setting@ = '@value@'; @planted@ @sees@ RESET @setting@; @sees@ RESET ALL; @sees@ DISCARD ALL; @sees@"
  try "$denied" "PREPARE and EXECUTE of set_config, and of the functions until the plan is generic" \
    "PREPARE forging (text, text) AS SELECT set_config(\$1, \$2, false); PREPARE looking AS $look
     EXECUTE forging ('@setting@', '@value@'); @planted@
     EXECUTE looking; EXECUTE looking; EXECUTE looking; EXECUTE looking; EXECUTE looking; EXECUTE looking; EXECUTE looking; @sees@"

  try "$denied" "CREATE FUNCTION with a SET clause, before the library is used, called by another function" \
    "$function SET @setting@ = '@value@' $as DO \$\$ BEGIN PERFORM $role.forging_@name@(); END \$\$; $drop @sees@"
  try "$denied" "CREATE FUNCTION with a SET clause, when the library has been used" \
    "@sees@ $function SET @setting@ = '@value@' $as SELECT $role.forging_@name@(); $drop @sees@"
  try "$denied" "CREATE FUNCTION with SET FROM CURRENT over a planted value" \
    "SET @setting@ = '@value@'; @planted@ $function SET @setting@ FROM CURRENT $as SELECT $role.forging_@name@(); $drop @sees@"
  try "$denied" "ALTER FUNCTION SET" \
    "$function $as ALTER FUNCTION $role.forging_@name@() SET @setting@ = '@value@'; SELECT $role.forging_@name@(); $drop @sees@"
  try "$denied" "a function that sets, called by a definer function with a SET clause of its own" \
    "CREATE FUNCTION $role.setting_@name@() RETURNS void LANGUAGE plpgsql AS \$\$ BEGIN PERFORM set_config('@setting@', '@value@', false); END \$\$;
     CREATE FUNCTION $role.forging_@name@() RETURNS text LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog
       AS \$\$ BEGIN PERFORM $role.setting_@name@(); RETURN (SELECT $answers FROM asking.someone); END \$\$;
     SELECT $role.forging_@name@(); $drop DROP FUNCTION $role.setting_@name@(); @sees@"
  try "$denied" "a function of its own whose SET clause a superuser wrote" "SELECT $role.carrying_@name@(); @sees@"
  try "$denied" "a definer function of another ordinary role" \
    "SELECT neighbour.sets('@setting@', '@value@'); @planted@ @sees@"

  # In a new session: what would have been stored would be seen there.
  try "$denied" "ALTER ROLE of itself" \
    "ALTER ROLE CURRENT_USER SET @setting@ = '@value@'; ALTER ROLE CURRENT_USER IN DATABASE asking SET @setting@ = '@value@'; $nl\\c$nl @sees@"
  try "$denied" "ALTER ROLE of itself, FROM CURRENT, over a planted value" \
    "SET @setting@ = '@value@'; @planted@ ALTER ROLE CURRENT_USER SET @setting@ FROM CURRENT; $nl\\c$nl @sees@"
  try "(must be superuser|must be owner|permission denied)" "ALTER ROLE ALL, ALTER ROLE of another, ALTER DATABASE of another's" \
    "ALTER ROLE ALL SET @setting@ = '@value@'; ALTER ROLE postgres SET @setting@ = '@value@';
     ALTER DATABASE asking SET @setting@ = '@value@'; @sees@ $nl\\c$nl @sees@"
  try "(permission denied to set parameter|cannot be changed)" "ALTER SYSTEM and a reload" \
    "@sees@ ALTER SYSTEM SET @setting@ = '@value@'; SELECT pg_reload_conf(); @sees@ $nl\\c$nl @sees@"
  try "access to library .* is not allowed" "LOAD of the library, before and after planting" \
    "LOAD 'welfare'; LOAD '\$libdir/welfare'; SET @setting@ = '@value@'; @planted@ LOAD 'welfare'; @sees@"
  try "permission denied for parameter welfare[.]" "GRANT SET ON PARAMETER to itself" \
    "GRANT SET ON PARAMETER @setting@ TO CURRENT_USER; GRANT SET ON PARAMETER @setting@ TO PUBLIC; SET @setting@ = '@value@'; @sees@"
  try "(must have admin option|permission denied to grant role)" "membership of the role that may set" \
    "GRANT keeper TO CURRENT_USER; SET @setting@ = '@value@'; @planted@ @sees@"
  try "permission denied to set (role|session authorization)" "SET ROLE and SET SESSION AUTHORIZATION" \
    "SET ROLE postgres; SET ROLE keeper; SET SESSION AUTHORIZATION postgres; SELECT set_config('role', 'keeper', false);
     SELECT set_config('session_authorization', 'postgres', false); SET @setting@ = '@value@'; @planted@ @sees@
     RESET ROLE; RESET SESSION AUTHORIZATION; @sees@"

  # Given at connection: such a session is refused, or can use nothing of the extension. It sees
  # nothing at all; in particular, not less of itself than a privileged role made it.
  may_see=
  try "$denied" "PGOPTIONS with -c" "@sees@ RESET ALL; @sees@ DISCARD ALL; @sees@" "-c welfare.language=en -c @setting@=@value@"
  try "$denied" "PGOPTIONS with --" "SET @setting@ = '@value@'; @sees@" "--welfare.language=en --@setting@=@value@"
  try "$denied" "PGOPTIONS, the name in capitals" "@sees@" "-c welfare.language=en -c WELFARE.@name@=@value@"
  try "$denied" "options of the connection string" \
    "\\c \"dbname=asking user=$role options='-c welfare.language=en -c @setting@=@value@'\" $nl @sees@"
  try "(denied|could not access file|access to library)" "PGOPTIONS that also ask for the library" "@sees@" \
    "-c local_preload_libraries=welfare -c welfare.language=en -c @setting@=@value@"
  may_see=$2
  try "" "PGOPTIONS that choose the language, which anybody may" "@sees@" "-c welfare.language=en"
}

# What a privileged role gives for a transaction can be neither forged, hidden nor kept. Parameter: role.
paths_of_an_attached_session() {
  local role=$1 attach="SELECT asking.attach('visitor', 5730104);"
  try() { forge "$role" "$of_visitor" "$@"; }

  try "" "attached by a definer function: for the transaction only" "BEGIN; $attach @sees@ COMMIT; @then@"
  try "" "attached, rolled back" "BEGIN; $attach @sees@ ROLLBACK; @then@"
  try "$denied" "attached, then SET" "BEGIN; $attach SET @setting@ = '@value@'; @sees@ COMMIT; @then@"
  try "$denied" "attached, then SET LOCAL and set_config" \
    "BEGIN; $attach SET LOCAL @setting@ = '@value@'; @sees@ SELECT set_config('@setting@', '@value@', true); @sees@ COMMIT; @then@"
  try "$denied" "attached, then RESET and SET TO DEFAULT" \
    "BEGIN; $attach RESET @setting@; SET LOCAL @setting@ TO DEFAULT; @sees@ COMMIT; @then@"
  try "" "attached, then RESET ALL: nothing is left" "BEGIN; $attach @sees@ RESET ALL; @then@ COMMIT; @then@"
  try "$denied" "planted by SET, then attached" "SET @setting@ = '@value@'; @planted@ BEGIN; $attach @sees@ COMMIT; @then@"
  try "$denied" "planted by SET LOCAL, then attached" \
    "BEGIN; SET LOCAL @setting@ = '@value@'; @planted@ $attach @sees@ COMMIT; @then@"
  try "$denied" "planted, then attached by a function that does not load the library" \
    "SET @setting@ = '@value@'; @planted@ BEGIN; SELECT asking.attach_unread('visitor', 5730104); @sees@ COMMIT; @then@"
  try "$denied" "planted, then attached inside a savepoint, ROLLBACK TO" \
    "BEGIN; SET LOCAL @setting@ = '@value@'; @planted@ SAVEPOINT a; $attach @sees@ ROLLBACK TO a; @then@ COMMIT; @then@"
  try "" "attached inside a savepoint, ROLLBACK TO" "BEGIN; SAVEPOINT a; $attach @sees@ ROLLBACK TO a; @then@ COMMIT; @then@"
  try "" "attached inside a savepoint, RELEASE" "BEGIN; SAVEPOINT a; $attach RELEASE a; @sees@ COMMIT; @then@"
  try "" "attached inside an exception block that fails" \
    "BEGIN; DO \$\$ BEGIN PERFORM asking.attach('visitor', 5730104); PERFORM 1 / 0; EXCEPTION WHEN division_by_zero THEN NULL; END \$\$;
     @then@ $attach @sees@ COMMIT; @then@"
  try "$denied" "attached, then a function's SET clause" \
    "BEGIN; $attach SELECT $role.carrying_@name@(); @sees@ COMMIT; @then@"
}

# Settings in the startup packet itself, which libpq sends only as options. Parameters: role.
startup_packet() {
  local pair output wrong=
  for pair in $settings; do
    output=$(python3 - "$PGHOST/.s.PGSQL.$PGPORT" "$1" "welfare.${pair%%:*}" "${pair#*:}" "$look" <<'PYTHON'
import socket, struct, sys
place, role, setting, value, query = sys.argv[1:]
server = socket.socket(socket.AF_UNIX)
server.connect(place)
words = ["user", role, "database", "asking", "welfare.language", "en", setting, value]
body = struct.pack("!i", 196608) + b"".join(word.encode() + b"\0" for word in words) + b"\0"
server.sendall(struct.pack("!i", len(body) + 4) + body)
stream = server.makefile("rb")
asked = False
while True:
    kind = stream.read(1)
    if not kind:
        break
    body = stream.read(struct.unpack("!i", stream.read(4))[0] - 4)
    if kind in b"EN":
        print([field[1:].decode() for field in body.split(b"\0") if field[:1] == b"M"][0])
    elif kind == b"D":
        print(body[6:].decode())
    elif kind == b"Z":
        if asked:
            break
        asked = True
        text = query.encode() + b"\0"
        server.sendall(b"Q" + struct.pack("!i", len(text) + 4) + text)
PYTHON
)
    grep -qE "$denied" <<< "$output" && ! grep -q '^sees:' <<< "$output" || wrong="$wrong ${pair%%:*}: $output"
  done
  is "$wrong" "" "$mode, $1: settings in the startup packet"
}

# Parallel workers are other processes: they see what the leader's session lawfully has. All rows are
# read by workers; the leader has not used the library when the workers start, where it is not preloaded.
# Parameters: role; what workers may see; name; SQL that comes before the query; SQL that comes after it.
in_parallel() {
  local output
  output=$(as "$1" "SELECT pg_backend_pid() AS leader \\gset
    SET parallel_setup_cost = 0; SET parallel_tuple_cost = 0; SET min_parallel_table_scan_size = 0;
    SET max_parallel_workers_per_gather = 2; SET parallel_leader_participation = off;
    $4
    SELECT 'leader has used it: ' || (current_setting('welfare.language', true) IS NOT NULL);
    SELECT DISTINCT $answers || CASE WHEN asking.process() = :leader THEN ', in the leader' ELSE ', in a worker' END FROM asking.people;
    $5")
  is "$(grep -E '^(sees|ERROR)' <<< "$output" | sort -u)" "$2, in a worker" "$mode, $1, parallel workers: $3"
  [ -n "${6:-}" ] || is "$(grep '^leader' <<< "$output")" "leader has used it: $([ "$mode" = preloaded ] && echo true || echo false)" \
    "$mode, $1, parallel workers: $3: whether the leader had loaded the library"
}

# What is set lawfully is seen: without this, functions that always answer NULL would pass everything else.
lawful_paths() {
  local pair all='' as_client='' forced
  for pair in $settings; do
    all="$all SET welfare.${pair%%:*} = '${pair#*:}';" as_client="$as_client -c welfare.${pair%%:*}=${pair#*:}"
  done
  is "$(as postgres "$all $look")" "$everything" "$mode: a superuser's SET is seen"
  is "$(as postgres "$all SET ROLE ordinary; $look")" "$everything" "$mode: and still after SET ROLE to an ordinary role"
  is "$(as postgres "$all $look SET SESSION AUTHORIZATION ordinary; ${all//\'january\'/april} $look" | grep '^sees' | sort -u)" "$everything" \
    "$mode: an ordinary role cannot change what a superuser set before SET SESSION AUTHORIZATION"
  is "$(as postgres "SET ROLE ordinary; $all RESET ROLE; $look" | grep '^sees')" "$nothing" \
    "$mode: what was set under SET ROLE to an ordinary role is nothing, even for the superuser afterwards"
  is "$(as postgres "SET SESSION AUTHORIZATION ordinary; $all RESET SESSION AUTHORIZATION; $look" | grep '^sees')" "$nothing" \
    "$mode: the same with SET SESSION AUTHORIZATION"
  is "$(PGOPTIONS=$as_client as postgres "$look")" "$everything" "$mode: a superuser's PGOPTIONS are seen"
  is "$(as keeper "$all $look")" "$everything" "$mode: SET by a role that was granted it is seen"
  is "$(as keeper "BEGIN; ${all//SET /SET LOCAL } $look COMMIT; $look" | tr '\n' ';')" "$everything;$nothing;" \
    "$mode: SET LOCAL by a role that was granted it is seen until the transaction ends"
  is "$(as carrier "$look RESET ALL; $look DISCARD ALL; $look" | sort -u)" "$everything" \
    "$mode: what a superuser gave a role by ALTER ROLE is seen at login, and after RESET ALL and DISCARD ALL"
  is "$(as ordinary "SELECT asking.within(); $look" | tr '\n' ';')" "$everything;$nothing;" \
    "$mode: the SET clauses of a definer function whose owner was granted them hold inside it, and only there"
  is "$(as ordinary "SET welfare.language = 'en'; SELECT welfare.language();")" "en" "$mode: an ordinary role chooses its language"
  # forge's own eyes: it must call a lawful value that it did not expect a forgery
  like "$(settings=principal:forged; forge carrier "$nothing" "" "control" "@sees@")" '^not ok' "$mode: the test notices a role that sees more than it may"

  in_parallel ordinary "$nothing" "nothing is set, nothing is seen"
  in_parallel ordinary "$nothing" "planted values" "$all"
  in_parallel ordinary "$nothing" "planted values, by SET LOCAL" "BEGIN; ${all//SET /SET LOCAL }" "COMMIT;"
  in_parallel carrier "$everything" "what ALTER ROLE gave"
  in_parallel clerk "$of_clerk" "what ALTER ROLE gave, under planted values" "$all"
  in_parallel postgres "$everything" "what a superuser set" "$all"
  in_parallel keeper "$everything" "what a role set that was granted it" "$all"
  in_parallel ordinary "$of_visitor" "what a definer function attached" "BEGIN; SELECT asking.attach_unread('visitor', 5730104);" "COMMIT;"
  in_parallel ordinary "$of_visitor" "what a definer function attached, which loaded the library" \
    "BEGIN; SELECT asking.attach('visitor', 5730104);" "COMMIT;" used
  in_parallel ordinary "$nothing" "nothing after the attached transaction" \
    "BEGIN; SELECT asking.attach('visitor', 5730104); COMMIT;" "" used
  forced="SELECT set_config(name, 'on', false) FROM pg_settings WHERE name IN ('force_parallel_mode', 'debug_parallel_query');"
  is "$(as ordinary "$forced $all $look" | grep '^sees')" "$nothing" "$mode: planted values, every query forced into a worker"
  is "$(as carrier "$forced $look" | grep '^sees')" "$everything" "$mode: what ALTER ROLE gave, every query forced into a worker"
  is "$(as ordinary "$forced BEGIN; SELECT asking.attach('visitor', 5730104); $look COMMIT; $look" | grep '^sees' | tr '\n' ';')" \
    "$of_visitor;$nothing;" "$mode: what a definer function attached, every query forced into a worker"
}

# The programs of the running cluster, with the extension as it was built for them; else a build.
if [ -n "${WELFARE_CLUSTER:-}" ]; then
  programs=$(tools/cluster bin "$cluster")
  mkdir -p "$(dirname "${programs%/usr/lib/*}")"
  built=$(tools/cluster bin "$WELFARE_CLUSTER")
  ln -s "${built%/usr/lib/*}" "${programs%/usr/lib/*}"
else
  tools/cluster prepare "$cluster" >/dev/null
fi
tools/cluster start "$cluster" || { echo "not ok 1 - a cluster of its own"; exit 1; }
# shellcheck disable=SC1091
. "$cluster/env"
createdb asking
{
  cat <<'SQL'
CREATE EXTENSION welfare;
CREATE SCHEMA asking;
CREATE ROLE ordinary LOGIN;
CREATE ROLE clerk LOGIN;
CREATE ROLE carrier LOGIN;
CREATE ROLE neighbour LOGIN;
CREATE ROLE creator LOGIN CREATEROLE CREATEDB;
CREATE ROLE keeper LOGIN;
CREATE SCHEMA ordinary AUTHORIZATION ordinary;
CREATE SCHEMA clerk AUTHORIZATION clerk;
CREATE SCHEMA neighbour AUTHORIZATION neighbour;
GRANT USAGE ON SCHEMA asking, neighbour TO PUBLIC;
CREATE TABLE asking.someone AS SELECT welfare.birth_date '00/00/2480' AS born;
CREATE TABLE asking.people AS SELECT born FROM asking.someone CROSS JOIN generate_series(1, 20000);
ANALYZE asking.people;
GRANT SELECT ON asking.someone, asking.people TO PUBLIC;
-- marked so that workers run it: the process that computed a row
CREATE FUNCTION asking.process() RETURNS integer LANGUAGE internal VOLATILE PARALLEL SAFE AS 'pg_backend_pid';
CREATE FUNCTION neighbour.sets(setting text, value text) RETURNS text LANGUAGE sql SECURITY DEFINER
  AS 'SELECT pg_catalog.set_config(setting, value, false)';
ALTER FUNCTION neighbour.sets(text, text) OWNER TO neighbour;
-- As a function that checks a token would: the settings last as long as the transaction. The first
-- uses the library before it sets, so that nothing set earlier or later can take the value's place.
CREATE FUNCTION asking.attach_unread(name text, authority integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    EXECUTE format('SET LOCAL welfare.principal = %L', name);
    EXECUTE format('SET LOCAL welfare.authority_code = %L', authority);
  END $$;
CREATE FUNCTION asking.attach(name text, authority integer) RETURNS void LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, pg_temp
  AS $$ BEGIN
    PERFORM welfare.principal();
    PERFORM asking.attach_unread(name, authority);
  END $$;
ALTER FUNCTION asking.attach_unread(text, integer) OWNER TO keeper;
ALTER FUNCTION asking.attach(text, integer) OWNER TO keeper;
ALTER ROLE clerk SET welfare.principal = 'clerk';
ALTER ROLE clerk IN DATABASE asking SET welfare.authority_code = 5730103;
ALTER ROLE clerk SET welfare.unknown_birth_before_2484 = 'january';
SQL
  within=
  for pair in $settings; do
    setting=welfare.${pair%%:*} value=${pair#*:}
    within="$within SET $setting = '$value'"
    echo "GRANT SET ON PARAMETER $setting TO keeper; ALTER ROLE carrier SET $setting = '$value';"
    for role in ordinary clerk; do
      echo "CREATE FUNCTION $role.carrying_${pair%%:*}() RETURNS text LANGUAGE sql SET $setting = '$value' AS \$\$ SELECT $answers FROM asking.someone \$\$;
        ALTER FUNCTION $role.carrying_${pair%%:*}() OWNER TO $role;"
    done
  done
  echo "CREATE FUNCTION asking.within() RETURNS text LANGUAGE sql SECURITY DEFINER $within AS \$\$ SELECT $answers FROM asking.someone \$\$;
    ALTER FUNCTION asking.within() OWNER TO keeper;
    CREATE DATABASE owned OWNER ordinary;"
} > "$cluster/setup.sql"
psql -X -q -d asking -v ON_ERROR_STOP=1 -f "$cluster/setup.sql" || { echo "not ok 1 - what the test needs"; exit 1; }

for mode in "not preloaded" preloaded; do
  tools/cluster stop "$cluster"
  CLUSTER_OPTIONS=$([ "$mode" = preloaded ] && echo "shared_preload_libraries = 'welfare'") tools/cluster start "$cluster"
  # shellcheck disable=SC1091
  . "$cluster/env"
  is "$(as ordinary "SELECT current_setting('welfare.language', true) IS NULL;")" "$([ "$mode" = preloaded ] && echo f || echo t)" \
    "$mode: a session begins as the name says"
  lawful_paths
  for role in ordinary clerk; do
    may_see=$nothing
    [ "$role" = ordinary ] || may_see=$of_clerk
    paths_of_a_session "$role" "$may_see"
    startup_packet "$role"
  done
  paths_of_an_attached_session ordinary
  forge creator "$nothing" "$denied" "CREATEROLE: ALTER ROLE of itself, of others and of a role that it makes" \
    "ALTER ROLE creator SET @setting@ = '@value@'; ALTER ROLE ordinary SET @setting@ = '@value@';
     CREATE ROLE made_@name@ LOGIN; ALTER ROLE made_@name@ SET @setting@ = '@value@';$nl\\c - made_@name@$nl @sees@ $nl\\c - ordinary$nl @sees@ $nl\\c - creator$nl DROP ROLE made_@name@; @sees@"
  forge ordinary "$nothing" "$denied" "ALTER DATABASE by its owner" \
    "ALTER DATABASE owned SET @setting@ = '@value@'; ALTER ROLE CURRENT_USER IN DATABASE owned SET @setting@ = '@value@';$nl\\c owned$nl
     SELECT current_setting('@setting@', true); $nl\\c asking$nl @sees@"
  is "$(as postgres "SELECT setdatabase::regclass, setrole::regrole, setconfig FROM pg_db_role_setting
                      WHERE setrole NOT IN ('clerk'::regrole, 'carrier'::regrole);")" "" "$mode: nothing that was refused has been stored"
  is "$(as postgres "SELECT count(*) FROM pg_parameter_acl, aclexplode(paracl) WHERE grantee NOT IN ('keeper'::regrole, 'postgres'::regrole);")" "0" \
    "$mode: nobody else was granted a setting"
  is "$(as postgres "$look ALTER SYSTEM SET welfare.nation = on; ALTER SYSTEM SET welfare.principal = 'forged'; ALTER SYSTEM SET welfare.authority_code = 5730102;
    ALTER SYSTEM SET welfare.district_code = 7301; ALTER SYSTEM SET welfare.province_code = 73;" | grep -c 'cannot be changed')" 5 \
    "$mode: a scope for the whole server is refused to superusers too: ALTER SYSTEM"
  tools/cluster stop "$cluster"
  CLUSTER_OPTIONS="$([ "$mode" = preloaded ] && echo "shared_preload_libraries = 'welfare'")
welfare.principal = 'forged'
welfare.authority_code = 5730102
welfare.district_code = 7301
welfare.province_code = 73
welfare.nation = on" tools/cluster start "$cluster"
  is "$(as ordinary "$look" | grep '^sees')" "$nothing" "$mode: a scope for the whole server is refused: the configuration file"
  is "$(as postgres "SELECT pg_reload_conf(); SELECT pg_sleep(0.2); $look" | grep '^sees')" "$nothing" "$mode: and when it is read again"
done
done_testing
