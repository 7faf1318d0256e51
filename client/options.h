/*
 * options.h
 *    What the command line asks for.
 */
#ifndef CLIENT_OPTIONS_H
#define CLIENT_OPTIONS_H

#include <stdbool.h>

#include "connection.h"

/* What the program answers to whoever started it. */
enum
{
    STATUS_DONE = 0,
    STATUS_FAILED = 1,
    STATUS_USAGE = 2,
    STATUS_REFUSED_ROWS = 3,
    STATUS_NOT_WELL = 3
};

typedef enum
{
    COMMAND_NONE,
    COMMAND_IMPORT_PERSONS,
    COMMAND_IMPORT_REGISTRY_FEED,
    COMMAND_IMPORT_BANK_RESULTS,
    COMMAND_PAYFILE,
    COMMAND_REPORT_SUMMARY,
    COMMAND_CHECK,
    COMMAND_JOBS
} Command;

typedef enum
{
    FORMAT_TABLE,
    FORMAT_CSV,
    FORMAT_JSON
} OutputFormat;

/* Files that a batch of transfers is written as: a bit for each. */
enum
{
    PAYFILE_PAIN001 = 1,
    PAYFILE_CSV = 2
};

typedef struct
{
    Command command;
    bool wants_help;
    bool wants_version;
    ConnectionOptions connection;

    OutputFormat format;

    /* import */
    const char *file;
    const char *rejected;
    long chunk; /* rows of one transaction; 0: the whole file is one */
    bool is_legacy_unknown_birth;
    bool is_quiet;

    /* report; NULL: not asked for */
    const char *fiscal_year;
    const char *province;
    const char *district;
    const char *authority;
    const char *authority_type;

    /* payfile; NULL: not asked for */
    const char *disbursement;
    const char *batch;
    const char *output;     /* folder */
    unsigned payfile_kinds; /* PAYFILE_… */
    bool is_list;
} Options;

bool options_parse(int count, char **arguments, Options *options);

void help_print(Command command);

#endif /* CLIENT_OPTIONS_H */
