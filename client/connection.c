/*
 * connection.c
 *    A connection to the database and questions to it.
 *
 * Nothing here blocks: every wait is interrupt_wait(), which lets Ctrl-C in.
 * Each function that fails has said why, unless Ctrl-C was the reason.
 */
#include "connection.h"

#include "interrupt.h"
#include "language.h"
#include "message.h"
#include "progress.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include <bsd/readpassphrase.h>

enum
{
    PASSWORD_SIZE = 1024,
    PARAMETERS = 8,
    TICK_MILLISECONDS = 200,
    ROLLBACK_MILLISECONDS = 5000
};

/* Asks for a password on the terminal. Answers false when there is none. */
static bool
ask_password(const char *username, char *password)
{
    char prompt[256];

    if (username != NULL)
        snprintf(prompt, sizeof(prompt), SAY("Password for user %s: ", "รหัสผ่านของผู้ใช้ %s: "),
                 username);
    else
        snprintf(prompt, sizeof(prompt), "%s", SAY("Password: ", "รหัสผ่าน: "));
    if (readpassphrase(prompt, password, PASSWORD_SIZE, RPP_ECHO_OFF) != NULL)
        return true;
    message_error("%s", SAY("no password was given", "ไม่ได้รับรหัสผ่าน"));
    return false;
}

/* One attempt to connect, with or without a password. */
static PGconn *
attempt(const ConnectionOptions *options, const char *password)
{
    const char *keywords[PARAMETERS], *values[PARAMETERS];
    int count = 0;
    PGconn *connection;

    keywords[count] = "host";
    values[count++] = options->host;
    keywords[count] = "port";
    values[count++] = options->port;
    keywords[count] = "user";
    values[count++] = options->username;
    keywords[count] = "password";
    values[count++] = password;
    keywords[count] = "dbname";
    values[count++] = options->database;
    keywords[count] = "fallback_application_name";
    values[count++] = "welfare";
    keywords[count] = "client_encoding";
    values[count++] = "UTF8";
    keywords[count] = NULL;
    values[count] = NULL;
    connection = PQconnectdbParams(keywords, values, 1);
    if (connection == NULL)
        message_out_of_memory();
    return connection;
}

/*
 * Connects as psql does, asking for a password where the server wants one.
 * Answers NULL when that failed. Signals are watched from here on.
 */
PGconn *
connection_open(const ConnectionOptions *options)
{
    char password[PASSWORD_SIZE];
    bool has_password = false;
    PGconn *connection;

    if (options->prompt == PASSWORD_ALWAYS)
    {
        if (!ask_password(options->username, password))
            return NULL;
        has_password = true;
    }
    connection = attempt(options, has_password ? password : NULL);
    if (PQstatus(connection) == CONNECTION_BAD && PQconnectionNeedsPassword(connection) &&
        !has_password && options->prompt != PASSWORD_NEVER)
    {
        bool answered = ask_password(PQuser(connection), password);

        PQfinish(connection);
        if (!answered)
            return NULL;
        connection = attempt(options, password);
    }
    explicit_bzero(password, sizeof(password));
    if (PQstatus(connection) == CONNECTION_BAD)
    {
        message_connection_error(connection);
        message_hint("%s", SAY("Say where the database is with -h, -p, -U and -d, or with PGHOST, "
                               "PGPORT, PGUSER and PGDATABASE.",
                               "ระบุที่อยู่ของฐานข้อมูลด้วย -h, -p, -U และ -d หรือด้วย PGHOST, PGPORT, "
                               "PGUSER และ PGDATABASE"));
        PQfinish(connection);
        return NULL;
    }
    PQsetNoticeReceiver(connection, message_server_notice, NULL);
    /* It may quote the data of people. */
    PQsetErrorContextVisibility(connection, PQSHOW_CONTEXT_NEVER);
    PQsetnonblocking(connection, 1);
    interrupt_watch();
    return connection;
}

/* Asks the server to stop what it does. What it then answers comes as usual. */
static void
ask_to_cancel(PGconn *connection)
{
    PGcancel *cancel = PQgetCancel(connection);
    char reason[256];

    if (cancel == NULL)
        return;
    PQcancel(cancel, reason, sizeof(reason));
    PQfreeCancel(cancel);
}

/*
 * Waits until the connection can be read (or written too).
 * Answers false when it broke, or when a second Ctrl-C came.
 */
static bool
wait_for_server(PGconn *connection, bool to_write)
{
    int before = interrupt_count();
    short events = to_write ? POLLIN | POLLOUT : POLLIN;
    int came = interrupt_wait(PQsocket(connection), events, TICK_MILLISECONDS);

    progress_tick();
    if (interrupt_count() == 1 && before == 0)
        ask_to_cancel(connection);
    else if (interrupt_count() > 1)
        return false;
    if (came & ~POLLOUT)
        return PQconsumeInput(connection) == 1;
    return true;
}

/* Sends what libpq has kept back. */
static bool
flush(PGconn *connection)
{
    int left;

    while ((left = PQflush(connection)) == 1)
    {
        if (!wait_for_server(connection, true))
            return false;
    }
    return left == 0;
}

/* Says that the connection broke, unless Ctrl-C was the reason. */
static bool
broken(PGconn *connection)
{
    if (interrupt_count() == 0)
        message_connection_error(connection);
    return false;
}

/* Sends a statement with its parameters (texts, NULL for null). Its results come one by one. */
bool
connection_send(PGconn *connection, const char *statement, int count, const char *const *values)
{
    if (interrupt_count() > 0)
        return false;
    if (PQsendQueryParams(connection, statement, count, NULL, values, NULL, NULL, 0) != 1)
        return broken(connection);
    return flush(connection) || broken(connection);
}

/* Waits until a result can be fetched. */
static bool
wait_for_result(PGconn *connection)
{
    while (PQisBusy(connection))
    {
        if (!wait_for_server(connection, false))
            return false;
    }
    return true;
}

/*
 * The statement's next result; NULL after the last one, and when the
 * connection broke: PQstatus() or the result before tells which.
 */
PGresult *
connection_next_result(PGconn *connection)
{
    if (wait_for_result(connection))
        return PQgetResult(connection);
    broken(connection);
    return NULL;
}

/*
 * Says why a result is no success, unless Ctrl-C was the reason, and frees it.
 * What follows an error is of no interest, but must be fetched.
 */
static PGresult *
refused(PGconn *connection, PGresult *result)
{
    if (interrupt_count() == 0 && result != NULL)
        message_server_error(result);
    while (result != NULL && PQresultStatus(result) != PGRES_COPY_IN)
    {
        PQclear(result);
        result = wait_for_result(connection) ? PQgetResult(connection) : NULL;
    }
    PQclear(result);
    return NULL;
}

/*
 * Runs one statement with parameters. Answers its result, to be freed, or NULL
 * when it failed. COPY is left open; everything else is complete.
 */
PGresult *
connection_query(PGconn *connection, const char *statement, int count, const char *const *values)
{
    PGresult *result, *after;
    ExecStatusType status;

    if (!connection_send(connection, statement, count, values))
        return NULL;
    result = connection_next_result(connection);
    status = PQresultStatus(result);
    if (status == PGRES_COPY_IN)
        return result;
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK)
        return refused(connection, result);
    while ((after = connection_next_result(connection)) != NULL)
        PQclear(after);
    return result;
}

/*
 * Opens a transaction whose statements see no schema but those they name, and
 * are answered in the reader's language. The settings end with it, so a pool's
 * next user does not find them.
 */
bool
connection_begin(PGconn *connection, bool read_only)
{
    const char *values[] = {language_name()};
    const char *begin = read_only ? "BEGIN ISOLATION LEVEL READ COMMITTED READ ONLY"
                                  : "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";
    PGresult *result = connection_query(connection, begin, 0, NULL);

    if (result == NULL)
        return false;
    PQclear(result);
    result = connection_query(connection,
                              "SELECT pg_catalog.set_config('search_path', '', true),"
                              " pg_catalog.set_config('welfare.language', $1, true)",
                              1, values);
    PQclear(result);
    return result != NULL;
}

/*
 * Ends the transaction. One Ctrl-C no longer stops it, because the server may
 * have recorded it already; a second one leaves without the answer.
 */
CommitOutcome
connection_commit(PGconn *connection)
{
    PGresult *result;
    CommitOutcome outcome = COMMIT_UNKNOWN;

    if (PQsendQuery(connection, "COMMIT") != 1)
    {
        message_connection_error(connection);
        return COMMIT_REFUSED;
    }
    do
    {
        while (PQflush(connection) == 1 || PQisBusy(connection))
        {
            interrupt_wait(PQsocket(connection), POLLIN, TICK_MILLISECONDS);
            if (interrupt_count() > 1)
                return COMMIT_UNKNOWN;
            if (PQconsumeInput(connection) != 1)
                break;
        }
        result = PQgetResult(connection);
        if (PQresultStatus(result) == PGRES_COMMAND_OK)
            outcome = strcmp(PQcmdStatus(result), "COMMIT") == 0 ? COMMIT_DONE : COMMIT_REFUSED;
        else if (result != NULL && outcome == COMMIT_UNKNOWN)
        {
            message_server_error(result);
            outcome = COMMIT_REFUSED;
        }
        PQclear(result);
    } while (result != NULL);
    /* Of a connection that ended meanwhile nobody knows what it did last. */
    return outcome == COMMIT_REFUSED && PQstatus(connection) != CONNECTION_OK ? COMMIT_UNKNOWN
                                                                              : outcome;
}

/* Sends a piece of COPY's data, and waits until it has left, so that nothing piles up here. */
bool
connection_copy(PGconn *connection, const char *data, size_t size)
{
    int sent;

    if (interrupt_count() > 0)
        return false;
    while ((sent = PQputCopyData(connection, data, (int)size)) == 0)
    {
        if (!wait_for_server(connection, true))
            return broken(connection);
    }
    if (sent != 1 || !flush(connection))
        return broken(connection);
    /* A look for Ctrl-C, also when the server takes everything at once. */
    interrupt_wait(-1, 0, 0);
    return interrupt_count() == 0;
}

/* Ends COPY. Answers whether the server took all of it. */
bool
connection_end_copy(PGconn *connection)
{
    PGresult *result;
    int sent;

    while ((sent = PQputCopyEnd(connection, NULL)) == 0)
    {
        if (!wait_for_server(connection, true))
            return broken(connection);
    }
    if (sent != 1 || !flush(connection))
        return broken(connection);
    result = connection_next_result(connection);
    if (PQresultStatus(result) != PGRES_COMMAND_OK)
        return refused(connection, result) != NULL;
    PQclear(result);
    while ((result = connection_next_result(connection)) != NULL)
        PQclear(result);
    return interrupt_count() == 0;
}

/*
 * Ends the connection with nothing of an open transaction recorded: what runs
 * is cancelled and rolled back. A server that does not answer in time rolls
 * back when it finds the connection gone.
 */
void
connection_abandon(PGconn *connection)
{
    int waits = ROLLBACK_MILLISECONDS / TICK_MILLISECONDS;

    if (PQtransactionStatus(connection) == PQTRANS_ACTIVE)
    {
        ask_to_cancel(connection);
        /* Says no more than "no COPY in progress" when there is none. */
        PQputCopyEnd(connection, "cancelled");
        while (waits-- > 0 && PQstatus(connection) == CONNECTION_OK &&
               PQtransactionStatus(connection) == PQTRANS_ACTIVE)
        {
            PQflush(connection);
            if (PQisBusy(connection))
            {
                interrupt_wait(PQsocket(connection), POLLIN, TICK_MILLISECONDS);
                if (PQconsumeInput(connection) != 1)
                    break;
            }
            while (!PQisBusy(connection))
            {
                PGresult *result = PQgetResult(connection);
                bool is_last = result == NULL || PQresultStatus(result) == PGRES_COPY_IN;

                PQclear(result);
                if (is_last)
                    break;
            }
        }
    }
    if (PQtransactionStatus(connection) == PQTRANS_INTRANS ||
        PQtransactionStatus(connection) == PQTRANS_INERROR)
    {
        PQsetnonblocking(connection, 0);
        PQclear(PQexec(connection, "ROLLBACK"));
    }
    PQfinish(connection);
}
