// SPDX-License-Identifier: Apache-2.0
#include "cli/completion/words.hpp"

#include <algorithm>

#include "cli/commands.hpp"

namespace anzenmap::cli {

std::string shell_quoted(std::string_view text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      out += c;
    }
  }
  return out + "'";
}

std::vector<std::string> first_words() {
  std::vector<std::string> words;
  for (const Command* command : commands()) {
    if (command->hidden) continue;
    std::string word(command->name.substr(0, command->name.find(' ')));
    if (std::find(words.begin(), words.end(), word) == words.end()) words.push_back(std::move(word));
  }
  return words;
}

std::vector<std::string> second_words(std::string_view first) {
  std::vector<std::string> words;
  const std::string group = std::string(first) + " ";
  for (const Command* command : commands())
    if (!command->hidden && command->name.substr(0, group.size()) == group)
      words.emplace_back(command->name.substr(group.size()));
  return words;
}

std::vector<std::string> value_words(const Option& option) {
  return {option.choices.begin(), option.choices.end()};
}

}  // namespace anzenmap::cli
