/*
 * language.c
 *    The reader's language, and a locale in which Thai has its width.
 */
#include "language.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

Language language = LANGUAGE_THAI;

/*
 * Takes the language from the environment as POSIX ranks it: Thai, unless the
 * locale of messages is an English one.
 */
void
language_from_environment(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_MESSAGES", "LANG"};

    for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++)
    {
        const char *value = getenv(variables[i]);

        if (value != NULL && value[0] != '\0')
        {
            language = strncmp(value, "en", 2) == 0 ? LANGUAGE_ENGLISH : LANGUAGE_THAI;
            return;
        }
    }
}

/* Takes the language by its name, en or th. Answers whether there is such a language. */
bool
language_choose(const char *name)
{
    if (strcmp(name, "th") == 0)
        language = LANGUAGE_THAI;
    else if (strcmp(name, "en") == 0)
        language = LANGUAGE_ENGLISH;
    else
        return false;
    return true;
}

/* The language's name, as the setting welfare.language takes it. */
const char *
language_name(void)
{
    return SAY("en", "th");
}

/*
 * Everything this program reads and writes is UTF-8. Where the environment's
 * locale is not, C.UTF-8 stands in, so that wcwidth() knows Thai.
 */
void
language_use_utf8_locale(void)
{
    setlocale(LC_CTYPE, "");
    if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0)
        setlocale(LC_CTYPE, "C.UTF-8");
}
