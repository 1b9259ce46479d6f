// SPDX-License-Identifier: Apache-2.0
#include "gis/base/number.hpp"

#ifndef FMT_HEADER_ONLY
#define FMT_HEADER_ONLY
#endif
#include <fast_float/fast_float.h>
#include <fmt/format.h>

#include <bit>
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

/// Eight ASCII digits in reading order, least byte first, as a number; false when one is no digit.
bool eight_digits(std::uint64_t bytes, std::uint64_t& number) noexcept {
  constexpr std::uint64_t kHigh = 0xF0F0F0F0F0F0F0F0;
  constexpr std::uint64_t kZeros = 0x3030303030303030;
  if ((bytes & kHigh) != kZeros || ((bytes + 0x0606060606060606) & kHigh) != kZeros) return false;
  bytes = ((bytes & 0x0F0F0F0F0F0F0F0F) * 2561) >> 8;      // pairs: 10 a + b
  bytes = ((bytes & 0x00FF00FF00FF00FF) * 6553601) >> 16;  // fours: 100 ab + cd
  number = ((bytes & 0x0000FFFF0000FFFF) * 42949672960001) >> 32;
  return true;
}

/// What coordinates look like: up to nine digits, a dot, one to eight decimals, eight characters or more in
/// all. The decimals are read at once. False leaves the judgement to walk().
bool parse_coordinate(std::string_view text, double& value) noexcept {
  if constexpr (std::endian::native != std::endian::little) return false;
  const char* at = text.data();
  const char* const end = at + text.size();
  if (text.size() < 8) return false;
  const bool negative = *at == '-';
  if (negative) ++at;
  const char* const whole_at = at;
  std::uint64_t whole = 0;
  for (; at != end && is_digit(*at); ++at) whole = whole * 10 + static_cast<std::uint64_t>(*at - '0');
  const auto digits = at - whole_at;
  const auto decimals = end - at - 1;
  if (digits < 1 || digits > 9 || decimals < 1 || decimals > 8 || *at != '.') return false;
  if (digits > 1 && *whole_at == '0') return false;
  std::uint64_t bytes = 0;
  std::memcpy(&bytes, end - 8, 8);
  const auto unwanted = static_cast<unsigned>(8 - decimals) * 8;
  if (unwanted != 0) bytes = (bytes >> unwanted << unwanted) | (0x3030303030303030 >> (64 - unwanted));
  std::uint64_t fraction = 0;
  if (!eight_digits(bytes, fraction)) return false;
  constexpr std::uint64_t kWhole[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000};
  const std::uint64_t mantissa = whole * kWhole[decimals] + fraction;
  if (mantissa >= kExactMantissa) return false;
  const double magnitude = static_cast<double>(mantissa) / kPower[decimals];
  value = negative ? -magnitude : magnitude;
  return true;
}

/// llrint without its call: adding 1.5 * 2^52 leaves the rounded number in the low bits of the sum.
std::int64_t round_to_even(double value) noexcept {
  constexpr double kMagic = 6755399441055744.0;
  if (value > -2e15 && value < 2e15)
    return std::bit_cast<std::int64_t>(value + kMagic) - std::bit_cast<std::int64_t>(kMagic);
  return std::llrint(value);
}

constexpr auto kPairs = [] {
  struct {
    char digits[200];
  } table{};
  for (int i = 0; i < 100; ++i) {
    table.digits[2 * i] = static_cast<char>('0' + i / 10);
    table.digits[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return table;
}();
void put_pair(char* out, std::uint32_t below_100) noexcept {
  std::memcpy(out, kPairs.digits + 2 * below_100, 2);
}

char* put_whole(char* out, std::uint64_t whole) noexcept {
  if (whole < 10) {
    *out++ = static_cast<char>('0' + whole);
    return out;
  }
  if (whole < 100) {
    put_pair(out, static_cast<std::uint32_t>(whole));
    return out + 2;
  }
  char digits[20];
  char* const last = digits + sizeof digits;
  char* first = last;
  for (; whole != 0; whole /= 10) *--first = static_cast<char>('0' + whole % 10);
  const auto count = static_cast<std::size_t>(last - first);
  std::memcpy(out, first, count);
  return out + count;
}

}  // namespace

bool parse_plain_decimal(std::string_view text, double& value) noexcept {
  if (parse_coordinate(text, value)) return true;
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
  const std::int64_t scaled = round_to_even(value * 1e7);
  if (scaled < 0) *out++ = '-';
  const auto magnitude = static_cast<std::uint64_t>(scaled < 0 ? -scaled : scaled);
  const auto fraction = static_cast<std::uint32_t>(magnitude % 10'000'000);
  out = put_whole(out, magnitude / 10'000'000);
  if (fraction == 0) return out;
  out[0] = '.';
  out[1] = static_cast<char>('0' + fraction / 1'000'000);
  const std::uint32_t six = fraction % 1'000'000;
  put_pair(out + 2, six / 10'000);
  put_pair(out + 4, six / 100 % 100);
  put_pair(out + 6, six % 100);
  out += 8;
  while (out[-1] == '0') --out;
  return out;
}

std::string shortest(double value) {
  if (!std::isfinite(value)) return "null";
  return fmt::format("{}", value);
}

}  // namespace anzenmap
