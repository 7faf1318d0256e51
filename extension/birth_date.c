/*
 * birth_date.c
 *    The type birth_date and its SQL functions. Comparing and hashing are
 *    integer's own, see birth_date.sql.
 */
#include "welfare.h"

#include "libpq/pqformat.h"
#include "utils/date.h"

#include "birth_date_core.h"
#include "thai_date.h"

#define PG_GETARG_BIRTH_DATE(n) ((BirthDate)PG_GETARG_INT32(n))
#define PG_RETURN_BIRTH_DATE(birth) PG_RETURN_INT32(birth)

PG_FUNCTION_INFO_V1(welfare_birth_date_in);
PG_FUNCTION_INFO_V1(welfare_birth_date_out);
PG_FUNCTION_INFO_V1(welfare_birth_date_recv);
PG_FUNCTION_INFO_V1(welfare_birth_date_of_date);
PG_FUNCTION_INFO_V1(welfare_legal_birth_date);
PG_FUNCTION_INFO_V1(welfare_legal_birth_date_by_rule);
PG_FUNCTION_INFO_V1(welfare_completes_age_on);
PG_FUNCTION_INFO_V1(welfare_completes_age_on_by_rule);
PG_FUNCTION_INFO_V1(welfare_first_month);
PG_FUNCTION_INFO_V1(welfare_first_month_by_rule);
PG_FUNCTION_INFO_V1(welfare_age_on);
PG_FUNCTION_INFO_V1(welfare_age_on_by_rule);
PG_FUNCTION_INFO_V1(welfare_birth_date_precision);
PG_FUNCTION_INFO_V1(welfare_be_birth_year);
PG_FUNCTION_INFO_V1(welfare_format_birth_date);
PG_FUNCTION_INFO_V1(welfare_format_birth_date_long);

/* birth_date_in(cstring) → birth_date: reads a birth date (RC5); errors are soft. */
Datum
welfare_birth_date_in(PG_FUNCTION_ARGS)
{
    const char *value = PG_GETARG_CSTRING(0);
    BirthDate birth;
    ThaiDateText written;
    CalendarProblem problem = birth_date_read(value, strlen(value), &birth, &written);

    if (problem != CALENDAR_FINE)
    {
        thai_date_report(fcinfo->context, THAI_DATE_BIRTH, value, problem, &written);
        PG_RETURN_NULL();
    }
    PG_RETURN_BIRTH_DATE(birth);
}

/* birth_date_out(birth_date) → cstring: EDTF, or the Buddhist-era form (DC2). */
Datum
welfare_birth_date_out(PG_FUNCTION_ARGS)
{
    char *result = palloc(CALENDAR_TEXT_SIZE);

    birth_date_write(result, PG_GETARG_BIRTH_DATE(0));
    PG_RETURN_CSTRING(result);
}

/* birth_date_recv(internal) → birth_date: four bytes, refused where birth_date_in could not make
 * them. */
Datum
welfare_birth_date_recv(PG_FUNCTION_ARGS)
{
    StringInfo message = (StringInfo)PG_GETARG_POINTER(0);
    BirthDate birth = (BirthDate)pq_getmsgint(message, sizeof(BirthDate));

    if (!birth_date_valid(birth))
        ereport(ERROR,
                (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
                 errmsg(SAY("invalid external \"%s\" value", "ค่าไบนารีของชนิด \"%s\" ไม่ถูกต้อง"),
                        "birth_date"),
                 errdetail(SAY("%d is no year * 512 + month * 32 + day of the Thai solar calendar.",
                               "%d ไม่ใช่ ปี * 512 + เดือน * 32 + วัน ของปฏิทินสุริยคติไทย"),
                           birth)));
    PG_RETURN_BIRTH_DATE(birth);
}

/* birth_date(date) → birth_date: a day as birth date; refuses days outside the calendar (RC3). */
Datum
welfare_birth_date_of_date(PG_FUNCTION_ARGS)
{
    PG_RETURN_BIRTH_DATE(birth_date_of(thai_date_checked(PG_GETARG_DATEADT(0))));
}

/* The rule in force for a year alone before 2484: the setting (RC5). */
static inline BirthDateRule
rule_in_force(void)
{
    return welfare_unknown_birth_before_2484 == UNKNOWN_BIRTH_JANUARY ? BIRTH_DATE_JANUARY
                                                                      : BIRTH_DATE_APRIL;
}

/* The rule named by a function's argument; raises for any other text. */
static BirthDateRule
rule_named(const text *name)
{
    const char *value = VARDATA_ANY(name);
    size_t length = VARSIZE_ANY_EXHDR(name);

    if (length == 5 && memcmp(value, "april", 5) == 0)
        return BIRTH_DATE_APRIL;
    if (length == 7 && memcmp(value, "january", 7) == 0)
        return BIRTH_DATE_JANUARY;
    ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                    errmsg(SAY("unknown rule for a birth year alone before B.E. 2484: \"%s\"",
                               "ไม่รู้จักหลักเกณฑ์กรณีทราบเฉพาะปีเกิดก่อน พ.ศ. 2484: \"%s\""),
                           text_to_cstring(name)),
                    errhint(SAY("Give 'april' (1 April) or 'january' (1 January).",
                                "โปรดระบุ 'april' (1 เมษายน) หรือ 'january' (1 มกราคม)"))));
}

/* Reads a function's second argument as an age in years; raises unless it is 0 to 150. */
static int
age_argument(FunctionCallInfo fcinfo)
{
    int age = PG_GETARG_INT32(1);

    if (unlikely(age < 0 || age > BIRTH_DATE_OLDEST_AGE))
        ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                        errmsg(SAY("age out of range: %d", "อายุอยู่นอกช่วงที่รองรับ: %d"), age),
                        errhint(SAY("Give an age from 0 to %d years.", "โปรดระบุอายุตั้งแต่ 0 ถึง %d ปี"),
                                BIRTH_DATE_OLDEST_AGE)));
    return age;
}

static inline Datum
legal_birth_date(FunctionCallInfo fcinfo, BirthDateRule rule)
{
    CalendarDate date = birth_date_legal(PG_GETARG_BIRTH_DATE(0), rule);

    PG_RETURN_DATEADT(calendar_day_number(date.year, date.month, date.day));
}

/* legal_birth_date(birth_date) → date: the day that counts as birth (RC5), by the setting. */
Datum
welfare_legal_birth_date(PG_FUNCTION_ARGS)
{
    return legal_birth_date(fcinfo, rule_in_force());
}

/* legal_birth_date(birth_date, unknown_rule) → date: the same by a given rule. */
Datum
welfare_legal_birth_date_by_rule(PG_FUNCTION_ARGS)
{
    return legal_birth_date(fcinfo, rule_named(PG_GETARG_TEXT_PP(1)));
}

static inline Datum
completes_age_on(FunctionCallInfo fcinfo, BirthDateRule rule)
{
    PG_RETURN_DATEADT(birth_date_completes(PG_GETARG_BIRTH_DATE(0), rule, age_argument(fcinfo)));
}

/*
 * completes_age_on(birth_date, age) → date: the day at whose end an age in years
 * is complete, the day before the birthday (RC6), by the setting.
 */
Datum
welfare_completes_age_on(PG_FUNCTION_ARGS)
{
    return completes_age_on(fcinfo, rule_in_force());
}

/* completes_age_on(birth_date, age, unknown_rule) → date: the same by a given rule. */
Datum
welfare_completes_age_on_by_rule(PG_FUNCTION_ARGS)
{
    return completes_age_on(fcinfo, rule_named(PG_GETARG_TEXT_PP(2)));
}

static inline Datum
first_month(FunctionCallInfo fcinfo, BirthDateRule rule)
{
    PG_RETURN_DATEADT(birth_date_first_month(PG_GETARG_BIRTH_DATE(0), rule, age_argument(fcinfo)));
}

/*
 * first_month(birth_date, age) → date: the first day of the month after the age
 * in years is complete (RC6), by the setting.
 */
Datum
welfare_first_month(PG_FUNCTION_ARGS)
{
    return first_month(fcinfo, rule_in_force());
}

/* first_month(birth_date, age, unknown_rule) → date: the same by a given rule. */
Datum
welfare_first_month_by_rule(PG_FUNCTION_ARGS)
{
    return first_month(fcinfo, rule_named(PG_GETARG_TEXT_PP(2)));
}

static inline Datum
age_on(FunctionCallInfo fcinfo, BirthDateRule rule)
{
    DateADT day = PG_GETARG_DATEADT(1);
    int age;

    /* days before the calendar are before every birth, and answered NULL */
    if (unlikely(day > CALENDAR_LAST_DAY || DATE_NOT_FINITE(day)))
        (void)thai_date_checked(day);
    age = birth_date_age(PG_GETARG_BIRTH_DATE(0), rule, day);
    if (age < 0)
        PG_RETURN_NULL();
    PG_RETURN_INT32(age);
}

/*
 * age_on(birth_date, date) → integer: the age in years complete at the end of a
 * day (RC6), by the setting; NULL before the legal day of birth.
 */
Datum
welfare_age_on(PG_FUNCTION_ARGS)
{
    return age_on(fcinfo, rule_in_force());
}

/* age_on(birth_date, date, unknown_rule) → integer: the same by a given rule. */
Datum
welfare_age_on_by_rule(PG_FUNCTION_ARGS)
{
    return age_on(fcinfo, rule_named(PG_GETARG_TEXT_PP(2)));
}

/* birth_date_precision(birth_date) → text: what is known: 'day', 'month' or 'year'. */
Datum
welfare_birth_date_precision(PG_FUNCTION_ARGS)
{
    CalendarDate date = birth_date_parts(PG_GETARG_BIRTH_DATE(0));

    PG_RETURN_TEXT_P(cstring_to_text(date.day > 0 ? "day" : date.month > 0 ? "month" : "year"));
}

/* be_birth_year(birth_date) → integer: the Buddhist-era year of birth (RC3). */
Datum
welfare_be_birth_year(PG_FUNCTION_ARGS)
{
    PG_RETURN_INT32(birth_date_be_year(PG_GETARG_BIRTH_DATE(0)));
}

/* Writes a birth date in a style; its year always has four digits (DC3). */
static text *
format_birth_date(BirthDate birth, CalendarStyle style)
{
    CalendarDate date = birth_date_parts(birth);

    return thai_date_text(style, birth_date_be_year(birth), date.month, date.day, false);
}

/* format_birth_date(birth_date, style) → text: the known parts written in Thai (RC10). */
Datum
welfare_format_birth_date(PG_FUNCTION_ARGS)
{
    PG_RETURN_TEXT_P(
        format_birth_date(PG_GETARG_BIRTH_DATE(0), thai_date_style(PG_GETARG_TEXT_PP(1))));
}

/* format_birth_date(birth_date) → text: the same in the style 'long'. */
Datum
welfare_format_birth_date_long(PG_FUNCTION_ARGS)
{
    PG_RETURN_TEXT_P(format_birth_date(PG_GETARG_BIRTH_DATE(0), CALENDAR_LONG));
}
