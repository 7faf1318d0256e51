#!/usr/bin/env python3
"""Rows for `welfare import persons`, on standard output.

people.py golden           the manual's five people of fiscal year 2553 (IS, golden case)
people.py more             the same with one more AIDS claim, and four people of two other districts, one with a top-up
people.py many COUNT       COUNT elderly people; every 500th has a wrong check digit
people.py row NUMBER [COLUMN=VALUE]…    one elderly person, without the header; columns that differ
people.py range FIRST LAST NUMBER…      elderly people with these numbers; those named after have a wrong sex
people.py rows NUMBER      a person for each line of standard input, whose words, between tabs, are COLUMN=VALUE
people.py header           the header: every column that there is
people.py id NUMBER        the national ID of a person

National IDs use office 0000, which nobody holds.
"""
import csv
import sys

PLAIN = {
    "thai_id": "", "title": "นาย", "first_name": "สมชาย", "last_name": "ทองดี", "sex": "ชาย", "birth_date": "15/02/2480",
    "facts": "{thai_nationality, in_house_register, !state_pension, !special_pension, !state_shelter, !state_salary, "
             "!state_enterprise_salary, !local_authority_salary}",
    "programme": "elderly", "authority_code": "5730102", "claimed_on": "01/08/2552", "ordered_on": "05/09/2552",
    "budget_type": "งบเฉพาะกิจ", "way_of_payment": "รับเงินสดด้วยตนเอง", "bank_code": "", "bank_branch": "",
    "account_number": "", "account_name": "", "top_up": "", "marital_status": "สมรส", "telephone": "034-000-001",
    "income_band": "0 - 5,000 บาท", "monthly_income": "", "occupation": "ไม่มีอาชีพ", "house_number": "12/3",
    "village_number": "4", "building": "", "lane": "", "road": "", "subdistrict": "ดอนยายหอม",
    "district": "เมืองนครปฐม", "province": "นครปฐม", "postcode": "73000", "contact_house_number": "",
    "contact_village_number": "", "contact_building": "", "contact_lane": "", "contact_road": "",
    "contact_subdistrict": "", "contact_district": "", "contact_province": "", "contact_postcode": "",
    "received_since": "", "remark": ""}
DISABLED = {"programme": "disability",
            "facts": "{thai_nationality, in_house_register, disability_card, physical_disability, !state_shelter, !welfare_card}"}
AIDS = {"programme": "aids", "facts": "{thai_nationality, in_house_register, aids_certified, poor}"}
# Claims that no report of 2553 counts.
LATER = {"claimed_on": "01/08/2567", "ordered_on": "05/09/2567"}


def national_id(number):
    twelve = "10000%07d" % number
    total = sum(int(digit) * (13 - place) for place, digit in enumerate(twelve))
    return twelve + str((11 - total % 11) % 10)


def row(number, *differences, **more):
    one = dict(PLAIN, thai_id=national_id(number))
    for difference in differences + (more,):
        assert not set(difference) - set(PLAIN), difference
        one.update(difference)
    return list(one.values())


def golden():
    return [row(1), row(2), row(3, AIDS, birth_date="15/02/2510"),
            row(4, DISABLED, birth_date="15/02/2515"), row(5, DISABLED, birth_date="15/02/2520")]


def more():
    return golden() + [
        row(6, AIDS, birth_date="15/02/2511"),
        row(11, authority_code="4730601"), row(12, authority_code="4730601"),
        row(13, AIDS, birth_date="15/02/2510", authority_code="4730601"),
        row(14, DISABLED, birth_date="15/02/2515", authority_code="6730204", top_up="250.50")]


def many(count):
    for number in range(20000, 20000 + count):
        one = row(number, LATER)
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
        out.writerow(PLAIN)
    if kind == "golden":
        out.writerows(golden())
    elif kind == "more":
        out.writerows(more())
    elif kind == "many":
        out.writerows(many(int(arguments[1])))
    elif kind == "range":
        for number in range(int(arguments[1]), int(arguments[2]) + 1):
            out.writerow(row(number, LATER, sex="x" if str(number) in arguments[3:] else "ชาย"))
    elif kind == "rows":
        for number, line in enumerate(sys.stdin.read().split("\n")[:-1], int(arguments[1])):
            out.writerow(row(number, LATER, dict(word.split("=", 1) for word in line.split("\t") if word)))
    elif kind == "row":
        out.writerow(row(int(arguments[1]), LATER, dict(word.split("=", 1) for word in arguments[2:])))


main(sys.argv[1:])
