/*
 * results_pain002.c
 *    pain.002.001.10, the bank's report on a file of transfers: a result for
 *    each transaction that it names.
 *
 * A status of the whole file or payment that names no transfer is a record
 * with a problem: somebody must see it, for nobody knows whom it is about.
 */
#include "results.h"

#include <stddef.h>
#include <string.h>

#define REPORT "CstmrPmtStsRpt"
#define GROUP REPORT "/OrgnlGrpInfAndSts"
#define PAYMENT REPORT "/OrgnlPmtInfAndSts"
#define TRANSFER PAYMENT "/TxInfAndSts"

/* Where the fields stand, and of which record they are. */
static const struct
{
    const char *path;
    size_t record;
    int field;
} fields[] = {{TRANSFER "/OrgnlEndToEndId", offsetof(ResultsWalk, record), RESULT_REFERENCE},
              {TRANSFER "/TxSts", offsetof(ResultsWalk, record), RESULT_OUTCOME},
              {TRANSFER "/StsRsnInf/Rsn/Cd", offsetof(ResultsWalk, record), RESULT_REASON},
              {TRANSFER "/StsRsnInf/Rsn/Prtry", offsetof(ResultsWalk, record), RESULT_REASON},
              {TRANSFER "/StsRsnInf/AddtlInf", offsetof(ResultsWalk, record), RESULT_TEXT},
              {TRANSFER "/AccptncDtTm", offsetof(ResultsWalk, record), RESULT_BOOKED_ON},
              {TRANSFER "/FctvIntrBkSttlmDt/Dt", offsetof(ResultsWalk, record), RESULT_BOOKED_ON},
              {TRANSFER "/FctvIntrBkSttlmDt/DtTm", offsetof(ResultsWalk, record), RESULT_BOOKED_ON},
              {TRANSFER "/OrgnlTxRef/Amt/InstdAmt", offsetof(ResultsWalk, record), RESULT_AMOUNT},
              {PAYMENT "/OrgnlPmtInfId", offsetof(ResultsWalk, payment), RESULT_REFERENCE},
              {PAYMENT "/PmtInfSts", offsetof(ResultsWalk, payment), RESULT_OUTCOME},
              {PAYMENT "/StsRsnInf/Rsn/Cd", offsetof(ResultsWalk, payment), RESULT_REASON},
              {PAYMENT "/StsRsnInf/Rsn/Prtry", offsetof(ResultsWalk, payment), RESULT_REASON},
              {PAYMENT "/StsRsnInf/AddtlInf", offsetof(ResultsWalk, payment), RESULT_TEXT},
              {GROUP "/OrgnlMsgId", offsetof(ResultsWalk, group), RESULT_REFERENCE},
              {GROUP "/GrpSts", offsetof(ResultsWalk, group), RESULT_OUTCOME},
              {GROUP "/StsRsnInf/Rsn/Cd", offsetof(ResultsWalk, group), RESULT_REASON},
              {GROUP "/StsRsnInf/Rsn/Prtry", offsetof(ResultsWalk, group), RESULT_REASON},
              {GROUP "/StsRsnInf/AddtlInf", offsetof(ResultsWalk, group), RESULT_TEXT}};

static void
open_element(void *state, const char *path)
{
    ResultsWalk *walk = state;

    if (strcmp(path, TRANSFER) == 0)
        results_begin_record(&walk->record);
    else if (strcmp(path, GROUP) == 0)
        results_begin_record(&walk->group);
    else if (strcmp(path, PAYMENT) == 0)
    {
        results_begin_record(&walk->payment);
        walk->before_payment = walk->records;
    }
}

/* Takes a value for a record. The first of each field counts, but the day of settlement counts
 * before that of acceptance; what comes after it, and every text, is kept as text. */
static void
take_value(ResultRecord *record, int field, const char *text, bool is_cut, const char *currency)
{
    if (field == RESULT_AMOUNT && currency != NULL && strcmp(currency, "THB") != 0)
        record->problem = RESULT_OTHER_CURRENCY;
    if (field == RESULT_BOOKED_ON)
        results_set_day(record, text);
    else if (field != RESULT_TEXT && record->fields[field][0] == '\0')
        results_set(record, field, text, is_cut);
    else
        results_append(record, RESULT_TEXT, text, is_cut);
}

/* Takes a total that is stated of the whole file, or of a payment where the file states none. */
static void
take_total(ResultsWalk *walk, const char *path, const char *text)
{
    if (strcmp(path, GROUP "/OrgnlNbOfTxs") == 0)
        walk->has_group_rows = results_add_rows(walk, text);
    else if (strcmp(path, GROUP "/OrgnlCtrlSum") == 0)
        walk->has_group_sum = results_add_sum(walk, text);
    else if (strcmp(path, PAYMENT "/OrgnlNbOfTxs") == 0 && !walk->has_group_rows)
        results_add_rows(walk, text);
    else if (strcmp(path, PAYMENT "/OrgnlCtrlSum") == 0 && !walk->has_group_sum)
        results_add_sum(walk, text);
}

/* Sends the status of a group or payment, when no transfer since then told its own. */
static void
send_group(ResultsWalk *walk, ResultRecord *group, int64_t records_before)
{
    if (group->fields[RESULT_OUTCOME][0] == '\0' || walk->records > records_before)
        return;
    group->problem = RESULT_OF_GROUP;
    results_send(walk, group);
}

static void
close_element(void *state, const char *path, const char *text, bool is_cut, const char *currency)
{
    ResultsWalk *walk = state;

    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++)
    {
        if (strcmp(path, fields[i].path) == 0)
            take_value((ResultRecord *)((char *)walk + fields[i].record), fields[i].field, text,
                       is_cut, currency);
    }
    take_total(walk, path, text);
    if (strcmp(path, REPORT "/GrpHdr/MsgId") == 0)
        snprintf(walk->stated->message_id, RESULT_FIELD_SIZE, "%s", text);
    else if (strcmp(path, TRANSFER) == 0)
        results_send(walk, &walk->record);
    else if (strcmp(path, PAYMENT) == 0)
        send_group(walk, &walk->payment, walk->before_payment);
    else if (strcmp(path, REPORT) == 0)
        send_group(walk, &walk->group, 0);
}

const XmlHandler results_pain002 = {
    .message = "pain.002.001.10", .root = REPORT, .open = open_element, .close = close_element};
