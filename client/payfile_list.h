/*
 * payfile_list.h
 *    Which batches there are, which are written, and what came of it.
 */
#ifndef CLIENT_PAYFILE_LIST_H
#define CLIENT_PAYFILE_LIST_H

#include "options.h"
#include "payfile.h"

/* What is told of the batches that were written, as they come. */
typedef struct
{
    bool is_json;
    bool is_told; /* to a person at a terminal */
    int64_t batches;
    int64_t transfers;
    int64_t satang;
} PayfileSummary;

bool payfile_check_folder(const char *folder);
PGresult *payfile_choose(PGconn *connection, const Options *options);
bool payfile_say_none(const Options *options);
int payfile_list(PGconn *connection, const Options *options);

void payfile_summary_begin(PayfileSummary *summary, const Options *options);
void payfile_summary_add(PayfileSummary *summary, const char *const *numbers,
                         const PayfileHeader *header, const OutputFile *xml, const OutputFile *csv);
void payfile_summary_end(PayfileSummary *summary);

#endif /* CLIENT_PAYFILE_LIST_H */
