/*
 * staging.h
 *    Sends a file's records to the table in which the database judges them.
 */
#ifndef CLIENT_STAGING_H
#define CLIENT_STAGING_H

#include <stdbool.h>
#include <stdint.h>

#include <libpq-fe.h>

#include "csv_reader.h"
#include "file_columns.h"

/* How far a file has been read: the record that is to be sent next, when there is one. */
typedef struct
{
    CsvReader *reader;
    CsvStep step;
    CsvRecord record;
    int64_t rows;         /* sent so far */
    int64_t last_line;    /* on which the last of them begins */
    int64_t trailer_line; /* of a record that ends the file with its totals; 0: none does */
} FilePosition;

CsvStep staging_next(FilePosition *position);
bool staging_send(PGconn *connection, const ImportKind *kind, FilePosition *position,
                  const FileColumns *columns, const char *import_id, int64_t rows_most);

#endif /* CLIENT_STAGING_H */
