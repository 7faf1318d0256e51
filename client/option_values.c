/*
 * option_values.c
 *    Values of options: each is taken, or refused with the reason.
 */
#include "option_values.h"

#include "language.h"
#include "message.h"

#include <stdlib.h>
#include <string.h>

enum
{
    CHUNK_DIGITS = 9,
    NUMBER_DIGITS = 9
};

static bool
refuse_format(const char *text, const char *hint)
{
    message_error(SAY("unknown format \"%s\"", "ไม่รู้จักรูปแบบ \"%s\""), text);
    message_hint("%s", hint);
    return false;
}

/* Takes the format of a report. Parameters: as typed; format (out). */
bool
option_format(const char *text, OutputFormat *format)
{
    if (strcmp(text, "table") == 0)
        *format = FORMAT_TABLE;
    else if (strcmp(text, "csv") == 0)
        *format = FORMAT_CSV;
    else
        return refuse_format(text, SAY("Formats are table and csv.", "รูปแบบที่ใช้ได้คือ table และ csv"));
    return true;
}

/* Takes the formats of a file of transfers, commas between them. Parameters: as typed; PAYFILE_…
 * bits (out). */
bool
option_payfile_kinds(const char *text, unsigned *kinds)
{
    static const char *const names[] = {"pain.001", "csv"};
    static const unsigned bits[] = {PAYFILE_PAIN001, PAYFILE_CSV};
    const char *from = text;

    *kinds = 0;
    for (;;)
    {
        size_t size = strcspn(from, ",");
        unsigned found = 0;

        for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
        {
            if (strlen(names[i]) == size && strncmp(from, names[i], size) == 0)
                found = bits[i];
        }
        if (found == 0)
            return refuse_format(text, SAY("Formats are pain.001 and csv, or both: pain.001,csv.",
                                           "รูปแบบที่ใช้ได้คือ pain.001 และ csv หรือทั้งสอง: pain.001,csv"));
        *kinds |= found;
        if (from[size] == '\0')
            return true;
        from += size + 1;
    }
}

static bool
is_whole_number(const char *text, size_t digits)
{
    size_t size = strlen(text);

    return size > 0 && size <= digits && strspn(text, "0123456789") == size &&
           strtol(text, NULL, 10) > 0;
}

/* Takes the rows of a chunk: digits only, so that no unit or sign is guessed at. */
bool
option_chunk(const char *text, long *rows)
{
    if (is_whole_number(text, CHUNK_DIGITS))
    {
        *rows = strtol(text, NULL, 10);
        return true;
    }
    message_error(SAY("\"%s\" is no number of rows for a chunk", "\"%s\" มิใช่จำนวนแถวของชุด"), text);
    message_hint("%s", SAY("Give a whole number from 1 to 999999999, such as --chunk=10000.",
                           "ให้ระบุจำนวนเต็มตั้งแต่ 1 ถึง 999999999 เช่น --chunk=10000"));
    return false;
}

/* Sees that a value is the number of something. Parameters: option as typed; its value. */
bool
option_number(const char *option, const char *text)
{
    if (is_whole_number(text, NUMBER_DIGITS))
        return true;
    message_error(SAY("\"%s\" of option \"%s\" is no whole number from 1 to 999999999",
                      "\"%s\" ของตัวเลือก \"%s\" มิใช่จำนวนเต็มตั้งแต่ 1 ถึง 999999999"),
                  text, option);
    return false;
}
