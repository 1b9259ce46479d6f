// SPDX-License-Identifier: Apache-2.0
#include "gis/encoding/private_use.hpp"

#include <cstddef>
#include <cstdint>

namespace anzenmap {
namespace {

constexpr std::size_t kShown = 8;

}  // namespace

std::string code_point_of(std::string_view utf8) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  const auto lead = static_cast<unsigned char>(utf8[0]);
  std::uint32_t character = utf8.size() == 3 ? lead & 0x0FU : lead & 0x07U;
  for (const char byte : utf8.substr(1))
    character = character << 6U | (static_cast<unsigned char>(byte) & 0x3FU);
  std::string text = "U+";
  for (unsigned shift = character > 0xFFFF ? 24 : 16; shift > 0;) {
    shift -= 4;
    text += kDigits[character >> shift & 0xFU];
  }
  return text;
}

std::string private_use_in(std::string_view text) {
  std::string found;
  std::size_t shown = 0;
  for (std::size_t i = 0; i + 2 < text.size() && shown < kShown; ++i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const auto next = static_cast<unsigned char>(text[i + 1]);
    const bool three = lead == 0xEE || (lead == 0xEF && next < 0xA4);
    // U+F0000 on; below are variation selectors of kanji (U+E0100), which are nobody's private matter.
    const bool four = lead == 0xF4 || (lead == 0xF3 && next >= 0xB0);
    if (!three && !four) continue;
    if (!found.empty()) found += ", ";
    found += code_point_of(text.substr(i, three ? 3 : 4));
    ++shown;
  }
  return found;
}

}  // namespace anzenmap
