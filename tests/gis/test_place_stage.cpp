// SPDX-License-Identifier: Apache-2.0
#include "gis/place/place_rules.hpp"
#include "gis/place/place_stage.hpp"
#include "gis/value/angle.hpp"
#include "tests/catch.hpp"
#include "tests/gis/table_survey.hpp"

using namespace anzenmap;
using anzenmap::test::Outcome;
using anzenmap::test::run_table;

namespace {

const std::vector<std::string> kHeaders{"ID", "名称", "区分", "緯度", "経度"};

Outcome place(const std::string& latitude, const std::string& longitude) {
  return run_table(kHeaders, {{"A1", "門", "危険", latitude, longitude}});
}

}  // namespace

TEST_CASE("a plain place stays as it was written, to the last digit", "[place]") {
  const Outcome outcome = place("34.0471710", "131.8282320");
  CHECK(outcome.text == "A1|門|危険|34.0471710|131.8282320\n");
  CHECK(outcome.diagnostics.size() <= 3);
  for (const Diagnostic& diagnostic : outcome.diagnostics) CHECK(diagnostic.severity == Severity::info);
}

TEST_CASE("written forms of degrees become decimal degrees and are told", "[place]") {
  CHECK(place("３４．０４７１７１", "１３１．８２８２３２").text == "A1|門|危険|34.047171|131.828232\n");
  CHECK(place("34°02′49.8″", "131°49′41.6″").text == "A1|門|危険|34.0471667|131.8282222\n");
  CHECK(place("北緯34度2分49.8秒", "東経131度49分41.6秒").text == "A1|門|危険|34.0471667|131.8282222\n");
  CHECK(place("34.047171 N", "131.828232 E").count(angle_rewritten) == 2);
}

TEST_CASE("records without a usable place are rejected, each with an error", "[place]") {
  const auto rejected = [](const Outcome& outcome, const RuleInfo& rule) {
    CHECK(outcome.counts.rejected == 1);
    CHECK(outcome.counts.written == 0);
    REQUIRE(outcome.find(rule) != nullptr);
    CHECK(outcome.find(rule)->severity == Severity::error);
    CHECK(outcome.find(rule)->row == 2);
  };
  rejected(place("", ""), place_missing);
  rejected(place("34.0471", ""), place_half);
  rejected(place("0", "0"), place_null_island);
  rejected(place("0.0", "0.00"), place_null_island);
  rejected(place("3.40471", "131.8282"), place_outside_hard);
  rejected(place("-216575.56", "-31245.86"), place_not_degrees);
  rejected(place("わからない", "131.8282"), angle_unreadable);
}

TEST_CASE("exchanged axes are put right when the area leaves one reading", "[place]") {
  const Outcome outcome = place("131.828232", "34.047171");
  CHECK(outcome.text == "A1|門|危険|34.047171|131.828232\n");
  REQUIRE(outcome.find(place_swapped) != nullptr);
  CHECK(outcome.find(place_swapped)->severity == Severity::warning);
}

TEST_CASE("outside the expected area is a warning, the record is written", "[place]") {
  const Outcome outcome = place("35.6812", "139.7671");
  CHECK(outcome.counts.written == 1);
  CHECK(outcome.count(place_outside_expected) == 1);
}

TEST_CASE("more than seven decimals are rounded and told", "[place]") {
  const Outcome outcome = place("34.047171049", "131.8282325");
  CHECK(outcome.text == "A1|門|危険|34.047171|131.8282325\n");
  CHECK(outcome.count(place_decimals) == 1);
}

TEST_CASE("plane rectangular coordinates become degrees (truths of PROJ 9.1.1)", "[place]") {
  test::Settings zone3;
  zone3.crs = "EPSG:6671";
  const std::vector<std::string> headers{"ID", "名称", "区分", "X座標", "Y座標"};
  const Outcome outcome = run_table(headers,
                                    {{"A1", "周陽小", "危険", "-216575.5569", "-31245.8646"},
                                     {"A2", "遠石小", "危険", "-217064.6737", "-32208.0929"}},
                                    zone3);
  CHECK(outcome.text ==
        "A1|周陽小|危険|34.047171|131.828232|-216575.5569|-31245.8646\n"
        "A2|遠石小|危険|34.042732|131.817828|-217064.6737|-32208.0929\n");
}

TEST_CASE("degrees are not taken for metres", "[place]") {
  test::Settings zone3;
  zone3.crs = "EPSG:6671";
  const Outcome outcome = run_table({"ID", "名称", "区分", "緯度", "経度"},
                                    {{"A1", "門", "危険", "34.0471", "131.8282"},
                                     {"A2", "門", "危険", "131.8282", "34.0471"},
                                     {"A3", "門", "危険", "-216575.5569", "-31245.8646"}},
                                    zone3);
  CHECK(outcome.counts.rejected == 2);
  CHECK(outcome.count(place_not_metres) == 2);
}

TEST_CASE("every zone keeps its origin, in both series", "[crs]") {
  for (const int first : {6669, 2443}) {
    for (int zone = 0; zone < 19; ++zone) {
      const Crs crs = Crs::parse("EPSG:" + std::to_string(first + zone));
      CHECK(crs.projected());
      Transformer transformer(crs);
      double x = 0;
      double y = 0;
      transformer.to_degrees(&x, &y, 1);
      // Notification of the Geospatial Information Authority: origins on 20, 26, 33, 36, 40 or 44 degrees
      // north.
      INFO(crs.name() << " " << x << " " << y);
      CHECK(std::min({std::abs(y - 20), std::abs(y - 26), std::abs(y - 33), std::abs(y - 36),
                      std::abs(y - 40), std::abs(y - 44)}) < 1e-9);
      CHECK(x > 122);
      CHECK(x < 155);
    }
  }
  CHECK_FALSE(Crs::parse("4326").projected());
  for (const char* name : {"EPSG:6671", "epsg:6671", "6671", "EPSG6671", "ＥＰＳＧ：６６７１", "EPSG: 6671",
                           "urn:ogc:def:crs:EPSG::6671", "urn:ogc:def:crs:EPSG:9.8:6671"})
    CHECK(Crs::parse(name).epsg() == 6671);
  CHECK(Crs::parse("JGD2011").epsg() == 6668);
  CHECK(Crs::parse("WGS 84").epsg() == 4326);
  CHECK(Crs::parse("urn:ogc:def:crs:OGC:1.3:CRS84").epsg() == 4326);
  CHECK_THROWS(Crs::parse("zone3x"));
}

TEST_CASE("WKT is the place where latitude and longitude are empty", "[place]") {
  const std::vector<std::string> headers{"ID", "名称", "区分", "緯度", "経度", "形状"};
  const Outcome outcome =
      run_table(headers, {{"A1", "道", "通学路", "", "", "LINESTRING (131.8282 34.0471, 131.829 34.048)"},
                          {"A2", "門", "危険", "", "", "POINT(131.8282 34.0471)"},
                          {"A3", "門", "危険", "34.05", "131.83", "POINT(131.8282 34.0471)"},
                          {"A4", "門", "危険", "", "", "POINT(131.8282)"}});
  CHECK(outcome.text ==
        "A1|道|通学路|||LINESTRING (131.8282 34.0471,131.829 34.048)\n"
        "A2|門|危険|34.0471|131.8282|\n"
        "A3|門|危険|34.05|131.83|POINT(131.8282 34.0471)\n");
  CHECK(outcome.count(place_shape_unreadable) == 1);
  CHECK(outcome.count(place_shape_kept) == 1);
}
