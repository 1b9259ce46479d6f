#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What `convert` writes into datapackage.json for catalogues, from options and from anzenmap.json: other programs find the
package valid, and other hands' work in it stays."""
import json
import shutil
import subprocess
import sys

import surveys

SAMPLE = surveys.ROOT / "samples" / "toishi-clean" / "遠石小まとめ.csv"
TEMPLATE = surveys.ROOT / "samples" / "anzenmap.yamaguchi.json"
FULL = {
    "catalogue": {"url": "https://example.jp/ckan", "organization": "35215"},
    "dataset": {
        "title": "【周南市】{name} {year}年度", "description": "# 説明\n\n通学路の *安全マップ*", "version": "1.0",
        "homepage": "https://example.jp/", "frequency": "ANNUAL", "tags": ["防犯", "通学路"], "groups": ["anzen"],
        "license": {"name": "cc-by", "title": "表示", "path": "https://creativecommons.org/licenses/by/4.0/"},
        "sources": [{"title": "国土数値情報（小学校区データ）", "publisher": "国土交通省",
                     "path": "https://nlftp.mlit.go.jp/ksj/", "processed": True}],
        "contributors": [{"title": "周南市教育委員会", "role": "author", "email": "kyoiku@example.jp"}],
        "extras": {"担当": "学校教育課"}},
    "names": {"toishi": {"period": "2024"}},
}


def convert(folder, *words, name="toishi"):
    done = subprocess.run([surveys.PROGRAM, "convert", SAMPLE, "--output", "out", "--name", name, *words], cwd=folder,
                          env=surveys.ENVIRONMENT, capture_output=True, timeout=surveys.TIMEOUT)
    assert done.returncode == 0 and done.stderr == b"", done
    package = json.loads((folder / "out" / "datapackage.json").read_text("utf-8"))
    surveys.conforms(surveys.PACKAGE_SCHEMA, package, "datapackage.json")
    return package


def test_full_metadata_is_a_valid_data_package(folder):
    (folder / "anzenmap.json").write_text(json.dumps(FULL), "utf-8")
    package = convert(folder)
    assert package["title"] == "【周南市】toishi 2024年度"
    assert package["temporal"] == {"start": "2024-04-01", "end": "2025-03-31"}
    assert package["sources"][0]["attribution"].endswith("を加工して作成")
    assert package["ckan"] == {"organization": "35215", "groups": ["anzen"], "extras": {"担当": "学校教育課"}}
    geojson = json.loads((folder / "out" / "toishi.geojson").read_text("utf-8"))
    assert package["spatial"]["bbox"] == geojson["bbox"]
    try:
        import frictionless
    except ImportError:
        raise surveys.Skip("frictionless is not installed") from None
    report = frictionless.Package(str(folder / "out" / "datapackage.json")).validate()
    assert report.valid, report.flatten()


def test_equal_settings_give_equal_bytes_and_other_hands_work_stays(folder):
    (folder / "anzenmap.json").write_text(json.dumps(FULL), "utf-8")
    convert(folder)
    path = folder / "out" / "datapackage.json"
    first = path.read_bytes()
    convert(folder)
    assert path.read_bytes() == first
    package = json.loads(first)
    package["title"], package["ckan"]["private_note"] = "人の付けた題", "ほかの道具のもの"
    path.write_text(json.dumps(package, ensure_ascii=False), "utf-8")
    (folder / "anzenmap.json").unlink()
    package = convert(folder)
    assert package["title"] == "人の付けた題"
    assert package["ckan"] == {"private_note": "ほかの道具のもの"}
    assert "licenses" not in package and "keywords" not in package
    package = convert(folder, "--license", "cc-zero", "--organization", "35206", name="syuuyou")
    assert package["licenses"] == [{"name": "cc-zero"}] and package["ckan"]["organization"] == "35206"
    assert package["anzenmap"]["counts"]["read"] == 10 and len(package["resources"]) == 4


def test_the_template_works_as_it_is(folder):
    shutil.copy(TEMPLATE, folder / "anzenmap.json")
    package = convert(folder, name="遠石小学校")
    assert package["ckan"] == {"name": "shunan-toishi-anzenmap", "organization": "35215"}


def test_the_config_above_home_is_not_ours(folder):
    (folder / "anzenmap.json").write_text(json.dumps(FULL), "utf-8")
    home = folder / "home"
    (home / "work").mkdir(parents=True)
    for place, found in ((home / "work", None), (folder, "anzenmap.json")):
        done = subprocess.run([surveys.PROGRAM, "config", "show", "--json"], cwd=place, capture_output=True,
                              env=surveys.ENVIRONMENT | {"HOME": str(home)}, timeout=surveys.TIMEOUT)
        assert json.loads(done.stdout)["path"] == found, done


if __name__ == "__main__":
    sys.exit(surveys.main(globals()))
