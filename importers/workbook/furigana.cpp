// SPDX-License-Identifier: Apache-2.0
#include "importers/workbook/furigana.hpp"

namespace anzenmap {
namespace {

/// Bytes of the character that starts at `at`, at most what is left.
std::size_t length_at(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  return at + length > text.size() ? text.size() - at : length;
}

std::uint32_t code_of(std::string_view character) {
  if (character.size() != 3) return character.size() == 1 ? static_cast<unsigned char>(character[0]) : 0;
  const auto bits = [&](std::size_t i, unsigned mask) {
    return static_cast<unsigned char>(character[i]) & mask;
  };
  return bits(0, 0x0FU) << 12U | bits(1, 0x3FU) << 6U | bits(2, 0x3FU);
}

/// Appends a character as it is read; false when it says no sound.
bool append_sound(std::string& out, std::string_view character) {
  const std::uint32_t code = code_of(character);
  if (code >= 0x3041 && code <= 0x3096) {  // hiragana: katakana stand 96 further on
    const std::uint32_t katakana = code + 0x60;
    out += static_cast<char>(0xE0U | katakana >> 12U);
    out += static_cast<char>(0x80U | (katakana >> 6U & 0x3FU));
    out += static_cast<char>(0x80U | (katakana & 0x3FU));
    return true;
  }
  const bool katakana = (code >= 0x30A1 && code <= 0x30FA) || code == 0x30FB || code == 0x30FC;
  const bool blank = code == ' ' || code == 0x3000;
  const bool digit_or_letter =
      (code >= '0' && code <= '9') || (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');
  if (!katakana && !blank && !digit_or_letter) return false;
  out += character;
  return true;
}

/// A reading may be written in hiragana (the sheet's setting).
bool append_reading(std::string& out, std::string_view reading) {
  for (std::size_t at = 0; at < reading.size();) {
    const std::size_t length = length_at(reading, at);
    if (!append_sound(out, reading.substr(at, length))) return false;
    at += length;
  }
  return true;
}

}  // namespace

std::string whole_reading(std::string_view words, std::span<const FuriganaRun> runs) {
  std::string out;
  std::size_t run = 0;
  std::uint32_t unit = 0;
  std::size_t at = 0;
  while (at < words.size() || run < runs.size()) {
    if (run < runs.size() && runs[run].from <= unit) {
      const FuriganaRun& here = runs[run];
      if (here.from != unit || here.to <= here.from || !append_reading(out, here.reading)) return {};
      while (unit < here.to && at < words.size()) {
        const std::size_t length = length_at(words, at);
        unit += length == 4 ? 2 : 1;
        at += length;
      }
      if (unit != here.to) return {};
      ++run;
      continue;
    }
    if (at >= words.size()) return {};
    const std::size_t length = length_at(words, at);
    if (!append_sound(out, words.substr(at, length))) return {};
    unit += length == 4 ? 2 : 1;
    at += length;
  }
  return out;
}

}  // namespace anzenmap
