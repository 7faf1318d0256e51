/*
 * calendar_fuzz.c
 *    libFuzzer harness of calendar_core and thai_date_core: whatever is read as a
 *    date must be a day of the calendar, and be read back the same from every
 *    style in which it is written.
 *
 * From the top folder:
 *    clang -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all \
 *        -Iextension -o calendar_fuzz extension/fuzz/calendar_fuzz.c \
 *        extension/calendar_core.c extension/thai_date_core.c \
 *        extension/thai_date_scan_core.c extension/thai_text_core.c
 *    ./calendar_fuzz -runs=5000000 -max_len=200
 */
#include <stdlib.h>
#include <string.h>

#include "thai_date_core.h"

#define ENSURE(condition)                                                                          \
    do                                                                                             \
    {                                                                                              \
        if (!(condition))                                                                          \
            abort();                                                                               \
    } while (0)

/* Reads back what a style writes for a date. */
static void
check_style(CalendarStyle style, CalendarDate date)
{
    char written[CALENDAR_TEXT_SIZE];
    size_t length = calendar_write(written, style, calendar_be_year(date.year, date.month),
                                   date.month, date.day, true);
    ThaiDateText parts;
    CalendarDate again;

    ENSURE(length < CALENDAR_TEXT_SIZE);
    ENSURE(thai_date_read(written, length, THAI_DATE_WHOLE, &again, &parts) == CALENDAR_FINE);
    ENSURE(again.year == date.year && again.month == date.month && again.day == date.day);
}

/* What holds for every date. */
static void
check_date(CalendarDate date)
{
    int32_t number = calendar_day_number(date.year, date.month, date.day);
    CalendarDate again = calendar_date_of(number);
    CalendarDate from_be;

    ENSURE(number >= CALENDAR_FIRST_DAY && number <= CALENDAR_LAST_DAY);
    ENSURE(again.year == date.year && again.month == date.month && again.day == date.day);
    ENSURE(calendar_from_be(calendar_be_year(date.year, date.month), date.month, date.day,
                            &from_be) == CALENDAR_FINE);
    ENSURE(from_be.year == date.year);
    for (int style = CALENDAR_LONG; style <= CALENDAR_NUMERIC_THAI; style++)
        check_style((CalendarStyle)style, date);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ThaiDateText parts;
    CalendarDate date;
    CalendarStyle style;
    int32_t number;

    if (thai_date_read((const char *)data, size, THAI_DATE_WHOLE, &date, &parts) == CALENDAR_FINE)
        check_date(date);
    (void)calendar_read_style((const char *)data, size, &style);

    /* the same bytes as a day number */
    if (size >= sizeof(number))
    {
        memcpy(&number, data, sizeof(number));
        number = (int32_t)((uint32_t)number % (CALENDAR_LAST_DAY - CALENDAR_FIRST_DAY + 1)) +
                 CALENDAR_FIRST_DAY;
        date = calendar_date_of(number);
        ENSURE(calendar_day_number(date.year, date.month, date.day) == number);
        check_date(date);
    }
    return 0;
}
