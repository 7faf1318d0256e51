/*
 * facts_core.h
 *    What is known of a person: terms that are true, terms that are false,
 *    everything else unknown. Also the tokens and refusals that facts and
 *    eligibility rules have in common.
 *
 * Pure code: no server headers, no allocation, no errors raised.
 */
#ifndef FACTS_CORE_H
#define FACTS_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "facts_vocabulary.h"

/* Both masks by position in the vocabulary; no bit is in both. Kept on disk. */
typedef struct Facts
{
    uint64_t known_true;
    uint64_t known_false;
} Facts;

/* Room for any facts as text, with the final zero. */
#define FACTS_TEXT_SIZE (VOCABULARY_CAPACITY * (VOCABULARY_NAME_MAX + 2) + 3)

/* Why a text is no facts, or no rule. */
typedef enum
{
    TERM_PROBLEM_NONE,
    TERM_PROBLEM_EXPECTED,  /* something else than what may stand there */
    TERM_PROBLEM_UNKNOWN,   /* a word that is no term */
    TERM_PROBLEM_BOTH_WAYS, /* a term given as true and as false */
    TERM_PROBLEM_TOO_LONG,  /* a rule with too many terms and operators */
    TERM_PROBLEM_TOO_DEEP   /* a rule nested too deep */
} TermProblem;

/* What might have stood where something else stands. */
typedef enum
{
    EXPECTED_OPENING_BRACE,
    EXPECTED_FACT_OR_END,
    EXPECTED_FACT,
    EXPECTED_TERM,
    EXPECTED_COMMA_OR_BRACE,
    EXPECTED_NOTHING,
    EXPECTED_OPERAND,
    EXPECTED_OPERATOR,
    EXPECTED_OPERATOR_OR_PARENTHESIS
} TermExpectation;

typedef struct TermError
{
    TermProblem problem;
    TermExpectation expected;
    const char *found; /* the word or character in question, inside the text */
    int found_length;  /* its bytes; 0 at the end of the text */
    int character;     /* where it stands, counted in characters from 1 */
    int term;          /* position of the term given both ways */
} TermError;

/* First place at or after cursor that is neither a space nor invisible. */
extern const char *term_skip_spaces(const char *cursor, const char *end);

/* Bytes of the word at cursor, which ends at a space or at one of {},!&|(). */
extern int term_word_length(const char *cursor, const char *end);

/* Fills error with a problem at a place of text; answers false. */
extern bool term_refuse(TermError *error, TermProblem problem, TermExpectation expected,
                        const char *text, const char *place, const char *end);

/*
 * Reads {term, !term, ...}. On false, error says why: EXPECTED, UNKNOWN or
 * BOTH_WAYS.
 */
extern bool facts_parse(const char *text, size_t length, Facts *facts, TermError *error);

/*
 * Writes facts in the vocabulary's order, without spaces, ending in a zero.
 * target has FACTS_TEXT_SIZE bytes. Answers the length.
 */
extern size_t facts_format(Facts facts, char *target);

/* Are all bits terms, and none both true and false? */
extern bool facts_are_valid(Facts facts);

/* What both know; where they differ, what the later one knows. */
extern Facts facts_merge(Facts earlier, Facts later);

/* Negative, zero or positive: an order for sorting, without meaning of its own. */
extern int facts_compare(Facts left, Facts right);

#endif /* FACTS_CORE_H */
