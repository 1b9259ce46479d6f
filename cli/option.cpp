// SPDX-License-Identifier: Apache-2.0
#include "cli/option.hpp"

#include <type_traits>

namespace anzenmap::cli {
namespace {

std::string joined(const std::vector<std::string>& values) {
  std::string out;
  for (const std::string& value : values) {
    if (!out.empty()) out += ',';
    out += value;
  }
  return out;
}

std::string metavar_of(const Option& option) {
  if (!option.metavar.empty()) return std::string(option.metavar);
  std::string out;
  for (const std::string_view choice : option.choices) {
    if (!out.empty()) out += '|';
    out += choice;
  }
  return out.empty() ? "VALUE" : out;
}

}  // namespace

Text title_of(OptionGroup group) {
  switch (group) {
    case OptionGroup::arguments:
      return {"引数", "Arguments"};
    case OptionGroup::reading:
      return {"読み込み方", "Reading"};
    case OptionGroup::checking:
      return {"確かめ方と直し方", "Checking and fixing"};
    case OptionGroup::writing:
      return {"書き出し方", "Writing"};
    case OptionGroup::catalogue:
      return {"カタログでの説明", "For the catalogue"};
    case OptionGroup::publishing:
      return {"公開のしかた", "Publishing"};
    case OptionGroup::network:
      return {"通信", "Network"};
    case OptionGroup::showing:
      return {"画面への出し方", "Showing"};
  }
  return {"", ""};
}

bool is_flag(const Option& option) { return std::holds_alternative<bool*>(option.target); }

bool is_repeatable(const Option& option) {
  return std::holds_alternative<std::vector<std::string>*>(option.target);
}

std::string_view type_name(const Option& option) {
  struct Namer {
    std::string_view operator()(const bool*) const { return "flag"; }
    std::string_view operator()(const std::string*) const { return "text"; }
    std::string_view operator()(const std::optional<std::string>*) const { return "text"; }
    std::string_view operator()(const std::vector<std::string>*) const { return "list"; }
    std::string_view operator()(const CommaList&) const { return "comma_list"; }
    std::string_view operator()(const NumberList&) const { return "numbers"; }
    std::string_view operator()(const std::optional<std::int64_t>*) const { return "integer"; }
    std::string_view operator()(const std::size_t*) const { return "integer"; }
    std::string_view operator()(const unsigned*) const { return "integer"; }
  };
  return std::visit(Namer{}, option.target);
}

std::string default_text(const Option& option) {
  struct Reader {
    std::string operator()(const bool*) const { return {}; }
    std::string operator()(const std::string* value) const { return *value; }
    std::string operator()(const std::optional<std::string>* value) const { return value->value_or(""); }
    std::string operator()(const std::vector<std::string>* values) const { return joined(*values); }
    std::string operator()(const CommaList& list) const { return joined(*list.values); }
    std::string operator()(const NumberList&) const { return {}; }
    std::string operator()(const std::optional<std::int64_t>* value) const {
      return *value ? std::to_string(**value) : std::string();
    }
    std::string operator()(const std::size_t* value) const { return std::to_string(*value); }
    std::string operator()(const unsigned* value) const { return std::to_string(*value); }
  };
  return std::visit(Reader{}, option.target);
}

std::string spelled(const Option& option) {
  return option.positional ? std::string(option.name) : "--" + std::string(option.name);
}

std::string synopsis_of(const Option& option) {
  if (option.positional) return std::string(option.name) + (is_repeatable(option) ? "..." : "");
  std::string out;
  if (option.short_name != 0) out = std::string("-") + option.short_name + ", ";
  out += spelled(option);
  if (!is_flag(option)) out += " " + metavar_of(option);
  return out;
}

std::string synopsis_of(std::string_view command, const std::vector<Option>& options, Language language) {
  std::string out = "anzenmap " + std::string(command);
  bool others = false;
  for (const Option& option : options) {
    if (option.positional) {
      const std::string name = synopsis_of(option);
      out += option.required ? " " + name : " [" + name + "]";
    } else if (option.required) {
      out += " " + spelled(option) + (is_flag(option) ? "" : " " + metavar_of(option));
    } else {
      others = others || !option.hidden;
    }
  }
  if (others) out += language == Language::ja ? " [オプション]" : " [options]";
  return out;
}

}  // namespace anzenmap::cli
