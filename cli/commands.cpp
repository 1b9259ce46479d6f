// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"

namespace anzenmap::cli {

// A new command: its name in both lists, its file beside this one, a folder in tests/cli/.
extern const Command convert_command, check_command, info_command, map_command, share_command,
    template_command, profile_list_command, profile_show_command, crs_list_command, crs_show_command,
    crs_install_command, config_show_command, explain_command, help_command, completion_command, man_command,
    docs_command, version_command;
#ifdef ANZENMAP_CKAN
extern const Command publish_command, catalogue_status_command, catalogue_list_command,
    catalogue_show_command, catalogue_pull_command, catalogue_check_command, catalogue_withdraw_command;
#endif

namespace {

// Publishing needs a network library, which the portable program does without.
const Command* const kCommands[] = {
    &convert_command,
    &check_command,
    &info_command,
    &map_command,
    &share_command,
    &template_command,
#ifdef ANZENMAP_CKAN
    &publish_command,
    &catalogue_status_command,
    &catalogue_list_command,
    &catalogue_show_command,
    &catalogue_pull_command,
    &catalogue_check_command,
    &catalogue_withdraw_command,
#endif
    &profile_list_command,
    &profile_show_command,
    &crs_list_command,
    &crs_show_command,
    &crs_install_command,
    &config_show_command,
    &explain_command,
    &help_command,
    &completion_command,
    &man_command,
    &docs_command,
    &version_command,
};

}  // namespace

std::span<const Command* const> commands() { return kCommands; }

const Command* find_command(std::string_view name) {
  for (const Command* command : kCommands)
    if (command->name == name) return command;
  return nullptr;
}

}  // namespace anzenmap::cli
