#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What `publish --json` and `catalogue ... --json` print is described by docs/schema/publish.schema.json and
catalogue.schema.json, in every way that they can end."""
import importlib.util
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("SKIP: the Python package jsonschema is not here")
    sys.exit(77)

HERE = pathlib.Path(__file__).resolve().parent
SCHEMAS = HERE.parent.parent / "docs" / "schema"

_spec = importlib.util.spec_from_file_location("run_cases", HERE / "run_cases.py")
run_cases = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(run_cases)


def validator(name: str):
    schema, plan = (json.loads((SCHEMAS / file).read_text()) for file in (name, "plan.schema.json"))
    # One document: the plan's definitions go below the one place that refers to it.
    text = json.dumps(plan).replace("#/definitions/", "#/definitions/plan/definitions/")
    schema["definitions"]["plan"] = json.loads(text)
    if "plan" in schema["properties"]:
        schema["properties"]["plan"]["anyOf"][1] = {"$ref": "#/definitions/plan"}
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def main() -> int:
    of_publish, of_catalogue = validator("publish.schema.json"), validator("catalogue.schema.json")
    failed = 0
    with tempfile.TemporaryDirectory(prefix="anzenmap-publish-") as name:
        folder = pathlib.Path(name)

        def run(*words):
            return subprocess.run([run_cases.program(), *words], cwd=folder, capture_output=True,
                                  env=run_cases.environment(name), timeout=120)

        (folder / "survey.csv").write_bytes("名称,区分,緯度,経度\r\n正門,安全,34.04,131.80\r\n".encode())
        assert run("convert", "survey.csv", "--output", "out", "--name", "survey").returncode == 0
        steps = [
            # words, exit code, members that must be there
            (["publish"], 2, {"plan": None, "applied": None}),
            (["publish", "none", "--to", "site"], 3, {"plan": None}),
            (["publish", "out", "--to", "site"], 4, {"applied": None}),
            (["publish", "out", "--to", "site", "--dry-run"], 0, {"applied": None, "error": None, "dry_run": True}),
            (["publish", "out", "--to", "site", "--dry-run", "--detailed-exitcode"], 5, {"error": None}),
            (["publish", "out", "--to", "site", "--yes"], 0, {"error": None}),
            (["publish", "out", "--to", "site"], 0, {"error": None, "applied": None}),
            (["catalogue", "status", "--from", "site"], 0, {"error": None}),
            (["catalogue", "status"], 2, {}),
            (["catalogue", "list", "--from", "site"], 0, {"error": None}),
            (["catalogue", "show", "survey", "--from", "site"], 0, {"error": None}),
            (["catalogue", "show", "none", "--from", "site"], 4, {}),
            (["catalogue", "pull", "survey", "--from", "site", "--output", "back"], 0, {"folders": ["back/survey"]}),
            (["catalogue", "check", "--from", "site"], 0, {"error": None}),
            (["catalogue", "withdraw", "survey", "--from", "site", "--yes"], 4, {"applied": None}),
            (["catalogue", "withdraw", "survey", "--from", "site", "--yes", "--yes-delete"], 0, {"error": None}),
        ]
        for words, code, members in steps:
            done = run(*words, "--json")
            try:
                assert done.returncode == code, f"exit {done.returncode}, not {code}: {done.stderr.decode()}"
                value = json.loads(done.stdout)
                is_plan = words[0] == "publish" or words[1] == "withdraw"
                (of_publish if is_plan else of_catalogue).validate(value)
                for key, wanted in members.items():
                    assert value[key] == wanted, f"{key}: {value[key]}"
            except (AssertionError, json.JSONDecodeError, jsonschema.ValidationError) as fault:
                failed += 1
                print("FAILED", " ".join(words), str(fault)[:800])
    print(f"{len(steps)} objects, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
