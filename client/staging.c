/*
 * staging.c
 *    Sends a file's records to where they are judged by COPY, in constant memory.
 */
#include "staging.h"

#include "connection.h"
#include "language.h"
#include "message.h"
#include "progress.h"
#include "results.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum
{
    SEND_SIZE = 64 * 1024,
    /* every byte of a record escaped, its tabs, and the columns before it */
    ROW_SIZE = 2 * CSV_RECORD_LIMIT + 1024,
    STATEMENT_SIZE = 2048,
    PROBLEM_SIZE = 512
};

/* Rows in COPY's text format that have not been sent yet. */
typedef struct
{
    size_t used;
    char bytes[SEND_SIZE + ROW_SIZE];
} Outbox;

static void
put_text(Outbox *outbox, const char *text)
{
    size_t size = strlen(text);

    memcpy(outbox->bytes + outbox->used, text, size);
    outbox->used += size;
}

/* Puts a value of COPY's text format; one that is empty is null. */
static void
put_value(Outbox *outbox, const char *text, size_t size)
{
    char *to = outbox->bytes + outbox->used;

    if (size == 0)
    {
        put_text(outbox, "\\N");
        return;
    }
    for (size_t i = 0; i < size; i++)
    {
        switch (text[i])
        {
            case '\\':
                *to++ = '\\';
                *to++ = '\\';
                break;
            case '\t':
                *to++ = '\\';
                *to++ = 't';
                break;
            case '\n':
                *to++ = '\\';
                *to++ = 'n';
                break;
            case '\r':
                *to++ = '\\';
                *to++ = 'r';
                break;
            default:
                *to++ = text[i];
        }
    }
    outbox->used = (size_t)(to - outbox->bytes);
}

/* Writes why a record cannot be read. Parameters: record; columns of the file; buffer for the
 * reason. */
static void
describe_fault(const CsvRecord *record, size_t columns, char *problem)
{
    switch (record->fault)
    {
        case CSV_READABLE:
            problem[0] = '\0';
            break;
        case CSV_STRAY_QUOTE:
            snprintf(problem, PROBLEM_SIZE, "%s",
                     SAY("a quotation mark is out of place (a field that holds one begins and ends "
                         "with one, and those inside are doubled)",
                         "เครื่องหมายอัญประกาศ (\") อยู่ผิดที่ (ช่องที่มีเครื่องหมายนี้ต้องขึ้นต้นและลงท้ายด้วยอัญประกาศ "
                         "และเขียนเครื่องหมายข้างในซ้ำสองตัว)"));
            break;
        case CSV_UNCLOSED_QUOTE:
            snprintf(problem, PROBLEM_SIZE, "%s",
                     SAY("a quotation mark opens a field and none closes it",
                         "มีเครื่องหมายอัญประกาศ (\") เปิดช่อง แต่ไม่มีเครื่องหมายปิด"));
            break;
        case CSV_TOO_LONG:
            snprintf(problem, PROBLEM_SIZE,
                     SAY("it is longer than %d bytes (does a quotation mark lack its pair?)",
                         "ยาวเกิน %d ไบต์ (เครื่องหมายอัญประกาศขาดคู่หรือไม่)"),
                     CSV_RECORD_LIMIT);
            break;
        case CSV_FIELD_COUNT:
            snprintf(problem, PROBLEM_SIZE,
                     SAY("it has %zu fields, the header has %zu", "มี %zu ช่อง แต่หัวตารางมี %zu ช่อง"),
                     record->field_count, columns);
            break;
        case CSV_NUL_BYTE:
            snprintf(problem, PROBLEM_SIZE, "%s", SAY("it holds a zero byte", "มีไบต์ศูนย์อยู่ในข้อความ"));
            break;
        case CSV_NOT_UTF8:
            snprintf(
                problem, PROBLEM_SIZE,
                SAY("it is not UTF-8 (byte 0x%02X at place %zu); save the file as \"CSV UTF-8\"",
                    "มิใช่รหัส UTF-8 (ไบต์ 0x%02X ตำแหน่งที่ %zu) ให้บันทึกแฟ้มเป็น \"CSV UTF-8\""),
                (unsigned char)record->bytes[record->fault_offset], record->fault_offset + 1);
            break;
    }
}

/* Puts a record as a row: its values, or why it cannot be read. */
static void
put_record(Outbox *outbox, const CsvRecord *record, const FileColumns *columns,
           const char *import_id)
{
    char number[32], problem[PROBLEM_SIZE];
    const char *told = NULL;

    describe_fault(record, columns->count, problem);
    if (columns->first > 0 && record->fault == CSV_READABLE)
        told = results_problem(record->fields[0].text);
    if (told != NULL)
        snprintf(problem, PROBLEM_SIZE, "%s", told);
    put_text(outbox, import_id);
    snprintf(number, sizeof(number), "\t%" PRId64 "\t", record->line_number);
    put_text(outbox, number);
    put_value(outbox, problem, strlen(problem));
    for (size_t i = 0; i < columns->count; i++)
    {
        put_text(outbox, "\t");
        if (record->fault == CSV_READABLE)
            put_value(outbox, record->fields[columns->first + i].text,
                      record->fields[columns->first + i].size);
        else
            put_value(outbox, "", 0);
    }
    put_text(outbox, "\n");
}

/* Opens COPY for the file's columns. */
static bool
open_copy(PGconn *connection, const ImportKind *kind, const FileColumns *columns)
{
    char statement[STATEMENT_SIZE] = "COPY ";
    PGresult *result;

    strcat(statement, kind->staging);
    for (size_t i = 0; i < columns->count; i++)
    {
        strcat(statement, ", ");
        strcat(statement, columns->names[i]);
    }
    strcat(statement, ") FROM STDIN");
    result = connection_query(connection, statement, 0, NULL);
    PQclear(result);
    return result != NULL;
}

/* Reads the next record; totals at the end of the file are none. */
CsvStep
staging_next(FilePosition *position)
{
    position->step = csv_reader_next(position->reader, &position->record);
    if (position->step == CSV_RECORD && position->trailer_line != 0 &&
        position->record.line_number == position->trailer_line)
        position->step = CSV_END;
    return position->step;
}

/*
 * Sends records from where the file stands. Parameters: connection, in a
 * transaction; what is imported; how far the file has been read (in and out); its columns; number
 * of the import; how many records at most, 0 for all. Answers false when that
 * failed or was stopped.
 */
bool
staging_send(PGconn *connection, const ImportKind *kind, FilePosition *position,
             const FileColumns *columns, const char *import_id, int64_t rows_most)
{
    static Outbox outbox;
    int64_t rows = 0;

    if (!open_copy(connection, kind, columns))
        return false;
    outbox.used = 0;
    while (position->step == CSV_RECORD && (rows_most == 0 || rows < rows_most))
    {
        put_record(&outbox, &position->record, columns, import_id);
        rows++;
        position->rows++;
        position->last_line = position->record.line_number;
        if (outbox.used >= SEND_SIZE)
        {
            if (!connection_copy(connection, outbox.bytes, outbox.used))
                return false;
            outbox.used = 0;
        }
        progress_of_file(csv_reader_position(position->reader), position->rows);
        /* One ahead, so that the last chunk is known as the last. */
        staging_next(position);
    }
    if (position->step == CSV_FAILED)
    {
        message_error(SAY("could not read the file: %s", "อ่านแฟ้มไม่ได้: %s"), strerror(errno));
        return false;
    }
    return connection_copy(connection, outbox.bytes, outbox.used) &&
           connection_end_copy(connection);
}
