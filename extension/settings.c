/*
 * settings.c
 *    The settings under the reserved prefix "welfare", and the functions that
 *    read them.
 *
 * Who is asking (the principal and the scopes) decides which rows of which
 * people are seen. Those settings can be set by superusers and by roles granted
 * SET ON PARAMETER only. Policies and functions must read them through the
 * functions below and never through current_setting(): before this library is
 * loaded any role can plant a placeholder of the same name, which
 * current_setting() would return. Calling a function here loads the library,
 * and the server drops a placeholder whose author lacked the privilege.
 */
#include "welfare.h"

#include <ctype.h>

#include "access/xact.h"
#include "datatype/timestamp.h"
#include "pgtime.h"
#include "utils/acl.h"
#include "utils/date.h"
#include "utils/datetime.h"
#include "utils/guc.h"
#include "utils/guc_tables.h"
#include "utils/timestamp.h"

int welfare_language = WELFARE_LANGUAGE_THAI;
int welfare_unknown_birth_before_2484 = UNKNOWN_BIRTH_APRIL;

static char *principal = NULL;
static char *duty = NULL;
static char *reason = NULL;
static int authority_code = 0;
static int district_code = 0;
static int province_code = 0;
static bool nation = false;
static char *business_date = NULL;

static const struct config_enum_entry language_options[] = {
    {"th", WELFARE_LANGUAGE_THAI, false},
    {"en", WELFARE_LANGUAGE_ENGLISH, false},
    {NULL, 0, false},
};

static const struct config_enum_entry unknown_birth_options[] = {
    {"april", UNKNOWN_BIRTH_APRIL, false},
    {"january", UNKNOWN_BIRTH_JANUARY, false},
    {NULL, 0, false},
};

/* The years, CE, between which a business date is taken to be meant: B.E. 2484 to 2700. */
#define FIRST_BUSINESS_YEAR 1941
#define LAST_BUSINESS_YEAR 2157

/*
 * Reads `YYYY-MM-DD`, CE. Answers false for anything else, for days that do not
 * exist, and for years that can only be a mixed-up era.
 */
static bool
parse_business_date(const char *text, DateADT *date)
{
    int parts[3] = {0, 0, 0};
    const char *next = text;

    for (int part = 0; part < 3; part++)
    {
        int digits = part == 0 ? 4 : 2;

        if (part > 0 && *next++ != '-')
            return false;
        for (int i = 0; i < digits; i++)
        {
            if (!isdigit((unsigned char)*next))
                return false;
            parts[part] = parts[part] * 10 + (*next++ - '0');
        }
    }
    if (*next != '\0' || parts[0] < FIRST_BUSINESS_YEAR || parts[0] > LAST_BUSINESS_YEAR)
        return false;
    if (parts[1] < 1 || parts[1] > MONTHS_PER_YEAR || parts[2] < 1 ||
        parts[2] > day_tab[isleap(parts[0])][parts[1] - 1])
        return false;
    *date = date2j(parts[0], parts[1], parts[2]) - POSTGRES_EPOCH_JDATE;
    return true;
}

/* Refuses a business date that is not empty and not a date. */
static bool
check_business_date(char **value, void **extra, GucSource source)
{
    DateADT date;

    (void)extra;
    (void)source;
    if (*value == NULL || **value == '\0' || parse_business_date(*value, &date))
        return true;
    GUC_check_errdetail("The business date is written YYYY-MM-DD, with a year CE between %d and %d "
                        "(วันทำการเขียนเป็น ปปปป-ดด-วว ปี ค.ศ.).",
                        FIRST_BUSINESS_YEAR, LAST_BUSINESS_YEAR);
    return false;
}

/*
 * A scope belongs to a session or a transaction, never to a whole server: one
 * in the configuration file would give everybody that sight. The flags stop
 * ALTER SYSTEM only; the hooks below stop the file and the command line.
 */
#define SCOPE_FLAGS (GUC_DISALLOW_IN_FILE | GUC_DISALLOW_IN_AUTO_FILE)

/* Answers whether a value comes from the server's configuration; if so, says why it is refused. */
static bool
comes_from_configuration(GucSource source)
{
    if (source != PGC_S_FILE && source != PGC_S_ARGV && source != PGC_S_ENV_VAR)
        return false;
    GUC_check_errdetail("It belongs to a session or a role, not to the server's configuration "
                        "(กำหนดให้แก่เซสชันหรือบทบาทเท่านั้น ไม่ใช่ทั้งเซิร์ฟเวอร์).");
    return true;
}

static bool
check_scope(int *value, void **extra, GucSource source)
{
    (void)extra;
    return *value == 0 || !comes_from_configuration(source);
}

static bool
check_nation(bool *value, void **extra, GucSource source)
{
    (void)extra;
    return !*value || !comes_from_configuration(source);
}

static bool
check_who(char **value, void **extra, GucSource source)
{
    (void)extra;
    return *value == NULL || **value == '\0' || !comes_from_configuration(source);
}

static void
define_scope(const char *name, const char *description, int *variable, int largest)
{
    DefineCustomIntVariable(name, description, "0 means that the scope is not set.", variable, 0, 0,
                            largest, PGC_SUSET, SCOPE_FLAGS, check_scope, NULL, NULL);
}

/*
 * Refuses the library to a session whose client gave a setting at connection
 * that its role may not set. Where the library is preloaded the server refuses
 * such a connection itself. Where it is not, the server would drop the value at
 * this point, but by then the client's value has displaced the one that ALTER
 * ROLE or ALTER DATABASE gave: the role would have shed its user or its rule.
 * Must come before any setting is defined. Errors: insufficient_privilege.
 */
static void
refuse_settings_of_client(void)
{
    int count;
    struct config_generic **variables;
    /* The language is not defined yet either; its placeholder says what is wanted. */
    const char *language = GetConfigOption("welfare.language", true, false);
    bool english = language != NULL && pg_strcasecmp(language, "en") == 0;

#if PG_VERSION_NUM >= 160000
    variables = get_guc_variables(&count);
#else
    variables = get_guc_variables();
    count = GetNumConfigOptions();
#endif
    for (int i = 0; i < count; i++)
    {
        const struct config_generic *variable = variables[i];

        if (variable->reset_source != PGC_S_CLIENT ||
            pg_strncasecmp(variable->name, "welfare.", strlen("welfare.")) != 0 ||
            pg_strcasecmp(variable->name, "welfare.language") == 0 ||
            pg_strcasecmp(variable->name, "welfare.reason") == 0 ||
            pg_parameter_aclcheck(variable->name, variable->reset_srole, ACL_SET) == ACLCHECK_OK)
            continue;
        ereport(
            ERROR,
            (errcode(ERRCODE_INSUFFICIENT_PRIVILEGE),
             errmsg(english ? "permission denied to set parameter \"%s\"" : "ไม่มีสิทธิกำหนดค่า \"%s\"",
                    variable->name),
             errhint(english ? "Connect without it among the connection's options (PGOPTIONS)."
                             : "ให้เชื่อมต่อใหม่โดยไม่ระบุค่านี้ในตัวเลือกของการเชื่อมต่อ (PGOPTIONS)")));
    }
}

/* Defines every setting and reserves the prefix. Errors: see refuse_settings_of_client. */
void
welfare_define_settings(void)
{
    refuse_settings_of_client();
    DefineCustomEnumVariable("welfare.language", "Language of messages: th or en.", NULL,
                             &welfare_language, WELFARE_LANGUAGE_THAI, language_options,
                             PGC_USERSET, 0, NULL, NULL, NULL);
    DefineCustomEnumVariable("welfare.unknown_birth_before_2484",
                             "First day of a birth year known without month, before B.E. 2484.",
                             "april: 1 April, on which those years began; january: 1 January of "
                             "the year CE that is the B.E. year less 543.",
                             &welfare_unknown_birth_before_2484, UNKNOWN_BIRTH_APRIL,
                             unknown_birth_options, PGC_SUSET, 0, NULL, NULL, NULL);
    DefineCustomStringVariable("welfare.business_date",
                               "Date that rules and jobs take for today, YYYY-MM-DD.",
                               "Empty: today in Asia/Bangkok.", &business_date, "", PGC_SUSET, 0,
                               check_business_date, NULL, NULL);
    DefineCustomStringVariable("welfare.principal", "User on whose behalf the session acts.", NULL,
                               &principal, "", PGC_SUSET, SCOPE_FLAGS, check_who, NULL, NULL);
    DefineCustomStringVariable("welfare.duty", "Duty in which the user acts.", NULL, &duty, "",
                               PGC_SUSET, SCOPE_FLAGS, check_who, NULL, NULL);
    DefineCustomStringVariable(
        "welfare.reason", "Why: the order or request that the audit records.",
        "Anybody may give one; it decides nothing.", &reason, "", PGC_USERSET, 0, NULL, NULL, NULL);
    define_scope("welfare.authority_code", "Local authority whose rows are seen.", &authority_code,
                 9999999);
    define_scope("welfare.district_code", "District whose rows are seen.", &district_code, 9999);
    define_scope("welfare.province_code", "Province whose rows are seen.", &province_code, 99);
    DefineCustomBoolVariable("welfare.nation", "Whether the rows of the whole nation are seen.",
                             NULL, &nation, false, PGC_SUSET, SCOPE_FLAGS, check_nation, NULL,
                             NULL);
    MarkGUCPrefixReserved("welfare");
}

PG_FUNCTION_INFO_V1(welfare_principal);
PG_FUNCTION_INFO_V1(welfare_duty);
PG_FUNCTION_INFO_V1(welfare_reason);
PG_FUNCTION_INFO_V1(welfare_authority_code);
PG_FUNCTION_INFO_V1(welfare_district_code);
PG_FUNCTION_INFO_V1(welfare_province_code);
PG_FUNCTION_INFO_V1(welfare_nation);
PG_FUNCTION_INFO_V1(welfare_language_name);
PG_FUNCTION_INFO_V1(welfare_business_date);

/* A text setting's value, NULL when it is not set. */
static Datum
text_setting(FunctionCallInfo fcinfo, const char *value)
{
    if (value == NULL || value[0] == '\0')
        PG_RETURN_NULL();
    PG_RETURN_TEXT_P(cstring_to_text(value));
}

/* principal() → text: the user, NULL when a privileged role has set none. */
Datum
welfare_principal(PG_FUNCTION_ARGS)
{
    return text_setting(fcinfo, principal);
}

/* duty() → text: the user's duty, NULL when a privileged role has set none. */
Datum
welfare_duty(PG_FUNCTION_ARGS)
{
    return text_setting(fcinfo, duty);
}

/* reason() → text: the order or request that the session gave, NULL when none. */
Datum
welfare_reason(PG_FUNCTION_ARGS)
{
    return text_setting(fcinfo, reason);
}

/* authority_code() → integer: seven digits, NULL when not set. */
Datum
welfare_authority_code(PG_FUNCTION_ARGS)
{
    if (authority_code == 0)
        PG_RETURN_NULL();
    PG_RETURN_INT32(authority_code);
}

/* district_code() → integer: four digits, NULL when not set. */
Datum
welfare_district_code(PG_FUNCTION_ARGS)
{
    if (district_code == 0)
        PG_RETURN_NULL();
    PG_RETURN_INT32(district_code);
}

/* province_code() → integer: two digits, NULL when not set. */
Datum
welfare_province_code(PG_FUNCTION_ARGS)
{
    if (province_code == 0)
        PG_RETURN_NULL();
    PG_RETURN_INT32(province_code);
}

/* nation() → boolean: true, or NULL when not set. */
Datum
welfare_nation(PG_FUNCTION_ARGS)
{
    if (!nation)
        PG_RETURN_NULL();
    PG_RETURN_BOOL(true);
}

/* language() → text: th or en. */
Datum
welfare_language_name(PG_FUNCTION_ARGS)
{
    (void)fcinfo;
    PG_RETURN_TEXT_P(cstring_to_text(SAY("en", "th")));
}

/*
 * business_date() → date: the setting, or the day on which the transaction
 * began in Thailand, whatever the server's and the session's time zones are.
 */
Datum
welfare_business_date(PG_FUNCTION_ARGS)
{
    pg_tz *bangkok;
    struct pg_tm local;
    fsec_t fraction;
    int offset;
    DateADT date;

    (void)fcinfo;
    if (business_date != NULL && business_date[0] != '\0')
    {
        if (!parse_business_date(business_date, &date))
            elog(ERROR, "unreadable welfare.business_date: \"%s\"", business_date);
        PG_RETURN_DATEADT(date);
    }
    bangkok = pg_tzset("Asia/Bangkok");
    if (bangkok == NULL || timestamp2tm(GetCurrentTransactionStartTimestamp(), &offset, &local,
                                        &fraction, NULL, bangkok) != 0)
        ereport(ERROR, (errcode(ERRCODE_CONFIG_FILE_ERROR),
                        errmsg(SAY("time zone \"%s\" is not known to this server",
                                   "เซิร์ฟเวอร์นี้ไม่รู้จักเขตเวลา \"%s\""),
                               "Asia/Bangkok")));
    PG_RETURN_DATEADT(date2j(local.tm_year, local.tm_mon, local.tm_mday) - POSTGRES_EPOCH_JDATE);
}
