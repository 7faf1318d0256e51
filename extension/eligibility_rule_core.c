/*
 * eligibility_rule_core.c
 *    Eligibility rules as postfix programs. See eligibility_rule_core.h.
 */
#include "eligibility_rule_core.h"

#include <string.h>

_Static_assert(RULE_STACK_MAX <= 64, "the stack of rule_evaluate is one word");

/* First instruction of the operand that ends just before end. */
static int
operand_start(const uint8_t *program, int end)
{
    int missing = 1;

    while (missing > 0)
    {
        uint8_t instruction = program[--end];

        if (instruction < VOCABULARY_CAPACITY)
            missing--;
        else if (instruction != RULE_NOT)
            missing++;
    }
    return end;
}

/*
 * Adds operation over the two operands that end the program. When the right one
 * is itself a chain of the operation, the two chains become one from left to
 * right: the operation goes behind the right chain's first operand. Answers false
 * when the program is full.
 */
static bool
append_operation(uint8_t *program, int *length, uint8_t operation)
{
    int place = *length;

    if (*length >= RULE_MAX_LENGTH)
        return false;
    while (program[place - 1] == operation)
        place = operand_start(program, place - 1);
    memmove(program + place + 1, program + place, (size_t)(*length - place));
    program[place] = operation;
    (*length)++;
    return true;
}

typedef struct Parser
{
    const char *text;
    const char *cursor;
    const char *end;
    uint8_t *program;
    int length;
    int nesting;
    TermError *error;
} Parser;

static bool parse_alternatives(Parser *parser);

static bool
refuse(Parser *parser, TermProblem problem, TermExpectation expected)
{
    return term_refuse(parser->error, problem, expected, parser->text, parser->cursor, parser->end);
}

/* Does this character stand here? */
static bool
at(const Parser *parser, char character)
{
    return parser->cursor < parser->end && *parser->cursor == character;
}

/* Goes over the character here and the spaces behind it. */
static void
advance(Parser *parser, int bytes)
{
    parser->cursor = term_skip_spaces(parser->cursor + bytes, parser->end);
}

static bool
append(Parser *parser, uint8_t instruction)
{
    if (parser->length >= RULE_MAX_LENGTH)
        return refuse(parser, TERM_PROBLEM_TOO_LONG, EXPECTED_NOTHING);
    parser->program[parser->length++] = instruction;
    return true;
}

/* operand := term | "!" operand | "(" alternatives ")" */
static bool
parse_operand(Parser *parser)
{
    int bytes;
    int term;

    if (at(parser, '!') || at(parser, '('))
    {
        bool negated = at(parser, '!');

        if (parser->nesting == RULE_MAX_NESTING)
            return refuse(parser, TERM_PROBLEM_TOO_DEEP, EXPECTED_OPERAND);
        parser->nesting++;
        advance(parser, 1);
        if (negated)
        {
            if (!parse_operand(parser) || !append(parser, RULE_NOT))
                return false;
        }
        else
        {
            if (!parse_alternatives(parser))
                return false;
            if (!at(parser, ')'))
                return refuse(parser, TERM_PROBLEM_EXPECTED, EXPECTED_OPERATOR_OR_PARENTHESIS);
            advance(parser, 1);
        }
        parser->nesting--;
        return true;
    }
    bytes = term_word_length(parser->cursor, parser->end);
    if (bytes == 0)
        return refuse(parser, TERM_PROBLEM_EXPECTED, EXPECTED_OPERAND);
    term = vocabulary_find(parser->cursor, (size_t)bytes);
    if (term < 0)
        return refuse(parser, TERM_PROBLEM_UNKNOWN, EXPECTED_OPERAND);
    if (!append(parser, (uint8_t)term))
        return false;
    advance(parser, bytes);
    return true;
}

/* Operands joined by one operator, each read by parse. */
static bool
parse_chain(Parser *parser, char sign, uint8_t operation, bool (*parse)(Parser *))
{
    if (!parse(parser))
        return false;
    while (at(parser, sign))
    {
        advance(parser, 1);
        if (!parse(parser))
            return false;
        if (!append_operation(parser->program, &parser->length, operation))
            return refuse(parser, TERM_PROBLEM_TOO_LONG, EXPECTED_NOTHING);
    }
    return true;
}

/* conjunction := operand { "&" operand } */
static bool
parse_conjunction(Parser *parser)
{
    return parse_chain(parser, '&', RULE_AND, parse_operand);
}

/* alternatives := conjunction { "|" conjunction } */
static bool
parse_alternatives(Parser *parser)
{
    return parse_chain(parser, '|', RULE_OR, parse_conjunction);
}

bool
rule_parse(const char *text, size_t length, uint8_t *program, int *program_length, TermError *error)
{
    Parser parser = {text, text, text + length, program, 0, 0, error};

    advance(&parser, 0);
    if (!parse_alternatives(&parser))
        return false;
    if (parser.cursor < parser.end)
        return refuse(&parser, TERM_PROBLEM_EXPECTED, EXPECTED_OPERATOR);
    *program_length = parser.length;
    return true;
}

/* An operand on the stack of rule_check. */
typedef struct Operand
{
    uint8_t last; /* its last instruction */
    int nesting;
} Operand;

/* Levels that an operand has inside an operation: one more when it needs parentheses. */
static int
nesting_inside(Operand operand, uint8_t operation)
{
    bool enclosed = operation == RULE_NOT   ? operand.last >= RULE_AND
                    : operation == RULE_AND ? operand.last == RULE_OR
                                            : false;

    return operand.nesting + (enclosed ? 1 : 0);
}

RuleFault
rule_check(const uint8_t *program, size_t length)
{
    Operand stack[RULE_STACK_MAX];
    int depth = 0;

    if (length == 0)
        return RULE_FAULT_EMPTY;
    if (length > RULE_MAX_LENGTH)
        return RULE_FAULT_TOO_LONG;
    for (size_t i = 0; i < length; i++)
    {
        Operand operand = {program[i], 0};

        if (program[i] < eligibility_vocabulary_size)
        {
            if (depth == RULE_STACK_MAX)
                return RULE_FAULT_TOO_DEEP;
        }
        else if (program[i] == RULE_NOT)
        {
            if (depth < 1)
                return RULE_FAULT_STACK;
            operand.nesting = 1 + nesting_inside(stack[--depth], RULE_NOT);
        }
        else if (program[i] == RULE_AND || program[i] == RULE_OR)
        {
            int left;
            int right;

            if (depth < 2)
                return RULE_FAULT_STACK;
            if (stack[depth - 1].last == program[i])
                return RULE_FAULT_ORDER;
            right = nesting_inside(stack[--depth], program[i]);
            left = nesting_inside(stack[--depth], program[i]);
            operand.nesting = left > right ? left : right;
        }
        else
            return RULE_FAULT_INSTRUCTION;
        if (operand.nesting > RULE_MAX_NESTING)
            return RULE_FAULT_TOO_DEEP;
        stack[depth++] = operand;
    }
    return depth == 1 ? RULE_FAULT_NONE : RULE_FAULT_STACK;
}

static char *
put(char *cursor, const char *text)
{
    size_t length = strlen(text);

    memcpy(cursor, text, length);
    return cursor + length;
}

/*
 * Writes the operand that ends just before end; answers where the text ends.
 * It calls itself for right operands, not along a chain's left ones, so it nests
 * no deeper than twice the rule's nesting.
 */
static char *
format_operand(const uint8_t *program, int end, char *cursor)
{
    uint8_t last = program[end - 1];
    int right[RULE_MAX_LENGTH / 2]; /* ends of a chain's operands, the last one first */
    int count = 0;

    if (last < VOCABULARY_CAPACITY)
        return put(cursor, eligibility_vocabulary[last].name);
    if (last == RULE_NOT)
    {
        bool enclosed = program[end - 2] >= RULE_AND;

        cursor = put(cursor, enclosed ? "!(" : "!");
        cursor = format_operand(program, end - 1, cursor);
        return enclosed ? put(cursor, ")") : cursor;
    }
    while (program[end - 1] == last)
    {
        right[count++] = end - 1;
        end = operand_start(program, end - 1);
    }
    right[count++] = end;
    while (count-- > 0)
    {
        bool enclosed = last == RULE_AND && program[right[count] - 1] == RULE_OR;

        cursor = put(cursor, enclosed ? "(" : "");
        cursor = format_operand(program, right[count], cursor);
        cursor = put(cursor, enclosed ? ")" : "");
        if (count > 0)
            cursor = put(cursor, last == RULE_AND ? " & " : " | ");
    }
    return cursor;
}

size_t
rule_format(const uint8_t *program, int length, char *target)
{
    char *end = format_operand(program, length, target);

    *end = '\0';
    return (size_t)(end - target);
}

RuleFault
rule_join(uint8_t operation, const uint8_t *left, int left_length, const uint8_t *right,
          int right_length, uint8_t *target, int *target_length)
{
    if (left_length + right_length >= RULE_MAX_LENGTH)
        return RULE_FAULT_TOO_LONG;
    memcpy(target, left, (size_t)left_length);
    memcpy(target + left_length, right, (size_t)right_length);
    *target_length = left_length + right_length;
    append_operation(target, target_length, operation);
    return rule_check(target, (size_t)*target_length);
}

uint64_t
rule_terms_of(const uint8_t *program, int length)
{
    uint64_t terms = 0;

    for (int i = 0; i < length; i++)
        if (program[i] < VOCABULARY_CAPACITY)
            terms |= UINT64_C(1) << program[i];
    return terms;
}

/* Of the operand that an instruction ends: its value and its first instruction. */
typedef struct Valued
{
    RuleTruth value;
    int first;
} Valued;

/* Value of an instruction's operand, from those of its own operands before it. */
static Valued
value_operand(const uint8_t *program, int place, Facts facts, const Valued *before)
{
    Valued valued = {RULE_UNDECIDED, place};
    uint8_t instruction = program[place];

    if (instruction < VOCABULARY_CAPACITY)
    {
        if ((facts.known_true >> instruction) & 1)
            valued.value = RULE_TRUE;
        else if ((facts.known_false >> instruction) & 1)
            valued.value = RULE_FALSE;
    }
    else if (instruction == RULE_NOT)
    {
        valued = before[place - 1];
        if (valued.value != RULE_UNDECIDED)
            valued.value = valued.value == RULE_TRUE ? RULE_FALSE : RULE_TRUE;
    }
    else
    {
        const Valued *right = &before[place - 1];
        const Valued *left = &before[right->first - 1];
        RuleTruth decisive = instruction == RULE_AND ? RULE_FALSE : RULE_TRUE;

        valued = *left;
        if (right->value == decisive || left->value != RULE_UNDECIDED)
            valued.value = left->value == decisive ? decisive : right->value;
    }
    return valued;
}

uint64_t
rule_deciding_terms(const uint8_t *program, int length, Facts facts, RuleTruth wanted)
{
    Valued operands[RULE_MAX_LENGTH];
    bool decides[RULE_MAX_LENGTH] = {false};
    uint64_t terms = 0;

    if (length < 1)
        return 0;
    for (int i = 0; i < length; i++)
        operands[i] = value_operand(program, i, facts, operands);

    decides[length - 1] = operands[length - 1].value == wanted;
    for (int i = length - 1; i >= 0; i--)
    {
        if (!decides[i])
            continue;
        if (program[i] < VOCABULARY_CAPACITY)
            terms |= UINT64_C(1) << program[i];
        else if (program[i] == RULE_NOT)
            decides[i - 1] = true;
        else
        {
            /* an operand with another value than its operator had no say in it */
            int left = operands[i - 1].first - 1;

            decides[i - 1] = operands[i - 1].value == operands[i].value;
            decides[left] = operands[left].value == operands[i].value;
        }
    }
    return terms;
}
