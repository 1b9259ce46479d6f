// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"

namespace anzenmap::cli {

/// A command and the arguments that are left for it.
struct ChosenCommand {
  const Command* command;
  std::vector<std::string> arguments;
};

/// Finds the command in the program's arguments (without the program's name). Options before the command are
/// handed on to it; --help, --version and --json-usage alone stand for the commands that do the same. Throws
/// Error (usage).
[[nodiscard]] ChosenCommand choose_command(std::span<const std::string> arguments);

/// The command that the arguments most likely mean, nullptr when there is none; never throws Error.
[[nodiscard]] const Command* likely_command(std::span<const std::string> arguments);

/// Reads the arguments into the targets of a command's options and checks choices, numbers and what is
/// required (nothing of it when help was asked for). Throws Error (usage).
void parse_options(const Command& command, const Bound& bound, std::span<const std::string> arguments);

/// Whether --json stands anywhere before a `--`: known even when the rest cannot be parsed.
[[nodiscard]] bool asks_for_json(std::span<const std::string> arguments);
/// The language of a well-formed --lang, likewise.
[[nodiscard]] std::optional<Language> asked_language(std::span<const std::string> arguments);

}  // namespace anzenmap::cli
