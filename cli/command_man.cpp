// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/json_text.hpp"
#include "cli/pages/man_page.hpp"
#include "cli/wanted_command.hpp"

namespace anzenmap::cli {
namespace {

struct ManSettings {
  std::vector<std::string> words;
};

std::vector<Option> options(ManSettings& settings) {
  return {{.name = "COMMAND",
           .target = &settings.words,
           .help = {"命令の名前。書かなければ全体の説明", "a command; without it, the program as a whole"},
           .positional = true}};
}

int run(const ManSettings& settings, Streams& streams) {
  const Command* command = wanted_command(settings.words);
  const std::string page =
      command == nullptr ? man_page(streams.language) : man_page(*command, streams.language);
  if (streams.json) {
    streams.out << JsonList('{')
                       .member("schema", "1")
                       .member("page", json_string(page))
                       .member("error", "null")
                       .text()
                << '\n';
  } else {
    streams.out << page;
  }
  return 0;
}

Bound bind() { return bind_command<ManSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"convert の説明書を読む", "read the manual page of convert"}, "anzenmap man convert | man -l -"},
};

}  // namespace

extern const Command man_command;
const Command man_command{
    .name = "man",
    .summary = {"説明書（man ページ）を出す", "print a manual page"},
    .description = {"man で読める形の説明書を出します。",
                    "Prints a manual page in the form that man(1) shows."},
    .examples = kExamples,
    .bind = bind,
};

}  // namespace anzenmap::cli
