// SPDX-License-Identifier: Apache-2.0
#include "importers/csv/other_encoding.hpp"

#include <algorithm>

#include "importers/encoding/guess.hpp"

namespace anzenmap::csv {

namespace {

constexpr std::size_t kPiece = 256 * 1024;
/// Characters beyond ASCII that are enough to judge a text by.
constexpr std::size_t kEnough = 20'000;

bool is_ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Behind the last byte below 40 hex, which is always a character of its own.
std::size_t whole_characters(std::string_view bytes) {
  std::size_t end = bytes.size();
  while (end > 0 && static_cast<unsigned char>(bytes[end - 1]) >= 0x40) --end;
  return end;
}

bool fits(const InputFile& file, std::uint64_t begin, std::uint64_t end, Encoding encoding) {
  TextLooks looks;
  TextLooks last;  // the piece that brought the doubt
  Bytes piece;
  Bytes decoded;
  while (begin < end) {
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(kPiece, end - begin));
    piece.resize(size);
    piece.resize(file.read_at(begin, piece.data(), size));
    if (piece.empty()) break;
    const bool at_end = begin + piece.size() >= end;
    const std::size_t used = at_end ? piece.size() : whole_characters(piece.view());
    if (used == 0) return false;  // no table goes on for so long without a line end, a digit or a separator
    const std::string_view bytes = piece.view().substr(0, used);
    begin += used;
    if (is_ascii(bytes)) continue;
    if (!decodes(encoding, bytes)) return false;
    decoded.clear();
    decode_to_utf8(encoding, bytes, decoded);
    if (looks.characters < kEnough) looks.add(decoded.view());
    last = TextLooks{};
    last.add(decoded.view());
  }
  return is_plausible_japanese(looks) && is_plausible_japanese(last);
}

}  // namespace

std::optional<Encoding> find_other_encoding(const InputFile& file, std::uint64_t begin, std::uint64_t end,
                                            std::vector<Encoding>& candidates) {
  while (!candidates.empty()) {
    if (fits(file, begin, end, candidates.front())) return candidates.front();
    candidates.erase(candidates.begin());
  }
  return std::nullopt;
}

}  // namespace anzenmap::csv
