/*
 * facts_case.c
 *    The three states of each of a rule's terms as one number, so that people
 *    of the same case are found by one integer equality.
 */
#include "welfare.h"

#include "port/pg_bitutils.h"

#include "eligibility_rule_core.h"
#include "facts.h"

/* 3^19 is the largest power of three of an integer. */
#define MOST_TERMS 19

PG_FUNCTION_INFO_V1(welfare_facts_case);

/*
 * facts_case(facts, rule) → integer: the rule's terms in the vocabulary's order
 * as digits of base three, the first the lowest: 0 unknown, 1 known true, 2
 * known false. Errors: 54000 for a rule of more than 19 terms.
 */
Datum
welfare_facts_case(PG_FUNCTION_ARGS)
{
    Facts facts = PG_GETARG_FACTS(0);
    struct varlena *rule = PG_GETARG_VARLENA_PP(1);
    uint64 terms = rule_terms_of((const uint8 *)VARDATA_ANY(rule), (int)VARSIZE_ANY_EXHDR(rule));
    int32 number = 0;
    int32 digit = 1;

    if (pg_popcount64(terms) > MOST_TERMS)
        ereport(ERROR,
                (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
                 errmsg(SAY("a rule of %d terms has too many cases", "กฎที่มี %d คำมีกรณีมากเกินไป"),
                        pg_popcount64(terms)),
                 errdetail(SAY("The limit is %d terms.", "จำกัดไว้ที่ %d คำ"), MOST_TERMS)));
    for (; terms != 0; terms &= terms - 1)
    {
        uint64 term = terms & -terms;

        if (facts.known_true & term)
            number += digit;
        else if (facts.known_false & term)
            number += 2 * digit;
        digit *= 3;
    }
    PG_RETURN_INT32(number);
}
