#include "welfare.h"
#include "utils/guc.h"
int welfare_language = WELFARE_LANGUAGE_THAI;
int welfare_unknown_birth_before_2484 = UNKNOWN_BIRTH_APRIL;
static const struct config_enum_entry language_values[] = {{"th", WELFARE_LANGUAGE_THAI, false}, {"en", WELFARE_LANGUAGE_ENGLISH, false}, {NULL, 0, false}};
static const struct config_enum_entry birth_values[] = {{"april", UNKNOWN_BIRTH_APRIL, false}, {"january", UNKNOWN_BIRTH_JANUARY, false}, {NULL, 0, false}};
void welfare_define_settings(void)
{
    DefineCustomEnumVariable("welfare.language", "Language of messages.", NULL, &welfare_language, WELFARE_LANGUAGE_THAI, language_values, PGC_USERSET, 0, NULL, NULL, NULL);
    DefineCustomEnumVariable("welfare.unknown_birth_before_2484", "First day of a birth year without month before B.E. 2484.", NULL, &welfare_unknown_birth_before_2484, UNKNOWN_BIRTH_APRIL, birth_values, PGC_SUSET, 0, NULL, NULL, NULL);
}
