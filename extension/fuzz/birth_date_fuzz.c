/*
 * birth_date_fuzz.c
 *    libFuzzer harness of birth_date_core: whatever is read as a birth date is
 *    valid, written and read back the same, and its ages agree with each other.
 *
 * From the top folder:
 *    clang -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all \
 *        -Iextension -o birth_date_fuzz extension/fuzz/birth_date_fuzz.c \
 *        extension/birth_date_core.c extension/calendar_core.c extension/thai_date_core.c \
 *        extension/thai_date_scan_core.c extension/thai_text_core.c
 *    ./birth_date_fuzz -runs=5000000 -max_len=200
 */
#include <stdlib.h>
#include <string.h>

#include "birth_date_core.h"

#define ENSURE(condition)                                                                          \
    do                                                                                             \
    {                                                                                              \
        if (!(condition))                                                                          \
            abort();                                                                               \
    } while (0)

/* Reads a text that must be this birth date. */
static void
check_reading(const char *text, size_t length, BirthDate birth)
{
    BirthDate again;
    ThaiDateText parts;

    ENSURE(birth_date_read(text, length, &again, &parts) == CALENDAR_FINE);
    ENSURE(again == birth);
}

static void
check_ages(BirthDate birth, BirthDateRule rule, int age)
{
    int32_t completes = birth_date_completes(birth, rule, age);
    int32_t month = birth_date_first_month(birth, rule, age);
    CalendarDate legal = birth_date_legal(birth, rule);
    CalendarDate first = calendar_date_of(month);
    CalendarDate last = calendar_date_of(completes);

    /* RC6: the month after that of the day on which the age is complete */
    ENSURE(first.day == 1);
    ENSURE(first.year * 12 + first.month == last.year * 12 + last.month + 1);
    if (age > 0)
    {
        ENSURE(birth_date_age(birth, rule, completes) == age);
        ENSURE(birth_date_age(birth, rule, completes - 1) == age - 1);
    }
    ENSURE(birth_date_age(birth, rule, calendar_day_number(legal.year, legal.month, legal.day)) ==
           0);
    ENSURE(birth_date_age(birth, rule,
                          calendar_day_number(legal.year, legal.month, legal.day) - 1) == -1);
}

/* What holds for every birth date. */
static void
check_birth(BirthDate birth, int age)
{
    CalendarDate date = birth_date_parts(birth);
    char written[CALENDAR_TEXT_SIZE];

    ENSURE(birth_date_valid(birth));
    check_reading(written, birth_date_write(written, birth), birth);
    ENSURE(strlen(written) == 10);
    for (int style = CALENDAR_LONG; style <= CALENDAR_NUMERIC_THAI; style++)
    {
        size_t length = calendar_write(written, (CalendarStyle)style, birth_date_be_year(birth),
                                       date.month, date.day, false);

        ENSURE(length < CALENDAR_TEXT_SIZE);
        check_reading(written, length, birth);
    }
    check_ages(birth, BIRTH_DATE_APRIL, age);
    check_ages(birth, BIRTH_DATE_JANUARY, age);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ThaiDateText parts;
    BirthDate birth;
    int age = size > 0 ? data[size - 1] % (BIRTH_DATE_OLDEST_AGE + 1) : 0;

    if (birth_date_read((const char *)data, size, &birth, &parts) == CALENDAR_FINE)
        check_birth(birth, age);

    /* the same bytes as birth_date_recv would get them, near the valid numbers too */
    if (size >= sizeof(birth))
    {
        memcpy(&birth, data, sizeof(birth));
        if (birth_date_valid(birth))
            check_birth(birth, age);
        birth =
            CALENDAR_FIRST_YEAR * 512 +
            (BirthDate)((uint32_t)birth % ((CALENDAR_LAST_YEAR - CALENDAR_FIRST_YEAR + 1) * 512));
        if (birth_date_valid(birth))
            check_birth(birth, age);
    }
    return 0;
}
