/*
 * thai_date_scan_core.c
 *    Splitting a written date into day, month and year. See thai_date_core.h.
 *
 * The text is first reduced to the characters that matter, then split by its
 * form. Whether the calendar has such a day is asked in thai_date_core.c.
 */
#include "thai_date_core.h"

#include "thai_text_core.h"

/* More characters than any date needs, after spaces have been reduced. */
#define MOST_CHARACTERS 96

/* A place in the reduced text. */
typedef struct Cursor
{
    const uint32_t *at;
    const uint32_t *end;
} Cursor;

/* A weekday's name or abbreviation, and its number. */
typedef struct WeekdayWord
{
    const char *word;
    int weekday;
} WeekdayWord;

/* Tried in this order: a word stands before its own beginnings. */
static const WeekdayWord weekday_words[] = {{"อาทิตย์", 0},  {"จันทร์", 1}, {"อังคาร", 2}, {"พุธ", 3},
                                            {"พฤหัสบดี", 4}, {"พฤหัส", 4}, {"ศุกร์", 5},   {"เสาร์", 6},
                                            {"อา.", 0},    {"จ.", 1},   {"อ.", 2},    {"พฤ.", 4},
                                            {"พ.", 3},     {"ศ.", 5},   {"ส.", 6}};

static bool
is_tone_mark(uint32_t character)
{
    return character >= 0x0E48 && character <= 0x0E4B;
}

static bool
is_upper_or_lower_vowel(uint32_t character)
{
    return character == 0x0E31 || (character >= 0x0E34 && character <= 0x0E39);
}

static bool
is_digit(uint32_t character)
{
    return character >= '0' && character <= '9';
}

/*
 * Reduces text to ASCII digits, '-', '/', '.', single spaces and letters;
 * invisible characters go, and a tone mark typed before its vowel comes after
 * it. Answers the number of characters, -1 if the text is not UTF-8 or too long.
 */
static int
reduce(const char *text, size_t length, uint32_t *reduced)
{
    const char *end = text + length;
    int count = 0;

    while (text < end)
    {
        uint32_t character;
        int bytes = thai_decode(text, end, &character);

        if (bytes == 0)
            return -1;
        text += bytes;

        if (thai_is_invisible(character))
            continue;
        if (thai_digit_value(character) >= 0)
            character = '0' + (uint32_t)thai_digit_value(character);
        else if (thai_is_space(character))
        {
            if (count == 0 || reduced[count - 1] == ' ')
                continue;
            character = ' ';
        }
        else if (thai_is_dash(character))
            character = '-';
        else if (character == 0x2044 || character == 0x2215 || character == 0xFF0F)
            character = '/';
        else if (character == 0xFF0E)
            character = '.';
        else if (character == 'x')
            character = 'X';
        else if (is_upper_or_lower_vowel(character) && count > 0 &&
                 is_tone_mark(reduced[count - 1]) && count < MOST_CHARACTERS)
        {
            reduced[count] = reduced[count - 1];
            reduced[count - 1] = character;
            count++;
            continue;
        }

        if (count == MOST_CHARACTERS)
        {
            if (character == ' ')
                continue;
            return -1;
        }
        reduced[count++] = character;
    }
    if (count > 0 && reduced[count - 1] == ' ')
        count--;
    return count;
}

static bool
at_end(const Cursor *cursor)
{
    return cursor->at == cursor->end;
}

static bool
take(Cursor *cursor, uint32_t character)
{
    if (at_end(cursor) || *cursor->at != character)
        return false;
    cursor->at++;
    return true;
}

static void
skip_space(Cursor *cursor)
{
    take(cursor, ' ');
}

/*
 * Takes a word. A full stop in it may be missing from the text, and a space may
 * follow it there: "พ.ศ." takes "พ.ศ.", "พศ" and "พ. ศ.".
 */
static bool
take_word(Cursor *cursor, const CalendarName *word)
{
    const char *text = word->text;
    const char *end = text + word->length;
    Cursor ahead = *cursor;
    uint32_t character;
    int bytes;

    while ((bytes = thai_decode(text, end, &character)) > 0)
    {
        text += bytes;
        if (character != '.')
        {
            if (!take(&ahead, character))
                return false;
        }
        else if (take(&ahead, '.'))
            skip_space(&ahead);
    }
    *cursor = ahead;
    return true;
}

static bool
take_literal(Cursor *cursor, const char *word)
{
    CalendarName name = {word, 0};

    while (word[name.length] != '\0')
        name.length++;
    return take_word(cursor, &name);
}

/* Takes all digits that stand here, if they are at most most; answers how many. */
static int
take_digits(Cursor *cursor, int most, int *value)
{
    int count = 0;
    int number = 0;

    while (cursor->at + count < cursor->end && is_digit(cursor->at[count]))
    {
        if (count == most)
            return 0;
        number = number * 10 + (int)(cursor->at[count] - '0');
        count++;
    }
    cursor->at += count;
    if (count > 0)
        *value = number;
    return count;
}

/* Takes a year of two or four digits. */
static bool
take_year(Cursor *cursor, ThaiDateText *written)
{
    int year = 0;
    int digits = take_digits(cursor, 4, &year);

    if (digits != 2 && digits != 4)
        return false;
    written->year = year;
    written->year_digits = digits;
    return true;
}

/* Takes two digits, or XX for an unknown part, which becomes 0. */
static bool
take_iso_part(Cursor *cursor, int *value, bool *unknown)
{
    *unknown = take(cursor, 'X');
    if (*unknown)
        return take(cursor, 'X');
    return take_digits(cursor, 2, value) == 2;
}

/* 2026-10-01, 1947-07-XX, 1947-XX-XX. */
static CalendarProblem
scan_iso(Cursor cursor, ThaiDateText *written)
{
    bool month_unknown;
    bool day_unknown;

    written->iso = true;
    if (!take_year(&cursor, written) || written->year_digits != 4 || !take(&cursor, '-') ||
        !take_iso_part(&cursor, &written->month, &month_unknown) || !take(&cursor, '-') ||
        !take_iso_part(&cursor, &written->day, &day_unknown) || !at_end(&cursor))
        return CALENDAR_BAD_SYNTAX;

    /* in this form unknown is XX: 00 is a month or day that does not exist */
    if (!month_unknown && written->month == 0)
        return CALENDAR_NO_SUCH_MONTH;
    if (!day_unknown && written->day == 0)
        return CALENDAR_NO_SUCH_DAY;
    return CALENDAR_FINE;
}

/* 25691001, 24900700, 24800000. */
static CalendarProblem
scan_eight_digits(Cursor cursor, ThaiDateText *written)
{
    int number = 0;

    if (take_digits(&cursor, 8, &number) != 8 || !at_end(&cursor))
        return CALENDAR_BAD_SYNTAX;
    written->year = number / 10000;
    written->year_digits = 4;
    written->month = number / 100 % 100;
    written->day = number % 100;
    return CALENDAR_FINE;
}

/* 01/10/2569, 1/10/69, 00/07/2490, 00/00/2480. */
static CalendarProblem
scan_slashes(Cursor cursor, ThaiDateText *written)
{
    if (take_digits(&cursor, 2, &written->day) == 0)
        return CALENDAR_BAD_SYNTAX;
    skip_space(&cursor);
    if (!take(&cursor, '/'))
        return CALENDAR_BAD_SYNTAX;
    skip_space(&cursor);
    if (take_digits(&cursor, 2, &written->month) == 0)
        return CALENDAR_BAD_SYNTAX;
    skip_space(&cursor);
    if (!take(&cursor, '/'))
        return CALENDAR_BAD_SYNTAX;
    skip_space(&cursor);
    if (!take_year(&cursor, written) || !at_end(&cursor))
        return CALENDAR_BAD_SYNTAX;
    return CALENDAR_FINE;
}

/*
 * Takes what may stand before the day: "วันพฤหัสบดีที่", "พฤ.", "วันที่". Without
 * a day behind it, it was something else ("พ." of "พ.ศ."), and nothing is taken.
 */
static void
take_weekday(Cursor *cursor, ThaiDateText *written)
{
    Cursor ahead = *cursor;
    int weekday = -1;

    /* the usual case, worth its line when millions are imported */
    if (at_end(cursor) || is_digit(*cursor->at))
        return;
    take_literal(&ahead, "วัน");
    skip_space(&ahead);
    for (size_t i = 0; i < sizeof(weekday_words) / sizeof(weekday_words[0]); i++)
    {
        if (take_literal(&ahead, weekday_words[i].word))
        {
            weekday = weekday_words[i].weekday;
            break;
        }
    }
    skip_space(&ahead);
    take_literal(&ahead, "ที่");
    skip_space(&ahead);
    if (!at_end(&ahead) && is_digit(*ahead.at))
    {
        *cursor = ahead;
        written->weekday = weekday;
    }
}

static bool
take_month_name(Cursor *cursor, int *month)
{
    for (int i = 1; i <= 12; i++)
    {
        if (take_word(cursor, &calendar_month_names[i]) ||
            take_word(cursor, &calendar_short_month_names[i]))
        {
            *month = i;
            return true;
        }
    }
    return false;
}

/* 1 ตุลาคม 2569, 1 ต.ค. 69, กรกฎาคม 2490, พ.ศ. 2480. */
static CalendarProblem
scan_words(Cursor cursor, ThaiDateText *written)
{
    bool has_day;
    bool has_month;
    bool says_month;
    bool says_year;

    take_weekday(&cursor, written);
    has_day = !at_end(&cursor) && is_digit(*cursor.at);
    if (has_day && take_digits(&cursor, 2, &written->day) == 0)
        return CALENDAR_BAD_SYNTAX;

    skip_space(&cursor);
    says_month = take_literal(&cursor, "เดือน");
    skip_space(&cursor);
    has_month = take_month_name(&cursor, &written->month);
    skip_space(&cursor);
    says_year = take_literal(&cursor, "ปี");
    skip_space(&cursor);
    if (take_literal(&cursor, "ค.ศ."))
        says_year = written->says_christian = true;
    else if (take_literal(&cursor, "พ.ศ."))
        says_year = true;
    skip_space(&cursor);

    /* a number alone is no year, and a day needs its month */
    if (!has_month && (has_day || says_month || !says_year))
        return CALENDAR_BAD_SYNTAX;
    if (!take_year(&cursor, written) || !at_end(&cursor))
        return CALENDAR_BAD_SYNTAX;
    /* in words an unknown day is left out */
    if (has_day && written->day == 0)
        return CALENDAR_NO_SUCH_DAY;
    return CALENDAR_FINE;
}

CalendarProblem
thai_date_scan(const char *text, size_t length, ThaiDateText *written)
{
    uint32_t reduced[MOST_CHARACTERS];
    int count = reduce(text, length, reduced);
    int digits = 0;
    int next;
    Cursor cursor;

    *written = (ThaiDateText){.weekday = -1};
    if (count <= 0)
        return CALENDAR_BAD_SYNTAX;
    cursor.at = reduced;
    cursor.end = reduced + count;

    while (digits < count && is_digit(reduced[digits]))
        digits++;
    next = digits;
    if (next < count && reduced[next] == ' ')
        next++;

    if (digits == 4 && next == digits && next < count && reduced[next] == '-')
        return scan_iso(cursor, written);
    if (digits == 8 && digits == count)
        return scan_eight_digits(cursor, written);
    if (digits > 0 && next < count && reduced[next] == '/')
        return scan_slashes(cursor, written);
    return scan_words(cursor, written);
}
