#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Cells of random workbooks, written by openpyxl and read by anzenmap and by calamine, must agree.

Exit 77: what the test needs (openpyxl, python-calamine, the built program) is not here.
"""

import csv
import datetime
import os
import random
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

try:
    import openpyxl
    from python_calamine import CalamineWorkbook
except ImportError as missing:
    print(f"SKIP: {missing}")
    sys.exit(77)

PROGRAM = os.environ.get("ANZENMAP", "build/anzenmap")
PLACE = ["名称", "区分", "緯度", "経度"]
COLUMNS = ["甲", "乙", "丙", "丁"]
DATE_FORMATS = ["yyyy/m/d", 'ggge"年"m"月"d"日"', "[$-411]ge.m.d", 'm"月"d"日"', "mm-dd-yy"]
WORDS = ["横断歩道", "車が多い", "a,b", 'say "x"', "一行\n二行", "_x000D_", "_x0041_", "①髙﨑", "😀", "  中　空", "<&>", "0123"]


def random_cell(dice: random.Random, cell) -> None:
    kind = dice.randrange(8)
    if kind == 0:
        return
    if kind in (1, 2, 3):
        cell.value = dice.choice(WORDS) + dice.choice(["", dice.choice(WORDS)])
    elif kind == 4:
        cell.value = dice.choice([dice.uniform(-1e3, 1e3), 0.1 + 0.2, 1e-9, 1e15, 34.047171000000002, 1 / 3])
    elif kind == 5:
        cell.value = dice.randrange(-(10**12), 10**12)
    elif kind == 6:
        cell.value = datetime.datetime(1950, 1, 1) + datetime.timedelta(days=dice.randrange(40000))
        cell.number_format = dice.choice(DATE_FORMATS)
    else:
        cell.value = dice.choice([True, False])


def plain(number: float) -> str:
    """15 significant digits without exponent, as anzenmap writes them."""
    from decimal import Decimal

    text = format(Decimal(f"{number:.15g}"), "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in ("-0", "") else text


def expected(value) -> str:
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return plain(value)
    if isinstance(value, datetime.datetime):
        return value.isoformat() if value.time() != datetime.time() else value.date().isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    return str(value).strip(" \u3000\r\n")


def make_workbook(seed: int, path: Path) -> None:
    dice = random.Random(seed)
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(PLACE + COLUMNS)
    for row in range(2, 2 + dice.randrange(1, 60)):
        for column, value in enumerate((f"地点{row}", "危険", 34.05, 131.8), 1):
            sheet.cell(row, column, value)
        for column in range(5, 9):
            random_cell(dice, sheet.cell(row, column))
    book.save(path)


def compare(path: Path, folder: Path) -> int:
    done = subprocess.run(
        [PROGRAM, "convert", str(path), "--output", str(folder), "--name", "out", "--format", "csv"],
        capture_output=True, text=True)
    if done.returncode not in (0, 1):
        print(f"{path.name}: exit {done.returncode}\n{done.stderr}")
        return 1
    with open(folder / "out.csv", encoding="utf-8-sig", newline="") as file:
        ours = list(csv.DictReader(file))
    theirs = CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    header = theirs[0]
    if len(ours) != len(theirs) - 1:
        print(f"{path.name}: {len(ours)} records, calamine has {len(theirs) - 1}")
        return 1
    wrong = 0
    for number, (mine, other) in enumerate(zip(ours, theirs[1:]), 2):
        for column, value in zip(header, other):
            if column not in COLUMNS or column not in mine:
                continue
            got = mine[column].removeprefix("'")  # what would be a formula is written with one in front
            if got != expected(value):
                print(f"{path.name} row {number} {column}: {got!r}, calamine {expected(value)!r}")
                wrong += 1
    return wrong


def main() -> int:
    if shutil.which(PROGRAM) is None:
        print(f"SKIP: no {PROGRAM}")
        return 77
    seeds = range(int(sys.argv[1]) if len(sys.argv) > 1 else 20)
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for seed in seeds:
            path = folder / f"seed{seed}.xlsx"
            make_workbook(seed, path)
            wrong += compare(path, folder)
    print(f"{len(seeds)} workbooks, {wrong} differences")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
