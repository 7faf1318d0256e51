/*
 * payfile.c
 *    welfare payfile: batches of transfers as files for a bank (ER13, EG6.2).
 *
 * Each batch is a transaction of its own: its lines come in one stream, are
 * totalled and written; the file is read again and compared with what was
 * sealed; only then, and when the look is on record, does it get its name.
 * Memory does not grow with it.
 */
#include "commands.h"

#include "connection.h"
#include "interrupt.h"
#include "language.h"
#include "message.h"
#include "number.h"
#include "payfile.h"
#include "payfile_list.h"
#include "progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char lines_query[] =
    "SELECT reference, amount, pg_catalog.to_char(bank_code, 'FM000'), bank_branch, account_number,"
    " account_name FROM payment.file_lines($1, $2)";

/* A batch that is being written. */
typedef struct
{
    unsigned kinds; /* PAYFILE_… */
    const char *folder;
    PayfileHeader header;
    PayfileTotal total;
    OutputFile xml;
    OutputFile csv;
    Pain001Writer *writer;
} Batch;

static bool
cannot_write(const Batch *batch)
{
    message_error(SAY("the file of %s could not be written", "เขียนแฟ้มของ %s ไม่ได้"),
                  batch->header.message_id);
    return false;
}

static bool
begin_files(Batch *batch)
{
    const char *name = batch->header.message_id;

    if ((batch->kinds & PAYFILE_PAIN001) != 0 &&
        (!output_open(&batch->xml, batch->folder, name, ".xml") ||
         ((batch->writer = pain001_begin(batch->xml.stream, &batch->header)) == NULL &&
          !cannot_write(batch))))
        return false;
    return (batch->kinds & PAYFILE_CSV) == 0 ||
           (output_open(&batch->csv, batch->folder, name, ".csv") &&
            (payfile_csv_begin(batch->csv.stream, &batch->header) || cannot_write(batch)));
}

static bool
write_line(Batch *batch, const PGresult *row)
{
    PayfileLine line;

    if (!payfile_read_line(row, &line) || !payfile_total_add(&batch->total, &line))
        return false;
    if ((batch->writer != NULL && !pain001_line(batch->writer, &line)) ||
        (batch->csv.stream != NULL && !payfile_csv_line(batch->csv.stream, &line)))
        return cannot_write(batch);
    progress_of_rows(batch->total.transfers);
    return true;
}

/* Writes the lines as they come from the server. */
static bool
write_lines(Batch *batch, PGconn *connection, const char *const *numbers)
{
    PGresult *result;
    bool is_good =
        connection_send(connection, lines_query, 2, numbers) && PQsetSingleRowMode(connection) == 1;

    while (is_good && (result = connection_next_result(connection)) != NULL)
    {
        ExecStatusType status = PQresultStatus(result);

        if (status == PGRES_SINGLE_TUPLE)
            is_good = write_line(batch, result);
        else if (status != PGRES_TUPLES_OK)
        {
            if (interrupt_count() == 0)
                message_server_error(result);
            is_good = false;
        }
        PQclear(result);
    }
    return is_good && PQstatus(connection) == CONNECTION_OK && interrupt_count() == 0;
}

/* Ends the files, still under their temporary names, and reads them again. */
static bool
end_files(Batch *batch)
{
    bool is_written = true;

    if (batch->writer != NULL)
        is_written = pain001_end(batch->writer);
    batch->writer = NULL;
    if (batch->csv.stream != NULL)
        is_written = payfile_csv_end(batch->csv.stream, &batch->header) && is_written;
    if (!is_written)
        return cannot_write(batch);
    return (batch->xml.stream == NULL ||
            (output_store(&batch->xml) && payfile_check(&batch->xml, true, &batch->header))) &&
           (batch->csv.stream == NULL ||
            (output_store(&batch->csv) && payfile_check(&batch->csv, false, &batch->header)));
}

/* Has the server record that the batch was looked at. */
static bool
commit(PGconn *connection)
{
    switch (connection_commit(connection))
    {
        case COMMIT_DONE:
            return true;
        case COMMIT_REFUSED:
            break;
        case COMMIT_UNKNOWN:
            message_error("%s",
                          SAY("the connection ended before the database had recorded the export",
                              "การเชื่อมต่อสิ้นสุดลงก่อนที่ฐานข้อมูลจะบันทึกการส่งออก"));
            break;
    }
    return false;
}

static void
discard(Batch *batch, bool is_wanted)
{
    pain001_discard(batch->writer);
    output_discard(&batch->xml, is_wanted);
    output_discard(&batch->csv, is_wanted);
    PQclear(batch->header.result);
}

/* Writes one batch. Parameters: the command's options; numbers of disbursement and batch; which
 * files came of it (out). */
static bool
write_batch(PGconn *connection, const Options *options, const char *const *numbers,
            PayfileSummary *summary)
{
    Batch batch = {.kinds = options->payfile_kinds,
                   .folder = options->output != NULL ? options->output : "."};
    bool is_good;

    payfile_total_begin(&batch.total);
    is_good = connection_begin(connection, false) &&
              payfile_read_header(connection, numbers, &batch.header);
    if (is_good)
        progress_begin_rows(batch.header.message_id, batch.header.transfers);
    is_good = is_good && begin_files(&batch) && write_lines(&batch, connection, numbers) &&
              payfile_total_agrees(&batch.total, &batch.header) && end_files(&batch) &&
              commit(connection) && (batch.xml.path == NULL || output_keep(&batch.xml)) &&
              (batch.csv.path == NULL || output_keep(&batch.csv));
    progress_end();
    if (is_good)
        payfile_summary_add(summary, numbers, &batch.header, &batch.xml, &batch.csv);
    else if (interrupt_count() == 0)
        message_error(SAY("no file of batch %s of disbursement %s is left",
                          "ไม่มีแฟ้มของชุดที่ %s ของการเบิกจ่ายที่ %s"),
                      numbers[1], numbers[0]);
    discard(&batch, is_good);
    return is_good;
}

/* Writes the batches of a list, one after the other; stops at the first that fails. */
static bool
write_batches(PGconn *connection, const Options *options, const PGresult *list,
              PayfileSummary *summary)
{
    for (int row = 0; row < PQntuples(list); row++)
    {
        const char *numbers[] = {PQgetvalue(list, row, 0), PQgetvalue(list, row, 1)};

        if (!write_batch(connection, options, numbers, summary))
            return false;
    }
    return true;
}

/* Asks which batches are to be written, in a transaction that ends at once. */
static PGresult *
choose(PGconn *connection, const Options *options)
{
    PGresult *list = NULL;

    if (!connection_begin(connection, true) || (list = payfile_choose(connection, options)) == NULL)
        return NULL;
    if (commit(connection))
        return list;
    PQclear(list);
    return NULL;
}

static int
write_chosen(PGconn *connection, const Options *options)
{
    PGresult *list = choose(connection, options);
    PayfileSummary summary;
    bool is_good = list != NULL;

    payfile_summary_begin(&summary, options);
    if (is_good && PQntuples(list) == 0)
        is_good = payfile_say_none(options);
    else if (is_good)
    {
        progress_enable(!options->is_quiet);
        is_good = write_batches(connection, options, list, &summary);
    }
    PQclear(list);
    payfile_summary_end(&summary);
    return is_good ? STATUS_DONE : STATUS_FAILED;
}

/* Answers whether the folder can take files, before anything is asked of the server. */
static bool
check_folder(const Options *options)
{
    const char *folder = options->output != NULL ? options->output : ".";

    return options->is_list || payfile_check_folder(folder);
}

/* welfare payfile */
int
payfile(const Options *options)
{
    PGconn *connection;
    int status;

    if (!check_folder(options) || (connection = connection_open(&options->connection)) == NULL)
        return STATUS_FAILED;
    status =
        options->is_list ? payfile_list(connection, options) : write_chosen(connection, options);
    if (interrupt_count() > 0)
        message_error("%s", SAY("cancelled", "ยกเลิกแล้ว"));
    connection_abandon(connection);
    return status;
}
