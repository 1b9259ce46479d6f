// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/completion/completion.hpp"
#include "cli/completion/words.hpp"

namespace anzenmap::cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

/// One `case` arm for the value of an option.
std::string value_arm(const Option& option) {
  std::string arm = "        " + spelled(option);
  if (option.short_name != 0) arm += std::string("|-") + option.short_name;
  arm += ") ";
  if (!option.choices.empty()) {
    const bool list = std::holds_alternative<CommaList>(option.target);
    arm += (list ? "_anzenmap_list " : "_anzenmap_words ") + shell_quoted(joined(value_words(option)));
    if (option.or_file) arm += "; COMPREPLY+=($(compgen -f -- \"$cur\"))";
  } else if (option.completes == Completes::folder) {
    arm += "COMPREPLY=($(compgen -d -- \"$cur\"))";
  } else if (option.completes == Completes::file) {
    arm += "COMPREPLY=($(compgen -f -- \"$cur\"))";
  } else {
    arm += ":";
  }
  return arm + "; return ;;\n";
}

std::string command_arm(const Command& command) {
  const Bound bound = command.bind();
  std::string names, values, positional;
  for (const Option& option : bound.options) {
    if (option.hidden) continue;
    if (option.positional) {
      if (!option.choices.empty())
        positional = "_anzenmap_words " + shell_quoted(joined(value_words(option)));
      continue;
    }
    names += (names.empty() ? "" : " ") + spelled(option);
    if (!is_flag(option)) values += value_arm(option);
  }
  std::string arm = "    " + shell_quoted(command.name) + ")\n";
  if (!values.empty()) arm += "      case $prev in\n" + values + "      esac\n";
  arm += "      if [[ $cur == -* ]]; then _anzenmap_words " + shell_quoted(names) + "; return; fi\n";
  if (!positional.empty()) arm += "      " + positional + "\n";
  return arm + "      ;;\n";
}

constexpr std::string_view kHead = R"(# bash completion for anzenmap; made by: anzenmap completion bash
_anzenmap_words() { COMPREPLY=($(IFS=$' \n'; compgen -W "$1" -- "$cur")); }
_anzenmap_list() {
  local done=
  if [[ $cur == *,* ]]; then done=${cur%,*},; fi
  COMPREPLY=($(IFS=$' \n'; compgen -P "$done" -W "$1" -- "${cur##*,}"))
}
_anzenmap() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} first= second= i
  local IFS=$'\n'
  COMPREPLY=()
  for ((i = 1; i < COMP_CWORD; i++)); do
    if [[ ${COMP_WORDS[i]} == -* ]]; then continue; fi
    if [[ -z $first ]]; then first=${COMP_WORDS[i]}
    elif [[ -z $second ]]; then second=${COMP_WORDS[i]}; fi
  done
)";

}  // namespace

std::string bash_completion() {
  std::string out(kHead);
  out +=
      "  if [[ -z $first ]]; then _anzenmap_words " + shell_quoted(joined(first_words())) + "; return; fi\n";
  out += "  local command=$first\n";
  for (const std::string& first : first_words()) {
    const std::vector<std::string> seconds = second_words(first);
    if (seconds.empty()) continue;
    out += "  if [[ $first == " + first + " ]]; then\n    if [[ -z $second ]]; then _anzenmap_words " +
           shell_quoted(joined(seconds)) + "; return; fi\n    command=\"$first $second\"\n  fi\n";
  }
  out += "  case $command in\n";
  for (const Command* command : commands())
    if (!command->hidden) out += command_arm(*command);
  return out + "  esac\n}\ncomplete -o default -o filenames -F _anzenmap anzenmap\n";
}

}  // namespace anzenmap::cli
