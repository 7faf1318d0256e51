/*
 * thai_text_core.c
 *    UTF-8 as Thai people type it. See thai_text_core.h.
 */
#include "thai_text_core.h"

#include <string.h>

#define SOFT_HYPHEN 0x00AD
#define SARA_AA 0x0E32
#define SARA_AM 0x0E33
#define SARA_E 0x0E40
#define SARA_AE 0x0E41
#define NIKHAHIT 0x0E4D

int
thai_decode(const char *text, const char *end, uint32_t *character)
{
    const unsigned char *byte = (const unsigned char *)text;
    ptrdiff_t left = end - text;
    uint32_t value;
    uint32_t smallest;
    int length;

    if (left <= 0)
        return 0;
    if (byte[0] < 0x80)
    {
        *character = byte[0];
        return 1;
    }
    if (byte[0] >= 0xC2 && byte[0] <= 0xDF)
    {
        length = 2;
        value = byte[0] & 0x1F;
        smallest = 0x80;
    }
    else if ((byte[0] & 0xF0) == 0xE0)
    {
        length = 3;
        value = byte[0] & 0x0F;
        smallest = 0x800;
    }
    else if (byte[0] >= 0xF0 && byte[0] <= 0xF4)
    {
        length = 4;
        value = byte[0] & 0x07;
        smallest = 0x10000;
    }
    else
        return 0;
    if (left < length)
        return 0;
    for (int i = 1; i < length; i++)
    {
        if ((byte[i] & 0xC0) != 0x80)
            return 0;
        value = (value << 6) | (byte[i] & 0x3F);
    }
    /* overlong forms, surrogates and what lies past Unicode's end */
    if (value < smallest || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
        return 0;
    *character = value;
    return length;
}

int
thai_encode(uint32_t character, char *target)
{
    if (character < 0x80)
    {
        target[0] = (char)character;
        return 1;
    }
    if (character < 0x800)
    {
        target[0] = (char)(0xC0 | (character >> 6));
        target[1] = (char)(0x80 | (character & 0x3F));
        return 2;
    }
    if (character < 0x10000)
    {
        target[0] = (char)(0xE0 | (character >> 12));
        target[1] = (char)(0x80 | ((character >> 6) & 0x3F));
        target[2] = (char)(0x80 | (character & 0x3F));
        return 3;
    }
    target[0] = (char)(0xF0 | (character >> 18));
    target[1] = (char)(0x80 | ((character >> 12) & 0x3F));
    target[2] = (char)(0x80 | ((character >> 6) & 0x3F));
    target[3] = (char)(0x80 | (character & 0x3F));
    return 4;
}

int
thai_digit_value(uint32_t character)
{
    if (character >= '0' && character <= '9')
        return (int)(character - '0');
    if (character >= THAI_DIGIT_ZERO && character <= THAI_DIGIT_ZERO + 9)
        return (int)(character - THAI_DIGIT_ZERO);
    if (character >= FULLWIDTH_DIGIT_ZERO && character <= FULLWIDTH_DIGIT_ZERO + 9)
        return (int)(character - FULLWIDTH_DIGIT_ZERO);
    return -1;
}

bool
thai_is_space(uint32_t character)
{
    switch (character)
    {
        case ' ':
        case '\t':
        case '\n':
        case '\v':
        case '\f':
        case '\r':
        case 0x0085: /* next line */
        case 0x00A0: /* no-break space */
        case 0x1680: /* ogham space mark */
        case 0x2028: /* line separator */
        case 0x2029: /* paragraph separator */
        case 0x202F: /* narrow no-break space */
        case 0x205F: /* medium mathematical space */
        case 0x3000: /* ideographic space */
            return true;
        default:
            return character >= 0x2000 && character <= 0x200A;
    }
}

bool
thai_is_dash(uint32_t character)
{
    switch (character)
    {
        case '-':
        case 0x00AD: /* soft hyphen */
        case 0x058A: /* armenian hyphen */
        case 0x2043: /* hyphen bullet */
        case 0x2053: /* swung dash */
        case 0x207B: /* superscript minus */
        case 0x208B: /* subscript minus */
        case 0x2212: /* minus sign */
        case 0x2E3A: /* two-em dash */
        case 0x2E3B: /* three-em dash */
        case 0x30FC: /* katakana prolonged sound mark, typed for a dash */
        case 0xFE58: /* small em dash */
        case 0xFE63: /* small hyphen-minus */
        case 0xFF0D: /* full-width hyphen-minus */
            return true;
        default:
            return character >= 0x2010 && character <= 0x2015;
    }
}

bool
thai_is_invisible(uint32_t character)
{
    switch (character)
    {
        case 0x034F: /* combining grapheme joiner */
        case 0x061C: /* arabic letter mark */
        case 0xFEFF: /* byte-order mark */
            return true;
        default:
            return (character >= 0x180B && character <= 0x180F) ||
                   (character >= 0x200B && character <= 0x200F) ||
                   (character >= 0x202A && character <= 0x202E) ||
                   (character >= 0x2060 && character <= 0x206F) ||
                   (character >= 0xFE00 && character <= 0xFE0F) ||
                   (character >= 0xE0000 && character <= 0xE0FFF);
    }
}

size_t
thai_convert_digits(const char *text, size_t length, uint32_t zero, char *target)
{
    const char *end = text + length;
    size_t written = 0;

    while (text < end)
    {
        char encoded[4];
        const char *source = text;
        uint32_t character;
        int size = thai_decode(text, end, &character);
        int digit = size > 0 ? thai_digit_value(character) : -1;

        text += size > 0 ? size : 1;
        size = (int)(text - source);
        if (digit >= 0)
        {
            size = thai_encode(zero + (uint32_t)digit, encoded);
            source = encoded;
        }
        if (target != NULL)
            memcpy(target + written, source, (size_t)size);
        written += (size_t)size;
    }
    return written;
}

/* The four tone marks, from MAI EK to MAI CHATTAWA. */
static bool
is_tone_mark(uint32_t character)
{
    return character >= 0x0E48 && character <= 0x0E4B;
}

/*
 * What stands over or under a consonant and is a vowel of Thai grammar, where
 * MAITAIKHU and NIKHAHIT count among the vowel signs.
 */
static bool
is_over_or_under_vowel(uint32_t character)
{
    return character == 0x0E31 || (character >= 0x0E34 && character <= 0x0E39) ||
           character == 0x0E47 || character == NIKHAHIT;
}

/* A soft hyphen shows only where a line happens to break. */
static bool
is_dropped(uint32_t character)
{
    return thai_is_invisible(character) || character == SOFT_HYPHEN;
}

/*
 * Writes the run of vowels and tone marks that begins at text: first its
 * vowels, then its tone marks. *target moves past them, *composes becomes true
 * when a NIKHAHIT is among them. Answers where the run ends.
 */
static const char *
sort_marks(const char *text, const char *end, char **target, bool *composes)
{
    const char *run_end = text;

    for (int tones = 0; tones <= 1; tones++)
    {
        const char *place = text;
        uint32_t character;
        int size;

        while ((size = thai_decode(place, end, &character)) > 0)
        {
            bool tone = is_tone_mark(character);

            if (!tone && !is_over_or_under_vowel(character) && !is_dropped(character))
                break;
            if (!is_dropped(character) && tone == (tones == 1))
                *target += thai_encode(character, *target);
            if (character == NIKHAHIT)
                *composes = true;
            place += size;
        }
        run_end = place;
    }
    return run_end;
}

/*
 * NIKHAHIT and SARA AA, with or without tone marks between, become the tone
 * marks and SARA AM. In place; answers the new end.
 */
static char *
compose_sara_am(char *text, char *end)
{
    char *written = text;
    uint32_t character;
    int size;

    while ((size = thai_decode(text, end, &character)) > 0)
    {
        if (character == NIKHAHIT)
        {
            char *tones = text + size;
            char *next = tones;
            int next_size;

            while ((next_size = thai_decode(next, end, &character)) > 0 && is_tone_mark(character))
                next += next_size;
            if (next_size > 0 && character == SARA_AA)
            {
                memmove(written, tones, (size_t)(next - tones));
                written += next - tones;
                written += thai_encode(SARA_AM, written);
                text = next + next_size;
                continue;
            }
        }
        memmove(written, text, (size_t)size);
        written += size;
        text += size;
    }
    return written;
}

/*
 * Tone marks after SARA AM go before it. In place, for both take three bytes;
 * the length stays.
 */
static void
move_tones_before_sara_am(char *text, char *end)
{
    uint32_t character;
    int size;

    while ((size = thai_decode(text, end, &character)) > 0)
    {
        char *written = text;

        text += size;
        if (character != SARA_AM)
            continue;
        while ((size = thai_decode(text, end, &character)) > 0 &&
               (character == SARA_AM || is_tone_mark(character)))
        {
            if (character != SARA_AM)
                written += thai_encode(character, written);
            text += size;
        }
        while (written < text)
            written += thai_encode(SARA_AM, written);
    }
}

bool
thai_normalise(const char *text, size_t length, char *target, size_t *target_length)
{
    const char *end = text + length;
    char *written = target;
    uint32_t previous = 0;
    bool space = false;
    bool composes = false;

    while (text < end)
    {
        uint32_t character;
        int size = thai_decode(text, end, &character);

        if (size == 0)
            return false;
        if (is_dropped(character))
        {
            text += size;
            continue;
        }
        if (thai_is_space(character))
        {
            space = written > target;
            text += size;
            continue;
        }
        if (space)
        {
            *written++ = ' ';
            previous = ' ';
            space = false;
        }
        if (is_tone_mark(character) || is_over_or_under_vowel(character))
        {
            text = sort_marks(text, end, &written, &composes);
            previous = 0;
            continue;
        }
        if (character == SARA_E && previous == SARA_E)
        {
            written -= size;
            character = SARA_AE;
        }
        else if (character == SARA_AM)
            composes = true;
        written += thai_encode(character, written);
        previous = character;
        text += size;
    }

    if (composes)
    {
        /* the first can bring a SARA AM next to tone marks that the second moves */
        written = compose_sara_am(target, written);
        move_tones_before_sara_am(target, written);
    }
    *target_length = (size_t)(written - target);
    return true;
}
