/*
 * csv_reader.h
 *    Records of a CSV file one after the other, in constant memory, each with
 *    the line on which it begins and its bytes as they stand in the file.
 *
 * Commas, RFC 4180 quotes (a quoted field may hold line ends), LF or CRLF (or
 * CR alone, when the first line ends so), a UTF-8 byte-order mark or none.
 * Blank lines are no records.
 */
#ifndef CLIENT_CSV_READER_H
#define CLIENT_CSV_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum
{
    CSV_RECORD_LIMIT = 65536, /* bytes of one record */
    CSV_FIELDS_KEPT = 64      /* fields of one record that are kept; more are only counted */
};

/* What can be wrong with a record. */
typedef enum
{
    CSV_READABLE,
    CSV_STRAY_QUOTE,
    CSV_UNCLOSED_QUOTE,
    CSV_TOO_LONG,
    CSV_FIELD_COUNT,
    CSV_NUL_BYTE,
    CSV_NOT_UTF8
} CsvFault;

typedef struct
{
    const char *text; /* ends in a NUL byte */
    size_t size;
} CsvField;

/*
 * A record. Text and fields live until the next one is read. A record whose
 * end cannot be known (the first three faults, or another number of fields) is
 * the one line on which it begins; reading goes on with the next line, so a
 * quotation mark too many costs one line and not the rest of the file.
 */
typedef struct
{
    int64_t line_number; /* from 1 */
    CsvFault fault;
    size_t fault_offset; /* of CSV_NOT_UTF8: byte of the record, from 0 */
    const char *bytes;   /* as in the file, without the line's end */
    size_t size;
    size_t field_count;     /* of CSV_READABLE and CSV_FIELD_COUNT */
    const CsvField *fields; /* the first CSV_FIELDS_KEPT of them */
} CsvRecord;

typedef enum
{
    CSV_RECORD,
    CSV_END,
    CSV_FAILED /* errno says why */
} CsvStep;

typedef struct CsvReader CsvReader;

CsvReader *csv_reader_open(int descriptor);
bool csv_reader_rewind(CsvReader *reader);
void csv_reader_number_from(CsvReader *reader, int64_t line);
void csv_reader_expect_fields(CsvReader *reader, size_t count);
CsvStep csv_reader_next(CsvReader *reader, CsvRecord *record);
int64_t csv_reader_position(const CsvReader *reader);
bool csv_reader_has_mark(const CsvReader *reader);
const char *csv_reader_line_end(const CsvReader *reader);
void csv_reader_close(CsvReader *reader);

#endif /* CLIENT_CSV_READER_H */
