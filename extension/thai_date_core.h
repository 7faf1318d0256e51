/*
 * thai_date_core.h
 *    Reading a date as Thai people and Thai files write it (RC10, DC3), whole
 *    or, for a birth date, with unknown parts (RC5).
 *
 * Read are, in ASCII, Thai or full-width digits:
 *    1 ตุลาคม 2569, 1 ต.ค. 69, วันพฤหัสบดีที่ 1 เดือน ตุลาคม พ.ศ. 2569
 *    01/10/2569, 1/10/69, 25691001      (Buddhist era)
 *    2026-10-01                         (Christian era, as ISO 8601)
 * and for a birth date, with the year always of four digits:
 *    กรกฎาคม 2490, พ.ศ. 2480, 00/07/2490, 00/00/2480, 24900700, 24800000
 *    1947-07-XX, 1947-XX-XX             (as EDTF, ISO 8601-2)
 *
 * Pure code: no server headers, no allocation, no errors raised.
 */
#ifndef THAI_DATE_CORE_H
#define THAI_DATE_CORE_H

#include "calendar_core.h"

/* What kind of date a reader expects. */
typedef enum
{
    THAI_DATE_WHOLE, /* day, month and year; two digits of a year are 25yy */
    THAI_DATE_BIRTH  /* day, or day and month, may be unknown; years have four digits */
} ThaiDateKind;

/* A date as it was written, before the calendar looked at it. */
typedef struct ThaiDateText
{
    int day;             /* 0: unknown or not given */
    int month;           /* 0: unknown or not given */
    int year;            /* as written */
    int year_digits;     /* 2 or 4; 0 before the year was reached */
    int weekday;         /* Sunday is 0; -1: not given */
    int true_weekday;    /* of the day, when that is not the one given */
    bool iso;            /* YYYY-MM-DD: the year is of the Christian era */
    bool says_christian; /* ค.ศ. stands before the year */
} ThaiDateText;

/*
 * Splits length bytes of text into the parts of a date as they stand; answers
 * CALENDAR_BAD_SYNTAX for any other text, and refuses a zero where the form has
 * none.
 */
extern CalendarProblem thai_date_scan(const char *text, size_t length, ThaiDateText *written);

/*
 * Reads a date of the given kind from length bytes of text.
 *
 * Answers CALENDAR_FINE and sets *date, in the Christian era; or says why not.
 * *written is what stood there, for the message. A birth date's unknown day and
 * month are 0; a year alone becomes be_year - 543, whatever the year (RC5).
 */
extern CalendarProblem thai_date_read(const char *text, size_t length, ThaiDateKind kind,
                                      CalendarDate *date, ThaiDateText *written);

#endif /* THAI_DATE_CORE_H */
