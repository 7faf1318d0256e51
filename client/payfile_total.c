/*
 * payfile_total.c
 *    What the lines of a batch come to: their number, their sum, their digest.
 *
 * The digest is SHA-256 over the lines in the order of references, as
 * payment.transfer_text() writes them: reference, amount with two decimals, bank
 * code without leading zeros, branch (or nothing), account number and account
 * name, a bar between them and a line feed at the end. The last three are
 * preceded by their length in bytes and a colon, as a bar may stand in them: no
 * two transfers have the same text.
 */
#include "payfile.h"

#include "language.h"
#include "message.h"
#include "number.h"

#include <inttypes.h>
#include <string.h>

void
payfile_total_begin(PayfileTotal *total)
{
    *total = (PayfileTotal){.transfers = 0};
    SHA256Init(&total->digest);
}

static void
digest_line(SHA2_CTX *digest, const PayfileLine *line)
{
    const char *const values[] = {
        line->reference,   line->amount,         line->bank_code + strspn(line->bank_code, "0"),
        line->bank_branch, line->account_number, line->account_name};
    const size_t first_free_text = 3;
    char length[NUMBER_SIZE];

    for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
    {
        if (i > 0)
            SHA256Update(digest, (const uint8_t *)"|", 1);
        if (i >= first_free_text)
        {
            int size = snprintf(length, sizeof(length), "%zu:", strlen(values[i]));

            SHA256Update(digest, (const uint8_t *)length, (size_t)size);
        }
        SHA256Update(digest, (const uint8_t *)values[i], strlen(values[i]));
    }
    SHA256Update(digest, (const uint8_t *)"\n", 1);
}

/* Adds a line. Answers false, having said why, when it cannot follow those before it. */
bool
payfile_total_add(PayfileTotal *total, const PayfileLine *line)
{
    if (strcmp(line->reference, total->last_reference) <= 0)
    {
        message_error(
            SAY("reference %s comes twice or out of order", "เลขอ้างอิง %s ซ้ำหรือไม่เรียงตามลำดับ"),
            line->reference);
        return false;
    }
    snprintf(total->last_reference, sizeof(total->last_reference), "%s", line->reference);
    if (__builtin_add_overflow(total->satang, line->satang, &total->satang))
    {
        message_error("%s", SAY("the total is too large", "ผลรวมใหญ่เกินไป"));
        return false;
    }
    total->transfers++;
    digest_line(&total->digest, line);
    return true;
}

static bool
disagrees(const char *what, const char *written, const char *sealed)
{
    message_error(
        SAY("the file's %s %s is not that of its batch, %s", "%s ของแฟ้มคือ %s ไม่ตรงกับของชุด ซึ่งคือ %s"),
        what, written, sealed);
    message_hint("%s", SAY("No file is left. Nothing may be paid from this batch before the "
                           "difference is explained.",
                           "ไม่มีแฟ้มใดถูกสร้าง ห้ามจ่ายเงินจากชุดนี้จนกว่าจะทราบสาเหตุ"));
    return false;
}

/* Answers whether the lines come to what was sealed; says where they do not. Ends the digest. */
bool
payfile_total_agrees(PayfileTotal *total, const PayfileHeader *header)
{
    uint8_t digest[SHA256_DIGEST_LENGTH];
    char text[DIGEST_TEXT_SIZE], written[NUMBER_SIZE], sealed[NUMBER_SIZE];

    if (total->transfers != header->transfers)
    {
        number_with_commas(written, total->transfers);
        number_with_commas(sealed, header->transfers);
        return disagrees(SAY("number of transfers", "จำนวนรายการ"), written, sealed);
    }
    if (total->satang != header->satang)
    {
        baht_with_commas(written, total->satang);
        baht_with_commas(sealed, header->satang);
        return disagrees(SAY("sum", "ยอดรวม"), written, sealed);
    }
    SHA256Final(digest, &total->digest);
    for (size_t i = 0; i < sizeof(digest); i++)
        snprintf(text + 2 * i, 3, "%02x", digest[i]);
    return strcmp(text, header->digest) == 0 ||
           disagrees(SAY("digest", "ค่าแฮช"), text, header->digest);
}
