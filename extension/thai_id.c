/*
 * thai_id.c
 *    The type thai_id: a national ID of 13 digits, carried as int8 (RC1, DC5).
 *
 * Comparison, hashing and sending are the server's own int8 functions; here is
 * only what must know the digits.
 */
#include "welfare.h"

#include "funcapi.h"
#include "libpq/pqformat.h"

#include "thai_id_core.h"
#include "thai_text_core.h"

PG_FUNCTION_INFO_V1(welfare_thai_id_in);
PG_FUNCTION_INFO_V1(welfare_thai_id_out);
PG_FUNCTION_INFO_V1(welfare_thai_id_recv);
PG_FUNCTION_INFO_V1(welfare_thai_id_from_bigint);
PG_FUNCTION_INFO_V1(welfare_format_thai_id);
PG_FUNCTION_INFO_V1(welfare_mask_thai_id);
PG_FUNCTION_INFO_V1(welfare_is_valid_thai_id);
PG_FUNCTION_INFO_V1(welfare_try_thai_id);
PG_FUNCTION_INFO_V1(welfare_thai_id_check_digit);
PG_FUNCTION_INFO_V1(welfare_thai_id_category);
PG_FUNCTION_INFO_V1(welfare_thai_id_lookalikes);

/* DETAIL of a character that no national ID has: it, its code and its place. */
static int
strange_character_detail(const ThaiIdReading *reading)
{
    char character[5];
    char shown[24];

    character[thai_encode(reading->strange, character)] = '\0';
    /* a control character would spoil the message */
    if (reading->strange < 0x20 || (reading->strange >= 0x7F && reading->strange <= 0x9F))
        snprintf(shown, sizeof(shown), "U+%04X", (unsigned int)reading->strange);
    else
        snprintf(shown, sizeof(shown), "\"%s\" (U+%04X)", character,
                 (unsigned int)reading->strange);
    return errdetail(SAY("Character %s at position %zu is not part of a national ID.",
                         "อักขระ %s ในตำแหน่งที่ %zu ไม่ใช่ส่วนของเลขประจำตัวประชาชน"),
                     shown, reading->strange_at);
}

static int
strange_character_hint(void)
{
    return errhint(SAY("Give digits (ASCII, Thai or full-width), with dashes or spaces at will.",
                       "ให้ใช้ตัวเลขอารบิกหรือเลขไทย จะมีขีดหรือเว้นวรรคคั่นหรือไม่ก็ได้"));
}

/* DETAIL of a check digit that the first twelve digits do not ask for. */
static int
check_digit_detail(int wanted, int given)
{
    return errdetail(SAY("The check digit (the last of the 13) must be %d, not %d.",
                         "เลขตรวจสอบ (หลักที่ 13) ต้องเป็น %d ไม่ใช่ %d"),
                     wanted, given);
}

static int
check_digit_hint(void)
{
    return errhint(SAY("One of the digits is wrong; compare them with the ID card or the house "
                       "register.",
                       "มีตัวเลขผิดอย่างน้อยหนึ่งหลัก โปรดเทียบกับบัตรประจำตัวประชาชนหรือทะเบียนบ้าน"));
}

/* Refuses a text as a literal of the type: invalid_text_representation. */
static Datum
refuse_literal(Node *escontext, const char *literal, ThaiIdVerdict verdict,
               const ThaiIdReading *reading)
{
    switch (verdict)
    {
        case THAI_ID_STRANGE_CHARACTER:
            ereturn(escontext, (Datum)0,
                    (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
                     errmsg(SAY("invalid input syntax for type %s: \"%s\"",
                                "รูปแบบของชนิด %s ไม่ถูกต้อง: \"%s\""),
                            "thai_id", literal),
                     strange_character_detail(reading), strange_character_hint()));
        case THAI_ID_WRONG_LENGTH:
            ereturn(escontext, (Datum)0,
                    (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
                     errmsg(SAY("invalid input syntax for type %s: \"%s\"",
                                "รูปแบบของชนิด %s ไม่ถูกต้อง: \"%s\""),
                            "thai_id", literal),
                     errdetail(SAY("A national ID has 13 digits; found %zu.",
                                   "เลขประจำตัวประชาชนมี 13 หลัก แต่พบ %zu หลัก"),
                               reading->digit_count),
                     errhint(SAY("Write it as 1000000001005 or 1-0000-00001-00-5.",
                                 "ให้เขียนในรูป 1000000001005 หรือ 1-0000-00001-00-5"))));
        default:
            ereturn(escontext, (Datum)0,
                    (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
                     errmsg(SAY("invalid input syntax for type %s: \"%s\"",
                                "รูปแบบของชนิด %s ไม่ถูกต้อง: \"%s\""),
                            "thai_id", literal),
                     check_digit_detail(reading->check_digit_wanted, (int)(reading->value % 10)),
                     check_digit_hint()));
    }
}

/*
 * thai_id_in(cstring) → thai_id: any spelling of RC1 and DC5. Raises, softly
 * where asked, invalid_text_representation.
 */
Datum
welfare_thai_id_in(PG_FUNCTION_ARGS)
{
    char *literal = PG_GETARG_CSTRING(0);
    ThaiIdReading reading;
    ThaiIdVerdict verdict = thai_id_read(literal, strlen(literal), &reading);

    if (likely(verdict == THAI_ID_GOOD))
        PG_RETURN_INT64(reading.value);
    return refuse_literal(fcinfo->context, literal, verdict, &reading);
}

/* thai_id_out(thai_id) → cstring: the 13 plain digits (RC1). */
Datum
welfare_thai_id_out(PG_FUNCTION_ARGS)
{
    char *result = palloc(THAI_ID_DIGITS + 1);

    thai_id_write(PG_GETARG_INT64(0), result);
    result[THAI_ID_DIGITS] = '\0';
    PG_RETURN_CSTRING(result);
}

/*
 * Makes an ID of a number whose leading zeros are implied. Raises range_error
 * when it has more than 13 digits or is negative, check_error when its check
 * digit is wrong.
 */
static int64
checked_number(int64 number, int range_error, int check_error)
{
    if (!thai_id_is_in_range(number))
        ereport(ERROR, (errcode(range_error),
                        errmsg(SAY("value \"%lld\" is out of range for type %s",
                                   "ค่า \"%lld\" อยู่นอกช่วงของชนิด %s"),
                               (long long)number, "thai_id"),
                        errdetail(SAY("A national ID has 13 digits: 0 to 9999999999999.",
                                      "เลขประจำตัวประชาชนมี 13 หลัก คือ 0 ถึง 9999999999999"))));
    if (!thai_id_is_checked(number))
        ereport(ERROR,
                (errcode(check_error),
                 errmsg(SAY("invalid value for type %s: \"%013lld\"",
                            "ค่าของชนิด %s ไม่ถูกต้อง: \"%013lld\""),
                        "thai_id", (long long)number),
                 check_digit_detail(thai_id_wanted_check_digit(number / 10), (int)(number % 10)),
                 check_digit_hint()));
    return number;
}

/* thai_id_recv(internal) → thai_id: int8 in network order, checked as thai_id_in does. */
Datum
welfare_thai_id_recv(PG_FUNCTION_ARGS)
{
    StringInfo message = (StringInfo)PG_GETARG_POINTER(0);

    PG_RETURN_INT64(checked_number(pq_getmsgint64(message), ERRCODE_INVALID_BINARY_REPRESENTATION,
                                   ERRCODE_INVALID_BINARY_REPRESENTATION));
}

/*
 * thai_id_from_bigint(bigint) → thai_id. Raises numeric_value_out_of_range or,
 * for a wrong check digit, invalid_parameter_value.
 */
Datum
welfare_thai_id_from_bigint(PG_FUNCTION_ARGS)
{
    PG_RETURN_INT64(checked_number(PG_GETARG_INT64(0), ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE,
                                   ERRCODE_INVALID_PARAMETER_VALUE));
}

/* format_thai_id(thai_id) → text: 1-2345-67890-12-1 (RC1). */
Datum
welfare_format_thai_id(PG_FUNCTION_ARGS)
{
    char dashed[THAI_ID_DASHED_LENGTH];

    thai_id_write_dashed(PG_GETARG_INT64(0), dashed);
    PG_RETURN_TEXT_P(cstring_to_text_with_len(dashed, THAI_ID_DASHED_LENGTH));
}

/* mask_thai_id(thai_id) → text: X-XXXX-XXXX0-12-1 (RC1). */
Datum
welfare_mask_thai_id(PG_FUNCTION_ARGS)
{
    char masked[THAI_ID_DASHED_LENGTH];

    thai_id_write_masked(PG_GETARG_INT64(0), masked);
    PG_RETURN_TEXT_P(cstring_to_text_with_len(masked, THAI_ID_DASHED_LENGTH));
}

/* is_valid_thai_id(text) → boolean: would thai_id take it? */
Datum
welfare_is_valid_thai_id(PG_FUNCTION_ARGS)
{
    text *source = PG_GETARG_TEXT_PP(0);
    ThaiIdReading reading;

    PG_RETURN_BOOL(thai_id_read(VARDATA_ANY(source), VARSIZE_ANY_EXHDR(source), &reading) ==
                   THAI_ID_GOOD);
}

/* try_thai_id(text) → thai_id: NULL where thai_id would refuse it. */
Datum
welfare_try_thai_id(PG_FUNCTION_ARGS)
{
    text *source = PG_GETARG_TEXT_PP(0);
    ThaiIdReading reading;

    if (thai_id_read(VARDATA_ANY(source), VARSIZE_ANY_EXHDR(source), &reading) != THAI_ID_GOOD)
        PG_RETURN_NULL();
    PG_RETURN_INT64(reading.value);
}

/*
 * thai_id_check_digit(text) → integer: the check digit that twelve digits ask
 * for, in any spelling that thai_id takes; a thirteenth is ignored. Raises
 * invalid_parameter_value.
 */
Datum
welfare_thai_id_check_digit(PG_FUNCTION_ARGS)
{
    text *source = PG_GETARG_TEXT_PP(0);
    ThaiIdReading reading;

    if (!thai_id_gather(VARDATA_ANY(source), VARSIZE_ANY_EXHDR(source), &reading))
        ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                        errmsg(SAY("cannot compute the check digit of \"%s\"",
                                   "คำนวณเลขตรวจสอบของ \"%s\" ไม่ได้"),
                               text_to_cstring(source)),
                        strange_character_detail(&reading), strange_character_hint()));
    if (reading.digit_count == THAI_ID_DIGITS)
        reading.value /= 10;
    else if (reading.digit_count != THAI_ID_DIGITS - 1)
        ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                        errmsg(SAY("cannot compute the check digit of \"%s\"",
                                   "คำนวณเลขตรวจสอบของ \"%s\" ไม่ได้"),
                               text_to_cstring(source)),
                        errdetail(SAY("Found %zu digits.", "พบ %zu หลัก"), reading.digit_count),
                        errhint(SAY("Give the first 12 digits, or all 13.",
                                    "ให้ใส่ 12 หลักแรก หรือครบทั้ง 13 หลัก"))));
    PG_RETURN_INT32(thai_id_wanted_check_digit(reading.value));
}

/* thai_id_category(thai_id) → integer: the first digit, 0-9. */
Datum
welfare_thai_id_category(PG_FUNCTION_ARGS)
{
    PG_RETURN_INT32(thai_id_first_digit(PG_GETARG_INT64(0)));
}

/*
 * thai_id_lookalikes(thai_id) → setof thai_id: the nine others that differ only
 * in the third digit, ascending. All of them pass the check.
 */
Datum
welfare_thai_id_lookalikes(PG_FUNCTION_ARGS)
{
    int64 id = PG_GETARG_INT64(0);
    FuncCallContext *calls;
    int digit;

    if (SRF_IS_FIRSTCALL())
        SRF_FIRSTCALL_INIT();
    calls = SRF_PERCALL_SETUP();
    digit = (int)calls->call_cntr;
    /* the given one's own digit is stepped over */
    if (digit >= thai_id_third_digit(id))
        digit++;
    if (digit > 9)
        SRF_RETURN_DONE(calls);
    SRF_RETURN_NEXT(calls, Int64GetDatum(thai_id_with_third_digit(id, digit)));
}
