/*
 * calendar_core.c
 *    The Thai solar calendar. See calendar_core.h.
 */
#include "calendar_core.h"

#include <string.h>

#define NAME(text)                                                                                 \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }

const CalendarName calendar_month_names[13] = {
    NAME(""),        NAME("มกราคม"),   NAME("กุมภาพันธ์"), NAME("มีนาคม"),  NAME("เมษายน"),
    NAME("พฤษภาคม"), NAME("มิถุนายน"),   NAME("กรกฎาคม"), NAME("สิงหาคม"), NAME("กันยายน"),
    NAME("ตุลาคม"),   NAME("พฤศจิกายน"), NAME("ธันวาคม")};

const CalendarName calendar_short_month_names[13] = {
    NAME(""),     NAME("ม.ค."), NAME("ก.พ."), NAME("มี.ค."), NAME("เม.ย."),
    NAME("พ.ค."), NAME("มิ.ย."), NAME("ก.ค."), NAME("ส.ค."), NAME("ก.ย."),
    NAME("ต.ค."), NAME("พ.ย."), NAME("ธ.ค.")};

const CalendarName calendar_weekday_names[7] = {NAME("อาทิตย์"), NAME("จันทร์"),   NAME("อังคาร"),
                                                NAME("พุธ"),    NAME("พฤหัสบดี"), NAME("ศุกร์"),
                                                NAME("เสาร์")};

static const CalendarName style_names[] = {NAME("long"), NAME("long_thai"), NAME("short"),
                                           NAME("numeric"), NAME("numeric_thai")};

int
calendar_days_in_month(int year, int month)
{
    static const int days[13] = {0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    if (month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0))
        return 29;
    return days[month];
}

int
calendar_weekday(int32_t day_number)
{
    /* day 0 was a Saturday */
    int weekday = (int)((day_number % 7 + 6) % 7);

    return weekday < 0 ? weekday + 7 : weekday;
}

CalendarProblem
calendar_from_be(int be_year, int month, int day, CalendarDate *date)
{
    int year;

    if (be_year < CALENDAR_FIRST_BE_YEAR)
        return CALENDAR_TOO_EARLY;
    if (be_year > CALENDAR_LAST_BE_YEAR)
        return CALENDAR_TOO_LATE;
    if (month < 1 || month > 12)
        return CALENDAR_NO_SUCH_MONTH;
    if (be_year == CALENDAR_REFORM_BE_YEAR - 1 && month < 4)
        return CALENDAR_NEVER_EXISTED;

    year = be_year < CALENDAR_REFORM_BE_YEAR && month < 4 ? be_year - 542 : be_year - 543;
    if (day < 1 || day > calendar_days_in_month(year, month))
        return CALENDAR_NO_SUCH_DAY;

    date->year = year;
    date->month = month;
    date->day = day;
    return CALENDAR_FINE;
}

bool
calendar_read_style(const char *text, size_t length, CalendarStyle *style)
{
    for (size_t i = 0; i < sizeof(style_names) / sizeof(style_names[0]); i++)
    {
        if (length == style_names[i].length && memcmp(text, style_names[i].text, length) == 0)
        {
            *style = (CalendarStyle)i;
            return true;
        }
    }
    return false;
}

static inline char *
write_digit(char *target, int digit, bool thai)
{
    if (!thai)
    {
        *target = (char)('0' + digit);
        return target + 1;
    }
    /* U+0E50 to U+0E59 */
    target[0] = (char)0xE0;
    target[1] = (char)0xB9;
    target[2] = (char)(0x90 + digit);
    return target + 3;
}

static inline char *
write_two_digits(char *target, int number, bool thai)
{
    target = write_digit(target, number / 10, thai);
    return write_digit(target, number % 10, thai);
}

static inline char *
write_year(char *target, int be_year, bool thai)
{
    target = write_two_digits(target, be_year / 100, thai);
    return write_two_digits(target, be_year % 100, thai);
}

static inline char *
write_name(char *target, const CalendarName *name)
{
    memcpy(target, name->text, name->length);
    return target + name->length;
}

size_t
calendar_write(char *target, CalendarStyle style, int be_year, int month, int day,
               bool two_digit_year)
{
    static const CalendarName era = NAME("พ.ศ. ");
    bool thai = style == CALENDAR_LONG_THAI || style == CALENDAR_NUMERIC_THAI;
    char *at = target;

    if (style == CALENDAR_NUMERIC || style == CALENDAR_NUMERIC_THAI)
    {
        at = write_two_digits(at, day, thai);
        *at++ = '/';
        at = write_two_digits(at, month, thai);
        *at++ = '/';
        at = write_year(at, be_year, thai);
        return (size_t)(at - target);
    }

    if (day >= 10)
        at = write_digit(at, day / 10, thai);
    if (day > 0)
    {
        at = write_digit(at, day % 10, thai);
        *at++ = ' ';
    }
    if (month > 0)
    {
        at = write_name(at, style == CALENDAR_SHORT ? &calendar_short_month_names[month]
                                                    : &calendar_month_names[month]);
        *at++ = ' ';
    }
    else
        at = write_name(at, &era);

    /* any other century would be read back as the 2500s */
    if (style == CALENDAR_SHORT && two_digit_year && be_year / 100 == 25)
        at = write_two_digits(at, be_year % 100, thai);
    else
        at = write_year(at, be_year, thai);
    return (size_t)(at - target);
}
