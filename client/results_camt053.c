/*
 * results_camt053.c
 *    camt.053.001.08, the statement of the account that pays: what was booked.
 *
 * A booked debit with a transfer's reference arrived; a booked credit with a
 * reason of return came back. Whatever else the account did is a record with a
 * problem: it is no transfer's result, and somebody should see it.
 */
#include "results.h"

#include "number.h"

#include <string.h>

#define ROOT "BkToCstmrStmt"
#define STATEMENT ROOT "/Stmt"
#define TOTAL STATEMENT "/TxsSummry/TtlNtries"
#define ENTRY STATEMENT "/Ntry"
#define TRANSFER ENTRY "/NtryDtls/TxDtls"

static void
open_element(void *state, const char *path)
{
    ResultsWalk *walk = state;

    if (strcmp(path, ENTRY) == 0)
    {
        results_begin_record(&walk->entry);
        walk->entry_direction = RESULT_DIRECTION_UNKNOWN;
        walk->transfers = walk->entry_satang = 0;
        walk->is_entry_summed = true;
    }
    else if (strcmp(path, TRANSFER) == 0)
    {
        results_begin_record(&walk->record);
        walk->direction = RESULT_DIRECTION_UNKNOWN;
        walk->is_return = false;
    }
}

static ResultDirection
direction_of(const char *text)
{
    return strcmp(text, "CRDT") == 0   ? RESULT_CREDIT
           : strcmp(text, "DBIT") == 0 ? RESULT_DEBIT
                                       : RESULT_DIRECTION_UNKNOWN;
}

static void
take_amount(ResultRecord *record, const char *text, bool is_cut, const char *currency)
{
    results_set(record, RESULT_AMOUNT, text, is_cut);
    if (currency == NULL || strcmp(currency, "THB") != 0)
        record->problem = RESULT_OTHER_CURRENCY;
}

/* What an entry says that holds for each of its transfers. */
static void
take_of_entry(ResultsWalk *walk, const char *path, const char *text, bool is_cut,
              const char *currency)
{
    if (strcmp(path, ENTRY "/NtryRef") == 0)
        results_set(&walk->entry, RESULT_REFERENCE, text, is_cut);
    else if (strcmp(path, ENTRY "/Amt") == 0)
        take_amount(&walk->entry, text, is_cut, currency);
    else if (strcmp(path, ENTRY "/CdtDbtInd") == 0)
        walk->entry_direction = direction_of(text);
    else if (strcmp(path, ENTRY "/RvslInd") == 0 &&
             (strcmp(text, "true") == 0 || strcmp(text, "1") == 0))
        walk->entry.problem = RESULT_REVERSAL;
    else if (strcmp(path, ENTRY "/Sts/Cd") == 0 || strcmp(path, ENTRY "/Sts/Prtry") == 0)
        results_set(&walk->entry, RESULT_OUTCOME, text, is_cut);
    else if (strcmp(path, ENTRY "/BookgDt/Dt") == 0 || strcmp(path, ENTRY "/BookgDt/DtTm") == 0)
        results_set_day(&walk->entry, text);
    else if (strcmp(path, ENTRY "/AddtlNtryInf") == 0)
        results_append(&walk->entry, RESULT_TEXT, text, is_cut);
}

static void
take_of_transfer(ResultsWalk *walk, const char *path, const char *text, bool is_cut,
                 const char *currency)
{
    if (strcmp(path, TRANSFER "/Refs/EndToEndId") == 0)
        results_set(&walk->record, RESULT_REFERENCE, text, is_cut);
    else if (strcmp(path, TRANSFER "/Amt") == 0 ||
             (strcmp(path, TRANSFER "/AmtDtls/TxAmt/Amt") == 0 &&
              walk->record.fields[RESULT_AMOUNT][0] == '\0'))
        take_amount(&walk->record, text, is_cut, currency);
    else if (strcmp(path, TRANSFER "/CdtDbtInd") == 0)
        walk->direction = direction_of(text);
    else if (strcmp(path, TRANSFER "/RtrInf") == 0)
        walk->is_return = true;
    else if (strcmp(path, TRANSFER "/RtrInf/Rsn/Cd") == 0 ||
             strcmp(path, TRANSFER "/RtrInf/Rsn/Prtry") == 0)
        results_set(&walk->record, RESULT_REASON, text, is_cut);
    else if (strcmp(path, TRANSFER "/RtrInf/AddtlInf") == 0 ||
             strcmp(path, TRANSFER "/AddtlTxInf") == 0)
        results_append(&walk->record, RESULT_TEXT, text, is_cut);
}

/* Says what became of a transfer: by its entry's status, and by where the money went. */
static void
judge(ResultsWalk *walk, ResultRecord *record, ResultDirection direction, bool is_return)
{
    if (record->problem != RESULT_READABLE)
        return;
    if (walk->entry.problem == RESULT_REVERSAL)
        record->problem = RESULT_REVERSAL;
    else if (strcmp(walk->entry.fields[RESULT_OUTCOME], "BOOK") != 0)
        record->problem = RESULT_NOT_BOOKED;
    else if (direction == RESULT_DIRECTION_UNKNOWN || (direction == RESULT_DEBIT && is_return))
        record->problem = RESULT_NO_DIRECTION;
    else if (direction == RESULT_CREDIT && !is_return)
        record->problem = RESULT_OTHER_INCOME;
    else
        results_set(record, RESULT_OUTCOME, is_return ? "returned" : "credited", false);
}

/* A transfer ends. The first of its entry waits, for its amount may be that of the entry. */
static void
end_transfer(ResultsWalk *walk)
{
    int64_t satang = 0;

    if (walk->direction == RESULT_DIRECTION_UNKNOWN)
        walk->direction = walk->entry_direction;
    results_set(&walk->record, RESULT_BOOKED_ON, walk->entry.fields[RESULT_BOOKED_ON], false);
    judge(walk, &walk->record, walk->direction, walk->is_return);
    if (!baht_parse(walk->record.fields[RESULT_AMOUNT], &satang) ||
        __builtin_add_overflow(walk->entry_satang, satang, &walk->entry_satang))
        walk->is_entry_summed = false;
    walk->transfers++;
    if (walk->transfers == 1)
    {
        walk->first = walk->record;
        return;
    }
    if (walk->transfers == 2)
        results_send(walk, &walk->first);
    results_send(walk, &walk->record);
}

/* An entry ends: what has not been sent of it is, and what it does not explain. */
static void
end_entry(ResultsWalk *walk)
{
    int64_t satang;

    if (walk->transfers > 1)
        walk->has_batches = true;
    if (walk->transfers == 0)
    {
        judge(walk, &walk->entry, walk->entry_direction, false);
        if (walk->entry.problem == RESULT_READABLE)
            walk->entry.problem = RESULT_WITHOUT_TRANSFERS;
        results_send(walk, &walk->entry);
        return;
    }
    if (walk->transfers == 1)
    {
        if (walk->first.fields[RESULT_AMOUNT][0] == '\0')
        {
            results_set(&walk->first, RESULT_AMOUNT, walk->entry.fields[RESULT_AMOUNT], false);
            if (walk->entry.problem == RESULT_OTHER_CURRENCY)
                walk->first.problem = RESULT_OTHER_CURRENCY;
            walk->is_entry_summed = false;
        }
        results_send(walk, &walk->first);
    }
    if (walk->is_entry_summed &&
        (!baht_parse(walk->entry.fields[RESULT_AMOUNT], &satang) || satang != walk->entry_satang))
    {
        walk->has_batches = true;
        walk->entry.problem = RESULT_OTHER_SUM;
        results_send(walk, &walk->entry);
    }
}

/* A statement's totals count only when all statements of the file have them. */
static void
end_file(ResultsWalk *walk)
{
    walk->has_rows =
        walk->has_rows && walk->statements_with_rows == walk->statements && !walk->has_batches;
    walk->has_sum = walk->has_sum && walk->statements_with_sum == walk->statements;
}

static void
close_element(void *state, const char *path, const char *text, bool is_cut, const char *currency)
{
    ResultsWalk *walk = state;

    if (strncmp(path, TRANSFER "/", strlen(TRANSFER "/")) == 0)
        take_of_transfer(walk, path, text, is_cut, currency);
    else if (strcmp(path, TRANSFER) == 0)
        end_transfer(walk);
    else if (strcmp(path, ENTRY) == 0)
        end_entry(walk);
    else if (strncmp(path, ENTRY "/", strlen(ENTRY "/")) == 0)
        take_of_entry(walk, path, text, is_cut, currency);
    else if (strcmp(path, TOTAL "/NbOfNtries") == 0)
        walk->statements_with_rows += results_add_rows(walk, text);
    else if (strcmp(path, TOTAL "/Sum") == 0)
        walk->statements_with_sum += results_add_sum(walk, text);
    else if (strcmp(path, STATEMENT) == 0)
        walk->statements++;
    else if (strcmp(path, ROOT "/GrpHdr/MsgId") == 0)
        snprintf(walk->stated->message_id, RESULT_FIELD_SIZE, "%s", text);
    else if (strcmp(path, ROOT) == 0)
        end_file(walk);
}

const XmlHandler results_camt053 = {
    .message = "camt.053.001.08", .root = ROOT, .open = open_element, .close = close_element};
