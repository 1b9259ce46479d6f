// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "gis/encoding/encoding.hpp"

namespace anzenmap {

struct EncodingGuess {
  Encoding encoding = Encoding::utf8;
  std::size_t mark = 0;         ///< length of the byte order mark, 0 = none
  bool ascii_only = false;      ///< nothing in the head tells one encoding from another
  std::size_t undecodable = 0;  ///< places in the head that do not decode even so
  std::string evidence_ja;
  std::string evidence_en;
};

/// Guesses from the first bytes of a file: byte order mark, then UTF-16 by where its NUL bytes stand, strict
/// UTF-8, then CP932 and EUC-JP by how much the text looks like Japanese. `whole`: nothing follows the head.
[[nodiscard]] EncodingGuess guess_encoding(std::string_view head, bool whole);

/// How a text looks, counted over its characters beyond ASCII.
struct TextLooks {
  std::size_t characters = 0;  ///< beyond ASCII
  std::size_t kana = 0;        ///< hiragana, katakana, Japanese punctuation, full-width letters and digits
  std::size_t common = 0;      ///< kanji of JIS level 1
  std::size_t rare = 0;        ///< other kanji
  std::size_t half_kana = 0;   ///< half-width katakana
  std::size_t half_marks = 0;  ///< ｡｢｣､･: what EUC-JP kana become when read as CP932
  std::size_t mojibake = 0;    ///< 縺 繧 繝 譁 and others that UTF-8 becomes when read as CP932
  std::size_t control = 0;     ///< C0 and C1 controls but tab and line ends

  void add(std::string_view utf8);
  /// About 1 for Japanese prose, below 0 for mojibake.
  [[nodiscard]] double score() const;
};

/// Japanese that somebody wrote, not bytes that happen to decode.
[[nodiscard]] bool is_plausible_japanese(const TextLooks& looks);

/// Where a text was read in the wrong encoding and saved so (縺薙←繧 for こども): its first such word, else
/// empty. Such a text is valid, but what somebody wrote is lost. `utf8` is valid; only its first 16 KiB are
/// looked at.
[[nodiscard]] std::string_view find_garbled(std::string_view utf8);

/// Length of the byte order mark that `encoding` has at the start of `bytes`.
[[nodiscard]] std::size_t mark_length(Encoding encoding, std::string_view bytes);

}  // namespace anzenmap
