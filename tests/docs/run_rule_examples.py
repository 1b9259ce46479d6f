#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Runs the two examples that each rule carries: the bad one must raise the rule, the good one must not.

An example that begins with `{` is a GeoJSON file, any other is a CSV file. A rule that no small text file can raise
(an unreadable disk, a workbook) has no example and is left out.

  run_rule_examples.py [CODE...]"""
import argparse
import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent

_spec = importlib.util.spec_from_file_location("run_cases", ROOT / "tests" / "cli" / "run_cases.py")
run_cases = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(run_cases)


def run(arguments: list, folder: pathlib.Path) -> dict:
    """The one object that --json prints, whatever the exit code."""
    done = subprocess.run([run_cases.program(), *arguments, "--json"], cwd=folder, capture_output=True,
                          env=run_cases.environment(str(folder)), check=False)
    try:
        return json.loads(done.stdout)
    except json.JSONDecodeError:
        raise SystemExit(f"{' '.join(arguments)} gave {done.returncode} and no JSON:\n"
                         f"{done.stdout.decode('utf-8', 'replace')}{done.stderr.decode('utf-8', 'replace')}")


def codes_of(example: str) -> set:
    """The codes that converting the example gives."""
    with tempfile.TemporaryDirectory(prefix="anzenmap-rules-") as name:
        folder = pathlib.Path(name)
        survey = "survey.geojson" if example.lstrip().startswith("{") else "survey.csv"
        (folder / survey).write_bytes(example.encode())
        answer = run(["convert", survey, "--output", "out"], folder)
    codes = {found["code"] for found in answer["diagnostics"]}
    if answer["error"]:
        codes.add(answer["error"]["code"])
    return codes


def faults_of(rule: dict) -> list:
    code, faults = rule["code"], []
    if bool(rule["bad"]) != bool(rule["good"]):
        faults.append(f"{code} has only one of its two examples")
    if rule["bad"] and code not in (found := codes_of(rule["bad"])):
        faults.append(f"{code}: the bad example gives {sorted(found) or 'nothing'}:\n{rule['bad']}")
    if rule["good"] and code in codes_of(rule["good"]):
        faults.append(f"{code}: the good example raises it as well:\n{rule['good']}")
    return faults


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("codes", nargs="*")
    wanted = parser.parse_args().codes
    if not run_cases.program().exists():
        print(f"{run_cases.program()} is not built", file=sys.stderr)
        return 1
    rules = [rule for rule in run(["explain"], ROOT)["rules"] if not wanted or rule["code"] in wanted]
    codes = [rule["code"] for rule in rules]
    faults = [f"{code} is listed {codes.count(code)} times" for code in sorted(set(codes)) if codes.count(code) > 1]
    for rule in rules:
        faults += faults_of(rule)
    for fault in faults:
        print("FAILED", fault)
    shown = sum(bool(rule["bad"]) for rule in rules)
    print(f"{len(rules)} rules, {shown} with examples, {len(faults)} failed")
    return 1 if faults or not shown else 0


if __name__ == "__main__":
    sys.exit(main())
