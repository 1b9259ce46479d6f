#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Carries out every fault case and judges what came of it; the table of docs/reliability.md is made of that:
test_faults.py [--accept] [WORD...] runs those whose text has all the words."""
import sys

import fault_cases
import fault_cases_more
from catalogue import VERSION, running
from fault_case import IN_WORDS, Run
from publishing import ROOT, Workplace

PAGE = ROOT / "docs" / "reliability.md"
BEGIN, END = "<!-- cases: made by tests/ckan/test_faults.py --accept -->\n", "<!-- end of cases -->\n"


def table(rows: list) -> str:
    lines = ["| # | what was injected | what the user saw | what remained |", "|---|---|---|---|"]
    lines += [f"| {number} | {row['injected']} | {row['saw']} | {IN_WORDS[row['remains']]} |"
              for number, row in enumerate(rows, 1)]
    return "\n".join(lines) + "\n"


def main() -> int:
    words = [word for word in sys.argv[1:] if word != "--accept"]
    cases = [*fault_cases.all_cases(), *fault_cases_more.all_cases()]
    ckan, rows, faults = running(), [], []
    with Workplace() as work:
        for number, case in enumerate(cases, 1):
            if not all(word in case.injected for word in words):
                continue
            try:
                rows.append(Run(ckan, work, case, number).carry_out())
                print(f"{number}: {case.injected}: {rows[-1]['saw']} -> {rows[-1]['remains']}", flush=True)
            except AssertionError as fault:
                faults.append(number)
                print(f"FAILED {number}: {fault}", flush=True)
        assert not faults, f"cases {faults} failed"
    if words or VERSION != "2.11.6":
        return 0
    page = PAGE.read_text("utf-8")
    before, rest = page.split(BEGIN)
    told, after = rest.split(END)
    if "--accept" in sys.argv:
        PAGE.write_text(before + BEGIN + table(rows) + END + after, "utf-8")
    elif told_cases(told) != [row["injected"] for row in rows]:
        # Each case's outcome was judged above; texts and which of two allowed outcomes it was may differ from run to run.
        print("docs/reliability.md lists other cases; run with --accept")
        return 1
    return 0


def told_cases(text: str) -> list:
    return [line.split(" | ")[1] for line in text.splitlines()[2:]]


if __name__ == "__main__":
    sys.exit(main())
