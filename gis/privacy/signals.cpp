// SPDX-License-Identifier: Apache-2.0
#include "gis/privacy/signals.hpp"

#include <algorithm>
#include <array>

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#define ANZENMAP_SIGNALS_X86 1
#include <immintrin.h>
#else
#define ANZENMAP_SIGNALS_X86 0
#endif

namespace anzenmap {

namespace {

using Byte = unsigned char;

constexpr unsigned kDigits = 5;
constexpr unsigned kLetters = 4;

/// Second and third bytes of the characters that may signal, in buckets: a byte pair is looked at closer when
/// some bucket has both bytes. The buckets keep frequent kana and 、。 from being looked at in vain: their
/// second bytes 80 to 83 stand alone. The first byte is left to the closer look; characters that begin with
/// E2 (no width) or EF and more (full width) are looked at by it alone.
struct Pair {
  std::uint8_t bucket;
  Byte second;
  Byte third;
};
constexpr std::array<Pair, 23> kPairs{{
    {0, 0x82, 0x93},                                    // ん
    {1, 0x81, 0xBE}, {1, 0x81, 0xBF},                   // ま み
    {2, 0x81, 0x88},                                    // え
    {3, 0x81, 0xA1},                                    // ち
    {4, 0x80, 0x9A}, {4, 0x80, 0x85},                   // 通 者
    {5, 0x80, 0x92}, {5, 0x90, 0x9B},                   // 〒 君
    {6, 0xAE, 0x85}, {6, 0xAE, 0xB6}, {6, 0xAD, 0x97},  // 宅 家 字
    {6, 0xA7, 0x98}, {6, 0x90, 0x8D}, {6, 0xB0, 0x8F},  // 様 名 氏
    {7, 0x8F, 0xB7}, {7, 0x8F, 0xB0}, {7, 0xB8, 0x81},  // 号 台 丁
    {7, 0x94, 0x9F}, {7, 0x94, 0xBA}, {7, 0x95, 0xAA},  // 生 町 番
    {7, 0xB5, 0x84}, {7, 0xBB, 0xBB},                   // 組 任
}};

struct HalfByteTables {
  alignas(16) std::array<std::uint8_t, 16> low{};
  alignas(16) std::array<std::uint8_t, 16> high{};

  constexpr void add(unsigned byte, std::uint8_t bucket) {
    const auto bit = static_cast<std::uint8_t>(1U << bucket);
    low[byte & 0x0FU] = static_cast<std::uint8_t>(low[byte & 0x0FU] | bit);
    high[byte >> 4U] = static_cast<std::uint8_t>(high[byte >> 4U] | bit);
  }
  [[nodiscard]] constexpr std::uint8_t buckets(Byte byte) const {
    return low[byte & 0x0FU] & high[byte >> 4U];
  }
};

constexpr HalfByteTables second_tables() {
  HalfByteTables tables;
  for (const Pair& pair : kPairs) tables.add(pair.second, pair.bucket);
  return tables;
}
constexpr HalfByteTables third_tables() {
  HalfByteTables tables;
  for (const Pair& pair : kPairs) tables.add(pair.third, pair.bucket);
  return tables;
}
constexpr HalfByteTables kSecond = second_tables();
constexpr HalfByteTables kThird = third_tables();

bool is_digit_byte(char c) { return c >= '0' && c <= '9'; }
bool is_letter_byte(char c) {
  const auto lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'z';
}

/// The three bytes before `at`; empty near the text's begin.
std::string_view before(std::string_view text, std::size_t at) {
  return at >= 3 ? text.substr(at - 3, 3) : std::string_view();
}
std::string_view behind(std::string_view text, std::size_t at) {
  return text.substr(std::min(at, text.size()), 3);
}

template <std::size_t N>
bool is_one_of(std::string_view c, const std::string_view (&set)[N]) {
  return std::find(std::begin(set), std::end(set), c) != std::end(set);
}

constexpr std::string_view kNumerals[] = {"一", "二", "三", "四", "五", "六",
                                          "七", "八", "九", "十", "〇", "百"};
constexpr std::string_view kClassNames[] = {"松", "竹", "梅", "桜", "桃", "菊", "藤", "月", "雪", "花",
                                            "星", "空", "海", "い", "ろ", "は", "イ", "ロ", "ハ"};

bool numeral_ends(std::string_view text, std::size_t at) {
  return at > 0 && (is_digit_byte(text[at - 1]) || is_one_of(before(text, at), kNumerals));
}

bool digit_begins(std::string_view text, std::size_t at) {
  return at < text.size() && is_digit_byte(text[at]);
}

/// 3丁目15, 三丁目の二, 3丁15
bool block_follows(std::string_view text, std::size_t at) {
  if (behind(text, at) == "目") at += 3;
  for (;;) {
    if (at < text.size() && (text[at] == ' ' || text[at] == '-')) {
      ++at;
    } else if (is_one_of(behind(text, at), {"の", "　", "−", "－", "‐", "–", "—", "ー", "ｰ"})) {
      at += 3;
    } else {
      break;
    }
  }
  return digit_begins(text, at) || is_one_of(behind(text, at), kNumerals);
}

/// Three bytes as one number.
constexpr std::uint32_t code(const char* p) {
  return static_cast<std::uint32_t>(static_cast<Byte>(p[0])) << 16U |
         static_cast<std::uint32_t>(static_cast<Byte>(p[1])) << 8U |
         static_cast<std::uint32_t>(static_cast<Byte>(p[2]));
}

/// Kanji begin with E4 to E9 (rare ones with E3 or F0).
bool kanji_ends(std::string_view text, std::size_t at) {
  if (at < 3) return false;
  const auto lead = static_cast<Byte>(text[at - 3]);
  return lead >= 0xE4 && lead <= 0xE9;
}

/// A name may end here: behind a kanji, kana that is no particle, or a letter.
bool name_ends(std::string_view text, std::size_t at) {
  if (at < 3) return at > 0;
  switch (code(text.data() + at - 3)) {
    case code("は"):
    case code("が"):
    case code("に"):
    case code("を"):
    case code("も"):
    case code("で"):
    case code("、"):
    case code("。"):
      return false;
    default:
      return true;
  }
}

/// 大字湯野567: a number not far behind.
bool lot_follows(std::string_view text, std::size_t at) {
  constexpr std::size_t kLongestTown = 96;
  const std::size_t end = std::min(text.size(), at + kLongestTown);
  while (at < end && static_cast<Byte>(text[at]) >= 0x80) ++at;
  return at < end && (is_digit_byte(text[at]) || text[at] == ' ');
}

/// Whose house it may be: ぼくの, わたしの, 自分の, 友だちの, 友達の.
bool own_ends(std::string_view text, std::size_t at) {
  if (at < 6 || code(text.data() + at - 3) != code("の")) return false;
  return is_one_of(text.substr(at - 6, 3), {"く", "し", "れ", "分", "私", "僕", "俺", "達", "ち"});
}

/// Whether the character at `at`, which is one of those in kPairs or shares its last bytes, signals there.
bool signals_at(std::string_view text, std::size_t at) {
  if (at + 3 > text.size()) return false;
  const std::uint32_t left = at >= 3 ? code(text.data() + at - 3) : 0;
  const std::size_t next = at + 3;
  switch (code(text.data() + at)) {
    case code("ん"):
      return left == code("さ") || left == code("く") || left == code("ゃ") || left == code("ば") ||
             left == code("せ");
    case code("ま"):
      return left == code("さ");
    case code("み"):
      return left == code("く");
    case code("え"):
      return left == code("い") || left == code("ま");
    case code("ち"):
      return left == code("う") || left == code("ん");
    case code("〒"):
      return true;
    case code("丁"):
      return numeral_ends(text, at) && block_follows(text, next);
    case code("町"):
    case code("台"):
    case code("丘"):
    case code("通"):
      return digit_begins(text, next);
    case code("任"):
      return left == code("担");
    case code("者"):
      return left == code("入");
    case code("字"):
      return left == code("大") && lot_follows(text, next);
    case code("家"):
      return kanji_ends(text, at) || own_ends(text, at) || (left == code("お") && own_ends(text, at - 3));
    case code("宅"):
      return at > 0;
    case code("君"):
    case code("様"):
      return name_ends(text, at);
    case code("氏"):
      return name_ends(text, at) || behind(text, next) == "名";
    case code("生"):
      return left == code("先") && name_ends(text, at - 3);
    case code("名"):
      return behind(text, next) == "前" || left == code("氏");
    case code("号"):
      return left == code("番") || numeral_ends(text, at);
    case code("番"):
      return numeral_ends(text, at);
    case code("組"):
      return numeral_ends(text, at) || (at > 0 && is_letter_byte(text[at - 1])) ||
             is_one_of(before(text, at), kClassNames);
    default:
      return false;
  }
}

/// Full-width digits, letters and ＠, and what has no width and may stand inside of anything.
bool is_odd_character(std::string_view text, std::size_t at) {
  if (at + 3 > text.size()) return false;
  const std::uint32_t c = code(text.data() + at);
  const auto within = [&](std::uint32_t from, std::uint32_t to) { return c >= from && c <= to; };
  return within(code("０"), code("９")) || within(code("＠"), code("Ｚ")) || within(code("ａ"), code("ｚ")) ||
         within(0xE2808B, 0xE2808F) || within(0xE280AA, 0xE280AE) || within(0xE281A0, 0xE281A4) ||
         c == 0xEFBBBF || within(0xEFB880, 0xEFB88F) || within(0xF3A084, 0xF3A087);
}

bool may_be_odd(Byte lead) { return lead == 0xE2 || lead >= 0xEF; }

/// `at` is an @, the first byte of a character that may be odd, or the second one of a pair.
bool signals_from(std::string_view text, std::size_t at) {
  const auto byte = static_cast<Byte>(text[at]);
  if (byte == '@') return true;
  if (may_be_odd(byte)) return is_odd_character(text, at);
  return at > 0 && signals_at(text, at - 1);
}

/// Behind a digit: a dash of any kind, or の and a digit.
bool joins_numbers(std::string_view text, std::size_t at) {
  if (text[at] == '-') return true;
  const std::string_view c = behind(text, at);
  if (c.size() < 3) return false;
  if (c == "の") return digit_begins(text, at + 3);
  const auto third = static_cast<Byte>(c[2]);
  if (c[0] == '\xE2')
    return (c[1] == '\x80' && third >= 0x90 && third <= 0x95) || c == "\xE2\x88\x92" || c == "\xE2\x94\x80" ||
           c == "\xE2\x94\x81" || c == "\xE2\x81\x83";
  if (c[0] == '\xE3') return c == "ー" || c == "〰";
  return c == "－" || c == "ｰ" || c == "\xEF\xB9\x98" || c == "\xEF\xB9\xA3";
}

#if ANZENMAP_SIGNALS_X86

#define ANZENMAP_AVX2 __attribute__((target("avx2,popcnt")))

ANZENMAP_AVX2 inline __m256i both_halves(const std::array<std::uint8_t, 16>& table) {
  return _mm256_broadcastsi128_si256(_mm_load_si128(reinterpret_cast<const __m128i*>(table.data())));
}

ANZENMAP_AVX2 inline __m256i at_most(__m256i bytes, char bound) {
  return _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, _mm256_set1_epi8(bound)), bytes);
}

ANZENMAP_AVX2 inline std::uint32_t mask_of(__m256i bytes) {
  return static_cast<std::uint32_t>(_mm256_movemask_epi8(bytes));
}

ANZENMAP_AVX2 void find_avx2(const char* text, const TextColumn& column, std::vector<std::uint32_t>& out) {
  const __m256i second_low = both_halves(kSecond.low);
  const __m256i second_high = both_halves(kSecond.high);
  const __m256i third_low = both_halves(kThird.low);
  const __m256i third_high = both_halves(kThird.high);
  const __m256i half = _mm256_set1_epi8(0x0F);
  const __m256i zero = _mm256_setzero_si256();
  for (std::size_t r = 0; r < column.cells.size(); ++r) {
    const std::uint32_t length = column.cells[r].length;
    if (length == 0) continue;
    const char* const p = text + column.cells[r].offset;
    const std::string_view cell(p, length);
    std::uint32_t digits = 0;
    std::uint32_t letters = 0;
    std::uint32_t digit_before = 0;
    bool found = false;
    for (std::uint32_t at = 0; at < length && !found; at += 32) {
      const __m256i bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p + at));
      const __m256i next = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(p + at + 1));
      const __m256i second = _mm256_and_si256(
          _mm256_shuffle_epi8(second_low, _mm256_and_si256(bytes, half)),
          _mm256_shuffle_epi8(second_high, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half)));
      const __m256i third = _mm256_and_si256(
          _mm256_shuffle_epi8(third_low, _mm256_and_si256(next, half)),
          _mm256_shuffle_epi8(third_high, _mm256_and_si256(_mm256_srli_epi16(next, 4), half)));
      const __m256i odd = _mm256_or_si256(
          _mm256_cmpeq_epi8(_mm256_max_epu8(bytes, _mm256_set1_epi8(static_cast<char>(0xEF))), bytes),
          _mm256_or_si256(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8(static_cast<char>(0xE2))),
                          _mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('@'))));
      const __m256i pair = _mm256_or_si256(_mm256_and_si256(second, third), odd);
      const std::uint32_t left = length - at;
      const std::uint32_t valid = left >= 32 ? ~0U : (1U << left) - 1;
      std::uint32_t pairs = ~mask_of(_mm256_cmpeq_epi8(pair, zero)) & valid;
      const std::uint32_t digit = mask_of(at_most(_mm256_sub_epi8(bytes, _mm256_set1_epi8('0')), 9)) & valid;
      const __m256i lower = _mm256_or_si256(bytes, _mm256_set1_epi8(0x20));
      letters += static_cast<std::uint32_t>(
          __builtin_popcount(mask_of(at_most(_mm256_sub_epi8(lower, _mm256_set1_epi8('a')), 25)) & valid));
      digits += static_cast<std::uint32_t>(__builtin_popcount(digit));
      std::uint32_t joins = ((digit << 1U) | digit_before) & valid &
                            (mask_of(bytes) | mask_of(_mm256_cmpeq_epi8(bytes, _mm256_set1_epi8('-'))));
      digit_before = digit >> 31U;
      for (; pairs != 0 && !found; pairs &= pairs - 1) {
        const std::size_t i = at + static_cast<std::uint32_t>(__builtin_ctz(pairs));
        found = signals_from(cell, i);
      }
      for (; joins != 0 && !found; joins &= joins - 1)
        found = joins_numbers(cell, at + static_cast<std::uint32_t>(__builtin_ctz(joins)));
    }
    if (found || digits >= kDigits || letters >= kLetters) out.push_back(static_cast<std::uint32_t>(r));
  }
}

bool has_avx2() {
  static const bool has = __builtin_cpu_supports("avx2") != 0 && __builtin_cpu_supports("popcnt") != 0;
  return has;
}

#endif

}  // namespace

bool has_signal(std::string_view text) noexcept {
  unsigned digits = 0;
  unsigned letters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (is_digit_byte(c) && ++digits >= kDigits) return true;
    if (is_letter_byte(c) && ++letters >= kLetters) return true;
    const auto byte = static_cast<Byte>(c);
    const bool pair =
        i + 1 < text.size() && (kSecond.buckets(byte) & kThird.buckets(static_cast<Byte>(text[i + 1]))) != 0;
    if ((pair || may_be_odd(byte) || c == '@') && signals_from(text, i)) return true;
    if (i == 0) continue;
    if (is_digit_byte(text[i - 1]) && joins_numbers(text, i)) return true;
  }
  return false;
}

bool find_signals(const char* text, const TextColumn& column, std::vector<std::uint32_t>& out,
                  SignalWay way) {
  if (way == SignalWay::avx2) {
#if ANZENMAP_SIGNALS_X86
    if (!has_avx2()) return false;
    find_avx2(text, column, out);
    return true;
#else
    return false;
#endif
  }
  for (std::size_t r = 0; r < column.cells.size(); ++r)
    if (column.cells[r].length != 0 && has_signal({text + column.cells[r].offset, column.cells[r].length}))
      out.push_back(static_cast<std::uint32_t>(r));
  return true;
}

void find_signals(const char* text, const TextColumn& column, std::vector<std::uint32_t>& out) {
  if (!find_signals(text, column, out, SignalWay::avx2)) find_signals(text, column, out, SignalWay::bytewise);
}

}  // namespace anzenmap
