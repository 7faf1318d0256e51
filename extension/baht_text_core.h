/*
 * baht_text_core.h
 *    Amounts of money in Thai words (RC10, DC4).
 *
 * Pure code: no server headers, no allocation, no errors raised.
 */
#ifndef BAHT_TEXT_CORE_H
#define BAHT_TEXT_CORE_H

#include <stdbool.h>
#include <stddef.h>

/* Bytes that always hold the words for an amount with so many digits of baht. */
extern size_t baht_text_size(size_t digit_count);

/*
 * Writes an amount in words at target, which has baht_text_size(digit_count)
 * bytes; answers the length. The baht are digit_count ASCII digits, leading
 * zeros allowed; the satang are 0 to 99.
 */
extern size_t baht_text_write(char *target, bool negative, const char *digits, size_t digit_count,
                              int satang);

#endif /* BAHT_TEXT_CORE_H */
