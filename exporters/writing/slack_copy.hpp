// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "gis/base/bytes.hpp"
#include "gis/batch/batch.hpp"

namespace anzenmap {

/// Bytes that copy_slack() and escape_json() may read and write past the end they return.
inline constexpr std::size_t kSlack = 16;
static_assert(kSlack <= Bytes::kPadding);

/// Copies `size` bytes in blocks of 16 and returns the end. Most cells and keys are a block or two, so this
/// beats a call of memcpy. Up to kSlack bytes past either end are read and written; the pieces must not
/// overlap.
inline char* copy_slack(char* out, const char* in, std::size_t size) noexcept {
  std::memcpy(out, in, 16);
  for (std::size_t done = 16; done < size; done += 16) std::memcpy(out + done, in + done, 16);
  return out + size;
}

/// Constant pieces of text, made once and copied with copy_slack().
class Constants {
 public:
  struct Piece {
    const char* bytes = nullptr;
    std::uint32_t size = 0;
  };

  /// Returns the number of the piece.
  std::size_t add(std::string_view text) {
    spans_.push_back({static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(text.size())});
    bytes_.append(text);
    return spans_.size() - 1;
  }
  /// Valid until the next add().
  [[nodiscard]] Piece piece(std::size_t number) const {
    const Span span = spans_[number];
    return {bytes_.data() + span.offset, span.length};
  }
  [[nodiscard]] std::size_t total_bytes() const noexcept { return bytes_.size(); }
  void clear() {
    bytes_.clear();
    spans_.clear();
  }

 private:
  Bytes bytes_;
  std::vector<Span> spans_;
};

inline char* copy_piece(char* out, Constants::Piece piece) noexcept {
  return copy_slack(out, piece.bytes, piece.size);
}

}  // namespace anzenmap
