#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""LibreOffice opens our CSV with the Japanese intact, and what it saves Anzenmap reads as it reads the original."""
import random
import shutil
import subprocess
import sys

import surveys
import test_round_trips
from surveys import cells, convert, write_csv


def saved(folder, path, to: str, *options):
    """`path` opened in LibreOffice and saved in another format; its own profile, so that no other run disturbs."""
    soffice = shutil.which("soffice")
    if not soffice:
        raise surveys.Skip("LibreOffice is not installed")
    done = subprocess.run([soffice, f"-env:UserInstallation=file://{folder}/profile", "--headless", *options,
                           "--convert-to", to, "--outdir", folder / "saved", path], capture_output=True, timeout=280,
                          env=surveys.ENVIRONMENT | {"HOME": str(folder)})
    target = folder / "saved" / (path.stem + "." + to.split(":")[0])
    assert target.exists(), done
    return target


def test_the_csv_keeps_its_japanese(folder):
    texts = [t.strip(" \t\r\n\u3000\u00a0\u200b\ufeff") for t in test_round_trips.AWKWARD]
    # Excel and LibreOffice turn texts that look like numbers or dates into those; here it is about characters.
    texts = [t for t in texts if t and not any(c.isascii() and c.isdigit() for c in t) and t.lower() != "true"]
    write_csv(folder / "s.csv", [["ID", "名称", "緯度", "経度", "ことば"]] +
              [[f"N{i}", "周陽小学校①髙﨑～", "34.0427321", "131.8178285", t] for i, t in enumerate(texts)])
    run = convert(folder, "s.csv", "--profile", "generic")
    path = folder / "out" / "s.csv"
    try:
        import openpyxl
    except ImportError:
        raise surveys.Skip("openpyxl is not installed") from None
    # What a person chooses in the import window: comma, quote, Unicode (UTF-8).
    sheet = openpyxl.load_workbook(saved(folder, path, "xlsx", "--infilter=CSV:44,34,76")).active
    shown = [[str(c.value if c.value is not None else "") for c in row] for row in sheet.iter_rows()]
    ours = cells(run.file(".csv"))
    assert len(shown) == len(ours), (len(shown), len(ours))
    for theirs, mine in zip(shown, ours):
        same = [t.replace("_x000D_", "").replace("\r", "") for t in theirs]
        assert same == [m.replace("\r", "") for m in mine], (theirs, mine)


def test_a_workbook_saved_again_is_read_alike(folder):
    sample = surveys.ROOT / "samples" / "syuuyou-excel"
    workbook = next(sample.glob("*.xlsx"))
    first = convert(folder, workbook, "--name", "s", output="first")
    for to in ("ods", "xlsx"):
        copy = saved(folder, workbook, to)
        again = convert(folder, copy, "--name", "s", output=to)
        assert again.both() == first.both(), (to, again.file(".csv").decode(), first.file(".csv").decode())
        assert again.count("IN156") == 1, again.codes()
        copy.unlink()


def test_random_rows_through_ods(folder):
    """Text cells of an .ods file hold what the CSV held."""
    # LibreOffice drops tabs from cells of several lines; a mark against formulas is one in CSV files only.
    rows = [[cell.replace("\t", " ").lstrip("'") for cell in row]
            for row in test_round_trips.awkward_rows(random.Random(7), 60)]
    write_csv(folder / "s.csv", rows)
    # Field separator ',', quote '"', UTF-8, and every column taken as text.
    columns = "/".join(f"{i}/2" for i in range(1, len(rows[0]) + 1))
    ods = saved(folder, folder / "s.csv", "ods", f"--infilter=CSV:44,34,76,1,{columns}")
    first = convert(folder, "s.csv", "--name", "s", output="first")
    again = convert(folder, ods, "--name", "s", output="again")
    mine, theirs = cells(first.file(".csv")), cells(again.file(".csv"))
    assert len(mine) == len(theirs), (len(mine), len(theirs))
    for a, b in zip(mine, theirs):
        assert [t.replace("\r\n", "\n") for t in a] == [t.replace("\r\n", "\n") for t in b], (a, b)


if __name__ == "__main__":
    sys.exit(surveys.main(globals()))
