// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>

#include "importers/intake/input_file.hpp"

namespace anzenmap {

/// Bytes in order, some at a time.
class ByteBlocks {
 public:
  virtual ~ByteBlocks() = default;
  /// Fills up to `size` bytes; 0 only at the end. Throws Error.
  virtual std::size_t read(char* to, std::size_t size) = 0;
};

/// A file from its first byte to its last. The file must outlive it.
class FileBlocks final : public ByteBlocks {
 public:
  explicit FileBlocks(const InputFile& file) : file_(&file) {}
  std::size_t read(char* to, std::size_t size) override;

 private:
  const InputFile* file_;
  std::uint64_t offset_ = 0;
};

}  // namespace anzenmap
