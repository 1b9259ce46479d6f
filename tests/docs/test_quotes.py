#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a page quotes must stand in the file that it names, word for word.

A fenced block below a line `<!-- from PATH -->` is a quotation; relative links must lead to a file."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
QUOTE = re.compile(r"^<!-- from (?P<path>\S+) -->\n```\w*\n(?P<text>.*?)^```", re.M | re.S)
LINK = re.compile(r"\]\((?!\w+:|#)(?P<path>[^)\s#]+)")


def faults_of(page: pathlib.Path) -> list:
    text = page.read_text()
    name = page.relative_to(ROOT)
    faults = [f"{name} quotes {quote['path']}, which does not have:\n{quote['text']}"
              for quote in QUOTE.finditer(text) if quote["text"] not in (ROOT / quote["path"]).read_text()]
    faults += [f"{name} links to {link['path']}, which is not there"
               for link in LINK.finditer(text) if not (page.parent / link["path"]).exists()]
    return faults


def main() -> int:
    pages = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
    faults = [fault for page in pages for fault in faults_of(page)]
    quotes = sum(len(QUOTE.findall(page.read_text())) for page in pages)
    for fault in faults:
        print("FAILED", fault)
    print(f"{len(pages)} pages, {quotes} quotations, {len(faults)} faults")
    return 1 if faults or not quotes else 0


if __name__ == "__main__":
    sys.exit(main())
