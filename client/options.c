/*
 * options.c
 *    What the command line asks for. Options and words of the command may
 *    stand in any order.
 */
#include "options.h"

#include "language.h"
#include "message.h"
#include "option_values.h"

#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum
{
    WORDS_MOST = 4
};

/* Options without a letter. */
enum
{
    OPTION_HELP = 256,
    OPTION_LANGUAGE,
    OPTION_JSON,
    OPTION_REJECTED,
    OPTION_CHUNK,
    OPTION_LEGACY_UNKNOWN_BIRTH,
    OPTION_FISCAL_YEAR,
    OPTION_PROVINCE,
    OPTION_DISTRICT,
    OPTION_AUTHORITY,
    OPTION_AUTHORITY_TYPE,
    OPTION_FORMAT,
    OPTION_DISBURSEMENT,
    OPTION_BATCH,
    OPTION_OUTPUT,
    OPTION_LIST
};

static const struct option long_options[] = {
    {"host", required_argument, NULL, 'h'},
    {"port", required_argument, NULL, 'p'},
    {"username", required_argument, NULL, 'U'},
    {"dbname", required_argument, NULL, 'd'},
    {"no-password", no_argument, NULL, 'w'},
    {"password", no_argument, NULL, 'W'},
    {"help", no_argument, NULL, OPTION_HELP},
    {"version", no_argument, NULL, 'V'},
    {"quiet", no_argument, NULL, 'q'},
    {"language", required_argument, NULL, OPTION_LANGUAGE},
    {"json", no_argument, NULL, OPTION_JSON},
    {"rejected", required_argument, NULL, OPTION_REJECTED},
    {"chunk", required_argument, NULL, OPTION_CHUNK},
    {"legacy-unknown-birth", no_argument, NULL, OPTION_LEGACY_UNKNOWN_BIRTH},
    {"fiscal-year", required_argument, NULL, OPTION_FISCAL_YEAR},
    {"province", required_argument, NULL, OPTION_PROVINCE},
    {"district", required_argument, NULL, OPTION_DISTRICT},
    {"authority", required_argument, NULL, OPTION_AUTHORITY},
    {"authority-type", required_argument, NULL, OPTION_AUTHORITY_TYPE},
    {"format", required_argument, NULL, OPTION_FORMAT},
    {"disbursement", required_argument, NULL, OPTION_DISBURSEMENT},
    {"batch", required_argument, NULL, OPTION_BATCH},
    {"output", required_argument, NULL, OPTION_OUTPUT},
    {"list", no_argument, NULL, OPTION_LIST},
    {NULL, 0, NULL, 0}};

/* A stated total is that of a whole file, so results of a bank come in one piece (EG6.2). */
#define COMMANDS_IN_CHUNKS (1u << COMMAND_IMPORT_PERSONS | 1u << COMMAND_IMPORT_REGISTRY_FEED)
#define COMMANDS_OF_IMPORT (COMMANDS_IN_CHUNKS | 1u << COMMAND_IMPORT_BANK_RESULTS)

/* Which commands an option belongs to: a bit for each; an option of all is not listed. */
static const struct
{
    int option;
    unsigned commands;
} option_commands[] = {{'q', COMMANDS_OF_IMPORT | 1u << COMMAND_PAYFILE},
                       {OPTION_REJECTED, COMMANDS_OF_IMPORT},
                       {OPTION_CHUNK, COMMANDS_IN_CHUNKS},
                       {OPTION_LEGACY_UNKNOWN_BIRTH, 1u << COMMAND_IMPORT_PERSONS},
                       {OPTION_JSON, COMMANDS_OF_IMPORT | 1u << COMMAND_REPORT_SUMMARY |
                                         1u << COMMAND_PAYFILE | 1u << COMMAND_JOBS},
                       {OPTION_FISCAL_YEAR, 1u << COMMAND_REPORT_SUMMARY},
                       {OPTION_PROVINCE, 1u << COMMAND_REPORT_SUMMARY},
                       {OPTION_DISTRICT, 1u << COMMAND_REPORT_SUMMARY},
                       {OPTION_AUTHORITY, 1u << COMMAND_REPORT_SUMMARY},
                       {OPTION_AUTHORITY_TYPE, 1u << COMMAND_REPORT_SUMMARY},
                       {OPTION_FORMAT, 1u << COMMAND_REPORT_SUMMARY | 1u << COMMAND_PAYFILE},
                       {OPTION_DISBURSEMENT, 1u << COMMAND_PAYFILE},
                       {OPTION_BATCH, 1u << COMMAND_PAYFILE},
                       {OPTION_OUTPUT, 1u << COMMAND_PAYFILE},
                       {OPTION_LIST, 1u << COMMAND_PAYFILE}};

/* The command line as it was found, before its sense is checked. */
typedef struct
{
    const char *words[WORDS_MOST];
    int word_count;
    const char *given[sizeof(option_commands) /
                      sizeof(option_commands[0])]; /* as typed, by option_commands */
    bool has_json;
    const char *format; /* as typed; what it means depends on the command */
} Found;

static bool
refuse_usage(void)
{
    message_hint("%s", SAY("Try \"welfare --help\".", "ดูวิธีใช้: welfare --help"));
    return false;
}

static bool
take_word(Found *found, const char *word)
{
    if (found->word_count < WORDS_MOST)
    {
        found->words[found->word_count++] = word;
        return true;
    }
    message_error(SAY("too many arguments: \"%s\"", "มีอาร์กิวเมนต์เกิน: \"%s\""), word);
    return refuse_usage();
}

/* Takes one option. Answers false, having said why, when it is none. */
static bool
take_option(Options *options, Found *found, int option, const char *typed)
{
    for (size_t i = 0; i < sizeof(option_commands) / sizeof(option_commands[0]); i++)
    {
        if (option_commands[i].option == option)
            found->given[i] = typed;
    }
    switch (option)
    {
        case 'h':
            options->connection.host = optarg;
            return true;
        case 'p':
            options->connection.port = optarg;
            return true;
        case 'U':
            options->connection.username = optarg;
            return true;
        case 'd':
            options->connection.database = optarg;
            return true;
        case 'w':
            options->connection.prompt = PASSWORD_NEVER;
            return true;
        case 'W':
            options->connection.prompt = PASSWORD_ALWAYS;
            return true;
        case 'V':
            options->wants_version = true;
            return true;
        case 'q':
            options->is_quiet = true;
            return true;
        case OPTION_LANGUAGE:
            if (language_choose(optarg))
                return true;
            message_error(SAY("unknown language \"%s\"", "ไม่รู้จักภาษา \"%s\""), optarg);
            message_hint("%s", SAY("Languages are th and en.", "ภาษาที่ใช้ได้คือ th และ en"));
            return false;
        case OPTION_JSON:
            found->has_json = true;
            return true;
        case OPTION_REJECTED:
            options->rejected = optarg;
            return true;
        case OPTION_CHUNK:
            return option_chunk(optarg, &options->chunk);
        case OPTION_LEGACY_UNKNOWN_BIRTH:
            options->is_legacy_unknown_birth = true;
            return true;
        case OPTION_FISCAL_YEAR:
            options->fiscal_year = optarg;
            return true;
        case OPTION_PROVINCE:
            options->province = optarg;
            return true;
        case OPTION_DISTRICT:
            options->district = optarg;
            return true;
        case OPTION_AUTHORITY:
            options->authority = optarg;
            return true;
        case OPTION_AUTHORITY_TYPE:
            options->authority_type = optarg;
            return true;
        case OPTION_FORMAT:
            found->format = optarg;
            return true;
        case OPTION_DISBURSEMENT:
            options->disbursement = optarg;
            return option_number(typed, optarg);
        case OPTION_BATCH:
            options->batch = optarg;
            return option_number(typed, optarg);
        case OPTION_OUTPUT:
            options->output = optarg;
            return true;
        case OPTION_LIST:
            options->is_list = true;
            return true;
        case ':':
            message_error(SAY("option \"%s\" needs a value", "ตัวเลือก \"%s\" ต้องมีค่า"), typed);
            return refuse_usage();
        default:
            message_error(SAY("unknown option \"%s\"", "ไม่รู้จักตัวเลือก \"%s\""), typed);
            return refuse_usage();
    }
}

/* The commands and their words. */
static const struct
{
    const char *words[2];
    Command command;
} commands[] = {{{"import", "persons"}, COMMAND_IMPORT_PERSONS},
                {{"import", "registry-feed"}, COMMAND_IMPORT_REGISTRY_FEED},
                {{"import", "bank-results"}, COMMAND_IMPORT_BANK_RESULTS},
                {{"report", "summary-by-programme"}, COMMAND_REPORT_SUMMARY},
                {{"payfile", NULL}, COMMAND_PAYFILE},
                {{"check", NULL}, COMMAND_CHECK},
                {{"jobs", NULL}, COMMAND_JOBS}};

/* Finds the command that the words name. Parameters: words; how many belong to it (out). */
static bool
find_command(Options *options, const Found *found, int *used)
{
    const char *half = NULL;
    char known[128] = "";

    for (size_t i = 0; i < sizeof(commands) / sizeof(commands[0]); i++)
    {
        int wanted = commands[i].words[1] == NULL ? 1 : 2;

        if (found->word_count == 0 || strcmp(found->words[0], commands[i].words[0]) != 0)
            continue;
        half = commands[i].words[1];
        if (wanted == 2)
            snprintf(known + strlen(known), sizeof(known) - strlen(known), "%s%s",
                     known[0] == '\0' ? "" : ", ", half);
        /* "welfare import --help" explains what can be imported. */
        if (wanted == 1 || (found->word_count == 1 && options->wants_help) ||
            (found->word_count > 1 && strcmp(found->words[1], commands[i].words[1]) == 0))
        {
            options->command = commands[i].command;
            *used = wanted;
            return true;
        }
    }
    if (found->word_count == 0)
        message_error("%s", SAY("no command was given", "ไม่ได้ระบุคำสั่ง"));
    else if (half == NULL)
        message_error(SAY("unknown command \"%s\"", "ไม่รู้จักคำสั่ง \"%s\""), found->words[0]);
    else if (found->word_count == 1)
        message_error(SAY("%s what? known: %s", "ต้องระบุสิ่งที่จะ %s: %s"), found->words[0], known);
    else
        message_error(
            SAY("unknown command \"%s %s\"; known: %s %s", "ไม่รู้จักคำสั่ง \"%s %s\" ที่มีคือ %s %s"),
            found->words[0], found->words[1], found->words[0], known);
    return refuse_usage();
}

static bool
refuse_both(const char *one, const char *other)
{
    message_error(SAY("options \"%s\" and \"%s\" exclude each other",
                      "ใช้ตัวเลือก \"%s\" และ \"%s\" พร้อมกันไม่ได้"),
                  one, other);
    return refuse_usage();
}

/* Takes the format for what it is with the command, and sees which options exclude each other. */
static bool
check_formats(Options *options, const Found *found)
{
    options->payfile_kinds = PAYFILE_PAIN001;
    if (options->command != COMMAND_PAYFILE)
        return found->has_json && found->format != NULL
                   ? refuse_both("--json", "--format")
                   : found->format == NULL || option_format(found->format, &options->format);
    if (options->is_list && (found->format != NULL || options->output != NULL))
        return refuse_both("--list", found->format != NULL ? "--format" : "--output");
    if (options->batch != NULL && options->disbursement == NULL)
    {
        message_error(
            SAY("option \"%s\" needs option \"%s\" beside it", "ตัวเลือก \"%s\" ต้องใช้คู่กับ \"%s\""),
            "--batch", "--disbursement");
        return refuse_usage();
    }
    return found->format == NULL || option_payfile_kinds(found->format, &options->payfile_kinds);
}

/* Checks that options and words go with the command. */
static bool
check_sense(Options *options, const Found *found, int used)
{
    const bool is_import = (COMMANDS_OF_IMPORT & 1u << options->command) != 0;
    int wanted = is_import ? used + 1 : used;

    for (size_t i = 0; i < sizeof(option_commands) / sizeof(option_commands[0]); i++)
    {
        if (found->given[i] != NULL && (option_commands[i].commands & 1u << options->command) == 0)
        {
            message_error(SAY("option \"%s\" does not belong to the command \"%s\"",
                              "ตัวเลือก \"%s\" ใช้กับคำสั่ง \"%s\" ไม่ได้"),
                          found->given[i], found->words[0]);
            return refuse_usage();
        }
    }
    if (!check_formats(options, found))
        return false;
    if (found->has_json)
        options->format = FORMAT_JSON;
    if (found->word_count > wanted)
    {
        message_error(SAY("too many arguments: \"%s\"", "มีอาร์กิวเมนต์เกิน: \"%s\""),
                      found->words[wanted]);
        return refuse_usage();
    }
    if (is_import)
    {
        if (found->word_count < wanted)
        {
            message_error("%s", SAY("which file?", "ไม่ได้ระบุแฟ้ม"));
            return refuse_usage();
        }
        options->file = found->words[used];
    }
    return true;
}

/*
 * Reads the command line. Answers false, having said why, when it makes no
 * sense. Asked for help or version, it looks no further than it must.
 */
bool
options_parse(int count, char **arguments, Options *options)
{
    Found found = {.word_count = 0};
    int used = 0;
    bool is_good = true;

    *options = (Options){.command = COMMAND_NONE};
    opterr = 0;
    /* "-": words come in turn with the options; ":": a missing value is told from an unknown
     * option. */
    while (is_good)
    {
        int place = optind;
        int option = getopt_long(count, arguments, "-:h:p:U:d:wWqV", long_options, NULL);

        if (option == -1)
            break;
        if (option == 1)
            is_good = take_word(&found, optarg);
        else if (option == OPTION_HELP || (option == '?' && strcmp(arguments[place], "-?") == 0))
            options->wants_help = true;
        else
            is_good = take_option(options, &found, option, arguments[place]);
    }
    while (is_good && optind < count)
        is_good = take_word(&found, arguments[optind++]);
    if (!is_good)
        return false;
    if (options->wants_version || (options->wants_help && found.word_count == 0))
        return true;
    if (!find_command(options, &found, &used))
        return false;
    return options->wants_help || check_sense(options, &found, used);
}
