/*
 * facts_fuzz.c
 *    libFuzzer harness of facts_core and facts_vocabulary: what is read is written,
 *    and read back as the same facts.
 *
 *    clang -g -O1 -fsanitize=fuzzer,address,undefined -I extension \
 *      extension/fuzz/facts_fuzz.c extension/facts_core.c \
 *      extension/facts_vocabulary.c extension/thai_text_core.c -o facts_fuzz
 */
#include "facts_core.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
require(bool condition)
{
    if (!condition)
        abort();
}

/* Facts as text, and back, are the same. */
static void
check_round_trip(Facts facts)
{
    /* allocated at its exact size, so that a write past the end is seen */
    char *text = malloc(FACTS_TEXT_SIZE);
    size_t length = facts_format(facts, text);
    Facts again;
    TermError error;

    require(length < FACTS_TEXT_SIZE && text[length] == '\0' && strlen(text) == length);
    require(facts_parse(text, length, &again, &error));
    require(facts_compare(facts, again) == 0);
    free(text);
}

/* The input as text. */
static void
check_text(const char *text, size_t size)
{
    Facts facts;
    TermError error = {0};

    if (facts_parse(text, size, &facts, &error))
    {
        require(facts_are_valid(facts));
        check_round_trip(facts);
        return;
    }
    require(error.problem != TERM_PROBLEM_NONE);
    require(error.found >= text && error.found + error.found_length <= text + size);
    require(error.character >= 1 && (size_t)error.character <= size + 1);
    if (error.problem == TERM_PROBLEM_UNKNOWN)
    {
        int nearest = vocabulary_nearest(error.found, (size_t)error.found_length);

        require(nearest >= 0 && nearest < eligibility_vocabulary_size);
    }
}

/* The input as masks from outside, two facts of two masks each. */
static void
check_external(const uint8_t *data)
{
    Facts facts[2];
    Facts merged;

    memcpy(facts, data, sizeof(facts));
    for (int i = 0; i < 2; i++)
    {
        if (!facts_are_valid(facts[i]))
        {
            facts[i].known_true &= vocabulary_mask();
            facts[i].known_false &= vocabulary_mask() & ~facts[i].known_true;
        }
        require(facts_are_valid(facts[i]));
        check_round_trip(facts[i]);
        require(facts_compare(facts_merge(facts[i], facts[i]), facts[i]) == 0);
    }
    merged = facts_merge(facts[0], facts[1]);
    require(facts_are_valid(merged));
    require((merged.known_true & facts[1].known_true) == facts[1].known_true);
    require((merged.known_false & facts[1].known_false) == facts[1].known_false);
    require(
        (merged.known_true | merged.known_false) ==
        (facts[0].known_true | facts[0].known_false | facts[1].known_true | facts[1].known_false));
    require(facts_compare(facts[0], facts[1]) == -facts_compare(facts[1], facts[0]));
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 2 * sizeof(Facts) && data[0] == 0)
        check_external(data + 1);
    else
        check_text((const char *)data, size);
    return 0;
}
