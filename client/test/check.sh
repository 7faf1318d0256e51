# welfare check: what is there, and what is missing.

run check
is "$status$err" "0" "all is there: status 0"
like "$out" '^Server +PostgreSQL [0-9]' "the server's version"
like "$out" "^Database +$database as client_admin" "the database and the role"
like "$out" "^Extension +welfare $(ask "SELECT extversion FROM pg_extension WHERE extname = 'welfare'"), library $(ask 'SELECT welfare.library_version()')\$" "versions of extension and library"
like "$out" '^Signed in as +client_admin$' "the user"
like "$out" '^Duty +administrator$' "the duty"
like "$out" '^Scope +the whole nation$' "the scope"
like "$out" '^Business date +2026-10-01$' "the business date"
like "$out" '^May import +yes$' "what the role may do"
as=client_officer run check
like "$out" '^Scope +authority 5730102$' "an officer's scope"
as=client_stranger run check
is "$status" 1 "nobody signed in: status 1"
like "$out" '^Signed in as +nobody$' "shown"
like "$err" 'error: nobody is signed in' "said"
like "$err" 'HINT: .*ALTER ROLE client_stranger SET welfare.principal' "with what to do"
as=client_stranger run check --language th
like "$err" 'ผิดพลาด: ยังไม่ได้เข้าสู่ระบบ' "in Thai for who reads Thai"
ask "ALTER ROLE client_stranger SET welfare.principal = 'stranger'"
as=client_stranger run check
like "$status $out" '^Duty +none' "nor a duty"
like "$out" '^May import +no$' "with which nothing is imported"
like "$err" 'error: the user has no duty' "said"
like "$err" 'HINT: .*ALTER ROLE client_stranger SET welfare.duty' "with what to do"
like "$err" 'error: the user has no scope' "as is the scope"
as=client_stranger run check --language th
like "$err" 'ผิดพลาด: ผู้ใช้งานไม่มีหน้าที่' "in Thai for who reads Thai"
people golden > duty.csv
as=client_stranger run import persons duty.csv
like "$status $err" '^1 .*your duty does not allow this' "and an import is refused"
ask "ALTER ROLE client_stranger SET welfare.duty = 'bank'; ALTER ROLE client_stranger SET welfare.authority_code = 5730102"
as=client_stranger run check
is "$status $(grep '^May import' <<< "$out" | tr -s ' ')" "0 May import no" "a duty that does not import: told, and no error"
ask 'ALTER ROLE client_stranger RESET ALL'
run check -d postgres
is "$status" 1 "a database without the extension: status 1"
like "$err" 'database "postgres" has no extension welfare' "says so"
like "$err" 'HINT: .*sqitch deploy' "with what to do"
run check -h /nonexistent
is "$status" 1 "no server: status 1"
ask "UPDATE pg_extension SET extversion = '0.0.1' WHERE extname = 'welfare'"
run check
is "$status" 1 "library and extension of different versions: status 1"
like "$err" 'HINT: .*ALTER EXTENSION welfare UPDATE' "with what to do"
ask "UPDATE pg_extension SET extversion = welfare.library_version() WHERE extname = 'welfare'"
ask 'ALTER FUNCTION registry.finish_import(bigint) RENAME TO hidden'
run check
is "$status" 1 "a function missing: status 1"
like "$err" 'function registry.finish_import is missing' "named"
ask 'ALTER FUNCTION registry.hidden(bigint) RENAME TO finish_import'
ask 'REVOKE EXECUTE ON FUNCTION registry.begin_import(text, boolean) FROM welfare_authority'
as=client_officer run check
is "$status $(grep '^May import' <<< "$out" | tr -s ' ')" "0 May import no" "who may not import is told"
ask 'GRANT EXECUTE ON FUNCTION registry.begin_import(text, boolean) TO welfare_authority'

# The caller's search path is of no use to whoever plants operators
ask "CREATE SCHEMA trap; GRANT USAGE ON SCHEMA trap TO PUBLIC;
     CREATE FUNCTION trap.never(name, text) RETURNS boolean LANGUAGE sql AS 'SELECT false';
     CREATE OPERATOR trap.= (FUNCTION = trap.never, LEFTARG = name, RIGHTARG = text)"
PGOPTIONS='-c search_path=trap,pg_catalog' run check
is "$status" 0 "a planted operator is not seen"
ask 'DROP SCHEMA trap CASCADE'
