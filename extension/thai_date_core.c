/*
 * thai_date_core.c
 *    Looking a written date up in the calendar. See thai_date_core.h.
 */
#include "thai_date_core.h"

/* Checks a date of the Christian era. */
static CalendarProblem
resolve_iso(const ThaiDateText *written, CalendarDate *date)
{
    if (written->year >= CALENDAR_FIRST_BE_YEAR && written->year <= CALENDAR_LAST_BE_YEAR)
        return CALENDAR_YEAR_IS_BUDDHIST;
    if (written->year < CALENDAR_FIRST_YEAR)
        return CALENDAR_TOO_EARLY;
    if (written->year > CALENDAR_LAST_YEAR)
        return CALENDAR_TOO_LATE;
    if (written->month > 12)
        return CALENDAR_NO_SUCH_MONTH;
    if (written->month == 0 && written->day != 0)
        return CALENDAR_DAY_WITHOUT_MONTH;
    /* before the reform a year of the Christian era lies in two Buddhist ones (RC5) */
    if (written->month == 0 && written->year < CALENDAR_REFORM_YEAR)
        return CALENDAR_YEAR_LIES_IN_TWO;
    if (written->day > 0 && written->day > calendar_days_in_month(written->year, written->month))
        return CALENDAR_NO_SUCH_DAY;
    if (written->year == CALENDAR_FIRST_YEAR && written->month < 4)
        return CALENDAR_TOO_EARLY;

    date->year = written->year;
    date->month = written->month;
    date->day = written->day;
    return CALENDAR_FINE;
}

/* Turns a date of the Buddhist era into one of the Christian era. */
static CalendarProblem
resolve_buddhist(const ThaiDateText *written, int be_year, CalendarDate *date)
{
    CalendarProblem problem;

    if (written->says_christian ||
        (be_year >= CALENDAR_FIRST_YEAR && be_year <= CALENDAR_LAST_YEAR))
        return CALENDAR_YEAR_IS_CHRISTIAN;
    if (written->month == 0 && written->day != 0)
        return CALENDAR_DAY_WITHOUT_MONTH;

    problem = calendar_from_be(be_year, written->month == 0 ? 12 : written->month,
                               written->day == 0 ? 1 : written->day, date);
    if (problem == CALENDAR_FINE && written->day == 0)
        date->day = 0;
    if (problem == CALENDAR_FINE && written->month == 0)
        date->month = 0;
    return problem;
}

CalendarProblem
thai_date_read(const char *text, size_t length, ThaiDateKind kind, CalendarDate *date,
               ThaiDateText *written)
{
    CalendarProblem problem;
    int year;

    problem = thai_date_scan(text, length, written);
    if (problem != CALENDAR_FINE)
        return problem;
    if (kind == THAI_DATE_WHOLE && (written->month == 0 || written->day == 0))
        return CALENDAR_INCOMPLETE;
    if (kind == THAI_DATE_BIRTH && written->year_digits == 2 && !written->says_christian)
        return CALENDAR_TWO_DIGIT_YEAR;

    year = written->year_digits == 2 ? 2500 + written->year : written->year;
    problem = written->iso ? resolve_iso(written, date) : resolve_buddhist(written, year, date);
    if (problem != CALENDAR_FINE)
        return problem;
    if (written->weekday >= 0)
    {
        written->true_weekday =
            calendar_weekday(calendar_day_number(date->year, date->month, date->day));
        if (written->weekday != written->true_weekday)
            return CALENDAR_WRONG_WEEKDAY;
    }
    return CALENDAR_FINE;
}
