/*
 * report.c
 *    welfare report summary-by-programme: IS10.3.
 */
#include "commands.h"

#include "connection.h"
#include "interrupt.h"
#include "language.h"
#include "message.h"
#include "number.h"
#include "table.h"

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The report is an official form: its words are Thai whatever the language of messages. */
static const char title[] = "รายงาน แสดง จำนวนผู้ได้รับเบี้ยยังชีพ แต่ละประเภท";
static const TableColumn columns[] = {{"อปท.", false},
                                      {"ผู้สูงอายุ", true},
                                      {"ผู้ป่วยโรคเอดส์", true},
                                      {"ผู้พิการ", true},
                                      {"จำนวนประเภทเบี้ยยังชีพทั้งสิ้น", true},
                                      {"จำนวนเงินทั้งสิ้น", true}};

enum
{
    COUNT_COLUMNS = 4,
    REPORT_COLUMNS = COUNT_COLUMNS + 2,
    HEADING_SIZE = 1024
};

/* The function's columns that the table shows after the authority's name. */
static const char *const count_columns[COUNT_COLUMNS] = {"elderly", "aids", "disability", "claims"};

#define SUMMARY                                                                                    \
    "report.summary_by_programme(fiscal_year => $1, province_code => $2, district_code => $3,"     \
    " authority_code => $4, authority_type => $5)"

typedef struct
{
    int64_t counts[COUNT_COLUMNS];
    int64_t satang;
} Sums;

/* Adds one row's figures. Answers false when they are beyond counting. */
static bool
add_sums(Sums *to, const Sums *from)
{
    bool overflows = __builtin_add_overflow(to->satang, from->satang, &to->satang);

    for (int i = 0; i < COUNT_COLUMNS; i++)
        overflows =
            __builtin_add_overflow(to->counts[i], from->counts[i], &to->counts[i]) || overflows;
    return !overflows;
}

static void
add_sums_row(Table *table, const char *label, const Sums *sums)
{
    char numbers[COUNT_COLUMNS + 1][NUMBER_SIZE];
    const char *cells[REPORT_COLUMNS] = {label};

    for (int i = 0; i < COUNT_COLUMNS; i++)
    {
        number_with_commas(numbers[i], sums->counts[i]);
        cells[i + 1] = numbers[i];
    }
    baht_with_commas(numbers[COUNT_COLUMNS], sums->satang);
    cells[REPORT_COLUMNS - 1] = numbers[COUNT_COLUMNS];
    table_add_row(table, cells);
}

static const char *
value_of(const PGresult *result, int row, const char *column)
{
    return PQgetvalue(result, row, PQfnumber(result, column));
}

/* Answers whether two rows are of the same province, or of the same district of it. */
static bool
same_place(const PGresult *result, int row, int other, bool by_district)
{
    return strcmp(value_of(result, row, "province"), value_of(result, other, "province")) == 0 &&
           (!by_district ||
            strcmp(value_of(result, row, "district"), value_of(result, other, "district")) == 0);
}

/* Reads a row's figures. Answers false, having said why, when they are no figures. */
static bool
read_sums(const PGresult *result, int row, Sums *sums)
{
    for (int i = 0; i < COUNT_COLUMNS; i++)
        sums->counts[i] = strtoll(value_of(result, row, count_columns[i]), NULL, 10);
    if (baht_parse(value_of(result, row, "amount"), &sums->satang))
        return true;
    message_error(SAY("the database answers \"%s\", which is no amount in baht",
                      "ฐานข้อมูลตอบ \"%s\" ซึ่งมิใช่จำนวนเงินบาท"),
                  value_of(result, row, "amount"));
    return false;
}

/* Adds a group's total, if the group ends with this row, and begins the next. */
static void
end_group(Table *table, const char *kind, const char *name, Sums *sums, bool ends)
{
    char label[HEADING_SIZE];

    if (!ends)
        return;
    snprintf(label, sizeof(label), "รวม %s %s", kind, name);
    add_sums_row(table, label, sums);
    *sums = (Sums){.satang = 0};
}

/* Heads a group, if it begins with this row. */
static void
begin_group(Table *table, const char *kind, const char *name, bool begins)
{
    char heading[HEADING_SIZE];

    if (!begins)
        return;
    snprintf(heading, sizeof(heading), "%s %s", kind, name);
    table_add_line(table, heading);
}

/* Fills the table: authorities under their districts and provinces, with the totals of each. */
static bool
fill_table(Table *table, const PGresult *result)
{
    Sums district = {.satang = 0}, province = {.satang = 0}, nation = {.satang = 0};
    int count = PQntuples(result);

    for (int row = 0; row < count; row++)
    {
        bool is_last = row == count - 1;
        Sums own;

        begin_group(table, "จังหวัด", value_of(result, row, "province"),
                    row == 0 || !same_place(result, row, row - 1, false));
        begin_group(table, "อำเภอ", value_of(result, row, "district"),
                    row == 0 || !same_place(result, row, row - 1, true));
        if (!read_sums(result, row, &own))
            return false;
        add_sums_row(table, value_of(result, row, "local_authority"), &own);
        if (!add_sums(&district, &own) || !add_sums(&province, &own) || !add_sums(&nation, &own))
        {
            message_error("%s", SAY("the total is too large", "ผลรวมใหญ่เกินไป"));
            return false;
        }
        end_group(table, "อำเภอ", value_of(result, row, "district"), &district,
                  is_last || !same_place(result, row, row + 1, true));
        end_group(table, "จังหวัด", value_of(result, row, "province"), &province,
                  is_last || !same_place(result, row, row + 1, false));
    }
    table_add_rule(table);
    add_sums_row(table, "รวมทั้งสิ้น", &nation);
    return true;
}

static bool
print_table(const PGresult *result, const char *fiscal_year)
{
    Table *table;
    bool is_good;

    printf("%s\nปีงบประมาณ %s\n\n", title, fiscal_year);
    if (PQntuples(result) == 0)
    {
        puts("ไม่พบข้อมูล ตามเงื่อนไขที่กำหนด");
        return true;
    }
    table = table_create(columns, REPORT_COLUMNS);
    is_good = fill_table(table, result);
    if (is_good)
        table_print(table, stdout);
    table_free(table);
    return is_good;
}

/* Prints a field of RFC 4180, in quotes where it needs them. */
static void
print_csv_field(const char *text)
{
    if (strpbrk(text, ",\"\r\n") != NULL)
        csv_fwrite(stdout, text, strlen(text));
    else
        fputs(text, stdout);
}

/* Prints what the function answers, under its own names, by RFC 4180. */
static void
print_csv(const PGresult *result)
{
    for (int row = -1; row < PQntuples(result); row++)
    {
        for (int column = 0; column < PQnfields(result); column++)
        {
            if (column > 0)
                putchar(',');
            print_csv_field(row < 0 ? PQfname(result, column) : PQgetvalue(result, row, column));
        }
        fputs("\r\n", stdout);
    }
}

/* Answers whether a result has every column that the table reads. */
static bool
has_columns(const PGresult *result)
{
    static const char *const needed[] = {"province", "district",   "local_authority", "elderly",
                                         "aids",     "disability", "claims",          "amount"};

    for (size_t i = 0; i < sizeof(needed) / sizeof(needed[0]); i++)
    {
        if (PQfnumber(result, needed[i]) < 0)
        {
            message_error(SAY("the database's report lacks the column \"%s\"",
                              "รายงานของฐานข้อมูลไม่มีคอลัมน์ \"%s\""),
                          needed[i]);
            message_hint("%s", SAY("Use the client of the database's version.",
                                   "ให้ใช้โปรแกรมรุ่นเดียวกับฐานข้อมูล"));
            return false;
        }
    }
    return true;
}

static bool
print_result(const PGresult *result, const Options *options)
{
    switch (options->format)
    {
        case FORMAT_JSON:
            puts(PQgetvalue(result, 0, 0));
            return true;
        case FORMAT_CSV:
            print_csv(result);
            return true;
        case FORMAT_TABLE:
            return has_columns(result) && print_table(result, options->fiscal_year);
    }
    return false;
}

/* welfare report summary-by-programme */
int
report_summary_by_programme(const Options *options)
{
    const char *values[] = {options->fiscal_year, options->province, options->district,
                            options->authority, options->authority_type};
    const char *statement =
        options->format == FORMAT_JSON
            ? "SELECT coalesce(pg_catalog.json_agg(summary), '[]') FROM " SUMMARY " AS summary"
            : "SELECT * FROM " SUMMARY;
    PGconn *connection = connection_open(&options->connection);
    PGresult *result = NULL;
    bool is_good;

    if (connection == NULL)
        return STATUS_FAILED;
    is_good = connection_begin(connection, true) &&
              (result = connection_query(connection, statement, 5, values)) != NULL &&
              print_result(result, options);
    if (interrupt_count() > 0)
        message_error("%s", SAY("cancelled", "ยกเลิกแล้ว"));
    PQclear(result);
    connection_abandon(connection);
    return is_good ? STATUS_DONE : STATUS_FAILED;
}
