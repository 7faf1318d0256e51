/*
 * rate_ladder.c
 *    The type rate_ladder and its operators: the monthly amount by age (RC8).
 */
#include "welfare.h"

#include "common/hashfn.h"
#include "funcapi.h"
#include "libpq/pqformat.h"
#include "utils/numeric.h"

#include "rate_ladder_core.h"
#include "refusal.h"

/*
 * On disk: amounts in satang, then the ages from which they hold. The type is
 * stored plain, so that a stored value is aligned and read in place.
 */
typedef struct RateLadder
{
    int32 vl_len_; /* varlena header */
    int32 step_count;
    int64 satang[FLEXIBLE_ARRAY_MEMBER];
    /* int32 from_age[step_count] follows */
} RateLadder;

#define RATE_LADDER_SIZE(count)                                                                    \
    (offsetof(RateLadder, satang) + (Size)(count) * (sizeof(int64) + sizeof(int32)))
#define PG_GETARG_RATE_LADDER(n) ((const RateLadder *)PG_DETOAST_DATUM(PG_GETARG_DATUM(n)))

static inline const int32 *
from_ages(const RateLadder *ladder)
{
    return (const int32 *)(ladder->satang + ladder->step_count);
}

/* A ladder of steps that were checked. */
static RateLadder *
make_ladder(const RateSteps *steps)
{
    Size size = RATE_LADDER_SIZE(steps->count);
    RateLadder *ladder = palloc(size);

    SET_VARSIZE(ladder, size);
    ladder->step_count = steps->count;
    memcpy(ladder->satang, steps->satang, steps->count * sizeof(int64));
    memcpy(ladder->satang + steps->count, steps->from_age, steps->count * sizeof(int32));
    return ladder;
}

/* Detail of a refusal: an errdetail() for use inside ereport(). */
static int
ladder_detail(const LadderError *error)
{
    char *found = error->found ? refusal_found(error->found, error->found_length)
                               : psprintf("\"%d\"", error->age);

    switch (error->problem)
    {
        case LADDER_PROBLEM_EXPECTED_AGE:
            return errdetail(SAY("Expected an age in years at character %d, found %s.",
                                 "ที่อักขระตัวที่ %d ต้องเป็นอายุเป็นปี แต่พบ %s"),
                             error->character, found);
        case LADDER_PROBLEM_EXPECTED_COLON:
            return errdetail(SAY("Expected \":\" at character %d, found %s.",
                                 "ที่อักขระตัวที่ %d ต้องเป็น \":\" แต่พบ %s"),
                             error->character, found);
        case LADDER_PROBLEM_EXPECTED_AMOUNT:
            return errdetail(SAY("Expected an amount in baht at character %d, found %s.",
                                 "ที่อักขระตัวที่ %d ต้องเป็นจำนวนเงินบาท แต่พบ %s"),
                             error->character, found);
        case LADDER_PROBLEM_EXPECTED_DECIMALS:
            return errdetail(SAY("Expected one or two decimals at character %d, found %s.",
                                 "ที่อักขระตัวที่ %d ต้องเป็นทศนิยมหนึ่งหรือสองตำแหน่ง แต่พบ %s"),
                             error->character, found);
        case LADDER_PROBLEM_EXPECTED_COMMA:
            return errdetail(SAY("Expected \",\" or the end at character %d, found %s.",
                                 "ที่อักขระตัวที่ %d ต้องเป็น \",\" หรือจุดสิ้นสุด แต่พบ %s"),
                             error->character, found);
        case LADDER_PROBLEM_DECIMALS:
            return errdetail(
                SAY("Amount %s has more than two decimals.", "จำนวนเงิน %s มีทศนิยมเกินสองตำแหน่ง"),
                found);
        case LADDER_PROBLEM_AGE:
            return errdetail(SAY("Age %s is not between 0 and %d.", "อายุ %s ไม่อยู่ระหว่าง 0 ถึง %d"),
                             found, RATE_LADDER_MAX_AGE);
        case LADDER_PROBLEM_AMOUNT:
            return errdetail(
                SAY("The amount from age %d on is not between 0 and 9999999999.99 baht.",
                    "จำนวนเงินตั้งแต่อายุ %d ปี ไม่อยู่ระหว่าง 0 ถึง 9999999999.99 บาท"),
                error->age);
        case LADDER_PROBLEM_INCREASING:
            return errdetail(SAY("Ages must increase, but %d follows %d.",
                                 "อายุต้องเพิ่มขึ้นตามลำดับ แต่ %d อยู่ต่อจาก %d"),
                             error->age, error->age_before);
        case LADDER_PROBLEM_STEPS:
        case LADDER_PROBLEM_NONE:
            break;
    }
    return errdetail(SAY("A ladder has 1 to %d steps.", "อัตราแบบขั้นบันไดต้องมี 1 ถึง %d ขั้น"),
                     RATE_LADDER_MAX_STEPS);
}

PG_FUNCTION_INFO_V1(rate_ladder_in);

/*
 * rate_ladder_in(cstring) → rate_ladder: reads age:baht steps.
 * Errors: 22003 for an age or amount out of range, 54000 for too many steps,
 * 22P02 for anything else.
 */
Datum
rate_ladder_in(PG_FUNCTION_ARGS)
{
    char *text = PG_GETARG_CSTRING(0);
    RateSteps steps;
    LadderError error;

    if (rate_ladder_parse(text, strlen(text), &steps, &error))
        PG_RETURN_POINTER(make_ladder(&steps));

    if (error.problem == LADDER_PROBLEM_AGE || error.problem == LADDER_PROBLEM_AMOUNT)
        ereturn(
            fcinfo->context, (Datum)0,
            (errcode(ERRCODE_NUMERIC_VALUE_OUT_OF_RANGE),
             errmsg(SAY("value \"%s\" is out of range for type %s", "ค่า \"%s\" เกินช่วงที่ชนิด %s รับได้"),
                    text, "rate_ladder"),
             ladder_detail(&error)));
    if (error.problem == LADDER_PROBLEM_STEPS)
        ereturn(fcinfo->context, (Datum)0,
                (errcode(ERRCODE_PROGRAM_LIMIT_EXCEEDED),
                 errmsg(SAY("rate ladder exceeds its limit at character %d",
                            "อัตราแบบขั้นบันไดเกินขีดจำกัดที่อักขระตัวที่ %d"),
                        error.character),
                 ladder_detail(&error)));
    ereturn(
        fcinfo->context, (Datum)0,
        (errcode(ERRCODE_INVALID_TEXT_REPRESENTATION),
         errmsg(SAY("invalid input syntax for type %s: \"%s\"", "รูปแบบของชนิด %s ไม่ถูกต้อง: \"%s\""),
                "rate_ladder", text),
         ladder_detail(&error),
         errhint(SAY("Write steps as age:baht by increasing age, without thousands separators, "
                     "such as 60:600,70:700,80:800,90:1000.",
                     "เขียนแต่ละขั้นเป็น อายุ:บาท เรียงจากอายุน้อยไปมาก ไม่ใส่เครื่องหมายคั่นหลักพัน "
                     "เช่น 60:600,70:700,80:800,90:1000"))));
}

PG_FUNCTION_INFO_V1(rate_ladder_out);

/* rate_ladder_out(rate_ladder) → cstring: the form that rate_ladder_in reads back. */
Datum
rate_ladder_out(PG_FUNCTION_ARGS)
{
    const RateLadder *ladder = PG_GETARG_RATE_LADDER(0);
    char *text = palloc(RATE_LADDER_TEXT_SIZE);

    rate_ladder_format(ladder->step_count, from_ages(ladder), ladder->satang, text);
    PG_RETURN_CSTRING(text);
}

PG_FUNCTION_INFO_V1(rate_ladder_recv);

/*
 * rate_ladder_recv(internal) → rate_ladder: the number of steps, then each step's
 * age (int4) and satang (int8); held to the same rules as text. Errors: 22P03.
 */
Datum
rate_ladder_recv(PG_FUNCTION_ARGS)
{
    StringInfo buffer = (StringInfo)PG_GETARG_POINTER(0);
    int32 count = (int32)pq_getmsgint(buffer, 4);
    RateSteps steps = {0};
    LadderError error = {0};
    bool valid = count >= 1 && count <= RATE_LADDER_MAX_STEPS;

    for (int32 i = 0; valid && i < count; i++)
    {
        int32 age = (int32)pq_getmsgint(buffer, 4);
        int64 satang = pq_getmsgint64(buffer);

        valid = rate_ladder_add(&steps, age, satang, &error);
    }
    if (!valid)
        ereport(ERROR,
                (errcode(ERRCODE_INVALID_BINARY_REPRESENTATION),
                 errmsg(SAY("invalid external \"%s\" value", "ค่าภายนอกของชนิด \"%s\" ไม่ถูกต้อง"),
                        "rate_ladder"),
                 ladder_detail(&error)));
    PG_RETURN_POINTER(make_ladder(&steps));
}

PG_FUNCTION_INFO_V1(rate_ladder_send);

/* rate_ladder_send(rate_ladder) → bytea: see rate_ladder_recv. */
Datum
rate_ladder_send(PG_FUNCTION_ARGS)
{
    const RateLadder *ladder = PG_GETARG_RATE_LADDER(0);
    const int32 *from_age = from_ages(ladder);
    StringInfoData buffer;

    pq_begintypsend(&buffer);
    pq_sendint32(&buffer, (uint32)ladder->step_count);
    for (int32 i = 0; i < ladder->step_count; i++)
    {
        pq_sendint32(&buffer, (uint32)from_age[i]);
        pq_sendint64(&buffer, (uint64)ladder->satang[i]);
    }
    PG_RETURN_BYTEA_P(pq_endtypsend(&buffer));
}

PG_FUNCTION_INFO_V1(rate_ladder_amount);

/*
 * ladder_amount(ladder, age in complete years) → numeric: baht with two decimals,
 * NULL below the first step.
 */
Datum
rate_ladder_amount(PG_FUNCTION_ARGS)
{
    const RateLadder *ladder = PG_GETARG_RATE_LADDER(0);
    int step = rate_ladder_find(ladder->step_count, from_ages(ladder), PG_GETARG_INT32(1));

    if (step < 0)
        PG_RETURN_NULL();
    PG_RETURN_NUMERIC(int64_div_fast_to_numeric(ladder->satang[step], 2));
}

PG_FUNCTION_INFO_V1(rate_ladder_step);

/*
 * ladder_step(ladder, age in complete years) → integer: the age at which the step
 * in force begins, NULL below the first.
 */
Datum
rate_ladder_step(PG_FUNCTION_ARGS)
{
    const RateLadder *ladder = PG_GETARG_RATE_LADDER(0);
    int step = rate_ladder_find(ladder->step_count, from_ages(ladder), PG_GETARG_INT32(1));

    if (step < 0)
        PG_RETURN_NULL();
    PG_RETURN_INT32(from_ages(ladder)[step]);
}

PG_FUNCTION_INFO_V1(rate_ladder_steps);

/* ladder_steps(ladder) → (from_age, amount): one row per step, by age. */
Datum
rate_ladder_steps(PG_FUNCTION_ARGS)
{
    FuncCallContext *context;
    const RateLadder *ladder;
    int step;
    Datum values[2];
    bool nulls[2] = {false, false};

    if (SRF_IS_FIRSTCALL())
    {
        MemoryContext caller;

        context = SRF_FIRSTCALL_INIT();
        caller = MemoryContextSwitchTo(context->multi_call_memory_ctx);
        if (get_call_result_type(fcinfo, NULL, &context->tuple_desc) != TYPEFUNC_COMPOSITE)
            elog(ERROR, "return type must be a row type");
        context->tuple_desc = BlessTupleDesc(context->tuple_desc);
        /* rows after the first may come when the argument is gone */
        ladder = (const RateLadder *)PG_DETOAST_DATUM_COPY(PG_GETARG_DATUM(0));
        context->user_fctx = unconstify(RateLadder *, ladder);
        context->max_calls = (uint64)ladder->step_count;
        MemoryContextSwitchTo(caller);
    }
    context = SRF_PERCALL_SETUP();
    if (context->call_cntr >= context->max_calls)
        SRF_RETURN_DONE(context);
    ladder = context->user_fctx;
    step = (int)context->call_cntr;
    values[0] = Int32GetDatum(from_ages(ladder)[step]);
    values[1] = NumericGetDatum(int64_div_fast_to_numeric(ladder->satang[step], 2));
    SRF_RETURN_NEXT(context,
                    HeapTupleGetDatum(heap_form_tuple(context->tuple_desc, values, nulls)));
}

/*
 * Order for sorting: step by step, age before amount; of two ladders that begin
 * alike the one with fewer steps first.
 */
static int
compare_ladders(FunctionCallInfo fcinfo)
{
    const RateLadder *left = PG_GETARG_RATE_LADDER(0);
    const RateLadder *right = PG_GETARG_RATE_LADDER(1);
    const int32 *left_age = from_ages(left);
    const int32 *right_age = from_ages(right);

    for (int32 i = 0; i < left->step_count && i < right->step_count; i++)
    {
        if (left_age[i] != right_age[i])
            return left_age[i] < right_age[i] ? -1 : 1;
        if (left->satang[i] != right->satang[i])
            return left->satang[i] < right->satang[i] ? -1 : 1;
    }
    return (left->step_count > right->step_count) - (left->step_count < right->step_count);
}

PG_FUNCTION_INFO_V1(rate_ladder_cmp);

/* rate_ladder_cmp(left, right) → integer: negative, zero or positive. */
Datum
rate_ladder_cmp(PG_FUNCTION_ARGS)
{
    PG_RETURN_INT32(compare_ladders(fcinfo));
}

/* The comparison functions of the operator class, from compare_ladders. */
#define COMPARISON(name, operation)                                                                \
    PG_FUNCTION_INFO_V1(rate_ladder_##name);                                                       \
    Datum rate_ladder_##name(PG_FUNCTION_ARGS)                                                     \
    {                                                                                              \
        PG_RETURN_BOOL(compare_ladders(fcinfo) operation 0);                                       \
    }

COMPARISON(eq, ==)
COMPARISON(ne, !=)
COMPARISON(lt, <)
COMPARISON(le, <=)
COMPARISON(gt, >)
COMPARISON(ge, >=)

PG_FUNCTION_INFO_V1(rate_ladder_hash);

/* rate_ladder_hash(ladder) → integer: equal ladders have equal bytes. */
Datum
rate_ladder_hash(PG_FUNCTION_ARGS)
{
    const RateLadder *ladder = PG_GETARG_RATE_LADDER(0);

    return hash_any((const unsigned char *)VARDATA(ladder), (int)(VARSIZE(ladder) - VARHDRSZ));
}

PG_FUNCTION_INFO_V1(rate_ladder_hash_extended);

/* rate_ladder_hash_extended(ladder, seed) → bigint: the same with a seed. */
Datum
rate_ladder_hash_extended(PG_FUNCTION_ARGS)
{
    const RateLadder *ladder = PG_GETARG_RATE_LADDER(0);

    return hash_any_extended((const unsigned char *)VARDATA(ladder),
                             (int)(VARSIZE(ladder) - VARHDRSZ), (uint64)PG_GETARG_INT64(1));
}
