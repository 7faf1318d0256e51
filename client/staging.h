/*
 * staging.h
 *    Sends a file's records to registry.import_row, where the database judges
 *    them.
 */
#ifndef CLIENT_STAGING_H
#define CLIENT_STAGING_H

#include <stdbool.h>
#include <stdint.h>

#include <libpq-fe.h>

#include "csv_reader.h"
#include "person_columns.h"

bool staging_send(PGconn *connection, CsvReader *reader, const FileColumns *columns,
                  const char *import_id);

#endif /* CLIENT_STAGING_H */
