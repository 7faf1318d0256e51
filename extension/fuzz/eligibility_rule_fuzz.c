/*
 * eligibility_rule_fuzz.c
 *    libFuzzer harness of eligibility_rule_core: what is compiled is a sound
 *    program; it is written, and compiled back to the same program; its value is
 *    that of a plain recursive evaluation; the terms that decide it decide it alone.
 *
 *    clang -g -O1 -fsanitize=fuzzer,address,undefined -I extension \
 *      extension/fuzz/eligibility_rule_fuzz.c extension/eligibility_rule_core.c \
 *      extension/facts_core.c extension/facts_vocabulary.c \
 *      extension/thai_text_core.c -o eligibility_rule_fuzz
 */
#include "eligibility_rule_core.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
require(bool condition)
{
    if (!condition)
        abort();
}

/* Value of the operand that ends before *end; moves *end to its start. */
static RuleTruth
evaluate(const uint8_t *program, int *end, Facts facts)
{
    uint8_t last = program[--*end];
    RuleTruth right;
    RuleTruth left;
    RuleTruth decisive = last == RULE_AND ? RULE_FALSE : RULE_TRUE;

    if (last < VOCABULARY_CAPACITY)
        return (facts.known_true >> last) & 1    ? RULE_TRUE
               : (facts.known_false >> last) & 1 ? RULE_FALSE
                                                 : RULE_UNDECIDED;
    right = evaluate(program, end, facts);
    if (last == RULE_NOT)
        return right == RULE_UNDECIDED ? right : right == RULE_TRUE ? RULE_FALSE : RULE_TRUE;
    left = evaluate(program, end, facts);
    if (left == decisive || right == decisive)
        return decisive;
    return left == right ? left : RULE_UNDECIDED;
}

/* What is true of a sound program, whatever the facts. */
static void
check_values(const uint8_t *program, int length, Facts facts)
{
    int end = length;
    RuleTruth truth = evaluate(program, &end, facts);
    uint64_t mentioned = rule_terms_of(program, length);

    require(end == 0);
    require(rule_evaluate(program, length, facts) == truth);
    require((mentioned & ~vocabulary_mask()) == 0);
    for (RuleTruth wanted = RULE_FALSE; wanted <= RULE_UNDECIDED; wanted++)
    {
        uint64_t terms = rule_deciding_terms(program, length, facts, wanted);
        Facts only = {facts.known_true & terms, facts.known_false & terms};

        require((terms & ~mentioned) == 0);
        require((terms != 0) == (truth == wanted));
        if (truth != wanted)
            continue;
        /* known terms suffice for a decided rule; an open one names unknown terms only */
        if (truth == RULE_UNDECIDED)
            require((terms & (facts.known_true | facts.known_false)) == 0);
        else
            require(rule_evaluate(program, length, only) == truth);
    }
}

static void
check_program(const uint8_t *program, int length, Facts facts)
{
    char *text = malloc(RULE_TEXT_SIZE);
    uint8_t *again = malloc(RULE_MAX_LENGTH);
    size_t text_length;
    int again_length;
    TermError error;

    require(rule_check(program, (size_t)length) == RULE_FAULT_NONE);
    text_length = rule_format(program, length, text);
    require(text_length < RULE_TEXT_SIZE && strlen(text) == text_length);
    require(rule_parse(text, text_length, again, &again_length, &error));
    require(again_length == length && memcmp(again, program, (size_t)length) == 0);
    check_values(program, length, facts);

    /* joined with itself */
    for (uint8_t operation = RULE_AND; operation <= RULE_OR; operation++)
    {
        RuleFault fault =
            rule_join(operation, program, length, program, length, again, &again_length);

        require(fault == RULE_FAULT_NONE || fault == RULE_FAULT_TOO_LONG ||
                fault == RULE_FAULT_TOO_DEEP);
        if (fault == RULE_FAULT_NONE)
            require(rule_evaluate(again, again_length, facts) ==
                    rule_evaluate(program, length, facts));
    }
    free(again);
    free(text);
}

/* The input as text. */
static void
check_text(const char *text, size_t size, Facts facts)
{
    uint8_t *program = malloc(RULE_MAX_LENGTH);
    int length;
    TermError error = {0};

    if (rule_parse(text, size, program, &length, &error))
        check_program(program, length, facts);
    else
    {
        require(error.problem != TERM_PROBLEM_NONE);
        require(error.found >= text && error.found + error.found_length <= text + size);
        require(error.character >= 1 && (size_t)error.character <= size + 1);
    }
    free(program);
}

/*
 * One letter for a term or a sign, so that the fuzzer meets deep and long rules as
 * readily as misspelt ones.
 */
static void
check_shorthand(const uint8_t *data, size_t size, Facts facts)
{
    char *text = malloc(size * (VOCABULARY_NAME_MAX + 1) + 1);
    size_t length = 0;

    for (size_t i = 0; i < size; i++)
    {
        const char *word = data[i] < 128 ? eligibility_vocabulary[data[i] % 30].name : "";

        if (data[i] >= 128)
            text[length++] = "&|!() "[data[i] % 6];
        memcpy(text + length, word, strlen(word));
        length += strlen(word);
    }
    check_text(text, length, facts);
    free(text);
}

/* The input as a program from outside. */
static void
check_external(const uint8_t *data, size_t size, Facts facts)
{
    uint8_t *program = malloc(size > 0 ? size : 1);

    if (size > 0)
        memcpy(program, data, size);
    if (rule_check(program, size) == RULE_FAULT_NONE)
        check_program(program, (int)size, facts);
    free(program);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Facts facts = {0, 0};

    if (size < 1 + sizeof(Facts))
        return 0;
    memcpy(&facts, data + 1, sizeof(facts));
    facts.known_true &= vocabulary_mask();
    facts.known_false &= vocabulary_mask() & ~facts.known_true;
    size -= 1 + sizeof(Facts);
    switch (data[0] % 3)
    {
        case 0:
            check_text((const char *)data + 1 + sizeof(Facts), size, facts);
            break;
        case 1:
            check_shorthand(data + 1 + sizeof(Facts), size, facts);
            break;
        default:
            check_external(data + 1 + sizeof(Facts), size, facts);
    }
    return 0;
}
