/*
 * thai_id_fuzz.c
 *    libFuzzer harness over thai_id_core.c: whatever is read and written out
 *    reads back as the same (RC1, DC5), and the check digit is the rule's.
 *
 * clang -g -O1 -fsanitize=fuzzer,address,undefined -Iextension \
 *     extension/fuzz/thai_id_fuzz.c extension/thai_id_core.c extension/thai_text_core.c
 */
#include <stdlib.h>
#include <string.h>

#include "thai_id_core.h"

#define MUST(condition)                                                                            \
    do                                                                                             \
    {                                                                                              \
        if (!(condition))                                                                          \
            abort();                                                                               \
    } while (0)

/* Reads size bytes of text and demands the ID wanted. */
static void
must_read(const char *text, size_t size, int64_t wanted)
{
    ThaiIdReading reading;

    MUST(thai_id_read(text, size, &reading) == THAI_ID_GOOD);
    MUST(reading.value == wanted);
}

/* RC1, from the digits as they are written. */
static int
check_digit_of_text(const char *digits)
{
    int sum = 0;

    for (int place = 0; place < THAI_ID_DIGITS - 1; place++)
        sum += (digits[place] - '0') * (THAI_ID_DIGITS - place);
    switch (sum % 11)
    {
        case 0:
            return 1;
        case 1:
            return 0;
        default:
            return 11 - sum % 11;
    }
}

/* What holds for every good ID. */
static void
check_good(int64_t value)
{
    char plain[THAI_ID_DIGITS];
    char dashed[THAI_ID_DASHED_LENGTH];
    char masked[THAI_ID_DASHED_LENGTH];

    MUST(thai_id_is_in_range(value) && thai_id_is_checked(value));
    thai_id_write(value, plain);
    must_read(plain, sizeof(plain), value);
    MUST(check_digit_of_text(plain) == plain[THAI_ID_DIGITS - 1] - '0');
    MUST(thai_id_first_digit(value) == plain[0] - '0');
    MUST(thai_id_third_digit(value) == plain[2] - '0');
    thai_id_write_dashed(value, dashed);
    must_read(dashed, sizeof(dashed), value);
    thai_id_write_masked(value, masked);
    MUST(memcmp(masked, "X-XXXX-XXXX", 11) == 0 && memcmp(masked + 11, dashed + 11, 6) == 0);
    for (int digit = 0; digit <= 9; digit++)
    {
        int64_t lookalike = thai_id_with_third_digit(value, digit);

        MUST(thai_id_is_in_range(lookalike) && thai_id_is_checked(lookalike));
        MUST((lookalike == value) == (digit == thai_id_third_digit(value)));
        plain[2] = (char)('0' + digit);
        must_read(plain, sizeof(plain), lookalike);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    ThaiIdReading reading;
    ThaiIdReading gathered;
    ThaiIdVerdict verdict = thai_id_read(text, size, &reading);
    bool clean = thai_id_gather(text, size, &gathered);

    MUST(clean == (verdict != THAI_ID_STRANGE_CHARACTER));
    if (!clean)
        MUST(gathered.strange_at >= 1 && gathered.strange_at <= size);
    else
        MUST((gathered.digit_count == THAI_ID_DIGITS) == (verdict != THAI_ID_WRONG_LENGTH));
    if (verdict == THAI_ID_WRONG_CHECK_DIGIT)
    {
        /* the digit that the message names makes it right */
        int64_t mended = reading.value - reading.value % 10 + reading.check_digit_wanted;

        MUST(mended != reading.value && !thai_id_is_checked(reading.value));
        check_good(mended);
    }
    if (verdict == THAI_ID_GOOD)
    {
        MUST(gathered.value == reading.value);
        check_good(reading.value);
    }

    /* the same bytes as the eight of a binary value */
    if (size == sizeof(int64_t))
    {
        int64_t value;

        memcpy(&value, data, sizeof(value));
        if (thai_id_is_in_range(value))
            check_good(value - value % 10 + thai_id_wanted_check_digit(value / 10));
    }
    return 0;
}
