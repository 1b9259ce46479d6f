// SPDX-License-Identifier: Apache-2.0
#include "gis/value/angle.hpp"

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <utility>

#include "tests/catch.hpp"
#include "tests/gis/value_expectations.hpp"

using namespace anzenmap;

TEST_CASE("clean coordinates stay untouched", "[value][angle]") {
  for (const char* text :
       {"", "34.047171", "131.8282321", "-34.5", "0", "180", "-180", "34", "34.0471710000"}) {
    CAPTURE(text);
    CHECK(shown(read_angle(text, Axis::latitude)) == "=");
    CHECK(shown(read_angle(text, Axis::longitude)) == "=");
    CHECK_FALSE(stated_axis(text).has_value());
  }
}

TEST_CASE("latitudes are read in the forms that people write", "[value][angle]") {
  const std::pair<const char*, const char*> cases[] = {
      {" 34.047171", "> 34.047171 (VA201)"},
      {"３４．０４７１７１", "> 34.047171 (VA202)"},
      {"−34.5", "> -34.5 (VA202)"},
      // degrees, minutes and seconds
      {"34°03′12″", "> 34.053333333 (VA240)"},
      {"34°03'12\"", "> 34.053333333 (VA240)"},
      {"34°03’12”", "> 34.053333333 (VA240)"},
      {"34°03''12\"", "! VA244"},
      {"34°03'12''", "> 34.053333333 (VA240)"},
      {"34° 03′ 12″", "> 34.053333333 (VA240)"},
      {"34゜03′12″", "> 34.053333333 (VA240)"},
      {"34º03´12˝", "! VA244"},
      {"34度3分12秒", "> 34.053333333 (VA240)"},
      {"３４度３分１２秒", "> 34.053333333 (VA240)"},
      {"34度3分", "> 34.05 (VA240)"},
      {"34°2.83′", "> 34.047166667 (VA240)"},
      {"N34.3.12", "> 34.053333333 (VA240)"},
      {"34.3.12", "> 34.053333333 (VA240)"},
      {"34.3.12.5", "> 34.053472222 (VA240)"},
      {"N34.03.12.50", "> 34.053472222 (VA240)"},
      {"北緯34度2分49.8秒", "> 34.047166667 (VA240)"},
      {"北緯３４度２分４９．８秒", "> 34.047166667 (VA240)"},
      {"34/2/49.8", "> 34.047166667 (VA240)"},
      {"34 2 49.8", "> 34.047166667 (VA240)"},
      {"34:02:49.8", "> 34.047166667 (VA240)"},
      {"34°02'49.8\"N", "> 34.047166667 (VA240)"},
      {"34°02'49.8\" S", "> -34.047166667 (VA240)"},
      {"南緯34度2分49.8秒", "> -34.047166667 (VA240)"},
      {"-34°02'49.8\"", "> -34.047166667 (VA240)"},
      {"34°0′0″", "> 34 (VA240)"},
      {"34°59′59.9999999999″", "> 35 (VA240)"},
      // letters and marks
      {"34.047171 N", "> 34.047171 (VA241)"},
      {"N34.047171", "> 34.047171 (VA241)"},
      {"n 34.047171", "> 34.047171 (VA241)"},
      {"Ｎ３４．０４７１７１", "> 34.047171 (VA241)"},
      {"北緯34.047171", "> 34.047171 (VA241)"},
      {"北緯 34.047171 度", "> 34.047171 (VA241)"},
      {"緯度:34.047171", "> 34.047171 (VA241)"},
      {"緯度：34.047171", "> 34.047171 (VA241)"},
      {"lat=34.047171", "> 34.047171 (VA241)"},
      {"34.047171°", "> 34.047171 (VA241)"},
      {"34.047171度", "> 34.047171 (VA241)"},
      {"34.05S", "> -34.05 (VA241)"},
      {"+34.05", "> 34.05 (VA241)"},
      {"034.05", "> 34.05 (VA241)"},
      {".5", "> 0.5 (VA241)"},
      {"3.4047171E+01", "> 34.047171 (VA241)"},
      {"34.04717100000049 N", "> 34.047171 (VA241)"},
      {"34.0471710005 N", "> 34.047171001 (VA241)"},
      // decimal comma
      {"34,047171", "> 34.047171 (VA242)"},
      {"３４，０４７１７１", "> 34.047171 (VA242)"},
      {"34,047171 N", "> 34.047171 (VA242)"},
      {"34,047171°", "> 34.047171 (VA242)"},
      {"34,05", "! VA244 ? 34.05"},
      {"34,047", "! VA244 ? 34.047"},
      // the other axis
      {"東経131.82", "> 131.82 (VA243)"},
      {"E131.82", "> 131.82 (VA243)"},
      {"131°49′41.6″E", "> 131.828222222 (VA243)"},
      // 60 and more
      {"34度72分10秒", "! VA245"},
      {"34°02′60″", "! VA245"},
      {"34.60.12", "! VA245"},
      // beyond 180
      {"340249.8", "! VA246 ? 34.047166667"},
      {"1314941.6", "! VA246 ? 131.828222222"},
      {"34047171", "! VA246"},
      {"-216575.56", "! VA246"},
      {"180.0000001", "! VA246"},
      {"180°0′1″", "! VA246"},
      // both coordinates
      {"34.047171, 131.828232", "! VA247 ? 34.047171"},
      {"34.047171,131.828232", "! VA247 ? 34.047171"},
      {"131.828232 34.047171", "! VA247 ? 34.047171"},
      {"34.0,35.0", "! VA247"},
      // could be, but the marks do not say so
      {"34 2", "! VA244 ? 34.033333333"},
      {"34/2", "! VA244 ? 34.033333333"},
      {"34-2-49.8", "! VA244 ? 34.047166667"},
      // no angles
      {"学校の北", "! VA244"},
      {"N", "! VA244"},
      {"度", "! VA244"},
      {"34°12″", "! VA244"},
      {"34.5°2′", "! VA244"},
      {"34°2.5′3″", "! VA244"},
      {"34.047.171", "! VA244"},
      {"34.1.2.3.4", "! VA244"},
      {"34..2", "! VA244"},
      {"34°03′12″北", "! VA244"},
      {"-34.05S", "! VA244"},
      {"N34.05S", "! VA244"},
      {"北緯東経34", "! VA244"},
      {"--34", "! VA244"},
      {"34°2′49.8s", "! VA244"},
      {"34/2:49", "! VA244"},
      {"#REF!", "! VA244"},
      {"34.047171m", "! VA244"},
  };
  for (const auto& [raw, expected] : cases) {
    CAPTURE(raw);
    CHECK(shown(read_angle(raw, Axis::latitude)) == expected);
  }
}

TEST_CASE("longitudes are read in the forms that people write", "[value][angle]") {
  const std::pair<const char*, const char*> cases[] = {
      {"東経131.82", "> 131.82 (VA241)"},
      {"131.82度", "> 131.82 (VA241)"},
      {"131.82E", "> 131.82 (VA241)"},
      {"東経131度49分41.6秒", "> 131.828222222 (VA240)"},
      {"131°49'41.6\"E", "> 131.828222222 (VA240)"},
      {"西経131.82", "> -131.82 (VA241)"},
      {"W131.82", "> -131.82 (VA241)"},
      {"Lng: 131.82", "> 131.82 (VA241)"},
      {"北緯34.05", "> 34.05 (VA243)"},
      {"34.047171, 131.828232", "! VA247 ? 131.828232"},
  };
  for (const auto& [raw, expected] : cases) {
    CAPTURE(raw);
    CHECK(shown(read_angle(raw, Axis::longitude)) == expected);
  }
}

TEST_CASE("the axis that a text names is told", "[value][angle]") {
  CHECK(stated_axis("東経131.82") == Axis::longitude);
  CHECK(stated_axis("131°49'41.6\"E") == Axis::longitude);
  CHECK(stated_axis("西経3度") == Axis::longitude);
  CHECK(stated_axis("北緯34度2分") == Axis::latitude);
  CHECK(stated_axis("Ｎ34") == Axis::latitude);
  CHECK(stated_axis("緯度 34.05") == Axis::latitude);
  CHECK_FALSE(stated_axis("34度2分").has_value());
  CHECK_FALSE(stated_axis("北緯東経34").has_value());
  CHECK_FALSE(stated_axis("").has_value());
}

TEST_CASE("degrees, minutes and seconds are reckoned right to the ninth decimal", "[value][angle]") {
  int wrong = 0;
  for (int i = 0; i < 50000; ++i) {
    const int degrees = i % 180, minutes = i * 7 % 60, tenths = i * 13 % 600;
    char raw[64];
    std::snprintf(raw, sizeof raw, "%d度%d分%d.%d秒", degrees, minutes, tenths / 10, tenths % 10);
    const Conversion c = read_angle(raw, Axis::longitude);
    const long double exact = degrees + (minutes * 600.0L + tenths) / 36000.0L;
    if (c.state != ValueState::converted ||
        std::fabs(std::strtold(c.text.c_str(), nullptr) - exact) > 5.01e-10L)
      ++wrong;
    double value = 0;
    if (!is_plain_angle(c.text, value)) ++wrong;
  }
  CHECK(wrong == 0);
}
