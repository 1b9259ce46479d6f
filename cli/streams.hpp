// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <istream>
#include <ostream>

#include "gis/base/text.hpp"

namespace anzenmap::cli {

/// Where a command prints and how. Results go to `out`, progress and messages to `err`.
struct Streams {
  std::ostream& out;
  std::ostream& err;
  Language language = Language::ja;
  bool json = false;           ///< exactly one JSON object on `out`, nothing else
  bool quiet = false;          ///< no progress, only the last line of the result
  bool colour = false;         ///< `out` is a terminal and NO_COLOR is not set
  bool progress = false;       ///< `err` is a terminal
  int width = 80;              ///< columns of the terminal
  std::istream* in = nullptr;  ///< where a person at a terminal answers questions; null = nobody is there

  [[nodiscard]] std::string_view say(const Text& text) const { return text.in(language); }
};

}  // namespace anzenmap::cli
