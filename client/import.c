/*
 * import.c
 *    welfare import persons: a file's rows are staged, judged and recorded in
 *    one transaction; the refused ones are written beside the file.
 */
#include "commands.h"

#include "connection.h"
#include "csv_reader.h"
#include "interrupt.h"
#include "language.h"
#include "message.h"
#include "number.h"
#include "person_columns.h"
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
    NUMBER_TEXT_SIZE = 24
};

/* What became of the rows. */
typedef struct
{
    char import_id[NUMBER_TEXT_SIZE];
    int64_t rows;
    int64_t persons_added;
    int64_t claims_added;
    int64_t unchanged;
    int64_t refused;
    char *json; /* NULL: not asked for */
} Outcome;

/* Everything that one import works with. */
typedef struct
{
    const Options *options;
    Source source;
    CsvReader *reader;
    FileColumns columns;
    RejectedFile rejected;
    PGconn *connection;
    Outcome outcome;
} Import;

/* Reads the header of the file. */
static bool
read_header(Import *import)
{
    CsvRecord header;
    CsvStep step = csv_reader_next(import->reader, &header);

    if (step == CSV_RECORD && header.fault == CSV_READABLE)
    {
        csv_reader_expect_fields(import->reader, header.field_count);
        return person_columns_from_header(&header, &import->columns);
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
    import->reader = csv_reader_open(import->source.descriptor);
    if (import->reader == NULL)
    {
        message_error(SAY("could not read \"%s\": %s", "อ่านแฟ้ม \"%s\" ไม่ได้: %s"),
                      import->source.path, strerror(errno));
        return false;
    }
    return read_header(import) &&
           rejected_prepare(&import->rejected, &import->source, import->options->rejected) &&
           is_nameable(import->rejected.path);
}

/* Begins the import in the database. */
static bool
open_import(Import *import)
{
    const char *values[] = {import->source.name};
    PGresult *result;

    if (!connection_begin(import->connection, false))
        return false;
    result = connection_query(import->connection, "SELECT registry.begin_import($1)", 1, values);
    if (result == NULL)
        return false;
    snprintf(import->outcome.import_id, NUMBER_TEXT_SIZE, "%s", PQgetvalue(result, 0, 0));
    PQclear(result);
    return true;
}

static int64_t
number_in(const PGresult *result, const char *column)
{
    return strtoll(PQgetvalue(result, 0, PQfnumber(result, column)), NULL, 10);
}

/* Has the database judge the rows, and takes its counts. */
static bool
judge(Import *import)
{
    Outcome *outcome = &import->outcome;
    const char *values[] = {outcome->import_id};
    PGresult *result;

    progress_begin_phase(SAY("Checking and recording", "กำลังตรวจและบันทึก"));
    result = connection_query(import->connection,
                              "SELECT row_count, persons_added, claims_added, unchanged, refused"
                              " FROM registry.finish_import($1)",
                              1, values);
    if (result == NULL)
        return false;
    outcome->rows = number_in(result, "row_count");
    outcome->persons_added = number_in(result, "persons_added");
    outcome->claims_added = number_in(result, "claims_added");
    outcome->unchanged = number_in(result, "unchanged");
    outcome->refused = number_in(result, "refused");
    PQclear(result);
    return true;
}

/* Writes the refused rows, if there are any, to their temporary file. */
static bool
write_refused(Import *import)
{
    if (import->outcome.refused == 0)
        return true;
    if (!source_is_unchanged(&import->source))
    {
        message_error(SAY("\"%s\" changed while it was imported", "แฟ้ม \"%s\" ถูกแก้ไขระหว่างนำเข้า"),
                      import->source.path);
        return false;
    }
    progress_begin_file(SAY("Writing refused rows", "กำลังเขียนแถวที่ถูกปฏิเสธ"), import->source.size);
    return rejected_write(&import->rejected, import->connection, import->reader, &import->source,
                          import->outcome.import_id, import->outcome.refused);
}

/* Has the database write the outcome as JSON, whose quoting it knows. */
static bool
make_json(Import *import)
{
    const Outcome *outcome = &import->outcome;
    char numbers[5][NUMBER_TEXT_SIZE];
    const int64_t counts[] = {outcome->rows, outcome->persons_added, outcome->claims_added,
                              outcome->unchanged, outcome->refused};
    const char *rejected = outcome->refused > 0 ? import->rejected.path : NULL;
    const char *values[8];
    PGresult *result;

    if (import->options->format != FORMAT_JSON)
        return true;
    for (size_t i = 0; i < 5; i++)
    {
        snprintf(numbers[i], NUMBER_TEXT_SIZE, "%" PRId64, counts[i]);
        values[i + 2] = numbers[i];
    }
    values[0] = outcome->import_id;
    values[1] = import->source.path;
    values[7] = rejected;
    result = connection_query(import->connection,
                              "SELECT pg_catalog.json_build_object('import', $1::pg_catalog.int8, "
                              "'file', $2::pg_catalog.text,"
                              " 'rows', $3::pg_catalog.int8, 'persons_added', $4::pg_catalog.int8, "
                              "'claims_added', $5::pg_catalog.int8,"
                              " 'unchanged', $6::pg_catalog.int8, 'refused', $7::pg_catalog.int8, "
                              "'rejected_file', $8::pg_catalog.text)",
                              8, values);
    if (result == NULL)
        return false;
    import->outcome.json = strdup(PQgetvalue(result, 0, 0));
    PQclear(result);
    if (import->outcome.json == NULL)
        message_out_of_memory();
    return true;
}

/* Does all of it up to the COMMIT. */
static bool
stage_and_judge(Import *import)
{
    if (!open_import(import))
        return false;
    progress_begin_file(SAY("Reading", "กำลังอ่าน"), import->source.size);
    return staging_send(import->connection, import->reader, &import->columns,
                        import->outcome.import_id) &&
           judge(import) && write_refused(import) && make_json(import) && interrupt_count() == 0;
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
    const Outcome *outcome = &import->outcome;
    const char *labels[] = {SAY("Rows read", "อ่าน (แถว)"), SAY("Persons added", "เพิ่มบุคคล (คน)"),
                            SAY("Claims added", "เพิ่มสิทธิ (แถว)"),
                            SAY("Unchanged", "ตรงกับที่มีอยู่ (แถว)"), SAY("Refused", "ถูกปฏิเสธ (แถว)")};
    const int64_t counts[] = {outcome->rows, outcome->persons_added, outcome->claims_added,
                              outcome->unchanged, outcome->refused};
    int width = 0;

    for (size_t i = 0; i < 5; i++)
    {
        if (display_width(labels[i]) > width)
            width = display_width(labels[i]);
    }
    for (size_t i = 0; i < 5; i++)
        print_count(labels[i], width, counts[i]);
    if (outcome->refused > 0)
        printf(SAY("Refused rows, with their reasons: %s\n", "แถวที่ถูกปฏิเสธ พร้อมเหตุผล: %s\n"),
               import->rejected.path);
}

/* Records the import and says so. Answers the exit status. */
static int
record(Import *import)
{
    CommitOutcome commit = connection_commit(import->connection);

    if (commit == COMMIT_UNKNOWN)
    {
        message_error("%s", SAY("the connection ended while the import was being recorded; it is "
                                "not known whether it was",
                                "การเชื่อมต่อสิ้นสุดลงขณะบันทึก จึงไม่ทราบว่าบันทึกแล้วหรือไม่"));
        message_hint("%s", SAY("Import the file again: what is on record is not added twice.",
                               "ให้นำเข้าแฟ้มเดิมอีกครั้ง ข้อมูลที่บันทึกแล้วจะไม่ถูกเพิ่มซ้ำ"));
        return STATUS_FAILED;
    }
    if (commit == COMMIT_REFUSED)
    {
        message_error("%s", SAY("nothing was recorded", "ไม่มีการบันทึกข้อมูลใด"));
        return STATUS_FAILED;
    }
    rejected_keep(&import->rejected);
    progress_end();
    if (import->outcome.json != NULL)
        puts(import->outcome.json);
    else if (!import->options->is_quiet)
        print_summary(import);
    return import->outcome.refused > 0 ? STATUS_REFUSED_ROWS : STATUS_DONE;
}

/* welfare import persons */
int
import_persons(const Options *options)
{
    Import import = {.options = options, .source = {.descriptor = -1}};
    int status = STATUS_FAILED;

    if (prepare(&import) && (import.connection = connection_open(&options->connection)) != NULL)
    {
        progress_enable(!options->is_quiet);
        if (stage_and_judge(&import))
            status = record(&import);
        else
        {
            connection_abandon(import.connection);
            import.connection = NULL;
            progress_end();
            if (interrupt_count() > 0)
                message_error("%s",
                              SAY("cancelled; nothing was recorded", "ยกเลิกแล้ว ไม่มีการบันทึกข้อมูลใด"));
            else
                message_error("%s", SAY("nothing was recorded", "ไม่มีการบันทึกข้อมูลใด"));
        }
    }
    rejected_discard(&import.rejected);
    PQfinish(import.connection);
    if (import.reader != NULL)
        csv_reader_close(import.reader);
    source_close(&import.source);
    free(import.outcome.json);
    return status;
}
