/*
 * check.c
 *    welfare check: whether this client can work with the database, and as whom.
 */
#include "commands.h"

#include "connection.h"
#include "interrupt.h"
#include "language.h"
#include "message.h"
#include "table.h"

#include <stdio.h>
#include <string.h>

enum
{
    OLDEST_SERVER = 150000,
    TEXT_SIZE = 1024
};

/* What the commands call, and the command's name for it. */
static const char functions_query[] =
    "SELECT needed.schema_name || '.' || needed.function_name AS name, found.oid IS NOT NULL AS "
    "is_there,"
    " coalesce(pg_catalog.has_schema_privilege(found.pronamespace, 'USAGE')"
    " AND pg_catalog.has_function_privilege(found.oid, 'EXECUTE'), false) AS may_call"
    " FROM (VALUES ('registry', 'begin_import'), ('registry', 'finish_import'), ('registry', "
    "'import_refusals'),"
    " ('report', 'summary_by_programme')) AS needed (schema_name, function_name)"
    " LEFT JOIN (pg_catalog.pg_proc AS found JOIN pg_catalog.pg_namespace AS room ON room.oid = "
    "found.pronamespace)"
    " ON room.nspname = needed.schema_name AND found.proname = needed.function_name"
    " ORDER BY needed.schema_name, needed.function_name";

static const char identity_query[] =
    "SELECT welfare.library_version() AS library, welfare.principal() AS principal,"
    " welfare.nation() AS nation, welfare.province_code() AS province, welfare.district_code() AS "
    "district,"
    " welfare.authority_code() AS authority, welfare.business_date() AS business_date,"
    " welfare.duty() AS duty, coalesce(welfare.duty() IN ('local_authority', 'administrator'), "
    "false) AS imports";

/* The lines of the answer. */
typedef enum
{
    LINE_SERVER,
    LINE_DATABASE,
    LINE_CLIENT,
    LINE_EXTENSION,
    LINE_PRINCIPAL,
    LINE_DUTY,
    LINE_SCOPE,
    LINE_DATE,
    LINE_IMPORT,
    LINE_REPORT,
    LINE_COUNT
} Line;

static const char *const english_labels[LINE_COUNT] = {
    [LINE_SERVER] = "Server",
    [LINE_DATABASE] = "Database",
    [LINE_CLIENT] = "Client",
    [LINE_EXTENSION] = "Extension",
    [LINE_PRINCIPAL] = "Signed in as",
    [LINE_DUTY] = "Duty",
    [LINE_SCOPE] = "Scope",
    [LINE_DATE] = "Business date",
    [LINE_IMPORT] = "May import",
    [LINE_REPORT] = "May read reports",
};
static const char *const thai_labels[LINE_COUNT] = {
    [LINE_SERVER] = "แม่ข่าย",      [LINE_DATABASE] = "ฐานข้อมูล", [LINE_CLIENT] = "โปรแกรม",
    [LINE_EXTENSION] = "ส่วนขยาย", [LINE_PRINCIPAL] = "ผู้ใช้งาน", [LINE_DUTY] = "หน้าที่",
    [LINE_SCOPE] = "ขอบเขต",      [LINE_DATE] = "วันทำการ",     [LINE_IMPORT] = "นำเข้าได้",
    [LINE_REPORT] = "ดูรายงานได้",
};

static void
print_line(Line line, const char *value)
{
    const char *const *labels = SAY(english_labels, thai_labels);
    int width = 0;

    for (int i = 0; i < LINE_COUNT; i++)
    {
        if (display_width(labels[i]) > width)
            width = display_width(labels[i]);
    }
    print_padded(stdout, labels[line], width, false);
    printf("  %s\n", value);
}

static bool
check_server(PGconn *connection)
{
    char text[TEXT_SIZE];
    const char *host = PQhost(connection);

    snprintf(text, sizeof(text), "PostgreSQL %s", PQparameterStatus(connection, "server_version"));
    print_line(LINE_SERVER, text);
    snprintf(text, sizeof(text), SAY("%s as %s, %s port %s", "%s ในนาม %s, %s พอร์ต %s"),
             PQdb(connection), PQuser(connection), host != NULL ? host : "", PQport(connection));
    print_line(LINE_DATABASE, text);
    print_line(LINE_CLIENT, WELFARE_VERSION);
    if (PQserverVersion(connection) >= OLDEST_SERVER)
        return true;
    message_error("%s", SAY("the server is older than PostgreSQL 15", "แม่ข่ายเก่ากว่า PostgreSQL 15"));
    return false;
}

/* Reports the extension. Parameters: its version (out). Answers false when it is not there. */
static bool
check_extension(PGconn *connection, char *version)
{
    PGresult *result = connection_query(
        connection, "SELECT extversion FROM pg_catalog.pg_extension WHERE extname = 'welfare'", 0,
        NULL);
    bool is_there = result != NULL && PQntuples(result) == 1;

    if (is_there)
        snprintf(version, TEXT_SIZE, "%s", PQgetvalue(result, 0, 0));
    else if (result != NULL)
    {
        message_error(SAY("the database \"%s\" has no extension welfare",
                          "ฐานข้อมูล \"%s\" ไม่มีส่วนขยาย welfare"),
                      PQdb(connection));
        message_hint("%s", SAY("Is it the right database? The schema is deployed with: sqitch "
                               "deploy db:pg:DBNAME.",
                               "เป็นฐานข้อมูลที่ถูกต้องหรือไม่ ติดตั้งด้วย: sqitch deploy db:pg:DBNAME"));
    }
    PQclear(result);
    return is_there;
}

/* Writes what the caller sees. Answers false when that is nothing. */
static bool
describe_scope(const PGresult *result, char *text)
{
    static const char *const columns[] = {"province", "district", "authority"};
    const char *const names[] = {SAY("province", "จังหวัด"), SAY("district", "อำเภอ"),
                                 SAY("authority", "อปท.")};
    int nation = PQfnumber(result, "nation");

    text[0] = '\0';
    if (!PQgetisnull(result, 0, nation) && strcmp(PQgetvalue(result, 0, nation), "t") == 0)
        snprintf(text, TEXT_SIZE, "%s", SAY("the whole nation", "ทั้งประเทศ"));
    for (size_t i = 0; i < sizeof(columns) / sizeof(columns[0]); i++)
    {
        int column = PQfnumber(result, columns[i]);
        size_t used = strlen(text);

        if (!PQgetisnull(result, 0, column))
            snprintf(text + used, TEXT_SIZE - used, "%s%s %s", used > 0 ? ", " : "", names[i],
                     PQgetvalue(result, 0, column));
    }
    if (text[0] != '\0')
        return true;
    snprintf(text, TEXT_SIZE, "%s", SAY("nothing", "ไม่เห็นข้อมูลใด"));
    return false;
}

/* What the database knows of the caller. */
typedef struct
{
    bool is_signed_in;
    bool has_duty;
    bool has_importing_duty;
    bool has_scope;
} Caller;

/* Says what the caller lacks, and who can give it. Answers whether that is nothing. */
static bool
check_caller(PGconn *connection, const Caller *caller)
{
    const char *role = PQuser(connection);

    if (!caller->is_signed_in)
    {
        message_error("%s", SAY("nobody is signed in", "ยังไม่ได้เข้าสู่ระบบ"));
        message_hint(SAY("Connect as a role that is bound to a user, or have an administrator bind "
                         "this one: ALTER ROLE %s SET welfare.principal = 'USER';",
                         "ให้เชื่อมต่อด้วยบทบาทที่ผูกกับผู้ใช้งาน หรือให้ผู้ดูแลผูกบทบาทนี้: ALTER ROLE %s SET "
                         "welfare.principal = 'USER';"),
                     role);
        return false;
    }
    if (!caller->has_scope)
    {
        message_error(
            "%s", SAY("the user has no scope and sees nothing", "ผู้ใช้งานไม่มีขอบเขต จึงไม่เห็นข้อมูลใด"));
        message_hint(SAY("Have an administrator give one, for example: ALTER ROLE %s SET "
                         "welfare.authority_code = '5730102';",
                         "ให้ผู้ดูแลกำหนด เช่น: ALTER ROLE %s SET welfare.authority_code = '5730102';"),
                     role);
    }
    return caller->has_scope;
}

/* Answers whether a column of the only row is true. */
static bool
is_true(const PGresult *result, const char *column)
{
    return strcmp(PQgetvalue(result, 0, PQfnumber(result, column)), "t") == 0;
}

/* Reports versions, caller and date. Parameters: version of the extension; caller (out). */
static bool
check_identity(PGconn *connection, const char *version, Caller *caller)
{
    PGresult *result = connection_query(connection, identity_query, 0, NULL);
    char text[TEXT_SIZE];
    bool is_current;

    if (result == NULL)
        return false;
    is_current = strcmp(version, PQgetvalue(result, 0, PQfnumber(result, "library"))) == 0;
    snprintf(text, sizeof(text), SAY("welfare %s, library %s", "welfare %s, ไลบรารี %s"), version,
             PQgetvalue(result, 0, PQfnumber(result, "library")));
    print_line(LINE_EXTENSION, text);
    caller->is_signed_in = !PQgetisnull(result, 0, PQfnumber(result, "principal"));
    print_line(LINE_PRINCIPAL, caller->is_signed_in
                                   ? PQgetvalue(result, 0, PQfnumber(result, "principal"))
                                   : SAY("nobody", "ยังไม่ได้เข้าสู่ระบบ"));
    caller->has_duty = !PQgetisnull(result, 0, PQfnumber(result, "duty"));
    caller->has_importing_duty = is_true(result, "imports");
    print_line(LINE_DUTY, caller->has_duty ? PQgetvalue(result, 0, PQfnumber(result, "duty"))
                                           : SAY("none", "ไม่มี"));
    caller->has_scope = describe_scope(result, text);
    print_line(LINE_SCOPE, text);
    print_line(LINE_DATE, PQgetvalue(result, 0, PQfnumber(result, "business_date")));
    PQclear(result);
    if (!is_current)
    {
        message_error("%s", SAY("the extension and its library are of different versions",
                                "ส่วนขยายและไลบรารีเป็นคนละรุ่น"));
        message_hint("%s", SAY("Have an administrator run: ALTER EXTENSION welfare UPDATE;",
                               "ให้ผู้ดูแลฐานข้อมูลสั่ง: ALTER EXTENSION welfare UPDATE;"));
    }
    return check_caller(connection, caller) && is_current;
}

/* Reports what the commands need of the business layer. */
static bool
check_functions(PGconn *connection, const Caller *caller)
{
    PGresult *result = connection_query(connection, functions_query, 0, NULL);
    bool is_complete = true, may_import = true, may_report = true, lacks_duty;

    if (result == NULL)
        return false;
    for (int row = 0; row < PQntuples(result); row++)
    {
        const char *name = PQgetvalue(result, row, 0);
        bool is_there = strcmp(PQgetvalue(result, row, 1), "t") == 0;
        bool *may = strncmp(name, "report.", strlen("report.")) == 0 ? &may_report : &may_import;

        *may = *may && strcmp(PQgetvalue(result, row, 2), "t") == 0;
        if (!is_there)
        {
            message_error(SAY("the function %s is missing", "ไม่มีฟังก์ชัน %s"), name);
            is_complete = false;
        }
    }
    PQclear(result);
    /* A role that only reads needs no duty. */
    lacks_duty = may_import && caller->is_signed_in && !caller->has_duty;
    may_import = may_import && caller->is_signed_in && caller->has_importing_duty;
    print_line(LINE_IMPORT, may_import ? SAY("yes", "ได้") : SAY("no", "ไม่ได้"));
    print_line(LINE_REPORT, may_report ? SAY("yes", "ได้") : SAY("no", "ไม่ได้"));
    if (!is_complete)
        message_hint("%s", SAY("Bring the schema up to date: sqitch deploy db:pg:DBNAME.",
                               "ให้ปรับโครงสร้างฐานข้อมูล: sqitch deploy db:pg:DBNAME"));
    if (lacks_duty)
    {
        message_error("%s", SAY("the user has no duty, and nobody without one imports",
                                "ผู้ใช้งานไม่มีหน้าที่ จึงนำเข้าข้อมูลไม่ได้"));
        message_hint(SAY("Have an administrator give one, for example: ALTER ROLE %s SET "
                         "welfare.duty = 'local_authority';",
                         "ให้ผู้ดูแลกำหนด เช่น: ALTER ROLE %s SET welfare.duty = 'local_authority';"),
                     PQuser(connection));
    }
    return is_complete && !lacks_duty;
}

/* welfare check */
int
check(const Options *options)
{
    PGconn *connection = connection_open(&options->connection);
    char version[TEXT_SIZE];
    Caller caller = {.is_signed_in = false};
    bool is_good;

    if (connection == NULL)
        return STATUS_FAILED;
    is_good = check_server(connection) && connection_begin(connection, true) &&
              check_extension(connection, version);
    if (is_good)
    {
        is_good = check_identity(connection, version, &caller);
        is_good = check_functions(connection, &caller) && is_good;
    }
    if (interrupt_count() > 0)
        message_error("%s", SAY("cancelled", "ยกเลิกแล้ว"));
    connection_abandon(connection);
    return is_good ? STATUS_DONE : STATUS_FAILED;
}
