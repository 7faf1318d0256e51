/*
 * import_kind.h
 *    What can be imported: the columns of its files, and what the database
 *    does with them.
 */
#ifndef CLIENT_IMPORT_KIND_H
#define CLIENT_IMPORT_KIND_H

#include <stdbool.h>
#include <stddef.h>

enum
{
    COLUMNS_MOST = 43,
    COUNTS_MOST = 6,
    BEGIN_MOST = 5
};

/* A count that the database answers: its column, and its label in the summary. */
typedef struct
{
    const char *column;
    const char *label_english;
    const char *label_thai;
} ImportCount;

/* The first count is that of all rows, the last that of the refused ones. */
typedef struct
{
    const char *const *columns;
    size_t column_count;
    const char *const *required;
    size_t required_count;
    const char *staging; /* table and first columns: the import's number, line, problem */
    const char *begin;   /* of begin_parameters values, the first the file's name; answers the
                            import's number */
    size_t begin_parameters;
    bool is_stated;       /* a file may be a message of ISO 20022, and states what it comes to */
    const char *finish;   /* of an import's number; answers the counts */
    const char *refusals; /* of an array of numbers; answers line and reason */
    const char *numbers;  /* name of the numbers in JSON */
    ImportCount counts[COUNTS_MOST];
    size_t count_count;
    size_t added; /* which count tells what was added, when the import stops halfway */
    const char *added_english;
    const char *added_thai;
} ImportKind;

extern const ImportKind import_kind_persons;
extern const ImportKind import_kind_registry_feed;
extern const ImportKind import_kind_bank_results;

#endif /* CLIENT_IMPORT_KIND_H */
