// SPDX-License-Identifier: Apache-2.0
#include "gis/base/number.hpp"

#ifndef FMT_HEADER_ONLY
#define FMT_HEADER_ONLY
#endif
#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include <cmath>
#include <cstdint>
#include <cstring>

namespace anzenmap {
namespace {

bool is_digit(char c) noexcept { return static_cast<unsigned char>(c - '0') < 10; }

/// Powers of ten that a double holds exactly (Clinger 1990: one rounding in mantissa / 10^n is the right
/// one).
constexpr double kPower[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                             1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr std::uint64_t kExactMantissa = std::uint64_t{1} << 53;

/// What one walk over a number saw; `valid` only when the whole text is a JSON number.
struct Token {
  bool valid = false;
  bool has_exponent = false;
  bool negative = false;
  std::size_t digits = 0;  ///< before and after the dot
  std::size_t decimals = 0;
  std::uint64_t mantissa = 0;  ///< of all digits; wrapped when there are more than 19
};

Token walk(std::string_view text) noexcept {
  Token token;
  const char* at = text.data();
  const char* const end = at + text.size();
  if (at != end && *at == '-') {
    token.negative = true;
    ++at;
  }
  const char* const whole = at;
  std::uint64_t mantissa = 0;
  while (at != end && is_digit(*at)) mantissa = mantissa * 10 + static_cast<std::uint64_t>(*at++ - '0');
  const auto whole_digits = static_cast<std::size_t>(at - whole);
  if (whole_digits == 0 || (whole_digits > 1 && *whole == '0')) return token;
  if (at != end && *at == '.') {
    const char* const fraction = ++at;
    while (at != end && is_digit(*at)) mantissa = mantissa * 10 + static_cast<std::uint64_t>(*at++ - '0');
    token.decimals = static_cast<std::size_t>(at - fraction);
    if (token.decimals == 0) return token;
  }
  token.digits = whole_digits + token.decimals;
  token.mantissa = mantissa;
  if (at != end && (*at == 'e' || *at == 'E')) {
    token.has_exponent = true;
    ++at;
    if (at != end && (*at == '+' || *at == '-')) ++at;
    const char* const exponent = at;
    while (at != end && is_digit(*at)) ++at;
    if (at == exponent) return token;
  }
  token.valid = at == end;
  return token;
}

bool parse_slowly(std::string_view text, double& value) noexcept {
  double parsed = 0;
  const auto result = fast_float::from_chars(text.data(), text.data() + text.size(), parsed);
  if (result.ptr != text.data() + text.size() || !std::isfinite(parsed)) return false;
  value = parsed;
  return true;
}

}  // namespace

bool parse_plain_decimal(std::string_view text, double& value) noexcept {
  const Token token = walk(text);
  if (!token.valid || token.has_exponent) return false;
  if (token.digits <= 19 && token.mantissa < kExactMantissa) {
    const double magnitude = static_cast<double>(token.mantissa) / kPower[token.decimals];
    value = token.negative ? -magnitude : magnitude;
    return true;
  }
  return parse_slowly(text, value);
}

bool parse_json_number(std::string_view text, double& value) noexcept {
  const Token token = walk(text);
  if (!token.valid) return false;
  return token.has_exponent ? parse_slowly(text, value) : parse_plain_decimal(text, value);
}

bool is_json_number(std::string_view text) noexcept { return walk(text).valid; }

char* write_fixed7(char* out, double value) noexcept {
  if (!(value >= -1e9 && value <= 1e9)) {
    std::memcpy(out, "null", 4);
    return out + 4;
  }
  const long long scaled = std::llrint(value * 1e7);
  if (scaled < 0) *out++ = '-';
  const auto magnitude = static_cast<std::uint64_t>(scaled < 0 ? -scaled : scaled);
  auto fraction = static_cast<std::uint32_t>(magnitude % 10'000'000);

  char digits[20];
  char* first = digits + sizeof digits;
  std::uint64_t whole = magnitude / 10'000'000;
  do {
    *--first = static_cast<char>('0' + whole % 10);
    whole /= 10;
  } while (whole != 0);
  const auto count = static_cast<std::size_t>(digits + sizeof digits - first);
  std::memcpy(out, first, count);
  out += count;
  if (fraction == 0) return out;

  *out = '.';
  for (int i = 7; i >= 1; --i) {
    out[i] = static_cast<char>('0' + fraction % 10);
    fraction /= 10;
  }
  out += 8;
  while (out[-1] == '0') --out;
  return out;
}

std::string shortest(double value) {
  if (!std::isfinite(value)) return "null";
  return fmt::format("{}", value);
}

}  // namespace anzenmap
