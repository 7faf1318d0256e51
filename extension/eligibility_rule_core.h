/*
 * eligibility_rule_core.h
 *    Eligibility rules: expressions over the vocabulary with & | ! ( ), compiled
 *    to postfix, and their three-valued evaluation over facts.
 *
 * Pure code: no server headers, no allocation, no errors raised.
 */
#ifndef ELIGIBILITY_RULE_CORE_H
#define ELIGIBILITY_RULE_CORE_H

#include "facts_core.h"

/*
 * A program is a run of one-byte instructions in postfix order. A byte below
 * VOCABULARY_CAPACITY pushes the term of that position; the others work on what
 * is on top of the stack. Programs are kept on disk: codes never change meaning.
 *
 * There is one program per rule: of a chain "a & b & c" the left pair comes
 * first (a b & c &), so the right operand of an operator never ends in that
 * same operator.
 */
#define RULE_NOT 64
#define RULE_AND 65
#define RULE_OR 66

/* Most terms and operators of a rule. */
#define RULE_MAX_LENGTH 512

/*
 * Deepest nesting, each "(" and each "!" being one level. A level leaves at most
 * two values waiting (the left of a "|" and the left of an "&"), so that the
 * stack never holds more than RULE_STACK_MAX values.
 */
#define RULE_MAX_NESTING 30
#define RULE_STACK_MAX (RULE_MAX_NESTING * 2 + 3)

/* Room for any rule as text, with the final zero. */
#define RULE_TEXT_SIZE (RULE_MAX_LENGTH * (VOCABULARY_NAME_MAX + 5) + 1)

typedef enum
{
    RULE_FALSE,
    RULE_TRUE,
    RULE_UNDECIDED
} RuleTruth;

/* Why bytes are no program. */
typedef enum
{
    RULE_FAULT_NONE,
    RULE_FAULT_EMPTY,
    RULE_FAULT_TOO_LONG,
    RULE_FAULT_TOO_DEEP,
    RULE_FAULT_INSTRUCTION, /* neither a term of this vocabulary nor an operator */
    RULE_FAULT_STACK,       /* an operator without its operands, or values left over */
    RULE_FAULT_ORDER        /* a chain of one operator that is not left to right */
} RuleFault;

/*
 * Compiles text into program, which has RULE_MAX_LENGTH bytes. On false, error
 * says why: EXPECTED, UNKNOWN, TOO_LONG or TOO_DEEP.
 */
extern bool rule_parse(const char *text, size_t length, uint8_t *program, int *program_length,
                       TermError *error);

/* Checks bytes that did not come from rule_parse, completely. */
extern RuleFault rule_check(const uint8_t *program, size_t length);

/*
 * Writes a checked program with as few parentheses as its meaning needs, ending
 * in a zero. target has RULE_TEXT_SIZE bytes. Answers the length.
 */
extern size_t rule_format(const uint8_t *program, int length, char *target);

/*
 * Joins two rules by RULE_AND or RULE_OR into target, which has RULE_MAX_LENGTH
 * bytes and is neither of them. Answers TOO_LONG or TOO_DEEP when the rule would be.
 */
extern RuleFault rule_join(uint8_t operation, const uint8_t *left, int left_length,
                           const uint8_t *right, int right_length, uint8_t *target,
                           int *target_length);

/* The terms that a rule names. */
extern uint64_t rule_terms_of(const uint8_t *program, int length);

/*
 * The terms by which a rule has the value wanted: from the whole rule down, the
 * operands that have the value which decides their operator. None when the rule
 * has another value.
 */
extern uint64_t rule_deciding_terms(const uint8_t *program, int length, Facts facts,
                                    RuleTruth wanted);

/*
 * Evaluates a checked program in Kleene's logic. The stack is two words: in
 * is_true a one is a value known to be true, in is_false one known to be false,
 * the newest in the lowest bit.
 */
static inline RuleTruth
rule_evaluate(const uint8_t *program, int length, Facts facts)
{
    uint64_t is_true = 0;
    uint64_t is_false = 0;

    for (const uint8_t *end = program + length; program < end; program++)
    {
        uint8_t instruction = *program;

        if (instruction < VOCABULARY_CAPACITY)
        {
            is_true = (is_true << 1) | ((facts.known_true >> instruction) & 1);
            is_false = (is_false << 1) | ((facts.known_false >> instruction) & 1);
        }
        else if (instruction == RULE_AND)
        {
            is_true = (is_true >> 1) & (is_true | ~UINT64_C(1));
            is_false = (is_false >> 1) | (is_false & 1);
        }
        else if (instruction == RULE_OR)
        {
            is_true = (is_true >> 1) | (is_true & 1);
            is_false = (is_false >> 1) & (is_false | ~UINT64_C(1));
        }
        else
        {
            uint64_t known = (is_true ^ is_false) & 1;

            is_true ^= known;
            is_false ^= known;
        }
    }
    if (is_true & 1)
        return RULE_TRUE;
    return (is_false & 1) ? RULE_FALSE : RULE_UNDECIDED;
}

#endif /* ELIGIBILITY_RULE_CORE_H */
