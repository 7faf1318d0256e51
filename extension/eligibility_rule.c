/*
 * eligibility_rule.c
 *    The type eligibility_rule, its three-valued match against facts, and the
 *    terms by which a match fails or stays open (ER6, ER18, DR6, AR1).
 */
#include "facts.h"

#include "common/hashfn.h"
#include "libpq/pqformat.h"

#include "eligibility_rule_core.h"

/* A rule on disk is a varlena whose bytes are its program. */
#define PG_GETARG_RULE(n) PG_GETARG_VARLENA_PP(n)
#define PROGRAM(rule) ((const uint8 *)VARDATA_ANY(rule))
#define PROGRAM_LENGTH(rule) ((int)VARSIZE_ANY_EXHDR(rule))

/* Version of the form that send writes and recv reads. */
#define EXTERNAL_VERSION 1

/* A rule with a program that was checked. */
static Datum
rule_datum(const uint8 *program, int length)
{
    struct varlena *rule = palloc(VARHDRSZ + length);

    SET_VARSIZE(rule, VARHDRSZ + length);
    memcpy(VARDATA(rule), program, length);
    return PointerGetDatum(rule);
}

/* The limit that a rule goes over: a detail for use inside ereport(). */
static int
limit_detail(bool too_long)
{
    return too_long ? errdetail(SAY("A rule has at most %d terms and operators.",
                                    "กฎหนึ่งมีคำและตัวดำเนินการรวมกันได้ไม่เกิน %d"),
                                RULE_MAX_LENGTH)
                    : errdetail(SAY("A rule nests at most %d \"(\" and \"!\" inside each other.",
                                    "กฎซ้อน \"(\" และ \"!\" ได้ไม่เกิน %d ชั้น"),
                                RULE_MAX_NESTING);
}

PG_FUNCTION_INFO_V1(eligibility_rule_in);

/*
 * eligibility_rule_in(cstring) → eligibility_rule: compiles an expression over the
 * vocabulary with & | ! ( ). Errors: 22P02; 54000 for one that is too long or deep.
 */
Datum
eligibility_rule_in(PG_FUNCTION_ARGS)
{
    char *text = PG_GETARG_CSTRING(0);
    uint8 program[RULE_MAX_LENGTH];
    int length;
    TermError error;

    if (rule_parse(text, strlen(text), program, &length, &error))
        return rule_datum(program, length);

    if (error.problem == TERM_PROBLEM_TOO_LONG || error.problem == TERM_PROBLEM_TOO_DEEP)
        ereturn(fcinfo->context, (Datum)0,
                (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
                 errmsg(SAY("eligibility rule exceeds its limit at character %d",
                            "กฎคุณสมบัติเกินขีดจำกัดที่อักขระตัวที่ %d"),
                        error.character),
                 limit_detail(error.problem == TERM_PROBLEM_TOO_LONG)));
    ereturn(
        fcinfo->context, (Datum)0,
        (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
         errmsg(SAY("invalid input syntax for type %s: \"%s\"", "รูปแบบของชนิด %s ไม่ถูกต้อง: \"%s\""),
                "eligibility_rule", text),
         term_error_detail(&error),
         error.problem == TERM_PROBLEM_UNKNOWN
             ? nearest_term_hint(error.found, error.found_length)
             : errhint(SAY("Join terms with & (and), | (or), ! (not) and parentheses, such as "
                           "aged_60 & (poor | !state_pension).",
                           "เชื่อมคำด้วย & (และ) | (หรือ) ! (ไม่) และวงเล็บ เช่น "
                           "aged_60 & (poor | !state_pension)"))));
}

/* What is wrong with bytes that are no program: a detail for use inside ereport(). */
static int
fault_detail(RuleFault fault)
{
    switch (fault)
    {
        case RULE_FAULT_EMPTY:
            return errdetail(SAY("The rule is empty.", "กฎว่างเปล่า"));
        case RULE_FAULT_TOO_LONG:
        case RULE_FAULT_TOO_DEEP:
            return limit_detail(fault == RULE_FAULT_TOO_LONG);
        case RULE_FAULT_INSTRUCTION:
            return errdetail(SAY("A byte is neither one of the %d terms nor an operator.",
                                 "มีไบต์ที่ไม่ใช่คำในคลังคำ %d คำ และไม่ใช่ตัวดำเนินการ"),
                             eligibility_vocabulary_size);
        case RULE_FAULT_STACK:
            return errdetail(SAY("Terms and operators do not match in number.",
                                 "จำนวนคำกับตัวดำเนินการไม่สอดคล้องกัน"));
        case RULE_FAULT_ORDER:
        case RULE_FAULT_NONE:
            break;
    }
    return errdetail(SAY("A chain of one operator does not run from left to right.",
                         "ตัวดำเนินการเดียวกันที่ต่อกันไม่ได้เรียงจากซ้ายไปขวา"));
}

/*
 * The argument, for functions that walk along its program. Raises XX001 for one that
 * this library did not compile: a later one may know more terms.
 */
static struct varlena *
require_sound(struct varlena *rule)
{
    RuleFault fault = rule_check(PROGRAM(rule), (size_t)PROGRAM_LENGTH(rule));

    if (fault != RULE_FAULT_NONE)
        ereport(ERROR,
                (errcode(ERRCODE_DATA_CORRUPTED),
                 errmsg(SAY("stored eligibility rule is not readable", "อ่านกฎคุณสมบัติที่เก็บไว้ไม่ได้")),
                 fault_detail(fault),
                 errhint(SAY("Install the version of the extension that stored it.",
                             "ติดตั้งส่วนขยายรุ่นที่ใช้เก็บกฎนั้น"))));
    return rule;
}

PG_FUNCTION_INFO_V1(eligibility_rule_out);

/* eligibility_rule_out(rule) → cstring: the form that _in reads back. Errors: XX001. */
Datum
eligibility_rule_out(PG_FUNCTION_ARGS)
{
    struct varlena *rule = require_sound(PG_GETARG_RULE(0));
    char *text = palloc(RULE_TEXT_SIZE);

    rule_format(PROGRAM(rule), PROGRAM_LENGTH(rule), text);
    PG_RETURN_CSTRING(text);
}

PG_FUNCTION_INFO_V1(eligibility_rule_recv);

/*
 * eligibility_rule_recv(internal) → eligibility_rule: the version of the form (one
 * byte), then the program, which is checked completely. Errors: 22P03.
 */
Datum
eligibility_rule_recv(PG_FUNCTION_ARGS)
{
    StringInfo buffer = (StringInfo)PG_GETARG_POINTER(0);
    int version = pq_getmsgbyte(buffer);
    int length = buffer->len - buffer->cursor;
    const uint8 *program = (const uint8 *)pq_getmsgbytes(buffer, length);
    RuleFault fault;

    if (version != EXTERNAL_VERSION)
        ereport(ERROR, (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
                        errmsg(SAY("unsupported version %d of external \"%s\" value",
                                   "ไม่รองรับรุ่น %d ของค่าภายนอกชนิด \"%s\""),
                               version, "eligibility_rule")));
    fault = rule_check(program, (size_t)length);
    if (fault != RULE_FAULT_NONE)
        ereport(ERROR,
                (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
                 errmsg(SAY("invalid external \"%s\" value", "ค่าภายนอกของชนิด \"%s\" ไม่ถูกต้อง"),
                        "eligibility_rule"),
                 fault_detail(fault)));
    return rule_datum(program, length);
}

PG_FUNCTION_INFO_V1(eligibility_rule_send);

/* eligibility_rule_send(rule) → bytea: see eligibility_rule_recv. */
Datum
eligibility_rule_send(PG_FUNCTION_ARGS)
{
    struct varlena *rule = PG_GETARG_RULE(0);
    StringInfoData buffer;

    pq_begintypsend(&buffer);
    pq_sendbyte(&buffer, EXTERNAL_VERSION);
    pq_sendbytes(&buffer, (const char *)PROGRAM(rule), PROGRAM_LENGTH(rule));
    PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

/* A rule's answer as SQL sees it: undecided is NULL. */
static Datum
answer(FunctionCallInfo fcinfo, struct varlena *rule, Facts facts)
{
    RuleTruth truth = rule_evaluate(PROGRAM(rule), PROGRAM_LENGTH(rule), facts);

    if (truth == RULE_UNDECIDED)
        PG_RETURN_NULL();
    PG_RETURN_BOOL(truth == RULE_TRUE);
}

PG_FUNCTION_INFO_V1(eligibility_rule_match);

/* satisfies(facts, rule) → boolean: NULL when the facts do not decide the rule. */
Datum
eligibility_rule_match(PG_FUNCTION_ARGS)
{
    return answer(fcinfo, PG_GETARG_RULE(1), PG_GETARG_FACTS(0));
}

PG_FUNCTION_INFO_V1(eligibility_rule_matched);

/* satisfied_by(rule, facts) → boolean: the same from the other side. */
Datum
eligibility_rule_matched(PG_FUNCTION_ARGS)
{
    return answer(fcinfo, PG_GETARG_RULE(0), PG_GETARG_FACTS(1));
}

/* The terms by which a rule has one truth, none if it has another. Errors: XX001. */
static Datum
deciding_terms(struct varlena *rule, Facts facts, RuleTruth wanted)
{
    require_sound(rule);
    PG_RETURN_ARRAYTYPE_P(
        terms_array(rule_deciding_terms(PROGRAM(rule), PROGRAM_LENGTH(rule), facts, wanted)));
}

PG_FUNCTION_INFO_V1(eligibility_rule_unmet);

/* unmet(facts, rule) → text[]: the terms that make the rule false. */
Datum
eligibility_rule_unmet(PG_FUNCTION_ARGS)
{
    return deciding_terms(PG_GETARG_RULE(1), PG_GETARG_FACTS(0), RULE_FALSE);
}

PG_FUNCTION_INFO_V1(eligibility_rule_undecided);

/* undecided(facts, rule) → text[]: the unknown terms that leave the rule open. */
Datum
eligibility_rule_undecided(PG_FUNCTION_ARGS)
{
    return deciding_terms(PG_GETARG_RULE(1), PG_GETARG_FACTS(0), RULE_UNDECIDED);
}

PG_FUNCTION_INFO_V1(eligibility_rule_terms);

/* rule_terms(rule) → text[]: the terms that the rule names. */
Datum
eligibility_rule_terms(PG_FUNCTION_ARGS)
{
    struct varlena *rule = PG_GETARG_RULE(0);

    PG_RETURN_ARRAYTYPE_P(terms_array(rule_terms_of(PROGRAM(rule), PROGRAM_LENGTH(rule))));
}

PG_FUNCTION_INFO_V1(eligibility_rule_restrict_facts);

/* restrict_facts(facts, rule) → facts: what is known of the terms that the rule names. */
Datum
eligibility_rule_restrict_facts(PG_FUNCTION_ARGS)
{
    Facts facts = PG_GETARG_FACTS(0);
    struct varlena *rule = PG_GETARG_RULE(1);
    uint64 terms = rule_terms_of(PROGRAM(rule), PROGRAM_LENGTH(rule));

    facts.known_true &= terms;
    facts.known_false &= terms;
    return facts_datum(facts);
}

/* Raises 54000 when a rule made of rules is over a limit. */
static void
require_within_limits(RuleFault fault)
{
    if (fault != RULE_FAULT_NONE)
        ereport(ERROR, (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
                        errmsg(SAY("eligibility rule exceeds its limit", "กฎคุณสมบัติเกินขีดจำกัด")),
                        limit_detail(fault == RULE_FAULT_TOO_LONG)));
}

/* Joins two rules by an operation. Errors: 54000. */
static Datum
join_rules(struct varlena *left, struct varlena *right, uint8 operation)
{
    uint8 program[RULE_MAX_LENGTH];
    int length;

    require_within_limits(rule_join(operation, PROGRAM(left), PROGRAM_LENGTH(left), PROGRAM(right),
                                    PROGRAM_LENGTH(right), program, &length));
    return rule_datum(program, length);
}

PG_FUNCTION_INFO_V1(eligibility_rule_and);

/* rule_and(left, right) → eligibility_rule. Errors: 54000. */
Datum
eligibility_rule_and(PG_FUNCTION_ARGS)
{
    return join_rules(require_sound(PG_GETARG_RULE(0)), require_sound(PG_GETARG_RULE(1)), RULE_AND);
}

PG_FUNCTION_INFO_V1(eligibility_rule_or);

/* rule_or(left, right) → eligibility_rule. Errors: 54000. */
Datum
eligibility_rule_or(PG_FUNCTION_ARGS)
{
    return join_rules(require_sound(PG_GETARG_RULE(0)), require_sound(PG_GETARG_RULE(1)), RULE_OR);
}

PG_FUNCTION_INFO_V1(eligibility_rule_not);

/* rule_not(rule) → eligibility_rule. Errors: 54000. */
Datum
eligibility_rule_not(PG_FUNCTION_ARGS)
{
    struct varlena *rule = require_sound(PG_GETARG_RULE(0));
    int length = PROGRAM_LENGTH(rule);
    uint8 program[RULE_MAX_LENGTH + 1];

    memcpy(program, PROGRAM(rule), length);
    program[length++] = RULE_NOT;
    require_within_limits(rule_check(program, (size_t)length));
    return rule_datum(program, length);
}

/* Order for sorting: by the programs' bytes, a program before its continuations. */
static int
compare_rules(FunctionCallInfo fcinfo)
{
    struct varlena *left = PG_GETARG_RULE(0);
    struct varlena *right = PG_GETARG_RULE(1);
    int left_length = PROGRAM_LENGTH(left);
    int right_length = PROGRAM_LENGTH(right);
    int order = memcmp(PROGRAM(left), PROGRAM(right), Min(left_length, right_length));

    return order != 0 ? order : left_length - right_length;
}

PG_FUNCTION_INFO_V1(eligibility_rule_cmp);

/* eligibility_rule_cmp(left, right) → integer: negative, zero or positive. */
Datum
eligibility_rule_cmp(PG_FUNCTION_ARGS)
{
    PG_RETURN_INT32(compare_rules(fcinfo));
}

/* The comparison functions of the operator class, from compare_rules. */
#define COMPARISON(name, operation)                                                                \
    PG_FUNCTION_INFO_V1(eligibility_rule_##name);                                                  \
    Datum eligibility_rule_##name(PG_FUNCTION_ARGS)                                                \
    {                                                                                              \
        PG_RETURN_BOOL(compare_rules(fcinfo) operation 0);                                         \
    }

COMPARISON(eq, ==)
COMPARISON(ne, !=)
COMPARISON(lt, <)
COMPARISON(le, <=)
COMPARISON(gt, >)
COMPARISON(ge, >=)

PG_FUNCTION_INFO_V1(eligibility_rule_hash);

/* eligibility_rule_hash(rule) → integer: equal rules have equal programs. */
Datum
eligibility_rule_hash(PG_FUNCTION_ARGS)
{
    struct varlena *rule = PG_GETARG_RULE(0);

    return hash_any(PROGRAM(rule), PROGRAM_LENGTH(rule));
}

PG_FUNCTION_INFO_V1(eligibility_rule_hash_extended);

/* eligibility_rule_hash_extended(rule, seed) → bigint: the same with a seed. */
Datum
eligibility_rule_hash_extended(PG_FUNCTION_ARGS)
{
    struct varlena *rule = PG_GETARG_RULE(0);

    return hash_any_extended(PROGRAM(rule), PROGRAM_LENGTH(rule), (uint64)PG_GETARG_INT64(1));
}
