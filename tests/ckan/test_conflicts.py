#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Two publishers at once, a saved plan that has grown old, and the edits of other people: one wins, the other is
refused, nothing is mixed and nothing of theirs is lost."""
import threading

from catalogue import running
from proxy import Fault, FaultProxy, at
from publishing import Package, Workplace, finish, publish_words

CKAN = running()
TOKEN = CKAN.tokens["editor"]


def files(name: str) -> dict:
    package = CKAN.state(name)
    return {resource["url"].rsplit("/", 1)[-1]: resource["file"] for resource in package["resources"]}


def is_whole(name: str, *packages: Package) -> Package:
    """The one of the packages that is published: every file and every hash of it."""
    shown = CKAN.call("package_show", {"id": name}, "")
    hashes = {one["url"].rsplit("/", 1)[-1]: one["hash"].removeprefix("sha256:") for one in shown["resources"]}
    found = [package for package in packages if package.hashes() == hashes == files(name) and package.title == shown["title"]]
    assert len(found) == 1, f"{name} is a mixture: {shown}"
    return found[0]


class Meanwhile(Fault):
    """Something happens after the request has come and before it is passed on."""
    name = "meanwhile"

    def __init__(self, what):
        self.what = what

    def handle(self, line, seen):
        self.what()
        line.send(line.exchange(seen))


def two_at_once(work: Workplace, exists: bool) -> None:
    """The second publisher runs from start to end in front of each single request of the first."""
    name = "srv-two-" + ("changed" if exists else "new")
    mine = work.package(name, folder="mine", title="【周南市】一人目").change_cell("一人目")
    theirs = work.package(name, folder="theirs", title="【周南市】二人目").change_cell("二人目")
    start = work.package(name, folder="start")
    number, outcomes = 0, set()
    while True:
        number += 1
        CKAN.purge([name])
        if exists:
            assert work.publish([start], CKAN.url, token=TOKEN).exit == 0
        second = []
        with FaultProxy(CKAN.url) as line:
            line.rule = at(number, Meanwhile(lambda: second.append(work.publish([theirs], CKAN.url, token=TOKEN))))
            first = work.publish([mine], line.url, token=TOKEN)
        if not second:
            assert number > 2 and first.exit == 0, first.told()
            break
        exits = (first.exit, second[0].exit)
        what = f"in front of request {number}: {first.told()}\n{second[0].told()}"
        assert exits in ((0, 0), (4, 0), (0, 4)), what
        # Two successes are one after the other: the first saw what the second had published.
        winner = is_whole(name, mine, theirs)
        assert winner is (mine if exits[0] == 0 else theirs), what
        outcomes.add(exits)
    assert (4, 0) in outcomes, outcomes
    print(f"{name}: {number - 1} requests, outcomes {sorted(outcomes)}")
    CKAN.purge([name])


def race(work: Workplace) -> None:
    """Both start in the same moment."""
    name = "srv-race"
    packages = [work.package(name, folder=f"racer-{n}", title=f"【周南市】{n}人目").change_cell(f"{n}人目") for n in range(2)]
    for _ in range(5):
        CKAN.purge([name])
        started = [work.start(*publish_words([package], CKAN.url), token=TOKEN) for package in packages]
        done = [None, None]

        def wait(n):
            done[n] = finish(started[n])

        threads = [threading.Thread(target=wait, args=(n,)) for n in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        exits = [one.exit for one in done]
        assert 0 in exits and set(exits) <= {0, 4}, [one.told() for one in done]
        is_whole(name, *packages)
    CKAN.purge([name])


def stale_plan(work: Workplace) -> None:
    name = "srv-stale"
    CKAN.purge([name])
    package = work.package(name)
    assert work.publish([package], CKAN.url, token=TOKEN).exit == 0
    package.change_cell()
    plan = work.folder / "plan.json"
    done = work.publish([package], CKAN.url, "--dry-run", "--plan-out", plan, token=TOKEN)
    assert done.exit == 0 and plan.stat().st_mode & 0o077 == 0, done.told()
    CKAN.call("package_patch", {"id": name, "notes": "手で直した"}, "colleague")
    before = CKAN.state(name)
    done = work.run("publish", "--plan", plan, "--to", CKAN.url, "--yes", "--json", token=TOKEN)
    assert done.exit == 4, done.told()
    assert CKAN.state(name) == before
    # A fresh plan sees the edit; applied twice it writes once, as what it wants is there.
    done = work.publish([package], CKAN.url, "--dry-run", "--plan-out", plan, token=TOKEN)
    assert done.exit == 0, done.told()
    done = work.run("publish", "--plan", plan, "--to", CKAN.url, "--yes", "--json", token=TOKEN)
    assert done.exit == 0, done.told()
    assert files(name) == package.hashes()
    before = CKAN.call("package_show", {"id": name})
    done = work.run("publish", "--plan", plan, "--to", CKAN.url, "--yes", "--json", token=TOKEN)
    assert done.exit in (0, 4), done.told()
    assert CKAN.call("package_show", {"id": name}) == before
    # A file that changed after the plan was made is not what was agreed to.
    package.change_cell("また変えた")
    assert work.publish([package], CKAN.url, "--dry-run", "--plan-out", plan, token=TOKEN).exit == 0
    package.change_cell("さらに変えた")
    done = work.run("publish", "--plan", plan, "--to", CKAN.url, "--yes", "--json", token=TOKEN)
    assert done.exit == 4, done.told()
    CKAN.purge([name])


def edits_of_others(work: Workplace) -> None:
    """What a colleague added by hand stays, whatever we publish."""
    name = "srv-others"
    CKAN.purge([name])
    package = work.package(name)
    assert work.publish([package], CKAN.url, token=TOKEN).exit == 0
    shown = CKAN.call("package_show", {"id": name})
    CKAN.call("package_patch", {"id": name, "maintainer": "教育委員会",
                                "extras": shown["extras"] + [{"key": "担当", "value": "学校教育課"}]}, "colleague")
    CKAN.call("resource_create", {"package_id": name, "name": "説明書", "url": "https://example.jp/manual.pdf",
                                  "format": "PDF"}, "colleague")
    ours = next(one for one in shown["resources"] if one["format"] == "GeoJSON")
    CKAN.call("resource_view_create", {"resource_id": ours["id"], "title": "地図（手で作成）", "view_type": "text_view"},
              "colleague")
    done = work.publish([package], CKAN.url, token=TOKEN)
    assert done.exit == 0 and done.json["counts"]["leave"] >= 1, done.told()
    package.change_cell()
    done = work.publish([package], CKAN.url, token=TOKEN)
    assert done.exit == 0, done.told()
    after = CKAN.state(name)
    assert after["maintainer"] == "教育委員会"
    assert {"key": "担当", "value": "学校教育課"} in after["extras"], after["extras"]
    assert [one["name"] for one in after["resources"]][2:] == ["説明書"], after["resources"]
    titles = {view["title"] for one in after["resources"] for view in one["views"]}
    assert "地図（手で作成）" in titles, titles
    assert {file: digest for file, digest in files_of_ours(after).items()} == package.hashes()
    # A field of ours that the colleague changed is shown with both values before it is written over.
    CKAN.call("package_patch", {"id": name, "title": "手で直した題名"}, "colleague")
    done = work.publish([package], CKAN.url, "--dry-run", token=TOKEN)
    assert "手で直した題名" in done.out and package.title in done.out, done.told()
    CKAN.purge([name])


def files_of_ours(state: dict) -> dict:
    return {one["url"].rsplit("/", 1)[-1]: one["file"] for one in state["resources"] if "file" in one}


def names_of_others(work: Workplace) -> None:
    """A dataset of another organisation with our name is not ours to touch."""
    name = "srv-theirs"
    CKAN.purge([name])
    CKAN.call("package_create", {"name": name, "title": "山口市のもの", "owner_org": "35203"}, "neighbour")
    before = CKAN.state(name)
    done = work.publish([work.package(name)], CKAN.url, token=TOKEN)
    assert done.exit == 4, done.told()
    assert CKAN.state(name) == before
    CKAN.purge([name])


def main():
    with Workplace() as work:
        two_at_once(work, exists=False)
        two_at_once(work, exists=True)
        race(work)
        stale_plan(work)
        edits_of_others(work)
        names_of_others(work)


if __name__ == "__main__":
    main()
