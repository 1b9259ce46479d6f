#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Changes of a published dataset on a real CKAN: files that come and go, a DataStore that is switched on later, rows and
columns that change, a CKAN without package_revise, a search that is wrong, a dataset that is withdrawn and comes back."""
import json

from catalogue import running
from proxy import Answer, Changed, FaultProxy, on
from publishing import Package, Workplace

CKAN = running()
TOKEN = CKAN.tokens["editor"]
UNFINISHED = "anzenmap_unfinished"


def ids(name: str) -> dict:
    package = CKAN.call("package_show", {"id": name})
    return {resource["anzenmap_key"]: (resource["id"], resource["url"]) for resource in package["resources"]}


def views(name: str) -> dict:
    package = CKAN.call("package_show", {"id": name})
    return {resource["anzenmap_key"]: sorted(view["view_type"] for view in
                                             CKAN.call("resource_view_list", {"id": resource["id"]}))
            for resource in package["resources"]}


def table(name: str) -> list:
    resource_id = ids(name)["map-csv"][0]
    rows = CKAN.rows(resource_id)
    return sorted([row["ID"], row["名称"]] for row in rows)


def publish(work: Workplace, package: Package, *words, to: str = CKAN.url, expect: int = 0):
    done = work.publish([package], to, *words, token=TOKEN)
    assert done.exit == expect, done.told()
    return done


def is_settled(work: Workplace, package: Package, *words) -> None:
    """Another run writes nothing, and nothing says that there is more to do."""
    with FaultProxy(CKAN.url) as line:
        done = publish(work, package, *words, to=line.url)
        assert not line.writes, (done.told(), line.actions())
    assert UNFINISHED not in json.dumps(CKAN.call("package_show", {"id": package.name}))


def with_note(package: Package) -> None:
    """A third file beside the two."""
    file = package.folder / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8"))
    (package.folder / "note.json").write_text('{"type":"FeatureCollection","features":[]}\n', "utf-8")
    descriptor["resources"].append({"name": "note", "path": "note.json", "title": "注記", "format": "GeoJSON"})
    file.write_text(json.dumps(descriptor, ensure_ascii=False), "utf-8")


def files_come_and_go(work: Workplace) -> None:
    name = "srv-come-and-go"
    CKAN.purge([name])
    package = work.package(name)
    publish(work, package)
    before = ids(name)
    with_note(package)
    with FaultProxy(CKAN.url) as line:
        publish(work, package, to=line.url)
        assert [seen.action for seen in line.writes] == ["package_revise", "package_create_default_resource_views",
                                                         "package_revise"], line.actions()
    after = ids(name)
    assert {key: after[key] for key in before} == before and set(after) == {*before, "note"}
    assert "geojson_view" in views(name)["note"], views(name)
    is_settled(work, package)
    package.write()  # without the note
    done = publish(work, package)
    assert done.json["counts"]["leave"] == 1 and set(ids(name)) == {*before, "note"}, done.told()
    publish(work, package, "--remove-missing", "--yes-delete")
    assert ids(name) == before
    is_settled(work, package, "--remove-missing")
    CKAN.purge([name])


def rows_change(work: Workplace) -> None:
    """The DataStore is switched on for a dataset that is public already; then rows change, go and come."""
    name = "srv-rows"
    CKAN.purge([name])
    package = work.package(name)
    publish(work, package)
    assert publish(work, package, "--datastore").json["counts"]["create"] == 2
    assert "datatables_view" in views(name)["map-csv"], views(name)
    first = views(name)
    is_settled(work, package, "--datastore")

    package.rows[0][1] = "一つ目"
    del package.rows[5:7]
    package.rows.append(["B1", "新しい所", "安全", "34.111", "131.911", "1"])
    package.write()
    with FaultProxy(CKAN.url) as line:
        publish(work, package, "--datastore", to=line.url)
        assert [seen.action for seen in line.writes] == ["package_revise", "datastore_upsert", "datastore_delete"]
        assert [row["ID"] for row in json.loads(line.writes[1].body)["records"]] == ["A0", "B1"]
        assert json.loads(line.writes[2].body)["filters"] == {"ID": ["A5", "A6"]}
    assert table(name) == sorted(row[:2] for row in package.rows)
    is_settled(work, package, "--datastore")

    # Somebody's loader or hand changed a row: looked at, told and put right.
    CKAN.call("datastore_upsert", {"resource_id": ids(name)["map-csv"][0], "force": True,
                                   "records": [{"ID": "A1", "名称": "手で直した"}]})
    assert publish(work, package, "--datastore").json["counts"]["update"] == 1
    assert table(name) == sorted(row[:2] for row in package.rows)
    assert views(name) == first
    CKAN.purge([name])


def columns_change(work: Workplace) -> None:
    name = "srv-columns"
    CKAN.purge([name])
    package = work.package(name)
    publish(work, package, "--datastore")
    first = views(name)
    file = package.folder / "datapackage.json"
    descriptor = json.loads(file.read_text("utf-8"))
    long = "とても長い見出しの列なのでサイトの表には入りきりません"
    assert len(long.encode()) > 63
    csv = (package.folder / "map.csv").read_text("utf-8-sig").replace("区分", long).encode()
    (package.folder / "map.csv").write_bytes(csv)
    resource = descriptor["resources"][0]
    resource["schema"]["fields"][2] |= {"name": long, "title": long}
    del resource["bytes"], resource["hash"]
    file.write_text(json.dumps(descriptor, ensure_ascii=False), "utf-8")
    done = publish(work, package, "--datastore")
    told = next(action for action in done.json["plan"]["datasets"][0]["actions"] if action["key"] == "map-csv")
    assert (told["columns_added"], told["columns_removed"]) == ([long], ["区分"]), told
    found = CKAN.call("datastore_search", {"resource_id": ids(name)["map-csv"][0], "limit": 1})
    fields = {field["info"]["label"]: field["id"] for field in found["fields"] if "info" in field}
    assert len(fields[long].encode()) <= 63 and found["records"][0][fields[long]], found
    assert found["total"] == len(package.rows) and views(name) == first
    is_settled(work, package, "--datastore")
    CKAN.purge([name])


def without_revise(work: Workplace) -> None:
    """A CKAN before 2.9: more requests, a weaker guard that is told, the same end."""
    name = "srv-old"
    unknown = Answer(400, '"Bad request - Action name not known: package_revise"'.encode(), "application/json")

    def old(change, *words):
        with FaultProxy(CKAN.url, on("package_revise", unknown, times=0)) as line:
            line.watch = lambda: seen.append(CKAN.find("package_show", {"id": name}, ""))
            done = change(line.url, *words)
            assert "CK965" in done.faults, done.told()

    for words in ([], ["--datastore"]):
        CKAN.purge([name])
        seen = []
        package = work.package(name)
        old(lambda url: publish(work, package, *words, to=url))
        whole = {resource["anzenmap_key"]: resource["hash"] for resource in CKAN.call("package_show", {"id": name}, "")["resources"]}
        assert all({one["anzenmap_key"]: one["hash"] for one in state["resources"]} == whole for state in seen if state)
        before = ids(name)
        is_settled(work, package, *words)
        package.change_cell()
        seen = []
        old(lambda url: publish(work, package, *words, to=url))
        assert ids(name) == before
        with_note(package)
        old(lambda url: publish(work, package, *words, to=url))
        assert "geojson_view" in views(name)["note"], views(name)
        is_settled(work, package, *words)
    CKAN.purge([name])


def wrong_search(work: Workplace) -> None:
    """The search does not know of the dataset yet, or has an older time of its last change."""
    name = "srv-search"
    CKAN.purge([name])
    package = work.package(name)
    publish(work, package)
    before = CKAN.state(name)

    def empty(status, headers, body):
        value = json.loads(body)
        value["result"] |= {"count": 0, "results": []}
        return status, headers, json.dumps(value).encode()

    def older(status, headers, body):
        value = json.loads(body)
        for one in value["result"]["results"]:
            one["metadata_modified"] = "2020-01-01T00:00:00.000000"
        return status, headers, json.dumps(value).encode()

    with FaultProxy(CKAN.url, on("package_search", Changed(empty))) as line:
        done = publish(work, package, to=line.url)
        assert done.json["applied"]["datasets"][0]["state"] == "unchanged", done.told()
    assert CKAN.state(name) == before
    package.change_cell()
    with FaultProxy(CKAN.url, on("package_search", Changed(empty))) as line:
        assert "CK957" in publish(work, package, to=line.url, expect=4).faults
    assert CKAN.state(name) == before
    with FaultProxy(CKAN.url, on("package_search", Changed(older))) as line:
        publish(work, package, to=line.url)
        assert [seen.action for seen in line.seen][-3:] == ["package_revise", "package_show", "package_revise"]
    is_settled(work, package)
    CKAN.purge([name])


def withdrawn_and_back(work: Workplace) -> None:
    name = "srv-withdrawn"
    CKAN.purge([name])
    package = work.package(name)
    publish(work, package)
    old = CKAN.call("package_show", {"id": name})["id"]
    done = work.run("catalogue", "withdraw", name, "--from", CKAN.url, "--json", token=TOKEN)
    assert done.exit == 4 and CKAN.call("package_show", {"id": name}, "")["id"] == old, done.told()
    done = work.run("catalogue", "withdraw", name, "--from", CKAN.url, "--yes", "--yes-delete", "--json", token=TOKEN)
    assert done.exit == 0 and CKAN.find("package_show", {"id": name}, "") is None, done.told()
    publish(work, package)
    assert CKAN.call("package_show", {"id": name}, "")["id"] != old
    is_settled(work, package)
    CKAN.purge([name, old])


def main():
    with Workplace() as work:
        for part in (files_come_and_go, rows_change, columns_change, without_revise, wrong_search, withdrawn_and_back):
            part(work)
            print(part.__name__, flush=True)


if __name__ == "__main__":
    main()
