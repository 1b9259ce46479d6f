# SPDX-License-Identifier: Apache-2.0
"""CKAN from PyPI and Solr's jars from Maven Central, both pinned, both kept for the next start."""
import filecmp
import shutil
import subprocess
import sys
import threading

from home import HERE, Failure, Place
from processes import run


def install(place: Place) -> None:
    faults = []

    def attempt(work) -> None:
        try:
            work(place)
        except (Failure, OSError, subprocess.SubprocessError) as error:
            faults.append(str(error))

    # Side by side: both only download.
    threads = [threading.Thread(target=attempt, args=(work,)) for work in (install_ckan, install_solr)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise Failure("\n".join(faults))


def is_done(wanted, done) -> bool:
    return done.exists() and filecmp.cmp(wanted, done, shallow=False)


def install_ckan(place: Place) -> None:
    wanted, done = HERE / f"requirements-{place.version}.txt", place.venv / "installed.txt"
    if is_done(wanted, done):
        return
    print(f"installing CKAN {place.version} into {place.venv}", file=sys.stderr)
    shutil.rmtree(place.venv, ignore_errors=True)
    place.install.mkdir(parents=True, exist_ok=True)
    log = place.log("pip")
    run([sys.executable, "-m", "venv", place.venv], log)
    # Extensions in the same command: a second one would move CKAN's own pins.
    run([place.venv / "bin/python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", wanted],
        log)
    shutil.copy(wanted, done)


def install_solr(place: Place) -> None:
    wanted, done = HERE / "solr/pom.xml", place.solr / "installed.xml"
    if is_done(wanted, done):
        return
    print(f"installing Solr into {place.solr}", file=sys.stderr)
    shutil.rmtree(place.solr, ignore_errors=True)
    place.solr.mkdir(parents=True)
    log = place.log("maven")
    for name in ("pom.xml", "RunSolr.java"):
        shutil.copy(HERE / "solr" / name, place.solr)
    run(["mvn", "-B", "-q", "dependency:build-classpath", "-Dmdep.outputFile=classpath.txt"], log, cwd=place.solr)
    run(["javac", "-d", ".", "-cp", class_path(place), "RunSolr.java"], log, cwd=place.solr)
    shutil.copy(wanted, done)


def class_path(place: Place) -> str:
    return f"{place.solr}:{(place.solr / 'classpath.txt').read_text(encoding='utf-8').strip()}"
