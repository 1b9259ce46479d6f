// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/completion/completion.hpp"
#include "cli/completion/words.hpp"

namespace anzenmap::cli {
namespace {

/// Text inside `[...]` or `name:...` of an _arguments spec.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

/// What _arguments does to complete a value.
std::string action_of(const Option& option) {
  if (!option.choices.empty()) {
    std::string words;
    for (const std::string& word : value_words(option))
      words += (words.empty() ? "" : " ") + shell_quoted(escaped(word));
    if (std::holds_alternative<CommaList>(option.target)) return "_values -s , value " + words;
    if (option.or_file) return "{compadd " + words + "; _files}";
    return "(" + words + ")";
  }
  if (option.completes == Completes::folder) return "_files -/";
  return option.completes == Completes::file ? "_files" : " ";
}

std::string argument_spec(const Option& option) {
  const std::string help = escaped(option.help.ja);
  if (option.positional)
    return (is_repeatable(option) ? "*:"
            : option.required     ? ":"
                                  : "::") +
           escaped(option.name) + ":" + action_of(option);
  std::string spec =
      (is_repeatable(option) ? "*" : "") + spelled(option) + (is_flag(option) ? "[" : "=[") + help + "]";
  if (!is_flag(option)) spec += ":" + escaped(option.name) + ":" + action_of(option);
  return spec;
}

std::string described(const std::vector<std::string>& words, std::string_view prefix) {
  std::string out;
  for (const std::string& word : words) {
    const Command* command = find_command(std::string(prefix) + word);
    out +=
        " " + shell_quoted(escaped(word) + ":" + (command != nullptr ? escaped(command->summary.ja) : word));
  }
  return out;
}

}  // namespace

std::string zsh_completion() {
  std::string out = "#compdef anzenmap\n# zsh completion for anzenmap; made by: anzenmap completion zsh\n";
  out += "_anzenmap() {\n  local -a entries\n  if (( CURRENT == 2 )); then\n    entries=(" +
         described(first_words(), "") + " )\n    _describe command entries\n    return\n  fi\n";
  out += "  local command=$words[2]\n  shift words; (( CURRENT-- ))\n";
  for (const std::string& first : first_words()) {
    const std::vector<std::string> seconds = second_words(first);
    if (seconds.empty()) continue;
    out += "  if [[ $command == " + first + " ]]; then\n    if (( CURRENT == 2 )); then\n      entries=(" +
           described(seconds, first + " ") +
           " )\n      _describe command entries\n      return\n    fi\n"
           "    command=\"$command $words[2]\"\n    shift words; (( CURRENT-- ))\n  fi\n";
  }
  out += "  case $command in\n";
  for (const Command* command : commands()) {
    if (command->hidden) continue;
    const Bound bound = command->bind();
    out += "    " + shell_quoted(command->name) + ")\n      _arguments -S";
    for (const Option& option : bound.options)
      if (!option.hidden) out += " \\\n        " + shell_quoted(argument_spec(option));
    out += "\n      ;;\n";
  }
  return out + "  esac\n}\n_anzenmap \"$@\"\n";
}

}  // namespace anzenmap::cli
