#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""docs/schema/profile.schema.json and the program agree: both take the built-in profiles, the example of
docs/profiles.md and every word that the schema lists, both refuse the same faults."""
import copy
import importlib.util
import json
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    import jsonschema
except ImportError:
    print("SKIP: the Python package jsonschema is not here")
    sys.exit(77)

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SCHEMA = json.loads((ROOT / "docs" / "schema" / "profile.schema.json").read_text())
BUILTIN = ROOT / "gis" / "profile" / "builtin"

_spec = importlib.util.spec_from_file_location("run_cases", ROOT / "tests" / "cli" / "run_cases.py")
run_cases = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(run_cases)

SMALL = {"name": "small", "fields": [{"name": "名称"}, {"name": "緯度", "role": "latitude"}, {"name": "経度", "role": "longitude"}]}


def with_field(**members) -> dict:
    profile = copy.deepcopy(SMALL)
    profile["fields"][0].update(members)
    return profile


def without(key: str) -> dict:
    return {name: value for name, value in SMALL.items() if name != key}


def good_profiles():
    for example in re.findall(r"^```json\n(.*?)^```", (ROOT / "docs" / "profiles.md").read_text(), re.M | re.S):
        yield "the example of docs/profiles.md", json.loads(example)
    yield "the smallest", SMALL
    words = SCHEMA["definitions"]["field"]["properties"]
    for key in ("type", "format", "role", "privacy"):
        for word in words[key]["enum"]:
            yield f"{key} {word}", with_field(**{key: word})
    yield "titles in an object", {**SMALL, "title": {"ja": "小さい", "en": "small"}}
    yield "areas", {**SMALL, "areas": {"hard": [122, 20, 154, 46], "expected": [130.5, 33.5, 132.5, 35]}}
    yield "a CRS", {**SMALL, "source_crs": "EPSG:6671"}
    yield "constraints", with_field(constraints={"required": True, "unique": True, "minLength": 1, "maxLength": 60,
                                                 "pattern": "^[0-9]{6}$", "enum": ["a", 1]})
    for word in ("error", "warning", "info"):
        yield f"rule {word}", {**SMALL, "rules": {"PL306": word, "value-too-long": word}}
    yield "a rule off", {**SMALL, "rules": {"place-unexpected": "off"}}
    yield "categories", {**SMALL, "categories": {"名称": [{"label": "公園", "colour": "#03af7a", "spellings": ["こうえん"]}]}}


def bad_profiles():
    yield "no object", []
    yield "no name", without("name")
    yield "rules in a list", {**SMALL, "rules": []}
    yield "a severity that there is not", {**SMALL, "rules": {"PL306": "fatal"}}
    yield "no fields", without("fields")
    yield "empty fields", {**SMALL, "fields": []}
    yield "a field that is no object", {**SMALL, "fields": ["名称"]}
    yield "a field without a name", {**SMALL, "fields": [{"title": "名前"}]}
    yield "a title that is a number", {**SMALL, "title": 1}
    yield "an area of three numbers", {**SMALL, "areas": {"hard": [122, 20, 154]}}
    yield "an area of words", {**SMALL, "areas": {"hard": ["西", "南", "東", "北"]}}
    yield "an unknown type", with_field(type="money")
    yield "an unknown role", with_field(role="place")
    yield "an unknown privacy", with_field(privacy="secret")
    yield "aliases that are no list", with_field(aliases="場所")
    yield "a length in words", with_field(constraints={"maxLength": "六十"})
    yield "a required in words", with_field(constraints={"required": "yes"})
    yield "a constraint list", with_field(constraints=["required"])
    yield "areas that are a list", {**SMALL, "areas": [122, 20, 154, 46]}
    yield "categories that are a list", {**SMALL, "categories": []}
    yield "labels that are words", {**SMALL, "categories": {"名称": ["公園"]}}


def takes(profile, folder: pathlib.Path) -> tuple:
    """Whether the program takes the profile, and what it said."""
    (folder / "profile.json").write_text(json.dumps(profile, ensure_ascii=False))
    done = subprocess.run([run_cases.program(), "profile", "show", "profile.json"], cwd=folder, capture_output=True,
                          env=run_cases.environment(str(folder)), check=False)
    if done.returncode not in (0, 2, 3):
        raise SystemExit(f"profile show gave {done.returncode}: {done.stderr.decode('utf-8', 'replace')}")
    return done.returncode == 0, done.stderr.decode("utf-8", "replace")


def main() -> int:
    jsonschema.Draft7Validator.check_schema(SCHEMA)
    schema = jsonschema.Draft7Validator(SCHEMA)
    faults, count = [], 0
    builtin = [(path.name, json.loads(path.read_text())) for path in sorted(BUILTIN.glob("*.json"))]
    if len(builtin) < 3:
        faults.append(f"only {len(builtin)} built-in profiles in {BUILTIN}")
    with tempfile.TemporaryDirectory(prefix="anzenmap-profile-") as name:
        folder = pathlib.Path(name)
        for wanted, profiles in ((True, [*builtin, *good_profiles()]), (False, bad_profiles())):
            for what, profile in profiles:
                count += 1
                errors = [f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in schema.iter_errors(profile)]
                if (not errors) != wanted:
                    faults.append(f"{what}: the schema {'refuses' if wanted else 'takes'} it {errors[:3]}")
                taken, said = takes(profile, folder)
                if taken != wanted:
                    faults.append(f"{what}: the program {'refuses' if wanted else 'takes'} it {said}")
    for fault in faults:
        print("FAILED", fault)
    print(f"{count} profiles, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
