/*
 * baht_text_core.c
 *    Amounts of money in Thai words. See baht_text_core.h.
 *
 * Thai counts in groups of six digits: 1,000,000 is one ล้าน, and every further
 * group adds another ล้าน behind all that stands before it, so that 10^12 is
 * หนึ่งล้านล้าน.
 */
#include "baht_text_core.h"

#include <string.h>

/* More than the words of any six digits with their ล้าน: 156 bytes. */
#define GROUP_SIZE 160

/* More than ลบ, บาท, the satang and ถ้วน. */
#define FRAME_SIZE 128

static const char *const digit_words[10] = {"ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่",
                                            "ห้า",  "หก",  "เจ็ด", "แปด", "เก้า"};

/* The unit of a place, by its distance from the right inside a group of six. */
static const char *const place_words[6] = {"", "สิบ", "ร้อย", "พัน", "หมื่น", "แสน"};

static char *
append(char *at, const char *word)
{
    size_t length = strlen(word);

    memcpy(at, word, length);
    return at + length;
}

/* Writes digits in words; no digit other than zero means nothing is written. */
static char *
write_number(char *at, const char *digits, size_t count)
{
    bool started = false;

    for (size_t i = 0; i < count; i++)
    {
        size_t distance = count - 1 - i;
        size_t place = distance % 6;
        int digit = digits[i] - '0';

        if (digit != 0)
        {
            if (place == 1 && digit <= 2)
                at = append(at, digit == 2 ? "ยี่" : "");
            else if (place == 0 && digit == 1 && started)
                at = append(at, "เอ็ด");
            else
                at = append(at, digit_words[digit]);
            at = append(at, place_words[place]);
            started = true;
        }
        if (place == 0 && distance > 0 && started)
            at = append(at, "ล้าน");
    }
    return at;
}

size_t
baht_text_size(size_t digit_count)
{
    return (digit_count / 6 + 1) * GROUP_SIZE + FRAME_SIZE;
}

size_t
baht_text_write(char *target, bool negative, const char *digits, size_t digit_count, int satang)
{
    const char satang_digits[2] = {(char)('0' + satang / 10), (char)('0' + satang % 10)};
    char *at = target;
    char *number;

    if (negative)
        at = append(at, "ลบ");
    number = at;
    at = write_number(at, digits, digit_count);
    if (at != number)
        at = append(at, "บาท");
    else if (satang == 0)
        at = append(at, "ศูนย์บาท");

    if (satang == 0)
        at = append(at, "ถ้วน");
    else
    {
        at = write_number(at, satang_digits, 2);
        at = append(at, "สตางค์");
    }
    return (size_t)(at - target);
}
