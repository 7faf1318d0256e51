/*
 * icu_peer.c
 *    Peer of the benchmark of dates: a date in Thai words by ICU's own calendar and formatter.
 *
 * Two ways to use ICU: icu_opened opens a formatter for every value, as the extension icu_ext does
 * from its version 1.8 on; icu_kept opens one per session, which is the most that a wrapper could
 * reach.
 */
#include "postgres.h"

#include "fmgr.h"
#include "utils/builtins.h"
#include "utils/date.h"

#include <unicode/udat.h>
#include <unicode/ustring.h>

PG_MODULE_MAGIC;

PG_FUNCTION_INFO_V1(icu_opened);
PG_FUNCTION_INFO_V1(icu_kept);

/* Days from 1970-01-01, where ICU counts from, to 2000-01-01, where the server does. */
#define DAYS_BETWEEN_EPOCHS 10957
#define MILLISECONDS_PER_DAY 86400000.0

/* Opens a formatter of "1 ตุลาคม 2569". Raises an error when ICU lacks the locale. */
static UDateFormat *
open_formatter(void)
{
    static const UChar pattern[] = u"d MMMM y";
    static const UChar zone[] = u"Asia/Bangkok";
    UErrorCode status = U_ZERO_ERROR;
    UDateFormat *formatter = udat_open(UDAT_PATTERN, UDAT_PATTERN, "th@calendar=buddhist", zone, -1,
                                       pattern, -1, &status);

    if (U_FAILURE(status))
        elog(ERROR, "udat_open failed: %s", u_errorName(status));
    return formatter;
}

/* Writes a day by a formatter, as text in UTF-8. */
static text *
format_day(UDateFormat *formatter, DateADT day)
{
    UErrorCode status = U_ZERO_ERROR;
    UChar wide[64];
    char narrow[3 * lengthof(wide)];
    int32_t wide_length;
    int32_t narrow_length;

    wide_length = udat_format(formatter, (day + DAYS_BETWEEN_EPOCHS) * MILLISECONDS_PER_DAY, wide,
                              lengthof(wide), NULL, &status);
    u_strToUTF8(narrow, sizeof(narrow), &narrow_length, wide, wide_length, &status);
    if (U_FAILURE(status))
        elog(ERROR, "udat_format failed: %s", u_errorName(status));
    return cstring_to_text_with_len(narrow, narrow_length);
}

Datum
icu_opened(PG_FUNCTION_ARGS)
{
    UDateFormat *formatter = open_formatter();
    text *result = format_day(formatter, PG_GETARG_DATEADT(0));

    udat_close(formatter);
    PG_RETURN_TEXT_P(result);
}

Datum
icu_kept(PG_FUNCTION_ARGS)
{
    static UDateFormat *formatter = NULL;

    if (formatter == NULL)
        formatter = open_formatter();
    PG_RETURN_TEXT_P(format_day(formatter, PG_GETARG_DATEADT(0)));
}
