/*
 * interrupt.c
 *    Ctrl-C and its kin, taken only where the program waits.
 *
 * The signals stay blocked except inside interrupt_wait(), so none is missed
 * between a look at the count and the wait.
 */
#include "interrupt.h"

#include <poll.h>
#include <signal.h>
#include <stddef.h>

static const int watched[] = {SIGINT, SIGTERM, SIGHUP};
static volatile sig_atomic_t count = 0;
static volatile sig_atomic_t last_signal = 0;
static sigset_t mask_while_waiting;

static void
take_signal(int signal_number)
{
    last_signal = signal_number;
    if (count < 2)
        count++;
}

/* From here on a signal no longer ends the program by itself. */
void
interrupt_watch(void)
{
    struct sigaction action = {.sa_handler = take_signal};
    sigset_t blocked;

    sigemptyset(&action.sa_mask);
    sigemptyset(&blocked);
    for (size_t i = 0; i < sizeof(watched) / sizeof(watched[0]); i++)
    {
        struct sigaction before;

        /* nohup has a hangup ignored, and that stays so. */
        sigaction(watched[i], NULL, &before);
        if (watched[i] == SIGHUP && before.sa_handler == SIG_IGN)
            continue;
        sigaction(watched[i], &action, NULL);
        sigaddset(&blocked, watched[i]);
    }
    sigprocmask(SIG_BLOCK, &blocked, &mask_while_waiting);
    for (size_t i = 0; i < sizeof(watched) / sizeof(watched[0]); i++)
        sigdelset(&mask_while_waiting, watched[i]);
}

/* How often the program was asked to stop: 0, 1, or 2 for more than once. */
int
interrupt_count(void)
{
    return count;
}

/*
 * Waits for a descriptor (-1: none) and lets signals in meanwhile.
 * Parameters: descriptor; events of poll(); milliseconds at most, -1 for ever,
 * 0 for a look. Answers the events that came, 0 when time or a signal ended it.
 */
int
interrupt_wait(int descriptor, short events, int milliseconds)
{
    struct pollfd entry = {.fd = descriptor, .events = events};
    struct timespec limit = {milliseconds / 1000, milliseconds % 1000 * 1000000L};

    if (ppoll(&entry, 1, milliseconds < 0 ? NULL : &limit, &mask_while_waiting) <= 0)
        return 0;
    return entry.revents;
}

/*
 * Ends the program by the signal that it was sent, if any, so that a script
 * that runs it stops too.
 */
void
interrupt_pass_on(void)
{
    if (count == 0)
        return;
    signal(last_signal, SIG_DFL);
    sigprocmask(SIG_SETMASK, &mask_while_waiting, NULL);
    raise(last_signal);
}
