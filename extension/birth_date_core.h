/*
 * birth_date_core.h
 *    A birth date of which the day, or day and month, may be unknown (RC5), and
 *    the ages counted from it (RC6).
 *
 * Pure code: no server headers, no allocation, no errors raised.
 */
#ifndef BIRTH_DATE_CORE_H
#define BIRTH_DATE_CORE_H

#include "thai_date_core.h"

#define BIRTH_DATE_OLDEST_AGE 150

/*
 * A birth date in one number: year * 512 + month * 32 + day, of the Christian
 * era, 0 for an unknown part. Numbers therefore sort by year, month and day, an
 * unknown part before the known ones. A year alone is be_year - 543, also before
 * 2484, where no year of the Christian era is meant by it.
 */
typedef int32_t BirthDate;

/* The first day of a year alone before 2484 (RC5, DC1). */
typedef enum
{
    BIRTH_DATE_APRIL,
    BIRTH_DATE_JANUARY
} BirthDateRule;

/*
 * The parts of a birth date. Declared inline with the ages below because they
 * run for every person of the country.
 */
static inline CalendarDate
birth_date_parts(BirthDate birth)
{
    CalendarDate date = {birth >> 9, (birth >> 5) & 15, birth & 31};

    return date;
}

static inline BirthDate
birth_date_of(CalendarDate date)
{
    return (BirthDate)(date.year * 512 + date.month * 32 + date.day);
}

/* The Buddhist-era year of birth. */
static inline int
birth_date_be_year(BirthDate birth)
{
    CalendarDate date = birth_date_parts(birth);

    return date.month == 0 ? date.year + 543 : calendar_be_year(date.year, date.month);
}

/*
 * The legal day of birth (RC5): the 1st of a known month, the first day of a
 * year alone.
 */
static inline CalendarDate
birth_date_legal(BirthDate birth, BirthDateRule rule)
{
    CalendarDate date = birth_date_parts(birth);

    if (date.month == 0)
        date.month = date.year < CALENDAR_REFORM_YEAR && rule == BIRTH_DATE_APRIL ? 4 : 1;
    if (date.day == 0)
        date.day = 1;
    return date;
}

/*
 * RC6: the day number at whose end an age in years is complete: the day before
 * the birthday, 28 February for who was born on the 29th.
 */
static inline int32_t
birth_date_completes(BirthDate birth, BirthDateRule rule, int age)
{
    CalendarDate date = birth_date_legal(birth, rule);

    return calendar_day_number(date.year + age, date.month, date.day) - 1;
}

/*
 * RC6: the age in years complete at the end of a day, -1 before the legal day of
 * birth.
 */
static inline int
birth_date_age(BirthDate birth, BirthDateRule rule, int32_t day_number)
{
    CalendarDate born = birth_date_legal(birth, rule);
    CalendarDate next;

    if (day_number < calendar_day_number(born.year, born.month, born.day))
        return -1;
    /* complete at the end of the day before the birthday */
    next = calendar_date_of(day_number + 1);
    return next.year - born.year -
           (next.month < born.month || (next.month == born.month && next.day < born.day) ? 1 : 0);
}

/* RC6: the first day, as a day number, of the month after the age is complete. */
static inline int32_t
birth_date_first_month(BirthDate birth, BirthDateRule rule, int age)
{
    CalendarDate date = birth_date_legal(birth, rule);

    /* born on the 1st, the age is complete with the month before */
    return calendar_day_number(date.day > 1 && date.month == 12 ? date.year + age + 1
                                                                : date.year + age,
                               date.day > 1 ? date.month % 12 + 1 : date.month, 1);
}

/* Whether a number is a birth date that birth_date_read could have made. */
extern bool birth_date_valid(BirthDate birth);

/* Reads a birth date; see thai_date_read. */
extern CalendarProblem birth_date_read(const char *text, size_t length, BirthDate *birth,
                                       ThaiDateText *written);

/*
 * Writes a birth date at target, which has CALENDAR_TEXT_SIZE bytes, and ends it
 * with a zero byte; answers the length. The spelling is EDTF (1936-02-15,
 * 1947-07-XX, 1947-XX-XX), for a year alone before 2484 the Buddhist-era form
 * 00/00/2480 (DC2). birth_date_read reads it back as the same birth date.
 */
extern size_t birth_date_write(char *target, BirthDate birth);

#endif /* BIRTH_DATE_CORE_H */
