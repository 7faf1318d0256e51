/*
 * facts_vocabulary.c
 *    The closed vocabulary of facts and eligibility rules: one table, and how
 *    a term is found in it. See facts_vocabulary.h.
 */
#include "facts_vocabulary.h"
#include "thai_text_core.h"

#include <string.h>

/*
 * APPEND ONLY. A term's index is the bit under which facts and rules keep it on
 * disk: inserting, removing or reordering an entry would change the meaning of
 * everything stored. A term that is no longer wanted stays, and says so in its
 * meaning; a new one goes at the end, up to VOCABULARY_CAPACITY.
 */
const EligibilityTerm eligibility_vocabulary[] = {
    {"thai_nationality", "มีสัญชาติไทย", "Has Thai nationality", "ER6, DR6, DE1"},
    {"in_house_register", "มีชื่ออยู่ในทะเบียนบ้านในเขตองค์กรปกครองส่วนท้องถิ่น",
     "Has the name in a house register inside the local authority's area", "ER6, DR6, AR1, DE1"},
    {"aged_60", "มีอายุหกสิบปีบริบูรณ์ขึ้นไป", "Is aged 60 complete years or more", "ER4, ER6, IS8.5, RC6"},
    {"confirmed", "ได้ยืนยันสิทธิขอรับเงินเบี้ยยังชีพผู้สูงอายุต่อองค์กรปกครองส่วนท้องถิ่นแล้ว",
     "Has confirmed the right to the elderly allowance with the local authority", "ER6, ER7"},
    {"insufficient_income", "ไม่มีรายได้ หรือมีรายได้ไม่เพียงพอแก่การยังชีพ",
     "Has no income, or not enough to live on", "ER6, IS8.5"},
    {"state_pension", "ได้รับเงินบำนาญจากรัฐ", "Receives a state pension", "ER18, DE2"},
    {"special_pension", "ได้รับบำนาญพิเศษ", "Receives a special pension", "ER18, DE2"},
    {"state_shelter", "อยู่ในสถานสงเคราะห์ของรัฐ หรือในความอุปการะของสถานของรัฐ",
     "Is kept in a state shelter or in the care of a state institution", "ER18, DR6, DE2"},
    {"state_salary", "ได้รับเงินเดือนหรือค่าตอบแทนเป็นประจำจากหน่วยงานของรัฐ",
     "Receives a regular salary or pay from a state body", "ER18, DE2"},
    {"state_enterprise_salary", "ได้รับเงินเดือนหรือค่าตอบแทนเป็นประจำจากรัฐวิสาหกิจ",
     "Receives a regular salary or pay from a state enterprise", "ER18, DE2"},
    {"local_authority_salary", "ได้รับเงินเดือนหรือค่าตอบแทนเป็นประจำจากองค์กรปกครองส่วนท้องถิ่น",
     "Receives a regular salary or pay from a local authority", "ER18, DE2"},
    {"other_state_benefit", "ได้รับสวัสดิการหรือสิทธิประโยชน์อื่นจากรัฐเป็นประจำ",
     "Receives another regular benefit of the state", "ER18, DE2"},
    {"disability_allowance", "ได้รับเบี้ยความพิการ",
     "Receives the disability allowance (no bar to the elderly allowance)", "ER18"},
    {"aids_allowance", "ได้รับเบี้ยยังชีพผู้ป่วยเอดส์",
     "Receives the AIDS allowance (no bar to the elderly allowance)", "ER18"},
    {"disability_card", "มีบัตรประจำตัวคนพิการที่ยังไม่หมดอายุ", "Holds a valid disability card",
     "DR6, DE1"},
    {"applied", "ได้ยื่นคำขอลงทะเบียนต่อองค์กรปกครองส่วนท้องถิ่นแล้ว",
     "Has applied to the local authority for the allowance", "DR7"},
    {"aids_certified", "แพทย์ได้รับรองและวินิจฉัยแล้วว่าป่วยเป็นโรคเอดส์",
     "Is certified and diagnosed by a physician as having AIDS", "AR1, IS8.5, DE1"},
    {"poor", "มีฐานะยากจน", "Is poor", "AR1"},
    {"abandoned", "ถูกทอดทิ้ง", "Is abandoned", "AR1, IS8.5"},
    {"no_supporter", "ขาดผู้อุปการะเลี้ยงดู", "Has nobody who supports them", "AR1, IS8.5"},
    {"cannot_work", "ไม่สามารถประกอบอาชีพเลี้ยงตนเองได้", "Is unable to work for a living",
     "AR1, IS8.5"},
    {"executive_order", "ผู้บริหารท้องถิ่นมีคำสั่งให้ได้รับเงินแล้ว",
     "Is accepted by an order of the local authority's executive", "AR1, DE19"},
    {"welfare_card", "มีบัตรสวัสดิการแห่งรัฐ", "Holds a State Welfare Card", "RC8.2, DE2, WC8"},
    {"seeing_disability", "พิการทางการเห็น", "Has a seeing disability", "IS8.5"},
    {"hearing_disability", "พิการทางการได้ยิน", "Has a hearing disability", "IS8.5"},
    {"physical_disability", "พิการทางกายหรือการเคลื่อนไหว", "Has a physical or movement disability",
     "IS8.5"},
    {"mental_disability", "พิการทางจิตใจ", "Has a mental disability", "IS8.5"},
    {"intellectual_disability", "พิการทางสติปัญญา", "Has an intellectual disability", "IS8.5"},
    {"multiple_disability", "พิการซ้ำซ้อน", "Has multiple disabilities", "IS8.5"},
    {"unspecified_disability", "ไม่ระบุความพิการ", "Has a disability whose kind is not specified",
     "IS8.5"},
};

const int eligibility_vocabulary_size =
    (int)(sizeof(eligibility_vocabulary) / sizeof(eligibility_vocabulary[0]));

_Static_assert(sizeof(eligibility_vocabulary) / sizeof(eligibility_vocabulary[0]) <=
                   VOCABULARY_CAPACITY,
               "a term is one bit of 64");

uint64_t
vocabulary_mask(void)
{
    return UINT64_MAX >> (VOCABULARY_CAPACITY - eligibility_vocabulary_size);
}

int
vocabulary_find(const char *name, size_t length)
{
    for (int position = 0; position < eligibility_vocabulary_size; position++)
    {
        const char *term = eligibility_vocabulary[position].name;

        if (strlen(term) == length && memcmp(term, name, length) == 0)
            return position;
    }
    return -1;
}

/*
 * Copies at most limit characters of name, folded so that differences a reader
 * hardly sees cost nothing; answers how many.
 */
static int
fold(const char *name, size_t length, uint32_t *folded, int limit)
{
    const char *end = name + length;
    int count = 0;

    while (name < end && count < limit)
    {
        uint32_t character;
        int bytes = thai_decode(name, end, &character);

        if (bytes == 0)
        {
            /* a byte that is no character differs from every letter */
            character = UINT32_MAX;
            bytes = 1;
        }
        if (thai_digit_value(character) >= 0)
            character = (uint32_t)('0' + thai_digit_value(character));
        else if (thai_is_dash(character))
            character = '_';
        else if (character >= 'A' && character <= 'Z')
            character += 'a' - 'A';
        folded[count++] = character;
        name += bytes;
    }
    return count;
}

#define FOLDED_MAX 48

static int
smaller(int left, int right)
{
    return left < right ? left : right;
}

/* Edit distance in which an exchange of neighbours counts once. */
static int
distance(const uint32_t *left, int left_length, const uint32_t *right, int right_length)
{
    int rows[3][FOLDED_MAX + 1];
    int *before = rows[0];
    int *previous = rows[1];
    int *current = rows[2];

    for (int j = 0; j <= right_length; j++)
        previous[j] = j;
    for (int i = 1; i <= left_length; i++)
    {
        int *spare = before;

        current[0] = i;
        for (int j = 1; j <= right_length; j++)
        {
            int cost = previous[j - 1] + (left[i - 1] != right[j - 1]);

            cost = smaller(cost, previous[j] + 1);
            cost = smaller(cost, current[j - 1] + 1);
            if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                cost = smaller(cost, before[j - 2] + 1);
            current[j] = cost;
        }
        before = previous;
        previous = current;
        current = spare;
    }
    return previous[right_length];
}

int
vocabulary_nearest(const char *name, size_t length)
{
    uint32_t written[FOLDED_MAX];
    int written_length = fold(name, length, written, FOLDED_MAX);
    int nearest = 0;
    int smallest = FOLDED_MAX + 1;

    for (int position = 0; position < eligibility_vocabulary_size; position++)
    {
        const char *term = eligibility_vocabulary[position].name;
        uint32_t folded[FOLDED_MAX];
        int folded_length = fold(term, strlen(term), folded, FOLDED_MAX);
        int cost = distance(written, written_length, folded, folded_length);

        if (cost < smallest)
        {
            smallest = cost;
            nearest = position;
        }
    }
    return nearest;
}
