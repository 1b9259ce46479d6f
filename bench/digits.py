# SPDX-License-Identifier: Apache-2.0
"""Compares every coordinate of a survey with what came out, as decimal text: no digit may be lost or made up."""
import csv
import hashlib
import re

POSITION = re.compile(r'"coordinates": ?\[ ?(-?[0-9.]+), ?(-?[0-9.]+) ?\]')


def trimmed(number):
    """34.0471710 and 34.047171 are the same decimal number."""
    return number.rstrip("0").rstrip(".") if "." in number else number


def rows_of(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def positions(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            found = POSITION.search(line)
            if found:
                yield trimmed(found[1]), trimmed(found[2])


def places(path):
    for row in rows_of(path):
        yield trimmed(row["経度"]), trimmed(row["緯度"])


def count_changed(expected, found):
    """Coordinates that differ or are missing, the first few of them, and how many rows came out."""
    changed, examples, rows = 0, [], 0
    for wanted in expected:
        got = next(found, (None, None))
        rows += got[0] is not None
        for before, after in zip(wanted, got):
            if before != after:
                changed += 1
                if len(examples) < 5:
                    examples.append([before, after])
    surplus = sum(1 for _ in found)
    return {"changed": changed, "rows": rows + surplus, "examples": examples}


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def compare(source, geojson, table):
    return {"geojson": count_changed(places(source), positions(geojson)),
            "csv": count_changed(places(source), places(table))}
