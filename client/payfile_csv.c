/*
 * payfile_csv.c
 *    A batch as CSV (RFC 4180): a record for the batch, one for each transfer,
 *    and one with the totals.
 */
#include "payfile.h"

#include <csv.h>
#include <inttypes.h>
#include <string.h>

enum
{
    FIELDS = 11
};

static const char *const names[FIELDS] = {
    "record",       "reference", "amount",     "bank_code",  "bank_branch", "account_number",
    "account_name", "transfers", "value_date", "created_at", "digest"};

/* Writes a record; a field that is NULL is empty. Quoted is what needs it. */
static bool
write_record(FILE *stream, const char *const *fields)
{
    for (size_t i = 0; i < FIELDS; i++)
    {
        const char *text = fields[i] != NULL ? fields[i] : "";

        if (i > 0)
            putc(',', stream);
        if (strpbrk(text, ",\"\r\n") != NULL)
            csv_fwrite(stream, text, strlen(text));
        else
            fputs(text, stream);
    }
    fputs("\r\n", stream);
    return !ferror(stream);
}

/* Writes the names of the columns, and the batch. */
bool
payfile_csv_begin(FILE *stream, const PayfileHeader *header)
{
    char transfers[24];
    const char *const batch[FIELDS] = {"batch",
                                       header->message_id,
                                       header->control_sum,
                                       header->debtor_bank_code,
                                       NULL,
                                       header->debtor_account,
                                       header->debtor_account_name,
                                       transfers,
                                       header->value_date,
                                       header->created_at,
                                       header->digest};

    snprintf(transfers, sizeof(transfers), "%" PRId64, header->transfers);
    return write_record(stream, names) && write_record(stream, batch);
}

bool
payfile_csv_line(FILE *stream, const PayfileLine *line)
{
    const char *const transfer[FIELDS] = {
        "transfer",        line->reference,      line->amount,      line->bank_code,
        line->bank_branch, line->account_number, line->account_name};

    return write_record(stream, transfer);
}

/* Writes the totals, by which a reader knows that no end was cut off. */
bool
payfile_csv_end(FILE *stream, const PayfileHeader *header)
{
    char transfers[24];
    const char *const total[FIELDS] = {
        "total", header->message_id, header->control_sum, NULL, NULL, NULL, NULL, transfers, NULL,
        NULL,    header->digest};

    snprintf(transfers, sizeof(transfers), "%" PRId64, header->transfers);
    return write_record(stream, total);
}
