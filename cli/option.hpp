// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "gis/base/text.hpp"

namespace anzenmap::cli {

/// Several values in one argument, `a,b,c`.
struct CommaList {
  std::vector<std::string>* values;
};

/// A fixed count of numbers in one argument, `1,2,3,4`; empty or `count` long.
struct NumberList {
  std::vector<double>* values;
  std::size_t count;
};

/// Where an option's value goes, and with it the option's type. What stands there before parsing is the
/// default, so a default is written once. The pointed-to members belong to the command's settings and outlive
/// the option.
using Target = std::variant<bool*, std::string*, std::optional<std::string>*, std::vector<std::string>*,
                            CommaList, NumberList, std::optional<std::int64_t>*, std::size_t*, unsigned*>;

/// The headings under which help lists options.
enum class OptionGroup { arguments, reading, checking, writing, catalogue, publishing, network, showing };
[[nodiscard]] Text title_of(OptionGroup group);

/// What a shell offers where the value is typed.
enum class Completes { nothing, file, folder };

/// One option or positional argument of a command. Parsing, help, man page, completion, JSON usage and the
/// docs page all read this value; nothing about an option is written anywhere else.
struct Option {
  std::string_view name;  ///< without dashes; of a positional: as help shows it
  char short_name = 0;
  Target target;
  Text help{"", ""};
  OptionGroup group = OptionGroup::arguments;
  std::string_view metavar = {};
  std::vector<std::string_view> choices = {};
  /// Other ways to write a choice: {"sjis", "cp932"}.
  std::vector<std::pair<std::string_view, std::string_view>> spellings = {};
  bool or_file = false;  ///< beside the choices, the path of a file that exists
  Completes completes = Completes::nothing;
  bool positional = false;
  bool required = false;
  bool hidden = false;
  bool* given = nullptr;  ///< set when a person wrote the option, even with its default
  std::string_view since = "0.1.0";
};

/// true for an option without a value.
[[nodiscard]] bool is_flag(const Option& option);
/// true when the option may be given again, or a positional takes several values.
[[nodiscard]] bool is_repeatable(const Option& option);
/// flag, text, list, comma_list, numbers, integer: the type's name in the JSON usage.
[[nodiscard]] std::string_view type_name(const Option& option);
/// The default as a person would type it; empty when there is none.
[[nodiscard]] std::string default_text(const Option& option);
/// `--name` or, of a positional, `NAME`.
[[nodiscard]] std::string spelled(const Option& option);
/// `-o, --output DIR`, or `INPUT...`.
[[nodiscard]] std::string synopsis_of(const Option& option);
/// `anzenmap convert INPUT... --output DIR [options]`.
[[nodiscard]] std::string synopsis_of(std::string_view command, const std::vector<Option>& options,
                                      Language language);

}  // namespace anzenmap::cli
