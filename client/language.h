/*
 * language.h
 *    The reader's language, and a locale in which Thai has its width.
 */
#ifndef CLIENT_LANGUAGE_H
#define CLIENT_LANGUAGE_H

#include <stdbool.h>

typedef enum
{
    LANGUAGE_THAI,
    LANGUAGE_ENGLISH
} Language;

extern Language language;

/*
 * SAY chooses the reader's language. Both texts are format strings with the
 * same arguments in the same order; the compiler checks both.
 */
#define SAY(english, thai) (language == LANGUAGE_THAI ? thai : english)

void language_from_environment(void);
bool language_choose(const char *name);
const char *language_name(void);
void language_use_utf8_locale(void);

#endif /* CLIENT_LANGUAGE_H */
