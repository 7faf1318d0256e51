/*
 * message.c
 *    What people are told when something is wrong.
 */
#include "message.h"

#include "language.h"
#include "progress.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Writes one line to standard error, after whatever progress bar stands there. */
static void
write_line(const char *prefix, const char *format, va_list arguments)
{
    progress_clear();
    fputs(prefix, stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
}

/* Says what failed. */
void
message_error(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    write_line(SAY("welfare: error: ", "welfare: ผิดพลาด: "), format, arguments);
    va_end(arguments);
}

/* Says what is amiss, although the work went on. */
void
message_warning(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    write_line(SAY("welfare: warning: ", "welfare: คำเตือน: "), format, arguments);
    va_end(arguments);
}

/* Adds to the last message which value it is about. */
void
message_detail(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    write_line("DETAIL: ", format, arguments);
    va_end(arguments);
}

/* Adds to the last message what to do. */
void
message_hint(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    write_line("HINT: ", format, arguments);
    va_end(arguments);
}

/*
 * Says what the server said: message, detail and hint. Its context is left
 * out: it may quote the data of people.
 */
void
message_server_error(const PGresult *result)
{
    const char *primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const char *detail = PQresultErrorField(result, PG_DIAG_MESSAGE_DETAIL);
    const char *hint = PQresultErrorField(result, PG_DIAG_MESSAGE_HINT);

    if (primary == NULL)
        primary = PQresultErrorMessage(result);
    message_error("%.*s", (int)strcspn(primary, "\n"), primary);
    if (detail != NULL && detail[0] != '\0')
        message_detail("%s", detail);
    if (hint != NULL && hint[0] != '\0')
        message_hint("%s", hint);
}

/* Says what libpq said of a connection. */
void
message_connection_error(const PGconn *connection)
{
    const char *text = PQerrorMessage(connection);
    size_t size = strlen(text);

    while (size > 0 && text[size - 1] == '\n')
        size--;
    message_error("%.*s", (int)size, text);
}

/* Receives the server's notices; only warnings are worth a person's time. */
void
message_server_notice(void *unused, const PGresult *result)
{
    const char *severity = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
    const char *primary = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);

    (void)unused;
    if (severity != NULL && primary != NULL && strcmp(severity, "WARNING") == 0)
        message_warning("%s", primary);
}

/* Ends the program; a server's transaction ends with its connection. */
void
message_out_of_memory(void)
{
    message_error("%s", SAY("out of memory", "หน่วยความจำไม่พอ"));
    exit(EXIT_FAILURE);
}
