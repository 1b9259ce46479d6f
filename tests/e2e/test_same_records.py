#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""The same ten records come out of every format that can hold them: the same features, byte for byte. A format joins by
a function in WRITERS that writes RECORDS to a file of its own."""
import datetime
import json
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


def numbered(number):
    return f"0f8fad5b-d9cb-469f-a165-{number:012d}"


def as_kobo(folder):
    head = ["start", "_uuid", "しらべ/名称", "しらべ/区分", "today", "しらべ/コメント", "いち", "_いち_latitude", "_いち_longitude",
            "_いち_altitude", "_いち_precision", "_submission_time", "_submitted_by"]
    path = folder / "kobo.csv"
    lines = [head] + [["2024-10-03T09:00:00.000+09:00", numbered(i), row["名称"], row["区分"], row["調査日"], row["コメント"],
                       f"{row['緯度']} {row['経度']} 0 5", row["緯度"], row["経度"], "0", "5", "2024-10-03T00:09:00", "class4"]
                      for i, row in enumerate(rows())]
    path.write_bytes("".join(";".join('"' + cell.replace('"', '""') + '"' for cell in line) + "\r\n"
                             for line in lines).encode())
    return path


def as_odk(folder):
    head = ["SubmissionDate", "today", "g-name", "g-kind", "g-place-Latitude", "g-place-Longitude", "g-place-Altitude",
            "g-place-Accuracy", "comment", "meta-instanceID", "KEY", "SubmitterName", "DeviceID"]
    return surveys.write_csv(folder / "odk.csv", [head] + [
        ["2024-10-03T00:09:00.000Z", row["調査日"], row["名称"], row["区分"], row["緯度"], row["経度"], "0", "5", row["コメント"],
         "uuid:" + numbered(i), "uuid:" + numbered(i), "class4", "collect:1"] for i, row in enumerate(rows())])


def as_epicollect(folder):
    head = ["ec5_uuid", "created_at", "uploaded_at", "created_by", "title", "1_name", "2_kind", "3_date", "4_comment", "lat_5_w",
            "long_5_w", "accuracy_5_w", "UTM_Northing_5_w", "UTM_Easting_5_w", "UTM_Zone_5_w"]
    return surveys.write_csv(folder / "epicollect.csv", [head] + [
        [numbered(i), "2024-10-03T00:09:00.000Z", "2024-10-03T00:09:00.000Z", "t@example.org", row["名称"], row["名称"], row["区分"],
         row["調査日"], row["コメント"], row["緯度"], row["経度"], "5", "", "", ""] for i, row in enumerate(rows())])


def as_survey123(folder):
    head = ["ObjectID", "GlobalID", "名称", "区分", "調査日", "コメント", "CreationDate", "Creator", "x", "y"]
    return surveys.write_csv(folder / "survey123.csv", [head] + [
        [str(i), "{" + numbered(i) + "}", row["名称"], row["区分"], row["調査日"], row["コメント"], "10/3/2024 12:09:00 AM", "class4",
         row["経度"], row["緯度"]] for i, row in enumerate(rows())])


def as_geopoints(folder):
    return surveys.write_csv(folder / "geopoints.csv", [["名称", "区分", "調査日", "コメント", "いち"]] + [
        [*record[:4], f"{record[4]} {record[5]} 0 5"] for record in RECORDS])


def as_ewkt(folder):
    return surveys.write_csv(folder / "ewkt.csv", [["名称", "区分", "調査日", "コメント", "the_geom"]] + [
        [*record[:4], f"SRID=4326;POINT({record[5]} {record[4]})"] for record in RECORDS])


def as_geojson_lines(folder):
    path = folder / "a.geojsonl"
    path.write_text("".join(json.dumps(one, ensure_ascii=False) + "\n" for one in features()), "utf-8")
    return path


def as_geojson_sequence(folder):
    path = folder / "a.geojsons"
    path.write_text("".join("\x1e" + json.dumps(one, ensure_ascii=False) + "\n" for one in features()), "utf-8")
    return path


def as_umap(folder):
    path = folder / "a.umap"
    halves = [features()[:5], features()[5:]]
    for one in halves[0]:
        one["properties"]["_umap_options"] = {"color": "Red"}
    path.write_text(json.dumps({"type": "umap", "layers": [{"type": "FeatureCollection", "features": half,
                                                            "_umap_options": {"displayOnLoad": True}} for half in halves]}), "utf-8")
    return path


def as_esri_json(folder):
    path = folder / "esri.json"
    path.write_text(json.dumps({
        "geometryType": "esriGeometryPoint", "spatialReference": {"wkid": 4326},
        "fields": [{"name": name, "type": "esriFieldTypeString"} for name in FIELDS[:2]] +
                  [{"name": "d", "alias": "調査日", "type": "esriFieldTypeDate"}, {"name": "コメント", "type": "esriFieldTypeString"}],
        "features": [{"attributes": {"名称": row["名称"], "区分": row["区分"], "d": int(datetime.datetime.fromisoformat(
            row["調査日"] + "T09:00:00+09:00").timestamp() * 1000), "コメント": row["コメント"] or None},
                      "geometry": {"x": float(row["経度"]), "y": float(row["緯度"])}} for row in rows()]}), "utf-8")
    return path


WRITERS += [as_geojson_lines, as_geojson_sequence, as_umap, as_esri_json]


# What a survey app adds of its own: another ID, how accurate the place is, a column for shapes.
APPS = [as_kobo, as_odk, as_epicollect, as_survey123, as_geopoints, as_ewkt]
OWN = ("ID", "位置誤差_m", "形状")


def test_survey_apps_give_the_same_features_but_for_their_own_ids(folder):
    def without_own(run):
        features = run.geojson()["features"]
        for one in features:
            one.pop("id")
            one["properties"] = {name: value for name, value in one["properties"].items() if name not in OWN}
        return features
    plain = without_own(surveys.convert(folder, as_csv(folder), "--name", "same", output="plain"))
    assert len(plain) == 10
    for writer in APPS:
        run = surveys.convert(folder, writer(folder), "--name", "same", output=writer.__name__)
        assert (run.read, run.written) == (10, 10), (writer.__name__, run.summary)
        assert run.codes("error") == [], (writer.__name__, run.codes("error"))
        assert without_own(run) == plain, f"{writer.__name__}: {run.file('.geojson').decode()[:2000]}"
        if writer in APPS[:4]:
            assert [one["id"] for one in run.geojson()["features"]] == [numbered(i) for i in range(10)], writer.__name__


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
