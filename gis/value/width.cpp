// SPDX-License-Identifier: Apache-2.0
#include "gis/value/width.hpp"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>
#include <optional>

namespace anzenmap {

const RuleInfo full_width = {
    .code = "VA202",
    .name = "full-width-value",
    .severity = Severity::info,
    .category = Category::value,
    .scope = Scope::cell,
    .fix = FixSafety::safe,
    .since = "0.1.0",
    .title = {"全角の数字や記号", "full-width digits or signs"},
    .message = {"「{column}」の全角の数字や記号を半角に直しました（{before} → {after}）",
                "wrote the full-width {column} value with half-width digits ({before} -> {after})"},
    .why = {"全角の数字は、地図や表計算では数として扱えません",
            "maps and spreadsheets cannot reckon with full-width digits"},
    .remedy = {"直す必要はありません。次からは半角で入力してください",
               "nothing to do; use half-width digits next time"},
    .bad = "名称,区分,緯度,経度\n公園の入口,危険,３４．０４７１７１,131.828232\n",
    .good = "名称,区分,緯度,経度\n公園の入口,危険,34.047171,131.828232\n",
};

namespace {

constexpr std::size_t kLongestFolded =
    4096;  // canonical ordering of combining marks is quadratic beyond sense

bool is_ascii(std::string_view text) noexcept {
  unsigned char all = 0;
  for (const char c : text) all = static_cast<unsigned char>(all | static_cast<unsigned char>(c));
  return all < 0x80;
}

std::optional<std::string> normalise(std::string_view text) {
  utf8proc_uint8_t* made = nullptr;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
  const utf8proc_ssize_t size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                             static_cast<utf8proc_ssize_t>(text.size()), &made, options);
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(made, &std::free);
  if (size == UTF8PROC_ERROR_NOMEM) throw std::bad_alloc();
  if (size < 0) return std::nullopt;
  return std::string(reinterpret_cast<const char*>(made), static_cast<std::size_t>(size));
}

/// Characters whose compatibility form would join the digits beside them: superscripts, subscripts,
/// fractions, circled and bracketed numbers, months, days and hours in one character.
bool joins_digits(utf8proc_int32_t c) noexcept {
  return c == 0xB2 || c == 0xB3 || c == 0xB9 || (c >= 0xBC && c <= 0xBE) || (c >= 0x2070 && c <= 0x209F) ||
         (c >= 0x2150 && c <= 0x215F) || c == 0x2189 || (c >= 0x2460 && c <= 0x24FF) ||
         (c >= 0x3250 && c <= 0x325F) || (c >= 0x32B1 && c <= 0x32CB) || (c >= 0x3358 && c <= 0x3370) ||
         (c >= 0x33E0 && c <= 0x33FE);
}

/// ASCII (or °) that a parser takes for `c`; nullptr when NFKC does it or nothing is meant.
const char* sign_for(utf8proc_int32_t c) noexcept {
  switch (c) {
    case 0x2033:
    case 0x201C:
    case 0x201D:
    case 0x02BA:
    case 0x3003:
    case 0x301D:
    case 0x301E:
    case 0x301F:
      return "\"";
    case 0x2032:
    case 0x2018:
    case 0x2019:
    case 0x00B4:
    case 0x02B9:
    case 0x02BC:
      return "'";
    case 0x00BA:
    case 0x02DA:
    case 0x2218:
      return "°";
    default:
      return nullptr;
  }
}

bool is_dash(utf8proc_int32_t c) noexcept {
  return (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0x30FC || c == 0x2500 || c == 0x2501 ||
         c == 0xFE63 || c == 0xFF70;
}

bool is_digit_like(utf8proc_int32_t c) noexcept {
  return (c >= '0' && c <= '9') || (c >= 0xFF10 && c <= 0xFF19);
}

/// Before a dash that may be a minus sign or a separator: the start, ASCII or a full-width digit or sign.
/// After a letter it may be a long vowel (サーバー3).
bool may_precede_dash(utf8proc_int32_t c) noexcept {
  return c < 0x80 || (c >= 0xFF01 && c <= 0xFF5E) || c == 0x3000 || c == 0x5EA6 || c == 0x5206;
}

struct Folder {
  std::string_view text;
  std::string out;
  std::size_t kept = 0;  ///< start of what has not been normalised yet

  bool flush(std::size_t end) {
    if (kept == end) return true;
    const std::optional<std::string> piece = normalise(text.substr(kept, end - kept));
    if (piece) out += *piece;
    return piece.has_value();
  }
  bool replace(std::size_t at, std::size_t length, std::string_view with) {
    if (!flush(at)) return false;
    out += with;
    kept = at + length;
    return true;
  }
};

utf8proc_int32_t code_point_at(std::string_view text, std::size_t at, std::size_t& length) noexcept {
  utf8proc_int32_t c = -1;
  const utf8proc_ssize_t n = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                              static_cast<utf8proc_ssize_t>(text.size() - at), &c);
  length = n > 0 ? static_cast<std::size_t>(n) : 0;
  return n > 0 ? c : -1;
}

}  // namespace

std::string to_nfkc(std::string_view text) {
  if (is_ascii(text) || text.size() > kLongestFolded) return std::string(text);
  return normalise(text).value_or(std::string(text));
}

std::string fold_width(std::string_view text) {
  if (is_ascii(text) || text.size() > kLongestFolded) return std::string(text);
  Folder folder{text, {}};
  utf8proc_int32_t previous = 0;
  std::size_t length = 0;
  for (std::size_t at = 0; at < text.size(); at += length) {
    const utf8proc_int32_t c = code_point_at(text, at, length);
    if (length == 0) return std::string(text);
    std::string_view with;
    if (c < 0x80) {
      previous = c;
      continue;
    }
    if (joins_digits(c)) {
      with = text.substr(at, length);
    } else if (const char* sign = sign_for(c)) {
      with = sign;
    } else if ((c == 0x309C || c == 0xFF9F) && is_digit_like(previous)) {
      with = "°";  // the ring that Japanese keyboards offer for ゜
    } else if (is_dash(c) && may_precede_dash(previous)) {
      std::size_t next_length = 0;
      const std::size_t next = at + length;
      const utf8proc_int32_t follower = next < text.size() ? code_point_at(text, next, next_length) : 0;
      if (is_digit_like(follower) || follower == '.' || follower == 0xFF0E) with = "-";
    }
    if (!with.empty() && !folder.replace(at, length, with)) return std::string(text);
    previous = c;
  }
  if (!folder.flush(text.size())) return std::string(text);
  return std::move(folder.out);
}

}  // namespace anzenmap
