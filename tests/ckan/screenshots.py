#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Pictures of a published survey for docs/: converts a sample, publishes it to the CKAN of `./dev ckan up` and takes
the dataset's page and the map. Needs Debian's chromium and fonts-noto-cjk. screenshots.py [FOLDER]"""
import pathlib
import shutil
import subprocess
import sys

from catalogue import running
from publishing import ROOT, Workplace

CKAN = running()
TOKEN = CKAN.tokens["editor"]
NAME = "35215-shuyo-safety-map"
SAMPLE = ROOT / "samples" / "syuuyou-excel"


def take(work: Workplace, url: str, file: pathlib.Path, height: int) -> None:
    browser = shutil.which("chromium") or shutil.which("chromium-browser")
    if not browser:
        sys.exit("there is no chromium; Debian: apt install chromium fonts-noto-cjk")
    # The time is the page's own: it is let run on until scripts and map have settled.
    subprocess.run([browser, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--lang=ja",
                    "--no-proxy-server", f"--user-data-dir={work.folder / 'browser'}", f"--window-size=1200,{height}",
                    "--virtual-time-budget=20000", f"--screenshot={file}", url], check=True, capture_output=True)
    print(file)


def main():
    target = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "docs").resolve()
    with Workplace() as work:
        CKAN.purge([NAME])
        words = (SAMPLE / "convert.args").read_text("utf-8").splitlines()
        done = work.run("convert", SAMPLE / words[0], *words[1:], "--output", "result", "--title", "【周南市】周陽小学校区 通学路の安全マップ",
                        "--json")
        assert done.exit in (0, 1), done.told()
        done = work.run("publish", "result", "--to", CKAN.url, "--dataset", NAME, "--organization", "35215", "--license",
                        "cc-by", "--allow-errors", "--datastore", "--yes", token=TOKEN)
        assert done.exit == 0, done.told()
        print(done.out)
        package = CKAN.call("package_show", {"id": NAME}, "")
        maps = next(one for one in package["resources"] if one["format"] == "GeoJSON")
        take(work, f"{CKAN.url}/dataset/{NAME}", target / "published-dataset.png", 900)
        take(work, f"{CKAN.url}/dataset/{NAME}/resource/{maps['id']}", target / "published-map.png", 1200)
        CKAN.purge([NAME])


if __name__ == "__main__":
    main()
