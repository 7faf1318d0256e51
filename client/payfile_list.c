/*
 * payfile_list.c
 *    Which batches there are, which are written, and what came of it.
 *
 * Neither list nor summary has a column of programmes (AR2).
 */
#include "payfile_list.h"

#include "connection.h"
#include "language.h"
#include "message.h"
#include "number.h"
#include "table.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <unistr.h>

/* Without a disbursement: what no file was made of yet. Broken ones are not listed. */
static const char choice_query[] =
    "SELECT batch.disbursement_number, batch.batch_number"
    " FROM payment.list_batches($1::pg_catalog.int8) AS batch"
    " WHERE ($2::pg_catalog.int4 IS NULL OR batch.batch_number = $2::pg_catalog.int4)"
    " AND ($1::pg_catalog.int8 IS NOT NULL OR batch.exported_at IS NULL AND batch.state <> "
    "'sealed')"
    " ORDER BY batch.disbursement_number, batch.batch_number";

#define LISTED                                                                                     \
    " FROM payment.list_batches($1::pg_catalog.int8) AS batch"                                     \
    " WHERE $2::pg_catalog.int4 IS NULL OR batch.batch_number = $2::pg_catalog.int4"

static const char list_query[] =
    "SELECT batch.disbursement_number, batch.batch_number,"
    " pg_catalog.to_char(batch.value_date, 'YYYY-MM-DD'), batch.bank_name, batch.transfers,"
    " batch.control_sum, batch.state, pg_catalog.to_char(batch.exported_at AT TIME ZONE "
    "'Asia/Bangkok', 'YYYY-MM-DD HH24:MI')" LISTED
    " ORDER BY batch.disbursement_number, batch.batch_number";

static const char list_json_query[] =
    "SELECT coalesce(pg_catalog.json_agg(batch ORDER BY batch.disbursement_number,"
    " batch.batch_number), '[]')" LISTED;

enum
{
    LIST_TRANSFERS = 4,
    LIST_SUM = 5,
    LIST_COLUMNS = 8
};

/* Answers whether files can be made in a folder, and named in JSON. */
bool
payfile_check_folder(const char *folder)
{
    if (u8_check((const uint8_t *)folder, strlen(folder)) != NULL)
    {
        message_error(
            SAY("the name of the folder \"%s\" is not UTF-8", "ชื่อโฟลเดอร์ \"%s\" มิใช่รหัส UTF-8"),
            folder);
        return false;
    }
    if (access(folder, W_OK | X_OK) == 0)
        return true;
    message_error(SAY("no file can be made in \"%s\": %s", "สร้างแฟ้มในโฟลเดอร์ \"%s\" ไม่ได้: %s"),
                  folder, strerror(errno));
    message_hint("%s", SAY("Name a folder that is there: --output DIR.",
                           "ให้ระบุโฟลเดอร์ที่มีอยู่: --output โฟลเดอร์"));
    return false;
}

/* Answers the numbers of the batches that are to be written; NULL when that failed. */
PGresult *
payfile_choose(PGconn *connection, const Options *options)
{
    const char *values[] = {options->disbursement, options->batch};

    return connection_query(connection, choice_query, 2, values);
}

/* Says that there is no batch to write. Answers whether that is as it should be. */
bool
payfile_say_none(const Options *options)
{
    if (options->batch != NULL)
        message_error(SAY("disbursement %s has no batch %s", "การเบิกจ่ายที่ %s ไม่มีชุดที่ %s"),
                      options->disbursement, options->batch);
    else if (options->disbursement != NULL)
        message_error(SAY("disbursement %s has no batches", "การเบิกจ่ายที่ %s ไม่มีชุดโอนเงิน"),
                      options->disbursement);
    else
    {
        if (!options->is_quiet)
            message_warning("%s", SAY("no batch waits for its file", "ไม่มีชุดโอนเงินที่รอสร้างแฟ้ม"));
        return true;
    }
    return false;
}

/* Prints the list as a table. Answers false when a sum is none. */
static bool
print_list(const PGresult *list)
{
    const TableColumn columns[LIST_COLUMNS] = {
        {SAY("Disbursement", "การเบิกจ่าย"), true}, {SAY("Batch", "ชุด"), true},
        {SAY("Pay day", "วันจ่าย"), false},         {SAY("Bank", "ธนาคาร"), false},
        {SAY("Transfers", "รายการ"), true},       {SAY("Baht", "บาท"), true},
        {SAY("State", "สถานะ"), false},           {SAY("Written", "สร้างแฟ้มเมื่อ"), false}};
    Table *table = table_create(columns, LIST_COLUMNS);
    bool is_good = true;

    for (int row = 0; is_good && row < PQntuples(list); row++)
    {
        const char *cells[LIST_COLUMNS];
        char transfers[NUMBER_SIZE], sum[NUMBER_SIZE];
        int64_t satang;

        for (int column = 0; column < LIST_COLUMNS; column++)
            cells[column] = PQgetvalue(list, row, column);
        is_good = baht_parse(cells[LIST_SUM], &satang);
        number_with_commas(transfers, strtoll(cells[LIST_TRANSFERS], NULL, 10));
        if (!is_good)
        {
            message_error(SAY("the database answers \"%s\", which is no amount in baht",
                              "ฐานข้อมูลตอบ \"%s\" ซึ่งมิใช่จำนวนเงินบาท"),
                          cells[LIST_SUM]);
            break;
        }
        baht_with_commas(sum, satang);
        cells[LIST_TRANSFERS] = transfers;
        cells[LIST_SUM] = sum;
        table_add_row(table, cells);
    }
    if (is_good)
        table_print(table, stdout);
    table_free(table);
    return is_good;
}

/* Prints the batches there are. Answers the exit status. */
int
payfile_list(PGconn *connection, const Options *options)
{
    const char *values[] = {options->disbursement, options->batch};
    bool is_json = options->format == FORMAT_JSON;
    PGresult *list = NULL;
    bool is_good = connection_begin(connection, true) &&
                   (list = connection_query(connection, is_json ? list_json_query : list_query, 2,
                                            values)) != NULL;

    if (is_good && is_json)
        puts(PQgetvalue(list, 0, 0));
    else if (is_good && PQntuples(list) == 0)
        puts(SAY("There are no batches.", "ไม่มีชุดโอนเงิน"));
    else if (is_good)
        is_good = print_list(list);
    PQclear(list);
    return is_good ? STATUS_DONE : STATUS_FAILED;
}

/* Begins the summary: for scripts, for a person at a terminal, or none. */
void
payfile_summary_begin(PayfileSummary *summary, const Options *options)
{
    *summary = (PayfileSummary){.is_json = options->format == FORMAT_JSON};
    summary->is_told = !summary->is_json && !options->is_quiet && isatty(STDOUT_FILENO);
    if (summary->is_json)
        putchar('[');
}

/* Prints a text as JSON has it. */
static void
print_json_text(const char *text)
{
    putchar('"');
    for (; *text != '\0'; text++)
    {
        if (*text == '"' || *text == '\\')
            printf("\\%c", *text);
        else if ((unsigned char)*text < 0x20)
            printf("\\u%04x", *text);
        else
            putchar(*text);
    }
    putchar('"');
}

static void
print_json_file(const OutputFile *file, bool *has_one)
{
    if (file->path == NULL)
        return;
    printf(*has_one ? ", " : "");
    print_json_text(file->path);
    *has_one = true;
}

/* Tells of a batch whose files are there. */
void
payfile_summary_add(PayfileSummary *summary, const char *const *numbers,
                    const PayfileHeader *header, const OutputFile *xml, const OutputFile *csv)
{
    bool has_one = false;

    if (summary->is_json)
    {
        printf("%s{\"disbursement\": %s, \"batch\": %s, \"message_id\": \"%s\", \"files\": [",
               summary->batches > 0 ? ",\n " : "", numbers[0], numbers[1], header->message_id);
        print_json_file(xml, &has_one);
        print_json_file(csv, &has_one);
        printf("], \"transfers\": %" PRId64 ", \"control_sum\": \"%s\", \"digest\": \"%s\"}",
               header->transfers, header->control_sum, header->digest);
    }
    summary->batches++;
    summary->transfers += header->transfers;
    summary->satang += header->satang;
    if (summary->is_told)
    {
        const OutputFile *const files[] = {xml, csv};

        for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
        {
            if (files[i]->path != NULL)
                printf(files[i]->was_there
                           ? SAY("%s (was there, the same)\n", "%s (มีอยู่แล้ว ตรงกัน)\n")
                           : "%s\n",
                       files[i]->path);
        }
    }
}

/* Ends the summary with what all batches come to. */
void
payfile_summary_end(PayfileSummary *summary)
{
    char batches[NUMBER_SIZE], transfers[NUMBER_SIZE], sum[NUMBER_SIZE];

    if (summary->is_json)
        puts("]");
    if (!summary->is_told || summary->batches == 0)
        return;
    number_with_commas(batches, summary->batches);
    number_with_commas(transfers, summary->transfers);
    baht_with_commas(sum, summary->satang);
    printf(SAY("%s batches, %s transfers, %s baht\n", "%s ชุด %s รายการ %s บาท\n"), batches,
           transfers, sum);
}
