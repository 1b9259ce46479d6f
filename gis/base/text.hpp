// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

namespace anzenmap {

/// Languages that a person can be addressed in.
enum class Language { ja, en };

/// One sentence in both languages. Both members are required, so a missing translation does not compile.
/// The views must outlive the value: use it with string literals only.
struct Text {
  constexpr Text(std::string_view japanese, std::string_view english) : ja(japanese), en(english) {}

  [[nodiscard]] constexpr std::string_view in(Language language) const {
    return language == Language::ja ? ja : en;
  }

  std::string_view ja;
  std::string_view en;
};

}  // namespace anzenmap
