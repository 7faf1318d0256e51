/*
 * progress.c
 *    How far a long piece of work is, on a terminal.
 *
 * One line on standard error, drawn anew a few times a second: while a file is
 * read a bar with bytes, rows and rate; while rows of a known number are written
 * a bar with rows and rate; while the server works the seconds.
 */
#include "progress.h"

#include "language.h"
#include "number.h"
#include "table.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <time.h>
#include <unistd.h>

enum
{
    LINE_SIZE = 1024,
    BAR_MOST = 40,
    BAR_LEAST = 5,
    WIDTH_UNKNOWN = 80
};

static const double seconds_between_drawings = 0.1;

static struct
{
    bool is_wanted;
    bool is_running;
    bool is_file;
    const char *label;
    int64_t bytes_total;
    int64_t bytes;
    int64_t rows_total; /* 0: not known */
    int64_t rows;
    double began;
    double drawn;
    int width_drawn; /* columns that the line on the terminal takes */
} state;

static double
now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Columns of the terminal. */
static int
terminal_width(void)
{
    struct winsize size;

    if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
        return size.ws_col;
    return WIDTH_UNKNOWN;
}

/* Puts a line in place of the one that stands there, if it fits. */
static void
draw(const char *line)
{
    int width = display_width(line);

    if (width >= terminal_width())
        return;
    fprintf(stderr, "\r%s%*s\r%s", line, state.width_drawn > width ? state.width_drawn - width : 0,
            "", line);
    fflush(stderr);
    state.width_drawn = width;
}

/* Draws the bar of a share, and words after it; the bar only where it has room. */
static void
draw_bar(double share, const char *line)
{
    int room =
        terminal_width() - display_width(state.label) - display_width(line) - (int)sizeof(" []");

    if (room > BAR_MOST)
        room = BAR_MOST;
    if (room >= BAR_LEAST)
    {
        char bar[BAR_MOST + 1], whole[2 * LINE_SIZE + BAR_MOST];
        int filled = (int)(share * room);

        memset(bar, '#', (size_t)filled);
        memset(bar + filled, '.', (size_t)(room - filled));
        bar[room] = '\0';
        snprintf(whole, sizeof(whole), "%s [%s]%s", state.label, bar, line);
        draw(whole);
    }
    else
        draw(line);
}

/* Which part of a whole is done, at most all of it. */
static double
share_of(int64_t part, int64_t whole)
{
    double share = whole > 0 ? (double)part / (double)whole : 1;

    return share > 1 ? 1 : share;
}

/* Draws the share of the file that is read, or of the rows that are written, then how much that
 * is. */
static void
draw_share(double seconds)
{
    char line[LINE_SIZE], rows[NUMBER_SIZE], rows_total[NUMBER_SIZE], rate[NUMBER_SIZE];
    const double megabyte = 1e6;
    double share;

    number_with_commas(rows, state.rows);
    number_with_commas(rate, seconds > 0 ? (int64_t)((double)state.rows / seconds) : 0);
    if (state.rows_total > 0)
    {
        share = share_of(state.rows, state.rows_total);
        number_with_commas(rows_total, state.rows_total);
        snprintf(line, sizeof(line),
                 SAY(" %3d%%  %s/%s transfers  %s/s", " %3d%%  %s/%s รายการ  %s รายการ/วินาที"),
                 (int)(share * 100), rows, rows_total, rate);
    }
    else
    {
        share = share_of(state.bytes, state.bytes_total);
        snprintf(line, sizeof(line),
                 SAY(" %3d%%  %.1f/%.1f MB  %s rows  %s rows/s",
                     " %3d%%  %.1f/%.1f MB  %s แถว  %s แถว/วินาที"),
                 (int)(share * 100), (double)state.bytes / megabyte,
                 (double)state.bytes_total / megabyte, rows, rate);
    }
    draw_bar(share, line);
}

static void
draw_now(double moment)
{
    state.drawn = moment;
    if (state.is_file)
        draw_share(moment - state.began);
    else
    {
        char line[LINE_SIZE];

        snprintf(line, sizeof(line), SAY("%s … %d s", "%s … %d วินาที"), state.label,
                 (int)(moment - state.began));
        draw(line);
    }
}

/* Progress is shown when it is wanted and standard error is a terminal. */
void
progress_enable(bool wanted)
{
    state.is_wanted = wanted && isatty(STDERR_FILENO);
}

/* Begins the reading of a file. Parameters: what is done with it; its size in bytes. */
void
progress_begin_file(const char *label, int64_t bytes)
{
    progress_begin_phase(label);
    state.is_file = true;
    state.bytes_total = bytes;
    state.bytes = 0;
    state.rows_total = 0;
    state.rows = 0;
}

/* Begins the writing of rows. Parameters: what is done with them; how many there are. */
void
progress_begin_rows(const char *label, int64_t rows)
{
    progress_begin_file(label, 0);
    state.rows_total = rows;
}

/* Says how many rows are written. */
void
progress_of_rows(int64_t rows)
{
    state.rows = rows;
    progress_tick();
}

/* Says how many bytes and rows are read. */
void
progress_of_file(int64_t bytes, int64_t rows)
{
    state.bytes = bytes;
    state.rows = rows;
    progress_tick();
}

/* Begins a piece of work of unknown length. */
void
progress_begin_phase(const char *label)
{
    state.is_running = state.is_wanted;
    state.is_file = false;
    state.label = label;
    state.began = now();
    state.drawn = 0;
}

/* Draws again when it is time. */
void
progress_tick(void)
{
    double moment;

    if (!state.is_running)
        return;
    moment = now();
    if (moment - state.drawn >= seconds_between_drawings)
        draw_now(moment);
}

/* Takes the line away, for something else to be written there. */
void
progress_clear(void)
{
    if (state.width_drawn == 0)
        return;
    fprintf(stderr, "\r%*s\r", state.width_drawn, "");
    fflush(stderr);
    state.width_drawn = 0;
}

/* Ends the showing. */
void
progress_end(void)
{
    state.is_running = false;
    progress_clear();
}
