/*
 * calendar_core.h
 *    The Thai solar calendar in the Buddhist era, the fiscal year, and dates
 *    written in Thai.
 *
 * Years named be_year are of the Buddhist era, all others of the Christian era.
 * Days are counted as PostgreSQL's date counts them: day 0 is 1 January 2000.
 *
 * Pure code: no server headers, no allocation, no errors raised.
 */
#ifndef CALENDAR_CORE_H
#define CALENDAR_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* RC3: the calendar starts on 1 April 2432; this extension ends it with 2700. */
#define CALENDAR_FIRST_BE_YEAR 2432
#define CALENDAR_LAST_BE_YEAR 2700
#define CALENDAR_FIRST_YEAR 1889
#define CALENDAR_LAST_YEAR 2157
#define CALENDAR_FIRST_DAY (-40451) /* 1889-04-01 */
#define CALENDAR_LAST_DAY 57708     /* 2157-12-31 */

/* RC3: from 2484 on the year begins on 1 January, before it began on 1 April. */
#define CALENDAR_REFORM_BE_YEAR 2484
#define CALENDAR_REFORM_YEAR 1941

/* Longest date that calendar_write makes, in bytes, and room to spare. */
#define CALENDAR_TEXT_SIZE 64

/* A day of the Christian era; month 0 and day 0 stand for unknown. */
typedef struct CalendarDate
{
    int year;
    int month;
    int day;
} CalendarDate;

/* Why a date is refused. */
typedef enum
{
    CALENDAR_FINE,
    CALENDAR_BAD_SYNTAX,
    CALENDAR_TOO_EARLY,
    CALENDAR_TOO_LATE,
    CALENDAR_NO_SUCH_MONTH,
    CALENDAR_NO_SUCH_DAY,
    CALENDAR_NEVER_EXISTED,     /* January to March 2483 */
    CALENDAR_YEAR_IS_CHRISTIAN, /* where a Buddhist-era year belongs */
    CALENDAR_YEAR_IS_BUDDHIST,  /* where a Christian-era year belongs */
    CALENDAR_WRONG_WEEKDAY,
    CALENDAR_INCOMPLETE,        /* day or month unknown in a full date */
    CALENDAR_DAY_WITHOUT_MONTH, /* in a birth date */
    CALENDAR_TWO_DIGIT_YEAR,    /* in a birth date */
    CALENDAR_YEAR_LIES_IN_TWO   /* a Christian-era birth year alone, before 1941 */
} CalendarProblem;

/* How dates are written (RC10). */
typedef enum
{
    CALENDAR_LONG,        /* 1 ตุลาคม 2569 */
    CALENDAR_LONG_THAI,   /* ๑ ตุลาคม ๒๕๖๙ */
    CALENDAR_SHORT,       /* 1 ต.ค. 69 */
    CALENDAR_NUMERIC,     /* 01/10/2569 */
    CALENDAR_NUMERIC_THAI /* ๐๑/๑๐/๒๕๖๙ */
} CalendarStyle;

/* A name and its length in bytes. */
typedef struct CalendarName
{
    const char *text;
    size_t length;
} CalendarName;

/* Names by month 1-12 (index 0 is unused) and by weekday, Sunday being 0. */
extern const CalendarName calendar_month_names[13];
extern const CalendarName calendar_short_month_names[13];
extern const CalendarName calendar_weekday_names[7];

/*
 * Day number of a date in the years 1 and later. A day past the month's end
 * counts on into the next month: 29 February of a common year is 1 March.
 */
static inline int32_t
calendar_day_number(int year, int month, int day)
{
    /* The year is counted from March, so that the leap day comes last. */
    int march_year = month <= 2 ? year - 1 : year;
    int march_month = month <= 2 ? month + 9 : month - 3;
    int cycle = march_year / 400;
    int year_of_cycle = march_year % 400;

    return cycle * 146097 + year_of_cycle * 365 + year_of_cycle / 4 - year_of_cycle / 100 +
           (153 * march_month + 2) / 5 + day - 730426;
}

/* The date of a day number that lies in the years 1 and later. */
static inline CalendarDate
calendar_date_of(int32_t day_number)
{
    uint32_t number = (uint32_t)(day_number + 730425);
    uint32_t cycle = number / 146097;
    uint32_t day_of_cycle = number % 146097;
    uint32_t year_of_cycle =
        (day_of_cycle - day_of_cycle / 1460 + day_of_cycle / 36524 - day_of_cycle / 146096) / 365;
    uint32_t day_of_year =
        day_of_cycle - (365 * year_of_cycle + year_of_cycle / 4 - year_of_cycle / 100);
    uint32_t march_month = (5 * day_of_year + 2) / 153;
    CalendarDate date;

    date.day = (int)(day_of_year - (153 * march_month + 2) / 5 + 1);
    date.month = (int)(march_month < 10 ? march_month + 3 : march_month - 9);
    date.year = (int)(cycle * 400 + year_of_cycle) + (date.month <= 2 ? 1 : 0);
    return date;
}

/* RC3: the Buddhist-era year in which a month (1-12) of a year falls. */
static inline int
calendar_be_year(int year, int month)
{
    return year < CALENDAR_REFORM_YEAR && month < 4 ? year + 542 : year + 543;
}

/* RC4: the fiscal year, of the Buddhist era, in which a month (1-12) falls. */
static inline int
calendar_fiscal_year(int year, int month)
{
    return month >= 10 ? year + 544 : year + 543;
}

/* RC4: a month 1-12 counted from October; October is 1. */
static inline int
calendar_fiscal_month(int month)
{
    return month >= 10 ? month - 9 : month + 3;
}

/* Days in a month (1-12). */
extern int calendar_days_in_month(int year, int month);

/* Weekday of a day number, Sunday being 0. */
extern int calendar_weekday(int32_t day_number);

/*
 * Turns a date of the Buddhist era into one of the Christian era (RC3). Month 0
 * and day 0 are refused. Sets *date only when it answers CALENDAR_FINE.
 */
extern CalendarProblem calendar_from_be(int be_year, int month, int day, CalendarDate *date);

/* Reads the name of a style; answers false where there is no such style. */
extern bool calendar_read_style(const char *text, size_t length, CalendarStyle *style);

/*
 * Writes a date of the Buddhist era at target, which has CALENDAR_TEXT_SIZE
 * bytes; answers the length. Month 0 and day 0 are unknown and left out, or
 * written 00 by the numeric styles. The short style writes a year of two digits
 * when two_digit_year is asked and they can mean no other year: 2500 to 2599.
 */
extern size_t calendar_write(char *target, CalendarStyle style, int be_year, int month, int day,
                             bool two_digit_year);

#endif /* CALENDAR_CORE_H */
