/*
 * rejected.h
 *    The file of refused rows: line, reason, and the fields as they came.
 */
#ifndef CLIENT_REJECTED_H
#define CLIENT_REJECTED_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include <libpq-fe.h>

#include "csv_reader.h"
#include "import_kind.h"
#include "source.h"

typedef struct
{
    char *path;
    char *temporary; /* where it is written until the import is recorded; NULL: nowhere */
} RejectedFile;

bool rejected_prepare(RejectedFile *rejected, const Source *source, const char *wanted);
bool rejected_write(RejectedFile *rejected, PGconn *connection, const ImportKind *kind,
                    CsvReader *reader, const Source *source, const char *import_ids, int64_t count);
bool rejected_keep(RejectedFile *rejected);
void rejected_discard(RejectedFile *rejected);

#endif /* CLIENT_REJECTED_H */
