/*
 * connection.h
 *    A connection to the database and questions to it, each of which Ctrl-C
 *    can stop.
 */
#ifndef CLIENT_CONNECTION_H
#define CLIENT_CONNECTION_H

#include <stdbool.h>
#include <stddef.h>

#include <libpq-fe.h>

typedef enum
{
    PASSWORD_WHEN_ASKED,
    PASSWORD_NEVER,
    PASSWORD_ALWAYS
} PasswordPrompt;

typedef struct
{
    const char *host;
    const char *port;
    const char *username;
    const char *database; /* name, URI or conninfo string */
    PasswordPrompt prompt;
} ConnectionOptions;

/* How a transaction's COMMIT ended. */
typedef enum
{
    COMMIT_DONE,
    COMMIT_REFUSED,
    COMMIT_UNKNOWN /* the connection was lost before the answer came */
} CommitOutcome;

PGconn *connection_open(const ConnectionOptions *options);
bool connection_begin(PGconn *connection, bool read_only);
CommitOutcome connection_commit(PGconn *connection);
PGresult *connection_query(PGconn *connection, const char *statement, int count,
                           const char *const *values);
bool connection_send(PGconn *connection, const char *statement, int count,
                     const char *const *values);
PGresult *connection_next_result(PGconn *connection);
bool connection_copy(PGconn *connection, const char *data, size_t size);
bool connection_end_copy(PGconn *connection);
void connection_abandon(PGconn *connection);

#endif /* CLIENT_CONNECTION_H */
