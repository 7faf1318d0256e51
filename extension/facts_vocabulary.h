/*
 * facts_vocabulary.h
 *    The closed vocabulary in which facts about a person are known and
 *    eligibility rules are written.
 *
 * Pure code: no server headers, no allocation, no errors raised.
 */
#ifndef FACTS_VOCABULARY_H
#define FACTS_VOCABULARY_H

#include <stddef.h>
#include <stdint.h>

/* A term is one bit of a 64-bit mask. */
#define VOCABULARY_CAPACITY 64

/* Longest name of a term, in bytes. */
#define VOCABULARY_NAME_MAX 31

typedef struct EligibilityTerm
{
    const char *name;
    const char *meaning_thai;
    const char *meaning_english;
    const char *rules; /* identifiers of the rules that the term serves */
} EligibilityTerm;

/* A term's index in this table is its position: the number of its bit. */
extern const EligibilityTerm eligibility_vocabulary[];
extern const int eligibility_vocabulary_size;

/* The bits that are terms. */
extern uint64_t vocabulary_mask(void);

/* Position of the term that is spelt exactly so, -1 when there is none. */
extern int vocabulary_find(const char *name, size_t length);

/*
 * Position of the term with the smallest edit distance (insertion, deletion,
 * substitution, exchange of neighbours) from what was written; the first of
 * equals. Case, digits of other scripts and dashes for underscores are no
 * difference.
 */
extern int vocabulary_nearest(const char *name, size_t length);

#endif /* FACTS_VOCABULARY_H */
