#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Empty forms: filled in by another program and converted they give no warning; other readers open them."""
import json
import shutil
import subprocess
import sys
import zipfile

import surveys

PROFILES = ["safety-map", "evacuation-site", "generic"]
FILLED = {
    "名称": ["正門", "裏門", "見通しの悪い角"], "区分": ["安全", "危険", "危険"],
    "地図の場所": ["34.0474123, 131.8279846", "34.0476034,131.8285213", "34.0468257 131.8291048"],
    "調査日": ["2024-10-03", "2024-10-04", "2024-10-05"], "種別": ["", "路地", "見通しの悪い交差点"],
    "コメント": ["先生が立っている", "夜は暗い", ""], "見えにくさ_種類": ["", "物理的;心理的", "物理的"],
}


def make(folder, name, profile="safety-map"):
    done = subprocess.run([surveys.PROGRAM, "template", "--profile", profile, "-o", name, "--json"], cwd=folder,
                          env=surveys.ENVIRONMENT, capture_output=True, timeout=surveys.TIMEOUT)
    assert done.returncode == 0, (done.returncode, done.stdout.decode(), done.stderr.decode())
    assert json.loads(done.stdout) == {"schema": 1, "file": name, "profile": profile, "error": None}, done.stdout
    return folder / name


def openpyxl():
    try:
        import openpyxl as module
    except ImportError as missing:
        raise surveys.Skip("openpyxl is not installed") from missing
    return module


def fill(sheet):
    headers = {cell.value: cell.column for cell in sheet[1]}
    for header, values in FILLED.items():
        for row, value in enumerate(values, 3):
            if value:
                sheet.cell(row, headers[header], value)


def no_complaints(run, written):
    assert (run.read, run.written, run.rejected) == (written, written, 0), run.summary
    assert run.codes("error") == [] and run.codes("warning") == [], run.report()["diagnostics"]
    assert run.exit == 0


def test_a_filled_in_workbook_gives_no_warning(folder):
    book = openpyxl().load_workbook(make(folder, "form.xlsx"))
    fill(book["調査"])
    book.save(folder / "filled.xlsx")
    run = surveys.convert(folder, "filled.xlsx")
    no_complaints(run, 3)
    assert run.count("IN343") == 1  # the example row
    rows = run.rows()
    assert [row["名称"] for row in rows] == FILLED["名称"]
    assert (rows[0]["緯度"], rows[0]["経度"]) == ("34.0474123", "131.8279846")
    assert rows[1]["見えにくさ_種類"] == "物理的;心理的" and rows[2]["種別"] == "見通しの悪い交差点"
    assert "正門の前" not in run.file(".geojson").decode()


def test_dates_of_excel_cells(folder):
    import datetime
    book = openpyxl().load_workbook(make(folder, "form.xlsx"))
    sheet = book["調査"]
    fill(sheet)
    column = {cell.value: cell.column for cell in sheet[1]}["調査日"]
    for row in (3, 4, 5):
        sheet.cell(row, column, datetime.date(2024, 10, row))
    book.save(folder / "filled.xlsx")
    run = surveys.convert(folder, "filled.xlsx")
    no_complaints(run, 3)
    assert [row["調査日"] for row in run.rows()] == ["2024-10-03", "2024-10-04", "2024-10-05"]


def test_lists_hints_and_limits_stand_beside_the_cells(folder):
    for profile in PROFILES:
        book = openpyxl().load_workbook(make(folder, f"{profile}.xlsx", profile))
        sheet = book["調査"]
        headers = {cell.value: cell.column_letter for cell in sheet[1]}
        assert sheet.cell(1, 1).value == "名称" and "地図の場所" in headers
        assert len(headers) == sheet.max_column and sheet.max_row == 2
        checks = {str(check.sqref): check for check in sheet.data_validations.dataValidation}
        assert len(checks) == len(headers), "every column has words beside it"
        for header, letter in headers.items():
            check = checks[f"{letter}2:{letter}1001"]
            assert check.prompt and check.promptTitle.startswith(header[:10]), header
            if check.type == "list" and check.formula1.startswith("'"):
                cells = [row[0].value for row in book["選択肢"][check.formula1.split("!")[1].replace("$", "")]]
                assert cells and all(cells), (header, cells)
    kind = checks_of(folder / "safety-map.xlsx", "区分")
    assert kind == ["危険", "安全", "施設", "通学路"]


def checks_of(path, header):
    book = openpyxl().load_workbook(path)
    sheet = book["調査"]
    letter = next(cell.column_letter for cell in sheet[1] if cell.value == header)
    check = next(one for one in sheet.data_validations.dataValidation if str(one.sqref).startswith(letter + "2:"))
    return [row[0].value for row in book["選択肢"][check.formula1.split("!")[1].replace("$", "")]]


def test_a_filled_in_csv_gives_no_warning(folder):
    for profile in PROFILES:
        form = make(folder, f"{profile}.csv", profile)
        rows = surveys.cells(form.read_bytes(), "utf-8-sig")
        assert len(rows) == 2 and rows[1][0].startswith("（例）")
        for i in range(3):
            row = [""] * len(rows[0])
            for header, values in FILLED.items():
                if header in rows[0]:
                    row[rows[0].index(header)] = values[i]
            rows.append(row)
        surveys.write_csv(form, rows, "utf-8-sig")
        run = surveys.convert(folder, form.name, "--profile", profile, output=profile)
        no_complaints(run, 3)


def test_nothing_is_overwritten(folder):
    form = make(folder, "form.xlsx")
    before = form.read_bytes()
    done = subprocess.run([surveys.PROGRAM, "template", "-o", "form.xlsx"], cwd=folder, env=surveys.ENVIRONMENT,
                          capture_output=True)
    assert done.returncode == 3 and b"OU761" in done.stderr and form.read_bytes() == before
    done = subprocess.run([surveys.PROGRAM, "template", "-o", "form.doc"], cwd=folder, env=surveys.ENVIRONMENT,
                          capture_output=True)
    assert done.returncode == 2 and b"OU762" in done.stderr
    assert make(folder, "again.xlsx").read_bytes() == before, "the bytes know when they were made"


def test_libreoffice_opens_it(folder):
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise surveys.Skip("LibreOffice is not installed")
    make(folder, "form.xlsx")
    done = subprocess.run([office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to",
                           "csv:Text - txt - csv (StarCalc):44,34,76", "form.xlsx"], cwd=folder, capture_output=True,
                          timeout=280, env=surveys.ENVIRONMENT | {"HOME": str(folder)})
    assert (folder / "form.csv").exists(), done
    rows = surveys.cells((folder / "form.csv").read_bytes(), "utf-8")
    assert rows[0][0] == "名称" and rows[1][0] == "（例）正門の前"


def test_pyxform_accepts_the_form(folder):
    try:
        from pyxform import xls2xform
    except ImportError as missing:
        raise surveys.Skip("pyxform is not installed") from missing
    for profile in PROFILES:
        form = make(folder, f"{profile}.xlsform.xlsx", profile)
        warnings = xls2xform.xls2xform_convert(str(form), str(folder / "form.xml"), validate=False)
        assert not [one for one in warnings or [] if "language" not in one.lower()], warnings
        text = (folder / "form.xml").read_text("utf-8")
        assert "geopoint" in text and "<h:title>" in text


def test_what_the_form_brings_back_is_read(folder):
    """The answers of the XLSForm as KoBoToolbox exports them: names for headers and choices."""
    form = make(folder, "form.xlsform")
    with zipfile.ZipFile(form) as archive:
        assert archive.testzip() is None
    names = [row[1] for row in survey_rows(form)[1:]]
    head = [*names, "_place_latitude", "_place_longitude", "_place_altitude", "_place_precision", "_uuid", "_submission_time"]
    record = dict.fromkeys(head, "")
    record |= {"today": "2024-10-03", "name": "正門", "kind": "danger", "category": "alley", "place": "34.0474123 131.8279846 0 5",
               "_place_latitude": "34.0474123", "_place_longitude": "131.8279846", "_place_altitude": "0", "_place_precision": "5",
               "_uuid": "0f8fad5b-d9cb-469f-a165-70867728950e", "_submission_time": "2024-10-03T00:05:02",
               "visibility_reason": "physical psychological"}
    (folder / "back.csv").write_text("\r\n".join(";".join(f'"{cell}"' for cell in line)
                                                 for line in (head, [record[name] for name in head])) + "\r\n", "utf-8")
    run = surveys.convert(folder, "back.csv")
    no_complaints(run, 1)
    row = run.rows()[0]
    assert (row["区分"], row["種別"], row["見えにくさ_種類"], row["調査日"]) == ("危険", "路地", "物理的;心理的", "2024-10-03"), row


def survey_rows(form):
    copy = form.with_suffix(".xlsx")
    shutil.copy(form, copy)
    return [list(row) for row in openpyxl().load_workbook(copy)["survey"].iter_rows(values_only=True)]


if __name__ == "__main__":
    sys.exit(surveys.main(globals()))
