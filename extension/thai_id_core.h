/*
 * thai_id_core.h
 *    The 13-digit national ID: reading, check digit, spellings (RC1, DC5).
 *
 * Pure code: no server headers, no allocation, no errors raised.
 */
#ifndef THAI_ID_CORE_H
#define THAI_ID_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define THAI_ID_DIGITS 13
#define THAI_ID_LARGEST INT64_C(9999999999999)

/* Characters of 1-2345-67890-12-1, which the masked spelling has too. */
#define THAI_ID_DASHED_LENGTH 17

typedef enum
{
    THAI_ID_GOOD,
    THAI_ID_STRANGE_CHARACTER,
    THAI_ID_WRONG_LENGTH,
    THAI_ID_WRONG_CHECK_DIGIT
} ThaiIdVerdict;

/* What reading a text found; which members are set depends on the verdict. */
typedef struct
{
    int64_t value;          /* of the first 13 digits (of all, when fewer) */
    size_t digit_count;     /* digits found, of any script */
    uint32_t strange;       /* the first character that no ID has ... */
    size_t strange_at;      /* ... and its place in characters, from 1 */
    int check_digit_wanted; /* what the first twelve digits ask for */
} ThaiIdReading;

/*
 * Gathers the digits of a text (RC1, DC5): ASCII, Thai and full-width digits,
 * with any dash, space or invisible character among them. Answers false at any
 * other character, of which strange and strange_at are set; bytes that are not
 * UTF-8 count as U+FFFD. Does not judge the number of digits.
 */
extern bool thai_id_gather(const char *text, size_t length, ThaiIdReading *reading);

/* Reads a whole ID; value is an ID only when the verdict is THAI_ID_GOOD. */
extern ThaiIdVerdict thai_id_read(const char *text, size_t length, ThaiIdReading *reading);

/* The check digit (0-9) that twelve digits ask for, given as a number (RC1). */
extern int thai_id_wanted_check_digit(int64_t first_twelve);

/* Is the number within 0 .. THAI_ID_LARGEST? Leading zeros are implied. */
extern bool thai_id_is_in_range(int64_t value);

/* Is the last digit of a number in range the one its first twelve ask for? */
extern bool thai_id_is_checked(int64_t value);

/* Writes the 13 plain digits, without a terminating zero. */
extern void thai_id_write(int64_t value, char target[THAI_ID_DIGITS]);

/* Writes 1-2345-67890-12-1, without a terminating zero. */
extern void thai_id_write_dashed(int64_t value, char target[THAI_ID_DASHED_LENGTH]);

/* Writes X-XXXX-XXXX0-12-1: the last four digits show; no terminating zero. */
extern void thai_id_write_masked(int64_t value, char target[THAI_ID_DASHED_LENGTH]);

/* The first digit. */
extern int thai_id_first_digit(int64_t value);

/*
 * The number that has another digit (0-9) in the third place, whose weight 11
 * leaves the check digit as it is.
 */
extern int64_t thai_id_with_third_digit(int64_t value, int digit);
extern int thai_id_third_digit(int64_t value);

#endif /* THAI_ID_CORE_H */
