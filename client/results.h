/*
 * results.h
 *    Results of a bank: what became of transfers, from CSV or from messages of
 *    ISO 20022.
 */
#ifndef CLIENT_RESULTS_H
#define CLIENT_RESULTS_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "source.h"
#include "xml_walk.h"

enum
{
    RESULT_FIELDS = 6,
    RESULT_FIELD_SIZE = 1024,
    RESULT_NUMBER_SIZE = 40
};

/* The fields of a result, in the order of its columns. */
enum
{
    RESULT_REFERENCE,
    RESULT_OUTCOME,
    RESULT_REASON,
    RESULT_AMOUNT,
    RESULT_BOOKED_ON,
    RESULT_TEXT
};

/* Why a record of a message is the result of no transfer; the letters stand in converted files. */
typedef enum
{
    RESULT_READABLE = '-',
    RESULT_OF_GROUP = 'G',
    RESULT_WITHOUT_TRANSFERS = 'D',
    RESULT_OTHER_INCOME = 'I',
    RESULT_NOT_BOOKED = 'N',
    RESULT_REVERSAL = 'R',
    RESULT_NO_DIRECTION = 'X',
    RESULT_OTHER_SUM = 'S',
    RESULT_OTHER_CURRENCY = 'C',
    RESULT_TOO_LONG = 'L'
} ResultProblem;

/* Which way money went, as the account that pays sees it. */
typedef enum
{
    RESULT_DIRECTION_UNKNOWN,
    RESULT_CREDIT,
    RESULT_DEBIT
} ResultDirection;

typedef struct
{
    char fields[RESULT_FIELDS][RESULT_FIELD_SIZE];
    ResultProblem problem;
} ResultRecord;

/* What a file states of itself. */
typedef struct
{
    const char *format; /* csv, pain.002.001.10 or camt.053.001.08 */
    char message_id[RESULT_FIELD_SIZE];
    char rows[RESULT_NUMBER_SIZE]; /* empty: not stated */
    char sum[RESULT_NUMBER_SIZE];
    int64_t trailer_line; /* of a CSV file's totals; 0: it has none */
} ResultsStated;

/* A message that becomes CSV: how far it is read. */
typedef struct
{
    FILE *stream;
    ResultsStated *stated;
    ResultRecord record;
    int64_t records;
    const char *wrong_total; /* what is stated as a total and is none; NULL: nothing */

    /* pain.002: what is said of the group and of the payment at hand */
    ResultRecord group;
    ResultRecord payment;
    int64_t before_payment;
    bool has_group_rows;
    bool has_group_sum;

    /* camt.053: the entry at hand; its first transfer waits for its end */
    ResultRecord entry;
    ResultRecord first;
    ResultDirection entry_direction;
    ResultDirection direction; /* of the transfer at hand */
    bool is_return;            /* it */
    int64_t transfers;         /* of the entry */
    int64_t entry_satang;      /* what its transfers come to */
    bool is_entry_summed;      /* each of them has an amount */
    bool has_batches;          /* an entry is more than one record */
    int64_t statements;
    int64_t statements_with_rows;
    int64_t statements_with_sum;

    int64_t stated_rows;
    int64_t stated_satang;
    bool has_rows;
    bool has_sum;
} ResultsWalk;

extern const XmlHandler results_pain002;
extern const XmlHandler results_camt053;

bool results_prepare(Source *source, ResultsStated *stated);
const char *results_problem(const char *letter);

void results_begin_record(ResultRecord *record);
void results_set(ResultRecord *record, int field, const char *text, bool is_cut);
void results_append(ResultRecord *record, int field, const char *text, bool is_cut);
void results_set_day(ResultRecord *record, const char *text);
void results_send(ResultsWalk *walk, const ResultRecord *record);
bool results_add_rows(ResultsWalk *walk, const char *text);
bool results_add_sum(ResultsWalk *walk, const char *text);

#endif /* CLIENT_RESULTS_H */
