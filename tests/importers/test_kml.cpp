// SPDX-License-Identifier: Apache-2.0
#include "importers/kml/kml.hpp"

#include <string>

#include "catch.hpp"
#include "gis/encoding/encoding.hpp"
#include "tests/importers/markup_fixture.hpp"
#include "tests/importers/zip_fixture.hpp"

using namespace anzenmap;
using namespace anzenmap::test;

namespace {

const std::string kHead = R"(<?xml version="1.0" encoding="UTF-8"?>)"
                          R"(<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>4年生</name>)";
const std::string kEnd = "</Document></kml>";
const std::string kPoint = "<Point><coordinates>131.8282,34.0471,0</coordinates></Point>";

std::string document(const std::string& content) { return kHead + content + kEnd; }

std::string placemark(const std::string& name, const std::string& content) {
  return "<Placemark><name>" + name + "</name>" + content + "</Placemark>";
}

std::string data(const std::string& name, const std::string& value) {
  return "<Data name=\"" + name + "\"><value>" + value + "</value></Data>";
}

std::string extended(const std::string& content) { return "<ExtendedData>" + content + "</ExtendedData>"; }

std::string described(const std::string& html) {
  return "<description><![CDATA[" + html + "]]></description>";
}

Features read(const std::string& content, ReadOptions options = {}) {
  return read_features(kml_importer, content, options);
}

std::string geometry_of(const std::string& markup, ReadOptions options = {}) {
  const Features all = read(document(placemark("a", markup)), options);
  REQUIRE(all.error.empty());
  REQUIRE(all.features.size() == 1);
  return all.features[0].geometry;
}

std::vector<std::string> codes_of(const std::string& markup) {
  return read(document(placemark("a", markup))).codes();
}

std::string line_string(const std::string& coordinates) {
  return "<LineString><coordinates>" + coordinates + "</coordinates></LineString>";
}

std::string point(const std::string& coordinates) {
  return "<Point><coordinates>" + coordinates + "</coordinates></Point>";
}

std::string ring(const std::string& coordinates) {
  return "<LinearRing><coordinates>" + coordinates + "</coordinates></LinearRing>";
}

}  // namespace

TEST_CASE("kml: a placemark becomes a record with its name, its fields and its place") {
  const Features all = read(document(
      placemark("正門",
                extended(data("区分", "安全") + data("危険", "なし") + data("理由", "明るい")) + kPoint) +
      placemark("裏門", extended(data("区分", "危険") + data("天気", "晴れ")) + kPoint)));
  REQUIRE(all.error.empty());
  CHECK(all.codes().empty());
  // The fields are the union over the file, in the order in which they appear.
  CHECK(all.layer.headers == std::vector<std::string>{"name", "区分", "危険", "理由", "天気"});
  REQUIRE(all.features.size() == 2);
  CHECK(all.features[0].at("name") == "正門");
  CHECK(all.features[0].at("危険") == "なし");
  CHECK(all.features[0].at("理由") == "明るい");
  CHECK(all.features[0].at("天気").empty());
  CHECK(all.features[1].at("天気") == "晴れ");
  CHECK(all.features[0].geometry == R"({"type":"Point","coordinates":[131.8282,34.0471]})");
  CHECK(all.features[1].row == 2);
  CHECK(all.layer.has_geometry);
  CHECK(!all.layer.has_shapes);
}

TEST_CASE("kml: folders stay, equal names too, and a document is none") {
  const Features all =
      read(document("<Folder><name>1班</name>" + placemark("a", kPoint) + "<Folder><name>北</name>" +
                    placemark("b", kPoint) + "</Folder></Folder><Folder><name>1班</name>" +
                    placemark("c", kPoint) + "</Folder>" + placemark("d", kPoint)));
  REQUIRE(all.features.size() == 4);
  CHECK(all.features[0].at("フォルダー") == "1班");
  CHECK(all.features[1].at("フォルダー") == "1班 / 北");
  CHECK(all.features[2].at("フォルダー") == "1班");
  CHECK(all.features[3].at("フォルダー").empty());
  const Features flat = read(document(placemark("a", kPoint)));
  CHECK(flat.layer.headers == std::vector<std::string>{"name"});
}

TEST_CASE("kml: the description repeats the fields, and is told where it says something else") {
  const Features all = read(document(placemark(
      "a",
      described("<img src=\"https://example.jp/1.jpg\" height=\"200\" width=\"auto\" /><br><br>"
                "区分: 安全<br>コメント: 先生が<br>立っている<br>天気: 晴れ") +
          extended(data("区分", "安全") + data("コメント", "先生が\n立っている") + data("天気", "くもり")) +
          kPoint)));
  REQUIRE(all.features.size() == 1);
  CHECK(all.features[0].at("コメント") == "先生が\n立っている");
  CHECK(all.features[0].at("天気") == "くもり");
  CHECK(all.features[0].at("画像") == "https://example.jp/1.jpg");
  CHECK(all.codes() == std::vector<std::string>{"IN221"});
  CHECK(all.find("IN221")->value == "晴れ");
  CHECK(all.find("IN221")->arguments.at(0).ja == "くもり");
  CHECK(all.layer.headers == std::vector<std::string>{"name", "区分", "コメント", "天気", "画像"});
}

TEST_CASE("kml: without fields the description's pairs are the fields") {
  const Features all =
      read(document(placemark("a", described("区分: 危険<br>ふしぎ: 1<br>暗い") + kPoint) +
                    placemark("b", described("区分：安全<br>ふしぎ: 2<br>理由: 人がいる") + kPoint) +
                    placemark("c", kPoint)));
  REQUIRE(all.features.size() == 3);
  CHECK(all.features[0].at("区分") == "危険");
  CHECK(all.features[1].at("区分") == "安全");
  CHECK(all.features[1].at("ふしぎ") == "2");
  CHECK(all.features[0].at("description") == "暗い");
  // One more word for the comment is part of it.
  CHECK(all.features[1].at("description") == "理由: 人がいる");
  const Features sentences = read(
      document(placemark("a", described("注意: 車が多い<br>10:30ごろ<br>https://example.jp/") + kPoint)));
  CHECK(sentences.layer.headers == std::vector<std::string>{"name", "description"});
  CHECK(sentences.features[0].at("description") == "注意: 車が多い\n10:30ごろ\nhttps://example.jp/");
}

TEST_CASE("kml: HTML becomes what a person sees") {
  const auto comment = [](const std::string& html) {
    const Features all = read(document(placemark("a", described(html) + kPoint)));
    return all.features.at(0).cells.contains("description") ? all.features[0].at("description") : "";
  };
  CHECK(comment("<p>木が&nbsp;しげって<b>暗い</b></p>\n<p>夜&amp;朝 &lt;3m &#x3042;&#12356;</p>") ==
        "木が しげって暗い\n夜&朝 <3m あい");
  CHECK(comment("行1\n行2") == "行1\n行2");
  CHECK(comment("<table><tr><td>ひろさ</td><td>5m</td></tr></table>車<多い>") == "ひろさ: 5m\n車<多い>");
  CHECK(comment("<a href=\"https://example.jp/x\">市のページ</a>") == "市のページ https://example.jp/x");
  CHECK(comment("<script>alert(1)</script><style>p{}</style>見えない<!-- x -->") == "見えない");
  CHECK(comment("<a <b \"") == "<a <b \"");
  // Markup that was written without CDATA is text all the same.
  const Features raw =
      read(document("<Placemark><name>a</name><description>暗い<br/><b>夜</b><img src=\"p.jpg\"/>"
                    "</description>" +
                    kPoint + "</Placemark>"));
  CHECK(raw.features.at(0).at("description") == "暗い\n夜");
  CHECK(raw.features.at(0).at("画像") == "p.jpg");
  CHECK(codes_of(described("<img src=\"data:image/png;base64,AAAA\">") + kPoint) ==
        std::vector<std::string>{"IN230"});
}

TEST_CASE("kml: geometries") {
  CHECK(geometry_of(line_string("\n 131.1,34.1,0\n 131.2,34.2,0 \n")) ==
        R"({"type":"LineString","coordinates":[[131.1,34.1],[131.2,34.2]]})");
  CHECK(geometry_of("<Polygon><outerBoundaryIs>" + ring("131,34 132,34 132,35 131,34") +
                    "</outerBoundaryIs>" + "<innerBoundaryIs>" +
                    ring("131.5,34.2 131.7,34.2 131.7,34.3 131.5,34.2") + "</innerBoundaryIs></Polygon>") ==
        R"({"type":"Polygon","coordinates":[[[131,34],[132,34],[132,35],[131,34]],)"
        R"([[131.5,34.2],[131.7,34.3],[131.7,34.2],[131.5,34.2]]]})");
  CHECK(geometry_of("<LinearRing><coordinates>131,34 132,34 131,34</coordinates></LinearRing>") ==
        R"({"type":"LineString","coordinates":[[131,34],[132,34],[131,34]]})");
  CHECK(geometry_of("<MultiGeometry>" + point("131,34") + point("132,34,5") + "</MultiGeometry>") ==
        R"({"type":"MultiPoint","coordinates":[[131,34],[132,34,5]]})");
  CHECK(geometry_of("<MultiGeometry><MultiGeometry>" + point("131,34") + "</MultiGeometry>" +
                    line_string("131,34 132,34") + "</MultiGeometry>") ==
        R"({"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[131,34]},)"
        R"({"type":"LineString","coordinates":[[131,34],[132,34]]}]})");
  CHECK(geometry_of("<MultiGeometry>" + point("131,34") + "</MultiGeometry>") ==
        R"({"type":"Point","coordinates":[131,34]})");
}

TEST_CASE("kml: heights") {
  CHECK(geometry_of(
            "<Point><altitudeMode>absolute</altitudeMode><coordinates>131,34,0</coordinates></Point>") ==
        R"({"type":"Point","coordinates":[131,34,0]})");
  CHECK(geometry_of(point("131,34,12.5")) == R"({"type":"Point","coordinates":[131,34,12.5]})");
  const std::string above =
      "<Point><altitudeMode>relativeToGround</altitudeMode><coordinates>131,34,3</coordinates></Point>";
  CHECK(geometry_of(above) == R"({"type":"Point","coordinates":[131,34]})");
  CHECK(codes_of(above) == std::vector<std::string>{"IN229"});
}

TEST_CASE("kml: coordinates as people and programs write them") {
  CHECK(geometry_of(point("131.8 , 34.0 ,0")) == R"({"type":"Point","coordinates":[131.8,34]})");
  CHECK(geometry_of(point("131.8,34.0,")) == R"({"type":"Point","coordinates":[131.8,34]})");
  CHECK(geometry_of(point("+131.8,34.")) == R"({"type":"Point","coordinates":[131.8,34]})");
  CHECK(geometry_of(line_string("131.8,34.0,0,131.9,34.1,0,")) ==
        R"({"type":"LineString","coordinates":[[131.8,34],[131.9,34.1]]})");
  CHECK(codes_of(line_string("131.8,34.0,0,131.9,34.1,0")) == std::vector<std::string>{"IN227"});
  CHECK(geometry_of(line_string("131.8,34.0,131.9,34.1")) ==
        R"({"type":"LineString","coordinates":[[131.8,34],[131.9,34.1]]})");
  CHECK(codes_of(line_string("1,2,3,4,5,6")) == std::vector<std::string>{"IN228"});
  CHECK(codes_of(point("131.8 34.0")) == std::vector<std::string>{"GE405"});
  CHECK(codes_of(point("東,北")) == std::vector<std::string>{"GE406"});
  CHECK(codes_of(point("")) == std::vector<std::string>{"GE404"});
  CHECK(codes_of(point("131,34 132,34")) == std::vector<std::string>{"IN228"});
  CHECK(codes_of(line_string("131,34")) == std::vector<std::string>{"GE408"});
  CHECK(geometry_of(point("131.82823456789,34.047198765432,0")) ==
        R"({"type":"Point","coordinates":[131.8282346,34.0471988]})");
  CHECK(codes_of(point("131.82823456789,34.047198765432,0")) == std::vector<std::string>{"IN217"});
}

TEST_CASE("kml: rings are closed only with consent, and turned") {
  const std::string outer = "<Polygon><outerBoundaryIs>";
  const std::string end = "</outerBoundaryIs></Polygon>";
  const Features open = read(document(placemark("a", outer + ring("131,34 132,34 132,35") + end)));
  CHECK(open.codes() == std::vector<std::string>{"GE410"});
  REQUIRE(open.find("GE410")->fix);
  CHECK(open.find("GE410")->fix->safety == FixSafety::consent);
  CHECK(open.features[0].geometry ==
        R"({"type":"Polygon","coordinates":[[[131,34],[132,34],[132,35],[131,34]]]})");
  CHECK(codes_of(outer + ring("131,34 132,35 132,34 131,34") + end) == std::vector<std::string>{"GE420"});
  CHECK(codes_of(outer + ring("131,34 132,34 131,34") + end) == std::vector<std::string>{"GE409"});
}

TEST_CASE("kml: tracks are read only when somebody asks for them") {
  const std::string track =
      "<gx:Track><when>2024-10-03T09:00:00Z</when><when>2024-10-03T09:00:10Z</when>"
      "<gx:coord>131.8 34.0 10</gx:coord><gx:coord>131.9 34.1 11</gx:coord></gx:Track>";
  const std::string file =
      document(placemark("歩いた道", track) + placemark("正門", kPoint) +
               placemark("両方", "<MultiGeometry>" + kPoint + track + "</MultiGeometry>"));
  const Features without = read(file);
  REQUIRE(without.features.size() == 2);
  CHECK(without.codes() == std::vector<std::string>{"IN216"});
  CHECK(without.find("IN216")->arguments.at(0).ja == "2");
  CHECK(without.features[0].row == 2);
  CHECK(without.features[1].geometry == R"({"type":"Point","coordinates":[131.8282,34.0471]})");
  CHECK(!without.layer.has_shapes);
  ReadOptions options;
  options.include_tracks = true;
  const Features with = read(file, options);
  REQUIRE(with.features.size() == 3);
  CHECK(with.features[0].geometry ==
        R"({"type":"LineString","coordinates":[[131.8,34,10],[131.9,34.1,11]]})");
  CHECK(with.features[0].geometry == geometry_of(track, options));
  CHECK(with.layer.has_shapes);
  CHECK(geometry_of("<gx:MultiTrack>" + track + track + "</gx:MultiTrack>", options)
            .starts_with(R"({"type":"MultiLineString")"));
}

TEST_CASE("kml: what is no record with a place is told") {
  const Features link =
      read(document("<NetworkLink><name>x</name><Link><href>https://user:secret@www.google.com/maps/d/"
                    "kml?mid=SECRET</href></Link>"
                    "</NetworkLink>"));
  CHECK(link.features.empty());
  CHECK(link.codes() == std::vector<std::string>{"IN222"});
  const std::string message = render_message(*link.find("IN222"), Language::ja);
  CHECK(message.find("https://www.google.com/maps/d/kml") != std::string::npos);
  CHECK(message.find("SECRET") == std::string::npos);
  CHECK(message.find("secret") == std::string::npos);
  const Features mixed =
      read(document("<NetworkLink><Url><href>a.kml</href></Url></NetworkLink>" + placemark("a", kPoint)));
  CHECK(mixed.codes() == std::vector<std::string>{"IN224"});
  const Features address = read(document(placemark("店", "<address>山口県周南市周陽1丁目</address>")));
  REQUIRE(address.features.size() == 1);
  CHECK(address.features[0].at("address") == "山口県周南市周陽1丁目");
  CHECK(address.features[0].geometry.empty());
  CHECK(address.codes() == std::vector<std::string>{"IN223"});
  CHECK(codes_of("<visibility>0</visibility>" + kPoint) == std::vector<std::string>{"IN225"});
  CHECK(read(document("<GroundOverlay><name>図</name></GroundOverlay>" + placemark("a", kPoint))).codes() ==
        std::vector<std::string>{"IN226"});
  CHECK(codes_of("<Model><Location/></Model>") == std::vector<std::string>{"IN232"});
}

TEST_CASE("kml: the look of a placemark is recorded for a profile to map") {
  const std::string styles =
      "<Style "
      "id=\"icon-1899-0288D1-normal\"><IconStyle><color>ffd18802</color><Icon><href>https://example.jp/"
      "pin.png"
      "</href></Icon></IconStyle></Style><Style id=\"icon-1899-0288D1-highlight\"/>"
      "<StyleMap "
      "id=\"icon-1899-0288D1\"><Pair><key>normal</key><styleUrl>#icon-1899-0288D1-normal</styleUrl></Pair>"
      "<Pair><key>highlight</key><styleUrl>#icon-1899-0288D1-highlight</styleUrl></Pair></StyleMap>";
  const Features all = read(
      document(styles + placemark("a", "<styleUrl>#icon-1899-0288D1-nodesc</styleUrl>" + kPoint) +
               placemark("b", "<styleUrl>#icon-1899-0288D1</styleUrl>" + kPoint) +
               placemark("c", "<Style><LineStyle><color>7F0000FF</color></LineStyle></Style>" + kPoint)));
  REQUIRE(all.features.size() == 3);
  CHECK(all.features[0].at("スタイル") == "icon-1899-0288D1");
  CHECK(all.features[1].at("スタイル") == "icon-1899-0288D1");
  CHECK(all.features[1].at("色") == "#0288d1");
  CHECK(all.features[1].at("アイコン") == "https://example.jp/pin.png");
  CHECK(all.features[2].at("色") == "#ff0000");
  CHECK(all.reading("dialect") == "Google My Maps KML");
  // Styles may stand behind the placemarks.
  CHECK(read(document(placemark("b", "<styleUrl>#icon-1899-0288D1</styleUrl>" + kPoint) + styles))
            .features.at(0)
            .at("色") == "#0288d1");
  Profile profile = load_profile("safety-map");
  for (Field& field : profile.fields)
    if (field.name == "区分") field.aliases.push_back("色");
  profile.index();
  const Features mapped = read_features(
      kml_importer,
      document(placemark("c", "<Style><LineStyle><color>7F0000FF</color></LineStyle></Style>" + kPoint)), {},
      profile);
  CHECK(mapped.features.at(0).at("色") == "#ff0000");
}

TEST_CASE("kml: the title and a field of the same meaning share a column") {
  const Features all =
      read(document(placemark("正門", extended(data("名称", "正門") + data("区分", "安全")) + kPoint) +
                    placemark("うら門", extended(data("名称", "裏門")) + kPoint) + placemark("橋", kPoint)));
  CHECK(all.layer.headers == std::vector<std::string>{"名称", "区分"});
  CHECK(all.features.at(1).at("名称") == "裏門");
  CHECK(all.features.at(2).at("名称") == "橋");
  CHECK(all.codes() == std::vector<std::string>{"IN221"});
  CHECK(all.find("IN221")->value == "うら門");
}

TEST_CASE("kml: SchemaData, foreign values, times, ids, snippets") {
  const Features all = read(document(
      "<Placemark id=\"pm_7\"><name>\n  正門\n </name><Snippet maxLines=\"1\">短い</Snippet>"
      "<TimeStamp><when>2024-10-03</when></TimeStamp><phoneNumber>0834-22-0000</phoneNumber>"
      "<ExtendedData><SchemaData schemaUrl=\"#s\"><SimpleData name=\"区分\">安全</SimpleData>"
      "<SimpleData name=\"種別\">学校</SimpleData></SchemaData><camp:number>14</camp:number>"
      "<camp:Placemark>5</camp:Placemark></ExtendedData>" +
      kPoint + "</Placemark>" +
      placemark("b", "<TimeSpan><begin>2024-10-03</begin><end>2024-10-05</end></TimeSpan>" + kPoint)));
  REQUIRE(all.features.size() == 2);
  CHECK(all.features[0].at("name") == "正門");
  CHECK(all.features[0].at("区分") == "安全");
  CHECK(all.features[0].at("種別") == "学校");
  CHECK(all.features[0].at("number") == "14");
  CHECK(all.features[0].at("Placemark") == "5");
  CHECK(all.features[0].at("調査日") == "2024-10-03");
  CHECK(all.features[0].at("Snippet") == "短い");
  CHECK(all.features[0].at("phoneNumber") == "0834-22-0000");
  CHECK(all.features[0].id == "\"pm_7\"");
  CHECK(all.features[1].id.empty());
  CHECK(all.features[1].at("調査日") == "2024-10-03");
  CHECK(all.codes() == std::vector<std::string>{"IN231"});
}

TEST_CASE("kml: namespaces of every age, and none") {
  const std::string inner = "><Placemark><name>正門</name>" + kPoint + "</Placemark></kml>";
  for (const char* space :
       {" xmlns=\"http://earth.google.com/kml/2.0\"", " xmlns=\"http://earth.google.com/kml/2.1\"",
        " xmlns=\"http://earth.google.com/kml/2.2\"", " xmlns=\"http://www.opengis.net/kml/2.3\"", ""})
    CHECK(read(std::string("<kml") + space + inner).features.size() == 1);
  CHECK(read("<k:kml "
             "xmlns:k=\"http://www.opengis.net/kml/2.2\"><k:Placemark><k:name>正門</"
             "k:name><k:Point><k:coordinates>"
             "131,34</k:coordinates></k:Point></k:Placemark></k:kml>")
            .features.at(0)
            .geometry == R"({"type":"Point","coordinates":[131,34]})");
  CHECK(read("<Placemark xmlns=\"http://www.opengis.net/kml/2.2\">" + kPoint + "</Placemark>")
            .features.size() == 1);
  CHECK(read("<kml><Placemark/></kml>").features.size() == 1);
}

TEST_CASE("kml: encodings") {
  const std::string body = "<kml><Placemark><name>正門①表ソ</name>" + kPoint + "</Placemark></kml>";
  const auto name = [](const Features& all) {
    return all.error.empty() ? all.features.at(0).at("name") : all.error;
  };
  Bytes cp932;
  std::vector<MissingCharacter> missing;
  encode_cp932(body, cp932, missing);
  const std::string sjis(cp932.view());
  CHECK(name(read("\xEF\xBB\xBF" + body)) == "正門①表ソ");
  CHECK(name(read("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" + sjis)) == "正門①表ソ");
  CHECK(read("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" + sjis).reading("encoding") == "cp932");
  // What is declared is not what was saved.
  const Features wrong = read("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + sjis);
  CHECK(name(wrong) == "正門①表ソ");
  CHECK(wrong.codes() == std::vector<std::string>{"IN205"});
  CHECK(read("<?xml version=\"1.0\" encoding=\"Shift_JIS\"?>" + body).codes() ==
        std::vector<std::string>{"IN205"});
  const std::u16string wide =
      u"<?xml version=\"1.0\" encoding=\"UTF-16\"?><kml><Placemark><name>正門</name></Placemark></kml>";
  for (const bool little : {true, false}) {
    CHECK(name(read((little ? std::string("\xFF\xFE") : std::string("\xFE\xFF")) + utf16(wide, little))) ==
          "正門");
    CHECK(name(read(utf16(wide, little))) == "正門");
  }
  CHECK(name(read("<?xml version=\"1.0\" "
                  "encoding=\"EUC-JP\"?><kml><Placemark><name>\xC0\xB5\xCC\xE7</name></Placemark></kml>")) ==
        "正門");
  CHECK(read("<?xml version=\"1.0\" encoding=\"EBCDIC\"?>" + body).error == "IN206");
  ReadOptions said;
  said.encoding = "utf-8";
  CHECK(read("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + sjis, said).error == "IN204");
  CHECK(read("<kml><Placemark><name>\xFF\xFE</name></Placemark></kml>").error == "IN204");
}

TEST_CASE("kml: what is broken, cut off or an attack is refused") {
  const std::string whole = document(placemark("正門", kPoint));
  for (std::size_t size = 1; size < whole.size(); size += 7)
    CHECK(read(whole.substr(0, size)).error == "IN201");
  CHECK(read(document("<Placemark><name>a</Name></Placemark>")).error == "IN200");
  CHECK(read(document(placemark("a & b", kPoint))).error == "IN200");
  CHECK(read(document(placemark("a&nbsp;b", kPoint))).error == "IN200");
  CHECK(read("<gpx/>").error == "IN220");
  CHECK(read("<!DOCTYPE kml [<!ENTITY a \"b\">]>" + whole.substr(whole.find("<kml"))).error == "IN202");
  CHECK(read("<!DOCTYPE kml [<!ENTITY a SYSTEM "
             "\"file:///etc/passwd\">]><kml><Placemark><name>&a;</name></Placemark></kml>")
            .error == "IN202");
  CHECK(read("<!DOCTYPE kml SYSTEM "
             "\"http://localhost/kml.dtd\"><kml><Placemark><name>&a;</name></Placemark></kml>")
            .error == "IN202");
  CHECK(read("<!DOCTYPE kml SYSTEM "
             "\"http://localhost/kml.dtd\"><kml><Placemark><name>a</name></Placemark></kml>")
            .error.empty());
  std::string deep = "<kml>";
  for (int i = 0; i < 200; ++i) deep += "<Folder>";
  CHECK(read(deep).error == "IN203");
  std::string wide = "<kml ";
  for (int i = 0; i < 300; ++i) wide += "a" + std::to_string(i) + "=\"\" ";
  CHECK(read(wide + "/>").error == "IN203");
  std::string many;
  for (int i = 0; i < 5000; ++i)
    many += "<Placemark>" + extended(data("k" + std::to_string(i), "1")) + "</Placemark>";
  CHECK(read(document(many)).error == "IN208");
  ReadOptions small;
  small.record_limit = 1000;
  CHECK(read(document(placemark("a", described(std::string(2000, 'x')))), small).error == "IN207");
}

TEST_CASE("kml: KMZ, whatever its main file is called") {
  const std::string inside = document(placemark("正門", kPoint));
  const Features doc = read(zip_of({{"files/icon.png", "png"}, {"doc.kml", inside}}));
  CHECK(doc.features.size() == 1);
  CHECK(doc.reading("main_document") == "doc.kml");
  CHECK(doc.codes().empty());
  const Features other = read(zip_of({{"地図/下.kml", "<kml/>"}, {"安全マップ.kml", inside}}));
  CHECK(other.reading("main_document") == "安全マップ.kml");
  CHECK(other.codes() == std::vector<std::string>{"IN215"});
  CHECK(read(zip_of({{"a/b.KML", inside}})).features.size() == 1);
  CHECK(read(zip_of({{"a.txt", inside}})).error == "IN214");
  CHECK(read(zip_of({{"doc.kml", inside}}, "secret")).error == "IN212");
  const std::string packed = zip_of({{"doc.kml", inside}});
  CHECK(read(packed.substr(0, packed.size() / 2)).error == "IN211");
  const std::string bomb = zip_of({{"doc.kml", kHead + std::string(80u << 20u, ' ') + kEnd}});
  CHECK(read(bomb).error == "IN213");
}

TEST_CASE("kml: batches of any size give the same records") {
  std::string content;
  for (int i = 0; i < 300; ++i)
    content += placemark("地点" + std::to_string(i),
                         extended(data("区分", i % 2 == 0 ? "安全" : "危険")) +
                             described("理由: " + std::to_string(i)) +
                             (i % 3 == 0 ? kPoint : line_string("131.8,34.0 131.9,34.1,5")));
  const Features whole = read(document(content));
  ReadOptions options;
  options.chunk_bytes = 1;
  const Features small = read(document(content), options);
  REQUIRE(whole.features.size() == 300);
  CHECK(whole.features == small.features);
  CHECK(whole.codes() == small.codes());
}

TEST_CASE("kml: what only the end of a long file has is found all the same") {
  std::string content;
  for (int i = 0; i < 200; ++i)
    content += placemark("地点" + std::to_string(i), described("明るい") + kPoint);
  ReadOptions options;
  options.chunk_bytes = 64;  // of which the head is 1 KiB
  for (const std::string& last : {extended(data("区分", "危険")), described("区分: 危険<br>暗い"),
                                  line_string("131,34 132,35"), std::string("<styleUrl>#later</styleUrl>"),
                                  std::string("<TimeStamp><when>2024-10-03</when></TimeStamp>")}) {
    const std::string file =
        document(content + placemark("最後", last) +
                 "<Style id=\"later\"><IconStyle><color>ff0000ff</color></IconStyle></Style>");
    const Features whole = read(file);
    const Features small = read(file, options);
    CHECK(small.layer.headers == whole.layer.headers);
    CHECK(small.layer.has_shapes == whole.layer.has_shapes);
    CHECK(small.features == whole.features);
    CHECK(small.codes() == whole.codes());
    const TemporaryFile temporary(file, ".kml");
    CHECK_THROWS_AS(drain_features(*kml_importer.open(temporary.path(), options, safety_map())),
                    RereadRequest);
  }
}

TEST_CASE("kml: it is known by its content") {
  const auto score = [](std::string_view head, std::string_view name) {
    return kml_importer.probe(head, name).score;
  };
  CHECK(score(kHead, "地図.csv") == 100);
  CHECK(score("\xEF\xBB\xBF<!-- a --><kml>", "") == 100);
  CHECK(score("<!-- \x90\xB3 --><kml>", "") == 100);
  CHECK(score("<gpx version=\"1.1\">", "a.gpx") == 0);
  CHECK(score("<html><kml/></html>", "") == 0);
  CHECK(score("名称,<kml>", "a.kml") == 0);
  CHECK(score(zip_of({{"doc.kml", "<kml/>"}}), "a.zip") >= 90);
  CHECK(score(zip_of({{"xl/workbook.xml", "<x/>"}}), "a.xlsx") == 0);
}
