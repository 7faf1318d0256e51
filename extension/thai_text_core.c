/*
 * thai_text_core.c
 *    UTF-8 as Thai people type it. See thai_text_core.h.
 */
#include "thai_text_core.h"

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
        case 0x180E: /* mongolian vowel separator */
        case 0xFEFF: /* byte-order mark */
            return true;
        default:
            return (character >= 0x200B && character <= 0x200F) ||
                   (character >= 0x202A && character <= 0x202E) ||
                   (character >= 0x2060 && character <= 0x206F) ||
                   (character >= 0xFE00 && character <= 0xFE0F);
    }
}
