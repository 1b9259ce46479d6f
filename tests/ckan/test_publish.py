#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Each sample goes to a real CKAN and comes back; a second run writes nothing; one changed cell is one write."""
import json
import pathlib
import shutil

from catalogue import running, sha256
from proxy import FaultProxy
from publishing import ROOT, Workplace

CKAN = running()
TOKEN = CKAN.tokens["editor"]
SAMPLES = sorted(file.parent for file in (ROOT / "samples").glob("*/convert.args"))


def ids(name: str) -> dict:
    package = CKAN.call("package_show", {"id": name})
    return {"dataset": package["id"]} | {resource["name"]: (resource["id"], resource["url"])
                                         for resource in package["resources"]}


def metadata() -> list:
    return ["--organization", "35215", "--license", "cc-by"]


def publish_sample(work: Workplace, sample: pathlib.Path) -> None:
    """convert, publish, look, publish again, pull back."""
    name = "srv-sample-" + sample.name
    CKAN.purge([name])
    here = work.folder / sample.name
    shutil.copytree(sample, here / "survey")
    words = (sample / "convert.args").read_text("utf-8").splitlines()
    survey = here / "survey" / words[0]
    done = work.run("convert", survey, *words[1:], "--public", "--output", here / "result", "--title", "【周南市】" + sample.name, "--json")
    assert done.exit in (0, 1), done.told()

    def publish(*more, to=CKAN.url):
        return work.run("publish", here / "result", "--to", to, "--dataset", name, *metadata(), "--allow-errors", "--yes",
                        "--json", *more, token=TOKEN)

    with FaultProxy(CKAN.url) as line:
        done = publish("--verify", "full", to=line.url)
        assert done.exit == 0, done.told()
        writes = [seen.action for seen in line.writes]
        assert writes == ["package_create", "package_revise"], writes
    published = CKAN.call("package_show", {"id": name}, "")
    files = {file.name: file.read_bytes() for file in (here / "result").iterdir()}
    descriptor = json.loads(files["datapackage.json"])
    assert len(published["resources"]) == len(descriptor["resources"]) >= 2
    for resource, described in zip(published["resources"], descriptor["resources"]):
        data = files[described["path"]]
        assert CKAN.download(resource["url"], "") == data, described["path"]
        assert resource["hash"].removeprefix("sha256:") == sha256(data) and resource["size"] == len(data)
        assert resource["format"].lower() == described["format"]
    kinds = {view["view_type"] for resource in published["resources"]
             for view in CKAN.call("resource_view_list", {"id": resource["id"]}, "")}
    assert "geojson_view" in kinds, kinds

    before = ids(name)
    with FaultProxy(CKAN.url) as line:
        done = publish(to=line.url)
        assert done.exit == 0 and not line.writes, (done.told(), line.actions())
        assert done.json["counts"]["unchanged"] > 0
    assert ids(name) == before
    done = publish("--dry-run", "--detailed-exitcode")
    assert done.exit == 0, done.told()
    pull_back(work, name, here, files, descriptor)


def pull_back(work: Workplace, name: str, here: pathlib.Path, files: dict, descriptor: dict) -> None:
    done = work.run("catalogue", "pull", name, "--from", CKAN.url, "--output", here / "pulled")
    assert done.exit == 0, done.told()
    folder = here / "pulled" / name
    pulled = json.loads((folder / "datapackage.json").read_text("utf-8"))
    by_hash = {resource["hash"].removeprefix("sha256:"): folder / resource["path"] for resource in pulled["resources"]}
    for described in descriptor["resources"]:
        data = files[described["path"]]
        assert by_hash[sha256(data)].read_bytes() == data, described["path"]
    # What came back would publish without a change: the descriptor says what CKAN holds.
    with FaultProxy(CKAN.url) as line:
        done = work.run("publish", folder, "--to", line.url, "--audience", "public", "--allow-errors", "--yes", "--json",
                        token=TOKEN)
        assert done.exit == 0 and not line.writes, (done.told(), line.actions())


def change_a_cell(work: Workplace, datastore: bool) -> None:
    name = "srv-cell-" + ("rows" if datastore else "files")
    CKAN.purge([name])
    words = ["--datastore"] if datastore else []
    package = work.package(name)
    done = work.publish([package], CKAN.url, *words, token=TOKEN)
    assert done.exit == 0, done.told()
    before = ids(name)
    package.change_cell()
    with FaultProxy(CKAN.url) as line:
        done = work.publish([package], line.url, *words, token=TOKEN)
        assert done.exit == 0, done.told()
        writes = [seen.action for seen in line.writes]
        assert writes == ["package_revise"] + ["datastore_upsert"] * datastore, writes
        assert writes.count("package_revise") == 1
        if datastore:
            sent = json.loads(line.writes[1].body)
            assert [row["名称"] for row in sent["records"]] == ["裏門"], sent
    assert ids(name) == before, "ids and URLs must live on"
    state = CKAN.state(name)
    assert {resource["url"].rsplit("/", 1)[-1]: resource["file"] for resource in state["resources"]} == package.hashes()
    if datastore:
        table = next(resource["table"] for resource in state["resources"] if "table" in resource)
        assert {row["ID"]: row["名称"] for row in table["rows"]} == {row[0]: row[1] for row in package.rows}
        types = {field["id"]: field["type"] for field in table["fields"]}
        assert (types["ID"], types["緯度"], types["危険度"]) == ("text", "numeric", "int4"), types
        labels = {field["id"]: field.get("info", {}).get("label") for field in table["fields"]}
        assert labels["名称"] == "名称", labels
        views = {view["view_type"] for resource in state["resources"] for view in resource["views"]}
        assert "datatables_view" in views, views
    CKAN.purge([name])


def main():
    with Workplace() as work:
        for sample in SAMPLES:
            publish_sample(work, sample)
        for datastore in (False, True):
            change_a_cell(work, datastore)


if __name__ == "__main__":
    main()
