/*
 * thai_text_fuzz.c
 *    libFuzzer harness over thai_text_core.c: normalised text stays as it is,
 *    holds nothing that a rule of RC10 would change, and digits go there and back.
 *
 * clang -g -O1 -fsanitize=fuzzer,address,undefined -Iextension \
 *     extension/fuzz/thai_text_fuzz.c extension/thai_text_core.c
 */
#include <stdlib.h>
#include <string.h>

#include "thai_text_core.h"

#define MUST(condition)                                                                            \
    do                                                                                             \
    {                                                                                              \
        if (!(condition))                                                                          \
            abort();                                                                               \
    } while (0)

static bool
is_tone(uint32_t character)
{
    return character >= 0x0E48 && character <= 0x0E4B;
}

static bool
is_vowel(uint32_t character)
{
    return character == 0x0E31 || (character >= 0x0E34 && character <= 0x0E39) ||
           character == 0x0E47 || character == 0x0E4D;
}

/* Demands that no rule of RC10 applies anywhere in the text. */
static void
must_be_normal(const char *text, size_t length)
{
    const char *end = text + length;
    uint32_t previous = ' ';
    /* before the tone marks just passed */
    uint32_t base = 0;

    while (text < end)
    {
        uint32_t character;
        char encoded[4];
        int size = thai_decode(text, end, &character);

        MUST(size > 0);
        MUST(thai_encode(character, encoded) == size && memcmp(encoded, text, (size_t)size) == 0);
        MUST(!thai_is_invisible(character) && character != 0x00AD);
        MUST(!thai_is_space(character) || (character == ' ' && previous != ' '));
        MUST(!(character == 0x0E40 && previous == 0x0E40));
        MUST(!(is_vowel(character) && is_tone(previous)));
        MUST(!(is_tone(character) && previous == 0x0E33));
        MUST(!(character == 0x0E32 && base == 0x0E4D));
        if (!is_tone(character))
            base = character;
        previous = character;
        text += size;
    }
    MUST(length == 0 || previous != ' ');
}

/* Converts into memory of exactly the measured size. */
static char *
convert(const char *text, size_t length, uint32_t zero, size_t *size)
{
    char *result;

    *size = thai_convert_digits(text, length, zero, NULL);
    result = malloc(*size > 0 ? *size : 1);
    MUST(result != NULL);
    MUST(thai_convert_digits(text, length, zero, result) == *size);
    return result;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    char *once = malloc(size > 0 ? size : 1);
    size_t once_length = 0;
    size_t thai_length;
    size_t arabic_length;
    size_t back_length;
    char *thai = convert(text, size, THAI_DIGIT_ZERO, &thai_length);
    char *arabic = convert(text, size, '0', &arabic_length);
    char *back = convert(thai, thai_length, '0', &back_length);

    MUST(once != NULL);
    MUST(thai_length <= 3 * size && arabic_length <= size);
    if (thai_normalise(text, size, once, &once_length))
    {
        char *twice = malloc(once_length > 0 ? once_length : 1);
        size_t twice_length = 0;

        MUST(twice != NULL && once_length <= size);
        must_be_normal(once, once_length);
        MUST(thai_normalise(once, once_length, twice, &twice_length));
        MUST(twice_length == once_length && memcmp(once, twice, once_length) == 0);
        /* in valid UTF-8 the script of the digits is all that differs */
        MUST(back_length == arabic_length && memcmp(back, arabic, arabic_length) == 0);
        free(twice);
    }
    free(once);
    free(thai);
    free(arabic);
    free(back);
    return 0;
}
