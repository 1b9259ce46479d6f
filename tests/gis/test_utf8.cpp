// SPDX-License-Identifier: Apache-2.0
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "gis/base/utf8.hpp"
#include "tests/catch.hpp"

using anzenmap::first_invalid_utf8;
using anzenmap::first_invalid_utf8_bytewise;
using anzenmap::has_utf8_way;
using anzenmap::is_valid_utf8;
using anzenmap::Utf8Way;

namespace {

constexpr std::size_t none = std::string_view::npos;

/// Encodes any number of up to 21 bits in `length` bytes, also where Unicode forbids it.
std::string encoded(std::uint32_t number, int length) {
  if (length == 1) return std::string(1, static_cast<char>(number));
  static constexpr std::uint32_t leads[] = {0, 0, 0xC0, 0xE0, 0xF0};
  std::string bytes(1, static_cast<char>(leads[length] | (number >> (6 * (length - 1)))));
  for (int i = length - 2; i >= 0; --i) bytes += static_cast<char>(0x80U | ((number >> (6 * i)) & 0x3FU));
  return bytes;
}

/// What Unicode says of a number written in `length` bytes, without looking at a byte.
bool allowed(std::uint32_t number, int length) {
  static constexpr std::uint32_t first[] = {0, 0, 0x80, 0x800, 0x10000};
  static constexpr std::uint32_t last[] = {0, 0x7F, 0x7FF, 0xFFFF, 0x10FFFF};
  return number >= first[length] && number <= last[length] && !(number >= 0xD800 && number <= 0xDFFF);
}

/// Every way that this processor has says `valid`.
bool all_say(bool valid, std::string_view text) {
  for (const Utf8Way way : {Utf8Way::bytewise, Utf8Way::ssse3, Utf8Way::avx2})
    if (has_utf8_way(way) && is_valid_utf8(text.data(), text.size(), way) != valid) return false;
  return is_valid_utf8(text.data(), text.size()) == valid;
}

/// All ways agree on `text`, and on where it is faulty.
bool agree(std::string_view text) {
  const std::size_t first = first_invalid_utf8_bytewise(text);
  return first_invalid_utf8(text) == first && all_say(first == none, text);
}

const std::vector<std::string>& pieces() {
  static const std::vector<std::string> all = {"a",
                                               "0123456789abcdef0123456789abcdef",
                                               "é",
                                               "あ",
                                               "𠮷",
                                               "\xEF\xBF\xBF",
                                               "\xF4\x8F\xBF\xBF",
                                               "\xED\x9F\xBF",
                                               "\xE0\xA0\x80",
                                               "\xF0\x90\x80\x80",
                                               std::string(1, '\0'),
                                               "見通しの悪い交差点"};
  return all;
}

const std::vector<std::string>& faulty_pieces() {
  static const std::vector<std::string> all = {"\x80",
                                               "\xBF\xBF",
                                               "\xC0\x80",
                                               "\xC1\xBF",
                                               "\xC2",
                                               "\xE3\x81",
                                               "\xE3",
                                               "\xE0\x9F\xBF",
                                               "\xED\xA0\x80",
                                               "\xED\xBF\xBF",
                                               "\xF0\x8F\xBF\xBF",
                                               "\xF4\x90\x80\x80",
                                               "\xF5\x80\x80\x80",
                                               "\xF0\x9F\x98",
                                               "\xF0\x9F",
                                               "\xF0",
                                               "\xFE",
                                               "\xFF",
                                               "\x88\xC0",
                                               "\xF8\x88\x80\x80\x80"};
  return all;
}

}  // namespace

TEST_CASE("every number in every length is judged as Unicode does", "[utf8]") {
  for (int length = 1; length <= 4; ++length) {
    static constexpr std::uint32_t ends[] = {0, 0x80, 0x800, 0x10000, 0x200000};
    std::uint32_t wrong = 0;
    for (std::uint32_t number = 0; number < ends[length]; ++number) {
      const std::string bytes = encoded(number, length);
      const bool right = allowed(number, length);
      wrong += static_cast<std::uint32_t>(!all_say(right, bytes));
    }
    CHECK(wrong == 0);
  }
}

TEST_CASE("every pair and triple of bytes is read alike in every way", "[utf8]") {
  std::uint32_t wrong = 0;
  for (std::uint32_t number = 0; number < 0x1000000; number += (number & 0xFFU) == 0xFF ? 1 : 5) {
    const char bytes[3] = {static_cast<char>(number >> 16U), static_cast<char>(number >> 8U),
                           static_cast<char>(number)};
    wrong += static_cast<std::uint32_t>(!agree({bytes, 3}));
  }
  CHECK(wrong == 0);
}

TEST_CASE("a fault is found wherever it stands in a block", "[utf8]") {
  for (const std::string& fault : faulty_pieces()) {
    for (std::size_t before = 0; before < 140; ++before) {
      for (const std::size_t after : {0U, 1U, 15U, 16U, 63U, 64U, 130U}) {
        const std::string text = std::string(before, 'x') + fault + std::string(after, 'y');
        if (first_invalid_utf8(text) != before || !agree(text)) {
          CAPTURE(fault, before, after);
          FAIL("fault not found at its place");
        }
      }
    }
  }
}

TEST_CASE("a sequence cut off by the end is told at its lead byte", "[utf8]") {
  for (std::size_t before = 0; before < 70; ++before) {
    const std::string text = std::string(before, 'x') + "𠮷";
    CHECK(first_invalid_utf8(text) == none);
    for (std::size_t cut = 1; cut <= 3; ++cut) {
      if (first_invalid_utf8(text.substr(0, text.size() - cut)) != before)
        FAIL("cut " << cut << " at " << before);
    }
  }
}

TEST_CASE("text of well-formed and faulty pieces is read alike in every way", "[utf8]") {
  std::mt19937 random(20240401);  // fixed seed: the same texts on every run
  std::size_t well_formed = 0;
  for (int round = 0; round < 30000; ++round) {
    std::string text;
    std::size_t first_fault = none;
    const std::size_t count = random() % 40;
    const bool with_faults = random() % 2 == 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (with_faults && random() % 20 == 0) {
        if (first_fault == none) first_fault = text.size();
        text += faulty_pieces()[random() % faulty_pieces().size()];
        text += '/';  // two faulty pieces side by side can make a well-formed one
      } else {
        text += pieces()[random() % pieces().size()];
      }
    }
    if (first_invalid_utf8(text) != first_fault || !agree(text)) FAIL("round " << round);
    well_formed += static_cast<std::size_t>(first_fault == none);
  }
  CHECK(well_formed > 10000);
  CHECK(well_formed < 29000);
}

TEST_CASE("random bytes and single flipped bits are read alike in every way", "[utf8]") {
  std::mt19937 random(7);
  for (int round = 0; round < 30000; ++round) {
    std::string text;
    if (round % 2 == 0) {
      for (std::size_t i = random() % 200; i > 0; --i) text += static_cast<char>(random());
    } else {
      while (text.size() < 300) text += pieces()[random() % pieces().size()];
      text[random() % text.size()] ^= static_cast<char>(1U << (random() % 8));
    }
    if (!agree(text)) FAIL("round " << round);
  }
}

TEST_CASE("nothing at all is well-formed", "[utf8]") {
  CHECK(is_valid_utf8(nullptr, 0));
  CHECK(first_invalid_utf8({}) == none);
}
