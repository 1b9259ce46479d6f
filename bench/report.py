# SPDX-License-Identifier: Apache-2.0
"""Tables in Markdown, the goals, and the plot, all from measured results alone."""
import pathlib

DOCS = pathlib.Path(__file__).resolve().parent.parent / "docs"
MEMORY_MIB, MEMORY_A_ROW = 64, 24
# How many times more of the processor than anzenmap each must take, by coordinate system.
GOALS = {"4326": {"ogr2ogr": 13, "duckdb": 3, "polars": 2}, "6671": {"ogr2ogr": 25, "duckdb": 3}}
MOST_OF_FLOOR = 2.5
FLOOR_BELOW_POLARS = 4


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def times(entry, name):
    ratio = entry.get(f"cpu_of_{name}")
    return "–" if ratio is None else f"{ratio:.2f}x" if ratio < 10 else f"{ratio:.1f}x"


def comparison_table(result):
    rows = [[f"{entry['title']} — {entry['version']}", f"{entry['cpu']:.2f}", f"{entry['user']:.2f}",
             f"{entry['wall']:.2f}", f"{entry['peak_mib']:.0f}", times(entry, "floor"), times(entry, "anzenmap")]
            for entry in sorted(result["programs"].values(), key=lambda entry: entry["cpu"])]
    return table(["program", "CPU s", "of it user s", "wall s", "peak MiB", "CPU / floor", "CPU / anzenmap"], rows)


def goal_lines(result):
    """(what, wanted, measured, reached) of each goal that these programs can show."""
    found = result["programs"]
    own = found.get("anzenmap")
    if own:
        for name, least in GOALS[result["crs"]].items():
            if name in found:
                ratio = found[name]["cpu_of_anzenmap"]
                yield f"less CPU than {name}", f">= {least}x", f"{ratio:.2f}x", ratio >= least
        if "floor" in found:
            ratio = own["cpu_of_floor"]
            yield "CPU of the floor's", f"<= {MOST_OF_FLOOR}x", f"{ratio:.2f}x", ratio <= MOST_OF_FLOOR
        most = MEMORY_MIB + MEMORY_A_ROW * result["rows"] / 2**20
        yield "peak memory", f"<= {most:.0f} MiB", f"{own['peak_mib']:.0f} MiB", own["peak_mib"] <= most
    if "floor" in found and "polars" in found:
        ratio = found["polars"]["cpu_of_floor"]
        yield "floor below polars", f">= {FLOOR_BELOW_POLARS}x", f"{ratio:.2f}x", ratio >= FLOOR_BELOW_POLARS


def goals(result):
    rows = [[what, wanted, measured, "reached" if reached else "missed"]
            for what, wanted, measured, reached in goal_lines(result)]
    return "\n" + table(["goal", "wanted", "measured", ""], rows) if rows else ""


def scaling_table(result):
    rows = []
    for name, sizes in result["programs"].items():
        for size, entry in sizes.items():
            rows.append([name, f"{int(size):,}", f"{entry['user']:.2f}", f"{entry['sys']:.2f}",
                         f"{entry['wall']:.2f}", f"{entry['user'] / int(size) * 1e9:.0f}", f"{entry['peak_mib']:.1f}"])
    return table(["program", "rows", "user s", "sys s", "wall s", "user ns a row", "peak MiB"], rows)


def dirty_table(result):
    rows = [[name, f"{int(size):,}", f"{entry['cpu']:.2f}", f"{entry['peak_mib']:.1f}",
             f"{entry['report_bytes'] / 1e6:.0f}"]
            for name, sizes in result["programs"].items() for size, entry in sizes.items()]
    return table(["program", "rows, five faults each", "CPU s", "peak MiB", "report MB"], rows)


def digits_table(result):
    floor = result["programs"].get("floor", {}).get("sha256", [])
    rows = [[name, f"{result['coordinates']:,}", str(entry["geojson"]["changed"]), str(entry["csv"]["changed"]),
             "; ".join(f"{before} → {after}" for before, after in entry["geojson"]["examples"][:2]) or "–",
             "/".join("yes" if mine == theirs else "no" for mine, theirs in zip(entry["sha256"], floor)) or "–"]
            for name, entry in result["programs"].items()]
    return table(["program", "coordinates", "changed in the GeoJSON", "changed in the CSV", "for example",
                  "same bytes as the floor (GeoJSON/CSV)"], rows)


LEAST_BELOW_OGR_MARKUP = 5


def markup_table(result):
    rows = []
    for kind, measured in result["formats"].items():
        for entry in sorted(measured["programs"].values(), key=lambda entry: entry["cpu"]):
            rows.append([f"{kind.upper()}, {measured['input_bytes'] / 1e6:.0f} MB", f"{entry['title']} — {entry['version']}",
                         f"{entry['cpu']:.2f}", f"{entry['user']:.2f}", f"{entry['wall']:.2f}",
                         f"{entry['peak_mib']:.0f}", times(entry, "anzenmap")])
    head = ["input", "program", "CPU s", "of it user s", "wall s", "peak MiB", "CPU / anzenmap"]
    found = [(kind, measured["programs"]["ogr2ogr"]["cpu_of_anzenmap"]) for kind, measured in result["formats"].items()
             if "ogr2ogr" in measured["programs"]]
    goal_rows = [[f"less CPU than ogr2ogr, {kind.upper()}", f">= {LEAST_BELOW_OGR_MARKUP}x", f"{ratio:.2f}x",
                  "reached" if ratio >= LEAST_BELOW_OGR_MARKUP else "missed"] for kind, ratio in found]
    return table(head, rows) + ("\n\n" + table(["goal", "wanted", "measured", ""], goal_rows) if goal_rows else "")


def about(result):
    place = result["machine"]
    return (f"{place['processor']}, {place['cores']} cores, load average "
            f"{place['load'][0]} at the start, {place['date']}.")


COLOURS = {"anzenmap": "#005aff", "floor": "#84919e"}
NAMES = {"anzenmap": "anzenmap (all checks)", "floor": "bare loop (floor)", "polars": "polars (no checks)",
         "duckdb": "DuckDB (no checks)", "ogr2ogr": "ogr2ogr"}


def panel(result, top, widest):
    """Bars of one comparison, on one linear scale for the whole plot."""
    title = {"4326": "from latitude and longitude", "6671": "from plane rectangular (EPSG:6671)"}[result["crs"]]
    parts = [f'<text x="16" y="{top}" font-weight="bold">{result["rows"]:,} rows {title}</text>']
    for name, entry in sorted(result["programs"].items(), key=lambda item: item[1]["cpu"]):
        top += 26
        width = max(1.5, 440 * entry["cpu"] / widest)
        colour = COLOURS.get(name, "#f6aa00")
        parts.append(f'<text x="190" y="{top + 13}" text-anchor="end">{NAMES.get(name, name)}</text>'
                     f'<rect x="198" y="{top}" width="{width:.1f}" height="18" rx="2" fill="{colour}"/>'
                     f'<text x="{204 + width:.1f}" y="{top + 13}">{entry["cpu"]:.2f} s</text>')
    return parts, top + 52


def plot(comparisons):
    widest = max(entry["cpu"] for result in comparisons for entry in result["programs"].values())
    parts, top = [], 56
    for result in comparisons:
        bars, top = panel(result, top, widest)
        parts += bars
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" width="720" height="{top - 20}" viewBox="0 0 720 {top - 20}" '
        'font-family="sans-serif" font-size="13" role="img">',
        "<title>Processor seconds to make GeoJSON and CSV from one survey</title>",
        f'<rect width="720" height="{top - 20}" fill="#ffffff"/>',
        '<text x="16" y="28" font-size="16" font-weight="bold">Processor seconds (user + sys) for GeoJSON and CSV; '
        'shorter is better</text>', *parts, "</svg>", ""])


def replaced(text, name, content):
    begin, end = f"<!-- {name} -->", f"<!-- /{name} -->"
    head, rest = text.split(begin, 1)
    return f"{head}{begin}\n{content}\n{end}{rest.split(end, 1)[1]}"


def write_docs(results):
    """Fills the marked places of docs/performance.md, and draws docs/performance.svg."""
    page = DOCS / "performance.md"
    text = page.read_text(encoding="utf-8")
    tables = {"compare-4326": comparison_table, "compare-6671": comparison_table, "scaling-4326": scaling_table,
              "dirty": dirty_table, "digits-4326": digits_table, "digits-6671": digits_table, "kml": markup_table}
    for name, make in tables.items():
        if name in results:
            content = make(results[name])
            if name.startswith("compare"):
                content += "\n" + goals(results[name])
            text = replaced(text, name, f"{content}\n\n{about(results[name])}")
    page.write_text(text, encoding="utf-8")
    comparisons = [results[name] for name in ("compare-4326", "compare-6671") if name in results]
    if comparisons:
        (DOCS / "performance.svg").write_text(plot(comparisons), encoding="utf-8")
