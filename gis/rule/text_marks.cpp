// SPDX-License-Identifier: Apache-2.0
#include "gis/rule/text_marks.hpp"

#include <cstddef>

#if defined(__x86_64__) || defined(__i386__)
#define ANZENMAP_MARKS_X86 1
#include <immintrin.h>
#endif

namespace anzenmap {

namespace {

using namespace text_mark;

/// Whether 人 behind this text is somebody who is suspected: 変な人 is, 大人 and 歩く人 are not. The words
/// end in い, な, 国 or 犯, which the tables below hint at.
bool is_suspected(std::string_view before) noexcept {
  constexpr std::string_view kWords[] = {"やしい", "怪しい", "わい", "怖い", "変な", "へんな", "外国", "犯"};
  for (const std::string_view word : kWords)
    if (before.ends_with(word)) return true;
  return false;
}

/// The marks of the character whose second or third byte stands at `at`: what the pair of bytes before and at
/// `at` hints at, looked at exactly. Fewer bytes than a character are no mark.
std::uint32_t marks_at(const unsigned char* text, std::size_t size, std::size_t at) noexcept {
  const auto byte = [&](std::size_t i) -> unsigned { return i < size ? text[i] : 0U; };
  const unsigned before = text[at - 1];
  const unsigned here = text[at];
  const unsigned next = byte(at + 1);
  if (before == 0xE2) {
    if (here == 0x80 && next >= 0x90 && next <= 0x95) return kDash;
    if (here == 0x88 && next == 0x92) return kDash;
    const bool letters = here == 0x84 && (next == 0xA1 || next == 0x96);                  // ℡ №
    const bool numerals = here == 0x85 && next >= 0xA0;                                   // Ⅰ-ⅿ
    const bool circled = here == 0x91 || (here == 0x92 && next <= 0xBF) || here == 0x93;  // ①-⓿
    return letters || numerals || circled ? kSymbol : 0;
  }
  if (before == 0xEF && ((here == 0xBD && next >= 0xA1) || (here == 0xBE && next <= 0x9F))) return kHalfKana;
  if (before == 0xE3 && here >= 0x88 && here <= 0x8F) return kSymbol;  // ㈱ ㊤ ㎡ ㍻
  if (before == 0xE7 && ((here == 0xB8 && next == 0xBA) || (here == 0xB9 && (next == 0xA7 || next == 0x9D))))
    return kMojibake;
  const unsigned lead = at >= 2 ? text[at - 2] : 0U;
  if (lead == 0xE5 && before == 0xAF && here == 0xA9) return kPerson;  // 審
  if (lead == 0xE6 && before == 0x80 && here == 0xAA) return kPerson;  // 怪
  if (lead == 0xE6 && before == 0xBC && here == 0xA2) return kPerson;  // 漢
  if (here == 0xE4 && next == 0xBA && byte(at + 2) == 0xBA)
    return is_suspected({reinterpret_cast<const char*>(text), at}) ? kPerson : 0;
  if (before == 0x83 && here == 0xA0 && lead == 0xE3 && next == 0xE3 && byte(at + 3) == 0xAC)
    return kPerson;                                                                           // ムレ
  if (here == 0xE4 && next == 0xB8 && byte(at + 2) == 0x8A && before == 0x8C) return kDitto;  // 同上
  if (lead == 0xEF && before == 0xBC && here == 0x8D) return kDash;                           // －
  if (lead == 0xE3 && before == 0x80 && here == 0x80) return kWideBlank;
  if (lead == 0xE3 && before == 0x80 && here == 0x83) return kDitto;  // 〃
  return 0;
}

}  // namespace

std::uint32_t find_text_marks_bytewise(std::string_view text) noexcept {
  std::uint32_t marks = 0;
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  for (std::size_t at = 1; at < text.size(); ++at)
    if (bytes[at] >= 0x80) marks |= marks_at(bytes, text.size(), at);
  return marks;
}

#if ANZENMAP_MARKS_X86

namespace {

/// A pair of bytes is looked up by its four halves; a bit that all four tables have is a hint of one of
/// these:
///   1 E2 80-BF   2 EF BD-BE   4 E3 88-8F   8 E7 B8-B9
///   10 {AF,80} {A9,AA}   20 {80,83} {80,83,A0,A3}   40 BC {82,8D,A2,AD}   80 {84,8A,8C,8D,8F,A4,...} E4
struct alignas(16) HalfByteTable {
  std::uint8_t bits[16];
};
constexpr HalfByteTable kFirstHigh = {{0, 0, 0, 0, 0, 0, 0, 0, 0x10 | 0x20 | 0x80, 0, 0x10 | 0x80,
                                       0x40 | 0x80, 0, 0, 0x01 | 0x02 | 0x04 | 0x08, 0}};
constexpr HalfByteTable kFirstLow = {{0x10 | 0x20, 0, 0x01, 0x04 | 0x20, 0x80, 0, 0, 0x08, 0, 0, 0x80, 0,
                                      0x40 | 0x80, 0x80, 0, 0x02 | 0x10 | 0x80}};
constexpr HalfByteTable kSecondHigh = {{0, 0, 0, 0, 0, 0, 0, 0, 0x01 | 0x04 | 0x20 | 0x40, 0x01,
                                        0x01 | 0x10 | 0x20 | 0x40, 0x01 | 0x02 | 0x08, 0, 0, 0x80, 0}};
constexpr HalfByteTable kSecondLow = {{0x01 | 0x20, 0x01, 0x01 | 0x40, 0x01 | 0x20, 0x01 | 0x80, 0x01, 0x01,
                                       0x01, 0x01 | 0x04 | 0x08, 0x01 | 0x04 | 0x08 | 0x10,
                                       0x01 | 0x04 | 0x10, 0x01 | 0x04, 0x01 | 0x04,
                                       0x01 | 0x02 | 0x04 | 0x40, 0x01 | 0x02 | 0x04, 0x01 | 0x04}};

__attribute__((target("ssse3"))) std::uint32_t find_marks_ssse3(const char* text, std::size_t size) noexcept {
  const auto* bytes = reinterpret_cast<const unsigned char*>(text);
  const __m128i low_half = _mm_set1_epi8(0x0F);
  const __m128i first_high = _mm_load_si128(reinterpret_cast<const __m128i*>(kFirstHigh.bits));
  const __m128i first_low = _mm_load_si128(reinterpret_cast<const __m128i*>(kFirstLow.bits));
  const __m128i second_high = _mm_load_si128(reinterpret_cast<const __m128i*>(kSecondHigh.bits));
  const __m128i second_low = _mm_load_si128(reinterpret_cast<const __m128i*>(kSecondLow.bits));
  std::uint32_t marks = 0;
  // A block is the pairs that end in it; the first byte of the text ends none.
  for (std::size_t at = 1; at < size; at += 16) {
    const __m128i second = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + at));
    if (_mm_movemask_epi8(second) == 0) continue;  // all ASCII
    const __m128i first = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + at - 1));
    const __m128i hints = _mm_and_si128(
        _mm_and_si128(_mm_shuffle_epi8(first_high, _mm_and_si128(_mm_srli_epi16(first, 4), low_half)),
                      _mm_shuffle_epi8(first_low, _mm_and_si128(first, low_half))),
        _mm_and_si128(_mm_shuffle_epi8(second_high, _mm_and_si128(_mm_srli_epi16(second, 4), low_half)),
                      _mm_shuffle_epi8(second_low, _mm_and_si128(second, low_half))));
    unsigned where =
        static_cast<unsigned>(_mm_movemask_epi8(_mm_cmpeq_epi8(hints, _mm_setzero_si128()))) ^ 0xFFFFU;
    for (; where != 0; where &= where - 1) {
      const std::size_t hit = at + static_cast<std::size_t>(__builtin_ctz(where));
      if (hit < size) marks |= marks_at(bytes, size, hit);
    }
  }
  return marks;
}

}  // namespace

std::uint32_t find_text_marks(const char* text, std::size_t size) noexcept {
  if (size == 0) return 0;
  if (__builtin_cpu_supports("ssse3") != 0) return find_marks_ssse3(text, size);
  return find_text_marks_bytewise({text, size});
}

#else

std::uint32_t find_text_marks(const char* text, std::size_t size) noexcept {
  return find_text_marks_bytewise({text, size});
}

#endif

}  // namespace anzenmap
