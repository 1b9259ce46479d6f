// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "exporters/web/clean_jpeg.hpp"
#include "exporters/web/map_sink.hpp"
#include "exporters/web/page_text.hpp"
#include "exporters/web/tile_sources.hpp"
#include "exporters/web/web_parts.hpp"
#include "gis/base/error.hpp"
#include "tests/catch.hpp"
#include "tests/exporters/survey_fixture.hpp"

using namespace anzenmap;
using anzenmap::testing::field;
using anzenmap::testing::Folder;
using anzenmap::testing::Survey;

namespace {

SchemaField open_field(std::string name, Role role = Role::none) {
  SchemaField out = field(std::move(name), FieldType::string, role);
  out.privacy = Privacy::public_;
  return out;
}

std::string page_of(const Survey& survey, MapSettings settings = {}, Audience audience = Audience::public_) {
  const Folder folder;
  OutputSet set(folder.path());
  MapSink sink(set.create("a.map.html"), std::move(settings));
  sink.conclude(audience);
  survey.through(sink);
  set.commit();
  return folder.get("a.map.html");
}

nlohmann::json data_of(const std::string& page, const std::string& id) {
  const std::string start = "<script type=\"application/json\" id=\"" + id + "\">";
  const std::size_t from = page.find(start) + start.size();
  return nlohmann::json::parse(page.substr(from, page.find("</script>", from) - from));
}

std::string script_string(std::string_view text) {
  std::string out;
  append_script_string(out, text);
  return out;
}

std::string refusal(const std::string& tiles) {
  try {
    static_cast<void>(read_tile_sources(tiles, "t.json"));
  } catch (const Error& error) {
    return std::string(error.code()) + ' ' + error.message(Language::en);
  }
  return {};
}

std::string tiles_with(const std::string& url) {
  return R"({"base":[{"id":"a","urls":[")" + url + R"("]}]})";
}

}  // namespace

TEST_CASE("a string inside a script element cannot end it") {
  CHECK(script_string("</script><!--") == R"("\u003c/script>\u003c!--")");
  CHECK(script_string("a\xE2\x80\xA8"
                      "b\xE2\x80\xA9") == R"("a\u2028b\u2029")");
  CHECK(script_string("\"\\\n\r\t\x01\x7F") == R"("\"\\\n\r\t\u0001\u007f")");
  CHECK(script_string("\xE2\x80\x94\xE5\x8D\xB1") == "\"\xE2\x80\x94\xE5\x8D\xB1\"");
  CHECK(nlohmann::json::parse(script_string("a\xFF"
                                            "b")) ==
        "a\xEF\xBF\xBD"
        "b");
  CHECK(script_json(R"({"a":"<b>"})") == R"({"a":"\u003cb>"})");
  CHECK(html_text("<a href=\"'&\">") == "&lt;a href=&quot;&#39;&amp;&quot;&gt;");
}

TEST_CASE("a map page holds accepted records and their public columns alone") {
  Survey survey({open_field("ID", Role::id), open_field("名称", Role::name), field("公開可否")});
  survey.row({"A-1", "公園", "1"}, 131.82, 34.04);
  survey.row({"A-2", "", "1"}, 131.83, 34.05);
  survey.row({"A-3", "除外", "0"}, 131.84, 34.06, RecordState::rejected);
  const std::string page = page_of(survey);
  CHECK(data_of(page, "features") ==
        nlohmann::json::parse(R"([["A-1",[131.82,34.04],"A-1","公園"],["A-2",[131.83,34.05],"A-2",null]])"));
  const nlohmann::json about = data_of(page, "survey");
  REQUIRE(about["columns"].size() == 2);
  CHECK(about["columns"][1]["role"] == "name");
  CHECK(page.find("除外") == std::string::npos);
  CHECK(page.find("公開可否") == std::string::npos);
}

TEST_CASE("a map says whom it is for, and takes the stricter word when nobody said") {
  Survey survey({open_field("名称", Role::name)});
  survey.row({"公園"}, 131.82, 34.04);
  CHECK(data_of(page_of(survey), "survey")["audience"] == "public");
  CHECK(data_of(page_of(survey, {}, Audience::internal), "survey")["audience"] == "internal");
  const Folder folder;
  OutputSet set(folder.path());
  MapSink sink(set.create("a.map.html"), {});
  survey.through(sink);
  set.commit();
  CHECK(data_of(folder.get("a.map.html"), "survey")["audience"] == "internal");
}

TEST_CASE("ids of features keep their digits in a map") {
  Survey survey({open_field("名称", Role::name)});
  survey.row({"a"}, 131.82, 34.04);
  survey.row({"b"}, 131.82, 34.04);
  for (const std::string_view id : {R"("</script>")", "12345678901234567890"})
    survey.batch.feature_id.push(
        {static_cast<std::uint32_t>(survey.batch.text.append(id)), static_cast<std::uint32_t>(id.size())}, 0);
  const nlohmann::json features = data_of(page_of(survey), "features");
  CHECK(features[0][0] == "</script>");
  CHECK(features[1][0] == "12345678901234567890");
}

TEST_CASE("a map without records is a whole page") {
  Survey survey({open_field("名称", Role::name)});
  const std::string page = page_of(survey);
  CHECK(data_of(page, "features").empty());
  CHECK(page.substr(page.size() - 8) == "</html>\n");
}

TEST_CASE("more places than the limit leave the map out") {
  Survey survey({open_field("名称", Role::name)});
  for (int i = 0; i < 3; ++i) survey.row({"a"}, 131.82, 34.04);
  for (const std::uint64_t limit : {2U, 3U}) {
    const Folder folder;
    OutputSet set(folder.path());
    OutputStream& stream = set.create("a.map.html");
    set.create("b.txt").write("b");
    MapSettings settings;
    settings.limit = limit;
    MapSink sink(stream, settings);
    survey.through(sink);
    CHECK(sink.left_out() == (limit == 2));
    if (sink.left_out()) set.drop(stream);
    set.commit();
    CHECK(folder.files() == (limit == 2 ? 1U : 2U));
  }
}

TEST_CASE("the built-in tile list is sound, and the page may ask its servers alone") {
  const TileSources tiles = builtin_tile_sources();
  CHECK(tiles.origins ==
        std::vector<std::string>{"https://cyberjapandata.gsi.go.jp", "https://disaportaldata.gsi.go.jp"});
  const nlohmann::json list = nlohmann::json::parse(tiles.json);
  CHECK(list["base"].size() == 4);
  for (const auto& source : list["overlays"]) CHECK(!source["attribution"]["ja"].get<std::string>().empty());
  Survey survey({open_field("名称", Role::name)});
  MapSettings settings;
  settings.tiles = tiles;
  const std::string page = page_of(survey, settings);
  CHECK(page.find("img-src data: https://cyberjapandata.gsi.go.jp https://disaportaldata.gsi.go.jp;") !=
        std::string::npos);
}

TEST_CASE("an office's tile list is checked before it reaches the page's policy") {
  CHECK(read_tile_sources(tiles_with("http://tiles.local:8080/{z}/{x}/{y}.png"), "t").origins ==
        std::vector<std::string>{"http://tiles.local:8080"});
  CHECK(refusal("[]").find("OU742") == 0);
  CHECK(refusal("{").find("OU742") == 0);
  CHECK(refusal(R"({"base":{}})").find("no list") != std::string::npos);
  CHECK(refusal(R"({"base":[{"urls":["https://a/{z}/{x}/{y}"]}]})").find("no id") != std::string::npos);
  CHECK(refusal(R"({"base":[{"id":"a"}]})").find("no urls") != std::string::npos);
  for (const char* url :
       {"javascript:alert(1)", "https://a b/{z}/{x}/{y}.png", "https:///{z}/{x}/{y}.png",
        "https://a; script-src */{z}/{x}/{y}.png", "https://a/{z}.png", "file:///{z}/{x}/{y}"})
    CHECK(refusal(tiles_with(url)).find("OU742") == 0);
  const TileSources named = read_tile_sources(
      R"({"base":[{"id":"a","title":"</script>","urls":["https://a/{z}/{x}/{y}.png"]}]})", "t");
  CHECK(named.json.find('<') == std::string::npos);
}

namespace {

std::string segment(unsigned char marker, const std::string& body) {
  std::string out("\xFF");
  out += static_cast<char>(marker);
  out += static_cast<char>((body.size() + 2) >> 8U);
  out += static_cast<char>((body.size() + 2) & 0xFFU);
  return out + body;
}

// The segments of a photo as telephones make them; its coded data has a stuffed FF and a restart.
std::string a_photo(char orientation = 6) {
  std::string exif("Exif\0\0MM\0*\0\0\0\x08\0\x02\x01\x12\0\x03\0\0\0\x01\0", 25);
  exif += orientation;
  exif += std::string("\0\0\x88\x25\0\x04\0\0\0\x01\0\0\0\x40\0\0\0\0", 18) + "GPS 34.047171 131.828232";
  return "\xFF\xD8" + segment(0xE0, std::string("JFIF\0\x01\x02\0\0\x01\0\x01\0\0", 14)) +
         segment(0xE1, exif) + segment(0xE1, "http://ns.adobe.com/xap/1.0/ owner") +
         segment(0xED, "Photoshop 3.0") + segment(0xE2, std::string("ICC_PROFILE\0\x01\x01profile", 21)) +
         segment(0xFE, "a comment") + segment(0xDB, "tables") + segment(0xC0, "frame") +
         segment(0xDA, "scan") +
         std::string(
             "a\xFF\x00"
             "b\xFF\xD0"
             "c",
             7) +
         segment(0xC4, "more tables") + segment(0xDA, "scan 2") + "d" + "\xFF\xD9" +
         "MotionPhoto_Data with 34.047171";
}

}  // namespace

TEST_CASE("a cleaned photo keeps its picture, colours and turn, and tells nothing else") {
  const auto clean = clean_jpeg(a_photo());
  REQUIRE(clean);
  for (const char* gone : {"GPS", "owner", "Photoshop", "a comment", "MotionPhoto", "34.047171"})
    CHECK(clean->find(gone) == std::string::npos);
  for (const char* stays : {"JFIF", "ICC_PROFILE", "tables", "frame", "scan 2", "more tables"})
    CHECK(clean->find(stays) != std::string::npos);
  CHECK(clean->find(std::string("a\xFF\x00"
                                "b\xFF\xD0"
                                "c",
                                7)) != std::string::npos);
  CHECK(clean->substr(clean->size() - 2) == "\xFF\xD9");
  CHECK(clean->find(std::string("\x12\x01\x03\0\x01\0\0\0\x06", 9)) != std::string::npos);
  CHECK(clean_jpeg(*clean) == clean);
  CHECK(clean_jpeg(a_photo(1))->find("Exif") == std::string::npos);
}

TEST_CASE("what is no whole JPEG is no photo") {
  const std::string photo = a_photo();
  const std::size_t end = photo.find("\xFF\xD9");
  for (std::size_t size = 0; size < end + 1; ++size) CHECK_FALSE(clean_jpeg(photo.substr(0, size)));
  CHECK_FALSE(clean_jpeg("\x89PNG\r\n"));
  CHECK_FALSE(clean_jpeg("\xFF\xD8\xFF\xD9"));
}

TEST_CASE("a map shows photos of one folder alone") {
  const Folder folder;
  folder.put("a.jpg", a_photo());
  folder.put("large.jpg", "\xFF\xD8" + segment(0xDA, "") + std::string(400'000, 'x') + "\xFF\xD9");
  folder.put("b.png", "\x89PNG");
  std::filesystem::create_directory(folder.at("inner"));
  Survey survey({open_field("名称", Role::name), open_field("画像", Role::photo)});
  for (const char* name :
       {"a.jpg", "large.jpg", "b.png", "../a.jpg", "inner/../a.jpg", "https://example.jp/a.jpg", ""})
    survey.row({"公園", name}, 131.82, 34.04);
  MapSettings settings;
  settings.photos = folder.path();
  const Folder target;
  OutputSet set(target.path());
  MapSink sink(set.create("a.map.html"), settings);
  const std::vector<Diagnostic> told = survey.through(sink);
  set.commit();
  const nlohmann::json features = data_of(target.get("a.map.html"), "features");
  REQUIRE(features[0].size() == 5);
  CHECK(features[0][4].get<std::string>().find("data:image/jpeg;base64,/9j/") == 0);
  for (std::size_t i = 1; i < features.size(); ++i) CHECK(features[i].size() == 4);
  REQUIRE(told.size() == 4);
  for (const Diagnostic& one : told) CHECK(one.rule->code == "OU744");
  CHECK(told[0].record == 1);
  CHECK(data_of(page_of(survey), "features")[0].size() == 4);
}
