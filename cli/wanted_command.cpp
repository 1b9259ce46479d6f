// SPDX-License-Identifier: Apache-2.0
#include "cli/wanted_command.hpp"

#include "cli/cli_rules.hpp"
#include "cli/commands.hpp"
#include "cli/suggest.hpp"

namespace anzenmap::cli {

const Command* wanted_command(const std::vector<std::string>& words) {
  if (words.empty()) return nullptr;
  std::string name;
  for (const std::string& word : words) name += (name.empty() ? "" : " ") + word;
  if (const Command* command = find_command(name)) return command;
  std::vector<std::string_view> names;
  for (const Command* command : commands())
    if (!command->hidden) names.push_back(command->name);
  throw Error(command_unknown, {{"value", name, {}}, hint_argument(nearest(name, names))},
              Error::Kind::usage);
}

}  // namespace anzenmap::cli
