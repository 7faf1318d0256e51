/*
 * thai_date.c
 *    Answering people whose dates the calendar refuses. See thai_date.h.
 */
#include "thai_date.h"

#include "miscadmin.h"
#include "utils/datetime.h"

/* The headline of a date that has a day, month or year which does not exist. */
#define FIELD_OUT_OF_RANGE(value)                                                                  \
    (errcode(ERRCODE_DATETIME_FIELD_OVERFLOW),                                                     \
     errmsg(SAY("date field value out of range: \"%s\"", "ค่าวัน เดือน หรือปีไม่ถูกต้อง: \"%s\""), value))

/* The headline of a date outside the calendar. */
#define DATE_OUT_OF_RANGE(value)                                                                   \
    (errcode(ERRCODE_DATETIME_FIELD_OVERFLOW),                                                     \
     errmsg(SAY("date out of range: \"%s\"", "วันที่อยู่นอกช่วงที่รองรับ: \"%s\""), value))

/* The headline of a year given in the other era. */
#define WRONG_ERA(value)                                                                           \
    (errcode(ERRCODE_INVALID_DATETIME_FORMAT),                                                     \
     errmsg(SAY("wrong era in date: \"%s\"", "ศักราชของวันที่ไม่ถูกต้อง: \"%s\""), value))

/* Says how to write what was given with a year of the Christian era (DC3). */
static int
hint_christian_year(const ThaiDateText *written)
{
    char month[4] = "XX";
    char day[4] = "XX";

    if (written->year_digits != 4)
        return errhint(SAY("A date of the Christian era is written like 2026-10-01.",
                           "วันที่ในคริสต์ศักราชให้เขียนดังเช่น 2026-10-01"));
    if (written->month == 0 && written->year < CALENDAR_REFORM_YEAR)
        return errhint(SAY("Give the Buddhist-era year: 00/00/%04d for a birth from April on, "
                           "00/00/%04d for one up to March.",
                           "โปรดระบุปีพุทธศักราช: 00/00/%04d หากเกิดตั้งแต่เดือนเมษายน หรือ "
                           "00/00/%04d หากเกิดถึงเดือนมีนาคม"),
                       written->year + 543, written->year + 542);
    if (written->month > 0)
        snprintf(month, sizeof(month), "%02d", written->month % 100);
    if (written->day > 0)
        snprintf(day, sizeof(day), "%02d", written->day % 100);
    return errhint(SAY("If the Christian-era date is meant, write %04d-%s-%s.",
                       "หากหมายถึงคริสต์ศักราชให้เขียน %04d-%s-%s"),
                   written->year, month, day);
}

static bool
report_syntax(struct Node *context, ThaiDateKind kind, const char *value)
{
    if (kind == THAI_DATE_BIRTH)
        ereturn(context, false,
                (errcode(ERRCODE_INVALID_DATETIME_FORMAT),
                 errmsg(SAY("invalid input syntax for type %s: \"%s\"",
                            "รูปแบบของชนิด %s ไม่ถูกต้อง: \"%s\""),
                        "birth_date", value),
                 errhint(SAY("Write for example 15/02/2478, 15 ก.พ. 2478, 24780215 or 1936-02-15; "
                             "with unknown parts 00/07/2490, กรกฎาคม 2490, 00/00/2480, พ.ศ. 2480, "
                             "1947-07-XX or 1947-XX-XX.",
                             "เขียนได้ เช่น 15/02/2478, 15 ก.พ. 2478, 24780215 หรือ 1936-02-15 "
                             "หากไม่ทราบบางส่วนเขียน 00/07/2490, กรกฎาคม 2490, 00/00/2480, "
                             "พ.ศ. 2480, 1947-07-XX หรือ 1947-XX-XX"))));
    ereturn(context, false,
            (errcode(ERRCODE_INVALID_DATETIME_FORMAT),
             errmsg(SAY("invalid input syntax for a Thai date: \"%s\"", "รูปแบบวันที่ไม่ถูกต้อง: \"%s\""),
                    value),
             errhint(SAY("Write for example 1 ตุลาคม 2569, 1 ต.ค. 69, 01/10/2569, 25691001 or "
                         "2026-10-01.",
                         "เขียนได้ เช่น 1 ตุลาคม 2569, 1 ต.ค. 69, 01/10/2569, 25691001 หรือ "
                         "2026-10-01"))));
}

/* Years that the calendar does not have, and years of the other era. */
static bool
report_year(struct Node *context, const char *value, CalendarProblem problem,
            const ThaiDateText *written)
{
    switch (problem)
    {
        case CALENDAR_TOO_EARLY:
            ereturn(context, false,
                    (DATE_OUT_OF_RANGE(value),
                     errdetail(SAY("The Thai solar calendar starts on 1 April B.E. 2432 "
                                   "(1889-04-01).",
                                   "ปฏิทินสุริยคติไทยเริ่มวันที่ 1 เมษายน พ.ศ. 2432 (1889-04-01)"))));
        case CALENDAR_TOO_LATE:
            ereturn(context, false,
                    (DATE_OUT_OF_RANGE(value),
                     errdetail(SAY("Dates are taken up to 31 December B.E. 2700 (2157-12-31).",
                                   "รองรับถึงวันที่ 31 ธันวาคม พ.ศ. 2700 (2157-12-31)"))));
        case CALENDAR_YEAR_IS_CHRISTIAN:
            ereturn(context, false,
                    (WRONG_ERA(value),
                     errdetail(SAY("This form takes a year of the Buddhist era, and %d is read as "
                                   "one of the Christian era.",
                                   "รูปแบบนี้ใช้ปีพุทธศักราช แต่ %d เป็นปีคริสต์ศักราช"),
                               written->year),
                     hint_christian_year(written)));
        default: /* CALENDAR_YEAR_IS_BUDDHIST */
            ereturn(context, false,
                    (WRONG_ERA(value),
                     errdetail(SAY("The form YYYY-MM-DD takes a year of the Christian era, and %d "
                                   "is read as one of the Buddhist era.",
                                   "รูปแบบ YYYY-MM-DD ใช้ปีคริสต์ศักราช แต่ %d เป็นปีพุทธศักราช"),
                               written->year),
                     errhint(SAY("If the Buddhist-era date is meant, write %02d/%02d/%04d.",
                                 "หากหมายถึงพุทธศักราชให้เขียน %02d/%02d/%04d"),
                             written->day, written->month, written->year)));
    }
}

/* Says how the form YYYY-MM-DD leaves a part of a birth date open that was given as 00. */
static int
hint_unknown_part(ThaiDateKind kind, const ThaiDateText *written, int part)
{
    if (kind != THAI_DATE_BIRTH || !written->iso || part != 0)
        return 0;
    return errhint(SAY("In this form an unknown month or day is written XX.",
                       "ในรูปแบบนี้ให้เขียนเดือนหรือวันที่ไม่ทราบเป็น XX"));
}

/* Months and days that the calendar does not have. */
static bool
report_day(struct Node *context, ThaiDateKind kind, const char *value, CalendarProblem problem,
           const ThaiDateText *written)
{
    switch (problem)
    {
        case CALENDAR_NO_SUCH_MONTH:
            ereturn(context, false,
                    (FIELD_OUT_OF_RANGE(value),
                     errdetail(SAY("A month is 1 to 12, not %d.", "เดือนต้องเป็น 1 ถึง 12 ไม่ใช่ %d"),
                               written->month),
                     hint_unknown_part(kind, written, written->month)));
        case CALENDAR_NO_SUCH_DAY:
            ereturn(
                context, false,
                (FIELD_OUT_OF_RANGE(value),
                 errdetail(SAY("That month of that year has no day %d.", "เดือนและปีดังกล่าวไม่มีวันที่ %d"),
                           written->day),
                 hint_unknown_part(kind, written, written->day)));
        case CALENDAR_WRONG_WEEKDAY:
            ereturn(context, false,
                    (FIELD_OUT_OF_RANGE(value),
                     errdetail(SAY("That day is a วัน%s, not a วัน%s.", "วันดังกล่าวเป็นวัน%s ไม่ใช่วัน%s"),
                               calendar_weekday_names[written->true_weekday].text,
                               calendar_weekday_names[written->weekday].text)));
        default: /* CALENDAR_NEVER_EXISTED */
            ereturn(context, false,
                    (FIELD_OUT_OF_RANGE(value),
                     errdetail(SAY("January to March of B.E. 2483 never existed: the year began on "
                                   "1 April until then, and from B.E. 2484 on begins on 1 January.",
                                   "เดือนมกราคมถึงมีนาคม พ.ศ. 2483 ไม่มีอยู่จริง เพราะเดิมปีเริ่มวันที่ "
                                   "1 เมษายน และตั้งแต่ พ.ศ. 2484 ปีเริ่มวันที่ 1 มกราคม")),
                     kind == THAI_DATE_BIRTH
                         ? errhint(SAY("Either B.E. 2482 or B.E. 2484 is meant. The old system's "
                                       "manual told officers to enter 1 January for an unknown "
                                       "day: if that was done here, give 00/00/2483.",
                                       "ปีที่ถูกต้องคือ พ.ศ. 2482 หรือ พ.ศ. 2484 "
                                       "คู่มือระบบเดิมให้บันทึกวันที่ 1 มกราคม เมื่อไม่ทราบวันเกิด "
                                       "หากเป็นกรณีนี้ให้ระบุ 00/00/2483"))
                         : errhint(SAY("Either B.E. 2482 or B.E. 2484 is meant.",
                                       "ปีที่ถูกต้องคือ พ.ศ. 2482 หรือ พ.ศ. 2484"))));
    }
}

/* What is missing from a date, and what a birth date leaves open. */
static bool
report_unknown(struct Node *context, const char *value, CalendarProblem problem,
               const ThaiDateText *written)
{
    switch (problem)
    {
        case CALENDAR_INCOMPLETE:
            ereturn(context, false,
                    (errcode(ERRCODE_INVALID_DATETIME_FORMAT),
                     errmsg(SAY("incomplete date: \"%s\"", "วันที่ไม่ครบถ้วน: \"%s\""), value),
                     errdetail(SAY("The day or the month is missing.", "ขาดวันหรือเดือน")),
                     errhint(SAY("Only the type birth_date takes unknown parts.",
                                 "เฉพาะชนิด birth_date เท่านั้นที่รับวันที่ไม่ครบถ้วนได้"))));
        case CALENDAR_DAY_WITHOUT_MONTH:
            ereturn(context, false,
                    (errcode(ERRCODE_INVALID_DATETIME_FORMAT),
                     errmsg(SAY("birth date has a day without a month: \"%s\"",
                                "วันเกิดมีวันแต่ไม่มีเดือน: \"%s\""),
                            value),
                     errhint(written->iso ? SAY("Give the month, or write XX for the day too.",
                                                "โปรดระบุเดือน หรือเขียนวันเป็น XX ด้วย")
                                          : SAY("Give the month, or write 00 for the day too.",
                                                "โปรดระบุเดือน หรือเขียนวันเป็น 00 ด้วย"))));
        case CALENDAR_TWO_DIGIT_YEAR:
            ereturn(
                context, false,
                (errcode(ERRCODE_INVALID_DATETIME_FORMAT),
                 errmsg(SAY("year of birth has two digits only: \"%s\"", "ปีเกิดมีเพียงสองหลัก: \"%s\""),
                        value),
                 errhint(SAY("Write all four digits: 24%02d or 25%02d.",
                             "โปรดเขียนให้ครบสี่หลัก: 24%02d หรือ 25%02d"),
                         written->year, written->year)));
        default: /* CALENDAR_YEAR_LIES_IN_TWO */
            ereturn(context, false,
                    (errcode(ERRCODE_INVALID_DATETIME_FORMAT),
                     errmsg(SAY("year of birth lies in two Buddhist-era years: \"%s\"",
                                "ปีเกิดคาบเกี่ยวสองปีพุทธศักราช: \"%s\""),
                            value),
                     errdetail(SAY("Until B.E. 2483 the year began on 1 April: %d is B.E. %d up to "
                                   "March and B.E. %d from April on.",
                                   "จนถึง พ.ศ. 2483 ปีเริ่มวันที่ 1 เมษายน: ค.ศ. %d คือ พ.ศ. %d "
                                   "ถึงเดือนมีนาคม และ พ.ศ. %d ตั้งแต่เดือนเมษายน"),
                               written->year, written->year + 542, written->year + 543),
                     errhint(SAY("Give the Buddhist-era year, for example 00/00/%04d.",
                                 "โปรดระบุปีพุทธศักราช เช่น 00/00/%04d"),
                             written->year + 543)));
    }
}

bool
thai_date_report(struct Node *context, ThaiDateKind kind, const char *value,
                 CalendarProblem problem, const ThaiDateText *written)
{
    switch (problem)
    {
        case CALENDAR_FINE:
            return true;
        case CALENDAR_TOO_EARLY:
        case CALENDAR_TOO_LATE:
        case CALENDAR_YEAR_IS_CHRISTIAN:
        case CALENDAR_YEAR_IS_BUDDHIST:
            return report_year(context, value, problem, written);
        case CALENDAR_NO_SUCH_MONTH:
        case CALENDAR_NO_SUCH_DAY:
        case CALENDAR_WRONG_WEEKDAY:
        case CALENDAR_NEVER_EXISTED:
            return report_day(context, kind, value, problem, written);
        case CALENDAR_INCOMPLETE:
        case CALENDAR_DAY_WITHOUT_MONTH:
        case CALENDAR_TWO_DIGIT_YEAR:
        case CALENDAR_YEAR_LIES_IN_TWO:
            return report_unknown(context, value, problem, written);
        case CALENDAR_BAD_SYNTAX:
            break;
    }
    return report_syntax(context, kind, value);
}

/* Spells a day as ISO 8601 whatever DateStyle says. */
static const char *
iso_spelling(DateADT day)
{
    char *spelling = palloc(MAXDATELEN + 1);
    struct pg_tm parts;

    if (DATE_NOT_FINITE(day))
        EncodeSpecialDate(day, spelling);
    else
    {
        j2date(day + POSTGRES_EPOCH_JDATE, &parts.tm_year, &parts.tm_mon, &parts.tm_mday);
        EncodeDateOnly(&parts, USE_ISO_DATES, spelling);
    }
    return spelling;
}

static pg_noinline void
refuse_day(DateADT day)
{
    bool early = day < CALENDAR_FIRST_DAY;

    thai_date_report(NULL, THAI_DATE_WHOLE, iso_spelling(day),
                     early ? CALENDAR_TOO_EARLY : CALENDAR_TOO_LATE, NULL);
}

CalendarDate
thai_date_checked(DateADT day)
{
    if (unlikely(day < CALENDAR_FIRST_DAY || day > CALENDAR_LAST_DAY))
        refuse_day(day);
    return calendar_date_of(day);
}

CalendarStyle
thai_date_style(const text *name)
{
    CalendarStyle style;

    if (!calendar_read_style(VARDATA_ANY(name), VARSIZE_ANY_EXHDR(name), &style))
        ereport(ERROR,
                (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                 errmsg(SAY("unknown date style: \"%s\"", "ไม่รู้จักรูปแบบวันที่: \"%s\""),
                        text_to_cstring(name)),
                 errhint(SAY("The styles are %s.", "รูปแบบที่ใช้ได้คือ %s"),
                         "'long' (1 ตุลาคม 2569), 'long_thai' (๑ ตุลาคม ๒๕๖๙), 'short' (1 ต.ค. 69), "
                         "'numeric' (01/10/2569), 'numeric_thai' (๐๑/๑๐/๒๕๖๙)")));
    return style;
}

text *
thai_date_text(CalendarStyle style, int be_year, int month, int day, bool two_digit_year)
{
    text *result = (text *)palloc(VARHDRSZ + CALENDAR_TEXT_SIZE);

    SET_VARSIZE(result, VARHDRSZ + calendar_write(VARDATA(result), style, be_year, month, day,
                                                  two_digit_year));
    return result;
}
