/*
 * jobs.c
 *    welfare jobs: what runs by itself, and what of it is late or failed.
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
    JOB_COLUMNS = 8
};

static const char health_query[] =
    "SELECT health.ok, health.message, pg_catalog.array_to_string(health.attention, E'\\n')"
    " FROM job.health() AS health";

/* In the order of the table's columns. */
static const char status_query[] =
    "SELECT status.task, status.state, status.last_period, status.last_row_count,"
    " status.last_seconds, status.due_on, status.days_late,"
    " pg_catalog.concat_ws('/', status.attempts_used, status.attempts_allowed)"
    " FROM job.status AS status ORDER BY status.position";

static const char json_query[] =
    "SELECT health.ok, pg_catalog.json_build_object("
    "'health', pg_catalog.row_to_json(health),"
    " 'tasks', (SELECT coalesce(pg_catalog.json_agg(status ORDER BY status.position), '[]')"
    " FROM job.status AS status))"
    " FROM job.health() AS health";

static const TableColumn english_columns[JOB_COLUMNS] = {
    {"Task", false},   {"State", false}, {"Last done for", false}, {"Rows", true},
    {"Seconds", true}, {"Due", false},   {"Days late", true},      {"Attempts", true}};
static const TableColumn thai_columns[JOB_COLUMNS] = {
    {"งาน", false}, {"สถานะ", false}, {"รอบล่าสุด", false}, {"รายการ", true},
    {"วินาที", true}, {"กำหนด", false}, {"ช้า (วัน)", true},  {"ครั้งที่ทำ", true}};

/* A state of job.task_state in Thai; what is not known stands as it came. */
static const char *
state_in_thai(const char *state)
{
    static const char *const words[][2] = {
        {"on_time", "ตามกำหนด"}, {"due", "ถึงกำหนด"},   {"waiting", "รองานก่อนหน้า"},
        {"running", "กำลังทำ"},   {"stuck", "ค้าง"},     {"retrying", "จะทำซ้ำ"},
        {"failed", "ไม่สำเร็จ"},   {"disabled", "ปิดไว้"}, {"not_begun", "ยังไม่เริ่มใช้"}};

    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
    {
        if (strcmp(state, words[i][0]) == 0)
            return words[i][1];
    }
    return state;
}

static void
print_tasks(const PGresult *result)
{
    Table *table = table_create(SAY(english_columns, thai_columns), JOB_COLUMNS);

    for (int row = 0; row < PQntuples(result); row++)
    {
        const char *cells[JOB_COLUMNS];

        for (int column = 0; column < JOB_COLUMNS; column++)
            cells[column] =
                PQgetisnull(result, row, column) ? "-" : PQgetvalue(result, row, column);
        cells[1] = SAY(cells[1], state_in_thai(cells[1]));
        table_add_row(table, cells);
    }
    table_print(table, stdout);
    table_free(table);
}

/* Prints the tasks and, below, whether all is well. Answers false when it could not be asked. */
static bool
print_as_table(PGconn *connection, bool *is_well)
{
    PGresult *tasks = connection_query(connection, status_query, 0, NULL);
    PGresult *health = tasks == NULL ? NULL : connection_query(connection, health_query, 0, NULL);

    if (health != NULL)
    {
        *is_well = strcmp(PQgetvalue(health, 0, 0), "t") == 0;
        print_tasks(tasks);
        printf("\n%s\n", PQgetvalue(health, 0, 1));
        /* What is urgent stands in the message already. */
        if (*is_well && PQgetvalue(health, 0, 2)[0] != '\0')
            puts(PQgetvalue(health, 0, 2));
    }
    PQclear(tasks);
    PQclear(health);
    return health != NULL;
}

static bool
print_as_json(PGconn *connection, bool *is_well)
{
    PGresult *result = connection_query(connection, json_query, 0, NULL);
    bool is_good = result != NULL;

    if (is_good)
    {
        *is_well = strcmp(PQgetvalue(result, 0, 0), "t") == 0;
        puts(PQgetvalue(result, 0, 1));
    }
    PQclear(result);
    return is_good;
}

/* welfare jobs */
int
jobs(const Options *options)
{
    PGconn *connection = connection_open(&options->connection);
    bool is_well = false, is_good;

    if (connection == NULL)
        return STATUS_FAILED;
    is_good = connection_begin(connection, true) &&
              (options->format == FORMAT_JSON ? print_as_json(connection, &is_well)
                                              : print_as_table(connection, &is_well));
    if (interrupt_count() > 0)
        message_error("%s", SAY("cancelled", "ยกเลิกแล้ว"));
    connection_abandon(connection);
    if (!is_good)
        return STATUS_FAILED;
    return is_well ? STATUS_DONE : STATUS_NOT_WELL;
}
