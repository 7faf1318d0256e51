/*
 * facts_core.c
 *    What is known of a person. See facts_core.h.
 */
#include "facts_core.h"
#include "thai_text_core.h"

#include <string.h>

const char *
term_skip_spaces(const char *cursor, const char *end)
{
    uint32_t character;
    int bytes;

    while ((bytes = thai_decode(cursor, end, &character)) > 0 &&
           (thai_is_space(character) || thai_is_invisible(character)))
        cursor += bytes;
    return cursor;
}

int
term_word_length(const char *cursor, const char *end)
{
    const char *start = cursor;
    uint32_t character;
    int bytes;

    while ((bytes = thai_decode(cursor, end, &character)) > 0 && !thai_is_space(character) &&
           !thai_is_invisible(character) &&
           (character > 0x7F || strchr("{},!&|()", (int)character) == NULL))
        cursor += bytes;
    return (int)(cursor - start);
}

bool
term_refuse(TermError *error, TermProblem problem, TermExpectation expected, const char *text,
            const char *place, const char *end)
{
    uint32_t character;
    int bytes;

    error->problem = problem;
    error->expected = expected;
    error->found = place;
    error->found_length = term_word_length(place, end);
    if (error->found_length == 0 && place < end)
    {
        bytes = thai_decode(place, end, &character);
        error->found_length = bytes > 0 ? bytes : 1;
    }
    error->character = 1;
    for (const char *cursor = text; cursor < place; cursor += bytes)
    {
        bytes = thai_decode(cursor, place, &character);
        if (bytes == 0)
            bytes = 1;
        error->character++;
    }
    error->term = -1;
    return false;
}

bool
facts_parse(const char *text, size_t length, Facts *facts, TermError *error)
{
    const char *end = text + length;
    const char *cursor = term_skip_spaces(text, end);
    TermExpectation expected = EXPECTED_FACT_OR_END;

    facts->known_true = 0;
    facts->known_false = 0;
    if (cursor == end || *cursor != '{')
        return term_refuse(error, TERM_PROBLEM_EXPECTED, EXPECTED_OPENING_BRACE, text, cursor, end);
    cursor = term_skip_spaces(cursor + 1, end);
    while (expected != EXPECTED_FACT_OR_END || cursor == end || *cursor != '}')
    {
        bool held = true;
        int bytes;
        int term;
        uint64_t bit;

        if (cursor < end && *cursor == '!')
        {
            held = false;
            expected = EXPECTED_TERM;
            cursor = term_skip_spaces(cursor + 1, end);
        }
        bytes = term_word_length(cursor, end);
        if (bytes == 0)
            return term_refuse(error, TERM_PROBLEM_EXPECTED, expected, text, cursor, end);
        term = vocabulary_find(cursor, (size_t)bytes);
        if (term < 0)
            return term_refuse(error, TERM_PROBLEM_UNKNOWN, EXPECTED_TERM, text, cursor, end);
        bit = UINT64_C(1) << term;
        if ((held ? facts->known_false : facts->known_true) & bit)
        {
            term_refuse(error, TERM_PROBLEM_BOTH_WAYS, EXPECTED_TERM, text, cursor, end);
            error->term = term;
            return false;
        }
        if (held)
            facts->known_true |= bit;
        else
            facts->known_false |= bit;

        cursor = term_skip_spaces(cursor + bytes, end);
        if (cursor < end && *cursor == '}')
            break;
        if (cursor == end || *cursor != ',')
            return term_refuse(error, TERM_PROBLEM_EXPECTED, EXPECTED_COMMA_OR_BRACE, text, cursor,
                               end);
        expected = EXPECTED_FACT;
        cursor = term_skip_spaces(cursor + 1, end);
    }
    cursor = term_skip_spaces(cursor + 1, end);
    if (cursor < end)
        return term_refuse(error, TERM_PROBLEM_EXPECTED, EXPECTED_NOTHING, text, cursor, end);
    return true;
}

size_t
facts_format(Facts facts, char *target)
{
    char *cursor = target;

    *cursor++ = '{';
    for (int term = 0; term < eligibility_vocabulary_size; term++)
    {
        uint64_t bit = UINT64_C(1) << term;
        size_t length;

        if (((facts.known_true | facts.known_false) & bit) == 0)
            continue;
        if (cursor > target + 1)
            *cursor++ = ',';
        if (facts.known_false & bit)
            *cursor++ = '!';
        length = strlen(eligibility_vocabulary[term].name);
        memcpy(cursor, eligibility_vocabulary[term].name, length);
        cursor += length;
    }
    *cursor++ = '}';
    *cursor = '\0';
    return (size_t)(cursor - target);
}

bool
facts_are_valid(Facts facts)
{
    return ((facts.known_true | facts.known_false) & ~vocabulary_mask()) == 0 &&
           (facts.known_true & facts.known_false) == 0;
}

Facts
facts_merge(Facts earlier, Facts later)
{
    Facts merged;

    merged.known_true = (earlier.known_true & ~later.known_false) | later.known_true;
    merged.known_false = (earlier.known_false & ~later.known_true) | later.known_false;
    return merged;
}

int
facts_compare(Facts left, Facts right)
{
    if (left.known_true != right.known_true)
        return left.known_true < right.known_true ? -1 : 1;
    if (left.known_false != right.known_false)
        return left.known_false < right.known_false ? -1 : 1;
    return 0;
}
