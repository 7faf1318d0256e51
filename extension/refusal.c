/*
 * refusal.c
 *    How a refusal shows the place in a literal that it refuses. See refusal.h.
 */
#include "refusal.h"
#include "mb/pg_wchar.h"
#include "thai_text_core.h"

/* Bytes of a word after which a message cuts it. */
#define SHOWN_MAX 60

char *
refusal_found(const char *found, int length)
{
    uint32_t character;
    int shown;

    if (length == 0)
        return pstrdup(SAY("the end", "จุดสิ้นสุดของข้อความ"));
    if (thai_decode(found, found + length, &character) == length &&
        (character < ' ' || character == 0x7F || thai_is_invisible(character) ||
         (thai_is_space(character) && character != ' ')))
        return psprintf("U+%04X", (unsigned)character);
    shown = pg_mbcliplen(found, length, SHOWN_MAX);
    return psprintf("\"%.*s%s\"", shown, found, shown < length ? "…" : "");
}
