/*
 * csv_reader.c
 *    Records of a CSV file one after the other, in constant memory.
 *
 * libcsv splits records into fields. It is fed one line at a time from a
 * window on the file, so that a record's lines and bytes are known.
 */
#include "csv_reader.h"

#include "message.h"

#include <csv.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <unistr.h>

enum
{
    BLOCK_SIZE = 256 * 1024,
    WINDOW_SIZE = CSV_RECORD_LIMIT + BLOCK_SIZE,
    /* fields without their commas and quotes, a NUL byte for each one kept */
    ARENA_SIZE = CSV_RECORD_LIMIT + CSV_FIELDS_KEPT
};

struct CsvReader
{
    int descriptor;
    off_t start; /* where the file begins, when it is part of an open one */
    struct csv_parser parser;
    size_t fields_expected; /* 0: any number */

    char window[WINDOW_SIZE];
    size_t begin;      /* of the next record in the window */
    size_t end;        /* of what the window holds */
    int64_t passed;    /* bytes of the file before the window */
    bool at_end;       /* the file holds no more than the window */
    bool skip_to_line; /* the last record's line goes on: pass over it */
    int64_t line_number;
    int64_t first_line; /* the number of the file's first */

    bool has_mark;
    char terminator;
    const char *line_end;

    /* the record in the making */
    char arena[ARENA_SIZE];
    size_t arena_used;
    size_t field_count;
    bool is_complete;
    CsvField fields[CSV_FIELDS_KEPT];
};

/* How much of the file a line takes. */
typedef enum
{
    LINE_WHOLE,
    LINE_LAST, /* the file ends without a line end */
    LINE_NONE,
    LINE_TOO_LONG,
    LINE_FAILED
} LineState;

static int
is_line_feed(unsigned char character)
{
    return character == '\n';
}

static int
is_carriage_return(unsigned char character)
{
    return character == '\r';
}

static int
is_none(unsigned char character)
{
    (void)character;
    return 0;
}

/*
 * Makes the parser new. Spaces belong to their fields; the carriage return of
 * a CRLF does not, so it counts as the space that libcsv strips.
 */
static void
reset_parser(CsvReader *reader)
{
    csv_free(&reader->parser);
    if (csv_init(&reader->parser, CSV_STRICT | CSV_STRICT_FINI) != 0)
        message_out_of_memory();
    csv_set_space_func(&reader->parser, reader->terminator == '\n' ? is_carriage_return : is_none);
    csv_set_term_func(&reader->parser,
                      reader->terminator == '\n' ? is_line_feed : is_carriage_return);
}

/* libcsv's report of a field. */
static void
take_field(void *text, size_t size, void *data)
{
    CsvReader *reader = data;

    if (reader->field_count < CSV_FIELDS_KEPT)
    {
        char *copy = reader->arena + reader->arena_used;

        memcpy(copy, text, size);
        copy[size] = '\0';
        reader->arena_used += size + 1;
        reader->fields[reader->field_count] = (CsvField){copy, size};
    }
    reader->field_count++;
}

/* libcsv's report of a record's end. */
static void
take_end(int terminator, void *data)
{
    CsvReader *reader = data;

    (void)terminator;
    reader->is_complete = true;
}

/* Reads on, keeping what the window holds from the next record on. */
static bool
fill(CsvReader *reader)
{
    ssize_t got;

    memmove(reader->window, reader->window + reader->begin, reader->end - reader->begin);
    reader->passed += (int64_t)reader->begin;
    reader->end -= reader->begin;
    reader->begin = 0;
    do
        got = read(reader->descriptor, reader->window + reader->end, WINDOW_SIZE - reader->end);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return false;
    reader->at_end = got == 0;
    reader->end += (size_t)got;
    return true;
}

/* Learns from the beginning of the file how it is written. */
static bool
look_at_beginning(CsvReader *reader)
{
    static const char mark[] = {'\xEF', '\xBB', '\xBF'};
    size_t size = 0;

    while (!reader->at_end && reader->end < CSV_RECORD_LIMIT)
    {
        if (!fill(reader))
            return false;
    }
    reader->has_mark =
        reader->end >= sizeof(mark) && memcmp(reader->window, mark, sizeof(mark)) == 0;
    if (reader->has_mark)
        reader->begin = sizeof(mark);

    reader->terminator = '\n';
    reader->line_end = "\n";
    while (size < reader->end && reader->window[size] != '\n' && reader->window[size] != '\r')
        size++;
    if (size < reader->end && reader->window[size] == '\r')
    {
        bool is_alone = size + 1 < reader->end ? reader->window[size + 1] != '\n' : reader->at_end;

        reader->terminator = is_alone ? '\r' : '\n';
        reader->line_end = is_alone ? "\r" : "\r\n";
    }
    reset_parser(reader);
    return true;
}

/* Goes to the file's beginning. Answers false when it cannot be read; errno says why. */
bool
csv_reader_rewind(CsvReader *reader)
{
    if (lseek(reader->descriptor, reader->start, SEEK_SET) < 0)
        return false;
    reader->begin = reader->end = 0;
    reader->passed = 0;
    reader->at_end = reader->skip_to_line = false;
    reader->line_number = reader->first_line;
    return look_at_beginning(reader);
}

/*
 * Begins to read a file, which must be one that can be read from its beginning
 * again. Parameters: descriptor, which stays the caller's. Answers NULL when
 * it cannot be read; errno says why.
 */
CsvReader *
csv_reader_open(int descriptor)
{
    CsvReader *reader = calloc(1, sizeof(CsvReader));

    if (reader == NULL)
        message_out_of_memory();
    reader->descriptor = descriptor;
    reader->first_line = 1;
    reader->start = lseek(descriptor, 0, SEEK_CUR);
    if (reader->start < 0 || !csv_reader_rewind(reader))
    {
        csv_reader_close(reader);
        return NULL;
    }
    return reader;
}

/* Gives the first line of a file that is not read yet another number than 1. */
void
csv_reader_number_from(CsvReader *reader, int64_t line)
{
    reader->first_line = reader->line_number = line;
}

/* From here on a record with another number of fields is faulty. */
void
csv_reader_expect_fields(CsvReader *reader, size_t count)
{
    reader->fields_expected = count;
}

/*
 * Has the window hold a whole line. Parameters: where it begins, counted from
 * the record's beginning; bytes with its end (out). The line's end must lie
 * within the limit of a record.
 */
static LineState
take_line(CsvReader *reader, size_t offset, size_t *size)
{
    size_t searched = offset;

    for (;;)
    {
        const char *record = reader->window + reader->begin;
        size_t have = reader->end - reader->begin;
        const char *found = memchr(record + searched, reader->terminator, have - searched);
        size_t reach = found != NULL ? (size_t)(found - record) + 1 : have;

        if (reach > CSV_RECORD_LIMIT)
            return LINE_TOO_LONG;
        *size = reach - offset;
        if (found != NULL)
            return LINE_WHOLE;
        if (reader->at_end)
            return *size > 0 ? LINE_LAST : LINE_NONE;
        searched = have;
        if (!fill(reader))
            return LINE_FAILED;
    }
}

/* Passes over the rest of a line. */
static bool
pass_over_line(CsvReader *reader)
{
    while (reader->skip_to_line)
    {
        char *found =
            memchr(reader->window + reader->begin, reader->terminator, reader->end - reader->begin);

        reader->begin = found != NULL ? (size_t)(found - reader->window) + 1 : reader->end;
        reader->skip_to_line = found == NULL && !reader->at_end;
        if (reader->skip_to_line && !fill(reader))
            return false;
    }
    return true;
}

/* Answers whether a line has nothing but blanks. */
static bool
is_blank(const char *line, size_t size)
{
    for (size_t i = 0; i < size; i++)
    {
        if (strchr(" \t\r\n", line[i]) == NULL || line[i] == '\0')
            return false;
    }
    return true;
}

/* Passes over blank lines. Parameters: size of the line after them (out). */
static LineState
take_first_line(CsvReader *reader, size_t *size)
{
    LineState state;

    while ((state = take_line(reader, 0, size)) == LINE_WHOLE || state == LINE_LAST)
    {
        if (!is_blank(reader->window + reader->begin, *size))
            break;
        reader->begin += *size;
        reader->line_number++;
    }
    return state;
}

/* Checks the text of a record whose bounds are known. */
static void
check_text(CsvRecord *record)
{
    const uint8_t *wrong;

    if (memchr(record->bytes, '\0', record->size) != NULL)
        record->fault = CSV_NUL_BYTE;
    else if ((wrong = u8_check((const uint8_t *)record->bytes, record->size)) != NULL)
    {
        record->fault = CSV_NOT_UTF8;
        record->fault_offset = (size_t)(wrong - (const uint8_t *)record->bytes);
    }
}

/* Leaves the line's end out of a record. */
static size_t
without_line_end(const CsvReader *reader, size_t size)
{
    const char *bytes = reader->window + reader->begin;

    if (size > 0 && bytes[size - 1] == reader->terminator)
        size--;
    if (reader->terminator == '\n' && size > 0 && bytes[size - 1] == '\r')
        size--;
    return size;
}

/*
 * Feeds lines to the parser until a record is complete or faulty.
 * Parameters: state and size of its first line; size of the record and number
 * of its lines (out); its fault (out). Answers false when reading failed.
 */
static bool
parse_record(CsvReader *reader, LineState state, size_t line_size, size_t *size, int64_t *lines,
             CsvFault *fault)
{
    *size = 0;
    *lines = 0;
    *fault = CSV_READABLE;
    reader->arena_used = reader->field_count = 0;
    reader->is_complete = false;
    for (;;)
    {
        size_t parsed;

        if (state == LINE_FAILED)
            return false;
        if (state == LINE_TOO_LONG)
            *fault = CSV_TOO_LONG;
        if (state == LINE_NONE)
            *fault = CSV_UNCLOSED_QUOTE;
        if (*fault != CSV_READABLE)
            return true;
        parsed = csv_parse(&reader->parser, reader->window + reader->begin + *size, line_size,
                           take_field, take_end, reader);
        if (parsed < line_size)
        {
            if (csv_error(&reader->parser) != CSV_EPARSE)
                message_out_of_memory();
            *fault = CSV_STRAY_QUOTE;
            return true;
        }
        *size += line_size;
        ++*lines;
        if (state == LINE_LAST && !reader->is_complete &&
            csv_fini(&reader->parser, take_field, take_end, reader) != 0)
        {
            *fault = CSV_UNCLOSED_QUOTE;
            return true;
        }
        if (reader->is_complete)
            break;
        state = take_line(reader, *size, &line_size);
    }
    if (reader->fields_expected != 0 && reader->field_count != reader->fields_expected)
        *fault = CSV_FIELD_COUNT;
    return true;
}

/* Reads the next record. */
CsvStep
csv_reader_next(CsvReader *reader, CsvRecord *record)
{
    LineState state;
    size_t first_size = 0, size;
    int64_t lines;

    if (!pass_over_line(reader))
        return CSV_FAILED;
    state = take_first_line(reader, &first_size);
    if (state == LINE_NONE)
        return CSV_END;
    record->line_number = reader->line_number;
    if (!parse_record(reader, state, first_size, &size, &lines, &record->fault))
        return CSV_FAILED;
    if (record->fault != CSV_READABLE)
    {
        reset_parser(reader);
        size = state == LINE_TOO_LONG ? CSV_RECORD_LIMIT : first_size;
        lines = 1;
        reader->skip_to_line = state == LINE_TOO_LONG;
    }
    record->bytes = reader->window + reader->begin;
    record->size = without_line_end(reader, size);
    record->field_count = reader->field_count;
    record->fields = reader->fields;
    if (record->fault == CSV_READABLE)
        check_text(record);
    reader->begin += size;
    reader->line_number += lines;
    return CSV_RECORD;
}

/* Bytes of the file that have become records. */
int64_t
csv_reader_position(const CsvReader *reader)
{
    return reader->passed + (int64_t)reader->begin;
}

/* Answers whether the file begins with a UTF-8 byte-order mark. */
bool
csv_reader_has_mark(const CsvReader *reader)
{
    return reader->has_mark;
}

/* The line end of the file's first line. */
const char *
csv_reader_line_end(const CsvReader *reader)
{
    return reader->line_end;
}

void
csv_reader_close(CsvReader *reader)
{
    csv_free(&reader->parser);
    free(reader);
}
