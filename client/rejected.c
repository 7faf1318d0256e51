/*
 * rejected.c
 *    The file of refused rows: line, reason, and the fields as they came.
 *
 * The reasons come from the database by line; the fields are found by reading
 * the file a second time beside them, so neither is held in memory.
 */
#include "rejected.h"

#include "connection.h"
#include "language.h"
#include "message.h"
#include "progress.h"

#include <csv.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

static const char first_columns[] = "line,reason,";
static const char byte_order_mark[] = "\xEF\xBB\xBF";

/* people.csv has its refused rows in people.rejected.csv. */
static char *
default_path(const char *path)
{
    size_t size = strlen(path);
    char *result;

    if (size > strlen(".csv") && strcasecmp(path + size - strlen(".csv"), ".csv") == 0)
        size -= strlen(".csv");
    if (asprintf(&result, "%.*s.rejected.csv", (int)size, path) < 0)
        message_out_of_memory();
    return result;
}

/*
 * Answers whether a file may be written over: it does not exist, is empty, or
 * holds refused rows of an earlier run.
 */
static bool
may_be_replaced(const char *path, const Source *source)
{
    char start[sizeof(byte_order_mark) + sizeof(first_columns)] = "";
    const char *from = start;
    struct stat status;
    FILE *stream;

    if (stat(path, &status) != 0)
        return errno == ENOENT;
    if (!S_ISREG(status.st_mode) ||
        (status.st_dev == source->at_open.st_dev && status.st_ino == source->at_open.st_ino))
        return false;
    if (status.st_size == 0)
        return true;
    stream = fopen(path, "re");
    if (stream == NULL)
        return false;
    if (fgets(start, sizeof(start), stream) == NULL)
        start[0] = '\0';
    fclose(stream);
    if (strncmp(start, byte_order_mark, strlen(byte_order_mark)) == 0)
        from += strlen(byte_order_mark);
    return strncmp(from, first_columns, strlen(first_columns)) == 0;
}

/* Answers whether files can be made and renamed in the folder of a path. */
static bool
folder_is_writable(const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = slash == NULL ? strdup(".") : strndup(path, (size_t)(slash - path) + 1);
    bool answer;

    if (folder == NULL)
        message_out_of_memory();
    answer = access(folder, W_OK | X_OK) == 0;
    free(folder);
    return answer;
}

/*
 * Says where refused rows will go, and whether they can go there, before
 * anything is imported. Parameters: source; path that the user wants, or NULL.
 */
bool
rejected_prepare(RejectedFile *rejected, const Source *source, const char *wanted)
{
    rejected->temporary = NULL;
    if (wanted == NULL && (source->is_copy || strcmp(source->path, "-") == 0))
    {
        rejected->path = NULL;
        message_error(SAY("\"%s\" has no place for its refused rows", "\"%s\" ไม่มีที่เก็บแถวที่ถูกปฏิเสธ"),
                      source->path);
        message_hint("%s", SAY("Name the file for them: --rejected FILE.",
                               "ให้ระบุแฟ้มสำหรับแถวดังกล่าว: --rejected แฟ้ม"));
        return false;
    }
    rejected->path = wanted != NULL ? strdup(wanted) : default_path(source->path);
    if (rejected->path == NULL)
        message_out_of_memory();
    if (!may_be_replaced(rejected->path, source))
    {
        message_error(
            SAY("\"%s\" is there and is no file of refused rows, so it is not written over",
                "มี \"%s\" อยู่แล้วและมิใช่แฟ้มแถวที่ถูกปฏิเสธ จึงไม่เขียนทับ"),
            rejected->path);
        message_hint("%s", SAY("Move it away, or name another file: --rejected FILE.",
                               "ให้ย้ายแฟ้มนั้นออก หรือระบุแฟ้มอื่น: --rejected แฟ้ม"));
        return false;
    }
    if (!folder_is_writable(rejected->path))
    {
        message_error(
            SAY("no file can be written beside \"%s\": %s", "เขียนแฟ้มในที่เดียวกับ \"%s\" ไม่ได้: %s"),
            rejected->path, strerror(errno));
        message_hint("%s", SAY("Name another file for refused rows: --rejected FILE.",
                               "ให้ระบุแฟ้มอื่นสำหรับแถวที่ถูกปฏิเสธ: --rejected แฟ้ม"));
        return false;
    }
    return true;
}

/* Opens the temporary file, as widely readable as the file that the rows come from. */
static FILE *
open_temporary(RejectedFile *rejected, const Source *source)
{
    mode_t mask = umask(0);
    int descriptor;
    FILE *stream = NULL;

    umask(mask);
    if (asprintf(&rejected->temporary, "%s.XXXXXX", rejected->path) < 0)
        message_out_of_memory();
    descriptor = mkostemp(rejected->temporary, O_CLOEXEC);
    if (descriptor >= 0)
    {
        if (!source->is_copy)
            fchmod(descriptor, source->at_open.st_mode & 0666 & ~mask);
        stream = fdopen(descriptor, "w");
    }
    if (stream == NULL)
    {
        message_error(SAY("could not create \"%s\": %s", "สร้างแฟ้ม \"%s\" ไม่ได้: %s"),
                      rejected->temporary, strerror(errno));
        free(rejected->temporary);
        rejected->temporary = NULL;
    }
    return stream;
}

/*
 * Writes a record's fields with the bytes that they have in the file. What
 * breaks the rules of quotation marks becomes one quoted field, so that the
 * rows after it can be read.
 */
static void
write_fields(FILE *stream, const CsvRecord *record, bool is_converted)
{
    if (is_converted)
    {
        /* its first field is the letter of a problem, which the reason tells */
        const char *comma = memchr(record->bytes, ',', record->size);

        fwrite(comma + 1, 1, record->size - (size_t)(comma + 1 - record->bytes), stream);
    }
    else if (record->fault == CSV_STRAY_QUOTE || record->fault == CSV_UNCLOSED_QUOTE ||
             record->fault == CSV_TOO_LONG)
        csv_fwrite(stream, record->bytes, record->size);
    else
        fwrite(record->bytes, 1, record->size, stream);
}

/* Reads on to the record of a line. */
static bool
find_record(CsvReader *reader, CsvRecord *record, int64_t line_number)
{
    CsvStep step;

    do
        step = csv_reader_next(reader, record);
    while (step == CSV_RECORD && record->line_number < line_number);
    if (step == CSV_FAILED)
        message_error(SAY("could not read the file again: %s", "อ่านแฟ้มอีกครั้งไม่ได้: %s"),
                      strerror(errno));
    else if (step == CSV_END || record->line_number != line_number)
    {
        message_error(SAY("the file has no record on line %" PRId64, "แฟ้มไม่มีรายการที่บรรทัด %" PRId64),
                      line_number);
        message_hint("%s",
                     SAY("Has the file changed while it was read?", "แฟ้มถูกแก้ไขระหว่างอ่านหรือไม่"));
    }
    else
        return true;
    return false;
}

/* Writes the header, and has the reader stand behind it. */
static bool
write_header(FILE *stream, CsvReader *reader, bool is_converted)
{
    CsvRecord header;

    csv_reader_expect_fields(reader, 0);
    if (!csv_reader_rewind(reader) || csv_reader_next(reader, &header) != CSV_RECORD)
    {
        message_error(SAY("could not read the file again: %s", "อ่านแฟ้มอีกครั้งไม่ได้: %s"),
                      strerror(errno));
        return false;
    }
    csv_reader_expect_fields(reader, header.field_count);
    if (csv_reader_has_mark(reader))
        fputs(byte_order_mark, stream);
    fputs(first_columns, stream);
    write_fields(stream, &header, is_converted);
    fputs(csv_reader_line_end(reader), stream);
    return true;
}

/* Writes one refusal: its line, its reason, the record's fields. */
static bool
write_refusal(FILE *stream, CsvReader *reader, const PGresult *refusal, bool is_converted)
{
    CsvRecord record;
    const char *line = PQgetvalue(refusal, 0, 0), *reason = PQgetvalue(refusal, 0, 1);

    if (!find_record(reader, &record, strtoll(line, NULL, 10)))
        return false;
    fprintf(stream, "%s,", line);
    csv_fwrite(stream, reason, strlen(reason));
    fputc(',', stream);
    write_fields(stream, &record, is_converted);
    fputs(csv_reader_line_end(reader), stream);
    return true;
}

/* Writes the refusals as they come from the server. Answers how many, or -1. */
static int64_t
write_refusals(FILE *stream, PGconn *connection, const ImportKind *kind, CsvReader *reader,
               bool is_converted, const char *import_ids)
{
    const char *values[] = {import_ids};
    PGresult *result;
    int64_t count = 0;
    bool is_good = write_header(stream, reader, is_converted) &&
                   connection_send(connection, kind->refusals, 1, values) &&
                   PQsetSingleRowMode(connection) == 1;

    while (is_good && (result = connection_next_result(connection)) != NULL)
    {
        ExecStatusType status = PQresultStatus(result);

        if (status == PGRES_SINGLE_TUPLE)
        {
            is_good = write_refusal(stream, reader, result, is_converted);
            progress_of_file(csv_reader_position(reader), ++count);
        }
        else if (status != PGRES_TUPLES_OK)
        {
            message_server_error(result);
            is_good = false;
        }
        PQclear(result);
    }
    return is_good && PQstatus(connection) == CONNECTION_OK ? count : -1;
}

/*
 * Writes the refused rows of a file's imports to a temporary file.
 * Parameters: connection, in the last import's transaction; what is imported; reader and source
 * of the file; numbers of the imports, as an array's literal; how many rows they
 * refused.
 */
bool
rejected_write(RejectedFile *rejected, PGconn *connection, const ImportKind *kind,
               CsvReader *reader, const Source *source, const char *import_ids, int64_t count)
{
    FILE *stream = open_temporary(rejected, source);
    int64_t written;
    bool is_stored;

    if (stream == NULL)
        return false;
    written = write_refusals(stream, connection, kind, reader, source->converted >= 0, import_ids);
    is_stored = fflush(stream) == 0 && !ferror(stream) && fsync(fileno(stream)) == 0;
    if (written >= 0 && !is_stored)
        message_error(SAY("could not write \"%s\": %s", "เขียนแฟ้ม \"%s\" ไม่ได้: %s"),
                      rejected->temporary, strerror(errno));
    fclose(stream);
    if (written >= 0 && is_stored && written != count)
    {
        message_error(SAY("%" PRId64 " rows were refused, but the database names %" PRId64,
                          "มีแถวที่ถูกปฏิเสธ %" PRId64 " แถว แต่ฐานข้อมูลระบุเหตุผลไว้ %" PRId64 " แถว"),
                      count, written);
        return false;
    }
    return written >= 0 && is_stored;
}

/*
 * The import is recorded: puts the file of refused rows in its place, or
 * removes that of an earlier run when nothing was refused.
 */
bool
rejected_keep(RejectedFile *rejected)
{
    if (rejected->temporary == NULL)
    {
        if (unlink(rejected->path) == 0 || errno == ENOENT)
            return true;
        message_warning(
            SAY("could not remove \"%s\" of an earlier run: %s", "ลบ \"%s\" ของครั้งก่อนไม่ได้: %s"),
            rejected->path, strerror(errno));
        return false;
    }
    if (rename(rejected->temporary, rejected->path) != 0)
    {
        message_warning(
            SAY("could not rename \"%s\" to \"%s\": %s; the refused rows are in the former",
                "เปลี่ยนชื่อ \"%s\" เป็น \"%s\" ไม่ได้: %s แถวที่ถูกปฏิเสธอยู่ในแฟ้มแรก"),
            rejected->temporary, rejected->path, strerror(errno));
        free(rejected->path);
        rejected->path = rejected->temporary;
        rejected->temporary = NULL;
        return false;
    }
    free(rejected->temporary);
    rejected->temporary = NULL;
    return true;
}

/* Removes what was written, and frees. */
void
rejected_discard(RejectedFile *rejected)
{
    if (rejected->temporary != NULL)
        unlink(rejected->temporary);
    free(rejected->temporary);
    free(rejected->path);
    rejected->path = rejected->temporary = NULL;
}
