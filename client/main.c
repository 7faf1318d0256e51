/*
 * main.c
 *    welfare: the command-line client of the allowance database.
 */
#include "commands.h"

#include "interrupt.h"
#include "language.h"
#include "message.h"
#include "options.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

static int
run(const Options *options)
{
    if (options->wants_help)
    {
        help_print(options->command);
        return STATUS_DONE;
    }
    if (options->wants_version)
    {
        puts("welfare " WELFARE_VERSION);
        return STATUS_DONE;
    }
    switch (options->command)
    {
        case COMMAND_IMPORT_PERSONS:
            return import_persons(options);
        case COMMAND_IMPORT_REGISTRY_FEED:
            return import_registry_feed(options);
        case COMMAND_IMPORT_BANK_RESULTS:
            return import_bank_results(options);
        case COMMAND_PAYFILE:
            return payfile(options);
        case COMMAND_REPORT_SUMMARY:
            return report_summary_by_programme(options);
        case COMMAND_CHECK:
            return check(options);
        case COMMAND_JOBS:
            return jobs(options);
        case COMMAND_NONE:
            break;
    }
    return STATUS_USAGE;
}

int
main(int count, char **arguments)
{
    Options options;
    int status = STATUS_USAGE;

    language_use_utf8_locale();
    language_from_environment();
    if (options_parse(count, arguments, &options))
        status = run(&options);
    if (fflush(stdout) != 0 || ferror(stdout))
    {
        message_error(SAY("could not write the output: %s", "เขียนผลลัพธ์ไม่ได้: %s"), strerror(errno));
        /* What an import recorded stays recorded, and its status says so. */
        if (status == STATUS_DONE && options.command != COMMAND_IMPORT_PERSONS &&
            options.command != COMMAND_IMPORT_REGISTRY_FEED &&
            options.command != COMMAND_IMPORT_BANK_RESULTS)
            status = STATUS_FAILED;
    }
    if (status == STATUS_FAILED)
        interrupt_pass_on();
    return status;
}
