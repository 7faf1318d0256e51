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

#endif /* THAI_TEXT_CORE_H */
