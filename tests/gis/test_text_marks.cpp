// SPDX-License-Identifier: Apache-2.0
#include <random>
#include <string>

#include "gis/base/bytes.hpp"
#include "gis/rule/text_marks.hpp"
#include "tests/catch.hpp"

using namespace anzenmap;
using namespace anzenmap::text_mark;

namespace {

/// Both ways must agree, wherever the text begins in a block.
std::uint32_t marks_of(const std::string& text) {
  const std::uint32_t slow = find_text_marks_bytewise(text);
  for (std::size_t before = 0; before < 40; ++before) {
    Bytes bytes;
    bytes.append(std::string(before, 'x'));
    bytes.append(text);
    INFO(text << " behind " << before);
    CHECK(find_text_marks(bytes.data(), bytes.size()) == slow);
  }
  return slow;
}

void append(std::string& to, char32_t code) {
  if (code < 0x80) {
    to.push_back(static_cast<char>(code));
  } else if (code < 0x800) {
    to.push_back(static_cast<char>(0xC0 | (code >> 6U)));
    to.push_back(static_cast<char>(0x80 | (code & 0x3FU)));
  } else {
    to.push_back(static_cast<char>(0xE0 | (code >> 12U)));
    to.push_back(static_cast<char>(0x80 | ((code >> 6U) & 0x3FU)));
    to.push_back(static_cast<char>(0x80 | (code & 0x3FU)));
  }
}

}  // namespace

TEST_CASE("marks of signs that rules ask for", "[marks]") {
  CHECK(marks_of("") == 0);
  CHECK(marks_of("木がしげっていて、道から見えにくい。車・自転車（朝）！？「止まれ」ー〜") == 0);
  CHECK(marks_of("ﾀﾊﾞｺ屋") == kHalfKana);
  CHECK(marks_of("①番") == kSymbol);
  CHECK(marks_of("Ⅳ") == kSymbol);
  CHECK(marks_of("㈱") == kSymbol);
  CHECK(marks_of("50㎡") == kSymbol);
  CHECK(marks_of("℡") == kSymbol);
  CHECK(marks_of("1−15") == kDash);
  CHECK(marks_of("１－５９") == kDash);
  CHECK(marks_of("5‐3") == kDash);
  CHECK(marks_of("縺ｿ") == (kMojibake | kHalfKana));
  CHECK(marks_of("公　園") == kWideBlank);
  CHECK(marks_of("〃") == kDitto);
  CHECK(marks_of("同上") == kDitto);
  for (const char* words :
       {"不審者", "怪しい", "あやしい人", "へんな人", "変な人", "外国人", "犯人", "痴漢", "ホームレス"})
    CHECK((marks_of(words) & kPerson) != 0);
  CHECK(marks_of("警察と富士山、寒い対岸") == 0);
}

TEST_CASE("the fast way sees what the slow one sees", "[marks]") {
  std::mt19937 random(20241003);
  for (int round = 0; round < 3000; ++round) {
    std::string text;
    const int length = static_cast<int>(random() % 40);
    for (int i = 0; i < length; ++i) {
      constexpr char32_t kStarts[] = {0x2000, 0x2100, 0x2460, 0x3000, 0x3040, 0x3200, 0x4E00, 0x5BA0,
                                      0x6000, 0x6F00, 0x7E00, 0xFF00, 0x30A0, 0x20,   0x80,   0x8B00};
      append(text, kStarts[random() % 16] + random() % 0x60);
    }
    Bytes bytes;
    bytes.append(text);
    REQUIRE(find_text_marks(bytes.data(), bytes.size()) == find_text_marks_bytewise(text));
  }
  // Every character of three bytes, each in another place of its block.
  for (char32_t code = 0x800; code < 0xFFFF; ++code) {
    if (code >= 0xD800 && code < 0xE000) continue;
    std::string text(code % 17, 'a');
    append(text, code);
    text += "人上レ";
    Bytes bytes;
    bytes.append(text);
    if (find_text_marks(bytes.data(), bytes.size()) != find_text_marks_bytewise(text))
      FAIL("U+" << std::hex << static_cast<unsigned>(code));
  }
}
