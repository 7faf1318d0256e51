/*
 * facts.c
 *    The type facts: what is known of a person, in the terms of the vocabulary.
 */
#include "facts.h"

#include "catalog/pg_type_d.h"
#include "common/hashfn.h"
#include "funcapi.h"
#include "libpq/pqformat.h"

#include "refusal.h"

StaticAssertDecl(sizeof(Facts) == 16, "the type's length in facts.sql");

Datum
facts_datum(Facts facts)
{
    Facts *result = palloc(sizeof(Facts));

    *result = facts;
    return PointerGetDatum(result);
}

ArrayType *
terms_array(uint64 terms)
{
    Datum names[VOCABULARY_CAPACITY];
    int count = 0;

    for (int term = 0; term < eligibility_vocabulary_size; term++)
        if (terms & (UINT64CONST(1) << term))
            names[count++] = CStringGetTextDatum(eligibility_vocabulary[term].name);
    if (count == 0)
        return construct_empty_array(TEXTOID);
    return construct_array(names, count, TEXTOID, -1, false, TYPALIGN_INT);
}

/* What may stand at a place, in words. */
static const char *
expectation(TermExpectation expected)
{
    switch (expected)
    {
        case EXPECTED_OPENING_BRACE:
            return "\"{\"";
        case EXPECTED_FACT_OR_END:
            return SAY("a term, \"!\" or \"}\"", "คำในคลังคำ \"!\" หรือ \"}\"");
        case EXPECTED_FACT:
            return SAY("a term or \"!\"", "คำในคลังคำหรือ \"!\"");
        case EXPECTED_TERM:
            return SAY("a term", "คำในคลังคำ");
        case EXPECTED_COMMA_OR_BRACE:
            return SAY("\",\" or \"}\"", "\",\" หรือ \"}\"");
        case EXPECTED_NOTHING:
            return SAY("the end", "จุดสิ้นสุดของข้อความ");
        case EXPECTED_OPERAND:
            return SAY("a term, \"!\" or \"(\"", "คำในคลังคำ \"!\" หรือ \"(\"");
        case EXPECTED_OPERATOR:
            return SAY("\"&\", \"|\" or the end", "\"&\" \"|\" หรือจุดสิ้นสุดของข้อความ");
        case EXPECTED_OPERATOR_OR_PARENTHESIS:
            return SAY("\"&\", \"|\" or \")\"", "\"&\" \"|\" หรือ \")\"");
    }
    return "";
}

int
term_error_detail(const TermError *error)
{
    char *found = refusal_found(error->found, error->found_length);

    if (error->problem == TERM_PROBLEM_UNKNOWN)
        return errdetail(SAY("%s at character %d is not a term of the vocabulary.",
                             "%s ที่อักขระตัวที่ %d ไม่ใช่คำในคลังคำ"),
                         found, error->character);
    if (error->problem == TERM_PROBLEM_BOTH_WAYS)
        return errdetail(SAY("Term %s is given both as true and as false, again at character %d.",
                             "คำ %s ระบุทั้งจริงและไม่จริง โดยซ้ำที่อักขระตัวที่ %d"),
                         found, error->character);
    return errdetail(
        SAY("Expected %s at character %d, found %s.", "ต้องเป็น %s ที่อักขระตัวที่ %d แต่พบ %s"),
        expectation(error->expected), error->character, found);
}

int
nearest_term_hint(const char *word, int length)
{
    return errhint(SAY("The nearest term is \"%s\". SELECT * FROM welfare.eligibility_terms() "
                       "lists all of them.",
                       "คำที่ใกล้ที่สุดคือ \"%s\" ดูคำทั้งหมดได้ด้วย "
                       "SELECT * FROM welfare.eligibility_terms()"),
                   eligibility_vocabulary[vocabulary_nearest(word, (size_t)length)].name);
}

PG_FUNCTION_INFO_V1(facts_in);

/* facts_in(cstring) → facts: reads {term, !term, ...}. Errors: 22P02. */
Datum
facts_in(PG_FUNCTION_ARGS)
{
    char *text = PG_GETARG_CSTRING(0);
    Facts facts;
    TermError error;

    if (facts_parse(text, strlen(text), &facts, &error))
        return facts_datum(facts);

    ereturn(
        fcinfo->context, (Datum)0,
        (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
         errmsg(SAY("invalid input syntax for type %s: \"%s\"", "รูปแบบของชนิด %s ไม่ถูกต้อง: \"%s\""),
                "facts", text),
         term_error_detail(&error),
         error.problem == TERM_PROBLEM_UNKNOWN ? nearest_term_hint(error.found, error.found_length)
         : error.problem == TERM_PROBLEM_BOTH_WAYS
             ? errhint(SAY("Give a term once, or leave it out where it is not known.",
                           "ระบุคำนั้นเพียงแบบเดียว หรือไม่ต้องระบุหากยังไม่ทราบ"))
             : errhint(SAY("Write facts as {thai_nationality, aged_60, !state_pension}.",
                           "เขียนข้อเท็จจริงเป็น {thai_nationality, aged_60, !state_pension}"))));
}

/* What is wrong with masks that are no facts: a detail for use inside ereport(). */
static int
invalid_detail(Facts facts)
{
    if (facts.known_true & facts.known_false)
        return errdetail(SAY("A term is given both as true and as false.", "มีคำที่ระบุทั้งจริงและไม่จริง"));
    return errdetail(
        SAY("A bit is set beyond the %d terms of the vocabulary.", "มีบิตที่เกินคำ %d คำของคลังคำ"),
        eligibility_vocabulary_size);
}

PG_FUNCTION_INFO_V1(facts_out);

/*
 * facts_out(facts) → cstring: the form that facts_in reads back. Errors: XX001 for
 * facts that this library did not make: a later one may know more terms.
 */
Datum
facts_out(PG_FUNCTION_ARGS)
{
    Facts facts = PG_GETARG_FACTS(0);
    char *text = palloc(FACTS_TEXT_SIZE);

    if (!facts_are_valid(facts))
        ereport(ERROR, (errcode(ERRCODE_DATA_CORRUPTED),
                        errmsg(SAY("stored facts are not readable", "อ่านข้อเท็จจริงที่เก็บไว้ไม่ได้")),
                        invalid_detail(facts),
                        errhint(SAY("Install the version of the extension that stored them.",
                                    "ติดตั้งส่วนขยายรุ่นที่ใช้เก็บข้อเท็จจริงนั้น"))));
    facts_format(facts, text);
    PG_RETURN_CSTRING(text);
}

PG_FUNCTION_INFO_V1(facts_recv);

/*
 * facts_recv(internal) → facts: the mask of what is true, then that of what is
 * false (int8 each). Errors: 22P03 for a bit that is no term or is in both.
 */
Datum
facts_recv(PG_FUNCTION_ARGS)
{
    StringInfo buffer = (StringInfo)PG_GETARG_POINTER(0);
    Facts facts;

    facts.known_true = (uint64)pq_getmsgint64(buffer);
    facts.known_false = (uint64)pq_getmsgint64(buffer);
    if (!facts_are_valid(facts))
        ereport(
            ERROR,
            (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
             errmsg(SAY("invalid external \"%s\" value", "ค่าภายนอกของชนิด \"%s\" ไม่ถูกต้อง"), "facts"),
             invalid_detail(facts)));
    return facts_datum(facts);
}

PG_FUNCTION_INFO_V1(facts_send);

/* facts_send(facts) → bytea: see facts_recv. */
Datum
facts_send(PG_FUNCTION_ARGS)
{
    Facts facts = PG_GETARG_FACTS(0);
    StringInfoData buffer;

    pq_begintypsend(&buffer);
    pq_sendint64(&buffer, facts.known_true);
    pq_sendint64(&buffer, facts.known_false);
    PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

/* The bit of a term given by name. Errors: 22023 for a word that is none. */
static uint64
term_bit(const text *name)
{
    const char *word = VARDATA_ANY(name);
    int length = (int)VARSIZE_ANY_EXHDR(name);
    int term = vocabulary_find(word, (size_t)length);

    if (term < 0)
        ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                        errmsg(SAY("unknown eligibility term: %s", "ไม่มีคำนี้ในคลังคำคุณสมบัติ: %s"),
                               length == 0 ? "\"\"" : refusal_found(word, length)),
                        nearest_term_hint(word, length)));
    return UINT64CONST(1) << term;
}

/* The bits of an array of terms. Errors: 22004 for a NULL, 22023 as term_bit. */
static uint64
terms_bits(ArrayType *terms)
{
    Datum *names;
    bool *nulls;
    int count;
    uint64 bits = 0;

    deconstruct_array(terms, TEXTOID, -1, false, TYPALIGN_INT, &names, &nulls, &count);
    for (int i = 0; i < count; i++)
    {
        if (nulls[i])
            ereport(ERROR,
                    (errcode(ERRCODE_NULL_VALUE_NOT_ALLOWED),
                     errmsg(SAY("eligibility terms must not contain nulls",
                                "รายการคำคุณสมบัติต้องไม่มีค่า NULL")),
                     errhint(SAY("Leave out a term that is not known.", "ไม่ต้องระบุคำที่ยังไม่ทราบ"))));
        bits |= term_bit(DatumGetTextPP(names[i]));
    }
    return bits;
}

PG_FUNCTION_INFO_V1(facts_make);

/*
 * facts(known_true text[], known_false text[]) → facts; a NULL array holds no term.
 * Errors: 22023 for an unknown term or one in both arrays, 22004 for a NULL.
 */
Datum
facts_make(PG_FUNCTION_ARGS)
{
    Facts facts;
    uint64 both;

    facts.known_true = PG_ARGISNULL(0) ? 0 : terms_bits(PG_GETARG_ARRAYTYPE_P(0));
    facts.known_false = PG_ARGISNULL(1) ? 0 : terms_bits(PG_GETARG_ARRAYTYPE_P(1));
    both = facts.known_true & facts.known_false;
    for (int term = 0; both != 0 && term < eligibility_vocabulary_size; term++)
        if (both & (UINT64CONST(1) << term))
            ereport(ERROR, (errcode(ERRCODE_INVALID_PARAMETER_VALUE),
                            errmsg(SAY("eligibility term \"%s\" is given both as true and as false",
                                       "คำคุณสมบัติ \"%s\" ระบุทั้งจริงและไม่จริง"),
                                   eligibility_vocabulary[term].name),
                            errhint(SAY("Give a term once, or leave it out where it is not known.",
                                        "ระบุคำนั้นเพียงแบบเดียว หรือไม่ต้องระบุหากยังไม่ทราบ"))));
    return facts_datum(facts);
}

PG_FUNCTION_INFO_V1(facts_merged);

/* merge_facts(earlier, later) → facts: where they differ, the later ones. */
Datum
facts_merged(PG_FUNCTION_ARGS)
{
    return facts_datum(facts_merge(PG_GETARG_FACTS(0), PG_GETARG_FACTS(1)));
}

PG_FUNCTION_INFO_V1(facts_hold);

/* holds(facts, term) → boolean: NULL where it is unknown. Errors: 22023. */
Datum
facts_hold(PG_FUNCTION_ARGS)
{
    Facts facts = PG_GETARG_FACTS(0);
    uint64 bit = term_bit(PG_GETARG_TEXT_PP(1));

    if (((facts.known_true | facts.known_false) & bit) == 0)
        PG_RETURN_NULL();
    PG_RETURN_BOOL((facts.known_true & bit) != 0);
}

PG_FUNCTION_INFO_V1(facts_forget);

/* forget_term(facts, term) → facts: the same without the term. Errors: 22023. */
Datum
facts_forget(PG_FUNCTION_ARGS)
{
    Facts facts = PG_GETARG_FACTS(0);
    uint64 bit = term_bit(PG_GETARG_TEXT_PP(1));

    facts.known_true &= ~bit;
    facts.known_false &= ~bit;
    return facts_datum(facts);
}

/* Begins a function that answers one row per entry of the vocabulary. */
static FuncCallContext *
begin_rows(FunctionCallInfo fcinfo)
{
    FuncCallContext *context = SRF_FIRSTCALL_INIT();
    MemoryContext caller = MemoryContextSwitchTo(context->multi_call_memory_ctx);

    if (get_call_result_type(fcinfo, NULL, &context->tuple_desc) != TYPEFUNC_COMPOSITE)
        elog(ERROR, "return type must be a row type");
    context->tuple_desc = BlessTupleDesc(context->tuple_desc);
    MemoryContextSwitchTo(caller);
    return context;
}

PG_FUNCTION_INFO_V1(facts_known_terms);

/* known_terms(facts) → (term, held): a row per known term, in the vocabulary's order. */
Datum
facts_known_terms(PG_FUNCTION_ARGS)
{
    FuncCallContext *context;
    Facts *left; /* what is still to be answered */

    if (SRF_IS_FIRSTCALL())
    {
        context = begin_rows(fcinfo);
        left = MemoryContextAlloc(context->multi_call_memory_ctx, sizeof(Facts));
        *left = PG_GETARG_FACTS(0);
        context->user_fctx = left;
    }
    context = SRF_PERCALL_SETUP();
    left = context->user_fctx;
    for (int term = 0; term < eligibility_vocabulary_size; term++)
    {
        uint64 bit = UINT64CONST(1) << term;
        bool held = (left->known_true & bit) != 0;
        Datum values[2];
        bool nulls[2] = {false, false};

        if (((left->known_true | left->known_false) & bit) == 0)
            continue;
        left->known_true &= ~bit;
        left->known_false &= ~bit;
        values[0] = CStringGetTextDatum(eligibility_vocabulary[term].name);
        values[1] = BoolGetDatum(held);
        SRF_RETURN_NEXT(context,
                        HeapTupleGetDatum(heap_form_tuple(context->tuple_desc, values, nulls)));
    }
    SRF_RETURN_DONE(context);
}

PG_FUNCTION_INFO_V1(facts_vocabulary);

/* eligibility_terms() → (position, term, meaning_thai, meaning_english, rules). */
Datum
facts_vocabulary(PG_FUNCTION_ARGS)
{
    FuncCallContext *context;
    const EligibilityTerm *term;
    Datum values[5];
    bool nulls[5] = {false};

    if (SRF_IS_FIRSTCALL())
        begin_rows(fcinfo);
    context = SRF_PERCALL_SETUP();
    if (context->call_cntr >= (uint64)eligibility_vocabulary_size)
        SRF_RETURN_DONE(context);
    term = &eligibility_vocabulary[context->call_cntr];
    values[0] = Int32GetDatum((int32)context->call_cntr);
    values[1] = CStringGetTextDatum(term->name);
    values[2] = CStringGetTextDatum(term->meaning_thai);
    values[3] = CStringGetTextDatum(term->meaning_english);
    values[4] = CStringGetTextDatum(term->rules);
    SRF_RETURN_NEXT(context,
                    HeapTupleGetDatum(heap_form_tuple(context->tuple_desc, values, nulls)));
}

PG_FUNCTION_INFO_V1(facts_cmp);

/* facts_cmp(left, right) → integer: negative, zero or positive. */
Datum
facts_cmp(PG_FUNCTION_ARGS)
{
    PG_RETURN_INT32(facts_compare(PG_GETARG_FACTS(0), PG_GETARG_FACTS(1)));
}

/* The comparison functions of the operator class, from facts_compare. */
#define COMPARISON(name, operation)                                                                \
    PG_FUNCTION_INFO_V1(facts_##name);                                                             \
    Datum facts_##name(PG_FUNCTION_ARGS)                                                           \
    {                                                                                              \
        PG_RETURN_BOOL(facts_compare(PG_GETARG_FACTS(0), PG_GETARG_FACTS(1)) operation 0);         \
    }

COMPARISON(eq, ==)
COMPARISON(ne, !=)
COMPARISON(lt, <)
COMPARISON(le, <=)
COMPARISON(gt, >)
COMPARISON(ge, >=)

PG_FUNCTION_INFO_V1(facts_hash);

/* facts_hash(facts) → integer. */
Datum
facts_hash(PG_FUNCTION_ARGS)
{
    return hash_any((const unsigned char *)PG_GETARG_POINTER(0), sizeof(Facts));
}

PG_FUNCTION_INFO_V1(facts_hash_extended);

/* facts_hash_extended(facts, seed) → bigint: the same with a seed. */
Datum
facts_hash_extended(PG_FUNCTION_ARGS)
{
    return hash_any_extended((const unsigned char *)PG_GETARG_POINTER(0), sizeof(Facts),
                             (uint64)PG_GETARG_INT64(1));
}
