/*
 * file_columns.h
 *    Columns of a file that is imported.
 */
#ifndef CLIENT_FILE_COLUMNS_H
#define CLIENT_FILE_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "csv_reader.h"
#include "import_kind.h"

/* The columns of one file, in its order. */
typedef struct
{
    size_t first; /* fields before the first column: 1 when a converted record's problem is there */
    size_t count;
    const char *names[COLUMNS_MOST];
} FileColumns;

bool file_columns_from_header(const ImportKind *kind, const CsvRecord *header,
                              FileColumns *columns);
const char *file_columns_list(const ImportKind *kind);

#endif /* CLIENT_FILE_COLUMNS_H */
