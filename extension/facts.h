/*
 * facts.h
 *    What the fmgr sources of facts and eligibility_rule share.
 */
#ifndef WELFARE_FACTS_H
#define WELFARE_FACTS_H

#include "welfare.h"
#include "utils/array.h"

#include "facts_core.h"

#define PG_GETARG_FACTS(n) (*(const Facts *)PG_GETARG_POINTER(n))

/* Facts as a Datum, in memory of the current context. */
extern Datum facts_datum(Facts facts);

/* The names of terms given as a mask, in the vocabulary's order. */
extern ArrayType *terms_array(uint64 terms);

/* Details and hints of a refusal, for use inside ereport() and ereturn(). */
extern int term_error_detail(const TermError *error);
extern int nearest_term_hint(const char *word, int length);

#endif /* WELFARE_FACTS_H */
