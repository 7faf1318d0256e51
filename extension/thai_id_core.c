/*
 * thai_id_core.c
 *    The 13-digit national ID. See thai_id_core.h.
 */
#include "thai_id_core.h"

#include "thai_text_core.h"

#define REPLACEMENT_CHARACTER 0xFFFD

/* Place values of the first and of the third of 13 digits. */
#define FIRST_PLACE INT64_C(1000000000000)
#define THIRD_PLACE INT64_C(10000000000)

/* The check digit that a weighted sum asks for: remainder 0 gives 1, and 1 gives 0. */
static int
check_digit_of_sum(unsigned int sum)
{
    return (int)((11 - sum % 11) % 10);
}

/*
 * Thirteen ASCII digits and nothing else, as every file and client writes them:
 * loading is measured against bigint. Answers false for any other text.
 */
static bool
read_plain(const char *text, size_t length, ThaiIdReading *reading)
{
    int64_t value = 0;
    unsigned int last;
    /* adding up the running sum gives the first digit weight 12 and the twelfth 1 */
    unsigned int running = 0;
    unsigned int sum = 0;

    if (length != THAI_ID_DIGITS)
        return false;
    for (int place = 0; place < THAI_ID_DIGITS - 1; place++)
    {
        unsigned int digit = (unsigned int)(unsigned char)text[place] - '0';

        if (digit > 9)
            return false;
        value = value * 10 + digit;
        running += digit;
        sum += running;
    }
    last = (unsigned int)(unsigned char)text[THAI_ID_DIGITS - 1] - '0';
    if (last > 9)
        return false;
    /* once more makes the weights 13 to 2 */
    sum += running;
    reading->value = value * 10 + last;
    reading->digit_count = THAI_ID_DIGITS;
    reading->check_digit_wanted = check_digit_of_sum(sum);
    return true;
}

bool
thai_id_gather(const char *text, size_t length, ThaiIdReading *reading)
{
    const char *end = text + length;
    size_t place = 0;

    reading->value = 0;
    reading->digit_count = 0;
    while (text < end)
    {
        uint32_t character;
        int size = thai_decode(text, end, &character);
        int digit;

        place++;
        if (size == 0)
        {
            size = 1;
            character = REPLACEMENT_CHARACTER;
        }
        digit = thai_digit_value(character);
        if (digit >= 0)
        {
            if (reading->digit_count < THAI_ID_DIGITS)
                reading->value = reading->value * 10 + digit;
            reading->digit_count++;
        }
        else if (!thai_is_dash(character) && !thai_is_space(character) &&
                 !thai_is_invisible(character))
        {
            reading->strange = character;
            reading->strange_at = place;
            return false;
        }
        text += size;
    }
    return true;
}

ThaiIdVerdict
thai_id_read(const char *text, size_t length, ThaiIdReading *reading)
{
    if (!read_plain(text, length, reading))
    {
        if (!thai_id_gather(text, length, reading))
            return THAI_ID_STRANGE_CHARACTER;
        if (reading->digit_count != THAI_ID_DIGITS)
            return THAI_ID_WRONG_LENGTH;
        reading->check_digit_wanted = thai_id_wanted_check_digit(reading->value / 10);
    }
    return reading->value % 10 == reading->check_digit_wanted ? THAI_ID_GOOD
                                                              : THAI_ID_WRONG_CHECK_DIGIT;
}

int
thai_id_wanted_check_digit(int64_t first_twelve)
{
    unsigned int sum = 0;

    /* from the twelfth digit, of weight 2, to the first, of weight 13 */
    for (int weight = 2; weight <= THAI_ID_DIGITS; weight++)
    {
        sum += (unsigned int)(weight * (first_twelve % 10));
        first_twelve /= 10;
    }
    return check_digit_of_sum(sum);
}

bool
thai_id_is_in_range(int64_t value)
{
    return value >= 0 && value <= THAI_ID_LARGEST;
}

bool
thai_id_is_checked(int64_t value)
{
    return value % 10 == thai_id_wanted_check_digit(value / 10);
}

void
thai_id_write(int64_t value, char target[THAI_ID_DIGITS])
{
    for (int place = THAI_ID_DIGITS - 1; place >= 0; place--)
    {
        target[place] = (char)('0' + value % 10);
        value /= 10;
    }
}

void
thai_id_write_dashed(int64_t value, char target[THAI_ID_DASHED_LENGTH])
{
    static const char shape[THAI_ID_DASHED_LENGTH + 1] = "0-0000-00000-00-0";
    char plain[THAI_ID_DIGITS];
    int used = 0;

    thai_id_write(value, plain);
    for (int place = 0; place < THAI_ID_DASHED_LENGTH; place++)
        target[place] = shape[place] == '-' ? '-' : plain[used++];
}

void
thai_id_write_masked(int64_t value, char target[THAI_ID_DASHED_LENGTH])
{
    static const char shape[THAI_ID_DASHED_LENGTH + 1] = "X-XXXX-XXXX0-00-0";

    thai_id_write_dashed(value, target);
    for (int place = 0; place < THAI_ID_DASHED_LENGTH; place++)
        if (shape[place] == 'X')
            target[place] = 'X';
}

int
thai_id_first_digit(int64_t value)
{
    return (int)(value / FIRST_PLACE);
}

int
thai_id_third_digit(int64_t value)
{
    return (int)(value / THIRD_PLACE % 10);
}

int64_t
thai_id_with_third_digit(int64_t value, int digit)
{
    return value + (digit - thai_id_third_digit(value)) * THIRD_PLACE;
}
