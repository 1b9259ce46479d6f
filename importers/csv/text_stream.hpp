// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "gis/base/bytes.hpp"
#include "gis/encoding/encoding.hpp"
#include "importers/intake/input_file.hpp"

namespace anzenmap::csv {

/// The bytes of a file from an offset on, in an encoding whose line ends, quotes and separators are single
/// bytes: UTF-8, CP932 and EUC-JP as they are, UTF-16 as UTF-8. A lone surrogate becomes three bytes that are
/// not valid UTF-8 (ED A0..BF xx), half a unit at the end FF, so that decoding tells them.
class TextStream {
 public:
  TextStream(const InputFile& file, Encoding encoding, std::uint64_t offset)
      : file_(&file), encoding_(encoding), offset_(offset) {}

  /// Appends about `size` bytes; false when there are no more. Throws Error.
  bool read(Bytes& into, std::size_t size);
  [[nodiscard]] bool ended() const { return ended_; }
  /// What the bytes are to be decoded from.
  [[nodiscard]] Encoding outgoing() const { return is_utf16() ? Encoding::utf8 : encoding_; }

 private:
  [[nodiscard]] bool is_utf16() const {
    return encoding_ == Encoding::utf16le || encoding_ == Encoding::utf16be;
  }
  bool read_utf16(Bytes& into, std::size_t size);

  const InputFile* file_;
  Encoding encoding_;
  std::uint64_t offset_;
  Bytes units_;  ///< UTF-16 not yet carried over
  bool ended_ = false;
};

}  // namespace anzenmap::csv
