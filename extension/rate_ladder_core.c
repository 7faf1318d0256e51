/*
 * rate_ladder_core.c
 *    Rate ladders as text. See rate_ladder_core.h.
 */
#include "rate_ladder_core.h"
#include "thai_text_core.h"

typedef struct Scanner
{
    const char *text;
    const char *cursor;
    const char *end;
    LadderError *error;
} Scanner;

/*
 * The character at the cursor, full-width forms as their ASCII ones; its bytes,
 * or 0 at the end of the text and where it is not UTF-8.
 */
static int
look(const Scanner *scanner, uint32_t *character)
{
    int bytes = thai_decode(scanner->cursor, scanner->end, character);

    if (bytes == 0)
        *character = 0;
    else if (*character >= 0xFF01 && *character <= 0xFF5E)
        *character = *character - 0xFF01 + '!';
    return bytes;
}

static void
skip_spaces(Scanner *scanner)
{
    uint32_t character;
    int bytes;

    while ((bytes = look(scanner, &character)) > 0 &&
           (thai_is_space(character) || thai_is_invisible(character)))
        scanner->cursor += bytes;
}

/* Fills the error with a problem at place, length bytes long; answers false. */
static bool
refuse(Scanner *scanner, LadderProblem problem, const char *place, int length)
{
    uint32_t character;

    scanner->error->problem = problem;
    scanner->error->found = place;
    scanner->error->found_length = length;
    scanner->error->character = 1;
    for (const char *cursor = scanner->text; cursor < place;)
    {
        int bytes = thai_decode(cursor, place, &character);

        cursor += bytes > 0 ? bytes : 1;
        scanner->error->character++;
    }
    return false;
}

/* The same for what stands at the cursor. */
static bool
refuse_here(Scanner *scanner, LadderProblem problem)
{
    uint32_t character;
    int bytes = look(scanner, &character);

    if (bytes == 0 && scanner->cursor < scanner->end)
        bytes = 1;
    return refuse(scanner, problem, scanner->cursor, bytes);
}

/* Goes over a sign and the spaces around it. */
static bool
scan_sign(Scanner *scanner, char sign, LadderProblem problem)
{
    uint32_t character;
    int bytes;

    skip_spaces(scanner);
    bytes = look(scanner, &character);
    if (bytes == 0 || character != (uint32_t)sign)
        return refuse_here(scanner, problem);
    scanner->cursor += bytes;
    skip_spaces(scanner);
    return true;
}

/* No number of a ladder, in years or satang, reaches this. */
#define NUMBER_LIMIT (RATE_LADDER_MAX_SATANG + 1)

/* Reads digits on top of value, which stops growing at the limit; answers how many. */
static int
scan_digits(Scanner *scanner, int64_t *value)
{
    int count = 0;
    uint32_t character;
    int bytes;

    while ((bytes = look(scanner, &character)) > 0 && thai_digit_value(character) >= 0)
    {
        *value = *value * 10 + thai_digit_value(character);
        if (*value > NUMBER_LIMIT)
            *value = NUMBER_LIMIT;
        scanner->cursor += bytes;
        if (count < 3)
            count++;
    }
    return count;
}

/* Reads an amount of baht, with up to two decimals, as satang. */
static bool
scan_amount(Scanner *scanner, int64_t *satang)
{
    const char *start = scanner->cursor;
    int decimals = 0;
    uint32_t character;
    int bytes;

    *satang = 0;
    if (scan_digits(scanner, satang) == 0)
        return refuse_here(scanner, LADDER_PROBLEM_EXPECTED_AMOUNT);
    bytes = look(scanner, &character);
    if (bytes > 0 && character == '.')
    {
        scanner->cursor += bytes;
        decimals = scan_digits(scanner, satang);
        if (decimals == 0)
            return refuse_here(scanner, LADDER_PROBLEM_EXPECTED_DECIMALS);
        if (decimals > 2)
            return refuse(scanner, LADDER_PROBLEM_DECIMALS, start, (int)(scanner->cursor - start));
    }
    for (; decimals < 2; decimals++)
        *satang *= 10;
    return true;
}

bool
rate_ladder_add(RateSteps *steps, int32_t age, int64_t satang, LadderError *error)
{
    error->age = age;
    error->age_before = steps->count > 0 ? steps->from_age[steps->count - 1] : -1;
    if (age < 0 || age > RATE_LADDER_MAX_AGE)
        error->problem = LADDER_PROBLEM_AGE;
    else if (age <= error->age_before)
        error->problem = LADDER_PROBLEM_INCREASING;
    else if (satang < 0 || satang > RATE_LADDER_MAX_SATANG)
        error->problem = LADDER_PROBLEM_AMOUNT;
    else if (steps->count == RATE_LADDER_MAX_STEPS)
        error->problem = LADDER_PROBLEM_STEPS;
    else
    {
        steps->from_age[steps->count] = age;
        steps->satang[steps->count] = satang;
        steps->count++;
        return true;
    }
    return false;
}

bool
rate_ladder_parse(const char *text, size_t length, RateSteps *steps, LadderError *error)
{
    Scanner scanner = {text, text, text + length, error};

    steps->count = 0;
    skip_spaces(&scanner);
    for (;;)
    {
        const char *start = scanner.cursor;
        const char *age_end;
        const char *amount_start;
        int64_t age = 0;
        int64_t satang;

        if (scan_digits(&scanner, &age) == 0)
            return refuse_here(&scanner, LADDER_PROBLEM_EXPECTED_AGE);
        age_end = scanner.cursor;
        if (!scan_sign(&scanner, ':', LADDER_PROBLEM_EXPECTED_COLON))
            return false;
        amount_start = scanner.cursor;
        if (!scan_amount(&scanner, &satang))
            return false;
        if (age > RATE_LADDER_MAX_AGE)
            age = RATE_LADDER_MAX_AGE + 1;
        if (!rate_ladder_add(steps, (int32_t)age, satang, error))
        {
            if (error->problem == LADDER_PROBLEM_AMOUNT)
                return refuse(&scanner, error->problem, amount_start,
                              (int)(scanner.cursor - amount_start));
            return refuse(&scanner, error->problem, start, (int)(age_end - start));
        }
        skip_spaces(&scanner);
        if (scanner.cursor == scanner.end)
            return true;
        if (!scan_sign(&scanner, ',', LADDER_PROBLEM_EXPECTED_COMMA))
            return false;
    }
}

/* Writes a number, padded with zeros to at least width digits. */
static char *
put_number(char *cursor, int64_t number, int width)
{
    char digits[20];
    int count = 0;

    do
    {
        digits[count++] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0 || count < width);
    while (count > 0)
        *cursor++ = digits[--count];
    return cursor;
}

size_t
rate_ladder_format(int count, const int32_t *from_age, const int64_t *satang, char *target)
{
    char *cursor = target;

    for (int i = 0; i < count; i++)
    {
        if (i > 0)
            *cursor++ = ',';
        cursor = put_number(cursor, from_age[i], 1);
        *cursor++ = ':';
        cursor = put_number(cursor, satang[i] / 100, 1);
        if (satang[i] % 100 != 0)
        {
            *cursor++ = '.';
            cursor = put_number(cursor, satang[i] % 100, 2);
        }
    }
    *cursor = '\0';
    return (size_t)(cursor - target);
}
