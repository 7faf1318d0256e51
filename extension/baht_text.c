/*
 * baht_text.c
 *    SQL function for amounts of money in Thai words.
 */
#include "welfare.h"

#include "utils/numeric.h"

#include "baht_text_core.h"

PG_FUNCTION_INFO_V1(welfare_baht_text);

/*
 * baht_text(numeric) → text: the amount in words (RC10, DC4), rounded half away
 * from zero to two decimals. Takes every finite numeric (at most 131,072 digits
 * of baht); refuses NaN and infinity.
 */
Datum
welfare_baht_text(PG_FUNCTION_ARGS)
{
    Numeric amount = PG_GETARG_NUMERIC(0);
    char *digits;
    size_t digit_count;
    bool negative;
    int satang;
    text *result;

    if (numeric_is_nan(amount) || numeric_is_inf(amount))
        ereport(ERROR,
                (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
                 errmsg(SAY("an amount of %s baht cannot be written in words",
                            "เขียนจำนวนเงิน %s บาทเป็นตัวอักษรไม่ได้"),
                        DatumGetCString(DirectFunctionCall1(numeric_out, NumericGetDatum(amount)))),
                 errhint(SAY("Give a finite number of baht.", "โปรดระบุจำนวนเงินที่เป็นตัวเลขจำกัด"))));

    /* two decimals always follow, and zero has no sign */
    digits = DatumGetCString(
        DirectFunctionCall1(numeric_out, DirectFunctionCall2(numeric_round, NumericGetDatum(amount),
                                                             Int32GetDatum(2))));
    negative = digits[0] == '-';
    if (negative)
        digits++;
    digit_count = strcspn(digits, ".");
    satang = (digits[digit_count + 1] - '0') * 10 + (digits[digit_count + 2] - '0');

    result = (text *)palloc(VARHDRSZ + baht_text_size(digit_count));
    SET_VARSIZE(result,
                VARHDRSZ + baht_text_write(VARDATA(result), negative, digits, digit_count, satang));
    PG_RETURN_TEXT_P(result);
}
