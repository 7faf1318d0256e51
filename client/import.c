/*
 * import.c
 *    welfare import: a file's rows are staged, judged and recorded in
 *    one transaction, or in one for each chunk; the refused ones are written
 *    beside the file.
 */
#include "commands.h"

#include "connection.h"
#include "csv_reader.h"
#include "file_columns.h"
#include "import_kind.h"
#include "interrupt.h"
#include "language.h"
#include "message.h"
#include "number.h"
#include "progress.h"
#include "rejected.h"
#include "source.h"
#include "staging.h"
#include "table.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <unistr.h>

enum
{
    NUMBER_TEXT_SIZE = 24,
    STATEMENT_SIZE = 1024,
    IDS_GROW = 4096
};

/* What became of the rows: the counts of what is imported. */
typedef struct
{
    int64_t of[COUNTS_MOST];
} Counts;

/* How an attempt to record a chunk ended. */
typedef enum
{
    CHUNK_RECORDED,
    CHUNK_FAILED,  /* nothing of it is recorded */
    CHUNK_IN_DOUBT /* the connection ended at its COMMIT */
} ChunkOutcome;

/* Everything that one import works with. */
typedef struct
{
    const Options *options;
    const ImportKind *kind;
    Source source;
    FilePosition position;
    FileColumns columns;
    RejectedFile rejected;
    PGconn *connection;
    char import_id[NUMBER_TEXT_SIZE]; /* of the chunk that is at work */
    char *import_ids;                 /* of all, with that one: "{1,2" */
    size_t import_ids_size;
    Counts counts;         /* of all chunks, with the one that is at work */
    Counts recorded;       /* of those that are recorded */
    int64_t recorded_line; /* on which the last of their rows begins; 0: none is recorded */
    char *json;            /* NULL: not asked for */
} Import;

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

/* Opens the file and sees that it can be imported, before anybody is asked anything. */
static bool
prepare(Import *import)
{
    if (!is_nameable(import->options->file) || !source_open(&import->source, import->options->file))
        return false;
    import->position.reader = csv_reader_open(import->source.descriptor);
    if (import->position.reader == NULL)
    {
        message_error(SAY("could not read \"%s\": %s", "อ่านแฟ้ม \"%s\" ไม่ได้: %s"),
                      import->source.path, strerror(errno));
        return false;
    }
    return read_header(import) &&
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

/* The numbers of the imports, as an array's literal; to be freed. */
static char *
import_ids_literal(const Import *import)
{
    char *literal;

    if (asprintf(&literal, "%s}", import->import_ids) < 0)
        message_out_of_memory();
    return literal;
}

/* Begins an import in the database: the file's, or that of its next chunk. */
static bool
open_import(Import *import)
{
    const char *values[] = {import->source.name,
                            import->options->is_legacy_unknown_birth ? "t" : "f"};
    PGresult *result;

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

/* How many rows were refused. */
static int64_t
refused_of(const Import *import, const Counts *counts)
{
    return counts->of[import->kind->count_count - 1];
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

    if (refused_of(import, &import->counts) == 0)
        return true;
    import_ids = import_ids_literal(import);
    progress_begin_file(SAY("Writing refused rows", "กำลังเขียนแถวที่ถูกปฏิเสธ"), import->source.size);
    is_written =
        rejected_write(&import->rejected, import->connection, import->kind, import->position.reader,
                       &import->source, import_ids, refused_of(import, &import->counts));
    free(import_ids);
    return is_written;
}

/* Has the database write the outcome as JSON, whose quoting it knows. */
static bool
make_json(Import *import)
{
    const ImportKind *kind = import->kind;
    char numbers[COUNTS_MOST][NUMBER_TEXT_SIZE];
    const char *values[COUNTS_MOST + 3];
    char statement[STATEMENT_SIZE];
    size_t used;
    char *import_ids;
    PGresult *result;

    if (import->options->format != FORMAT_JSON)
        return true;
    import_ids = import_ids_literal(import);
    values[0] = import_ids;
    values[1] = import->source.path;
    used = (size_t)snprintf(statement, sizeof(statement),
                            "SELECT pg_catalog.json_build_object('%s', $1::pg_catalog.int8[],"
                            " 'file', $2::pg_catalog.text",
                            kind->numbers);
    for (size_t i = 0; i < kind->count_count; i++)
    {
        snprintf(numbers[i], NUMBER_TEXT_SIZE, "%" PRId64, import->counts.of[i]);
        values[i + 2] = numbers[i];
        /* all rows are called so */
        used += (size_t)snprintf(statement + used, sizeof(statement) - used,
                                 ", '%s', $%zu::pg_catalog.int8",
                                 i == 0 ? "rows" : kind->counts[i].column, i + 3);
    }
    values[kind->count_count + 2] =
        refused_of(import, &import->counts) > 0 ? import->rejected.path : NULL;
    snprintf(statement + used, sizeof(statement) - used,
             ", 'rejected_file', $%zu::pg_catalog.text)", kind->count_count + 3);
    result = connection_query(import->connection, statement, (int)kind->count_count + 3, values);
    free(import_ids);
    if (result == NULL)
        return false;
    import->json = strdup(PQgetvalue(result, 0, 0));
    PQclear(result);
    if (import->json == NULL)
        message_out_of_memory();
    return true;
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
           (import->position.step == CSV_RECORD || (write_refused(import) && make_json(import))) &&
           interrupt_count() == 0;
}

/* Prints one line of the summary. */
static void
print_count(const char *label, int width, int64_t count)
{
    char number[NUMBER_SIZE];

    number_with_commas(number, count);
    print_padded(stdout, label, width, false);
    printf("  %11s\n", number);
}

static void
print_summary(const Import *import)
{
    const ImportKind *kind = import->kind;
    const char *labels[COUNTS_MOST];
    int width = 0;

    for (size_t i = 0; i < kind->count_count; i++)
    {
        labels[i] = SAY(kind->counts[i].label_english, kind->counts[i].label_thai);
        if (display_width(labels[i]) > width)
            width = display_width(labels[i]);
    }
    for (size_t i = 0; i < kind->count_count; i++)
        print_count(labels[i], width, import->counts.of[i]);
    if (refused_of(import, &import->counts) > 0)
        printf(SAY("Refused rows, with their reasons: %s\n", "แถวที่ถูกปฏิเสธ พร้อมเหตุผล: %s\n"),
               import->rejected.path);
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

/* Says what is on record after an import that was stopped, and how it goes on. */
static void
report_stop(const Import *import, ChunkOutcome outcome)
{
    const bool is_cancelled = interrupt_count() > 0;

    if (outcome == CHUNK_IN_DOUBT)
        message_error("%s", SAY("the connection ended while the import was being recorded; it is "
                                "not known whether it was",
                                "การเชื่อมต่อสิ้นสุดลงขณะบันทึก จึงไม่ทราบว่าบันทึกแล้วหรือไม่"));
    else if (import->recorded_line == 0)
        message_error(
            "%s", is_cancelled ? SAY("cancelled; nothing was recorded", "ยกเลิกแล้ว ไม่มีการบันทึกข้อมูลใด")
                               : SAY("nothing was recorded", "ไม่มีการบันทึกข้อมูลใด"));
    if (import->recorded_line > 0)
    {
        char rows[NUMBER_SIZE], added[NUMBER_SIZE], refused[NUMBER_SIZE];

        number_with_commas(rows, import->recorded.of[0]);
        number_with_commas(added, import->recorded.of[import->kind->added]);
        number_with_commas(refused, refused_of(import, &import->recorded));
        if (is_cancelled && outcome != CHUNK_IN_DOUBT)
            message_error("%s", SAY("cancelled", "ยกเลิกแล้ว"));
        message_error(SAY("the import stopped after line %" PRId64
                          ": %s rows are done (%s %s, %s refused), those after them are not",
                          "การนำเข้าหยุดหลังบรรทัดที่ %" PRId64
                          ": เสร็จแล้ว %s แถว (%s %s แถว ถูกปฏิเสธ %s แถว) แถวหลังจากนั้นยังไม่ได้บันทึก"),
                      import->recorded_line, rows, SAY(added, import->kind->added_thai),
                      SAY(import->kind->added_english, added), refused);
        message_hint("%s", SAY("Give the same command again: it finds unchanged what is recorded, "
                               "goes on with the rest, and lists every refused row.",
                               "ให้สั่งคำสั่งเดิมอีกครั้ง ข้อมูลที่บันทึกแล้วจะไม่ถูกเพิ่มซ้ำ "
                               "ส่วนที่เหลือจะนำเข้าต่อ และแถวที่ถูกปฏิเสธทุกแถวจะอยู่ในแฟ้ม"));
    }
    else if (outcome == CHUNK_IN_DOUBT)
        message_hint("%s", SAY("Import the file again: what is on record is not added twice.",
                               "ให้นำเข้าแฟ้มเดิมอีกครั้ง ข้อมูลที่บันทึกแล้วจะไม่ถูกเพิ่มซ้ำ"));
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
    import->position.step = csv_reader_next(import->position.reader, &import->position.record);
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
        report_stop(import, outcome);
        return STATUS_FAILED;
    }
    rejected_keep(&import->rejected);
    progress_end();
    if (import->json != NULL)
        puts(import->json);
    else if (!import->options->is_quiet)
        print_summary(import);
    return refused_of(import, &import->counts) > 0 ? STATUS_REFUSED_ROWS : STATUS_DONE;
}

/* Imports a file of a kind. Answers the exit status. */
static int
import_of_kind(const Options *options, const ImportKind *kind)
{
    Import at_work = {.options = options, .kind = kind, .source = {.descriptor = -1}};
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
