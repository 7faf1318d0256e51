/*
 * payfile.h
 *    A batch of transfers on its way to a bank: header, lines, totals, and the
 *    files that it is written as.
 */
#ifndef CLIENT_PAYFILE_H
#define CLIENT_PAYFILE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include <libpq-fe.h>
#include <sha2.h>

#include "output_file.h"

enum
{
    BAHT_SIZE = 24, /* bytes of an amount as files have it: 2500.00 */
    DIGEST_TEXT_SIZE = 2 * SHA256_DIGEST_LENGTH + 1
};

/* What a file says of its batch; the texts live as long as the result does. */
typedef struct
{
    PGresult *result;
    const char *message_id;
    const char *created_at; /* with Thailand's offset */
    const char *agency_name;
    const char *debtor_bank_code;
    const char *debtor_account;
    const char *debtor_account_name;
    const char *value_date;
    const char *digest;
    int64_t transfers;
    int64_t satang;
    char control_sum[BAHT_SIZE];
} PayfileHeader;

/* A transfer; the texts live until the next one is read. */
typedef struct
{
    const char *reference;
    const char *bank_code;
    const char *bank_branch; /* empty: none */
    const char *account_number;
    const char *account_name;
    int64_t satang;
    char amount[BAHT_SIZE];
} PayfileLine;

/* What the lines written so far come to. */
typedef struct
{
    int64_t transfers;
    int64_t satang;
    SHA2_CTX digest;
    char last_reference[16];
} PayfileTotal;

typedef struct Pain001Writer Pain001Writer;

bool payfile_read_header(PGconn *connection, const char *const *batch, PayfileHeader *header);
bool payfile_read_line(const PGresult *row, PayfileLine *line);

void payfile_total_begin(PayfileTotal *total);
bool payfile_total_add(PayfileTotal *total, const PayfileLine *line);
bool payfile_total_agrees(PayfileTotal *total, const PayfileHeader *header);

Pain001Writer *pain001_begin(FILE *stream, const PayfileHeader *header);
bool pain001_line(Pain001Writer *writer, const PayfileLine *line);
bool pain001_end(Pain001Writer *writer);
void pain001_discard(Pain001Writer *writer);

bool payfile_csv_begin(FILE *stream, const PayfileHeader *header);
bool payfile_csv_line(FILE *stream, const PayfileLine *line);
bool payfile_csv_end(FILE *stream, const PayfileHeader *header);
bool payfile_check(const OutputFile *file, bool is_xml, const PayfileHeader *header);

#endif /* CLIENT_PAYFILE_H */
