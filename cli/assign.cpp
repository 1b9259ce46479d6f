// SPDX-License-Identifier: Apache-2.0
#include "cli/assign.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <system_error>

#include "cli/cli_rules.hpp"
#include "cli/suggest.hpp"
#include "gis/base/error.hpp"
#include "gis/base/number.hpp"

namespace anzenmap::cli {
namespace {

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

[[noreturn]] void refuse_choice(const Option& option, const std::string& typed) {
  std::string choices;
  for (const std::string_view choice : option.choices)
    choices += (choices.empty() ? "" : ", ") + std::string(choice);
  std::vector<std::string_view> candidates = option.choices;
  for (const auto& spelling : option.spellings) candidates.push_back(spelling.first);
  throw Error(choice_unknown,
              {{"option", spelled(option), {}},
               {"value", typed, {}},
               {"choices", choices, {}},
               hint_argument(nearest(lower(typed), candidates))},
              Error::Kind::usage);
}

/// The value itself, or the choice that it spells.
std::string chosen(const Option& option, const std::string& typed) {
  if (option.choices.empty()) return typed;
  const std::string folded = lower(typed);
  for (const std::string_view choice : option.choices)
    if (typed == choice || folded == choice) return std::string(choice);
  for (const auto& [spelling, choice] : option.spellings)
    if (folded == spelling) return std::string(choice);
  std::error_code ignored;
  if (option.or_file && std::filesystem::exists(typed, ignored)) return typed;
  refuse_choice(option, typed);
}

[[noreturn]] void refuse_number(const Option& option, const std::string& typed) {
  throw Error(number_unreadable, {{"option", spelled(option), {}}, {"value", typed, {}}}, Error::Kind::usage);
}

[[noreturn]] void refuse_area(const std::string& typed) {
  throw Error(area_unusable, {{"value", typed, {}}}, Error::Kind::usage);
}

template <class Number>
Number whole_number(const Option& option, const std::string& typed) {
  Number number = 0;
  const char* const end = typed.data() + typed.size();
  const auto [stop, fault] = std::from_chars(typed.data(), end, number);
  if (fault != std::errc() || stop != end || number < 0) refuse_number(option, typed);
  return number;
}

std::vector<std::string> split_at_commas(const std::string& typed) {
  std::vector<std::string> parts;
  std::size_t start = 0;
  for (;;) {
    const std::size_t end = typed.find(',', start);
    parts.push_back(typed.substr(start, end - start));
    if (end == std::string::npos) return parts;
    start = end + 1;
  }
}

struct Assigner {
  const Option& option;
  const std::vector<std::string>& typed;

  void operator()(bool* value) const { *value = *value || !typed.empty(); }
  void operator()(std::string* value) const { *value = chosen(option, once()); }
  void operator()(std::optional<std::string>* value) const { *value = chosen(option, once()); }
  void operator()(std::vector<std::string>* values) const {
    values->clear();
    for (const std::string& one : typed) values->push_back(chosen(option, one));
  }
  void operator()(const CommaList& list) const {
    list.values->clear();
    for (const std::string& one : typed)
      for (const std::string& part : split_at_commas(one)) {
        std::string value = chosen(option, part);
        if (std::find(list.values->begin(), list.values->end(), value) == list.values->end())
          list.values->push_back(std::move(value));
      }
  }
  void operator()(const NumberList& list) const {
    const std::string& text = once();
    list.values->clear();
    for (const std::string& part : split_at_commas(text)) {
      double number = 0;
      if (!parse_json_number(part, number)) refuse_area(text);
      list.values->push_back(number);
    }
    if (list.values->size() != list.count) refuse_area(text);
  }
  void operator()(std::optional<std::int64_t>* value) const {
    *value = whole_number<std::int64_t>(option, once());
  }
  void operator()(std::size_t* value) const { *value = whole_number<std::size_t>(option, once()); }
  void operator()(unsigned* value) const { *value = whole_number<unsigned>(option, once()); }

  /// The only value; two of them would leave open which one counts.
  [[nodiscard]] const std::string& once() const {
    if (typed.size() != 1)
      throw Error(option_repeated, {{"option", spelled(option), {}}}, Error::Kind::usage);
    if (typed[0].empty()) throw Error(value_missing, {{"option", spelled(option), {}}}, Error::Kind::usage);
    return typed[0];
  }
};

}  // namespace

void assign(const Option& option, const std::vector<std::string>& typed) {
  std::visit(Assigner{option, typed}, option.target);
}

}  // namespace anzenmap::cli
