// SPDX-License-Identifier: Apache-2.0
#include "gis/value/blanks.hpp"

namespace anzenmap {

const RuleInfo outer_blanks = {
    .code = "VA201",
    .name = "outer-blanks",
    .severity = Severity::info,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"前後の空白", "blanks around a value"},
    .message = {"「{column}」の値の前後にあった空白を取りました",
                "took the blanks around the {column} value off"},
    .why = {"目に見えない空白があると、同じ言葉が別のものとして数えられます",
            "invisible blanks make equal words count as different ones"},
    .remedy = {"直す必要はありません。自動で取りました", "nothing to do, it was done"},
    .bad = "名称,区分,緯度,経度\n 公園の入口 ,危険,34.047171,131.828232\n",
    .good = "名称,区分,緯度,経度\n公園の入口,危険,34.047171,131.828232\n",
};

namespace {

/// Whether the three bytes are one of the blanks of U+1680, U+2000-200B, 2028, 2029, 202F, 205F, 2060, 3000,
/// FEFF.
bool is_wide_blank(unsigned char a, unsigned char b, unsigned char c) noexcept {
  if (a == 0xE3) return b == 0x80 && c == 0x80;
  if (a == 0xEF) return b == 0xBB && c == 0xBF;
  if (a == 0xE1) return b == 0x9A && c == 0x80;
  if (a != 0xE2) return false;
  if (b == 0x80) return (c >= 0x80 && c <= 0x8B) || c == 0xA8 || c == 0xA9 || c == 0xAF;
  return b == 0x81 && (c == 0x9F || c == 0xA0);
}

unsigned char byte(std::string_view text, std::size_t at) noexcept {
  return static_cast<unsigned char>(text[at]);
}

bool is_narrow_blank(unsigned char c) noexcept { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::size_t trailing_blank(std::string_view text) noexcept {
  const std::size_t n = text.size();
  if (n >= 1 && is_narrow_blank(byte(text, n - 1))) return 1;
  if (n >= 2 && byte(text, n - 2) == 0xC2 && byte(text, n - 1) == 0xA0) return 2;
  if (n >= 3 && is_wide_blank(byte(text, n - 3), byte(text, n - 2), byte(text, n - 1))) return 3;
  return 0;
}

}  // namespace

std::size_t leading_blank(std::string_view text) noexcept {
  const std::size_t n = text.size();
  if (n >= 1 && is_narrow_blank(byte(text, 0))) return 1;
  if (n >= 2 && byte(text, 0) == 0xC2 && byte(text, 1) == 0xA0) return 2;
  if (n >= 3 && is_wide_blank(byte(text, 0), byte(text, 1), byte(text, 2))) return 3;
  return 0;
}

std::string_view trim_blanks(std::string_view text) noexcept {
  while (const std::size_t n = leading_blank(text)) text.remove_prefix(n);
  while (const std::size_t n = trailing_blank(text)) text.remove_suffix(n);
  return text;
}

}  // namespace anzenmap
