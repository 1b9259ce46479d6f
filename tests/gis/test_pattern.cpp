// SPDX-License-Identifier: Apache-2.0
#include <random>
#include <regex>

#include "gis/rule/pattern.hpp"
#include "tests/catch.hpp"

using anzenmap::Pattern;

TEST_CASE("a pattern agrees with std::regex", "[pattern]") {
  const char* const patterns[] = {"^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$",
                                  "^[0-9]{6}$",
                                  "a?b*c+",
                                  "a{2,3}a*b?",
                                  "[^a]b{1,}",
                                  "^[ab]*a[ab]{2}$",
                                  "a{0,2}a?b?",
                                  "\\d+\\.?\\d*"};
  std::mt19937 random(7);
  for (const char* text : patterns) {
    const auto pattern = Pattern::compile(text);
    REQUIRE(pattern);
    const std::regex oracle(text);
    for (int i = 0; i < 3000; ++i) {
      std::string value;
      for (unsigned n = random() % 9; n > 0; --n) value += "abc0._"[random() % 6];
      INFO(text << " on " << value);
      REQUIRE(pattern->matches(value) == std::regex_match(value, oracle));
    }
  }
}

TEST_CASE("what the subset does not know is refused", "[pattern]") {
  for (const char* text : {"(ab)", "a|b", "[a", "a{2", "a{3,2}", "*a", "\\p", "[z-a]"}) {
    INFO(text);
    CHECK_FALSE(Pattern::compile(text));
  }
}

TEST_CASE("a character is a code point", "[pattern]") {
  const auto pattern = Pattern::compile("^[0-9A-Za-z]{1,4}班?$");
  REQUIRE(pattern);
  CHECK(pattern->matches("1"));
  CHECK(pattern->matches("12班"));
  CHECK_FALSE(pattern->matches("班"));
  CHECK_FALSE(pattern->matches("1班班"));
  CHECK(Pattern::compile("[ァ-ヶー]+")->matches("オウダンホドー"));
  CHECK_FALSE(Pattern::compile("[ァ-ヶー]+")->matches("おうだん"));
  CHECK(Pattern::compile("[^あ].")->matches("いあ"));
}

TEST_CASE("a long value needs no recursion", "[pattern]") {
  const auto pattern = Pattern::compile("[ab]*c?a*");
  REQUIRE(pattern);
  CHECK(pattern->matches(std::string(200000, 'a')));
  CHECK_FALSE(pattern->matches(std::string(200000, 'a') + "d"));
}
