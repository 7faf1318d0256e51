/*
 * number.c
 *    Numbers as people read them, and amounts of baht counted exactly.
 */
#include "number.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Writes a whole number with commas between its thousands. */
void
number_with_commas(char *text, int64_t number)
{
    char digits[NUMBER_SIZE];
    int length = snprintf(digits, sizeof(digits), "%" PRIu64,
                          number < 0 ? -(uint64_t)number : (uint64_t)number);
    char *to = text;

    if (number < 0)
        *to++ = '-';
    for (int i = 0; i < length; i++)
    {
        if (i > 0 && (length - i) % 3 == 0)
            *to++ = ',';
        *to++ = digits[i];
    }
    *to = '\0';
}

/*
 * Reads an amount as the server writes a numeric of at most two decimals.
 * Parameters: text; satang (out). Answers false for anything else, and for
 * amounts beyond what 64 bits hold.
 */
bool
baht_parse(const char *text, int64_t *satang)
{
    bool is_negative = text[0] == '-';
    const char *from = is_negative ? text + 1 : text;
    size_t whole = strspn(from, "0123456789");
    const char *decimals = from[whole] == '.' ? from + whole + 1 : from + whole;
    size_t fraction = strspn(decimals, "0123456789");
    int64_t value = 0;

    if (whole == 0 || fraction > 2 || decimals[fraction] != '\0' ||
        (from[whole] == '.' && fraction == 0))
        return false;
    for (size_t i = 0; i < whole + 2; i++)
    {
        int digit = i < whole              ? from[i] - '0'
                    : i - whole < fraction ? decimals[i - whole] - '0'
                                           : 0;

        if (__builtin_mul_overflow(value, 10, &value) ||
            __builtin_add_overflow(value, digit, &value))
            return false;
    }
    *satang = is_negative ? -value : value;
    return true;
}

/* Writes an amount of satang as baht: 2,500.00. */
void
baht_with_commas(char *text, int64_t satang)
{
    uint64_t size = satang < 0 ? -(uint64_t)satang : (uint64_t)satang;
    char whole[NUMBER_SIZE - 8]; /* room for sign, point and satang */

    number_with_commas(whole, (int64_t)(size / 100));
    snprintf(text, NUMBER_SIZE, "%s%s.%02d", satang < 0 ? "-" : "", whole, (int)(size % 100));
}
