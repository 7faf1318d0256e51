#!/usr/bin/env python3
"""Totals a file of transfers anew, from nothing but the file: number, sum and digest.

    retotal.py FILE.xml|FILE.csv

Prints three lines for XML, two for CSV: what the transfers come to (number, sum, digest), then what each header states
(number, sum, and the digest in CSV). Shares no code with the client: another language, another parser, decimals.
"""
import csv
import hashlib
import sys
import xml.etree.ElementTree as tree
from decimal import Decimal

NAMESPACE = "{urn:iso:std:iso:20022:tech:xsd:pain.001.001.09}"


def transfers_of_xml(path, stated):
    """Yields the six values of each transfer; fills what group header and payment state."""
    header = {}
    for _, element in tree.iterparse(path):
        name = element.tag.removeprefix(NAMESPACE)
        if name in ("NbOfTxs", "CtrlSum"):
            header[name] = element.text
            if name == "CtrlSum":
                stated.append((header.pop("NbOfTxs"), header.pop("CtrlSum")))
        elif name == "CdtTrfTxInf":
            def text(path_in_transfer):
                found = element.find("/".join(NAMESPACE + part for part in path_in_transfer.split("/")))
                return "" if found is None else found.text
            assert element.find(f"{NAMESPACE}Amt/{NAMESPACE}InstdAmt").get("Ccy") == "THB"
            yield (text("PmtId/EndToEndId"), text("Amt/InstdAmt"), text("CdtrAgt/FinInstnId/ClrSysMmbId/MmbId"),
                   text("CdtrAgt/BrnchId/Id") or text("CdtrAgt/BrnchId/Nm"), text("CdtrAcct/Id/Othr/Id"), text("Cdtr/Nm"))
            element.clear()


def transfers_of_csv(path, stated):
    """Yields the six values of each transfer; fills what the batch's and the totals' record state."""
    with open(path, encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream, strict=True):
            assert None not in row and None not in row.values(), "a record has another number of fields"
            if row["record"] == "transfer":
                yield (row["reference"], row["amount"], row["bank_code"], row["bank_branch"], row["account_number"], row["account_name"])
            else:
                stated.append((row["transfers"], row["amount"], row["digest"]))


def main(path):
    stated, count, total, digest = [], 0, Decimal(0), hashlib.sha256()
    for values in (transfers_of_xml if path.endswith(".xml") else transfers_of_csv)(path, stated):
        count += 1
        total += Decimal(values[1])
        reference, amount, bank, *others = values
        prefixed = [f"{len(other.encode())}:{other}" for other in others]
        digest.update(("|".join([reference, amount, str(int(bank)), *prefixed]) + "\n").encode())
    print(count, total, digest.hexdigest())
    for line in stated:
        print(*line)


main(sys.argv[1])
