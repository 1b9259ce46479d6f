// SPDX-License-Identifier: Apache-2.0
#include "cli/config.hpp"
#include "gis/value/calendar.hpp"
#include "gis/value/date.hpp"
#include "gis/value/school_year.hpp"

namespace anzenmap::cli {
namespace {

using Days = std::pair<std::string, std::string>;

bool is_year(std::string_view text) {
  return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::optional<Days> one_part(std::string_view text) {
  if (is_iso_date(text)) return Days(text, text);  // a day that exists, YYYY-MM-DD
  const Conversion year = read_school_year(text);
  if (text.empty() || year.state == ValueState::unreadable) return {};
  const std::string digits = year.state == ValueState::plain ? std::string(text) : year.text;
  if (!is_year(digits)) return {};
  const int first =
      (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10 + digits[3] - '0';
  return Days(to_iso({first, 4, 1}), to_iso({first + 1, 3, 31}));
}

}  // namespace

std::optional<Days> read_period(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return one_part(text);
  const auto first = one_part(text.substr(0, slash));
  const auto last = one_part(text.substr(slash + 1));
  if (!first || !last || last->second < first->first) return {};
  return Days(first->first, last->second);
}

}  // namespace anzenmap::cli
