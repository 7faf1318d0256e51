/*
 * welfare.h
 *    What every fmgr source of the extension shares: shims where server majors
 *    differ, and the language in which people are answered.
 *
 * Files named *_core.c hold parsing and arithmetic; they include no server
 * header and raise nothing, so that they can be tested and fuzzed alone.
 */
#ifndef WELFARE_H
#define WELFARE_H

#include "postgres.h"

#include "fmgr.h"
#include "utils/builtins.h"

/* VARDATA and its kin moved out of postgres.h in PostgreSQL 16. */
#if PG_VERSION_NUM >= 160000
#include "varatt.h"
#endif

/*
 * Soft errors exist from PostgreSQL 16 on; before that an input function can
 * only raise.
 */
#if PG_VERSION_NUM >= 160000
#include "nodes/miscnodes.h"
#else
#define ereturn(context, value, ...)                                                               \
    do                                                                                             \
    {                                                                                              \
        (void)(context);                                                                           \
        ereport(ERROR, __VA_ARGS__);                                                               \
        return (value);                                                                            \
    } while (0)
#endif

/* Languages of messages: the values of the setting welfare.language. */
typedef enum
{
    WELFARE_LANGUAGE_THAI,
    WELFARE_LANGUAGE_ENGLISH
} WelfareLanguage;

extern int welfare_language;

/*
 * SAY chooses the reader's language. Both texts are format strings with the
 * same arguments in the same order; the compiler checks both.
 */
#define SAY(english, thai) (welfare_language == WELFARE_LANGUAGE_THAI ? thai : english)

/* Which first day a birth year without month has before B.E. 2484 (RC5, DC1). */
typedef enum
{
    UNKNOWN_BIRTH_APRIL,
    UNKNOWN_BIRTH_JANUARY
} UnknownBirthRule;

extern int welfare_unknown_birth_before_2484;

extern void welfare_define_settings(void);

#endif /* WELFARE_H */
