/*
 * payfile_batch.c
 *    Header and lines of a batch as the database answers them, each value
 *    judged before it is written: what a bank could misread is refused here.
 */
#include "payfile.h"

#include "connection.h"
#include "language.h"
#include "message.h"
#include "number.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include <unistr.h>

/* What the standard allows, in characters. */
enum
{
    NAME_MOST = 140,
    ID_MOST = 35,
    ACCOUNT_MOST = 34,
    REFERENCE_DIGITS = 15,
    BANK_CODE_DIGITS = 3
};

static const char header_query[] =
    "SELECT message_id, pg_catalog.to_char(created_at AT TIME ZONE 'Asia/Bangkok', "
    "'YYYY-MM-DD\"T\"HH24:MI:SS') || '+07:00', agency_name,"
    " pg_catalog.to_char(debtor_bank_code, 'FM000'), debtor_account, debtor_account_name,"
    " pg_catalog.to_char(value_date, 'YYYY-MM-DD'), transfers, control_sum, digest"
    " FROM payment.file_header($1, $2)";

enum
{
    HEADER_MESSAGE_ID,
    HEADER_CREATED_AT,
    HEADER_AGENCY_NAME,
    HEADER_DEBTOR_BANK_CODE,
    HEADER_DEBTOR_ACCOUNT,
    HEADER_DEBTOR_ACCOUNT_NAME,
    HEADER_VALUE_DATE,
    HEADER_TRANSFERS,
    HEADER_CONTROL_SUM,
    HEADER_DIGEST
};

enum
{
    LINE_REFERENCE,
    LINE_AMOUNT,
    LINE_BANK_CODE,
    LINE_BANK_BRANCH,
    LINE_ACCOUNT_NUMBER,
    LINE_ACCOUNT_NAME
};

/* Characters of a text, or -1 when it holds one that no bank's file may hold. */
static int64_t
count_characters(const char *text)
{
    const uint8_t *from = (const uint8_t *)text, *end = from + strlen(text);
    int64_t count = 0;

    while (from < end)
    {
        ucs4_t character;
        int size = u8_mbtoucr(&character, from, (size_t)(end - from));

        /* controls, those that end lines or turn the direction of writing, and no characters */
        if (size < 0 || character < 0x20 || (character >= 0x7F && character < 0xA0) ||
            (character >= 0x2028 && character <= 0x202E) ||
            (character >= 0x2066 && character <= 0x2069) || character == 0xFEFF ||
            character >= 0x10FFFE || (character & 0xFFFE) == 0xFFFE)
            return -1;
        from += size;
        count++;
    }
    return count;
}

/*
 * Answers whether a text may be written. Parameters: text; fewest and most
 * characters; what it is, and of what, for the message, which never quotes it.
 */
static bool
check_text(const char *text, int64_t least, int64_t most, const char *what, const char *of)
{
    int64_t count = count_characters(text);

    if (count < 0)
        message_error(SAY("the %s of %s holds a control character", "%s ของ %s มีอักขระควบคุม"), what,
                      of);
    else if (count < least)
        message_error(SAY("the %s of %s is missing", "ไม่มี%s ของ %s"), what, of);
    else if (count > most)
        message_error(SAY("the %s of %s has more than %d characters", "%s ของ %s ยาวเกิน %d ตัวอักษร"),
                      what, of, (int)most);
    else
        return true;
    return false;
}

static bool
is_digits(const char *text, size_t count)
{
    return strlen(text) == count && strspn(text, "0123456789") == count;
}

static bool
refuse_value(const char *what, const char *of)
{
    message_error(SAY("the %s of %s is not as it must be", "%s ของ %s ไม่ถูกต้อง"), what, of);
    return false;
}

/* Takes an amount of more than nothing, and writes it as files have it. */
static bool
take_amount(const char *text, int64_t *satang, char *amount, const char *what, const char *of)
{
    if (!baht_parse(text, satang) || *satang <= 0)
        return refuse_value(what, of);
    snprintf(amount, BAHT_SIZE, "%" PRId64 ".%02d", *satang / 100, (int)(*satang % 100));
    return true;
}

/* Answers whether a message's identifier can be part of a file's name. */
static bool
is_identifier(const char *text)
{
    size_t size = strlen(text);

    return size > 0 && size <= ID_MOST && text[0] != '-' &&
           strspn(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-") == size;
}

static bool
check_header(PayfileHeader *header)
{
    const char *of = header->message_id;
    const char *sum = PQgetvalue(header->result, 0, HEADER_CONTROL_SUM);

    if (!is_identifier(of))
        return refuse_value(SAY("message identifier", "รหัสข้อความ"), SAY("the batch", "ชุด"));
    if (header->transfers <= 0)
        return refuse_value(SAY("number of transfers", "จำนวนรายการ"), of);
    if (!is_digits(header->debtor_bank_code, BANK_CODE_DIGITS))
        return refuse_value(SAY("bank that pays", "ธนาคารผู้จ่าย"), of);
    if (strlen(header->value_date) != strlen("2026-10-09"))
        return refuse_value(SAY("pay day", "วันจ่าย"), of);
    return take_amount(sum, &header->satang, header->control_sum, SAY("sum", "ยอดรวม"), of) &&
           check_text(header->agency_name, 1, NAME_MOST, SAY("agency's name", "ชื่อหน่วยงาน"), of) &&
           check_text(header->debtor_account, 1, ACCOUNT_MOST, SAY("account that pays", "บัญชีผู้จ่าย"),
                      of) &&
           check_text(header->debtor_account_name, 1, NAME_MOST,
                      SAY("name of the account that pays", "ชื่อบัญชีผู้จ่าย"), of);
}

/* Reads a batch's header. Parameters: its disbursement's and its own number; header (out), whose
 * result is to be freed. */
bool
payfile_read_header(PGconn *connection, const char *const *batch, PayfileHeader *header)
{
    PGresult *result = connection_query(connection, header_query, 2, batch);

    *header = (PayfileHeader){.result = result};
    if (result == NULL)
        return false;
    if (PQntuples(result) != 1)
    {
        message_error(SAY("disbursement %s has no batch %s", "การเบิกจ่ายที่ %s ไม่มีชุดที่ %s"), batch[0],
                      batch[1]);
        return false;
    }
    header->message_id = PQgetvalue(result, 0, HEADER_MESSAGE_ID);
    header->created_at = PQgetvalue(result, 0, HEADER_CREATED_AT);
    header->agency_name = PQgetvalue(result, 0, HEADER_AGENCY_NAME);
    header->debtor_bank_code = PQgetvalue(result, 0, HEADER_DEBTOR_BANK_CODE);
    header->debtor_account = PQgetvalue(result, 0, HEADER_DEBTOR_ACCOUNT);
    header->debtor_account_name = PQgetvalue(result, 0, HEADER_DEBTOR_ACCOUNT_NAME);
    header->value_date = PQgetvalue(result, 0, HEADER_VALUE_DATE);
    header->digest = PQgetvalue(result, 0, HEADER_DIGEST);
    header->transfers = strtoll(PQgetvalue(result, 0, HEADER_TRANSFERS), NULL, 10);
    return check_header(header);
}

/* Takes a row of the database for a transfer. Answers false, having said why, when it is none. */
bool
payfile_read_line(const PGresult *row, PayfileLine *line)
{
    char of[64];

    line->reference = PQgetvalue(row, 0, LINE_REFERENCE);
    line->bank_code = PQgetvalue(row, 0, LINE_BANK_CODE);
    line->bank_branch = PQgetvalue(row, 0, LINE_BANK_BRANCH);
    line->account_number = PQgetvalue(row, 0, LINE_ACCOUNT_NUMBER);
    line->account_name = PQgetvalue(row, 0, LINE_ACCOUNT_NAME);
    if (!is_digits(line->reference, REFERENCE_DIGITS))
        return refuse_value(SAY("reference", "เลขอ้างอิง"), SAY("a transfer", "รายการโอน"));
    snprintf(of, sizeof(of), SAY("transfer %s", "รายการ %s"), line->reference);
    if (!is_digits(line->bank_code, BANK_CODE_DIGITS))
        return refuse_value(SAY("bank", "ธนาคาร"), of);
    return take_amount(PQgetvalue(row, 0, LINE_AMOUNT), &line->satang, line->amount,
                       SAY("amount", "จำนวนเงิน"), of) &&
           check_text(line->bank_branch, 0, ID_MOST, SAY("branch", "สาขา"), of) &&
           check_text(line->account_number, 1, ACCOUNT_MOST, SAY("account number", "เลขที่บัญชี"),
                      of) &&
           check_text(line->account_name, 1, NAME_MOST, SAY("account name", "ชื่อบัญชี"), of);
}
