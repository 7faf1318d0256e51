/*
 * birth_date_core.c
 *    A birth date with unknown parts. See birth_date_core.h.
 */
#include "birth_date_core.h"

bool
birth_date_valid(BirthDate birth)
{
    CalendarDate date;

    if (birth < CALENDAR_FIRST_YEAR * 512 || birth >= (CALENDAR_LAST_YEAR + 1) * 512)
        return false;
    date = birth_date_parts(birth);
    if (date.month == 0)
        return date.day == 0;
    if (date.month > 12 || date.day > calendar_days_in_month(date.year, date.month))
        return false;
    return date.year > CALENDAR_FIRST_YEAR || date.month >= 4;
}

CalendarProblem
birth_date_read(const char *text, size_t length, BirthDate *birth, ThaiDateText *written)
{
    CalendarDate date;
    CalendarProblem problem = thai_date_read(text, length, THAI_DATE_BIRTH, &date, written);

    if (problem == CALENDAR_FINE)
        *birth = birth_date_of(date);
    return problem;
}

static char *
write_two_digits(char *target, int number)
{
    target[0] = (char)('0' + number / 10);
    target[1] = (char)('0' + number % 10);
    return target + 2;
}

/* Writes a dash and two digits, or XX for an unknown part. */
static char *
write_part(char *target, int part)
{
    *target++ = '-';
    if (part > 0)
        return write_two_digits(target, part);
    target[0] = target[1] = 'X';
    return target + 2;
}

size_t
birth_date_write(char *target, BirthDate birth)
{
    CalendarDate date = birth_date_parts(birth);
    char *at = target;

    if (date.month == 0 && date.year < CALENDAR_REFORM_YEAR)
        at += calendar_write(at, CALENDAR_NUMERIC, birth_date_be_year(birth), 0, 0, false);
    else
    {
        at = write_two_digits(at, date.year / 100);
        at = write_two_digits(at, date.year % 100);
        at = write_part(at, date.month);
        at = write_part(at, date.day);
    }
    *at = '\0';
    return (size_t)(at - target);
}
