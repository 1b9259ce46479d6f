// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "gis/privacy/character_class.hpp"
#include "gis/privacy/recognisers.hpp"

namespace anzenmap {

namespace {

constexpr std::size_t kDigits = 12;

bool check_digit_fits(const std::array<int, kDigits>& digits) {
  int sum = 0;
  for (int n = 1; n <= 11; ++n) {
    const int weight = n <= 6 ? n + 1 : n - 5;
    sum += digits[static_cast<std::size_t>(11 - n)] * weight;
  }
  const int rest = sum % 11;
  return digits[11] == (rest <= 1 ? 0 : 11 - rest);
}

bool has_word(const FoldedText& text, std::size_t at) {
  const std::size_t from = at > 14 ? at - 14 : 0;
  const std::u32string_view before = text.view().substr(from, at - from);
  return before.find(U"マイナンバー") != std::u32string_view::npos ||
         before.find(U"個人番号") != std::u32string_view::npos;
}

/// Twelve digits, in fours or in one; the end, 0 if they are not.
std::size_t read_digits(const FoldedText& text, std::size_t at, std::array<int, kDigits>& digits) {
  std::size_t i = at;
  char32_t between = 0;
  for (std::size_t n = 0; n < kDigits; ++n, ++i) {
    if (n != 0 && n % 4 == 0 && is_one_of(text[i], U" -")) {
      if (n == 8 && text[i] != between) return 0;
      between = text[i++];
    } else if (n == 8 && between != 0) {
      return 0;
    }
    if (!is_digit(text[i])) return 0;
    digits[n] = static_cast<int>(text[i] - U'0');
  }
  if (is_word(text[i]) || (is_one_of(text[i], U"-.") && is_digit(text[i + 1]))) return 0;
  return i;
}

}  // namespace

void find_mynumber(const FoldedText& text, Findings& out) {
  if (text.digits() < kDigits) return;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i]) || is_word(text[i - 1]) || is_one_of(text[i - 1], U"-.")) continue;
    std::array<int, kDigits> digits{};
    const std::size_t end = read_digits(text, i, digits);
    if (end == 0) continue;
    const bool named = has_word(text, i);
    // A number that is called so counts even when a digit of it is mistyped.
    if (!named && !check_digit_fits(digits)) continue;
    out.push_back({Entity::mynumber, static_cast<int>(i), static_cast<int>(end), named ? 0.95 : 0.7});
    i = end - 1;
  }
}

}  // namespace anzenmap
