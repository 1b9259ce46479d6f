// SPDX-License-Identifier: Apache-2.0
#include "importers/encoding/guess.hpp"

#include <algorithm>
#include <array>

namespace anzenmap {

namespace {

constexpr std::string_view utf8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf16le_mark = "\xFF\xFE";
constexpr std::string_view utf16be_mark = "\xFE\xFF";

bool starts_with(std::string_view text, std::string_view with) { return text.substr(0, with.size()) == with; }

/// Kanji that UTF-8's lead bytes of kana and common kanji (E3 81.., E5.., E6..) become when read as CP932.
bool is_mojibake(char32_t character) {
  static constexpr std::u32string_view suspects =
      U"縺繧繝譁蜿蜷蝨螂蟄蟆蟷螟譛譌譚谺豁豌豕蜊荳荵莉髢髮髱邨邱逕縲鬮鬲閾蛻蛹遘遉諤諠迚迴險隱雋貂霍驕謇譬閠"
      U"蜈蠎騾蟾髯螳蝣轤隕菫讓諢蜃證髦迥蜀譟";
  return suspects.find(character) != std::u32string_view::npos;
}

bool is_level_1(char32_t character) {
  const std::uint16_t code = cp932_code(character);
  return code >= 0x889F && code <= 0x9872;
}

char32_t next_character(std::string_view& text) {
  const auto byte = [&](std::size_t i) {
    return i < text.size() ? static_cast<char32_t>(static_cast<unsigned char>(text[i]) & 0x3FU) : 0;
  };
  const auto lead = static_cast<unsigned char>(text[0]);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t character = lead;
  if (length == 2) character = (lead & 0x1FU) << 6U | byte(1);
  if (length == 3) character = (lead & 0x0FU) << 12U | byte(1) << 6U | byte(2);
  if (length == 4) character = (lead & 0x07U) << 18U | byte(1) << 12U | byte(2) << 6U | byte(3);
  text.remove_prefix(std::min(length, text.size()));
  return character;
}

struct Candidate {
  Encoding encoding;
  double score = 0;
  std::size_t undecodable = 0;
};

Candidate try_encoding(Encoding encoding, std::string_view head, bool whole) {
  Bytes text;
  const auto bad = decode_to_utf8(encoding, head, text);
  Candidate candidate{encoding};
  for (const Undecodable& place : bad) {
    if (place.kind != Undecodable::Kind::invalid) continue;
    const bool cut_off = !whole && place.source + place.length == head.size();
    if (!cut_off) ++candidate.undecodable;
  }
  TextLooks looks;
  looks.add(text.view());
  const double all = static_cast<double>(std::max<std::size_t>(looks.characters, 1));
  candidate.score = looks.score() - 5.0 * static_cast<double>(candidate.undecodable) / all;
  return candidate;
}

/// LE when NUL stands for the high byte of ASCII at odd places, BE at even ones.
bool looks_like_utf16(std::string_view head, Encoding encoding) {
  const std::size_t high = encoding == Encoding::utf16le ? 1 : 0;
  std::array<std::size_t, 2> nul{};
  std::size_t ends = 0;
  const std::size_t units = head.size() / 2;
  for (std::size_t i = 0; i < units * 2; ++i) {
    if (head[i] != '\0') continue;
    ++nul[i % 2];
    const char other = head[i % 2 == 0 ? i + 1 : i - 1];
    if (i % 2 == high &&
        (other == ',' || other == '\t' || other == '\n' || other == '\r' || other == ';' || other == '|'))
      ++ends;
  }
  return units >= 2 && nul[high] * 20 >= units && nul[1 - high] * 50 <= nul[high] && ends > 0;
}

EncodingGuess told(Encoding encoding, std::size_t mark, std::string_view ja, std::string_view en) {
  EncodingGuess guess;
  guess.encoding = encoding;
  guess.mark = mark;
  guess.evidence_ja = ja;
  guess.evidence_en = en;
  return guess;
}

}  // namespace

std::size_t mark_length(Encoding encoding, std::string_view bytes) {
  const std::string_view mark = encoding == Encoding::utf8      ? utf8_mark
                                : encoding == Encoding::utf16le ? utf16le_mark
                                : encoding == Encoding::utf16be ? utf16be_mark
                                                                : std::string_view{};
  return !mark.empty() && starts_with(bytes, mark) ? mark.size() : 0;
}

void TextLooks::add(std::string_view utf8) {
  while (!utf8.empty()) {
    const char32_t c = next_character(utf8);
    if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') ++control;
    if (c < 0x80) continue;
    ++characters;
    if (c < 0xA0) {
      ++control;
    } else if (c == 0xFFFD) {
      continue;
    } else if (c >= 0xFF66 && c <= 0xFF9F) {
      ++half_kana;
    } else if (c >= 0xFF61 && c <= 0xFF65) {
      ++half_marks;
    } else if ((c >= 0x3000 && c <= 0x30FF) || (c >= 0xFF01 && c <= 0xFF5E)) {
      ++kana;
    } else if (c >= 0x4E00 && c <= 0x9FFF) {
      if (is_mojibake(c)) ++mojibake;
      ++(is_level_1(c) ? common : rare);
    }
  }
}

double TextLooks::score() const {
  if (characters == 0) return 0;
  const double sum = static_cast<double>(kana) + 0.9 * static_cast<double>(common) -
                     0.2 * static_cast<double>(rare) + 0.3 * static_cast<double>(half_kana) -
                     1.5 * static_cast<double>(half_marks) - 2.0 * static_cast<double>(mojibake) -
                     2.0 * static_cast<double>(control);
  return sum / static_cast<double>(characters);
}

bool is_plausible_japanese(const TextLooks& looks) {
  if (looks.characters == 0) return false;
  return looks.mojibake * 10 <= looks.characters && looks.control * 100 <= looks.characters &&
         (looks.half_kana + looks.half_marks) * 2 <= looks.characters &&
         (looks.rare * 2 <= looks.characters || looks.characters <= 4);
}

std::string_view find_garbled(std::string_view utf8) {
  constexpr std::size_t enough = 16 * 1024;
  if (utf8.size() > enough) {
    std::size_t end = enough;
    while (end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0U) == 0x80U) --end;
    utf8 = utf8.substr(0, end);
  }
  TextLooks looks;
  looks.add(utf8);
  // Each of these kanji is rare; every third character of garbled prose is one.
  if (looks.mojibake < 6 || looks.mojibake * 6 < looks.characters) return {};
  std::string_view rest = utf8;
  while (!rest.empty()) {
    const std::string_view from = rest;
    if (!is_mojibake(next_character(rest))) continue;
    std::string_view word = from.substr(0, from.find_first_of(",;|\t\r\n\""));
    std::string_view tail = word;
    for (int i = 0; i < 12 && !tail.empty(); ++i) next_character(tail);
    return word.substr(0, word.size() - tail.size());
  }
  return {};
}

EncodingGuess guess_encoding(std::string_view head, bool whole) {
  if (starts_with(head, utf8_mark))
    return told(Encoding::utf8, 3, "先頭にUTF-8の印があります", "starts with the byte order mark of UTF-8");
  if (starts_with(head, utf16le_mark))
    return told(Encoding::utf16le, 2, "先頭にUTF-16(LE)の印があります",
                "starts with the byte order mark of UTF-16 LE");
  if (starts_with(head, utf16be_mark))
    return told(Encoding::utf16be, 2, "先頭にUTF-16(BE)の印があります",
                "starts with the byte order mark of UTF-16 BE");
  for (const Encoding encoding : {Encoding::utf16le, Encoding::utf16be})
    if (looks_like_utf16(head, encoding))
      return told(encoding, 0, "英数字が2バイトずつ並んでいます", "ASCII signs stand in two bytes each");

  if (std::all_of(head.begin(), head.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
    EncodingGuess guess = told(Encoding::utf8, 0, "先頭部分は英数字だけです", "the head has ASCII alone");
    guess.ascii_only = true;
    return guess;
  }
  if (decodes(Encoding::utf8, head, !whole))
    return told(Encoding::utf8, 0, "UTF-8として正しく読めます", "valid UTF-8");

  const Candidate candidates[] = {try_encoding(Encoding::cp932, head, whole),
                                  try_encoding(Encoding::euc_jp, head, whole),
                                  try_encoding(Encoding::utf8, head, whole)};
  const Candidate best = *std::max_element(std::begin(candidates), std::end(candidates),
                                           [](const auto& a, const auto& b) { return a.score < b.score; });
  const std::string name = best.encoding == Encoding::cp932    ? "Shift_JIS(CP932)"
                           : best.encoding == Encoding::euc_jp ? "EUC-JP"
                                                               : "UTF-8";
  EncodingGuess guess = told(best.encoding, 0, "", "");
  guess.undecodable = best.undecodable;
  if (best.undecodable == 0) {
    guess.evidence_ja = name + "として読むと日本語になります";
    guess.evidence_en = "reads as Japanese in " + name;
  } else {
    guess.evidence_ja = name + "として読むといちばん日本語らしくなりますが、読めないところがあります";
    guess.evidence_en = "reads most like Japanese in " + name + ", but for some bytes";
  }
  return guess;
}

}  // namespace anzenmap
