/*
 * person_columns.h
 *    Columns of a file of persons and claims.
 */
#ifndef CLIENT_PERSON_COLUMNS_H
#define CLIENT_PERSON_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "csv_reader.h"

enum
{
    PERSON_COLUMNS = 43
};

/* The columns of one file, in its order. */
typedef struct
{
    size_t count;
    const char *names[PERSON_COLUMNS];
} FileColumns;

bool person_columns_from_header(const CsvRecord *header, FileColumns *columns);
const char *person_columns_list(void);

#endif /* CLIENT_PERSON_COLUMNS_H */
