/*
 * baht_text_fuzz.c
 *    libFuzzer harness of baht_text_core: a reader written for this test turns
 *    the words back into the digits they came from.
 *
 * From the top folder:
 *    clang -g -O1 -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all \
 *        -Iextension -o baht_text_fuzz extension/fuzz/baht_text_fuzz.c \
 *        extension/baht_text_core.c
 *    ./baht_text_fuzz -runs=5000000 -max_len=64
 */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "baht_text_core.h"

#define ENSURE(condition)                                                                          \
    do                                                                                             \
    {                                                                                              \
        if (!(condition))                                                                          \
            abort();                                                                               \
    } while (0)

/* A place in the words. */
typedef struct Words
{
    const char *at;
    const char *end;
} Words;

static int
take(Words *words, const char *word)
{
    size_t length = strlen(word);

    if ((size_t)(words->end - words->at) < length || memcmp(words->at, word, length) != 0)
        return 0;
    words->at += length;
    return 1;
}

/* Reads up to six digits' words; a digit without its unit ends the group. */
static int
read_group(Words *words)
{
    static const char *const digits[] = {"หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"};
    static const char *const units[] = {"แสน", "หมื่น", "พัน", "ร้อย", "สิบ"};
    static const int values[] = {100000, 10000, 1000, 100, 10};
    int group = 0;

    for (;;)
    {
        int digit = 0;
        int unit = -1;

        if (take(words, "เอ็ด"))
            return group + 1;
        if (take(words, "ยี่สิบ"))
        {
            group += 20;
            continue;
        }
        if (take(words, "สิบ"))
        {
            group += 10;
            continue;
        }
        for (int i = 0; i < 9 && digit == 0; i++)
            if (take(words, digits[i]))
                digit = i + 1;
        if (digit == 0)
            return group;
        for (int i = 0; i < 5 && unit < 0; i++)
            if (take(words, units[i]))
                unit = i;
        if (unit < 0)
            return group + digit;
        group += digit * values[unit];
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *digits = malloc(size + 1);
    char *words_text;
    char *expected = malloc(size + 8);
    char *found = malloc(size + 8);
    size_t count = size > 1 ? size - 1 : 0;
    size_t padded = (count + 5) / 6 * 6;
    int satang = size > 0 ? data[0] % 100 : 0;
    bool negative = size > 0 && data[0] >= 128;
    Words words;

    for (size_t i = 0; i < count; i++)
        digits[i] = (char)('0' + data[i + 1] % 10);
    words_text = malloc(baht_text_size(count));
    words.at = words_text;
    words.end = words_text + baht_text_write(words_text, negative, digits, count, satang);
    ENSURE((size_t)(words.end - words.at) <= baht_text_size(count));

    /* the digits in whole groups, and the groups that the words give, from the left */
    memset(expected, '0', padded);
    memcpy(expected + padded - count, digits, count);
    ENSURE(take(&words, "ลบ") == (negative ? 1 : 0));
    if (take(&words, "ศูนย์บาทถ้วน"))
    {
        ENSURE(satang == 0);
        for (size_t i = 0; i < padded; i++)
            ENSURE(expected[i] == '0');
    }
    else
    {
        Words start = words;

        /* the first reading is of the satang alone when สตางค์ follows it */
        int group = read_group(&words);

        if (take(&words, "สตางค์"))
        {
            ENSURE(group == satang && satang > 0);
            for (size_t i = 0; i < padded; i++)
                ENSURE(expected[i] == '0');
        }
        else
        {
            size_t groups = 0;

            words = start;
            do
            {
                group = read_group(&words);
                ENSURE(groups < padded / 6);
                for (int i = 5; i >= 0; i--, group /= 10)
                    found[groups * 6 + (size_t)i] = (char)('0' + group % 10);
                groups++;
            } while (take(&words, "ล้าน"));
            ENSURE(take(&words, "บาท"));

            /* no group stands in front of the words but groups of zeros */
            for (size_t i = 0; i < padded - groups * 6; i++)
                ENSURE(expected[i] == '0');
            ENSURE(memcmp(expected + padded - groups * 6, found, groups * 6) == 0);
            if (take(&words, "ถ้วน"))
                ENSURE(satang == 0);
            else
            {
                ENSURE(read_group(&words) == satang && satang > 0);
                ENSURE(take(&words, "สตางค์"));
            }
        }
    }
    ENSURE(words.at == words.end);

    free(digits);
    free(words_text);
    free(expected);
    free(found);
    return 0;
}
