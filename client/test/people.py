#!/usr/bin/env python3
"""Rows for `welfare import persons`, on standard output.

people.py golden           the manual's five people of fiscal year 2553 (IS, golden case)
people.py more             the same with one more AIDS claim, and four people of two other districts, one with a top-up
people.py many COUNT       COUNT elderly people; every 500th has a wrong check digit
people.py row NUMBER       one elderly person, without the header
people.py header           the header
people.py id NUMBER        the national ID of a person

National IDs use office 0000, which nobody holds.
"""
import csv
import sys

COLUMNS = """thai_id title first_name last_name sex birth_date facts programme authority_code claimed_on ordered_on
budget_type way_of_payment bank_code bank_branch account_number account_name top_up""".split()
ELDERLY = ("{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, "
           "!state_enterprise_salary, !local_authority_salary}")
DISABLED = "{thai_nationality, in_house_register, disability_card, !state_shelter, !welfare_card}"
AIDS = "{thai_nationality, in_house_register, aids_certified, poor}"


def national_id(number):
    twelve = "10000%07d" % number
    total = sum(int(digit) * (13 - place) for place, digit in enumerate(twelve))
    return twelve + str((11 - total % 11) % 10)


def row(number, programme="elderly", facts=ELDERLY, birth_date="15/02/2480", claimed_on="01/08/2552",
        ordered_on="05/09/2552", authority="5730102", top_up=""):
    return [national_id(number), "นาย", "สมชาย", "ทองดี", "ชาย", birth_date, facts, programme, authority, claimed_on,
            ordered_on, "งบเฉพาะกิจ", "รับเงินสดด้วยตนเอง", "", "", "", "", top_up]


# Claims that no report of 2553 counts.
later = {"claimed_on": "01/08/2567", "ordered_on": "05/09/2567"}


def golden():
    return [row(1), row(2), row(3, "aids", AIDS, "15/02/2510"),
            row(4, "disability", DISABLED, "15/02/2515"), row(5, "disability", DISABLED, "15/02/2520")]


def more():
    return golden() + [
        row(6, "aids", AIDS, "15/02/2511"),
        row(11, authority="4730601"), row(12, authority="4730601"),
        row(13, "aids", AIDS, "15/02/2510", authority="4730601"),
        row(14, "disability", DISABLED, "15/02/2515", authority="6730204", top_up="250.50")]


def many(count):
    for number in range(20000, 20000 + count):
        one = row(number, **later)
        if number % 500 == 0:
            one[0] = one[0][:12] + str((int(one[0][12]) + 1) % 10)
        yield one


def main(arguments):
    out = csv.writer(sys.stdout, lineterminator="\n")
    kind = arguments[0]
    if kind == "id":
        print(national_id(int(arguments[1])))
        return
    if kind != "row":
        out.writerow(COLUMNS)
    if kind == "golden":
        out.writerows(golden())
    elif kind == "more":
        out.writerows(more())
    elif kind == "many":
        out.writerows(many(int(arguments[1])))
    elif kind == "row":
        out.writerow(row(int(arguments[1]), **later))


main(sys.argv[1:])
