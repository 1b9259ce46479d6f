#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What a profile may settle beside its columns: how grave findings are (`rules`), values that may stand once only
(`unique`)."""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
PROGRAM = os.environ.get("ANZENMAP", str(ROOT / "build" / "anzenmap"))
ENVIRONMENT = {**os.environ, "LC_ALL": "C.UTF-8"}
HEAD = "番号,名称,標識,緯度,経度\r\n"


def check(folder, rows, field=None, **members):
    profile = {"name": "own", "areas": {"expected": [131.7, 33.9, 132, 34.2]}, "fields": [
        {"name": "番号", "format": "code", "role": "id"},
        {"name": "名称", "role": "name", "constraints": {"maxLength": 3}},
        {"name": "標識", **(field or {})},
        {"name": "緯度", "type": "number", "role": "latitude"}, {"name": "経度", "type": "number", "role": "longitude"}],
        **members}
    (folder / "own.json").write_text(json.dumps(profile, ensure_ascii=False), "utf-8")
    (folder / "調査.csv").write_text(HEAD + "".join(row + "\r\n" for row in rows), "utf-8")
    done = subprocess.run([PROGRAM, "check", "調査.csv", "--profile", "own.json", "--json"], capture_output=True,
                          env=ENVIRONMENT, timeout=120, cwd=folder)
    return done.returncode, json.loads(done.stdout)


def found(value) -> list:
    return [(one["code"], one["severity"], one["row"]) for one in value["diagnostics"]]


FAR = "1,門,,35.6812,139.7671"        # PL306, a warning
LONG = "2,とても長い名,,34.0512,131.8123"  # RU511, an error
NOWHERE = "3,池,,,"               # PL302, rejected


def test_a_profile_makes_findings_graver_or_lighter(folder):
    code, value = check(folder, [FAR, LONG])
    assert code == 1 and found(value) == [("RU511", "error", 3), ("PL306", "warning", 2)], value
    code, value = check(folder, [FAR, LONG], rules={"PL306": "error", "value-too-long": "info"})
    assert code == 1 and found(value) == [("PL306", "error", 2), ("RU511", "info", 3)], value
    assert value["errors"] == 1 and value["warnings"] == 0 and value["written"] == 2
    code, value = check(folder, [FAR, LONG], rules={"PL306": "off", "RU511": "warning"})
    assert code == 0 and found(value) == [("RU511", "warning", 3)], value


def test_the_reason_of_a_rejection_stays_an_error(folder):
    code, value = check(folder, [NOWHERE], rules={"PL302": "info"})
    assert code == 1 and value["rejected"] == 1 and found(value) == [("PL302", "error", 2)], value


def test_settings_of_the_dataset_count_too(folder):
    code, value = check(folder, [], rules={"RU530": "warning"})
    assert code == 0 and ("RU530", "warning", 0) in [(c, s, r or 0) for c, s, r in found(value)], value


def test_what_must_be_told_cannot_be_silenced(folder):
    for rules, code in (({"PL302": "off"}, "UI859"), ({"PR601": "info"}, "UI859"), ({"PL307": "off"}, "UI859"),
                        ({"PL999": "off"}, "UI858"), ({"place-unexpectd": "off"}, "UI858"),
                        ({"PL306": "warnin"}, "RU502"), ({"PL306": 1}, "RU502"), ([], "RU502")):
        done, value = check(folder, [FAR], rules=rules)
        assert done == 2 and value["error"]["code"] == code, (rules, value)
    _, value = check(folder, [FAR], rules={"place-unexpectd": "off"})
    assert "place-unexpected" in value["error"]["message"]["ja"], value
    _, value = check(folder, [FAR], rules={"PL306": "warnin"})
    assert "もしかして「warning」" in value["error"]["message"]["ja"], value


def test_unique_holds_for_any_field(folder):
    rows = ["1,門,A,34.0512,131.8123", "2,池,B,34.0612,131.8123", "3,橋,A,34.0712,131.8123", "4,森,,34.0812,131.8123", "5,川,,34.0912,131.8123"]
    unique = {"constraints": {"unique": True}}
    code, value = check(folder, rows, unique)
    assert code == 1 and value["written"] == 5 and found(value) == [("RU517", "error", 4)], value
    assert value["diagnostics"][0]["column"] == "標識" and value["diagnostics"][0]["value"] == "A"
    # The rejected first one does not count.
    code, value = check(folder, ["1,門,A,,", *rows[2:]], unique)
    assert [one[0] for one in found(value)] == ["PL302"], value
    # Over many batches.
    many = [f"{n},門,K{n % 5000},34.0512,131.8123" for n in range(5003)]
    code, value = check(folder, many, unique)
    assert found(value) == [("RU517", "error", n) for n in (5002, 5003, 5004)], found(value)


def test_unique_is_refused_where_it_is_not_looked_at(folder):
    done, value = check(folder, [FAR], {"privacy": "personal", "constraints": {"unique": True}})
    assert done == 2 and value["error"]["code"] == "RU502" and "unique" in value["error"]["message"]["ja"], value


def main() -> int:
    failed = 0
    for name, test in sorted(globals().items()):
        if not name.startswith("test_"):
            continue
        with tempfile.TemporaryDirectory() as folder:
            try:
                test(pathlib.Path(folder))
                print(f"ok {name}")
            except Exception as problem:  # one failing test must not hide the others
                failed += 1
                print(f"FAILED {name}: {type(problem).__name__}: {problem}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
