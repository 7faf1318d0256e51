/*
 * calendar.c
 *    SQL functions of the Thai calendar and of the fiscal year.
 */
#include "welfare.h"

#include "catalog/pg_type.h"
#include "utils/date.h"
#include "utils/rangetypes.h"
#include "utils/typcache.h"

#include "thai_date.h"

/* Making a range can fail softly from PostgreSQL 16 on. */
#if PG_VERSION_NUM >= 160000
#define make_hard_range(cache, lower, upper) make_range(cache, lower, upper, false, NULL)
#else
#define make_hard_range(cache, lower, upper) make_range(cache, lower, upper, false)
#endif

PG_FUNCTION_INFO_V1(welfare_be_year);
PG_FUNCTION_INFO_V1(welfare_be_date);
PG_FUNCTION_INFO_V1(welfare_parse_thai_date);
PG_FUNCTION_INFO_V1(welfare_format_thai_date);
PG_FUNCTION_INFO_V1(welfare_format_thai_date_long);
PG_FUNCTION_INFO_V1(welfare_thai_month_name);
PG_FUNCTION_INFO_V1(welfare_thai_month_name_long);
PG_FUNCTION_INFO_V1(welfare_fiscal_year);
PG_FUNCTION_INFO_V1(welfare_fiscal_year_range);
PG_FUNCTION_INFO_V1(welfare_fiscal_quarter);
PG_FUNCTION_INFO_V1(welfare_fiscal_month);
PG_FUNCTION_INFO_V1(welfare_fiscal_month_date);

/* The day number of a date, as PostgreSQL's date. */
static inline DateADT
day_of(CalendarDate date)
{
    return calendar_day_number(date.year, date.month, date.day);
}

/* Refuses a fiscal year that the calendar does not have (RC4); the fiscal year 2432 is cut. */
static void
check_fiscal_year(int fiscal_year)
{
    if (fiscal_year < CALENDAR_FIRST_BE_YEAR || fiscal_year > CALENDAR_LAST_BE_YEAR)
        ereport(ERROR, (errcode(ERRCODE_DATETIME_FIELD_OVERFLOW),
                        errmsg(SAY("fiscal year out of range: %d", "ปีงบประมาณอยู่นอกช่วงที่รองรับ: %d"),
                               fiscal_year),
                        errhint(SAY("Give a Buddhist-era year from %d to %d.",
                                    "โปรดระบุปีพุทธศักราชตั้งแต่ %d ถึง %d"),
                                CALENDAR_FIRST_BE_YEAR, CALENDAR_LAST_BE_YEAR)));
}

/* Refuses a number that is no month. */
static void
check_month(int month)
{
    if (month < 1 || month > 12)
        ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                        errmsg(SAY("month out of range: %d", "เดือนไม่ถูกต้อง: %d"), month),
                        errhint(SAY("Give a month from 1 to 12.", "โปรดระบุเดือนตั้งแต่ 1 ถึง 12"))));
}

/* be_year(date) → integer: the Buddhist-era year in which a day falls (RC3). */
Datum
welfare_be_year(PG_FUNCTION_ARGS)
{
    CalendarDate date = thai_date_checked(PG_GETARG_DATEADT(0));

    PG_RETURN_INT32(calendar_be_year(date.year, date.month));
}

/* be_date(year, month, day) → date: a day of the Buddhist era; raises where there is none (RC3). */
Datum
welfare_be_date(PG_FUNCTION_ARGS)
{
    ThaiDateText written = {.year = PG_GETARG_INT32(0),
                            .month = PG_GETARG_INT32(1),
                            .day = PG_GETARG_INT32(2),
                            .year_digits = 4,
                            .weekday = -1};
    CalendarDate date;
    CalendarProblem problem = calendar_from_be(written.year, written.month, written.day, &date);

    if (problem != CALENDAR_FINE)
    {
        /* the commonest mistake deserves its own answer */
        if (problem == CALENDAR_TOO_EARLY && written.year >= CALENDAR_FIRST_YEAR &&
            written.year <= CALENDAR_LAST_YEAR)
            problem = CALENDAR_YEAR_IS_CHRISTIAN;
        thai_date_report(NULL, THAI_DATE_WHOLE,
                         psprintf("%02d/%02d/%04d", written.day, written.month, written.year),
                         problem, &written);
    }
    PG_RETURN_DATEADT(day_of(date));
}

/* parse_thai_date(text) → date: reads a date as Thai people write it (RC10, DC3). */
Datum
welfare_parse_thai_date(PG_FUNCTION_ARGS)
{
    text *value = PG_GETARG_TEXT_PP(0);
    CalendarDate date;
    ThaiDateText written;
    CalendarProblem problem = thai_date_read(VARDATA_ANY(value), VARSIZE_ANY_EXHDR(value),
                                             THAI_DATE_WHOLE, &date, &written);

    if (problem != CALENDAR_FINE)
        thai_date_report(NULL, THAI_DATE_WHOLE, text_to_cstring(value), problem, &written);
    PG_RETURN_DATEADT(day_of(date));
}

/* Writes a day in a style. */
static text *
format_day(DateADT day, CalendarStyle style)
{
    CalendarDate date = thai_date_checked(day);

    return thai_date_text(style, calendar_be_year(date.year, date.month), date.month, date.day,
                          true);
}

/* format_thai_date(date, style) → text: a day written in Thai (RC10). */
Datum
welfare_format_thai_date(PG_FUNCTION_ARGS)
{
    PG_RETURN_TEXT_P(format_day(PG_GETARG_DATEADT(0), thai_date_style(PG_GETARG_TEXT_PP(1))));
}

/* format_thai_date(date) → text: the same in the style 'long'. */
Datum
welfare_format_thai_date_long(PG_FUNCTION_ARGS)
{
    PG_RETURN_TEXT_P(format_day(PG_GETARG_DATEADT(0), CALENDAR_LONG));
}

/* thai_month_name(month, style) → text: the name of a month, 'long' or 'short'. */
Datum
welfare_thai_month_name(PG_FUNCTION_ARGS)
{
    int month = PG_GETARG_INT32(0);
    text *name = PG_GETARG_TEXT_PP(1);
    CalendarStyle style;
    const CalendarName *month_name;

    if (!calendar_read_style(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), &style) ||
        (style != CALENDAR_LONG && style != CALENDAR_SHORT))
        ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                        errmsg(SAY("unknown month style: \"%s\"", "ไม่รู้จักรูปแบบชื่อเดือน: \"%s\""),
                               text_to_cstring(name)),
                        errhint(SAY("The styles are %s.", "รูปแบบที่ใช้ได้คือ %s"),
                                "'long' (ตุลาคม), 'short' (ต.ค.)")));
    check_month(month);
    month_name =
        style == CALENDAR_SHORT ? &calendar_short_month_names[month] : &calendar_month_names[month];
    PG_RETURN_TEXT_P(cstring_to_text_with_len(month_name->text, (int)month_name->length));
}

/* thai_month_name(month) → text: the full name of a month. */
Datum
welfare_thai_month_name_long(PG_FUNCTION_ARGS)
{
    int month = PG_GETARG_INT32(0);

    check_month(month);
    PG_RETURN_TEXT_P(cstring_to_text_with_len(calendar_month_names[month].text,
                                              (int)calendar_month_names[month].length));
}

/* fiscal_year(date) → integer: the Buddhist-era year in which the fiscal year ends (RC4). */
Datum
welfare_fiscal_year(PG_FUNCTION_ARGS)
{
    CalendarDate date = thai_date_checked(PG_GETARG_DATEADT(0));
    int fiscal_year = calendar_fiscal_year(date.year, date.month);

    check_fiscal_year(fiscal_year);
    PG_RETURN_INT32(fiscal_year);
}

/*
 * fiscal_year_range(fiscal_year) → daterange: the days of a fiscal year (RC4), from
 * 1 October to 30 September; the first, 2432, has those from 1 April 2432 only.
 */
Datum
welfare_fiscal_year_range(PG_FUNCTION_ARGS)
{
    int fiscal_year = PG_GETARG_INT32(0);
    TypeCacheEntry *cache = range_get_typcache(fcinfo, DATERANGEOID);
    RangeBound from = {.inclusive = true, .lower = true};
    RangeBound until = {.inclusive = false, .lower = false};

    check_fiscal_year(fiscal_year);
    from.val =
        DateADTGetDatum(Max(calendar_day_number(fiscal_year - 544, 10, 1), CALENDAR_FIRST_DAY));
    until.val = DateADTGetDatum(calendar_day_number(fiscal_year - 543, 10, 1));
    PG_RETURN_RANGE_P(make_hard_range(cache, &from, &until));
}

/* fiscal_quarter(date) → integer: 1 to 4, counted from October (RC4). */
Datum
welfare_fiscal_quarter(PG_FUNCTION_ARGS)
{
    CalendarDate date = thai_date_checked(PG_GETARG_DATEADT(0));

    PG_RETURN_INT32((calendar_fiscal_month(date.month) + 2) / 3);
}

/* fiscal_month(date) → integer: 1 to 12, counted from October (RC4). */
Datum
welfare_fiscal_month(PG_FUNCTION_ARGS)
{
    CalendarDate date = thai_date_checked(PG_GETARG_DATEADT(0));

    PG_RETURN_INT32(calendar_fiscal_month(date.month));
}

/*
 * fiscal_month_date(fiscal_year, fiscal_month) → date: the first day of a month
 * counted from October (RC4).
 */
Datum
welfare_fiscal_month_date(PG_FUNCTION_ARGS)
{
    int fiscal_year = PG_GETARG_INT32(0);
    int fiscal_month = PG_GETARG_INT32(1);
    DateADT day;

    check_fiscal_year(fiscal_year);
    check_month(fiscal_month);
    day = calendar_day_number(fiscal_month <= 3 ? fiscal_year - 544 : fiscal_year - 543,
                              fiscal_month <= 3 ? fiscal_month + 9 : fiscal_month - 3, 1);
    (void)thai_date_checked(day);
    PG_RETURN_DATEADT(day);
}
