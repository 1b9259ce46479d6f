// SPDX-License-Identifier: Apache-2.0
#include "cli/command.hpp"
#include "cli/completion/completion.hpp"
#include "cli/json_text.hpp"

namespace anzenmap::cli {
namespace {

struct CompletionSettings {
  std::string shell;
};

std::vector<Option> options(CompletionSettings& settings) {
  return {{.name = "SHELL",
           .target = &settings.shell,
           .help = {"シェルの名前", "name of the shell"},
           .choices = {"bash", "zsh", "fish"},
           .positional = true,
           .required = true}};
}

int run(const CompletionSettings& settings, Streams& streams) {
  std::string script = bash_completion();
  if (settings.shell == "zsh") script = zsh_completion();
  if (settings.shell == "fish") script = fish_completion();
  if (streams.json) {
    streams.out << JsonList('{')
                       .member("schema", "1")
                       .member("shell", json_string(settings.shell))
                       .member("script", json_string(script))
                       .member("error", "null")
                       .text()
                << '\n';
  } else {
    streams.out << script;
  }
  return 0;
}

Bound bind() { return bind_command<CompletionSettings>(options, run); }

constexpr Example kExamples[] = {
    {{"bash で Tab キーの補いを使う", "complete with the Tab key in bash"},
     "source <(anzenmap completion bash)"},
};

}  // namespace

extern const Command completion_command;
const Command completion_command{
    .name = "completion",
    .summary = {"Tab キーで命令を補うための設定を出す", "print the completion script of a shell"},
    .description = {"bash、zsh、fish で、命令やオプションを Tab キーで補えるようにする設定を出します。",
                    "Prints the script with which bash, zsh or fish complete commands, options and values."},
    .examples = kExamples,
    .bind = bind,
};

}  // namespace anzenmap::cli
