/*
 * thai_text.c
 *    SQL functions over Thai text: digits and one spelling (RC10).
 */
#include "welfare.h"

#include "utils/memutils.h"

#include "thai_text_core.h"

PG_FUNCTION_INFO_V1(welfare_to_thai_digits);
PG_FUNCTION_INFO_V1(welfare_to_arabic_digits);
PG_FUNCTION_INFO_V1(welfare_normalise_thai);

/*
 * Rewrites the digits of source in the script whose zero is given. Raises
 * program_limit_exceeded when the longer script makes the text too long.
 */
static text *
convert_digits(const text *source, uint32_t zero)
{
    const char *data = VARDATA_ANY(source);
    size_t length = VARSIZE_ANY_EXHDR(source);
    size_t size = thai_convert_digits(data, length, zero, NULL);
    text *result;

    if (size > MaxAllocSize - VARHDRSZ)
        ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
                        errmsg(SAY("requested length too large", "ข้อความที่ขอยาวเกินไป")),
                        errdetail(SAY("With Thai digits the text would take %zu bytes.",
                                      "เมื่อเป็นเลขไทยแล้ว ข้อความจะใช้ %zu ไบต์"),
                                  size)));
    result = palloc(size + VARHDRSZ);
    SET_VARSIZE(result, size + VARHDRSZ);
    thai_convert_digits(data, length, zero, VARDATA(result));
    return result;
}

/* to_thai_digits(text) → text: 0-9 of any script as ๐-๙. */
Datum
welfare_to_thai_digits(PG_FUNCTION_ARGS)
{
    PG_RETURN_TEXT_P(convert_digits(PG_GETARG_TEXT_PP(0), THAI_DIGIT_ZERO));
}

/* to_arabic_digits(text) → text: Thai and full-width digits as 0-9. */
Datum
welfare_to_arabic_digits(PG_FUNCTION_ARGS)
{
    PG_RETURN_TEXT_P(convert_digits(PG_GETARG_TEXT_PP(0), '0'));
}

/*
 * normalise_thai(text) → text: one spelling for what looks the same (RC10).
 * Raises character_not_in_repertoire on bytes that are not UTF-8, which no
 * text of a UTF-8 database has.
 */
Datum
welfare_normalise_thai(PG_FUNCTION_ARGS)
{
    text *source = PG_GETARG_TEXT_PP(0);
    size_t length = VARSIZE_ANY_EXHDR(source);
    text *result = palloc(length + VARHDRSZ);
    size_t size;

    if (!thai_normalise(VARDATA_ANY(source), length, VARDATA(result), &size))
        ereport(ERROR, (errcode(ERRCODE_CHARACTER_NOT_IN_REPERTOIRE),
                        errmsg(SAY("invalid byte sequence for encoding \"%s\"",
                                   "ลำดับไบต์ไม่ถูกต้องสำหรับรหัสอักขระ \"%s\""),
                               "UTF8")));
    SET_VARSIZE(result, size + VARHDRSZ);
    PG_RETURN_TEXT_P(result);
}
