/*
 * try_input.c
 *    Reading words of a form without raising: NULL where the type would refuse,
 *    so that a whole file can be judged in one statement. PostgreSQL has soft
 *    errors of its own only from 16 on.
 */
#include "welfare.h"

#include "utils/date.h"
#include "utils/datetime.h"

#include "birth_date_core.h"
#include "facts.h"
#include "thai_date_core.h"

PG_FUNCTION_INFO_V1(welfare_try_birth_date);
PG_FUNCTION_INFO_V1(welfare_try_thai_date);
PG_FUNCTION_INFO_V1(welfare_try_facts);

/* try_birth_date(text) → birth_date: NULL where birth_date would refuse it (RC5). */
Datum
welfare_try_birth_date(PG_FUNCTION_ARGS)
{
    text *source = PG_GETARG_TEXT_PP(0);
    BirthDate birth;
    ThaiDateText written;

    if (birth_date_read(VARDATA_ANY(source), VARSIZE_ANY_EXHDR(source), &birth, &written) !=
        CALENDAR_FINE)
        PG_RETURN_NULL();
    PG_RETURN_INT32(birth);
}

/* try_thai_date(text) → date: NULL where parse_thai_date would refuse it (RC10, DC3). */
Datum
welfare_try_thai_date(PG_FUNCTION_ARGS)
{
    text *source = PG_GETARG_TEXT_PP(0);
    CalendarDate date;
    ThaiDateText written;

    if (thai_date_read(VARDATA_ANY(source), VARSIZE_ANY_EXHDR(source), THAI_DATE_WHOLE, &date,
                       &written) != CALENDAR_FINE)
        PG_RETURN_NULL();
    PG_RETURN_DATEADT(date2j(date.year, date.month, date.day) - POSTGRES_EPOCH_JDATE);
}

/* try_facts(text) → facts: NULL where facts would refuse it. */
Datum
welfare_try_facts(PG_FUNCTION_ARGS)
{
    text *source = PG_GETARG_TEXT_PP(0);
    Facts facts;
    TermError error;

    if (!facts_parse(VARDATA_ANY(source), VARSIZE_ANY_EXHDR(source), &facts, &error))
        PG_RETURN_NULL();
    return facts_datum(facts);
}
