/*
 * import.h
 *    An import at work: what it reads, what it has recorded, what it tells.
 */
#ifndef CLIENT_IMPORT_H
#define CLIENT_IMPORT_H

#include <stdbool.h>
#include <stdint.h>

#include <libpq-fe.h>

#include "file_columns.h"
#include "import_kind.h"
#include "options.h"
#include "rejected.h"
#include "results.h"
#include "source.h"
#include "staging.h"

enum
{
    NUMBER_TEXT_SIZE = 24
};

/* What became of the rows: the counts of what is imported. */
typedef struct
{
    int64_t of[COUNTS_MOST];
} Counts;

/* How an attempt to record a chunk ended. */
typedef enum
{
    CHUNK_RECORDED,
    CHUNK_FAILED,  /* nothing of it is recorded */
    CHUNK_IN_DOUBT /* the connection ended at its COMMIT */
} ChunkOutcome;

/* Everything that one import works with. */
typedef struct
{
    const Options *options;
    const ImportKind *kind;
    Source source;
    ResultsStated stated; /* of a bank's results */
    FilePosition position;
    FileColumns columns;
    RejectedFile rejected;
    PGconn *connection;
    char import_id[NUMBER_TEXT_SIZE]; /* of the chunk that is at work */
    char *import_ids;                 /* of all, with that one: "{1,2" */
    size_t import_ids_size;
    Counts counts;         /* of all chunks, with the one that is at work */
    Counts recorded;       /* of those that are recorded */
    int64_t recorded_line; /* on which the last of their rows begins; 0: none is recorded */
    char *json;            /* NULL: not asked for */
} Import;

char *import_ids_literal(const Import *import);
int64_t import_refused(const Import *import, const Counts *counts);
bool import_make_json(Import *import);
void import_print_summary(const Import *import);
void import_report_stop(const Import *import, ChunkOutcome outcome);

#endif /* CLIENT_IMPORT_H */
