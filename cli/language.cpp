// SPDX-License-Identifier: Apache-2.0
#include "cli/language.hpp"

namespace anzenmap::cli {

Language language_of_locale(const std::function<std::string_view(std::string_view)>& variable) {
  std::string_view locale;
  for (const std::string_view name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    locale = variable(name);
    if (!locale.empty()) break;
  }
  const std::string_view language = locale.substr(0, locale.find_first_of("_.@"));
  if (language.empty() || language == "C" || language == "POSIX" || language == "ja") return Language::ja;
  return Language::en;
}

}  // namespace anzenmap::cli
