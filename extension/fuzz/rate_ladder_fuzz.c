/*
 * rate_ladder_fuzz.c
 *    libFuzzer harness of rate_ladder_core: what is read is written, and read back
 *    as the same steps.
 *
 *    clang -g -O1 -fsanitize=fuzzer,address,undefined -I extension \
 *      extension/fuzz/rate_ladder_fuzz.c extension/rate_ladder_core.c \
 *      extension/thai_text_core.c -o rate_ladder_fuzz
 */
#include "rate_ladder_core.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
require(bool condition)
{
    if (!condition)
        abort();
}

/* What is true of every ladder. */
static void
check_steps(const RateSteps *steps)
{
    require(steps->count >= 1 && steps->count <= RATE_LADDER_MAX_STEPS);
    for (int i = 0; i < steps->count; i++)
    {
        require(steps->from_age[i] >= 0 && steps->from_age[i] <= RATE_LADDER_MAX_AGE);
        require(i == 0 || steps->from_age[i] > steps->from_age[i - 1]);
        require(steps->satang[i] >= 0 && steps->satang[i] <= RATE_LADDER_MAX_SATANG);
        require(rate_ladder_find(steps->count, steps->from_age, steps->from_age[i]) == i);
        require(rate_ladder_find(steps->count, steps->from_age, steps->from_age[i] - 1) == i - 1);
    }
}

/* A ladder as text, and back, is the same. */
static void
check_round_trip(const RateSteps *steps)
{
    /* allocated at its exact size, so that a write past the end is seen */
    char *text = malloc(RATE_LADDER_TEXT_SIZE);
    size_t length = rate_ladder_format(steps->count, steps->from_age, steps->satang, text);
    RateSteps again;
    LadderError error;

    require(length < RATE_LADDER_TEXT_SIZE && text[length] == '\0' && strlen(text) == length);
    require(rate_ladder_parse(text, length, &again, &error));
    require(again.count == steps->count);
    for (int i = 0; i < again.count; i++)
        require(again.from_age[i] == steps->from_age[i] && again.satang[i] == steps->satang[i]);
    free(text);
}

/* The input as text. */
static void
check_text(const char *text, size_t size)
{
    RateSteps steps;
    LadderError error = {0};

    if (rate_ladder_parse(text, size, &steps, &error))
    {
        check_steps(&steps);
        check_round_trip(&steps);
        return;
    }
    require(error.problem != LADDER_PROBLEM_NONE);
    require(error.found >= text && error.found + error.found_length <= text + size);
    require(error.character >= 1 && (size_t)error.character <= size + 1);
}

/* The input as steps from outside: an age and eight bytes of satang each. */
static void
check_external(const uint8_t *data, size_t size)
{
    RateSteps steps = {0};
    LadderError error = {0};

    for (; size >= 9; data += 9, size -= 9)
    {
        int64_t satang;

        memcpy(&satang, data + 1, sizeof(satang));
        /* mostly within reach, so that ladders grow */
        if (data[0] & 1)
            satang &= 0xFFFFFFF;
        if (!rate_ladder_add(&steps, (int32_t)data[0] - 20, satang, &error))
            require(error.problem != LADDER_PROBLEM_NONE);
    }
    if (steps.count > 0)
    {
        check_steps(&steps);
        check_round_trip(&steps);
    }
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size > 0 && data[0] == 0)
        check_external(data + 1, size - 1);
    else
        check_text((const char *)data, size);
    return 0;
}
