/*
 * thai_text_core.h
 *    UTF-8 as Thai people type it: digits of three scripts, many dashes and
 *    spaces, invisible characters, vowels and tone marks in any order.
 *
 * Pure code: no server headers, no allocation, no errors raised.
 */
#ifndef THAI_TEXT_CORE_H
#define THAI_TEXT_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define THAI_DIGIT_ZERO 0x0E50
#define FULLWIDTH_DIGIT_ZERO 0xFF10

/*
 * Decodes one character of [text, end) into *character; answers its length in
 * bytes, 0 at the end or where the bytes are not valid UTF-8.
 */
extern int thai_decode(const char *text, const char *end, uint32_t *character);

/* Writes one character as UTF-8 (at most 4 bytes); answers its length. */
extern int thai_encode(uint32_t character, char *target);

/* Value 0-9 of an ASCII, Thai or full-width digit, -1 for anything else. */
extern int thai_digit_value(uint32_t character);

extern bool thai_is_space(uint32_t character);
extern bool thai_is_dash(uint32_t character);

/* Zero-width and formatting characters that a reader cannot see. */
extern bool thai_is_invisible(uint32_t character);

/*
 * Rewrites every ASCII, Thai and full-width digit of [text, text + length) in
 * the script whose zero is given; everything else, broken bytes included, is
 * copied as it is. Answers the length in bytes of the result; with target NULL
 * it only measures (at most three bytes for each of text).
 */
extern size_t thai_convert_digits(const char *text, size_t length, uint32_t zero, char *target);

/*
 * Brings [text, text + length) to the one spelling of what a reader sees (RC10):
 * vowels and tone marks in their order, SARA AM and SARA AE in one piece, nothing
 * invisible, one plain space between words. What is normalised already is left
 * as it is. Takes time proportional to length.
 *
 * target holds at least length bytes and does not overlap text. Answers false,
 * with nothing useful in target, where text is not valid UTF-8.
 */
extern bool thai_normalise(const char *text, size_t length, char *target, size_t *target_length);

#endif /* THAI_TEXT_CORE_H */
