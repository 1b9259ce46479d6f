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
  if (option.positional) {
    CLI::Option* made = app.add_option(std::string(option.name));
    const int most = is_repeatable(option) ? CLI::detail::expected_max_vector_size : 1;
    return made->expected(0, most)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  }
  std::string names = spelled(option);
  if (option.short_name != 0) names += std::string(",-") + option.short_name;
  if (is_flag(option)) return app.add_flag(names)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  return app.add_option(names)->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
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

void refuse_remaining(const Command& command, const Bound& bound, const std::vector<std::string>& remaining) {
  for (const std::string& word : remaining) {
    if (word == "--") continue;
    if (word.size() < 2 || word[0] != '-')
      throw Error(argument_surplus, {command_argument(command), {"value", word, {}}}, Error::Kind::usage);
    const std::string typed = word.substr(0, word.find('='));
    std::vector<std::string> names;
    for (const Option& option : bound.options)
      if (!option.positional && !option.hidden) names.push_back(spelled(option));
    const std::vector<std::string_view> candidates(names.begin(), names.end());
    const Argument hint = hint_argument(typed.size() > 2 ? nearest(typed, candidates) : std::string_view());
    throw Error(option_unknown, {command_argument(command), {"value", typed, {}}, hint}, Error::Kind::usage);
  }
}

}  // namespace

void parse_options(const Command& command, const Bound& bound, std::span<const std::string> arguments) {
  refuse_empty_values(arguments);
  CLI::App app;
  app.set_help_flag();
  app.allow_extras();
  std::vector<CLI::Option*> declared;
  for (const Option& option : bound.options) declared.push_back(declare(app, option));
  split(app, arguments);
  for (std::size_t i = 0; i < declared.size(); ++i)
    if (is_flag(bound.options[i])) assign(bound.options[i], declared[i]->results());
  if (bound.common->help) return;
  refuse_remaining(command, bound, app.remaining());
  for (std::size_t i = 0; i < declared.size(); ++i) {
    const Option& option = bound.options[i];
    if (declared[i]->count() > 0) {
      assign(option, declared[i]->results());
    } else if (option.required) {
      throw Error(argument_missing, {command_argument(command), {"option", spelled(option), {}}},
                  Error::Kind::usage);
    }
  }
}

}  // namespace anzenmap::cli
