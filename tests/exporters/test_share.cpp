// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "exporters/share/qr_code.hpp"
#include "exporters/share/share_message.hpp"
#include "exporters/web/boundary.hpp"
#include "gis/base/error.hpp"
#include "tests/catch.hpp"

using namespace anzenmap;

TEST_CASE("a QR code has its three finder patterns, and path and modules agree") {
  const QrCode code = make_qr_code("https://example.jp/anzen/");
  REQUIRE(code.size == 25);
  for (const auto& [x, y] : {std::pair{0, 0}, std::pair{code.size - 7, 0}, std::pair{0, code.size - 7}})
    for (int i = 0; i < 7; ++i) {
      CHECK(code.at(x + i, y));
      CHECK(code.at(x, y + i));
      CHECK(code.at(x + i, y + 6));
    }
  int dark = 0;
  for (const bool one : code.dark) dark += one ? 1 : 0;
  int drawn = 0;
  const std::string path = qr_path(code);
  for (std::size_t at = path.find('h'); at != std::string::npos; at = path.find('h', at + 1))
    if (path[at + 1] != '-') drawn += std::stoi(path.substr(at + 1));
  CHECK(drawn == dark);
}

TEST_CASE("a QR code refuses what does not fit") {
  CHECK_THROWS_AS(make_qr_code(""), Error);
  CHECK_THROWS_AS(make_qr_code(std::string(5000, 'a')), Error);
  CHECK_THROWS_AS(make_qr_code(std::string_view("a\0b", 3)), Error);
}

TEST_CASE("a QR code as PNG has the size that its head says") {
  const QrCode code = make_qr_code("https://example.jp/");
  const std::string png = qr_png(code, 3);
  CHECK(png.substr(1, 3) == "PNG");
  CHECK(static_cast<unsigned char>(png[19]) == (code.size + 8) * 3);
  CHECK(png.substr(png.size() - 8, 4) == "IEND");
  CHECK(qr_png(code, 3) == png);
  CHECK(qr_svg(code, "<&>").find("<title>&lt;&amp;&gt;</title>") != std::string::npos);
}

TEST_CASE("a message quotes title and address, whatever is in them") {
  const ShareFacts facts{"a\"<b>", "説明", 5, "https://example.jp/?a=1&b=2", "", Language::ja};
  const auto message = nlohmann::json::parse(line_message_json(facts));
  CHECK(message["type"] == "flex");
  CHECK(message["altText"] == "a\"<b>（5か所）");
  CHECK_FALSE(message["contents"].contains("hero"));
  CHECK(message["contents"]["footer"]["contents"][0]["action"]["uri"] == facts.url);
  CHECK(iframe_html(facts).find("src=\"https://example.jp/?a=1&amp;b=2\" title=\"a&quot;&lt;b&gt;\"") !=
        std::string::npos);
  const ShareFacts longer{std::string(2000, 'x'), "", 1, "https://a.jp/", "https://a.jp/p.png", Language::en};
  const auto cut = nlohmann::json::parse(line_message_json(longer));
  CHECK(cut["altText"].get<std::string>().size() == 400);
  CHECK(cut["contents"]["hero"]["url"] == "https://a.jp/p.png");
}

TEST_CASE("an outline keeps lines and areas alone") {
  const auto read = [](std::string_view json) { return nlohmann::json::parse(read_boundary(json, "a")); };
  const auto outline = read(
      R"({"type":"FeatureCollection","features":[
        {"type":"Feature","properties":{"name":"</script>"},"geometry":{"type":"Polygon","coordinates":[[[131,34],[132,34],[132,35],[131,34]]]}},
        {"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[131,34]}},
        {"type":"Feature","properties":{},"geometry":{"type":"GeometryCollection","geometries":[{"type":"LineString","coordinates":[[131,34],[132,34]]}]}}]})");
  REQUIRE(outline["features"].size() == 2);
  CHECK(outline["features"][0]["properties"].empty());
  for (const char* bad : {"", "{", "[]", R"({"type":"Point","coordinates":[131,34]})",
                          R"({"type":"Polygon","coordinates":[[["</script>",34]]]})",
                          R"({"type":"LineString","coordinates":[[-216575,-31245],[0,0]]})"})
    CHECK_THROWS_AS(read_boundary(bad, "a"), Error);
}
