#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Adds up gcovr's text table by room: coverage_by_room.py COVERAGE.txt."""
import re
import sys

ROW = re.compile(r"^(gis|importers|exporters)/\S+\s+(\d+)\s+(\d+)\s+\d+%")


def main() -> None:
    lines, run = {}, {}
    with open(sys.argv[1], encoding="utf-8") as table:
        text = re.sub(r"\n\s{20,}", " ", table.read())  # gcovr puts long names on a line of their own
    for row in text.splitlines():
        match = ROW.match(row)
        if match:
            room = match.group(1)
            lines[room] = lines.get(room, 0) + int(match.group(2))
            run[room] = run.get(room, 0) + int(match.group(3))
    for room in lines:
        print(f"{room + '/':<12} {100 * run[room] / lines[room]:5.1f} % of {lines[room]} lines")
    print(f"{'all':<12} {100 * sum(run.values()) / max(1, sum(lines.values())):5.1f} % of {sum(lines.values())} lines")


if __name__ == "__main__":
    main()
