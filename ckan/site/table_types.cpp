// SPDX-License-Identifier: Apache-2.0
#include "ckan/site/table_types.hpp"

#include <algorithm>
#include <set>

#include "gis/files/sha256.hpp"

namespace anzenmap::ckan {
namespace {

/// PostgreSQL's NAMEDATALEN without the zero.
constexpr std::size_t kLongestId = 63;
constexpr std::size_t kDigest = 8;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

// No sign in front of zero, no leading zeros: numeric keeps every other digit as it came.
bool is_number(std::string_view text) {
  const bool negative = text.starts_with('-');
  if (negative) text.remove_prefix(1);
  const std::size_t dot = text.find('.');
  const std::string_view whole = text.substr(0, dot);
  const std::string_view fraction = dot == std::string_view::npos ? "0" : text.substr(dot + 1);
  if (whole.empty() || fraction.empty() || (whole.size() > 1 && whole[0] == '0')) return false;
  if (!std::all_of(whole.begin(), whole.end(), is_digit)) return false;
  if (!std::all_of(fraction.begin(), fraction.end(), is_digit)) return false;
  return !negative || text.find_first_not_of("0.") != std::string_view::npos;
}

int number_in(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

bool is_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
  for (const std::size_t i : {0U, 1U, 2U, 3U, 5U, 6U, 8U, 9U})
    if (!is_digit(text[i])) return false;
  const int year = number_in(text.substr(0, 4));
  const int month = number_in(text.substr(5, 2));
  const int day = number_in(text.substr(8, 2));
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return day <= kDays[month - 1] + (month == 2 && leap ? 1 : 0);
}

// What int4 holds: nine digits always fit.
bool is_small_integer(std::string_view text) {
  return is_number(text) && text.find('.') == std::string_view::npos && text.size() <= 9;
}

bool is_flag(std::string_view text) { return text == "true" || text == "false"; }

bool all(const std::vector<TableRow>& rows, std::size_t column, bool (*fits)(std::string_view)) {
  return std::all_of(rows.begin(), rows.end(),
                     [&](const TableRow& row) { return row[column].empty() || fits(row[column]); });
}

// No outer blanks, no quotation mark, no leading underscore: CKAN refuses those.
std::string lawful(std::string_view header) {
  std::string out;
  for (const char byte : header)
    if (byte != '"' && static_cast<unsigned char>(byte) >= 0x20U) out += byte;
  const std::size_t first = out.find_first_not_of(" _");
  out.erase(0, std::min(first, out.size()));
  while (out.ends_with(' ')) out.pop_back();
  return out.empty() ? "column" : out;
}

std::string cut(std::string text, std::size_t length) {
  if (text.size() <= length) return text;
  while (length > 0 && (static_cast<unsigned char>(text[length]) & 0xC0U) == 0x80U) --length;
  text.resize(length);
  return text;
}

// The end is of the whole header's hash: the same header gets the same id in every run and every file.
std::string shortened(const std::string& header) {
  return cut(lawful(header), kLongestId - kDigest - 1) + '~' + sha256_hex(header).substr(0, kDigest);
}

}  // namespace

std::string column_type(std::string_view said, const std::vector<TableRow>& rows, std::size_t column) {
  if (said == "integer" && all(rows, column, is_small_integer)) return "int4";
  if ((said == "number" || said == "integer") && all(rows, column, is_number)) return "numeric";
  if (said == "date" && all(rows, column, is_date)) return "date";
  if (said == "boolean" && all(rows, column, is_flag)) return "bool";
  return "text";
}

std::vector<std::string> field_ids(const std::vector<std::string>& headers) {
  std::vector<std::string> ids;
  std::set<std::string> used;
  for (const std::string& header : headers) {
    std::string id = lawful(header);
    if (id.size() > kLongestId || used.contains(id)) id = shortened(header);
    used.insert(id);
    ids.push_back(std::move(id));
  }
  return ids;
}

}  // namespace anzenmap::ckan
