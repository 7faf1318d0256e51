/*
 * thai_date.h
 *    Answering people whose dates the calendar refuses.
 */
#ifndef THAI_DATE_H
#define THAI_DATE_H

#include "welfare.h"

#include "utils/date.h"

#include "thai_date_core.h"

/*
 * Reports why a written date was refused, with the value and what to write
 * instead. Soft when context allows it; answers false then.
 */
extern bool thai_date_report(struct Node *context, ThaiDateKind kind, const char *value,
                             CalendarProblem problem, const ThaiDateText *written);

/* Refuses a date that the Thai solar calendar does not have, infinity included (RC3). */
extern CalendarDate thai_date_checked(DateADT day);

/* The style named by a function's argument; raises for any other text. */
extern CalendarStyle thai_date_style(const text *name);

/* Writes a date of the Buddhist era as a text; see calendar_write. */
extern text *thai_date_text(CalendarStyle style, int be_year, int month, int day,
                            bool two_digit_year);

#endif /* THAI_DATE_H */
