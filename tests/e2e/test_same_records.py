#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The same ten records come out of every format that can hold them: the same features, byte for byte. A format joins by
a function in WRITERS that writes RECORDS to a file of its own."""
import sys
from xml.sax.saxutils import escape

import geofiles
import surveys

try:
    import xlwt
except ImportError:
    xlwt = None

FIELDS = ["名称", "区分", "調査日", "コメント", "緯度", "経度"]
RECORDS = [
    ["正門", "安全", "2024-10-03", "先生が立っている", "34.0474123", "131.8279846"],
    ["裏門", "危険", "2024-10-03", "夜は暗い。\n一人で通らない", "34.0476034", "131.8285213"],
    ["見通しの悪い角", "危険", "2024-10-04", "へいが高い & 車が<速い>", "34.0468257", "131.8291048"],
    ["公園の入口", "危険", "2024-10-04", "木がしげっている", "34.0448731", "131.8288126"],
    ["みどり商店", "施設", "2024-10-04", "黄色い旗、こども110番", "34.0459214", "131.8274309"],
    ["地下道", "危険", "2024-10-05", "", "34.0455478", "131.8265127"],
    ["川ぞいの道", "危険", "2024-10-05", "大雨のとき\"あふれる\"", "34.0439916", "131.8302564"],
    ["市民センター", "施設", "2024-10-05", "①番の入口", "34.0461312", "131.8306418"],
    ["バス停の前", "危険", "2024-10-06", "バスのうしろから車", "34.0484275", "131.8293754"],
    ["通学路の橋", "通学路", "2024-10-06", "表ソ能", "34.0451107", "131.8319432"],
]


def rows():
    return [dict(zip(FIELDS, record)) for record in RECORDS]


def as_csv(folder):
    return surveys.write_csv(folder / "a.csv", [FIELDS, *RECORDS])


def as_xlsx(folder):
    return surveys.write_xlsx(folder / "a.xlsx", [FIELDS, *RECORDS])


def as_geojson(folder):
    return surveys.write_geojson(folder / "a.geojson", [
        surveys.feature(surveys.point(float(row["経度"]), float(row["緯度"])),
                        {name: row[name] or None for name in FIELDS[:4]}) for row in rows()])


def as_kml(folder):
    places = "".join(
        f"<Placemark><name>{row['名称']}</name><TimeStamp><when>{row['調査日']}</when></TimeStamp><ExtendedData>"
        f'<Data name="区分"><value>{row["区分"]}</value></Data><Data name="コメント"><value>{escape(row["コメント"])}</value>'
        f"</Data></ExtendedData><Point><coordinates>{row['経度']},{row['緯度']},0</coordinates></Point></Placemark>"
        for row in rows())
    path = folder / "a.kml"
    path.write_text(f'<kml xmlns="http://www.opengis.net/kml/2.2"><Document>{places}</Document></kml>', "utf-8")
    return path


def as_described_kml(folder):
    """Only the description says it, as in maps that were drawn by hand."""
    places = "".join(
        f"<Placemark><name>{row['名称']}</name><description>" + escape(
            f"区分: {row['区分']}<br>調査日: {row['調査日']}<br>" + escape(row["コメント"]).replace("\n", "<br>")) +
        f"</description><Point><coordinates>{row['経度']},{row['緯度']}</coordinates></Point></Placemark>"
        for row in rows())
    path = folder / "b.kml"
    path.write_text(f"<kml><Folder>{places}</Folder></kml>", "utf-8")
    return path


def as_gpx(folder):
    places = "".join(
        f'<wpt lat="{row["緯度"]}" lon="{row["経度"]}"><time>{row["調査日"]}</time><name>{row["名称"]}</name>'
        f"<desc>{escape(row['コメント'])}</desc><type>{row['区分']}</type></wpt>" for row in rows())
    path = folder / "a.gpx"
    path.write_text(f'<gpx version="1.1" xmlns="http://www.topografix.com/GPX/1/1">{places}</gpx>', "utf-8")
    return path


def features():
    return [surveys.feature(surveys.point(float(row["経度"]), float(row["緯度"])),
                            {name: row[name] or None for name in FIELDS[:4]}) for row in rows()]


def as_geopackage(folder):
    return geofiles.converted(folder, features(), "a.gpkg")


def as_flatgeobuf(folder):
    return geofiles.converted(folder, features(), "a.fgb", "-lco", "SPATIAL_INDEX=NO")


def as_filegdb(folder):
    return geofiles.converted(folder, features(), "a.gdb")


def as_shapefile_of_gdal(folder):
    return geofiles.converted(folder, features(), "u.shp", "-lco", "ENCODING=UTF-8")


def as_shapefile_in_cp932(folder):
    """As ArcGIS and older programs in Japan write it: no .cpg, the language driver alone."""
    columns = [geofiles.column("名称"), geofiles.column("区分"), geofiles.column("調査日", 8, "D"), geofiles.column("コメント")]
    table = [[row["名称"], row["区分"], row["調査日"].replace("-", ""), row["コメント"]] for row in rows()]
    places = [geofiles.point_record((float(row["経度"]), float(row["緯度"]))) for row in rows()]
    return geofiles.shapefile(folder / "c", places, geofiles.dbf(columns, table, 0x13, "cp932"))


def as_xls(folder):
    if xlwt is None:
        return None
    book = xlwt.Workbook()
    sheet = book.add_sheet("調査")
    for r, record in enumerate([FIELDS, *RECORDS]):
        for c, text in enumerate(record):
            sheet.write(r, c, text)
    book.save(str(folder / "a.xls"))
    return folder / "a.xls"


WRITERS = [as_csv, as_xlsx, as_geojson, as_kml, as_described_kml, as_gpx, as_geopackage, as_flatgeobuf, as_filegdb,
           as_shapefile_of_gdal, as_shapefile_in_cp932, as_xls]


def test_every_format_gives_the_same_features(folder):
    made = {}
    for writer in WRITERS:
        path = writer(folder)
        if path is None:
            print(f"SKIP: {writer.__name__}: its writer is not installed")
            continue
        run = surveys.convert(folder, path, "--name", "same", output=writer.__name__)
        assert (run.read, run.written) == (10, 10), (writer.__name__, run.summary)
        made[writer.__name__] = run.both()
    first = made["as_csv"]
    for name, both in made.items():
        assert both[0] == first[0], f"{name}: another GeoJSON\n{both[0].decode()[:1500]}\n{first[0].decode()[:1500]}"
        assert both[1] == first[1], f"{name}: another CSV\n{both[1].decode()[:1500]}\n{first[1].decode()[:1500]}"


def test_a_field_at_the_end_of_a_long_file(folder):
    """Only the head is looked at for columns, until a record does not fit."""
    place = ("<Placemark><name>p%d</name><ExtendedData><Data name='区分'><value>安全</value></Data>%s</ExtendedData>"
             "<Point><coordinates>131.8,34.04</coordinates></Point></Placemark>")
    more = "<Data name='天気'><value>晴れ</value></Data>"
    path = folder / "long.kml"
    path.write_text("<kml><Document>" + "".join(place % (i, more if i == 39999 else "") for i in range(40000)) +
                    "</Document></kml>", "utf-8")
    assert path.stat().st_size > 5 << 20
    run = surveys.convert(folder, path, checked=False)
    assert (run.read, run.written) == (40000, 40000), run.summary
    rows_read = run.rows()
    assert rows_read[-1]["天気"] == "晴れ" and rows_read[0]["天気"] == ""


def test_shapes_with_exchanged_coordinates(folder):
    path = folder / "swapped.kml"
    path.write_text("<kml><Placemark><name>道</name><ExtendedData><Data name='区分'><value>危険</value></Data></ExtendedData>"
                    "<LineString><coordinates>34.04,131.80 34.05,131.81</coordinates></LineString></Placemark></kml>", "utf-8")
    run = surveys.convert(folder, path)
    assert (run.written, run.count("PL307")) == (1, 1), run.codes()
    assert run.geojson()["features"][0]["geometry"]["coordinates"][0] == [131.8, 34.04]


if __name__ == "__main__":
    sys.exit(surveys.main(globals()))
