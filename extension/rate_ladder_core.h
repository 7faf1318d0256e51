/*
 * rate_ladder_core.h
 *    Rate ladders: the monthly amount from each age on, as in
 *    60:600,70:700,80:800,90:1000 (RC8).
 *
 * Pure code: no server headers, no allocation, no errors raised.
 */
#ifndef RATE_LADDER_CORE_H
#define RATE_LADDER_CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define RATE_LADDER_MAX_STEPS 32
#define RATE_LADDER_MAX_AGE 150

/* 9999999999.99 baht, what numeric(12,2) holds. */
#define RATE_LADDER_MAX_SATANG INT64_C(999999999999)

/* Room for any ladder as text, with the final zero: "150:9999999999.99," a step. */
#define RATE_LADDER_TEXT_SIZE (RATE_LADDER_MAX_STEPS * 18 + 1)

/* Steps by strictly increasing age; ages in complete years, amounts in satang. */
typedef struct RateSteps
{
    int32_t count;
    int32_t from_age[RATE_LADDER_MAX_STEPS];
    int64_t satang[RATE_LADDER_MAX_STEPS];
} RateSteps;

/* Why something is no ladder. */
typedef enum
{
    LADDER_PROBLEM_NONE,
    LADDER_PROBLEM_EXPECTED_AGE,
    LADDER_PROBLEM_EXPECTED_COLON,
    LADDER_PROBLEM_EXPECTED_AMOUNT,
    LADDER_PROBLEM_EXPECTED_DECIMALS,
    LADDER_PROBLEM_EXPECTED_COMMA,
    LADDER_PROBLEM_DECIMALS,   /* more than two of them */
    LADDER_PROBLEM_AGE,        /* outside 0-150 */
    LADDER_PROBLEM_AMOUNT,     /* outside 0-9999999999.99 */
    LADDER_PROBLEM_INCREASING, /* an age not above the one before it */
    LADDER_PROBLEM_STEPS       /* none, or too many of them */
} LadderProblem;

typedef struct LadderError
{
    LadderProblem problem;
    const char *found; /* the character or number in question, inside the text */
    int found_length;  /* its bytes; 0 at the end of the text */
    int character;     /* where it stands, counted in characters from 1 */
    int32_t age;       /* of the step in question */
    int32_t age_before;
} LadderError;

/*
 * Adds a step, if it may follow the ones that steps has. Otherwise answers false
 * with problem and ages in error: STEPS, AGE, INCREASING or AMOUNT.
 */
extern bool rate_ladder_add(RateSteps *steps, int32_t age, int64_t satang, LadderError *error);

/*
 * Reads age:amount, age:amount, ... with digits of any script that Thai people
 * type, and spaces around each token. On false, error says why.
 */
extern bool rate_ladder_parse(const char *text, size_t length, RateSteps *steps,
                              LadderError *error);

/*
 * Writes count steps without spaces, amounts with two decimals unless they are
 * whole, ending in a zero. target has RATE_LADDER_TEXT_SIZE bytes. Answers the
 * length.
 */
extern size_t rate_ladder_format(int count, const int32_t *from_age, const int64_t *satang,
                                 char *target);

/* Index of the step that is in force at an age, -1 below the first. */
static inline int
rate_ladder_find(int count, const int32_t *from_age, int32_t age)
{
    int reached = 0;

    /* counted rather than searched: a few steps, and no branch to mispredict */
    for (int i = 0; i < count; i++)
        reached += from_age[i] <= age;
    return reached - 1;
}

#endif /* RATE_LADDER_CORE_H */
