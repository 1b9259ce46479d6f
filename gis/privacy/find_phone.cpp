// SPDX-License-Identifier: Apache-2.0
#include <array>
#include <string_view>

#include "gis/privacy/character_class.hpp"
#include "gis/privacy/recognisers.hpp"

namespace anzenmap {

namespace {

constexpr std::size_t kMostDigits = 16;
constexpr std::size_t kMostGroups = 6;

/// Digits in groups, as far as they have been read.
struct Groups {
  std::array<char, kMostDigits> digits{};
  std::size_t count = 0;
  std::array<std::size_t, kMostGroups> size{};
  std::size_t groups = 0;

  [[nodiscard]] std::size_t last() const { return size[groups - 1]; }
};

/// Length of what people put between the groups of a number: -, ., (, ), a blank, の; 0 = nothing of it.
std::size_t separator_length(const FoldedText& text, std::size_t at) {
  std::size_t length = 0;
  while (length < 3 && is_one_of(text[at + length], U"-.() ")) ++length;
  if (length == 0 && (text[at] == U'の' || text[at] == U'・')) length = 1;
  return is_digit(text[at + length]) ? length : 0;
}

/// Area codes begin with these two digits (behind the 0); 3 and 6 are Tokyo and Osaka.
bool is_area(char first, char second) {
  if (first < '1' || first > '9' || second < '0') return false;
  if (first == '3' || first == '6') return second >= '1';
  return second >= '1' || first == '4' || first == '9';
}

bool is_national(const Groups& number, std::size_t from) {
  const char* d = number.digits.data() + from;
  const std::size_t count = number.count - from;
  if (count < 10 || d[0] != '0') return false;
  if (count == 11) {
    return d[2] == '0' && ((d[1] >= '5' && d[1] <= '9') || (d[1] == '2' && d[3] != '0'));
  }
  if (count != 10) return false;
  const std::string_view start(d, 4);
  if (start == "0120" || start == "0570" || start == "0990" || start == "0180") return true;
  return is_area(d[1], d[2]) && d[2] != '0';
}

/// Whether the groups look like a number and not like two things side by side.
bool well_grouped(const Groups& number) {
  if (number.groups == 1) return true;
  if (number.groups == 2) return number.size[0] >= 2 && number.size[0] <= 7 && number.last() >= 4;
  if (number.last() == 4) return number.size[0] <= 5;
  return number.size[0] == 4 && number.last() == 3;  // 0120-123-456, 0570-000-999
}

/// A letter before the digits is part of a code, unless it is TEL or the like.
bool may_begin_behind(const FoldedText& text, std::size_t at) {
  const char32_t before = text[at - 1];
  if (is_digit(before) || before == U'_') return false;
  if (is_one_of(before, U"-./=") && is_word(text[at - 2])) return false;
  if (!is_letter(before)) return true;
  std::u32string word;
  for (std::size_t i = at; i > 0 && is_letter(text[i - 1]); --i)
    word.insert(word.begin(), static_cast<char32_t>(text[i - 1] | 0x20U));
  for (const std::u32string_view known : {U"tel", U"phone", U"fax", U"mobile", U"cell", U"call"})
    if (word == known) return true;
  return false;
}

bool may_end_before(const FoldedText& text, std::size_t at, bool grouped) {
  const char32_t after = text[at];
  if (is_digit(after) || after == U'_') return false;
  if (is_letter(after)) return grouped;
  return !((after == U'-' || after == U'.') && is_digit(text[at + 1]));
}

bool has_phone_word(const FoldedText& text, std::size_t at) {
  const std::size_t from = at > 10 ? at - 10 : 0;
  const std::u32string_view before = text.view().substr(from, at - from);
  for (const std::u32string_view word : {U"電話", U"でんわ", U"TEL", U"Tel", U"tel", U"☎", U"FAX",
                                         U"ファックス", U"連絡先", U"携帯", U"℡", U"📞"})
    if (before.find(word) != std::u32string_view::npos) return true;
  return false;
}

/// 22-8211 behind 電話: the end of it, else 0.
std::size_t local_number(const FoldedText& text, std::size_t at) {
  std::size_t i = at;
  while (is_digit(text[i])) ++i;
  if (i == at || i - at > 4 || text[i] != U'-') return 0;
  std::size_t end = i + 1;
  while (is_digit(text[end])) ++end;
  if (end - i - 1 != 4 || !may_end_before(text, end, true)) return 0;
  return has_phone_word(text, at) ? end : 0;
}

/// The end of the longest number that begins with the digit at `at`, 0 if none.
std::size_t number_end(const FoldedText& text, std::size_t at, bool international) {
  Groups number;
  if (international) number.digits[number.count++] = '0';
  std::size_t end = 0;
  std::size_t i = at;
  while (number.groups < kMostGroups) {
    std::size_t size = 0;
    const bool behind_point = number.groups == 1 && text[i - 1] == U'.';
    for (; is_digit(text[i]); ++i, ++size) {
      if (number.count == kMostDigits) return end;
      number.digits[number.count++] = static_cast<char>(text[i]);
    }
    number.size[number.groups++] = size;
    // +81 (0)834: the zero is not dialled from abroad.
    if (international && number.groups == 1 && size == 1 && number.digits[1] == '0') {
      number.count = 1;
      number.groups = 0;
    } else {
      const bool grouped = number.groups > 1 || international;
      if (!behind_point && is_national(number, 0) && (international || well_grouped(number)) &&
          may_end_before(text, i, grouped))
        end = i;
    }
    const std::size_t between = separator_length(text, i);
    if (between == 0) break;
    i += between;
  }
  return end;
}

}  // namespace

void find_phone(const FoldedText& text, Findings& out) {
  if (text.digits() < 5) return;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!is_digit(text[i]) || is_digit(text[i - 1])) continue;
    std::size_t begin = text[i - 1] == U'(' ? i - 1 : i;
    std::size_t end = 0;
    double score = 0.9;
    if (text.starts(i, U"81") && text[i - 1] == U'+') {
      std::size_t at = i + 2;
      while (is_one_of(text[at], U"- (")) ++at;
      begin = i - 1;
      if (is_digit(text[at])) end = number_end(text, at, true);
    } else if (text[i] == U'0' && may_begin_behind(text, begin)) {
      end = number_end(text, i, false);
    }
    if (end == 0 && may_begin_behind(text, i)) {
      end = local_number(text, i);
      begin = i;
      score = 0.6;
    }
    if (end == 0) continue;
    out.push_back({Entity::phone, static_cast<int>(begin), static_cast<int>(end), score});
    i = end - 1;
  }
}

}  // namespace anzenmap
