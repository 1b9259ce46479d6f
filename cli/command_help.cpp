// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/pages/help_text.hpp"
#include "cli/pages/usage_json.hpp"
#include "cli/wanted_command.hpp"

namespace anzenmap::cli {
namespace {

struct HelpSettings {
  std::vector<std::string> words;
};

std::vector<Option> options(HelpSettings& settings) {
  return {{.name = "COMMAND",
           .target = &settings.words,
           .help = {"命令の名前。書かなければ一覧", "a command; without it, all are listed"},
           .positional = true}};
}

int run(const HelpSettings& settings, Streams& streams) {
  const Command* command = wanted_command(settings.words);
  if (streams.json) {
    streams.out << (command == nullptr ? usage_json() : usage_json(*command)) << '\n';
  } else if (command == nullptr) {
    print_overview(streams.out, streams);
  } else {
    print_help(streams.out, *command, streams);
  }
  return 0;
}

Bound bind() { return bind_command<HelpSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"命令の使い方を見る", "see how to use a command"}, "anzenmap help convert"},
    {{"すべての命令とオプションを JSON で出す", "print all commands and options as JSON"},
     "anzenmap help --json"},
};

}  // namespace

extern const Command help_command;
const Command help_command{
    .name = "help",
    .summary = {"使い方を見る", "show how to use anzenmap"},
    .description = {"命令の一覧か、一つの命令の使い方を出します。anzenmap 命令 --help も同じです。",
                    "Lists the commands or shows how to use one of them, as anzenmap COMMAND --help does."},
    .examples = kExamples,
    .bind = bind,
};

}  // namespace anzenmap::cli
