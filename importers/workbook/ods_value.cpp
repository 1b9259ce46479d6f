// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/ods_value.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>

#include "importers/workbook/number_format.hpp"

namespace anzenmap {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The errors of a spreadsheet, as shown where older programs wrote them as text or as 0.
bool is_error_text(std::string_view text) {
  static constexpr std::string_view known[] = {"#N/A",    "#DIV/0!", "#NAME?", "#REF!",
                                               "#VALUE!", "#NULL!",  "#NUM!"};
  return std::find(std::begin(known), std::end(known), text) != std::end(known) ||
         (text.starts_with("Err:") && text.size() == 7);
}

/// Whether the format shows the number `plain` with leading zeros or hyphens: 035215, 745-0001.
bool shows_mask(std::string_view shown, std::string_view plain) {
  if (shown.size() <= plain.size() || shown.size() > 32 || !is_digit(shown.front()) ||
      !is_digit(shown.back()))
    return false;
  std::string digits;
  for (const char c : shown) {
    if (is_digit(c))
      digits += c;
    else if (c != '-')
      return false;
  }
  digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
  return digits == plain;
}

/// ISO 8601 duration PT09H30M00S as 09:30:00; false when it is none or has days.
bool append_duration(std::string& out, std::string_view text) {
  if (!text.starts_with("PT")) return false;
  std::uint64_t parts[3] = {0, 0, 0};  // hours, minutes, seconds
  std::size_t at = 2;
  for (std::size_t unit = 0; at < text.size();) {
    std::uint64_t number = 0;
    const std::size_t first = at;
    for (; at < text.size() && is_digit(text[at]); ++at)
      number =
          std::min<std::uint64_t>(number * 10 + static_cast<std::uint64_t>(text[at] - '0'), 1'000'000'000);
    if (at == first) return false;
    if (at < text.size() && (text[at] == '.' || text[at] == ',')) {  // fractions of a second
      ++at;
      while (at < text.size() && is_digit(text[at])) ++at;
      if (at == text.size() || text[at] != 'S') return false;
    }
    if (at == text.size()) return false;
    const std::size_t found = std::string_view("HMS").find(text[at++], unit);
    if (found == std::string_view::npos) return false;
    parts[found] = number;
    unit = found + 1;
  }
  for (std::size_t i = 0; i < 3; ++i) {
    if (i != 0) out += ':';
    if (parts[i] < 10) out += '0';
    out += std::to_string(parts[i]);
  }
  return true;
}

/// 2024-05-01T10:00:00.000000000 without the fraction that no survey has.
std::string_view without_fraction(std::string_view date) {
  const std::size_t time = date.find('T');
  if (time == std::string_view::npos) return date;
  const std::size_t dot = date.find_first_of(".,", time);
  const bool zeros =
      dot != std::string_view::npos && date.find_first_not_of('0', dot + 1) == std::string_view::npos;
  return zeros ? date.substr(0, dot) : date;
}

SheetCell::Kind finish_number(const OdsCell& cell, std::string& text, std::size_t from) {
  const std::string shown = text.substr(from);
  text.resize(from);
  if (!append_number(text, cell.value, NumberFormat{}, false)) {
    text += cell.value;
    return SheetCell::Kind::broken;
  }
  if (shows_mask(shown, std::string_view(text).substr(from))) {
    text.resize(from);
    text += shown;
  }
  return SheetCell::Kind::text;
}

SheetCell::Kind finish_boolean(const OdsCell& cell, std::string& text, std::size_t from) {
  text.resize(from);
  if (cell.value == "true" || cell.value == "false") {
    text += cell.value == "true" ? "TRUE" : "FALSE";
    return SheetCell::Kind::text;
  }
  text += cell.value;
  return SheetCell::Kind::broken;
}

}  // namespace

SheetCell::Kind finish_ods_cell(const OdsCell& cell, std::string& text, std::size_t from) {
  const std::string_view shown = std::string_view(text).substr(from);
  if (cell.is_error || (cell.has_formula && is_error_text(shown))) return SheetCell::Kind::error;
  if (cell.type.empty())
    return cell.has_formula && shown.empty() ? SheetCell::Kind::no_result : SheetCell::Kind::text;
  if (cell.type == "float" || cell.type == "percentage" || cell.type == "currency") {
    if (cell.has_formula && cell.value.empty()) {
      text.resize(from);
      return SheetCell::Kind::no_result;
    }
    return finish_number(cell, text, from);
  }
  if (cell.type == "boolean") return finish_boolean(cell, text, from);
  if (cell.type == "string") {
    if (!cell.value.empty()) {
      text.resize(from);
      text += cell.value;
    }
    return SheetCell::Kind::text;
  }
  if (cell.type == "date" && !cell.value.empty()) {
    text.resize(from);
    text += without_fraction(cell.value);
  } else if (cell.type == "time") {
    const std::string words(shown);
    text.resize(from);
    if (!append_duration(text, cell.value)) {
      text.resize(from);
      text += words;
    }
  }
  return SheetCell::Kind::text;
}

}  // namespace anzenmap
