// SPDX-License-Identifier: Apache-2.0
#include "gis/base/number.hpp"

#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <random>
#include <string>

#include "tests/catch.hpp"

using namespace anzenmap;

namespace {
std::string fixed7(double value) {
  char out[kFixed7Bytes];
  return {out, write_fixed7(out, value)};
}
}  // namespace

TEST_CASE("plain decimals are JSON numbers without exponent", "[number]") {
  double value = 7;
  for (const char* text : {"0", "-0", "5", "34.047171", "-1.50", "0.000000001", "12345678901234567890123",
                           "131.82823200000000000000001"}) {
    CAPTURE(text);
    REQUIRE(parse_plain_decimal(text, value));
    CHECK(value == std::strtod(text, nullptr));
    CHECK(is_json_number(text));
  }
  for (const char* text : {"", "-", ".5", "5.", "007", "00", "+5", "1e3", "1E3", " 5", "5 ", "0x1F", "nan",
                           "inf", "1,2", "--1", "1.2.3", "1.-2", "３"}) {
    CAPTURE(text);
    value = 7;
    CHECK_FALSE(parse_plain_decimal(text, value));
    CHECK(value == 7);
  }
  CHECK_FALSE(parse_plain_decimal(std::string(400, '9'), value));
  CHECK(is_json_number(std::string(400, '9')));
}

TEST_CASE("JSON numbers may have an exponent", "[number]") {
  double value = 0;
  REQUIRE(parse_json_number("3.52152E+05", value));
  CHECK(value == 352152);
  REQUIRE(parse_json_number("-1e-2", value));
  CHECK(value == -0.01);
  REQUIRE(parse_json_number("1e-400", value));
  CHECK(value == 0);
  for (const char* text : {"1e", "1e+", "e5", "1e5.0", "01e5", "1.e5"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_json_number(text, value));
    CHECK_FALSE(is_json_number(text));
  }
  CHECK_FALSE(parse_json_number("1e400", value));
  CHECK(is_json_number("1e400"));
}

TEST_CASE("parsing rounds as strtod does", "[number]") {
  // Near halves of the last place: the fast path must step aside.
  for (const char* text :
       {"9007199254740993", "9007199254740992", "9007199254740991.5", "0.1", "0.3", "1.0000000000000002",
        "179769313486231570000000000000000000000", "4503599627370496.5", "8.5e-324"}) {
    CAPTURE(text);
    double value = 0;
    REQUIRE(parse_json_number(text, value));
    CHECK(value == std::strtod(text, nullptr));
  }
  std::mt19937_64 random(20240501);
  char text[64];
  int wrong = 0;
  for (int i = 0; i < 200000; ++i) {
    const auto whole = static_cast<unsigned>(random() % 1000);
    const int decimals = static_cast<int>(random() % 17) + 1;
    std::snprintf(text, sizeof text, "%s%u.%0*llu", i % 2 ? "-" : "", whole, decimals,
                  static_cast<unsigned long long>(random() % 100000000000000000ULL));
    double value = 0;
    if (!parse_plain_decimal(text, value) || value != std::strtod(text, nullptr)) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("seven decimals are written and trimmed", "[number]") {
  CHECK(fixed7(34.047171) == "34.047171");
  CHECK(fixed7(132.5999993) == "132.5999993");
  CHECK(fixed7(131.8282321) == "131.8282321");
  CHECK(fixed7(0) == "0");
  CHECK(fixed7(-0.0) == "0");
  CHECK(fixed7(-0.00000004) == "0");
  CHECK(fixed7(-0.00000006) == "-0.0000001");
  CHECK(fixed7(5) == "5");
  CHECK(fixed7(-120) == "-120");
  CHECK(fixed7(0.5) == "0.5");
  CHECK(fixed7(-31245.8646) == "-31245.8646");
  CHECK(fixed7(99.99999996) == "100");
  CHECK(fixed7(1e9) == "1000000000");
  CHECK(fixed7(-1e9) == "-1000000000");
  CHECK(fixed7(1.1e9) == "null");
  CHECK(fixed7(std::numeric_limits<double>::quiet_NaN()) == "null");
  CHECK(fixed7(-std::numeric_limits<double>::infinity()) == "null");
}

TEST_CASE("every seventh decimal of a coordinate survives", "[number]") {
  std::mt19937_64 random(7);
  char text[32];
  int wrong = 0;
  for (int i = 0; i < 300000; ++i) {
    // Up to 1e8: degrees and plane coordinates alike.
    const std::uint64_t k = random() % (i % 2 ? 1'800'000'000ULL : 1'000'000'000'000'000ULL);
    std::snprintf(text, sizeof text, "%llu.%07llu", static_cast<unsigned long long>(k / 10'000'000),
                  static_cast<unsigned long long>(k % 10'000'000));
    std::string expected = text;
    while (expected.back() == '0') expected.pop_back();
    if (expected.back() == '.') expected.pop_back();
    double value = 0;
    if (!parse_plain_decimal(text, value) || fixed7(value) != expected) ++wrong;
  }
  CHECK(wrong == 0);
}

TEST_CASE("the shortest text reads back as the same number", "[number]") {
  CHECK(shortest(34.047171) == "34.047171");
  CHECK(shortest(5) == "5");
  CHECK(shortest(0.1) == "0.1");
  CHECK(shortest(std::numeric_limits<double>::infinity()) == "null");
  std::mt19937_64 random(3);
  int wrong = 0;
  for (int i = 0; i < 20000; ++i) {
    const double value =
        std::ldexp(static_cast<double>(random() >> 11), static_cast<int>(random() % 120) - 100);
    double back = 0;
    const std::string text = shortest(value);
    if (!parse_json_number(text, back) || back != value) ++wrong;
  }
  CHECK(wrong == 0);
}
