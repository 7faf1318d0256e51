/*
 * payfile_check.c
 *    Reads a file of transfers again, as the bank will, before it gets its
 *    name: what counts is what is written, not what was meant to be.
 */
#include "payfile.h"

#include "csv_reader.h"
#include "language.h"
#include "message.h"
#include "number.h"
#include "xml_walk.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum
{
    VALUES = 6,
    VALUE_SIZE = 1024
};

/* The values of a line in the order of its digest. */
enum
{
    VALUE_REFERENCE,
    VALUE_AMOUNT,
    VALUE_BANK_CODE,
    VALUE_BANK_BRANCH,
    VALUE_ACCOUNT_NUMBER,
    VALUE_ACCOUNT_NAME
};

typedef struct
{
    PayfileTotal total;
    char values[VALUES][VALUE_SIZE];
    bool is_good;
} Check;

/* Adds a line that was read again to the total. */
static bool
add_line(Check *check)
{
    PayfileLine line = {.reference = check->values[VALUE_REFERENCE],
                        .bank_code = check->values[VALUE_BANK_CODE],
                        .bank_branch = check->values[VALUE_BANK_BRANCH],
                        .account_number = check->values[VALUE_ACCOUNT_NUMBER],
                        .account_name = check->values[VALUE_ACCOUNT_NAME]};

    if (strlen(check->values[VALUE_AMOUNT]) >= BAHT_SIZE)
        return false;
    strcpy(line.amount, check->values[VALUE_AMOUNT]);
    return baht_parse(line.amount, &line.satang) && payfile_total_add(&check->total, &line);
}

#define TRANSFER "CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf"

static void
open_element(void *state, const char *path)
{
    Check *check = state;

    if (strcmp(path, TRANSFER) == 0)
        memset(check->values, 0, sizeof(check->values));
}

static void
close_element(void *state, const char *path, const char *text, bool is_cut, const char *currency)
{
    static const struct
    {
        const char *path;
        int value;
    } places[] = {{TRANSFER "/PmtId/EndToEndId", VALUE_REFERENCE},
                  {TRANSFER "/Amt/InstdAmt", VALUE_AMOUNT},
                  {TRANSFER "/CdtrAgt/FinInstnId/ClrSysMmbId/MmbId", VALUE_BANK_CODE},
                  {TRANSFER "/CdtrAgt/BrnchId/Id", VALUE_BANK_BRANCH},
                  {TRANSFER "/CdtrAgt/BrnchId/Nm", VALUE_BANK_BRANCH},
                  {TRANSFER "/CdtrAcct/Id/Othr/Id", VALUE_ACCOUNT_NUMBER},
                  {TRANSFER "/Cdtr/Nm", VALUE_ACCOUNT_NAME}};
    Check *check = state;

    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
    {
        if (strcmp(path, places[i].path) != 0)
            continue;
        snprintf(check->values[places[i].value], VALUE_SIZE, "%s", text);
        if (is_cut ||
            (places[i].value == VALUE_AMOUNT && (currency == NULL || strcmp(currency, "THB") != 0)))
            check->is_good = false;
    }
    if (strcmp(path, TRANSFER) == 0 && check->is_good)
        check->is_good = add_line(check);
}

static bool
read_xml(int descriptor, const char *path, Check *check)
{
    static const XmlHandler handler = {.message = "pain.001.001.09",
                                       .root = "CstmrCdtTrfInitn",
                                       .open = open_element,
                                       .close = close_element};
    static const XmlHandler *const handlers[] = {&handler, NULL};

    return xml_walk(descriptor, path, handlers, check) != NULL && check->is_good;
}

/* Adds the transfer of a record; the batch's and the totals' are none. */
static bool
take_record(Check *check, const CsvRecord *record)
{
    if (record->fault != CSV_READABLE)
        return false;
    if (strcmp(record->fields[0].text, "transfer") != 0)
        return true;
    for (int i = 0; i < VALUES; i++)
        snprintf(check->values[i], VALUE_SIZE, "%s", record->fields[i + 1].text);
    return add_line(check);
}

static bool
read_csv(int descriptor, Check *check)
{
    CsvReader *reader = csv_reader_open(descriptor);
    CsvRecord record;
    CsvStep step = CSV_END;

    if (reader == NULL || csv_reader_next(reader, &record) != CSV_RECORD)
        check->is_good = false;
    else
        csv_reader_expect_fields(reader, record.field_count);
    while (check->is_good && (step = csv_reader_next(reader, &record)) == CSV_RECORD)
        check->is_good = take_record(check, &record);
    if (reader != NULL)
        csv_reader_close(reader);
    return check->is_good && step == CSV_END;
}

/* Answers whether a file that is stored comes to what was sealed; says why not. Parameters: file;
 * whether it is XML, else CSV; the batch's header. */
bool
payfile_check(const OutputFile *file, bool is_xml, const PayfileHeader *header)
{
    static Check check;
    int descriptor = open(file->temporary, O_RDONLY | O_CLOEXEC);
    bool is_read;

    memset(&check, 0, sizeof(check));
    check.is_good = true;
    payfile_total_begin(&check.total);
    is_read = descriptor >= 0 &&
              (is_xml ? read_xml(descriptor, file->path, &check) : read_csv(descriptor, &check));
    if (descriptor >= 0)
        close(descriptor);
    if (is_read)
        return payfile_total_agrees(&check.total, header);
    message_error(
        SAY("\"%s\" could not be read again as it was written", "อ่าน \"%s\" ที่เพิ่งเขียนไม่ได้"),
        file->path);
    return false;
}
