// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "cli/cli_rules.hpp"
#include "cli/commands.hpp"
#include "cli/parse.hpp"
#include "cli/suggest.hpp"

namespace anzenmap::cli {
namespace {

/// The arguments with the options that stand before the command put behind it.
struct Ordered {
  std::vector<std::string> leading;
  std::vector<std::string> rest;  ///< starts with the command; empty when there is none
};

Ordered order(std::span<const std::string> arguments) {
  Ordered out;
  std::size_t at = 0;
  while (at < arguments.size() && arguments[at].size() > 1 && arguments[at][0] == '-') {
    out.leading.push_back(arguments[at]);
    // The only common option with a value.
    if (arguments[at] == "--lang" && at + 1 < arguments.size()) out.leading.push_back(arguments[++at]);
    ++at;
  }
  out.rest.assign(arguments.begin() + static_cast<std::ptrdiff_t>(at), arguments.end());
  return out;
}

bool take(std::vector<std::string>& words, std::string_view a, std::string_view b) {
  const auto found =
      std::find_if(words.begin(), words.end(), [&](const std::string& w) { return w == a || w == b; });
  if (found == words.end()) return false;
  words.erase(found);
  return true;
}

ChosenCommand without_command(std::vector<std::string> leading) {
  if (take(leading, "--version", "-V")) return {find_command("version"), std::move(leading)};
  if (take(leading, "--json-usage", "--json-usage")) {
    leading.push_back("--json");
    return {find_command("help"), std::move(leading)};
  }
  if (take(leading, "--help", "-h")) return {find_command("help"), std::move(leading)};
  throw Error(command_missing, {}, Error::Kind::usage);
}

const Command* command_of(const std::vector<std::string>& rest, std::size_t& words) {
  words = 2;
  if (rest.size() > 1)
    if (const Command* command = find_command(rest[0] + " " + rest[1])) return command;
  words = 1;
  return rest.empty() ? nullptr : find_command(rest[0]);
}

[[noreturn]] void refuse(const std::vector<std::string>& rest) {
  const std::string group = rest[0] + " ";
  std::vector<std::string_view> second, all;
  for (const Command* command : commands()) {
    const std::string_view name = command->name;
    if (name.substr(0, group.size()) == group) second.push_back(name.substr(group.size()));
    if (!command->hidden) all.push_back(name.substr(0, name.find(' ')));
  }
  if (second.empty())
    throw Error(command_unknown, {{"value", rest[0], {}}, hint_argument(nearest(rest[0], all))},
                Error::Kind::usage);
  if (rest.size() > 1 && rest[1][0] != '-') {
    const std::string_view meant = nearest(rest[1], second);
    throw Error(
        command_unknown,
        {{"value", group + rest[1], {}}, hint_argument(meant.empty() ? "" : group + std::string(meant))},
        Error::Kind::usage);
  }
  std::string choices;
  for (const std::string_view name : second) choices += (choices.empty() ? "" : "|") + std::string(name);
  throw Error(argument_missing, {{"command", "anzenmap " + rest[0], {}}, {"option", choices, {}}},
              Error::Kind::usage);
}

}  // namespace

ChosenCommand choose_command(std::span<const std::string> arguments) {
  Ordered ordered = order(arguments);
  if (ordered.rest.empty()) return without_command(std::move(ordered.leading));
  std::size_t words = 0;
  const Command* command = command_of(ordered.rest, words);
  if (command == nullptr) refuse(ordered.rest);
  // In front, so that they cannot fall behind a `--`.
  std::vector<std::string> all = std::move(ordered.leading);
  all.insert(all.end(), ordered.rest.begin() + static_cast<std::ptrdiff_t>(words), ordered.rest.end());
  return {command, std::move(all)};
}

const Command* likely_command(std::span<const std::string> arguments) {
  std::size_t words = 0;
  return command_of(order(arguments).rest, words);
}

bool asks_for_json(std::span<const std::string> arguments) {
  for (const std::string& argument : arguments) {
    if (argument == "--") return false;
    if (argument == "--json" || argument == "--json-usage") return true;
  }
  return false;
}

std::optional<Language> asked_language(std::span<const std::string> arguments) {
  std::optional<Language> found;
  for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
    const std::string_view argument = arguments[i];
    std::string_view value;
    if (argument == "--lang" && i + 1 < arguments.size()) value = arguments[i + 1];
    if (argument.substr(0, 7) == "--lang=") value = argument.substr(7);
    if (value == "ja") found = Language::ja;
    if (value == "en") found = Language::en;
  }
  return found;
}

}  // namespace anzenmap::cli
