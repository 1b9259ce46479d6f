// SPDX-License-Identifier: Apache-2.0
#include "cli/parse.hpp"

#include <CLI/CLI.hpp>

#include "cli/assign.hpp"
#include "cli/cli_rules.hpp"
#include "cli/suggest.hpp"

// The only file that includes CLI11, which is slow to compile. It splits the arguments; what they mean, and
// what is said when they mean nothing, is decided here from the options themselves, in both languages.

namespace anzenmap::cli {
namespace {

Argument command_argument(const Command& command) {
  return {"command", "anzenmap " + std::string(command.name), {}};
}

[[noreturn]] void missing_value(std::string option) {
  throw Error(value_missing, {{"option", std::move(option), {}}}, Error::Kind::usage);
}

/// `--name=` would make CLI11 take the next word for the value.
void refuse_empty_values(std::span<const std::string> arguments) {
  for (const std::string& argument : arguments) {
    if (argument == "--") return;
    if (argument.size() > 3 && argument.compare(0, 2, "--") == 0 && argument.find('=') == argument.size() - 1)
      missing_value(argument.substr(0, argument.size() - 1));
  }
}

CLI::Option* declare(CLI::App& app, const Option& option) {
  std::string names = spelled(option);
  if (option.short_name != 0) names += std::string(",-") + option.short_name;
  CLI::Option* made = is_flag(option) ? app.add_flag(names) : app.add_option(names)->expected(1);
  return made->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
}

/// Splits the arguments; the results stay in the declared options.
void split(CLI::App& app, std::span<const std::string> arguments) {
  std::vector<std::string> reversed(arguments.rbegin(), arguments.rend());  // as CLI11 asks
  try {
    app.parse(std::move(reversed));
  } catch (const CLI::ArgumentMismatch& mismatch) {
    // "--name: 1 required TEXT missing"
    const std::string what = mismatch.what();
    missing_value(what.substr(0, what.find(':')));
  } catch (const CLI::ParseError& error) {
    throw Error(internal_fault, {{"reason", error.what(), {}}}, Error::Kind::usage);
  }
}

[[noreturn]] void refuse_option(const Command& command, const Bound& bound, const std::string& word) {
  const std::string typed = word.substr(0, word.find('='));
  std::vector<std::string> names;
  for (const Option& option : bound.options)
    if (!option.positional && !option.hidden) names.push_back(spelled(option));
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const Argument hint = hint_argument(typed.size() > 2 ? nearest(typed, candidates) : std::string_view());
  throw Error(option_unknown, {command_argument(command), {"value", typed, {}}, hint}, Error::Kind::usage);
}

/// `--fix=false` says neither that the fix is wanted nor that it is not.
void assign_flag(const Command& command, const Option& option, const std::vector<std::string>& typed) {
  for (const std::string& value : typed)
    if (value != "true")
      throw Error(argument_surplus, {command_argument(command), {"value", spelled(option) + "=" + value, {}}},
                  Error::Kind::usage);
  assign(option, typed);
}

/// What CLI11 left: the positional arguments (all that follows a `--` is one), and options that nobody knows.
std::vector<std::string> positionals(const Command& command, const Bound& bound,
                                     const std::vector<std::string>& remaining) {
  std::vector<std::string> words;
  bool only_positionals = false;
  for (const std::string& word : remaining) {
    if (!only_positionals && word == "--") {
      only_positionals = true;
    } else if (!only_positionals && word.size() > 1 && word[0] == '-') {
      refuse_option(command, bound, word);
    } else {
      words.push_back(word);
    }
  }
  return words;
}

void require(const Command& command, const Option& option) {
  if (!option.required) return;
  throw Error(argument_missing, {command_argument(command), {"option", spelled(option), {}}},
              Error::Kind::usage);
}

/// Hands the positional arguments out in order; the last one that takes several takes the rest.
void assign_positionals(const Command& command, const Bound& bound, const std::vector<std::string>& words) {
  auto next = words.begin();
  for (const Option& option : bound.options) {
    if (!option.positional) continue;
    const auto end = is_repeatable(option) || next == words.end() ? words.end() : next + 1;
    if (next == end) {
      require(command, option);
    } else {
      assign(option, {next, end});
    }
    next = end;
  }
  if (next == words.end()) return;
  throw Error(argument_surplus, {command_argument(command), {"value", *next, {}}}, Error::Kind::usage);
}

}  // namespace

void parse_options(const Command& command, const Bound& bound, std::span<const std::string> arguments) {
  refuse_empty_values(arguments);
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::vector<std::pair<const Option*, const CLI::Option*>> declared;
  for (const Option& option : bound.options)
    if (!option.positional) declared.emplace_back(&option, declare(app, option));
  split(app, arguments);
  for (const auto& [option, found] : declared)
    if (is_flag(*option)) assign_flag(command, *option, found->results());
  if (bound.common->help) return;
  const std::vector<std::string> words = positionals(command, bound, app.remaining());
  for (const auto& [option, found] : declared)
    if (found->count() > 0) {
      if (!is_flag(*option)) assign(*option, found->results());
      if (option->given != nullptr) *option->given = true;
    }
  assign_positionals(command, bound, words);
  for (const auto& [option, found] : declared)
    if (found->count() == 0) require(command, *option);
}

}  // namespace anzenmap::cli
