/*
 * import.c
 *    welfare import: a file's rows are staged, judged and recorded in
 *    one transaction, or in one for each chunk; the refused ones are written
 *    beside the file.
 */
#include "commands.h"

#include "connection.h"
#include "csv_reader.h"
#include "import.h"
#include "interrupt.h"
#include "language.h"
#include "message.h"
#include "progress.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unistr.h>

enum
{
    IDS_GROW = 4096
};

/* Reads the header of the file. */
static bool
read_header(Import *import)
{
    CsvRecord header;
    CsvStep step = csv_reader_next(import->position.reader, &header);

    if (step == CSV_RECORD && header.fault == CSV_READABLE)
    {
        csv_reader_expect_fields(import->position.reader, header.field_count);
        return file_columns_from_header(import->kind, &header, &import->columns);
    }
    if (step == CSV_FAILED)
        message_error(SAY("could not read \"%s\": %s", "อ่านแฟ้ม \"%s\" ไม่ได้: %s"),
                      import->source.path, strerror(errno));
    else if (step == CSV_END)
        message_error(SAY("\"%s\" is empty: it has no header", "แฟ้ม \"%s\" ว่าง ไม่มีหัวตาราง"),
                      import->source.path);
    else
    {
        message_error(SAY("the header of \"%s\" cannot be read", "อ่านหัวตารางของ \"%s\" ไม่ได้"),
                      import->source.path);
        message_hint(
            "%s", SAY("Save the file as \"CSV UTF-8\", with the columns' names on its first line.",
                      "ให้บันทึกแฟ้มเป็น \"CSV UTF-8\" โดยมีชื่อคอลัมน์ในบรรทัดแรก"));
    }
    return false;
}

/* Answers whether a path can be named to the database. */
static bool
is_nameable(const char *path)
{
    if (u8_check((const uint8_t *)path, strlen(path)) == NULL)
        return true;
    message_error(SAY("the name of the file \"%s\" is not UTF-8", "ชื่อแฟ้ม \"%s\" มิใช่รหัส UTF-8"),
                  path);
    message_hint("%s", SAY("Rename the file.", "ให้เปลี่ยนชื่อแฟ้ม"));
    return false;
}

/* Opens the source's reader. A converted record is numbered as it comes, so its header is line 0.
 */
static bool
open_reader(Import *import)
{
    const bool is_converted = import->source.converted >= 0;

    import->position.reader = csv_reader_open(import->source.descriptor);
    import->position.trailer_line = import->stated.trailer_line;
    import->columns.first = is_converted;
    if (import->position.reader != NULL && is_converted)
        csv_reader_number_from(import->position.reader, 0);
    if (import->position.reader != NULL)
        return true;
    message_error(SAY("could not read \"%s\": %s", "อ่านแฟ้ม \"%s\" ไม่ได้: %s"), import->source.path,
                  strerror(errno));
    return false;
}

/* Opens the file and sees that it can be imported, before anybody is asked anything. */
static bool
prepare(Import *import)
{
    return is_nameable(import->options->file) &&
           source_open(&import->source, import->options->file) &&
           (!import->kind->is_stated || results_prepare(&import->source, &import->stated)) &&
           open_reader(import) && read_header(import) &&
           rejected_prepare(&import->rejected, &import->source, import->options->rejected) &&
           is_nameable(import->rejected.path);
}

/* Adds the number of the import that has begun to those of the file. */
static void
keep_import_id(Import *import)
{
    size_t used = import->import_ids == NULL ? 0 : strlen(import->import_ids);

    if (used + NUMBER_TEXT_SIZE + sizeof("{}") > import->import_ids_size)
    {
        import->import_ids_size += IDS_GROW;
        import->import_ids = realloc(import->import_ids, import->import_ids_size);
        if (import->import_ids == NULL)
            message_out_of_memory();
    }
    snprintf(import->import_ids + used, NUMBER_TEXT_SIZE + 1, "%c%s", used == 0 ? '{' : ',',
             import->import_id);
}

/* Begins an import in the database: the file's, or that of its next chunk. */
static bool
open_import(Import *import)
{
    const ResultsStated *stated = &import->stated;
    const char *values[BEGIN_MOST] = {import->source.name};
    PGresult *result;

    if (import->kind->is_stated)
    {
        values[1] = stated->format;
        values[2] = stated->message_id[0] != '\0' ? stated->message_id : NULL;
        values[3] = stated->rows[0] != '\0' ? stated->rows : NULL;
        values[4] = stated->sum[0] != '\0' ? stated->sum : NULL;
    }
    else
        values[1] = import->options->is_legacy_unknown_birth ? "t" : "f";
    if (!connection_begin(import->connection, false))
        return false;
    result = connection_query(import->connection, import->kind->begin,
                              (int)import->kind->begin_parameters, values);
    if (result == NULL)
        return false;
    snprintf(import->import_id, NUMBER_TEXT_SIZE, "%s", PQgetvalue(result, 0, 0));
    PQclear(result);
    keep_import_id(import);
    return true;
}

static int64_t
number_in(const PGresult *result, const char *column)
{
    return strtoll(PQgetvalue(result, 0, PQfnumber(result, column)), NULL, 10);
}

/* Has the database judge the rows, and adds its counts. */
static bool
judge(Import *import)
{
    const ImportKind *kind = import->kind;
    const char *values[] = {import->import_id};
    PGresult *result;

    /* Between chunks the bar of the file goes on. */
    if (import->options->chunk == 0)
        progress_begin_phase(SAY("Checking and recording", "กำลังตรวจและบันทึก"));
    result = connection_query(import->connection, kind->finish, 1, values);
    if (result == NULL)
        return false;
    for (size_t i = 0; i < kind->count_count; i++)
        import->counts.of[i] += number_in(result, kind->counts[i].column);
    PQclear(result);
    return true;
}

/* Answers whether the file is still the one whose first chunk was read. */
static bool
file_is_unchanged(const Import *import)
{
    if (source_is_unchanged(&import->source))
        return true;
    message_error(SAY("\"%s\" changed while it was imported", "แฟ้ม \"%s\" ถูกแก้ไขระหว่างนำเข้า"),
                  import->source.path);
    return false;
}

/* Writes the refused rows of all chunks, if there are any, to their temporary file. */
static bool
write_refused(Import *import)
{
    char *import_ids;
    bool is_written;

    if (import_refused(import, &import->counts) == 0)
        return true;
    import_ids = import_ids_literal(import);
    progress_begin_file(SAY("Writing refused rows", "กำลังเขียนแถวที่ถูกปฏิเสธ"), import->source.size);
    is_written =
        rejected_write(&import->rejected, import->connection, import->kind, import->position.reader,
                       &import->source, import_ids, import_refused(import, &import->counts));
    free(import_ids);
    return is_written;
}

/*
 * Does all of a chunk up to its COMMIT. The last one's transaction also reads
 * what all of them refused, so that a file is not done before that is written.
 */
static bool
stage_and_judge(Import *import)
{
    return open_import(import) &&
           staging_send(import->connection, import->kind, &import->position, &import->columns,
                        import->import_id, import->options->chunk) &&
           judge(import) && file_is_unchanged(import) &&
           (import->position.step == CSV_RECORD ||
            (write_refused(import) && import_make_json(import))) &&
           interrupt_count() == 0;
}

/* Stages, judges and records the file, or its next chunk. */
static ChunkOutcome
import_chunk(Import *import)
{
    if (!stage_and_judge(import))
        return CHUNK_FAILED;
    switch (connection_commit(import->connection))
    {
        case COMMIT_DONE:
            break;
        case COMMIT_REFUSED:
            return CHUNK_FAILED;
        case COMMIT_UNKNOWN:
            return CHUNK_IN_DOUBT;
    }
    import->recorded = import->counts;
    import->recorded_line = import->position.last_line;
    return CHUNK_RECORDED;
}

/* Imports the file, chunk after chunk, and says so. Answers the exit status. */
static int
import_file(Import *import)
{
    ChunkOutcome outcome;

    progress_enable(!import->options->is_quiet);
    progress_begin_file(import->options->chunk == 0 ? SAY("Reading", "กำลังอ่าน")
                                                    : SAY("Importing", "กำลังนำเข้า"),
                        import->source.size);
    /* A file without rows is an import too. */
    staging_next(&import->position);
    do
        outcome = import_chunk(import);
    while (outcome == CHUNK_RECORDED && import->position.step == CSV_RECORD);
    if (outcome != CHUNK_RECORDED)
    {
        /* Of a COMMIT without an answer nothing can be taken back. */
        if (outcome != CHUNK_IN_DOUBT)
        {
            connection_abandon(import->connection);
            import->connection = NULL;
        }
        progress_end();
        import_report_stop(import, outcome);
        return STATUS_FAILED;
    }
    rejected_keep(&import->rejected);
    progress_end();
    if (import->json != NULL)
        puts(import->json);
    else if (!import->options->is_quiet)
        import_print_summary(import);
    return import_refused(import, &import->counts) > 0 ? STATUS_REFUSED_ROWS : STATUS_DONE;
}

/* Imports a file of a kind. Answers the exit status. */
static int
import_of_kind(const Options *options, const ImportKind *kind)
{
    Import at_work = {
        .options = options, .kind = kind, .source = {.descriptor = -1, .converted = -1}};
    int status = STATUS_FAILED;

    if (prepare(&at_work) && (at_work.connection = connection_open(&options->connection)) != NULL)
        status = import_file(&at_work);
    rejected_discard(&at_work.rejected);
    PQfinish(at_work.connection);
    if (at_work.position.reader != NULL)
        csv_reader_close(at_work.position.reader);
    source_close(&at_work.source);
    free(at_work.import_ids);
    free(at_work.json);
    return status;
}

/* welfare import persons */
int
import_persons(const Options *options)
{
    return import_of_kind(options, &import_kind_persons);
}

/* welfare import registry-feed */
int
import_registry_feed(const Options *options)
{
    return import_of_kind(options, &import_kind_registry_feed);
}

/* welfare import bank-results */
int
import_bank_results(const Options *options)
{
    return import_of_kind(options, &import_kind_bank_results);
}
