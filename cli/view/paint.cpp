// SPDX-License-Identifier: Apache-2.0
#include "cli/view/paint.hpp"

namespace anzenmap::cli {

Colour colour_of(Severity severity) {
  switch (severity) {
    case Severity::error:
      return Colour::red;
    case Severity::warning:
      return Colour::yellow;
    case Severity::info:
      return Colour::cyan;
  }
  return Colour::bold;
}

std::string painted(std::string_view text, Colour colour, const Streams& streams) {
  if (!streams.colour) return std::string(text);
  std::string_view code = "1";
  if (colour == Colour::red) code = "31";
  if (colour == Colour::yellow) code = "33";
  if (colour == Colour::cyan) code = "36";
  return "\x1b[" + std::string(code) + "m" + std::string(text) + "\x1b[0m";
}

}  // namespace anzenmap::cli
