/*
 * welfare.c
 *    Entry point of the extension's library.
 */
#include "welfare.h"

#if PG_VERSION_NUM >= 180000
PG_MODULE_MAGIC_EXT(.name = "welfare", .version = WELFARE_VERSION);
#else
PG_MODULE_MAGIC;
#endif

void _PG_init(void);

/* Defines the settings; runs once per process, preloaded or not. */
void
_PG_init(void)
{
    welfare_define_settings();
}

PG_FUNCTION_INFO_V1(welfare_library_version);

/* library_version() → text: the version this library was built as. */
Datum
welfare_library_version(PG_FUNCTION_ARGS)
{
    (void)fcinfo;
    PG_RETURN_TEXT_P(cstring_to_text(WELFARE_VERSION));
}
