// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/completion/completion.hpp"
#include "cli/completion/words.hpp"

namespace anzenmap::cli {
namespace {

/// fish reads only \\ and \' inside single quotes.
std::string fish_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

/// The condition under which a command's completions are offered.
std::string condition(std::string_view command) {
  const std::size_t blank = command.find(' ');
  if (blank == std::string_view::npos) return "__fish_seen_subcommand_from " + std::string(command);
  return "__fish_seen_subcommand_from " + std::string(command.substr(0, blank)) +
         "; and __fish_seen_subcommand_from " + std::string(command.substr(blank + 1));
}

std::string words_of(const Option& option) {
  std::string words;
  for (const std::string& word : value_words(option)) words += (words.empty() ? "" : " ") + fish_quoted(word);
  return fish_quoted(words);
}

std::string option_line(const Command& command, const Option& option) {
  std::string line = "complete -c anzenmap -n " + fish_quoted(condition(command.name));
  if (option.positional) {
    if (option.choices.empty()) return {};
    return line + (option.or_file ? " -a " : " -f -a ") + words_of(option) + "\n";
  }
  line += " -l " + std::string(option.name);
  if (option.short_name != 0) line += std::string(" -s ") + option.short_name;
  if (!is_flag(option)) {
    const bool files = option.or_file || option.completes == Completes::file;
    line += files ? " -r -F" : " -x";
    if (!option.choices.empty()) line += " -a " + words_of(option);
    if (option.completes == Completes::folder) line += " -a '(__fish_complete_directories)'";
  }
  return line + " -d " + fish_quoted(option.help.ja) + "\n";
}

}  // namespace

std::string fish_completion() {
  std::string out = "# fish completion for anzenmap; made by: anzenmap completion fish\n";
  for (const std::string& first : first_words()) {
    const Command* command = find_command(first);
    out += "complete -c anzenmap -n __fish_use_subcommand -f -a " + first;
    if (command != nullptr) out += " -d " + fish_quoted(command->summary.ja);
    out += "\n";
    std::string seconds;
    for (const std::string& second : second_words(first)) seconds += (seconds.empty() ? "" : " ") + second;
    if (!seconds.empty())
      out += "complete -c anzenmap -n " +
             fish_quoted("__fish_seen_subcommand_from " + first + "; and not __fish_seen_subcommand_from " +
                         seconds) +
             " -f -a " + fish_quoted(seconds) + "\n";
  }
  for (const Command* command : commands()) {
    if (command->hidden) continue;
    const Bound bound = command->bind();
    for (const Option& option : bound.options)
      if (!option.hidden) out += option_line(*command, option);
  }
  return out;
}

}  // namespace anzenmap::cli
